# Written by "cairn lock minimax-m27-int4-o". Never edit it: run that again.

format       = 1
stack        = "minimax-m27-int4-o"
layer_format = "cairn-layer-v1"
definition   = "sha256:b22889dfa11f91096a0dce9aa0145ed84c809792e382e39e5b1339dde6c002d4"

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
  "component.vllm.patch.allreduce-boundary-probes.archive"               = "lab"
  "component.vllm.patch.allreduce-boundary-probes.path"                  = "patches/vllm-xpu-allreduce-boundary-probes-20260516.patch"
  "component.vllm.patch.allreduce-boundary-probes.sha256"                = "sha256:50ed4b3aa03e8c5e094fee4304f357e3198ba1988f91bcbcdd825b50bc7ca99e"
  "component.vllm.patch.b70-moe-config.archive"                          = "lab"
  "component.vllm.patch.b70-moe-config.path"                             = "patches/vllm-source-b70-minimax-moe-config-20260510.patch"
  "component.vllm.patch.b70-moe-config.recount"                          = "true"
  "component.vllm.patch.b70-moe-config.sha256"                           = "sha256:1edd444e56a1031cdb3c67422bd413309e0a7dec6ef1a98ea0bc10202505014b"
  "component.vllm.patch.decode-timing-summary-helper.archive"            = "lab"
  "component.vllm.patch.decode-timing-summary-helper.path"               = "patches/vllm-xpu-decode-timing-summary-helper-20260509.patch"
  "component.vllm.patch.decode-timing-summary-helper.sha256"             = "sha256:1074546a0374c0450d989b293eeb234059574554a22a702943ab8b59cb518a01"
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
  "component.vllm.patch.qknorm-passmanager-guard.archive"                = "lab"
  "component.vllm.patch.qknorm-passmanager-guard.path"                   = "patches/vllm-minimax-qknorm-passmanager-xpu-guard-20260508.patch"
  "component.vllm.patch.qknorm-passmanager-guard.sha256"                 = "sha256:d34bcf4e530a15d8cd143e33b9119223426d846ba0dc84542d9beec889fbf7ed"
  "component.vllm.patch.router-and-moe-experiments.archive"              = "lab"
  "component.vllm.patch.router-and-moe-experiments.except"               = "[\"vllm/model_executor/models/minimax_m2.py\"]"
  "component.vllm.patch.router-and-moe-experiments.path"                 = "patches/vllm-minimax-router-and-moe-experiments-20260512.patch"
  "component.vllm.patch.router-and-moe-experiments.sha256"               = "sha256:9cd19cada181b58d0c50c5d73d19c0f67cf0497fa77fd17a8d3eeb4251ff63d7"
  "component.vllm.patch.worker-ccl-local-rank.archive"                   = "lab"
  "component.vllm.patch.worker-ccl-local-rank.path"                      = "patches/vllm-xpu-worker-ccl-local-rank-optin-20260512.patch"
  "component.vllm.patch.worker-ccl-local-rank.sha256"                    = "sha256:552d323868a8260f7215888ff6afce49459a1ec43e71a585fce9737ae1a132ce"
  "component.vllm.patches"                                               = "sha256:7895c6fc9da73ef376cbb653bd4be94ef147f33be6d12d9ea7a9657851fe8ed2 (354 bytes)"
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
  "environment.variables.VLLM_MINIMAX_M2_ATTN_DELAY_ALLREDUCE"           = "1"
  "environment.variables.VLLM_MINIMAX_QK_NORM_RESTORE_WEIGHT"            = "1"
  "environment.variables.VLLM_MINIMAX_QK_NORM_RESTORE_WEIGHT_MIN_TOKENS" = "2"
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
  "python.excludes"                                                      = "[\"triton\"]"
  "python.from"                                                          = "[\"pytorch-xpu\",\"vllm-xpu-kernels-0_1_7\"]"
  "python.indexes.torch"                                                 = "pytorch-xpu"
  "python.indexes.torchaudio"                                            = "pytorch-xpu"
  "python.indexes.torchvision"                                           = "pytorch-xpu"
  "python.indexes.triton-xpu"                                            = "pytorch-xpu"
  "python.indexes.vllm-xpu-kernels"                                      = "vllm-xpu-kernels-0_1_7"
  "python.requires"                                                      = "sha256:a35f786bfb5b7104fc02a350f275742758357a1a6cd132e2421140f16dc44f49 (1922 bytes)"
  "python.version"                                                       = "3.12"
  "suite.quality.strict.gate.arithmetic-repeat.command"                  = "sha256:ce3b2c4dc5fcde7a63c2ff132567d2ced1b4b55efef0cc50be7542785ac2b70f (512 bytes)"
  "suite.quality.strict.gate.arithmetic-repeat.expect.determinism"       = "lstrip_text"
  "suite.quality.strict.gate.arithmetic-repeat.expect.prompt.0.contains" = "[\"42\"]"
  "suite.quality.strict.gate.arithmetic-repeat.expect.prompt.0.matches"  = "[\"^\\\\s*42\\\\s*$\"]"
  "suite.quality.strict.gate.arithmetic-repeat.expect.prompts"           = "[\"0\"]"
  "suite.quality.strict.gate.arithmetic-repeat.runner"                   = "vllm-quality"
  "suite.quality.strict.gate.raw145-n256.command"                        = "sha256:a1fba3f4f904279de5bf7a89b3c7b39ba73544c5fa7460cbf068a1840a2f25fd (514 bytes)"
  "suite.quality.strict.gate.raw145-n256.expect.combined_token_sha256"   = "sha256:58f6e8251c7a0a17e8c441278b5861f7d5da914fa1823ecd10484b296f2d7537"
  "suite.quality.strict.gate.raw145-n256.runner"                         = "vllm-quality"
  "suite.quality.strict.gate.raw145-n64.command"                         = "sha256:8efc684c32d8f2605985c6263bde292989e477e7accad4481708f2f0d2e0bcb0 (513 bytes)"
  "suite.quality.strict.gate.raw145-n64.expect.combined_token_sha256"    = "sha256:267cbf30208d84929ee79284ac695467f7e80597bf8694130e1e1f8b180eb5bd"
  "suite.quality.strict.gate.raw145-n64.runner"                          = "vllm-quality"
  "suite.quality.strict.gate.semantic.command"                           = "sha256:ae567f45dadc7b5a1ae06b4abde6a6f7b9baa9492a1b910cb8ae784817c2ae17 (649 bytes)"
  "suite.quality.strict.gate.semantic.expect.determinism"                = "lstrip_text"
  "suite.quality.strict.gate.semantic.expect.prompt.0.contains"          = "[\"PASS\"]"
  "suite.quality.strict.gate.semantic.expect.prompt.1.contains"          = "[\"42\"]"
  "suite.quality.strict.gate.semantic.expect.prompt.1.matches"           = "[\"^\\\\s*42\\\\s*$\"]"
  "suite.quality.strict.gate.semantic.expect.prompt.2.contains"          = "[\"def add_one\"]"
  "suite.quality.strict.gate.semantic.expect.prompt.2.matches"           = "[\"return\\\\s+x\\\\s*\\\\+\\\\s*1\"]"
  "suite.quality.strict.gate.semantic.expect.prompts"                    = "[\"0\",\"1\",\"2\"]"
  "suite.quality.strict.gate.semantic.runner"                            = "vllm-quality"
  "suite.quality.strict.gate.sixpack.command"                            = "sha256:2745d215fc3c5d39a8bfcf278db992b7a44bc5a860ceeeeec3b874996abc6700 (855 bytes)"
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
  "suite.throughput.p512n1536.command"                                   = "sha256:827bb7389f15561d725f3a050fb7eb50b23e4a52149f42a6b193c41ad8bf3ab0 (674 bytes)"
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
  "variants"                                                             = "[\"moe-ws\"]"
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

  patch "decode-timing-summary-helper" {
    sha256         = "sha256:1074546a0374c0450d989b293eeb234059574554a22a702943ab8b59cb518a01"
    decoded_sha256 = "sha256:1074546a0374c0450d989b293eeb234059574554a22a702943ab8b59cb518a01"
    tree           = "72705e83781f3502d6e4bf788a85d3b90f8976a6"
  }

  patch "allreduce-boundary-probes" {
    sha256         = "sha256:50ed4b3aa03e8c5e094fee4304f357e3198ba1988f91bcbcdd825b50bc7ca99e"
    decoded_sha256 = "sha256:50ed4b3aa03e8c5e094fee4304f357e3198ba1988f91bcbcdd825b50bc7ca99e"
    tree           = "e411f0968a353858a7259230bb03512909ac9ee4"
  }

  patch "qknorm-passmanager-guard" {
    sha256         = "sha256:d34bcf4e530a15d8cd143e33b9119223426d846ba0dc84542d9beec889fbf7ed"
    decoded_sha256 = "sha256:d34bcf4e530a15d8cd143e33b9119223426d846ba0dc84542d9beec889fbf7ed"
    tree           = "ea80858099b10cc80100a4f8f4acd2d1676b6836"
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

  pending "torchaudio" {
    requirement = "torchaudio"
    index       = "pytorch-xpu"
    reason      = "index pytorch-xpu could not be reached"
  }

  pending "torchvision" {
    requirement = "torchvision"
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

  wheel "aiohappyeyeballs" {
    version = "2.6.1"
    file    = "aiohappyeyeballs-2.6.1-py3-none-any.whl"
    size    = 15265
    sha256  = "sha256:f349ba8f4b75cb25c99c5c2d84e997e485204d2902a9597802b0371f09331fb8"
  }

  wheel "aiohttp" {
    version = "3.13.5"
    file    = "aiohttp-3.13.5-cp312-cp312-manylinux2014_x86_64.manylinux_2_17_x86_64.manylinux_2_28_x86_64.whl"
    size    = 1767934
    sha256  = "sha256:b18f31b80d5a33661e08c89e202edabf1986e9b49c42b4504371daeaa11b47c1"
  }

  wheel "aiosignal" {
    version = "1.4.0"
    file    = "aiosignal-1.4.0-py3-none-any.whl"
    size    = 7490
    sha256  = "sha256:053243f8b92b990551949e63930a839ff0cf0b0ebbe0597b0f3fb19e1a0fe82e"
  }

  wheel "annotated-doc" {
    version = "0.0.4"
    file    = "annotated_doc-0.0.4-py3-none-any.whl"
    size    = 5303
    sha256  = "sha256:571ac1dc6991c450b25a9c2d84a3705e2ae7a53467b5d111c24fa8baabbed320"
  }

  wheel "annotated-types" {
    version = "0.7.0"
    file    = "annotated_types-0.7.0-py3-none-any.whl"
    size    = 13643
    sha256  = "sha256:1f02e8b43a8fbbc3f3e0d4f0f4bfc8131bcb4eebe8849b8e5c773f3a1c582a53"
  }

  wheel "anthropic" {
    version = "0.102.0"
    file    = "anthropic-0.102.0-py3-none-any.whl"
    size    = 763070
    sha256  = "sha256:ab96540bbd4b0f36564252d955a86f8abbe4f00944a24bc9931acc9b139bab6f"
  }

  wheel "anyio" {
    version = "4.13.0"
    file    = "anyio-4.13.0-py3-none-any.whl"
    size    = 114353
    sha256  = "sha256:08b310f9e24a9594186fd75b4f73f4a4152069e3853f1ed8bfbf58369f4ad708"
  }

  wheel "apache-tvm-ffi" {
    version = "0.1.11"
    file    = "apache_tvm_ffi-0.1.11-cp312-abi3-manylinux_2_24_x86_64.manylinux_2_28_x86_64.whl"
    size    = 2697683
    sha256  = "sha256:2843f084cdc94dedacd8b257a395a2b71b8a3dc7fc99711b148bf1d161983128"
  }

  wheel "astor" {
    version = "0.8.1"
    file    = "astor-0.8.1-py2.py3-none-any.whl"
    size    = 27488
    sha256  = "sha256:070a54e890cefb5b3739d19f30f5a5ec840ffc9c50ffa7d23cc9fc1a38ebbfc5"
  }

  wheel "attrs" {
    version = "26.1.0"
    file    = "attrs-26.1.0-py3-none-any.whl"
    size    = 67548
    sha256  = "sha256:c647aa4a12dfbad9333ca4e71fe62ddc36f4e63b2d260a37a8b83d2f043ac309"
  }

  wheel "blake3" {
    version = "1.0.8"
    file    = "blake3-1.0.8-cp312-cp312-manylinux_2_17_x86_64.manylinux2014_x86_64.whl"
    size    = 388001
    sha256  = "sha256:504d1399b7fb91dfe5c25722d2807990493185faa1917456455480c36867adb5"
  }

  wheel "cachetools" {
    version = "7.1.3"
    file    = "cachetools-7.1.3-py3-none-any.whl"
    size    = 16763
    sha256  = "sha256:9876787e2346e20584d5cca236cb5d49d04e7193de91646f230725b2e1e8b804"
  }

  wheel "cbor2" {
    version = "6.1.1"
    file    = "cbor2-6.1.1-cp312-cp312-manylinux_2_28_x86_64.whl"
    size    = 467302
    sha256  = "sha256:911b34263f39300dd8ec6b78f247b257caba0bbcd278bd2421a54d45595ff602"
  }

  wheel "certifi" {
    version = "2026.4.22"
    file    = "certifi-2026.4.22-py3-none-any.whl"
    size    = 135707
    sha256  = "sha256:3cb2210c8f88ba2318d29b0388d1023c8492ff72ecdde4ebdaddbb13a31b1c4a"
  }

  wheel "cffi" {
    version = "2.0.0"
    file    = "cffi-2.0.0-cp312-cp312-manylinux2014_x86_64.manylinux_2_17_x86_64.whl"
    size    = 219572
    sha256  = "sha256:3e17ed538242334bf70832644a32a7aae3d83b57567f9fd60a26257e992b79ba"
  }

  wheel "charset-normalizer" {
    version = "3.4.7"
    file    = "charset_normalizer-3.4.7-cp312-cp312-manylinux2014_x86_64.manylinux_2_17_x86_64.manylinux_2_28_x86_64.whl"
    size    = 216589
    sha256  = "sha256:5649fd1c7bade02f320a462fdefd0b4bd3ce036065836d4f42e0de958038e116"
  }

  wheel "click" {
    version = "8.4.0"
    file    = "click-8.4.0-py3-none-any.whl"
    size    = 116147
    sha256  = "sha256:40c50b7c6c6adac2823d411041ec84f3f103f1b280d5e9ce0d7f998995832f81"
  }

  wheel "cloudpickle" {
    version = "3.1.2"
    file    = "cloudpickle-3.1.2-py3-none-any.whl"
    size    = 22228
    sha256  = "sha256:9acb47f6afd73f60dc1df93bb801b472f05ff42fa6c84167d25cb206be1fbf4a"
  }

  wheel "cmake" {
    version = "4.3.2"
    file    = "cmake-4.3.2-py3-none-manylinux2014_x86_64.manylinux_2_17_x86_64.whl"
    size    = 29512079
    sha256  = "sha256:339655b93289c1b03c6a72523d46d3b0d19dc51406d3a90f8eefcbec525cb271"
  }

  wheel "compressed-tensors" {
    version = "0.15.0.1"
    file    = "compressed_tensors-0.15.0.1-py3-none-any.whl"
    size    = 194260
    sha256  = "sha256:e1b1f322e82e475715e242bad46925a304ea8e5c98b5055a15b8eb22fb6bfea9"
  }

  wheel "cryptography" {
    version = "48.0.0"
    file    = "cryptography-48.0.0-cp311-abi3-manylinux_2_28_x86_64.whl"
    size    = 4743677
    sha256  = "sha256:a0e692c683f4df67815a2d258b324e66f4738bd7a96a218c826dce4f4bd05d8f"
  }

  wheel "datasets" {
    version = "4.8.5"
    file    = "datasets-4.8.5-py3-none-any.whl"
    size    = 528973
    sha256  = "sha256:5079900781719c0e063a8efdd2cd95a31ad0c63209178669cd23cf1b926149ff"
  }

  wheel "depyf" {
    version = "0.20.0"
    file    = "depyf-0.20.0-py3-none-any.whl"
    size    = 39381
    sha256  = "sha256:d31effad4261cebecb58955d832e448ace88f432328f95f82fd99c30fd9308d4"
  }

  wheel "dill" {
    version = "0.4.1"
    file    = "dill-0.4.1-py3-none-any.whl"
    size    = 120019
    sha256  = "sha256:1e1ce33e978ae97fcfcff5638477032b801c46c7c65cf717f95fbc2248f79a9d"
  }

  wheel "diskcache" {
    version = "5.6.3"
    file    = "diskcache-5.6.3-py3-none-any.whl"
    size    = 45550
    sha256  = "sha256:5e31b2d5fbad117cc363ebaf6b689474db18a1f6438bc82358b024abd4c2ca19"
  }

  wheel "distro" {
    version = "1.9.0"
    file    = "distro-1.9.0-py3-none-any.whl"
    size    = 20277
    sha256  = "sha256:7bffd925d65168f85027d8da9af6bddab658135b840670a223589bc0c8ef02b2"
  }

  wheel "dnspython" {
    version = "2.8.0"
    file    = "dnspython-2.8.0-py3-none-any.whl"
    size    = 331094
    sha256  = "sha256:01d9bbc4a2d76bf0db7c1f729812ded6d912bd318d3b1cf81d30c0f845dbf3af"
  }

  wheel "docstring-parser" {
    version = "0.18.0"
    file    = "docstring_parser-0.18.0-py3-none-any.whl"
    size    = 22484
    sha256  = "sha256:b3fcbed555c47d8479be0796ef7e19c2670d428d72e96da63f3a40122860374b"
  }

  wheel "einops" {
    version = "0.8.2"
    file    = "einops-0.8.2-py3-none-any.whl"
    size    = 65638
    sha256  = "sha256:54058201ac7087911181bfec4af6091bb59380360f069276601256a76af08193"
  }

  wheel "email-validator" {
    version = "2.3.0"
    file    = "email_validator-2.3.0-py3-none-any.whl"
    size    = 35604
    sha256  = "sha256:80f13f623413e6b197ae73bb10bf4eb0908faf509ad8362c5edeb0be7fd450b4"
  }

  wheel "fastapi" {
    version = "0.136.1"
    file    = "fastapi-0.136.1-py3-none-any.whl"
    size    = 117683
    sha256  = "sha256:a6e9d7eeada96c93a4d69cb03836b44fa34e2854accb7244a1ece36cd4781c3f"
  }

  wheel "fastapi-cli" {
    version = "0.0.24"
    file    = "fastapi_cli-0.0.24-py3-none-any.whl"
    size    = 12304
    sha256  = "sha256:4a1f78ed798f106b4fee85ca93b85d8fe33c0a3570f775964d37edb80b8f0edc"
  }

  wheel "fastapi-cloud-cli" {
    version = "0.17.1"
    file    = "fastapi_cloud_cli-0.17.1-py3-none-any.whl"
    size    = 34046
    sha256  = "sha256:325e0199bdac7cb86f5df4f4a1d2070054095588088ef7b923a60cec458dcd63"
  }

  wheel "fastar" {
    version = "0.11.0"
    file    = "fastar-0.11.0-cp312-cp312-manylinux_2_17_x86_64.manylinux2014_x86_64.whl"
    size    = 819382
    sha256  = "sha256:ef5a6071121e05d8287fc75bccb054bcbac8bb0501200a0c0a8feeace5303ea4"
  }

  wheel "filelock" {
    version = "3.29.0"
    file    = "filelock-3.29.0-py3-none-any.whl"
    size    = 39812
    sha256  = "sha256:96f5f6344709aa1572bbf631c640e4ebeeb519e08da902c39a001882f30ac258"
  }

  wheel "frozenlist" {
    version = "1.8.0"
    file    = "frozenlist-1.8.0-cp312-cp312-manylinux1_x86_64.manylinux_2_28_x86_64.manylinux_2_5_x86_64.whl"
    size    = 242411
    sha256  = "sha256:494a5952b1c597ba44e0e78113a7266e656b9794eec897b19ead706bd7074383"
  }

  wheel "fsspec" {
    version = "2026.2.0"
    file    = "fsspec-2026.2.0-py3-none-any.whl"
    size    = 202505
    sha256  = "sha256:98de475b5cb3bd66bedd5c4679e87b4fdfe1a3bf4d707b151b3c07e58c9a2437"
  }

  wheel "gguf" {
    version = "0.19.0"
    file    = "gguf-0.19.0-py3-none-any.whl"
    size    = 118475
    sha256  = "sha256:70bcd10edfe697fb2dad6e40af2234b9d8ece9a41a99761405121ebda1c3c1cd"
  }

  wheel "googleapis-common-protos" {
    version = "1.75.0"
    file    = "googleapis_common_protos-1.75.0-py3-none-any.whl"
    size    = 300631
    sha256  = "sha256:961ed60399c457ceb0ee8f285a84c870aabc9c6a832b9d37bb281b5bebde43ed"
  }

  wheel "grpcio" {
    version = "1.80.0"
    file    = "grpcio-1.80.0-cp312-cp312-manylinux2014_x86_64.manylinux_2_17_x86_64.whl"
    size    = 6782121
    sha256  = "sha256:4e78c4ac0d97dc2e569b2f4bcbbb447491167cb358d1a389fc4af71ab6f70411"
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

  wheel "httptools" {
    version = "0.7.1"
    file    = "httptools-0.7.1-cp312-cp312-manylinux1_x86_64.manylinux_2_28_x86_64.manylinux_2_5_x86_64.whl"
    size    = 517655
    sha256  = "sha256:2c15f37ef679ab9ecc06bfc4e6e8628c32a8e4b305459de7cf6785acd57e4d03"
  }

  wheel "httpx" {
    version = "0.28.1"
    file    = "httpx-0.28.1-py3-none-any.whl"
    size    = 73517
    sha256  = "sha256:d909fcccc110f8c7faf814ca82a9a4d816bc5a6dbfea25d6591d6985b8ba59ad"
  }

  wheel "httpx-sse" {
    version = "0.4.3"
    file    = "httpx_sse-0.4.3-py3-none-any.whl"
    size    = 8960
    sha256  = "sha256:0ac1c9fe3c0afad2e0ebb25a934a59f4c7823b60792691f779fad2c5568830fc"
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

  wheel "ijson" {
    version = "3.5.0"
    file    = "ijson-3.5.0-cp312-cp312-manylinux2014_x86_64.manylinux_2_17_x86_64.manylinux_2_28_x86_64.whl"
    size    = 149729
    sha256  = "sha256:7389a56b8562a19948bdf1d7bae3a2edc8c7f86fb59834dcb1c4c722818e645a"
  }

  wheel "importlib-metadata" {
    version = "8.7.1"
    file    = "importlib_metadata-8.7.1-py3-none-any.whl"
    size    = 27865
    sha256  = "sha256:5a1f80bf1daa489495071efbb095d75a634cf28a8bc299581244063b53176151"
  }

  wheel "interegular" {
    version = "0.3.3"
    file    = "interegular-0.3.3-py37-none-any.whl"
    size    = 23635
    sha256  = "sha256:b0c07007d48c89d6d19f7204972d369b2a77222722e126b6aa63aa721dc3b19c"
  }

  wheel "jinja2" {
    version = "3.1.6"
    file    = "jinja2-3.1.6-py3-none-any.whl"
    size    = 134899
    sha256  = "sha256:85ece4451f492d0c13c5dd7c13a64681a86afae63a5f347908daf103ce6d2f67"
  }

  wheel "jiter" {
    version = "0.14.0"
    file    = "jiter-0.14.0-cp312-cp312-manylinux_2_17_x86_64.manylinux2014_x86_64.whl"
    size    = 353859
    sha256  = "sha256:c1dcfbeb93d9ecd9ca128bbf8910120367777973fa193fb9a39c31237d8df165"
  }

  wheel "jmespath" {
    version = "1.1.0"
    file    = "jmespath-1.1.0-py3-none-any.whl"
    size    = 20419
    sha256  = "sha256:a5663118de4908c91729bea0acadca56526eb2698e83de10cd116ae0f4e97c64"
  }

  wheel "jsonschema" {
    version = "4.26.0"
    file    = "jsonschema-4.26.0-py3-none-any.whl"
    size    = 90630
    sha256  = "sha256:d489f15263b8d200f8387e64b4c3a75f06629559fb73deb8fdfb525f2dab50ce"
  }

  wheel "jsonschema-specifications" {
    version = "2025.9.1"
    file    = "jsonschema_specifications-2025.9.1-py3-none-any.whl"
    size    = 18437
    sha256  = "sha256:98802fee3a11ee76ecaca44429fda8a41bff98b00a0f2838151b113f210cc6fe"
  }

  wheel "lark" {
    version = "1.2.2"
    file    = "lark-1.2.2-py3-none-any.whl"
    size    = 111036
    sha256  = "sha256:c2276486b02f0f1b90be155f2c8ba4a8e194d42775786db622faccd652d8e80c"
  }

  wheel "llguidance" {
    version = "1.3.0"
    file    = "llguidance-1.3.0-cp39-abi3-manylinux_2_17_x86_64.manylinux2014_x86_64.whl"
    size    = 3033133
    sha256  = "sha256:bc17e9dd602c3879bf91664a64bf72f54c74dbfbeb24ccfab6a5fe435b12f7aa"
  }

  wheel "llvmlite" {
    version = "0.47.0"
    file    = "llvmlite-0.47.0-cp312-cp312-manylinux2014_x86_64.manylinux_2_17_x86_64.whl"
    size    = 56275178
    sha256  = "sha256:5853bf26160857c0c2573415ff4efe01c4c651e59e2c55c2a088740acfee51cd"
  }

  wheel "lm-format-enforcer" {
    version = "0.11.3"
    file    = "lm_format_enforcer-0.11.3-py3-none-any.whl"
    size    = 45418
    sha256  = "sha256:cf586350875def1ae7a8fba84fcbbfc8371424b6c9d05c1fcba70aa233fbf06f"
  }

  wheel "loguru" {
    version = "0.7.3"
    file    = "loguru-0.7.3-py3-none-any.whl"
    size    = 61595
    sha256  = "sha256:31a33c10c8e1e10422bfd431aeb5d351c7cf7fa671e3c4df004162264b28220c"
  }

  wheel "markdown-it-py" {
    version = "4.2.0"
    file    = "markdown_it_py-4.2.0-py3-none-any.whl"
    size    = 91687
    sha256  = "sha256:9f7ebbcd14fe59494226453aed97c1070d83f8d24b6fc3a3bcf9a38092641c4a"
  }

  wheel "markupsafe" {
    version = "3.0.3"
    file    = "markupsafe-3.0.3-cp312-cp312-manylinux2014_x86_64.manylinux_2_17_x86_64.manylinux_2_28_x86_64.whl"
    size    = 22947
    sha256  = "sha256:d6dd0be5b5b189d31db7cda48b91d7e0a9795f31430b7f271219ab30f1d3ac9d"
  }

  wheel "mcp" {
    version = "1.27.1"
    file    = "mcp-1.27.1-py3-none-any.whl"
    size    = 216260
    sha256  = "sha256:1af3c4203b329430fde7a87b4fcb6392a041f5cb851fd68fc674016ab4e7c06f"
  }

  wheel "mdurl" {
    version = "0.1.2"
    file    = "mdurl-0.1.2-py3-none-any.whl"
    size    = 9979
    sha256  = "sha256:84008a41e51615a49fc9966191ff91509e3c40b939176e643fd50a5c2196b8f8"
  }

  wheel "mistral-common" {
    version = "1.11.2"
    file    = "mistral_common-1.11.2-py3-none-any.whl"
    size    = 6531968
    sha256  = "sha256:ebb42062cd705a0aa2bc69b4cde2b83d446ae58150b7e29322c90cb08fcfca6c"
  }

  wheel "model-hosting-container-standards" {
    version = "0.1.15"
    file    = "model_hosting_container_standards-0.1.15-py3-none-any.whl"
    size    = 125418
    sha256  = "sha256:849e08c4732203ee861c8c24966b4e916ea4420fa324b430f7f74a1e1fe8811a"
  }

  wheel "msgpack" {
    version = "1.1.2"
    file    = "msgpack-1.1.2-cp312-cp312-manylinux2014_x86_64.manylinux_2_17_x86_64.manylinux_2_28_x86_64.whl"
    size    = 427556
    sha256  = "sha256:372839311ccf6bdaf39b00b61288e0557916c3729529b301c52c2d88842add42"
  }

  wheel "msgspec" {
    version = "0.21.1"
    file    = "msgspec-0.21.1-cp312-cp312-manylinux2014_x86_64.manylinux_2_17_x86_64.manylinux_2_28_x86_64.whl"
    size    = 225025
    sha256  = "sha256:21995e74b5c598c2e004110ad66ec7f1b8c20bf2bcf3b2de8fd9a3094422d3ff"
  }

  wheel "multidict" {
    version = "6.7.1"
    file    = "multidict-6.7.1-cp312-cp312-manylinux2014_x86_64.manylinux_2_17_x86_64.manylinux_2_28_x86_64.whl"
    size    = 256322
    sha256  = "sha256:bfde23ef6ed9db7eaee6c37dcec08524cb43903c60b285b172b6c094711b3961"
  }

  wheel "multiprocess" {
    version = "0.70.19"
    file    = "multiprocess-0.70.19-py312-none-any.whl"
    size    = 150281
    sha256  = "sha256:3a56c0e85dd5025161bac5ce138dcac1e49174c7d8e74596537e729fd5c53c28"
  }

  wheel "ninja" {
    version = "1.13.0"
    file    = "ninja-1.13.0-py3-none-manylinux2014_x86_64.manylinux_2_17_x86_64.whl"
    size    = 180716
    sha256  = "sha256:fb46acf6b93b8dd0322adc3a4945452a4e774b75b91293bafcc7b7f8e6517dfa"
  }

  wheel "numba" {
    version = "0.65.0"
    file    = "numba-0.65.0-cp312-cp312-manylinux2014_x86_64.manylinux_2_17_x86_64.whl"
    size    = 3801411
    sha256  = "sha256:a52d92ffd297c10364bce60cd1fcb88f99284ab5df085f2c6bcd1cb33b529a6f"
  }

  wheel "numpy" {
    version = "2.3.5"
    file    = "numpy-2.3.5-cp312-cp312-manylinux_2_27_x86_64.manylinux_2_28_x86_64.whl"
    size    = 16606086
    sha256  = "sha256:0d8163f43acde9a73c2a33605353a4f1bc4798745a8b1d73183b28e5b435ae28"
  }

  wheel "openai" {
    version = "2.37.0"
    file    = "openai-2.37.0-py3-none-any.whl"
    size    = 1303238
    sha256  = "sha256:814633888b8f3b1ffd6615697c6e4ef93632d08b7c2e28c8c5ef3556e5a10107"
  }

  wheel "openai-harmony" {
    version = "0.0.8"
    file    = "openai_harmony-0.0.8-cp38-abi3-manylinux_2_17_x86_64.manylinux2014_x86_64.whl"
    size    = 2953260
    sha256  = "sha256:c007d277218a50db8839e599ed78e0fffe5130f614c3f6d93ae257f282071a29"
  }

  wheel "opencv-python-headless" {
    version = "4.13.0.92"
    file    = "opencv_python_headless-4.13.0.92-cp37-abi3-manylinux_2_28_x86_64.whl"
    size    = 60391106
    sha256  = "sha256:0bd48544f77c68b2941392fcdf9bcd2b9cdf00e98cb8c29b2455d194763cf99e"
  }

  wheel "opentelemetry-api" {
    version = "1.41.1"
    file    = "opentelemetry_api-1.41.1-py3-none-any.whl"
    size    = 69007
    sha256  = "sha256:a22df900e75c76dc08440710e51f52f1aa6b451b429298896023e60db5b3139f"
  }

  wheel "opentelemetry-exporter-otlp" {
    version = "1.41.1"
    file    = "opentelemetry_exporter_otlp-1.41.1-py3-none-any.whl"
    size    = 7025
    sha256  = "sha256:db276c5a80c02b063994e80950d00ca1bfddcf6520f608335b7dc2db0c0eb9c6"
  }

  wheel "opentelemetry-exporter-otlp-proto-common" {
    version = "1.41.1"
    file    = "opentelemetry_exporter_otlp_proto_common-1.41.1-py3-none-any.whl"
    size    = 18366
    sha256  = "sha256:10da74dad6a49344b9b7b21b6182e3060373a235fde1528616d5f01f92e66aa9"
  }

  wheel "opentelemetry-exporter-otlp-proto-grpc" {
    version = "1.41.1"
    file    = "opentelemetry_exporter_otlp_proto_grpc-1.41.1-py3-none-any.whl"
    size    = 20297
    sha256  = "sha256:537926dcef951136992479af1d9cd88f25e33d56c530e9f020ed57774dca2f94"
  }

  wheel "opentelemetry-exporter-otlp-proto-http" {
    version = "1.41.1"
    file    = "opentelemetry_exporter_otlp_proto_http-1.41.1-py3-none-any.whl"
    size    = 22673
    sha256  = "sha256:1a21e8f49c7a946d935551e90947d6c3eb39236723c6624401da0f33d68edcb4"
  }

  wheel "opentelemetry-proto" {
    version = "1.41.1"
    file    = "opentelemetry_proto-1.41.1-py3-none-any.whl"
    size    = 72076
    sha256  = "sha256:0496713b804d127a4147e32849fbaf5683fac8ee98550e8e7679cd706c289720"
  }

  wheel "opentelemetry-sdk" {
    version = "1.41.1"
    file    = "opentelemetry_sdk-1.41.1-py3-none-any.whl"
    size    = 180213
    sha256  = "sha256:edee379c126c1bce952b0c812b48fe8ff35b30df0eecf17e98afa4d598b7d85d"
  }

  wheel "opentelemetry-semantic-conventions" {
    version = "0.62b1"
    file    = "opentelemetry_semantic_conventions-0.62b1-py3-none-any.whl"
    size    = 231620
    sha256  = "sha256:cf506938103d331fbb78eded0d9788095f7fd59016f2bda813c3324e5a74a93c"
  }

  wheel "opentelemetry-semantic-conventions-ai" {
    version = "0.5.1"
    file    = "opentelemetry_semantic_conventions_ai-0.5.1-py3-none-any.whl"
    size    = 11250
    sha256  = "sha256:25aeb22bd261543b4898a73824026d96770e5351209c7d07a0b1314762b1f6e4"
  }

  wheel "outlines-core" {
    version = "0.2.14"
    file    = "outlines_core-0.2.14-cp312-cp312-manylinux_2_17_x86_64.manylinux2014_x86_64.whl"
    size    = 2341426
    sha256  = "sha256:3bb2060c240c4507f334965a8948dbeeb22007560d797f6debd92346c0b620cb"
  }

  wheel "packaging" {
    version = "26.2"
    file    = "packaging-26.2-py3-none-any.whl"
    size    = 100195
    sha256  = "sha256:5fc45236b9446107ff2415ce77c807cee2862cb6fac22b8a73826d0693b0980e"
  }

  wheel "pandas" {
    version = "3.0.3"
    file    = "pandas-3.0.3-cp312-cp312-manylinux_2_24_x86_64.manylinux_2_28_x86_64.whl"
    size    = 10894600
    sha256  = "sha256:6dc0b3fd2169c9157deed50b4d519553a3655c8c6a96027136d654592be973a9"
  }

  wheel "partial-json-parser" {
    version = "0.2.1.1.post7"
    file    = "partial_json_parser-0.2.1.1.post7-py3-none-any.whl"
    size    = 10877
    sha256  = "sha256:145119e5eabcf80cbb13844a6b50a85c68bf99d376f8ed771e2a3c3b03e653ae"
  }

  wheel "pillow" {
    version = "12.2.0"
    file    = "pillow-12.2.0-cp312-cp312-manylinux_2_27_x86_64.manylinux_2_28_x86_64.whl"
    size    = 7087215
    sha256  = "sha256:62f5409336adb0663b7caa0da5c7d9e7bdbaae9ce761d34669420c2a801b2780"
  }

  wheel "prometheus-client" {
    version = "0.25.0"
    file    = "prometheus_client-0.25.0-py3-none-any.whl"
    size    = 64154
    sha256  = "sha256:d5aec89e349a6ec230805d0df882f3807f74fd6c1a2fa86864e3c2279059fed1"
  }

  wheel "prometheus-fastapi-instrumentator" {
    version = "7.1.0"
    file    = "prometheus_fastapi_instrumentator-7.1.0-py3-none-any.whl"
    size    = 19296
    sha256  = "sha256:978130f3c0bb7b8ebcc90d35516a6fe13e02d2eb358c8f83887cdef7020c31e9"
  }

  wheel "propcache" {
    version = "0.5.2"
    file    = "propcache-0.5.2-cp312-cp312-manylinux2014_x86_64.manylinux_2_17_x86_64.manylinux_2_28_x86_64.whl"
    size    = 61639
    sha256  = "sha256:6f328175a2cde1f0ff2c4ed8ce968b9dcfb55f3a7153f39e2957ed994da13476"
  }

  wheel "protobuf" {
    version = "6.33.6"
    file    = "protobuf-6.33.6-cp39-abi3-manylinux2014_x86_64.whl"
    size    = 323436
    sha256  = "sha256:e9db7e292e0ab79dd108d7f1a94fe31601ce1ee3f7b79e0692043423020b0593"
  }

  wheel "psutil" {
    version = "7.2.2"
    file    = "psutil-7.2.2-cp36-abi3-manylinux2010_x86_64.manylinux_2_12_x86_64.manylinux_2_28_x86_64.whl"
    size    = 155560
    sha256  = "sha256:076a2d2f923fd4821644f5ba89f059523da90dc9014e85f8e45a5774ca5bc6f9"
  }

  wheel "py-cpuinfo" {
    version = "9.0.0"
    file    = "py_cpuinfo-9.0.0-py3-none-any.whl"
    size    = 22335
    sha256  = "sha256:859625bc251f64e21f077d099d4162689c762b5d6a4c3c97553d56241c9674d5"
  }

  wheel "pyarrow" {
    version = "24.0.0"
    file    = "pyarrow-24.0.0-cp312-cp312-manylinux_2_28_x86_64.whl"
    size    = 48863122
    sha256  = "sha256:6165461f55ef6314f026de6638d661188e3455d3ec49834556a0ebbdbace18bb"
  }

  wheel "pybase64" {
    version = "1.4.3"
    file    = "pybase64-1.4.3-cp312-cp312-manylinux1_x86_64.manylinux2014_x86_64.manylinux_2_17_x86_64.manylinux_2_5_x86_64.whl"
    size    = 71599
    sha256  = "sha256:bb632edfd132b3eaf90c39c89aa314beec4e946e210099b57d40311f704e11d4"
  }

  wheel "pycountry" {
    version = "26.2.16"
    file    = "pycountry-26.2.16-py3-none-any.whl"
    size    = 8044600
    sha256  = "sha256:115c4baf7cceaa30f59a4694d79483c9167dbce7a9de4d3d571c5f3ea77c305a"
  }

  wheel "pycparser" {
    version = "3.0"
    file    = "pycparser-3.0-py3-none-any.whl"
    size    = 48172
    sha256  = "sha256:b727414169a36b7d524c1c3e31839a521725078d7b2ff038656844266160a992"
  }

  wheel "pydantic" {
    version = "2.13.4"
    file    = "pydantic-2.13.4-py3-none-any.whl"
    size    = 472262
    sha256  = "sha256:45a282cde31d808236fd7ea9d919b128653c8b38b393d1c4ab335c62924d9aba"
  }

  wheel "pydantic-core" {
    version = "2.46.4"
    file    = "pydantic_core-2.46.4-cp312-cp312-manylinux_2_17_x86_64.manylinux2014_x86_64.whl"
    size    = 2094516
    sha256  = "sha256:926c9541b14b12b1681dca8a0b75feb510b06c6341b70a8e500c2fdcff837cce"
  }

  wheel "pydantic-extra-types" {
    version = "2.11.1"
    file    = "pydantic_extra_types-2.11.1-py3-none-any.whl"
    size    = 79526
    sha256  = "sha256:1722ea2bddae5628ace25f2aa685b69978ef533123e5638cfbddb999e0100ec1"
  }

  wheel "pydantic-settings" {
    version = "2.14.1"
    file    = "pydantic_settings-2.14.1-py3-none-any.whl"
    size    = 60964
    sha256  = "sha256:6e3c7edfd8277687cdc598f56e5cff0e9bfff0910a3749deaa8d4401c3a2b9de"
  }

  wheel "pygments" {
    version = "2.20.0"
    file    = "pygments-2.20.0-py3-none-any.whl"
    size    = 1231151
    sha256  = "sha256:81a9e26dd42fd28a23a2d169d86d7ac03b46e2f8b59ed4698fb4785f946d0176"
  }

  wheel "pyjwt" {
    version = "2.12.1"
    file    = "pyjwt-2.12.1-py3-none-any.whl"
    size    = 29726
    sha256  = "sha256:28ca37c070cad8ba8cd9790cd940535d40274d22f80ab87f3ac6a713e6e8454c"
  }

  wheel "python-dateutil" {
    version = "2.9.0.post0"
    file    = "python_dateutil-2.9.0.post0-py2.py3-none-any.whl"
    size    = 229892
    sha256  = "sha256:a8b2bc7bffae282281c8140a97d3aa9c14da0b136dfe83f850eea9a5f7470427"
  }

  wheel "python-dotenv" {
    version = "1.2.2"
    file    = "python_dotenv-1.2.2-py3-none-any.whl"
    size    = 22101
    sha256  = "sha256:1d8214789a24de455a8b8bd8ae6fe3c6b69a5e3d64aa8a8e5d68e694bbcb285a"
  }

  wheel "python-json-logger" {
    version = "4.1.0"
    file    = "python_json_logger-4.1.0-py3-none-any.whl"
    size    = 15021
    sha256  = "sha256:132994765cf75bf44554be9aa49b06ef2345d23661a96720262716438141b6b2"
  }

  wheel "python-multipart" {
    version = "0.0.29"
    file    = "python_multipart-0.0.29-py3-none-any.whl"
    size    = 29640
    sha256  = "sha256:2ddcc971cef266225f54f552d8fa10bcfbb1f14446caec199060daac59ff2d69"
  }

  wheel "pyyaml" {
    version = "6.0.3"
    file    = "pyyaml-6.0.3-cp312-cp312-manylinux2014_x86_64.manylinux_2_17_x86_64.manylinux_2_28_x86_64.whl"
    size    = 807870
    sha256  = "sha256:ba1cc08a7ccde2d2ec775841541641e4548226580ab850948cbfda66a1befcdc"
  }

  wheel "pyzmq" {
    version = "27.1.0"
    file    = "pyzmq-27.1.0-cp312-abi3-manylinux_2_26_x86_64.manylinux_2_28_x86_64.whl"
    size    = 840995
    sha256  = "sha256:43ad9a73e3da1fab5b0e7e13402f0b2fb934ae1c876c51d0afff0e7c052eca31"
  }

  wheel "ray" {
    version = "2.55.1"
    file    = "ray-2.55.1-cp312-cp312-manylinux2014_x86_64.whl"
    size    = 73765203
    sha256  = "sha256:263705f6bab29e7622a94f82da25fd7f9cead76cdf89a07aab28f79cdf8f9d95"
  }

  wheel "referencing" {
    version = "0.37.0"
    file    = "referencing-0.37.0-py3-none-any.whl"
    size    = 26766
    sha256  = "sha256:381329a9f99628c9069361716891d34ad94af76e461dcb0335825aecc7692231"
  }

  wheel "regex" {
    version = "2026.5.9"
    file    = "regex-2026.5.9-cp312-cp312-manylinux2014_x86_64.manylinux_2_17_x86_64.manylinux_2_28_x86_64.whl"
    size    = 801239
    sha256  = "sha256:dd2810d22146b6d838acc5ec15602cb6b47920aa4e33015df3868eedfd20bab8"
  }

  wheel "requests" {
    version = "2.34.2"
    file    = "requests-2.34.2-py3-none-any.whl"
    size    = 73075
    sha256  = "sha256:2a0d60c172f83ac6ab31e4554906c0f3b3588d37b5cb939b1c061f4907e278e0"
  }

  wheel "rich" {
    version = "15.0.0"
    file    = "rich-15.0.0-py3-none-any.whl"
    size    = 310654
    sha256  = "sha256:33bd4ef74232fb73fe9279a257718407f169c09b78a87ad3d296f548e27de0bb"
  }

  wheel "rich-toolkit" {
    version = "0.19.9"
    file    = "rich_toolkit-0.19.9-py3-none-any.whl"
    size    = 33711
    sha256  = "sha256:a1341f88feed5f295f001bb1c6b6cf1e208674187dd900416a30fd9d6f74fcce"
  }

  wheel "rignore" {
    version = "0.7.6"
    file    = "rignore-0.7.6-cp312-cp312-manylinux_2_17_x86_64.manylinux2014_x86_64.whl"
    size    = 959787
    sha256  = "sha256:d24321efac92140b7ec910ac7c53ab0f0c86a41133d2bb4b0e6a7c94967f44dd"
  }

  wheel "rpds-py" {
    version = "0.30.0"
    file    = "rpds_py-0.30.0-cp312-cp312-manylinux_2_17_x86_64.manylinux2014_x86_64.whl"
    size    = 394080
    sha256  = "sha256:47f236970bccb2233267d89173d3ad2703cd36a0e2a6e92d0560d333871a3d23"
  }

  wheel "safetensors" {
    version = "0.7.0"
    file    = "safetensors-0.7.0-cp38-abi3-manylinux_2_17_x86_64.manylinux2014_x86_64.whl"
    size    = 507152
    sha256  = "sha256:dac7252938f0696ddea46f5e855dd3138444e82236e3be475f54929f0c510d48"
  }

  wheel "sentencepiece" {
    version = "0.2.1"
    file    = "sentencepiece-0.2.1-cp312-cp312-manylinux_2_27_x86_64.manylinux_2_28_x86_64.whl"
    size    = 1387881
    sha256  = "sha256:0cdfecef430d985f1c2bcbfff3defd1d95dae876fbd0173376012d2d7d24044b"
  }

  wheel "sentry-sdk" {
    version = "2.60.0"
    file    = "sentry_sdk-2.60.0-py3-none-any.whl"
    size    = 475616
    sha256  = "sha256:28a536c03291c8bcb363cf35c611b32738ec118ff64d8d6383b096448ac4c803"
  }

  wheel "setproctitle" {
    version = "1.3.7"
    file    = "setproctitle-1.3.7-cp312-cp312-manylinux1_x86_64.manylinux_2_28_x86_64.manylinux_2_5_x86_64.whl"
    size    = 32932
    sha256  = "sha256:2906b6c7959cdb75f46159bf0acd8cc9906cf1361c9e1ded0d065fe8f9039629"
  }

  wheel "setuptools" {
    version = "80.10.2"
    file    = "setuptools-80.10.2-py3-none-any.whl"
    size    = 1064234
    sha256  = "sha256:95b30ddfb717250edb492926c92b5221f7ef3fbcc2b07579bcd4a27da21d0173"
  }

  wheel "setuptools-scm" {
    version = "10.0.5"
    file    = "setuptools_scm-10.0.5-py3-none-any.whl"
    size    = 21695
    sha256  = "sha256:f611037d8aae618221503b8fa89319f073438252ae3420e01c9ceec249131a0a"
  }

  wheel "shellingham" {
    version = "1.5.4"
    file    = "shellingham-1.5.4-py2.py3-none-any.whl"
    size    = 9755
    sha256  = "sha256:7ecfff8f2fd72616f7481040475a65b2bf8af90a56c89140852d1120324e8686"
  }

  wheel "six" {
    version = "1.17.0"
    file    = "six-1.17.0-py2.py3-none-any.whl"
    size    = 11050
    sha256  = "sha256:4721f391ed90541fddacab5acf947aa0d3dc7d27b2e1e8eda2be8970586c3274"
  }

  wheel "sniffio" {
    version = "1.3.1"
    file    = "sniffio-1.3.1-py3-none-any.whl"
    size    = 10235
    sha256  = "sha256:2f6da418d1f1e0fddd844478f41680e794e6051915791a034ff65e5f100525a2"
  }

  wheel "sse-starlette" {
    version = "3.4.4"
    file    = "sse_starlette-3.4.4-py3-none-any.whl"
    size    = 16514
    sha256  = "sha256:3f4dd50d8aed2771a091f3a83000323fc3844541c16b4fe585ae2420cc6df973"
  }

  wheel "starlette" {
    version = "0.52.1"
    file    = "starlette-0.52.1-py3-none-any.whl"
    size    = 74272
    sha256  = "sha256:0029d43eb3d273bc4f83a08720b4912ea4b071087a3b48db01b7c839f7954d74"
  }

  wheel "supervisor" {
    version = "4.3.0"
    file    = "supervisor-4.3.0-py2.py3-none-any.whl"
    size    = 320736
    sha256  = "sha256:0bcb763fddafba410f35cbde226aa7f8514b9fb82eb05a0c85f6588d1c13f8db"
  }

  wheel "tiktoken" {
    version = "0.13.0"
    file    = "tiktoken-0.13.0-cp312-cp312-manylinux_2_28_x86_64.whl"
    size    = 1136523
    sha256  = "sha256:a116178fa7e1b4065bff05214360373a65cac22f965be7b3f73d00a0dbfe7649"
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

  wheel "typing-inspection" {
    version = "0.4.2"
    file    = "typing_inspection-0.4.2-py3-none-any.whl"
    size    = 14611
    sha256  = "sha256:4ed1cacbdc298c220f1bd249ed5287caa16f34d44ef4e9c3d0cbad5b521545e7"
  }

  wheel "urllib3" {
    version = "2.7.0"
    file    = "urllib3-2.7.0-py3-none-any.whl"
    size    = 131087
    sha256  = "sha256:9fb4c81ebbb1ce9531cce37674bbc6f1360472bc18ca9a553ede278ef7276897"
  }

  wheel "uvicorn" {
    version = "0.47.0"
    file    = "uvicorn-0.47.0-py3-none-any.whl"
    size    = 71301
    sha256  = "sha256:2c5715bc12d1892d84752049f400cd1c3cb018514967fdfeb97640443a6a9432"
  }

  wheel "uvloop" {
    version = "0.22.1"
    file    = "uvloop-0.22.1-cp312-cp312-manylinux2014_x86_64.manylinux_2_17_x86_64.manylinux_2_28_x86_64.whl"
    size    = 4426307
    sha256  = "sha256:7b5b1ac819a3f946d3b2ee07f09149578ae76066d70b44df3fa990add49a82e4"
  }

  wheel "vcs-versioning" {
    version = "1.1.1"
    file    = "vcs_versioning-1.1.1-py3-none-any.whl"
    size    = 79851
    sha256  = "sha256:b541e2ba79fc6aaa3850f8a7f88af43d97c1c80649c01142ee4146eddbc599e4"
  }

  wheel "watchfiles" {
    version = "1.2.0"
    file    = "watchfiles-1.2.0-cp312-cp312-manylinux_2_17_x86_64.manylinux2014_x86_64.whl"
    size    = 456398
    sha256  = "sha256:e53a384f76b631c3ae5334ce6a52f0baa3a911eb94a4eac7f160079868b716d5"
  }

  wheel "websockets" {
    version = "16.0"
    file    = "websockets-16.0-cp312-cp312-manylinux1_x86_64.manylinux_2_28_x86_64.manylinux_2_5_x86_64.whl"
    size    = 184915
    sha256  = "sha256:9b5aca38b67492ef518a8ab76851862488a478602229112c4b0d58d63a7a4d5c"
  }

  wheel "wheel" {
    version = "0.47.0"
    file    = "wheel-0.47.0-py3-none-any.whl"
    size    = 32218
    sha256  = "sha256:212281cab4dff978f6cedd499cd893e1f620791ca6ff7107cf270781e587eced"
  }

  wheel "xgrammar" {
    version = "0.2.1"
    file    = "xgrammar-0.2.1-cp312-cp312-manylinux_2_27_x86_64.manylinux_2_28_x86_64.whl"
    size    = 44678489
    sha256  = "sha256:cbc6014dc1c92fc317b14519121c8163fe35fd934179e5a45d83f780ff231826"
  }

  wheel "xxhash" {
    version = "3.7.0"
    file    = "xxhash-3.7.0-cp312-cp312-manylinux2014_x86_64.manylinux_2_17_x86_64.manylinux_2_28_x86_64.whl"
    size    = 193932
    sha256  = "sha256:13805f0461cba0a857924e70ff91ae6d52d2598f79a884e788db80532614a4a1"
  }

  wheel "yarl" {
    version = "1.23.0"
    file    = "yarl-1.23.0-cp312-cp312-manylinux2014_x86_64.manylinux_2_17_x86_64.manylinux_2_28_x86_64.whl"
    size    = 100132
    sha256  = "sha256:a3d2bff8f37f8d0f96c7ec554d16945050d54462d6e95414babaa18bfafc7f51"
  }

  wheel "zipp" {
    version = "4.1.0"
    file    = "zipp-4.1.0-py3-none-any.whl"
    size    = 10238
    sha256  = "sha256:25ad4e16390cd314347dd8f1de67a2ac538ae658ed4ab9db16029c07c188e97f"
  }
}

variant "moe-ws" {
  definition = "sha256:8981cd88d84750b821fd6930eeaf109714b769d824becae609fd10e25956a54b"

  attributes = {
    "environment.variables.VLLM_XPU_USE_LLM_SCALER_MOE_WS" = "1"
  }
}
