# MiniMax M2.7 AutoRound INT4 on vLLM's XPU backend, four B70: variant f of the
# archive's section 10.

stack "minimax-m27-int4-f" {
  description = "05-10, the \"c158\" graph (39.6 to 41.1 tok/s, suspect: never reached again)"

  component "llm-scaler" {
    source {
      upstream = upstream.llm_scaler
      revision = "e0b070331d9584c0409397fb62f092f56103639c"
      exclude = [
        "omni/example_inputs/flashvsr_upscale_input.mp4",
        "omni/standalone_examples/HY-WorldPlay/assets/sample_output.gif",
      ]
    }

    patch "u4-logits" {
      archive = archive.lab
      path    = "patches/llm-scaler-minimax-u4-logits-20260509.patch"
      sha256  = "826608f7e6aea325f20f6621072fd9dc0d04efffccff414e8e6b9001ac250f2f"
      origin  = "unofficial"
      reason  = "u4 experts that take router logits"
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

    patch "graph-shaped-c158-floor" {
      archive = archive.lab
      path    = "patches/vllm-minimax-graph-shaped-c158-floor-20260510.patch"
      sha256  = "8733d85e5400a2f5ae8079218c2d2ae5a0565c899b78df16518c843b0640d318"
      origin  = "unofficial"
      reason  = "written afterwards, to recover the compiled graph c15860...; reaches its floor of 37.7"
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

  environment {
    variables = {
      CCL_ATL_TRANSPORT           = "ofi"
      CCL_IPC                     = "default"
      CCL_TOPO_P2P_ACCESS         = "1"
      ONEAPI_DEVICE_SELECTOR      = "level_zero:0,1,2,3"
      PYTHONPATH                  = "/opt/stack/llm-scaler/python"
      VLLM_XPU_ENABLE_XPU_GRAPH   = "0"
      VLLM_XPU_USE_LLM_SCALER_MOE = "1"
      ZE_AFFINITY_MASK            = "0,1,2,3"
    }
  }

  suite "throughput" "p512n1536" {
    needs {
      gpus = 4
      gpu  = "8086:e223"
    }
    model  = model.minimax_m27_int4
    runner = "vllm-bench-throughput"
    command = [
      "vllm", "bench", "throughput", "--backend", "vllm", "--model", "${model}", "--tokenizer", "${model}",
      "--trust-remote-code", "--dtype", "float16", "--tensor-parallel-size", "4",
      "--distributed-executor-backend", "mp", "--max-model-len", "2048", "--max-num-batched-tokens", "1024",
      "--max-num-seqs", "1", "--dataset-name", "random", "--random-input-len", "512",
      "--random-output-len", "1536", "--random-range-ratio", "0", "--num-prompts", "1", "--disable-log-stats",
    ]
    shape {
      prompt = 512
      output = 1536
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

  unknown "commit of llm-scaler after 05-06" {
    reason = "only e0b0703 was written down; the files that the patches touch are the same at 4bfc0070 and db05b458"
  }

  unknown "quality gate" {
    reason = "none was recorded before 05-16; what compiled runs printed before 05-14 was NaN logits or NUL tokens where it was looked at"
  }

  unknown "the compiled artefact c15860..." {
    reason = "it was overwritten; runs since reach 37.7 tok/s at most"
  }
}
