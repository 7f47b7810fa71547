# Written by "cairn lock minimax-m27-int4-d". Never edit it: run that again.

format       = 1
stack        = "minimax-m27-int4-d"
layer_format = "cairn-layer-v1"
definition   = "sha256:071c9191669fa376865da57b7fab3f46b7343b52bb62eee87efcd6561c6382d9"

attributes = {
  "archive.lab.git"                                                  = "https://github.com/steveseguin/llm-optimizations.git"
  "archive.lab.revision"                                             = "ec9dd0ef1e56a72d0314924516b4f1a0e80fd668"
  "component.llm-scaler.build.command.commands"                      = "[[\"python3\",\"setup_moe_int4_only.py\",\"build_ext\",\"--inplace\",\"-v\"],[\"mkdir\",\"-p\",\"/out/llm-scaler\"],[\"cp\",\"-r\",\"python\",\"/out/llm-scaler/\"]]"
  "component.llm-scaler.build.command.directory"                     = "vllm/custom-esimd-kernels-vllm"
  "component.llm-scaler.build.command.driver"                        = "command"
  "component.llm-scaler.build.command.toolchain"                     = "oneapi_2025_3"
  "component.llm-scaler.build.command.variables.TORCH_XPU_ARCH_LIST" = "bmg"
  "component.llm-scaler.builds"                                      = "[\"command\"]"
  "component.llm-scaler.patch.moe-int4-u4-bf16-decode.archive"       = "lab"
  "component.llm-scaler.patch.moe-int4-u4-bf16-decode.path"          = "patches/llm-scaler-moe-int4-u4-bf16-decode-20260509.patch"
  "component.llm-scaler.patch.moe-int4-u4-bf16-decode.sha256"        = "sha256:cc7e415e914d2fa425908d0d755a76644219e80126184aad666574f7d2dd95fd"
  "component.llm-scaler.patch.oneapi-sycl-compat.archive"            = "lab"
  "component.llm-scaler.patch.oneapi-sycl-compat.except"             = "[\"*ops.py\"]"
  "component.llm-scaler.patch.oneapi-sycl-compat.path"               = "patches/llm-scaler-moe-int4-only-oneapi-sycl-compat-20260509.patch"
  "component.llm-scaler.patch.oneapi-sycl-compat.sha256"             = "sha256:5fc61c61c85fb2788e8005e47cb08485b8c20e79473176b12b12bd5f6b8697c9"
  "component.llm-scaler.patches"                                     = "[\"moe-int4-u4-bf16-decode\",\"oneapi-sycl-compat\"]"
  "component.llm-scaler.source.exclude"                              = "[\"omni/example_inputs/flashvsr_upscale_input.mp4\",\"omni/standalone_examples/HY-WorldPlay/assets/sample_output.gif\"]"
  "component.llm-scaler.source.revision"                             = "e0b070331d9584c0409397fb62f092f56103639c"
  "component.llm-scaler.source.upstream"                             = "llm_scaler"
  "component.vllm.build.python.driver"                               = "python"
  "component.vllm.build.python.isa"                                  = "x86-64-v3"
  "component.vllm.build.python.toolchain"                            = "oneapi_2025_3"
  "component.vllm.build.python.variables.VLLM_TARGET_DEVICE"         = "xpu"
  "component.vllm.builds"                                            = "[\"python\"]"
  "component.vllm.patch.inc-xpu-autoround-fusedmoe.archive"          = "lab"
  "component.vllm.patch.inc-xpu-autoround-fusedmoe.path"             = "patches/vllm-inc-xpu-autoround-fusedmoe-wna16-20260508.patch"
  "component.vllm.patch.inc-xpu-autoround-fusedmoe.sha256"           = "sha256:c15cd2658723f35bb57501c001fc241f7ed694a020fad2e2ebe522beb1040cde"
  "component.vllm.patch.llm-scaler-u4-bf16-decode.archive"           = "lab"
  "component.vllm.patch.llm-scaler-u4-bf16-decode.path"              = "patches/vllm-minimax-llm-scaler-u4-bf16-decode-20260509.patch"
  "component.vllm.patch.llm-scaler-u4-bf16-decode.sha256"            = "sha256:96c59a08011bca6e3169f8f0fb482aa3916955dab0babdb49598c78fa3bd0472"
  "component.vllm.patches"                                           = "[\"inc-xpu-autoround-fusedmoe\",\"llm-scaler-u4-bf16-decode\"]"
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
  "environment.variables.CCL_IPC"                                    = "default"
  "environment.variables.CCL_TOPO_P2P_ACCESS"                        = "1"
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
  "suite.throughput.p1024n256.command"                               = "sha256:05849bca1316280a2ab64c34cdbd3db90dac976d07a49b37330638a7d80f4f48 (489 bytes)"
  "suite.throughput.p1024n256.model"                                 = "minimax_m27_int4"
  "suite.throughput.p1024n256.needs.gpu"                             = "8086:e223"
  "suite.throughput.p1024n256.needs.gpus"                            = "4"
  "suite.throughput.p1024n256.repeats"                               = "1"
  "suite.throughput.p1024n256.runner"                                = "vllm-bench-throughput"
  "suite.throughput.p1024n256.shape.output"                          = "256"
  "suite.throughput.p1024n256.shape.prompt"                          = "1024"
  "suite.throughput.p512n512.command"                                = "sha256:2dec127f2d72dc71ac948002395aa85fa6df82a5e38e4112be7fb7dcd7fc55fd (488 bytes)"
  "suite.throughput.p512n512.model"                                  = "minimax_m27_int4"
  "suite.throughput.p512n512.needs.gpu"                              = "8086:e223"
  "suite.throughput.p512n512.needs.gpus"                             = "4"
  "suite.throughput.p512n512.repeats"                                = "1"
  "suite.throughput.p512n512.runner"                                 = "vllm-bench-throughput"
  "suite.throughput.p512n512.shape.output"                           = "512"
  "suite.throughput.p512n512.shape.prompt"                           = "512"
  "suites"                                                           = "[\"throughput.p512n512\",\"throughput.p1024n256\"]"
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

  patch "moe-int4-u4-bf16-decode" {
    sha256         = "sha256:cc7e415e914d2fa425908d0d755a76644219e80126184aad666574f7d2dd95fd"
    decoded_sha256 = "sha256:cc7e415e914d2fa425908d0d755a76644219e80126184aad666574f7d2dd95fd"
    tree           = "dbbec1259b0507847d0d534349c4249409102279"
  }

  patch "oneapi-sycl-compat" {
    sha256         = "sha256:5fc61c61c85fb2788e8005e47cb08485b8c20e79473176b12b12bd5f6b8697c9"
    decoded_sha256 = "sha256:5fc61c61c85fb2788e8005e47cb08485b8c20e79473176b12b12bd5f6b8697c9"
    tree           = "216464a2a169ab00c990b3b48ce19a075aec53df"
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

  patch "llm-scaler-u4-bf16-decode" {
    sha256         = "sha256:96c59a08011bca6e3169f8f0fb482aa3916955dab0babdb49598c78fa3bd0472"
    decoded_sha256 = "sha256:96c59a08011bca6e3169f8f0fb482aa3916955dab0babdb49598c78fa3bd0472"
    tree           = "5e5634f7723433a422055da27454ba6a31e7022c"
  }
}

toolchain "oneapi_2025_3" {
  kind    = "oneapi"
  pending = "this version of cairn does not lock closures of packages"
}
