# MiniMax M2.7 INT4 on vLLM, 05-11 to 05-16. Figures, standings and caveats as the archive has them.

result "lab-c158-recheck-warm" {
  date     = "2026-05-11"
  lane     = "minimax-m27-autoround-vllm-xpu-u4-c158"
  standing = "diagnostic"
  model    = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine   = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "graph-shaped warm reload"
  fidelity = "not stated"
  sources = [
    "README.md",
    "notes/2026-05-11-minimax-c158-recheck-router-kv-screens.md",
    "data/minimax-m27-c158-recheck-router-kv-screens-20260511.json",
  ]

  shape {
    prompt  = 512
    output  = 1536
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 37.69
  }

  quality {
    caveat = "No generation gate recorded for this run. 2026-05-13/14 probes of compiled vLLM/XPU AutoRound execution returned NaN logits / NUL tokens, so the lab reclassified compiled throughput before that date as speed-only."
  }
}

result "lab-c158-fp8-kv-e4m3" {
  date     = "2026-05-11"
  lane     = "minimax-m27-autoround-vllm-xpu-u4-c158"
  standing = "negative"
  model    = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine   = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "FP8 E4M3 KV"
  fidelity = "not stated"
  sources = [
    "README.md",
    "notes/2026-05-11-minimax-c158-recheck-router-kv-screens.md",
    "data/minimax-m27-c158-recheck-router-kv-screens-20260511.json",
  ]

  shape {
    prompt  = 512
    output  = 1536
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 37.15
  }

  quality {
    caveat = "No generation gate recorded for this run. 2026-05-13/14 probes of compiled vLLM/XPU AutoRound execution returned NaN logits / NUL tokens, so the lab reclassified compiled throughput before that date as speed-only."
  }
}

result "lab-fp16-router" {
  date     = "2026-05-11"
  lane     = "minimax-m27-autoround-vllm-xpu-u4-c158"
  standing = "negative"
  model    = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine   = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "FP16 router changes expert sets (128 top-8 set mismatches in audit)"
  patches  = ["patches/vllm-minimax-m2-fp16-router-experiment-20260509.patch"]
  fidelity = "see lane"
  sources = [
    "README.md",
    "notes/2026-05-11-minimax-c158-recheck-router-kv-screens.md",
    "notes/2026-05-11-minimax-fp16-router-audit.md",
  ]

  shape {
    prompt  = 512
    output  = 1536
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 38.13
  }

  quality {
    caveat = "No generation gate recorded for this run. 2026-05-13/14 probes of compiled vLLM/XPU AutoRound execution returned NaN logits / NUL tokens, so the lab reclassified compiled throughput before that date as speed-only."
  }
}

result "lab-candidate-router" {
  date     = "2026-05-11"
  lane     = "minimax-m27-autoround-vllm-xpu-u4"
  standing = "negative"
  model    = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine   = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "candidate-repair router vs 35.54 control"
  patches  = ["patches/vllm-minimax-candidate-router-screen-20260511.patch"]
  fidelity = "see lane"
  sources = [
    "README.md",
    "notes/2026-05-11-minimax-candidate-router-screen.md",
    "data/minimax-m27-candidate-router-screen-20260511.json",
  ]

  shape {
    prompt  = 512
    output  = 512
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 36.27
  }

  quality {
    caveat = "No generation gate recorded for this run. 2026-05-13/14 probes of compiled vLLM/XPU AutoRound execution returned NaN logits / NUL tokens, so the lab reclassified compiled throughput before that date as speed-only."
  }
}

result "lab-envconst-helper" {
  date     = "2026-05-11"
  lane     = "minimax-m27-autoround-vllm-xpu-u4"
  standing = "negative"
  model    = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine   = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "env-constant cleanup"
  fidelity = "not stated"
  sources = [
    "README.md",
    "notes/2026-05-11-minimax-generated-aot-analyzer-and-envconst.md",
    "data/minimax-m27-generated-aot-analyzer-envconst-20260511.json",
  ]

  shape {
    prompt  = 512
    output  = 1536
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 36.45
  }

  quality {
    caveat = "No generation gate recorded for this run. 2026-05-13/14 probes of compiled vLLM/XPU AutoRound execution returned NaN logits / NUL tokens, so the lab reclassified compiled throughput before that date as speed-only."
  }
}

result "cmp269kaf0015rm01tx032dih" {
  label     = "localmaxxing-submission-minimax-m27-autoround-attn-delay-p512n1536-20260512.json"
  date      = "2026-05-12"
  submitted = "2026-05-12T05:10:24Z"
  lane      = "minimax-m27-autoround-vllm-xpu-static-compile"
  stack     = stack.minimax-m27-int4-h
  standing  = "historical"
  model     = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine    = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware  = "4x Intel Arc Pro B70 32GB"
  notes     = "attention-only delayed allreduce"
  command   = "VLLM_MINIMAX_M2_ATTN_DELAY_ALLREDUCE=1 VLLM_XPU_USE_LLM_SCALER_MOE=1 CCL_TOPO_P2P_ACCESS=1 VLLM_XPU_ENABLE_XPU_GRAPH=0 vllm bench throughput --backend vllm --model /mnt/fast-ai/llm-models/minimax-m2.7-int4-autoround --tokenizer /mnt/fast-ai/llm-models/minimax-m2.7-int4-autoround --trust-remote-code --dtype float16 --tensor-parallel-size 4 --distributed-executor-backend mp --max-model-len 2048 --max-num-batched-tokens 1024 --max-num-seqs 1 --dataset-name random --random-input-len 512 --random-output-len 1536 --random-range-ratio 0 --num-prompts 1 --disable-log-stats"
  variables = {
    CCL_ATL_TRANSPORT                    = "ofi"
    CCL_TOPO_P2P_ACCESS                  = "1"
    VLLM_MINIMAX_M2_ATTN_DELAY_ALLREDUCE = "1"
    VLLM_XPU_ENABLE_XPU_GRAPH            = "0"
    VLLM_XPU_USE_LLM_SCALER_MOE          = "1"
  }
  fidelity = "attn-delay file is a hunk sketch; content is inside router-and-moe-experiments snapshot"
  sources = [
    "data/localmaxxing-submission-minimax-m27-autoround-attn-delay-p512n1536-20260512.json",
    "data/minimax-m27-attn-delay-allreduce-20260512.json",
    "data/localmaxxing-minimax-m27-autoround-attn-delay-p512n1536-20260512.payload.json",
    "data/localmaxxing-responses/minimax-m27-autoround-attn-delay-p512n1536-20260512.response.json",
  ]

  shape {
    prompt  = 512
    output  = 1536
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 37.7510558281409
    total_tok_s  = 50.33474110418786
  }

  quality {
    caveat = "No generation gate recorded for this run. 2026-05-13/14 probes of compiled vLLM/XPU AutoRound execution returned NaN logits / NUL tokens, so the lab reclassified compiled throughput before that date as speed-only."
  }
}

result "cmp27nihp001orm01dataqtfq" {
  label     = "minimax-m27-autoround-ccl-atl-qkallreduce-p512n1536-20260512"
  date      = "2026-05-12"
  submitted = "2026-05-12T05:49:15Z"
  lane      = "minimax-m27-autoround-vllm-xpu-static-compile"
  stack     = stack.minimax-m27-int4-h
  standing  = "historical"
  model     = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine    = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware  = "4x Intel Arc Pro B70 32GB"
  notes     = "CCL ATL recheck"
  command   = "VLLM_XPU_USE_LLM_SCALER_MOE=1 CCL_TOPO_P2P_ACCESS=1 VLLM_XPU_ENABLE_XPU_GRAPH=0 vllm bench throughput --backend vllm --model /mnt/fast-ai/llm-models/minimax-m2.7-int4-autoround --tokenizer /mnt/fast-ai/llm-models/minimax-m2.7-int4-autoround --trust-remote-code --dtype float16 --tensor-parallel-size 4 --distributed-executor-backend mp --max-model-len 2048 --max-num-batched-tokens 1024 --max-num-seqs 1 --dataset-name random --random-input-len 512 --random-output-len 1536 --random-range-ratio 0 --num-prompts 1 --disable-log-stats"
  variables = {
    CCL_ATL_TRANSPORT           = "ofi"
    CCL_TOPO_P2P_ACCESS         = "1"
    VLLM_XPU_ENABLE_XPU_GRAPH   = "0"
    VLLM_XPU_USE_LLM_SCALER_MOE = "1"
  }
  fidelity = "verified"
  sources = [
    "data/minimax-m27-ccl-aot-recheck-20260512.json",
    "data/localmaxxing-responses/minimax-m27-autoround-ccl-atl-qkallreduce-p512n1536-20260512.response.json",
    "data/localmaxxing-minimax-m27-autoround-ccl-atl-qkallreduce-p512n1536-20260512.payload.json",
    "data/minimax-m27-inductor-partition-win-20260512.json",
    "notes/2026-05-12-minimax-ccl-aot-recheck.md",
    "plans/2026-05-10-minimax-60tok-roadmap.md",
  ]

  shape {
    prompt  = 512
    output  = 1536
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 38.04675528671483
    total_tok_s  = 50.72900704895311
  }

  quality {
    caveat = "No generation gate recorded for this run. 2026-05-13/14 probes of compiled vLLM/XPU AutoRound execution returned NaN logits / NUL tokens, so the lab reclassified compiled throughput before that date as speed-only."
  }
}

result "cmp2kd5ux006frm013il4qu13" {
  label     = "minimax-m27-autoround-inductor-partition-p512n1536-20260512"
  date      = "2026-05-12"
  submitted = "2026-05-12T11:45:07Z"
  lane      = "minimax-m27-autoround-vllm-xpu-static-compile"
  stack     = stack.minimax-m27-int4-h
  standing  = "suspect"
  model     = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine    = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware  = "4x Intel Arc Pro B70 32GB"
  notes     = "use_inductor_graph_partition=true"
  command   = "VLLM_XPU_USE_LLM_SCALER_MOE=1 CCL_TOPO_P2P_ACCESS=1 VLLM_XPU_ENABLE_XPU_GRAPH=0 vllm bench throughput --backend vllm --model /mnt/fast-ai/llm-models/minimax-m2.7-int4-autoround --tokenizer /mnt/fast-ai/llm-models/minimax-m2.7-int4-autoround --trust-remote-code --dtype float16 --tensor-parallel-size 4 --distributed-executor-backend mp --max-model-len 2048 --max-num-batched-tokens 1024 --max-num-seqs 1 --dataset-name random --random-input-len 512 --random-output-len 1536 --random-range-ratio 0 --num-prompts 1 --disable-log-stats --compilation-config '{\"use_inductor_graph_partition\":true}'"
  variables = {
    CCL_ATL_TRANSPORT           = "ofi"
    CCL_TOPO_P2P_ACCESS         = "1"
    VLLM_XPU_ENABLE_XPU_GRAPH   = "0"
    VLLM_XPU_USE_LLM_SCALER_MOE = "1"
  }
  fidelity = "verified"
  sources = [
    "data/minimax-m27-inductor-partition-win-20260512.json",
    "data/localmaxxing-responses/minimax-m27-autoround-inductor-partition-p512n1536-20260512.response.json",
    "data/localmaxxing-minimax-m27-autoround-inductor-partition-p512n1536-20260512.payload.json",
    "notes/2026-05-12-minimax-inductor-partition-win.md",
    "plans/2026-05-10-minimax-60tok-roadmap.md",
  ]

  shape {
    prompt  = 512
    output  = 1536
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 40.2098822280064
    total_tok_s  = 53.61317630400853
  }

  quality {
    caveat = "No generation gate recorded for this run. 2026-05-13/14 probes of compiled vLLM/XPU AutoRound execution returned NaN logits / NUL tokens, so the lab reclassified compiled throughput before that date as speed-only."
  }
}

result "cmp2mf1zw007wrm01op7aimhk" {
  label     = "minimax-m27-autoround-static-compile1-p512n1536-20260512"
  date      = "2026-05-12"
  submitted = "2026-05-12T12:42:34Z"
  lane      = "minimax-m27-autoround-vllm-xpu-static-compile"
  stack     = stack.minimax-m27-int4-h
  standing  = "suspect"
  model     = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine    = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware  = "4x Intel Arc Pro B70 32GB"
  notes     = "compile_sizes=[1] + graph partition"
  command   = "VLLM_XPU_USE_LLM_SCALER_MOE=1 CCL_TOPO_P2P_ACCESS=1 VLLM_XPU_ENABLE_XPU_GRAPH=0 vllm bench throughput --backend vllm --model /mnt/fast-ai/llm-models/minimax-m2.7-int4-autoround --tokenizer /mnt/fast-ai/llm-models/minimax-m2.7-int4-autoround --trust-remote-code --dtype float16 --tensor-parallel-size 4 --distributed-executor-backend mp --max-model-len 2048 --max-num-batched-tokens 1024 --max-num-seqs 1 --dataset-name random --random-input-len 512 --random-output-len 1536 --random-range-ratio 0 --num-prompts 1 --disable-log-stats --compilation-config '{\"use_inductor_graph_partition\":true,\"compile_sizes\":[1]}'"
  variables = {
    CCL_ATL_TRANSPORT           = "ofi"
    CCL_TOPO_P2P_ACCESS         = "1"
    VLLM_XPU_ENABLE_XPU_GRAPH   = "0"
    VLLM_XPU_USE_LLM_SCALER_MOE = "1"
  }
  fidelity = "verified"
  sources = [
    "data/minimax-m27-static-decode-compile-win-20260512.json",
    "data/localmaxxing-responses/minimax-m27-autoround-static-compile1-p512n1536-20260512.response.json",
    "data/localmaxxing-minimax-m27-autoround-static-compile1-p512n1536-20260512.payload.json",
    "notes/2026-05-12-minimax-static-decode-compile-win.md",
    "plans/2026-05-10-minimax-60tok-roadmap.md",
  ]

  shape {
    prompt  = 512
    output  = 1536
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 47.58610976813091
    total_tok_s  = 63.44814635750788
  }

  quality {
    caveat = "No generation gate recorded for this run. 2026-05-13/14 probes of compiled vLLM/XPU AutoRound execution returned NaN logits / NUL tokens, so the lab reclassified compiled throughput before that date as speed-only."
  }
}

result "cmp2p5jhb009wrm01cmkurcfa" {
  label     = "minimax-m27-autoround-static-compile1-gmem095-ctx24k-p512n512-20260512"
  date      = "2026-05-12"
  submitted = "2026-05-12T13:59:09Z"
  lane      = "minimax-m27-autoround-vllm-xpu-static-compile"
  stack     = stack.minimax-m27-int4-h
  standing  = "suspect"
  model     = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine    = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware  = "4x Intel Arc Pro B70 32GB"
  notes     = "ctx 24576 gmem 0.95"
  command   = "VLLM_XPU_USE_LLM_SCALER_MOE=1 CCL_TOPO_P2P_ACCESS=1 VLLM_XPU_ENABLE_XPU_GRAPH=0 vllm bench throughput --backend vllm --model /mnt/fast-ai/llm-models/minimax-m2.7-int4-autoround --tokenizer /mnt/fast-ai/llm-models/minimax-m2.7-int4-autoround --trust-remote-code --dtype float16 --tensor-parallel-size 4 --distributed-executor-backend mp --max-model-len 24576 --max-num-batched-tokens 1024 --max-num-seqs 1 --dataset-name random --random-input-len 512 --random-output-len 512 --random-range-ratio 0 --num-prompts 1 --disable-log-stats --compilation-config '{\"use_inductor_graph_partition\":true,\"compile_sizes\":[1]}' --gpu-memory-utilization 0.95"
  variables = {
    CCL_ATL_TRANSPORT           = "ofi"
    CCL_TOPO_P2P_ACCESS         = "1"
    VLLM_XPU_ENABLE_XPU_GRAPH   = "0"
    VLLM_XPU_USE_LLM_SCALER_MOE = "1"
  }
  fidelity = "verified"
  sources = [
    "data/localmaxxing-responses/minimax-m27-autoround-static-compile1-gmem095-ctx24k-p512n512-20260512.response.json",
    "data/localmaxxing-minimax-m27-autoround-static-compile1-gmem095-ctx24k-p512n512-20260512.payload.json",
    "notes/2026-05-12-minimax-static-compile-followups.md",
    "plans/2026-05-10-minimax-60tok-roadmap.md",
  ]

  shape {
    prompt  = 512
    output  = 512
    context = 24576
    batch   = 1
  }

  metrics {
    output_tok_s = 33.80577788729393
    total_tok_s  = 67.61155577458786
  }

  quality {
    caveat = "No generation gate recorded for this run. 2026-05-13/14 probes of compiled vLLM/XPU AutoRound execution returned NaN logits / NUL tokens, so the lab reclassified compiled throughput before that date as speed-only."
  }
}

result "cmp3cgooj0019s401d7p1ks3e" {
  label     = "minimax-m27-autoround-static-compile1-asyncengine-p512n1536-20260513"
  date      = "2026-05-13"
  submitted = "2026-05-13T00:51:40Z"
  lane      = "minimax-m27-autoround-vllm-xpu-static-compile"
  stack     = stack.minimax-m27-int4-h
  suite     = "p512n1536"
  standing  = "suspect"
  model     = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine    = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware  = "4x Intel Arc Pro B70 32GB"
  notes     = "async engine; README section \"current best\" of 05-13"
  command   = "VLLM_XPU_USE_LLM_SCALER_MOE=1 CCL_TOPO_P2P_ACCESS=1 VLLM_XPU_ENABLE_XPU_GRAPH=0 VLLM_CACHE_ROOT=/mnt/fast-ai/vllm-cache-exp/minimax-inductor-partition-compile1-p512n512-20260512T122329Z vllm bench throughput --backend vllm --async-engine --model /mnt/fast-ai/llm-models/minimax-m2.7-int4-autoround --tokenizer /mnt/fast-ai/llm-models/minimax-m2.7-int4-autoround --trust-remote-code --dtype float16 --tensor-parallel-size 4 --distributed-executor-backend mp --max-model-len 2048 --max-num-batched-tokens 1024 --max-num-seqs 1 --dataset-name random --random-input-len 512 --random-output-len 1536 --random-range-ratio 0 --num-prompts 1 --disable-log-stats --compilation-config '{\"use_inductor_graph_partition\":true,\"compile_sizes\":[1]}'"
  variables = {
    CCL_ATL_TRANSPORT           = "ofi"
    CCL_TOPO_P2P_ACCESS         = "1"
    VLLM_CACHE_ROOT             = "/mnt/fast-ai/vllm-cache-exp/minimax-inductor-partition-compile1-p512n512-20260512T122329Z"
    VLLM_XPU_ENABLE_XPU_GRAPH   = "0"
    VLLM_XPU_USE_LLM_SCALER_MOE = "1"
  }
  fidelity = "verified"
  sources = [
    "notes/2026-05-13-minimax-async-runtime-screens.md",
    "data/localmaxxing-responses/minimax-m27-autoround-static-compile1-asyncengine-p512n1536-20260513.response.json",
    "data/localmaxxing-minimax-m27-autoround-static-compile1-asyncengine-p512n1536-20260513.payload.json",
    "README.md",
    "plans/2026-05-10-minimax-60tok-roadmap.md",
  ]

  shape {
    prompt  = 512
    output  = 1536
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 48.09280675118082
    total_tok_s  = 64.12374233490776
  }

  quality {
    caveat = "No generation gate recorded for this run. 2026-05-13/14 probes of compiled vLLM/XPU AutoRound execution returned NaN logits / NUL tokens, so the lab reclassified compiled throughput before that date as speed-only."
  }
}

result "cmp3y7d720034pc01t8cvx7j3" {
  label     = "minimax-m27-autoround-xpu-graph-20260513.json"
  date      = "2026-05-13"
  submitted = "2026-05-13T11:00:17Z"
  lane      = "minimax-m27-autoround-vllm-xpu-xpugraph"
  stack     = stack.minimax-m27-int4-i
  standing  = "suspect"
  model     = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine    = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware  = "4x Intel Arc Pro B70 32GB"
  notes     = "output later shown to be NUL tokens; explicitly invalidated for quality on 05-14"
  fidelity  = "force-graph patch targets site-packages paths; equivalent gate is in the 05-14 full-decode patch"
  sources = [
    "data/minimax-m27-xpu-graph-screens-20260513.json",
    "data/minimax-m27-quality-correction-and-valid-fallback-20260514.json",
    "data/localmaxxing-responses/minimax-m27-autoround-xpu-graph-20260513.json",
    "notes/2026-05-13-minimax-xpu-graph-breakthrough.md",
  ]

  shape {
    prompt  = 512
    output  = 1536
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 67.95354262549085
    total_tok_s  = 90.60472350065446
  }

  quality {
    failed = ["(05-13/14): all-token-0 output"]
  }
}

result "cmp3yscom003epc014ogcjkui" {
  label     = "minimax-m27-autoround-xpu-graph-warm-aot-20260513.json"
  date      = "2026-05-13"
  submitted = "2026-05-13T11:16:36Z"
  lane      = "minimax-m27-autoround-vllm-xpu-xpugraph"
  stack     = stack.minimax-m27-int4-i
  standing  = "suspect"
  model     = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine    = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware  = "4x Intel Arc Pro B70 32GB"
  notes     = "output later shown to be NUL tokens; explicitly invalidated for quality on 05-14"
  command   = "VLLM_XPU_FORCE_GRAPH_WITH_COMM=1 VLLM_XPU_GRAPH_NOOP_COMM_CAPTURE=1 VLLM_CACHE_ROOT=/mnt/fast-ai/vllm-cache-exp/minimax-xpugraph-repeat-20260513T110319Z DTYPE=float16 MAX_MODEL_LEN=2048 MAX_BATCHED_TOKENS=1024 INPUT_LEN=512 OUTPUT_LEN=1536 NUM_PROMPTS=1 USE_LLM_SCALER_MOE=1 VLLM_XPU_USE_LLM_SCALER_MOE=1 XPU_GRAPH=1 EXTRA_ARGS='--async-engine --compilation-config {\"use_inductor_graph_partition\":true,\"compile_sizes\":[1],\"cudagraph_mode\":\"PIECEWISE\"}' scripts/bench-vllm-minimax-autoround-xpu.sh"
  variables = {
    VLLM_CACHE_ROOT                  = "/mnt/fast-ai/vllm-cache-exp/minimax-xpugraph-repeat-20260513T110319Z"
    VLLM_XPU_ENABLE_XPU_GRAPH        = "1"
    VLLM_XPU_FORCE_GRAPH_WITH_COMM   = "1"
    VLLM_XPU_GRAPH_NOOP_COMM_CAPTURE = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE      = "1"
  }
  fidelity = "force-graph patch targets site-packages paths; equivalent gate is in the 05-14 full-decode patch"
  sources = [
    "data/minimax-m27-xpu-graph-screens-20260513.json",
    "data/minimax-m27-quality-correction-and-valid-fallback-20260514.json",
    "data/localmaxxing-responses/minimax-m27-autoround-xpu-graph-warm-aot-20260513.json",
    "data/minimax-m27-warm-aot-wrapper-20260513.json",
    "data/minimax-m27-xpu-graph-followups-20260513.json",
    "notes/2026-05-13-minimax-xpu-graph-breakthrough.md",
  ]

  shape {
    prompt  = 512
    output  = 1536
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 69.06476723150084
    total_tok_s  = 92.08635630866777
  }

  quality {
    failed = ["(05-13/14): all-token-0 output"]
  }
}

result "cmp42sm8x005wpc01esa5mi3n" {
  label     = "minimax-m27-autoround-xpugraph-attn-delay-p512n1536-20260513"
  date      = "2026-05-13"
  submitted = "2026-05-13T13:08:47Z"
  lane      = "minimax-m27-autoround-vllm-xpu-xpugraph"
  stack     = stack.minimax-m27-int4-i
  standing  = "suspect"
  model     = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine    = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware  = "4x Intel Arc Pro B70 32GB"
  notes     = "output later shown to be NUL tokens; explicitly invalidated for quality on 05-14"
  command   = "VLLM_MINIMAX_M2_ATTN_DELAY_ALLREDUCE=1 VLLM_XPU_ENABLE_XPU_GRAPH=1 VLLM_XPU_FORCE_GRAPH_WITH_COMM=1 VLLM_XPU_GRAPH_NOOP_COMM_CAPTURE=1 VLLM_XPU_USE_LLM_SCALER_MOE=1 CCL_TOPO_P2P_ACCESS=1 VLLM_CACHE_ROOT=/mnt/fast-ai/vllm-cache-exp/minimax-xpugraph-attndelay-20260513T125052Z vllm bench throughput --backend vllm --async-engine --model /mnt/fast-ai/llm-models/minimax-m2.7-int4-autoround --tokenizer /mnt/fast-ai/llm-models/minimax-m2.7-int4-autoround --trust-remote-code --dtype float16 --tensor-parallel-size 4 --distributed-executor-backend mp --max-model-len 2048 --max-num-batched-tokens 1024 --max-num-seqs 1 --dataset-name random --random-input-len 512 --random-output-len 1536 --random-range-ratio 0 --num-prompts 1 --disable-log-stats --compilation-config '{\"use_inductor_graph_partition\":true,\"compile_sizes\":[1],\"cudagraph_mode\":\"PIECEWISE\"}'"
  variables = {
    CCL_ATL_TRANSPORT                    = "ofi"
    CCL_TOPO_P2P_ACCESS                  = "1"
    VLLM_CACHE_ROOT                      = "/mnt/fast-ai/vllm-cache-exp/minimax-xpugraph-attndelay-20260513T125052Z"
    VLLM_MINIMAX_M2_ATTN_DELAY_ALLREDUCE = "1"
    VLLM_XPU_ENABLE_XPU_GRAPH            = "1"
    VLLM_XPU_FORCE_GRAPH_WITH_COMM       = "1"
    VLLM_XPU_GRAPH_NOOP_COMM_CAPTURE     = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE          = "1"
  }
  fidelity = "force-graph patch targets site-packages paths; equivalent gate is in the 05-14 full-decode patch"
  sources = [
    "data/minimax-m27-xpu-graph-attn-delay-20260513.json",
    "data/minimax-m27-quality-correction-and-valid-fallback-20260514.json",
    "data/localmaxxing-responses/minimax-m27-autoround-xpugraph-attn-delay-p512n1536-20260513.response.json",
    "data/localmaxxing-minimax-m27-autoround-xpugraph-attn-delay-p512n1536-20260513.payload.json",
  ]

  shape {
    prompt  = 512
    output  = 1536
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 69.91774130987339
    total_tok_s  = 93.22365507983119
  }

  quality {
    failed = ["(05-13/14): all-token-0 output"]
  }
}

result "cmp45ssw1007apc01fwhysnwp" {
  label     = "minimax-m27-autoround-xpugraph-attn-delay-block128-p512n1536-20260513"
  date      = "2026-05-13"
  submitted = "2026-05-13T14:32:55Z"
  lane      = "minimax-m27-autoround-vllm-xpu-xpugraph"
  stack     = stack.minimax-m27-int4-i
  standing  = "suspect"
  model     = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine    = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware  = "4x Intel Arc Pro B70 32GB"
  notes     = "output later shown to be NUL tokens; explicitly invalidated for quality on 05-14"
  command   = "VLLM_MINIMAX_M2_ATTN_DELAY_ALLREDUCE=1 VLLM_XPU_ENABLE_XPU_GRAPH=1 VLLM_XPU_FORCE_GRAPH_WITH_COMM=1 VLLM_XPU_GRAPH_NOOP_COMM_CAPTURE=1 VLLM_XPU_USE_LLM_SCALER_MOE=1 CCL_TOPO_P2P_ACCESS=1 VLLM_CACHE_ROOT=/mnt/fast-ai/vllm-cache-exp/minimax-xpugraph-attndelay-block128-20260513T142239Z vllm bench throughput --backend vllm --async-engine --block-size 128 --model /mnt/fast-ai/llm-models/minimax-m2.7-int4-autoround --tokenizer /mnt/fast-ai/llm-models/minimax-m2.7-int4-autoround --trust-remote-code --dtype float16 --tensor-parallel-size 4 --distributed-executor-backend mp --max-model-len 2048 --max-num-batched-tokens 1024 --max-num-seqs 1 --dataset-name random --random-input-len 512 --random-output-len 1536 --random-range-ratio 0 --num-prompts 1 --disable-log-stats --compilation-config '{\"use_inductor_graph_partition\":true,\"compile_sizes\":[1],\"cudagraph_mode\":\"PIECEWISE\"}'"
  variables = {
    CCL_ATL_TRANSPORT                    = "ofi"
    CCL_TOPO_P2P_ACCESS                  = "1"
    VLLM_CACHE_ROOT                      = "/mnt/fast-ai/vllm-cache-exp/minimax-xpugraph-attndelay-block128-20260513T142239Z"
    VLLM_MINIMAX_M2_ATTN_DELAY_ALLREDUCE = "1"
    VLLM_XPU_ENABLE_XPU_GRAPH            = "1"
    VLLM_XPU_FORCE_GRAPH_WITH_COMM       = "1"
    VLLM_XPU_GRAPH_NOOP_COMM_CAPTURE     = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE          = "1"
  }
  fidelity = "force-graph patch targets site-packages paths; equivalent gate is in the 05-14 full-decode patch"
  sources = [
    "data/minimax-m27-xpu-graph-attn-delay-block128-20260513.json",
    "data/minimax-m27-quality-correction-and-valid-fallback-20260514.json",
    "data/localmaxxing-responses/minimax-m27-autoround-xpugraph-attn-delay-block128-p512n1536-20260513.response.json",
    "data/localmaxxing-minimax-m27-autoround-xpugraph-attn-delay-block128-p512n1536-20260513.payload.json",
  ]

  shape {
    prompt  = 512
    output  = 1536
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 71.45989088578641
    total_tok_s  = 95.27985451438188
  }

  quality {
    failed = ["(05-13/14): all-token-0 output"]
  }
}

result "cmp46iv7v007lpc010l9f7lkf" {
  label     = "minimax-m27-autoround-xpugraph-attn-delay-block256-p512n1536-20260513"
  date      = "2026-05-13"
  submitted = "2026-05-13T14:53:11Z"
  lane      = "minimax-m27-autoround-vllm-xpu-xpugraph"
  stack     = stack.minimax-m27-int4-i
  standing  = "suspect"
  model     = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine    = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware  = "4x Intel Arc Pro B70 32GB"
  notes     = "output later shown to be NUL tokens; explicitly invalidated for quality on 05-14"
  command   = "VLLM_MINIMAX_M2_ATTN_DELAY_ALLREDUCE=1 VLLM_XPU_ENABLE_XPU_GRAPH=1 VLLM_XPU_FORCE_GRAPH_WITH_COMM=1 VLLM_XPU_GRAPH_NOOP_COMM_CAPTURE=1 VLLM_XPU_USE_LLM_SCALER_MOE=1 CCL_TOPO_P2P_ACCESS=1 VLLM_CACHE_ROOT=/mnt/fast-ai/vllm-cache-exp/minimax-xpugraph-attndelay-block256-20260513T143351Z vllm bench throughput --backend vllm --async-engine --block-size 256 --model /mnt/fast-ai/llm-models/minimax-m2.7-int4-autoround --tokenizer /mnt/fast-ai/llm-models/minimax-m2.7-int4-autoround --trust-remote-code --dtype float16 --tensor-parallel-size 4 --distributed-executor-backend mp --max-model-len 2048 --max-num-batched-tokens 1024 --max-num-seqs 1 --dataset-name random --random-input-len 512 --random-output-len 1536 --random-range-ratio 0 --num-prompts 1 --disable-log-stats --compilation-config '{\"use_inductor_graph_partition\":true,\"compile_sizes\":[1],\"cudagraph_mode\":\"PIECEWISE\"}'"
  variables = {
    CCL_ATL_TRANSPORT                    = "ofi"
    CCL_TOPO_P2P_ACCESS                  = "1"
    VLLM_CACHE_ROOT                      = "/mnt/fast-ai/vllm-cache-exp/minimax-xpugraph-attndelay-block256-20260513T143351Z"
    VLLM_MINIMAX_M2_ATTN_DELAY_ALLREDUCE = "1"
    VLLM_XPU_ENABLE_XPU_GRAPH            = "1"
    VLLM_XPU_FORCE_GRAPH_WITH_COMM       = "1"
    VLLM_XPU_GRAPH_NOOP_COMM_CAPTURE     = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE          = "1"
  }
  fidelity = "force-graph patch targets site-packages paths; equivalent gate is in the 05-14 full-decode patch"
  sources = [
    "data/minimax-m27-xpu-graph-attn-delay-block256-20260513.json",
    "data/minimax-m27-quality-correction-and-valid-fallback-20260514.json",
    "data/localmaxxing-responses/minimax-m27-autoround-xpugraph-attn-delay-block256-p512n1536-20260513.response.json",
    "data/localmaxxing-minimax-m27-autoround-xpugraph-attn-delay-block256-p512n1536-20260513.payload.json",
  ]

  shape {
    prompt  = 512
    output  = 1536
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 72.3690550740888
    total_tok_s  = 96.4920734321184
  }

  quality {
    failed = ["(05-13/14): all-token-0 output"]
  }
}

result "cmp487evm008gpc01vai6ol6m" {
  label     = "minimax-m27-autoround-xpugraph-attn-delay-block256-mbt512-p512n1536-20260513"
  date      = "2026-05-13"
  submitted = "2026-05-13T15:40:16Z"
  lane      = "minimax-m27-autoround-vllm-xpu-xpugraph"
  stack     = stack.minimax-m27-int4-i
  standing  = "suspect"
  model     = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine    = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware  = "4x Intel Arc Pro B70 32GB"
  notes     = "output later shown to be NUL tokens; explicitly invalidated for quality on 05-14"
  command   = "VLLM_MINIMAX_M2_ATTN_DELAY_ALLREDUCE=1 VLLM_XPU_ENABLE_XPU_GRAPH=1 VLLM_XPU_FORCE_GRAPH_WITH_COMM=1 VLLM_XPU_GRAPH_NOOP_COMM_CAPTURE=1 VLLM_XPU_USE_LLM_SCALER_MOE=1 CCL_TOPO_P2P_ACCESS=1 VLLM_CACHE_ROOT=/mnt/fast-ai/vllm-cache-exp/minimax-xpugraph-attndelay-block256-mbt512-20260513T152439Z vllm bench throughput --backend vllm --async-engine --block-size 256 --model /mnt/fast-ai/llm-models/minimax-m2.7-int4-autoround --tokenizer /mnt/fast-ai/llm-models/minimax-m2.7-int4-autoround --trust-remote-code --dtype float16 --tensor-parallel-size 4 --distributed-executor-backend mp --max-model-len 2048 --max-num-batched-tokens 512 --max-num-seqs 1 --dataset-name random --random-input-len 512 --random-output-len 1536 --random-range-ratio 0 --num-prompts 1 --disable-log-stats --compilation-config '{\"use_inductor_graph_partition\":true,\"compile_sizes\":[1],\"cudagraph_mode\":\"PIECEWISE\"}'"
  variables = {
    CCL_ATL_TRANSPORT                    = "ofi"
    CCL_TOPO_P2P_ACCESS                  = "1"
    VLLM_CACHE_ROOT                      = "/mnt/fast-ai/vllm-cache-exp/minimax-xpugraph-attndelay-block256-mbt512-20260513T152439Z"
    VLLM_MINIMAX_M2_ATTN_DELAY_ALLREDUCE = "1"
    VLLM_XPU_ENABLE_XPU_GRAPH            = "1"
    VLLM_XPU_FORCE_GRAPH_WITH_COMM       = "1"
    VLLM_XPU_GRAPH_NOOP_COMM_CAPTURE     = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE          = "1"
  }
  fidelity = "force-graph patch targets site-packages paths; equivalent gate is in the 05-14 full-decode patch"
  sources = [
    "data/minimax-m27-xpu-graph-attn-delay-block256-mbt512-20260513.json",
    "data/minimax-m27-quality-correction-and-valid-fallback-20260514.json",
    "data/localmaxxing-responses/minimax-m27-autoround-xpugraph-attn-delay-block256-mbt512-p512n1536-20260513.response.json",
    "data/localmaxxing-minimax-m27-autoround-xpugraph-attn-delay-block256-mbt512-p512n1536-20260513.payload.json",
  ]

  shape {
    prompt  = 512
    output  = 1536
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 73.10821124850621
    total_tok_s  = 97.47761499800826
  }

  quality {
    failed = ["(05-13/14): all-token-0 output"]
  }
}

result "cmp4c7pan00bepc01d0ikr12e" {
  label     = "minimax-m27-autoround-xpugraph-attn-delay-block256-mbt512-noprefix-p512n1536-20260513"
  date      = "2026-05-13"
  submitted = "2026-05-13T17:32:27Z"
  lane      = "minimax-m27-autoround-vllm-xpu-xpugraph"
  stack     = stack.minimax-m27-int4-i
  standing  = "suspect"
  model     = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine    = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware  = "4x Intel Arc Pro B70 32GB"
  notes     = "output later shown to be NUL tokens; explicitly invalidated for quality on 05-14"
  command   = "VLLM_MINIMAX_M2_ATTN_DELAY_ALLREDUCE=1 VLLM_XPU_ENABLE_XPU_GRAPH=1 VLLM_XPU_FORCE_GRAPH_WITH_COMM=1 VLLM_XPU_GRAPH_NOOP_COMM_CAPTURE=1 VLLM_XPU_USE_LLM_SCALER_MOE=1 CCL_TOPO_P2P_ACCESS=1 VLLM_CACHE_ROOT=/mnt/fast-ai/vllm-cache-exp/minimax-xpugraph-attndelay-block256-mbt512-noprefix-20260513T171301Z vllm bench throughput --backend vllm --async-engine --block-size 256 --no-enable-prefix-caching --model /mnt/fast-ai/llm-models/minimax-m2.7-int4-autoround --tokenizer /mnt/fast-ai/llm-models/minimax-m2.7-int4-autoround --trust-remote-code --dtype float16 --tensor-parallel-size 4 --distributed-executor-backend mp --max-model-len 2048 --max-num-batched-tokens 512 --max-num-seqs 1 --dataset-name random --random-input-len 512 --random-output-len 1536 --random-range-ratio 0 --num-prompts 1 --disable-log-stats --compilation-config '{\"use_inductor_graph_partition\":true,\"compile_sizes\":[1],\"cudagraph_mode\":\"PIECEWISE\"}'"
  variables = {
    CCL_ATL_TRANSPORT                    = "ofi"
    CCL_TOPO_P2P_ACCESS                  = "1"
    VLLM_CACHE_ROOT                      = "/mnt/fast-ai/vllm-cache-exp/minimax-xpugraph-attndelay-block256-mbt512-noprefix-20260513T171301Z"
    VLLM_MINIMAX_M2_ATTN_DELAY_ALLREDUCE = "1"
    VLLM_XPU_ENABLE_XPU_GRAPH            = "1"
    VLLM_XPU_FORCE_GRAPH_WITH_COMM       = "1"
    VLLM_XPU_GRAPH_NOOP_COMM_CAPTURE     = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE          = "1"
  }
  fidelity = "force-graph patch targets site-packages paths; equivalent gate is in the 05-14 full-decode patch"
  sources = [
    "data/minimax-m27-xpu-graph-attn-delay-block256-mbt512-noprefix-20260513.json",
    "data/minimax-m27-quality-correction-and-valid-fallback-20260514.json",
    "data/localmaxxing-responses/minimax-m27-autoround-xpugraph-attn-delay-block256-mbt512-noprefix-p512n1536-20260513.response.json",
    "data/localmaxxing-minimax-m27-autoround-xpugraph-attn-delay-block256-mbt512-noprefix-p512n1536-20260513.payload.json",
  ]

  shape {
    prompt  = 512
    output  = 1536
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 73.23241819680321
    total_tok_s  = 97.64322426240429
  }

  quality {
    failed = ["(05-13/14): all-token-0 output"]
  }
}

result "cmp4f31dh000amz01uqa329e6" {
  label     = "minimax-m27-autoround-xpugraph-attn-delay-block256-mbt512-noprefix-repeat-high-20260513"
  date      = "2026-05-13"
  submitted = "2026-05-13T18:52:49Z"
  lane      = "minimax-m27-autoround-vllm-xpu-xpugraph"
  stack     = stack.minimax-m27-int4-i
  suite     = "p512n1536"
  standing  = "suspect"
  model     = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine    = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware  = "4x Intel Arc Pro B70 32GB"
  notes     = "output later shown to be NUL tokens; explicitly invalidated for quality on 05-14"
  command   = "VLLM_MINIMAX_M2_ATTN_DELAY_ALLREDUCE=1 VLLM_XPU_ENABLE_XPU_GRAPH=1 VLLM_XPU_FORCE_GRAPH_WITH_COMM=1 VLLM_XPU_GRAPH_NOOP_COMM_CAPTURE=1 VLLM_XPU_USE_LLM_SCALER_MOE=1 CCL_TOPO_P2P_ACCESS=1 VLLM_CACHE_ROOT=/mnt/fast-ai/vllm-cache-exp/minimax-xpugraph-attndelay-block256-mbt512-noprefix-20260513T171301Z vllm bench throughput --backend vllm --async-engine --block-size 256 --no-enable-prefix-caching --model /mnt/fast-ai/llm-models/minimax-m2.7-int4-autoround --tokenizer /mnt/fast-ai/llm-models/minimax-m2.7-int4-autoround --trust-remote-code --dtype float16 --tensor-parallel-size 4 --distributed-executor-backend mp --max-model-len 2048 --max-num-batched-tokens 512 --max-num-seqs 1 --dataset-name random --random-input-len 512 --random-output-len 1536 --random-range-ratio 0 --num-prompts 1 --disable-log-stats --compilation-config '{\"use_inductor_graph_partition\":true,\"compile_sizes\":[1],\"cudagraph_mode\":\"PIECEWISE\"}'"
  variables = {
    CCL_ATL_TRANSPORT                    = "ofi"
    CCL_TOPO_P2P_ACCESS                  = "1"
    VLLM_CACHE_ROOT                      = "/mnt/fast-ai/vllm-cache-exp/minimax-xpugraph-attndelay-block256-mbt512-noprefix-20260513T171301Z"
    VLLM_MINIMAX_M2_ATTN_DELAY_ALLREDUCE = "1"
    VLLM_XPU_ENABLE_XPU_GRAPH            = "1"
    VLLM_XPU_FORCE_GRAPH_WITH_COMM       = "1"
    VLLM_XPU_GRAPH_NOOP_COMM_CAPTURE     = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE          = "1"
  }
  fidelity = "force-graph patch targets site-packages paths; equivalent gate is in the 05-14 full-decode patch"
  sources = [
    "data/minimax-m27-quality-preserving-followups-20260513-late.json",
    "data/minimax-m27-quality-correction-and-valid-fallback-20260514.json",
    "data/localmaxxing-responses/minimax-m27-autoround-xpugraph-attn-delay-block256-mbt512-noprefix-repeat-high-20260513.response.json",
    "data/localmaxxing-minimax-m27-autoround-xpugraph-attn-delay-block256-mbt512-noprefix-repeat-high-20260513.payload.json",
    "notes/2026-05-13-minimax-late-quality-followups.md",
    "notes/2026-05-13-minimax-profiler-and-triton-attention.md",
  ]

  shape {
    prompt  = 512
    output  = 1536
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 73.30631164343902
    total_tok_s  = 97.7417488579187
  }

  quality {
    failed = ["(05-13/14): all-token-0 output"]
  }
}

result "lab-gmem095-static" {
  date     = "2026-05-13"
  lane     = "minimax-m27-autoround-vllm-xpu-static-compile"
  standing = "diagnostic"
  model    = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine   = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "gpu_memory_utilization 0.95 not repeatable"
  fidelity = "not stated"
  repeats  = [48.42, 46.21]
  sources = [
    "README.md",
    "notes/2026-05-13-minimax-fused-gemv-and-runtime-screens.md",
    "data/minimax-m27-20260513-fused-gemv-and-runtime-screens.json",
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

result "lab-mode3-static" {
  date     = "2026-05-13"
  lane     = "minimax-m27-autoround-vllm-xpu-static-compile"
  standing = "negative"
  model    = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine   = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "compilation mode 3 with 9408-KV cold artefact"
  fidelity = "not stated"
  sources = [
    "README.md",
    "notes/2026-05-13-minimax-fused-gemv-and-runtime-screens.md",
    "data/minimax-m27-20260513-fused-gemv-and-runtime-screens.json",
  ]

  shape {
    prompt  = 512
    output  = 512
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 33.24
  }

  quality {
    caveat = "No generation gate recorded for this run. 2026-05-13/14 probes of compiled vLLM/XPU AutoRound execution returned NaN logits / NUL tokens, so the lab reclassified compiled throughput before that date as speed-only."
  }
}

result "lab-noprefix-static" {
  date     = "2026-05-13"
  lane     = "minimax-m27-autoround-vllm-xpu-static-compile"
  standing = "negative"
  model    = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine   = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "prefix caching off p512/n1536"
  fidelity = "not stated"
  sources = [
    "README.md",
    "notes/2026-05-13-minimax-async-runtime-screens.md",
    "data/minimax-m27-20260513-fused-gemv-and-runtime-screens.json",
  ]

  shape {
    prompt  = 512
    output  = 1536
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 47.05
  }

  quality {
    caveat = "No generation gate recorded for this run. 2026-05-13/14 probes of compiled vLLM/XPU AutoRound execution returned NaN logits / NUL tokens, so the lab reclassified compiled throughput before that date as speed-only."
  }
}

result "lab-ur-immediate-1" {
  date     = "2026-05-13"
  lane     = "minimax-m27-autoround-vllm-xpu-static-compile"
  standing = "negative"
  model    = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine   = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "UR_L0_USE_IMMEDIATE_COMMANDLISTS=1"
  variables = {
    UR_L0_USE_IMMEDIATE_COMMANDLISTS = "1"
  }
  fidelity = "not stated"
  sources = [
    "README.md",
    "notes/2026-05-13-minimax-ur-and-dflash-screens.md",
    "data/minimax-m27-20260513-ur-and-dflash-screens.json",
  ]

  shape {
    prompt  = 512
    output  = 512
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 45.49
  }

  quality {
    caveat = "No generation gate recorded for this run. 2026-05-13/14 probes of compiled vLLM/XPU AutoRound execution returned NaN logits / NUL tokens, so the lab reclassified compiled throughput before that date as speed-only."
  }
}

result "lab-mm-dist-residual" {
  date     = "2026-05-13"
  lane     = "minimax-m27-autoround-vllm-xpu-xpugraph"
  standing = "negative"
  model    = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine   = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "distributed residual allreduce"
  patches = [
    "patches/vllm-inc-xpu-autoround-fusedmoe-wna16-20260508.patch",
    "patches/vllm-source-b70-minimax-moe-config-20260510.patch",
    "patches/vllm-minimax-router-and-moe-experiments-20260512.patch",
    "patches/vllm-xpu-worker-ccl-local-rank-optin-20260512.patch",
    "patches/llm-scaler-minimax-router-and-u4-experiments-20260512.patch",
    "patches/vllm-xpu-graph-noop-communicator-capture-20260509.patch",
    "patches/vllm-xpu-force-graph-with-comm-experiment.patch",
    "patches/vllm-minimax-dist-residual-allreduce-20260513.patch",
  ]
  fidelity = "see lane"
  sources  = ["data/minimax-m27-dist-residual-allreduce-20260513.json"]

  shape {
    prompt  = 512
    output  = 1536
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 72.67311643880082
  }

  quality {
    caveat = "No generation gate recorded for this run. 2026-05-13/14 probes of compiled vLLM/XPU AutoRound execution returned NaN logits / NUL tokens, so the lab reclassified compiled throughput before that date as speed-only."
  }
}

result "lab-mm-prefill-p4096n512" {
  date     = "2026-05-13"
  lane     = "minimax-m27-autoround-vllm-xpu-xpugraph"
  stack    = stack.minimax-m27-int4-i
  standing = "suspect"
  model    = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine   = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "warm mean, long-prompt baseline (mbt 512)"
  fidelity = "see lane"
  sources  = ["data/minimax-m27-prefill-baseline-p4096n512-20260513.json"]

  shape {
    prompt = 4096
    output = 512
    batch  = 1
  }

  metrics {
    output_tok_s = 58.55039785429774
  }

  quality {
    caveat = "No generation gate recorded for this run. 2026-05-13/14 probes of compiled vLLM/XPU AutoRound execution returned NaN logits / NUL tokens, so the lab reclassified compiled throughput before that date as speed-only."
  }
}

result "lab-mm-repeatability-gate" {
  date     = "2026-05-13"
  lane     = "minimax-m27-autoround-vllm-xpu-xpugraph"
  stack    = stack.minimax-m27-int4-i
  standing = "suspect"
  model    = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine   = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "repeatability gate passed speed/CV checks but its quality smoke output was NUL (invalidated 05-14)"
  fidelity = "see lane"
  sources  = ["data/minimax-m27-integrity-repeatability-gate-20260513.json"]

  shape {
    prompt  = 512
    output  = 1536
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 73.24415538803028
  }

  quality {
    passed = ["repeatability CV 0.165 %"]
    failed = ["text smoke later found NUL"]
    caveat = "No generation gate recorded for this run. 2026-05-13/14 probes of compiled vLLM/XPU AutoRound execution returned NaN logits / NUL tokens, so the lab reclassified compiled throughput before that date as speed-only."
  }
}

result "cmp50fdu90007o301bhqk6r8v" {
  label     = "localmaxxing-submission-minimax-m27-autoround-quality-valid-none-warmups0-20260514.json"
  date      = "2026-05-14"
  submitted = "2026-05-14T04:50:17Z"
  lane      = "minimax-m27-autoround-vllm-xpu-uncompiled"
  stack     = stack.minimax-m27-int4-j
  variant   = "uncompiled"
  suite     = "p512n1536"
  standing  = "accepted"
  model     = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine    = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware  = "4x Intel Arc Pro B70 32GB"
  notes     = "compilation mode 0 and cudagraph_num_of_warmups 0: first quality-valid fallback"
  command   = "VLLM_XPU_USE_LLM_SCALER_MOE=1 VLLM_MINIMAX_M2_ATTN_DELAY_ALLREDUCE=1 VLLM_XPU_ENABLE_XPU_GRAPH=0 vllm bench throughput --backend vllm --model /mnt/fast-ai/llm-models/minimax-m2.7-int4-autoround --dtype float16 --tensor-parallel-size 4 --distributed-executor-backend mp --max-model-len 2048 --max-num-batched-tokens 512 --max-num-seqs 1 --dataset-name random --random-input-len 512 --random-output-len 1536 --random-range-ratio 0 --num-prompts 1 --async-engine --block-size 256 --no-enable-prefix-caching --compilation-config '{\"mode\":0,\"cudagraph_num_of_warmups\":0}'"
  variables = {
    VLLM_MINIMAX_M2_ATTN_DELAY_ALLREDUCE = "1"
    VLLM_XPU_ENABLE_XPU_GRAPH            = "0"
    VLLM_XPU_USE_LLM_SCALER_MOE          = "1"
  }
  fidelity = "verified"
  sources = [
    "data/localmaxxing-submission-minimax-m27-autoround-quality-valid-none-warmups0-20260514.json",
    "data/minimax-m27-quality-correction-and-valid-fallback-20260514.json",
    "data/localmaxxing-minimax-m27-autoround-quality-valid-none-warmups0-p512n1536-20260514.payload.json",
  ]

  shape {
    prompt  = 512
    output  = 1536
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 20.74229496697839
    total_tok_s  = 27.65639328930451
  }

  quality {
    passed = ["nontrivial text smoke, 0 NUL tokens"]
  }
}

result "cmp52gqmb000vo3015qj4kl9t" {
  label     = "vllm-minimax-m27-autoround-full-decode-graph-triton-p512-n1536"
  date      = "2026-05-14"
  submitted = "2026-05-14T05:47:19Z"
  lane      = "minimax-m27-autoround-vllm-xpu-full-decode-graph"
  stack     = stack.minimax-m27-int4-j
  suite     = "p512n1536"
  standing  = "superseded"
  model     = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine    = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware  = "4x Intel Arc Pro B70 32GB"
  notes     = "TRITON_ATTN, compilation mode 0 with FULL_DECODE_ONLY XPU graph, cudagraph_num_of_warmups 0"
  command   = "VLLM_XPU_USE_LLM_SCALER_MOE=1 VLLM_MINIMAX_M2_ATTN_DELAY_ALLREDUCE=1 VLLM_XPU_ENABLE_XPU_GRAPH=1 VLLM_XPU_FORCE_GRAPH_WITH_COMM=1 VLLM_XPU_GRAPH_NOOP_COMM_CAPTURE=1 vllm bench throughput --backend vllm --model /mnt/fast-ai/llm-models/minimax-m2.7-int4-autoround --tokenizer /mnt/fast-ai/llm-models/minimax-m2.7-int4-autoround --trust-remote-code --dtype float16 --tensor-parallel-size 4 --distributed-executor-backend mp --max-model-len 2048 --max-num-batched-tokens 512 --max-num-seqs 1 --dataset-name random --random-input-len 512 --random-output-len 1536 --random-range-ratio 0 --num-prompts 1 --disable-log-stats --async-engine --block-size 256 --no-enable-prefix-caching --attention-backend TRITON_ATTN --compilation-config '{\"mode\":0,\"cudagraph_mode\":\"FULL_DECODE_ONLY\",\"cudagraph_num_of_warmups\":0,\"compile_sizes\":[1]}'"
  variables = {
    VLLM_MINIMAX_M2_ATTN_DELAY_ALLREDUCE = "1"
    VLLM_XPU_ENABLE_XPU_GRAPH            = "1"
    VLLM_XPU_FORCE_GRAPH_WITH_COMM       = "1"
    VLLM_XPU_GRAPH_NOOP_COMM_CAPTURE     = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE          = "1"
  }
  fidelity = "verified plain apply"
  repeats  = [61.76143357904489, 61.744262043265586]
  sources = [
    "data/minimax-m27-full-decode-graph-triton-20260514.json",
    "notes/2026-05-14-grand-plan-minimax-over-60.md",
    "data/localmaxxing-submission-minimax-m27-autoround-full-decode-graph-triton-p512n1536-20260514.json",
    "data/localmaxxing-minimax-m27-autoround-full-decode-graph-triton-p512n1536-20260514.payload.json",
    "localmaxxing_submissions.md",
  ]

  shape {
    prompt  = 512
    output  = 1536
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 61.75284781115523
    total_tok_s  = 82.33713041487366
  }

  quality {
    passed = ["text smoke, no NUL tokens"]
  }
}

result "cmp5e0t6w007ho301nw1qq45h" {
  date      = "2026-05-14"
  submitted = "2026-05-14T11:10:51Z"
  lane      = "minimax-m27-autoround-vllm-xpu-full-decode-graph"
  stack     = stack.minimax-m27-int4-j
  standing  = "superseded"
  model     = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine    = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware  = "4x Intel Arc Pro B70 32GB"
  notes     = "repeatability refresh of the full-decode graph recipe"
  fidelity  = "verified plain apply"
  repeats   = [61.3575, 60.8042]
  sources = [
    "notes/2026-05-14-minimax-quality-gate-reliability.md",
    "notes/2026-05-14-minimax-compiled-path-repair.md",
  ]

  shape {
    prompt  = 512
    output  = 1536
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 61.0808
    total_tok_s  = 81.4411
  }

  quality {
    passed = ["long-context corruption smoke passed", "semantic canary suite"]
    hashes = {
      semantic-suite-n64-r2 = "adacbf144264486ea7d378ebb6a4c0ba23951b72c4cf86251a762b07ebef5805"
    }
  }
}

result "cmp68grii00kdo301g5kqwapp" {
  label     = "minimax-m27-autoround-clean-weight-guard-p512n1536-20260515"
  date      = "2026-05-15"
  submitted = "2026-05-15T01:23:04Z"
  lane      = "minimax-m27-autoround-vllm-xpu-clean-weight"
  stack     = stack.minimax-m27-int4-k
  standing  = "superseded"
  model     = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine    = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware  = "4x Intel Arc Pro B70 32GB"
  command   = "VLLM_XPU_USE_LLM_SCALER_MOE=1 VLLM_MINIMAX_M2_ATTN_DELAY_ALLREDUCE=1 VLLM_XPU_ENABLE_XPU_GRAPH=1 VLLM_XPU_FORCE_GRAPH_WITH_COMM=1 VLLM_XPU_GRAPH_NOOP_COMM_CAPTURE=1 VLLM_MINIMAX_QK_NORM_RESTORE_WEIGHT=1 VLLM_MINIMAX_QK_NORM_RESTORE_WEIGHT_MIN_TOKENS=2 vllm bench throughput --backend vllm --model /mnt/fast-ai/llm-models/minimax-m2.7-int4-autoround --tokenizer /mnt/fast-ai/llm-models/minimax-m2.7-int4-autoround --trust-remote-code --dtype float16 --tensor-parallel-size 4 --distributed-executor-backend mp --max-model-len 2048 --max-num-batched-tokens 512 --max-num-seqs 1 --dataset-name random --random-input-len 512 --random-output-len 1536 --random-range-ratio 0 --num-prompts 1 --disable-log-stats --async-engine --block-size 256 --no-enable-prefix-caching --attention-backend TRITON_ATTN --compilation-config '{\"mode\":0,\"cudagraph_mode\":\"FULL_DECODE_ONLY\",\"cudagraph_num_of_warmups\":0,\"compile_sizes\":[1]}'"
  variables = {
    VLLM_MINIMAX_M2_ATTN_DELAY_ALLREDUCE           = "1"
    VLLM_MINIMAX_QK_NORM_RESTORE_WEIGHT            = "1"
    VLLM_MINIMAX_QK_NORM_RESTORE_WEIGHT_MIN_TOKENS = "2"
    VLLM_XPU_ENABLE_XPU_GRAPH                      = "1"
    VLLM_XPU_FORCE_GRAPH_WITH_COMM                 = "1"
    VLLM_XPU_GRAPH_NOOP_COMM_CAPTURE               = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE                    = "1"
  }
  fidelity = "verified plain apply"
  repeats  = [61.257643759548706, 61.44035895915239]
  sources = [
    "data/minimax-m27-clean-weight-guard-quality-repeat-20260515.json",
    "notes/2026-05-14-minimax-qk-clean-weight-guard.md",
    "data/localmaxxing-responses/minimax-m27-autoround-clean-weight-guard-p512n1536-20260515.response.json",
    "data/localmaxxing-minimax-m27-autoround-clean-weight-guard-p512n1536-20260515.payload.json",
    "notes/2026-05-14-grand-plan-minimax-over-60.md",
  ]

  shape {
    prompt  = 512
    output  = 1536
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 61.34900135935055
    total_tok_s  = 81.79866847913408
  }

  quality {
    passed = ["raw145-n64-exact"]
  }
}

result "cmp68w1mc00kso3016xc7jsgk" {
  label     = "minimax-m27-autoround-clean-weight-guard-ctx4096-p512n1536-20260515"
  date      = "2026-05-15"
  submitted = "2026-05-15T01:34:57Z"
  lane      = "minimax-m27-autoround-vllm-xpu-clean-weight"
  stack     = stack.minimax-m27-int4-k
  standing  = "superseded"
  model     = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine    = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware  = "4x Intel Arc Pro B70 32GB"
  notes     = "ctx4096"
  command   = "VLLM_XPU_USE_LLM_SCALER_MOE=1 VLLM_MINIMAX_M2_ATTN_DELAY_ALLREDUCE=1 VLLM_XPU_ENABLE_XPU_GRAPH=1 VLLM_XPU_FORCE_GRAPH_WITH_COMM=1 VLLM_XPU_GRAPH_NOOP_COMM_CAPTURE=1 VLLM_MINIMAX_QK_NORM_RESTORE_WEIGHT=1 VLLM_MINIMAX_QK_NORM_RESTORE_WEIGHT_MIN_TOKENS=2 vllm bench throughput --backend vllm --model /mnt/fast-ai/llm-models/minimax-m2.7-int4-autoround --tokenizer /mnt/fast-ai/llm-models/minimax-m2.7-int4-autoround --trust-remote-code --dtype float16 --tensor-parallel-size 4 --distributed-executor-backend mp --max-model-len 4096 --max-num-batched-tokens 512 --max-num-seqs 1 --dataset-name random --random-input-len 512 --random-output-len 1536 --random-range-ratio 0 --num-prompts 1 --disable-log-stats --async-engine --block-size 256 --no-enable-prefix-caching --attention-backend TRITON_ATTN --compilation-config '{\"mode\":0,\"cudagraph_mode\":\"FULL_DECODE_ONLY\",\"cudagraph_num_of_warmups\":0,\"compile_sizes\":[1]}'"
  variables = {
    VLLM_MINIMAX_M2_ATTN_DELAY_ALLREDUCE           = "1"
    VLLM_MINIMAX_QK_NORM_RESTORE_WEIGHT            = "1"
    VLLM_MINIMAX_QK_NORM_RESTORE_WEIGHT_MIN_TOKENS = "2"
    VLLM_XPU_ENABLE_XPU_GRAPH                      = "1"
    VLLM_XPU_FORCE_GRAPH_WITH_COMM                 = "1"
    VLLM_XPU_GRAPH_NOOP_COMM_CAPTURE               = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE                    = "1"
  }
  fidelity = "verified plain apply"
  repeats  = [60.87273667491111, 60.922534200253814]
  sources = [
    "data/minimax-m27-clean-weight-guard-ctx4096-repeat-20260515.json",
    "notes/2026-05-14-minimax-ctx4096-prompt-sweep.md",
    "data/localmaxxing-responses/minimax-m27-autoround-clean-weight-guard-ctx4096-p512n1536-20260515.response.json",
    "data/localmaxxing-minimax-m27-autoround-clean-weight-guard-ctx4096-p512n1536-20260515.payload.json",
    "notes/2026-05-14-grand-plan-minimax-over-60.md",
    "notes/2026-05-14-minimax-qk-clean-weight-guard.md",
  ]

  shape {
    prompt  = 512
    output  = 1536
    context = 4096
    batch   = 1
  }

  metrics {
    output_tok_s = 60.89763543758247
    total_tok_s  = 81.19684725010995
  }

  quality {
    passed = ["raw145-n64-exact"]
  }
}

result "cmp6a5c1o00mpo3011hg8ncyp" {
  label     = "vllm-minimax-m27-clean-weight-piecewise-aot-p512-n1536"
  date      = "2026-05-15"
  submitted = "2026-05-15T02:10:10Z"
  lane      = "minimax-m27-autoround-vllm-xpu-clean-weight"
  stack     = stack.minimax-m27-int4-k
  suite     = "p512n1536"
  standing  = "superseded"
  model     = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine    = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware  = "4x Intel Arc Pro B70 32GB"
  notes     = "PIECEWISE AOT, 3 runs; the same piecewise family showed arithmetic-repeat drift on 05-16 before that gate existed"
  command   = "VLLM_MINIMAX_QK_NORM_RESTORE_WEIGHT=1 VLLM_MINIMAX_QK_NORM_RESTORE_WEIGHT_MIN_TOKENS=2 VLLM_MINIMAX_M2_ATTN_DELAY_ALLREDUCE=1 VLLM_XPU_ENABLE_XPU_GRAPH=1 VLLM_XPU_FORCE_GRAPH_WITH_COMM=1 VLLM_XPU_GRAPH_NOOP_COMM_CAPTURE=1 VLLM_XPU_USE_LLM_SCALER_MOE=1 CCL_TOPO_P2P_ACCESS=1 VLLM_CACHE_ROOT=/mnt/fast-ai/vllm-cache-exp/minimax-cleanweight-piecewise-quality-dynsafe-20260515T015044Z vllm bench throughput --backend vllm --async-engine --block-size 256 --no-enable-prefix-caching --attention-backend TRITON_ATTN --model /mnt/fast-ai/llm-models/minimax-m2.7-int4-autoround --tokenizer /mnt/fast-ai/llm-models/minimax-m2.7-int4-autoround --trust-remote-code --dtype float16 --tensor-parallel-size 4 --distributed-executor-backend mp --max-model-len 2048 --max-num-batched-tokens 512 --max-num-seqs 1 --dataset-name random --random-input-len 512 --random-output-len 1536 --random-range-ratio 0 --num-prompts 1 --disable-log-stats --compilation-config '{\"use_inductor_graph_partition\":true,\"compile_sizes\":[1],\"cudagraph_mode\":\"PIECEWISE\"}'"
  variables = {
    CCL_TOPO_P2P_ACCESS                            = "1"
    VLLM_CACHE_ROOT                                = "/mnt/fast-ai/vllm-cache-exp/minimax-cleanweight-piecewise-quality-dynsafe-20260515T015044Z"
    VLLM_MINIMAX_M2_ATTN_DELAY_ALLREDUCE           = "1"
    VLLM_MINIMAX_QK_NORM_RESTORE_WEIGHT            = "1"
    VLLM_MINIMAX_QK_NORM_RESTORE_WEIGHT_MIN_TOKENS = "2"
    VLLM_XPU_ENABLE_XPU_GRAPH                      = "1"
    VLLM_XPU_FORCE_GRAPH_WITH_COMM                 = "1"
    VLLM_XPU_GRAPH_NOOP_COMM_CAPTURE               = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE                    = "1"
  }
  fidelity = "verified plain apply"
  repeats  = [64.62234912789647, 66.65885369642697, 65.9761719916189]
  sources = [
    "data/minimax-m27-clean-weight-piecewise-aot-p512n1536-3run-20260515.json",
    "data/minimax-m27-clean-weight-piecewise-aot-quality64-20260515.json",
    "data/minimax-m27-clean-weight-piecewise-aot-quality256-20260515.json",
    "data/localmaxxing-submission-minimax-m27-clean-weight-piecewise-aot-p512n1536-20260515.json",
    "data/localmaxxing-responses/minimax-m27-clean-weight-piecewise-aot-p512n1536-20260515.response.json",
    "localmaxxing_submissions.md",
    "results/localmaxxing-submissions.md",
  ]

  shape {
    prompt  = 512
    output  = 1536
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 65.75245827198079
    total_tok_s  = 87.66994436264105
  }

  quality {
    passed = ["raw145-n64-exact", "raw145-n256-exact"]
    hashes = {
      raw145-n256 = "58f6e8251c7a0a17e8c441278b5861f7d5da914fa1823ecd10484b296f2d7537"
      raw145-n64  = "267cbf30208d84929ee79284ac695467f7e80597bf8694130e1e1f8b180eb5bd"
    }
  }
}

result "lab-0515-decode" {
  date     = "2026-05-15"
  lane     = "minimax-m27-autoround-vllm-xpu-clean-weight"
  stack    = stack.minimax-m27-int4-k
  standing = "negative"
  model    = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine   = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "strict-lane screen, see data file for the decision text"
  fidelity = "reconstruction status as for the parent lane"
  sources = [
    "data/minimax-m27-aot-latency-and-compile-use-param-20260515.json",
    "notes/2026-05-15-minimax-aot-latency-and-compile-use-param.md",
  ]

  shape {
    prompt  = 512
    output  = 1536
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 64.4975637114
  }
}

result "lab-q-fail-qk-summean" {
  date     = "2026-05-15"
  lane     = "minimax-m27-autoround-vllm-xpu-clean-weight"
  stack    = stack.minimax-m27-int4-k
  standing = "negative"
  model    = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine   = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "quality gate failure, not benchmarked: raw145-n64 mismatch (algebraic rewrite)"
  variables = {
    VLLM_MINIMAX_QK_NORM_DECODE_SUMMEAN            = "1"
    VLLM_MINIMAX_QK_NORM_DECODE_SUMMEAN_MAX_TOKENS = "1"
    VLLM_MINIMAX_QK_NORM_RESTORE_WEIGHT            = "1"
    VLLM_MINIMAX_QK_NORM_RESTORE_WEIGHT_MIN_TOKENS = "2"
  }
  fidelity = "see lane"
  sources  = ["data/minimax-m27-qk-decode-summean-negative-20260515.json"]

  shape {
    prompt  = 512
    output  = 1536
    context = 2048
    batch   = 1
  }

  quality {
    failed = ["raw145-n64 mismatch (algebraic rewrite)"]
  }
}

result "cmp7p4cj100clo401sy8gzesk" {
  label     = "minimax-m27-autoround-compile-allreduce-no-clone-p512n1536-20260516"
  date      = "2026-05-16"
  submitted = "2026-05-16T01:57:05Z"
  lane      = "minimax-m27-autoround-vllm-xpu-no-clone"
  standing  = "suspect"
  model     = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine    = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware  = "4x Intel Arc Pro B70 32GB"
  notes     = "no-clone family later failed extended quality (erratum 05-17); async run less reliability-cleared"
  command   = "VLLM_XPU_COMPILE_ALLREDUCE_NO_CLONE=1 VLLM_MINIMAX_M2_ATTN_DELAY_ALLREDUCE=1 VLLM_XPU_ENABLE_XPU_GRAPH=1 VLLM_XPU_FORCE_GRAPH_WITH_COMM=1 VLLM_XPU_GRAPH_NOOP_COMM_CAPTURE=1 VLLM_XPU_USE_LLM_SCALER_MOE=1 CCL_TOPO_P2P_ACCESS=1 VLLM_CACHE_ROOT=/mnt/fast-ai/vllm-cache-exp/minimax-compile-allreduce-no-clone-strict-20260516 vllm bench throughput --backend vllm --async-engine --block-size 256 --no-enable-prefix-caching --attention-backend TRITON_ATTN --model /mnt/fast-ai/llm-models/minimax-m2.7-int4-autoround --tokenizer /mnt/fast-ai/llm-models/minimax-m2.7-int4-autoround --trust-remote-code --dtype float16 --tensor-parallel-size 4 --distributed-executor-backend mp --max-model-len 2048 --max-num-batched-tokens 512 --max-num-seqs 1 --dataset-name random --random-input-len 512 --random-output-len 1536 --random-range-ratio 0 --num-prompts 1 --disable-log-stats --compilation-config '{\"use_inductor_graph_partition\":true,\"compile_sizes\":[1],\"cudagraph_mode\":\"PIECEWISE\"}'"
  variables = {
    CCL_TOPO_P2P_ACCESS                  = "1"
    VLLM_CACHE_ROOT                      = "/mnt/fast-ai/vllm-cache-exp/minimax-compile-allreduce-no-clone-strict-20260516"
    VLLM_MINIMAX_M2_ATTN_DELAY_ALLREDUCE = "1"
    VLLM_XPU_COMPILE_ALLREDUCE_NO_CLONE  = "1"
    VLLM_XPU_ENABLE_XPU_GRAPH            = "1"
    VLLM_XPU_FORCE_GRAPH_WITH_COMM       = "1"
    VLLM_XPU_GRAPH_NOOP_COMM_CAPTURE     = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE          = "1"
  }
  patches = [
    "patches/vllm-inc-xpu-autoround-fusedmoe-wna16-20260508.patch",
    "patches/vllm-source-b70-minimax-moe-config-20260510.patch",
    "patches/vllm-minimax-router-and-moe-experiments-20260512.patch",
    "patches/vllm-xpu-worker-ccl-local-rank-optin-20260512.patch",
    "patches/llm-scaler-minimax-router-and-u4-experiments-20260512.patch",
    "patches/vllm-xpu-graph-noop-communicator-capture-20260509.patch",
    "patches/vllm-xpu-minimax-full-decode-graph-triton-20260514.patch",
    "patches/vllm-minimax-qk-rms-clean-weight-guard-20260515.patch",
    "patches/vllm-minimax-qk-rms-helper-clean-weight-guard-20260515.patch",
    "patches/vllm-xpu-compile-allreduce-no-clone-20260516.patch",
  ]
  fidelity = "no-clone file is a hunk sketch; NO_CLONE gate also in allreduce-boundary-probes snapshot"
  repeats  = [65.9362380428826, 66.24163600693295, 66.64933621352596]
  sources = [
    "data/minimax-m27-compile-allreduce-no-clone-20260516.json",
    "notes/2026-05-16-minimax-compile-allreduce-no-clone.md",
    "data/minimax-m27-no-clone-extended-quality-erratum-20260517.json",
    "data/localmaxxing-responses/minimax-m27-autoround-compile-allreduce-no-clone-p512n1536-20260516.response.json",
    "data/localmaxxing-minimax-m27-autoround-compile-allreduce-no-clone-p512n1536-20260516.payload.json",
  ]

  shape {
    prompt  = 512
    output  = 1536
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 66.27573675444717
    total_tok_s  = 88.36764900592955
  }

  quality {
    passed = ["raw145-n64-exact", "raw145-n256-exact", "semantic-suite", "raw145-n512 control"]
    hashes = {
      raw145-n256           = "58f6e8251c7a0a17e8c441278b5861f7d5da914fa1823ecd10484b296f2d7537"
      raw145-n512           = "3872a0eeddffe0e3351dca9eaf5ca7dfc8b9d0383aeb5096e398706e1fdb3244"
      raw145-n64            = "267cbf30208d84929ee79284ac695467f7e80597bf8694130e1e1f8b180eb5bd"
      semantic-suite-n64-r2 = "adacbf144264486ea7d378ebb6a4c0ba23951b72c4cf86251a762b07ebef5805"
    }
  }
}

result "cmp7sf8xo00dko4018nmrmckc" {
  label     = "minimax-m27-autoround-no-clone-asyncoff-p512n1536-20260516"
  date      = "2026-05-16"
  submitted = "2026-05-16T03:29:32Z"
  lane      = "minimax-m27-autoround-vllm-xpu-no-clone"
  standing  = "suspect"
  model     = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine    = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware  = "4x Intel Arc Pro B70 32GB"
  notes     = "async scheduling off; later arithmetic repeat r8 found graph-replay drift"
  command   = "VLLM_XPU_COMPILE_ALLREDUCE_NO_CLONE=1 VLLM_MINIMAX_M2_ATTN_DELAY_ALLREDUCE=1 VLLM_XPU_ENABLE_XPU_GRAPH=1 VLLM_XPU_FORCE_GRAPH_WITH_COMM=1 VLLM_XPU_GRAPH_NOOP_COMM_CAPTURE=1 VLLM_XPU_USE_LLM_SCALER_MOE=1 CCL_TOPO_P2P_ACCESS=1 VLLM_CACHE_ROOT=/mnt/fast-ai/vllm-cache-exp/minimax-reliability-pass-only vllm bench throughput --backend vllm --no-async-scheduling --block-size 256 --no-enable-prefix-caching --attention-backend TRITON_ATTN --model /mnt/fast-ai/llm-models/minimax-m2.7-int4-autoround --tokenizer /mnt/fast-ai/llm-models/minimax-m2.7-int4-autoround --trust-remote-code --dtype float16 --tensor-parallel-size 4 --distributed-executor-backend mp --max-model-len 2048 --max-num-batched-tokens 512 --max-num-seqs 1 --dataset-name random --random-input-len 512 --random-output-len 1536 --random-range-ratio 0 --num-prompts 1 --disable-log-stats --compilation-config '{\"use_inductor_graph_partition\":true,\"compile_sizes\":[1],\"cudagraph_mode\":\"PIECEWISE\"}'"
  variables = {
    CCL_TOPO_P2P_ACCESS                  = "1"
    VLLM_CACHE_ROOT                      = "/mnt/fast-ai/vllm-cache-exp/minimax-reliability-pass-only"
    VLLM_MINIMAX_M2_ATTN_DELAY_ALLREDUCE = "1"
    VLLM_XPU_COMPILE_ALLREDUCE_NO_CLONE  = "1"
    VLLM_XPU_ENABLE_XPU_GRAPH            = "1"
    VLLM_XPU_FORCE_GRAPH_WITH_COMM       = "1"
    VLLM_XPU_GRAPH_NOOP_COMM_CAPTURE     = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE          = "1"
  }
  patches = [
    "patches/vllm-inc-xpu-autoround-fusedmoe-wna16-20260508.patch",
    "patches/vllm-source-b70-minimax-moe-config-20260510.patch",
    "patches/vllm-minimax-router-and-moe-experiments-20260512.patch",
    "patches/vllm-xpu-worker-ccl-local-rank-optin-20260512.patch",
    "patches/llm-scaler-minimax-router-and-u4-experiments-20260512.patch",
    "patches/vllm-xpu-graph-noop-communicator-capture-20260509.patch",
    "patches/vllm-xpu-minimax-full-decode-graph-triton-20260514.patch",
    "patches/vllm-minimax-qk-rms-clean-weight-guard-20260515.patch",
    "patches/vllm-minimax-qk-rms-helper-clean-weight-guard-20260515.patch",
    "patches/vllm-xpu-compile-allreduce-no-clone-20260516.patch",
  ]
  fidelity = "as cmp7p4cj1"
  repeats  = [62.66675066470922, 62.65784839566116]
  sources = [
    "data/minimax-m27-async-scheduling-reliability-20260516.json",
    "notes/2026-05-16-minimax-graph-repeatability-quality-boundary.md",
    "data/localmaxxing-responses/minimax-m27-autoround-no-clone-asyncoff-p512n1536-20260516.response.json",
    "data/localmaxxing-minimax-m27-autoround-no-clone-asyncoff-p512n1536-20260516.payload.json",
    "data/minimax-m27-allreduce-boundary-probes-20260516.json",
    "data/minimax-m27-async-scheduling-rejections-20260516.json",
    "notes/2026-05-16-minimax-allreduce-boundary-probes.md",
  ]

  shape {
    prompt  = 512
    output  = 1536
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 62.66229953018519
    total_tok_s  = 83.54973270691359
  }

  quality {
    passed = ["raw145-n64/n256", "extended sixpack"]
  }
}
