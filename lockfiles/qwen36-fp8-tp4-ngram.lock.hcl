# Written by "cairn lock qwen36-fp8-tp4-ngram". Never edit it: run that again.

format       = 1
stack        = "qwen36-fp8-tp4-ngram"
layer_format = "cairn-layer-v1"
definition   = "sha256:1ef669fdec457fd124b07267d42bc86771c39da417bedaea398d670b7d432333"

attributes = {
  "archive.lab.git"                                          = "https://github.com/steveseguin/llm-optimizations.git"
  "archive.lab.revision"                                     = "ec9dd0ef1e56a72d0314924516b4f1a0e80fd668"
  "component.vllm.build.python.driver"                       = "python"
  "component.vllm.build.python.isa"                          = "x86-64-v3"
  "component.vllm.build.python.toolchain"                    = "oneapi_2025_3"
  "component.vllm.build.python.variables.VLLM_TARGET_DEVICE" = "xpu"
  "component.vllm.builds"                                    = "[\"python\"]"
  "component.vllm.patch.block-fp8-fallbacks.archive"         = "lab"
  "component.vllm.patch.block-fp8-fallbacks.path"            = "patches/vllm-c51df4300-xpu-qwen36-block-fp8-fallbacks.patch"
  "component.vllm.patch.block-fp8-fallbacks.sha256"          = "sha256:780305f473b0c2e1fd9ada5af771be5e9e8f0aca130b0106ebc57492308db705"
  "component.vllm.patch.block-fp8-fallbacks.when"            = "[\"block-fp8\",\"fa2\",\"gdn\"]"
  "component.vllm.patch.fa2-scalar-scales.archive"           = "lab"
  "component.vllm.patch.fa2-scalar-scales.path"              = "patches/vllm-xpu-fa2-compressed-tensors-scalar-scales.patch"
  "component.vllm.patch.fa2-scalar-scales.sha256"            = "sha256:ce13f30ec0ca047c9a3b5ca6197777fe97cdd148eb9bd767ab43e874cd75f6a7"
  "component.vllm.patch.fa2-scalar-scales.when"              = "[\"fa2\",\"gdn\"]"
  "component.vllm.patch.fp8-fa2-ngram-language-only.archive" = "lab"
  "component.vllm.patch.fp8-fa2-ngram-language-only.path"    = "patches/vllm-xpu-qwen36-fp8-fa2-ngram-language-only-20260505.patch"
  "component.vllm.patch.fp8-fa2-ngram-language-only.recount" = "true"
  "component.vllm.patch.fp8-fa2-ngram-language-only.sha256"  = "sha256:d5b4149b25a131fef5507adbb361df21410ea16af7ec9b4bec0e90a9170927de"
  "component.vllm.patch.fp8-fa2-ngram-language-only.when"    = "[\"base\",\"no-spec\"]"
  "component.vllm.patch.gdn-spec-fallback.archive"           = "lab"
  "component.vllm.patch.gdn-spec-fallback.path"              = "patches/vllm-xpu-qwen35-gdn-spec-fallback-contiguous-state.patch"
  "component.vllm.patch.gdn-spec-fallback.sha256"            = "sha256:172bb76989578fc3362591d7e7336d6ca6cf28f41b44ca067794613e3f72ffb5"
  "component.vllm.patch.gdn-spec-fallback.when"              = "[\"gdn\"]"
  "component.vllm.patches"                                   = "[\"fp8-fa2-ngram-language-only\",\"block-fp8-fallbacks\",\"fa2-scalar-scales\",\"gdn-spec-fallback\"]"
  "component.vllm.source.exclude"                            = "[\"docs/assets/contributing/vllm_bench_serve_timeline.html\",\"docs/assets/design/arch_overview/v1_process_architecture_tp2_dp4.png\"]"
  "component.vllm.source.revision"                           = "c51df43005726a09c6eb7348e8c1b00501c70a8e"
  "component.vllm.source.upstream"                           = "vllm"
  "components"                                               = "[\"vllm\"]"
  "distro.noble.apt"                                         = "[\"ubuntu\",\"updates\",\"oneapi\"]"
  "distro.noble.apt.oneapi.components"                       = "[\"main\"]"
  "distro.noble.apt.oneapi.fingerprint"                      = "E9BF0AFC46D6E8B7DA5882F1BAC6F0C353D04109"
  "distro.noble.apt.oneapi.suite"                            = "all"
  "distro.noble.apt.oneapi.url"                              = "https://apt.repos.intel.com/oneapi"
  "distro.noble.apt.ubuntu.components"                       = "[\"main\",\"universe\"]"
  "distro.noble.apt.ubuntu.fingerprint"                      = "F6ECB3762474EDA9D21B7022871920D1991BC93C"
  "distro.noble.apt.ubuntu.suite"                            = "noble"
  "distro.noble.apt.ubuntu.url"                              = "https://snapshot.ubuntu.com/ubuntu/20260507T000000Z"
  "distro.noble.apt.updates.components"                      = "[\"main\",\"universe\"]"
  "distro.noble.apt.updates.fingerprint"                     = "F6ECB3762474EDA9D21B7022871920D1991BC93C"
  "distro.noble.apt.updates.suite"                           = "noble-updates"
  "distro.noble.apt.updates.url"                             = "https://snapshot.ubuntu.com/ubuntu/20260507T000000Z"
  "environment.variables.CCL_ATL_TRANSPORT"                  = "ofi"
  "environment.variables.ONEAPI_DEVICE_SELECTOR"             = "level_zero:0,1,2,3"
  "environment.variables.VLLM_NO_USAGE_STATS"                = "1"
  "model.qwen36_27b_fp8.file"                                = "Qwen3.6-27B-FP8"
  "model.qwen36_27b_fp8.repository"                          = "vrfai/Qwen3.6-27B-FP8"
  "python.exclude_newer"                                     = "2026-05-07"
  "python.indexes.torch"                                     = "pytorch-xpu"
  "python.indexes.triton-xpu"                                = "pytorch-xpu"
  "python.requires"                                          = "[\"numba==0.65.0\",\"setuptools>=77.0.3,<81\",\"torch==2.11.0+xpu\",\"transformers==5.7.0\",\"triton-xpu==3.7.0\",\"vllm-xpu-kernels==0.1.7\"]"
  "python.version"                                           = "3.12"
  "suite.throughput.p2048n512.command"                       = "sha256:0e76919f83984799b2105c1f30d98702cd4c87b2ffdf5368b6c2a31b5528f4b0 (588 bytes)"
  "suite.throughput.p2048n512.model"                         = "qwen36_27b_fp8"
  "suite.throughput.p2048n512.needs.gpu"                     = "8086:e223"
  "suite.throughput.p2048n512.needs.gpus"                    = "4"
  "suite.throughput.p2048n512.repeats"                       = "3"
  "suite.throughput.p2048n512.runner"                        = "vllm-bench-latency"
  "suite.throughput.p2048n512.shape.output"                  = "512"
  "suite.throughput.p2048n512.shape.prompt"                  = "2048"
  "suite.throughput.p2048n512.warmup"                        = "0"
  "suite.throughput.p512n512.command"                        = "sha256:daf0a34465f993dd4e88da6ef9597ceebb8868795e60b5b0a42559427b148919 (587 bytes)"
  "suite.throughput.p512n512.model"                          = "qwen36_27b_fp8"
  "suite.throughput.p512n512.needs.gpu"                      = "8086:e223"
  "suite.throughput.p512n512.needs.gpus"                     = "4"
  "suite.throughput.p512n512.repeats"                        = "3"
  "suite.throughput.p512n512.runner"                         = "vllm-bench-latency"
  "suite.throughput.p512n512.shape.output"                   = "512"
  "suite.throughput.p512n512.shape.prompt"                   = "512"
  "suite.throughput.p512n512.warmup"                         = "0"
  "suites"                                                   = "[\"throughput.p512n512\",\"throughput.p2048n512\"]"
  "toolchain.oneapi_2025_3.distro"                           = "noble"
  "toolchain.oneapi_2025_3.kind"                             = "oneapi"
  "toolchain.oneapi_2025_3.oneapi.version"                   = "2025.3"
  "toolchain.oneapi_2025_3.packages"                         = "[\"cmake\",\"g++\",\"git\",\"intel-oneapi-compiler-dpcpp-cpp-2025.3\",\"ninja-build\",\"python3.12-dev\"]"
  "upstream.vllm.git"                                        = "https://github.com/vllm-project/vllm.git"
  "variants"                                                 = "[\"block-fp8\",\"fa2\",\"gdn\",\"no-spec\"]"
}

component "vllm" {
  upstream = "vllm"
  git      = "https://github.com/vllm-project/vllm.git"
  commit   = "c51df43005726a09c6eb7348e8c1b00501c70a8e"
  tree     = "d32d3bbc7da8b0c9f0f948689a8cfcf0bcd1c950"
  exclude = [
    "docs/assets/contributing/vllm_bench_serve_timeline.html",
    "docs/assets/design/arch_overview/v1_process_architecture_tp2_dp4.png",
  ]

  patch "fp8-fa2-ngram-language-only" {
    sha256         = "sha256:d5b4149b25a131fef5507adbb361df21410ea16af7ec9b4bec0e90a9170927de"
    decoded_sha256 = "sha256:d5b4149b25a131fef5507adbb361df21410ea16af7ec9b4bec0e90a9170927de"
    tree           = "1fcd3c0eb23ab65e9e37013b4c163dfb81cc9479"
  }

  patch "block-fp8-fallbacks" {
    sha256  = "sha256:780305f473b0c2e1fd9ada5af771be5e9e8f0aca130b0106ebc57492308db705"
    skipped = true
  }

  patch "fa2-scalar-scales" {
    sha256  = "sha256:ce13f30ec0ca047c9a3b5ca6197777fe97cdd148eb9bd767ab43e874cd75f6a7"
    skipped = true
  }

  patch "gdn-spec-fallback" {
    sha256  = "sha256:172bb76989578fc3362591d7e7336d6ca6cf28f41b44ca067794613e3f72ffb5"
    skipped = true
  }
}

toolchain "oneapi_2025_3" {
  kind    = "oneapi"
  pending = "this version of cairn does not lock closures of packages"
}

variant "block-fp8" {
  definition = "sha256:a4e896993365e8b584ee415367f950a0173ca293c0f739153f2f03a4d70ae90d"
  without = [
    "suite.throughput.p2048n512.command",
    "suite.throughput.p2048n512.model",
    "suite.throughput.p2048n512.needs.gpu",
    "suite.throughput.p2048n512.needs.gpus",
    "suite.throughput.p2048n512.repeats",
    "suite.throughput.p2048n512.runner",
    "suite.throughput.p2048n512.shape.output",
    "suite.throughput.p2048n512.shape.prompt",
    "suite.throughput.p2048n512.warmup",
    "suite.throughput.p512n512.command",
    "suite.throughput.p512n512.model",
    "suite.throughput.p512n512.needs.gpu",
    "suite.throughput.p512n512.needs.gpus",
    "suite.throughput.p512n512.repeats",
    "suite.throughput.p512n512.runner",
    "suite.throughput.p512n512.shape.output",
    "suite.throughput.p512n512.shape.prompt",
    "suite.throughput.p512n512.warmup",
  ]

  attributes = {
    "environment.variables.CCL_ZE_IPC_EXCHANGE" = "sockets"
    "suite.throughput.p512n256.command"         = "sha256:0755a2f26261c0ba5d6f88fe96ff03cabc9e1d03e880d907be3c7278645ac4fa (347 bytes)"
    "suite.throughput.p512n256.model"           = "qwen36_27b_fp8"
    "suite.throughput.p512n256.needs.gpu"       = "8086:e223"
    "suite.throughput.p512n256.needs.gpus"      = "4"
    "suite.throughput.p512n256.repeats"         = "5"
    "suite.throughput.p512n256.runner"          = "vllm-bench-latency"
    "suite.throughput.p512n256.shape.output"    = "256"
    "suite.throughput.p512n256.shape.prompt"    = "512"
    "suite.throughput.p512n256.warmup"          = "0"
    "suites"                                    = "[\"throughput.p512n256\"]"
  }

  component "vllm" {
    upstream = "vllm"
    git      = "https://github.com/vllm-project/vllm.git"
    commit   = "c51df43005726a09c6eb7348e8c1b00501c70a8e"
    tree     = "d32d3bbc7da8b0c9f0f948689a8cfcf0bcd1c950"
    exclude = [
      "docs/assets/contributing/vllm_bench_serve_timeline.html",
      "docs/assets/design/arch_overview/v1_process_architecture_tp2_dp4.png",
    ]

    patch "fp8-fa2-ngram-language-only" {
      sha256  = "sha256:d5b4149b25a131fef5507adbb361df21410ea16af7ec9b4bec0e90a9170927de"
      skipped = true
    }

    patch "block-fp8-fallbacks" {
      sha256         = "sha256:780305f473b0c2e1fd9ada5af771be5e9e8f0aca130b0106ebc57492308db705"
      decoded_sha256 = "sha256:780305f473b0c2e1fd9ada5af771be5e9e8f0aca130b0106ebc57492308db705"
      tree           = "28aa034e68a3eedce1aa88e470f81955ab26774a"
    }

    patch "fa2-scalar-scales" {
      sha256  = "sha256:ce13f30ec0ca047c9a3b5ca6197777fe97cdd148eb9bd767ab43e874cd75f6a7"
      skipped = true
    }

    patch "gdn-spec-fallback" {
      sha256  = "sha256:172bb76989578fc3362591d7e7336d6ca6cf28f41b44ca067794613e3f72ffb5"
      skipped = true
    }
  }
}

variant "fa2" {
  definition = "sha256:27f7918f9350b1bfe6353c9fb82aef78d2c72a7f5520bae4fe15b274aa770a27"
  without = [
    "suite.throughput.p2048n512.command",
    "suite.throughput.p2048n512.model",
    "suite.throughput.p2048n512.needs.gpu",
    "suite.throughput.p2048n512.needs.gpus",
    "suite.throughput.p2048n512.repeats",
    "suite.throughput.p2048n512.runner",
    "suite.throughput.p2048n512.shape.output",
    "suite.throughput.p2048n512.shape.prompt",
    "suite.throughput.p2048n512.warmup",
  ]

  attributes = {
    "environment.variables.CCL_ZE_IPC_EXCHANGE" = "sockets"
    "suite.throughput.p512n256.command"         = "sha256:0755a2f26261c0ba5d6f88fe96ff03cabc9e1d03e880d907be3c7278645ac4fa (347 bytes)"
    "suite.throughput.p512n256.model"           = "qwen36_27b_fp8"
    "suite.throughput.p512n256.needs.gpu"       = "8086:e223"
    "suite.throughput.p512n256.needs.gpus"      = "4"
    "suite.throughput.p512n256.repeats"         = "5"
    "suite.throughput.p512n256.runner"          = "vllm-bench-latency"
    "suite.throughput.p512n256.shape.output"    = "256"
    "suite.throughput.p512n256.shape.prompt"    = "512"
    "suite.throughput.p512n256.warmup"          = "0"
    "suite.throughput.p512n512.command"         = "sha256:5c763f49eba33f869593c9fcb1fac418f8d1c7a375b09edf80297c5a73422357 (347 bytes)"
    "suite.throughput.p512n512.repeats"         = "5"
    "suites"                                    = "[\"throughput.p512n512\",\"throughput.p512n256\"]"
  }

  component "vllm" {
    upstream = "vllm"
    git      = "https://github.com/vllm-project/vllm.git"
    commit   = "c51df43005726a09c6eb7348e8c1b00501c70a8e"
    tree     = "d32d3bbc7da8b0c9f0f948689a8cfcf0bcd1c950"
    exclude = [
      "docs/assets/contributing/vllm_bench_serve_timeline.html",
      "docs/assets/design/arch_overview/v1_process_architecture_tp2_dp4.png",
    ]

    patch "fp8-fa2-ngram-language-only" {
      sha256  = "sha256:d5b4149b25a131fef5507adbb361df21410ea16af7ec9b4bec0e90a9170927de"
      skipped = true
    }

    patch "block-fp8-fallbacks" {
      sha256         = "sha256:780305f473b0c2e1fd9ada5af771be5e9e8f0aca130b0106ebc57492308db705"
      decoded_sha256 = "sha256:780305f473b0c2e1fd9ada5af771be5e9e8f0aca130b0106ebc57492308db705"
      tree           = "28aa034e68a3eedce1aa88e470f81955ab26774a"
    }

    patch "fa2-scalar-scales" {
      sha256         = "sha256:ce13f30ec0ca047c9a3b5ca6197777fe97cdd148eb9bd767ab43e874cd75f6a7"
      decoded_sha256 = "sha256:ce13f30ec0ca047c9a3b5ca6197777fe97cdd148eb9bd767ab43e874cd75f6a7"
      tree           = "ce85e244bc271dde9030d98fa7c663ab2d2518ef"
    }

    patch "gdn-spec-fallback" {
      sha256  = "sha256:172bb76989578fc3362591d7e7336d6ca6cf28f41b44ca067794613e3f72ffb5"
      skipped = true
    }
  }
}

variant "gdn" {
  definition = "sha256:c3e19d12760e1630d7a0cbac1491aa6cb176ce7719d53199e9a02772ea25fd17"
  without = [
    "suite.throughput.p2048n512.command",
    "suite.throughput.p2048n512.model",
    "suite.throughput.p2048n512.needs.gpu",
    "suite.throughput.p2048n512.needs.gpus",
    "suite.throughput.p2048n512.repeats",
    "suite.throughput.p2048n512.runner",
    "suite.throughput.p2048n512.shape.output",
    "suite.throughput.p2048n512.shape.prompt",
    "suite.throughput.p2048n512.warmup",
  ]

  attributes = {
    "environment.variables.CCL_ZE_IPC_EXCHANGE" = "sockets"
    "suite.throughput.p512n512.command"         = "sha256:661a23f5936323a8f3c4b232940405390082df5ad33a139554befeb83f7cf10b (472 bytes)"
    "suite.throughput.p512n512.repeats"         = "5"
    "suites"                                    = "[\"throughput.p512n512\"]"
  }

  component "vllm" {
    upstream = "vllm"
    git      = "https://github.com/vllm-project/vllm.git"
    commit   = "c51df43005726a09c6eb7348e8c1b00501c70a8e"
    tree     = "d32d3bbc7da8b0c9f0f948689a8cfcf0bcd1c950"
    exclude = [
      "docs/assets/contributing/vllm_bench_serve_timeline.html",
      "docs/assets/design/arch_overview/v1_process_architecture_tp2_dp4.png",
    ]

    patch "fp8-fa2-ngram-language-only" {
      sha256  = "sha256:d5b4149b25a131fef5507adbb361df21410ea16af7ec9b4bec0e90a9170927de"
      skipped = true
    }

    patch "block-fp8-fallbacks" {
      sha256         = "sha256:780305f473b0c2e1fd9ada5af771be5e9e8f0aca130b0106ebc57492308db705"
      decoded_sha256 = "sha256:780305f473b0c2e1fd9ada5af771be5e9e8f0aca130b0106ebc57492308db705"
      tree           = "28aa034e68a3eedce1aa88e470f81955ab26774a"
    }

    patch "fa2-scalar-scales" {
      sha256         = "sha256:ce13f30ec0ca047c9a3b5ca6197777fe97cdd148eb9bd767ab43e874cd75f6a7"
      decoded_sha256 = "sha256:ce13f30ec0ca047c9a3b5ca6197777fe97cdd148eb9bd767ab43e874cd75f6a7"
      tree           = "ce85e244bc271dde9030d98fa7c663ab2d2518ef"
    }

    patch "gdn-spec-fallback" {
      sha256         = "sha256:172bb76989578fc3362591d7e7336d6ca6cf28f41b44ca067794613e3f72ffb5"
      decoded_sha256 = "sha256:172bb76989578fc3362591d7e7336d6ca6cf28f41b44ca067794613e3f72ffb5"
      tree           = "8bc0775bdc998714d8860a5ebd74b42ed4f4b75d"
    }
  }
}

variant "no-spec" {
  definition = "sha256:714b9f69b7afeaa0cffb9adb4e618749527b59f3187f544910a5539fc226dfbe"
  without = [
    "suite.throughput.p2048n512.command",
    "suite.throughput.p2048n512.model",
    "suite.throughput.p2048n512.needs.gpu",
    "suite.throughput.p2048n512.needs.gpus",
    "suite.throughput.p2048n512.repeats",
    "suite.throughput.p2048n512.runner",
    "suite.throughput.p2048n512.shape.output",
    "suite.throughput.p2048n512.shape.prompt",
    "suite.throughput.p2048n512.warmup",
  ]

  attributes = {
    "suite.throughput.p2048n256-32k.command"      = "sha256:6c62783e644f84d4fc00e9421e4b7805661ee95fe3977da8f45265d908a370be (464 bytes)"
    "suite.throughput.p2048n256-32k.model"        = "qwen36_27b_fp8"
    "suite.throughput.p2048n256-32k.needs.gpu"    = "8086:e223"
    "suite.throughput.p2048n256-32k.needs.gpus"   = "4"
    "suite.throughput.p2048n256-32k.repeats"      = "3"
    "suite.throughput.p2048n256-32k.runner"       = "vllm-bench-latency"
    "suite.throughput.p2048n256-32k.shape.output" = "256"
    "suite.throughput.p2048n256-32k.shape.prompt" = "2048"
    "suite.throughput.p2048n256-32k.warmup"       = "0"
    "suite.throughput.p512n512.command"           = "sha256:22544f403b3d23c38b0a9038924f9162a9ab06b703a24962138a4857f887ceda (462 bytes)"
    "suites"                                      = "[\"throughput.p512n512\",\"throughput.p2048n256-32k\"]"
  }
}
