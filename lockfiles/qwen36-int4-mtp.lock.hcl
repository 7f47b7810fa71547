# Written by "cairn lock qwen36-int4-mtp". Never edit it: run that again.

format       = 1
stack        = "qwen36-int4-mtp"
layer_format = "cairn-layer-v1"
definition   = "sha256:174530e1d3b86fe3901c8dc990a99d78e207f3a8cd1e4ceb1147d87579670275"

attributes = {
  "archive.lab.git"                                          = "https://github.com/steveseguin/llm-optimizations.git"
  "archive.lab.revision"                                     = "ec9dd0ef1e56a72d0314924516b4f1a0e80fd668"
  "component.vllm.build.python.driver"                       = "python"
  "component.vllm.build.python.isa"                          = "x86-64-v3"
  "component.vllm.build.python.toolchain"                    = "oneapi_2025_3"
  "component.vllm.build.python.variables.VLLM_TARGET_DEVICE" = "xpu"
  "component.vllm.builds"                                    = "[\"python\"]"
  "component.vllm.patch.force-graph-with-comm.archive"       = "lab"
  "component.vllm.patch.force-graph-with-comm.path"          = "patches/vllm-xpu-force-graph-with-comm-experiment.patch"
  "component.vllm.patch.force-graph-with-comm.sha256"        = "sha256:ade2f099bf341615635ce1ac8ba109fe9b9a4688afc7277285d65adbf3f76d54"
  "component.vllm.patch.force-graph-with-comm.standing"      = "negative"
  "component.vllm.patch.force-graph-with-comm.strip"         = "8"
  "component.vllm.patch.force-graph-with-comm.when"          = "[\"forced-graph\"]"
  "component.vllm.patch.mtp-fallback.archive"                = "lab"
  "component.vllm.patch.mtp-fallback.path"                   = "patches/vllm-xpu-mtp-fallback.patch"
  "component.vllm.patch.mtp-fallback.sha256"                 = "sha256:d682089564e098ae89ad60c620baedf3eb1dca1598ea5628a6f2697c3679c280"
  "component.vllm.patch.mtp-fallback.strip"                  = "8"
  "component.vllm.patches"                                   = "[\"mtp-fallback\",\"force-graph-with-comm\"]"
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
  "environment.variables.CCL_ZE_IPC_EXCHANGE"                = "sockets"
  "environment.variables.VLLM_TARGET_DEVICE"                 = "xpu"
  "environment.variables.VLLM_XPU_ENABLE_XPU_GRAPH"          = "1"
  "python.exclude_newer"                                     = "2026-05-04"
  "python.indexes.torch"                                     = "pytorch-xpu"
  "python.indexes.triton-xpu"                                = "pytorch-xpu"
  "python.requires"                                          = "[\"numba==0.65.0\",\"setuptools>=77.0.3,<81\",\"torch==2.11.0+xpu\",\"transformers==5.7.0\",\"triton-xpu==3.7.0\",\"vllm-xpu-kernels==0.1.7\"]"
  "python.version"                                           = "3.12"
  "toolchain.oneapi_2025_3.distro"                           = "noble"
  "toolchain.oneapi_2025_3.kind"                             = "oneapi"
  "toolchain.oneapi_2025_3.oneapi.version"                   = "2025.3"
  "toolchain.oneapi_2025_3.packages"                         = "[\"cmake\",\"g++\",\"git\",\"intel-oneapi-compiler-dpcpp-cpp-2025.3\",\"ninja-build\",\"python3.12-dev\"]"
  "upstream.vllm.git"                                        = "https://github.com/vllm-project/vllm.git"
  "variants"                                                 = "[\"forced-graph\"]"
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

  patch "mtp-fallback" {
    sha256         = "sha256:d682089564e098ae89ad60c620baedf3eb1dca1598ea5628a6f2697c3679c280"
    decoded_sha256 = "sha256:d682089564e098ae89ad60c620baedf3eb1dca1598ea5628a6f2697c3679c280"
    tree           = "29f5dd14546d4debf6cb50fda8f7c7eb4f486345"
  }

  patch "force-graph-with-comm" {
    sha256  = "sha256:ade2f099bf341615635ce1ac8ba109fe9b9a4688afc7277285d65adbf3f76d54"
    skipped = true
  }
}

toolchain "oneapi_2025_3" {
  kind    = "oneapi"
  pending = "this version of cairn does not lock closures of packages"
}

variant "forced-graph" {
  definition = "sha256:174530e1d3b86fe3901c8dc990a99d78e207f3a8cd1e4ceb1147d87579670275"

  component "vllm" {
    upstream = "vllm"
    git      = "https://github.com/vllm-project/vllm.git"
    commit   = "c51df43005726a09c6eb7348e8c1b00501c70a8e"
    tree     = "d32d3bbc7da8b0c9f0f948689a8cfcf0bcd1c950"
    exclude = [
      "docs/assets/contributing/vllm_bench_serve_timeline.html",
      "docs/assets/design/arch_overview/v1_process_architecture_tp2_dp4.png",
    ]

    patch "mtp-fallback" {
      sha256         = "sha256:d682089564e098ae89ad60c620baedf3eb1dca1598ea5628a6f2697c3679c280"
      decoded_sha256 = "sha256:d682089564e098ae89ad60c620baedf3eb1dca1598ea5628a6f2697c3679c280"
      tree           = "29f5dd14546d4debf6cb50fda8f7c7eb4f486345"
    }

    patch "force-graph-with-comm" {
      sha256         = "sha256:ade2f099bf341615635ce1ac8ba109fe9b9a4688afc7277285d65adbf3f76d54"
      decoded_sha256 = "sha256:ade2f099bf341615635ce1ac8ba109fe9b9a4688afc7277285d65adbf3f76d54"
      tree           = "7e341739182943aadc07ff3b94d1d23f7dfeff05"
    }
  }
}
