# Written by "cairn lock qwen36-fp8-mtp". Never edit it: run that again.

format       = 1
stack        = "qwen36-fp8-mtp"
layer_format = "cairn-layer-v1"
definition   = "sha256:c29fd5d7ac4fa3a9b495b31591a1ef22427ea33e31fec28f304bd4efba1a68aa"

attributes = {
  "archive.lab.git"                                          = "https://github.com/steveseguin/llm-optimizations.git"
  "archive.lab.revision"                                     = "ec9dd0ef1e56a72d0314924516b4f1a0e80fd668"
  "component.vllm.build.python.driver"                       = "python"
  "component.vllm.build.python.isa"                          = "x86-64-v3"
  "component.vllm.build.python.toolchain"                    = "oneapi_2025_3"
  "component.vllm.build.python.variables.VLLM_TARGET_DEVICE" = "xpu"
  "component.vllm.builds"                                    = "[\"python\"]"
  "component.vllm.patch.fp8-fa2-ngram-language-only.archive" = "lab"
  "component.vllm.patch.fp8-fa2-ngram-language-only.path"    = "patches/vllm-xpu-qwen36-fp8-fa2-ngram-language-only-20260505.patch"
  "component.vllm.patch.fp8-fa2-ngram-language-only.recount" = "true"
  "component.vllm.patch.fp8-fa2-ngram-language-only.sha256"  = "sha256:d5b4149b25a131fef5507adbb361df21410ea16af7ec9b4bec0e90a9170927de"
  "component.vllm.patch.mtp-force-block-fp8.archive"         = "lab"
  "component.vllm.patch.mtp-force-block-fp8.path"            = "patches/vllm-qwen35-mtp-force-block-fp8-clean-20260506.patch"
  "component.vllm.patch.mtp-force-block-fp8.sha256"          = "sha256:d900a992f45387a748c39f584fa72a33383893056cbd2a5b2a4b4dc45bf0f647"
  "component.vllm.patches"                                   = "[\"fp8-fa2-ngram-language-only\",\"mtp-force-block-fp8\"]"
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
  "environment.variables.VLLM_QWEN35_MTP_FORCE_FP8_BLOCK"    = "1"
  "environment.variables.VLLM_XPU_BLOCK_FP8_REQUANT"         = "1"
  "python.exclude_newer"                                     = "2026-05-07"
  "python.indexes.torch"                                     = "pytorch-xpu"
  "python.indexes.triton-xpu"                                = "pytorch-xpu"
  "python.requires"                                          = "[\"numba==0.65.0\",\"setuptools>=77.0.3,<81\",\"torch==2.11.0+xpu\",\"transformers==5.7.0\",\"triton-xpu==3.7.0\",\"vllm-xpu-kernels==0.1.7\"]"
  "python.version"                                           = "3.12"
  "toolchain.oneapi_2025_3.distro"                           = "noble"
  "toolchain.oneapi_2025_3.kind"                             = "oneapi"
  "toolchain.oneapi_2025_3.oneapi.version"                   = "2025.3"
  "toolchain.oneapi_2025_3.packages"                         = "[\"cmake\",\"g++\",\"git\",\"intel-oneapi-compiler-dpcpp-cpp-2025.3\",\"ninja-build\",\"python3.12-dev\"]"
  "upstream.vllm.git"                                        = "https://github.com/vllm-project/vllm.git"
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

  patch "mtp-force-block-fp8" {
    sha256         = "sha256:d900a992f45387a748c39f584fa72a33383893056cbd2a5b2a4b4dc45bf0f647"
    decoded_sha256 = "sha256:d900a992f45387a748c39f584fa72a33383893056cbd2a5b2a4b4dc45bf0f647"
    tree           = "0ed3c79df60a30546ff1c298833d64aa4d6cf251"
  }
}

toolchain "oneapi_2025_3" {
  kind    = "oneapi"
  pending = "this version of cairn does not lock closures of packages"
}
