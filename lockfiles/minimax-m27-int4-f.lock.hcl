# Written by "cairn lock minimax-m27-int4-f". Never edit it: run that again.

format       = 1
stack        = "minimax-m27-int4-f"
layer_format = "cairn-layer-v1"
definition   = "sha256:37bf85b3995c2f46874ab85e05660cf346a7ba82c3e989be409bb4a3f2c39c93"

attributes = {
  "archive.lab.git"                                                  = "https://github.com/steveseguin/llm-optimizations.git"
  "archive.lab.revision"                                             = "ec9dd0ef1e56a72d0314924516b4f1a0e80fd668"
  "component.llm-scaler.build.command.commands"                      = "[[\"python3\",\"setup_moe_int4_only.py\",\"build_ext\",\"--inplace\",\"-v\"],[\"mkdir\",\"-p\",\"/out/llm-scaler\"],[\"cp\",\"-r\",\"python\",\"/out/llm-scaler/\"]]"
  "component.llm-scaler.build.command.directory"                     = "vllm/custom-esimd-kernels-vllm"
  "component.llm-scaler.build.command.driver"                        = "command"
  "component.llm-scaler.build.command.toolchain"                     = "oneapi_2025_3"
  "component.llm-scaler.build.command.variables.TORCH_XPU_ARCH_LIST" = "bmg"
  "component.llm-scaler.builds"                                      = "[\"command\"]"
  "component.llm-scaler.patch.u4-logits.archive"                     = "lab"
  "component.llm-scaler.patch.u4-logits.path"                        = "patches/llm-scaler-minimax-u4-logits-20260509.patch"
  "component.llm-scaler.patch.u4-logits.sha256"                      = "sha256:826608f7e6aea325f20f6621072fd9dc0d04efffccff414e8e6b9001ac250f2f"
  "component.llm-scaler.patches"                                     = "[\"u4-logits\"]"
  "component.llm-scaler.source.exclude"                              = "[\"omni/example_inputs/flashvsr_upscale_input.mp4\",\"omni/standalone_examples/HY-WorldPlay/assets/sample_output.gif\"]"
  "component.llm-scaler.source.revision"                             = "e0b070331d9584c0409397fb62f092f56103639c"
  "component.llm-scaler.source.upstream"                             = "llm_scaler"
  "component.vllm.build.python.driver"                               = "python"
  "component.vllm.build.python.isa"                                  = "x86-64-v3"
  "component.vllm.build.python.toolchain"                            = "oneapi_2025_3"
  "component.vllm.build.python.variables.VLLM_TARGET_DEVICE"         = "xpu"
  "component.vllm.builds"                                            = "[\"python\"]"
  "component.vllm.patch.graph-shaped-c158-floor.archive"             = "lab"
  "component.vllm.patch.graph-shaped-c158-floor.path"                = "patches/vllm-minimax-graph-shaped-c158-floor-20260510.patch"
  "component.vllm.patch.graph-shaped-c158-floor.sha256"              = "sha256:8733d85e5400a2f5ae8079218c2d2ae5a0565c899b78df16518c843b0640d318"
  "component.vllm.patches"                                           = "[\"graph-shaped-c158-floor\"]"
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
  "python.exclude_newer"                                             = "2026-05-11"
  "python.indexes.torch"                                             = "pytorch-xpu"
  "python.indexes.triton-xpu"                                        = "pytorch-xpu"
  "python.requires"                                                  = "[\"numba==0.65.0\",\"setuptools>=77.0.3,<81\",\"torch==2.11.0+xpu\",\"transformers==5.7.0\",\"triton-xpu==3.7.0\",\"vllm-xpu-kernels==0.1.7\"]"
  "python.version"                                                   = "3.12"
  "suite.throughput.p512n1536.command"                               = "sha256:7a211e098eec0a1f201607d4aef367d1ca84658da80090bae21484a42ed7c8ca (488 bytes)"
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

  patch "u4-logits" {
    sha256         = "sha256:826608f7e6aea325f20f6621072fd9dc0d04efffccff414e8e6b9001ac250f2f"
    decoded_sha256 = "sha256:826608f7e6aea325f20f6621072fd9dc0d04efffccff414e8e6b9001ac250f2f"
    tree           = "b59fbda814094a003995c065067ca210673a0313"
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

  patch "graph-shaped-c158-floor" {
    sha256         = "sha256:8733d85e5400a2f5ae8079218c2d2ae5a0565c899b78df16518c843b0640d318"
    decoded_sha256 = "sha256:8733d85e5400a2f5ae8079218c2d2ae5a0565c899b78df16518c843b0640d318"
    tree           = "76c5e95b3d89dc18a4b8e0e41a595792d101a191"
  }
}

toolchain "oneapi_2025_3" {
  kind    = "oneapi"
  pending = "this version of cairn does not lock closures of packages"
}
