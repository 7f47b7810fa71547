# Written by "cairn lock minimax-m27-screens". Never edit it: run that again.

format       = 1
stack        = "minimax-m27-screens"
layer_format = "cairn-layer-v1"
definition   = "sha256:9df56c398d7f012551e277af4c63ff00b48f9852d97d70ebe1cf372efb181823"

attributes = {
  "archive.lab.git"                                                   = "https://github.com/steveseguin/llm-optimizations.git"
  "archive.lab.revision"                                              = "ec9dd0ef1e56a72d0314924516b4f1a0e80fd668"
  "component.llm-scaler.build.command.commands"                       = "[[\"python3\",\"setup_moe_int4_only.py\",\"build_ext\",\"--inplace\",\"-v\"],[\"mkdir\",\"-p\",\"/out/llm-scaler\"],[\"cp\",\"-r\",\"python\",\"/out/llm-scaler/\"]]"
  "component.llm-scaler.build.command.directory"                      = "vllm/custom-esimd-kernels-vllm"
  "component.llm-scaler.build.command.driver"                         = "command"
  "component.llm-scaler.build.command.toolchain"                      = "oneapi_2025_3"
  "component.llm-scaler.build.command.variables.TORCH_XPU_ARCH_LIST"  = "bmg"
  "component.llm-scaler.builds"                                       = "[\"command\"]"
  "component.llm-scaler.patch.u4-down-htile.archive"                  = "lab"
  "component.llm-scaler.patch.u4-down-htile.path"                     = "patches/llm-scaler-minimax-u4-down-htile-negative-20260510.patch"
  "component.llm-scaler.patch.u4-down-htile.sha256"                   = "sha256:245ecfbbda9be18d74371ff324af0b2d419a57a952a00113906af8a13c6d0c84"
  "component.llm-scaler.patch.u4-down-htile.standing"                 = "negative"
  "component.llm-scaler.patch.u4-down-htile.when"                     = "[\"u4-down-htile\"]"
  "component.llm-scaler.patch.u4-logits-topk.archive"                 = "lab"
  "component.llm-scaler.patch.u4-logits-topk.path"                    = "patches/llm-scaler-minimax-u4-logits-topk-negative-20260511.patch"
  "component.llm-scaler.patch.u4-logits-topk.sha256"                  = "sha256:58759b7dad64a0f7fe2cc8ec634f2574afc4996309e5e5bdc773f76135ebbee9"
  "component.llm-scaler.patch.u4-logits-topk.standing"                = "negative"
  "component.llm-scaler.patch.u4-logits-topk.when"                    = "[\"u4-logits-topk\"]"
  "component.llm-scaler.patches"                                      = "[\"u4-down-htile\",\"u4-logits-topk\"]"
  "component.llm-scaler.source.exclude"                               = "[\"omni/example_inputs/flashvsr_upscale_input.mp4\",\"omni/standalone_examples/HY-WorldPlay/assets/sample_output.gif\"]"
  "component.llm-scaler.source.revision"                              = "e0b070331d9584c0409397fb62f092f56103639c"
  "component.llm-scaler.source.upstream"                              = "llm_scaler"
  "component.vllm.build.python.driver"                                = "python"
  "component.vllm.build.python.isa"                                   = "x86-64-v3"
  "component.vllm.build.python.toolchain"                             = "oneapi_2025_3"
  "component.vllm.build.python.variables.VLLM_TARGET_DEVICE"          = "xpu"
  "component.vllm.builds"                                             = "[\"python\"]"
  "component.vllm.patch.allreduce-async-wait-guard.archive"           = "lab"
  "component.vllm.patch.allreduce-async-wait-guard.path"              = "patches/vllm-xpu-allreduce-async-wait-guard-20260510.patch"
  "component.vllm.patch.allreduce-async-wait-guard.sha256"            = "sha256:f6c2a26c060fd9e747e2ef86e74e1b26aa1e0431fb9f6d7a552162112a522dfe"
  "component.vllm.patch.allreduce-async-wait-guard.standing"          = "diagnostic"
  "component.vllm.patch.allreduce-async-wait-guard.when"              = "[\"allreduce-async-wait-guard\"]"
  "component.vllm.patch.allreduce-callsite-timing.archive"            = "lab"
  "component.vllm.patch.allreduce-callsite-timing.path"               = "patches/vllm-xpu-allreduce-callsite-timing-20260510.patch"
  "component.vllm.patch.allreduce-callsite-timing.sha256"             = "sha256:11ca0440a2d7979ce535a6397c275302f961ba423a709bf208812ba750e6d5b6"
  "component.vllm.patch.allreduce-callsite-timing.standing"           = "diagnostic"
  "component.vllm.patch.allreduce-callsite-timing.when"               = "[\"allreduce-callsite-timing\"]"
  "component.vllm.patch.allreduce-moe-timing.archive"                 = "lab"
  "component.vllm.patch.allreduce-moe-timing.path"                    = "patches/vllm-xpu-allreduce-moe-timing-20260510.patch"
  "component.vllm.patch.allreduce-moe-timing.sha256"                  = "sha256:c37f44107269ef0ad104d88d229adb3c4ca8af88abeee5972315dcd03d4e33d8"
  "component.vllm.patch.allreduce-moe-timing.standing"                = "diagnostic"
  "component.vllm.patch.allreduce-moe-timing.when"                    = "[\"allreduce-moe-timing\"]"
  "component.vllm.patch.benchmark-moe-tune-harness.archive"           = "lab"
  "component.vllm.patch.benchmark-moe-tune-harness.path"              = "patches/vllm-benchmark-moe-xpu-tune-harness-20260508.patch"
  "component.vllm.patch.benchmark-moe-tune-harness.sha256"            = "sha256:a1eeb64575a1a3ab03e5ed980d8bad1a35833370a087175d58acaa899af25c49"
  "component.vllm.patch.benchmark-moe-tune-harness.standing"          = "diagnostic"
  "component.vllm.patch.benchmark-moe-tune-harness.when"              = "[\"benchmark-moe-tune-harness\"]"
  "component.vllm.patch.candidate-router.archive"                     = "lab"
  "component.vllm.patch.candidate-router.path"                        = "patches/vllm-minimax-candidate-router-screen-20260511.patch"
  "component.vllm.patch.candidate-router.sha256"                      = "sha256:2e6959b5d5fabd1d70a542fd0e3ab193e5bcdab6706c9cfbd08eefd67ba5c945"
  "component.vllm.patch.candidate-router.standing"                    = "negative"
  "component.vllm.patch.candidate-router.when"                        = "[\"candidate-router\"]"
  "component.vllm.patch.enable-stock-allreduce-rms.archive"           = "lab"
  "component.vllm.patch.enable-stock-allreduce-rms.path"              = "patches/vllm-xpu-enable-stock-allreduce-rms-screen-20260511.patch"
  "component.vllm.patch.enable-stock-allreduce-rms.recount"           = "true"
  "component.vllm.patch.enable-stock-allreduce-rms.sha256"            = "sha256:63779942e58e592a73b2cd2d86d45708a5c5b864f80b83172a0367b7a7dfea74"
  "component.vllm.patch.enable-stock-allreduce-rms.standing"          = "negative"
  "component.vllm.patch.enable-stock-allreduce-rms.when"              = "[\"enable-stock-allreduce-rms\"]"
  "component.vllm.patch.graph-shaped-router-kv.archive"               = "lab"
  "component.vllm.patch.graph-shaped-router-kv.path"                  = "patches/vllm-minimax-graph-shaped-router-kv-screens-20260511.patch"
  "component.vllm.patch.graph-shaped-router-kv.sha256"                = "sha256:e38eef8a2d80098e6ca10128311ec2b8e22c82d09a3cb9aa84fb748549a0a9c6"
  "component.vllm.patch.graph-shaped-router-kv.standing"              = "diagnostic"
  "component.vllm.patch.graph-shaped-router-kv.when"                  = "[\"graph-shaped-router-kv\"]"
  "component.vllm.patch.postattn-ar-fused-customop.allow_fuzz"        = "true"
  "component.vllm.patch.postattn-ar-fused-customop.archive"           = "lab"
  "component.vllm.patch.postattn-ar-fused-customop.context"           = "0"
  "component.vllm.patch.postattn-ar-fused-customop.ignore_whitespace" = "true"
  "component.vllm.patch.postattn-ar-fused-customop.path"              = "patches/vllm-minimax-postattn-ar-fused-customop-negative-20260510.patch"
  "component.vllm.patch.postattn-ar-fused-customop.recount"           = "true"
  "component.vllm.patch.postattn-ar-fused-customop.sha256"            = "sha256:45445150c792f94e1fc46bb4f731ea83e8b3bfa94a8b2df488b303cc73ed53ae"
  "component.vllm.patch.postattn-ar-fused-customop.standing"          = "negative"
  "component.vllm.patch.postattn-ar-fused-customop.unidiff_zero"      = "true"
  "component.vllm.patch.postattn-ar-fused-customop.when"              = "[\"postattn-ar-fused-customop\"]"
  "component.vllm.patch.postattn-fusedadd-delay.allow_fuzz"           = "true"
  "component.vllm.patch.postattn-fusedadd-delay.archive"              = "lab"
  "component.vllm.patch.postattn-fusedadd-delay.context"              = "0"
  "component.vllm.patch.postattn-fusedadd-delay.ignore_whitespace"    = "true"
  "component.vllm.patch.postattn-fusedadd-delay.path"                 = "patches/vllm-minimax-postattn-fusedadd-delay-negative-20260510.patch"
  "component.vllm.patch.postattn-fusedadd-delay.recount"              = "true"
  "component.vllm.patch.postattn-fusedadd-delay.sha256"               = "sha256:36e1d9807bc0624381adcc60ae1b0eb2d8f002973cef1e8882bbdf8ba7467009"
  "component.vllm.patch.postattn-fusedadd-delay.standing"             = "negative"
  "component.vllm.patch.postattn-fusedadd-delay.unidiff_zero"         = "true"
  "component.vllm.patch.postattn-fusedadd-delay.when"                 = "[\"postattn-fusedadd-delay\"]"
  "component.vllm.patch.qk-apply-rope-helper.archive"                 = "lab"
  "component.vllm.patch.qk-apply-rope-helper.path"                    = "patches/vllm-minimax-qk-apply-rope-xpu-helper-20260510.patch"
  "component.vllm.patch.qk-apply-rope-helper.sha256"                  = "sha256:a743e0b3913f7e5e978bc4b9917dc3ecc1a774c64d9bbfe8faef3ff0e015992f"
  "component.vllm.patch.qk-apply-rope-helper.standing"                = "negative"
  "component.vllm.patch.qk-apply-rope-helper.when"                    = "[\"qk-apply-rope-helper\",\"remove-qk-apply-rope\"]"
  "component.vllm.patch.qk-skip-tp-allreduce.archive"                 = "lab"
  "component.vllm.patch.qk-skip-tp-allreduce.path"                    = "patches/vllm-minimax-qk-skip-tp-allreduce-diagnostic-20260510.patch"
  "component.vllm.patch.qk-skip-tp-allreduce.sha256"                  = "sha256:fbac75ed043edb20b50b86cb8c857c71f9810fd8ff8a485daf204a6afd2f94aa"
  "component.vllm.patch.qk-skip-tp-allreduce.standing"                = "diagnostic"
  "component.vllm.patch.qk-skip-tp-allreduce.when"                    = "[\"qk-skip-tp-allreduce\"]"
  "component.vllm.patch.qk-var-allreduce-dtype.archive"               = "lab"
  "component.vllm.patch.qk-var-allreduce-dtype.path"                  = "patches/vllm-minimax-qk-var-allreduce-dtype-negative-20260510.patch"
  "component.vllm.patch.qk-var-allreduce-dtype.sha256"                = "sha256:18b994d47f8949940ac99cbf49c653251ab2b4bfe10c6b9c52b3b0e0482640af"
  "component.vllm.patch.qk-var-allreduce-dtype.standing"              = "negative"
  "component.vllm.patch.qk-var-allreduce-dtype.when"                  = "[\"qk-var-allreduce-dtype\"]"
  "component.vllm.patch.remove-qk-apply-rope.archive"                 = "lab"
  "component.vllm.patch.remove-qk-apply-rope.path"                    = "patches/vllm-minimax-remove-qk-apply-rope-branch-restore-c158-20260510.patch"
  "component.vllm.patch.remove-qk-apply-rope.sha256"                  = "sha256:3342c024e45ac9de4568a8834e11004ed40b6c02673e71132caf78ae016e8bbd"
  "component.vllm.patch.remove-qk-apply-rope.standing"                = "diagnostic"
  "component.vllm.patch.remove-qk-apply-rope.when"                    = "[\"remove-qk-apply-rope\"]"
  "component.vllm.patch.xpu-ipc-qk-var.archive"                       = "lab"
  "component.vllm.patch.xpu-ipc-qk-var.path"                          = "patches/vllm-minimax-xpu-ipc-qk-var-20260510.patch"
  "component.vllm.patch.xpu-ipc-qk-var.sha256"                        = "sha256:9d3766df86405fd97718948204f2cc42267327c2c704fec8c70cae079440f1da"
  "component.vllm.patch.xpu-ipc-qk-var.standing"                      = "negative"
  "component.vllm.patch.xpu-ipc-qk-var.when"                          = "[\"xpu-ipc-qk-var\"]"
  "component.vllm.patches"                                            = "sha256:e9344d5019954759ab2610e653076b41acff9211d115841e90bd0a5026b1f8e7 (349 bytes)"
  "component.vllm.source.exclude"                                     = "[\"docs/assets/contributing/vllm_bench_serve_timeline.html\",\"docs/assets/design/arch_overview/v1_process_architecture_tp2_dp4.png\"]"
  "component.vllm.source.revision"                                    = "c51df43005726a09c6eb7348e8c1b00501c70a8e"
  "component.vllm.source.upstream"                                    = "vllm"
  "components"                                                        = "[\"llm-scaler\",\"vllm\"]"
  "distro.noble.apt"                                                  = "[\"ubuntu\",\"updates\",\"oneapi\"]"
  "distro.noble.apt.oneapi.components"                                = "[\"main\"]"
  "distro.noble.apt.oneapi.fingerprint"                               = "E9BF0AFC46D6E8B7DA5882F1BAC6F0C353D04109"
  "distro.noble.apt.oneapi.suite"                                     = "all"
  "distro.noble.apt.oneapi.url"                                       = "https://apt.repos.intel.com/oneapi"
  "distro.noble.apt.ubuntu.components"                                = "[\"main\",\"universe\"]"
  "distro.noble.apt.ubuntu.fingerprint"                               = "F6ECB3762474EDA9D21B7022871920D1991BC93C"
  "distro.noble.apt.ubuntu.suite"                                     = "noble"
  "distro.noble.apt.ubuntu.url"                                       = "https://snapshot.ubuntu.com/ubuntu/20260507T000000Z"
  "distro.noble.apt.updates.components"                               = "[\"main\",\"universe\"]"
  "distro.noble.apt.updates.fingerprint"                              = "F6ECB3762474EDA9D21B7022871920D1991BC93C"
  "distro.noble.apt.updates.suite"                                    = "noble-updates"
  "distro.noble.apt.updates.url"                                      = "https://snapshot.ubuntu.com/ubuntu/20260507T000000Z"
  "index.pytorch-xpu.url"                                             = "https://download.pytorch.org/whl/xpu"
  "index.vllm-xpu-kernels-0_1_7.links"                                = "true"
  "index.vllm-xpu-kernels-0_1_7.url"                                  = "https://github.com/vllm-project/vllm-xpu-kernels/releases/expanded_assets/v0.1.7"
  "python.exclude_newer"                                              = "2026-05-11"
  "python.from"                                                       = "[\"pytorch-xpu\",\"vllm-xpu-kernels-0_1_7\"]"
  "python.indexes.torch"                                              = "pytorch-xpu"
  "python.indexes.triton-xpu"                                         = "pytorch-xpu"
  "python.indexes.vllm-xpu-kernels"                                   = "vllm-xpu-kernels-0_1_7"
  "python.requires"                                                   = "[\"numba==0.65.0\",\"setuptools>=77.0.3,<81\",\"torch==2.11.0+xpu\",\"transformers==5.7.0\",\"triton-xpu==3.7.0\",\"vllm-xpu-kernels==0.1.7\"]"
  "python.version"                                                    = "3.12"
  "toolchain.oneapi_2025_3.distro"                                    = "noble"
  "toolchain.oneapi_2025_3.kind"                                      = "oneapi"
  "toolchain.oneapi_2025_3.oneapi.version"                            = "2025.3"
  "toolchain.oneapi_2025_3.packages"                                  = "[\"cmake\",\"g++\",\"git\",\"intel-oneapi-compiler-dpcpp-cpp-2025.3\",\"ninja-build\",\"python3.12-dev\"]"
  "upstream.llm_scaler.git"                                           = "https://github.com/intel/llm-scaler.git"
  "upstream.vllm.git"                                                 = "https://github.com/vllm-project/vllm.git"
  "variants"                                                          = "sha256:d2673c7548e89535a7f5e3f954f792abd7e00cf18813032dfeb7248bcf8e8f81 (382 bytes)"
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

  patch "u4-down-htile" {
    sha256  = "sha256:245ecfbbda9be18d74371ff324af0b2d419a57a952a00113906af8a13c6d0c84"
    skipped = true
  }

  patch "u4-logits-topk" {
    sha256  = "sha256:58759b7dad64a0f7fe2cc8ec634f2574afc4996309e5e5bdc773f76135ebbee9"
    skipped = true
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

  patch "benchmark-moe-tune-harness" {
    sha256  = "sha256:a1eeb64575a1a3ab03e5ed980d8bad1a35833370a087175d58acaa899af25c49"
    skipped = true
  }

  patch "candidate-router" {
    sha256  = "sha256:2e6959b5d5fabd1d70a542fd0e3ab193e5bcdab6706c9cfbd08eefd67ba5c945"
    skipped = true
  }

  patch "graph-shaped-router-kv" {
    sha256  = "sha256:e38eef8a2d80098e6ca10128311ec2b8e22c82d09a3cb9aa84fb748549a0a9c6"
    skipped = true
  }

  patch "postattn-ar-fused-customop" {
    sha256  = "sha256:45445150c792f94e1fc46bb4f731ea83e8b3bfa94a8b2df488b303cc73ed53ae"
    skipped = true
  }

  patch "postattn-fusedadd-delay" {
    sha256  = "sha256:36e1d9807bc0624381adcc60ae1b0eb2d8f002973cef1e8882bbdf8ba7467009"
    skipped = true
  }

  patch "qk-skip-tp-allreduce" {
    sha256  = "sha256:fbac75ed043edb20b50b86cb8c857c71f9810fd8ff8a485daf204a6afd2f94aa"
    skipped = true
  }

  patch "qk-var-allreduce-dtype" {
    sha256  = "sha256:18b994d47f8949940ac99cbf49c653251ab2b4bfe10c6b9c52b3b0e0482640af"
    skipped = true
  }

  patch "qk-apply-rope-helper" {
    sha256  = "sha256:a743e0b3913f7e5e978bc4b9917dc3ecc1a774c64d9bbfe8faef3ff0e015992f"
    skipped = true
  }

  patch "remove-qk-apply-rope" {
    sha256  = "sha256:3342c024e45ac9de4568a8834e11004ed40b6c02673e71132caf78ae016e8bbd"
    skipped = true
  }

  patch "xpu-ipc-qk-var" {
    sha256  = "sha256:9d3766df86405fd97718948204f2cc42267327c2c704fec8c70cae079440f1da"
    skipped = true
  }

  patch "allreduce-async-wait-guard" {
    sha256  = "sha256:f6c2a26c060fd9e747e2ef86e74e1b26aa1e0431fb9f6d7a552162112a522dfe"
    skipped = true
  }

  patch "allreduce-callsite-timing" {
    sha256  = "sha256:11ca0440a2d7979ce535a6397c275302f961ba423a709bf208812ba750e6d5b6"
    skipped = true
  }

  patch "allreduce-moe-timing" {
    sha256  = "sha256:c37f44107269ef0ad104d88d229adb3c4ca8af88abeee5972315dcd03d4e33d8"
    skipped = true
  }

  patch "enable-stock-allreduce-rms" {
    sha256  = "sha256:63779942e58e592a73b2cd2d86d45708a5c5b864f80b83172a0367b7a7dfea74"
    skipped = true
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
    version = "8.3.3"
    file    = "click-8.3.3-py3-none-any.whl"
    size    = 110502
    sha256  = "sha256:a2bf429bb3033c89fa4936ffb35d5cb471e3719e1f3c8a7c3fff0b8314305613"
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
    version = "1.14.0"
    file    = "huggingface_hub-1.14.0-py3-none-any.whl"
    size    = 661479
    sha256  = "sha256:efe075535c62e130b30e836b138e13785f6f043d1f0539e0a39aa411a99e90b8"
  }

  wheel "idna" {
    version = "3.14"
    file    = "idna-3.14-py3-none-any.whl"
    size    = 72184
    sha256  = "sha256:e677eaf072e290f7b725f9acf0b3a2bd55f9fd6f7c70abe5f0e34823d0accf69"
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
    version = "2.4.4"
    file    = "numpy-2.4.4-cp312-cp312-manylinux_2_27_x86_64.manylinux_2_28_x86_64.whl"
    size    = 16645480
    sha256  = "sha256:81f4a14bee47aec54f883e0cad2d73986640c1590eb9bfaaba7ad17394481e6e"
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

variant "allreduce-async-wait-guard" {
  definition = "sha256:9df56c398d7f012551e277af4c63ff00b48f9852d97d70ebe1cf372efb181823"

  component "vllm" {
    upstream = "vllm"
    git      = "https://github.com/vllm-project/vllm.git"
    commit   = "c51df43005726a09c6eb7348e8c1b00501c70a8e"
    tree     = "d32d3bbc7da8b0c9f0f948689a8cfcf0bcd1c950"
    exclude = [
      "docs/assets/contributing/vllm_bench_serve_timeline.html",
      "docs/assets/design/arch_overview/v1_process_architecture_tp2_dp4.png",
    ]

    patch "benchmark-moe-tune-harness" {
      sha256  = "sha256:a1eeb64575a1a3ab03e5ed980d8bad1a35833370a087175d58acaa899af25c49"
      skipped = true
    }

    patch "candidate-router" {
      sha256  = "sha256:2e6959b5d5fabd1d70a542fd0e3ab193e5bcdab6706c9cfbd08eefd67ba5c945"
      skipped = true
    }

    patch "graph-shaped-router-kv" {
      sha256  = "sha256:e38eef8a2d80098e6ca10128311ec2b8e22c82d09a3cb9aa84fb748549a0a9c6"
      skipped = true
    }

    patch "postattn-ar-fused-customop" {
      sha256  = "sha256:45445150c792f94e1fc46bb4f731ea83e8b3bfa94a8b2df488b303cc73ed53ae"
      skipped = true
    }

    patch "postattn-fusedadd-delay" {
      sha256  = "sha256:36e1d9807bc0624381adcc60ae1b0eb2d8f002973cef1e8882bbdf8ba7467009"
      skipped = true
    }

    patch "qk-skip-tp-allreduce" {
      sha256  = "sha256:fbac75ed043edb20b50b86cb8c857c71f9810fd8ff8a485daf204a6afd2f94aa"
      skipped = true
    }

    patch "qk-var-allreduce-dtype" {
      sha256  = "sha256:18b994d47f8949940ac99cbf49c653251ab2b4bfe10c6b9c52b3b0e0482640af"
      skipped = true
    }

    patch "qk-apply-rope-helper" {
      sha256  = "sha256:a743e0b3913f7e5e978bc4b9917dc3ecc1a774c64d9bbfe8faef3ff0e015992f"
      skipped = true
    }

    patch "remove-qk-apply-rope" {
      sha256  = "sha256:3342c024e45ac9de4568a8834e11004ed40b6c02673e71132caf78ae016e8bbd"
      skipped = true
    }

    patch "xpu-ipc-qk-var" {
      sha256  = "sha256:9d3766df86405fd97718948204f2cc42267327c2c704fec8c70cae079440f1da"
      skipped = true
    }

    patch "allreduce-async-wait-guard" {
      sha256         = "sha256:f6c2a26c060fd9e747e2ef86e74e1b26aa1e0431fb9f6d7a552162112a522dfe"
      decoded_sha256 = "sha256:f6c2a26c060fd9e747e2ef86e74e1b26aa1e0431fb9f6d7a552162112a522dfe"
      tree           = "59924ad7781ee140da3c3e508b89f2e10287f351"
    }

    patch "allreduce-callsite-timing" {
      sha256  = "sha256:11ca0440a2d7979ce535a6397c275302f961ba423a709bf208812ba750e6d5b6"
      skipped = true
    }

    patch "allreduce-moe-timing" {
      sha256  = "sha256:c37f44107269ef0ad104d88d229adb3c4ca8af88abeee5972315dcd03d4e33d8"
      skipped = true
    }

    patch "enable-stock-allreduce-rms" {
      sha256  = "sha256:63779942e58e592a73b2cd2d86d45708a5c5b864f80b83172a0367b7a7dfea74"
      skipped = true
    }
  }
}

variant "allreduce-callsite-timing" {
  definition = "sha256:9df56c398d7f012551e277af4c63ff00b48f9852d97d70ebe1cf372efb181823"

  component "vllm" {
    upstream = "vllm"
    git      = "https://github.com/vllm-project/vllm.git"
    commit   = "c51df43005726a09c6eb7348e8c1b00501c70a8e"
    tree     = "d32d3bbc7da8b0c9f0f948689a8cfcf0bcd1c950"
    exclude = [
      "docs/assets/contributing/vllm_bench_serve_timeline.html",
      "docs/assets/design/arch_overview/v1_process_architecture_tp2_dp4.png",
    ]

    patch "benchmark-moe-tune-harness" {
      sha256  = "sha256:a1eeb64575a1a3ab03e5ed980d8bad1a35833370a087175d58acaa899af25c49"
      skipped = true
    }

    patch "candidate-router" {
      sha256  = "sha256:2e6959b5d5fabd1d70a542fd0e3ab193e5bcdab6706c9cfbd08eefd67ba5c945"
      skipped = true
    }

    patch "graph-shaped-router-kv" {
      sha256  = "sha256:e38eef8a2d80098e6ca10128311ec2b8e22c82d09a3cb9aa84fb748549a0a9c6"
      skipped = true
    }

    patch "postattn-ar-fused-customop" {
      sha256  = "sha256:45445150c792f94e1fc46bb4f731ea83e8b3bfa94a8b2df488b303cc73ed53ae"
      skipped = true
    }

    patch "postattn-fusedadd-delay" {
      sha256  = "sha256:36e1d9807bc0624381adcc60ae1b0eb2d8f002973cef1e8882bbdf8ba7467009"
      skipped = true
    }

    patch "qk-skip-tp-allreduce" {
      sha256  = "sha256:fbac75ed043edb20b50b86cb8c857c71f9810fd8ff8a485daf204a6afd2f94aa"
      skipped = true
    }

    patch "qk-var-allreduce-dtype" {
      sha256  = "sha256:18b994d47f8949940ac99cbf49c653251ab2b4bfe10c6b9c52b3b0e0482640af"
      skipped = true
    }

    patch "qk-apply-rope-helper" {
      sha256  = "sha256:a743e0b3913f7e5e978bc4b9917dc3ecc1a774c64d9bbfe8faef3ff0e015992f"
      skipped = true
    }

    patch "remove-qk-apply-rope" {
      sha256  = "sha256:3342c024e45ac9de4568a8834e11004ed40b6c02673e71132caf78ae016e8bbd"
      skipped = true
    }

    patch "xpu-ipc-qk-var" {
      sha256  = "sha256:9d3766df86405fd97718948204f2cc42267327c2c704fec8c70cae079440f1da"
      skipped = true
    }

    patch "allreduce-async-wait-guard" {
      sha256  = "sha256:f6c2a26c060fd9e747e2ef86e74e1b26aa1e0431fb9f6d7a552162112a522dfe"
      skipped = true
    }

    patch "allreduce-callsite-timing" {
      sha256         = "sha256:11ca0440a2d7979ce535a6397c275302f961ba423a709bf208812ba750e6d5b6"
      decoded_sha256 = "sha256:11ca0440a2d7979ce535a6397c275302f961ba423a709bf208812ba750e6d5b6"
      tree           = "a4fafd95a3e53d3d2ebf7b5f19419f0889d14128"
    }

    patch "allreduce-moe-timing" {
      sha256  = "sha256:c37f44107269ef0ad104d88d229adb3c4ca8af88abeee5972315dcd03d4e33d8"
      skipped = true
    }

    patch "enable-stock-allreduce-rms" {
      sha256  = "sha256:63779942e58e592a73b2cd2d86d45708a5c5b864f80b83172a0367b7a7dfea74"
      skipped = true
    }
  }
}

variant "allreduce-moe-timing" {
  definition = "sha256:9df56c398d7f012551e277af4c63ff00b48f9852d97d70ebe1cf372efb181823"

  component "vllm" {
    upstream = "vllm"
    git      = "https://github.com/vllm-project/vllm.git"
    commit   = "c51df43005726a09c6eb7348e8c1b00501c70a8e"
    tree     = "d32d3bbc7da8b0c9f0f948689a8cfcf0bcd1c950"
    exclude = [
      "docs/assets/contributing/vllm_bench_serve_timeline.html",
      "docs/assets/design/arch_overview/v1_process_architecture_tp2_dp4.png",
    ]

    patch "benchmark-moe-tune-harness" {
      sha256  = "sha256:a1eeb64575a1a3ab03e5ed980d8bad1a35833370a087175d58acaa899af25c49"
      skipped = true
    }

    patch "candidate-router" {
      sha256  = "sha256:2e6959b5d5fabd1d70a542fd0e3ab193e5bcdab6706c9cfbd08eefd67ba5c945"
      skipped = true
    }

    patch "graph-shaped-router-kv" {
      sha256  = "sha256:e38eef8a2d80098e6ca10128311ec2b8e22c82d09a3cb9aa84fb748549a0a9c6"
      skipped = true
    }

    patch "postattn-ar-fused-customop" {
      sha256  = "sha256:45445150c792f94e1fc46bb4f731ea83e8b3bfa94a8b2df488b303cc73ed53ae"
      skipped = true
    }

    patch "postattn-fusedadd-delay" {
      sha256  = "sha256:36e1d9807bc0624381adcc60ae1b0eb2d8f002973cef1e8882bbdf8ba7467009"
      skipped = true
    }

    patch "qk-skip-tp-allreduce" {
      sha256  = "sha256:fbac75ed043edb20b50b86cb8c857c71f9810fd8ff8a485daf204a6afd2f94aa"
      skipped = true
    }

    patch "qk-var-allreduce-dtype" {
      sha256  = "sha256:18b994d47f8949940ac99cbf49c653251ab2b4bfe10c6b9c52b3b0e0482640af"
      skipped = true
    }

    patch "qk-apply-rope-helper" {
      sha256  = "sha256:a743e0b3913f7e5e978bc4b9917dc3ecc1a774c64d9bbfe8faef3ff0e015992f"
      skipped = true
    }

    patch "remove-qk-apply-rope" {
      sha256  = "sha256:3342c024e45ac9de4568a8834e11004ed40b6c02673e71132caf78ae016e8bbd"
      skipped = true
    }

    patch "xpu-ipc-qk-var" {
      sha256  = "sha256:9d3766df86405fd97718948204f2cc42267327c2c704fec8c70cae079440f1da"
      skipped = true
    }

    patch "allreduce-async-wait-guard" {
      sha256  = "sha256:f6c2a26c060fd9e747e2ef86e74e1b26aa1e0431fb9f6d7a552162112a522dfe"
      skipped = true
    }

    patch "allreduce-callsite-timing" {
      sha256  = "sha256:11ca0440a2d7979ce535a6397c275302f961ba423a709bf208812ba750e6d5b6"
      skipped = true
    }

    patch "allreduce-moe-timing" {
      sha256         = "sha256:c37f44107269ef0ad104d88d229adb3c4ca8af88abeee5972315dcd03d4e33d8"
      decoded_sha256 = "sha256:c37f44107269ef0ad104d88d229adb3c4ca8af88abeee5972315dcd03d4e33d8"
      tree           = "cd0c6af951deef42183c1519524a323a6b5a4dc4"
    }

    patch "enable-stock-allreduce-rms" {
      sha256  = "sha256:63779942e58e592a73b2cd2d86d45708a5c5b864f80b83172a0367b7a7dfea74"
      skipped = true
    }
  }
}

variant "benchmark-moe-tune-harness" {
  definition = "sha256:9df56c398d7f012551e277af4c63ff00b48f9852d97d70ebe1cf372efb181823"

  component "vllm" {
    upstream = "vllm"
    git      = "https://github.com/vllm-project/vllm.git"
    commit   = "c51df43005726a09c6eb7348e8c1b00501c70a8e"
    tree     = "d32d3bbc7da8b0c9f0f948689a8cfcf0bcd1c950"
    exclude = [
      "docs/assets/contributing/vllm_bench_serve_timeline.html",
      "docs/assets/design/arch_overview/v1_process_architecture_tp2_dp4.png",
    ]

    patch "benchmark-moe-tune-harness" {
      sha256         = "sha256:a1eeb64575a1a3ab03e5ed980d8bad1a35833370a087175d58acaa899af25c49"
      decoded_sha256 = "sha256:a1eeb64575a1a3ab03e5ed980d8bad1a35833370a087175d58acaa899af25c49"
      tree           = "d1ce207b21204947d90f9036e2c66a58a683d20b"
    }

    patch "candidate-router" {
      sha256  = "sha256:2e6959b5d5fabd1d70a542fd0e3ab193e5bcdab6706c9cfbd08eefd67ba5c945"
      skipped = true
    }

    patch "graph-shaped-router-kv" {
      sha256  = "sha256:e38eef8a2d80098e6ca10128311ec2b8e22c82d09a3cb9aa84fb748549a0a9c6"
      skipped = true
    }

    patch "postattn-ar-fused-customop" {
      sha256  = "sha256:45445150c792f94e1fc46bb4f731ea83e8b3bfa94a8b2df488b303cc73ed53ae"
      skipped = true
    }

    patch "postattn-fusedadd-delay" {
      sha256  = "sha256:36e1d9807bc0624381adcc60ae1b0eb2d8f002973cef1e8882bbdf8ba7467009"
      skipped = true
    }

    patch "qk-skip-tp-allreduce" {
      sha256  = "sha256:fbac75ed043edb20b50b86cb8c857c71f9810fd8ff8a485daf204a6afd2f94aa"
      skipped = true
    }

    patch "qk-var-allreduce-dtype" {
      sha256  = "sha256:18b994d47f8949940ac99cbf49c653251ab2b4bfe10c6b9c52b3b0e0482640af"
      skipped = true
    }

    patch "qk-apply-rope-helper" {
      sha256  = "sha256:a743e0b3913f7e5e978bc4b9917dc3ecc1a774c64d9bbfe8faef3ff0e015992f"
      skipped = true
    }

    patch "remove-qk-apply-rope" {
      sha256  = "sha256:3342c024e45ac9de4568a8834e11004ed40b6c02673e71132caf78ae016e8bbd"
      skipped = true
    }

    patch "xpu-ipc-qk-var" {
      sha256  = "sha256:9d3766df86405fd97718948204f2cc42267327c2c704fec8c70cae079440f1da"
      skipped = true
    }

    patch "allreduce-async-wait-guard" {
      sha256  = "sha256:f6c2a26c060fd9e747e2ef86e74e1b26aa1e0431fb9f6d7a552162112a522dfe"
      skipped = true
    }

    patch "allreduce-callsite-timing" {
      sha256  = "sha256:11ca0440a2d7979ce535a6397c275302f961ba423a709bf208812ba750e6d5b6"
      skipped = true
    }

    patch "allreduce-moe-timing" {
      sha256  = "sha256:c37f44107269ef0ad104d88d229adb3c4ca8af88abeee5972315dcd03d4e33d8"
      skipped = true
    }

    patch "enable-stock-allreduce-rms" {
      sha256  = "sha256:63779942e58e592a73b2cd2d86d45708a5c5b864f80b83172a0367b7a7dfea74"
      skipped = true
    }
  }
}

variant "candidate-router" {
  definition = "sha256:9df56c398d7f012551e277af4c63ff00b48f9852d97d70ebe1cf372efb181823"

  component "vllm" {
    upstream = "vllm"
    git      = "https://github.com/vllm-project/vllm.git"
    commit   = "c51df43005726a09c6eb7348e8c1b00501c70a8e"
    tree     = "d32d3bbc7da8b0c9f0f948689a8cfcf0bcd1c950"
    exclude = [
      "docs/assets/contributing/vllm_bench_serve_timeline.html",
      "docs/assets/design/arch_overview/v1_process_architecture_tp2_dp4.png",
    ]

    patch "benchmark-moe-tune-harness" {
      sha256  = "sha256:a1eeb64575a1a3ab03e5ed980d8bad1a35833370a087175d58acaa899af25c49"
      skipped = true
    }

    patch "candidate-router" {
      sha256         = "sha256:2e6959b5d5fabd1d70a542fd0e3ab193e5bcdab6706c9cfbd08eefd67ba5c945"
      decoded_sha256 = "sha256:2e6959b5d5fabd1d70a542fd0e3ab193e5bcdab6706c9cfbd08eefd67ba5c945"
      tree           = "3e36ee1c16ae2306e38023bb1f414323f677de50"
    }

    patch "graph-shaped-router-kv" {
      sha256  = "sha256:e38eef8a2d80098e6ca10128311ec2b8e22c82d09a3cb9aa84fb748549a0a9c6"
      skipped = true
    }

    patch "postattn-ar-fused-customop" {
      sha256  = "sha256:45445150c792f94e1fc46bb4f731ea83e8b3bfa94a8b2df488b303cc73ed53ae"
      skipped = true
    }

    patch "postattn-fusedadd-delay" {
      sha256  = "sha256:36e1d9807bc0624381adcc60ae1b0eb2d8f002973cef1e8882bbdf8ba7467009"
      skipped = true
    }

    patch "qk-skip-tp-allreduce" {
      sha256  = "sha256:fbac75ed043edb20b50b86cb8c857c71f9810fd8ff8a485daf204a6afd2f94aa"
      skipped = true
    }

    patch "qk-var-allreduce-dtype" {
      sha256  = "sha256:18b994d47f8949940ac99cbf49c653251ab2b4bfe10c6b9c52b3b0e0482640af"
      skipped = true
    }

    patch "qk-apply-rope-helper" {
      sha256  = "sha256:a743e0b3913f7e5e978bc4b9917dc3ecc1a774c64d9bbfe8faef3ff0e015992f"
      skipped = true
    }

    patch "remove-qk-apply-rope" {
      sha256  = "sha256:3342c024e45ac9de4568a8834e11004ed40b6c02673e71132caf78ae016e8bbd"
      skipped = true
    }

    patch "xpu-ipc-qk-var" {
      sha256  = "sha256:9d3766df86405fd97718948204f2cc42267327c2c704fec8c70cae079440f1da"
      skipped = true
    }

    patch "allreduce-async-wait-guard" {
      sha256  = "sha256:f6c2a26c060fd9e747e2ef86e74e1b26aa1e0431fb9f6d7a552162112a522dfe"
      skipped = true
    }

    patch "allreduce-callsite-timing" {
      sha256  = "sha256:11ca0440a2d7979ce535a6397c275302f961ba423a709bf208812ba750e6d5b6"
      skipped = true
    }

    patch "allreduce-moe-timing" {
      sha256  = "sha256:c37f44107269ef0ad104d88d229adb3c4ca8af88abeee5972315dcd03d4e33d8"
      skipped = true
    }

    patch "enable-stock-allreduce-rms" {
      sha256  = "sha256:63779942e58e592a73b2cd2d86d45708a5c5b864f80b83172a0367b7a7dfea74"
      skipped = true
    }
  }
}

variant "enable-stock-allreduce-rms" {
  definition = "sha256:9df56c398d7f012551e277af4c63ff00b48f9852d97d70ebe1cf372efb181823"

  component "vllm" {
    upstream = "vllm"
    git      = "https://github.com/vllm-project/vllm.git"
    commit   = "c51df43005726a09c6eb7348e8c1b00501c70a8e"
    tree     = "d32d3bbc7da8b0c9f0f948689a8cfcf0bcd1c950"
    exclude = [
      "docs/assets/contributing/vllm_bench_serve_timeline.html",
      "docs/assets/design/arch_overview/v1_process_architecture_tp2_dp4.png",
    ]

    patch "benchmark-moe-tune-harness" {
      sha256  = "sha256:a1eeb64575a1a3ab03e5ed980d8bad1a35833370a087175d58acaa899af25c49"
      skipped = true
    }

    patch "candidate-router" {
      sha256  = "sha256:2e6959b5d5fabd1d70a542fd0e3ab193e5bcdab6706c9cfbd08eefd67ba5c945"
      skipped = true
    }

    patch "graph-shaped-router-kv" {
      sha256  = "sha256:e38eef8a2d80098e6ca10128311ec2b8e22c82d09a3cb9aa84fb748549a0a9c6"
      skipped = true
    }

    patch "postattn-ar-fused-customop" {
      sha256  = "sha256:45445150c792f94e1fc46bb4f731ea83e8b3bfa94a8b2df488b303cc73ed53ae"
      skipped = true
    }

    patch "postattn-fusedadd-delay" {
      sha256  = "sha256:36e1d9807bc0624381adcc60ae1b0eb2d8f002973cef1e8882bbdf8ba7467009"
      skipped = true
    }

    patch "qk-skip-tp-allreduce" {
      sha256  = "sha256:fbac75ed043edb20b50b86cb8c857c71f9810fd8ff8a485daf204a6afd2f94aa"
      skipped = true
    }

    patch "qk-var-allreduce-dtype" {
      sha256  = "sha256:18b994d47f8949940ac99cbf49c653251ab2b4bfe10c6b9c52b3b0e0482640af"
      skipped = true
    }

    patch "qk-apply-rope-helper" {
      sha256  = "sha256:a743e0b3913f7e5e978bc4b9917dc3ecc1a774c64d9bbfe8faef3ff0e015992f"
      skipped = true
    }

    patch "remove-qk-apply-rope" {
      sha256  = "sha256:3342c024e45ac9de4568a8834e11004ed40b6c02673e71132caf78ae016e8bbd"
      skipped = true
    }

    patch "xpu-ipc-qk-var" {
      sha256  = "sha256:9d3766df86405fd97718948204f2cc42267327c2c704fec8c70cae079440f1da"
      skipped = true
    }

    patch "allreduce-async-wait-guard" {
      sha256  = "sha256:f6c2a26c060fd9e747e2ef86e74e1b26aa1e0431fb9f6d7a552162112a522dfe"
      skipped = true
    }

    patch "allreduce-callsite-timing" {
      sha256  = "sha256:11ca0440a2d7979ce535a6397c275302f961ba423a709bf208812ba750e6d5b6"
      skipped = true
    }

    patch "allreduce-moe-timing" {
      sha256  = "sha256:c37f44107269ef0ad104d88d229adb3c4ca8af88abeee5972315dcd03d4e33d8"
      skipped = true
    }

    patch "enable-stock-allreduce-rms" {
      sha256         = "sha256:63779942e58e592a73b2cd2d86d45708a5c5b864f80b83172a0367b7a7dfea74"
      decoded_sha256 = "sha256:63779942e58e592a73b2cd2d86d45708a5c5b864f80b83172a0367b7a7dfea74"
      tree           = "3d2a1bc7cc52e0999c74716b34fcfa2422840088"
    }
  }
}

variant "graph-shaped-router-kv" {
  definition = "sha256:9df56c398d7f012551e277af4c63ff00b48f9852d97d70ebe1cf372efb181823"

  component "vllm" {
    upstream = "vllm"
    git      = "https://github.com/vllm-project/vllm.git"
    commit   = "c51df43005726a09c6eb7348e8c1b00501c70a8e"
    tree     = "d32d3bbc7da8b0c9f0f948689a8cfcf0bcd1c950"
    exclude = [
      "docs/assets/contributing/vllm_bench_serve_timeline.html",
      "docs/assets/design/arch_overview/v1_process_architecture_tp2_dp4.png",
    ]

    patch "benchmark-moe-tune-harness" {
      sha256  = "sha256:a1eeb64575a1a3ab03e5ed980d8bad1a35833370a087175d58acaa899af25c49"
      skipped = true
    }

    patch "candidate-router" {
      sha256  = "sha256:2e6959b5d5fabd1d70a542fd0e3ab193e5bcdab6706c9cfbd08eefd67ba5c945"
      skipped = true
    }

    patch "graph-shaped-router-kv" {
      sha256         = "sha256:e38eef8a2d80098e6ca10128311ec2b8e22c82d09a3cb9aa84fb748549a0a9c6"
      decoded_sha256 = "sha256:e38eef8a2d80098e6ca10128311ec2b8e22c82d09a3cb9aa84fb748549a0a9c6"
      tree           = "fbab5992b5daac8b6492b5831e5df0879a1e755f"
    }

    patch "postattn-ar-fused-customop" {
      sha256  = "sha256:45445150c792f94e1fc46bb4f731ea83e8b3bfa94a8b2df488b303cc73ed53ae"
      skipped = true
    }

    patch "postattn-fusedadd-delay" {
      sha256  = "sha256:36e1d9807bc0624381adcc60ae1b0eb2d8f002973cef1e8882bbdf8ba7467009"
      skipped = true
    }

    patch "qk-skip-tp-allreduce" {
      sha256  = "sha256:fbac75ed043edb20b50b86cb8c857c71f9810fd8ff8a485daf204a6afd2f94aa"
      skipped = true
    }

    patch "qk-var-allreduce-dtype" {
      sha256  = "sha256:18b994d47f8949940ac99cbf49c653251ab2b4bfe10c6b9c52b3b0e0482640af"
      skipped = true
    }

    patch "qk-apply-rope-helper" {
      sha256  = "sha256:a743e0b3913f7e5e978bc4b9917dc3ecc1a774c64d9bbfe8faef3ff0e015992f"
      skipped = true
    }

    patch "remove-qk-apply-rope" {
      sha256  = "sha256:3342c024e45ac9de4568a8834e11004ed40b6c02673e71132caf78ae016e8bbd"
      skipped = true
    }

    patch "xpu-ipc-qk-var" {
      sha256  = "sha256:9d3766df86405fd97718948204f2cc42267327c2c704fec8c70cae079440f1da"
      skipped = true
    }

    patch "allreduce-async-wait-guard" {
      sha256  = "sha256:f6c2a26c060fd9e747e2ef86e74e1b26aa1e0431fb9f6d7a552162112a522dfe"
      skipped = true
    }

    patch "allreduce-callsite-timing" {
      sha256  = "sha256:11ca0440a2d7979ce535a6397c275302f961ba423a709bf208812ba750e6d5b6"
      skipped = true
    }

    patch "allreduce-moe-timing" {
      sha256  = "sha256:c37f44107269ef0ad104d88d229adb3c4ca8af88abeee5972315dcd03d4e33d8"
      skipped = true
    }

    patch "enable-stock-allreduce-rms" {
      sha256  = "sha256:63779942e58e592a73b2cd2d86d45708a5c5b864f80b83172a0367b7a7dfea74"
      skipped = true
    }
  }
}

variant "postattn-ar-fused-customop" {
  definition = "sha256:9df56c398d7f012551e277af4c63ff00b48f9852d97d70ebe1cf372efb181823"

  component "vllm" {
    upstream = "vllm"
    git      = "https://github.com/vllm-project/vllm.git"
    commit   = "c51df43005726a09c6eb7348e8c1b00501c70a8e"
    tree     = "d32d3bbc7da8b0c9f0f948689a8cfcf0bcd1c950"
    exclude = [
      "docs/assets/contributing/vllm_bench_serve_timeline.html",
      "docs/assets/design/arch_overview/v1_process_architecture_tp2_dp4.png",
    ]

    patch "benchmark-moe-tune-harness" {
      sha256  = "sha256:a1eeb64575a1a3ab03e5ed980d8bad1a35833370a087175d58acaa899af25c49"
      skipped = true
    }

    patch "candidate-router" {
      sha256  = "sha256:2e6959b5d5fabd1d70a542fd0e3ab193e5bcdab6706c9cfbd08eefd67ba5c945"
      skipped = true
    }

    patch "graph-shaped-router-kv" {
      sha256  = "sha256:e38eef8a2d80098e6ca10128311ec2b8e22c82d09a3cb9aa84fb748549a0a9c6"
      skipped = true
    }

    patch "postattn-ar-fused-customop" {
      sha256         = "sha256:45445150c792f94e1fc46bb4f731ea83e8b3bfa94a8b2df488b303cc73ed53ae"
      decoded_sha256 = "sha256:45445150c792f94e1fc46bb4f731ea83e8b3bfa94a8b2df488b303cc73ed53ae"
      tree           = "824a04319165c613baf2ac8ffd4fb3bc6525c3e5"
    }

    patch "postattn-fusedadd-delay" {
      sha256  = "sha256:36e1d9807bc0624381adcc60ae1b0eb2d8f002973cef1e8882bbdf8ba7467009"
      skipped = true
    }

    patch "qk-skip-tp-allreduce" {
      sha256  = "sha256:fbac75ed043edb20b50b86cb8c857c71f9810fd8ff8a485daf204a6afd2f94aa"
      skipped = true
    }

    patch "qk-var-allreduce-dtype" {
      sha256  = "sha256:18b994d47f8949940ac99cbf49c653251ab2b4bfe10c6b9c52b3b0e0482640af"
      skipped = true
    }

    patch "qk-apply-rope-helper" {
      sha256  = "sha256:a743e0b3913f7e5e978bc4b9917dc3ecc1a774c64d9bbfe8faef3ff0e015992f"
      skipped = true
    }

    patch "remove-qk-apply-rope" {
      sha256  = "sha256:3342c024e45ac9de4568a8834e11004ed40b6c02673e71132caf78ae016e8bbd"
      skipped = true
    }

    patch "xpu-ipc-qk-var" {
      sha256  = "sha256:9d3766df86405fd97718948204f2cc42267327c2c704fec8c70cae079440f1da"
      skipped = true
    }

    patch "allreduce-async-wait-guard" {
      sha256  = "sha256:f6c2a26c060fd9e747e2ef86e74e1b26aa1e0431fb9f6d7a552162112a522dfe"
      skipped = true
    }

    patch "allreduce-callsite-timing" {
      sha256  = "sha256:11ca0440a2d7979ce535a6397c275302f961ba423a709bf208812ba750e6d5b6"
      skipped = true
    }

    patch "allreduce-moe-timing" {
      sha256  = "sha256:c37f44107269ef0ad104d88d229adb3c4ca8af88abeee5972315dcd03d4e33d8"
      skipped = true
    }

    patch "enable-stock-allreduce-rms" {
      sha256  = "sha256:63779942e58e592a73b2cd2d86d45708a5c5b864f80b83172a0367b7a7dfea74"
      skipped = true
    }
  }
}

variant "postattn-fusedadd-delay" {
  definition = "sha256:9df56c398d7f012551e277af4c63ff00b48f9852d97d70ebe1cf372efb181823"

  component "vllm" {
    upstream = "vllm"
    git      = "https://github.com/vllm-project/vllm.git"
    commit   = "c51df43005726a09c6eb7348e8c1b00501c70a8e"
    tree     = "d32d3bbc7da8b0c9f0f948689a8cfcf0bcd1c950"
    exclude = [
      "docs/assets/contributing/vllm_bench_serve_timeline.html",
      "docs/assets/design/arch_overview/v1_process_architecture_tp2_dp4.png",
    ]

    patch "benchmark-moe-tune-harness" {
      sha256  = "sha256:a1eeb64575a1a3ab03e5ed980d8bad1a35833370a087175d58acaa899af25c49"
      skipped = true
    }

    patch "candidate-router" {
      sha256  = "sha256:2e6959b5d5fabd1d70a542fd0e3ab193e5bcdab6706c9cfbd08eefd67ba5c945"
      skipped = true
    }

    patch "graph-shaped-router-kv" {
      sha256  = "sha256:e38eef8a2d80098e6ca10128311ec2b8e22c82d09a3cb9aa84fb748549a0a9c6"
      skipped = true
    }

    patch "postattn-ar-fused-customop" {
      sha256  = "sha256:45445150c792f94e1fc46bb4f731ea83e8b3bfa94a8b2df488b303cc73ed53ae"
      skipped = true
    }

    patch "postattn-fusedadd-delay" {
      sha256         = "sha256:36e1d9807bc0624381adcc60ae1b0eb2d8f002973cef1e8882bbdf8ba7467009"
      decoded_sha256 = "sha256:36e1d9807bc0624381adcc60ae1b0eb2d8f002973cef1e8882bbdf8ba7467009"
      tree           = "42b017a1aad31f195a50758637cf53e5636fa3b0"
    }

    patch "qk-skip-tp-allreduce" {
      sha256  = "sha256:fbac75ed043edb20b50b86cb8c857c71f9810fd8ff8a485daf204a6afd2f94aa"
      skipped = true
    }

    patch "qk-var-allreduce-dtype" {
      sha256  = "sha256:18b994d47f8949940ac99cbf49c653251ab2b4bfe10c6b9c52b3b0e0482640af"
      skipped = true
    }

    patch "qk-apply-rope-helper" {
      sha256  = "sha256:a743e0b3913f7e5e978bc4b9917dc3ecc1a774c64d9bbfe8faef3ff0e015992f"
      skipped = true
    }

    patch "remove-qk-apply-rope" {
      sha256  = "sha256:3342c024e45ac9de4568a8834e11004ed40b6c02673e71132caf78ae016e8bbd"
      skipped = true
    }

    patch "xpu-ipc-qk-var" {
      sha256  = "sha256:9d3766df86405fd97718948204f2cc42267327c2c704fec8c70cae079440f1da"
      skipped = true
    }

    patch "allreduce-async-wait-guard" {
      sha256  = "sha256:f6c2a26c060fd9e747e2ef86e74e1b26aa1e0431fb9f6d7a552162112a522dfe"
      skipped = true
    }

    patch "allreduce-callsite-timing" {
      sha256  = "sha256:11ca0440a2d7979ce535a6397c275302f961ba423a709bf208812ba750e6d5b6"
      skipped = true
    }

    patch "allreduce-moe-timing" {
      sha256  = "sha256:c37f44107269ef0ad104d88d229adb3c4ca8af88abeee5972315dcd03d4e33d8"
      skipped = true
    }

    patch "enable-stock-allreduce-rms" {
      sha256  = "sha256:63779942e58e592a73b2cd2d86d45708a5c5b864f80b83172a0367b7a7dfea74"
      skipped = true
    }
  }
}

variant "qk-apply-rope-helper" {
  definition = "sha256:9df56c398d7f012551e277af4c63ff00b48f9852d97d70ebe1cf372efb181823"

  component "vllm" {
    upstream = "vllm"
    git      = "https://github.com/vllm-project/vllm.git"
    commit   = "c51df43005726a09c6eb7348e8c1b00501c70a8e"
    tree     = "d32d3bbc7da8b0c9f0f948689a8cfcf0bcd1c950"
    exclude = [
      "docs/assets/contributing/vllm_bench_serve_timeline.html",
      "docs/assets/design/arch_overview/v1_process_architecture_tp2_dp4.png",
    ]

    patch "benchmark-moe-tune-harness" {
      sha256  = "sha256:a1eeb64575a1a3ab03e5ed980d8bad1a35833370a087175d58acaa899af25c49"
      skipped = true
    }

    patch "candidate-router" {
      sha256  = "sha256:2e6959b5d5fabd1d70a542fd0e3ab193e5bcdab6706c9cfbd08eefd67ba5c945"
      skipped = true
    }

    patch "graph-shaped-router-kv" {
      sha256  = "sha256:e38eef8a2d80098e6ca10128311ec2b8e22c82d09a3cb9aa84fb748549a0a9c6"
      skipped = true
    }

    patch "postattn-ar-fused-customop" {
      sha256  = "sha256:45445150c792f94e1fc46bb4f731ea83e8b3bfa94a8b2df488b303cc73ed53ae"
      skipped = true
    }

    patch "postattn-fusedadd-delay" {
      sha256  = "sha256:36e1d9807bc0624381adcc60ae1b0eb2d8f002973cef1e8882bbdf8ba7467009"
      skipped = true
    }

    patch "qk-skip-tp-allreduce" {
      sha256  = "sha256:fbac75ed043edb20b50b86cb8c857c71f9810fd8ff8a485daf204a6afd2f94aa"
      skipped = true
    }

    patch "qk-var-allreduce-dtype" {
      sha256  = "sha256:18b994d47f8949940ac99cbf49c653251ab2b4bfe10c6b9c52b3b0e0482640af"
      skipped = true
    }

    patch "qk-apply-rope-helper" {
      sha256         = "sha256:a743e0b3913f7e5e978bc4b9917dc3ecc1a774c64d9bbfe8faef3ff0e015992f"
      decoded_sha256 = "sha256:a743e0b3913f7e5e978bc4b9917dc3ecc1a774c64d9bbfe8faef3ff0e015992f"
      tree           = "537ba772f081fae682ae171118111594ab441c50"
    }

    patch "remove-qk-apply-rope" {
      sha256  = "sha256:3342c024e45ac9de4568a8834e11004ed40b6c02673e71132caf78ae016e8bbd"
      skipped = true
    }

    patch "xpu-ipc-qk-var" {
      sha256  = "sha256:9d3766df86405fd97718948204f2cc42267327c2c704fec8c70cae079440f1da"
      skipped = true
    }

    patch "allreduce-async-wait-guard" {
      sha256  = "sha256:f6c2a26c060fd9e747e2ef86e74e1b26aa1e0431fb9f6d7a552162112a522dfe"
      skipped = true
    }

    patch "allreduce-callsite-timing" {
      sha256  = "sha256:11ca0440a2d7979ce535a6397c275302f961ba423a709bf208812ba750e6d5b6"
      skipped = true
    }

    patch "allreduce-moe-timing" {
      sha256  = "sha256:c37f44107269ef0ad104d88d229adb3c4ca8af88abeee5972315dcd03d4e33d8"
      skipped = true
    }

    patch "enable-stock-allreduce-rms" {
      sha256  = "sha256:63779942e58e592a73b2cd2d86d45708a5c5b864f80b83172a0367b7a7dfea74"
      skipped = true
    }
  }
}

variant "qk-skip-tp-allreduce" {
  definition = "sha256:9df56c398d7f012551e277af4c63ff00b48f9852d97d70ebe1cf372efb181823"

  component "vllm" {
    upstream = "vllm"
    git      = "https://github.com/vllm-project/vllm.git"
    commit   = "c51df43005726a09c6eb7348e8c1b00501c70a8e"
    tree     = "d32d3bbc7da8b0c9f0f948689a8cfcf0bcd1c950"
    exclude = [
      "docs/assets/contributing/vllm_bench_serve_timeline.html",
      "docs/assets/design/arch_overview/v1_process_architecture_tp2_dp4.png",
    ]

    patch "benchmark-moe-tune-harness" {
      sha256  = "sha256:a1eeb64575a1a3ab03e5ed980d8bad1a35833370a087175d58acaa899af25c49"
      skipped = true
    }

    patch "candidate-router" {
      sha256  = "sha256:2e6959b5d5fabd1d70a542fd0e3ab193e5bcdab6706c9cfbd08eefd67ba5c945"
      skipped = true
    }

    patch "graph-shaped-router-kv" {
      sha256  = "sha256:e38eef8a2d80098e6ca10128311ec2b8e22c82d09a3cb9aa84fb748549a0a9c6"
      skipped = true
    }

    patch "postattn-ar-fused-customop" {
      sha256  = "sha256:45445150c792f94e1fc46bb4f731ea83e8b3bfa94a8b2df488b303cc73ed53ae"
      skipped = true
    }

    patch "postattn-fusedadd-delay" {
      sha256  = "sha256:36e1d9807bc0624381adcc60ae1b0eb2d8f002973cef1e8882bbdf8ba7467009"
      skipped = true
    }

    patch "qk-skip-tp-allreduce" {
      sha256         = "sha256:fbac75ed043edb20b50b86cb8c857c71f9810fd8ff8a485daf204a6afd2f94aa"
      decoded_sha256 = "sha256:fbac75ed043edb20b50b86cb8c857c71f9810fd8ff8a485daf204a6afd2f94aa"
      tree           = "4c9a8a1f88c785ff55e2178c37060f9e7f6e909e"
    }

    patch "qk-var-allreduce-dtype" {
      sha256  = "sha256:18b994d47f8949940ac99cbf49c653251ab2b4bfe10c6b9c52b3b0e0482640af"
      skipped = true
    }

    patch "qk-apply-rope-helper" {
      sha256  = "sha256:a743e0b3913f7e5e978bc4b9917dc3ecc1a774c64d9bbfe8faef3ff0e015992f"
      skipped = true
    }

    patch "remove-qk-apply-rope" {
      sha256  = "sha256:3342c024e45ac9de4568a8834e11004ed40b6c02673e71132caf78ae016e8bbd"
      skipped = true
    }

    patch "xpu-ipc-qk-var" {
      sha256  = "sha256:9d3766df86405fd97718948204f2cc42267327c2c704fec8c70cae079440f1da"
      skipped = true
    }

    patch "allreduce-async-wait-guard" {
      sha256  = "sha256:f6c2a26c060fd9e747e2ef86e74e1b26aa1e0431fb9f6d7a552162112a522dfe"
      skipped = true
    }

    patch "allreduce-callsite-timing" {
      sha256  = "sha256:11ca0440a2d7979ce535a6397c275302f961ba423a709bf208812ba750e6d5b6"
      skipped = true
    }

    patch "allreduce-moe-timing" {
      sha256  = "sha256:c37f44107269ef0ad104d88d229adb3c4ca8af88abeee5972315dcd03d4e33d8"
      skipped = true
    }

    patch "enable-stock-allreduce-rms" {
      sha256  = "sha256:63779942e58e592a73b2cd2d86d45708a5c5b864f80b83172a0367b7a7dfea74"
      skipped = true
    }
  }
}

variant "qk-var-allreduce-dtype" {
  definition = "sha256:9df56c398d7f012551e277af4c63ff00b48f9852d97d70ebe1cf372efb181823"

  component "vllm" {
    upstream = "vllm"
    git      = "https://github.com/vllm-project/vllm.git"
    commit   = "c51df43005726a09c6eb7348e8c1b00501c70a8e"
    tree     = "d32d3bbc7da8b0c9f0f948689a8cfcf0bcd1c950"
    exclude = [
      "docs/assets/contributing/vllm_bench_serve_timeline.html",
      "docs/assets/design/arch_overview/v1_process_architecture_tp2_dp4.png",
    ]

    patch "benchmark-moe-tune-harness" {
      sha256  = "sha256:a1eeb64575a1a3ab03e5ed980d8bad1a35833370a087175d58acaa899af25c49"
      skipped = true
    }

    patch "candidate-router" {
      sha256  = "sha256:2e6959b5d5fabd1d70a542fd0e3ab193e5bcdab6706c9cfbd08eefd67ba5c945"
      skipped = true
    }

    patch "graph-shaped-router-kv" {
      sha256  = "sha256:e38eef8a2d80098e6ca10128311ec2b8e22c82d09a3cb9aa84fb748549a0a9c6"
      skipped = true
    }

    patch "postattn-ar-fused-customop" {
      sha256  = "sha256:45445150c792f94e1fc46bb4f731ea83e8b3bfa94a8b2df488b303cc73ed53ae"
      skipped = true
    }

    patch "postattn-fusedadd-delay" {
      sha256  = "sha256:36e1d9807bc0624381adcc60ae1b0eb2d8f002973cef1e8882bbdf8ba7467009"
      skipped = true
    }

    patch "qk-skip-tp-allreduce" {
      sha256  = "sha256:fbac75ed043edb20b50b86cb8c857c71f9810fd8ff8a485daf204a6afd2f94aa"
      skipped = true
    }

    patch "qk-var-allreduce-dtype" {
      sha256         = "sha256:18b994d47f8949940ac99cbf49c653251ab2b4bfe10c6b9c52b3b0e0482640af"
      decoded_sha256 = "sha256:18b994d47f8949940ac99cbf49c653251ab2b4bfe10c6b9c52b3b0e0482640af"
      tree           = "62c9c5f5f2a4a6ac0f916f81afb780fac36f1191"
    }

    patch "qk-apply-rope-helper" {
      sha256  = "sha256:a743e0b3913f7e5e978bc4b9917dc3ecc1a774c64d9bbfe8faef3ff0e015992f"
      skipped = true
    }

    patch "remove-qk-apply-rope" {
      sha256  = "sha256:3342c024e45ac9de4568a8834e11004ed40b6c02673e71132caf78ae016e8bbd"
      skipped = true
    }

    patch "xpu-ipc-qk-var" {
      sha256  = "sha256:9d3766df86405fd97718948204f2cc42267327c2c704fec8c70cae079440f1da"
      skipped = true
    }

    patch "allreduce-async-wait-guard" {
      sha256  = "sha256:f6c2a26c060fd9e747e2ef86e74e1b26aa1e0431fb9f6d7a552162112a522dfe"
      skipped = true
    }

    patch "allreduce-callsite-timing" {
      sha256  = "sha256:11ca0440a2d7979ce535a6397c275302f961ba423a709bf208812ba750e6d5b6"
      skipped = true
    }

    patch "allreduce-moe-timing" {
      sha256  = "sha256:c37f44107269ef0ad104d88d229adb3c4ca8af88abeee5972315dcd03d4e33d8"
      skipped = true
    }

    patch "enable-stock-allreduce-rms" {
      sha256  = "sha256:63779942e58e592a73b2cd2d86d45708a5c5b864f80b83172a0367b7a7dfea74"
      skipped = true
    }
  }
}

variant "remove-qk-apply-rope" {
  definition = "sha256:9df56c398d7f012551e277af4c63ff00b48f9852d97d70ebe1cf372efb181823"

  component "vllm" {
    upstream = "vllm"
    git      = "https://github.com/vllm-project/vllm.git"
    commit   = "c51df43005726a09c6eb7348e8c1b00501c70a8e"
    tree     = "d32d3bbc7da8b0c9f0f948689a8cfcf0bcd1c950"
    exclude = [
      "docs/assets/contributing/vllm_bench_serve_timeline.html",
      "docs/assets/design/arch_overview/v1_process_architecture_tp2_dp4.png",
    ]

    patch "benchmark-moe-tune-harness" {
      sha256  = "sha256:a1eeb64575a1a3ab03e5ed980d8bad1a35833370a087175d58acaa899af25c49"
      skipped = true
    }

    patch "candidate-router" {
      sha256  = "sha256:2e6959b5d5fabd1d70a542fd0e3ab193e5bcdab6706c9cfbd08eefd67ba5c945"
      skipped = true
    }

    patch "graph-shaped-router-kv" {
      sha256  = "sha256:e38eef8a2d80098e6ca10128311ec2b8e22c82d09a3cb9aa84fb748549a0a9c6"
      skipped = true
    }

    patch "postattn-ar-fused-customop" {
      sha256  = "sha256:45445150c792f94e1fc46bb4f731ea83e8b3bfa94a8b2df488b303cc73ed53ae"
      skipped = true
    }

    patch "postattn-fusedadd-delay" {
      sha256  = "sha256:36e1d9807bc0624381adcc60ae1b0eb2d8f002973cef1e8882bbdf8ba7467009"
      skipped = true
    }

    patch "qk-skip-tp-allreduce" {
      sha256  = "sha256:fbac75ed043edb20b50b86cb8c857c71f9810fd8ff8a485daf204a6afd2f94aa"
      skipped = true
    }

    patch "qk-var-allreduce-dtype" {
      sha256  = "sha256:18b994d47f8949940ac99cbf49c653251ab2b4bfe10c6b9c52b3b0e0482640af"
      skipped = true
    }

    patch "qk-apply-rope-helper" {
      sha256         = "sha256:a743e0b3913f7e5e978bc4b9917dc3ecc1a774c64d9bbfe8faef3ff0e015992f"
      decoded_sha256 = "sha256:a743e0b3913f7e5e978bc4b9917dc3ecc1a774c64d9bbfe8faef3ff0e015992f"
      tree           = "537ba772f081fae682ae171118111594ab441c50"
    }

    patch "remove-qk-apply-rope" {
      sha256         = "sha256:3342c024e45ac9de4568a8834e11004ed40b6c02673e71132caf78ae016e8bbd"
      decoded_sha256 = "sha256:3342c024e45ac9de4568a8834e11004ed40b6c02673e71132caf78ae016e8bbd"
      tree           = "97783c2e3266bbf89f641881474a49b7ec305637"
    }

    patch "xpu-ipc-qk-var" {
      sha256  = "sha256:9d3766df86405fd97718948204f2cc42267327c2c704fec8c70cae079440f1da"
      skipped = true
    }

    patch "allreduce-async-wait-guard" {
      sha256  = "sha256:f6c2a26c060fd9e747e2ef86e74e1b26aa1e0431fb9f6d7a552162112a522dfe"
      skipped = true
    }

    patch "allreduce-callsite-timing" {
      sha256  = "sha256:11ca0440a2d7979ce535a6397c275302f961ba423a709bf208812ba750e6d5b6"
      skipped = true
    }

    patch "allreduce-moe-timing" {
      sha256  = "sha256:c37f44107269ef0ad104d88d229adb3c4ca8af88abeee5972315dcd03d4e33d8"
      skipped = true
    }

    patch "enable-stock-allreduce-rms" {
      sha256  = "sha256:63779942e58e592a73b2cd2d86d45708a5c5b864f80b83172a0367b7a7dfea74"
      skipped = true
    }
  }
}

variant "u4-down-htile" {
  definition = "sha256:9df56c398d7f012551e277af4c63ff00b48f9852d97d70ebe1cf372efb181823"

  component "llm-scaler" {
    upstream = "llm_scaler"
    git      = "https://github.com/intel/llm-scaler.git"
    commit   = "e0b070331d9584c0409397fb62f092f56103639c"
    tree     = "9b2e9604f4b4c40d53f38fda6c0931108ffcf740"
    exclude = [
      "omni/example_inputs/flashvsr_upscale_input.mp4",
      "omni/standalone_examples/HY-WorldPlay/assets/sample_output.gif",
    ]

    patch "u4-down-htile" {
      sha256         = "sha256:245ecfbbda9be18d74371ff324af0b2d419a57a952a00113906af8a13c6d0c84"
      decoded_sha256 = "sha256:245ecfbbda9be18d74371ff324af0b2d419a57a952a00113906af8a13c6d0c84"
      tree           = "0f427904380bc63245f1910831dbe9f2291230bb"
    }

    patch "u4-logits-topk" {
      sha256  = "sha256:58759b7dad64a0f7fe2cc8ec634f2574afc4996309e5e5bdc773f76135ebbee9"
      skipped = true
    }
  }
}

variant "u4-logits-topk" {
  definition = "sha256:9df56c398d7f012551e277af4c63ff00b48f9852d97d70ebe1cf372efb181823"

  component "llm-scaler" {
    upstream = "llm_scaler"
    git      = "https://github.com/intel/llm-scaler.git"
    commit   = "e0b070331d9584c0409397fb62f092f56103639c"
    tree     = "9b2e9604f4b4c40d53f38fda6c0931108ffcf740"
    exclude = [
      "omni/example_inputs/flashvsr_upscale_input.mp4",
      "omni/standalone_examples/HY-WorldPlay/assets/sample_output.gif",
    ]

    patch "u4-down-htile" {
      sha256  = "sha256:245ecfbbda9be18d74371ff324af0b2d419a57a952a00113906af8a13c6d0c84"
      skipped = true
    }

    patch "u4-logits-topk" {
      sha256         = "sha256:58759b7dad64a0f7fe2cc8ec634f2574afc4996309e5e5bdc773f76135ebbee9"
      decoded_sha256 = "sha256:58759b7dad64a0f7fe2cc8ec634f2574afc4996309e5e5bdc773f76135ebbee9"
      tree           = "9b3535272e0b776127151921e4ce2bd09272bbf6"
    }
  }
}

variant "xpu-ipc-qk-var" {
  definition = "sha256:9df56c398d7f012551e277af4c63ff00b48f9852d97d70ebe1cf372efb181823"

  component "vllm" {
    upstream = "vllm"
    git      = "https://github.com/vllm-project/vllm.git"
    commit   = "c51df43005726a09c6eb7348e8c1b00501c70a8e"
    tree     = "d32d3bbc7da8b0c9f0f948689a8cfcf0bcd1c950"
    exclude = [
      "docs/assets/contributing/vllm_bench_serve_timeline.html",
      "docs/assets/design/arch_overview/v1_process_architecture_tp2_dp4.png",
    ]

    patch "benchmark-moe-tune-harness" {
      sha256  = "sha256:a1eeb64575a1a3ab03e5ed980d8bad1a35833370a087175d58acaa899af25c49"
      skipped = true
    }

    patch "candidate-router" {
      sha256  = "sha256:2e6959b5d5fabd1d70a542fd0e3ab193e5bcdab6706c9cfbd08eefd67ba5c945"
      skipped = true
    }

    patch "graph-shaped-router-kv" {
      sha256  = "sha256:e38eef8a2d80098e6ca10128311ec2b8e22c82d09a3cb9aa84fb748549a0a9c6"
      skipped = true
    }

    patch "postattn-ar-fused-customop" {
      sha256  = "sha256:45445150c792f94e1fc46bb4f731ea83e8b3bfa94a8b2df488b303cc73ed53ae"
      skipped = true
    }

    patch "postattn-fusedadd-delay" {
      sha256  = "sha256:36e1d9807bc0624381adcc60ae1b0eb2d8f002973cef1e8882bbdf8ba7467009"
      skipped = true
    }

    patch "qk-skip-tp-allreduce" {
      sha256  = "sha256:fbac75ed043edb20b50b86cb8c857c71f9810fd8ff8a485daf204a6afd2f94aa"
      skipped = true
    }

    patch "qk-var-allreduce-dtype" {
      sha256  = "sha256:18b994d47f8949940ac99cbf49c653251ab2b4bfe10c6b9c52b3b0e0482640af"
      skipped = true
    }

    patch "qk-apply-rope-helper" {
      sha256  = "sha256:a743e0b3913f7e5e978bc4b9917dc3ecc1a774c64d9bbfe8faef3ff0e015992f"
      skipped = true
    }

    patch "remove-qk-apply-rope" {
      sha256  = "sha256:3342c024e45ac9de4568a8834e11004ed40b6c02673e71132caf78ae016e8bbd"
      skipped = true
    }

    patch "xpu-ipc-qk-var" {
      sha256         = "sha256:9d3766df86405fd97718948204f2cc42267327c2c704fec8c70cae079440f1da"
      decoded_sha256 = "sha256:9d3766df86405fd97718948204f2cc42267327c2c704fec8c70cae079440f1da"
      tree           = "a4d6da5593535a5728eb6ee156e65d027fcb9150"
    }

    patch "allreduce-async-wait-guard" {
      sha256  = "sha256:f6c2a26c060fd9e747e2ef86e74e1b26aa1e0431fb9f6d7a552162112a522dfe"
      skipped = true
    }

    patch "allreduce-callsite-timing" {
      sha256  = "sha256:11ca0440a2d7979ce535a6397c275302f961ba423a709bf208812ba750e6d5b6"
      skipped = true
    }

    patch "allreduce-moe-timing" {
      sha256  = "sha256:c37f44107269ef0ad104d88d229adb3c4ca8af88abeee5972315dcd03d4e33d8"
      skipped = true
    }

    patch "enable-stock-allreduce-rms" {
      sha256  = "sha256:63779942e58e592a73b2cd2d86d45708a5c5b864f80b83172a0367b7a7dfea74"
      skipped = true
    }
  }
}
