# MiniMax M2.7 AutoRound INT4 on vLLM's XPU backend, four B70: variant h of the
# archive's section 10.

stack "minimax-m27-int4-h" {
  description = "05-12 and 05-13, static compile (40.2, 47.6, 48.1 tok/s, suspect)"

  component "llm-scaler" {
    source {
      upstream = upstream.llm_scaler
      revision = "e0b070331d9584c0409397fb62f092f56103639c"
      exclude = [
        "omni/example_inputs/flashvsr_upscale_input.mp4",
        "omni/standalone_examples/HY-WorldPlay/assets/sample_output.gif",
      ]
    }

    patch "router-and-u4-experiments" {
      archive = archive.lab
      path    = "patches/llm-scaler-minimax-router-and-u4-experiments-20260512.patch"
      sha256  = "55b9c0b148c0ca35d2afe3e83095398a51e25731960d1b92da1337ec9879c55d"
      origin  = "unofficial"
      reason  = "u4 experts and router of 05-12"
    }

    patch "oneapi-sycl-compat" {
      archive = archive.lab
      path    = "patches/llm-scaler-moe-int4-only-oneapi-sycl-compat-20260509.patch"
      sha256  = "5fc61c61c85fb2788e8005e47cb08485b8c20e79473176b12b12bd5f6b8697c9"
      only    = ["*setup_moe_int4_only.py"]
      origin  = "unofficial"
      reason  = "per-kernel device code, ahead-of-time for bmg, libsycl of 2025.3"
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

    patch "router-and-moe-experiments" {
      archive = archive.lab
      path    = "patches/vllm-minimax-router-and-moe-experiments-20260512.patch"
      sha256  = "9cd19cada181b58d0c50c5d73d19c0f67cf0497fa77fd17a8d3eeb4251ff63d7"
      origin  = "unofficial"
      reason  = "router choices and the u4 experts of 05-12"
    }

    patch "worker-ccl-local-rank" {
      archive = archive.lab
      path    = "patches/vllm-xpu-worker-ccl-local-rank-optin-20260512.patch"
      sha256  = "552d323868a8260f7215888ff6afce49459a1ec43e71a585fce9737ae1a132ce"
      origin  = "unofficial"
      reason  = "workers tell oneCCL their local rank when asked to"
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
    exclude_newer = "2026-05-13"
  }

  environment {
    variables = {
      CCL_ATL_TRANSPORT           = "ofi"
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
      "vllm", "bench", "throughput", "--backend", "vllm", "--async-engine", "--model", "${model}",
      "--tokenizer", "${model}", "--trust-remote-code", "--dtype", "float16", "--tensor-parallel-size", "4",
      "--distributed-executor-backend", "mp", "--max-model-len", "2048", "--max-num-batched-tokens", "1024",
      "--max-num-seqs", "1", "--dataset-name", "random", "--random-input-len", "512",
      "--random-output-len", "1536", "--random-range-ratio", "0", "--num-prompts", "1", "--disable-log-stats",
      "--compilation-config", "{\"use_inductor_graph_partition\":true,\"compile_sizes\":[1]}",
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
}
