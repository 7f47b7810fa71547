# Written by "cairn lock minimax-m27-int4-n". Never edit it: run that again.

format       = 1
stack        = "minimax-m27-int4-n"
layer_format = "cairn-layer-v1"
definition   = "sha256:d6ac81092d0cbaa470b20d9ae2ebe65bf3395fe1a1ea549497c334aa9f495833"

attributes = {
  "archive.lab.git"                                                      = "https://github.com/steveseguin/llm-optimizations.git"
  "archive.lab.revision"                                                 = "ec9dd0ef1e56a72d0314924516b4f1a0e80fd668"
  "component.harness.build.command.commands"                             = "[[\"mkdir\",\"-p\",\"/out/lab\"],[\"cp\",\"-r\",\"prompts\",\"scripts\",\"/out/lab/\"]]"
  "component.harness.build.command.driver"                               = "command"
  "component.harness.build.command.toolchain"                            = "oneapi_2025_3"
  "component.harness.builds"                                             = "[\"command\"]"
  "component.harness.source.revision"                                    = "ec9dd0ef1e56a72d0314924516b4f1a0e80fd668"
  "component.harness.source.upstream"                                    = "lab"
  "component.llm-scaler.build.command.commands"                          = "[[\"python3\",\"setup_moe_int4_only.py\",\"build_ext\",\"--inplace\",\"-v\"],[\"mkdir\",\"-p\",\"/out/llm-scaler\"],[\"cp\",\"-r\",\"python\",\"/out/llm-scaler/\"]]"
  "component.llm-scaler.build.command.directory"                         = "vllm/custom-esimd-kernels-vllm"
  "component.llm-scaler.build.command.driver"                            = "command"
  "component.llm-scaler.build.command.toolchain"                         = "oneapi_2025_3"
  "component.llm-scaler.build.command.variables.TORCH_XPU_ARCH_LIST"     = "bmg"
  "component.llm-scaler.builds"                                          = "[\"command\"]"
  "component.llm-scaler.patch.oneapi-sycl-compat.archive"                = "lab"
  "component.llm-scaler.patch.oneapi-sycl-compat.only"                   = "[\"*setup_moe_int4_only.py\"]"
  "component.llm-scaler.patch.oneapi-sycl-compat.path"                   = "patches/llm-scaler-moe-int4-only-oneapi-sycl-compat-20260509.patch"
  "component.llm-scaler.patch.oneapi-sycl-compat.sha256"                 = "sha256:5fc61c61c85fb2788e8005e47cb08485b8c20e79473176b12b12bd5f6b8697c9"
  "component.llm-scaler.patch.router-and-u4-experiments.archive"         = "lab"
  "component.llm-scaler.patch.router-and-u4-experiments.path"            = "patches/llm-scaler-minimax-router-and-u4-experiments-20260512.patch"
  "component.llm-scaler.patch.router-and-u4-experiments.sha256"          = "sha256:55b9c0b148c0ca35d2afe3e83095398a51e25731960d1b92da1337ec9879c55d"
  "component.llm-scaler.patches"                                         = "[\"router-and-u4-experiments\",\"oneapi-sycl-compat\"]"
  "component.llm-scaler.source.exclude"                                  = "[\"omni/example_inputs/flashvsr_upscale_input.mp4\",\"omni/standalone_examples/HY-WorldPlay/assets/sample_output.gif\"]"
  "component.llm-scaler.source.revision"                                 = "e0b070331d9584c0409397fb62f092f56103639c"
  "component.llm-scaler.source.upstream"                                 = "llm_scaler"
  "component.vllm.build.python.driver"                                   = "python"
  "component.vllm.build.python.isa"                                      = "x86-64-v3"
  "component.vllm.build.python.toolchain"                                = "oneapi_2025_3"
  "component.vllm.build.python.variables.VLLM_TARGET_DEVICE"             = "xpu"
  "component.vllm.builds"                                                = "[\"python\"]"
  "component.vllm.patch.b70-moe-config.archive"                          = "lab"
  "component.vllm.patch.b70-moe-config.path"                             = "patches/vllm-source-b70-minimax-moe-config-20260510.patch"
  "component.vllm.patch.b70-moe-config.recount"                          = "true"
  "component.vllm.patch.b70-moe-config.sha256"                           = "sha256:1edd444e56a1031cdb3c67422bd413309e0a7dec6ef1a98ea0bc10202505014b"
  "component.vllm.patch.clone-sample-hidden.allow_fuzz"                  = "true"
  "component.vllm.patch.clone-sample-hidden.archive"                     = "lab"
  "component.vllm.patch.clone-sample-hidden.context"                     = "0"
  "component.vllm.patch.clone-sample-hidden.ignore_whitespace"           = "true"
  "component.vllm.patch.clone-sample-hidden.path"                        = "patches/vllm-xpu-clone-sample-hidden-20260517.patch"
  "component.vllm.patch.clone-sample-hidden.recount"                     = "true"
  "component.vllm.patch.clone-sample-hidden.sha256"                      = "sha256:d87a2070fe1296c9ae0448528f4ab4776b27cad553b20a77c3daee4293b0371a"
  "component.vllm.patch.clone-sample-hidden.unidiff_zero"                = "true"
  "component.vllm.patch.finite-trace-helper.archive"                     = "lab"
  "component.vllm.patch.finite-trace-helper.path"                        = "patches/vllm-xpu-finite-trace-helper-20260517.patch"
  "component.vllm.patch.finite-trace-helper.sha256"                      = "sha256:c1cd081fda01205fae04da5230d6ecf192a1ef69109a8451dda32f9d09663bae"
  "component.vllm.patch.full-decode-graph-triton.archive"                = "lab"
  "component.vllm.patch.full-decode-graph-triton.path"                   = "patches/vllm-xpu-minimax-full-decode-graph-triton-20260514.patch"
  "component.vllm.patch.full-decode-graph-triton.sha256"                 = "sha256:b3301f15c188d50b938dce780f94f45381160664af88b9010c8c2c22cd4110ec"
  "component.vllm.patch.graph-noop-communicator-capture.archive"         = "lab"
  "component.vllm.patch.graph-noop-communicator-capture.path"            = "patches/vllm-xpu-graph-noop-communicator-capture-20260509.patch"
  "component.vllm.patch.graph-noop-communicator-capture.sha256"          = "sha256:1dfa0170febf40048f0183f403c19ced7ec8c34ae6913c863d2ef2f5a6892eee"
  "component.vllm.patch.greedy-local-argmax.archive"                     = "lab"
  "component.vllm.patch.greedy-local-argmax.except"                      = "[\"vllm/model_executor/models/minimax_m2.py\"]"
  "component.vllm.patch.greedy-local-argmax.path"                        = "patches/vllm-minimax-greedy-local-argmax-xpu-20260517.patch"
  "component.vllm.patch.greedy-local-argmax.sha256"                      = "sha256:c0e96b162b54d088431adaed0a1d5da4c7f432616b7794045097b05ae017a404"
  "component.vllm.patch.inc-xpu-autoround-fusedmoe.archive"              = "lab"
  "component.vllm.patch.inc-xpu-autoround-fusedmoe.path"                 = "patches/vllm-inc-xpu-autoround-fusedmoe-wna16-20260508.patch"
  "component.vllm.patch.inc-xpu-autoround-fusedmoe.sha256"               = "sha256:c15cd2658723f35bb57501c001fc241f7ed694a020fad2e2ebe522beb1040cde"
  "component.vllm.patch.qk-rms-clean-weight-guard.archive"               = "lab"
  "component.vllm.patch.qk-rms-clean-weight-guard.path"                  = "patches/vllm-minimax-qk-rms-clean-weight-guard-20260515.patch"
  "component.vllm.patch.qk-rms-clean-weight-guard.sha256"                = "sha256:0107e32971001ee09c2db4b18d9251a699806503d936d1de8d4dbe236b9fe3b4"
  "component.vllm.patch.qk-rms-helper-clean-weight-guard.archive"        = "lab"
  "component.vllm.patch.qk-rms-helper-clean-weight-guard.path"           = "patches/vllm-minimax-qk-rms-helper-clean-weight-guard-20260515.patch"
  "component.vllm.patch.qk-rms-helper-clean-weight-guard.sha256"         = "sha256:cb3f7908f60c60a9bd90399a749b95ef9550914c165a5583129d72351ec34d60"
  "component.vllm.patch.router-and-moe-experiments.archive"              = "lab"
  "component.vllm.patch.router-and-moe-experiments.except"               = "[\"vllm/model_executor/models/minimax_m2.py\"]"
  "component.vllm.patch.router-and-moe-experiments.path"                 = "patches/vllm-minimax-router-and-moe-experiments-20260512.patch"
  "component.vllm.patch.router-and-moe-experiments.sha256"               = "sha256:9cd19cada181b58d0c50c5d73d19c0f67cf0497fa77fd17a8d3eeb4251ff63d7"
  "component.vllm.patch.worker-ccl-local-rank.archive"                   = "lab"
  "component.vllm.patch.worker-ccl-local-rank.path"                      = "patches/vllm-xpu-worker-ccl-local-rank-optin-20260512.patch"
  "component.vllm.patch.worker-ccl-local-rank.sha256"                    = "sha256:552d323868a8260f7215888ff6afce49459a1ec43e71a585fce9737ae1a132ce"
  "component.vllm.patches"                                               = "sha256:8f6b1c0d9230f984eb07316090f40a786fbd355b0ab75202361201497434032b (290 bytes)"
  "component.vllm.source.exclude"                                        = "[\"docs/assets/contributing/vllm_bench_serve_timeline.html\",\"docs/assets/design/arch_overview/v1_process_architecture_tp2_dp4.png\"]"
  "component.vllm.source.revision"                                       = "c51df43005726a09c6eb7348e8c1b00501c70a8e"
  "component.vllm.source.upstream"                                       = "vllm"
  "components"                                                           = "[\"llm-scaler\",\"vllm\",\"harness\"]"
  "distro.noble.apt"                                                     = "[\"ubuntu\",\"updates\",\"oneapi\"]"
  "distro.noble.apt.oneapi.components"                                   = "[\"main\"]"
  "distro.noble.apt.oneapi.fingerprint"                                  = "E9BF0AFC46D6E8B7DA5882F1BAC6F0C353D04109"
  "distro.noble.apt.oneapi.suite"                                        = "all"
  "distro.noble.apt.oneapi.url"                                          = "https://apt.repos.intel.com/oneapi"
  "distro.noble.apt.ubuntu.components"                                   = "[\"main\",\"universe\"]"
  "distro.noble.apt.ubuntu.fingerprint"                                  = "F6ECB3762474EDA9D21B7022871920D1991BC93C"
  "distro.noble.apt.ubuntu.suite"                                        = "noble"
  "distro.noble.apt.ubuntu.url"                                          = "https://snapshot.ubuntu.com/ubuntu/20260507T000000Z"
  "distro.noble.apt.updates.components"                                  = "[\"main\",\"universe\"]"
  "distro.noble.apt.updates.fingerprint"                                 = "F6ECB3762474EDA9D21B7022871920D1991BC93C"
  "distro.noble.apt.updates.suite"                                       = "noble-updates"
  "distro.noble.apt.updates.url"                                         = "https://snapshot.ubuntu.com/ubuntu/20260507T000000Z"
  "environment.variables.CCL_ATL_TRANSPORT"                              = "ofi"
  "environment.variables.CCL_TOPO_P2P_ACCESS"                            = "1"
  "environment.variables.ONEAPI_DEVICE_SELECTOR"                         = "level_zero:0,1,2,3"
  "environment.variables.PYTHONPATH"                                     = "/opt/stack/llm-scaler/python"
  "environment.variables.VLLM_BENCH_TEMPERATURE"                         = "0"
  "environment.variables.VLLM_MINIMAX_M2_ATTN_DELAY_ALLREDUCE"           = "1"
  "environment.variables.VLLM_MINIMAX_M2_CLONE_FINAL_HIDDEN"             = "0"
  "environment.variables.VLLM_MINIMAX_QK_NORM_RESTORE_WEIGHT"            = "1"
  "environment.variables.VLLM_MINIMAX_QK_NORM_RESTORE_WEIGHT_MIN_TOKENS" = "2"
  "environment.variables.VLLM_XPU_CLONE_SAMPLE_HIDDEN"                   = "1"
  "environment.variables.VLLM_XPU_COMPILE_ALLREDUCE_NO_CLONE"            = "1"
  "environment.variables.VLLM_XPU_ENABLE_XPU_GRAPH"                      = "1"
  "environment.variables.VLLM_XPU_FORCE_GRAPH_WITH_COMM"                 = "1"
  "environment.variables.VLLM_XPU_GRAPH_NOOP_COMM_CAPTURE"               = "1"
  "environment.variables.VLLM_XPU_USE_LLM_SCALER_MOE"                    = "1"
  "environment.variables.ZE_AFFINITY_MASK"                               = "0,1,2,3"
  "index.pytorch-xpu.url"                                                = "https://download.pytorch.org/whl/xpu"
  "index.vllm-xpu-kernels-0_1_7.links"                                   = "true"
  "index.vllm-xpu-kernels-0_1_7.url"                                     = "https://github.com/vllm-project/vllm-xpu-kernels/releases/expanded_assets/v0.1.7"
  "model.minimax_m27_int4.file"                                          = "MiniMax-M2.7-int4-AutoRound"
  "model.minimax_m27_int4.repository"                                    = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  "python.exclude_newer"                                                 = "2026-05-18"
  "python.from"                                                          = "[\"pytorch-xpu\",\"vllm-xpu-kernels-0_1_7\"]"
  "python.indexes.torch"                                                 = "pytorch-xpu"
  "python.indexes.triton-xpu"                                            = "pytorch-xpu"
  "python.indexes.vllm-xpu-kernels"                                      = "vllm-xpu-kernels-0_1_7"
  "python.requires"                                                      = "[\"numba==0.65.0\",\"setuptools>=77.0.3,<81\",\"torch==2.11.0+xpu\",\"transformers==5.7.0\",\"triton-xpu==3.7.0\",\"vllm-xpu-kernels==0.1.7\"]"
  "python.version"                                                       = "3.12"
  "suite.quality.strict.gate.arithmetic-repeat.command"                  = "sha256:e6eccd922831518ff3db0573da8784eca22f771fea7aeb5ba021b392d8009262 (548 bytes)"
  "suite.quality.strict.gate.arithmetic-repeat.expect.determinism"       = "lstrip_text"
  "suite.quality.strict.gate.arithmetic-repeat.expect.prompt.0.contains" = "[\"42\"]"
  "suite.quality.strict.gate.arithmetic-repeat.expect.prompt.0.matches"  = "[\"^\\\\s*42\\\\s*$\"]"
  "suite.quality.strict.gate.arithmetic-repeat.expect.prompts"           = "[\"0\"]"
  "suite.quality.strict.gate.arithmetic-repeat.runner"                   = "vllm-quality"
  "suite.quality.strict.gate.raw145-n256.command"                        = "sha256:13ababf1bcb39317d5301a5b44b565f2b63f681c181e520d081d9d5d8d35c07d (550 bytes)"
  "suite.quality.strict.gate.raw145-n256.expect.combined_token_sha256"   = "sha256:58f6e8251c7a0a17e8c441278b5861f7d5da914fa1823ecd10484b296f2d7537"
  "suite.quality.strict.gate.raw145-n256.runner"                         = "vllm-quality"
  "suite.quality.strict.gate.raw145-n64.command"                         = "sha256:5427f8871239540eba4616e5597e6ad3c5abf439069bf0ba4377b4203dab5ef6 (549 bytes)"
  "suite.quality.strict.gate.raw145-n64.expect.combined_token_sha256"    = "sha256:267cbf30208d84929ee79284ac695467f7e80597bf8694130e1e1f8b180eb5bd"
  "suite.quality.strict.gate.raw145-n64.runner"                          = "vllm-quality"
  "suite.quality.strict.gate.semantic.command"                           = "sha256:64799acbdadff1f558f2efd673b9a237a204661740fd2a5589bfd63e52697246 (685 bytes)"
  "suite.quality.strict.gate.semantic.expect.determinism"                = "lstrip_text"
  "suite.quality.strict.gate.semantic.expect.prompt.0.contains"          = "[\"PASS\"]"
  "suite.quality.strict.gate.semantic.expect.prompt.1.contains"          = "[\"42\"]"
  "suite.quality.strict.gate.semantic.expect.prompt.1.matches"           = "[\"^\\\\s*42\\\\s*$\"]"
  "suite.quality.strict.gate.semantic.expect.prompt.2.contains"          = "[\"def add_one\"]"
  "suite.quality.strict.gate.semantic.expect.prompt.2.matches"           = "[\"return\\\\s+x\\\\s*\\\\+\\\\s*1\"]"
  "suite.quality.strict.gate.semantic.expect.prompts"                    = "[\"0\",\"1\",\"2\"]"
  "suite.quality.strict.gate.semantic.runner"                            = "vllm-quality"
  "suite.quality.strict.gate.sixpack.command"                            = "sha256:540dfe0a84f4107f8853dc97849e855c5cee7108ef8245e693318114a5e53a7b (891 bytes)"
  "suite.quality.strict.gate.sixpack.expect.determinism"                 = "lstrip_text"
  "suite.quality.strict.gate.sixpack.expect.prompt.0.contains"           = "[\"PASS\"]"
  "suite.quality.strict.gate.sixpack.expect.prompt.1.contains"           = "[\"42\"]"
  "suite.quality.strict.gate.sixpack.expect.prompt.1.matches"            = "[\"^\\\\s*42\\\\s*$\"]"
  "suite.quality.strict.gate.sixpack.expect.prompt.2.contains"           = "[\"def add_one\"]"
  "suite.quality.strict.gate.sixpack.expect.prompt.2.matches"            = "[\"return\\\\s+x\\\\s*\\\\+\\\\s*1\"]"
  "suite.quality.strict.gate.sixpack.expect.prompt.3.contains"           = "[\"\\\"status\\\"\",\"\\\"ok\\\"\",\"\\\"count\\\"\",\"alpha\",\"beta\",\"gamma\"]"
  "suite.quality.strict.gate.sixpack.expect.prompt.4.contains"           = "[\"alpha\",\"beta\",\"delta\",\"gamma\"]"
  "suite.quality.strict.gate.sixpack.expect.prompt.5.contains"           = "[\"SELECT id, name FROM users WHERE active = 1 ORDER BY id ASC\"]"
  "suite.quality.strict.gate.sixpack.expect.prompts"                     = "[\"0\",\"1\",\"2\",\"3\",\"4\",\"5\"]"
  "suite.quality.strict.gate.sixpack.runner"                             = "vllm-quality"
  "suite.quality.strict.gates"                                           = "[\"raw145-n64\",\"raw145-n256\",\"semantic\",\"arithmetic-repeat\",\"sixpack\"]"
  "suite.quality.strict.model"                                           = "minimax_m27_int4"
  "suite.quality.strict.needs.gpu"                                       = "8086:e223"
  "suite.quality.strict.needs.gpus"                                      = "4"
  "suite.throughput.p512n1536.command"                                   = "sha256:9b06f98d7f9a856eaf535b092f739fd363af742744b8746b53dfbd3006c60076 (710 bytes)"
  "suite.throughput.p512n1536.model"                                     = "minimax_m27_int4"
  "suite.throughput.p512n1536.needs.gpu"                                 = "8086:e223"
  "suite.throughput.p512n1536.needs.gpus"                                = "4"
  "suite.throughput.p512n1536.repeats"                                   = "2"
  "suite.throughput.p512n1536.runner"                                    = "vllm-bench-throughput"
  "suite.throughput.p512n1536.shape.output"                              = "1536"
  "suite.throughput.p512n1536.shape.prompt"                              = "512"
  "suites"                                                               = "[\"quality.strict\",\"throughput.p512n1536\"]"
  "toolchain.oneapi_2025_3.distro"                                       = "noble"
  "toolchain.oneapi_2025_3.kind"                                         = "oneapi"
  "toolchain.oneapi_2025_3.oneapi.version"                               = "2025.3"
  "toolchain.oneapi_2025_3.packages"                                     = "[\"cmake\",\"g++\",\"git\",\"intel-oneapi-compiler-dpcpp-cpp-2025.3\",\"ninja-build\",\"python3.12-dev\"]"
  "upstream.lab.git"                                                     = "https://github.com/steveseguin/llm-optimizations.git"
  "upstream.llm_scaler.git"                                              = "https://github.com/intel/llm-scaler.git"
  "upstream.vllm.git"                                                    = "https://github.com/vllm-project/vllm.git"
}

component "harness" {
  upstream = "lab"
  git      = "https://github.com/steveseguin/llm-optimizations.git"
  commit   = "ec9dd0ef1e56a72d0314924516b4f1a0e80fd668"
  tree     = "d6c4e76debcf2af57294443c37bc8f3810a0651c"
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
    tree           = "276fd078cd2759def40f997dffb2ca571049be9b"
  }

  patch "worker-ccl-local-rank" {
    sha256         = "sha256:552d323868a8260f7215888ff6afce49459a1ec43e71a585fce9737ae1a132ce"
    decoded_sha256 = "sha256:552d323868a8260f7215888ff6afce49459a1ec43e71a585fce9737ae1a132ce"
    tree           = "cb25efa60d1a8c41d5d8ac0e82567b54e6b28b11"
  }

  patch "graph-noop-communicator-capture" {
    sha256         = "sha256:1dfa0170febf40048f0183f403c19ced7ec8c34ae6913c863d2ef2f5a6892eee"
    decoded_sha256 = "sha256:1dfa0170febf40048f0183f403c19ced7ec8c34ae6913c863d2ef2f5a6892eee"
    tree           = "88c41862a731be4d467faeb68b0f44577efc069b"
  }

  patch "full-decode-graph-triton" {
    sha256         = "sha256:b3301f15c188d50b938dce780f94f45381160664af88b9010c8c2c22cd4110ec"
    decoded_sha256 = "sha256:b3301f15c188d50b938dce780f94f45381160664af88b9010c8c2c22cd4110ec"
    tree           = "073a388471ff933c4aa78663b4d9fb4ac46f16e8"
  }

  patch "qk-rms-clean-weight-guard" {
    sha256         = "sha256:0107e32971001ee09c2db4b18d9251a699806503d936d1de8d4dbe236b9fe3b4"
    decoded_sha256 = "sha256:0107e32971001ee09c2db4b18d9251a699806503d936d1de8d4dbe236b9fe3b4"
    tree           = "708a6fc206682b7a7fb9113777ad19affc15f20f"
  }

  patch "qk-rms-helper-clean-weight-guard" {
    sha256         = "sha256:cb3f7908f60c60a9bd90399a749b95ef9550914c165a5583129d72351ec34d60"
    decoded_sha256 = "sha256:cb3f7908f60c60a9bd90399a749b95ef9550914c165a5583129d72351ec34d60"
    tree           = "41d9397fece1606e427b8bb5e0ef8e831d7533e3"
  }

  patch "greedy-local-argmax" {
    sha256         = "sha256:c0e96b162b54d088431adaed0a1d5da4c7f432616b7794045097b05ae017a404"
    decoded_sha256 = "sha256:c0e96b162b54d088431adaed0a1d5da4c7f432616b7794045097b05ae017a404"
    tree           = "242bce92b807b050de7c38e0f95ecd2b5eb6ec40"
  }

  patch "finite-trace-helper" {
    sha256         = "sha256:c1cd081fda01205fae04da5230d6ecf192a1ef69109a8451dda32f9d09663bae"
    decoded_sha256 = "sha256:c1cd081fda01205fae04da5230d6ecf192a1ef69109a8451dda32f9d09663bae"
    tree           = "562fd97c68fa31d20dc25c7ac0cc41fd8c7e7deb"
  }

  patch "clone-sample-hidden" {
    sha256         = "sha256:d87a2070fe1296c9ae0448528f4ab4776b27cad553b20a77c3daee4293b0371a"
    decoded_sha256 = "sha256:d87a2070fe1296c9ae0448528f4ab4776b27cad553b20a77c3daee4293b0371a"
    tree           = "b2b09e5adae6660d1d601c368e9a63bf77b2283f"
  }
}

toolchain "oneapi_2025_3" {
  kind    = "oneapi"
  pending = "not reached when it was locked: https://snapshot.ubuntu.com/ubuntu/20260507T000000Z/dists/noble, https://snapshot.ubuntu.com/ubuntu/20260507T000000Z/dists/noble-updates, https://apt.repos.intel.com/oneapi/dists/all"
}

python "3.12" {

  resolver "uv" {
    version = "0.13.8"
    file    = "uv-0.13.8-py3-none-musllinux_1_1_x86_64.whl"
    size    = 19139972
    sha256  = "sha256:29451c60f5e8b07403e0a175d5229efc36b0289b34143ff4aaa499a5dd52553a"
  }

  pending "torch" {
    requirement = "torch==2.11.0+xpu"
    index       = "pytorch-xpu"
    reason      = "index pytorch-xpu could not be reached"
  }

  pending "triton-xpu" {
    requirement = "triton-xpu==3.7.0"
    index       = "pytorch-xpu"
    reason      = "index pytorch-xpu could not be reached"
  }

  pending "vllm-xpu-kernels" {
    requirement = "vllm-xpu-kernels==0.1.7"
    index       = "vllm-xpu-kernels-0_1_7"
    reason      = "index vllm-xpu-kernels-0_1_7 could not be reached"
  }

  wheel "annotated-doc" {
    version = "0.0.4"
    file    = "annotated_doc-0.0.4-py3-none-any.whl"
    size    = 5303
    sha256  = "sha256:571ac1dc6991c450b25a9c2d84a3705e2ae7a53467b5d111c24fa8baabbed320"
  }

  wheel "anyio" {
    version = "4.13.0"
    file    = "anyio-4.13.0-py3-none-any.whl"
    size    = 114353
    sha256  = "sha256:08b310f9e24a9594186fd75b4f73f4a4152069e3853f1ed8bfbf58369f4ad708"
  }

  wheel "certifi" {
    version = "2026.4.22"
    file    = "certifi-2026.4.22-py3-none-any.whl"
    size    = 135707
    sha256  = "sha256:3cb2210c8f88ba2318d29b0388d1023c8492ff72ecdde4ebdaddbb13a31b1c4a"
  }

  wheel "click" {
    version = "8.4.0"
    file    = "click-8.4.0-py3-none-any.whl"
    size    = 116147
    sha256  = "sha256:40c50b7c6c6adac2823d411041ec84f3f103f1b280d5e9ce0d7f998995832f81"
  }

  wheel "filelock" {
    version = "3.29.0"
    file    = "filelock-3.29.0-py3-none-any.whl"
    size    = 39812
    sha256  = "sha256:96f5f6344709aa1572bbf631c640e4ebeeb519e08da902c39a001882f30ac258"
  }

  wheel "fsspec" {
    version = "2026.4.0"
    file    = "fsspec-2026.4.0-py3-none-any.whl"
    size    = 203402
    sha256  = "sha256:11ef7bb35dab8a394fde6e608221d5cf3e8499401c249bebaeaad760a1a8dec2"
  }

  wheel "h11" {
    version = "0.16.0"
    file    = "h11-0.16.0-py3-none-any.whl"
    size    = 37515
    sha256  = "sha256:63cf8bbe7522de3bf65932fda1d9c2772064ffb3dae62d55932da54b31cb6c86"
  }

  wheel "hf-xet" {
    version = "1.5.0"
    file    = "hf_xet-1.5.0-cp37-abi3-manylinux2014_x86_64.manylinux_2_17_x86_64.whl"
    size    = 4465986
    sha256  = "sha256:3531b1823a0e6d77d80f9ed15ca0e00f0d115094f8ac033d5cae88f4564cc949"
  }

  wheel "httpcore" {
    version = "1.0.9"
    file    = "httpcore-1.0.9-py3-none-any.whl"
    size    = 78784
    sha256  = "sha256:2d400746a40668fc9dec9810239072b40b4484b640a8c38fd654a024c7a1bf55"
  }

  wheel "httpx" {
    version = "0.28.1"
    file    = "httpx-0.28.1-py3-none-any.whl"
    size    = 73517
    sha256  = "sha256:d909fcccc110f8c7faf814ca82a9a4d816bc5a6dbfea25d6591d6985b8ba59ad"
  }

  wheel "huggingface-hub" {
    version = "1.15.0"
    file    = "huggingface_hub-1.15.0-py3-none-any.whl"
    size    = 663602
    sha256  = "sha256:a4a59af04cbc41a3fe3fec429b171ef994ef8c971eda10136746f408dd4e3744"
  }

  wheel "idna" {
    version = "3.15"
    file    = "idna-3.15-py3-none-any.whl"
    size    = 72340
    sha256  = "sha256:048adeaf8c2d788c40fee287673ccaa74c24ffd8dcf09ffa555a2fbb59f10ac8"
  }

  wheel "llvmlite" {
    version = "0.47.0"
    file    = "llvmlite-0.47.0-cp312-cp312-manylinux2014_x86_64.manylinux_2_17_x86_64.whl"
    size    = 56275178
    sha256  = "sha256:5853bf26160857c0c2573415ff4efe01c4c651e59e2c55c2a088740acfee51cd"
  }

  wheel "markdown-it-py" {
    version = "4.2.0"
    file    = "markdown_it_py-4.2.0-py3-none-any.whl"
    size    = 91687
    sha256  = "sha256:9f7ebbcd14fe59494226453aed97c1070d83f8d24b6fc3a3bcf9a38092641c4a"
  }

  wheel "mdurl" {
    version = "0.1.2"
    file    = "mdurl-0.1.2-py3-none-any.whl"
    size    = 9979
    sha256  = "sha256:84008a41e51615a49fc9966191ff91509e3c40b939176e643fd50a5c2196b8f8"
  }

  wheel "numba" {
    version = "0.65.0"
    file    = "numba-0.65.0-cp312-cp312-manylinux2014_x86_64.manylinux_2_17_x86_64.whl"
    size    = 3801411
    sha256  = "sha256:a52d92ffd297c10364bce60cd1fcb88f99284ab5df085f2c6bcd1cb33b529a6f"
  }

  wheel "numpy" {
    version = "2.4.6"
    file    = "numpy-2.4.6-cp312-cp312-manylinux_2_27_x86_64.manylinux_2_28_x86_64.whl"
    size    = 16645538
    sha256  = "sha256:90f9849678c75fe7afa2d348ac842c168b0a4d3d61919687216dfc547976d853"
  }

  wheel "packaging" {
    version = "26.2"
    file    = "packaging-26.2-py3-none-any.whl"
    size    = 100195
    sha256  = "sha256:5fc45236b9446107ff2415ce77c807cee2862cb6fac22b8a73826d0693b0980e"
  }

  wheel "pygments" {
    version = "2.20.0"
    file    = "pygments-2.20.0-py3-none-any.whl"
    size    = 1231151
    sha256  = "sha256:81a9e26dd42fd28a23a2d169d86d7ac03b46e2f8b59ed4698fb4785f946d0176"
  }

  wheel "pyyaml" {
    version = "6.0.3"
    file    = "pyyaml-6.0.3-cp312-cp312-manylinux2014_x86_64.manylinux_2_17_x86_64.manylinux_2_28_x86_64.whl"
    size    = 807870
    sha256  = "sha256:ba1cc08a7ccde2d2ec775841541641e4548226580ab850948cbfda66a1befcdc"
  }

  wheel "regex" {
    version = "2026.5.9"
    file    = "regex-2026.5.9-cp312-cp312-manylinux2014_x86_64.manylinux_2_17_x86_64.manylinux_2_28_x86_64.whl"
    size    = 801239
    sha256  = "sha256:dd2810d22146b6d838acc5ec15602cb6b47920aa4e33015df3868eedfd20bab8"
  }

  wheel "rich" {
    version = "15.0.0"
    file    = "rich-15.0.0-py3-none-any.whl"
    size    = 310654
    sha256  = "sha256:33bd4ef74232fb73fe9279a257718407f169c09b78a87ad3d296f548e27de0bb"
  }

  wheel "safetensors" {
    version = "0.7.0"
    file    = "safetensors-0.7.0-cp38-abi3-manylinux_2_17_x86_64.manylinux2014_x86_64.whl"
    size    = 507152
    sha256  = "sha256:dac7252938f0696ddea46f5e855dd3138444e82236e3be475f54929f0c510d48"
  }

  wheel "setuptools" {
    version = "80.10.2"
    file    = "setuptools-80.10.2-py3-none-any.whl"
    size    = 1064234
    sha256  = "sha256:95b30ddfb717250edb492926c92b5221f7ef3fbcc2b07579bcd4a27da21d0173"
  }

  wheel "shellingham" {
    version = "1.5.4"
    file    = "shellingham-1.5.4-py2.py3-none-any.whl"
    size    = 9755
    sha256  = "sha256:7ecfff8f2fd72616f7481040475a65b2bf8af90a56c89140852d1120324e8686"
  }

  wheel "tokenizers" {
    version = "0.22.2"
    file    = "tokenizers-0.22.2-cp39-abi3-manylinux_2_17_x86_64.manylinux2014_x86_64.whl"
    size    = 3274982
    sha256  = "sha256:369cc9fc8cc10cb24143873a0d95438bb8ee257bb80c71989e3ee290e8d72c67"
  }

  wheel "tqdm" {
    version = "4.67.3"
    file    = "tqdm-4.67.3-py3-none-any.whl"
    size    = 78374
    sha256  = "sha256:ee1e4c0e59148062281c49d80b25b67771a127c85fc9676d3be5f243206826bf"
  }

  wheel "transformers" {
    version = "5.7.0"
    file    = "transformers-5.7.0-py3-none-any.whl"
    size    = 10474236
    sha256  = "sha256:869660cd8fc92badc041f5551bf755a42f4b9558c93341bf3fa3eeed7065079c"
  }

  wheel "typer" {
    version = "0.25.1"
    file    = "typer-0.25.1-py3-none-any.whl"
    size    = 58409
    sha256  = "sha256:75caa44ed46a03fb2dab8808753ffacdbfea88495e74c85a28c5eefcf5f39c89"
  }

  wheel "typing-extensions" {
    version = "4.15.0"
    file    = "typing_extensions-4.15.0-py3-none-any.whl"
    size    = 44614
    sha256  = "sha256:f0fa19c6845758ab08074a0cfa8b7aecb71c999ca73d62883bc25cc018c4e548"
  }
}
