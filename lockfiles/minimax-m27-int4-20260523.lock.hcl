# Written by "cairn lock minimax-m27-int4-20260523". Never edit it: run that again.

format       = 1
stack        = "minimax-m27-int4-20260523"
layer_format = "cairn-layer-v1"
definition   = "sha256:d83a8ec1b7ff934a652bbd9c0c4ddd6a5b400bda88e98da5a136e96a2988dfcb"

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
  "component.vllm-xpu-kernels.build.python.driver"                              = "python"
  "component.vllm-xpu-kernels.build.python.isa"                                 = "x86-64-v3"
  "component.vllm-xpu-kernels.build.python.memory"                              = "128849018880"
  "component.vllm-xpu-kernels.build.python.toolchain"                           = "oneapi_2025_3"
  "component.vllm-xpu-kernels.build.python.variables.TORCH_XPU_ARCH_LIST"       = "bmg"
  "component.vllm-xpu-kernels.builds"                                           = "[\"python\"]"
  "component.vllm-xpu-kernels.source.revision"                                  = "28e1f5e74c15744b69cf3b760f6160ceabd15de0"
  "component.vllm-xpu-kernels.source.submodules"                                = "true"
  "component.vllm-xpu-kernels.source.upstream"                                  = "vllm_xpu_kernels"
  "component.vllm.build.python.driver"                                          = "python"
  "component.vllm.build.python.isa"                                             = "x86-64-v3"
  "component.vllm.build.python.needs"                                           = "[\"vllm-xpu-kernels\",\"llm-scaler\"]"
  "component.vllm.build.python.toolchain"                                       = "oneapi_2025_3"
  "component.vllm.build.python.variables.VLLM_TARGET_DEVICE"                    = "xpu"
  "component.vllm.builds"                                                       = "[\"python\"]"
  "component.vllm.source.exclude"                                               = "[\"docs/assets/contributing/vllm_bench_serve_timeline.html\",\"docs/assets/design/arch_overview/v1_process_architecture_tp2_dp4.png\"]"
  "component.vllm.source.revision"                                              = "c51df43005726a09c6eb7348e8c1b00501c70a8e"
  "component.vllm.source.upstream"                                              = "vllm"
  "components"                                                                  = "[\"vllm-xpu-kernels\",\"llm-scaler\",\"vllm\",\"harness\"]"
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
  "model.minimax_m27_int4_pinned.file"                                          = "MiniMax-M2.7-int4-AutoRound"
  "model.minimax_m27_int4_pinned.repository"                                    = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  "model.minimax_m27_int4_pinned.revision"                                      = "1afac074ecf7c3c4504c68b83d127506f8a7e5a4"
  "python.exclude_newer"                                                        = "2026-05-23"
  "python.from"                                                                 = "[\"pytorch-xpu\"]"
  "python.indexes.torch"                                                        = "pytorch-xpu"
  "python.indexes.torchaudio"                                                   = "pytorch-xpu"
  "python.indexes.torchvision"                                                  = "pytorch-xpu"
  "python.indexes.triton-xpu"                                                   = "pytorch-xpu"
  "python.requires"                                                             = "sha256:876ce1c4649f9a4748e89936b79ade3a858fb7d0bf2d40cbd04b509f33c97a44 (275 bytes)"
  "python.version"                                                              = "3.12.3"
  "service.command"                                                             = "sha256:0d4f46322acbcf1c2ea14ea347629b24a805cef029d9f64a67a9f47dd6e4ae6f (260 bytes)"
  "service.model"                                                               = "minimax_m27_int4_pinned"
  "service.needs.gpu"                                                           = "8086:e223"
  "service.needs.gpus"                                                          = "4"
  "service.port"                                                                = "8000"
  "service.ready_timeout"                                                       = "1h0m0s"
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
  "upstream.vllm_xpu_kernels.git"                                               = "https://github.com/vllm-project/vllm-xpu-kernels.git"
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

component "vllm-xpu-kernels" {
  upstream   = "vllm_xpu_kernels"
  git        = "https://github.com/vllm-project/vllm-xpu-kernels.git"
  commit     = "28e1f5e74c15744b69cf3b760f6160ceabd15de0"
  tree       = "970a8f2d42a132af71375dfdb99f1bd39fc327aa"
  submodules = true

  submodule "third_party/oneDNN" {
    url    = "https://github.com/uxlfoundation/oneDNN.git"
    commit = "80afa71049cd69a3df32adcccb623b12cd7baa22"
    tree   = "54e98ccd830216b33223ab2d2ce6d6c83f01c215"
  }
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

  wheel "certifi" {
    version = "2026.5.20"
    file    = "certifi-2026.5.20-py3-none-any.whl"
    size    = 134134
    sha256  = "sha256:3c52e209ba0a4ad7aebe60436a4ab349c39e1e602e8c134221e546902ad25897"
  }

  wheel "click" {
    version = "8.4.1"
    file    = "click-8.4.1-py3-none-any.whl"
    size    = 116639
    sha256  = "sha256:482be17c6991b8c19c5429a1e995d9b0efdbb63172824c41f99965dc0ade8ec2"
  }

  wheel "compressed-tensors" {
    version = "0.15.0.1"
    file    = "compressed_tensors-0.15.0.1-py3-none-any.whl"
    size    = 194260
    sha256  = "sha256:e1b1f322e82e475715e242bad46925a304ea8e5c98b5055a15b8eb22fb6bfea9"
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
    version = "3.16"
    file    = "idna-3.16-py3-none-any.whl"
    size    = 74165
    sha256  = "sha256:cc246e3a3f89580c3a951b5ad298ca4638078b2cdd4f115654332b5c26daded5"
  }

  wheel "impi-rt" {
    version = "2021.18.0"
    file    = "impi_rt-2021.18.0-py2.py3-none-manylinux_2_28_x86_64.whl"
    size    = 126579109
    sha256  = "sha256:7bd0328b89872f9395523c3732eb97b403b2e04a4210c85016eac87301398fbc"
  }

  wheel "intel-cmplr-lib-rt" {
    version = "2026.0.0"
    file    = "intel_cmplr_lib_rt-2026.0.0-py2.py3-none-manylinux_2_28_x86_64.whl"
    size    = 45377143
    sha256  = "sha256:a8ff1f8ec28a50dddd02e47c6d47eb6b758842103571956f419a53ebb6513d2d"
  }

  wheel "intel-cmplr-lib-ur" {
    version = "2026.0.0"
    file    = "intel_cmplr_lib_ur-2026.0.0-py2.py3-none-manylinux_2_28_x86_64.whl"
    size    = 31565700
    sha256  = "sha256:5fb75293e7f1f8377cda3aac44f4e7c0c1dd38e281fecefa76ca1459382763a4"
  }

  wheel "intel-cmplr-lic-rt" {
    version = "2026.0.0"
    file    = "intel_cmplr_lic_rt-2026.0.0-py2.py3-none-manylinux_2_28_x86_64.whl"
    size    = 18911
    sha256  = "sha256:999c2e3497d08987d3e9cc406deb207ac650a4432c88736a89495b732f6e9e0c"
  }

  wheel "intel-sycl-rt" {
    version = "2026.0.0"
    file    = "intel_sycl_rt-2026.0.0-py2.py3-none-manylinux_2_28_x86_64.whl"
    size    = 155981266
    sha256  = "sha256:5ae2bf7ec928fe127ad693dd84d8fed27209be0790e36eabffb93a371ba174aa"
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

  wheel "numpy" {
    version = "2.4.6"
    file    = "numpy-2.4.6-cp312-cp312-manylinux_2_27_x86_64.manylinux_2_28_x86_64.whl"
    size    = 16645538
    sha256  = "sha256:90f9849678c75fe7afa2d348ac842c168b0a4d3d61919687216dfc547976d853"
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

  wheel "packaging" {
    version = "26.2"
    file    = "packaging-26.2-py3-none-any.whl"
    size    = 100195
    sha256  = "sha256:5fc45236b9446107ff2415ce77c807cee2862cb6fac22b8a73826d0693b0980e"
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

  wheel "shellingham" {
    version = "1.5.4"
    file    = "shellingham-1.5.4-py2.py3-none-any.whl"
    size    = 9755
    sha256  = "sha256:7ecfff8f2fd72616f7481040475a65b2bf8af90a56c89140852d1120324e8686"
  }

  wheel "tcmlib" {
    version = "1.5.0"
    file    = "tcmlib-1.5.0-py2.py3-none-manylinux_2_28_x86_64.whl"
    size    = 2812669
    sha256  = "sha256:9d7c01cff35aae9bf5390b620680ebdf10a7d211c22d6488a27a029502e7d0aa"
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

  wheel "umf" {
    version = "1.1.0"
    file    = "umf-1.1.0-py2.py3-none-manylinux_2_28_x86_64.whl"
    size    = 424455
    sha256  = "sha256:567152c5ee6b8e16cc56b29a8a9a6b918de1febf89877f71ea2e8247ef39fc32"
  }
}
