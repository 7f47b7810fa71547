# Written by "cairn lock minimax-m27-int4-20260520". Never edit it: run that again.

format       = 1
stack        = "minimax-m27-int4-20260520"
layer_format = "cairn-layer-v1"
definition   = "sha256:db50e98344a3d92c12bebb9bf006235eb254487de1c62414ee95a55c1b4dc19a"

attributes = {
  "component.harness.build.command.commands"                                    = "[[\"mkdir\",\"-p\",\"/out/lab\"],[\"cp\",\"-r\",\"prompts\",\"scripts\",\"/out/lab/\"]]"
  "component.harness.build.command.driver"                                      = "command"
  "component.harness.build.command.toolchain"                                   = "oneapi_2025_3"
  "component.harness.builds"                                                    = "[\"command\"]"
  "component.harness.source.revision"                                           = "ec9dd0ef1e56a72d0314924516b4f1a0e80fd668"
  "component.harness.source.upstream"                                           = "lab"
  "component.llm-scaler.build.command.commands"                                 = "[[\"python3\",\"setup_moe_int4_only.py\",\"build_ext\",\"--inplace\",\"-v\"],[\"mkdir\",\"-p\",\"/out/llm-scaler\"],[\"cp\",\"-r\",\"python\",\"/out/llm-scaler/\"]]"
  "component.llm-scaler.build.command.directory"                                = "vllm/custom-esimd-kernels-vllm"
  "component.llm-scaler.build.command.driver"                                   = "command"
  "component.llm-scaler.build.command.toolchain"                                = "oneapi_2025_3"
  "component.llm-scaler.build.command.variables.TORCH_XPU_ARCH_LIST"            = "bmg"
  "component.llm-scaler.builds"                                                 = "[\"command\"]"
  "component.llm-scaler.source.exclude"                                         = "[\"omni/example_inputs/flashvsr_upscale_input.mp4\",\"omni/standalone_examples/HY-WorldPlay/assets/sample_output.gif\"]"
  "component.llm-scaler.source.revision"                                        = "4bfc0070090cc54afdb2d46b8e57882359141568"
  "component.llm-scaler.source.upstream"                                        = "llm_scaler"
  "component.vllm.build.python.driver"                                          = "python"
  "component.vllm.build.python.isa"                                             = "x86-64-v3"
  "component.vllm.build.python.needs"                                           = "[\"llm-scaler\"]"
  "component.vllm.build.python.toolchain"                                       = "oneapi_2025_3"
  "component.vllm.build.python.variables.VLLM_TARGET_DEVICE"                    = "xpu"
  "component.vllm.builds"                                                       = "[\"python\"]"
  "component.vllm.source.exclude"                                               = "[\"docs/assets/contributing/vllm_bench_serve_timeline.html\",\"docs/assets/design/arch_overview/v1_process_architecture_tp2_dp4.png\"]"
  "component.vllm.source.revision"                                              = "c51df43005726a09c6eb7348e8c1b00501c70a8e"
  "component.vllm.source.upstream"                                              = "vllm"
  "components"                                                                  = "[\"llm-scaler\",\"vllm\",\"harness\"]"
  "distro.noble.apt"                                                            = "[\"ubuntu\",\"updates\",\"oneapi\"]"
  "distro.noble.apt.oneapi.components"                                          = "[\"main\"]"
  "distro.noble.apt.oneapi.fingerprint"                                         = "E9BF0AFC46D6E8B7DA5882F1BAC6F0C353D04109"
  "distro.noble.apt.oneapi.suite"                                               = "all"
  "distro.noble.apt.oneapi.url"                                                 = "https://apt.repos.intel.com/oneapi"
  "distro.noble.apt.ubuntu.components"                                          = "[\"main\",\"universe\"]"
  "distro.noble.apt.ubuntu.fingerprint"                                         = "F6ECB3762474EDA9D21B7022871920D1991BC93C"
  "distro.noble.apt.ubuntu.suite"                                               = "noble"
  "distro.noble.apt.ubuntu.url"                                                 = "https://snapshot.ubuntu.com/ubuntu/20260507T000000Z"
  "distro.noble.apt.updates.components"                                         = "[\"main\",\"universe\"]"
  "distro.noble.apt.updates.fingerprint"                                        = "F6ECB3762474EDA9D21B7022871920D1991BC93C"
  "distro.noble.apt.updates.suite"                                              = "noble-updates"
  "distro.noble.apt.updates.url"                                                = "https://snapshot.ubuntu.com/ubuntu/20260507T000000Z"
  "environment.variables.CCL_ATL_TRANSPORT"                                     = "ofi"
  "environment.variables.CCL_TOPO_P2P_ACCESS"                                   = "1"
  "environment.variables.ONEAPI_DEVICE_SELECTOR"                                = "level_zero:0,1,2,3"
  "environment.variables.PYTHONPATH"                                            = "/opt/stack/llm-scaler/python"
  "environment.variables.VLLM_MINIMAX_M2_ATTN_DELAY_ALLREDUCE"                  = "0"
  "environment.variables.VLLM_MINIMAX_MOE_FULL_FORWARD_CUSTOM_OP"               = "1"
  "environment.variables.VLLM_MINIMAX_MOE_FULL_FORWARD_CUSTOM_OP_MAX_TOKENS"    = "4"
  "environment.variables.VLLM_MINIMAX_MOE_OUTPUT_ALLREDUCE_INSIDE_CUSTOM_OP"    = "1"
  "environment.variables.VLLM_MINIMAX_QK_NORM_RESTORE_WEIGHT"                   = "1"
  "environment.variables.VLLM_MINIMAX_QK_NORM_RESTORE_WEIGHT_MIN_TOKENS"        = "2"
  "environment.variables.VLLM_MINIMAX_QK_RMS_APPLY_TP_SCALE"                    = "0"
  "environment.variables.VLLM_MINIMAX_QK_RMS_DIRECT_INPLACE_SCALE"              = "1"
  "environment.variables.VLLM_MINIMAX_QK_RMS_XPU_HELPER"                        = "1"
  "environment.variables.VLLM_MINIMAX_QK_RMS_XPU_HELPER_MAX_TOKENS"             = "4"
  "environment.variables.VLLM_XPU_COMPILE_ALLREDUCE_CUSTOM_OP"                  = "1"
  "environment.variables.VLLM_XPU_COMPILE_OUT_OF_PLACE_ALLREDUCE"               = "0"
  "environment.variables.VLLM_XPU_CUSTOM_ALLREDUCE_CLONE_INPUT"                 = "1"
  "environment.variables.VLLM_XPU_CUSTOM_ALLREDUCE_INPLACE_MAX_NUMEL"           = "0"
  "environment.variables.VLLM_XPU_CUSTOM_ALLREDUCE_TINY_FP32_INPLACE_MAX_NUMEL" = "2"
  "environment.variables.VLLM_XPU_ENABLE_XPU_GRAPH"                             = "1"
  "environment.variables.VLLM_XPU_FORCE_GRAPH_WITH_COMM"                        = "1"
  "environment.variables.VLLM_XPU_GRAPH_NOOP_COMM_CAPTURE"                      = "1"
  "environment.variables.VLLM_XPU_USE_LLM_SCALER_MOE"                           = "1"
  "environment.variables.VLLM_XPU_USE_LLM_SCALER_MOE_MINIMAX_LOGITS_WS"         = "1"
  "environment.variables.VLLM_XPU_USE_LLM_SCALER_MOE_WS"                        = "1"
  "environment.variables.ZE_AFFINITY_MASK"                                      = "0,1,2,3"
  "index.pytorch-xpu.url"                                                       = "https://download.pytorch.org/whl/xpu"
  "index.vllm-xpu-kernels-0_1_7.links"                                          = "true"
  "index.vllm-xpu-kernels-0_1_7.url"                                            = "https://github.com/vllm-project/vllm-xpu-kernels/releases/expanded_assets/v0.1.7"
  "model.minimax_m27_int4_pinned.file"                                          = "MiniMax-M2.7-int4-AutoRound"
  "model.minimax_m27_int4_pinned.repository"                                    = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  "model.minimax_m27_int4_pinned.revision"                                      = "1afac074ecf7c3c4504c68b83d127506f8a7e5a4"
  "python.exclude_newer"                                                        = "2026-05-20"
  "python.from"                                                                 = "[\"pytorch-xpu\",\"vllm-xpu-kernels-0_1_7\"]"
  "python.indexes.torch"                                                        = "pytorch-xpu"
  "python.indexes.torchaudio"                                                   = "pytorch-xpu"
  "python.indexes.torchvision"                                                  = "pytorch-xpu"
  "python.indexes.triton-xpu"                                                   = "pytorch-xpu"
  "python.indexes.vllm-xpu-kernels"                                             = "vllm-xpu-kernels-0_1_7"
  "python.requires"                                                             = "sha256:20dbd7f524a5e4cfc7a097b8c33011de2fff57eef7930c03ce4e9d31ce21d1ce (767 bytes)"
  "python.version"                                                              = "3.12.3"
  "suite.quality.strict.gate.arithmetic-repeat.command"                         = "sha256:ce3b2c4dc5fcde7a63c2ff132567d2ced1b4b55efef0cc50be7542785ac2b70f (512 bytes)"
  "suite.quality.strict.gate.arithmetic-repeat.expect.combined_token_sha256"    = "sha256:578ec378bf31cb16fb49ac5c0043270fd00a0f7898e18ac498a41ffe775d7994"
  "suite.quality.strict.gate.arithmetic-repeat.expect.determinism"              = "lstrip_text"
  "suite.quality.strict.gate.arithmetic-repeat.expect.prompt.0.contains"        = "[\"42\"]"
  "suite.quality.strict.gate.arithmetic-repeat.expect.prompt.0.matches"         = "[\"^\\\\s*42\\\\s*$\"]"
  "suite.quality.strict.gate.arithmetic-repeat.expect.prompts"                  = "[\"0\"]"
  "suite.quality.strict.gate.arithmetic-repeat.runner"                          = "vllm-quality"
  "suite.quality.strict.gate.raw145-n256.command"                               = "sha256:a1fba3f4f904279de5bf7a89b3c7b39ba73544c5fa7460cbf068a1840a2f25fd (514 bytes)"
  "suite.quality.strict.gate.raw145-n256.expect.combined_token_sha256"          = "sha256:58f6e8251c7a0a17e8c441278b5861f7d5da914fa1823ecd10484b296f2d7537"
  "suite.quality.strict.gate.raw145-n256.runner"                                = "vllm-quality"
  "suite.quality.strict.gate.raw145-n64.command"                                = "sha256:8efc684c32d8f2605985c6263bde292989e477e7accad4481708f2f0d2e0bcb0 (513 bytes)"
  "suite.quality.strict.gate.raw145-n64.expect.combined_token_sha256"           = "sha256:267cbf30208d84929ee79284ac695467f7e80597bf8694130e1e1f8b180eb5bd"
  "suite.quality.strict.gate.raw145-n64.runner"                                 = "vllm-quality"
  "suite.quality.strict.gate.semantic.command"                                  = "sha256:ae567f45dadc7b5a1ae06b4abde6a6f7b9baa9492a1b910cb8ae784817c2ae17 (649 bytes)"
  "suite.quality.strict.gate.semantic.expect.determinism"                       = "lstrip_text"
  "suite.quality.strict.gate.semantic.expect.prompt.0.contains"                 = "[\"PASS\"]"
  "suite.quality.strict.gate.semantic.expect.prompt.1.contains"                 = "[\"42\"]"
  "suite.quality.strict.gate.semantic.expect.prompt.1.matches"                  = "[\"^\\\\s*42\\\\s*$\"]"
  "suite.quality.strict.gate.semantic.expect.prompt.2.contains"                 = "[\"def add_one\"]"
  "suite.quality.strict.gate.semantic.expect.prompt.2.matches"                  = "[\"return\\\\s+x\\\\s*\\\\+\\\\s*1\"]"
  "suite.quality.strict.gate.semantic.expect.prompts"                           = "[\"0\",\"1\",\"2\"]"
  "suite.quality.strict.gate.semantic.runner"                                   = "vllm-quality"
  "suite.quality.strict.gate.sixpack.command"                                   = "sha256:2745d215fc3c5d39a8bfcf278db992b7a44bc5a860ceeeeec3b874996abc6700 (855 bytes)"
  "suite.quality.strict.gate.sixpack.expect.combined_token_sha256"              = "sha256:1e3560554f57b2b56cec8f49f28bc8ba12e9e0ced26bdc99a976f1433c99caa7"
  "suite.quality.strict.gate.sixpack.expect.determinism"                        = "lstrip_text"
  "suite.quality.strict.gate.sixpack.expect.prompt.0.contains"                  = "[\"PASS\"]"
  "suite.quality.strict.gate.sixpack.expect.prompt.1.contains"                  = "[\"42\"]"
  "suite.quality.strict.gate.sixpack.expect.prompt.1.matches"                   = "[\"^\\\\s*42\\\\s*$\"]"
  "suite.quality.strict.gate.sixpack.expect.prompt.2.contains"                  = "[\"def add_one\"]"
  "suite.quality.strict.gate.sixpack.expect.prompt.2.matches"                   = "[\"return\\\\s+x\\\\s*\\\\+\\\\s*1\"]"
  "suite.quality.strict.gate.sixpack.expect.prompt.3.contains"                  = "[\"\\\"status\\\"\",\"\\\"ok\\\"\",\"\\\"count\\\"\",\"alpha\",\"beta\",\"gamma\"]"
  "suite.quality.strict.gate.sixpack.expect.prompt.4.contains"                  = "[\"alpha\",\"beta\",\"delta\",\"gamma\"]"
  "suite.quality.strict.gate.sixpack.expect.prompt.5.contains"                  = "[\"SELECT id, name FROM users WHERE active = 1 ORDER BY id ASC\"]"
  "suite.quality.strict.gate.sixpack.expect.prompts"                            = "[\"0\",\"1\",\"2\",\"3\",\"4\",\"5\"]"
  "suite.quality.strict.gate.sixpack.runner"                                    = "vllm-quality"
  "suite.quality.strict.gates"                                                  = "[\"raw145-n64\",\"raw145-n256\",\"semantic\",\"arithmetic-repeat\",\"sixpack\"]"
  "suite.quality.strict.model"                                                  = "minimax_m27_int4_pinned"
  "suite.quality.strict.needs.gpu"                                              = "8086:e223"
  "suite.quality.strict.needs.gpus"                                             = "4"
  "suite.throughput.p512n1536.command"                                          = "sha256:6f99176429e8d9e1767a5a178a5c261ac9b0a22140870e0dacb2e87ab78f34c4 (674 bytes)"
  "suite.throughput.p512n1536.model"                                            = "minimax_m27_int4_pinned"
  "suite.throughput.p512n1536.needs.gpu"                                        = "8086:e223"
  "suite.throughput.p512n1536.needs.gpus"                                       = "4"
  "suite.throughput.p512n1536.repeats"                                          = "2"
  "suite.throughput.p512n1536.runner"                                           = "vllm-bench-throughput"
  "suite.throughput.p512n1536.shape.output"                                     = "1536"
  "suite.throughput.p512n1536.shape.prompt"                                     = "512"
  "suites"                                                                      = "[\"quality.strict\",\"throughput.p512n1536\"]"
  "toolchain.oneapi_2025_3.distro"                                              = "noble"
  "toolchain.oneapi_2025_3.kind"                                                = "oneapi"
  "toolchain.oneapi_2025_3.oneapi.version"                                      = "2025.3"
  "toolchain.oneapi_2025_3.packages"                                            = "[\"cmake\",\"g++\",\"git\",\"intel-oneapi-compiler-dpcpp-cpp-2025.3\",\"ninja-build\",\"python3.12-dev\"]"
  "upstream.lab.git"                                                            = "https://github.com/steveseguin/llm-optimizations.git"
  "upstream.llm_scaler.git"                                                     = "https://github.com/intel/llm-scaler.git"
  "upstream.vllm.git"                                                           = "https://github.com/vllm-project/vllm.git"
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
  commit   = "4bfc0070090cc54afdb2d46b8e57882359141568"
  tree     = "a9fbec7a834487f4da856dcac80dc42b16b18a3c"
  exclude = [
    "omni/example_inputs/flashvsr_upscale_input.mp4",
    "omni/standalone_examples/HY-WorldPlay/assets/sample_output.gif",
  ]
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
}

toolchain "oneapi_2025_3" {
  kind    = "oneapi"
  pending = "not reached when it was locked: https://snapshot.ubuntu.com/ubuntu/20260507T000000Z/dists/noble, https://snapshot.ubuntu.com/ubuntu/20260507T000000Z/dists/noble-updates, https://apt.repos.intel.com/oneapi/dists/all"
}

python "3.12.3" {

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
    requirement = "torchaudio==2.11.0+xpu"
    index       = "pytorch-xpu"
    reason      = "index pytorch-xpu could not be reached"
  }

  pending "torchvision" {
    requirement = "torchvision==0.26.0+xpu"
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

  wheel "annotated-types" {
    version = "0.7.0"
    file    = "annotated_types-0.7.0-py3-none-any.whl"
    size    = 13643
    sha256  = "sha256:1f02e8b43a8fbbc3f3e0d4f0f4bfc8131bcb4eebe8849b8e5c773f3a1c582a53"
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

  wheel "attrs" {
    version = "26.1.0"
    file    = "attrs-26.1.0-py3-none-any.whl"
    size    = 67548
    sha256  = "sha256:c647aa4a12dfbad9333ca4e71fe62ddc36f4e63b2d260a37a8b83d2f043ac309"
  }

  wheel "certifi" {
    version = "2026.5.20"
    file    = "certifi-2026.5.20-py3-none-any.whl"
    size    = 134134
    sha256  = "sha256:3c52e209ba0a4ad7aebe60436a4ab349c39e1e602e8c134221e546902ad25897"
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

  wheel "compressed-tensors" {
    version = "0.15.0.1"
    file    = "compressed_tensors-0.15.0.1-py3-none-any.whl"
    size    = 194260
    sha256  = "sha256:e1b1f322e82e475715e242bad46925a304ea8e5c98b5055a15b8eb22fb6bfea9"
  }

  wheel "dpcpp-cpp-rt" {
    version = "2025.3.2"
    file    = "dpcpp_cpp_rt-2025.3.2-py2.py3-none-manylinux_2_28_x86_64.whl"
    size    = 28803
    sha256  = "sha256:7084cfa5dd43c609389b67615b212c5f5f633b44b79da1281893dbe3459f8e2d"
  }

  wheel "fastapi" {
    version = "0.136.1"
    file    = "fastapi-0.136.1-py3-none-any.whl"
    size    = 117683
    sha256  = "sha256:a6e9d7eeada96c93a4d69cb03836b44fa34e2854accb7244a1ece36cd4781c3f"
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

  wheel "gguf" {
    version = "0.18.0"
    file    = "gguf-0.18.0-py3-none-any.whl"
    size    = 114244
    sha256  = "sha256:af93f7ef198a265cbde5fa6a6b3101528bca285903949ab0a3e591cd993a1864"
  }

  wheel "h11" {
    version = "0.16.0"
    file    = "h11-0.16.0-py3-none-any.whl"
    size    = 37515
    sha256  = "sha256:63cf8bbe7522de3bf65932fda1d9c2772064ffb3dae62d55932da54b31cb6c86"
  }

  wheel "hf-xet" {
    version = "1.4.3"
    file    = "hf_xet-1.4.3-cp37-abi3-manylinux2014_x86_64.manylinux_2_17_x86_64.whl"
    size    = 4212320
    sha256  = "sha256:fc360b70c815bf340ed56c7b8c63aacf11762a4b099b2fe2c9bd6d6068668c08"
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
    version = "1.13.0"
    file    = "huggingface_hub-1.13.0-py3-none-any.whl"
    size    = 660643
    sha256  = "sha256:e942cb50d6a08dd5306688b1ac05bda157fd2fcc88b63dae405f7bd0d3234005"
  }

  wheel "idna" {
    version = "3.15"
    file    = "idna-3.15-py3-none-any.whl"
    size    = 72340
    sha256  = "sha256:048adeaf8c2d788c40fee287673ccaa74c24ffd8dcf09ffa555a2fbb59f10ac8"
  }

  wheel "impi-rt" {
    version = "2021.17.2"
    file    = "impi_rt-2021.17.2-py2.py3-none-manylinux_2_28_x86_64.whl"
    size    = 102598212
    sha256  = "sha256:f10206010456d77e5b55bf19045cbc2eac46d240373539416a4fecd8a52530c8"
  }

  wheel "intel-cmplr-lib-rt" {
    version = "2025.3.2"
    file    = "intel_cmplr_lib_rt-2025.3.2-py2.py3-none-manylinux_2_28_x86_64.whl"
    size    = 48084765
    sha256  = "sha256:c413efc1b2ddd8a879e9518bcbc375541b8b633951b2825684571d833aea26ad"
  }

  wheel "intel-cmplr-lib-ur" {
    version = "2025.3.2"
    file    = "intel_cmplr_lib_ur-2025.3.2-py2.py3-none-manylinux_2_28_x86_64.whl"
    size    = 30763527
    sha256  = "sha256:175cdb0fbca5c3ef0db176f1cbd8b8f2c36d33eb774cf1d0cfa0404f748df634"
  }

  wheel "intel-cmplr-lic-rt" {
    version = "2025.3.2"
    file    = "intel_cmplr_lic_rt-2025.3.2-py2.py3-none-manylinux_2_28_x86_64.whl"
    size    = 18912
    sha256  = "sha256:8730fb1dc84740a495603403531b9245ac47d2d3563a853a7b1a0dfe3a81b2bb"
  }

  wheel "intel-opencl-rt" {
    version = "2025.3.2"
    file    = "intel_opencl_rt-2025.3.2-py2.py3-none-manylinux_2_28_x86_64.whl"
    size    = 201234841
    sha256  = "sha256:2adc6a6450ca91b0a000d6443e91f565e29323a0f15f462d7be541f076a8c536"
  }

  wheel "intel-openmp" {
    version = "2025.3.2"
    file    = "intel_openmp-2025.3.2-py2.py3-none-manylinux_2_28_x86_64.whl"
    size    = 74332532
    sha256  = "sha256:2de5f12fb282e7e275723539cba335ce1831e533f94b1c484062569e1bc57399"
  }

  wheel "intel-pti" {
    version = "0.16.0"
    file    = "intel_pti-0.16.0-py2.py3-none-manylinux_2_28_x86_64.whl"
    size    = 1201789
    sha256  = "sha256:452e44479a5720b3fe19f00fa01bdea29586a1a25a557278857ab0a3d11c7852"
  }

  wheel "intel-sycl-rt" {
    version = "2025.3.2"
    file    = "intel_sycl_rt-2025.3.2-py2.py3-none-manylinux_2_28_x86_64.whl"
    size    = 113878678
    sha256  = "sha256:3b19d9f64b56804a7bc58a91fe95daacf10bc906b94ce3c5b6416153367df972"
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

  wheel "mdurl" {
    version = "0.1.2"
    file    = "mdurl-0.1.2-py3-none-any.whl"
    size    = 9979
    sha256  = "sha256:84008a41e51615a49fc9966191ff91509e3c40b939176e643fd50a5c2196b8f8"
  }

  wheel "mkl" {
    version = "2025.3.1"
    file    = "mkl-2025.3.1-py2.py3-none-manylinux_2_28_x86_64.whl"
    size    = 195022933
    sha256  = "sha256:db31e59fa368dd4fa45b494351f4b7e0e6204b08d7db27836118c4e1370eb011"
  }

  wheel "msgpack" {
    version = "1.1.2"
    file    = "msgpack-1.1.2-cp312-cp312-manylinux2014_x86_64.manylinux_2_17_x86_64.manylinux_2_28_x86_64.whl"
    size    = 427556
    sha256  = "sha256:372839311ccf6bdaf39b00b61288e0557916c3729529b301c52c2d88842add42"
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

  wheel "oneccl" {
    version = "2021.17.2"
    file    = "oneccl-2021.17.2-py2.py3-none-manylinux_2_28_x86_64.whl"
    size    = 157647983
    sha256  = "sha256:a77c2c56eeba1c78379a530a2ba2bbd33407f6440b44476f83292d1694100373"
  }

  wheel "oneccl-devel" {
    version = "2021.17.2"
    file    = "oneccl_devel-2021.17.2-py2.py3-none-manylinux_2_28_x86_64.whl"
    size    = 47391093
    sha256  = "sha256:6cdaaf12f04fa8eb7934f3b23c202410fece7ae05dfd3b8cc4219701726f1999"
  }

  wheel "onemkl-license" {
    version = "2025.3.1"
    file    = "onemkl_license-2025.3.1-py2.py3-none-manylinux_2_28_x86_64.whl"
    size    = 58934
    sha256  = "sha256:b6263a01bf29c04ea683eab1712eb6b74c2b8b722722f46fd90784ed8778c093"
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

  wheel "protobuf" {
    version = "7.35.0"
    file    = "protobuf-7.35.0-cp310-abi3-manylinux2014_x86_64.whl"
    size    = 327130
    sha256  = "sha256:6c0f98f10c8a05ea30f8993dfef2de093d27b490fdae78bb60c8343795d55011"
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

  wheel "starlette" {
    version = "1.0.0"
    file    = "starlette-1.0.0-py3-none-any.whl"
    size    = 72651
    sha256  = "sha256:d3ec55e0bb321692d275455ddfd3df75fff145d009685eb40dc91fc66b03d38b"
  }

  wheel "tbb" {
    version = "2022.3.1"
    file    = "tbb-2022.3.1-py2.py3-none-manylinux_2_28_x86_64.whl"
    size    = 4178630
    sha256  = "sha256:534c089eca6bcf148408684c156229d5f09c01d323b685b15739f41985b529d7"
  }

  wheel "tcmlib" {
    version = "1.4.1"
    file    = "tcmlib-1.4.1-py2.py3-none-manylinux_2_28_x86_64.whl"
    size    = 2731276
    sha256  = "sha256:0d5bd98db48d31bec7fedba5c23599bf9ae43c7016d4c3946d25242d320cee89"
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

  wheel "triton" {
    version = "3.7.0"
    file    = "triton-3.7.0-cp312-cp312-manylinux_2_27_x86_64.manylinux_2_28_x86_64.whl"
    size    = 201457567
    sha256  = "sha256:8f111161d49bf903c0eaedde3962353a3d841c08a836839b7cc1025b8426efcf"
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

  wheel "umf" {
    version = "1.0.3"
    file    = "umf-1.0.3-py2.py3-none-manylinux_2_28_x86_64.whl"
    size    = 359879
    sha256  = "sha256:c89c0974daed30a1cac77fb7ce5ff9140d178e286bb2dd91b751486d5d0a65b0"
  }

  wheel "urllib3" {
    version = "2.7.0"
    file    = "urllib3-2.7.0-py3-none-any.whl"
    size    = 131087
    sha256  = "sha256:9fb4c81ebbb1ce9531cce37674bbc6f1360472bc18ca9a553ede278ef7276897"
  }

  wheel "xgrammar" {
    version = "0.2.0"
    file    = "xgrammar-0.2.0-cp312-cp312-manylinux_2_27_x86_64.manylinux_2_28_x86_64.whl"
    size    = 44616361
    sha256  = "sha256:a36c744d24d93e178c138486aa02b390a80326b64ff11e222e063a028dd65849"
  }
}
