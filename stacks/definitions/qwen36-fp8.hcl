# Qwen3.6 27B FP8 on vLLM's XPU backend, four B70 in tensor parallel (the archive's
# sections 5 and 6).

model "qwen36_27b_fp8" {
  file       = "Qwen3.6-27B-FP8"
  repository = "vrfai/Qwen3.6-27B-FP8"
  unknown    = "the archive records neither the revision nor the digests of its files"
}

model "qwen36_27b_fp8_mtp" {
  file    = "Qwen3.6-27B-FP8-MTP"
  hint    = "a folder of links to the static FP8 shards of vrfai/Qwen3.6-27B-FP8, beside a block-FP8 mtp.safetensors"
  unknown = "the archive records neither the revisions nor the digests of its files"
}

stack "qwen36-fp8-tp4-ngram" {
  description = "Qwen3.6 27B FP8, vLLM XPU, four B70, n-gram speculation on the CPU (49.582 tok/s)"

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

    patch "fp8-fa2-ngram-language-only" {
      archive = archive.lab
      path    = "patches/vllm-xpu-qwen36-fp8-fa2-ngram-language-only-20260505.patch"
      sha256  = "d5b4149b25a131fef5507adbb361df21410ea16af7ec9b4bec0e90a9170927de"
      recount = true
      when    = ["base", "no-spec"]
      origin  = "unofficial"
      reason  = "the union of the three below and of a loader that leaves vision out; its hunk headers count wrong"
    }

    patch "block-fp8-fallbacks" {
      archive = archive.lab
      path    = "patches/vllm-c51df4300-xpu-qwen36-block-fp8-fallbacks.patch"
      sha256  = "780305f473b0c2e1fd9ada5af771be5e9e8f0aca130b0106ebc57492308db705"
      when    = ["block-fp8", "fa2", "gdn"]
      origin  = "unofficial"
      reason  = "05-04: linear layers in block FP8 fall back where XPU has no kernel"
    }

    patch "fa2-scalar-scales" {
      archive = archive.lab
      path    = "patches/vllm-xpu-fa2-compressed-tensors-scalar-scales.patch"
      sha256  = "ce13f30ec0ca047c9a3b5ca6197777fe97cdd148eb9bd767ab43e874cd75f6a7"
      when    = ["fa2", "gdn"]
      origin  = "unofficial"
      reason  = "05-04: attention scales of one element, as FlashAttention2 for XPU takes them"
    }

    patch "gdn-spec-fallback" {
      archive = archive.lab
      path    = "patches/vllm-xpu-qwen35-gdn-spec-fallback-contiguous-state.patch"
      sha256  = "172bb76989578fc3362591d7e7336d6ca6cf28f41b44ca067794613e3f72ffb5"
      when    = ["gdn"]
      origin  = "unofficial"
      reason  = "05-04: speculation through the Gated DeltaNet layers"
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
    version     = "3.12"
    package_set = package_set.vllm_c51df430_xpu
    requires = [
      "numba==0.65.0",
      "setuptools>=77.0.3,<81",
      "torch==2.11.0+xpu",
      "transformers==5.7.0",
      "triton-xpu==3.7.0",
      "vllm-xpu-kernels==0.1.7",
    ]
    # Its modules would take the place of those of triton-xpu.
    excludes = ["triton"]
    indexes = {
      torch              = "pytorch-xpu"
      torchaudio         = "pytorch-xpu"
      torchvision        = "pytorch-xpu"
      "triton-xpu"       = "pytorch-xpu"
      "vllm-xpu-kernels" = "vllm-xpu-kernels-0_1_7"
    }
    exclude_newer = "2026-05-07"
  }

  environment {
    variables = {
      CCL_ATL_TRANSPORT      = "ofi"
      ONEAPI_DEVICE_SELECTOR = "level_zero:0,1,2,3"
      VLLM_NO_USAGE_STATS    = "1"
    }
  }

  suite "throughput" "p512n512" {
    needs {
      gpus = 4
      gpu  = "8086:e223"
    }
    model  = model.qwen36_27b_fp8
    runner = "vllm-bench-latency"
    command = [
      "vllm", "bench", "latency", "--runner", "generate", "--model", "${model}", "--dtype", "auto",
      "--quantization", "compressed-tensors", "--language-model-only", "--tensor-parallel-size", "4",
      "--pipeline-parallel-size", "1", "--max-model-len", "1024", "--gpu-memory-utilization", "0.80",
      "--kv-cache-dtype", "auto", "--input-len", "512", "--output-len", "512", "--batch-size", "1",
      "--num-iters", "3", "--num-iters-warmup", "1",
      "--speculative-config", "{\"method\":\"ngram\",\"num_speculative_tokens\":4,\"prompt_lookup_min\":2,\"prompt_lookup_max\":4}",
      "--disable-log-stats", "--no-enable-prefix-caching",
    ]
    shape {
      prompt = 512
      output = 512
    }
    warmup  = 0
    repeats = 3
  }

  suite "throughput" "p2048n512" {
    needs {
      gpus = 4
      gpu  = "8086:e223"
    }
    model  = model.qwen36_27b_fp8
    runner = "vllm-bench-latency"
    command = [
      "vllm", "bench", "latency", "--runner", "generate", "--model", "${model}", "--dtype", "auto",
      "--quantization", "compressed-tensors", "--language-model-only", "--tensor-parallel-size", "4",
      "--pipeline-parallel-size", "1", "--max-model-len", "4096", "--gpu-memory-utilization", "0.85",
      "--kv-cache-dtype", "auto", "--input-len", "2048", "--output-len", "512", "--batch-size", "1",
      "--num-iters", "3", "--num-iters-warmup", "1",
      "--speculative-config", "{\"method\":\"ngram\",\"num_speculative_tokens\":4,\"prompt_lookup_min\":2,\"prompt_lookup_max\":4}",
      "--disable-log-stats", "--no-enable-prefix-caching",
    ]
    shape {
      prompt = 2048
      output = 512
    }
    warmup  = 0
    repeats = 3
  }

  unknown "packages of the venv vllm-xpu-managed" {
    reason = "Python 3.12, torch 2.11.0+xpu, vllm 0.20.1, transformers 5.7.0 and vllm-xpu-kernels 0.1.7 are recorded; triton-xpu and the rest are what vLLM c51df430 asks for"
  }

  unknown "files of the vLLM that ran before 05-06 17:31Z" {
    reason = "it was the installed package 0.20.1 with patched files, not this tree"
  }

  unknown "optional patches of each run" {
    reason = "which of gdn-spec-fallback-and-deterministic-bench, block-fp8-requant-env and pp2-ngram-ppguards were in the tree is not recorded"
  }

  unknown "token-hash gate" {
    reason = "none was recorded for this lane; it rests on verified speculative decoding and unchanged weights"
  }

  unknown "arguments of the benchmarks of 05-04" {
    reason = "recorded for fa2 with 512 tokens out only; the other suites of that day differ from it in what their name says"
  }

  variant "no-spec" {
    description = "without speculation (45.865 tok/s; 42.996 tok/s with 32,768 tokens of context)"
    without     = ["suite.throughput.p2048n512"]
    suite "throughput" "p512n512" {
      needs {
        gpus = 4
        gpu  = "8086:e223"
      }
      model  = model.qwen36_27b_fp8
      runner = "vllm-bench-latency"
      command = [
        "vllm", "bench", "latency", "--runner", "generate", "--model", "${model}", "--dtype", "auto",
        "--quantization", "compressed-tensors", "--language-model-only", "--tensor-parallel-size", "4",
        "--pipeline-parallel-size", "1", "--max-model-len", "1024", "--gpu-memory-utilization", "0.80",
        "--kv-cache-dtype", "auto", "--input-len", "512", "--output-len", "512", "--batch-size", "1",
        "--num-iters", "3", "--num-iters-warmup", "1", "--disable-log-stats", "--no-enable-prefix-caching",
      ]
      shape {
        prompt = 512
        output = 512
      }
      warmup  = 0
      repeats = 3
    }

    suite "throughput" "p2048n256-32k" {
      needs {
        gpus = 4
        gpu  = "8086:e223"
      }
      model  = model.qwen36_27b_fp8
      runner = "vllm-bench-latency"
      command = [
        "vllm", "bench", "latency", "--runner", "generate", "--model", "${model}", "--dtype", "auto",
        "--quantization", "compressed-tensors", "--language-model-only", "--tensor-parallel-size", "4",
        "--pipeline-parallel-size", "1", "--max-model-len", "32768", "--gpu-memory-utilization", "0.90",
        "--kv-cache-dtype", "auto", "--input-len", "2048", "--output-len", "256", "--batch-size", "1",
        "--num-iters", "3", "--num-iters-warmup", "1", "--disable-log-stats", "--no-enable-prefix-caching",
      ]
      shape {
        prompt = 2048
        output = 256
      }
      warmup  = 0
      repeats = 3
    }
  }

  variant "block-fp8" {
    description = "05-04: Triton attention (33.081 tok/s)"
    without     = ["suite.throughput.p512n512", "suite.throughput.p2048n512"]
    environment {
      variables = {
        CCL_ZE_IPC_EXCHANGE = "sockets"
      }
    }
    suite "throughput" "p512n256" {
      needs {
        gpus = 4
        gpu  = "8086:e223"
      }
      model  = model.qwen36_27b_fp8
      runner = "vllm-bench-latency"
      command = [
        "vllm", "bench", "latency", "--model", "${model}", "--tensor-parallel-size", "4",
        "--quantization", "compressed-tensors", "--max-model-len", "1024", "--input-len", "512",
        "--output-len", "256", "--num-iters-warmup", "1", "--num-iters", "5",
        "--gpu-memory-utilization", "0.90", "--disable-log-stats", "--no-enable-prefix-caching",
        "--language-model-only",
      ]
      shape {
        prompt = 512
        output = 256
      }
      warmup  = 0
      repeats = 5
    }
  }

  variant "fa2" {
    description = "05-04: FlashAttention2 (39.264 and 41.503 tok/s)"
    without     = ["suite.throughput.p2048n512"]
    environment {
      variables = {
        CCL_ZE_IPC_EXCHANGE = "sockets"
      }
    }
    suite "throughput" "p512n256" {
      needs {
        gpus = 4
        gpu  = "8086:e223"
      }
      model  = model.qwen36_27b_fp8
      runner = "vllm-bench-latency"
      command = [
        "vllm", "bench", "latency", "--model", "${model}", "--tensor-parallel-size", "4",
        "--quantization", "compressed-tensors", "--max-model-len", "1024", "--input-len", "512",
        "--output-len", "256", "--num-iters-warmup", "1", "--num-iters", "5",
        "--gpu-memory-utilization", "0.90", "--disable-log-stats", "--no-enable-prefix-caching",
        "--language-model-only",
      ]
      shape {
        prompt = 512
        output = 256
      }
      warmup  = 0
      repeats = 5
    }

    suite "throughput" "p512n512" {
      needs {
        gpus = 4
        gpu  = "8086:e223"
      }
      model  = model.qwen36_27b_fp8
      runner = "vllm-bench-latency"
      command = [
        "vllm", "bench", "latency", "--model", "${model}", "--tensor-parallel-size", "4",
        "--quantization", "compressed-tensors", "--max-model-len", "1024", "--input-len", "512",
        "--output-len", "512", "--num-iters-warmup", "1", "--num-iters", "5",
        "--gpu-memory-utilization", "0.90", "--disable-log-stats", "--no-enable-prefix-caching",
        "--language-model-only",
      ]
      shape {
        prompt = 512
        output = 512
      }
      warmup  = 0
      repeats = 5
    }
  }

  variant "gdn" {
    description = "05-04: n-gram speculation, lookup 2 to 5 (46.067 tok/s)"
    without     = ["suite.throughput.p2048n512"]
    environment {
      variables = {
        CCL_ZE_IPC_EXCHANGE = "sockets"
      }
    }
    suite "throughput" "p512n512" {
      needs {
        gpus = 4
        gpu  = "8086:e223"
      }
      model  = model.qwen36_27b_fp8
      runner = "vllm-bench-latency"
      command = [
        "vllm", "bench", "latency", "--model", "${model}", "--tensor-parallel-size", "4",
        "--quantization", "compressed-tensors", "--max-model-len", "1024", "--input-len", "512",
        "--output-len", "512", "--num-iters-warmup", "1", "--num-iters", "5",
        "--gpu-memory-utilization", "0.90", "--disable-log-stats", "--no-enable-prefix-caching",
        "--language-model-only",
        "--speculative-config", "{\"method\":\"ngram\",\"num_speculative_tokens\":4,\"prompt_lookup_min\":2,\"prompt_lookup_max\":5}",
      ]
      shape {
        prompt = 512
        output = 512
      }
      warmup  = 0
      repeats = 5
    }
  }
}

stack "qwen36-fp8-mtp" {
  description = "negative: Qwen3.6 27B FP8 with its block-FP8 MTP head (2.36 tok/s eager, 1.84 compiled)"

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

    patch "fp8-fa2-ngram-language-only" {
      archive = archive.lab
      path    = "patches/vllm-xpu-qwen36-fp8-fa2-ngram-language-only-20260505.patch"
      sha256  = "d5b4149b25a131fef5507adbb361df21410ea16af7ec9b4bec0e90a9170927de"
      recount = true
      origin  = "unofficial"
      reason  = "the tree of qwen36-fp8-tp4-ngram"
    }

    patch "mtp-force-block-fp8" {
      archive = archive.lab
      path    = "patches/vllm-qwen35-mtp-force-block-fp8-clean-20260506.patch"
      sha256  = "d900a992f45387a748c39f584fa72a33383893056cbd2a5b2a4b4dc45bf0f647"
      origin  = "unofficial"
      reason  = "loads a block-FP8 MTP head beside a static FP8 target; clashes with block-fp8-requant-env in envs.py"
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
    exclude_newer = "2026-05-07"
  }

  environment {
    variables = {
      CCL_ATL_TRANSPORT               = "ofi"
      ONEAPI_DEVICE_SELECTOR          = "level_zero:0,1,2,3"
      VLLM_NO_USAGE_STATS             = "1"
      VLLM_QWEN35_MTP_FORCE_FP8_BLOCK = "1"
      VLLM_XPU_BLOCK_FP8_REQUANT      = "1"
    }
  }

  unknown "packages of the venv vllm-xpu-managed" {
    reason = "Python 3.12, torch 2.11.0+xpu, vllm 0.20.1, transformers 5.7.0 and vllm-xpu-kernels 0.1.7 are recorded; triton-xpu and the rest are what vLLM c51df430 asks for"
  }

  unknown "the benchmark" {
    reason = "shape and arguments of the two smokes were not recorded, so there is no suite"
  }
}
