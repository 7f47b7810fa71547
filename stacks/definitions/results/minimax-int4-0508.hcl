# MiniMax M2.7 INT4 on vLLM, 05-08 to 05-10. Figures, standings and caveats as the archive has them.

result "cmox4zohw0077ml01czu880bz" {
  label     = "vllm-minimax-m27-autoround-int4-xpu-tp4-p512-n128"
  date      = "2026-05-08"
  submitted = "2026-05-08T16:35:53Z"
  lane      = "minimax-m27-autoround-vllm-xpu"
  standing  = "diagnostic"
  model     = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine    = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware  = "4x Intel Arc Pro B70 32GB"
  notes     = "first liveness; CCL_ZE_IPC_EXCHANGE=sockets"
  variables = {
    CCL_ZE_IPC_EXCHANGE = "sockets"
  }
  patches  = ["patches/vllm-inc-xpu-autoround-fusedmoe-wna16-20260508.patch"]
  fidelity = "verified plain apply (MoE config not yet present)"
  sources = [
    "data/minimax-m27-autoround-vllm-xpu-20260508.json",
    "notes/2026-05-08-minimax-autoround-vllm-xpu.md",
    "localmaxxing_submissions.md",
  ]

  shape {
    prompt  = 512
    output  = 128
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 13.45
    total_tok_s  = 67.259054
  }

  quality {
    caveat = "No generation gate recorded for this run. 2026-05-13/14 probes of compiled vLLM/XPU AutoRound execution returned NaN logits / NUL tokens, so the lab reclassified compiled throughput before that date as speed-only."
  }
}

result "cmox6tys30085ml0125gihg18" {
  label     = "vllm-minimax-m27-autoround-int4-xpu-tp4-p512-n128-pidfd"
  date      = "2026-05-08"
  submitted = "2026-05-08T17:27:25Z"
  lane      = "minimax-m27-autoround-vllm-xpu"
  standing  = "superseded"
  model     = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine    = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware  = "4x Intel Arc Pro B70 32GB"
  notes     = "CCL_ZE_IPC_EXCHANGE=pidfd"
  variables = {
    CCL_ZE_IPC_EXCHANGE = "pidfd"
  }
  patches  = ["patches/vllm-inc-xpu-autoround-fusedmoe-wna16-20260508.patch"]
  fidelity = "verified plain apply"
  sources = [
    "data/minimax-m27-autoround-vllm-xpu-20260508.json",
    "notes/2026-05-08-minimax-autoround-vllm-xpu.md",
    "localmaxxing_submissions.md",
    "README.md",
    "plans/2026-05-08-minimax-next-steps.md",
  ]

  shape {
    prompt  = 512
    output  = 128
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 19.85
    total_tok_s  = 99.231127
  }

  quality {
    caveat = "No generation gate recorded for this run. 2026-05-13/14 probes of compiled vLLM/XPU AutoRound execution returned NaN logits / NUL tokens, so the lab reclassified compiled throughput before that date as speed-only."
  }
}

result "cmox94fsm0095ml01tjeb20rr" {
  label     = "vllm-minimax-m27-autoround-int4-xpu-tp4-p512-n128-hybrid-moe"
  date      = "2026-05-08"
  submitted = "2026-05-08T18:31:33Z"
  lane      = "minimax-m27-autoround-vllm-xpu"
  stack     = stack.minimax-m27-int4-a
  suite     = "p512n128"
  standing  = "superseded"
  model     = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine    = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware  = "4x Intel Arc Pro B70 32GB"
  notes     = "hybrid B70 MoE config"
  command   = "VLLM_TUNED_CONFIG_FOLDER=/home/steve/bench-results/minimax-m2.7-autoround-vllm/moe-config-hybrid-m1-default-prefill CCL_ZE_IPC_EXCHANGE=pidfd CCL_TOPO_P2P_ACCESS=1 vllm bench throughput --backend vllm --model /mnt/corsair-external/llm-models/minimax-m2.7-int4-autoround --tokenizer /mnt/corsair-external/llm-models/minimax-m2.7-int4-autoround --trust-remote-code --dtype bfloat16 --tensor-parallel-size 4 --distributed-executor-backend mp --max-model-len 2048 --max-num-batched-tokens 1024 --max-num-seqs 1 --dataset-name random --random-input-len 512 --random-output-len 128 --random-range-ratio 0 --num-prompts 1 --disable-log-stats"
  variables = {
    CCL_ATL_TRANSPORT         = "ofi"
    CCL_TOPO_P2P_ACCESS       = "1"
    CCL_ZE_IPC_EXCHANGE       = "pidfd"
    VLLM_TUNED_CONFIG_FOLDER  = "/home/steve/bench-results/minimax-m2.7-autoround-vllm/moe-config-hybrid-m1-default-prefill"
    VLLM_XPU_ENABLE_XPU_GRAPH = "0"
  }
  fidelity = "verified"
  sources = [
    "data/minimax-m27-autoround-vllm-xpu-20260508.json",
    "data/localmaxxing-responses/minimax-m27-autoround-hybrid-moe-p512n128-20260508.response.json",
    "data/localmaxxing-minimax-m27-autoround-hybrid-moe-p512n128-20260508.payload.json",
    "data/localmaxxing_payloads.json",
    "localmaxxing_submissions.md",
    "notes/2026-05-08-minimax-autoround-vllm-xpu.md",
    "plans/2026-05-08-minimax-next-steps.md",
  ]

  shape {
    prompt  = 512
    output  = 128
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 20.11
    total_tok_s  = 100.538158297798
  }

  quality {
    caveat = "No generation gate recorded for this run. 2026-05-13/14 probes of compiled vLLM/XPU AutoRound execution returned NaN logits / NUL tokens, so the lab reclassified compiled throughput before that date as speed-only."
  }
}

result "lab-moe-config-amd-seed" {
  date     = "2026-05-08"
  lane     = "minimax-m27-autoround-vllm-xpu"
  standing = "negative"
  model    = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine   = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "AMD-derived MoE config seed, p64/n16"
  fidelity = "not stated"
  sources = [
    "README.md",
    "notes/2026-05-08-minimax-autoround-vllm-xpu.md",
    "data/minimax-m27-autoround-vllm-xpu-20260508.json",
  ]

  shape {
    prompt  = 64
    output  = 16
    context = 512
    batch   = 1
  }

  metrics {
    output_tok_s = 1.73
  }

  quality {
    caveat = "No generation gate recorded for this run. 2026-05-13/14 probes of compiled vLLM/XPU AutoRound execution returned NaN logits / NUL tokens, so the lab reclassified compiled throughput before that date as speed-only."
  }
}

result "cmoxnvmna00gmml01eqdyl428" {
  label     = "minimax-m27-autoround-fp16-baseline-p512n128-20260509"
  date      = "2026-05-09"
  submitted = "2026-05-09T01:24:36Z"
  lane      = "minimax-m27-autoround-vllm-xpu"
  stack     = stack.minimax-m27-int4-a
  standing  = "historical"
  model     = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine    = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware  = "4x Intel Arc Pro B70 32GB"
  notes     = "FP16 baseline before u4 decode"
  command   = "vllm bench throughput --backend vllm --model /mnt/corsair-external/llm-models/minimax-m2.7-int4-autoround --tokenizer /mnt/corsair-external/llm-models/minimax-m2.7-int4-autoround --trust-remote-code --dtype float16 --tensor-parallel-size 4 --distributed-executor-backend mp --max-model-len 2048 --max-num-batched-tokens 1024 --max-num-seqs 1 --dataset-name random --random-input-len 512 --random-output-len 128 --random-range-ratio 0 --num-prompts 1 --disable-log-stats"
  variables = {
    CCL_TOPO_P2P_ACCESS         = "1"
    CCL_ZE_IPC_EXCHANGE         = "pidfd"
    VLLM_XPU_ENABLE_XPU_GRAPH   = "0"
    VLLM_XPU_USE_LLM_SCALER_MOE = "0"
  }
  fidelity = "verified"
  sources = [
    "data/minimax-m27-autoround-u4-decode-20260509.json",
    "data/localmaxxing-responses/minimax-m27-autoround-fp16-baseline-p512n128-20260509.response.json",
    "data/localmaxxing-minimax-m27-autoround-fp16-baseline-p512n128-20260509.payload.json",
    "data/minimax-m27-autoround-vllm-xpu-20260508.json",
    "notes/2026-05-08-minimax-autoround-vllm-xpu.md",
    "plans/2026-05-08-minimax-next-steps.md",
  ]

  shape {
    prompt  = 512
    output  = 128
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 20.17
    total_tok_s  = 100.832219
  }

  quality {
    caveat = "No generation gate recorded for this run. 2026-05-13/14 probes of compiled vLLM/XPU AutoRound execution returned NaN logits / NUL tokens, so the lab reclassified compiled throughput before that date as speed-only."
  }
}

result "cmoxofv8h00h5ml01wu1uakhr" {
  label     = "minimax-m27-autoround-llm-scaler-decode-p1n128-20260509"
  date      = "2026-05-09"
  submitted = "2026-05-09T01:40:21Z"
  lane      = "minimax-m27-autoround-vllm-xpu-llm-scaler-signed"
  stack     = stack.minimax-m27-int4-b
  suite     = "p1n128"
  standing  = "diagnostic"
  model     = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine    = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware  = "4x Intel Arc Pro B70 32GB"
  notes     = "p1/n128 decode isolation; prefill used the prototype path and regressed"
  command   = "VLLM_XPU_USE_LLM_SCALER_MOE=1 vllm bench throughput --backend vllm --model /mnt/corsair-external/llm-models/minimax-m2.7-int4-autoround --tokenizer /mnt/corsair-external/llm-models/minimax-m2.7-int4-autoround --trust-remote-code --dtype float16 --tensor-parallel-size 4 --distributed-executor-backend mp --max-model-len 512 --max-num-batched-tokens 256 --max-num-seqs 1 --dataset-name random --random-input-len 1 --random-output-len 128 --random-range-ratio 0 --num-prompts 1 --disable-log-stats"
  variables = {
    CCL_TOPO_P2P_ACCESS         = "1"
    CCL_ZE_IPC_EXCHANGE         = "pidfd"
    VLLM_XPU_ENABLE_XPU_GRAPH   = "0"
    VLLM_XPU_USE_LLM_SCALER_MOE = "1"
  }
  fidelity = "verified plain apply of the vLLM side"
  sources = [
    "data/minimax-m27-autoround-vllm-xpu-20260508.json",
    "data/localmaxxing-responses/minimax-m27-autoround-llm-scaler-decode-p1n128-20260509.response.json",
    "data/localmaxxing-minimax-m27-autoround-llm-scaler-decode-p1n128-20260509.payload.json",
    "notes/2026-05-08-minimax-autoround-vllm-xpu.md",
  ]

  shape {
    prompt  = 1
    output  = 128
    context = 512
    batch   = 1
  }

  metrics {
    output_tok_s = 34.06
    total_tok_s  = 34.328763
  }

  quality {
    caveat = "No generation gate recorded for this run. 2026-05-13/14 probes of compiled vLLM/XPU AutoRound execution returned NaN logits / NUL tokens, so the lab reclassified compiled throughput before that date as speed-only."
  }
}

result "cmoxptkfd00hsml01hf2ajhhp" {
  label     = "vllm-minimax-m27-autoround-u4-decode-p512-n128"
  date      = "2026-05-09"
  submitted = "2026-05-09T02:18:59Z"
  lane      = "minimax-m27-autoround-vllm-xpu-u4"
  stack     = stack.minimax-m27-int4-c
  suite     = "p512n128"
  standing  = "historical"
  model     = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine    = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware  = "4x Intel Arc Pro B70 32GB"
  command   = "VLLM_XPU_USE_LLM_SCALER_MOE=1 vllm bench throughput --backend vllm --model /mnt/corsair-external/llm-models/minimax-m2.7-int4-autoround --tokenizer /mnt/corsair-external/llm-models/minimax-m2.7-int4-autoround --trust-remote-code --dtype float16 --tensor-parallel-size 4 --distributed-executor-backend mp --max-model-len 2048 --max-num-batched-tokens 1024 --max-num-seqs 1 --dataset-name random --random-input-len 512 --random-output-len 128 --random-range-ratio 0 --num-prompts 1 --disable-log-stats"
  variables = {
    CCL_TOPO_P2P_ACCESS         = "1"
    CCL_ZE_IPC_EXCHANGE         = "pidfd"
    VLLM_XPU_ENABLE_XPU_GRAPH   = "0"
    VLLM_XPU_USE_LLM_SCALER_MOE = "1"
  }
  fidelity = "verified plain apply; llm-scaler kernel built with oneAPI 2025.3"
  sources = [
    "data/minimax-m27-autoround-u4-decode-20260509.json",
    "notes/2026-05-09-minimax-u4-decode-path.md",
    "data/localmaxxing-submission-minimax-m27-autoround-u4-decode-20260509.json",
    "data/localmaxxing-minimax-m27-autoround-u4-decode-p512n128-20260509.payload.json",
    "localmaxxing_submissions.md",
    "results/localmaxxing-submissions.md",
    "README.md",
  ]

  shape {
    prompt  = 512
    output  = 128
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 29.74843
    total_tok_s  = 148.742151
  }

  quality {
    caveat = "No generation gate recorded for this run. 2026-05-13/14 probes of compiled vLLM/XPU AutoRound execution returned NaN logits / NUL tokens, so the lab reclassified compiled throughput before that date as speed-only."
  }
}

result "cmoxq7cww00i8ml019ihbeqc9" {
  label     = "vllm-minimax-m27-autoround-u4-decode-p512-n256"
  date      = "2026-05-09"
  submitted = "2026-05-09T02:29:43Z"
  lane      = "minimax-m27-autoround-vllm-xpu-u4"
  stack     = stack.minimax-m27-int4-c
  suite     = "p512n256"
  standing  = "historical"
  model     = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine    = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware  = "4x Intel Arc Pro B70 32GB"
  command   = "VLLM_XPU_USE_LLM_SCALER_MOE=1 vllm bench throughput --backend vllm --model /mnt/corsair-external/llm-models/minimax-m2.7-int4-autoround --tokenizer /mnt/corsair-external/llm-models/minimax-m2.7-int4-autoround --trust-remote-code --dtype float16 --tensor-parallel-size 4 --distributed-executor-backend mp --max-model-len 2048 --max-num-batched-tokens 1024 --max-num-seqs 1 --dataset-name random --random-input-len 512 --random-output-len 256 --random-range-ratio 0 --num-prompts 1 --disable-log-stats"
  variables = {
    CCL_TOPO_P2P_ACCESS         = "1"
    CCL_ZE_IPC_EXCHANGE         = "pidfd"
    VLLM_XPU_ENABLE_XPU_GRAPH   = "0"
    VLLM_XPU_USE_LLM_SCALER_MOE = "1"
  }
  fidelity = "verified plain apply; llm-scaler kernel built with oneAPI 2025.3"
  sources = [
    "data/minimax-m27-autoround-u4-decode-20260509.json",
    "notes/2026-05-09-minimax-u4-decode-path.md",
    "data/localmaxxing-submission-minimax-m27-autoround-u4-decode-p512n256-20260509.json",
    "data/localmaxxing-minimax-m27-autoround-u4-decode-p512n256-20260509.payload.json",
    "localmaxxing_submissions.md",
    "results/localmaxxing-submissions.md",
    "README.md",
  ]

  shape {
    prompt  = 512
    output  = 256
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 33.033788
    total_tok_s  = 99.101363
  }

  quality {
    caveat = "No generation gate recorded for this run. 2026-05-13/14 probes of compiled vLLM/XPU AutoRound execution returned NaN logits / NUL tokens, so the lab reclassified compiled throughput before that date as speed-only."
  }
}

result "cmoy8hs3n002smk01ksgcpavr" {
  label     = "vllm-minimax-m27-autoround-u4-fp32-route-p512-n256"
  date      = "2026-05-09"
  submitted = "2026-05-09T11:01:42Z"
  lane      = "minimax-m27-autoround-vllm-xpu-u4"
  stack     = stack.minimax-m27-int4-c
  suite     = "p512n256"
  standing  = "historical"
  model     = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine    = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware  = "4x Intel Arc Pro B70 32GB"
  notes     = "fp32 routing kept"
  command   = "VLLM_XPU_USE_LLM_SCALER_MOE=1 vllm bench throughput --backend vllm --model /mnt/corsair-external/llm-models/minimax-m2.7-int4-autoround --tokenizer /mnt/corsair-external/llm-models/minimax-m2.7-int4-autoround --trust-remote-code --dtype float16 --tensor-parallel-size 4 --distributed-executor-backend mp --max-model-len 2048 --max-num-batched-tokens 1024 --max-num-seqs 1 --dataset-name random --random-input-len 512 --random-output-len 256 --random-range-ratio 0 --num-prompts 1 --disable-log-stats"
  variables = {
    CCL_TOPO_P2P_ACCESS         = "1"
    CCL_ZE_IPC_EXCHANGE         = "pidfd"
    VLLM_XPU_ENABLE_XPU_GRAPH   = "0"
    VLLM_XPU_USE_LLM_SCALER_MOE = "1"
  }
  fidelity = "verified plain apply; llm-scaler kernel built with oneAPI 2025.3"
  sources = [
    "data/minimax-m27-autoround-u4-decode-20260509.json",
    "notes/2026-05-09-minimax-u4-decode-path.md",
    "data/localmaxxing-minimax-m27-autoround-u4-decode-fp32-route-p512n256-20260509.payload.json",
    "results/localmaxxing-submissions.md",
  ]

  shape {
    prompt  = 512
    output  = 256
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 34.157842
    total_tok_s  = 102.473527
  }

  quality {
    caveat = "No generation gate recorded for this run. 2026-05-13/14 probes of compiled vLLM/XPU AutoRound execution returned NaN logits / NUL tokens, so the lab reclassified compiled throughput before that date as speed-only."
  }
}

result "cmoy9exmf003lmk01d3it9cz2" {
  label     = "vllm-minimax-m27-autoround-u4-pp2tp2-negative-p512-n256"
  date      = "2026-05-09"
  submitted = "2026-05-09T11:27:29Z"
  lane      = "minimax-m27-autoround-vllm-xpu-u4"
  stack     = stack.minimax-m27-int4-c
  standing  = "negative"
  model     = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine    = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware  = "4x Intel Arc Pro B70 32GB"
  notes     = "PP2xTP2"
  command   = "VLLM_XPU_USE_LLM_SCALER_MOE=1 vllm bench throughput --backend vllm --model /mnt/corsair-external/llm-models/minimax-m2.7-int4-autoround --tokenizer /mnt/corsair-external/llm-models/minimax-m2.7-int4-autoround --trust-remote-code --dtype float16 --tensor-parallel-size 2 --pipeline-parallel-size 2 --distributed-executor-backend mp --max-model-len 2048 --max-num-batched-tokens 1024 --max-num-seqs 1 --dataset-name random --random-input-len 512 --random-output-len 256 --random-range-ratio 0 --num-prompts 1 --disable-log-stats"
  variables = {
    CCL_TOPO_P2P_ACCESS         = "1"
    CCL_ZE_IPC_EXCHANGE         = "pidfd"
    VLLM_XPU_ENABLE_XPU_GRAPH   = "0"
    VLLM_XPU_USE_LLM_SCALER_MOE = "1"
  }
  fidelity = "verified plain apply; llm-scaler kernel built with oneAPI 2025.3"
  sources = [
    "data/minimax-m27-autoround-u4-decode-20260509.json",
    "notes/2026-05-09-minimax-u4-decode-path.md",
    "data/localmaxxing-minimax-m27-autoround-u4-decode-pp2tp2-p512n256-20260509.payload.json",
    "results/localmaxxing-submissions.md",
  ]

  shape {
    prompt  = 512
    output  = 256
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 17.550271
    total_tok_s  = 52.650812
  }

  quality {
    caveat = "No generation gate recorded for this run. 2026-05-13/14 probes of compiled vLLM/XPU AutoRound execution returned NaN logits / NUL tokens, so the lab reclassified compiled throughput before that date as speed-only."
  }
}

result "cmoy9qat60040mk01l5y8n3al" {
  label     = "vllm-minimax-m27-autoround-u4-default-ipc-p512-n256"
  date      = "2026-05-09"
  submitted = "2026-05-09T11:36:19Z"
  lane      = "minimax-m27-autoround-vllm-xpu-u4"
  stack     = stack.minimax-m27-int4-c
  standing  = "historical"
  model     = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine    = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware  = "4x Intel Arc Pro B70 32GB"
  notes     = "default CCL IPC"
  command   = "VLLM_XPU_USE_LLM_SCALER_MOE=1 CCL_IPC=default vllm bench throughput --backend vllm --model /mnt/corsair-external/llm-models/minimax-m2.7-int4-autoround --tokenizer /mnt/corsair-external/llm-models/minimax-m2.7-int4-autoround --trust-remote-code --dtype float16 --tensor-parallel-size 4 --distributed-executor-backend mp --max-model-len 2048 --max-num-batched-tokens 1024 --max-num-seqs 1 --dataset-name random --random-input-len 512 --random-output-len 256 --random-range-ratio 0 --num-prompts 1 --disable-log-stats"
  variables = {
    CCL_ATL_TRANSPORT           = "ofi"
    CCL_IPC                     = "default"
    CCL_TOPO_P2P_ACCESS         = "1"
    VLLM_XPU_ENABLE_XPU_GRAPH   = "0"
    VLLM_XPU_USE_LLM_SCALER_MOE = "1"
  }
  fidelity = "verified plain apply; llm-scaler kernel built with oneAPI 2025.3"
  sources = [
    "data/minimax-m27-autoround-u4-decode-20260509.json",
    "notes/2026-05-09-minimax-u4-decode-path.md",
    "data/localmaxxing-minimax-m27-autoround-u4-decode-default-ipc-p512n256-20260509.payload.json",
    "results/localmaxxing-submissions.md",
  ]

  shape {
    prompt  = 512
    output  = 256
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 34.578045
    total_tok_s  = 103.734136
  }

  quality {
    caveat = "No generation gate recorded for this run. 2026-05-13/14 probes of compiled vLLM/XPU AutoRound execution returned NaN logits / NUL tokens, so the lab reclassified compiled throughput before that date as speed-only."
  }
}

result "cmoyagit0004dmk014gk25e2k" {
  label     = "vllm-minimax-m27-autoround-u4-default-ipc-p512-n512"
  date      = "2026-05-09"
  submitted = "2026-05-09T11:56:43Z"
  lane      = "minimax-m27-autoround-vllm-xpu-u4"
  stack     = stack.minimax-m27-int4-c
  standing  = "historical"
  model     = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine    = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware  = "4x Intel Arc Pro B70 32GB"
  notes     = "default CCL IPC"
  command   = "VLLM_XPU_USE_LLM_SCALER_MOE=1 CCL_IPC=default vllm bench throughput --backend vllm --model /mnt/corsair-external/llm-models/minimax-m2.7-int4-autoround --tokenizer /mnt/corsair-external/llm-models/minimax-m2.7-int4-autoround --trust-remote-code --dtype float16 --tensor-parallel-size 4 --distributed-executor-backend mp --max-model-len 2048 --max-num-batched-tokens 1024 --max-num-seqs 1 --dataset-name random --random-input-len 512 --random-output-len 512 --random-range-ratio 0 --num-prompts 1 --disable-log-stats"
  variables = {
    CCL_ATL_TRANSPORT           = "ofi"
    CCL_IPC                     = "default"
    CCL_TOPO_P2P_ACCESS         = "1"
    VLLM_XPU_ENABLE_XPU_GRAPH   = "0"
    VLLM_XPU_USE_LLM_SCALER_MOE = "1"
  }
  fidelity = "verified plain apply; llm-scaler kernel built with oneAPI 2025.3"
  sources = [
    "data/minimax-m27-autoround-u4-decode-20260509.json",
    "notes/2026-05-09-minimax-u4-decode-path.md",
    "data/localmaxxing-minimax-m27-autoround-u4-decode-default-ipc-p512n512-20260509.payload.json",
    "results/localmaxxing-submissions.md",
    "data/minimax-m27-comm-direct-ws-followups-20260509.json",
    "notes/2026-05-09-minimax-comm-and-ws-moe-followups.md",
    "plans/2026-05-08-minimax-next-steps.md",
  ]

  shape {
    prompt  = 512
    output  = 512
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 37.136187
    total_tok_s  = 74.272373
  }

  quality {
    caveat = "No generation gate recorded for this run. 2026-05-13/14 probes of compiled vLLM/XPU AutoRound execution returned NaN logits / NUL tokens, so the lab reclassified compiled throughput before that date as speed-only."
  }
}

result "cmoyfl7cm0057mk01suxo0glp" {
  label     = "vllm-minimax-m27-autoround-xpu-graph-fixedkv-p512-n256"
  date      = "2026-05-09"
  submitted = "2026-05-09T14:20:19Z"
  lane      = "minimax-m27-autoround-vllm-xpu-u4"
  stack     = stack.minimax-m27-int4-c
  standing  = "negative"
  model     = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine    = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware  = "4x Intel Arc Pro B70 32GB"
  notes     = "XPU graph with fixed KV"
  command   = "VLLM_XPU_FORCE_GRAPH_WITH_COMM=1 VLLM_XPU_GRAPH_NOOP_COMM_CAPTURE=1 VLLM_XPU_USE_LLM_SCALER_MOE=1 CCL_IPC=default XPU_GRAPH=1 vllm bench throughput --backend vllm --model /mnt/corsair-external/llm-models/minimax-m2.7-int4-autoround --tokenizer /mnt/corsair-external/llm-models/minimax-m2.7-int4-autoround --trust-remote-code --dtype float16 --tensor-parallel-size 4 --distributed-executor-backend mp --max-model-len 2048 --max-num-batched-tokens 1024 --max-num-seqs 1 --dataset-name random --random-input-len 512 --random-output-len 256 --random-range-ratio 0 --num-prompts 1 --disable-log-stats --kv-cache-memory-bytes 256M"
  variables = {
    CCL_ATL_TRANSPORT                = "ofi"
    CCL_IPC                          = "default"
    CCL_TOPO_P2P_ACCESS              = "1"
    VLLM_XPU_ENABLE_XPU_GRAPH        = "1"
    VLLM_XPU_FORCE_GRAPH_WITH_COMM   = "1"
    VLLM_XPU_GRAPH_NOOP_COMM_CAPTURE = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE      = "1"
  }
  fidelity = "verified plain apply; llm-scaler kernel built with oneAPI 2025.3"
  sources = [
    "data/minimax-m27-autoround-u4-decode-20260509.json",
    "notes/2026-05-09-minimax-u4-decode-path.md",
    "data/localmaxxing-minimax-m27-autoround-xpu-graph-fixedkv-p512n256-20260509.payload.json",
    "data/localmaxxing-minimax-m27-autoround-xpu-graph-fixedkv-p512n256-20260509.queue.json",
    "results/localmaxxing-submissions.md",
    "plans/2026-05-08-minimax-next-steps.md",
  ]

  shape {
    prompt  = 512
    output  = 256
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 32.723015
    total_tok_s  = 98.169045
  }

  quality {
    caveat = "No generation gate recorded for this run. 2026-05-13/14 probes of compiled vLLM/XPU AutoRound execution returned NaN logits / NUL tokens, so the lab reclassified compiled throughput before that date as speed-only."
  }
}

result "cmoyr84ol000rtl01o4z9fwdm" {
  label     = "localmaxxing-submission-minimax-m27-autoround-bf16-u4-decode-20260509.json"
  date      = "2026-05-09"
  submitted = "2026-05-09T19:46:05Z"
  lane      = "minimax-m27-autoround-vllm-xpu-u4-bf16"
  stack     = stack.minimax-m27-int4-d
  suite     = "p512n512"
  standing  = "historical"
  model     = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine    = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware  = "4x Intel Arc Pro B70 32GB"
  notes     = "BF16 activations"
  command   = "VLLM_XPU_USE_LLM_SCALER_MOE=1 CCL_IPC=default vllm bench throughput --backend vllm --model /mnt/corsair-external/llm-models/minimax-m2.7-int4-autoround --tokenizer /mnt/corsair-external/llm-models/minimax-m2.7-int4-autoround --trust-remote-code --dtype bfloat16 --tensor-parallel-size 4 --distributed-executor-backend mp --max-model-len 2048 --max-num-batched-tokens 1024 --max-num-seqs 1 --dataset-name random --random-input-len 512 --random-output-len 512 --random-range-ratio 0 --num-prompts 1 --disable-log-stats"
  variables = {
    CCL_ATL_TRANSPORT           = "ofi"
    CCL_IPC                     = "default"
    CCL_TOPO_P2P_ACCESS         = "1"
    VLLM_XPU_ENABLE_XPU_GRAPH   = "0"
    VLLM_XPU_USE_LLM_SCALER_MOE = "1"
  }
  fidelity = "verified (sycl-compat patch needs --exclude of ops.py)"
  sources = [
    "data/minimax-m27-bf16-u4-decode-20260509.json",
    "notes/2026-05-09-minimax-bf16-u4-decode.md",
    "data/localmaxxing-submission-minimax-m27-autoround-bf16-u4-decode-20260509.json",
    "data/localmaxxing-minimax-m27-autoround-u4-decode-bf16-p512n512-20260509.payload.json",
    "README.md",
  ]

  shape {
    prompt  = 512
    output  = 512
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 36.607699
    total_tok_s  = 73.215399
  }

  quality {
    caveat = "No generation gate recorded for this run. 2026-05-13/14 probes of compiled vLLM/XPU AutoRound execution returned NaN logits / NUL tokens, so the lab reclassified compiled throughput before that date as speed-only."
  }
}

result "cmoyzvknv003ttl01q9vsyytb" {
  label     = "vllm-minimax-m27-autoround-bf16-u4-p1024-n256"
  date      = "2026-05-09"
  submitted = "2026-05-09T23:48:15Z"
  lane      = "minimax-m27-autoround-vllm-xpu-u4-bf16"
  stack     = stack.minimax-m27-int4-d
  suite     = "p1024n256"
  standing  = "historical"
  model     = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine    = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware  = "4x Intel Arc Pro B70 32GB"
  notes     = "p1024/n256"
  command   = "VLLM_XPU_USE_LLM_SCALER_MOE=1 CCL_IPC=default vllm bench throughput --backend vllm --model /mnt/corsair-external/llm-models/minimax-m2.7-int4-autoround --tokenizer /mnt/corsair-external/llm-models/minimax-m2.7-int4-autoround --trust-remote-code --dtype bfloat16 --tensor-parallel-size 4 --distributed-executor-backend mp --max-model-len 2048 --max-num-batched-tokens 1024 --max-num-seqs 1 --dataset-name random --random-input-len 1024 --random-output-len 256 --random-range-ratio 0 --num-prompts 1 --disable-log-stats"
  variables = {
    CCL_ATL_TRANSPORT           = "ofi"
    CCL_IPC                     = "default"
    CCL_TOPO_P2P_ACCESS         = "1"
    VLLM_XPU_ENABLE_XPU_GRAPH   = "0"
    VLLM_XPU_USE_LLM_SCALER_MOE = "1"
  }
  fidelity = "verified"
  sources = [
    "data/minimax-m27-larger-context-bf16-u4-20260509.json",
    "data/localmaxxing-responses/minimax-m27-autoround-u4-decode-bf16-p1024n256-20260509.response.json",
    "data/localmaxxing-minimax-m27-autoround-u4-decode-bf16-p1024n256-20260509.payload.json",
    "localmaxxing_submissions.md",
  ]

  shape {
    prompt  = 1024
    output  = 256
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 31.83316350418512
    total_tok_s  = 159.1658175209256
  }

  quality {
    caveat = "No generation gate recorded for this run. 2026-05-13/14 probes of compiled vLLM/XPU AutoRound execution returned NaN logits / NUL tokens, so the lab reclassified compiled throughput before that date as speed-only."
  }
}

result "lab-bf16-u4-fallback" {
  date     = "2026-05-09"
  lane     = "minimax-m27-autoround-vllm-xpu-u4-bf16"
  standing = "negative"
  model    = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine   = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "BF16 activations without the BF16 kernel (fallback)"
  fidelity = "not stated"
  sources = [
    "README.md",
    "notes/2026-05-09-minimax-bf16-u4-decode.md",
    "notes/2026-05-09-minimax-u4-decode-path.md",
  ]

  shape {
    prompt  = 512
    output  = 256
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 16.860287
  }

  quality {
    caveat = "No generation gate recorded for this run. 2026-05-13/14 probes of compiled vLLM/XPU AutoRound execution returned NaN logits / NUL tokens, so the lab reclassified compiled throughput before that date as speed-only."
  }
}

result "lab-bf16-u4-p512n256" {
  date     = "2026-05-09"
  lane     = "minimax-m27-autoround-vllm-xpu-u4-bf16"
  stack    = stack.minimax-m27-int4-d
  standing = "diagnostic"
  model    = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine   = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "BF16 u4 kernel p512/n256"
  fidelity = "see lane"
  sources = [
    "README.md",
    "notes/2026-05-09-minimax-bf16-u4-decode.md",
    "notes/2026-05-09-minimax-u4-decode-path.md",
  ]

  shape {
    prompt  = 512
    output  = 256
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 33.681326
  }

  quality {
    caveat = "No generation gate recorded for this run. 2026-05-13/14 probes of compiled vLLM/XPU AutoRound execution returned NaN logits / NUL tokens, so the lab reclassified compiled throughput before that date as speed-only."
  }
}

result "lab-oneapi2025-restored" {
  date     = "2026-05-09"
  lane     = "minimax-m27-autoround-vllm-xpu-u4"
  stack    = stack.minimax-m27-int4-c
  standing = "diagnostic"
  model    = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine   = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "u4 extension rebuilt with oneAPI 2025.3 after the 2026.0 segfault"
  fidelity = "see lane"
  sources = [
    "README.md",
    "notes/2026-05-09-minimax-router-logits-fusion-negative.md",
    "notes/2026-05-09-minimax-oneapi-compiler-compat.md",
  ]

  shape {
    prompt  = 512
    output  = 512
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 36.025
  }

  quality {
    caveat = "No generation gate recorded for this run. 2026-05-13/14 probes of compiled vLLM/XPU AutoRound execution returned NaN logits / NUL tokens, so the lab reclassified compiled throughput before that date as speed-only."
  }
}

result "lab-xpu-graph-requested" {
  date     = "2026-05-09"
  lane     = "minimax-m27-autoround-vllm-xpu-u4"
  standing = "negative"
  model    = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine   = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "XPU graph requested; vLLM disabled it for TP communication"
  variables = {
    VLLM_XPU_ENABLE_XPU_GRAPH = "1"
  }
  fidelity = "not stated"
  sources = [
    "README.md",
    "notes/2026-05-09-minimax-oneapi-compiler-compat.md",
    "data/minimax-m27-autoround-oneapi2025-recovery-20260509.json",
  ]

  shape {
    prompt  = 512
    output  = 512
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 29.562
  }

  quality {
    caveat = "No generation gate recorded for this run. 2026-05-13/14 probes of compiled vLLM/XPU AutoRound execution returned NaN logits / NUL tokens, so the lab reclassified compiled throughput before that date as speed-only."
  }
}

result "lab-ccl-pidfd" {
  date     = "2026-05-09"
  lane     = "minimax-m27-autoround-vllm-xpu-u4"
  standing = "negative"
  model    = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine   = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "pidfd IPC slower than default"
  variables = {
    CCL_ZE_IPC_EXCHANGE = "pidfd"
  }
  fidelity = "not stated"
  sources = [
    "README.md",
    "notes/2026-05-09-minimax-oneapi-compiler-compat.md",
    "data/minimax-m27-autoround-oneapi2025-recovery-20260509.json",
  ]

  shape {
    prompt  = 512
    output  = 512
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 35.534
  }

  quality {
    caveat = "No generation gate recorded for this run. 2026-05-13/14 probes of compiled vLLM/XPU AutoRound execution returned NaN logits / NUL tokens, so the lab reclassified compiled throughput before that date as speed-only."
  }
}

result "lab-ctx1024" {
  date     = "2026-05-09"
  lane     = "minimax-m27-autoround-vllm-xpu-u4"
  standing = "negative"
  model    = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine   = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "max_model_len 1024"
  fidelity = "not stated"
  sources = [
    "README.md",
    "notes/2026-05-09-minimax-oneapi-compiler-compat.md",
    "data/minimax-m27-autoround-oneapi2025-recovery-20260509.json",
  ]

  shape {
    prompt  = 512
    output  = 512
    context = 1024
    batch   = 1
  }

  metrics {
    output_tok_s = 28.909
  }

  quality {
    caveat = "No generation gate recorded for this run. 2026-05-13/14 probes of compiled vLLM/XPU AutoRound execution returned NaN logits / NUL tokens, so the lab reclassified compiled throughput before that date as speed-only."
  }
}

result "cmoz0imyo004atl01ilhq45t4" {
  label     = "vllm-minimax-m27-autoround-ngram2-negative-p512-n256"
  date      = "2026-05-10"
  submitted = "2026-05-10T00:06:11Z"
  lane      = "minimax-m27-autoround-vllm-xpu-u4"
  stack     = stack.minimax-m27-int4-c
  standing  = "negative"
  model     = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine    = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware  = "4x Intel Arc Pro B70 32GB"
  notes     = "n-gram speculation, 2 tokens"
  command   = "VLLM_XPU_USE_LLM_SCALER_MOE=1 CCL_IPC=default vllm bench throughput --backend vllm --model /mnt/corsair-external/llm-models/minimax-m2.7-int4-autoround --tokenizer /mnt/corsair-external/llm-models/minimax-m2.7-int4-autoround --trust-remote-code --dtype bfloat16 --tensor-parallel-size 4 --distributed-executor-backend mp --max-model-len 2048 --max-num-batched-tokens 1024 --max-num-seqs 1 --dataset-name random --random-input-len 512 --random-output-len 256 --random-range-ratio 0 --num-prompts 1 --disable-log-stats --gpu-memory-utilization 0.95 --speculative-config '{\"method\":\"ngram\",\"num_speculative_tokens\":2,\"prompt_lookup_min\":2,\"prompt_lookup_max\":4}'"
  variables = {
    CCL_ATL_TRANSPORT           = "ofi"
    CCL_IPC                     = "default"
    CCL_TOPO_P2P_ACCESS         = "1"
    VLLM_XPU_ENABLE_XPU_GRAPH   = "0"
    VLLM_XPU_USE_LLM_SCALER_MOE = "1"
  }
  fidelity = "verified"
  sources = [
    "data/minimax-m27-ngram-spec-negative-20260509.json",
    "data/localmaxxing-responses/minimax-m27-autoround-ngram2-negative-p512n256-20260509.response.json",
    "data/localmaxxing-minimax-m27-autoround-ngram2-negative-p512n256-20260509.payload.json",
    "localmaxxing_submissions.md",
  ]

  shape {
    prompt  = 512
    output  = 256
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 12.26678975175471
    total_tok_s  = 36.80036925526414
  }

  quality {
    caveat = "No generation gate recorded for this run. 2026-05-13/14 probes of compiled vLLM/XPU AutoRound execution returned NaN logits / NUL tokens, so the lab reclassified compiled throughput before that date as speed-only."
  }
}

result "cmoz1rowm004ztl01x4gt4y6d" {
  label     = "vllm-minimax-m27-autoround-u4-decode-p512-n1024"
  date      = "2026-05-10"
  submitted = "2026-05-10T00:41:13Z"
  lane      = "minimax-m27-autoround-vllm-xpu-u4"
  stack     = stack.minimax-m27-int4-c
  standing  = "historical"
  model     = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine    = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware  = "4x Intel Arc Pro B70 32GB"
  command   = "VLLM_XPU_USE_LLM_SCALER_MOE=1 CCL_IPC=default vllm bench throughput --backend vllm --model /mnt/corsair-external/llm-models/minimax-m2.7-int4-autoround --tokenizer /mnt/corsair-external/llm-models/minimax-m2.7-int4-autoround --trust-remote-code --dtype float16 --tensor-parallel-size 4 --distributed-executor-backend mp --max-model-len 2048 --max-num-batched-tokens 1024 --max-num-seqs 1 --dataset-name random --random-input-len 512 --random-output-len 1024 --random-range-ratio 0 --num-prompts 1 --disable-log-stats"
  variables = {
    CCL_ATL_TRANSPORT           = "ofi"
    CCL_IPC                     = "default"
    CCL_TOPO_P2P_ACCESS         = "1"
    VLLM_XPU_ENABLE_XPU_GRAPH   = "0"
    VLLM_XPU_USE_LLM_SCALER_MOE = "1"
  }
  fidelity = "verified"
  sources = [
    "data/minimax-m27-autoround-u4-p512n1024-20260510.json",
    "data/localmaxxing-responses/minimax-m27-autoround-u4-decode-p512n1024-20260510.response.json",
    "data/localmaxxing-minimax-m27-autoround-u4-decode-p512n1024-20260510.payload.json",
    "localmaxxing_submissions.md",
  ]

  shape {
    prompt  = 512
    output  = 1024
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 35.933289883435
    total_tok_s  = 53.89993482515217
  }

  quality {
    caveat = "No generation gate recorded for this run. 2026-05-13/14 probes of compiled vLLM/XPU AutoRound execution returned NaN logits / NUL tokens, so the lab reclassified compiled throughput before that date as speed-only."
  }
}

result "cmoz4qkc3005htl01t70cd8l7" {
  label     = "vllm-minimax-m27-autoround-int4-xpu-tp4-fast-nvme-p512-n1024"
  date      = "2026-05-10"
  submitted = "2026-05-10T02:04:20Z"
  lane      = "minimax-m27-autoround-vllm-xpu-u4"
  stack     = stack.minimax-m27-int4-e
  standing  = "historical"
  model     = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine    = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware  = "4x Intel Arc Pro B70 32GB"
  notes     = "fast NVMe placement"
  command   = "VLLM_XPU_USE_LLM_SCALER_MOE=1 CCL_IPC=default XPU_GRAPH=0 vllm bench throughput --backend vllm --model /mnt/fast-ai/llm-models/minimax-m2.7-int4-autoround --tokenizer /mnt/fast-ai/llm-models/minimax-m2.7-int4-autoround --trust-remote-code --dtype float16 --tensor-parallel-size 4 --distributed-executor-backend mp --max-model-len 2048 --max-num-batched-tokens 1024 --max-num-seqs 1 --dataset-name random --random-input-len 512 --random-output-len 1024 --random-range-ratio 0 --num-prompts 1 --disable-log-stats"
  variables = {
    CCL_ATL_TRANSPORT           = "ofi"
    CCL_IPC                     = "default"
    CCL_TOPO_P2P_ACCESS         = "1"
    VLLM_XPU_ENABLE_XPU_GRAPH   = "0"
    VLLM_XPU_USE_LLM_SCALER_MOE = "1"
  }
  fidelity = "nearest archived snapshot"
  sources = [
    "data/localmaxxing-responses/minimax-m27-autoround-u4-decode-fast-nvme-p512n1024-20260510.response.json",
    "data/localmaxxing-minimax-m27-autoround-u4-decode-fast-nvme-p512n1024-20260510.payload.json",
    "localmaxxing_submissions.md",
  ]

  shape {
    prompt  = 512
    output  = 1024
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 36.67001012335721
    total_tok_s  = 55.00501518503581
  }

  quality {
    caveat = "No generation gate recorded for this run. 2026-05-13/14 probes of compiled vLLM/XPU AutoRound execution returned NaN logits / NUL tokens, so the lab reclassified compiled throughput before that date as speed-only."
  }
}

result "cmoz632kr0068tl017a1z6r0u" {
  label     = "minimax-m27-autoround-u4-decode-bf16-gpumem095-p512n1024-20260510"
  date      = "2026-05-10"
  submitted = "2026-05-10T02:42:03Z"
  lane      = "minimax-m27-autoround-vllm-xpu-u4-bf16"
  stack     = stack.minimax-m27-int4-d
  standing  = "historical"
  model     = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine    = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware  = "4x Intel Arc Pro B70 32GB"
  notes     = "gpu_memory_utilization 0.95, 18880 KV tokens (capacity)"
  command   = "VLLM_XPU_USE_LLM_SCALER_MOE=1 CCL_IPC=default XPU_GRAPH=0 vllm bench throughput --backend vllm --model /mnt/fast-ai/llm-models/minimax-m2.7-int4-autoround --tokenizer /mnt/fast-ai/llm-models/minimax-m2.7-int4-autoround --trust-remote-code --dtype bfloat16 --tensor-parallel-size 4 --distributed-executor-backend mp --max-model-len 2048 --max-num-batched-tokens 1024 --max-num-seqs 1 --dataset-name random --random-input-len 512 --random-output-len 1024 --random-range-ratio 0 --num-prompts 1 --disable-log-stats --gpu-memory-utilization 0.95"
  variables = {
    CCL_ATL_TRANSPORT           = "ofi"
    CCL_IPC                     = "default"
    CCL_TOPO_P2P_ACCESS         = "1"
    VLLM_XPU_ENABLE_XPU_GRAPH   = "0"
    VLLM_XPU_USE_LLM_SCALER_MOE = "1"
  }
  fidelity = "nearest archived snapshot"
  sources = [
    "data/minimax-m27-fast-nvme-scheduler-xpu-graph-20260510.json",
    "data/localmaxxing-responses/minimax-m27-autoround-u4-decode-bf16-gpumem095-p512n1024-20260510.response.json",
    "data/localmaxxing-minimax-m27-autoround-u4-decode-bf16-gpumem095-p512n1024-20260510.payload.json",
    "README.md",
    "notes/2026-05-10-minimax-fast-nvme-scheduler-xpu-graph.md",
  ]

  shape {
    prompt  = 512
    output  = 1024
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 37.30365443162493
    total_tok_s  = 55.9554816474374
  }

  quality {
    caveat = "No generation gate recorded for this run. 2026-05-13/14 probes of compiled vLLM/XPU AutoRound execution returned NaN logits / NUL tokens, so the lab reclassified compiled throughput before that date as speed-only."
  }
}

result "cmoz7rs2w0077tl01o3f1kxnm" {
  label     = "vllm-minimax-m27-autoround-u4-decode-fast-nvme-p512-n512"
  date      = "2026-05-10"
  submitted = "2026-05-10T03:29:15Z"
  lane      = "minimax-m27-autoround-vllm-xpu-u4-c158"
  stack     = stack.minimax-m27-int4-f
  standing  = "suspect"
  model     = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine    = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware  = "4x Intel Arc Pro B70 32GB"
  notes     = "submission table says suspect; README later says likely valid; 05-12 note keeps it as scheduling clue only"
  command   = "VLLM_XPU_USE_LLM_SCALER_MOE=1 CCL_IPC=default XPU_GRAPH=0 vllm bench throughput --backend vllm --model /mnt/fast-ai/llm-models/minimax-m2.7-int4-autoround --tokenizer /mnt/fast-ai/llm-models/minimax-m2.7-int4-autoround --trust-remote-code --dtype float16 --tensor-parallel-size 4 --distributed-executor-backend mp --max-model-len 2048 --max-num-batched-tokens 1024 --max-num-seqs 1 --dataset-name random --random-input-len 512 --random-output-len 512 --random-range-ratio 0 --num-prompts 1 --disable-log-stats"
  variables = {
    CCL_ATL_TRANSPORT           = "ofi"
    CCL_IPC                     = "default"
    CCL_TOPO_P2P_ACCESS         = "1"
    VLLM_XPU_ENABLE_XPU_GRAPH   = "0"
    VLLM_XPU_USE_LLM_SCALER_MOE = "1"
  }
  fidelity = "post-hoc reconstruction patch; the fast c158... AOT artefact was overwritten and never reproduced"
  sources = [
    "data/minimax-m27-qk-allreduce-diagnostic-39tok-20260510.json",
    "data/minimax-m27-c158-recheck-router-kv-screens-20260511.json",
    "data/minimax-m27-ccl-aot-recheck-20260512.json",
    "data/localmaxxing-responses/minimax-m27-autoround-u4-decode-fp16-fast-nvme-p512n512-20260510.response.json",
    "data/localmaxxing-minimax-m27-autoround-u4-decode-fp16-fast-nvme-p512n512-20260510.payload.json",
    "localmaxxing_submissions.md",
    "notes/2026-05-10-minimax-qk-allreduce-diagnostic-and-39tok.md",
  ]

  shape {
    prompt  = 512
    output  = 512
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 39.61058545335757
    total_tok_s  = 79.22117090671513
  }

  quality {
    caveat = "No generation gate recorded for this run. 2026-05-13/14 probes of compiled vLLM/XPU AutoRound execution returned NaN logits / NUL tokens, so the lab reclassified compiled throughput before that date as speed-only."
  }
}

result "cmoz82i2f007itl01fkno9or1" {
  label     = "vllm-minimax-m27-autoround-u4-decode-fast-nvme-p512-n1024-refresh"
  date      = "2026-05-10"
  submitted = "2026-05-10T03:37:35Z"
  lane      = "minimax-m27-autoround-vllm-xpu-u4-c158"
  stack     = stack.minimax-m27-int4-f
  standing  = "suspect"
  model     = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine    = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware  = "4x Intel Arc Pro B70 32GB"
  notes     = "submission table says suspect; README later says likely valid; 05-12 note keeps it as scheduling clue only"
  command   = "VLLM_XPU_USE_LLM_SCALER_MOE=1 CCL_IPC=default XPU_GRAPH=0 vllm bench throughput --backend vllm --model /mnt/fast-ai/llm-models/minimax-m2.7-int4-autoround --tokenizer /mnt/fast-ai/llm-models/minimax-m2.7-int4-autoround --trust-remote-code --dtype float16 --tensor-parallel-size 4 --distributed-executor-backend mp --max-model-len 2048 --max-num-batched-tokens 1024 --max-num-seqs 1 --dataset-name random --random-input-len 512 --random-output-len 1024 --random-range-ratio 0 --num-prompts 1 --disable-log-stats"
  variables = {
    CCL_ATL_TRANSPORT           = "ofi"
    CCL_IPC                     = "default"
    CCL_TOPO_P2P_ACCESS         = "1"
    VLLM_XPU_ENABLE_XPU_GRAPH   = "0"
    VLLM_XPU_USE_LLM_SCALER_MOE = "1"
  }
  fidelity = "post-hoc reconstruction patch; the fast c158... AOT artefact was overwritten and never reproduced"
  sources = [
    "data/minimax-m27-qk-allreduce-diagnostic-39tok-20260510.json",
    "data/minimax-m27-c158-recheck-router-kv-screens-20260511.json",
    "data/minimax-m27-ccl-aot-recheck-20260512.json",
    "data/localmaxxing-responses/minimax-m27-autoround-u4-decode-fp16-fast-nvme-p512n1024-20260510-refresh.response.json",
    "data/localmaxxing-minimax-m27-autoround-u4-decode-fp16-fast-nvme-p512n1024-20260510-refresh.payload.json",
    "localmaxxing_submissions.md",
    "notes/2026-05-10-minimax-qk-allreduce-diagnostic-and-39tok.md",
  ]

  shape {
    prompt  = 512
    output  = 1024
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 40.3037302779233
    total_tok_s  = 60.45559541688495
  }

  quality {
    caveat = "No generation gate recorded for this run. 2026-05-13/14 probes of compiled vLLM/XPU AutoRound execution returned NaN logits / NUL tokens, so the lab reclassified compiled throughput before that date as speed-only."
  }
}

result "cmoz8cow60001pd010klrb8g8" {
  label     = "vllm-minimax-m27-autoround-u4-decode-fast-nvme-p512-n1536"
  date      = "2026-05-10"
  submitted = "2026-05-10T03:45:31Z"
  lane      = "minimax-m27-autoround-vllm-xpu-u4-c158"
  stack     = stack.minimax-m27-int4-f
  suite     = "p512n1536"
  standing  = "suspect"
  model     = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine    = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware  = "4x Intel Arc Pro B70 32GB"
  notes     = "submission table says suspect; README later says likely valid; 05-12 note keeps it as scheduling clue only"
  command   = "VLLM_XPU_USE_LLM_SCALER_MOE=1 CCL_IPC=default XPU_GRAPH=0 vllm bench throughput --backend vllm --model /mnt/fast-ai/llm-models/minimax-m2.7-int4-autoround --tokenizer /mnt/fast-ai/llm-models/minimax-m2.7-int4-autoround --trust-remote-code --dtype float16 --tensor-parallel-size 4 --distributed-executor-backend mp --max-model-len 2048 --max-num-batched-tokens 1024 --max-num-seqs 1 --dataset-name random --random-input-len 512 --random-output-len 1536 --random-range-ratio 0 --num-prompts 1 --disable-log-stats"
  variables = {
    CCL_ATL_TRANSPORT           = "ofi"
    CCL_IPC                     = "default"
    CCL_TOPO_P2P_ACCESS         = "1"
    VLLM_XPU_ENABLE_XPU_GRAPH   = "0"
    VLLM_XPU_USE_LLM_SCALER_MOE = "1"
  }
  fidelity = "post-hoc reconstruction patch; the fast c158... AOT artefact was overwritten and never reproduced"
  sources = [
    "data/minimax-m27-qk-allreduce-diagnostic-39tok-20260510.json",
    "data/minimax-m27-c158-recheck-router-kv-screens-20260511.json",
    "data/minimax-m27-ccl-aot-recheck-20260512.json",
    "data/localmaxxing-responses/minimax-m27-autoround-u4-decode-fp16-fast-nvme-p512n1536-20260510.response.json",
    "data/localmaxxing-minimax-m27-autoround-u4-decode-fp16-fast-nvme-p512n1536-20260510.payload.json",
    "localmaxxing_submissions.md",
    "README.md",
  ]

  shape {
    prompt  = 512
    output  = 1536
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 41.13066701938602
    total_tok_s  = 54.84088935918136
  }

  quality {
    caveat = "No generation gate recorded for this run. 2026-05-13/14 probes of compiled vLLM/XPU AutoRound execution returned NaN logits / NUL tokens, so the lab reclassified compiled throughput before that date as speed-only."
  }
}

result "cmoz8k9z40008pd01rhu50c0n" {
  label     = "vllm-minimax-m27-autoround-u4-decode-fast-nvme-maxlen4096-p512-n1536"
  date      = "2026-05-10"
  submitted = "2026-05-10T03:51:25Z"
  lane      = "minimax-m27-autoround-vllm-xpu-u4-c158"
  stack     = stack.minimax-m27-int4-f
  standing  = "historical"
  model     = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine    = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware  = "4x Intel Arc Pro B70 32GB"
  notes     = "capacity datapoint: ctx4096 default memory, 9408 KV tokens"
  command   = "VLLM_XPU_USE_LLM_SCALER_MOE=1 CCL_IPC=default XPU_GRAPH=0 vllm bench throughput --backend vllm --model /mnt/fast-ai/llm-models/minimax-m2.7-int4-autoround --tokenizer /mnt/fast-ai/llm-models/minimax-m2.7-int4-autoround --trust-remote-code --dtype float16 --tensor-parallel-size 4 --distributed-executor-backend mp --max-model-len 4096 --max-num-batched-tokens 1024 --max-num-seqs 1 --dataset-name random --random-input-len 512 --random-output-len 1536 --random-range-ratio 0 --num-prompts 1 --disable-log-stats"
  variables = {
    CCL_ATL_TRANSPORT           = "ofi"
    CCL_IPC                     = "default"
    CCL_TOPO_P2P_ACCESS         = "1"
    VLLM_XPU_ENABLE_XPU_GRAPH   = "0"
    VLLM_XPU_USE_LLM_SCALER_MOE = "1"
  }
  fidelity = "nearest archived snapshot"
  sources = [
    "data/minimax-m27-qk-allreduce-diagnostic-39tok-20260510.json",
    "data/localmaxxing-responses/minimax-m27-autoround-u4-decode-fp16-fast-nvme-maxlen4096-p512n1536-20260510.response.json",
    "data/localmaxxing-minimax-m27-autoround-u4-decode-fp16-fast-nvme-maxlen4096-p512n1536-20260510.payload.json",
    "localmaxxing_submissions.md",
    "README.md",
    "notes/2026-05-10-minimax-qk-allreduce-diagnostic-and-39tok.md",
  ]

  shape {
    prompt  = 512
    output  = 1536
    context = 4096
    batch   = 1
  }

  metrics {
    output_tok_s = 33.25822679365025
    total_tok_s  = 44.34430239153367
  }

  quality {
    caveat = "No generation gate recorded for this run. 2026-05-13/14 probes of compiled vLLM/XPU AutoRound execution returned NaN logits / NUL tokens, so the lab reclassified compiled throughput before that date as speed-only."
  }
}

result "cmoz8ryb9000bpd014xhl3pxu" {
  label     = "vllm-minimax-m27-autoround-u4-decode-fast-nvme-maxlen4096-gpumem095-p512-n1536"
  date      = "2026-05-10"
  submitted = "2026-05-10T03:57:23Z"
  lane      = "minimax-m27-autoround-vllm-xpu-u4-c158"
  stack     = stack.minimax-m27-int4-f
  standing  = "historical"
  model     = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine    = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware  = "4x Intel Arc Pro B70 32GB"
  notes     = "capacity datapoint: ctx4096 gmem 0.95, 33408 KV tokens"
  command   = "VLLM_XPU_USE_LLM_SCALER_MOE=1 CCL_IPC=default XPU_GRAPH=0 vllm bench throughput --backend vllm --model /mnt/fast-ai/llm-models/minimax-m2.7-int4-autoround --tokenizer /mnt/fast-ai/llm-models/minimax-m2.7-int4-autoround --trust-remote-code --dtype float16 --tensor-parallel-size 4 --distributed-executor-backend mp --max-model-len 4096 --max-num-batched-tokens 1024 --max-num-seqs 1 --dataset-name random --random-input-len 512 --random-output-len 1536 --random-range-ratio 0 --num-prompts 1 --disable-log-stats --gpu-memory-utilization 0.95"
  variables = {
    CCL_ATL_TRANSPORT           = "ofi"
    CCL_IPC                     = "default"
    CCL_TOPO_P2P_ACCESS         = "1"
    VLLM_XPU_ENABLE_XPU_GRAPH   = "0"
    VLLM_XPU_USE_LLM_SCALER_MOE = "1"
  }
  fidelity = "nearest archived snapshot"
  sources = [
    "data/minimax-m27-qk-allreduce-diagnostic-39tok-20260510.json",
    "data/localmaxxing-responses/minimax-m27-autoround-u4-decode-fp16-fast-nvme-maxlen4096-gpumem095-p512n1536-20260510.response.json",
    "data/localmaxxing-minimax-m27-autoround-u4-decode-fp16-fast-nvme-maxlen4096-gpumem095-p512n1536-20260510.payload.json",
    "localmaxxing_submissions.md",
    "README.md",
    "notes/2026-05-10-minimax-qk-allreduce-diagnostic-and-39tok.md",
  ]

  shape {
    prompt  = 512
    output  = 1536
    context = 4096
    batch   = 1
  }

  metrics {
    output_tok_s = 36.61648613405607
    total_tok_s  = 48.82198151207476
  }

  quality {
    caveat = "No generation gate recorded for this run. 2026-05-13/14 probes of compiled vLLM/XPU AutoRound execution returned NaN logits / NUL tokens, so the lab reclassified compiled throughput before that date as speed-only."
  }
}

result "cmoz90lg0000wpd018x3zuukw" {
  label     = "vllm-minimax-m27-autoround-u4-decode-fast-nvme-maxlen8192-gpumem095-p512-n1536"
  date      = "2026-05-10"
  submitted = "2026-05-10T04:04:06Z"
  lane      = "minimax-m27-autoround-vllm-xpu-u4-c158"
  stack     = stack.minimax-m27-int4-f
  standing  = "historical"
  model     = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine    = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware  = "4x Intel Arc Pro B70 32GB"
  notes     = "capacity datapoint: ctx8192 gmem 0.95 first run"
  command   = "VLLM_XPU_USE_LLM_SCALER_MOE=1 CCL_IPC=default XPU_GRAPH=0 vllm bench throughput --backend vllm --model /mnt/fast-ai/llm-models/minimax-m2.7-int4-autoround --tokenizer /mnt/fast-ai/llm-models/minimax-m2.7-int4-autoround --trust-remote-code --dtype float16 --tensor-parallel-size 4 --distributed-executor-backend mp --max-model-len 8192 --max-num-batched-tokens 1024 --max-num-seqs 1 --dataset-name random --random-input-len 512 --random-output-len 1536 --random-range-ratio 0 --num-prompts 1 --disable-log-stats --gpu-memory-utilization 0.95"
  variables = {
    CCL_ATL_TRANSPORT           = "ofi"
    CCL_IPC                     = "default"
    CCL_TOPO_P2P_ACCESS         = "1"
    VLLM_XPU_ENABLE_XPU_GRAPH   = "0"
    VLLM_XPU_USE_LLM_SCALER_MOE = "1"
  }
  fidelity = "nearest archived snapshot"
  sources = [
    "data/minimax-m27-qk-allreduce-diagnostic-39tok-20260510.json",
    "data/localmaxxing-responses/minimax-m27-autoround-u4-decode-fp16-fast-nvme-maxlen8192-gpumem095-p512n1536-20260510.response.json",
    "data/localmaxxing-minimax-m27-autoround-u4-decode-fp16-fast-nvme-maxlen8192-gpumem095-p512n1536-20260510.payload.json",
    "localmaxxing_submissions.md",
    "README.md",
    "notes/2026-05-10-minimax-qk-allreduce-diagnostic-and-39tok.md",
  ]

  shape {
    prompt  = 512
    output  = 1536
    context = 8192
    batch   = 1
  }

  metrics {
    output_tok_s = 33.30801176815689
    total_tok_s  = 44.41068235754252
  }

  quality {
    caveat = "No generation gate recorded for this run. 2026-05-13/14 probes of compiled vLLM/XPU AutoRound execution returned NaN logits / NUL tokens, so the lab reclassified compiled throughput before that date as speed-only."
  }
}

result "cmoz97d350015pd01smqui7lk" {
  label     = "vllm-minimax-m27-autoround-u4-decode-fast-nvme-maxlen8192-gpumem095-p4096-n512"
  date      = "2026-05-10"
  submitted = "2026-05-10T04:09:22Z"
  lane      = "minimax-m27-autoround-vllm-xpu-u4-c158"
  stack     = stack.minimax-m27-int4-f
  standing  = "historical"
  model     = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine    = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware  = "4x Intel Arc Pro B70 32GB"
  notes     = "capacity datapoint: ctx8192 gmem 0.95 p4096"
  command   = "VLLM_XPU_USE_LLM_SCALER_MOE=1 CCL_IPC=default XPU_GRAPH=0 vllm bench throughput --backend vllm --model /mnt/fast-ai/llm-models/minimax-m2.7-int4-autoround --tokenizer /mnt/fast-ai/llm-models/minimax-m2.7-int4-autoround --trust-remote-code --dtype float16 --tensor-parallel-size 4 --distributed-executor-backend mp --max-model-len 8192 --max-num-batched-tokens 1024 --max-num-seqs 1 --dataset-name random --random-input-len 4096 --random-output-len 512 --random-range-ratio 0 --num-prompts 1 --disable-log-stats --gpu-memory-utilization 0.95"
  variables = {
    CCL_ATL_TRANSPORT           = "ofi"
    CCL_IPC                     = "default"
    CCL_TOPO_P2P_ACCESS         = "1"
    VLLM_XPU_ENABLE_XPU_GRAPH   = "0"
    VLLM_XPU_USE_LLM_SCALER_MOE = "1"
  }
  fidelity = "nearest archived snapshot"
  sources = [
    "data/minimax-m27-qk-allreduce-diagnostic-39tok-20260510.json",
    "data/localmaxxing-responses/minimax-m27-autoround-u4-decode-fp16-fast-nvme-maxlen8192-gpumem095-p4096n512-20260510.response.json",
    "data/localmaxxing-minimax-m27-autoround-u4-decode-fp16-fast-nvme-maxlen8192-gpumem095-p4096n512-20260510.payload.json",
    "localmaxxing_submissions.md",
    "README.md",
    "notes/2026-05-10-minimax-qk-allreduce-diagnostic-and-39tok.md",
  ]

  shape {
    prompt  = 4096
    output  = 512
    context = 8192
    batch   = 1
  }

  metrics {
    output_tok_s = 31.28741907146771
    total_tok_s  = 281.5867716432094
  }

  quality {
    caveat = "No generation gate recorded for this run. 2026-05-13/14 probes of compiled vLLM/XPU AutoRound execution returned NaN logits / NUL tokens, so the lab reclassified compiled throughput before that date as speed-only."
  }
}

result "cmoz9ayax001cpd01xkr0w54l" {
  label     = "vllm-minimax-m27-autoround-u4-decode-fast-nvme-maxlen8192-gpumem095-p512-n1536-refresh"
  date      = "2026-05-10"
  submitted = "2026-05-10T04:12:09Z"
  lane      = "minimax-m27-autoround-vllm-xpu-u4-c158"
  stack     = stack.minimax-m27-int4-f
  standing  = "historical"
  model     = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine    = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware  = "4x Intel Arc Pro B70 32GB"
  notes     = "capacity datapoint: ctx8192 gmem 0.95 warm"
  command   = "VLLM_XPU_USE_LLM_SCALER_MOE=1 CCL_IPC=default XPU_GRAPH=0 vllm bench throughput --backend vllm --model /mnt/fast-ai/llm-models/minimax-m2.7-int4-autoround --tokenizer /mnt/fast-ai/llm-models/minimax-m2.7-int4-autoround --trust-remote-code --dtype float16 --tensor-parallel-size 4 --distributed-executor-backend mp --max-model-len 8192 --max-num-batched-tokens 1024 --max-num-seqs 1 --dataset-name random --random-input-len 512 --random-output-len 1536 --random-range-ratio 0 --num-prompts 1 --disable-log-stats --gpu-memory-utilization 0.95"
  variables = {
    CCL_ATL_TRANSPORT           = "ofi"
    CCL_IPC                     = "default"
    CCL_TOPO_P2P_ACCESS         = "1"
    VLLM_XPU_ENABLE_XPU_GRAPH   = "0"
    VLLM_XPU_USE_LLM_SCALER_MOE = "1"
  }
  fidelity = "nearest archived snapshot"
  sources = [
    "data/minimax-m27-qk-allreduce-diagnostic-39tok-20260510.json",
    "data/localmaxxing-responses/minimax-m27-autoround-u4-decode-fp16-fast-nvme-maxlen8192-gpumem095-p512n1536-refresh-20260510.response.json",
    "data/localmaxxing-minimax-m27-autoround-u4-decode-fp16-fast-nvme-maxlen8192-gpumem095-p512n1536-refresh-20260510.payload.json",
    "localmaxxing_submissions.md",
    "README.md",
    "notes/2026-05-10-minimax-qk-allreduce-diagnostic-and-39tok.md",
  ]

  shape {
    prompt  = 512
    output  = 1536
    context = 8192
    batch   = 1
  }

  metrics {
    output_tok_s = 36.80522808856644
    total_tok_s  = 49.07363745142192
  }

  quality {
    caveat = "No generation gate recorded for this run. 2026-05-13/14 probes of compiled vLLM/XPU AutoRound execution returned NaN logits / NUL tokens, so the lab reclassified compiled throughput before that date as speed-only."
  }
}

result "cmozofyv5005hlo01puv9rjs6" {
  label     = "vllm-minimax-m27-autoround-ep-tuned-p512-n1536"
  date      = "2026-05-10"
  submitted = "2026-05-10T11:15:58Z"
  lane      = "minimax-m27-autoround-vllm-xpu-u4-ep"
  stack     = stack.minimax-m27-int4-g
  suite     = "p512n1536"
  standing  = "diagnostic"
  model     = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine    = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware  = "4x Intel Arc Pro B70 32GB"
  notes     = "TP4+EP4 with tuned E64/N1536 config"
  command   = "VLLM_TUNED_CONFIG_FOLDER=/home/steve/bench-results/minimax-m2.7-autoround-vllm/moe-config-ep-hybrid-m1-default-prefill USE_LLM_SCALER_MOE=1 CCL_TOPO_P2P_ACCESS=1 VLLM_XPU_ENABLE_XPU_GRAPH=0 vllm bench throughput --backend vllm --model /mnt/fast-ai/llm-models/minimax-m2.7-int4-autoround --tokenizer /mnt/fast-ai/llm-models/minimax-m2.7-int4-autoround --trust-remote-code --dtype float16 --tensor-parallel-size 4 --distributed-executor-backend mp --max-model-len 2048 --max-num-batched-tokens 1024 --max-num-seqs 1 --dataset-name random --random-input-len 512 --random-output-len 1536 --random-range-ratio 0 --num-prompts 1 --disable-log-stats --enable-expert-parallel"
  variables = {
    CCL_ATL_TRANSPORT         = "ofi"
    CCL_TOPO_P2P_ACCESS       = "1"
    VLLM_TUNED_CONFIG_FOLDER  = "/home/steve/bench-results/minimax-m2.7-autoround-vllm/moe-config-ep-hybrid-m1-default-prefill"
    VLLM_XPU_ENABLE_XPU_GRAPH = "0"
  }
  fidelity = "verified plain apply"
  sources = [
    "data/minimax-m27-ep-tuned-screen-20260510.json",
    "data/localmaxxing-responses/minimax-m27-autoround-ep-tuned-p512n1536-20260510.response.json",
    "data/localmaxxing-minimax-m27-autoround-ep-tuned-p512n1536-20260510.payload.json",
    "data/localmaxxing_payloads.json",
    "localmaxxing_submissions.md",
    "README.md",
    "notes/2026-05-10-minimax-ep-tuned-screen.md",
  ]

  shape {
    prompt  = 512
    output  = 1536
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 30.91072085207306
    total_tok_s  = 41.21429446943075
  }

  quality {
    caveat = "No generation gate recorded for this run. 2026-05-13/14 probes of compiled vLLM/XPU AutoRound execution returned NaN logits / NUL tokens, so the lab reclassified compiled throughput before that date as speed-only."
  }
}

result "cmozow03v005wlo01q81bnspx" {
  label     = "vllm-minimax-m27-autoround-quality-qkallreduce-p512-n1536"
  date      = "2026-05-10"
  submitted = "2026-05-10T11:28:26Z"
  lane      = "minimax-m27-autoround-vllm-xpu-u4"
  stack     = stack.minimax-m27-int4-e
  suite     = "p512n1536"
  standing  = "historical"
  model     = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine    = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware  = "4x Intel Arc Pro B70 32GB"
  notes     = "quality-conservative reference of 05-10 (Q/K allreduce present in AOT)"
  command   = "USE_LLM_SCALER_MOE=1 CCL_TOPO_P2P_ACCESS=1 VLLM_XPU_ENABLE_XPU_GRAPH=0 vllm bench throughput --backend vllm --model /mnt/fast-ai/llm-models/minimax-m2.7-int4-autoround --tokenizer /mnt/fast-ai/llm-models/minimax-m2.7-int4-autoround --trust-remote-code --dtype float16 --tensor-parallel-size 4 --distributed-executor-backend mp --max-model-len 2048 --max-num-batched-tokens 1024 --max-num-seqs 1 --dataset-name random --random-input-len 512 --random-output-len 1536 --random-range-ratio 0 --num-prompts 1 --disable-log-stats"
  variables = {
    CCL_ATL_TRANSPORT         = "ofi"
    CCL_TOPO_P2P_ACCESS       = "1"
    VLLM_XPU_ENABLE_XPU_GRAPH = "0"
  }
  fidelity = "verified plain apply"
  sources = [
    "data/minimax-m27-quality-qkallreduce-reference-20260510.json",
    "data/localmaxxing-responses/minimax-m27-autoround-quality-qkallreduce-p512n1536-20260510.response.json",
    "data/localmaxxing-minimax-m27-autoround-quality-qkallreduce-p512n1536-20260510.payload.json",
    "localmaxxing_submissions.md",
    "README.md",
    "data/localmaxxing_payloads.json",
    "data/minimax-m27-60tok-roadmap-update-20260510.json",
  ]

  shape {
    prompt  = 512
    output  = 1536
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 37.55253824718782
    total_tok_s  = 50.07005099625042
  }

  quality {
    caveat = "No generation gate recorded for this run. 2026-05-13/14 probes of compiled vLLM/XPU AutoRound execution returned NaN logits / NUL tokens, so the lab reclassified compiled throughput before that date as speed-only."
  }
}

result "lab-bf16-gmem095-second" {
  date     = "2026-05-10"
  lane     = "minimax-m27-autoround-vllm-xpu-u4-bf16"
  stack    = stack.minimax-m27-int4-d
  standing = "diagnostic"
  model    = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine   = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "second p512/n1024 run of the capacity recipe"
  fidelity = "see lane"
  sources  = ["README.md", "data/minimax-m27-fast-nvme-scheduler-xpu-graph-20260510.json"]

  shape {
    prompt  = 512
    output  = 1024
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 35.953772
  }

  quality {
    caveat = "No generation gate recorded for this run. 2026-05-13/14 probes of compiled vLLM/XPU AutoRound execution returned NaN logits / NUL tokens, so the lab reclassified compiled throughput before that date as speed-only."
  }
}

result "lab-no-async-sched" {
  date     = "2026-05-10"
  lane     = "minimax-m27-autoround-vllm-xpu-u4"
  standing = "negative"
  model    = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine   = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "--no-async-scheduling"
  fidelity = "not stated"
  sources  = ["README.md", "data/minimax-m27-scheduler-and-xccl-microbench-20260510.json"]

  shape {
    prompt  = 512
    output  = 512
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 27.309053
  }

  quality {
    caveat = "No generation gate recorded for this run. 2026-05-13/14 probes of compiled vLLM/XPU AutoRound execution returned NaN logits / NUL tokens, so the lab reclassified compiled throughput before that date as speed-only."
  }
}

result "lab-compile-sizes-1-only" {
  date     = "2026-05-10"
  lane     = "minimax-m27-autoround-vllm-xpu-u4"
  standing = "negative"
  model    = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine   = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "compile_sizes=[1] without graph partition"
  fidelity = "not stated"
  sources  = ["README.md", "data/minimax-m27-scheduler-and-xccl-microbench-20260510.json"]

  shape {
    prompt  = 512
    output  = 512
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 30.721984
  }

  quality {
    caveat = "No generation gate recorded for this run. 2026-05-13/14 probes of compiled vLLM/XPU AutoRound execution returned NaN logits / NUL tokens, so the lab reclassified compiled throughput before that date as speed-only."
  }
}

result "lab-p512n2048" {
  date     = "2026-05-10"
  lane     = "minimax-m27-autoround-vllm-xpu-u4"
  standing = "diagnostic"
  model    = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine   = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "n2048 default memory"
  fidelity = "not stated"
  sources = [
    "README.md",
    "notes/2026-05-10-minimax-restore-and-htile-negative.md",
    "data/minimax-m27-restore-longoutput-htile-20260510.json",
  ]

  shape {
    prompt = 512
    output = 2048
    batch  = 1
  }

  metrics {
    output_tok_s = 33.925
  }

  quality {
    caveat = "No generation gate recorded for this run. 2026-05-13/14 probes of compiled vLLM/XPU AutoRound execution returned NaN logits / NUL tokens, so the lab reclassified compiled throughput before that date as speed-only."
  }
}

result "lab-p512n2048-gmem095" {
  date     = "2026-05-10"
  lane     = "minimax-m27-autoround-vllm-xpu-u4"
  standing = "diagnostic"
  model    = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine   = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "n2048 gmem 0.95, 33408 KV tokens"
  fidelity = "not stated"
  sources = [
    "README.md",
    "notes/2026-05-10-minimax-restore-and-htile-negative.md",
    "data/minimax-m27-restore-longoutput-htile-20260510.json",
  ]

  shape {
    prompt = 512
    output = 2048
    batch  = 1
  }

  metrics {
    output_tok_s = 36.772
  }

  quality {
    caveat = "No generation gate recorded for this run. 2026-05-13/14 probes of compiled vLLM/XPU AutoRound execution returned NaN logits / NUL tokens, so the lab reclassified compiled throughput before that date as speed-only."
  }
}

result "lab-htile" {
  date     = "2026-05-10"
  lane     = "minimax-m27-autoround-vllm-xpu-u4"
  standing = "negative"
  model    = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine   = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "down-projection htile kernel"
  patches  = ["patches/llm-scaler-minimax-u4-down-htile-negative-20260510.patch"]
  fidelity = "see lane"
  sources = [
    "README.md",
    "notes/2026-05-10-minimax-restore-and-htile-negative.md",
    "data/minimax-m27-restore-longoutput-htile-20260510.json",
  ]

  shape {
    prompt  = 512
    output  = 512
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 35.067
  }

  quality {
    caveat = "No generation gate recorded for this run. 2026-05-13/14 probes of compiled vLLM/XPU AutoRound execution returned NaN logits / NUL tokens, so the lab reclassified compiled throughput before that date as speed-only."
  }
}

result "lab-ccl-allreduce-direct" {
  date     = "2026-05-10"
  lane     = "minimax-m27-autoround-vllm-xpu-u4"
  standing = "negative"
  model    = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine   = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "direct allreduce algorithm copies through host"
  variables = {
    CCL_ALLREDUCE = "direct"
  }
  fidelity = "not stated"
  sources  = ["README.md", "data/minimax-m27-qk-apply-rope-helper-negative-20260510.json"]

  shape {
    prompt  = 512
    output  = 512
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 16.145345
  }

  quality {
    caveat = "No generation gate recorded for this run. 2026-05-13/14 probes of compiled vLLM/XPU AutoRound execution returned NaN logits / NUL tokens, so the lab reclassified compiled throughput before that date as speed-only."
  }
}

result "lab-qk-apply-rope-helper" {
  date     = "2026-05-10"
  lane     = "minimax-m27-autoround-vllm-xpu-u4"
  standing = "negative"
  model    = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine   = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "Q/K RMS apply + RoPE helper"
  variables = {
    VLLM_MINIMAX_QK_APPLY_ROPE_XPU_HELPER = "1"
  }
  patches  = ["patches/vllm-minimax-qk-apply-rope-xpu-helper-20260510.patch"]
  fidelity = "see lane"
  sources = [
    "README.md",
    "notes/2026-05-10-minimax-qk-apply-rope-helper-negative.md",
    "data/minimax-m27-qk-apply-rope-helper-negative-20260510.json",
  ]

  shape {
    prompt  = 512
    output  = 512
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 35.681825
  }

  quality {
    caveat = "No generation gate recorded for this run. 2026-05-13/14 probes of compiled vLLM/XPU AutoRound execution returned NaN logits / NUL tokens, so the lab reclassified compiled throughput before that date as speed-only."
  }
}

result "lab-qk-rms-helper-n512" {
  date     = "2026-05-10"
  lane     = "minimax-m27-autoround-vllm-xpu-u4"
  standing = "negative"
  model    = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine   = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "Q/K RMS helper warm p512/n512"
  variables = {
    VLLM_MINIMAX_QK_RMS_XPU_HELPER = "1"
  }
  fidelity = "not stated"
  sources = [
    "README.md",
    "notes/2026-05-10-minimax-qk-rms-helper-retest.md",
    "data/minimax-m27-qk-rms-helper-retest-20260510.json",
  ]

  shape {
    prompt  = 512
    output  = 512
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 35.722
  }

  quality {
    caveat = "No generation gate recorded for this run. 2026-05-13/14 probes of compiled vLLM/XPU AutoRound execution returned NaN logits / NUL tokens, so the lab reclassified compiled throughput before that date as speed-only."
  }
}

result "lab-qk-rms-helper-n1536" {
  date     = "2026-05-10"
  lane     = "minimax-m27-autoround-vllm-xpu-u4"
  standing = "negative"
  model    = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine   = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "Q/K RMS helper warm p512/n1536"
  variables = {
    VLLM_MINIMAX_QK_RMS_XPU_HELPER = "1"
  }
  fidelity = "not stated"
  sources = [
    "README.md",
    "notes/2026-05-10-minimax-qk-rms-helper-retest.md",
    "data/minimax-m27-qk-rms-helper-retest-20260510.json",
  ]

  shape {
    prompt  = 512
    output  = 1536
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 36.572
  }

  quality {
    caveat = "No generation gate recorded for this run. 2026-05-13/14 probes of compiled vLLM/XPU AutoRound execution returned NaN logits / NUL tokens, so the lab reclassified compiled throughput before that date as speed-only."
  }
}

result "lab-qk-rms-direct" {
  date     = "2026-05-10"
  lane     = "minimax-m27-autoround-vllm-xpu-u4"
  standing = "negative"
  model    = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine   = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "direct-from-qkv helper"
  variables = {
    VLLM_MINIMAX_QK_RMS_XPU_DIRECT = "1"
  }
  patches  = ["patches/vllm-minimax-qk-rms-xpu-direct-negative-20260510.patch"]
  fidelity = "see lane"
  sources = [
    "README.md",
    "notes/2026-05-10-minimax-qk-rms-direct-negative.md",
    "data/minimax-m27-qk-rms-direct-negative-20260510.json",
  ]

  shape {
    prompt  = 512
    output  = 512
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 34.718
  }

  quality {
    caveat = "No generation gate recorded for this run. 2026-05-13/14 probes of compiled vLLM/XPU AutoRound execution returned NaN logits / NUL tokens, so the lab reclassified compiled throughput before that date as speed-only."
  }
}

result "lab-oproj-delay-n512" {
  date     = "2026-05-10"
  lane     = "minimax-m27-autoround-vllm-xpu-u4"
  standing = "negative"
  model    = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine   = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "delayed o_proj allreduce p512/n512"
  variables = {
    VLLM_MINIMAX_O_PROJ_DELAY_ALLREDUCE = "1"
  }
  patches  = ["patches/vllm-minimax-oproj-delay-allreduce-20260510.patch"]
  fidelity = "see lane"
  sources = [
    "README.md",
    "notes/2026-05-10-minimax-oproj-delay-allreduce.md",
    "data/minimax-m27-oproj-delay-allreduce-20260510.json",
  ]

  shape {
    prompt  = 512
    output  = 512
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 36.54
  }

  quality {
    caveat = "No generation gate recorded for this run. 2026-05-13/14 probes of compiled vLLM/XPU AutoRound execution returned NaN logits / NUL tokens, so the lab reclassified compiled throughput before that date as speed-only."
  }
}

result "lab-oproj-delay-n1536" {
  date     = "2026-05-10"
  lane     = "minimax-m27-autoround-vllm-xpu-u4"
  standing = "negative"
  model    = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine   = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "delayed o_proj allreduce p512/n1536"
  variables = {
    VLLM_MINIMAX_O_PROJ_DELAY_ALLREDUCE = "1"
  }
  patches  = ["patches/vllm-minimax-oproj-delay-allreduce-20260510.patch"]
  fidelity = "see lane"
  sources = [
    "README.md",
    "notes/2026-05-10-minimax-oproj-delay-allreduce.md",
    "data/minimax-m27-oproj-delay-allreduce-20260510.json",
  ]

  shape {
    prompt  = 512
    output  = 1536
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 36.449
  }

  quality {
    caveat = "No generation gate recorded for this run. 2026-05-13/14 probes of compiled vLLM/XPU AutoRound execution returned NaN logits / NUL tokens, so the lab reclassified compiled throughput before that date as speed-only."
  }
}

result "lab-moe-delay-n512" {
  date     = "2026-05-10"
  lane     = "minimax-m27-autoround-vllm-xpu-u4"
  standing = "negative"
  model    = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine   = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "delayed MoE allreduce p512/n512"
  variables = {
    VLLM_MINIMAX_MOE_DELAY_ALLREDUCE = "1"
  }
  patches  = ["patches/vllm-minimax-moe-delay-allreduce-20260510.patch"]
  fidelity = "see lane"
  sources = [
    "README.md",
    "notes/2026-05-10-minimax-moe-delay-allreduce.md",
    "data/minimax-m27-moe-delay-allreduce-20260510.json",
  ]

  shape {
    prompt  = 512
    output  = 512
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 36.621
  }

  quality {
    caveat = "No generation gate recorded for this run. 2026-05-13/14 probes of compiled vLLM/XPU AutoRound execution returned NaN logits / NUL tokens, so the lab reclassified compiled throughput before that date as speed-only."
  }
}

result "lab-moe-delay-n1536" {
  date     = "2026-05-10"
  lane     = "minimax-m27-autoround-vllm-xpu-u4"
  standing = "negative"
  model    = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine   = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "delayed MoE allreduce p512/n1536, not repeatable"
  variables = {
    VLLM_MINIMAX_MOE_DELAY_ALLREDUCE = "1"
  }
  patches  = ["patches/vllm-minimax-moe-delay-allreduce-20260510.patch"]
  fidelity = "see lane"
  repeats  = [37.716, 37.021]
  sources = [
    "README.md",
    "notes/2026-05-10-minimax-moe-delay-allreduce.md",
    "data/minimax-m27-moe-delay-allreduce-20260510.json",
  ]

  shape {
    prompt  = 512
    output  = 1536
    context = 2048
    batch   = 1
  }

  quality {
    caveat = "No generation gate recorded for this run. 2026-05-13/14 probes of compiled vLLM/XPU AutoRound execution returned NaN logits / NUL tokens, so the lab reclassified compiled throughput before that date as speed-only."
  }
}

result "lab-c158-restored-n512" {
  date     = "2026-05-10"
  lane     = "minimax-m27-autoround-vllm-xpu-u4-c158"
  standing = "suspect"
  model    = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine   = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "after removing the apply+RoPE branch (c158 AOT reused)"
  fidelity = "not stated"
  sources = [
    "README.md",
    "notes/2026-05-10-minimax-restore-and-htile-negative.md",
    "data/minimax-m27-restore-longoutput-htile-20260510.json",
  ]

  shape {
    prompt  = 512
    output  = 512
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 38.998
  }

  quality {
    caveat = "No generation gate recorded for this run. 2026-05-13/14 probes of compiled vLLM/XPU AutoRound execution returned NaN logits / NUL tokens, so the lab reclassified compiled throughput before that date as speed-only."
  }
}

result "lab-c158-restored-n1536" {
  date     = "2026-05-10"
  lane     = "minimax-m27-autoround-vllm-xpu-u4-c158"
  standing = "suspect"
  model    = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine   = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "as above p512/n1536"
  fidelity = "not stated"
  repeats  = [39.45, 39.961]
  sources = [
    "README.md",
    "notes/2026-05-10-minimax-restore-and-htile-negative.md",
    "data/minimax-m27-restore-longoutput-htile-20260510.json",
  ]

  shape {
    prompt  = 512
    output  = 1536
    context = 2048
    batch   = 1
  }

  quality {
    caveat = "No generation gate recorded for this run. 2026-05-13/14 probes of compiled vLLM/XPU AutoRound execution returned NaN logits / NUL tokens, so the lab reclassified compiled throughput before that date as speed-only."
  }
}

result "lab-clean-source-cold" {
  date     = "2026-05-10"
  lane     = "minimax-m27-autoround-vllm-xpu-u4"
  standing = "diagnostic"
  model    = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine   = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "cold isolated AOT: 9408 KV tokens artefact"
  patches  = ["patches/vllm-minimax-active-clean-knorm-only-20260510.patch"]
  fidelity = "see lane"
  sources = [
    "README.md",
    "notes/2026-05-10-minimax-active-clean-source.md",
    "notes/2026-05-10-minimax-aot-cache-regression.md",
  ]

  shape {
    prompt  = 512
    output  = 512
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 27.47
  }

  quality {
    caveat = "No generation gate recorded for this run. 2026-05-13/14 probes of compiled vLLM/XPU AutoRound execution returned NaN logits / NUL tokens, so the lab reclassified compiled throughput before that date as speed-only."
  }
}

result "lab-clean-source-warm-n512" {
  date     = "2026-05-10"
  lane     = "minimax-m27-autoround-vllm-xpu-u4"
  standing = "diagnostic"
  model    = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine   = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "warm reload, 17216 KV tokens"
  patches  = ["patches/vllm-minimax-active-clean-knorm-only-20260510.patch"]
  fidelity = "see lane"
  sources = [
    "README.md",
    "notes/2026-05-10-minimax-active-clean-source.md",
    "data/minimax-m27-active-clean-source-20260510.json",
  ]

  shape {
    prompt  = 512
    output  = 512
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 36.14
  }

  quality {
    caveat = "No generation gate recorded for this run. 2026-05-13/14 probes of compiled vLLM/XPU AutoRound execution returned NaN logits / NUL tokens, so the lab reclassified compiled throughput before that date as speed-only."
  }
}

result "lab-clean-source-warm-n1536" {
  date     = "2026-05-10"
  lane     = "minimax-m27-autoround-vllm-xpu-u4"
  standing = "diagnostic"
  model    = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine   = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "warm reload p512/n1536"
  patches  = ["patches/vllm-minimax-active-clean-knorm-only-20260510.patch"]
  fidelity = "see lane"
  sources = [
    "README.md",
    "notes/2026-05-10-minimax-active-clean-source.md",
    "data/minimax-m27-active-clean-source-20260510.json",
  ]

  shape {
    prompt  = 512
    output  = 1536
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 36.63
  }

  quality {
    caveat = "No generation gate recorded for this run. 2026-05-13/14 probes of compiled vLLM/XPU AutoRound execution returned NaN logits / NUL tokens, so the lab reclassified compiled throughput before that date as speed-only."
  }
}

result "lab-no-timing-warm-n1536" {
  date     = "2026-05-10"
  lane     = "minimax-m27-autoround-vllm-xpu-u4"
  standing = "diagnostic"
  model    = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine   = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "timing wrappers removed"
  patches  = ["patches/vllm-active-minimax-no-timing-current-20260510.patch"]
  fidelity = "see lane"
  sources = [
    "README.md",
    "notes/2026-05-10-minimax-no-timing-wrappers.md",
    "data/minimax-m27-no-timing-wrappers-20260510.json",
  ]

  shape {
    prompt  = 512
    output  = 1536
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 37.37
  }

  quality {
    caveat = "No generation gate recorded for this run. 2026-05-13/14 probes of compiled vLLM/XPU AutoRound execution returned NaN logits / NUL tokens, so the lab reclassified compiled throughput before that date as speed-only."
  }
}

result "lab-qk-pass-helper-n1536" {
  date     = "2026-05-10"
  lane     = "minimax-m27-autoround-vllm-xpu-u4"
  standing = "negative"
  model    = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine   = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "XPU fallback of Q/K norm fusion pass"
  variables = {
    VLLM_MINIMAX_QK_NORM_XPU_HELPER_FUSION = "1"
  }
  patches  = ["patches/vllm-minimax-qk-pass-xpu-helper-20260510.patch"]
  fidelity = "see lane"
  sources = [
    "README.md",
    "notes/2026-05-10-minimax-qk-pass-xpu-helper.md",
    "data/minimax-m27-qk-pass-xpu-helper-20260510.json",
  ]

  shape {
    prompt  = 512
    output  = 1536
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 37.24
  }

  quality {
    caveat = "No generation gate recorded for this run. 2026-05-13/14 probes of compiled vLLM/XPU AutoRound execution returned NaN logits / NUL tokens, so the lab reclassified compiled throughput before that date as speed-only."
  }
}

result "lab-ep4-untuned" {
  date     = "2026-05-10"
  lane     = "minimax-m27-autoround-vllm-xpu-u4-ep"
  standing = "negative"
  model    = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine   = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "TP4+EP4 default MoE config"
  patches = [
    "patches/vllm-minimax-ep-u4-expert-map-skip-20260509.patch",
    "patches/llm-scaler-minimax-ep-u4-skip-20260509.patch",
  ]
  fidelity = "see lane"
  sources = [
    "README.md",
    "notes/2026-05-10-minimax-ep-tuned-screen.md",
    "data/minimax-m27-ep-tuned-screen-20260510.json",
  ]

  shape {
    prompt  = 512
    output  = 512
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 25.076
  }

  quality {
    caveat = "No generation gate recorded for this run. 2026-05-13/14 probes of compiled vLLM/XPU AutoRound execution returned NaN logits / NUL tokens, so the lab reclassified compiled throughput before that date as speed-only."
  }
}

result "lab-ep4-tuned-n512" {
  date     = "2026-05-10"
  lane     = "minimax-m27-autoround-vllm-xpu-u4-ep"
  stack    = stack.minimax-m27-int4-g
  standing = "diagnostic"
  model    = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine   = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "TP4+EP4 tuned MoE config p512/n512"
  fidelity = "see lane"
  sources = [
    "README.md",
    "notes/2026-05-10-minimax-ep-tuned-screen.md",
    "data/minimax-m27-ep-tuned-screen-20260510.json",
  ]

  shape {
    prompt  = 512
    output  = 512
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 29.892
  }

  quality {
    caveat = "No generation gate recorded for this run. 2026-05-13/14 probes of compiled vLLM/XPU AutoRound execution returned NaN logits / NUL tokens, so the lab reclassified compiled throughput before that date as speed-only."
  }
}

result "lab-compile-clone-skip" {
  date     = "2026-05-10"
  lane     = "minimax-m27-autoround-vllm-xpu-u4"
  standing = "negative"
  model    = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine   = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "skip defensive allreduce clone p512/n1536 (early variant)"
  fidelity = "not stated"
  sources = [
    "README.md",
    "notes/2026-05-10-minimax-inplace-allreduce-and-xpu-fusion.md",
    "data/minimax-m27-inplace-allreduce-and-xpu-fusion-20260510.json",
  ]

  shape {
    prompt  = 512
    output  = 1536
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 36.69
  }

  quality {
    caveat = "No generation gate recorded for this run. 2026-05-13/14 probes of compiled vLLM/XPU AutoRound execution returned NaN logits / NUL tokens, so the lab reclassified compiled throughput before that date as speed-only."
  }
}

result "lab-qk-ipc-eager" {
  date     = "2026-05-10"
  lane     = "minimax-m27-autoround-vllm-xpu-u4"
  standing = "negative"
  model    = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine   = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "Level Zero IPC Q/K variance collective, p1/n4"
  patches  = ["patches/vllm-minimax-xpu-ipc-qk-var-20260510.patch"]
  fidelity = "see lane"
  sources = [
    "README.md",
    "notes/2026-05-10-minimax-xpu-ipc-qk-var-prototype.md",
    "notes/2026-05-10-minimax-vllm-ipc-qk-var-integration.md",
  ]

  shape {
    prompt = 1
    output = 4
    batch  = 1
  }

  metrics {
    output_tok_s = 0.03
  }

  quality {
    caveat = "No generation gate recorded for this run. 2026-05-13/14 probes of compiled vLLM/XPU AutoRound execution returned NaN logits / NUL tokens, so the lab reclassified compiled throughput before that date as speed-only."
  }
}

result "lab-qk-ipc-compiled" {
  date     = "2026-05-10"
  lane     = "minimax-m27-autoround-vllm-xpu-u4"
  standing = "negative"
  model    = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine   = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "as above compiled"
  patches  = ["patches/vllm-minimax-xpu-ipc-qk-var-20260510.patch"]
  fidelity = "see lane"
  sources = [
    "README.md",
    "notes/2026-05-10-minimax-restore-and-htile-negative.md",
    "notes/2026-05-10-minimax-xpu-ipc-qk-var-prototype.md",
  ]

  shape {
    prompt = 1
    output = 4
    batch  = 1
  }

  metrics {
    output_tok_s = 0.02
  }

  quality {
    caveat = "No generation gate recorded for this run. 2026-05-13/14 probes of compiled vLLM/XPU AutoRound execution returned NaN logits / NUL tokens, so the lab reclassified compiled throughput before that date as speed-only."
  }
}

result "lab-allreduce-async-wait" {
  date     = "2026-05-10"
  lane     = "minimax-m27-autoround-vllm-xpu-u4-bf16"
  standing = "negative"
  model    = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine   = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "async wait hook inactive in compiled collectives"
  variables = {
    VLLM_XPU_ALLREDUCE_ASYNC_WAIT = "1"
  }
  patches  = ["patches/vllm-xpu-allreduce-async-wait-guard-20260510.patch"]
  fidelity = "see lane"
  sources = [
    "README.md",
    "notes/2026-05-10-minimax-fast-nvme-scheduler-xpu-graph.md",
    "data/minimax-m27-fast-nvme-scheduler-xpu-graph-20260510.json",
  ]

  shape {
    prompt  = 512
    output  = 512
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 35.949
  }

  quality {
    caveat = "No generation gate recorded for this run. 2026-05-13/14 probes of compiled vLLM/XPU AutoRound execution returned NaN logits / NUL tokens, so the lab reclassified compiled throughput before that date as speed-only."
  }
}

result "lab-qk-var-fp16" {
  date     = "2026-05-10"
  lane     = "minimax-m27-autoround-vllm-xpu-u4"
  standing = "negative"
  model    = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine   = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "FP16 Q/K variance payload"
  patches  = ["patches/vllm-minimax-qk-var-allreduce-dtype-negative-20260510.patch"]
  fidelity = "see lane"
  sources = [
    "README.md",
    "notes/2026-05-10-minimax-qk-var-dtype-negative.md",
    "data/minimax-m27-qk-var-dtype-negative-20260510.json",
  ]

  shape {
    prompt  = 512
    output  = 512
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 35.316
  }

  quality {
    caveat = "No generation gate recorded for this run. 2026-05-13/14 probes of compiled vLLM/XPU AutoRound execution returned NaN logits / NUL tokens, so the lab reclassified compiled throughput before that date as speed-only."
  }
}

result "lab-source-default" {
  date     = "2026-05-10"
  lane     = "minimax-m27-autoround-vllm-xpu-u4"
  standing = "negative"
  model    = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine   = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "vLLM imported from source tree"
  fidelity = "not stated"
  sources = [
    "README.md",
    "notes/2026-05-10-minimax-source-ir-fusedadd-screen.md",
    "data/minimax-m27-source-ir-fusedadd-screen-20260510.json",
  ]

  shape {
    prompt  = 512
    output  = 512
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 34.602
  }

  quality {
    caveat = "No generation gate recorded for this run. 2026-05-13/14 probes of compiled vLLM/XPU AutoRound execution returned NaN logits / NUL tokens, so the lab reclassified compiled throughput before that date as speed-only."
  }
}

result "lab-source-ir-fusedadd" {
  date     = "2026-05-10"
  lane     = "minimax-m27-autoround-vllm-xpu-u4"
  standing = "negative"
  model    = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine   = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "source tree IR fused_add_rms_norm"
  fidelity = "not stated"
  sources = [
    "README.md",
    "notes/2026-05-10-minimax-source-ir-fusedadd-screen.md",
    "data/minimax-m27-source-ir-fusedadd-screen-20260510.json",
  ]

  shape {
    prompt  = 512
    output  = 512
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 35.649
  }

  quality {
    caveat = "No generation gate recorded for this run. 2026-05-13/14 probes of compiled vLLM/XPU AutoRound execution returned NaN logits / NUL tokens, so the lab reclassified compiled throughput before that date as speed-only."
  }
}

result "lab-postattn-fusedadd" {
  date     = "2026-05-10"
  lane     = "minimax-m27-autoround-vllm-xpu-u4"
  standing = "negative"
  model    = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine   = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "post-attention fused add RMS"
  variables = {
    VLLM_MINIMAX_POST_ATTN_FUSED_ADD_RMS_XPU = "1"
  }
  patches  = ["patches/vllm-minimax-postattn-fusedadd-delay-negative-20260510.patch"]
  fidelity = "see lane"
  sources = [
    "README.md",
    "notes/2026-05-10-minimax-postattn-fusedadd-delay-negative.md",
    "data/minimax-m27-postattn-fusedadd-delay-negative-20260510.json",
  ]

  shape {
    prompt  = 512
    output  = 512
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 35.077
  }

  quality {
    caveat = "No generation gate recorded for this run. 2026-05-13/14 probes of compiled vLLM/XPU AutoRound execution returned NaN logits / NUL tokens, so the lab reclassified compiled throughput before that date as speed-only."
  }
}

result "lab-postattn-fusedadd-delay" {
  date     = "2026-05-10"
  lane     = "minimax-m27-autoround-vllm-xpu-u4"
  standing = "negative"
  model    = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine   = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "plus delayed o_proj allreduce"
  patches  = ["patches/vllm-minimax-postattn-fusedadd-delay-negative-20260510.patch"]
  fidelity = "see lane"
  sources = [
    "README.md",
    "notes/2026-05-10-minimax-postattn-fusedadd-delay-negative.md",
    "data/minimax-m27-postattn-fusedadd-delay-negative-20260510.json",
  ]

  shape {
    prompt  = 512
    output  = 512
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 35.804
  }

  quality {
    caveat = "No generation gate recorded for this run. 2026-05-13/14 probes of compiled vLLM/XPU AutoRound execution returned NaN logits / NUL tokens, so the lab reclassified compiled throughput before that date as speed-only."
  }
}

result "lab-python-ar-customop" {
  date     = "2026-05-10"
  lane     = "minimax-m27-autoround-vllm-xpu-u4"
  standing = "negative"
  model    = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine   = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "Python-level allreduce + fused add RMS custom op"
  patches  = ["patches/vllm-minimax-postattn-ar-fused-customop-negative-20260510.patch"]
  fidelity = "see lane"
  sources = [
    "README.md",
    "notes/2026-05-10-minimax-python-ar-fused-customop-negative.md",
    "data/minimax-m27-python-ar-fused-customop-negative-20260510.json",
  ]

  shape {
    prompt  = 512
    output  = 512
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 32.611
  }

  quality {
    caveat = "No generation gate recorded for this run. 2026-05-13/14 probes of compiled vLLM/XPU AutoRound execution returned NaN logits / NUL tokens, so the lab reclassified compiled throughput before that date as speed-only."
  }
}

result "lab-current-clean-refresh" {
  date     = "2026-05-10"
  lane     = "minimax-m27-autoround-vllm-xpu-u4"
  standing = "diagnostic"
  model    = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine   = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "clean refresh; 187 TP allreduces per token graph"
  fidelity = "not stated"
  sources = [
    "README.md",
    "notes/2026-05-10-minimax-llmscaler-core-spec-screens.md",
    "notes/2026-05-10-minimax-current-baseline-and-collective-census.md",
  ]

  shape {
    prompt  = 512
    output  = 1536
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 37.17
    total_tok_s  = 49.558
  }

  quality {
    caveat = "No generation gate recorded for this run. 2026-05-13/14 probes of compiled vLLM/XPU AutoRound execution returned NaN logits / NUL tokens, so the lab reclassified compiled throughput before that date as speed-only."
  }
}

result "lab-xpu-qk-direct-screen" {
  date     = "2026-05-10"
  lane     = "minimax-m27-autoround-vllm-xpu-u4"
  standing = "negative"
  model    = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine   = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "direct XPU Q/K RMS helper screen"
  fidelity = "not stated"
  sources = [
    "README.md",
    "notes/2026-05-10-minimax-negative-screens.md",
    "data/minimax-m27-negative-screens-20260510.json",
  ]

  shape {
    prompt  = 512
    output  = 512
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 28.036
  }

  quality {
    caveat = "No generation gate recorded for this run. 2026-05-13/14 probes of compiled vLLM/XPU AutoRound execution returned NaN logits / NUL tokens, so the lab reclassified compiled throughput before that date as speed-only."
  }
}

result "lab-scaler-logits-screen" {
  date     = "2026-05-10"
  lane     = "minimax-m27-autoround-vllm-xpu-u4"
  standing = "negative"
  model    = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine   = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "llm-scaler MoE logits path"
  patches  = ["patches/vllm-minimax-u4-logits-moe-screen-20260510.patch"]
  fidelity = "see lane"
  sources = [
    "README.md",
    "notes/2026-05-10-minimax-negative-screens.md",
    "data/minimax-m27-negative-screens-20260510.json",
  ]

  shape {
    prompt  = 512
    output  = 512
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 35.899
  }

  quality {
    caveat = "No generation gate recorded for this run. 2026-05-13/14 probes of compiled vLLM/XPU AutoRound execution returned NaN logits / NUL tokens, so the lab reclassified compiled throughput before that date as speed-only."
  }
}

result "lab-tp2pp2" {
  date     = "2026-05-10"
  lane     = "minimax-m27-autoround-vllm-xpu-u4"
  standing = "negative"
  model    = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine   = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "TP2 x PP2"
  fidelity = "not stated"
  sources = [
    "README.md",
    "notes/2026-05-10-minimax-negative-screens.md",
    "data/minimax-m27-negative-screens-20260510.json",
  ]

  shape {
    prompt  = 512
    output  = 512
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 24.976
  }

  quality {
    caveat = "No generation gate recorded for this run. 2026-05-13/14 probes of compiled vLLM/XPU AutoRound execution returned NaN logits / NUL tokens, so the lab reclassified compiled throughput before that date as speed-only."
  }
}

result "lab-fp8-kv" {
  date     = "2026-05-10"
  lane     = "minimax-m27-autoround-vllm-xpu-u4"
  standing = "negative"
  model    = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine   = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "generic FP8 KV cache; e5m2 fails in XPU FlashAttention"
  fidelity = "not stated"
  sources = [
    "README.md",
    "notes/2026-05-10-minimax-negative-screens.md",
    "data/minimax-m27-negative-screens-20260510.json",
  ]

  shape {
    prompt  = 512
    output  = 512
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 28.104
  }

  quality {
    caveat = "No generation gate recorded for this run. 2026-05-13/14 probes of compiled vLLM/XPU AutoRound execution returned NaN logits / NUL tokens, so the lab reclassified compiled throughput before that date as speed-only."
  }
}

result "lab-ccl-worker-affinity-auto" {
  date     = "2026-05-10"
  lane     = "minimax-m27-autoround-vllm-xpu-u4"
  standing = "negative"
  model    = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine   = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "CCL worker affinity auto"
  variables = {
    CCL_WORKER_AFFINITY = "auto"
  }
  fidelity = "not stated"
  sources = [
    "README.md",
    "notes/2026-05-10-minimax-ccl-worker-affinity-negative.md",
    "data/minimax-m27-ccl-worker-affinity-negative-20260510.json",
  ]

  shape {
    prompt  = 512
    output  = 512
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 36.496
  }

  quality {
    caveat = "No generation gate recorded for this run. 2026-05-13/14 probes of compiled vLLM/XPU AutoRound execution returned NaN logits / NUL tokens, so the lab reclassified compiled throughput before that date as speed-only."
  }
}

result "lab-ccl-worker-affinity-list" {
  date     = "2026-05-10"
  lane     = "minimax-m27-autoround-vllm-xpu-u4"
  standing = "negative"
  model    = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine   = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "explicit worker affinity"
  variables = {
    CCL_WORKER_AFFINITY = "0,1,2,3"
  }
  fidelity = "not stated"
  sources = [
    "README.md",
    "notes/2026-05-10-minimax-ccl-worker-affinity-negative.md",
    "data/minimax-m27-ccl-worker-affinity-negative-20260510.json",
  ]

  shape {
    prompt  = 512
    output  = 512
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 35.568
  }

  quality {
    caveat = "No generation gate recorded for this run. 2026-05-13/14 probes of compiled vLLM/XPU AutoRound execution returned NaN logits / NUL tokens, so the lab reclassified compiled throughput before that date as speed-only."
  }
}

result "lab-extension-recovery-floor" {
  date     = "2026-05-10"
  lane     = "minimax-m27-autoround-vllm-xpu-u4"
  standing = "diagnostic"
  model    = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine   = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "clean recovered run"
  fidelity = "not stated"
  sources  = ["data/minimax-m27-extension-recovery-and-spec-drafters-20260510.json"]

  shape {
    prompt  = 512
    output  = 1536
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 37.724645049261795
  }

  quality {
    caveat = "No generation gate recorded for this run. 2026-05-13/14 probes of compiled vLLM/XPU AutoRound execution returned NaN logits / NUL tokens, so the lab reclassified compiled throughput before that date as speed-only."
  }
}
