# A small decode engine that the program carries, so that everything can be tried
# without a model, a GPU or a network.
stack "ember" {
  description = "the example: a small int4 decode engine with seven patches, gated and measured"

  component "engine" {
    source {
      upstream = upstream.ember
      revision = "4fc93ddf49e1bc9eb6bc6bd853f5efcc9b93ee4d"
    }

    patch "cache-last-position" {
      path   = "patches/ember/0001-cache-last-position.patch"
      sha256 = "1f95cb5b03bf209501f538c3ac85b1b14e521e633b7942945f8283207f4088f7"
      origin = "unofficial"
      reason = "a full context wrote one position behind the cache before it stopped"
    }

    patch "bench-range" {
      path   = "patches/ember/0002-bench-range.patch.gz.b64"
      sha256 = "b412830952a32ecd74e7d72bbeddbaf0172a5c3c838fcb611591936b7907312f"
      origin = "unofficial"
      reason = "one figure does not say whether it can be trusted"
    }

    patch "kernel-instructions" {
      path       = "patches/ember/0003-kernel-instructions.patch"
      sha256     = "d14adb0127f2f3a8b701831bd50900c17c3f026a8d303eca00cf495f131c319c"
      directory  = "kernels"
      whitespace = "fix"
      origin     = "unofficial"
      reason     = "records must say which instructions a kernel was compiled to; cut in kernels/, with blanks at line ends"
    }

    patch "golden-tokens" {
      path   = "patches/ember/0004-golden-tokens.patch"
      sha256 = "8e13ce3ea001d20a1318b05c503de9cc13a5a0e300e84f13c517226cbb5fc638"
      origin = "unofficial"
      reason = "an installed ember can be checked without cairn"
    }

    patch "fast-kernel" {
      path   = "patches/ember/0005-fast-kernel.patch"
      sha256 = "e122139ebf848eafd2d8ad0f3e1d9fe47835760f391255872105a38811325c07"
      origin = "unofficial"
      reason = "p512/n128 takes a sixth of the processor time, same tokens"
    }

    patch "lowest-id-wins" {
      path   = "patches/ember/0006-lowest-id-wins.patch"
      sha256 = "7beac23108ba97ab5d48369029610b7044bc9a786c548d5e4cb4c5c9280b7af2"
      origin = "unofficial"
      reason = "ties end as in other engines"
    }

    patch "bench-spread" {
      path   = "patches/ember/0007-bench-spread.patch"
      sha256 = "dcf26f387c19dcdf2d2d4d6606a8cd7b453f0552bd797c02fdfaa23db5b7188d"
      origin = "unofficial"
      reason = "a figure with a wide spread is measured again"
    }

    patch "exponential-table" {
      path     = "patches/ember/0008-exponential-table.patch"
      sha256   = "f662afe35e8b9cb38d30a0320970100740983bc5d9ab14c0b5cb006a27ad5dea"
      when     = ["negative"]
      origin   = "unofficial"
      standing = "negative"
      reason   = "the time is the same (0.26 s for p512/n128, five runs each), and the tokens differ from the 227th on"
    }

    build "cmake" {
      toolchain = toolchain.debian_12
      isa       = "x86-64-v3"
      options = {
        CMAKE_BUILD_TYPE = "Release"
        EMBER_KERNEL     = "portable"
      }
      targets = ["ember-bench", "ember-complete"]
      install = true
      memory  = "1GiB"
    }
  }

  environment {
    runtime = toolchain.debian_12_runtime
    variables = {
      EMBER_THREADS = "1"
    }
  }

  suite "quality" "tokens" {
    gate "n64" {
      command = ["ember-complete", "-n", "64", "--json"]
      expect {
        token_sha256 = "32b41e081173562ecc5228c33d1bf8b41bccae65c36e1adee43f0d50b9336841"
        contains     = ["ki kotengehavenme love me ki kir ni vonzaponfor"]
      }
    }

    gate "n256" {
      command = ["ember-complete", "-n", "256", "--json"]
      expect {
        token_sha256 = "1096fb84d2741e7c6acf406e14cffb2a82feb390abfe2bbcf80d144622a72beb"
      }
    }

    gate "repeat" {
      command = ["ember-complete", "-n", "64", "--prompt", "The same again", "--json"]
      repeats = 16
      expect {
        identical = true
      }
    }
  }

  suite "throughput" "p512n128" {
    command = ["ember-bench", "-p", "512", "-n", "128", "-r", "1", "-o", "json"]
    warmup  = 1
    repeats = 5
    shape {
      prompt = 512
      output = 128
    }
  }

  image {
    entrypoint = ["/opt/stack/bin/ember-complete"]
    labels = {
      "org.opencontainers.image.title"    = "ember"
      "org.opencontainers.image.licenses" = "Apache-2.0"
    }
  }

  variant "baseline" {
    description = "for processors without AVX2; the same tokens, later"
    component "engine" {
      build "cmake" {
        isa = "x86-64-v2"
      }
    }
  }

  variant "host" {
    description = "with this machine's own compilers, which no lock pins: what it builds is marked impure"
    component "engine" {
      build "cmake" {
        toolchain = toolchain.host
      }
    }
    environment {
      runtime = null
    }
  }

  variant "icpx" {
    description = "the SYCL kernel, compiled by oneAPI for Intel GPUs"
    component "engine" {
      build "cmake" {
        toolchain = toolchain.oneapi_2026_0
        options = {
          EMBER_KERNEL = "sycl"
        }
      }
    }
    environment {
      runtime = null
    }
  }

  variant "negative" {
    description = "with the patch that was tried and refused: its n256 gate fails"
  }

  variant "sycl" {
    description = "the SYCL kernel, compiled with SimSYCL, which cairn builds: the same tokens, on any processor, slowly"
    component "engine" {
      build "cmake" {
        toolchain = toolchain.simsycl
        options = {
          EMBER_KERNEL = "sycl"
        }
      }
    }
    environment {
      runtime = toolchain.simsycl_runtime
    }

    # A simulator's figure says nothing: one run, to see that it ends.
    suite "throughput" "p512n128" {
      command = ["ember-bench", "-p", "512", "-n", "128", "-r", "1", "-o", "json"]
      warmup  = 0
      repeats = 1
      shape {
        prompt = 512
        output = 128
      }
    }
  }
}
