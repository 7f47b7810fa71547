# What was tried on vLLM and llm-scaler for MiniMax M2.7 and not kept: each patch by
# itself against the lab's commits, in the variant of its name.

stack "minimax-m27-screens" {
  description = "patches of the lab that were tried on vLLM c51df430 and llm-scaler e0b0703 and not kept"

  component "llm-scaler" {
    source {
      upstream = upstream.llm_scaler
      revision = "e0b070331d9584c0409397fb62f092f56103639c"
      exclude = [
        "omni/example_inputs/flashvsr_upscale_input.mp4",
        "omni/standalone_examples/HY-WorldPlay/assets/sample_output.gif",
      ]
    }

    patch "u4-down-htile" {
      archive  = archive.lab
      path     = "patches/llm-scaler-minimax-u4-down-htile-negative-20260510.patch"
      sha256   = "245ecfbbda9be18d74371ff324af0b2d419a57a952a00113906af8a13c6d0c84"
      when     = ["u4-down-htile"]
      origin   = "unofficial"
      standing = "negative"
      reason   = "tiles of the down projection by rows: 35.067 tok/s"
    }

    patch "u4-logits-topk" {
      archive  = archive.lab
      path     = "patches/llm-scaler-minimax-u4-logits-topk-negative-20260511.patch"
      sha256   = "58759b7dad64a0f7fe2cc8ec634f2574afc4996309e5e5bdc773f76135ebbee9"
      when     = ["u4-logits-topk"]
      origin   = "unofficial"
      standing = "negative"
      reason   = "top-k of the router within the kernel"
    }

    build "command" {
      toolchain = toolchain.oneapi_2025_3
      directory = "vllm/custom-esimd-kernels-vllm"
      commands = [
        ["python3", "setup_moe_int4_only.py", "build_ext", "--inplace", "-v"],
        ["mkdir", "-p", "/out/llm-scaler"],
        ["cp", "-r", "python", "/out/llm-scaler/"],
      ]
      variables = {
        TORCH_XPU_ARCH_LIST = "bmg"
      }
    }
  }

  component "vllm" {
    source {
      upstream = upstream.vllm
      revision = "c51df43005726a09c6eb7348e8c1b00501c70a8e"
      # Pictures of the documentation, not in every mirror.
      exclude = [
        "docs/assets/contributing/vllm_bench_serve_timeline.html",
        "docs/assets/design/arch_overview/v1_process_architecture_tp2_dp4.png",
      ]
    }

    patch "benchmark-moe-tune-harness" {
      archive  = archive.lab
      path     = "patches/vllm-benchmark-moe-xpu-tune-harness-20260508.patch"
      sha256   = "a1eeb64575a1a3ab03e5ed980d8bad1a35833370a087175d58acaa899af25c49"
      when     = ["benchmark-moe-tune-harness"]
      origin   = "unofficial"
      standing = "diagnostic"
      reason   = "the benchmark that tuned the experts' sizes for the B70"
    }

    patch "candidate-router" {
      archive  = archive.lab
      path     = "patches/vllm-minimax-candidate-router-screen-20260511.patch"
      sha256   = "2e6959b5d5fabd1d70a542fd0e3ab193e5bcdab6706c9cfbd08eefd67ba5c945"
      when     = ["candidate-router"]
      origin   = "unofficial"
      standing = "negative"
      reason   = "an FP16 router whose candidates are repaired in FP32: 36.27 tok/s"
    }

    patch "graph-shaped-router-kv" {
      archive  = archive.lab
      path     = "patches/vllm-minimax-graph-shaped-router-kv-screens-20260511.patch"
      sha256   = "e38eef8a2d80098e6ca10128311ec2b8e22c82d09a3cb9aa84fb748549a0a9c6"
      when     = ["graph-shaped-router-kv"]
      origin   = "unofficial"
      standing = "diagnostic"
      reason   = "the tree of the screens of recovery, FP8 KV and FP16 router"
    }

    patch "postattn-ar-fused-customop" {
      archive           = archive.lab
      path              = "patches/vllm-minimax-postattn-ar-fused-customop-negative-20260510.patch"
      sha256            = "45445150c792f94e1fc46bb4f731ea83e8b3bfa94a8b2df488b303cc73ed53ae"
      recount           = true
      ignore_whitespace = true
      context           = 0
      unidiff_zero      = true
      allow_fuzz        = true
      when              = ["postattn-ar-fused-customop"]
      origin            = "unofficial"
      standing          = "negative"
      reason            = "allreduce and fused add RMS in one op of Python: 32.611 tok/s"
    }

    patch "postattn-fusedadd-delay" {
      archive           = archive.lab
      path              = "patches/vllm-minimax-postattn-fusedadd-delay-negative-20260510.patch"
      sha256            = "36e1d9807bc0624381adcc60ae1b0eb2d8f002973cef1e8882bbdf8ba7467009"
      recount           = true
      ignore_whitespace = true
      context           = 0
      unidiff_zero      = true
      allow_fuzz        = true
      when              = ["postattn-fusedadd-delay"]
      origin            = "unofficial"
      standing          = "negative"
      reason            = "fused add RMS after attention, output allreduce delayed: 35.1 to 35.8 tok/s"
    }

    patch "qk-skip-tp-allreduce" {
      archive  = archive.lab
      path     = "patches/vllm-minimax-qk-skip-tp-allreduce-diagnostic-20260510.patch"
      sha256   = "fbac75ed043edb20b50b86cb8c857c71f9810fd8ff8a485daf204a6afd2f94aa"
      when     = ["qk-skip-tp-allreduce"]
      origin   = "unofficial"
      standing = "diagnostic"
      reason   = "leaves out the Q/K allreduce, which is wrong and slower"
    }

    patch "qk-var-allreduce-dtype" {
      archive  = archive.lab
      path     = "patches/vllm-minimax-qk-var-allreduce-dtype-negative-20260510.patch"
      sha256   = "18b994d47f8949940ac99cbf49c653251ab2b4bfe10c6b9c52b3b0e0482640af"
      when     = ["qk-var-allreduce-dtype"]
      origin   = "unofficial"
      standing = "negative"
      reason   = "Q/K variance reduced in FP16: 35.316 tok/s"
    }

    patch "qk-apply-rope-helper" {
      archive  = archive.lab
      path     = "patches/vllm-minimax-qk-apply-rope-xpu-helper-20260510.patch"
      sha256   = "a743e0b3913f7e5e978bc4b9917dc3ecc1a774c64d9bbfe8faef3ff0e015992f"
      when     = ["qk-apply-rope-helper", "remove-qk-apply-rope"]
      origin   = "unofficial"
      standing = "negative"
      reason   = "Q/K norm and RoPE in one helper: 35.682 tok/s"
    }

    patch "remove-qk-apply-rope" {
      archive  = archive.lab
      path     = "patches/vllm-minimax-remove-qk-apply-rope-branch-restore-c158-20260510.patch"
      sha256   = "3342c024e45ac9de4568a8834e11004ed40b6c02673e71132caf78ae016e8bbd"
      when     = ["remove-qk-apply-rope"]
      origin   = "unofficial"
      standing = "diagnostic"
      reason   = "takes that helper out again; applies after it only"
    }

    patch "xpu-ipc-qk-var" {
      archive  = archive.lab
      path     = "patches/vllm-minimax-xpu-ipc-qk-var-20260510.patch"
      sha256   = "9d3766df86405fd97718948204f2cc42267327c2c704fec8c70cae079440f1da"
      when     = ["xpu-ipc-qk-var"]
      origin   = "unofficial"
      standing = "negative"
      reason   = "Q/K variance over Level Zero IPC: 0.02 to 0.03 tok/s"
    }

    patch "allreduce-async-wait-guard" {
      archive  = archive.lab
      path     = "patches/vllm-xpu-allreduce-async-wait-guard-20260510.patch"
      sha256   = "f6c2a26c060fd9e747e2ef86e74e1b26aa1e0431fb9f6d7a552162112a522dfe"
      when     = ["allreduce-async-wait-guard"]
      origin   = "unofficial"
      standing = "diagnostic"
      reason   = "asynchronous allreduce; compiled MiniMax refuses it (35.949 tok/s)"
    }

    patch "allreduce-callsite-timing" {
      archive  = archive.lab
      path     = "patches/vllm-xpu-allreduce-callsite-timing-20260510.patch"
      sha256   = "11ca0440a2d7979ce535a6397c275302f961ba423a709bf208812ba750e6d5b6"
      when     = ["allreduce-callsite-timing"]
      origin   = "unofficial"
      standing = "diagnostic"
      reason   = "labels call sites for timing; slows compiled runs"
    }

    patch "allreduce-moe-timing" {
      archive  = archive.lab
      path     = "patches/vllm-xpu-allreduce-moe-timing-20260510.patch"
      sha256   = "c37f44107269ef0ad104d88d229adb3c4ca8af88abeee5972315dcd03d4e33d8"
      when     = ["allreduce-moe-timing"]
      origin   = "unofficial"
      standing = "diagnostic"
      reason   = "times allreduce and experts on request"
    }

    patch "enable-stock-allreduce-rms" {
      archive  = archive.lab
      path     = "patches/vllm-xpu-enable-stock-allreduce-rms-screen-20260511.patch"
      sha256   = "63779942e58e592a73b2cd2d86d45708a5c5b864f80b83172a0367b7a7dfea74"
      recount  = true
      when     = ["enable-stock-allreduce-rms"]
      origin   = "unofficial"
      standing = "negative"
      reason   = "vLLM's own fuse_allreduce_rms on XPU: imports FlashInfer for CUDA and ends"
    }

    build "python" {
      toolchain = toolchain.oneapi_2025_3
      isa       = "x86-64-v3"
      variables = {
        VLLM_TARGET_DEVICE = "xpu"
      }
    }
  }

  python {
    version = "3.12"
    requires = [
      "numba==0.65.0",
      "setuptools>=77.0.3,<81",
      "torch==2.11.0+xpu",
      "transformers==5.7.0",
      "triton-xpu==3.7.0",
      "vllm-xpu-kernels==0.1.7",
    ]
    indexes = {
      torch              = "pytorch-xpu"
      "triton-xpu"       = "pytorch-xpu"
      "vllm-xpu-kernels" = "vllm-xpu-kernels-0_1_7"
    }
    exclude_newer = "2026-05-11"
  }

  unknown "packages of the venv vllm-xpu" {
    reason = "its freeze was not recorded; the versions here are those recorded for the other venv of the lab and what vLLM c51df430 asks for itself"
  }

  unknown "files of the vLLM that ran" {
    reason = "it was the installed package 0.20.1-local, into which files of the patched source tree were copied; which, is not recorded for each run"
  }

  unknown "commit of llm-scaler after 05-06" {
    reason = "only e0b0703 was written down; the files that the patches touch are the same at 4bfc0070 and db05b458"
  }

  variant "u4-down-htile" {
    description = "tiles of the down projection by rows: 35.067 tok/s"
  }

  variant "u4-logits-topk" {
    description = "top-k of the router within the kernel"
  }

  variant "benchmark-moe-tune-harness" {
    description = "the benchmark that tuned the experts' sizes for the B70"
  }

  variant "candidate-router" {
    description = "an FP16 router whose candidates are repaired in FP32: 36.27 tok/s"
  }

  variant "graph-shaped-router-kv" {
    description = "the tree of the screens of recovery, FP8 KV and FP16 router"
  }

  variant "postattn-ar-fused-customop" {
    description = "allreduce and fused add RMS in one op of Python: 32.611 tok/s"
  }

  variant "postattn-fusedadd-delay" {
    description = "fused add RMS after attention, output allreduce delayed: 35.1 to 35.8 tok/s"
  }

  variant "qk-skip-tp-allreduce" {
    description = "leaves out the Q/K allreduce, which is wrong and slower"
  }

  variant "qk-var-allreduce-dtype" {
    description = "Q/K variance reduced in FP16: 35.316 tok/s"
  }

  variant "qk-apply-rope-helper" {
    description = "Q/K norm and RoPE in one helper: 35.682 tok/s"
  }

  variant "remove-qk-apply-rope" {
    description = "takes that helper out again; applies after it only"
  }

  variant "xpu-ipc-qk-var" {
    description = "Q/K variance over Level Zero IPC: 0.02 to 0.03 tok/s"
  }

  variant "allreduce-async-wait-guard" {
    description = "asynchronous allreduce; compiled MiniMax refuses it (35.949 tok/s)"
  }

  variant "allreduce-callsite-timing" {
    description = "labels call sites for timing; slows compiled runs"
  }

  variant "allreduce-moe-timing" {
    description = "times allreduce and experts on request"
  }

  variant "enable-stock-allreduce-rms" {
    description = "vLLM's own fuse_allreduce_rms on XPU: imports FlashInfer for CUDA and ends"
  }
}
