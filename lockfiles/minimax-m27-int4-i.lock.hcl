# Written by "cairn lock minimax-m27-int4-i". Never edit it: run that again.

format       = 1
stack        = "minimax-m27-int4-i"
layer_format = "cairn-layer-v1"
definition   = "sha256:afc7059a1c2080e31de4989fb41550bac077908a2256cfde5fd9c7721640ef94"

attributes = {
  "archive.lab.git"                                                  = "https://github.com/steveseguin/llm-optimizations.git"
  "archive.lab.revision"                                             = "ec9dd0ef1e56a72d0314924516b4f1a0e80fd668"
  "component.llm-scaler.build.command.commands"                      = "[[\"python3\",\"setup_moe_int4_only.py\",\"build_ext\",\"--inplace\",\"-v\"],[\"mkdir\",\"-p\",\"/out/llm-scaler\"],[\"cp\",\"-r\",\"python\",\"/out/llm-scaler/\"]]"
  "component.llm-scaler.build.command.directory"                     = "vllm/custom-esimd-kernels-vllm"
  "component.llm-scaler.build.command.driver"                        = "command"
  "component.llm-scaler.build.command.toolchain"                     = "oneapi_2025_3"
  "component.llm-scaler.build.command.variables.TORCH_XPU_ARCH_LIST" = "bmg"
  "component.llm-scaler.builds"                                      = "[\"command\"]"
  "component.llm-scaler.patch.oneapi-sycl-compat.archive"            = "lab"
  "component.llm-scaler.patch.oneapi-sycl-compat.only"               = "[\"*setup_moe_int4_only.py\"]"
  "component.llm-scaler.patch.oneapi-sycl-compat.path"               = "patches/llm-scaler-moe-int4-only-oneapi-sycl-compat-20260509.patch"
  "component.llm-scaler.patch.oneapi-sycl-compat.sha256"             = "sha256:5fc61c61c85fb2788e8005e47cb08485b8c20e79473176b12b12bd5f6b8697c9"
  "component.llm-scaler.patch.router-and-u4-experiments.archive"     = "lab"
  "component.llm-scaler.patch.router-and-u4-experiments.path"        = "patches/llm-scaler-minimax-router-and-u4-experiments-20260512.patch"
  "component.llm-scaler.patch.router-and-u4-experiments.sha256"      = "sha256:55b9c0b148c0ca35d2afe3e83095398a51e25731960d1b92da1337ec9879c55d"
  "component.llm-scaler.patches"                                     = "[\"router-and-u4-experiments\",\"oneapi-sycl-compat\"]"
  "component.llm-scaler.source.exclude"                              = "[\"omni/example_inputs/flashvsr_upscale_input.mp4\",\"omni/standalone_examples/HY-WorldPlay/assets/sample_output.gif\"]"
  "component.llm-scaler.source.revision"                             = "e0b070331d9584c0409397fb62f092f56103639c"
  "component.llm-scaler.source.upstream"                             = "llm_scaler"
  "component.vllm.build.python.driver"                               = "python"
  "component.vllm.build.python.isa"                                  = "x86-64-v3"
  "component.vllm.build.python.toolchain"                            = "oneapi_2025_3"
  "component.vllm.build.python.variables.VLLM_TARGET_DEVICE"         = "xpu"
  "component.vllm.builds"                                            = "[\"python\"]"
  "component.vllm.patch.b70-moe-config.archive"                      = "lab"
  "component.vllm.patch.b70-moe-config.path"                         = "patches/vllm-source-b70-minimax-moe-config-20260510.patch"
  "component.vllm.patch.b70-moe-config.recount"                      = "true"
  "component.vllm.patch.b70-moe-config.sha256"                       = "sha256:1edd444e56a1031cdb3c67422bd413309e0a7dec6ef1a98ea0bc10202505014b"
  "component.vllm.patch.force-graph-with-comm.archive"               = "lab"
  "component.vllm.patch.force-graph-with-comm.path"                  = "patches/vllm-xpu-force-graph-with-comm-experiment.patch"
  "component.vllm.patch.force-graph-with-comm.sha256"                = "sha256:ade2f099bf341615635ce1ac8ba109fe9b9a4688afc7277285d65adbf3f76d54"
  "component.vllm.patch.force-graph-with-comm.strip"                 = "8"
  "component.vllm.patch.graph-noop-communicator-capture.archive"     = "lab"
  "component.vllm.patch.graph-noop-communicator-capture.path"        = "patches/vllm-xpu-graph-noop-communicator-capture-20260509.patch"
  "component.vllm.patch.graph-noop-communicator-capture.sha256"      = "sha256:1dfa0170febf40048f0183f403c19ced7ec8c34ae6913c863d2ef2f5a6892eee"
  "component.vllm.patch.inc-xpu-autoround-fusedmoe.archive"          = "lab"
  "component.vllm.patch.inc-xpu-autoround-fusedmoe.path"             = "patches/vllm-inc-xpu-autoround-fusedmoe-wna16-20260508.patch"
  "component.vllm.patch.inc-xpu-autoround-fusedmoe.sha256"           = "sha256:c15cd2658723f35bb57501c001fc241f7ed694a020fad2e2ebe522beb1040cde"
  "component.vllm.patch.router-and-moe-experiments.archive"          = "lab"
  "component.vllm.patch.router-and-moe-experiments.path"             = "patches/vllm-minimax-router-and-moe-experiments-20260512.patch"
  "component.vllm.patch.router-and-moe-experiments.sha256"           = "sha256:9cd19cada181b58d0c50c5d73d19c0f67cf0497fa77fd17a8d3eeb4251ff63d7"
  "component.vllm.patch.worker-ccl-local-rank.archive"               = "lab"
  "component.vllm.patch.worker-ccl-local-rank.path"                  = "patches/vllm-xpu-worker-ccl-local-rank-optin-20260512.patch"
  "component.vllm.patch.worker-ccl-local-rank.sha256"                = "sha256:552d323868a8260f7215888ff6afce49459a1ec43e71a585fce9737ae1a132ce"
  "component.vllm.patches"                                           = "[\"inc-xpu-autoround-fusedmoe\",\"b70-moe-config\",\"router-and-moe-experiments\",\"worker-ccl-local-rank\",\"graph-noop-communicator-capture\",\"force-graph-with-comm\"]"
  "component.vllm.source.exclude"                                    = "[\"docs/assets/contributing/vllm_bench_serve_timeline.html\",\"docs/assets/design/arch_overview/v1_process_architecture_tp2_dp4.png\"]"
  "component.vllm.source.revision"                                   = "c51df43005726a09c6eb7348e8c1b00501c70a8e"
  "component.vllm.source.upstream"                                   = "vllm"
  "components"                                                       = "[\"llm-scaler\",\"vllm\"]"
  "distro.noble.apt"                                                 = "[\"ubuntu\",\"updates\",\"oneapi\"]"
  "distro.noble.apt.oneapi.components"                               = "[\"main\"]"
  "distro.noble.apt.oneapi.fingerprint"                              = "E9BF0AFC46D6E8B7DA5882F1BAC6F0C353D04109"
  "distro.noble.apt.oneapi.suite"                                    = "all"
  "distro.noble.apt.oneapi.url"                                      = "https://apt.repos.intel.com/oneapi"
  "distro.noble.apt.ubuntu.components"                               = "[\"main\",\"universe\"]"
  "distro.noble.apt.ubuntu.fingerprint"                              = "F6ECB3762474EDA9D21B7022871920D1991BC93C"
  "distro.noble.apt.ubuntu.suite"                                    = "noble"
  "distro.noble.apt.ubuntu.url"                                      = "https://snapshot.ubuntu.com/ubuntu/20260507T000000Z"
  "distro.noble.apt.updates.components"                              = "[\"main\",\"universe\"]"
  "distro.noble.apt.updates.fingerprint"                             = "F6ECB3762474EDA9D21B7022871920D1991BC93C"
  "distro.noble.apt.updates.suite"                                   = "noble-updates"
  "distro.noble.apt.updates.url"                                     = "https://snapshot.ubuntu.com/ubuntu/20260507T000000Z"
  "environment.variables.CCL_ATL_TRANSPORT"                          = "ofi"
  "environment.variables.CCL_TOPO_P2P_ACCESS"                        = "1"
  "environment.variables.ONEAPI_DEVICE_SELECTOR"                     = "level_zero:0,1,2,3"
  "environment.variables.PYTHONPATH"                                 = "/opt/stack/llm-scaler/python"
  "environment.variables.VLLM_MINIMAX_M2_ATTN_DELAY_ALLREDUCE"       = "1"
  "environment.variables.VLLM_XPU_ENABLE_XPU_GRAPH"                  = "1"
  "environment.variables.VLLM_XPU_FORCE_GRAPH_WITH_COMM"             = "1"
  "environment.variables.VLLM_XPU_GRAPH_NOOP_COMM_CAPTURE"           = "1"
  "environment.variables.VLLM_XPU_USE_LLM_SCALER_MOE"                = "1"
  "environment.variables.ZE_AFFINITY_MASK"                           = "0,1,2,3"
  "model.minimax_m27_int4.file"                                      = "MiniMax-M2.7-int4-AutoRound"
  "model.minimax_m27_int4.repository"                                = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  "python.exclude_newer"                                             = "2026-05-14"
  "python.indexes.torch"                                             = "pytorch-xpu"
  "python.indexes.triton-xpu"                                        = "pytorch-xpu"
  "python.requires"                                                  = "[\"numba==0.65.0\",\"setuptools>=77.0.3,<81\",\"torch==2.11.0+xpu\",\"transformers==5.7.0\",\"triton-xpu==3.7.0\",\"vllm-xpu-kernels==0.1.7\"]"
  "python.version"                                                   = "3.12"
  "suite.throughput.p512n1536.command"                               = "sha256:827bb7389f15561d725f3a050fb7eb50b23e4a52149f42a6b193c41ad8bf3ab0 (674 bytes)"
  "suite.throughput.p512n1536.model"                                 = "minimax_m27_int4"
  "suite.throughput.p512n1536.needs.gpu"                             = "8086:e223"
  "suite.throughput.p512n1536.needs.gpus"                            = "4"
  "suite.throughput.p512n1536.repeats"                               = "1"
  "suite.throughput.p512n1536.runner"                                = "vllm-bench-throughput"
  "suite.throughput.p512n1536.shape.output"                          = "1536"
  "suite.throughput.p512n1536.shape.prompt"                          = "512"
  "suites"                                                           = "[\"throughput.p512n1536\"]"
  "toolchain.oneapi_2025_3.distro"                                   = "noble"
  "toolchain.oneapi_2025_3.kind"                                     = "oneapi"
  "toolchain.oneapi_2025_3.oneapi.version"                           = "2025.3"
  "toolchain.oneapi_2025_3.packages"                                 = "[\"cmake\",\"g++\",\"git\",\"intel-oneapi-compiler-dpcpp-cpp-2025.3\",\"ninja-build\",\"python3.12-dev\"]"
  "upstream.llm_scaler.git"                                          = "https://github.com/intel/llm-scaler.git"
  "upstream.vllm.git"                                                = "https://github.com/vllm-project/vllm.git"
}

component "llm-scaler" {
  upstream = "llm_scaler"
  git      = "https://github.com/intel/llm-scaler.git"
  commit   = "e0b070331d9584c0409397fb62f092f56103639c"
  tree     = "9b2e9604f4b4c40d53f38fda6c0931108ffcf740"
  exclude = [
    "omni/example_inputs/flashvsr_upscale_input.mp4",
    "omni/standalone_examples/HY-WorldPlay/assets/sample_output.gif",
  ]

  patch "router-and-u4-experiments" {
    sha256         = "sha256:55b9c0b148c0ca35d2afe3e83095398a51e25731960d1b92da1337ec9879c55d"
    decoded_sha256 = "sha256:55b9c0b148c0ca35d2afe3e83095398a51e25731960d1b92da1337ec9879c55d"
    tree           = "3ccc2f5a753f7bc84f2918fd613c5af1bd973208"
  }

  patch "oneapi-sycl-compat" {
    sha256         = "sha256:5fc61c61c85fb2788e8005e47cb08485b8c20e79473176b12b12bd5f6b8697c9"
    decoded_sha256 = "sha256:5fc61c61c85fb2788e8005e47cb08485b8c20e79473176b12b12bd5f6b8697c9"
    tree           = "a4352dca9b7544ce3bb661e93ad50055e2225a7e"
  }
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

  patch "router-and-moe-experiments" {
    sha256         = "sha256:9cd19cada181b58d0c50c5d73d19c0f67cf0497fa77fd17a8d3eeb4251ff63d7"
    decoded_sha256 = "sha256:9cd19cada181b58d0c50c5d73d19c0f67cf0497fa77fd17a8d3eeb4251ff63d7"
    tree           = "669638143fc6a78d82c22bfd20b510b77c0ce673"
  }

  patch "worker-ccl-local-rank" {
    sha256         = "sha256:552d323868a8260f7215888ff6afce49459a1ec43e71a585fce9737ae1a132ce"
    decoded_sha256 = "sha256:552d323868a8260f7215888ff6afce49459a1ec43e71a585fce9737ae1a132ce"
    tree           = "508639034216ccf1207ed661d9d2409060d073b8"
  }

  patch "graph-noop-communicator-capture" {
    sha256         = "sha256:1dfa0170febf40048f0183f403c19ced7ec8c34ae6913c863d2ef2f5a6892eee"
    decoded_sha256 = "sha256:1dfa0170febf40048f0183f403c19ced7ec8c34ae6913c863d2ef2f5a6892eee"
    tree           = "e736583da6620ca7c8e073fccba2cda9f49edb4a"
  }

  patch "force-graph-with-comm" {
    sha256         = "sha256:ade2f099bf341615635ce1ac8ba109fe9b9a4688afc7277285d65adbf3f76d54"
    decoded_sha256 = "sha256:ade2f099bf341615635ce1ac8ba109fe9b9a4688afc7277285d65adbf3f76d54"
    tree           = "621ce4376f94d59ba0191437cf24be4c46c2653b"
  }
}

toolchain "oneapi_2025_3" {
  kind    = "oneapi"
  pending = "this version of cairn does not lock closures of packages"
}
