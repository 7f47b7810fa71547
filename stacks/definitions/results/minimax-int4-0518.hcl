# MiniMax M2.7 INT4 on vLLM, 05-18 and 05-19. Figures, standings and caveats as the archive has them.

result "cmpag0uvt004io101t6rm25o1" {
  label     = "minimax-m27-autoround-sample-hidden-clone-fulllogits-promoted-p512n1536-20260517"
  date      = "2026-05-18"
  submitted = "2026-05-18T00:05:44Z"
  lane      = "minimax-m27-autoround-vllm-xpu-sample-hidden-clone"
  stack     = stack.minimax-m27-int4-n
  suite     = "p512n1536"
  standing  = "superseded"
  model     = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine    = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware  = "4x Intel Arc Pro B70 32GB"
  notes     = "clone sampled hidden states, full logits"
  command   = "LABEL=sample-hidden-clone-fulllogits-bench BENCH_REPEATS=2 RUN_EXTENDED_QUALITY=1 RUN_REPEAT_ARITHMETIC_QUALITY=1 REPEAT_ARITHMETIC_RUNS=16 VLLM_CACHE_ROOT=/mnt/fast-ai/vllm-cache-exp/minimax-strict-sample-hidden-clone-fulllogits-20260517 VLLM_RUNTIME_REQUIRE_ANY_MARKERS=VLLM_XPU_COMPILE_ALLREDUCE_NO_CLONE,VLLM_XPU_CLONE_SAMPLE_HIDDEN VLLM_XPU_COMPILE_ALLREDUCE_NO_CLONE=1 VLLM_XPU_CLONE_SAMPLE_HIDDEN=1 VLLM_MINIMAX_M2_CLONE_FINAL_HIDDEN=0 VLLM_BENCH_TEMPERATURE=0 CCL_TOPO_P2P_ACCESS=1 ONEAPI_DEVICE_SELECTOR=level_zero:0,1,2,3 ZE_AFFINITY_MASK=0,1,2,3 /home/steve/llm-optimizations-publish/scripts/run-minimax-strict-quality-gated-candidate.sh"
  variables = {
    CCL_TOPO_P2P_ACCESS                            = "1"
    ONEAPI_DEVICE_SELECTOR                         = "level_zero:0,1,2,3"
    VLLM_BENCH_TEMPERATURE                         = "0"
    VLLM_CACHE_ROOT                                = "/mnt/fast-ai/vllm-cache-exp/minimax-strict-sample-hidden-clone-fulllogits-20260517"
    VLLM_MINIMAX_M2_ATTN_DELAY_ALLREDUCE           = "1"
    VLLM_MINIMAX_M2_CLONE_FINAL_HIDDEN             = "0"
    VLLM_MINIMAX_QK_NORM_RESTORE_WEIGHT            = "1"
    VLLM_MINIMAX_QK_NORM_RESTORE_WEIGHT_MIN_TOKENS = "2"
    VLLM_RUNTIME_REQUIRE_ANY_MARKERS               = "VLLM_XPU_COMPILE_ALLREDUCE_NO_CLONE"
    VLLM_XPU_CLONE_SAMPLE_HIDDEN                   = "1"
    VLLM_XPU_COMPILE_ALLREDUCE_NO_CLONE            = "1"
    VLLM_XPU_ENABLE_XPU_GRAPH                      = "1"
    VLLM_XPU_FORCE_GRAPH_WITH_COMM                 = "1"
    VLLM_XPU_GRAPH_NOOP_COMM_CAPTURE               = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE                    = "1"
    ZE_AFFINITY_MASK                               = "0,1,2,3"
  }
  fidelity = "verified --recount -C0 --unidiff-zero"
  repeats  = [66.59350575506512, 66.6251363246791]
  sources = [
    "data/minimax-m27-sample-hidden-clone-fulllogits-promoted-20260517.json",
    "data/minimax-m27-sample-hidden-clone-repeatability-20260518.json",
    "data/localmaxxing-responses/minimax-m27-autoround-sample-hidden-clone-fulllogits-promoted-p512n1536-20260517.response.json",
    "notes/2026-05-17-minimax-sample-hidden-clone-fulllogits-promoted.md",
    "notes/2026-05-18-minimax-sample-hidden-clone-repeatability.md",
    "data/localmaxxing-minimax-m27-autoround-sample-hidden-clone-fulllogits-promoted-p512n1536-20260517.payload.json",
  ]

  shape {
    prompt  = 512
    output  = 1536
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 66.60932103987211
    total_tok_s  = 88.81242805316282
  }

  quality {
    passed = [
      "raw145-n64-exact",
      "raw145-n256-exact",
      "semantic-suite",
      "arithmetic repeat",
      "extended sixpack",
    ]
    hashes = {
      raw145-n256 = "58f6e8251c7a0a17e8c441278b5861f7d5da914fa1823ecd10484b296f2d7537"
      raw145-n64  = "267cbf30208d84929ee79284ac695467f7e80597bf8694130e1e1f8b180eb5bd"
    }
  }
}

result "cmpahyaas002gmn01lk0625he" {
  label     = "minimax-m27-autoround-flash-piecewise-strict-revalidated-p512n1536-20260518"
  date      = "2026-05-18"
  submitted = "2026-05-18T00:59:43Z"
  lane      = "minimax-m27-autoround-vllm-xpu-flash-piecewise"
  stack     = stack.minimax-m27-int4-o
  suite     = "p512n1536"
  standing  = "superseded"
  model     = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine    = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware  = "4x Intel Arc Pro B70 32GB"
  notes     = "default XPU FlashAttention + PIECEWISE, three bench-only repeats after gate"
  command   = "VLLM_XPU_ENABLE_XPU_GRAPH=1 VLLM_XPU_FORCE_GRAPH_WITH_COMM=1 VLLM_XPU_GRAPH_NOOP_COMM_CAPTURE=1 VLLM_XPU_USE_LLM_SCALER_MOE=1 VLLM_MINIMAX_M2_ATTN_DELAY_ALLREDUCE=1 VLLM_MINIMAX_QK_NORM_RESTORE_WEIGHT=1 VLLM_MINIMAX_QK_NORM_RESTORE_WEIGHT_MIN_TOKENS=2 CCL_TOPO_P2P_ACCESS=1 VLLM_CACHE_ROOT=/mnt/fast-ai/vllm-cache-exp/minimax-xpugraph-attndelay-block256-mbt512-noprefix-20260513T171301Z vllm bench throughput --backend vllm --async-engine --block-size 256 --no-enable-prefix-caching --model /mnt/fast-ai/llm-models/minimax-m2.7-int4-autoround --tokenizer /mnt/fast-ai/llm-models/minimax-m2.7-int4-autoround --trust-remote-code --dtype float16 --tensor-parallel-size 4 --distributed-executor-backend mp --max-model-len 2048 --max-num-batched-tokens 512 --max-num-seqs 1 --dataset-name random --random-input-len 512 --random-output-len 1536 --random-range-ratio 0 --num-prompts 1 --disable-log-stats --compilation-config '{\"use_inductor_graph_partition\":true,\"compile_sizes\":[1],\"cudagraph_mode\":\"PIECEWISE\"}'"
  variables = {
    CCL_TOPO_P2P_ACCESS                            = "1"
    ONEAPI_DEVICE_SELECTOR                         = "level_zero:0,1,2,3"
    VLLM_CACHE_ROOT                                = "/mnt/fast-ai/vllm-cache-exp/minimax-xpugraph-attndelay-block256-mbt512-noprefix-20260513T171301Z"
    VLLM_MINIMAX_M2_ATTN_DELAY_ALLREDUCE           = "1"
    VLLM_MINIMAX_QK_NORM_RESTORE_WEIGHT            = "1"
    VLLM_MINIMAX_QK_NORM_RESTORE_WEIGHT_MIN_TOKENS = "2"
    VLLM_XPU_ENABLE_XPU_GRAPH                      = "1"
    VLLM_XPU_FORCE_GRAPH_WITH_COMM                 = "1"
    VLLM_XPU_GRAPH_NOOP_COMM_CAPTURE               = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE                    = "1"
    ZE_AFFINITY_MASK                               = "0,1,2,3"
  }
  fidelity = "verified ordered reconstruction; one helper symbol missing (see stacks.md)"
  repeats  = [69.7362426870077, 69.94186270041554, 70.34095331166473]
  sources = [
    "data/minimax-m27-flash-piecewise-strict-revalidated-20260518.json",
    "notes/2026-05-18-minimax-flash-piecewise-strict-revalidated.md",
    "data/localmaxxing-responses/minimax-m27-autoround-flash-piecewise-strict-revalidated-p512n1536-20260518.response.json",
    "data/localmaxxing-minimax-m27-autoround-flash-piecewise-strict-revalidated-p512n1536-20260518.payload.json",
    "data/minimax-m27-block128-revalidation-20260518.json",
    "data/minimax-m27-sp-c10dpattern-screen-20260518.json",
    "notes/2026-05-18-minimax-block128-revalidation.md",
  ]

  shape {
    prompt  = 512
    output  = 1536
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 70.00635289969598
    total_tok_s  = 93.34180386626133
  }

  quality {
    passed = [
      "raw145-n64-exact",
      "raw145-n256-exact",
      "semantic-suite-n64-r2",
      "arithmetic-repeat-n64-r16",
      "extended-sixpack-n64-r2",
    ]
    hashes = {
      raw145-n256 = "58f6e8251c7a0a17e8c441278b5861f7d5da914fa1823ecd10484b296f2d7537"
      raw145-n64  = "267cbf30208d84929ee79284ac695467f7e80597bf8694130e1e1f8b180eb5bd"
    }
  }
}

result "cmpajhpgx004qmn01xrhzxluc" {
  label     = "minimax-m27-autoround-qk-fusion-flashdefault-no-uplift-p512n1536-20260518"
  date      = "2026-05-18"
  submitted = "2026-05-18T01:42:49Z"
  lane      = "minimax-m27-autoround-vllm-xpu-flash-piecewise"
  standing  = "negative"
  model     = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine    = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware  = "4x Intel Arc Pro B70 32GB"
  notes     = "Q/K norm fusion pass, no uplift (submitted anyway)"
  command   = "VLLM_XPU_ENABLE_XPU_GRAPH=1 VLLM_XPU_FORCE_GRAPH_WITH_COMM=1 VLLM_XPU_GRAPH_NOOP_COMM_CAPTURE=1 VLLM_XPU_USE_LLM_SCALER_MOE=1 VLLM_MINIMAX_M2_ATTN_DELAY_ALLREDUCE=1 VLLM_MINIMAX_QK_NORM_RESTORE_WEIGHT=1 VLLM_MINIMAX_QK_NORM_RESTORE_WEIGHT_MIN_TOKENS=2 VLLM_MINIMAX_QK_NORM_XPU_HELPER_FUSION=1 CCL_TOPO_P2P_ACCESS=1 VLLM_CACHE_ROOT=/mnt/fast-ai/vllm-cache-exp/minimax-strict-qk-helper-fusion-flashdefault-quality2 vllm bench throughput --backend vllm --async-engine --block-size 256 --no-enable-prefix-caching --model /mnt/fast-ai/llm-models/minimax-m2.7-int4-autoround --tokenizer /mnt/fast-ai/llm-models/minimax-m2.7-int4-autoround --trust-remote-code --dtype float16 --tensor-parallel-size 4 --distributed-executor-backend mp --max-model-len 2048 --max-num-batched-tokens 512 --max-num-seqs 1 --dataset-name random --random-input-len 512 --random-output-len 1536 --random-range-ratio 0 --num-prompts 1 --disable-log-stats --compilation-config '{\"use_inductor_graph_partition\":true,\"compile_sizes\":[1],\"cudagraph_mode\":\"PIECEWISE\",\"pass_config\":{\"fuse_minimax_qk_norm\":true}}'"
  variables = {
    CCL_TOPO_P2P_ACCESS                            = "1"
    ONEAPI_DEVICE_SELECTOR                         = "level_zero:0,1,2,3"
    VLLM_CACHE_ROOT                                = "/mnt/fast-ai/vllm-cache-exp/minimax-strict-qk-helper-fusion-flashdefault-quality2"
    VLLM_MINIMAX_M2_ATTN_DELAY_ALLREDUCE           = "1"
    VLLM_MINIMAX_QK_NORM_RESTORE_WEIGHT            = "1"
    VLLM_MINIMAX_QK_NORM_RESTORE_WEIGHT_MIN_TOKENS = "2"
    VLLM_MINIMAX_QK_NORM_XPU_HELPER_FUSION         = "1"
    VLLM_XPU_ENABLE_XPU_GRAPH                      = "1"
    VLLM_XPU_FORCE_GRAPH_WITH_COMM                 = "1"
    VLLM_XPU_GRAPH_NOOP_COMM_CAPTURE               = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE                    = "1"
    ZE_AFFINITY_MASK                               = "0,1,2,3"
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
    "patches/vllm-minimax-greedy-local-argmax-xpu-20260517.patch",
    "patches/vllm-xpu-finite-trace-helper-20260517.patch",
    "patches/vllm-xpu-decode-timing-summary-helper-20260509.patch",
    "patches/vllm-xpu-allreduce-boundary-probes-20260516.patch",
    "patches/vllm-minimax-qknorm-passmanager-xpu-guard-20260508.patch",
    "patches/vllm-minimax-qk-pass-xpu-helper-20260510.patch",
  ]
  fidelity = "qk-pass helper snapshot plus 05-18 tree"
  repeats  = [69.99883744912874, 69.627192242945, 69.60703487999405]
  sources = [
    "data/minimax-m27-qk-fusion-flashdefault-no-uplift-20260518.json",
    "data/localmaxxing-responses/minimax-m27-autoround-qk-fusion-flashdefault-no-uplift-p512n1536-20260518.response.json",
    "data/localmaxxing-minimax-m27-autoround-qk-fusion-flashdefault-no-uplift-p512n1536-20260518.payload.json",
    "notes/2026-05-18-minimax-qk-fusion-flashdefault-no-uplift.md",
  ]

  shape {
    prompt  = 512
    output  = 1536
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 69.74435485735593
    total_tok_s  = 92.99247314314124
  }

  quality {
    passed = [
      "raw145-n64-exact",
      "raw145-n256-exact",
      "semantic-suite-n64-r2",
      "arithmetic-repeat-n64-r16",
      "extended-sixpack-n64-r2",
    ]
    hashes = {
      raw145-n256 = "58f6e8251c7a0a17e8c441278b5861f7d5da914fa1823ecd10484b296f2d7537"
      raw145-n64  = "267cbf30208d84929ee79284ac695467f7e80597bf8694130e1e1f8b180eb5bd"
    }
  }
}

result "cmpasdq5v007nmn019elaut3s" {
  label     = "minimax-m27-autoround-moe-ws-flash-piecewise-strict-p512n1536-20260518"
  date      = "2026-05-18"
  submitted = "2026-05-18T05:51:39Z"
  lane      = "minimax-m27-autoround-vllm-xpu-moe-ws"
  stack     = stack.minimax-m27-int4-o
  variant   = "moe-ws"
  suite     = "p512n1536"
  standing  = "superseded"
  model     = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine    = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware  = "4x Intel Arc Pro B70 32GB"
  notes     = "llm-scaler work-sharing u4 kernel"
  command   = "VLLM_XPU_USE_LLM_SCALER_MOE=1 VLLM_XPU_USE_LLM_SCALER_MOE_WS=1 VLLM_XPU_ENABLE_XPU_GRAPH=1 VLLM_XPU_FORCE_GRAPH_WITH_COMM=1 VLLM_XPU_GRAPH_NOOP_COMM_CAPTURE=1 VLLM_MINIMAX_M2_ATTN_DELAY_ALLREDUCE=1 VLLM_MINIMAX_QK_NORM_RESTORE_WEIGHT=1 VLLM_MINIMAX_QK_NORM_RESTORE_WEIGHT_MIN_TOKENS=2 CCL_TOPO_P2P_ACCESS=1 ONEAPI_DEVICE_SELECTOR=level_zero:0,1,2,3 ZE_AFFINITY_MASK=0,1,2,3 vllm bench throughput --backend vllm --model /mnt/fast-ai/llm-models/minimax-m2.7-int4-autoround --tokenizer /mnt/fast-ai/llm-models/minimax-m2.7-int4-autoround --trust-remote-code --dtype float16 --tensor-parallel-size 4 --distributed-executor-backend mp --max-model-len 2048 --max-num-batched-tokens 512 --max-num-seqs 1 --dataset-name random --random-input-len 512 --random-output-len 1536 --random-range-ratio 0 --num-prompts 1 --disable-log-stats --async-engine --block-size 256 --no-enable-prefix-caching --compilation-config {\"use_inductor_graph_partition\":true,\"compile_sizes\":[1],\"cudagraph_mode\":\"PIECEWISE\"}"
  variables = {
    CCL_ATL_TRANSPORT                              = "ofi"
    CCL_TOPO_P2P_ACCESS                            = "1"
    ONEAPI_DEVICE_SELECTOR                         = "level_zero:0,1,2,3"
    VLLM_MINIMAX_M2_ATTN_DELAY_ALLREDUCE           = "1"
    VLLM_MINIMAX_QK_NORM_RESTORE_WEIGHT            = "1"
    VLLM_MINIMAX_QK_NORM_RESTORE_WEIGHT_MIN_TOKENS = "2"
    VLLM_XPU_ENABLE_XPU_GRAPH                      = "1"
    VLLM_XPU_FORCE_GRAPH_WITH_COMM                 = "1"
    VLLM_XPU_GRAPH_NOOP_COMM_CAPTURE               = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE                    = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE_WS                 = "1"
    ZE_AFFINITY_MASK                               = "0,1,2,3"
  }
  fidelity = "verified ordered reconstruction; one helper symbol missing (see stacks.md)"
  repeats  = [79.95164209041153, 81.25386728397348]
  sources = [
    "data/minimax-m27-moe-ws-flash-piecewise-strict-win-20260518.json",
    "notes/2026-05-18-minimax-moe-ws-flash-piecewise-strict-win.md",
    "CURRENT.md",
    "data/localmaxxing-responses/minimax-m27-autoround-moe-ws-flash-piecewise-strict-p512n1536-20260518.response.json",
    "data/localmaxxing-minimax-m27-autoround-moe-ws-flash-piecewise-strict-p512n1536-20260518.payload.json",
    "data/minimax-m27-mbt-boundary-20260518.json",
    "data/minimax-m27-moe-delay-negative-20260518.json",
  ]

  shape {
    prompt  = 512
    output  = 1536
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 80.6027546871925
    total_tok_s  = 107.4703395829233
  }

  quality {
    passed = [
      "raw145-n64-exact",
      "raw145-n256-exact",
      "semantic-suite-n64-r2",
      "arithmetic-repeat-n64-r16",
      "extended-sixpack-n64-r2",
    ]
    hashes = {
      raw145-n256 = "58f6e8251c7a0a17e8c441278b5861f7d5da914fa1823ecd10484b296f2d7537"
      raw145-n64  = "267cbf30208d84929ee79284ac695467f7e80597bf8694130e1e1f8b180eb5bd"
    }
  }
}

result "cmpay7th600bbmn01v6csyaro" {
  label     = "minimax-m27-autoround-logits-ws-strict-p512n1536-20260518"
  date      = "2026-05-18"
  submitted = "2026-05-18T08:35:02Z"
  lane      = "minimax-m27-autoround-vllm-xpu-logits-ws"
  standing  = "superseded"
  model     = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine    = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware  = "4x Intel Arc Pro B70 32GB"
  notes     = "router logits passed straight to llm-scaler WS kernel"
  command   = "VLLM_XPU_USE_LLM_SCALER_MOE=1 VLLM_XPU_USE_LLM_SCALER_MOE_WS=1 VLLM_XPU_USE_LLM_SCALER_MOE_MINIMAX_LOGITS_WS=1 VLLM_XPU_ENABLE_XPU_GRAPH=1 VLLM_XPU_FORCE_GRAPH_WITH_COMM=1 VLLM_XPU_GRAPH_NOOP_COMM_CAPTURE=1 VLLM_MINIMAX_M2_ATTN_DELAY_ALLREDUCE=1 VLLM_MINIMAX_QK_NORM_RESTORE_WEIGHT=1 VLLM_MINIMAX_QK_NORM_RESTORE_WEIGHT_MIN_TOKENS=2 CCL_TOPO_P2P_ACCESS=1 ONEAPI_DEVICE_SELECTOR=level_zero:0,1,2,3 ZE_AFFINITY_MASK=0,1,2,3 vllm bench throughput --backend vllm --model /mnt/fast-ai/llm-models/minimax-m2.7-int4-autoround --tokenizer /mnt/fast-ai/llm-models/minimax-m2.7-int4-autoround --trust-remote-code --dtype float16 --tensor-parallel-size 4 --distributed-executor-backend mp --max-model-len 2048 --max-num-batched-tokens 512 --max-num-seqs 1 --dataset-name random --random-input-len 512 --random-output-len 1536 --random-range-ratio 0 --num-prompts 1 --disable-log-stats --async-engine --block-size 256 --no-enable-prefix-caching --compilation-config {\"use_inductor_graph_partition\":true,\"compile_sizes\":[1],\"cudagraph_mode\":\"PIECEWISE\"}"
  variables = {
    CCL_ATL_TRANSPORT                              = "ofi"
    CCL_TOPO_P2P_ACCESS                            = "1"
    ONEAPI_DEVICE_SELECTOR                         = "level_zero:0,1,2,3"
    VLLM_MINIMAX_M2_ATTN_DELAY_ALLREDUCE           = "1"
    VLLM_MINIMAX_QK_NORM_RESTORE_WEIGHT            = "1"
    VLLM_MINIMAX_QK_NORM_RESTORE_WEIGHT_MIN_TOKENS = "2"
    VLLM_XPU_ENABLE_XPU_GRAPH                      = "1"
    VLLM_XPU_FORCE_GRAPH_WITH_COMM                 = "1"
    VLLM_XPU_GRAPH_NOOP_COMM_CAPTURE               = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE                    = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE_MINIMAX_LOGITS_WS  = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE_WS                 = "1"
    ZE_AFFINITY_MASK                               = "0,1,2,3"
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
    "patches/vllm-minimax-greedy-local-argmax-xpu-20260517.patch",
    "patches/vllm-xpu-finite-trace-helper-20260517.patch",
    "patches/vllm-xpu-decode-timing-summary-helper-20260509.patch",
    "patches/vllm-xpu-allreduce-boundary-probes-20260516.patch",
    "patches/vllm-minimax-qknorm-passmanager-xpu-guard-20260508.patch",
    "patches/minimax-logits-ws-path-20260518.md",
  ]
  fidelity = "NOT reconstructible: logits-WS kernel described only in markdown"
  repeats  = [82.4268056327071, 81.08972880155147]
  sources = [
    "data/minimax-m27-logits-ws-strict-win-20260518.json",
    "CURRENT.md",
    "data/localmaxxing-responses/minimax-m27-autoround-logits-ws-strict-p512n1536-20260518.response.json",
    "data/localmaxxing-minimax-m27-autoround-logits-ws-strict-p512n1536-20260518.payload.json",
    "data/minimax-m27-candidate-router-top32-negative-20260518.json",
    "data/minimax-m27-logits-ws-noclone-clonefinal-negative-20260518.json",
    "data/minimax-m27-moe-trace-and-tile-negative-20260518.json",
  ]

  shape {
    prompt  = 512
    output  = 1536
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 81.75826721712929
    total_tok_s  = 109.0110229561724
  }

  quality {
    passed = [
      "raw145-n64-exact",
      "raw145-n256-exact",
      "semantic-suite-n64-r2",
      "arithmetic-repeat-n64-r16",
      "extended-sixpack-n64-r2",
    ]
    hashes = {
      raw145-n256 = "58f6e8251c7a0a17e8c441278b5861f7d5da914fa1823ecd10484b296f2d7537"
      raw145-n64  = "267cbf30208d84929ee79284ac695467f7e80597bf8694130e1e1f8b180eb5bd"
    }
  }
}

result "cmpbifcx3013bmn01747cxix8" {
  label     = "minimax-m27-autoround-logits-ws-no-attn-delay-p512n1536-20260518"
  date      = "2026-05-18"
  submitted = "2026-05-18T18:00:46Z"
  lane      = "minimax-m27-autoround-vllm-xpu-logits-ws"
  standing  = "superseded"
  model     = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine    = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware  = "4x Intel Arc Pro B70 32GB"
  notes     = "attention delay off"
  command   = "VLLM_XPU_USE_LLM_SCALER_MOE=1 VLLM_XPU_USE_LLM_SCALER_MOE_WS=1 VLLM_XPU_USE_LLM_SCALER_MOE_MINIMAX_LOGITS_WS=1 VLLM_MINIMAX_M2_ATTN_DELAY_ALLREDUCE=0 VLLM_XPU_ENABLE_XPU_GRAPH=1 VLLM_XPU_FORCE_GRAPH_WITH_COMM=1 VLLM_XPU_GRAPH_NOOP_COMM_CAPTURE=1 VLLM_MINIMAX_QK_NORM_RESTORE_WEIGHT=1 VLLM_MINIMAX_QK_NORM_RESTORE_WEIGHT_MIN_TOKENS=2 CCL_TOPO_P2P_ACCESS=1 ONEAPI_DEVICE_SELECTOR=level_zero:0,1,2,3 ZE_AFFINITY_MASK=0,1,2,3 vllm bench throughput --backend vllm --model /mnt/fast-ai/llm-models/minimax-m2.7-int4-autoround --tokenizer /mnt/fast-ai/llm-models/minimax-m2.7-int4-autoround --trust-remote-code --dtype float16 --tensor-parallel-size 4 --distributed-executor-backend mp --max-model-len 2048 --max-num-batched-tokens 512 --max-num-seqs 1 --dataset-name random --random-input-len 512 --random-output-len 1536 --random-range-ratio 0 --num-prompts 1 --disable-log-stats --async-engine --block-size 256 --no-enable-prefix-caching --compilation-config {\"use_inductor_graph_partition\":true,\"compile_sizes\":[1],\"cudagraph_mode\":\"PIECEWISE\"}"
  variables = {
    CCL_TOPO_P2P_ACCESS                            = "1"
    ONEAPI_DEVICE_SELECTOR                         = "level_zero:0,1,2,3"
    VLLM_MINIMAX_M2_ATTN_DELAY_ALLREDUCE           = "0"
    VLLM_MINIMAX_QK_NORM_RESTORE_WEIGHT            = "1"
    VLLM_MINIMAX_QK_NORM_RESTORE_WEIGHT_MIN_TOKENS = "2"
    VLLM_XPU_ENABLE_XPU_GRAPH                      = "1"
    VLLM_XPU_FORCE_GRAPH_WITH_COMM                 = "1"
    VLLM_XPU_GRAPH_NOOP_COMM_CAPTURE               = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE                    = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE_MINIMAX_LOGITS_WS  = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE_WS                 = "1"
    ZE_AFFINITY_MASK                               = "0,1,2,3"
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
    "patches/vllm-minimax-greedy-local-argmax-xpu-20260517.patch",
    "patches/vllm-xpu-finite-trace-helper-20260517.patch",
    "patches/vllm-xpu-decode-timing-summary-helper-20260509.patch",
    "patches/vllm-xpu-allreduce-boundary-probes-20260516.patch",
    "patches/vllm-minimax-qknorm-passmanager-xpu-guard-20260508.patch",
    "patches/minimax-logits-ws-path-20260518.md",
  ]
  fidelity = "NOT reconstructible"
  repeats  = [82.85219681784992, 82.68145460037935, 82.40052284133643, 81.68289676822405]
  sources = [
    "data/minimax-m27-logits-ws-no-attn-delay-small-win-20260518.json",
    "CURRENT.md",
    "data/localmaxxing-responses/minimax-m27-autoround-logits-ws-no-attn-delay-p512n1536-20260518.response.json",
    "data/localmaxxing-minimax-m27-autoround-logits-ws-no-attn-delay-p512n1536-20260518.payload.json",
    "notes/2026-05-18-minimax-logits-ws-no-attn-delay-small-win.md",
  ]

  shape {
    prompt  = 512
    output  = 1536
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 82.40426775694743
    total_tok_s  = 109.8723570092633
  }

  quality {
    passed = [
      "raw145-n64-exact",
      "raw145-n256-exact",
      "semantic-suite-n64-r2",
      "arithmetic-repeat-n64-r16",
      "extended-sixpack-n64-r2",
    ]
    hashes = {
      arithmetic-repeat       = "578ec378bf31cb16fb49ac5c0043270fd00a0f7898e18ac498a41ffe775d7994"
      extended-sixpack-n64-r2 = "1e3560554f57b2b56cec8f49f28bc8ba12e9e0ced26bdc99a976f1433c99caa7"
      raw145-n256             = "58f6e8251c7a0a17e8c441278b5861f7d5da914fa1823ecd10484b296f2d7537"
      raw145-n64              = "267cbf30208d84929ee79284ac695467f7e80597bf8694130e1e1f8b180eb5bd"
      semantic-suite-n64-r2   = "adacbf144264486ea7d378ebb6a4c0ba23951b72c4cf86251a762b07ebef5805"
    }
  }
}

result "cmpbsqm4l001qpc0199azisgz" {
  label     = "minimax-m27-autoround-clone-safe-custom-allreduce-p512n1536-20260518"
  date      = "2026-05-18"
  submitted = "2026-05-18T22:49:27Z"
  lane      = "minimax-m27-autoround-vllm-xpu-clone-safe"
  standing  = "superseded"
  model     = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine    = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware  = "4x Intel Arc Pro B70 32GB"
  notes     = "clone-safe compiled allreduce custom op"
  command   = "VLLM_XPU_COMPILE_ALLREDUCE_CUSTOM_OP=1 VLLM_XPU_CUSTOM_ALLREDUCE_CLONE_INPUT=1 VLLM_XPU_USE_LLM_SCALER_MOE=1 VLLM_XPU_USE_LLM_SCALER_MOE_WS=1 VLLM_XPU_USE_LLM_SCALER_MOE_MINIMAX_LOGITS_WS=1 VLLM_MINIMAX_M2_ATTN_DELAY_ALLREDUCE=0 VLLM_XPU_ENABLE_XPU_GRAPH=1 VLLM_XPU_FORCE_GRAPH_WITH_COMM=1 VLLM_XPU_GRAPH_NOOP_COMM_CAPTURE=1 VLLM_MINIMAX_QK_NORM_RESTORE_WEIGHT=1 VLLM_MINIMAX_QK_NORM_RESTORE_WEIGHT_MIN_TOKENS=2 CCL_TOPO_P2P_ACCESS=1 ONEAPI_DEVICE_SELECTOR=level_zero:0,1,2,3 ZE_AFFINITY_MASK=0,1,2,3 vllm bench throughput --backend vllm --model /mnt/fast-ai/llm-models/minimax-m2.7-int4-autoround --tokenizer /mnt/fast-ai/llm-models/minimax-m2.7-int4-autoround --trust-remote-code --dtype float16 --tensor-parallel-size 4 --distributed-executor-backend mp --max-model-len 2048 --max-num-batched-tokens 512 --max-num-seqs 1 --dataset-name random --random-input-len 512 --random-output-len 1536 --random-range-ratio 0 --num-prompts 1 --disable-log-stats --async-engine --block-size 256 --no-enable-prefix-caching --compilation-config {\"use_inductor_graph_partition\":true,\"compile_sizes\":[1],\"cudagraph_mode\":\"PIECEWISE\"}"
  variables = {
    CCL_TOPO_P2P_ACCESS                            = "1"
    ONEAPI_DEVICE_SELECTOR                         = "level_zero:0,1,2,3"
    VLLM_MINIMAX_M2_ATTN_DELAY_ALLREDUCE           = "0"
    VLLM_MINIMAX_QK_NORM_RESTORE_WEIGHT            = "1"
    VLLM_MINIMAX_QK_NORM_RESTORE_WEIGHT_MIN_TOKENS = "2"
    VLLM_XPU_COMPILE_ALLREDUCE_CUSTOM_OP           = "1"
    VLLM_XPU_CUSTOM_ALLREDUCE_CLONE_INPUT          = "1"
    VLLM_XPU_ENABLE_XPU_GRAPH                      = "1"
    VLLM_XPU_FORCE_GRAPH_WITH_COMM                 = "1"
    VLLM_XPU_GRAPH_NOOP_COMM_CAPTURE               = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE                    = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE_MINIMAX_LOGITS_WS  = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE_WS                 = "1"
    ZE_AFFINITY_MASK                               = "0,1,2,3"
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
    "patches/vllm-minimax-greedy-local-argmax-xpu-20260517.patch",
    "patches/vllm-xpu-finite-trace-helper-20260517.patch",
    "patches/vllm-xpu-decode-timing-summary-helper-20260509.patch",
    "patches/vllm-xpu-allreduce-boundary-probes-20260516.patch",
    "patches/vllm-minimax-qknorm-passmanager-xpu-guard-20260508.patch",
    "patches/minimax-logits-ws-path-20260518.md",
    "patches/minimax-clone-safe-custom-allreduce-20260518.patch",
  ]
  fidelity = "base NOT reconstructible; clone-safe patch itself applies to c51df430 but conflicts with graph-noop"
  repeats  = [87.69161573670551, 87.11795407960008, 87.26241224084455, 87.04453529038636]
  sources = [
    "data/minimax-m27-clone-safe-custom-allreduce-win-20260518.json",
    "CURRENT.md",
    "data/localmaxxing-responses/minimax-m27-autoround-clone-safe-custom-allreduce-p512n1536-20260518.response.json",
    "data/localmaxxing-minimax-m27-autoround-clone-safe-custom-allreduce-p512n1536-20260518.payload.json",
    "data/minimax-m27-clone-custom-allreduce-mbt768-quality-fail-20260518.json",
    "notes/2026-05-18-minimax-clone-safe-custom-allreduce-win.md",
    "plans/2026-05-18-minimax-post-logits-ws-next-plan.md",
  ]

  shape {
    prompt  = 512
    output  = 1536
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 87.27912933688414
    total_tok_s  = 116.3721724491788
  }

  quality {
    passed = [
      "raw145-n64-exact",
      "raw145-n256-exact",
      "semantic-suite-n64-r2",
      "arithmetic-repeat-n64-r16",
      "extended-sixpack-n64-r2",
    ]
    hashes = {
      arithmetic-repeat       = "578ec378bf31cb16fb49ac5c0043270fd00a0f7898e18ac498a41ffe775d7994"
      extended-sixpack-n64-r2 = "1e3560554f57b2b56cec8f49f28bc8ba12e9e0ced26bdc99a976f1433c99caa7"
      raw145-n256             = "58f6e8251c7a0a17e8c441278b5861f7d5da914fa1823ecd10484b296f2d7537"
      raw145-n64              = "267cbf30208d84929ee79284ac695467f7e80597bf8694130e1e1f8b180eb5bd"
      semantic-suite-n64-r2   = "adacbf144264486ea7d378ebb6a4c0ba23951b72c4cf86251a762b07ebef5805"
    }
  }
}

result "lab-0518-sample-hidden-repeat" {
  date     = "2026-05-18"
  lane     = "minimax-m27-autoround-vllm-xpu-sample-hidden-clone"
  stack    = stack.minimax-m27-int4-n
  standing = "diagnostic"
  model    = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine   = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "strict-lane screen, see data file for the decision text"
  variables = {
    CCL_TOPO_P2P_ACCESS                            = "1"
    ONEAPI_DEVICE_SELECTOR                         = "level_zero:0,1,2,3"
    VLLM_MINIMAX_M2_ATTN_DELAY_ALLREDUCE           = "1"
    VLLM_MINIMAX_M2_CLONE_FINAL_HIDDEN             = "0"
    VLLM_MINIMAX_QK_NORM_RESTORE_WEIGHT            = "1"
    VLLM_MINIMAX_QK_NORM_RESTORE_WEIGHT_MIN_TOKENS = "2"
    VLLM_XPU_CLONE_SAMPLE_HIDDEN                   = "1"
    VLLM_XPU_COMPILE_ALLREDUCE_NO_CLONE            = "1"
    VLLM_XPU_ENABLE_XPU_GRAPH                      = "1"
    VLLM_XPU_FORCE_GRAPH_WITH_COMM                 = "1"
    VLLM_XPU_GRAPH_NOOP_COMM_CAPTURE               = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE                    = "1"
    ZE_AFFINITY_MASK                               = "0,1,2,3"
  }
  fidelity = "reconstruction status as for the parent lane"
  repeats  = [66.81394441531106, 66.66288760423416, 66.64034799538305]
  sources = [
    "data/minimax-m27-sample-hidden-clone-repeatability-20260518.json",
    "notes/2026-05-18-minimax-sample-hidden-clone-repeatability.md",
  ]

  shape {
    prompt  = 512
    output  = 1536
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 66.70572667164275
    total_tok_s  = 88.94096889552367
  }
}

result "lab-0518-old-cache-root" {
  date     = "2026-05-18"
  lane     = "minimax-m27-autoround-vllm-xpu-flash-piecewise"
  stack    = stack.minimax-m27-int4-o
  standing = "diagnostic"
  model    = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine   = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "strict-lane screen, see data file for the decision text"
  fidelity = "reconstruction status as for the parent lane"
  sources = [
    "data/minimax-m27-old-cache-root-retest-20260518.json",
    "notes/2026-05-18-minimax-old-cache-root-retest.md",
  ]

  shape {
    prompt  = 512
    output  = 1536
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 69.99707111401338
    total_tok_s  = 93.32942815201784
  }

  quality {
    hashes = {
      raw145-n256 = "58f6e8251c7a0a17e8c441278b5861f7d5da914fa1823ecd10484b296f2d7537"
      raw145-n64  = "267cbf30208d84929ee79284ac695467f7e80597bf8694130e1e1f8b180eb5bd"
    }
  }
}

result "lab-0518-qk-c10d-group3" {
  date     = "2026-05-18"
  lane     = "minimax-m27-autoround-vllm-xpu-flash-piecewise"
  standing = "negative"
  model    = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine   = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "strict-lane screen, see data file for the decision text"
  variables = {
    CCL_TOPO_P2P_ACCESS                            = "1"
    ONEAPI_DEVICE_SELECTOR                         = "level_zero:0,1,2,3"
    VLLM_MINIMAX_M2_ATTN_DELAY_ALLREDUCE           = "1"
    VLLM_MINIMAX_QK_NORM_C10D_GROUP_NAME           = "3"
    VLLM_MINIMAX_QK_NORM_PASS_LOG                  = "1"
    VLLM_MINIMAX_QK_NORM_RESTORE_WEIGHT            = "1"
    VLLM_MINIMAX_QK_NORM_RESTORE_WEIGHT_MIN_TOKENS = "2"
    VLLM_MINIMAX_QK_NORM_XPU_HELPER_FUSION         = "1"
    VLLM_XPU_ENABLE_XPU_GRAPH                      = "1"
    VLLM_XPU_FORCE_GRAPH_WITH_COMM                 = "1"
    VLLM_XPU_GRAPH_NOOP_COMM_CAPTURE               = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE                    = "1"
    ZE_AFFINITY_MASK                               = "0,1,2,3"
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
    "patches/vllm-minimax-greedy-local-argmax-xpu-20260517.patch",
    "patches/vllm-xpu-finite-trace-helper-20260517.patch",
    "patches/vllm-xpu-decode-timing-summary-helper-20260509.patch",
    "patches/vllm-xpu-allreduce-boundary-probes-20260516.patch",
    "patches/vllm-minimax-qknorm-passmanager-xpu-guard-20260508.patch",
    "patches/vllm-minimax-qk-c10d-group3-pattern-negative-20260518.patch",
  ]
  fidelity = "reconstruction status as for the parent lane"
  repeats  = [68.17511397583226, 68.25300861776506]
  sources = [
    "data/minimax-m27-qk-c10d-group3-fusion-negative-20260518.json",
    "notes/2026-05-18-minimax-qk-c10d-group3-fusion-negative.md",
  ]

  shape {
    prompt  = 512
    output  = 1536
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 68.21406129679866
    total_tok_s  = 90.95208172906487
  }

  quality {
    hashes = {
      raw145-n256 = "58f6e8251c7a0a17e8c441278b5861f7d5da914fa1823ecd10484b296f2d7537"
      raw145-n64  = "267cbf30208d84929ee79284ac695467f7e80597bf8694130e1e1f8b180eb5bd"
    }
  }
}

result "lab-0518-moe-delay" {
  date     = "2026-05-18"
  lane     = "minimax-m27-autoround-vllm-xpu-moe-ws"
  stack    = stack.minimax-m27-int4-o
  variant  = "moe-ws"
  standing = "negative"
  model    = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine   = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "strict-lane screen, see data file for the decision text"
  variables = {
    CCL_TOPO_P2P_ACCESS                            = "1"
    VLLM_MINIMAX_M2_ATTN_DELAY_ALLREDUCE           = "1"
    VLLM_MINIMAX_MOE_DELAY_ALLREDUCE               = "1"
    VLLM_MINIMAX_QK_NORM_RESTORE_WEIGHT            = "1"
    VLLM_MINIMAX_QK_NORM_RESTORE_WEIGHT_MIN_TOKENS = "2"
    VLLM_XPU_ENABLE_XPU_GRAPH                      = "1"
    VLLM_XPU_FORCE_GRAPH_WITH_COMM                 = "1"
    VLLM_XPU_GRAPH_NOOP_COMM_CAPTURE               = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE                    = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE_WS                 = "1"
  }
  fidelity = "reconstruction status as for the parent lane"
  repeats  = [79.55878565455842, 79.40412041365651]
  sources = [
    "data/minimax-m27-moe-delay-negative-20260518.json",
    "notes/2026-05-18-minimax-logits-ws-moe-delay-negative.md",
  ]

  shape {
    prompt  = 512
    output  = 1536
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 79.48145303410746
    total_tok_s  = 105.97527071214328
  }
}

result "lab-0518-noclone-clonefinal-retie" {
  date     = "2026-05-18"
  lane     = "minimax-m27-autoround-vllm-xpu-moe-ws"
  stack    = stack.minimax-m27-int4-o
  variant  = "moe-ws"
  standing = "negative"
  model    = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine   = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "strict-lane screen, see data file for the decision text"
  variables = {
    CCL_TOPO_P2P_ACCESS                            = "1"
    VLLM_MINIMAX_M2_ATTN_DELAY_ALLREDUCE           = "1"
    VLLM_MINIMAX_M2_CLONE_FINAL_HIDDEN             = "1"
    VLLM_MINIMAX_QK_NORM_RESTORE_WEIGHT            = "1"
    VLLM_MINIMAX_QK_NORM_RESTORE_WEIGHT_MIN_TOKENS = "2"
    VLLM_XPU_COMPILE_ALLREDUCE_NO_CLONE            = "1"
    VLLM_XPU_ENABLE_XPU_GRAPH                      = "1"
    VLLM_XPU_FORCE_GRAPH_WITH_COMM                 = "1"
    VLLM_XPU_GRAPH_NOOP_COMM_CAPTURE               = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE                    = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE_WS                 = "1"
  }
  fidelity = "reconstruction status as for the parent lane"
  repeats  = [80.2191321842468, 81.36390757278825]
  sources = [
    "data/minimax-m27-no-clone-clonefinal-retie-20260518.json",
    "notes/2026-05-18-minimax-no-clone-clonefinal-retie.md",
  ]

  shape {
    prompt  = 512
    output  = 1536
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 80.79151987851753
    total_tok_s  = 107.72202650469004
  }

  quality {
    hashes = {
      raw145-n256 = "58f6e8251c7a0a17e8c441278b5861f7d5da914fa1823ecd10484b296f2d7537"
      raw145-n64  = "267cbf30208d84929ee79284ac695467f7e80597bf8694130e1e1f8b180eb5bd"
    }
  }
}

result "lab-0518-candidate-router-top32" {
  date     = "2026-05-18"
  lane     = "minimax-m27-autoround-vllm-xpu-moe-ws"
  stack    = stack.minimax-m27-int4-o
  variant  = "moe-ws"
  standing = "negative"
  model    = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine   = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "strict-lane screen, see data file for the decision text"
  variables = {
    CCL_TOPO_P2P_ACCESS                           = "1"
    VLLM_MINIMAX_M2_CANDIDATE_ROUTER_MAX_TOKENS   = "4"
    VLLM_MINIMAX_M2_CANDIDATE_ROUTER_TOPM         = "32"
    VLLM_MINIMAX_M2_CANDIDATE_ROUTER_XPU_REPAIR   = "1"
    VLLM_XPU_ENABLE_XPU_GRAPH                     = "1"
    VLLM_XPU_FORCE_GRAPH_WITH_COMM                = "1"
    VLLM_XPU_GRAPH_NOOP_COMM_CAPTURE              = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE_MINIMAX_LOGITS_WS = "unset"
    VLLM_XPU_USE_LLM_SCALER_MOE_WS                = "1"
  }
  fidelity = "reconstruction status as for the parent lane"
  sources = [
    "data/minimax-m27-candidate-router-top32-negative-20260518.json",
    "notes/2026-05-18-minimax-candidate-router-top32-negative.md",
  ]

  shape {
    prompt  = 512
    output  = 1536
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 80.00847143736122
    total_tok_s  = 106.67796191648162
  }

  quality {
    hashes = {
      raw145-n256            = "58f6e8251c7a0a17e8c441278b5861f7d5da914fa1823ecd10484b296f2d7537"
      raw145-n64             = "267cbf30208d84929ee79284ac695467f7e80597bf8694130e1e1f8b180eb5bd"
      "raw145-n64(expected)" = "267cbf30208d84929ee79284ac695467f7e80597bf8694130e1e1f8b180eb5bd"
      "raw145-n64(observed)" = "a8f3570b8ed4480c708a958eaac3621dd2b473c39415723e1a87c0ce40d73a49"
    }
  }
}

result "lab-0518-up-ntile4" {
  date     = "2026-05-18"
  lane     = "minimax-m27-autoround-vllm-xpu-moe-ws"
  standing = "negative"
  model    = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine   = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "strict-lane screen, see data file for the decision text"
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
    "patches/vllm-minimax-greedy-local-argmax-xpu-20260517.patch",
    "patches/vllm-xpu-finite-trace-helper-20260517.patch",
    "patches/vllm-xpu-decode-timing-summary-helper-20260509.patch",
    "patches/vllm-xpu-allreduce-boundary-probes-20260516.patch",
    "patches/vllm-minimax-qknorm-passmanager-xpu-guard-20260508.patch",
    "patches/minimax-moe-ws-tile-knobs-20260518.md",
  ]
  fidelity = "reconstruction status as for the parent lane"
  repeats  = [79.41372223963985, 79.05921591075793]
  sources = [
    "data/minimax-m27-moe-trace-and-tile-negative-20260518.json",
    "notes/2026-05-18-minimax-moe-trace-and-tile-negative.md",
  ]

  shape {
    prompt  = 512
    output  = 1536
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 79.2364690751989
    total_tok_s  = 105.64862543359853
  }
}

result "lab-0518-ws-topk-fp16-route" {
  date     = "2026-05-18"
  lane     = "minimax-m27-autoround-vllm-xpu-logits-ws"
  standing = "negative"
  model    = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine   = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "strict-lane screen, see data file for the decision text"
  variables = {
    VLLM_MINIMAX_M2_ATTN_DELAY_ALLREDUCE           = "0"
    VLLM_MINIMAX_QK_NORM_RESTORE_WEIGHT            = "1"
    VLLM_MINIMAX_QK_NORM_RESTORE_WEIGHT_MIN_TOKENS = "2"
    VLLM_XPU_ENABLE_XPU_GRAPH                      = "1"
    VLLM_XPU_FORCE_GRAPH_WITH_COMM                 = "1"
    VLLM_XPU_GRAPH_NOOP_COMM_CAPTURE               = "1"
    VLLM_XPU_MINIMAX_WS_TOPK_WEIGHT_FP16           = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE                    = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE_MINIMAX_LOGITS_WS  = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE_WS                 = "1"
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
    "patches/vllm-minimax-greedy-local-argmax-xpu-20260517.patch",
    "patches/vllm-xpu-finite-trace-helper-20260517.patch",
    "patches/vllm-xpu-decode-timing-summary-helper-20260509.patch",
    "patches/vllm-xpu-allreduce-boundary-probes-20260516.patch",
    "patches/vllm-minimax-qknorm-passmanager-xpu-guard-20260508.patch",
    "patches/minimax-logits-ws-path-20260518.md",
    "patches/minimax-ws-topk-fp16-route-weight-negative-20260518.md",
  ]
  fidelity = "reconstruction status as for the parent lane"
  repeats  = [80.51169692035504, 82.32358848146743]
  sources = [
    "data/minimax-m27-ws-topk-fp16-route-weight-negative-20260518.json",
    "notes/2026-05-18-minimax-ws-topk-fp16-route-weight-negative.md",
  ]

  shape {
    prompt  = 512
    output  = 1536
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 81.41764270091123
    total_tok_s  = 108.5568569345483
  }

  quality {
    hashes = {
      arithmetic-repeat       = "578ec378bf31cb16fb49ac5c0043270fd00a0f7898e18ac498a41ffe775d7994"
      extended-sixpack-n64-r2 = "1e3560554f57b2b56cec8f49f28bc8ba12e9e0ced26bdc99a976f1433c99caa7"
      raw145-n256             = "58f6e8251c7a0a17e8c441278b5861f7d5da914fa1823ecd10484b296f2d7537"
      raw145-n64              = "267cbf30208d84929ee79284ac695467f7e80597bf8694130e1e1f8b180eb5bd"
      semantic-suite-n64-r2   = "adacbf144264486ea7d378ebb6a4c0ba23951b72c4cf86251a762b07ebef5805"
    }
  }
}

result "lab-0518-logits-ws-localargmax" {
  date     = "2026-05-18"
  lane     = "minimax-m27-autoround-vllm-xpu-logits-ws"
  standing = "negative"
  model    = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine   = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "strict-lane screen, see data file for the decision text"
  variables = {
    CCL_TOPO_P2P_ACCESS                            = "1"
    VLLM_MINIMAX_M2_ATTN_DELAY_ALLREDUCE           = "1"
    VLLM_MINIMAX_QK_NORM_RESTORE_WEIGHT            = "1"
    VLLM_MINIMAX_QK_NORM_RESTORE_WEIGHT_MIN_TOKENS = "2"
    VLLM_XPU_ENABLE_XPU_GRAPH                      = "1"
    VLLM_XPU_FORCE_GRAPH_WITH_COMM                 = "1"
    VLLM_XPU_GRAPH_NOOP_COMM_CAPTURE               = "1"
    VLLM_XPU_LOCAL_ARGMAX_ASSUME_SAFE              = "1"
    VLLM_XPU_LOCAL_ARGMAX_DECODE                   = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE                    = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE_MINIMAX_LOGITS_WS  = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE_WS                 = "1"
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
    "patches/vllm-minimax-greedy-local-argmax-xpu-20260517.patch",
    "patches/vllm-xpu-finite-trace-helper-20260517.patch",
    "patches/vllm-xpu-decode-timing-summary-helper-20260509.patch",
    "patches/vllm-xpu-allreduce-boundary-probes-20260516.patch",
    "patches/vllm-minimax-qknorm-passmanager-xpu-guard-20260508.patch",
    "patches/minimax-logits-ws-path-20260518.md",
  ]
  fidelity = "reconstruction status as for the parent lane"
  repeats  = [72.26066861292199, 73.70010220837922]
  sources = [
    "data/minimax-m27-logits-ws-localargmax-negative-20260518.json",
    "notes/2026-05-18-minimax-logits-ws-localargmax-negative.md",
  ]

  shape {
    prompt  = 512
    output  = 1536
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 72.9803854106506
    total_tok_s  = 97.30718054753414
  }
}

result "lab-0518-logits-ws-moe-delay" {
  date     = "2026-05-18"
  lane     = "minimax-m27-autoround-vllm-xpu-logits-ws"
  standing = "negative"
  model    = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine   = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "strict-lane screen, see data file for the decision text"
  variables = {
    CCL_TOPO_P2P_ACCESS                            = "1"
    VLLM_MINIMAX_M2_ATTN_DELAY_ALLREDUCE           = "1"
    VLLM_MINIMAX_MOE_DELAY_ALLREDUCE               = "1"
    VLLM_MINIMAX_QK_NORM_RESTORE_WEIGHT            = "1"
    VLLM_MINIMAX_QK_NORM_RESTORE_WEIGHT_MIN_TOKENS = "2"
    VLLM_XPU_ENABLE_XPU_GRAPH                      = "1"
    VLLM_XPU_FORCE_GRAPH_WITH_COMM                 = "1"
    VLLM_XPU_GRAPH_NOOP_COMM_CAPTURE               = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE                    = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE_MINIMAX_LOGITS_WS  = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE_WS                 = "1"
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
    "patches/vllm-minimax-greedy-local-argmax-xpu-20260517.patch",
    "patches/vllm-xpu-finite-trace-helper-20260517.patch",
    "patches/vllm-xpu-decode-timing-summary-helper-20260509.patch",
    "patches/vllm-xpu-allreduce-boundary-probes-20260516.patch",
    "patches/vllm-minimax-qknorm-passmanager-xpu-guard-20260508.patch",
    "patches/minimax-logits-ws-path-20260518.md",
  ]
  fidelity = "reconstruction status as for the parent lane"
  repeats  = [80.74701054578337, 77.29199121395837]
  sources = [
    "data/minimax-m27-logits-ws-moe-delay-negative-20260518.json",
    "notes/2026-05-18-minimax-logits-ws-moe-delay-negative.md",
  ]

  shape {
    prompt  = 512
    output  = 1536
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 79.01950087987086
    total_tok_s  = 105.35933450649449
  }

  quality {
    hashes = {
      raw145-n256 = "58f6e8251c7a0a17e8c441278b5861f7d5da914fa1823ecd10484b296f2d7537"
      raw145-n64  = "267cbf30208d84929ee79284ac695467f7e80597bf8694130e1e1f8b180eb5bd"
    }
  }
}

result "lab-0518-logits-ws-noclone" {
  date     = "2026-05-18"
  lane     = "minimax-m27-autoround-vllm-xpu-logits-ws"
  standing = "negative"
  model    = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine   = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "strict-lane screen, see data file for the decision text"
  variables = {
    CCL_TOPO_P2P_ACCESS                           = "1"
    VLLM_MINIMAX_M2_CLONE_FINAL_HIDDEN            = "1"
    VLLM_XPU_COMPILE_ALLREDUCE_NO_CLONE           = "1"
    VLLM_XPU_ENABLE_XPU_GRAPH                     = "1"
    VLLM_XPU_FORCE_GRAPH_WITH_COMM                = "1"
    VLLM_XPU_GRAPH_NOOP_COMM_CAPTURE              = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE_MINIMAX_LOGITS_WS = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE_WS                = "1"
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
    "patches/vllm-minimax-greedy-local-argmax-xpu-20260517.patch",
    "patches/vllm-xpu-finite-trace-helper-20260517.patch",
    "patches/vllm-xpu-decode-timing-summary-helper-20260509.patch",
    "patches/vllm-xpu-allreduce-boundary-probes-20260516.patch",
    "patches/vllm-minimax-qknorm-passmanager-xpu-guard-20260508.patch",
    "patches/minimax-logits-ws-path-20260518.md",
  ]
  fidelity = "reconstruction status as for the parent lane"
  sources = [
    "data/minimax-m27-logits-ws-noclone-clonefinal-negative-20260518.json",
    "notes/2026-05-18-minimax-logits-ws-noclone-clonefinal-negative.md",
  ]

  shape {
    prompt  = 512
    output  = 1536
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 81.0211243328641
    total_tok_s  = 108.02816577715214
  }

  quality {
    hashes = {
      raw145-n256 = "58f6e8251c7a0a17e8c441278b5861f7d5da914fa1823ecd10484b296f2d7537"
      raw145-n64  = "267cbf30208d84929ee79284ac695467f7e80597bf8694130e1e1f8b180eb5bd"
    }
  }
}

result "lab-0518-logits-ws-qk-helper" {
  date     = "2026-05-18"
  lane     = "minimax-m27-autoround-vllm-xpu-logits-ws"
  standing = "negative"
  model    = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine   = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "strict-lane screen, see data file for the decision text"
  variables = {
    CCL_TOPO_P2P_ACCESS                            = "1"
    VLLM_MINIMAX_M2_ATTN_DELAY_ALLREDUCE           = "1"
    VLLM_MINIMAX_QK_NORM_RESTORE_WEIGHT            = "1"
    VLLM_MINIMAX_QK_NORM_RESTORE_WEIGHT_MIN_TOKENS = "2"
    VLLM_MINIMAX_QK_RMS_XPU_HELPER                 = "1"
    VLLM_XPU_ENABLE_XPU_GRAPH                      = "1"
    VLLM_XPU_FORCE_GRAPH_WITH_COMM                 = "1"
    VLLM_XPU_GRAPH_NOOP_COMM_CAPTURE               = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE_MINIMAX_LOGITS_WS  = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE_WS                 = "1"
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
    "patches/vllm-minimax-greedy-local-argmax-xpu-20260517.patch",
    "patches/vllm-xpu-finite-trace-helper-20260517.patch",
    "patches/vllm-xpu-decode-timing-summary-helper-20260509.patch",
    "patches/vllm-xpu-allreduce-boundary-probes-20260516.patch",
    "patches/vllm-minimax-qknorm-passmanager-xpu-guard-20260508.patch",
    "patches/minimax-logits-ws-path-20260518.md",
  ]
  fidelity = "reconstruction status as for the parent lane"
  repeats  = [80.28983338117284, 82.5940218361242]
  sources = [
    "data/minimax-m27-logits-ws-qk-rms-helper-negative-20260518.json",
    "notes/2026-05-18-minimax-logits-ws-qk-rms-helper-negative.md",
  ]

  shape {
    prompt  = 512
    output  = 1536
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 81.44192760864851
    total_tok_s  = 108.58923681153135
  }

  quality {
    hashes = {
      raw145-n256 = "58f6e8251c7a0a17e8c441278b5861f7d5da914fa1823ecd10484b296f2d7537"
      raw145-n64  = "267cbf30208d84929ee79284ac695467f7e80597bf8694130e1e1f8b180eb5bd"
    }
  }
}

result "lab-0518-greedy-skip-fp32" {
  date     = "2026-05-18"
  lane     = "minimax-m27-autoround-vllm-xpu-logits-ws"
  standing = "negative"
  model    = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine   = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "strict-lane screen, see data file for the decision text"
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
    "patches/vllm-minimax-greedy-local-argmax-xpu-20260517.patch",
    "patches/vllm-xpu-finite-trace-helper-20260517.patch",
    "patches/vllm-xpu-decode-timing-summary-helper-20260509.patch",
    "patches/vllm-xpu-allreduce-boundary-probes-20260516.patch",
    "patches/vllm-minimax-qknorm-passmanager-xpu-guard-20260508.patch",
    "patches/minimax-logits-ws-path-20260518.md",
    "patches/minimax-greedy-skip-logits-fp32-negative-20260518.md",
  ]
  fidelity = "reconstruction status as for the parent lane"
  repeats  = [81.23739932931902, 81.8614430734222]
  sources = [
    "data/minimax-m27-greedy-skip-logits-fp32-negative-20260518.json",
    "notes/2026-05-18-minimax-greedy-skip-logits-fp32-negative.md",
  ]

  shape {
    prompt  = 512
    output  = 1536
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 81.5494212013706
    total_tok_s  = 108.73256160182746
  }

  quality {
    hashes = {
      raw145-n256 = "58f6e8251c7a0a17e8c441278b5861f7d5da914fa1823ecd10484b296f2d7537"
      raw145-n64  = "267cbf30208d84929ee79284ac695467f7e80597bf8694130e1e1f8b180eb5bd"
    }
  }
}

result "lab-0518-safe-hidden-repeat" {
  date     = "2026-05-18"
  lane     = "minimax-m27-autoround-vllm-xpu-logits-ws"
  standing = "negative"
  model    = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine   = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "strict-lane screen, see data file for the decision text"
  variables = {
    VLLM_XPU_ENABLE_XPU_GRAPH                     = "1"
    VLLM_XPU_FORCE_GRAPH_WITH_COMM                = "1"
    VLLM_XPU_GRAPH_NOOP_COMM_CAPTURE              = "1"
    VLLM_XPU_SAFE_SAMPLE_HIDDEN_SELECT            = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE                   = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE_MINIMAX_LOGITS_WS = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE_WS                = "1"
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
    "patches/vllm-minimax-greedy-local-argmax-xpu-20260517.patch",
    "patches/vllm-xpu-finite-trace-helper-20260517.patch",
    "patches/vllm-xpu-decode-timing-summary-helper-20260509.patch",
    "patches/vllm-xpu-allreduce-boundary-probes-20260516.patch",
    "patches/vllm-minimax-qknorm-passmanager-xpu-guard-20260508.patch",
    "patches/minimax-logits-ws-path-20260518.md",
  ]
  fidelity = "reconstruction status as for the parent lane"
  repeats  = [81.46567075523626, 80.30671389731543, 81.43441984470338, 82.31116522577643]
  sources = [
    "data/minimax-m27-safe-hidden-repeatability-20260518.json",
    "notes/2026-05-18-minimax-safe-hidden-repeatability.md",
  ]

  shape {
    prompt  = 512
    output  = 1536
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 81.37949243075788
    total_tok_s  = 108.50598990767718
  }

  quality {
    hashes = {
      arithmetic-repeat       = "578ec378bf31cb16fb49ac5c0043270fd00a0f7898e18ac498a41ffe775d7994"
      extended-sixpack-n64-r2 = "1e3560554f57b2b56cec8f49f28bc8ba12e9e0ced26bdc99a976f1433c99caa7"
      raw145-n256             = "58f6e8251c7a0a17e8c441278b5861f7d5da914fa1823ecd10484b296f2d7537"
      raw145-n64              = "267cbf30208d84929ee79284ac695467f7e80597bf8694130e1e1f8b180eb5bd"
    }
  }
}

result "lab-0518-safe-sample-hidden" {
  date     = "2026-05-18"
  lane     = "minimax-m27-autoround-vllm-xpu-logits-ws"
  standing = "negative"
  model    = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine   = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "strict-lane screen, see data file for the decision text"
  variables = {
    VLLM_XPU_ENABLE_XPU_GRAPH                     = "1"
    VLLM_XPU_FORCE_GRAPH_WITH_COMM                = "1"
    VLLM_XPU_GRAPH_NOOP_COMM_CAPTURE              = "1"
    VLLM_XPU_SAFE_SAMPLE_HIDDEN_SELECT            = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE_MINIMAX_LOGITS_WS = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE_WS                = "1"
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
    "patches/vllm-minimax-greedy-local-argmax-xpu-20260517.patch",
    "patches/vllm-xpu-finite-trace-helper-20260517.patch",
    "patches/vllm-xpu-decode-timing-summary-helper-20260509.patch",
    "patches/vllm-xpu-allreduce-boundary-probes-20260516.patch",
    "patches/vllm-minimax-qknorm-passmanager-xpu-guard-20260508.patch",
    "patches/minimax-logits-ws-path-20260518.md",
    "patches/minimax-safe-sample-hidden-select-negative-20260518.md",
  ]
  fidelity = "reconstruction status as for the parent lane"
  repeats  = [81.96129048058948, 81.86704432643423]
  sources = [
    "data/minimax-m27-safe-sample-hidden-select-negative-20260518.json",
    "notes/2026-05-18-minimax-safe-sample-hidden-select-negative.md",
  ]

  shape {
    prompt  = 512
    output  = 1536
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 81.91416740351185
    total_tok_s  = 109.21888987134915
  }

  quality {
    hashes = {
      raw145-n256 = "58f6e8251c7a0a17e8c441278b5861f7d5da914fa1823ecd10484b296f2d7537"
      raw145-n64  = "267cbf30208d84929ee79284ac695467f7e80597bf8694130e1e1f8b180eb5bd"
    }
  }
}

result "lab-0518-ccl-fabric-off" {
  date     = "2026-05-18"
  lane     = "minimax-m27-autoround-vllm-xpu-logits-ws"
  standing = "negative"
  model    = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine   = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "strict-lane screen, see data file for the decision text"
  variables = {
    CCL_TOPO_FABRIC_VERTEX_CONNECTION_CHECK       = "0"
    CCL_TOPO_P2P_ACCESS                           = "1"
    VLLM_MINIMAX_M2_ATTN_DELAY_ALLREDUCE          = "0"
    VLLM_MINIMAX_QK_NORM_RESTORE_WEIGHT           = "1"
    VLLM_XPU_ENABLE_XPU_GRAPH                     = "1"
    VLLM_XPU_FORCE_GRAPH_WITH_COMM                = "1"
    VLLM_XPU_GRAPH_NOOP_COMM_CAPTURE              = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE                   = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE_MINIMAX_LOGITS_WS = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE_WS                = "1"
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
    "patches/vllm-minimax-greedy-local-argmax-xpu-20260517.patch",
    "patches/vllm-xpu-finite-trace-helper-20260517.patch",
    "patches/vllm-xpu-decode-timing-summary-helper-20260509.patch",
    "patches/vllm-xpu-allreduce-boundary-probes-20260516.patch",
    "patches/vllm-minimax-qknorm-passmanager-xpu-guard-20260508.patch",
    "patches/minimax-logits-ws-path-20260518.md",
  ]
  fidelity = "reconstruction status as for the parent lane"
  repeats  = [82.10949156212735, 81.36288167524688]
  sources = [
    "data/minimax-m27-ccl-fabric-vertex-off-negative-20260518.json",
    "notes/2026-05-18-minimax-ccl-fabric-vertex-off-negative.md",
  ]

  shape {
    prompt  = 512
    output  = 1536
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 81.73618661868711
    total_tok_s  = 108.9815821582495
  }

  quality {
    hashes = {
      arithmetic-repeat       = "578ec378bf31cb16fb49ac5c0043270fd00a0f7898e18ac498a41ffe775d7994"
      extended-sixpack-n64-r2 = "1e3560554f57b2b56cec8f49f28bc8ba12e9e0ced26bdc99a976f1433c99caa7"
      raw145-n256             = "58f6e8251c7a0a17e8c441278b5861f7d5da914fa1823ecd10484b296f2d7537"
      raw145-n64              = "267cbf30208d84929ee79284ac695467f7e80597bf8694130e1e1f8b180eb5bd"
      semantic-suite-n64-r2   = "adacbf144264486ea7d378ebb6a4c0ba23951b72c4cf86251a762b07ebef5805"
    }
  }
}

result "lab-0518-cached-moe-op" {
  date     = "2026-05-18"
  lane     = "minimax-m27-autoround-vllm-xpu-logits-ws"
  standing = "negative"
  model    = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine   = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "strict-lane screen, see data file for the decision text"
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
    "patches/vllm-minimax-greedy-local-argmax-xpu-20260517.patch",
    "patches/vllm-xpu-finite-trace-helper-20260517.patch",
    "patches/vllm-xpu-decode-timing-summary-helper-20260509.patch",
    "patches/vllm-xpu-allreduce-boundary-probes-20260516.patch",
    "patches/vllm-minimax-qknorm-passmanager-xpu-guard-20260508.patch",
    "patches/minimax-logits-ws-path-20260518.md",
    "patches/minimax-cached-moe-op-neutral-20260518.md",
  ]
  fidelity = "reconstruction status as for the parent lane"
  repeats  = [82.07060275556375, 81.94249599041527]
  sources = [
    "data/minimax-m27-cached-moe-op-neutral-20260518.json",
    "notes/2026-05-18-minimax-cached-moe-op-neutral.md",
  ]

  shape {
    prompt  = 512
    output  = 1536
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 82.00654937298951
    total_tok_s  = 109.34206583065267
  }

  quality {
    hashes = {
      arithmetic-repeat       = "578ec378bf31cb16fb49ac5c0043270fd00a0f7898e18ac498a41ffe775d7994"
      extended-sixpack-n64-r2 = "1e3560554f57b2b56cec8f49f28bc8ba12e9e0ced26bdc99a976f1433c99caa7"
      raw145-n256             = "58f6e8251c7a0a17e8c441278b5861f7d5da914fa1823ecd10484b296f2d7537"
      raw145-n64              = "267cbf30208d84929ee79284ac695467f7e80597bf8694130e1e1f8b180eb5bd"
      semantic-suite-n64-r2   = "adacbf144264486ea7d378ebb6a4c0ba23951b72c4cf86251a762b07ebef5805"
    }
  }
}

result "lab-0518-moe-immediate-residual" {
  date     = "2026-05-18"
  lane     = "minimax-m27-autoround-vllm-xpu-logits-ws"
  standing = "negative"
  model    = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine   = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "strict-lane screen, see data file for the decision text"
  variables = {
    CCL_TOPO_P2P_ACCESS                           = "1"
    VLLM_MINIMAX_M2_ATTN_DELAY_ALLREDUCE          = "0"
    VLLM_MINIMAX_MOE_IMMEDIATE_RESIDUAL_ALLREDUCE = "1"
    VLLM_MINIMAX_QK_NORM_RESTORE_WEIGHT           = "1"
    VLLM_XPU_ENABLE_XPU_GRAPH                     = "1"
    VLLM_XPU_FORCE_GRAPH_WITH_COMM                = "1"
    VLLM_XPU_GRAPH_NOOP_COMM_CAPTURE              = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE                   = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE_MINIMAX_LOGITS_WS = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE_WS                = "1"
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
    "patches/vllm-minimax-greedy-local-argmax-xpu-20260517.patch",
    "patches/vllm-xpu-finite-trace-helper-20260517.patch",
    "patches/vllm-xpu-decode-timing-summary-helper-20260509.patch",
    "patches/vllm-xpu-allreduce-boundary-probes-20260516.patch",
    "patches/vllm-minimax-qknorm-passmanager-xpu-guard-20260508.patch",
    "patches/minimax-logits-ws-path-20260518.md",
    "patches/minimax-moe-immediate-residual-neutral-20260518.md",
  ]
  fidelity = "reconstruction status as for the parent lane"
  repeats  = [82.55719483883713, 81.92876805592542]
  sources = [
    "data/minimax-m27-moe-immediate-residual-neutral-20260518.json",
    "notes/2026-05-18-minimax-moe-immediate-residual-neutral.md",
  ]

  shape {
    prompt  = 512
    output  = 1536
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 82.24298144738128
    total_tok_s  = 109.65730859650837
  }

  quality {
    hashes = {
      arithmetic-repeat       = "578ec378bf31cb16fb49ac5c0043270fd00a0f7898e18ac498a41ffe775d7994"
      extended-sixpack-n64-r2 = "1e3560554f57b2b56cec8f49f28bc8ba12e9e0ced26bdc99a976f1433c99caa7"
      raw145-n256             = "58f6e8251c7a0a17e8c441278b5861f7d5da914fa1823ecd10484b296f2d7537"
      raw145-n64              = "267cbf30208d84929ee79284ac695467f7e80597bf8694130e1e1f8b180eb5bd"
      semantic-suite-n64-r2   = "adacbf144264486ea7d378ebb6a4c0ba23951b72c4cf86251a762b07ebef5805"
    }
  }
}

result "lab-0518-noclone-neutral" {
  date     = "2026-05-18"
  lane     = "minimax-m27-autoround-vllm-xpu-logits-ws"
  standing = "negative"
  model    = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine   = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "strict-lane screen, see data file for the decision text"
  variables = {
    CCL_TOPO_P2P_ACCESS                            = "1"
    VLLM_MINIMAX_M2_ATTN_DELAY_ALLREDUCE           = "0"
    VLLM_MINIMAX_QK_NORM_RESTORE_WEIGHT            = "1"
    VLLM_MINIMAX_QK_NORM_RESTORE_WEIGHT_MIN_TOKENS = "2"
    VLLM_XPU_COMPILE_ALLREDUCE_NO_CLONE            = "1"
    VLLM_XPU_ENABLE_XPU_GRAPH                      = "1"
    VLLM_XPU_FORCE_GRAPH_WITH_COMM                 = "1"
    VLLM_XPU_GRAPH_NOOP_COMM_CAPTURE               = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE                    = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE_MINIMAX_LOGITS_WS  = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE_WS                 = "1"
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
    "patches/vllm-minimax-greedy-local-argmax-xpu-20260517.patch",
    "patches/vllm-xpu-finite-trace-helper-20260517.patch",
    "patches/vllm-xpu-decode-timing-summary-helper-20260509.patch",
    "patches/vllm-xpu-allreduce-boundary-probes-20260516.patch",
    "patches/vllm-minimax-qknorm-passmanager-xpu-guard-20260508.patch",
    "patches/minimax-logits-ws-path-20260518.md",
  ]
  fidelity = "reconstruction status as for the parent lane"
  sources = [
    "data/minimax-m27-no-clone-current-baseline-neutral-20260518.json",
    "notes/2026-05-18-minimax-no-clone-current-baseline-neutral.md",
  ]

  shape {
    prompt  = 512
    output  = 1536
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 82.34150481011014
  }

  quality {
    hashes = {
      arithmetic-repeat       = "578ec378bf31cb16fb49ac5c0043270fd00a0f7898e18ac498a41ffe775d7994"
      extended-sixpack-n64-r2 = "1e3560554f57b2b56cec8f49f28bc8ba12e9e0ced26bdc99a976f1433c99caa7"
      raw145-n256             = "58f6e8251c7a0a17e8c441278b5861f7d5da914fa1823ecd10484b296f2d7537"
      raw145-n64              = "267cbf30208d84929ee79284ac695467f7e80597bf8694130e1e1f8b180eb5bd"
      semantic-suite-n64-r2   = "adacbf144264486ea7d378ebb6a4c0ba23951b72c4cf86251a762b07ebef5805"
    }
  }
}

result "lab-0518-outofplace" {
  date     = "2026-05-18"
  lane     = "minimax-m27-autoround-vllm-xpu-logits-ws"
  standing = "negative"
  model    = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine   = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "strict-lane screen, see data file for the decision text"
  variables = {
    CCL_TOPO_P2P_ACCESS                            = "1"
    VLLM_MINIMAX_M2_ATTN_DELAY_ALLREDUCE           = "0"
    VLLM_MINIMAX_QK_NORM_RESTORE_WEIGHT            = "1"
    VLLM_MINIMAX_QK_NORM_RESTORE_WEIGHT_MIN_TOKENS = "2"
    VLLM_XPU_COMPILE_ALLREDUCE_CUSTOM_OP           = "0"
    VLLM_XPU_COMPILE_OUT_OF_PLACE_ALLREDUCE        = "1"
    VLLM_XPU_CUSTOM_ALLREDUCE_CLONE_INPUT          = "0"
    VLLM_XPU_ENABLE_XPU_GRAPH                      = "1"
    VLLM_XPU_FORCE_GRAPH_WITH_COMM                 = "1"
    VLLM_XPU_GRAPH_NOOP_COMM_CAPTURE               = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE                    = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE_MINIMAX_LOGITS_WS  = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE_WS                 = "1"
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
    "patches/vllm-minimax-greedy-local-argmax-xpu-20260517.patch",
    "patches/vllm-xpu-finite-trace-helper-20260517.patch",
    "patches/vllm-xpu-decode-timing-summary-helper-20260509.patch",
    "patches/vllm-xpu-allreduce-boundary-probes-20260516.patch",
    "patches/vllm-minimax-qknorm-passmanager-xpu-guard-20260508.patch",
    "patches/minimax-logits-ws-path-20260518.md",
    "patches/vllm-xpu-compile-out-of-place-allreduce-experiment-20260510.patch",
  ]
  fidelity = "reconstruction status as for the parent lane"
  repeats  = [82.46132371892273, 82.11483025786698]
  sources = [
    "data/minimax-m27-functional-outofplace-allreduce-negative-20260518.json",
    "notes/2026-05-18-minimax-functional-outofplace-allreduce-negative.md",
  ]

  shape {
    prompt  = 512
    output  = 1536
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 82.28807698839486
    total_tok_s  = 109.71743598452647
  }

  quality {
    hashes = {
      arithmetic-repeat       = "578ec378bf31cb16fb49ac5c0043270fd00a0f7898e18ac498a41ffe775d7994"
      extended-sixpack-n64-r2 = "1e3560554f57b2b56cec8f49f28bc8ba12e9e0ced26bdc99a976f1433c99caa7"
      raw145-n256             = "58f6e8251c7a0a17e8c441278b5861f7d5da914fa1823ecd10484b296f2d7537"
      raw145-n64              = "267cbf30208d84929ee79284ac695467f7e80597bf8694130e1e1f8b180eb5bd"
      semantic-suite-n64-r2   = "adacbf144264486ea7d378ebb6a4c0ba23951b72c4cf86251a762b07ebef5805"
    }
  }
}

result "lab-0518-qk-helper-inplace" {
  date     = "2026-05-18"
  lane     = "minimax-m27-autoround-vllm-xpu-logits-ws"
  standing = "negative"
  model    = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine   = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "strict-lane screen, see data file for the decision text"
  variables = {
    CCL_TOPO_P2P_ACCESS                              = "1"
    ONEAPI_DEVICE_SELECTOR                           = "level_zero:0,1,2,3"
    VLLM_MINIMAX_M2_ATTN_DELAY_ALLREDUCE             = "0"
    VLLM_MINIMAX_QK_NORM_RESTORE_WEIGHT              = "1"
    VLLM_MINIMAX_QK_NORM_RESTORE_WEIGHT_MIN_TOKENS   = "2"
    VLLM_MINIMAX_QK_RMS_XPU_HELPER                   = "1"
    VLLM_MINIMAX_QK_RMS_XPU_HELPER_INPLACE_ALLREDUCE = "1"
    VLLM_XPU_ENABLE_XPU_GRAPH                        = "1"
    VLLM_XPU_FORCE_GRAPH_WITH_COMM                   = "1"
    VLLM_XPU_GRAPH_NOOP_COMM_CAPTURE                 = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE                      = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE_MINIMAX_LOGITS_WS    = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE_WS                   = "1"
    ZE_AFFINITY_MASK                                 = "0,1,2,3"
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
    "patches/vllm-minimax-greedy-local-argmax-xpu-20260517.patch",
    "patches/vllm-xpu-finite-trace-helper-20260517.patch",
    "patches/vllm-xpu-decode-timing-summary-helper-20260509.patch",
    "patches/vllm-xpu-allreduce-boundary-probes-20260516.patch",
    "patches/vllm-minimax-qknorm-passmanager-xpu-guard-20260508.patch",
    "patches/minimax-logits-ws-path-20260518.md",
    "patches/minimax-qk-helper-inplace-allreduce-negative-20260518.patch",
  ]
  fidelity = "reconstruction status as for the parent lane"
  repeats  = [81.12466505053112, 82.75375647657313]
  sources = [
    "data/minimax-m27-qk-helper-inplace-allreduce-negative-20260518.json",
    "notes/2026-05-18-minimax-qk-helper-inplace-allreduce-negative.md",
  ]

  shape {
    prompt  = 512
    output  = 1536
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 81.93921076355213
    total_tok_s  = 109.2522810180695
  }

  quality {
    hashes = {
      arithmetic-repeat       = "578ec378bf31cb16fb49ac5c0043270fd00a0f7898e18ac498a41ffe775d7994"
      extended-sixpack-n64-r2 = "1e3560554f57b2b56cec8f49f28bc8ba12e9e0ced26bdc99a976f1433c99caa7"
      raw145-n256             = "58f6e8251c7a0a17e8c441278b5861f7d5da914fa1823ecd10484b296f2d7537"
      raw145-n64              = "267cbf30208d84929ee79284ac695467f7e80597bf8694130e1e1f8b180eb5bd"
      semantic-suite-n64-r2   = "adacbf144264486ea7d378ebb6a4c0ba23951b72c4cf86251a762b07ebef5805"
    }
  }
}

result "lab-0518-post-revert-sanity" {
  date     = "2026-05-18"
  lane     = "minimax-m27-autoround-vllm-xpu-logits-ws"
  standing = "diagnostic"
  model    = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine   = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "strict-lane screen, see data file for the decision text"
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
    "patches/vllm-minimax-greedy-local-argmax-xpu-20260517.patch",
    "patches/vllm-xpu-finite-trace-helper-20260517.patch",
    "patches/vllm-xpu-decode-timing-summary-helper-20260509.patch",
    "patches/vllm-xpu-allreduce-boundary-probes-20260516.patch",
    "patches/vllm-minimax-qknorm-passmanager-xpu-guard-20260508.patch",
    "patches/minimax-logits-ws-path-20260518.md",
  ]
  fidelity = "reconstruction status as for the parent lane"
  sources = [
    "data/minimax-m27-decode-boundary-timing-20260518.json",
    "notes/2026-05-18-minimax-decode-boundary-timing.md",
  ]

  shape {
    prompt  = 512
    output  = 1536
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 82.45476496500011
  }
}

result "lab-q-fail-customop-noclone" {
  date     = "2026-05-18"
  lane     = "minimax-m27-autoround-vllm-xpu-logits-ws"
  standing = "negative"
  model    = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine   = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "quality gate failure, not benchmarked: compiled allreduce custom op without clone failed raw145-n64"
  variables = {
    VLLM_XPU_COMPILE_ALLREDUCE_CUSTOM_OP = "1"
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
    "patches/vllm-minimax-greedy-local-argmax-xpu-20260517.patch",
    "patches/vllm-xpu-finite-trace-helper-20260517.patch",
    "patches/vllm-xpu-decode-timing-summary-helper-20260509.patch",
    "patches/vllm-xpu-allreduce-boundary-probes-20260516.patch",
    "patches/vllm-minimax-qknorm-passmanager-xpu-guard-20260508.patch",
    "patches/minimax-logits-ws-path-20260518.md",
  ]
  fidelity = "see lane"
  sources  = ["data/minimax-m27-compile-allreduce-custom-op-quality-fail-20260518.json"]

  shape {
    prompt  = 512
    output  = 1536
    context = 2048
    batch   = 1
  }

  quality {
    failed = ["compiled allreduce custom op without clone failed raw145-n64"]
  }
}

result "lab-q-fail-mbt768" {
  date     = "2026-05-18"
  lane     = "minimax-m27-autoround-vllm-xpu-clone-safe"
  standing = "negative"
  model    = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine   = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "quality gate failure, not benchmarked: extended sixpack nondeterministic at MAX_BATCHED_TOKENS=768"
  variables = {
    CCL_TOPO_P2P_ACCESS                            = "1"
    VLLM_MINIMAX_M2_ATTN_DELAY_ALLREDUCE           = "0"
    VLLM_MINIMAX_QK_NORM_RESTORE_WEIGHT            = "1"
    VLLM_MINIMAX_QK_NORM_RESTORE_WEIGHT_MIN_TOKENS = "2"
    VLLM_XPU_COMPILE_ALLREDUCE_CUSTOM_OP           = "1"
    VLLM_XPU_CUSTOM_ALLREDUCE_CLONE_INPUT          = "1"
    VLLM_XPU_ENABLE_XPU_GRAPH                      = "1"
    VLLM_XPU_FORCE_GRAPH_WITH_COMM                 = "1"
    VLLM_XPU_GRAPH_NOOP_COMM_CAPTURE               = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE                    = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE_MINIMAX_LOGITS_WS  = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE_WS                 = "1"
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
    "patches/vllm-minimax-greedy-local-argmax-xpu-20260517.patch",
    "patches/vllm-xpu-finite-trace-helper-20260517.patch",
    "patches/vllm-xpu-decode-timing-summary-helper-20260509.patch",
    "patches/vllm-xpu-allreduce-boundary-probes-20260516.patch",
    "patches/vllm-minimax-qknorm-passmanager-xpu-guard-20260508.patch",
    "patches/minimax-logits-ws-path-20260518.md",
    "patches/minimax-clone-safe-custom-allreduce-20260518.patch",
  ]
  fidelity = "see lane"
  sources  = ["data/minimax-m27-clone-custom-allreduce-mbt768-quality-fail-20260518.json"]

  shape {
    prompt  = 512
    output  = 1536
    context = 2048
    batch   = 1
  }

  quality {
    failed = ["extended sixpack nondeterministic at MAX_BATCHED_TOKENS=768"]
  }
}

result "lab-q-fail-graph-clone-hang" {
  date     = "2026-05-18"
  lane     = "minimax-m27-autoround-vllm-xpu-clone-safe"
  standing = "negative"
  model    = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine   = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "quality gate failure, not benchmarked: hang before first quality JSON"
  variables = {
    CCL_TOPO_P2P_ACCESS                            = "1"
    VLLM_MINIMAX_M2_ATTN_DELAY_ALLREDUCE           = "0"
    VLLM_MINIMAX_QK_NORM_RESTORE_WEIGHT            = "1"
    VLLM_MINIMAX_QK_NORM_RESTORE_WEIGHT_MIN_TOKENS = "2"
    VLLM_XPU_COMPILE_ALLREDUCE_CUSTOM_OP           = "1"
    VLLM_XPU_COMPILE_OUT_OF_PLACE_ALLREDUCE        = "0"
    VLLM_XPU_CUSTOM_ALLREDUCE_CLONE_INPUT          = "0"
    VLLM_XPU_CUSTOM_ALLREDUCE_GRAPH_CLONE_INPUT    = "1"
    VLLM_XPU_ENABLE_XPU_GRAPH                      = "1"
    VLLM_XPU_FORCE_GRAPH_WITH_COMM                 = "1"
    VLLM_XPU_GRAPH_NOOP_COMM_CAPTURE               = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE                    = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE_MINIMAX_LOGITS_WS  = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE_WS                 = "1"
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
    "patches/vllm-minimax-greedy-local-argmax-xpu-20260517.patch",
    "patches/vllm-xpu-finite-trace-helper-20260517.patch",
    "patches/vllm-xpu-decode-timing-summary-helper-20260509.patch",
    "patches/vllm-xpu-allreduce-boundary-probes-20260516.patch",
    "patches/vllm-minimax-qknorm-passmanager-xpu-guard-20260508.patch",
    "patches/minimax-logits-ws-path-20260518.md",
    "patches/minimax-clone-safe-custom-allreduce-20260518.patch",
  ]
  fidelity = "see lane"
  sources  = ["data/minimax-m27-graph-clone-custom-allreduce-hang-20260518.json"]

  shape {
    prompt  = 512
    output  = 1536
    context = 2048
    batch   = 1
  }

  quality {
    failed = ["hang before first quality JSON"]
  }
}

result "lab-q-fail-ws-internal-reuse" {
  date     = "2026-05-18"
  lane     = "minimax-m27-autoround-vllm-xpu-logits-ws"
  standing = "negative"
  model    = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine   = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "quality gate failure, not benchmarked: raw145-n64 mismatch with static scratch reuse"
  variables = {
    VLLM_XPU_ENABLE_XPU_GRAPH                     = "1"
    VLLM_XPU_FORCE_GRAPH_WITH_COMM                = "1"
    VLLM_XPU_GRAPH_NOOP_COMM_CAPTURE              = "1"
    VLLM_XPU_MINIMAX_WS_REUSE_INTERNAL            = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE                   = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE_MINIMAX_LOGITS_WS = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE_WS                = "1"
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
    "patches/vllm-minimax-greedy-local-argmax-xpu-20260517.patch",
    "patches/vllm-xpu-finite-trace-helper-20260517.patch",
    "patches/vllm-xpu-decode-timing-summary-helper-20260509.patch",
    "patches/vllm-xpu-allreduce-boundary-probes-20260516.patch",
    "patches/vllm-minimax-qknorm-passmanager-xpu-guard-20260508.patch",
    "patches/minimax-logits-ws-path-20260518.md",
  ]
  fidelity = "see lane"
  sources  = ["data/minimax-m27-ws-internal-reuse-reject-20260518.json"]

  shape {
    prompt  = 512
    output  = 1536
    context = 2048
    batch   = 1
  }

  quality {
    failed = ["raw145-n64 mismatch with static scratch reuse"]
    hashes = {
      "raw145-n64(expected)" = "267cbf30208d84929ee79284ac695467f7e80597bf8694130e1e1f8b180eb5bd"
      "raw145-n64(observed)" = "242152df6909e5e25433f43875de5e51c210d146a22279611852b695bcf7d978"
    }
  }
}

result "lab-q-fail-ws-topk-reuse" {
  date     = "2026-05-18"
  lane     = "minimax-m27-autoround-vllm-xpu-logits-ws"
  standing = "negative"
  model    = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine   = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "quality gate failure, not benchmarked: raw145 canary mismatch"
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
    "patches/vllm-minimax-greedy-local-argmax-xpu-20260517.patch",
    "patches/vllm-xpu-finite-trace-helper-20260517.patch",
    "patches/vllm-xpu-decode-timing-summary-helper-20260509.patch",
    "patches/vllm-xpu-allreduce-boundary-probes-20260516.patch",
    "patches/vllm-minimax-qknorm-passmanager-xpu-guard-20260508.patch",
    "patches/minimax-logits-ws-path-20260518.md",
  ]
  fidelity = "see lane"
  sources  = ["data/minimax-m27-ws-topk-reuse-reject-20260518.json"]

  shape {
    prompt  = 512
    output  = 1536
    context = 2048
    batch   = 1
  }

  quality {
    failed = ["raw145 canary mismatch"]
  }
}

result "lab-q-fail-logits-chunked-gather" {
  date     = "2026-05-18"
  lane     = "minimax-m27-autoround-vllm-xpu-logits-ws"
  standing = "negative"
  model    = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine   = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "quality gate failure, not benchmarked: arithmetic repeat diverged"
  variables = {
    VLLM_XPU_ENABLE_XPU_GRAPH                     = "1"
    VLLM_XPU_FORCE_GRAPH_WITH_COMM                = "1"
    VLLM_XPU_GRAPH_NOOP_COMM_CAPTURE              = "1"
    VLLM_XPU_LOGITS_CHUNKED_GATHER                = "32768"
    VLLM_XPU_USE_LLM_SCALER_MOE_MINIMAX_LOGITS_WS = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE_WS                = "1"
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
    "patches/vllm-minimax-greedy-local-argmax-xpu-20260517.patch",
    "patches/vllm-xpu-finite-trace-helper-20260517.patch",
    "patches/vllm-xpu-decode-timing-summary-helper-20260509.patch",
    "patches/vllm-xpu-allreduce-boundary-probes-20260516.patch",
    "patches/vllm-minimax-qknorm-passmanager-xpu-guard-20260508.patch",
    "patches/minimax-logits-ws-path-20260518.md",
  ]
  fidelity = "see lane"
  sources  = ["data/minimax-m27-logits-chunked-gather-reject-20260518.json"]

  shape {
    prompt  = 512
    output  = 1536
    context = 2048
    batch   = 1
  }

  quality {
    failed = ["arithmetic repeat diverged"]
    hashes = {
      arithmetic-repeat     = "7145a9fe4a4d482ca642e391d9c18c3f0c0b222bdcd027e1d488c30cd3952ada"
      raw145-n256           = "58f6e8251c7a0a17e8c441278b5861f7d5da914fa1823ecd10484b296f2d7537"
      raw145-n64            = "267cbf30208d84929ee79284ac695467f7e80597bf8694130e1e1f8b180eb5bd"
      semantic-suite-n64-r2 = "adacbf144264486ea7d378ebb6a4c0ba23951b72c4cf86251a762b07ebef5805"
    }
  }
}

result "cmpbz7lyc004rpc019jburzqv" {
  label     = "minimax-m27-autoround-qkvar-skipclone-fp32n2-p512n1536-20260518"
  date      = "2026-05-19"
  submitted = "2026-05-19T01:50:38Z"
  lane      = "minimax-m27-autoround-vllm-xpu-qkvar-skipclone"
  standing  = "superseded"
  model     = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine    = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware  = "4x Intel Arc Pro B70 32GB"
  notes     = "emits alias warnings"
  command   = "VLLM_XPU_COMPILE_ALLREDUCE_CUSTOM_OP=1 VLLM_XPU_CUSTOM_ALLREDUCE_CLONE_INPUT=1 VLLM_XPU_CUSTOM_ALLREDUCE_SKIP_CLONE_FP32_MAX_NUMEL=2 VLLM_XPU_USE_LLM_SCALER_MOE=1 VLLM_XPU_USE_LLM_SCALER_MOE_WS=1 VLLM_XPU_USE_LLM_SCALER_MOE_MINIMAX_LOGITS_WS=1 VLLM_MINIMAX_M2_ATTN_DELAY_ALLREDUCE=0 VLLM_XPU_ENABLE_XPU_GRAPH=1 VLLM_XPU_FORCE_GRAPH_WITH_COMM=1 VLLM_XPU_GRAPH_NOOP_COMM_CAPTURE=1 VLLM_MINIMAX_QK_NORM_RESTORE_WEIGHT=1 VLLM_MINIMAX_QK_NORM_RESTORE_WEIGHT_MIN_TOKENS=2 CCL_TOPO_P2P_ACCESS=1 ONEAPI_DEVICE_SELECTOR=level_zero:0,1,2,3 ZE_AFFINITY_MASK=0,1,2,3 vllm bench throughput --backend vllm --model /mnt/fast-ai/llm-models/minimax-m2.7-int4-autoround --tokenizer /mnt/fast-ai/llm-models/minimax-m2.7-int4-autoround --trust-remote-code --dtype float16 --tensor-parallel-size 4 --distributed-executor-backend mp --max-model-len 2048 --max-num-batched-tokens 512 --max-num-seqs 1 --dataset-name random --random-input-len 512 --random-output-len 1536 --random-range-ratio 0 --num-prompts 1 --disable-log-stats --async-engine --block-size 256 --no-enable-prefix-caching --compilation-config {\"use_inductor_graph_partition\":true,\"compile_sizes\":[1],\"cudagraph_mode\":\"PIECEWISE\"}"
  variables = {
    CCL_TOPO_P2P_ACCESS                                 = "1"
    ONEAPI_DEVICE_SELECTOR                              = "level_zero:0,1,2,3"
    VLLM_MINIMAX_M2_ATTN_DELAY_ALLREDUCE                = "0"
    VLLM_MINIMAX_QK_NORM_RESTORE_WEIGHT                 = "1"
    VLLM_MINIMAX_QK_NORM_RESTORE_WEIGHT_MIN_TOKENS      = "2"
    VLLM_XPU_COMPILE_ALLREDUCE_CUSTOM_OP                = "1"
    VLLM_XPU_CUSTOM_ALLREDUCE_CLONE_INPUT               = "1"
    VLLM_XPU_CUSTOM_ALLREDUCE_SKIP_CLONE_FP32_MAX_NUMEL = "2"
    VLLM_XPU_ENABLE_XPU_GRAPH                           = "1"
    VLLM_XPU_FORCE_GRAPH_WITH_COMM                      = "1"
    VLLM_XPU_GRAPH_NOOP_COMM_CAPTURE                    = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE                         = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE_MINIMAX_LOGITS_WS       = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE_WS                      = "1"
    ZE_AFFINITY_MASK                                    = "0,1,2,3"
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
    "patches/vllm-minimax-greedy-local-argmax-xpu-20260517.patch",
    "patches/vllm-xpu-finite-trace-helper-20260517.patch",
    "patches/vllm-xpu-decode-timing-summary-helper-20260509.patch",
    "patches/vllm-xpu-allreduce-boundary-probes-20260516.patch",
    "patches/vllm-minimax-qknorm-passmanager-xpu-guard-20260508.patch",
    "patches/minimax-logits-ws-path-20260518.md",
    "patches/minimax-clone-safe-custom-allreduce-20260518.patch",
    "patches/minimax-qkvar-skipclone-fp32n2-20260518.patch",
  ]
  fidelity = "hunk sketch"
  repeats  = [88.14893199410821, 89.0729474954678, 89.47399415277515, 88.29782327012938]
  sources = [
    "data/minimax-m27-qkvar-skipclone-fp32n2-win-20260518.json",
    "CURRENT.md",
    "data/localmaxxing-responses/minimax-m27-autoround-qkvar-skipclone-fp32n2-p512n1536-20260518.response.json",
    "data/localmaxxing-minimax-m27-autoround-qkvar-skipclone-fp32n2-p512n1536-20260518.payload.json",
    "notes/2026-05-18-minimax-qkvar-skipclone-fp32n2-win.md",
    "plans/2026-05-18-minimax-post-logits-ws-next-plan.md",
  ]

  shape {
    prompt  = 512
    output  = 1536
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 88.74842422812014
    total_tok_s  = 118.3312323041602
  }

  quality {
    passed = [
      "raw145-n64-exact",
      "raw145-n256-exact",
      "semantic-suite-n64-r2",
      "arithmetic-repeat-n64-r16",
      "extended-sixpack-n64-r2",
    ]
    hashes = {
      arithmetic-repeat       = "578ec378bf31cb16fb49ac5c0043270fd00a0f7898e18ac498a41ffe775d7994"
      extended-sixpack-n64-r2 = "1e3560554f57b2b56cec8f49f28bc8ba12e9e0ced26bdc99a976f1433c99caa7"
      raw145-n256             = "58f6e8251c7a0a17e8c441278b5861f7d5da914fa1823ecd10484b296f2d7537"
      raw145-n64              = "267cbf30208d84929ee79284ac695467f7e80597bf8694130e1e1f8b180eb5bd"
      semantic-suite-n64-r2   = "adacbf144264486ea7d378ebb6a4c0ba23951b72c4cf86251a762b07ebef5805"
    }
  }
}

result "cmpc1dxgv0052pc01s1j9i37l" {
  label     = "minimax-m27-autoround-qkvar-inplace-fp32n2-p512n1536-20260519"
  date      = "2026-05-19"
  submitted = "2026-05-19T02:51:32Z"
  lane      = "minimax-m27-autoround-vllm-xpu-qkvar-inplace"
  standing  = "superseded"
  model     = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine    = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware  = "4x Intel Arc Pro B70 32GB"
  command   = "VLLM_XPU_COMPILE_ALLREDUCE_CUSTOM_OP=1 VLLM_XPU_CUSTOM_ALLREDUCE_CLONE_INPUT=1 VLLM_XPU_CUSTOM_ALLREDUCE_SKIP_CLONE_FP32_MAX_NUMEL=0 VLLM_XPU_CUSTOM_ALLREDUCE_TINY_FP32_INPLACE_MAX_NUMEL=2 VLLM_XPU_USE_LLM_SCALER_MOE=1 VLLM_XPU_USE_LLM_SCALER_MOE_WS=1 VLLM_XPU_USE_LLM_SCALER_MOE_MINIMAX_LOGITS_WS=1 VLLM_MINIMAX_M2_ATTN_DELAY_ALLREDUCE=0 VLLM_XPU_ENABLE_XPU_GRAPH=1 VLLM_XPU_FORCE_GRAPH_WITH_COMM=1 VLLM_XPU_GRAPH_NOOP_COMM_CAPTURE=1 VLLM_MINIMAX_QK_NORM_RESTORE_WEIGHT=1 VLLM_MINIMAX_QK_NORM_RESTORE_WEIGHT_MIN_TOKENS=2 CCL_TOPO_P2P_ACCESS=1 ONEAPI_DEVICE_SELECTOR=level_zero:0,1,2,3 ZE_AFFINITY_MASK=0,1,2,3 vllm bench throughput --backend vllm --model /mnt/fast-ai/llm-models/minimax-m2.7-int4-autoround --tokenizer /mnt/fast-ai/llm-models/minimax-m2.7-int4-autoround --trust-remote-code --dtype float16 --tensor-parallel-size 4 --distributed-executor-backend mp --max-model-len 2048 --max-num-batched-tokens 512 --max-num-seqs 1 --dataset-name random --random-input-len 512 --random-output-len 1536 --random-range-ratio 0 --num-prompts 1 --disable-log-stats --async-engine --block-size 256 --no-enable-prefix-caching --compilation-config {\"use_inductor_graph_partition\":true,\"compile_sizes\":[1],\"cudagraph_mode\":\"PIECEWISE\"}"
  variables = {
    CCL_TOPO_P2P_ACCESS                                   = "1"
    ONEAPI_DEVICE_SELECTOR                                = "level_zero:0,1,2,3"
    VLLM_MINIMAX_M2_ATTN_DELAY_ALLREDUCE                  = "0"
    VLLM_MINIMAX_QK_NORM_RESTORE_WEIGHT                   = "1"
    VLLM_MINIMAX_QK_NORM_RESTORE_WEIGHT_MIN_TOKENS        = "2"
    VLLM_XPU_COMPILE_ALLREDUCE_CUSTOM_OP                  = "1"
    VLLM_XPU_COMPILE_OUT_OF_PLACE_ALLREDUCE               = "0"
    VLLM_XPU_CUSTOM_ALLREDUCE_CLONE_INPUT                 = "1"
    VLLM_XPU_CUSTOM_ALLREDUCE_GRAPH_CLONE_INPUT           = "0"
    VLLM_XPU_CUSTOM_ALLREDUCE_SKIP_CLONE_FP32_MAX_NUMEL   = "0"
    VLLM_XPU_CUSTOM_ALLREDUCE_TINY_FP32_INPLACE_MAX_NUMEL = "2"
    VLLM_XPU_ENABLE_XPU_GRAPH                             = "1"
    VLLM_XPU_FORCE_GRAPH_WITH_COMM                        = "1"
    VLLM_XPU_GRAPH_NOOP_COMM_CAPTURE                      = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE                           = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE_MINIMAX_LOGITS_WS         = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE_WS                        = "1"
    ZE_AFFINITY_MASK                                      = "0,1,2,3"
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
    "patches/vllm-minimax-greedy-local-argmax-xpu-20260517.patch",
    "patches/vllm-xpu-finite-trace-helper-20260517.patch",
    "patches/vllm-xpu-decode-timing-summary-helper-20260509.patch",
    "patches/vllm-xpu-allreduce-boundary-probes-20260516.patch",
    "patches/vllm-minimax-qknorm-passmanager-xpu-guard-20260508.patch",
    "patches/minimax-logits-ws-path-20260518.md",
    "patches/minimax-clone-safe-custom-allreduce-20260518.patch",
    "patches/minimax-qkvar-inplace-fp32n2-20260519.patch",
  ]
  fidelity = "hunk sketch"
  repeats  = [87.5653260285235, 88.95194910827823, 87.34269898758964, 88.55548910569243]
  sources = [
    "data/minimax-m27-qkvar-inplace-fp32n2-20260519.json",
    "CURRENT.md",
    "data/localmaxxing-responses/minimax-m27-autoround-qkvar-inplace-fp32n2-p512n1536-20260519.response.json",
    "data/localmaxxing-minimax-m27-autoround-qkvar-inplace-fp32n2-p512n1536-20260519.payload.json",
    "notes/2026-05-19-minimax-qkvar-inplace-fp32n2.md",
  ]

  shape {
    prompt  = 512
    output  = 1536
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 88.10386580752095
    total_tok_s  = 117.4718210766946
  }

  quality {
    passed = [
      "raw145-n64-exact",
      "raw145-n256-exact",
      "semantic-suite-n64-r2",
      "arithmetic-repeat-n64-r16",
      "extended-sixpack-n64-r2",
    ]
    hashes = {
      arithmetic-repeat       = "578ec378bf31cb16fb49ac5c0043270fd00a0f7898e18ac498a41ffe775d7994"
      extended-sixpack-n64-r2 = "1e3560554f57b2b56cec8f49f28bc8ba12e9e0ced26bdc99a976f1433c99caa7"
      raw145-n256             = "58f6e8251c7a0a17e8c441278b5861f7d5da914fa1823ecd10484b296f2d7537"
      raw145-n64              = "267cbf30208d84929ee79284ac695467f7e80597bf8694130e1e1f8b180eb5bd"
      semantic-suite-n64-r2   = "adacbf144264486ea7d378ebb6a4c0ba23951b72c4cf86251a762b07ebef5805"
    }
  }
}

result "cmpc5xmm6005jpc01k84dxd14" {
  label     = "minimax-m27-autoround-qk-helper-tinyfp32-inplace-p512n1536-20260519"
  date      = "2026-05-19"
  submitted = "2026-05-19T04:58:49Z"
  lane      = "minimax-m27-autoround-vllm-xpu-qk-helper"
  standing  = "superseded"
  model     = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine    = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware  = "4x Intel Arc Pro B70 32GB"
  command   = "VLLM_MINIMAX_QK_RMS_XPU_HELPER=1 VLLM_MINIMAX_QK_RMS_XPU_HELPER_MAX_TOKENS=4 VLLM_XPU_COMPILE_ALLREDUCE_CUSTOM_OP=1 VLLM_XPU_CUSTOM_ALLREDUCE_CLONE_INPUT=1 VLLM_XPU_CUSTOM_ALLREDUCE_SKIP_CLONE_FP32_MAX_NUMEL=0 VLLM_XPU_CUSTOM_ALLREDUCE_TINY_FP32_INPLACE_MAX_NUMEL=2 VLLM_XPU_CUSTOM_ALLREDUCE_INPLACE_MAX_NUMEL=0 VLLM_XPU_USE_LLM_SCALER_MOE=1 VLLM_XPU_USE_LLM_SCALER_MOE_WS=1 VLLM_XPU_USE_LLM_SCALER_MOE_MINIMAX_LOGITS_WS=1 VLLM_MINIMAX_M2_ATTN_DELAY_ALLREDUCE=0 VLLM_XPU_ENABLE_XPU_GRAPH=1 VLLM_XPU_FORCE_GRAPH_WITH_COMM=1 VLLM_XPU_GRAPH_NOOP_COMM_CAPTURE=1 VLLM_MINIMAX_QK_NORM_RESTORE_WEIGHT=1 VLLM_MINIMAX_QK_NORM_RESTORE_WEIGHT_MIN_TOKENS=2 CCL_TOPO_P2P_ACCESS=1 ONEAPI_DEVICE_SELECTOR=level_zero:0,1,2,3 ZE_AFFINITY_MASK=0,1,2,3 vllm bench throughput --backend vllm --model /mnt/fast-ai/llm-models/minimax-m2.7-int4-autoround --tokenizer /mnt/fast-ai/llm-models/minimax-m2.7-int4-autoround --trust-remote-code --dtype float16 --tensor-parallel-size 4 --distributed-executor-backend mp --max-model-len 2048 --max-num-batched-tokens 512 --max-num-seqs 1 --dataset-name random --random-input-len 512 --random-output-len 1536 --random-range-ratio 0 --num-prompts 1 --disable-log-stats --async-engine --block-size 256 --no-enable-prefix-caching --compilation-config {\"use_inductor_graph_partition\":true,\"compile_sizes\":[1],\"cudagraph_mode\":\"PIECEWISE\"}"
  variables = {
    CCL_TOPO_P2P_ACCESS                                   = "1"
    ONEAPI_DEVICE_SELECTOR                                = "level_zero:0,1,2,3"
    VLLM_MINIMAX_M2_ATTN_DELAY_ALLREDUCE                  = "0"
    VLLM_MINIMAX_QK_NORM_RESTORE_WEIGHT                   = "1"
    VLLM_MINIMAX_QK_NORM_RESTORE_WEIGHT_MIN_TOKENS        = "2"
    VLLM_MINIMAX_QK_RMS_XPU_HELPER                        = "1"
    VLLM_MINIMAX_QK_RMS_XPU_HELPER_MAX_TOKENS             = "4"
    VLLM_XPU_COMPILE_ALLREDUCE_CUSTOM_OP                  = "1"
    VLLM_XPU_COMPILE_OUT_OF_PLACE_ALLREDUCE               = "0"
    VLLM_XPU_CUSTOM_ALLREDUCE_CLONE_INPUT                 = "1"
    VLLM_XPU_CUSTOM_ALLREDUCE_INPLACE_MAX_NUMEL           = "0"
    VLLM_XPU_CUSTOM_ALLREDUCE_SKIP_CLONE_FP32_MAX_NUMEL   = "0"
    VLLM_XPU_CUSTOM_ALLREDUCE_TINY_FP32_INPLACE_MAX_NUMEL = "2"
    VLLM_XPU_ENABLE_XPU_GRAPH                             = "1"
    VLLM_XPU_FORCE_GRAPH_WITH_COMM                        = "1"
    VLLM_XPU_GRAPH_NOOP_COMM_CAPTURE                      = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE                           = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE_MINIMAX_LOGITS_WS         = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE_WS                        = "1"
    ZE_AFFINITY_MASK                                      = "0,1,2,3"
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
    "patches/vllm-minimax-greedy-local-argmax-xpu-20260517.patch",
    "patches/vllm-xpu-finite-trace-helper-20260517.patch",
    "patches/vllm-xpu-decode-timing-summary-helper-20260509.patch",
    "patches/vllm-xpu-allreduce-boundary-probes-20260516.patch",
    "patches/vllm-minimax-qknorm-passmanager-xpu-guard-20260508.patch",
    "patches/minimax-logits-ws-path-20260518.md",
    "patches/minimax-clone-safe-custom-allreduce-20260518.patch",
    "patches/minimax-qkvar-inplace-fp32n2-20260519.patch",
    "patches/vllm-minimax-qk-rms-xpu-helper-20260509.patch",
  ]
  fidelity = "hunk sketches + helper extension"
  repeats  = [88.79474596540184, 88.77164152927132, 87.41138128683875, 88.2746515598211]
  sources = [
    "data/minimax-m27-qk-helper-tinyfp32-inplace-20260519.json",
    "CURRENT.md",
    "data/localmaxxing-responses/minimax-m27-autoround-qk-helper-tinyfp32-inplace-p512n1536-20260519.response.json",
    "data/localmaxxing-minimax-m27-autoround-qk-helper-tinyfp32-inplace-p512n1536-20260519.payload.json",
    "notes/2026-05-19-minimax-qk-helper-tinyfp32-inplace.md",
  ]

  shape {
    prompt  = 512
    output  = 1536
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 88.31310508533326
    total_tok_s  = 117.7508067804443
  }

  quality {
    passed = [
      "raw145-n64-exact",
      "raw145-n256-exact",
      "semantic-suite-n64-r2",
      "arithmetic-repeat-n64-r16",
      "extended-sixpack-n64-r2",
    ]
    hashes = {
      arithmetic-repeat       = "578ec378bf31cb16fb49ac5c0043270fd00a0f7898e18ac498a41ffe775d7994"
      extended-sixpack-n64-r2 = "1e3560554f57b2b56cec8f49f28bc8ba12e9e0ced26bdc99a976f1433c99caa7"
      raw145-n256             = "58f6e8251c7a0a17e8c441278b5861f7d5da914fa1823ecd10484b296f2d7537"
      raw145-n64              = "267cbf30208d84929ee79284ac695467f7e80597bf8694130e1e1f8b180eb5bd"
      semantic-suite-n64-r2   = "adacbf144264486ea7d378ebb6a4c0ba23951b72c4cf86251a762b07ebef5805"
    }
  }
}

result "cmpc8cmqm0060pc016g5l5ukh" {
  label     = "minimax-m27-autoround-qk-direct-inplace-scale-p512n1536-20260519"
  date      = "2026-05-19"
  submitted = "2026-05-19T06:06:28Z"
  lane      = "minimax-m27-autoround-vllm-xpu-qk-direct"
  standing  = "superseded"
  model     = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine    = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware  = "4x Intel Arc Pro B70 32GB"
  command   = "VLLM_MINIMAX_QK_RMS_XPU_HELPER=1 VLLM_MINIMAX_QK_RMS_XPU_HELPER_MAX_TOKENS=4 VLLM_MINIMAX_QK_RMS_DIRECT_INPLACE_SCALE=1 VLLM_XPU_COMPILE_ALLREDUCE_CUSTOM_OP=1 VLLM_XPU_CUSTOM_ALLREDUCE_CLONE_INPUT=1 VLLM_XPU_CUSTOM_ALLREDUCE_SKIP_CLONE_FP32_MAX_NUMEL=0 VLLM_XPU_CUSTOM_ALLREDUCE_TINY_FP32_INPLACE_MAX_NUMEL=2 VLLM_XPU_CUSTOM_ALLREDUCE_INPLACE_MAX_NUMEL=0 VLLM_XPU_USE_LLM_SCALER_MOE=1 VLLM_XPU_USE_LLM_SCALER_MOE_WS=1 VLLM_XPU_USE_LLM_SCALER_MOE_MINIMAX_LOGITS_WS=1 VLLM_MINIMAX_M2_ATTN_DELAY_ALLREDUCE=0 VLLM_XPU_ENABLE_XPU_GRAPH=1 VLLM_XPU_FORCE_GRAPH_WITH_COMM=1 VLLM_XPU_GRAPH_NOOP_COMM_CAPTURE=1 VLLM_MINIMAX_QK_NORM_RESTORE_WEIGHT=1 VLLM_MINIMAX_QK_NORM_RESTORE_WEIGHT_MIN_TOKENS=2 CCL_TOPO_P2P_ACCESS=1 ONEAPI_DEVICE_SELECTOR=level_zero:0,1,2,3 ZE_AFFINITY_MASK=0,1,2,3 vllm bench throughput --backend vllm --model /mnt/fast-ai/llm-models/minimax-m2.7-int4-autoround --tokenizer /mnt/fast-ai/llm-models/minimax-m2.7-int4-autoround --trust-remote-code --dtype float16 --tensor-parallel-size 4 --distributed-executor-backend mp --max-model-len 2048 --max-num-batched-tokens 512 --max-num-seqs 1 --dataset-name random --random-input-len 512 --random-output-len 1536 --random-range-ratio 0 --num-prompts 1 --disable-log-stats --async-engine --block-size 256 --no-enable-prefix-caching --compilation-config {\"use_inductor_graph_partition\":true,\"compile_sizes\":[1],\"cudagraph_mode\":\"PIECEWISE\"}"
  variables = {
    CCL_TOPO_P2P_ACCESS                                   = "1"
    ONEAPI_DEVICE_SELECTOR                                = "level_zero:0,1,2,3"
    VLLM_MINIMAX_M2_ATTN_DELAY_ALLREDUCE                  = "0"
    VLLM_MINIMAX_QK_NORM_RESTORE_WEIGHT                   = "1"
    VLLM_MINIMAX_QK_NORM_RESTORE_WEIGHT_MIN_TOKENS        = "2"
    VLLM_MINIMAX_QK_RMS_DIRECT_INPLACE_SCALE              = "1"
    VLLM_MINIMAX_QK_RMS_XPU_HELPER                        = "1"
    VLLM_MINIMAX_QK_RMS_XPU_HELPER_MAX_TOKENS             = "4"
    VLLM_XPU_COMPILE_ALLREDUCE_CUSTOM_OP                  = "1"
    VLLM_XPU_CUSTOM_ALLREDUCE_CLONE_INPUT                 = "1"
    VLLM_XPU_CUSTOM_ALLREDUCE_INPLACE_MAX_NUMEL           = "0"
    VLLM_XPU_CUSTOM_ALLREDUCE_SKIP_CLONE_FP32_MAX_NUMEL   = "0"
    VLLM_XPU_CUSTOM_ALLREDUCE_TINY_FP32_INPLACE_MAX_NUMEL = "2"
    VLLM_XPU_ENABLE_XPU_GRAPH                             = "1"
    VLLM_XPU_FORCE_GRAPH_WITH_COMM                        = "1"
    VLLM_XPU_GRAPH_NOOP_COMM_CAPTURE                      = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE                           = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE_MINIMAX_LOGITS_WS         = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE_WS                        = "1"
    ZE_AFFINITY_MASK                                      = "0,1,2,3"
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
    "patches/vllm-minimax-greedy-local-argmax-xpu-20260517.patch",
    "patches/vllm-xpu-finite-trace-helper-20260517.patch",
    "patches/vllm-xpu-decode-timing-summary-helper-20260509.patch",
    "patches/vllm-xpu-allreduce-boundary-probes-20260516.patch",
    "patches/vllm-minimax-qknorm-passmanager-xpu-guard-20260508.patch",
    "patches/minimax-logits-ws-path-20260518.md",
    "patches/minimax-clone-safe-custom-allreduce-20260518.patch",
    "patches/minimax-qkvar-inplace-fp32n2-20260519.patch",
    "patches/vllm-minimax-qk-rms-xpu-helper-20260509.patch",
    "patches/minimax-qk-direct-inplace-scale-20260519.patch",
  ]
  fidelity = "hunk sketch"
  repeats  = [88.73927203190463, 88.30235084069768, 88.82152901106757, 88.14466045902685]
  sources = [
    "data/minimax-m27-qk-direct-inplace-scale-20260519.json",
    "CURRENT.md",
    "data/localmaxxing-responses/minimax-m27-autoround-qk-direct-inplace-scale-p512n1536-20260519.response.json",
    "data/localmaxxing-minimax-m27-autoround-qk-direct-inplace-scale-p512n1536-20260519.payload.json",
    "data/minimax-m27-attn-post-reduce-rms-xpu-quality-fail-20260519.json",
    "data/minimax-m27-greedy-skip-fp32-currentbase-quality-fail-20260519.json",
    "notes/2026-05-19-minimax-ar-fused-rms-c10d-repeatability-negative.md",
  ]

  shape {
    prompt  = 512
    output  = 1536
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 88.50195308567419
    total_tok_s  = 118.0026041142322
  }

  quality {
    passed = [
      "raw145-n64-exact",
      "raw145-n256-exact",
      "semantic-suite-n64-r2",
      "arithmetic-repeat-n64-r16",
      "extended-sixpack-n64-r2",
    ]
    hashes = {
      raw145-n256 = "58f6e8251c7a0a17e8c441278b5861f7d5da914fa1823ecd10484b296f2d7537"
      raw145-n64  = "267cbf30208d84929ee79284ac695467f7e80597bf8694130e1e1f8b180eb5bd"
    }
  }
}

result "cmpco63q90052nw01ov1zxvwp" {
  label     = "minimax-m27-autoround-moe-output-allreduce-inside-customop-p512n1536-20260519"
  date      = "2026-05-19"
  submitted = "2026-05-19T13:29:18Z"
  lane      = "minimax-m27-autoround-vllm-xpu-moe-output-ar"
  standing  = "accepted"
  model     = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine    = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware  = "4x Intel Arc Pro B70 32GB"
  notes     = "CURRENT.md headline; ran from the /home/steve/src/vllm source tree"
  command   = "VLLM_MINIMAX_MOE_OUTPUT_ALLREDUCE_INSIDE_CUSTOM_OP=1 VLLM_MINIMAX_QK_RMS_XPU_HELPER=1 VLLM_MINIMAX_QK_RMS_XPU_HELPER_MAX_TOKENS=4 VLLM_MINIMAX_QK_RMS_DIRECT_INPLACE_SCALE=1 VLLM_XPU_COMPILE_ALLREDUCE_CUSTOM_OP=1 VLLM_XPU_CUSTOM_ALLREDUCE_CLONE_INPUT=1 VLLM_XPU_CUSTOM_ALLREDUCE_SKIP_CLONE_FP32_MAX_NUMEL=0 VLLM_XPU_CUSTOM_ALLREDUCE_TINY_FP32_INPLACE_MAX_NUMEL=2 VLLM_XPU_CUSTOM_ALLREDUCE_INPLACE_MAX_NUMEL=0 VLLM_XPU_USE_LLM_SCALER_MOE=1 VLLM_XPU_USE_LLM_SCALER_MOE_WS=1 VLLM_XPU_USE_LLM_SCALER_MOE_MINIMAX_LOGITS_WS=1 VLLM_MINIMAX_M2_ATTN_DELAY_ALLREDUCE=0 VLLM_XPU_ENABLE_XPU_GRAPH=1 VLLM_XPU_FORCE_GRAPH_WITH_COMM=1 VLLM_XPU_GRAPH_NOOP_COMM_CAPTURE=1 VLLM_MINIMAX_QK_NORM_RESTORE_WEIGHT=1 VLLM_MINIMAX_QK_NORM_RESTORE_WEIGHT_MIN_TOKENS=2 CCL_TOPO_P2P_ACCESS=1 ONEAPI_DEVICE_SELECTOR=level_zero:0,1,2,3 ZE_AFFINITY_MASK=0,1,2,3 vllm bench throughput --backend vllm --model /mnt/fast-ai/llm-models/minimax-m2.7-int4-autoround --tokenizer /mnt/fast-ai/llm-models/minimax-m2.7-int4-autoround --trust-remote-code --dtype float16 --tensor-parallel-size 4 --distributed-executor-backend mp --max-model-len 2048 --max-num-batched-tokens 512 --max-num-seqs 1 --dataset-name random --random-input-len 512 --random-output-len 1536 --random-range-ratio 0 --num-prompts 1 --disable-log-stats --async-engine --block-size 256 --no-enable-prefix-caching --compilation-config {\"use_inductor_graph_partition\":true,\"compile_sizes\":[1],\"cudagraph_mode\":\"PIECEWISE\"}"
  variables = {
    CCL_TOPO_P2P_ACCESS                                   = "1"
    ONEAPI_DEVICE_SELECTOR                                = "level_zero:0,1,2,3"
    VLLM_MINIMAX_AR_FUSED_RMS_XPU                         = "0"
    VLLM_MINIMAX_AR_RMS_XPU                               = "0"
    VLLM_MINIMAX_M2_ATTN_DELAY_ALLREDUCE                  = "0"
    VLLM_MINIMAX_MOE_OUTPUT_ALLREDUCE_INSIDE_CUSTOM_OP    = "1"
    VLLM_MINIMAX_QK_NORM_RESTORE_WEIGHT                   = "1"
    VLLM_MINIMAX_QK_NORM_RESTORE_WEIGHT_MIN_TOKENS        = "2"
    VLLM_MINIMAX_QK_RMS_DIRECT_INPLACE_SCALE              = "1"
    VLLM_MINIMAX_QK_RMS_XPU_HELPER                        = "1"
    VLLM_MINIMAX_QK_RMS_XPU_HELPER_MAX_TOKENS             = "4"
    VLLM_XPU_COMPILE_ALLREDUCE_CUSTOM_OP                  = "1"
    VLLM_XPU_COMPILE_OUT_OF_PLACE_ALLREDUCE               = "0"
    VLLM_XPU_CUSTOM_ALLREDUCE_CLONE_INPUT                 = "1"
    VLLM_XPU_CUSTOM_ALLREDUCE_INPLACE_MAX_NUMEL           = "0"
    VLLM_XPU_CUSTOM_ALLREDUCE_SKIP_CLONE_FP32_MAX_NUMEL   = "0"
    VLLM_XPU_CUSTOM_ALLREDUCE_TINY_FP32_INPLACE_MAX_NUMEL = "2"
    VLLM_XPU_ENABLE_XPU_GRAPH                             = "1"
    VLLM_XPU_FORCE_GRAPH_WITH_COMM                        = "1"
    VLLM_XPU_GRAPH_NOOP_COMM_CAPTURE                      = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE                           = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE_MINIMAX_LOGITS_WS         = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE_WS                        = "1"
    ZE_AFFINITY_MASK                                      = "0,1,2,3"
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
    "patches/vllm-minimax-greedy-local-argmax-xpu-20260517.patch",
    "patches/vllm-xpu-finite-trace-helper-20260517.patch",
    "patches/vllm-xpu-decode-timing-summary-helper-20260509.patch",
    "patches/vllm-xpu-allreduce-boundary-probes-20260516.patch",
    "patches/vllm-minimax-qknorm-passmanager-xpu-guard-20260508.patch",
    "patches/minimax-logits-ws-path-20260518.md",
    "patches/minimax-clone-safe-custom-allreduce-20260518.patch",
    "patches/minimax-qkvar-inplace-fp32n2-20260519.patch",
    "patches/vllm-minimax-qk-rms-xpu-helper-20260509.patch",
    "patches/minimax-qk-direct-inplace-scale-20260519.patch",
    "patches/minimax-moe-output-allreduce-inside-customop-20260519.patch",
  ]
  fidelity = "hunk sketch; depends on unarchived context"
  repeats  = [88.42265418936294, 89.59508334496783, 88.52470338199907, 89.16933876647764]
  sources = [
    "data/minimax-m27-moe-output-allreduce-inside-customop-20260519.json",
    "CURRENT.md",
    "notes/2026-05-19-minimax-moe-output-allreduce-inside-customop.md",
    "data/localmaxxing-responses/minimax-m27-autoround-moe-output-allreduce-inside-customop-p512n1536-20260519.response.json",
    "notes/2026-05-19-minimax-moe-output-ar-plus-moe-cache-negative.md",
    "notes/2026-05-19-minimax-moe-ws-skip-redundant-contiguous-negative.md",
    "data/localmaxxing-minimax-m27-autoround-moe-output-allreduce-inside-customop-p512n1536-20260519.payload.json",
  ]

  shape {
    prompt  = 512
    output  = 1536
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 88.92794492070186
    total_tok_s  = 118.5705932276025
  }

  quality {
    passed = [
      "raw145-n64-exact",
      "raw145-n256-exact",
      "semantic-suite-n64-r2",
      "arithmetic-repeat-n64-r16",
      "extended-sixpack-n64-r2",
    ]
    hashes = {
      raw145-n256 = "58f6e8251c7a0a17e8c441278b5861f7d5da914fa1823ecd10484b296f2d7537"
      raw145-n64  = "267cbf30208d84929ee79284ac695467f7e80597bf8694130e1e1f8b180eb5bd"
    }
  }
}

result "cmpct6t4m007fnw01yjdtlcs4" {
  label     = "minimax-m27-autoround-moe-full-forward-customop-plus-output-ar-p512n1536-20260519"
  date      = "2026-05-19"
  submitted = "2026-05-19T15:49:49Z"
  lane      = "minimax-m27-autoround-vllm-xpu-moe-full-forward"
  stack     = stack.minimax-m27-int4-20260520
  suite     = "p512n1536"
  standing  = "accepted"
  model     = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine    = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware  = "4x Intel Arc Pro B70 32GB"
  notes     = "newest and highest accepted row (after CURRENT.md was written)"
  command   = "VLLM_MINIMAX_MOE_FULL_FORWARD_CUSTOM_OP=1 VLLM_MINIMAX_MOE_FULL_FORWARD_CUSTOM_OP_MAX_TOKENS=4 VLLM_MINIMAX_MOE_OUTPUT_ALLREDUCE_INSIDE_CUSTOM_OP=1 VLLM_MINIMAX_QK_RMS_XPU_HELPER=1 VLLM_MINIMAX_QK_RMS_XPU_HELPER_MAX_TOKENS=4 VLLM_MINIMAX_QK_RMS_DIRECT_INPLACE_SCALE=1 VLLM_XPU_COMPILE_ALLREDUCE_CUSTOM_OP=1 VLLM_XPU_CUSTOM_ALLREDUCE_CLONE_INPUT=1 VLLM_XPU_CUSTOM_ALLREDUCE_TINY_FP32_INPLACE_MAX_NUMEL=2 VLLM_XPU_CUSTOM_ALLREDUCE_INPLACE_MAX_NUMEL=0 VLLM_XPU_COMPILE_OUT_OF_PLACE_ALLREDUCE=0 VLLM_XPU_USE_LLM_SCALER_MOE=1 VLLM_XPU_USE_LLM_SCALER_MOE_WS=1 VLLM_XPU_USE_LLM_SCALER_MOE_MINIMAX_LOGITS_WS=1 VLLM_MINIMAX_M2_ATTN_DELAY_ALLREDUCE=0 VLLM_XPU_ENABLE_XPU_GRAPH=1 VLLM_XPU_FORCE_GRAPH_WITH_COMM=1 VLLM_XPU_GRAPH_NOOP_COMM_CAPTURE=1 VLLM_MINIMAX_QK_NORM_RESTORE_WEIGHT=1 VLLM_MINIMAX_QK_NORM_RESTORE_WEIGHT_MIN_TOKENS=2 CCL_TOPO_P2P_ACCESS=1 ONEAPI_DEVICE_SELECTOR=level_zero:0,1,2,3 ZE_AFFINITY_MASK=0,1,2,3 vllm bench throughput --backend vllm --model /mnt/fast-ai/llm-models/minimax-m2.7-int4-autoround --tokenizer /mnt/fast-ai/llm-models/minimax-m2.7-int4-autoround --trust-remote-code --dtype float16 --tensor-parallel-size 4 --distributed-executor-backend mp --max-model-len 2048 --max-num-batched-tokens 512 --max-num-seqs 1 --dataset-name random --random-input-len 512 --random-output-len 1536 --random-range-ratio 0 --num-prompts 1 --disable-log-stats --async-engine --block-size 256 --no-enable-prefix-caching --compilation-config {\"use_inductor_graph_partition\":true,\"compile_sizes\":[1],\"cudagraph_mode\":\"PIECEWISE\"}"
  variables = {
    CCL_TOPO_P2P_ACCESS                                   = "1"
    ONEAPI_DEVICE_SELECTOR                                = "level_zero:0,1,2,3"
    VLLM_MINIMAX_M2_ATTN_DELAY_ALLREDUCE                  = "0"
    VLLM_MINIMAX_MOE_FULL_FORWARD_CUSTOM_OP               = "1"
    VLLM_MINIMAX_MOE_FULL_FORWARD_CUSTOM_OP_MAX_TOKENS    = "4"
    VLLM_MINIMAX_MOE_OUTPUT_ALLREDUCE_INSIDE_CUSTOM_OP    = "1"
    VLLM_MINIMAX_QK_NORM_RESTORE_WEIGHT                   = "1"
    VLLM_MINIMAX_QK_NORM_RESTORE_WEIGHT_MIN_TOKENS        = "2"
    VLLM_MINIMAX_QK_RMS_APPLY_TP_SCALE                    = "0"
    VLLM_MINIMAX_QK_RMS_DIRECT_INPLACE_SCALE              = "1"
    VLLM_MINIMAX_QK_RMS_XPU_HELPER                        = "1"
    VLLM_MINIMAX_QK_RMS_XPU_HELPER_MAX_TOKENS             = "4"
    VLLM_XPU_COMPILE_ALLREDUCE_CUSTOM_OP                  = "1"
    VLLM_XPU_COMPILE_OUT_OF_PLACE_ALLREDUCE               = "0"
    VLLM_XPU_CUSTOM_ALLREDUCE_CLONE_INPUT                 = "1"
    VLLM_XPU_CUSTOM_ALLREDUCE_INPLACE_MAX_NUMEL           = "0"
    VLLM_XPU_CUSTOM_ALLREDUCE_TINY_FP32_INPLACE_MAX_NUMEL = "2"
    VLLM_XPU_ENABLE_XPU_GRAPH                             = "1"
    VLLM_XPU_FORCE_GRAPH_WITH_COMM                        = "1"
    VLLM_XPU_GRAPH_NOOP_COMM_CAPTURE                      = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE                           = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE_MINIMAX_LOGITS_WS         = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE_WS                        = "1"
    ZE_AFFINITY_MASK                                      = "0,1,2,3"
  }
  fidelity = "code blocks in markdown only"
  repeats  = [88.92723924469661, 89.39667728272477, 89.52732050585546, 89.40554449051147]
  sources = [
    "data/minimax-m27-moe-full-forward-customop-plus-output-ar-20260519.json",
    "notes/2026-05-19-minimax-moe-full-forward-customop-plus-output-ar.md",
    "data/localmaxxing-responses/minimax-m27-autoround-moe-full-forward-customop-plus-output-ar-p512n1536-20260519.response.json",
    "data/localmaxxing-minimax-m27-autoround-moe-full-forward-customop-plus-output-ar-p512n1536-20260519.payload.json",
    "notes/2026-05-19-minimax-moe-full-forward-max1-negative.md",
    "notes/2026-05-19-minimax-moe-full-forward-max2-negative.md",
    "notes/2026-05-19-minimax-moe-full-forward-max512-negative.md",
  ]

  shape {
    prompt  = 512
    output  = 1536
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 89.31419538094708
    total_tok_s  = 119.0855938412628
  }

  quality {
    passed = [
      "raw145-n64-exact",
      "raw145-n256-exact",
      "semantic-suite-n64-r2",
      "arithmetic-repeat-n64-r16",
      "extended-sixpack-n64-r2",
    ]
    hashes = {
      arithmetic-repeat       = "578ec378bf31cb16fb49ac5c0043270fd00a0f7898e18ac498a41ffe775d7994"
      extended-sixpack-n64-r2 = "1e3560554f57b2b56cec8f49f28bc8ba12e9e0ced26bdc99a976f1433c99caa7"
      raw145-n256             = "58f6e8251c7a0a17e8c441278b5861f7d5da914fa1823ecd10484b296f2d7537"
      raw145-n64              = "267cbf30208d84929ee79284ac695467f7e80597bf8694130e1e1f8b180eb5bd"
    }
  }
}

result "lab-0519-inplace-n4096" {
  date     = "2026-05-19"
  lane     = "minimax-m27-autoround-vllm-xpu-clone-safe"
  standing = "negative"
  model    = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine   = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "strict-lane screen, see data file for the decision text"
  variables = {
    CCL_TOPO_P2P_ACCESS                                   = "1"
    VLLM_MINIMAX_M2_ATTN_DELAY_ALLREDUCE                  = "0"
    VLLM_MINIMAX_QK_NORM_RESTORE_WEIGHT                   = "1"
    VLLM_MINIMAX_QK_NORM_RESTORE_WEIGHT_MIN_TOKENS        = "2"
    VLLM_XPU_COMPILE_ALLREDUCE_CUSTOM_OP                  = "1"
    VLLM_XPU_COMPILE_OUT_OF_PLACE_ALLREDUCE               = "0"
    VLLM_XPU_CUSTOM_ALLREDUCE_CLONE_INPUT                 = "1"
    VLLM_XPU_CUSTOM_ALLREDUCE_INPLACE_MAX_NUMEL           = "4096"
    VLLM_XPU_CUSTOM_ALLREDUCE_SKIP_CLONE_FP32_MAX_NUMEL   = "0"
    VLLM_XPU_CUSTOM_ALLREDUCE_TINY_FP32_INPLACE_MAX_NUMEL = "0"
    VLLM_XPU_ENABLE_XPU_GRAPH                             = "1"
    VLLM_XPU_FORCE_GRAPH_WITH_COMM                        = "1"
    VLLM_XPU_GRAPH_NOOP_COMM_CAPTURE                      = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE                           = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE_MINIMAX_LOGITS_WS         = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE_WS                        = "1"
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
    "patches/vllm-minimax-greedy-local-argmax-xpu-20260517.patch",
    "patches/vllm-xpu-finite-trace-helper-20260517.patch",
    "patches/vllm-xpu-decode-timing-summary-helper-20260509.patch",
    "patches/vllm-xpu-allreduce-boundary-probes-20260516.patch",
    "patches/vllm-minimax-qknorm-passmanager-xpu-guard-20260508.patch",
    "patches/minimax-logits-ws-path-20260518.md",
    "patches/minimax-clone-safe-custom-allreduce-20260518.patch",
    "patches/minimax-allreduce-inplace-threshold-20260519.patch",
  ]
  fidelity = "reconstruction status as for the parent lane"
  repeats  = [87.52593333779983, 86.83618316961768, 85.3032169569148, 85.87980431494194]
  sources = [
    "data/minimax-m27-allreduce-inplace-n4096-negative-20260519.json",
    "notes/2026-05-19-minimax-allreduce-inplace-n4096-negative.md",
  ]

  shape {
    prompt  = 512
    output  = 1536
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 86.38628444481856
    total_tok_s  = 115.18171259309142
  }

  quality {
    hashes = {
      arithmetic-repeat       = "578ec378bf31cb16fb49ac5c0043270fd00a0f7898e18ac498a41ffe775d7994"
      extended-sixpack-n64-r2 = "1e3560554f57b2b56cec8f49f28bc8ba12e9e0ced26bdc99a976f1433c99caa7"
      raw145-n256             = "58f6e8251c7a0a17e8c441278b5861f7d5da914fa1823ecd10484b296f2d7537"
      raw145-n64              = "267cbf30208d84929ee79284ac695467f7e80597bf8694130e1e1f8b180eb5bd"
      semantic-suite-n64-r2   = "adacbf144264486ea7d378ebb6a4c0ba23951b72c4cf86251a762b07ebef5805"
    }
  }
}

result "lab-0519-inplace-n2048" {
  date     = "2026-05-19"
  lane     = "minimax-m27-autoround-vllm-xpu-clone-safe"
  standing = "negative"
  model    = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine   = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "strict-lane screen, see data file for the decision text"
  variables = {
    CCL_TOPO_P2P_ACCESS                                   = "1"
    VLLM_MINIMAX_M2_ATTN_DELAY_ALLREDUCE                  = "0"
    VLLM_MINIMAX_QK_NORM_RESTORE_WEIGHT                   = "1"
    VLLM_MINIMAX_QK_NORM_RESTORE_WEIGHT_MIN_TOKENS        = "2"
    VLLM_XPU_COMPILE_ALLREDUCE_CUSTOM_OP                  = "1"
    VLLM_XPU_COMPILE_OUT_OF_PLACE_ALLREDUCE               = "0"
    VLLM_XPU_CUSTOM_ALLREDUCE_CLONE_INPUT                 = "1"
    VLLM_XPU_CUSTOM_ALLREDUCE_INPLACE_MAX_NUMEL           = "2048"
    VLLM_XPU_CUSTOM_ALLREDUCE_SKIP_CLONE_FP32_MAX_NUMEL   = "0"
    VLLM_XPU_CUSTOM_ALLREDUCE_TINY_FP32_INPLACE_MAX_NUMEL = "0"
    VLLM_XPU_ENABLE_XPU_GRAPH                             = "1"
    VLLM_XPU_FORCE_GRAPH_WITH_COMM                        = "1"
    VLLM_XPU_GRAPH_NOOP_COMM_CAPTURE                      = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE                           = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE_MINIMAX_LOGITS_WS         = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE_WS                        = "1"
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
    "patches/vllm-minimax-greedy-local-argmax-xpu-20260517.patch",
    "patches/vllm-xpu-finite-trace-helper-20260517.patch",
    "patches/vllm-xpu-decode-timing-summary-helper-20260509.patch",
    "patches/vllm-xpu-allreduce-boundary-probes-20260516.patch",
    "patches/vllm-minimax-qknorm-passmanager-xpu-guard-20260508.patch",
    "patches/minimax-logits-ws-path-20260518.md",
    "patches/minimax-clone-safe-custom-allreduce-20260518.patch",
    "patches/minimax-allreduce-shape-logger-and-n2048-screen-20260519.patch",
  ]
  fidelity = "reconstruction status as for the parent lane"
  repeats  = [87.14373718731265, 87.20926701652766, 87.36766305534377, 86.70220000282166]
  sources = [
    "data/minimax-m27-allreduce-shape-log-and-n2048-negative-20260519.json",
    "notes/2026-05-19-minimax-allreduce-shape-log-and-n2048-negative.md",
  ]

  shape {
    prompt  = 512
    output  = 1536
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 87.10571681550144
    total_tok_s  = 116.14095575400191
  }

  quality {
    hashes = {
      arithmetic-repeat       = "578ec378bf31cb16fb49ac5c0043270fd00a0f7898e18ac498a41ffe775d7994"
      extended-sixpack-n64-r2 = "1e3560554f57b2b56cec8f49f28bc8ba12e9e0ced26bdc99a976f1433c99caa7"
      raw145-n256             = "58f6e8251c7a0a17e8c441278b5861f7d5da914fa1823ecd10484b296f2d7537"
      raw145-n64              = "267cbf30208d84929ee79284ac695467f7e80597bf8694130e1e1f8b180eb5bd"
      semantic-suite-n64-r2   = "adacbf144264486ea7d378ebb6a4c0ba23951b72c4cf86251a762b07ebef5805"
    }
  }
}

result "lab-0519-qk-helper-max512" {
  date     = "2026-05-19"
  lane     = "minimax-m27-autoround-vllm-xpu-qk-helper"
  standing = "negative"
  model    = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine   = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "strict-lane screen, see data file for the decision text"
  variables = {
    CCL_TOPO_P2P_ACCESS                                   = "1"
    VLLM_MINIMAX_M2_ATTN_DELAY_ALLREDUCE                  = "0"
    VLLM_MINIMAX_QK_NORM_RESTORE_WEIGHT                   = "1"
    VLLM_MINIMAX_QK_NORM_RESTORE_WEIGHT_MIN_TOKENS        = "2"
    VLLM_MINIMAX_QK_RMS_XPU_HELPER                        = "1"
    VLLM_MINIMAX_QK_RMS_XPU_HELPER_MAX_TOKENS             = "512"
    VLLM_XPU_COMPILE_ALLREDUCE_CUSTOM_OP                  = "1"
    VLLM_XPU_CUSTOM_ALLREDUCE_CLONE_INPUT                 = "1"
    VLLM_XPU_CUSTOM_ALLREDUCE_INPLACE_MAX_NUMEL           = "0"
    VLLM_XPU_CUSTOM_ALLREDUCE_SKIP_CLONE_FP32_MAX_NUMEL   = "0"
    VLLM_XPU_CUSTOM_ALLREDUCE_TINY_FP32_INPLACE_MAX_NUMEL = "2"
    VLLM_XPU_ENABLE_XPU_GRAPH                             = "1"
    VLLM_XPU_FORCE_GRAPH_WITH_COMM                        = "1"
    VLLM_XPU_GRAPH_NOOP_COMM_CAPTURE                      = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE                           = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE_MINIMAX_LOGITS_WS         = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE_WS                        = "1"
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
    "patches/vllm-minimax-greedy-local-argmax-xpu-20260517.patch",
    "patches/vllm-xpu-finite-trace-helper-20260517.patch",
    "patches/vllm-xpu-decode-timing-summary-helper-20260509.patch",
    "patches/vllm-xpu-allreduce-boundary-probes-20260516.patch",
    "patches/vllm-minimax-qknorm-passmanager-xpu-guard-20260508.patch",
    "patches/minimax-logits-ws-path-20260518.md",
    "patches/minimax-clone-safe-custom-allreduce-20260518.patch",
    "patches/minimax-qkvar-inplace-fp32n2-20260519.patch",
    "patches/vllm-minimax-qk-rms-xpu-helper-20260509.patch",
  ]
  fidelity = "reconstruction status as for the parent lane"
  repeats  = [87.79891808641494, 88.5745376190537, 87.5350961968339, 87.98819525847338]
  sources = [
    "data/minimax-m27-qk-helper-max512-negative-20260519.json",
    "notes/2026-05-19-minimax-qk-helper-max512-negative.md",
  ]

  shape {
    prompt  = 512
    output  = 1536
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 87.97418679019398
    total_tok_s  = 117.29891572025863
  }
}

result "lab-0519-moe-cache" {
  date     = "2026-05-19"
  lane     = "minimax-m27-autoround-vllm-xpu-qk-direct"
  standing = "negative"
  model    = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine   = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "strict-lane screen, see data file for the decision text"
  variables = {
    VLLM_MINIMAX_M2_ATTN_DELAY_ALLREDUCE                  = "0"
    VLLM_MINIMAX_QK_RMS_DIRECT_INPLACE_SCALE              = "1"
    VLLM_MINIMAX_QK_RMS_XPU_HELPER                        = "1"
    VLLM_XPU_COMPILE_ALLREDUCE_CUSTOM_OP                  = "1"
    VLLM_XPU_COMPILE_OUT_OF_PLACE_ALLREDUCE               = "0"
    VLLM_XPU_CUSTOM_ALLREDUCE_CLONE_INPUT                 = "1"
    VLLM_XPU_CUSTOM_ALLREDUCE_INPLACE_MAX_NUMEL           = "0"
    VLLM_XPU_CUSTOM_ALLREDUCE_SKIP_CLONE_FP32_MAX_NUMEL   = "0"
    VLLM_XPU_CUSTOM_ALLREDUCE_TINY_FP32_INPLACE_MAX_NUMEL = "2"
    VLLM_XPU_LLM_SCALER_MOE_CACHE_MINIMAX_LOGITS_OP       = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE                           = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE_MINIMAX_LOGITS_WS         = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE_WS                        = "1"
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
    "patches/vllm-minimax-greedy-local-argmax-xpu-20260517.patch",
    "patches/vllm-xpu-finite-trace-helper-20260517.patch",
    "patches/vllm-xpu-decode-timing-summary-helper-20260509.patch",
    "patches/vllm-xpu-allreduce-boundary-probes-20260516.patch",
    "patches/vllm-minimax-qknorm-passmanager-xpu-guard-20260508.patch",
    "patches/minimax-logits-ws-path-20260518.md",
    "patches/minimax-clone-safe-custom-allreduce-20260518.patch",
    "patches/minimax-qkvar-inplace-fp32n2-20260519.patch",
    "patches/vllm-minimax-qk-rms-xpu-helper-20260509.patch",
    "patches/minimax-qk-direct-inplace-scale-20260519.patch",
    "patches/minimax-moe-cache-minimax-logits-op-marginal-20260519.md",
  ]
  fidelity = "reconstruction status as for the parent lane"
  repeats  = [88.75699968565715, 88.06328138691603, 88.57385080018814, 88.80292985726116]
  sources = [
    "data/minimax-m27-moe-cache-minimax-op-marginal-20260519.json",
    "notes/2026-05-19-minimax-moe-cache-minimax-op-marginal.md",
  ]

  shape {
    prompt  = 512
    output  = 1536
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 88.54926543250562
    total_tok_s  = 118.06568724334082
  }
}

result "lab-0519-moe-cache-samecache-on" {
  date     = "2026-05-19"
  lane     = "minimax-m27-autoround-vllm-xpu-qk-direct"
  standing = "negative"
  model    = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine   = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "strict-lane screen, see data file for the decision text"
  variables = {
    VLLM_MINIMAX_M2_ATTN_DELAY_ALLREDUCE                  = "0"
    VLLM_MINIMAX_QK_RMS_DIRECT_INPLACE_SCALE              = "1"
    VLLM_MINIMAX_QK_RMS_XPU_HELPER                        = "1"
    VLLM_MINIMAX_QK_RMS_XPU_HELPER_MAX_TOKENS             = "4"
    VLLM_XPU_COMPILE_ALLREDUCE_CUSTOM_OP                  = "1"
    VLLM_XPU_COMPILE_OUT_OF_PLACE_ALLREDUCE               = "0"
    VLLM_XPU_CUSTOM_ALLREDUCE_CLONE_INPUT                 = "1"
    VLLM_XPU_CUSTOM_ALLREDUCE_INPLACE_MAX_NUMEL           = "0"
    VLLM_XPU_CUSTOM_ALLREDUCE_SKIP_CLONE_FP32_MAX_NUMEL   = "0"
    VLLM_XPU_CUSTOM_ALLREDUCE_TINY_FP32_INPLACE_MAX_NUMEL = "2"
    VLLM_XPU_USE_LLM_SCALER_MOE                           = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE_MINIMAX_LOGITS_WS         = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE_WS                        = "1"
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
    "patches/vllm-minimax-greedy-local-argmax-xpu-20260517.patch",
    "patches/vllm-xpu-finite-trace-helper-20260517.patch",
    "patches/vllm-xpu-decode-timing-summary-helper-20260509.patch",
    "patches/vllm-xpu-allreduce-boundary-probes-20260516.patch",
    "patches/vllm-minimax-qknorm-passmanager-xpu-guard-20260508.patch",
    "patches/minimax-logits-ws-path-20260518.md",
    "patches/minimax-clone-safe-custom-allreduce-20260518.patch",
    "patches/minimax-qkvar-inplace-fp32n2-20260519.patch",
    "patches/vllm-minimax-qk-rms-xpu-helper-20260509.patch",
    "patches/minimax-qk-direct-inplace-scale-20260519.patch",
  ]
  fidelity = "reconstruction status as for the parent lane"
  repeats  = [88.6123416469214, 88.71182949768006, 87.98204832438597, 88.31259261112109]
  sources = [
    "data/minimax-m27-moe-cache-samecache-negative-20260519.json",
    "notes/2026-05-19-minimax-moe-cache-samecache-negative.md",
  ]

  shape {
    prompt  = 512
    output  = 1536
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 88.40470302002713
    total_tok_s  = 117.87293736003618
  }
}

result "lab-0519-source-sync-repeat" {
  date     = "2026-05-19"
  lane     = "minimax-m27-autoround-vllm-xpu-qk-direct"
  standing = "diagnostic"
  model    = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine   = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "strict-lane screen, see data file for the decision text"
  variables = {
    CCL_TOPO_P2P_ACCESS                                   = "1"
    ONEAPI_DEVICE_SELECTOR                                = "level_zero:0,1,2,3"
    VLLM_MINIMAX_AR_FUSED_RMS_XPU                         = "0"
    VLLM_MINIMAX_M2_ATTN_DELAY_ALLREDUCE                  = "0"
    VLLM_MINIMAX_MOE_FINAL_INPLACE_ALLREDUCE              = "unset"
    VLLM_MINIMAX_QK_NORM_RESTORE_WEIGHT                   = "1"
    VLLM_MINIMAX_QK_NORM_RESTORE_WEIGHT_MIN_TOKENS        = "2"
    VLLM_MINIMAX_QK_RMS_DIRECT_INPLACE_SCALE              = "1"
    VLLM_MINIMAX_QK_RMS_XPU_HELPER                        = "1"
    VLLM_MINIMAX_QK_RMS_XPU_HELPER_MAX_TOKENS             = "4"
    VLLM_XPU_COMPILE_ALLREDUCE_CUSTOM_OP                  = "1"
    VLLM_XPU_COMPILE_OUT_OF_PLACE_ALLREDUCE               = "0"
    VLLM_XPU_CUSTOM_ALLREDUCE_CLONE_INPUT                 = "1"
    VLLM_XPU_CUSTOM_ALLREDUCE_INPLACE_MAX_NUMEL           = "0"
    VLLM_XPU_CUSTOM_ALLREDUCE_SKIP_CLONE_FP32_MAX_NUMEL   = "0"
    VLLM_XPU_CUSTOM_ALLREDUCE_TINY_FP32_INPLACE_MAX_NUMEL = "2"
    VLLM_XPU_ENABLE_XPU_GRAPH                             = "1"
    VLLM_XPU_FORCE_GRAPH_WITH_COMM                        = "1"
    VLLM_XPU_GRAPH_NOOP_COMM_CAPTURE                      = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE                           = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE_MINIMAX_LOGITS_WS         = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE_WS                        = "1"
    ZE_AFFINITY_MASK                                      = "0,1,2,3"
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
    "patches/vllm-minimax-greedy-local-argmax-xpu-20260517.patch",
    "patches/vllm-xpu-finite-trace-helper-20260517.patch",
    "patches/vllm-xpu-decode-timing-summary-helper-20260509.patch",
    "patches/vllm-xpu-allreduce-boundary-probes-20260516.patch",
    "patches/vllm-minimax-qknorm-passmanager-xpu-guard-20260508.patch",
    "patches/minimax-logits-ws-path-20260518.md",
    "patches/minimax-clone-safe-custom-allreduce-20260518.patch",
    "patches/minimax-qkvar-inplace-fp32n2-20260519.patch",
    "patches/vllm-minimax-qk-rms-xpu-helper-20260509.patch",
    "patches/minimax-qk-direct-inplace-scale-20260519.patch",
    "patches/minimax-source-gpumodelrunner-sync-repeat-20260519.md",
  ]
  fidelity = "reconstruction status as for the parent lane"
  repeats  = [87.55516060057364, 88.39745039435884]
  sources = [
    "data/minimax-m27-source-gpumodelrunner-sync-repeat-20260519.json",
    "notes/2026-05-19-minimax-source-gpumodelrunner-sync-repeat.md",
  ]

  shape {
    prompt  = 512
    output  = 1536
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 87.97630549746624
    total_tok_s  = 117.30174066328833
  }
}

result "lab-0519-qk-apply-tpscale" {
  date     = "2026-05-19"
  lane     = "minimax-m27-autoround-vllm-xpu-qk-direct"
  standing = "negative"
  model    = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine   = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "strict-lane screen, see data file for the decision text"
  variables = {
    CCL_TOPO_P2P_ACCESS                                   = "1"
    VLLM_MINIMAX_M2_ATTN_DELAY_ALLREDUCE                  = "0"
    VLLM_MINIMAX_QK_RMS_APPLY_TP_SCALE                    = "1"
    VLLM_MINIMAX_QK_RMS_DIRECT_INPLACE_SCALE              = "1"
    VLLM_MINIMAX_QK_RMS_XPU_HELPER                        = "1"
    VLLM_MINIMAX_QK_RMS_XPU_HELPER_MAX_TOKENS             = "4"
    VLLM_XPU_COMPILE_ALLREDUCE_CUSTOM_OP                  = "1"
    VLLM_XPU_CUSTOM_ALLREDUCE_CLONE_INPUT                 = "1"
    VLLM_XPU_CUSTOM_ALLREDUCE_INPLACE_MAX_NUMEL           = "0"
    VLLM_XPU_CUSTOM_ALLREDUCE_SKIP_CLONE_FP32_MAX_NUMEL   = "0"
    VLLM_XPU_CUSTOM_ALLREDUCE_TINY_FP32_INPLACE_MAX_NUMEL = "2"
    VLLM_XPU_ENABLE_XPU_GRAPH                             = "1"
    VLLM_XPU_FORCE_GRAPH_WITH_COMM                        = "1"
    VLLM_XPU_GRAPH_NOOP_COMM_CAPTURE                      = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE                           = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE_MINIMAX_LOGITS_WS         = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE_WS                        = "1"
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
    "patches/vllm-minimax-greedy-local-argmax-xpu-20260517.patch",
    "patches/vllm-xpu-finite-trace-helper-20260517.patch",
    "patches/vllm-xpu-decode-timing-summary-helper-20260509.patch",
    "patches/vllm-xpu-allreduce-boundary-probes-20260516.patch",
    "patches/vllm-minimax-qknorm-passmanager-xpu-guard-20260508.patch",
    "patches/minimax-logits-ws-path-20260518.md",
    "patches/minimax-clone-safe-custom-allreduce-20260518.patch",
    "patches/minimax-qkvar-inplace-fp32n2-20260519.patch",
    "patches/vllm-minimax-qk-rms-xpu-helper-20260509.patch",
    "patches/minimax-qk-direct-inplace-scale-20260519.patch",
    "patches/minimax-qk-apply-tpscale-negative-20260519.md",
  ]
  fidelity = "reconstruction status as for the parent lane"
  repeats  = [88.61122959549371, 88.1072640138228]
  sources = [
    "data/minimax-m27-qk-apply-tpscale-negative-20260519.json",
    "notes/2026-05-19-minimax-qk-apply-tpscale-negative.md",
  ]

  shape {
    prompt  = 512
    output  = 1536
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 88.35924680465826
    total_tok_s  = 117.81232907287767
  }

  quality {
    hashes = {
      "raw145-n256(expected)" = "58f6e8251c7a0a17e8c441278b5861f7d5da914fa1823ecd10484b296f2d7537"
      "raw145-n256(observed)" = "e9e4aba8f7af253645a925ea8278df7a0e9a38154f379db96ea8fd5f13fc1f67"
    }
  }
}

result "lab-0519-inc-fast-2d" {
  date     = "2026-05-19"
  lane     = "minimax-m27-autoround-vllm-xpu-qk-direct"
  standing = "negative"
  model    = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine   = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "strict-lane screen, see data file for the decision text"
  variables = {
    CCL_TOPO_P2P_ACCESS                                   = "1"
    VLLM_MINIMAX_AR_FUSED_RMS_XPU                         = "0"
    VLLM_MINIMAX_M2_ATTN_DELAY_ALLREDUCE                  = "0"
    VLLM_MINIMAX_QK_NORM_RESTORE_WEIGHT                   = "1"
    VLLM_MINIMAX_QK_NORM_RESTORE_WEIGHT_MIN_TOKENS        = "2"
    VLLM_MINIMAX_QK_RMS_XPU_HELPER                        = "1"
    VLLM_XPU_COMPILE_ALLREDUCE_CUSTOM_OP                  = "1"
    VLLM_XPU_COMPILE_OUT_OF_PLACE_ALLREDUCE               = "0"
    VLLM_XPU_CUSTOM_ALLREDUCE_CLONE_INPUT                 = "1"
    VLLM_XPU_CUSTOM_ALLREDUCE_INPLACE_MAX_NUMEL           = "0"
    VLLM_XPU_CUSTOM_ALLREDUCE_SKIP_CLONE_FP32_MAX_NUMEL   = "0"
    VLLM_XPU_CUSTOM_ALLREDUCE_TINY_FP32_INPLACE_MAX_NUMEL = "2"
    VLLM_XPU_ENABLE_XPU_GRAPH                             = "1"
    VLLM_XPU_FORCE_GRAPH_WITH_COMM                        = "1"
    VLLM_XPU_GRAPH_NOOP_COMM_CAPTURE                      = "1"
    VLLM_XPU_INC_FAST_2D_APPLY                            = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE                           = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE_MINIMAX_LOGITS_WS         = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE_WS                        = "1"
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
    "patches/vllm-minimax-greedy-local-argmax-xpu-20260517.patch",
    "patches/vllm-xpu-finite-trace-helper-20260517.patch",
    "patches/vllm-xpu-decode-timing-summary-helper-20260509.patch",
    "patches/vllm-xpu-allreduce-boundary-probes-20260516.patch",
    "patches/vllm-minimax-qknorm-passmanager-xpu-guard-20260508.patch",
    "patches/minimax-logits-ws-path-20260518.md",
    "patches/minimax-clone-safe-custom-allreduce-20260518.patch",
    "patches/minimax-qkvar-inplace-fp32n2-20260519.patch",
    "patches/vllm-minimax-qk-rms-xpu-helper-20260509.patch",
    "patches/minimax-qk-direct-inplace-scale-20260519.patch",
    "patches/minimax-inc-fast-2d-apply-negative-20260519.md",
  ]
  fidelity = "reconstruction status as for the parent lane"
  repeats  = [87.60074345352838, 87.86610650032138]
  sources  = ["data/minimax-inc-fast-2d-apply-full-repeat-20260519.json"]

  shape {
    prompt  = 512
    output  = 1536
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 87.733425
    total_tok_s  = 116.97789996923318
  }
}

result "lab-0519-moar-plus-cache" {
  date     = "2026-05-19"
  lane     = "minimax-m27-autoround-vllm-xpu-moe-output-ar"
  standing = "negative"
  model    = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine   = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "strict-lane screen, see data file for the decision text"
  variables = {
    CCL_TOPO_P2P_ACCESS                                   = "1"
    VLLM_MINIMAX_M2_ATTN_DELAY_ALLREDUCE                  = "0"
    VLLM_MINIMAX_MOE_OUTPUT_ALLREDUCE_INSIDE_CUSTOM_OP    = "1"
    VLLM_MINIMAX_QK_NORM_RESTORE_WEIGHT                   = "1"
    VLLM_MINIMAX_QK_NORM_RESTORE_WEIGHT_MIN_TOKENS        = "2"
    VLLM_MINIMAX_QK_RMS_XPU_HELPER                        = "1"
    VLLM_XPU_COMPILE_ALLREDUCE_CUSTOM_OP                  = "1"
    VLLM_XPU_CUSTOM_ALLREDUCE_CLONE_INPUT                 = "1"
    VLLM_XPU_CUSTOM_ALLREDUCE_INPLACE_MAX_NUMEL           = "0"
    VLLM_XPU_CUSTOM_ALLREDUCE_SKIP_CLONE_FP32_MAX_NUMEL   = "0"
    VLLM_XPU_CUSTOM_ALLREDUCE_TINY_FP32_INPLACE_MAX_NUMEL = "2"
    VLLM_XPU_ENABLE_XPU_GRAPH                             = "1"
    VLLM_XPU_FORCE_GRAPH_WITH_COMM                        = "1"
    VLLM_XPU_GRAPH_NOOP_COMM_CAPTURE                      = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE                           = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE_MINIMAX_LOGITS_WS         = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE_WS                        = "1"
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
    "patches/vllm-minimax-greedy-local-argmax-xpu-20260517.patch",
    "patches/vllm-xpu-finite-trace-helper-20260517.patch",
    "patches/vllm-xpu-decode-timing-summary-helper-20260509.patch",
    "patches/vllm-xpu-allreduce-boundary-probes-20260516.patch",
    "patches/vllm-minimax-qknorm-passmanager-xpu-guard-20260508.patch",
    "patches/minimax-logits-ws-path-20260518.md",
    "patches/minimax-clone-safe-custom-allreduce-20260518.patch",
    "patches/minimax-qkvar-inplace-fp32n2-20260519.patch",
    "patches/vllm-minimax-qk-rms-xpu-helper-20260509.patch",
    "patches/minimax-qk-direct-inplace-scale-20260519.patch",
    "patches/minimax-moe-output-allreduce-inside-customop-20260519.patch",
  ]
  fidelity = "reconstruction status as for the parent lane"
  repeats  = [89.40569256036068, 88.9337987074497, 87.96972022308844, 89.3399714872861]
  sources = [
    "data/minimax-m27-moe-output-ar-plus-moe-cache-negative-20260519.json",
    "notes/2026-05-19-minimax-moe-output-ar-plus-moe-cache-negative.md",
  ]

  shape {
    prompt  = 512
    output  = 1536
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 88.91229574454624
    total_tok_s  = 118.54972765939497
  }
}

result "lab-0519-skip-redundant-contig" {
  date     = "2026-05-19"
  lane     = "minimax-m27-autoround-vllm-xpu-moe-output-ar"
  standing = "negative"
  model    = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine   = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "strict-lane screen, see data file for the decision text"
  variables = {
    CCL_TOPO_P2P_ACCESS                                       = "1"
    VLLM_MINIMAX_AR_FUSED_RMS_XPU                             = "0"
    VLLM_MINIMAX_AR_RMS_XPU                                   = "0"
    VLLM_MINIMAX_M2_ATTN_DELAY_ALLREDUCE                      = "0"
    VLLM_MINIMAX_MOE_OUTPUT_ALLREDUCE_INSIDE_CUSTOM_OP        = "1"
    VLLM_MINIMAX_QK_NORM_RESTORE_WEIGHT                       = "1"
    VLLM_MINIMAX_QK_NORM_RESTORE_WEIGHT_MIN_TOKENS            = "2"
    VLLM_MINIMAX_QK_RMS_XPU_HELPER                            = "1"
    VLLM_XPU_COMPILE_ALLREDUCE_CUSTOM_OP                      = "1"
    VLLM_XPU_COMPILE_OUT_OF_PLACE_ALLREDUCE                   = "0"
    VLLM_XPU_CUSTOM_ALLREDUCE_CLONE_INPUT                     = "1"
    VLLM_XPU_CUSTOM_ALLREDUCE_INPLACE_MAX_NUMEL               = "0"
    VLLM_XPU_CUSTOM_ALLREDUCE_TINY_FP32_INPLACE_MAX_NUMEL     = "2"
    VLLM_XPU_ENABLE_XPU_GRAPH                                 = "1"
    VLLM_XPU_FORCE_GRAPH_WITH_COMM                            = "1"
    VLLM_XPU_GRAPH_NOOP_COMM_CAPTURE                          = "1"
    VLLM_XPU_LLM_SCALER_MOE_MINIMAX_SKIP_REDUNDANT_CONTIGUOUS = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE                               = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE_MINIMAX_LOGITS_WS             = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE_WS                            = "1"
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
    "patches/vllm-minimax-greedy-local-argmax-xpu-20260517.patch",
    "patches/vllm-xpu-finite-trace-helper-20260517.patch",
    "patches/vllm-xpu-decode-timing-summary-helper-20260509.patch",
    "patches/vllm-xpu-allreduce-boundary-probes-20260516.patch",
    "patches/vllm-minimax-qknorm-passmanager-xpu-guard-20260508.patch",
    "patches/minimax-logits-ws-path-20260518.md",
    "patches/minimax-clone-safe-custom-allreduce-20260518.patch",
    "patches/minimax-qkvar-inplace-fp32n2-20260519.patch",
    "patches/vllm-minimax-qk-rms-xpu-helper-20260509.patch",
    "patches/minimax-qk-direct-inplace-scale-20260519.patch",
    "patches/minimax-moe-output-allreduce-inside-customop-20260519.patch",
    "patches/minimax-moe-ws-skip-redundant-contiguous-negative-20260519.md",
  ]
  fidelity = "reconstruction status as for the parent lane"
  repeats  = [87.8530526067812, 89.60635295607412, 89.00019605707166, 89.08094010099576]
  sources = [
    "data/minimax-m27-moe-ws-skip-redundant-contiguous-negative-20260519.json",
    "notes/2026-05-19-minimax-moe-ws-skip-redundant-contiguous-negative.md",
  ]

  shape {
    prompt  = 512
    output  = 1536
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 88.88513543023068
    total_tok_s  = 118.51351390697425
  }
}

result "lab-0519-postattn-norm-moe" {
  date     = "2026-05-19"
  lane     = "minimax-m27-autoround-vllm-xpu-moe-full-forward"
  standing = "negative"
  model    = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine   = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "strict-lane screen, see data file for the decision text"
  variables = {
    CCL_TOPO_P2P_ACCESS                                   = "1"
    VLLM_MINIMAX_M2_ATTN_DELAY_ALLREDUCE                  = "0"
    VLLM_MINIMAX_MOE_FULL_FORWARD_CUSTOM_OP               = "1"
    VLLM_MINIMAX_MOE_FULL_FORWARD_CUSTOM_OP_MAX_TOKENS    = "4"
    VLLM_MINIMAX_MOE_OUTPUT_ALLREDUCE_INSIDE_CUSTOM_OP    = "1"
    VLLM_MINIMAX_POST_ATTN_NORM_MOE_CUSTOM_OP             = "1"
    VLLM_MINIMAX_POST_ATTN_NORM_MOE_CUSTOM_OP_MAX_TOKENS  = "4"
    VLLM_MINIMAX_QK_RMS_APPLY_TP_SCALE                    = "0"
    VLLM_MINIMAX_QK_RMS_DIRECT_INPLACE_SCALE              = "1"
    VLLM_MINIMAX_QK_RMS_XPU_HELPER                        = "1"
    VLLM_MINIMAX_QK_RMS_XPU_HELPER_MAX_TOKENS             = "4"
    VLLM_XPU_COMPILE_ALLREDUCE_CUSTOM_OP                  = "1"
    VLLM_XPU_COMPILE_OUT_OF_PLACE_ALLREDUCE               = "0"
    VLLM_XPU_CUSTOM_ALLREDUCE_CLONE_INPUT                 = "1"
    VLLM_XPU_CUSTOM_ALLREDUCE_INPLACE_MAX_NUMEL           = "0"
    VLLM_XPU_CUSTOM_ALLREDUCE_TINY_FP32_INPLACE_MAX_NUMEL = "2"
    VLLM_XPU_ENABLE_XPU_GRAPH                             = "1"
    VLLM_XPU_FORCE_GRAPH_WITH_COMM                        = "1"
    VLLM_XPU_GRAPH_NOOP_COMM_CAPTURE                      = "1"
    VLLM_XPU_LLM_SCALER_MOE_CACHE_MINIMAX_LOGITS_OP       = "0"
    VLLM_XPU_USE_LLM_SCALER_MOE                           = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE_MINIMAX_LOGITS_WS         = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE_WS                        = "1"
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
    "patches/vllm-minimax-greedy-local-argmax-xpu-20260517.patch",
    "patches/vllm-xpu-finite-trace-helper-20260517.patch",
    "patches/vllm-xpu-decode-timing-summary-helper-20260509.patch",
    "patches/vllm-xpu-allreduce-boundary-probes-20260516.patch",
    "patches/vllm-minimax-qknorm-passmanager-xpu-guard-20260508.patch",
    "patches/minimax-logits-ws-path-20260518.md",
    "patches/minimax-clone-safe-custom-allreduce-20260518.patch",
    "patches/minimax-qkvar-inplace-fp32n2-20260519.patch",
    "patches/vllm-minimax-qk-rms-xpu-helper-20260509.patch",
    "patches/minimax-qk-direct-inplace-scale-20260519.patch",
    "patches/minimax-moe-output-allreduce-inside-customop-20260519.patch",
    "patches/minimax-moe-full-forward-customop-plus-output-ar-20260519.md",
    "patches/minimax-postattn-norm-moe-customop-negative-20260519.md",
  ]
  fidelity = "reconstruction status as for the parent lane"
  repeats  = [89.3212803723517, 88.8264973835417, 88.792850090055, 89.08794601585095]
  sources = [
    "data/minimax-m27-postattn-norm-moe-customop-negative-20260519.json",
    "notes/2026-05-19-minimax-postattn-norm-moe-customop-negative.md",
  ]

  shape {
    prompt  = 512
    output  = 1536
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 89.00714346544983
    total_tok_s  = 118.67619128726645
  }

  quality {
    hashes = {
      arithmetic-repeat       = "578ec378bf31cb16fb49ac5c0043270fd00a0f7898e18ac498a41ffe775d7994"
      extended-sixpack-n64-r2 = "1e3560554f57b2b56cec8f49f28bc8ba12e9e0ced26bdc99a976f1433c99caa7"
      raw145-n256             = "58f6e8251c7a0a17e8c441278b5861f7d5da914fa1823ecd10484b296f2d7537"
      raw145-n64              = "267cbf30208d84929ee79284ac695467f7e80597bf8694130e1e1f8b180eb5bd"
    }
  }
}

result "lab-0519-mff-max1" {
  date     = "2026-05-19"
  lane     = "minimax-m27-autoround-vllm-xpu-moe-full-forward"
  stack    = stack.minimax-m27-int4-20260520
  standing = "negative"
  model    = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine   = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "strict-lane screen, see data file for the decision text"
  variables = {
    CCL_TOPO_P2P_ACCESS                                   = "1"
    VLLM_MINIMAX_M2_ATTN_DELAY_ALLREDUCE                  = "0"
    VLLM_MINIMAX_MOE_FULL_FORWARD_CUSTOM_OP               = "1"
    VLLM_MINIMAX_MOE_FULL_FORWARD_CUSTOM_OP_MAX_TOKENS    = "1"
    VLLM_MINIMAX_MOE_OUTPUT_ALLREDUCE_INSIDE_CUSTOM_OP    = "1"
    VLLM_MINIMAX_POST_ATTN_NORM_MOE_CUSTOM_OP             = "0"
    VLLM_MINIMAX_POST_ATTN_NORM_MOE_CUSTOM_OP_MAX_TOKENS  = "4"
    VLLM_MINIMAX_QK_RMS_APPLY_TP_SCALE                    = "0"
    VLLM_MINIMAX_QK_RMS_DIRECT_INPLACE_SCALE              = "1"
    VLLM_MINIMAX_QK_RMS_XPU_HELPER                        = "1"
    VLLM_MINIMAX_QK_RMS_XPU_HELPER_MAX_TOKENS             = "4"
    VLLM_XPU_COMPILE_ALLREDUCE_CUSTOM_OP                  = "1"
    VLLM_XPU_COMPILE_OUT_OF_PLACE_ALLREDUCE               = "0"
    VLLM_XPU_CUSTOM_ALLREDUCE_CLONE_INPUT                 = "1"
    VLLM_XPU_CUSTOM_ALLREDUCE_INPLACE_MAX_NUMEL           = "0"
    VLLM_XPU_CUSTOM_ALLREDUCE_TINY_FP32_INPLACE_MAX_NUMEL = "2"
    VLLM_XPU_ENABLE_XPU_GRAPH                             = "1"
    VLLM_XPU_FORCE_GRAPH_WITH_COMM                        = "1"
    VLLM_XPU_GRAPH_NOOP_COMM_CAPTURE                      = "1"
    VLLM_XPU_LLM_SCALER_MOE_CACHE_MINIMAX_LOGITS_OP       = "0"
    VLLM_XPU_USE_LLM_SCALER_MOE                           = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE_MINIMAX_LOGITS_WS         = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE_WS                        = "1"
  }
  fidelity = "reconstruction status as for the parent lane"
  repeats  = [88.3174861104427, 89.54408153446087, 89.33442877052246, 88.93157749735276]
  sources = [
    "data/minimax-m27-moe-full-forward-max1-negative-20260519.json",
    "notes/2026-05-19-minimax-moe-full-forward-max1-negative.md",
  ]

  shape {
    prompt  = 512
    output  = 1536
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 89.0318934781947
    total_tok_s  = 118.70919130425959
  }

  quality {
    hashes = {
      arithmetic-repeat       = "578ec378bf31cb16fb49ac5c0043270fd00a0f7898e18ac498a41ffe775d7994"
      extended-sixpack-n64-r2 = "1e3560554f57b2b56cec8f49f28bc8ba12e9e0ced26bdc99a976f1433c99caa7"
      raw145-n256             = "58f6e8251c7a0a17e8c441278b5861f7d5da914fa1823ecd10484b296f2d7537"
      raw145-n64              = "267cbf30208d84929ee79284ac695467f7e80597bf8694130e1e1f8b180eb5bd"
      semantic-suite-n64-r2   = "adacbf144264486ea7d378ebb6a4c0ba23951b72c4cf86251a762b07ebef5805"
    }
  }
}

result "lab-0519-mff-max2" {
  date     = "2026-05-19"
  lane     = "minimax-m27-autoround-vllm-xpu-moe-full-forward"
  stack    = stack.minimax-m27-int4-20260520
  standing = "negative"
  model    = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine   = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "strict-lane screen, see data file for the decision text"
  variables = {
    CCL_TOPO_P2P_ACCESS                                   = "1"
    VLLM_MINIMAX_M2_ATTN_DELAY_ALLREDUCE                  = "0"
    VLLM_MINIMAX_MOE_FULL_FORWARD_CUSTOM_OP               = "1"
    VLLM_MINIMAX_MOE_FULL_FORWARD_CUSTOM_OP_MAX_TOKENS    = "2"
    VLLM_MINIMAX_MOE_OUTPUT_ALLREDUCE_INSIDE_CUSTOM_OP    = "1"
    VLLM_MINIMAX_POST_ATTN_NORM_MOE_CUSTOM_OP             = "0"
    VLLM_MINIMAX_POST_ATTN_NORM_MOE_CUSTOM_OP_MAX_TOKENS  = "4"
    VLLM_MINIMAX_QK_RMS_APPLY_TP_SCALE                    = "0"
    VLLM_MINIMAX_QK_RMS_DIRECT_INPLACE_SCALE              = "1"
    VLLM_MINIMAX_QK_RMS_XPU_HELPER                        = "1"
    VLLM_MINIMAX_QK_RMS_XPU_HELPER_MAX_TOKENS             = "4"
    VLLM_XPU_COMPILE_ALLREDUCE_CUSTOM_OP                  = "1"
    VLLM_XPU_COMPILE_OUT_OF_PLACE_ALLREDUCE               = "0"
    VLLM_XPU_CUSTOM_ALLREDUCE_CLONE_INPUT                 = "1"
    VLLM_XPU_CUSTOM_ALLREDUCE_INPLACE_MAX_NUMEL           = "0"
    VLLM_XPU_CUSTOM_ALLREDUCE_TINY_FP32_INPLACE_MAX_NUMEL = "2"
    VLLM_XPU_ENABLE_XPU_GRAPH                             = "1"
    VLLM_XPU_FORCE_GRAPH_WITH_COMM                        = "1"
    VLLM_XPU_GRAPH_NOOP_COMM_CAPTURE                      = "1"
    VLLM_XPU_LLM_SCALER_MOE_CACHE_MINIMAX_LOGITS_OP       = "0"
    VLLM_XPU_USE_LLM_SCALER_MOE                           = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE_MINIMAX_LOGITS_WS         = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE_WS                        = "1"
  }
  fidelity = "reconstruction status as for the parent lane"
  repeats  = [89.39880945953855, 88.35105463027122, 88.76024048965142, 88.90593443082021]
  sources = [
    "data/minimax-m27-moe-full-forward-max2-negative-20260519.json",
    "notes/2026-05-19-minimax-moe-full-forward-max2-negative.md",
  ]

  shape {
    prompt  = 512
    output  = 1536
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 88.85400975257035
    total_tok_s  = 118.47201300342715
  }

  quality {
    hashes = {
      arithmetic-repeat       = "578ec378bf31cb16fb49ac5c0043270fd00a0f7898e18ac498a41ffe775d7994"
      extended-sixpack-n64-r2 = "1e3560554f57b2b56cec8f49f28bc8ba12e9e0ced26bdc99a976f1433c99caa7"
      raw145-n256             = "58f6e8251c7a0a17e8c441278b5861f7d5da914fa1823ecd10484b296f2d7537"
      raw145-n64              = "267cbf30208d84929ee79284ac695467f7e80597bf8694130e1e1f8b180eb5bd"
      semantic-suite-n64-r2   = "adacbf144264486ea7d378ebb6a4c0ba23951b72c4cf86251a762b07ebef5805"
    }
  }
}

result "lab-0519-mff-max512" {
  date     = "2026-05-19"
  lane     = "minimax-m27-autoround-vllm-xpu-moe-full-forward"
  stack    = stack.minimax-m27-int4-20260520
  standing = "negative"
  model    = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine   = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "strict-lane screen, see data file for the decision text"
  variables = {
    CCL_TOPO_P2P_ACCESS                                   = "1"
    VLLM_MINIMAX_M2_ATTN_DELAY_ALLREDUCE                  = "0"
    VLLM_MINIMAX_MOE_FULL_FORWARD_CUSTOM_OP               = "1"
    VLLM_MINIMAX_MOE_FULL_FORWARD_CUSTOM_OP_MAX_TOKENS    = "512"
    VLLM_MINIMAX_MOE_OUTPUT_ALLREDUCE_INSIDE_CUSTOM_OP    = "1"
    VLLM_MINIMAX_POST_ATTN_NORM_MOE_CUSTOM_OP             = "0"
    VLLM_MINIMAX_POST_ATTN_NORM_MOE_CUSTOM_OP_MAX_TOKENS  = "4"
    VLLM_MINIMAX_QK_RMS_APPLY_TP_SCALE                    = "0"
    VLLM_MINIMAX_QK_RMS_DIRECT_INPLACE_SCALE              = "1"
    VLLM_MINIMAX_QK_RMS_XPU_HELPER                        = "1"
    VLLM_MINIMAX_QK_RMS_XPU_HELPER_MAX_TOKENS             = "4"
    VLLM_XPU_COMPILE_ALLREDUCE_CUSTOM_OP                  = "1"
    VLLM_XPU_COMPILE_OUT_OF_PLACE_ALLREDUCE               = "0"
    VLLM_XPU_CUSTOM_ALLREDUCE_CLONE_INPUT                 = "1"
    VLLM_XPU_CUSTOM_ALLREDUCE_INPLACE_MAX_NUMEL           = "0"
    VLLM_XPU_CUSTOM_ALLREDUCE_TINY_FP32_INPLACE_MAX_NUMEL = "2"
    VLLM_XPU_ENABLE_XPU_GRAPH                             = "1"
    VLLM_XPU_FORCE_GRAPH_WITH_COMM                        = "1"
    VLLM_XPU_GRAPH_NOOP_COMM_CAPTURE                      = "1"
    VLLM_XPU_LLM_SCALER_MOE_CACHE_MINIMAX_LOGITS_OP       = "0"
    VLLM_XPU_USE_LLM_SCALER_MOE                           = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE_MINIMAX_LOGITS_WS         = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE_WS                        = "1"
  }
  fidelity = "reconstruction status as for the parent lane"
  repeats  = [85.68200520999365, 85.09011545822673, 85.14663362479146, 84.91757506012672]
  sources = [
    "data/minimax-m27-moe-full-forward-max512-negative-20260519.json",
    "notes/2026-05-19-minimax-moe-full-forward-max512-negative.md",
  ]

  shape {
    prompt  = 512
    output  = 1536
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 85.20908233828465
    total_tok_s  = 113.61210978437951
  }

  quality {
    hashes = {
      arithmetic-repeat       = "578ec378bf31cb16fb49ac5c0043270fd00a0f7898e18ac498a41ffe775d7994"
      extended-sixpack-n64-r2 = "1e3560554f57b2b56cec8f49f28bc8ba12e9e0ced26bdc99a976f1433c99caa7"
      raw145-n256             = "58f6e8251c7a0a17e8c441278b5861f7d5da914fa1823ecd10484b296f2d7537"
      raw145-n64              = "267cbf30208d84929ee79284ac695467f7e80597bf8694130e1e1f8b180eb5bd"
      semantic-suite-n64-r2   = "adacbf144264486ea7d378ebb6a4c0ba23951b72c4cf86251a762b07ebef5805"
    }
  }
}

result "lab-0519-mff-plus-cache" {
  date     = "2026-05-19"
  lane     = "minimax-m27-autoround-vllm-xpu-moe-full-forward"
  stack    = stack.minimax-m27-int4-20260520
  standing = "negative"
  model    = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine   = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "strict-lane screen, see data file for the decision text"
  variables = {
    CCL_TOPO_P2P_ACCESS                                   = "1"
    VLLM_MINIMAX_M2_ATTN_DELAY_ALLREDUCE                  = "0"
    VLLM_MINIMAX_MOE_FULL_FORWARD_CUSTOM_OP               = "1"
    VLLM_MINIMAX_MOE_FULL_FORWARD_CUSTOM_OP_MAX_TOKENS    = "4"
    VLLM_MINIMAX_MOE_OUTPUT_ALLREDUCE_INSIDE_CUSTOM_OP    = "1"
    VLLM_MINIMAX_QK_RMS_APPLY_TP_SCALE                    = "0"
    VLLM_MINIMAX_QK_RMS_DIRECT_INPLACE_SCALE              = "1"
    VLLM_MINIMAX_QK_RMS_XPU_HELPER                        = "1"
    VLLM_MINIMAX_QK_RMS_XPU_HELPER_MAX_TOKENS             = "4"
    VLLM_XPU_COMPILE_ALLREDUCE_CUSTOM_OP                  = "1"
    VLLM_XPU_COMPILE_OUT_OF_PLACE_ALLREDUCE               = "0"
    VLLM_XPU_CUSTOM_ALLREDUCE_CLONE_INPUT                 = "1"
    VLLM_XPU_CUSTOM_ALLREDUCE_INPLACE_MAX_NUMEL           = "0"
    VLLM_XPU_CUSTOM_ALLREDUCE_TINY_FP32_INPLACE_MAX_NUMEL = "2"
    VLLM_XPU_ENABLE_XPU_GRAPH                             = "1"
    VLLM_XPU_FORCE_GRAPH_WITH_COMM                        = "1"
    VLLM_XPU_GRAPH_NOOP_COMM_CAPTURE                      = "1"
    VLLM_XPU_LLM_SCALER_MOE_CACHE_MINIMAX_LOGITS_OP       = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE                           = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE_MINIMAX_LOGITS_WS         = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE_WS                        = "1"
  }
  fidelity = "reconstruction status as for the parent lane"
  repeats  = [88.47785259784038, 89.02897107521297, 89.0372260306973, 88.77151365730111]
  sources = [
    "data/minimax-m27-moe-full-forward-plus-cache-negative-20260519.json",
    "notes/2026-05-19-minimax-moe-full-forward-plus-cache-negative.md",
  ]

  shape {
    prompt  = 512
    output  = 1536
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 88.82889084026294
    total_tok_s  = 118.43852112035059
  }

  quality {
    hashes = {
      arithmetic-repeat       = "578ec378bf31cb16fb49ac5c0043270fd00a0f7898e18ac498a41ffe775d7994"
      extended-sixpack-n64-r2 = "1e3560554f57b2b56cec8f49f28bc8ba12e9e0ced26bdc99a976f1433c99caa7"
      raw145-n256             = "58f6e8251c7a0a17e8c441278b5861f7d5da914fa1823ecd10484b296f2d7537"
      raw145-n64              = "267cbf30208d84929ee79284ac695467f7e80597bf8694130e1e1f8b180eb5bd"
    }
  }
}

result "lab-q-fail-inplace-moe-final" {
  date     = "2026-05-19"
  lane     = "minimax-m27-autoround-vllm-xpu-qk-direct"
  standing = "negative"
  model    = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine   = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "quality gate failure, not benchmarked: raw145-n64-exact failed"
  variables = {
    VLLM_MINIMAX_M2_ATTN_DELAY_ALLREDUCE                  = "0"
    VLLM_MINIMAX_MOE_FINAL_INPLACE_ALLREDUCE              = "1"
    VLLM_MINIMAX_QK_RMS_DIRECT_INPLACE_SCALE              = "1"
    VLLM_MINIMAX_QK_RMS_XPU_HELPER                        = "1"
    VLLM_MINIMAX_QK_RMS_XPU_HELPER_MAX_TOKENS             = "4"
    VLLM_XPU_COMPILE_ALLREDUCE_CUSTOM_OP                  = "1"
    VLLM_XPU_CUSTOM_ALLREDUCE_CLONE_INPUT                 = "1"
    VLLM_XPU_CUSTOM_ALLREDUCE_INPLACE_MAX_NUMEL           = "0"
    VLLM_XPU_CUSTOM_ALLREDUCE_TINY_FP32_INPLACE_MAX_NUMEL = "2"
    VLLM_XPU_ENABLE_XPU_GRAPH                             = "1"
    VLLM_XPU_FORCE_GRAPH_WITH_COMM                        = "1"
    VLLM_XPU_GRAPH_NOOP_COMM_CAPTURE                      = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE                           = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE_MINIMAX_LOGITS_WS         = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE_WS                        = "1"
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
    "patches/vllm-minimax-greedy-local-argmax-xpu-20260517.patch",
    "patches/vllm-xpu-finite-trace-helper-20260517.patch",
    "patches/vllm-xpu-decode-timing-summary-helper-20260509.patch",
    "patches/vllm-xpu-allreduce-boundary-probes-20260516.patch",
    "patches/vllm-minimax-qknorm-passmanager-xpu-guard-20260508.patch",
    "patches/minimax-logits-ws-path-20260518.md",
    "patches/minimax-clone-safe-custom-allreduce-20260518.patch",
    "patches/minimax-qkvar-inplace-fp32n2-20260519.patch",
    "patches/vllm-minimax-qk-rms-xpu-helper-20260509.patch",
    "patches/minimax-qk-direct-inplace-scale-20260519.patch",
  ]
  fidelity = "see lane"
  sources  = ["data/minimax-m27-moe-final-inplace-allreduce-quality-fail-20260519.json"]

  shape {
    prompt  = 512
    output  = 1536
    context = 2048
    batch   = 1
  }

  quality {
    failed = ["raw145-n64-exact failed"]
  }
}

result "lab-q-fail-attn-post-reduce-rms" {
  date     = "2026-05-19"
  lane     = "minimax-m27-autoround-vllm-xpu-qk-direct"
  standing = "negative"
  model    = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine   = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "quality gate failure, not benchmarked: raw145-n64-exact failed"
  variables = {
    VLLM_MINIMAX_ATTN_POST_REDUCE_RMS_XPU                 = "1"
    VLLM_MINIMAX_QK_RMS_DIRECT_INPLACE_SCALE              = "1"
    VLLM_MINIMAX_QK_RMS_XPU_HELPER                        = "1"
    VLLM_MINIMAX_QK_RMS_XPU_HELPER_MAX_TOKENS             = "4"
    VLLM_XPU_COMPILE_ALLREDUCE_CUSTOM_OP                  = "1"
    VLLM_XPU_CUSTOM_ALLREDUCE_CLONE_INPUT                 = "1"
    VLLM_XPU_CUSTOM_ALLREDUCE_INPLACE_MAX_NUMEL           = "0"
    VLLM_XPU_CUSTOM_ALLREDUCE_TINY_FP32_INPLACE_MAX_NUMEL = "2"
    VLLM_XPU_ENABLE_XPU_GRAPH                             = "1"
    VLLM_XPU_FORCE_GRAPH_WITH_COMM                        = "1"
    VLLM_XPU_GRAPH_NOOP_COMM_CAPTURE                      = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE                           = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE_MINIMAX_LOGITS_WS         = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE_WS                        = "1"
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
    "patches/vllm-minimax-greedy-local-argmax-xpu-20260517.patch",
    "patches/vllm-xpu-finite-trace-helper-20260517.patch",
    "patches/vllm-xpu-decode-timing-summary-helper-20260509.patch",
    "patches/vllm-xpu-allreduce-boundary-probes-20260516.patch",
    "patches/vllm-minimax-qknorm-passmanager-xpu-guard-20260508.patch",
    "patches/minimax-logits-ws-path-20260518.md",
    "patches/minimax-clone-safe-custom-allreduce-20260518.patch",
    "patches/minimax-qkvar-inplace-fp32n2-20260519.patch",
    "patches/vllm-minimax-qk-rms-xpu-helper-20260509.patch",
    "patches/minimax-qk-direct-inplace-scale-20260519.patch",
  ]
  fidelity = "see lane"
  sources  = ["data/minimax-m27-attn-post-reduce-rms-xpu-quality-fail-20260519.json"]

  shape {
    prompt  = 512
    output  = 1536
    context = 2048
    batch   = 1
  }

  quality {
    failed = ["raw145-n64-exact failed"]
    hashes = {
      "raw145-n64(expected)" = "267cbf30208d84929ee79284ac695467f7e80597bf8694130e1e1f8b180eb5bd"
      "raw145-n64(observed)" = "cd6c4f7e39506f6038de1425e1a40c0512200de409c9cfee1f681d5b2be069f7"
    }
  }
}

result "lab-q-fail-greedy-skip-fp32" {
  date     = "2026-05-19"
  lane     = "minimax-m27-autoround-vllm-xpu-qk-direct"
  standing = "negative"
  model    = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine   = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "quality gate failure, not benchmarked: raw145-n256-exact failed"
  variables = {
    VLLM_MINIMAX_QK_RMS_DIRECT_INPLACE_SCALE              = "1"
    VLLM_MINIMAX_QK_RMS_XPU_HELPER                        = "1"
    VLLM_MINIMAX_QK_RMS_XPU_HELPER_MAX_TOKENS             = "4"
    VLLM_XPU_COMPILE_ALLREDUCE_CUSTOM_OP                  = "1"
    VLLM_XPU_CUSTOM_ALLREDUCE_CLONE_INPUT                 = "1"
    VLLM_XPU_CUSTOM_ALLREDUCE_INPLACE_MAX_NUMEL           = "0"
    VLLM_XPU_CUSTOM_ALLREDUCE_TINY_FP32_INPLACE_MAX_NUMEL = "2"
    VLLM_XPU_ENABLE_XPU_GRAPH                             = "1"
    VLLM_XPU_FORCE_GRAPH_WITH_COMM                        = "1"
    VLLM_XPU_GRAPH_NOOP_COMM_CAPTURE                      = "1"
    VLLM_XPU_GREEDY_SKIP_LOGITS_FP32                      = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE                           = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE_MINIMAX_LOGITS_WS         = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE_WS                        = "1"
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
    "patches/vllm-minimax-greedy-local-argmax-xpu-20260517.patch",
    "patches/vllm-xpu-finite-trace-helper-20260517.patch",
    "patches/vllm-xpu-decode-timing-summary-helper-20260509.patch",
    "patches/vllm-xpu-allreduce-boundary-probes-20260516.patch",
    "patches/vllm-minimax-qknorm-passmanager-xpu-guard-20260508.patch",
    "patches/minimax-logits-ws-path-20260518.md",
    "patches/minimax-clone-safe-custom-allreduce-20260518.patch",
    "patches/minimax-qkvar-inplace-fp32n2-20260519.patch",
    "patches/vllm-minimax-qk-rms-xpu-helper-20260509.patch",
    "patches/minimax-qk-direct-inplace-scale-20260519.patch",
  ]
  fidelity = "see lane"
  sources  = ["data/minimax-m27-greedy-skip-fp32-currentbase-quality-fail-20260519.json"]

  shape {
    prompt  = 512
    output  = 1536
    context = 2048
    batch   = 1
  }

  quality {
    failed = ["raw145-n256-exact failed"]
    hashes = {
      "raw145-n256(expected)" = "58f6e8251c7a0a17e8c441278b5861f7d5da914fa1823ecd10484b296f2d7537"
      "raw145-n256(observed)" = "e9e4aba8f7af253645a925ea8278df7a0e9a38154f379db96ea8fd5f13fc1f67"
      raw145-n64              = "267cbf30208d84929ee79284ac695467f7e80597bf8694130e1e1f8b180eb5bd"
    }
  }
}

result "lab-q-fail-block128" {
  date     = "2026-05-19"
  lane     = "minimax-m27-autoround-vllm-xpu-moe-output-ar"
  standing = "negative"
  model    = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine   = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "quality gate failure, not benchmarked: raw145-n64-exact failed with block size 128"
  variables = {
    CCL_TOPO_P2P_ACCESS                                   = "1"
    VLLM_MINIMAX_M2_ATTN_DELAY_ALLREDUCE                  = "0"
    VLLM_MINIMAX_MOE_FULL_FORWARD_CUSTOM_OP               = "1"
    VLLM_MINIMAX_MOE_FULL_FORWARD_CUSTOM_OP_MAX_TOKENS    = "4"
    VLLM_MINIMAX_MOE_OUTPUT_ALLREDUCE_INSIDE_CUSTOM_OP    = "1"
    VLLM_MINIMAX_POST_ATTN_NORM_MOE_CUSTOM_OP             = "0"
    VLLM_MINIMAX_POST_ATTN_NORM_MOE_CUSTOM_OP_MAX_TOKENS  = "4"
    VLLM_MINIMAX_QK_RMS_APPLY_TP_SCALE                    = "0"
    VLLM_MINIMAX_QK_RMS_DIRECT_INPLACE_SCALE              = "1"
    VLLM_MINIMAX_QK_RMS_XPU_HELPER                        = "1"
    VLLM_MINIMAX_QK_RMS_XPU_HELPER_MAX_TOKENS             = "4"
    VLLM_XPU_COMPILE_ALLREDUCE_CUSTOM_OP                  = "1"
    VLLM_XPU_COMPILE_OUT_OF_PLACE_ALLREDUCE               = "0"
    VLLM_XPU_CUSTOM_ALLREDUCE_CLONE_INPUT                 = "1"
    VLLM_XPU_CUSTOM_ALLREDUCE_INPLACE_MAX_NUMEL           = "0"
    VLLM_XPU_CUSTOM_ALLREDUCE_TINY_FP32_INPLACE_MAX_NUMEL = "2"
    VLLM_XPU_ENABLE_XPU_GRAPH                             = "1"
    VLLM_XPU_FORCE_GRAPH_WITH_COMM                        = "1"
    VLLM_XPU_GRAPH_NOOP_COMM_CAPTURE                      = "1"
    VLLM_XPU_LLM_SCALER_MOE_CACHE_MINIMAX_LOGITS_OP       = "0"
    VLLM_XPU_USE_LLM_SCALER_MOE                           = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE_MINIMAX_LOGITS_WS         = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE_WS                        = "1"
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
    "patches/vllm-minimax-greedy-local-argmax-xpu-20260517.patch",
    "patches/vllm-xpu-finite-trace-helper-20260517.patch",
    "patches/vllm-xpu-decode-timing-summary-helper-20260509.patch",
    "patches/vllm-xpu-allreduce-boundary-probes-20260516.patch",
    "patches/vllm-minimax-qknorm-passmanager-xpu-guard-20260508.patch",
    "patches/minimax-logits-ws-path-20260518.md",
    "patches/minimax-clone-safe-custom-allreduce-20260518.patch",
    "patches/minimax-qkvar-inplace-fp32n2-20260519.patch",
    "patches/vllm-minimax-qk-rms-xpu-helper-20260509.patch",
    "patches/minimax-qk-direct-inplace-scale-20260519.patch",
    "patches/minimax-moe-output-allreduce-inside-customop-20260519.patch",
  ]
  fidelity = "see lane"
  sources  = ["data/minimax-m27-currenthigh-block128-quality-fail-20260519.json"]

  shape {
    prompt  = 512
    output  = 1536
    context = 2048
    batch   = 1
  }

  quality {
    failed = ["raw145-n64-exact failed with block size 128"]
    hashes = {
      "raw145-n64(expected)" = "267cbf30208d84929ee79284ac695467f7e80597bf8694130e1e1f8b180eb5bd"
      "raw145-n64(observed)" = "7f4222437a76869f7fde3e202d3c90a5e202583f603b57d4c9950fae6ad8bd67"
    }
  }
}

result "lab-q-fail-ar-fused-rms-c10d" {
  date     = "2026-05-19"
  lane     = "minimax-m27-autoround-vllm-xpu-qk-direct"
  standing = "negative"
  model    = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine   = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "quality gate failure, not benchmarked: second fresh cache failed raw145-n256-exact"
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
    "patches/vllm-minimax-greedy-local-argmax-xpu-20260517.patch",
    "patches/vllm-xpu-finite-trace-helper-20260517.patch",
    "patches/vllm-xpu-decode-timing-summary-helper-20260509.patch",
    "patches/vllm-xpu-allreduce-boundary-probes-20260516.patch",
    "patches/vllm-minimax-qknorm-passmanager-xpu-guard-20260508.patch",
    "patches/minimax-logits-ws-path-20260518.md",
    "patches/minimax-clone-safe-custom-allreduce-20260518.patch",
    "patches/minimax-qkvar-inplace-fp32n2-20260519.patch",
    "patches/vllm-minimax-qk-rms-xpu-helper-20260509.patch",
    "patches/minimax-qk-direct-inplace-scale-20260519.patch",
  ]
  fidelity = "see lane"
  sources  = ["data/minimax-m27-ar-fused-rms-c10d-repeatability-negative-20260519.json"]

  shape {
    prompt  = 512
    output  = 1536
    context = 2048
    batch   = 1
  }

  quality {
    failed = ["second fresh cache failed raw145-n256-exact"]
  }
}

result "lab-mm-ar-rms-ordered" {
  date     = "2026-05-19"
  lane     = "minimax-m27-autoround-vllm-xpu-qk-direct"
  standing = "negative"
  model    = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine   = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "ordered AR+RMS op; hit ocloc 245 / IGC floating-point exception"
  variables = {
    VLLM_MINIMAX_AR_RMS_XPU = "1"
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
    "patches/vllm-minimax-greedy-local-argmax-xpu-20260517.patch",
    "patches/vllm-xpu-finite-trace-helper-20260517.patch",
    "patches/vllm-xpu-decode-timing-summary-helper-20260509.patch",
    "patches/vllm-xpu-allreduce-boundary-probes-20260516.patch",
    "patches/vllm-minimax-qknorm-passmanager-xpu-guard-20260508.patch",
    "patches/minimax-logits-ws-path-20260518.md",
    "patches/minimax-clone-safe-custom-allreduce-20260518.patch",
    "patches/minimax-qkvar-inplace-fp32n2-20260519.patch",
    "patches/vllm-minimax-qk-rms-xpu-helper-20260509.patch",
    "patches/minimax-qk-direct-inplace-scale-20260519.patch",
  ]
  fidelity = "see lane"
  sources  = ["CURRENT.md", "data/minimax-m27-ar-rms-ordered-negative-20260519.json"]

  shape {
    prompt  = 512
    output  = 1536
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 10.1
  }
}

result "lab-mm-static-finite-trace" {
  date     = "2026-05-19"
  lane     = "minimax-m27-autoround-vllm-xpu-qk-direct"
  standing = "negative"
  model    = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine   = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "static finite-trace flag cleanup"
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
    "patches/vllm-minimax-greedy-local-argmax-xpu-20260517.patch",
    "patches/vllm-xpu-finite-trace-helper-20260517.patch",
    "patches/vllm-xpu-decode-timing-summary-helper-20260509.patch",
    "patches/vllm-xpu-allreduce-boundary-probes-20260516.patch",
    "patches/vllm-minimax-qknorm-passmanager-xpu-guard-20260508.patch",
    "patches/minimax-logits-ws-path-20260518.md",
    "patches/minimax-clone-safe-custom-allreduce-20260518.patch",
    "patches/minimax-qkvar-inplace-fp32n2-20260519.patch",
    "patches/vllm-minimax-qk-rms-xpu-helper-20260509.patch",
    "patches/minimax-qk-direct-inplace-scale-20260519.patch",
  ]
  fidelity = "see lane"
  sources  = ["CURRENT.md"]

  shape {
    prompt  = 512
    output  = 1536
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 88.119325
    total_tok_s  = 117.492433
  }
}
