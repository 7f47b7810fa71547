# Written by "cairn lock minimax-m27-int4-c". Never edit it: run that again.

format       = 1
stack        = "minimax-m27-int4-c"
layer_format = "cairn-layer-v1"
definition   = "sha256:af0f5132bd82bf205cf4f147a74dd241bc69ebc457c78dd17f644ec232529e2f"

attributes = {
  "archive.lab.git"                                                  = "https://github.com/steveseguin/llm-optimizations.git"
  "archive.lab.revision"                                             = "ec9dd0ef1e56a72d0314924516b4f1a0e80fd668"
  "component.llm-scaler.build.command.commands"                      = "[[\"python3\",\"setup_moe_int4_only.py\",\"build_ext\",\"--inplace\",\"-v\"],[\"mkdir\",\"-p\",\"/out/llm-scaler\"],[\"cp\",\"-r\",\"python\",\"/out/llm-scaler/\"]]"
  "component.llm-scaler.build.command.directory"                     = "vllm/custom-esimd-kernels-vllm"
  "component.llm-scaler.build.command.driver"                        = "command"
  "component.llm-scaler.build.command.toolchain"                     = "oneapi_2025_3"
  "component.llm-scaler.build.command.variables.TORCH_XPU_ARCH_LIST" = "bmg"
  "component.llm-scaler.builds"                                      = "[\"command\"]"
  "component.llm-scaler.patch.moe-int4-u4-decode.archive"            = "lab"
  "component.llm-scaler.patch.moe-int4-u4-decode.path"               = "patches/llm-scaler-moe-int4-u4-decode-20260509.patch"
  "component.llm-scaler.patch.moe-int4-u4-decode.sha256"             = "sha256:b02631f91010a184acc3de20e41cc9dc6f0002e947c351d31300b4a15469a203"
  "component.llm-scaler.patches"                                     = "[\"moe-int4-u4-decode\"]"
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
  "component.vllm.patch.inc-xpu-autoround-fusedmoe.archive"          = "lab"
  "component.vllm.patch.inc-xpu-autoround-fusedmoe.path"             = "patches/vllm-inc-xpu-autoround-fusedmoe-wna16-20260508.patch"
  "component.vllm.patch.inc-xpu-autoround-fusedmoe.sha256"           = "sha256:c15cd2658723f35bb57501c001fc241f7ed694a020fad2e2ebe522beb1040cde"
  "component.vllm.patch.llm-scaler-u4-decode.archive"                = "lab"
  "component.vllm.patch.llm-scaler-u4-decode.path"                   = "patches/vllm-minimax-llm-scaler-u4-decode-20260509.patch"
  "component.vllm.patch.llm-scaler-u4-decode.sha256"                 = "sha256:d53e7724126667220f96c89a0c27eceb10da5dbc07571797dc0d0443f1522755"
  "component.vllm.patches"                                           = "[\"inc-xpu-autoround-fusedmoe\",\"llm-scaler-u4-decode\",\"b70-moe-config\"]"
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
  "environment.variables.CCL_ZE_IPC_EXCHANGE"                        = "pidfd"
  "environment.variables.ONEAPI_DEVICE_SELECTOR"                     = "level_zero:0,1,2,3"
  "environment.variables.PYTHONPATH"                                 = "/opt/stack/llm-scaler/python"
  "environment.variables.VLLM_XPU_ENABLE_XPU_GRAPH"                  = "0"
  "environment.variables.VLLM_XPU_USE_LLM_SCALER_MOE"                = "1"
  "environment.variables.ZE_AFFINITY_MASK"                           = "0,1,2,3"
  "model.minimax_m27_int4.file"                                      = "MiniMax-M2.7-int4-AutoRound"
  "model.minimax_m27_int4.repository"                                = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  "python.exclude_newer"                                             = "2026-05-10"
  "python.indexes.torch"                                             = "pytorch-xpu"
  "python.indexes.triton-xpu"                                        = "pytorch-xpu"
  "python.requires"                                                  = "[\"numba==0.65.0\",\"setuptools>=77.0.3,<81\",\"torch==2.11.0+xpu\",\"transformers==5.7.0\",\"triton-xpu==3.7.0\",\"vllm-xpu-kernels==0.1.7\"]"
  "python.version"                                                   = "3.12"
  "suite.throughput.p512n128.command"                                = "sha256:00d538ca743ae4d37a59a597170355c0af78dc0ef582bf562b28379729f759aa (487 bytes)"
  "suite.throughput.p512n128.model"                                  = "minimax_m27_int4"
  "suite.throughput.p512n128.needs.gpu"                              = "8086:e223"
  "suite.throughput.p512n128.needs.gpus"                             = "4"
  "suite.throughput.p512n128.repeats"                                = "1"
  "suite.throughput.p512n128.runner"                                 = "vllm-bench-throughput"
  "suite.throughput.p512n128.shape.output"                           = "128"
  "suite.throughput.p512n128.shape.prompt"                           = "512"
  "suite.throughput.p512n256.command"                                = "sha256:72eab70c9e32d2f6cf3db8f7d096a363dbc3ba0ad1643bc4e23810442f36cd1a (487 bytes)"
  "suite.throughput.p512n256.model"                                  = "minimax_m27_int4"
  "suite.throughput.p512n256.needs.gpu"                              = "8086:e223"
  "suite.throughput.p512n256.needs.gpus"                             = "4"
  "suite.throughput.p512n256.repeats"                                = "1"
  "suite.throughput.p512n256.runner"                                 = "vllm-bench-throughput"
  "suite.throughput.p512n256.shape.output"                           = "256"
  "suite.throughput.p512n256.shape.prompt"                           = "512"
  "suite.throughput.p512n512.command"                                = "sha256:252c13707c77d81dabaeac37bbfa36f413ec1a9a2c13584975047fef0f9134d2 (487 bytes)"
  "suite.throughput.p512n512.model"                                  = "minimax_m27_int4"
  "suite.throughput.p512n512.needs.gpu"                              = "8086:e223"
  "suite.throughput.p512n512.needs.gpus"                             = "4"
  "suite.throughput.p512n512.repeats"                                = "1"
  "suite.throughput.p512n512.runner"                                 = "vllm-bench-throughput"
  "suite.throughput.p512n512.shape.output"                           = "512"
  "suite.throughput.p512n512.shape.prompt"                           = "512"
  "suites"                                                           = "[\"throughput.p512n128\",\"throughput.p512n256\",\"throughput.p512n512\"]"
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

  patch "moe-int4-u4-decode" {
    sha256         = "sha256:b02631f91010a184acc3de20e41cc9dc6f0002e947c351d31300b4a15469a203"
    decoded_sha256 = "sha256:b02631f91010a184acc3de20e41cc9dc6f0002e947c351d31300b4a15469a203"
    tree           = "606eed8380df57269fd2d1b733477f36bdf56294"
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

  patch "llm-scaler-u4-decode" {
    sha256         = "sha256:d53e7724126667220f96c89a0c27eceb10da5dbc07571797dc0d0443f1522755"
    decoded_sha256 = "sha256:d53e7724126667220f96c89a0c27eceb10da5dbc07571797dc0d0443f1522755"
    tree           = "b6a218e75c8f26983e666f1cd669a1e6c9213db5"
  }

  patch "b70-moe-config" {
    sha256         = "sha256:1edd444e56a1031cdb3c67422bd413309e0a7dec6ef1a98ea0bc10202505014b"
    decoded_sha256 = "sha256:1edd444e56a1031cdb3c67422bd413309e0a7dec6ef1a98ea0bc10202505014b"
    tree           = "ef61e9a4d86e22631a3ef76abe428ac641a438fd"
  }
}

toolchain "oneapi_2025_3" {
  kind    = "oneapi"
  pending = "this version of cairn does not lock closures of packages"
}
