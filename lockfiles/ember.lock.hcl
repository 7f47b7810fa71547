# Written by "cairn lock ember". Never edit it: run that again.

format       = 1
stack        = "ember"
layer_format = "cairn-layer-v1"
definition   = "sha256:5ef18d1122338bfe876da663e328bb6fe43fe8f2c336a461aeeee31f3caf1745"

attributes = {
  "component.engine.build.cmake.driver"                   = "cmake"
  "component.engine.build.cmake.install"                  = "true"
  "component.engine.build.cmake.isa"                      = "x86-64-v3"
  "component.engine.build.cmake.memory"                   = "1073741824"
  "component.engine.build.cmake.options.CMAKE_BUILD_TYPE" = "Release"
  "component.engine.build.cmake.options.EMBER_KERNEL"     = "portable"
  "component.engine.build.cmake.targets"                  = "[\"ember-bench\",\"ember-complete\"]"
  "component.engine.build.cmake.toolchain"                = "host"
  "component.engine.builds"                               = "[\"cmake\"]"
  "component.engine.patch.bench-range.path"               = "patches/ember/0002-bench-range.patch.gz.b64"
  "component.engine.patch.bench-range.sha256"             = "sha256:b412830952a32ecd74e7d72bbeddbaf0172a5c3c838fcb611591936b7907312f"
  "component.engine.patch.bench-spread.path"              = "patches/ember/0007-bench-spread.patch"
  "component.engine.patch.bench-spread.sha256"            = "sha256:dcf26f387c19dcdf2d2d4d6606a8cd7b453f0552bd797c02fdfaa23db5b7188d"
  "component.engine.patch.cache-last-position.path"       = "patches/ember/0001-cache-last-position.patch"
  "component.engine.patch.cache-last-position.sha256"     = "sha256:1f95cb5b03bf209501f538c3ac85b1b14e521e633b7942945f8283207f4088f7"
  "component.engine.patch.exponential-table.path"         = "patches/ember/0008-exponential-table.patch"
  "component.engine.patch.exponential-table.sha256"       = "sha256:f662afe35e8b9cb38d30a0320970100740983bc5d9ab14c0b5cb006a27ad5dea"
  "component.engine.patch.exponential-table.standing"     = "negative"
  "component.engine.patch.exponential-table.when"         = "[\"negative\"]"
  "component.engine.patch.fast-kernel.path"               = "patches/ember/0005-fast-kernel.patch"
  "component.engine.patch.fast-kernel.sha256"             = "sha256:e122139ebf848eafd2d8ad0f3e1d9fe47835760f391255872105a38811325c07"
  "component.engine.patch.golden-tokens.path"             = "patches/ember/0004-golden-tokens.patch"
  "component.engine.patch.golden-tokens.sha256"           = "sha256:8e13ce3ea001d20a1318b05c503de9cc13a5a0e300e84f13c517226cbb5fc638"
  "component.engine.patch.kernel-instructions.directory"  = "kernels"
  "component.engine.patch.kernel-instructions.path"       = "patches/ember/0003-kernel-instructions.patch"
  "component.engine.patch.kernel-instructions.sha256"     = "sha256:d14adb0127f2f3a8b701831bd50900c17c3f026a8d303eca00cf495f131c319c"
  "component.engine.patch.kernel-instructions.whitespace" = "fix"
  "component.engine.patch.lowest-id-wins.path"            = "patches/ember/0006-lowest-id-wins.patch"
  "component.engine.patch.lowest-id-wins.sha256"          = "sha256:7beac23108ba97ab5d48369029610b7044bc9a786c548d5e4cb4c5c9280b7af2"
  "component.engine.patches"                              = "[\"cache-last-position\",\"bench-range\",\"kernel-instructions\",\"golden-tokens\",\"fast-kernel\",\"lowest-id-wins\",\"bench-spread\",\"exponential-table\"]"
  "component.engine.source.revision"                      = "4fc93ddf49e1bc9eb6bc6bd853f5efcc9b93ee4d"
  "component.engine.source.upstream"                      = "ember"
  "components"                                            = "[\"engine\"]"
  "environment.variables.EMBER_THREADS"                   = "1"
  "image"                                                 = "true"
  "image.entrypoint"                                      = "[\"/opt/stack/bin/ember-complete\"]"
  "image.labels.org.opencontainers.image.licenses"        = "Apache-2.0"
  "image.labels.org.opencontainers.image.title"           = "ember"
  "suite.quality.tokens.gate.n256.command"                = "[\"ember-complete\",\"-n\",\"256\",\"--json\"]"
  "suite.quality.tokens.gate.n256.expect.token_sha256"    = "sha256:1096fb84d2741e7c6acf406e14cffb2a82feb390abfe2bbcf80d144622a72beb"
  "suite.quality.tokens.gate.n64.command"                 = "[\"ember-complete\",\"-n\",\"64\",\"--json\"]"
  "suite.quality.tokens.gate.n64.expect.contains"         = "[\"ki kotengehavenme love me ki kir ni vonzaponfor\"]"
  "suite.quality.tokens.gate.n64.expect.token_sha256"     = "sha256:32b41e081173562ecc5228c33d1bf8b41bccae65c36e1adee43f0d50b9336841"
  "suite.quality.tokens.gate.repeat.command"              = "[\"ember-complete\",\"-n\",\"64\",\"--prompt\",\"The same again\",\"--json\"]"
  "suite.quality.tokens.gate.repeat.expect.identical"     = "true"
  "suite.quality.tokens.gate.repeat.repeats"              = "16"
  "suite.quality.tokens.gates"                            = "[\"n64\",\"n256\",\"repeat\"]"
  "suite.throughput.p512n128.command"                     = "[\"ember-bench\",\"-p\",\"512\",\"-n\",\"128\",\"-r\",\"1\",\"-o\",\"json\"]"
  "suite.throughput.p512n128.repeats"                     = "5"
  "suite.throughput.p512n128.shape.output"                = "128"
  "suite.throughput.p512n128.shape.prompt"                = "512"
  "suites"                                                = "[\"quality.tokens\",\"throughput.p512n128\"]"
  "toolchain.host.host.programs"                          = "[\"cmake\",\"g++\",\"gcc\",\"ninja\"]"
  "toolchain.host.kind"                                   = "host"
  "upstream.ember.embedded"                               = "ember"
  "variants"                                              = "[\"baseline\",\"negative\"]"
}

component "engine" {
  upstream = "ember"
  embedded = "ember"
  commit   = "4fc93ddf49e1bc9eb6bc6bd853f5efcc9b93ee4d"
  tree     = "0739aa694ede805f68a4db32a2d4314bc7313b04"

  patch "cache-last-position" {
    sha256         = "sha256:1f95cb5b03bf209501f538c3ac85b1b14e521e633b7942945f8283207f4088f7"
    decoded_sha256 = "sha256:1f95cb5b03bf209501f538c3ac85b1b14e521e633b7942945f8283207f4088f7"
    tree           = "4241640c03234baee4b136f315895ee8a29a9616"
  }

  patch "bench-range" {
    sha256         = "sha256:b412830952a32ecd74e7d72bbeddbaf0172a5c3c838fcb611591936b7907312f"
    decoded_sha256 = "sha256:cf097c23d8706988d5dda75d787e92ef83d16b11e0f8f5c1c4673cc9baeddb72"
    tree           = "172595ed9b20f5379f6b6aa73a659761f1ef32cc"
  }

  patch "kernel-instructions" {
    sha256         = "sha256:d14adb0127f2f3a8b701831bd50900c17c3f026a8d303eca00cf495f131c319c"
    decoded_sha256 = "sha256:d14adb0127f2f3a8b701831bd50900c17c3f026a8d303eca00cf495f131c319c"
    tree           = "3e3cf1042e84baa2c0cc32a735b27e2091c98de2"
  }

  patch "golden-tokens" {
    sha256         = "sha256:8e13ce3ea001d20a1318b05c503de9cc13a5a0e300e84f13c517226cbb5fc638"
    decoded_sha256 = "sha256:8e13ce3ea001d20a1318b05c503de9cc13a5a0e300e84f13c517226cbb5fc638"
    tree           = "9da932b2d3bcd3edac7634077ea3ef0a6e58ab55"
  }

  patch "fast-kernel" {
    sha256         = "sha256:e122139ebf848eafd2d8ad0f3e1d9fe47835760f391255872105a38811325c07"
    decoded_sha256 = "sha256:e122139ebf848eafd2d8ad0f3e1d9fe47835760f391255872105a38811325c07"
    tree           = "6c2b629068287b980cd3acc83a110d8f16b24b15"
  }

  patch "lowest-id-wins" {
    sha256         = "sha256:7beac23108ba97ab5d48369029610b7044bc9a786c548d5e4cb4c5c9280b7af2"
    decoded_sha256 = "sha256:7beac23108ba97ab5d48369029610b7044bc9a786c548d5e4cb4c5c9280b7af2"
    tree           = "8baa92909bf31549789ac173d0f7c423f6d18e7f"
  }

  patch "bench-spread" {
    sha256         = "sha256:dcf26f387c19dcdf2d2d4d6606a8cd7b453f0552bd797c02fdfaa23db5b7188d"
    decoded_sha256 = "sha256:dcf26f387c19dcdf2d2d4d6606a8cd7b453f0552bd797c02fdfaa23db5b7188d"
    tree           = "6d1bb0b75333de3b1a6b536db6a769871c469928"
  }

  patch "exponential-table" {
    sha256  = "sha256:f662afe35e8b9cb38d30a0320970100740983bc5d9ab14c0b5cb006a27ad5dea"
    skipped = true
  }
}

toolchain "host" {
  kind   = "host"
  impure = true
}

variant "baseline" {
  definition = "sha256:b10ae91a77c17e59d6fa6735d99fafd4a035013db1457835b524cd8aa273f5c8"

  attributes = {
    "component.engine.build.cmake.isa" = "x86-64-v2"
  }
}

variant "negative" {
  definition = "sha256:5ef18d1122338bfe876da663e328bb6fe43fe8f2c336a461aeeee31f3caf1745"

  component "engine" {
    upstream = "ember"
    embedded = "ember"
    commit   = "4fc93ddf49e1bc9eb6bc6bd853f5efcc9b93ee4d"
    tree     = "0739aa694ede805f68a4db32a2d4314bc7313b04"

    patch "cache-last-position" {
      sha256         = "sha256:1f95cb5b03bf209501f538c3ac85b1b14e521e633b7942945f8283207f4088f7"
      decoded_sha256 = "sha256:1f95cb5b03bf209501f538c3ac85b1b14e521e633b7942945f8283207f4088f7"
      tree           = "4241640c03234baee4b136f315895ee8a29a9616"
    }

    patch "bench-range" {
      sha256         = "sha256:b412830952a32ecd74e7d72bbeddbaf0172a5c3c838fcb611591936b7907312f"
      decoded_sha256 = "sha256:cf097c23d8706988d5dda75d787e92ef83d16b11e0f8f5c1c4673cc9baeddb72"
      tree           = "172595ed9b20f5379f6b6aa73a659761f1ef32cc"
    }

    patch "kernel-instructions" {
      sha256         = "sha256:d14adb0127f2f3a8b701831bd50900c17c3f026a8d303eca00cf495f131c319c"
      decoded_sha256 = "sha256:d14adb0127f2f3a8b701831bd50900c17c3f026a8d303eca00cf495f131c319c"
      tree           = "3e3cf1042e84baa2c0cc32a735b27e2091c98de2"
    }

    patch "golden-tokens" {
      sha256         = "sha256:8e13ce3ea001d20a1318b05c503de9cc13a5a0e300e84f13c517226cbb5fc638"
      decoded_sha256 = "sha256:8e13ce3ea001d20a1318b05c503de9cc13a5a0e300e84f13c517226cbb5fc638"
      tree           = "9da932b2d3bcd3edac7634077ea3ef0a6e58ab55"
    }

    patch "fast-kernel" {
      sha256         = "sha256:e122139ebf848eafd2d8ad0f3e1d9fe47835760f391255872105a38811325c07"
      decoded_sha256 = "sha256:e122139ebf848eafd2d8ad0f3e1d9fe47835760f391255872105a38811325c07"
      tree           = "6c2b629068287b980cd3acc83a110d8f16b24b15"
    }

    patch "lowest-id-wins" {
      sha256         = "sha256:7beac23108ba97ab5d48369029610b7044bc9a786c548d5e4cb4c5c9280b7af2"
      decoded_sha256 = "sha256:7beac23108ba97ab5d48369029610b7044bc9a786c548d5e4cb4c5c9280b7af2"
      tree           = "8baa92909bf31549789ac173d0f7c423f6d18e7f"
    }

    patch "bench-spread" {
      sha256         = "sha256:dcf26f387c19dcdf2d2d4d6606a8cd7b453f0552bd797c02fdfaa23db5b7188d"
      decoded_sha256 = "sha256:dcf26f387c19dcdf2d2d4d6606a8cd7b453f0552bd797c02fdfaa23db5b7188d"
      tree           = "6d1bb0b75333de3b1a6b536db6a769871c469928"
    }

    patch "exponential-table" {
      sha256         = "sha256:f662afe35e8b9cb38d30a0320970100740983bc5d9ab14c0b5cb006a27ad5dea"
      decoded_sha256 = "sha256:f662afe35e8b9cb38d30a0320970100740983bc5d9ab14c0b5cb006a27ad5dea"
      tree           = "03d167d281624102397ec6bcff6cad096791b93e"
    }
  }
}
