# Written by "cairn lock minimax-m27-int4-a". Never edit it: run that again.

format       = 1
stack        = "minimax-m27-int4-a"
layer_format = "cairn-layer-v1"
definition   = "sha256:ee29b92eb486e81b6512dd42e32d28e78b4da3fb1c83e8ea75a293212527fb10"

attributes = {
  "archive.lab.git"                                          = "https://github.com/steveseguin/llm-optimizations.git"
  "archive.lab.revision"                                     = "ec9dd0ef1e56a72d0314924516b4f1a0e80fd668"
  "component.vllm.build.python.driver"                       = "python"
  "component.vllm.build.python.isa"                          = "x86-64-v3"
  "component.vllm.build.python.toolchain"                    = "oneapi_2025_3"
  "component.vllm.build.python.variables.VLLM_TARGET_DEVICE" = "xpu"
  "component.vllm.builds"                                    = "[\"python\"]"
  "component.vllm.patch.b70-moe-config.archive"              = "lab"
  "component.vllm.patch.b70-moe-config.path"                 = "patches/vllm-source-b70-minimax-moe-config-20260510.patch"
  "component.vllm.patch.b70-moe-config.recount"              = "true"
  "component.vllm.patch.b70-moe-config.sha256"               = "sha256:1edd444e56a1031cdb3c67422bd413309e0a7dec6ef1a98ea0bc10202505014b"
  "component.vllm.patch.inc-xpu-autoround-fusedmoe.archive"  = "lab"
  "component.vllm.patch.inc-xpu-autoround-fusedmoe.path"     = "patches/vllm-inc-xpu-autoround-fusedmoe-wna16-20260508.patch"
  "component.vllm.patch.inc-xpu-autoround-fusedmoe.sha256"   = "sha256:c15cd2658723f35bb57501c001fc241f7ed694a020fad2e2ebe522beb1040cde"
  "component.vllm.patch.qknorm-passmanager-guard.archive"    = "lab"
  "component.vllm.patch.qknorm-passmanager-guard.path"       = "patches/vllm-minimax-qknorm-passmanager-xpu-guard-20260508.patch"
  "component.vllm.patch.qknorm-passmanager-guard.sha256"     = "sha256:d34bcf4e530a15d8cd143e33b9119223426d846ba0dc84542d9beec889fbf7ed"
  "component.vllm.patches"                                   = "[\"inc-xpu-autoround-fusedmoe\",\"b70-moe-config\",\"qknorm-passmanager-guard\"]"
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
  "environment.variables.CCL_TOPO_P2P_ACCESS"                = "1"
  "environment.variables.CCL_ZE_IPC_EXCHANGE"                = "pidfd"
  "environment.variables.ONEAPI_DEVICE_SELECTOR"             = "level_zero:0,1,2,3"
  "environment.variables.VLLM_XPU_ENABLE_XPU_GRAPH"          = "0"
  "environment.variables.ZE_AFFINITY_MASK"                   = "0,1,2,3"
  "model.minimax_m27_int4.file"                              = "MiniMax-M2.7-int4-AutoRound"
  "model.minimax_m27_int4.repository"                        = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  "python.exclude_newer"                                     = "2026-05-10"
  "python.indexes.torch"                                     = "pytorch-xpu"
  "python.indexes.triton-xpu"                                = "pytorch-xpu"
  "python.requires"                                          = "[\"numba==0.65.0\",\"setuptools>=77.0.3,<81\",\"torch==2.11.0+xpu\",\"transformers==5.7.0\",\"triton-xpu==3.7.0\",\"vllm-xpu-kernels==0.1.7\"]"
  "python.version"                                           = "3.12"
  "suite.throughput.p512n128.command"                        = "sha256:d20b04d34aa23a86f32399559c091704badaa4b6aa22720f928470e83fc88277 (488 bytes)"
  "suite.throughput.p512n128.model"                          = "minimax_m27_int4"
  "suite.throughput.p512n128.needs.gpu"                      = "8086:e223"
  "suite.throughput.p512n128.needs.gpus"                     = "4"
  "suite.throughput.p512n128.repeats"                        = "1"
  "suite.throughput.p512n128.runner"                         = "vllm-bench-throughput"
  "suite.throughput.p512n128.shape.output"                   = "128"
  "suite.throughput.p512n128.shape.prompt"                   = "512"
  "suites"                                                   = "[\"throughput.p512n128\"]"
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

  patch "inc-xpu-autoround-fusedmoe" {
    sha256         = "sha256:c15cd2658723f35bb57501c001fc241f7ed694a020fad2e2ebe522beb1040cde"
    decoded_sha256 = "sha256:c15cd2658723f35bb57501c001fc241f7ed694a020fad2e2ebe522beb1040cde"
    tree           = "0cb785c8c6e7c3c18687a16e8eeaac2cff2f73ca"
  }

  patch "b70-moe-config" {
    sha256         = "sha256:1edd444e56a1031cdb3c67422bd413309e0a7dec6ef1a98ea0bc10202505014b"
    decoded_sha256 = "sha256:1edd444e56a1031cdb3c67422bd413309e0a7dec6ef1a98ea0bc10202505014b"
    tree           = "ddfd30394c34d17989e4548110a41dcf6f86c8e5"
  }

  patch "qknorm-passmanager-guard" {
    sha256         = "sha256:d34bcf4e530a15d8cd143e33b9119223426d846ba0dc84542d9beec889fbf7ed"
    decoded_sha256 = "sha256:d34bcf4e530a15d8cd143e33b9119223426d846ba0dc84542d9beec889fbf7ed"
    tree           = "2a1e0fdcecde88a073c019296f894109c1035460"
  }
}

toolchain "oneapi_2025_3" {
  kind    = "oneapi"
  pending = "this version of cairn does not lock closures of packages"
}
