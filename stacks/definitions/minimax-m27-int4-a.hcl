# MiniMax M2.7 AutoRound INT4 on vLLM's XPU backend, four B70 in tensor parallel: the
# dated variants of the archive's section 10, by its letters. Those that are missing
# (l, p to u) need sketches, or code that only markdown files of the archive describe.
# From m on the lab's strict gate is part of the stack. This is variant a.

stack "minimax-m27-int4-a" {
  description = "05-08, INT4 bring-up (20.11 tok/s at p512/n128)"

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

    patch "inc-xpu-autoround-fusedmoe" {
      archive = archive.lab
      path    = "patches/vllm-inc-xpu-autoround-fusedmoe-wna16-20260508.patch"
      sha256  = "c15cd2658723f35bb57501c001fc241f7ed694a020fad2e2ebe522beb1040cde"
      origin  = "unofficial"
      reason  = "AutoRound INT4 of MiniMax goes to the WNA16 mixture-of-experts kernels, not to the unquantized ones"
    }

    patch "b70-moe-config" {
      archive = archive.lab
      path    = "patches/vllm-source-b70-minimax-moe-config-20260510.patch"
      sha256  = "1edd444e56a1031cdb3c67422bd413309e0a7dec6ef1a98ea0bc10202505014b"
      recount = true
      origin  = "unofficial"
      reason  = "tuned sizes of the mixture-of-experts kernel for the B70; its header counts 25 lines and 27 follow: without recount git drops the last two and the JSON is broken"
    }

    patch "qknorm-passmanager-guard" {
      archive = archive.lab
      path    = "patches/vllm-minimax-qknorm-passmanager-xpu-guard-20260508.patch"
      sha256  = "d34bcf4e530a15d8cd143e33b9119223426d846ba0dc84542d9beec889fbf7ed"
      origin  = "unofficial"
      reason  = "enabling the fused Q/K norm must not crash where its op is absent"
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
    exclude_newer = "2026-05-10"
  }

  environment {
    variables = {
      CCL_ATL_TRANSPORT         = "ofi"
      CCL_TOPO_P2P_ACCESS       = "1"
      CCL_ZE_IPC_EXCHANGE       = "pidfd"
      ONEAPI_DEVICE_SELECTOR    = "level_zero:0,1,2,3"
      VLLM_XPU_ENABLE_XPU_GRAPH = "0"
      ZE_AFFINITY_MASK          = "0,1,2,3"
    }
  }

  suite "throughput" "p512n128" {
    needs {
      gpus = 4
      gpu  = "8086:e223"
    }
    model  = model.minimax_m27_int4
    runner = "vllm-bench-throughput"
    command = [
      "vllm", "bench", "throughput", "--backend", "vllm", "--model", "${model}", "--tokenizer", "${model}",
      "--trust-remote-code", "--dtype", "bfloat16", "--tensor-parallel-size", "4",
      "--distributed-executor-backend", "mp", "--max-model-len", "2048", "--max-num-batched-tokens", "1024",
      "--max-num-seqs", "1", "--dataset-name", "random", "--random-input-len", "512",
      "--random-output-len", "128", "--random-range-ratio", "0", "--num-prompts", "1", "--disable-log-stats",
    ]
    shape {
      prompt = 512
      output = 128
    }
    warmup  = 1
    repeats = 1
  }

  unknown "packages of the venv vllm-xpu" {
    reason = "its freeze was not recorded; the versions here are those recorded for the other venv of the lab and what vLLM c51df430 asks for itself"
  }

  unknown "files of the vLLM that ran" {
    reason = "it was the installed package 0.20.1-local, into which files of the patched source tree were copied; which, is not recorded for each run"
  }

  unknown "quality gate" {
    reason = "none was recorded before 05-16; what compiled runs printed before 05-14 was NaN logits or NUL tokens where it was looked at"
  }
}
