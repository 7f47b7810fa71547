# Qwen3.6 27B FP8 and INT4 on vLLM. Figures, standings and caveats as the archive has them.

result "cmoq41b9d001alg043wsnthz2" {
  label     = "vllm-int4-single-b70-mtp-500-256"
  date      = "2026-05-03"
  submitted = "2026-05-03T18:34:46Z"
  lane      = "qwen36-27b-int4-autoround-vllm"
  standing  = "historical"
  model     = "Lorbus/Qwen3.6-27B-int4-AutoRound"
  engine    = "vLLM 0.20.1 XPU"
  hardware  = "1x Intel Arc Pro B70 32GB"
  notes     = "single GPU, MTP 1 draft token"
  command   = "/home/steve/bench-qwen36-b70-single-mtp.sh"
  variables = {
    ONEAPI_DEVICE_SELECTOR    = "level_zero:0"
    VLLM_TARGET_DEVICE        = "xpu"
    VLLM_XPU_ENABLE_XPU_GRAPH = "1"
    ZE_AFFINITY_MASK          = "0"
  }
  patches  = ["patches/vllm-xpu-mtp-fallback.patch"]
  fidelity = "exact-file, base = installed 0.20.1 wheel (commit unresolved)"
  sources = [
    "data/localmaxxing_payloads.json",
    "localmaxxing_submissions.md",
    "notes/localmaxxing-submissions-2026-05-04.md",
    "results/localmaxxing-submissions.md",
    "data/localmaxxing-submissions-20260505.md",
  ]

  shape {
    prompt  = 500
    output  = 256
    context = 4096
    batch   = 1
  }

  metrics {
    output_tok_s = 45.2
    total_tok_s  = 133.44
  }

  quality {
    caveat = "installed 0.20.1 wheel; commit not recorded"
  }
}

result "cmoq47sll0005l104v3i0f9l3" {
  label     = "vllm-int4-single-b70-mtp-500-512"
  date      = "2026-05-03"
  submitted = "2026-05-03T18:39:48Z"
  lane      = "qwen36-27b-int4-autoround-vllm"
  standing  = "historical"
  model     = "Lorbus/Qwen3.6-27B-int4-AutoRound"
  engine    = "vLLM 0.20.1 XPU"
  hardware  = "1x Intel Arc Pro B70 32GB"
  notes     = "single GPU, MTP"
  command   = "OUTPUT_LEN=512 /home/steve/bench-qwen36-b70-single-mtp.sh"
  variables = {
    ONEAPI_DEVICE_SELECTOR    = "level_zero:0"
    VLLM_TARGET_DEVICE        = "xpu"
    VLLM_XPU_ENABLE_XPU_GRAPH = "1"
    ZE_AFFINITY_MASK          = "0"
  }
  patches  = ["patches/vllm-xpu-mtp-fallback.patch"]
  fidelity = "exact-file, base unresolved"
  sources = [
    "data/localmaxxing_payloads.json",
    "localmaxxing_submissions.md",
    "notes/localmaxxing-submissions-2026-05-04.md",
    "results/localmaxxing-submissions.md",
    "data/localmaxxing-submissions-20260505.md",
  ]

  shape {
    prompt  = 500
    output  = 512
    context = 4096
    batch   = 1
  }

  metrics {
    output_tok_s = 41.3034
    total_tok_s  = 81.6
  }

  quality {
    caveat = "installed 0.20.1 wheel; commit not recorded"
  }
}

result "cmoq4e9dw0002js04ledqyycn" {
  label     = "vllm-int4-tp2-b70-nonmtp-500-256"
  date      = "2026-05-03"
  submitted = "2026-05-03T18:44:50Z"
  lane      = "qwen36-27b-int4-autoround-vllm"
  standing  = "historical"
  model     = "Lorbus/Qwen3.6-27B-int4-AutoRound"
  engine    = "vLLM 0.20.1 XPU"
  hardware  = "2x Intel Arc Pro B70 32GB"
  notes     = "TP2 without MTP"
  command   = "/home/steve/bench-qwen36-b70-tp2.sh"
  variables = {
    CCL_ATL_TRANSPORT      = "ofi"
    CCL_TOPO_P2P_ACCESS    = "1"
    CCL_ZE_IPC_EXCHANGE    = "sockets"
    ONEAPI_DEVICE_SELECTOR = "level_zero:*"
  }
  patches  = ["patches/vllm-xpu-mtp-fallback.patch"]
  fidelity = "base unresolved"
  sources = [
    "data/localmaxxing_payloads.json",
    "localmaxxing_submissions.md",
    "notes/localmaxxing-submissions-2026-05-04.md",
    "results/localmaxxing-submissions.md",
    "data/localmaxxing-submissions-20260505.md",
  ]

  shape {
    prompt  = 500
    output  = 256
    context = 4096
    batch   = 1
  }

  metrics {
    output_tok_s = 49.075123
    total_tok_s  = 144.88
  }

  quality {
    caveat = "installed 0.20.1 wheel; commit not recorded"
  }
}

result "cmoq4krfb000cl40456wobg7e" {
  label     = "vllm-int4-tp2-b70-nonmtp-500-512"
  date      = "2026-05-03"
  submitted = "2026-05-03T18:49:53Z"
  lane      = "qwen36-27b-int4-autoround-vllm"
  standing  = "historical"
  model     = "Lorbus/Qwen3.6-27B-int4-AutoRound"
  engine    = "vLLM 0.20.1 XPU"
  hardware  = "2x Intel Arc Pro B70 32GB"
  notes     = "TP2 without MTP"
  command   = "OUTPUT_LEN=512 /home/steve/bench-qwen36-b70-tp2.sh"
  variables = {
    CCL_ATL_TRANSPORT      = "ofi"
    CCL_TOPO_P2P_ACCESS    = "1"
    CCL_ZE_IPC_EXCHANGE    = "sockets"
    ONEAPI_DEVICE_SELECTOR = "level_zero:*"
  }
  patches  = ["patches/vllm-xpu-mtp-fallback.patch"]
  fidelity = "base unresolved"
  sources = [
    "data/localmaxxing_payloads.json",
    "localmaxxing_submissions.md",
    "notes/localmaxxing-submissions-2026-05-04.md",
    "results/localmaxxing-submissions.md",
    "data/localmaxxing-submissions-20260505.md",
  ]

  shape {
    prompt  = 500
    output  = 512
    context = 4096
    batch   = 1
  }

  metrics {
    output_tok_s = 48.3
    total_tok_s  = 95.56
  }

  quality {
    caveat = "installed 0.20.1 wheel; commit not recorded"
  }
}

result "cmoq4r8rc0001l804tocgibus" {
  label     = "vllm-int4-single-b70-nonmtp-500-256"
  date      = "2026-05-03"
  submitted = "2026-05-03T18:54:56Z"
  lane      = "qwen36-27b-int4-autoround-vllm"
  standing  = "historical"
  model     = "Lorbus/Qwen3.6-27B-int4-AutoRound"
  engine    = "vLLM 0.20.1 XPU"
  hardware  = "1x Intel Arc Pro B70 32GB"
  notes     = "single GPU without MTP"
  command   = "vllm bench latency --model /home/steve/models/hf/Lorbus-Qwen3.6-27B-int4-AutoRound --max-model-len 4096 --input-len 500 --output-len 256 --batch-size 1 --num-iters 1 --num-iters-warmup 1 --dtype half --quantization inc --language-model-only --kv-cache-memory-bytes 2G --max-num-batched-tokens 1024 --max-num-seqs 1 --distributed-executor-backend uni"
  variables = {
    ONEAPI_DEVICE_SELECTOR    = "level_zero:0"
    VLLM_TARGET_DEVICE        = "xpu"
    VLLM_XPU_ENABLE_XPU_GRAPH = "1"
    ZE_AFFINITY_MASK          = "0\"}"
  }
  patches  = ["patches/vllm-xpu-mtp-fallback.patch"]
  fidelity = "base unresolved"
  sources = [
    "data/localmaxxing_payloads.json",
    "localmaxxing_submissions.md",
    "notes/localmaxxing-submissions-2026-05-04.md",
    "results/localmaxxing-submissions.md",
    "data/localmaxxing-submissions-20260505.md",
  ]

  shape {
    prompt  = 500
    output  = 256
    context = 4096
    batch   = 1
  }

  metrics {
    output_tok_s = 31.8
    total_tok_s  = 93.8
  }

  quality {
    caveat = "installed 0.20.1 wheel; commit not recorded"
  }
}

result "cmoq4xppt0003ky04xidngli9" {
  label     = "vllm-int4-tp2-b70-mtp-500-256"
  date      = "2026-05-03"
  submitted = "2026-05-03T18:59:58Z"
  lane      = "qwen36-27b-int4-autoround-vllm"
  standing  = "negative"
  model     = "Lorbus/Qwen3.6-27B-int4-AutoRound"
  engine    = "vLLM 0.20.1 XPU"
  hardware  = "2x Intel Arc Pro B70 32GB"
  notes     = "TP2 with MTP is slower than TP2 without"
  command   = "/home/steve/bench-qwen36-b70-tp2.sh --speculative-config '{\"method\":\"mtp\",\"num_speculative_tokens\":1}'"
  variables = {
    CCL_ATL_TRANSPORT      = "ofi"
    CCL_TOPO_P2P_ACCESS    = "1"
    CCL_ZE_IPC_EXCHANGE    = "sockets"
    ONEAPI_DEVICE_SELECTOR = "level_zero:*"
  }
  patches  = ["patches/vllm-xpu-mtp-fallback.patch"]
  fidelity = "base unresolved"
  sources = [
    "data/localmaxxing_payloads.json",
    "localmaxxing_submissions.md",
    "notes/localmaxxing-submissions-2026-05-04.md",
    "results/localmaxxing-submissions.md",
    "data/localmaxxing-submissions-20260505.md",
  ]

  shape {
    prompt  = 500
    output  = 256
    context = 4096
    batch   = 1
  }

  metrics {
    output_tok_s = 35.6
    total_tok_s  = 105.03
  }

  quality {
    caveat = "installed 0.20.1 wheel; commit not recorded"
  }
}

result "cmorb75xb001ckz0489eqc9se" {
  label     = "vllm-qwen36-27b-fp8-xpu-tp2-requant-p512-n512"
  date      = "2026-05-04"
  submitted = "2026-05-04T14:43:02Z"
  lane      = "qwen36-27b-fp8-vllm-xpu-tp2-requant"
  standing  = "historical"
  model     = "vrfai/Qwen3.6-27B-FP8 (compressed-tensors FP8)"
  engine    = "vLLM 0.20.1 XPU"
  hardware  = "2x Intel Arc Pro B70 32GB"
  notes     = "block-FP8 checkpoint requantised at load; TP2"
  command   = "VLLM_XPU_BLOCK_FP8_REQUANT=1 ONEAPI_DEVICE_SELECTOR=level_zero:0,3 TP=2 INPUT_LEN=512 OUTPUT_LEN=512 BATCH_SIZE=1 MAX_MODEL_LEN=1024 GPU_MEM_UTIL=0.95 NUM_ITERS=1 WARMUP_ITERS=0 EXTRA_ARGS='--kv-cache-memory-bytes 1073741824 --max-num-batched-tokens 1024 --max-num-seqs 1 --enforce-eager --disable-log-stats' /home/steve/bench-vllm-qwen36-fp8.sh"
  variables = {
    ONEAPI_DEVICE_SELECTOR     = "level_zero:0,3"
    VLLM_XPU_BLOCK_FP8_REQUANT = "1"
  }
  patches  = ["patches/vllm-c51df4300-xpu-qwen36-block-fp8-fallbacks.patch"]
  fidelity = "verified plain git apply"
  sources = [
    "data/localmaxxing_payloads.json",
    "localmaxxing_submissions.md",
    "notes/localmaxxing-submissions-2026-05-04.md",
    "data/localmaxxing-submissions-20260505.md",
    "notes/b70-llm-lab-notes.md",
    "results/qwen36-b70-followup-2026-05-04-vdr-rootcopy-fp8.md",
  ]

  shape {
    prompt  = 512
    output  = 512
    context = 1024
    batch   = 1
  }

  metrics {
    output_tok_s = 20.106
    total_tok_s  = 40.215
  }
}

result "cmorijmiu000kjr04cour40px" {
  date      = "2026-05-04"
  submitted = "2026-05-04T18:08:41Z"
  lane      = "qwen36-27b-fp8-vllm-xpu-tp4"
  stack     = stack.qwen36-fp8-tp4-ngram
  variant   = "block-fp8"
  suite     = "p512n256"
  standing  = "historical"
  model     = "vrfai/Qwen3.6-27B-FP8 (compressed-tensors FP8)"
  engine    = "vLLM 0.20.1 XPU"
  hardware  = "4x Intel Arc Pro B70 32GB"
  notes     = "Triton attention fallback"
  fidelity  = "assumed (pre scalar-scale fix, Triton attention)"
  sources   = ["notes/2026-05-04-qwen36-fp8-b70-fa2.md", "plans/q4_0-gguf-b70-optimization-plan.md"]

  shape {
    prompt  = 512
    output  = 256
    context = 1024
    batch   = 1
  }

  metrics {
    output_tok_s = 33.081
  }
}

result "cmorjwgi8000el7041jdd8faa" {
  date      = "2026-05-04"
  submitted = "2026-05-04T18:46:40Z"
  lane      = "qwen36-27b-fp8-vllm-xpu-tp4"
  stack     = stack.qwen36-fp8-tp4-ngram
  variant   = "fa2"
  suite     = "p512n256"
  standing  = "superseded"
  model     = "vrfai/Qwen3.6-27B-FP8 (compressed-tensors FP8)"
  engine    = "vLLM 0.20.1 XPU"
  hardware  = "4x Intel Arc Pro B70 32GB"
  notes     = "first FA2 row, 5 measured iterations"
  fidelity  = "verified plain git apply"
  sources = [
    "notes/2026-05-04-qwen36-fp8-b70-fa2.md",
    "data/localmaxxing-qwen36-fp8-fa2-20260504.json",
    "plans/q4_0-gguf-b70-optimization-plan.md",
  ]

  shape {
    prompt  = 512
    output  = 256
    context = 1024
    batch   = 1
  }

  metrics {
    output_tok_s = 39.264203
    total_tok_s  = 117.792609
  }
}

result "cmork3n3k000ujo04y73lbr1j" {
  label     = "vllm-qwen36-vrfai-fp8-tp4-fa2-p512-n512"
  date      = "2026-05-04"
  submitted = "2026-05-04T18:52:15Z"
  lane      = "qwen36-27b-fp8-vllm-xpu-tp4"
  stack     = stack.qwen36-fp8-tp4-ngram
  variant   = "fa2"
  suite     = "p512n512"
  standing  = "superseded"
  model     = "vrfai/Qwen3.6-27B-FP8 (compressed-tensors FP8)"
  engine    = "vLLM 0.20.1 XPU"
  hardware  = "4x Intel Arc Pro B70 32GB"
  notes     = "submission table shows total 69.172, note and payload file show 83.006"
  command   = "ONEAPI_DEVICE_SELECTOR=level_zero:0,1,2,3 CCL_ATL_TRANSPORT=ofi CCL_ZE_IPC_EXCHANGE=sockets vllm bench latency --model /home/steve/models/qwen3.6-27b-fp8-vrfai --tensor-parallel-size 4 --quantization compressed-tensors --max-model-len 1024 --input-len 512 --output-len 512 --num-iters-warmup 1 --num-iters 5 --gpu-memory-utilization 0.90 --disable-log-stats --no-enable-prefix-caching --language-model-only"
  variables = {
    CCL_ATL_TRANSPORT      = "ofi"
    CCL_ZE_IPC_EXCHANGE    = "sockets"
    ONEAPI_DEVICE_SELECTOR = "level_zero:0,1,2,3"
  }
  fidelity = "verified plain git apply"
  sources = [
    "notes/2026-05-04-qwen36-fp8-b70-fa2.md",
    "data/localmaxxing-qwen36-fp8-fa2-20260504.json",
    "notes/localmaxxing-submissions-2026-05-04.md",
    "notes/b70-llm-lab-notes.md",
    "plans/q4_0-gguf-b70-optimization-plan.md",
  ]

  shape {
    prompt  = 512
    output  = 512
    context = 1024
    batch   = 1
  }

  metrics {
    output_tok_s = 41.503063
    total_tok_s  = 83.006125
  }
}

result "cmormmlz0000bky04wpu4oc01" {
  label     = "vllm-qwen36-vrfai-fp8-pp2-tp2-fa2-p512-n256"
  date      = "2026-05-04"
  submitted = "2026-05-04T20:02:59Z"
  lane      = "qwen36-27b-fp8-vllm-xpu-pp2tp2"
  stack     = stack.qwen36-fp8-tp4-ngram
  variant   = "fa2"
  standing  = "negative"
  model     = "vrfai/Qwen3.6-27B-FP8 (compressed-tensors FP8)"
  engine    = "vLLM 0.20.1 XPU"
  hardware  = "4x Intel Arc Pro B70 32GB"
  fidelity  = "verified plain git apply"
  sources = [
    "data/qwen36-fp8-b70-topology-screens-20260504.json",
    "notes/2026-05-04-qwen36-fp8-full-context-topologies.md",
    "notes/localmaxxing-submissions-2026-05-04.md",
    "notes/b70-llm-lab-notes.md",
    "notes/llm-optimization-recording-policy.md",
    "plans/q4_0-gguf-b70-optimization-plan.md",
  ]

  shape {
    prompt = 512
    output = 256
    batch  = 1
  }

  metrics {
    output_tok_s = 22.72119630500609
    total_tok_s  = 68.16358891501827
  }
}

result "cmornlh8g000vkw04yb57ukvl" {
  label     = "vllm-qwen36-vrfai-fp8-tp4-fa2-kvfp8-negative-p512-n256"
  date      = "2026-05-04"
  submitted = "2026-05-04T20:30:06Z"
  lane      = "qwen36-27b-fp8-vllm-xpu-tp4"
  stack     = stack.qwen36-fp8-tp4-ngram
  variant   = "fa2"
  standing  = "negative"
  model     = "vrfai/Qwen3.6-27B-FP8 (compressed-tensors FP8)"
  engine    = "vLLM 0.20.1 XPU"
  hardware  = "4x Intel Arc Pro B70 32GB"
  notes     = "FP8 KV cache regressed speed"
  command   = "ONEAPI_DEVICE_SELECTOR=level_zero:0,1,2,3 CCL_ATL_TRANSPORT=ofi vllm bench latency --model /home/steve/models/qwen3.6-27b-fp8-vrfai --tensor-parallel-size 4 --quantization compressed-tensors --kv-cache-dtype fp8 --max-model-len 1024 --input-len 512 --output-len 256 --num-iters-warmup 1 --num-iters 2 --gpu-memory-utilization 0.90 --disable-log-stats --no-enable-prefix-caching --language-model-only"
  variables = {
    CCL_ATL_TRANSPORT      = "ofi"
    ONEAPI_DEVICE_SELECTOR = "level_zero:0,1,2,3"
  }
  fidelity = "verified plain git apply"
  sources = [
    "data/qwen36-fp8-b70-topology-screens-20260504.json",
    "data/localmaxxing_payloads.json",
    "localmaxxing_submissions.md",
    "notes/localmaxxing-submissions-2026-05-04.md",
    "data/localmaxxing-submissions-20260505.md",
    "notes/b70-llm-lab-notes.md",
    "plans/q4_0-gguf-b70-optimization-plan.md",
  ]

  shape {
    prompt  = 512
    output  = 256
    context = 1024
    batch   = 1
  }

  metrics {
    output_tok_s = 28.035904777449314
    total_tok_s  = 84.10771433234794
  }
}

result "cmorr43b30004jj04h4hhb6v1" {
  date      = "2026-05-04"
  submitted = "2026-05-04T22:08:33Z"
  lane      = "qwen36-27b-fp8-vllm-xpu-tp4-ngram"
  stack     = stack.qwen36-fp8-tp4-ngram
  variant   = "gdn"
  standing  = "superseded"
  model     = "vrfai/Qwen3.6-27B-FP8 (compressed-tensors FP8)"
  engine    = "vLLM 0.20.1 XPU"
  hardware  = "4x Intel Arc Pro B70 32GB"
  notes     = "ngram 2 tokens, lookup 2-5"
  fidelity  = "verified plain git apply"
  sources = [
    "data/qwen36-fp8-vllm-ngram-validation-20260504.json",
    "notes/2026-05-04-vllm-xpu-ngram-fp8-validation.md",
    "plans/2026-05-04-ngram-mtp-allreduce-addendum.md",
    "plans/q4_0-gguf-b70-optimization-plan.md",
  ]

  shape {
    prompt  = 512
    output  = 512
    context = 1024
    batch   = 1
  }

  metrics {
    output_tok_s = 42.48917312778802
    total_tok_s  = 84.97834625557604
  }
}

result "cmorre1hq000fi30421gxpv3j" {
  date      = "2026-05-04"
  submitted = "2026-05-04T22:16:17Z"
  lane      = "qwen36-27b-fp8-vllm-xpu-tp4-ngram"
  stack     = stack.qwen36-fp8-tp4-ngram
  variant   = "gdn"
  suite     = "p512n512"
  standing  = "superseded"
  model     = "vrfai/Qwen3.6-27B-FP8 (compressed-tensors FP8)"
  engine    = "vLLM 0.20.1 XPU"
  hardware  = "4x Intel Arc Pro B70 32GB"
  notes     = "ngram 4 tokens, lookup 2-5"
  fidelity  = "verified plain git apply"
  sources = [
    "data/qwen36-fp8-vllm-ngram4-validation-20260504.json",
    "notes/2026-05-04-vllm-xpu-ngram4-fp8-validation.md",
    "data/fp8-xccl-post-reset-blocker-20260505.json",
    "plans/2026-05-04-ngram-stall-and-q4-smallf32-addendum.md",
    "plans/2026-05-04-ngram4-addendum.md",
    "plans/q4_0-gguf-b70-optimization-plan.md",
  ]

  shape {
    prompt  = 512
    output  = 512
    context = 1024
    batch   = 1
  }

  metrics {
    output_tok_s = 46.06674221226999
    total_tok_s  = 92.13348442453999
  }
}

result "cmos3pnqo000kkz04o4aiup22" {
  label     = "vllm-qwen36-vrfai-fp8-tp4-fa2-ngram4-lookup2-4-p512-n512"
  date      = "2026-05-05"
  submitted = "2026-05-05T04:01:15Z"
  lane      = "qwen36-27b-fp8-vllm-xpu-tp4-ngram"
  stack     = stack.qwen36-fp8-tp4-ngram
  suite     = "p512n512"
  standing  = "superseded"
  model     = "vrfai/Qwen3.6-27B-FP8 (compressed-tensors FP8)"
  engine    = "vLLM 0.20.1 XPU"
  hardware  = "4x Intel Arc Pro B70 32GB"
  notes     = "ngram 4 tokens, lookup 2-4"
  fidelity  = "verified git apply --recount"
  sources = [
    "data/qwen36-fp8-xccl-recovered-ngram-validation-20260505.json",
    "notes/2026-05-05-fp8-xccl-recovered-ngram-validation.md",
    "localmaxxing_submissions.md",
    "data/localmaxxing-submissions-20260505.md",
    "data/qwen36-fp8-ngram-sweep-20260505.json",
    "plans/2026-05-05-current-next-steps.md",
    "plans/q4_0-gguf-b70-optimization-plan.md",
  ]

  shape {
    prompt  = 512
    output  = 512
    context = 1024
    batch   = 1
  }

  metrics {
    output_tok_s = 47.674832
    total_tok_s  = 95.349664
  }
}

result "cmotql1v60013qy01016jcs7r" {
  label     = "vllm-qwen36-vrfai-fp8-tp4-ngram-cpu-p512-n512"
  date      = "2026-05-06"
  submitted = "2026-05-06T07:29:17Z"
  lane      = "qwen36-27b-fp8-vllm-xpu-tp4-ngram"
  stack     = stack.qwen36-fp8-tp4-ngram
  suite     = "p512n512"
  standing  = "accepted"
  model     = "vrfai/Qwen3.6-27B-FP8 (compressed-tensors FP8)"
  engine    = "vLLM 0.20.1 XPU"
  hardware  = "4x Intel Arc Pro B70 32GB"
  notes     = "best FP8 row; CPU ngram 4 tokens, lookup 2-4"
  variables = {
    CCL_ATL_TRANSPORT      = "ofi"
    LD_LIBRARY_PATH        = "/home/steve/.venvs/vllm-xpu-managed/lib:... (prefix)"
    ONEAPI_DEVICE_SELECTOR = "level_zero:0,1,2,3"
  }
  fidelity = "verified git apply --recount (working tree of the day may also hold later GDN/PP2 guard edits)"
  sources = [
    "data/qwen36-fp8-venvlib-pp2-tp4-20260506.json",
    "notes/2026-05-06-fp8-venvlib-pp2-tp4.md",
    "localmaxxing_submissions.md",
    "data/qwen36-fp8-pp2-ngram-ppguards-20260506.json",
    "data/qwen36-fp8-tp4-ngram-sweep-20260506.json",
    "notes/2026-05-06-vllm-pp2-gdn-spec-fallback.md",
    "plans/2026-05-06-fused-mmvq2-next-steps.md",
  ]

  shape {
    prompt  = 512
    output  = 512
    context = 1024
    batch   = 1
  }

  metrics {
    output_tok_s = 49.581893
    total_tok_s  = 99.163787
  }

  quality {
    passed = ["speculative decode verified by target model; no token-hash gate recorded"]
  }
}

result "cmottw16x002wqy01jvbluobl" {
  label     = "vllm-qwen36-vrfai-fp8-tp4-ngram-longcontext-p2048-n512"
  date      = "2026-05-06"
  submitted = "2026-05-06T09:01:48Z"
  lane      = "qwen36-27b-fp8-vllm-xpu-tp4-ngram"
  stack     = stack.qwen36-fp8-tp4-ngram
  suite     = "p2048n512"
  standing  = "accepted"
  model     = "vrfai/Qwen3.6-27B-FP8 (compressed-tensors FP8)"
  engine    = "vLLM 0.20.1 XPU"
  hardware  = "4x Intel Arc Pro B70 32GB"
  notes     = "long context p2048/n512, max_model_len 4096, gpu_mem_util 0.85"
  variables = {
    CCL_ATL_TRANSPORT      = "ofi"
    ONEAPI_DEVICE_SELECTOR = "level_zero:0,1,2,3"
  }
  fidelity = "verified git apply --recount"
  sources = [
    "data/qwen36-fp8-tp4-long-context-20260506.json",
    "notes/2026-05-06-fp8-tp4-long-context.md",
    "localmaxxing_submissions.md",
    "plans/2026-05-06-fused-mmvq2-next-steps.md",
  ]

  shape {
    prompt  = 2048
    output  = 512
    context = 4096
    batch   = 1
  }

  metrics {
    output_tok_s = 43.688465824248155
    total_tok_s  = 218.44232912124076
  }
}

result "cmoudx2qr00c3ld01xxq8hiu0" {
  label     = "vllm-qwen36-vrfai-fp8-tp4-nospec-32k-p2048-n256"
  date      = "2026-05-06"
  submitted = "2026-05-06T18:22:29Z"
  lane      = "qwen36-27b-fp8-vllm-xpu-tp4"
  stack     = stack.qwen36-fp8-tp4-ngram
  variant   = "no-spec"
  suite     = "p2048n256-32k"
  standing  = "accepted"
  model     = "vrfai/Qwen3.6-27B-FP8 (compressed-tensors FP8)"
  engine    = "vLLM 0.20.1 XPU"
  hardware  = "4x Intel Arc Pro B70 32GB"
  notes     = "no spec, max_model_len 32768, gpu_mem_util 0.9, 1133163 KV tokens"
  fidelity  = "verified git apply --recount"
  sources = [
    "data/qwen36-fp8-32k-tp4-vs-pp2-20260506.json",
    "localmaxxing_submissions.md",
    "plans/q4_0-gguf-b70-optimization-plan.md",
  ]

  shape {
    prompt  = 2048
    output  = 256
    context = 32768
    batch   = 1
  }

  metrics {
    output_tok_s = 42.996276249393816
    total_tok_s  = 386.96648624454434
  }
}

result "lab-fp8-tp4-ngram-depth4-confirm" {
  date     = "2026-05-06"
  lane     = "qwen36-27b-fp8-vllm-xpu-tp4-ngram"
  stack    = stack.qwen36-fp8-tp4-ngram
  suite    = "p512n512"
  standing = "diagnostic"
  model    = "vrfai/Qwen3.6-27B-FP8 (compressed-tensors FP8)"
  engine   = "vLLM 0.20.1 XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "post-patch confirmation of cmotql1v6 recipe"
  variables = {
    CCL_ATL_TRANSPORT      = "ofi"
    ONEAPI_DEVICE_SELECTOR = "level_zero:0,1,2,3"
  }
  fidelity = "see lane"
  sources  = ["data/qwen36-fp8-tp4-ngram-sweep-20260506.json"]

  shape {
    prompt  = 512
    output  = 512
    context = 1024
    batch   = 1
  }

  metrics {
    output_tok_s = 48.198021104314286
    total_tok_s  = 96.39604220862857
  }
}

result "lab-fp8-tp4-ngram-depth3" {
  date     = "2026-05-06"
  lane     = "qwen36-27b-fp8-vllm-xpu-tp4-ngram"
  stack    = stack.qwen36-fp8-tp4-ngram
  standing = "negative"
  model    = "vrfai/Qwen3.6-27B-FP8 (compressed-tensors FP8)"
  engine   = "vLLM 0.20.1 XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "3 draft tokens"
  fidelity = "see lane"
  sources  = ["data/qwen36-fp8-tp4-ngram-sweep-20260506.json"]

  shape {
    prompt  = 512
    output  = 512
    context = 1024
    batch   = 1
  }

  metrics {
    output_tok_s = 43.02339139006484
    total_tok_s  = 86.04678278012967
  }
}

result "lab-fp8-tp4-ngram-depth5" {
  date     = "2026-05-06"
  lane     = "qwen36-27b-fp8-vllm-xpu-tp4-ngram"
  stack    = stack.qwen36-fp8-tp4-ngram
  standing = "diagnostic"
  model    = "vrfai/Qwen3.6-27B-FP8 (compressed-tensors FP8)"
  engine   = "vLLM 0.20.1 XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "5 draft tokens, lookup max 5"
  fidelity = "see lane"
  sources  = ["data/qwen36-fp8-tp4-ngram-sweep-20260506.json"]

  shape {
    prompt  = 512
    output  = 512
    context = 1024
    batch   = 1
  }

  metrics {
    output_tok_s = 48.298516142300485
    total_tok_s  = 96.59703228460097
  }
}

result "lab-fp8-tp4-ngram-depth6" {
  date     = "2026-05-06"
  lane     = "qwen36-27b-fp8-vllm-xpu-tp4-ngram"
  stack    = stack.qwen36-fp8-tp4-ngram
  standing = "negative"
  model    = "vrfai/Qwen3.6-27B-FP8 (compressed-tensors FP8)"
  engine   = "vLLM 0.20.1 XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "6 draft tokens"
  fidelity = "see lane"
  sources  = ["data/qwen36-fp8-tp4-ngram-sweep-20260506.json"]

  shape {
    prompt  = 512
    output  = 512
    context = 1024
    batch   = 1
  }

  metrics {
    output_tok_s = 41.72455652453548
    total_tok_s  = 83.44911304907096
  }
}

result "lab-fp8-tp4-ngram-gpu-depth4" {
  date     = "2026-05-06"
  lane     = "qwen36-27b-fp8-vllm-xpu-tp4-ngram"
  stack    = stack.qwen36-fp8-tp4-ngram
  standing = "negative"
  model    = "vrfai/Qwen3.6-27B-FP8 (compressed-tensors FP8)"
  engine   = "vLLM 0.20.1 XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "ngram_gpu proposer, acceptance 3.5-4.9 %"
  fidelity = "see lane"
  sources  = ["data/qwen36-fp8-tp4-ngram-sweep-20260506.json"]

  shape {
    prompt  = 512
    output  = 512
    context = 1024
    batch   = 1
  }

  metrics {
    output_tok_s = 43.450598872545136
    total_tok_s  = 86.90119774509027
  }
}

result "lab-fp8-32k-pp2tp2" {
  date     = "2026-05-06"
  lane     = "qwen36-27b-fp8-vllm-xpu-pp2tp2"
  stack    = stack.qwen36-fp8-tp4-ngram
  variant  = "no-spec"
  standing = "negative"
  model    = "vrfai/Qwen3.6-27B-FP8 (compressed-tensors FP8)"
  engine   = "vLLM 0.20.1 XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "32k window, 1056196 KV tokens"
  fidelity = "see lane"
  sources  = ["data/qwen36-fp8-32k-tp4-vs-pp2-20260506.json"]

  shape {
    prompt  = 2048
    output  = 256
    context = 32768
    batch   = 1
  }

  metrics {
    output_tok_s = 26.361533347459872
    total_tok_s  = 237.25380012713885
  }
}

result "lab-fp8-32k-ngram" {
  date     = "2026-05-06"
  lane     = "qwen36-27b-fp8-vllm-xpu-tp4-ngram"
  stack    = stack.qwen36-fp8-tp4-ngram
  standing = "negative"
  model    = "vrfai/Qwen3.6-27B-FP8 (compressed-tensors FP8)"
  engine   = "vLLM 0.20.1 XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "n-gram slower than no-spec at this shape"
  fidelity = "see lane"
  sources  = ["data/qwen36-fp8-32k-tp4-vs-pp2-20260506.json"]

  shape {
    prompt  = 2048
    output  = 256
    context = 32768
    batch   = 1
  }

  metrics {
    output_tok_s = 40.123211173965345
    total_tok_s  = 361.1089005656881
  }
}

result "lab-fp8-mtp-eager" {
  date     = "2026-05-06"
  lane     = "qwen36-27b-fp8-vllm-xpu-mtp"
  stack    = stack.qwen36-fp8-mtp
  standing = "negative"
  model    = "vrfai/Qwen3.6-27B-FP8 (compressed-tensors FP8)"
  engine   = "vLLM 0.20.1 XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "hybrid static FP8 target + block-FP8 mtp.safetensors, eager smoke"
  variables = {
    VLLM_QWEN35_MTP_FORCE_FP8_BLOCK = "1"
    VLLM_XPU_BLOCK_FP8_REQUANT      = "1"
  }
  fidelity = "conflicts with requant-env patch in envs.py"
  sources  = ["README.md", "notes/2026-05-06-fp8-mtp-block-fp8-clean.md"]

  shape {
    batch = 1
  }

  metrics {
    output_tok_s = 2.36
  }
}

result "lab-fp8-mtp-compiled" {
  date     = "2026-05-06"
  lane     = "qwen36-27b-fp8-vllm-xpu-mtp"
  stack    = stack.qwen36-fp8-mtp
  standing = "negative"
  model    = "vrfai/Qwen3.6-27B-FP8 (compressed-tensors FP8)"
  engine   = "vLLM 0.20.1 XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "as above, compiled"
  variables = {
    VLLM_QWEN35_MTP_FORCE_FP8_BLOCK = "1"
    VLLM_XPU_BLOCK_FP8_REQUANT      = "1"
  }
  fidelity = "see lane"
  sources  = ["README.md", "notes/2026-05-06-fp8-mtp-block-fp8-clean.md"]

  shape {
    batch = 1
  }

  metrics {
    output_tok_s = 1.84
  }
}

result "cmout3vhy00m6ld01162ujv21" {
  label     = "vllm-qwen36-vrfai-fp8-pp2tp2-capacity-negative-p512-n512"
  date      = "2026-05-07"
  submitted = "2026-05-07T01:27:41Z"
  lane      = "qwen36-27b-fp8-vllm-xpu-pp2tp2"
  stack     = stack.qwen36-fp8-tp4-ngram
  variant   = "no-spec"
  standing  = "negative"
  model     = "vrfai/Qwen3.6-27B-FP8 (compressed-tensors FP8)"
  engine    = "vLLM 0.20.1 XPU"
  hardware  = "4x Intel Arc Pro B70 32GB"
  notes     = "capacity layout, slower"
  command   = "MODEL_DIR=/home/steve/models/qwen3.6-27b-fp8-vrfai TP=2 PP=2 ONEAPI_DEVICE_SELECTOR=level_zero:0,1,2,3 INPUT_LEN=512 OUTPUT_LEN=512 MAX_MODEL_LEN=32768 NUM_ITERS=3 WARMUP_ITERS=1 QUANTIZATION=compressed-tensors KV_CACHE_DTYPE=auto bench-vllm-qwen36-fp8.sh"
  variables = {
    CCL_ATL_TRANSPORT      = "ofi"
    ONEAPI_DEVICE_SELECTOR = "level_zero:0,1,2,3"
  }
  fidelity = "verified git apply --recount"
  sources = [
    "data/qwen36-fp8-tp4-pp2-refresh-20260507.json",
    "notes/2026-05-07-fp8-tp4-pp2-refresh.md",
    "data/localmaxxing_payloads.json",
    "localmaxxing_submissions.md",
    "plans/q4_0-gguf-b70-optimization-plan.md",
  ]

  shape {
    prompt  = 512
    output  = 512
    context = 32768
    batch   = 1
  }

  metrics {
    output_tok_s = 27.722317582905
    total_tok_s  = 55.44463516581
  }
}

result "lab-fp8-tp4-refresh-nospec" {
  date     = "2026-05-07"
  lane     = "qwen36-27b-fp8-vllm-xpu-tp4"
  stack    = stack.qwen36-fp8-tp4-ngram
  variant  = "no-spec"
  suite    = "p512n512"
  standing = "diagnostic"
  model    = "vrfai/Qwen3.6-27B-FP8 (compressed-tensors FP8)"
  engine   = "vLLM 0.20.1 XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "512/512 no-spec refresh"
  fidelity = "see lane"
  sources  = ["README.md", "data/qwen36-fp8-tp4-pp2-refresh-20260507.json"]

  shape {
    prompt  = 512
    output  = 512
    context = 1024
    batch   = 1
  }

  metrics {
    output_tok_s = 45.865
  }
}

result "lab-fp8-tp4-refresh-ngram" {
  date     = "2026-05-07"
  lane     = "qwen36-27b-fp8-vllm-xpu-tp4-ngram"
  stack    = stack.qwen36-fp8-tp4-ngram
  suite    = "p512n512"
  standing = "diagnostic"
  model    = "vrfai/Qwen3.6-27B-FP8 (compressed-tensors FP8)"
  engine   = "vLLM 0.20.1 XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "512/512 n-gram refresh"
  fidelity = "see lane"
  sources  = ["README.md", "data/qwen36-fp8-tp4-pp2-refresh-20260507.json"]

  shape {
    prompt  = 512
    output  = 512
    context = 1024
    batch   = 1
  }

  metrics {
    output_tok_s = 48.082
  }
}

result "lab-fp8-tp4-ccl-topo-nospec" {
  date     = "2026-05-07"
  lane     = "qwen36-27b-fp8-vllm-xpu-tp4"
  stack    = stack.qwen36-fp8-tp4-ngram
  variant  = "no-spec"
  standing = "diagnostic"
  model    = "vrfai/Qwen3.6-27B-FP8 (compressed-tensors FP8)"
  engine   = "vLLM 0.20.1 XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "CCL topology check off, no-spec tiny win"
  variables = {
    CCL_TOPO_FABRIC_VERTEX_CONNECTION_CHECK = "0"
  }
  fidelity = "see lane"
  sources  = ["README.md", "data/qwen36-fp8-tp4-pp2-refresh-20260507.json"]

  shape {
    prompt  = 512
    output  = 512
    context = 1024
    batch   = 1
  }

  metrics {
    output_tok_s = 46.386
  }
}

result "lab-fp8-tp4-ccl-topo-ngram" {
  date     = "2026-05-07"
  lane     = "qwen36-27b-fp8-vllm-xpu-tp4-ngram"
  stack    = stack.qwen36-fp8-tp4-ngram
  standing = "negative"
  model    = "vrfai/Qwen3.6-27B-FP8 (compressed-tensors FP8)"
  engine   = "vLLM 0.20.1 XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "CCL topology check off with n-gram: acceptance collapsed"
  variables = {
    CCL_TOPO_FABRIC_VERTEX_CONNECTION_CHECK = "0"
  }
  fidelity = "see lane"
  sources  = ["README.md", "data/qwen36-fp8-tp4-pp2-refresh-20260507.json"]

  shape {
    prompt  = 512
    output  = 512
    context = 1024
    batch   = 1
  }

  metrics {
    output_tok_s = 44.439
  }
}
