# MiniMax M2.7 INT4 on vLLM, 05-17. Figures, standings and caveats as the archive has them.

result "cmp940h1703tpo401scj5tftf" {
  label     = "vllm-minimax-m27-autoround-local-argmax-quality-p512-n1536"
  date      = "2026-05-17"
  submitted = "2026-05-17T01:41:44Z"
  lane      = "minimax-m27-autoround-vllm-xpu-local-argmax"
  stack     = stack.minimax-m27-int4-m
  standing  = "superseded"
  model     = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine    = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware  = "4x Intel Arc Pro B70 32GB"
  notes     = "README headline; TRITON_ATTN PIECEWISE + greedy local argmax"
  command   = "VLLM_XPU_LOCAL_ARGMAX_DECODE=1 VLLM_BENCH_TEMPERATURE=0 VLLM_XPU_USE_LLM_SCALER_MOE=1 VLLM_XPU_ENABLE_XPU_GRAPH=1 VLLM_XPU_FORCE_GRAPH_WITH_COMM=1 VLLM_XPU_GRAPH_NOOP_COMM_CAPTURE=1 CCL_TOPO_P2P_ACCESS=1 VLLM_CACHE_ROOT=/mnt/fast-ai/vllm-cache-exp/minimax-local-argmax-repeat vllm bench throughput --backend vllm --model /mnt/fast-ai/llm-models/minimax-m2.7-int4-autoround --tokenizer /mnt/fast-ai/llm-models/minimax-m2.7-int4-autoround --trust-remote-code --dtype float16 --tensor-parallel-size 4 --distributed-executor-backend mp --max-model-len 2048 --max-num-batched-tokens 512 --max-num-seqs 1 --dataset-name random --random-input-len 512 --random-output-len 1536 --random-range-ratio 0 --num-prompts 1 --disable-log-stats --async-engine --block-size 256 --no-enable-prefix-caching --attention-backend TRITON_ATTN --compilation-config {\"use_inductor_graph_partition\":true,\"compile_sizes\":[1],\"cudagraph_mode\":\"PIECEWISE\"}"
  variables = {
    CCL_TOPO_P2P_ACCESS              = "1"
    VLLM_BENCH_TEMPERATURE           = "0"
    VLLM_CACHE_ROOT                  = "/mnt/fast-ai/vllm-cache-exp/minimax-local-argmax-repeat"
    VLLM_XPU_ENABLE_XPU_GRAPH        = "1"
    VLLM_XPU_FORCE_GRAPH_WITH_COMM   = "1"
    VLLM_XPU_GRAPH_NOOP_COMM_CAPTURE = "1"
    VLLM_XPU_LOCAL_ARGMAX_DECODE     = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE      = "1"
  }
  fidelity = "verified (exclude minimax_m2.py from the argmax patch)"
  sources = [
    "README.md",
    "data/minimax-m27-local-argmax-collective-rejections-20260517.json",
    "notes/2026-05-17-minimax-logits-gather-followup.md",
    "data/localmaxxing-responses/minimax-m27-autoround-local-argmax-quality-p512n1536-20260517.response.json",
    "data/localmaxxing-minimax-m27-autoround-local-argmax-quality-p512n1536-20260517.payload.json",
    "localmaxxing_submissions.md",
    "notes/2026-05-16-minimax-graph-repeatability-quality-boundary.md",
  ]

  shape {
    prompt  = 512
    output  = 1536
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 60.49722737140732
    total_tok_s  = 80.66296982854308
  }

  quality {
    passed = [
      "arithmetic repeat x32",
      "six-prompt semantic repeat",
      "raw145-n64-exact",
      "raw145-n256-exact",
    ]
    hashes = {
      raw145-n64 = "267cbf30208d84929ee79284ac695467f7e80597bf8694130e1e1f8b180eb5bd"
    }
  }
}

result "cmp9h7jmo048mo401a17q23jb" {
  label     = "minimax-m27-autoround-minimaxlogits-localargmax-p512n1536-20260517"
  date      = "2026-05-17"
  submitted = "2026-05-17T07:51:09Z"
  lane      = "minimax-m27-autoround-vllm-xpu-local-argmax"
  stack     = stack.minimax-m27-int4-m
  suite     = "p512n1536"
  standing  = "superseded"
  model     = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine    = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware  = "4x Intel Arc Pro B70 32GB"
  notes     = "MiniMax logits MoE + local argmax"
  command   = "VLLM_XPU_USE_LLM_SCALER_MOE_MINIMAX_LOGITS=1 VLLM_XPU_LOCAL_ARGMAX_DECODE=1 VLLM_XPU_LOCAL_ARGMAX_ASSUME_SAFE=1 VLLM_BENCH_TEMPERATURE=0 VLLM_MINIMAX_QK_NORM_RESTORE_WEIGHT=1 VLLM_MINIMAX_QK_NORM_RESTORE_WEIGHT_MIN_TOKENS=2 VLLM_MINIMAX_M2_ATTN_DELAY_ALLREDUCE=1 VLLM_XPU_USE_LLM_SCALER_MOE=1 VLLM_XPU_ENABLE_XPU_GRAPH=1 VLLM_XPU_FORCE_GRAPH_WITH_COMM=1 VLLM_XPU_GRAPH_NOOP_COMM_CAPTURE=1 CCL_ATL_TRANSPORT=ofi CCL_TOPO_P2P_ACCESS=1 VLLM_CACHE_ROOT=/mnt/fast-ai/vllm-cache-exp/minimax-localargmax-minimaxlogits-block256 vllm bench throughput --backend vllm --model /mnt/fast-ai/llm-models/minimax-m2.7-int4-autoround --tokenizer /mnt/fast-ai/llm-models/minimax-m2.7-int4-autoround --trust-remote-code --dtype float16 --tensor-parallel-size 4 --distributed-executor-backend mp --max-model-len 2048 --max-num-batched-tokens 512 --max-num-seqs 1 --dataset-name random --random-input-len 512 --random-output-len 1536 --random-range-ratio 0 --num-prompts 1 --disable-log-stats --async-engine --block-size 256 --no-enable-prefix-caching --attention-backend TRITON_ATTN --compilation-config {\"use_inductor_graph_partition\":true,\"compile_sizes\":[1],\"cudagraph_mode\":\"PIECEWISE\"}"
  variables = {
    CCL_ATL_TRANSPORT                              = "ofi"
    CCL_TOPO_P2P_ACCESS                            = "1"
    VLLM_BENCH_TEMPERATURE                         = "0"
    VLLM_CACHE_ROOT                                = "/mnt/fast-ai/vllm-cache-exp/minimax-localargmax-minimaxlogits-block256"
    VLLM_MINIMAX_M2_ATTN_DELAY_ALLREDUCE           = "1"
    VLLM_MINIMAX_QK_NORM_RESTORE_WEIGHT            = "1"
    VLLM_MINIMAX_QK_NORM_RESTORE_WEIGHT_MIN_TOKENS = "2"
    VLLM_XPU_ENABLE_XPU_GRAPH                      = "1"
    VLLM_XPU_FORCE_GRAPH_WITH_COMM                 = "1"
    VLLM_XPU_GRAPH_NOOP_COMM_CAPTURE               = "1"
    VLLM_XPU_LOCAL_ARGMAX_ASSUME_SAFE              = "1"
    VLLM_XPU_LOCAL_ARGMAX_DECODE                   = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE                    = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE_MINIMAX_LOGITS     = "1"
  }
  fidelity = "verified"
  sources = [
    "data/localmaxxing-minimax-m27-autoround-minimaxlogits-localargmax-p512n1536-20260517.payload.json",
    "notes/2026-05-17-minimax-logits-gather-followup.md",
    "data/localmaxxing-responses/minimax-m27-autoround-minimaxlogits-localargmax-p512n1536-20260517.response.json",
    "data/localmaxxing-minimax-m27-autoround-minimaxlogits-localargmax-p512n1536-20260517.queue.json",
  ]

  shape {
    prompt  = 512
    output  = 1536
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 61.46449885836371
    total_tok_s  = 81.95266514448494
  }

  quality {
    passed = ["strict gate of 05-17"]
  }
}

result "cmp9jyd8m049ko401kk2n1pju" {
  label     = "minimax-m27-autoround-gatherbroadcast-localargmax-p512n1536-20260517"
  date      = "2026-05-17"
  submitted = "2026-05-17T09:08:00Z"
  lane      = "minimax-m27-autoround-vllm-xpu-local-argmax"
  stack     = stack.minimax-m27-int4-m
  standing  = "superseded"
  model     = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine    = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware  = "4x Intel Arc Pro B70 32GB"
  notes     = "erratum: submitted as gather/broadcast but the imported site-packages module lacked that branch; valid only as a pair-all-gather local-argmax run"
  command   = "VLLM_XPU_USE_LLM_SCALER_MOE_MINIMAX_LOGITS=1 VLLM_XPU_LOCAL_ARGMAX_DECODE=1 VLLM_XPU_LOCAL_ARGMAX_ASSUME_SAFE=1 VLLM_XPU_LOCAL_ARGMAX_GATHER_BROADCAST=1 VLLM_BENCH_TEMPERATURE=0 VLLM_MINIMAX_QK_NORM_RESTORE_WEIGHT=1 VLLM_MINIMAX_QK_NORM_RESTORE_WEIGHT_MIN_TOKENS=2 VLLM_MINIMAX_M2_ATTN_DELAY_ALLREDUCE=1 VLLM_XPU_USE_LLM_SCALER_MOE=1 VLLM_XPU_ENABLE_XPU_GRAPH=1 VLLM_XPU_FORCE_GRAPH_WITH_COMM=1 VLLM_XPU_GRAPH_NOOP_COMM_CAPTURE=1 CCL_ATL_TRANSPORT=ofi CCL_TOPO_P2P_ACCESS=1 VLLM_CACHE_ROOT=/mnt/fast-ai/vllm-cache-exp/minimax-strict-minimaxlogits-localargmax-gatherbroadcast-qualityonly vllm bench throughput --backend vllm --model /mnt/fast-ai/llm-models/minimax-m2.7-int4-autoround --tokenizer /mnt/fast-ai/llm-models/minimax-m2.7-int4-autoround --trust-remote-code --dtype float16 --tensor-parallel-size 4 --distributed-executor-backend mp --max-model-len 2048 --max-num-batched-tokens 512 --max-num-seqs 1 --dataset-name random --random-input-len 512 --random-output-len 1536 --random-range-ratio 0 --num-prompts 1 --disable-log-stats --async-engine --block-size 256 --no-enable-prefix-caching --attention-backend TRITON_ATTN --compilation-config {\"use_inductor_graph_partition\":true,\"compile_sizes\":[1],\"cudagraph_mode\":\"PIECEWISE\"}"
  variables = {
    CCL_ATL_TRANSPORT                              = "ofi"
    CCL_TOPO_P2P_ACCESS                            = "1"
    VLLM_BENCH_TEMPERATURE                         = "0"
    VLLM_CACHE_ROOT                                = "/mnt/fast-ai/vllm-cache-exp/minimax-strict-minimaxlogits-localargmax-gatherbroadcast-qualityonly"
    VLLM_MINIMAX_M2_ATTN_DELAY_ALLREDUCE           = "1"
    VLLM_MINIMAX_QK_NORM_RESTORE_WEIGHT            = "1"
    VLLM_MINIMAX_QK_NORM_RESTORE_WEIGHT_MIN_TOKENS = "2"
    VLLM_XPU_ENABLE_XPU_GRAPH                      = "1"
    VLLM_XPU_FORCE_GRAPH_WITH_COMM                 = "1"
    VLLM_XPU_GRAPH_NOOP_COMM_CAPTURE               = "1"
    VLLM_XPU_LOCAL_ARGMAX_ASSUME_SAFE              = "1"
    VLLM_XPU_LOCAL_ARGMAX_DECODE                   = "1"
    VLLM_XPU_LOCAL_ARGMAX_GATHER_BROADCAST         = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE                    = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE_MINIMAX_LOGITS     = "1"
  }
  fidelity = "verified; gather-broadcast sketch was NOT in the runtime"
  repeats  = [61.40368737471618, 61.63989337860764, 61.38440195694385]
  sources = [
    "data/minimax-m27-gather-broadcast-argmax-20260517.json",
    "data/minimax-m27-gather-broadcast-erratum-20260517.json",
    "notes/2026-05-17-minimax-gather-broadcast-erratum.md",
    "data/localmaxxing-responses/minimax-m27-autoround-gatherbroadcast-localargmax-p512n1536-20260517.response.json",
    "data/localmaxxing-minimax-m27-autoround-gatherbroadcast-localargmax-p512n1536-20260517.payload.json",
    "notes/2026-05-17-minimax-gather-broadcast-argmax.md",
  ]

  shape {
    prompt  = 512
    output  = 1536
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 61.47599423675589
    total_tok_s  = 81.96799231567452
  }

  quality {
    passed = ["raw145-n64-exact", "raw145-n256-exact", "semantic-suite", "arithmetic repeat"]
  }
}

result "cmp9q9fzn04cto401tjcila06" {
  label     = "minimax-m27-autoround-runtimeguard-repro-p512n1536-20260517"
  date      = "2026-05-17"
  submitted = "2026-05-17T12:04:34Z"
  lane      = "minimax-m27-autoround-vllm-xpu-local-argmax"
  stack     = stack.minimax-m27-int4-m
  standing  = "superseded"
  model     = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine    = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware  = "4x Intel Arc Pro B70 32GB"
  notes     = "runtime-guarded reproduction (module sha256 recorded)"
  command   = "USE_LLM_SCALER_MOE=1 VLLM_XPU_USE_LLM_SCALER_MOE=1 VLLM_XPU_USE_LLM_SCALER_MOE_MINIMAX_LOGITS=1 VLLM_XPU_ENABLE_XPU_GRAPH=1 VLLM_XPU_FORCE_GRAPH_WITH_COMM=1 VLLM_XPU_GRAPH_NOOP_COMM_CAPTURE=1 VLLM_MINIMAX_M2_ATTN_DELAY_ALLREDUCE=1 VLLM_MINIMAX_QK_NORM_RESTORE_WEIGHT=1 VLLM_XPU_LOCAL_ARGMAX_DECODE=1 VLLM_XPU_LOCAL_ARGMAX_ASSUME_SAFE=1 VLLM_BENCH_TEMPERATURE=0 vllm bench throughput --backend vllm --model /mnt/fast-ai/llm-models/minimax-m2.7-int4-autoround --tokenizer /mnt/fast-ai/llm-models/minimax-m2.7-int4-autoround --trust-remote-code --dtype float16 --tensor-parallel-size 4 --distributed-executor-backend mp --max-model-len 2048 --max-num-batched-tokens 512 --max-num-seqs 1 --dataset-name random --random-input-len 512 --random-output-len 1536 --random-range-ratio 0 --num-prompts 1 --disable-log-stats --async-engine --block-size 256 --no-enable-prefix-caching --attention-backend TRITON_ATTN --compilation-config '{\"use_inductor_graph_partition\":true,\"compile_sizes\":[1],\"cudagraph_mode\":\"PIECEWISE\"}'"
  variables = {
    CCL_ATL_TRANSPORT                          = "ofi"
    CCL_TOPO_P2P_ACCESS                        = "1"
    VLLM_BENCH_TEMPERATURE                     = "0"
    VLLM_MINIMAX_M2_ATTN_DELAY_ALLREDUCE       = "1"
    VLLM_MINIMAX_QK_NORM_RESTORE_WEIGHT        = "1"
    VLLM_XPU_ENABLE_XPU_GRAPH                  = "1"
    VLLM_XPU_FORCE_GRAPH_WITH_COMM             = "1"
    VLLM_XPU_GRAPH_NOOP_COMM_CAPTURE           = "1"
    VLLM_XPU_LOCAL_ARGMAX_ASSUME_SAFE          = "1"
    VLLM_XPU_LOCAL_ARGMAX_DECODE               = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE                = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE_MINIMAX_LOGITS = "1"
  }
  fidelity = "verified"
  repeats  = [60.894365817197986, 61.74062898452764]
  sources = [
    "data/minimax-m27-runtimeguard-repro-20260517.json",
    "notes/2026-05-17-minimax-runtimeguard-repro.md",
    "data/localmaxxing-responses/minimax-m27-autoround-runtimeguard-repro-p512n1536-20260517.response.json",
    "data/localmaxxing-minimax-m27-autoround-runtimeguard-repro-p512n1536-20260517.payload.json",
    "data/minimax-m27-direct-gather-no-improvement-20260517.json",
    "data/minimax-m27-packed-allreduce-negative-20260517.json",
    "notes/2026-05-17-minimax-packed-allreduce-negative.md",
  ]

  shape {
    prompt  = 512
    output  = 1536
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 61.31749740086281
    total_tok_s  = 81.75666320115042
  }

  quality {
    passed = ["raw145-n64-exact", "raw145-n256-exact", "semantic-suite", "arithmetic repeat"]
    hashes = {
      raw145-n256 = "58f6e8251c7a0a17e8c441278b5861f7d5da914fa1823ecd10484b296f2d7537"
      raw145-n64  = "267cbf30208d84929ee79284ac695467f7e80597bf8694130e1e1f8b180eb5bd"
    }
  }
}

result "cmp9tk7co04m3o401lhm2n9gm" {
  label     = "minimax-m27-autoround-no-clone-oldenv-runtimeguard-repro-p512n1536-20260517"
  date      = "2026-05-17"
  submitted = "2026-05-17T13:36:55Z"
  lane      = "minimax-m27-autoround-vllm-xpu-no-clone"
  standing  = "suspect"
  model     = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine    = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware  = "4x Intel Arc Pro B70 32GB"
  notes     = "promoted then demoted: extended retests diverged"
  command   = "CCL_TOPO_P2P_ACCESS=1 USE_LLM_SCALER_MOE=1 VLLM_XPU_USE_LLM_SCALER_MOE=1 VLLM_XPU_ENABLE_XPU_GRAPH=1 VLLM_XPU_FORCE_GRAPH_WITH_COMM=1 VLLM_XPU_GRAPH_NOOP_COMM_CAPTURE=1 VLLM_XPU_COMPILE_ALLREDUCE_NO_CLONE=1 VLLM_MINIMAX_M2_ATTN_DELAY_ALLREDUCE=1 VLLM_MINIMAX_QK_NORM_RESTORE_WEIGHT=1 VLLM_MINIMAX_QK_NORM_RESTORE_WEIGHT_MIN_TOKENS=2 VLLM_BENCH_TEMPERATURE=0 vllm bench throughput --backend vllm --model /mnt/fast-ai/llm-models/minimax-m2.7-int4-autoround --tokenizer /mnt/fast-ai/llm-models/minimax-m2.7-int4-autoround --trust-remote-code --dtype float16 --tensor-parallel-size 4 --distributed-executor-backend mp --max-model-len 2048 --max-num-batched-tokens 512 --max-num-seqs 1 --dataset-name random --random-input-len 512 --random-output-len 1536 --random-range-ratio 0 --num-prompts 1 --disable-log-stats --async-engine --block-size 256 --no-enable-prefix-caching --attention-backend TRITON_ATTN --compilation-config '{\"use_inductor_graph_partition\":true,\"compile_sizes\":[1],\"cudagraph_mode\":\"PIECEWISE\"}'"
  variables = {
    CCL_TOPO_P2P_ACCESS                            = "1"
    VLLM_BENCH_TEMPERATURE                         = "0"
    VLLM_MINIMAX_M2_ATTN_DELAY_ALLREDUCE           = "1"
    VLLM_MINIMAX_QK_NORM_RESTORE_WEIGHT            = "1"
    VLLM_MINIMAX_QK_NORM_RESTORE_WEIGHT_MIN_TOKENS = "2"
    VLLM_XPU_COMPILE_ALLREDUCE_NO_CLONE            = "1"
    VLLM_XPU_ENABLE_XPU_GRAPH                      = "1"
    VLLM_XPU_FORCE_GRAPH_WITH_COMM                 = "1"
    VLLM_XPU_GRAPH_NOOP_COMM_CAPTURE               = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE                    = "1"
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
    "patches/vllm-xpu-allreduce-boundary-probes-20260516.patch",
  ]
  fidelity = "verified (boundary-probes snapshot)"
  repeats  = [66.69972889428962, 66.81455755499735]
  sources = [
    "data/minimax-m27-no-clone-oldenv-runtimeguard-repro-20260517.json",
    "data/minimax-m27-no-clone-extended-quality-erratum-20260517.json",
    "notes/2026-05-17-minimax-no-clone-extended-quality-erratum.md",
    "data/localmaxxing-responses/minimax-m27-autoround-no-clone-oldenv-runtimeguard-repro-p512n1536-20260517.response.json",
    "data/localmaxxing-minimax-m27-autoround-no-clone-oldenv-runtimeguard-repro-p512n1536-20260517.payload.json",
    "notes/2026-05-17-minimax-no-clone-oldenv-new-best.md",
  ]

  shape {
    prompt  = 512
    output  = 1536
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 66.75714322464349
    total_tok_s  = 89.00952429952466
  }

  quality {
    passed = ["initial strict gate passed"]
    failed = ["extended retests"]
    hashes = {
      raw145-n256 = "58f6e8251c7a0a17e8c441278b5861f7d5da914fa1823ecd10484b296f2d7537"
      raw145-n64  = "267cbf30208d84929ee79284ac695467f7e80597bf8694130e1e1f8b180eb5bd"
    }
  }
}

result "cmp9xpe3w04pdo4013acdikt7" {
  label     = "minimax-m27-autoround-localargmax-tightquality-p512n1536-20260517"
  date      = "2026-05-17"
  submitted = "2026-05-17T15:32:56Z"
  lane      = "minimax-m27-autoround-vllm-xpu-local-argmax"
  stack     = stack.minimax-m27-int4-m
  standing  = "superseded"
  model     = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine    = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware  = "4x Intel Arc Pro B70 32GB"
  notes     = "tightened arithmetic prompt gate"
  command   = "USE_LLM_SCALER_MOE=1 VLLM_XPU_USE_LLM_SCALER_MOE=1 VLLM_XPU_USE_LLM_SCALER_MOE_MINIMAX_LOGITS=1 VLLM_XPU_ENABLE_XPU_GRAPH=1 VLLM_XPU_FORCE_GRAPH_WITH_COMM=1 VLLM_XPU_GRAPH_NOOP_COMM_CAPTURE=1 VLLM_MINIMAX_M2_ATTN_DELAY_ALLREDUCE=1 VLLM_MINIMAX_QK_NORM_RESTORE_WEIGHT=1 VLLM_MINIMAX_QK_NORM_RESTORE_WEIGHT_MIN_TOKENS=2 VLLM_XPU_LOCAL_ARGMAX_DECODE=1 VLLM_XPU_LOCAL_ARGMAX_ASSUME_SAFE=1 VLLM_BENCH_TEMPERATURE=0 vllm bench throughput --backend vllm --model /mnt/fast-ai/llm-models/minimax-m2.7-int4-autoround --tokenizer /mnt/fast-ai/llm-models/minimax-m2.7-int4-autoround --trust-remote-code --dtype float16 --tensor-parallel-size 4 --distributed-executor-backend mp --max-model-len 2048 --max-num-batched-tokens 512 --max-num-seqs 1 --dataset-name random --random-input-len 512 --random-output-len 1536 --random-range-ratio 0 --num-prompts 1 --disable-log-stats --async-engine --block-size 256 --no-enable-prefix-caching --attention-backend TRITON_ATTN --compilation-config {\"use_inductor_graph_partition\":true,\"compile_sizes\":[1],\"cudagraph_mode\":\"PIECEWISE\"}"
  variables = {
    CCL_ATL_TRANSPORT                              = "ofi"
    CCL_TOPO_P2P_ACCESS                            = "1"
    VLLM_BENCH_TEMPERATURE                         = "0"
    VLLM_MINIMAX_M2_ATTN_DELAY_ALLREDUCE           = "1"
    VLLM_MINIMAX_QK_NORM_RESTORE_WEIGHT            = "1"
    VLLM_MINIMAX_QK_NORM_RESTORE_WEIGHT_MIN_TOKENS = "2"
    VLLM_XPU_ENABLE_XPU_GRAPH                      = "1"
    VLLM_XPU_FORCE_GRAPH_WITH_COMM                 = "1"
    VLLM_XPU_GRAPH_NOOP_COMM_CAPTURE               = "1"
    VLLM_XPU_LOCAL_ARGMAX_ASSUME_SAFE              = "1"
    VLLM_XPU_LOCAL_ARGMAX_DECODE                   = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE                    = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE_MINIMAX_LOGITS     = "1"
  }
  fidelity = "verified"
  repeats  = [61.25068764369882, 61.55738179415754]
  sources = [
    "data/minimax-m27-localargmax-tightquality-20260517.json",
    "patches/minimax-localargmax-tightquality-20260517.md",
    "data/localmaxxing-responses/minimax-m27-autoround-localargmax-tightquality-p512n1536-20260517.response.json",
    "data/localmaxxing-minimax-m27-autoround-localargmax-tightquality-p512n1536-20260517.payload.json",
    "data/minimax-m27-ccl-fabric-vertex-override-negative-20260517.json",
    "data/minimax-m27-current-path-timing-20260517.json",
    "data/minimax-m27-deferred-output-copy-no-improvement-20260517.json",
  ]

  shape {
    prompt  = 512
    output  = 1536
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 61.40403471892818
    total_tok_s  = 81.87204629190424
  }

  quality {
    passed = ["raw145-n64-exact", "raw145-n256-exact", "tight arithmetic repeat", "extended sixpack"]
    hashes = {
      raw145-n256 = "58f6e8251c7a0a17e8c441278b5861f7d5da914fa1823ecd10484b296f2d7537"
      raw145-n64  = "267cbf30208d84929ee79284ac695467f7e80597bf8694130e1e1f8b180eb5bd"
    }
  }
}

result "cmpaepjz10043o101822jzc73" {
  label     = "minimax-m27-autoround-no-clone-clonefinal-fulllogits-promoted-p512n1536-20260517"
  date      = "2026-05-17"
  submitted = "2026-05-17T23:28:57Z"
  lane      = "minimax-m27-autoround-vllm-xpu-no-clone"
  standing  = "superseded"
  model     = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine    = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware  = "4x Intel Arc Pro B70 32GB"
  notes     = "no-clone + clone final hidden, full logits"
  command   = "LABEL=no-clone-clonefinal-fulllogits-bench BENCH_REPEATS=2 RUN_EXTENDED_QUALITY=1 RUN_REPEAT_ARITHMETIC_QUALITY=1 REPEAT_ARITHMETIC_RUNS=16 VLLM_CACHE_ROOT=/mnt/fast-ai/vllm-cache-exp/minimax-strict-no-clone-clonefinal-fulllogits-20260517 VLLM_RUNTIME_REQUIRE_ANY_MARKERS=VLLM_XPU_COMPILE_ALLREDUCE_NO_CLONE,VLLM_MINIMAX_M2_CLONE_FINAL_HIDDEN VLLM_XPU_COMPILE_ALLREDUCE_NO_CLONE=1 VLLM_MINIMAX_M2_CLONE_FINAL_HIDDEN=1 VLLM_BENCH_TEMPERATURE=0 CCL_TOPO_P2P_ACCESS=1 ONEAPI_DEVICE_SELECTOR=level_zero:0,1,2,3 ZE_AFFINITY_MASK=0,1,2,3 /home/steve/llm-optimizations-publish/scripts/run-minimax-strict-quality-gated-candidate.sh"
  variables = {
    CCL_TOPO_P2P_ACCESS                            = "1"
    ONEAPI_DEVICE_SELECTOR                         = "level_zero:0,1,2,3"
    VLLM_BENCH_TEMPERATURE                         = "0"
    VLLM_CACHE_ROOT                                = "/mnt/fast-ai/vllm-cache-exp/minimax-strict-no-clone-clonefinal-fulllogits-20260517"
    VLLM_MINIMAX_M2_ATTN_DELAY_ALLREDUCE           = "1"
    VLLM_MINIMAX_M2_CLONE_FINAL_HIDDEN             = "1"
    VLLM_MINIMAX_QK_NORM_RESTORE_WEIGHT            = "1"
    VLLM_MINIMAX_QK_NORM_RESTORE_WEIGHT_MIN_TOKENS = "2"
    VLLM_RUNTIME_REQUIRE_ANY_MARKERS               = "VLLM_XPU_COMPILE_ALLREDUCE_NO_CLONE"
    VLLM_XPU_COMPILE_ALLREDUCE_NO_CLONE            = "1"
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
    "patches/vllm-xpu-allreduce-boundary-probes-20260516.patch",
  ]
  fidelity = "verified (CLONE_FINAL_HIDDEN gate is inside the helper-clean-weight-guard patch)"
  repeats  = [66.47014451095292, 66.50056566100952]
  sources = [
    "data/minimax-m27-no-clone-clonefinal-fulllogits-promoted-20260517.json",
    "notes/2026-05-17-minimax-no-clone-clonefinal-fulllogits-promoted.md",
    "data/localmaxxing-responses/minimax-m27-autoround-no-clone-clonefinal-fulllogits-promoted-p512n1536-20260517.response.json",
    "data/localmaxxing-minimax-m27-autoround-no-clone-clonefinal-fulllogits-promoted-p512n1536-20260517.payload.json",
  ]

  shape {
    prompt  = 512
    output  = 1536
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 66.48535508598121
    total_tok_s  = 88.64714011464162
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

result "lab-0517-ccl-fabric" {
  date     = "2026-05-17"
  lane     = "minimax-m27-autoround-vllm-xpu-local-argmax"
  stack    = stack.minimax-m27-int4-m
  standing = "negative"
  model    = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine   = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "strict-lane screen, see data file for the decision text"
  variables = {
    CCL_TOPO_FABRIC_VERTEX_CONNECTION_CHECK = "0"
    CCL_TOPO_P2P_ACCESS                     = "1"
    VLLM_BENCH_TEMPERATURE                  = "0"
    VLLM_XPU_ENABLE_XPU_GRAPH               = "1"
    VLLM_XPU_FORCE_GRAPH_WITH_COMM          = "1"
    VLLM_XPU_GRAPH_NOOP_COMM_CAPTURE        = "1"
    VLLM_XPU_LOCAL_ARGMAX_ASSUME_SAFE       = "1"
    VLLM_XPU_LOCAL_ARGMAX_DECODE            = "1"
  }
  fidelity = "reconstruction status as for the parent lane"
  repeats  = [59.40646211456654, 59.573264993039885]
  sources = [
    "data/minimax-m27-ccl-fabric-vertex-override-negative-20260517.json",
    "notes/2026-05-17-minimax-ccl-fabric-vertex-override-negative.md",
  ]

  shape {
    prompt  = 512
    output  = 1536
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 59.48986355380321
    total_tok_s  = 79.31981807173761
  }

  quality {
    hashes = {
      raw145-n256 = "58f6e8251c7a0a17e8c441278b5861f7d5da914fa1823ecd10484b296f2d7537"
      raw145-n64  = "267cbf30208d84929ee79284ac695467f7e80597bf8694130e1e1f8b180eb5bd"
    }
  }
}

result "lab-0517-repeatability" {
  date     = "2026-05-17"
  lane     = "minimax-m27-autoround-vllm-xpu-local-argmax"
  stack    = stack.minimax-m27-int4-m
  standing = "diagnostic"
  model    = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine   = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "strict-lane screen, see data file for the decision text"
  fidelity = "reconstruction status as for the parent lane"
  repeats  = [61.402229175171726, 60.6600747046476, 61.55286822153374]
  sources = [
    "data/minimax-m27-current-promoted-repeatability-20260517.json",
    "notes/2026-05-17-minimax-current-promoted-repeatability.md",
  ]

  shape {
    prompt  = 512
    output  = 1536
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 61.20505736711769
  }
}

result "lab-0517-deferred-copy" {
  date     = "2026-05-17"
  lane     = "minimax-m27-autoround-vllm-xpu-local-argmax"
  standing = "negative"
  model    = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine   = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "strict-lane screen, see data file for the decision text"
  variables = {
    CCL_TOPO_P2P_ACCESS                = "1"
    VLLM_XPU_DEFERRED_COPY_SYNC_DEVICE = "0"
    VLLM_XPU_DEFER_ASYNC_OUTPUT_COPY   = "1"
    VLLM_XPU_ENABLE_XPU_GRAPH          = "1"
    VLLM_XPU_FORCE_GRAPH_WITH_COMM     = "1"
    VLLM_XPU_GRAPH_NOOP_COMM_CAPTURE   = "1"
    VLLM_XPU_LOCAL_ARGMAX_ASSUME_SAFE  = "1"
    VLLM_XPU_LOCAL_ARGMAX_DECODE       = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE        = "1"
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
    "patches/vllm-xpu-deferred-output-copy-inference-mode-20260515.patch",
  ]
  fidelity = "reconstruction status as for the parent lane"
  repeats  = [61.18219478220638, 61.1134397771433]
  sources = [
    "data/minimax-m27-deferred-output-copy-no-improvement-20260517.json",
    "notes/2026-05-17-minimax-deferred-output-copy-no-improvement.md",
  ]

  shape {
    prompt  = 512
    output  = 1536
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 61.14781727967484
  }
}

result "lab-0517-direct-gather" {
  date     = "2026-05-17"
  lane     = "minimax-m27-autoround-vllm-xpu-local-argmax"
  stack    = stack.minimax-m27-int4-m
  standing = "negative"
  model    = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine   = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "strict-lane screen, see data file for the decision text"
  variables = {
    CCL_TOPO_P2P_ACCESS                        = "1"
    VLLM_BENCH_TEMPERATURE                     = "0"
    VLLM_XPU_ENABLE_XPU_GRAPH                  = "1"
    VLLM_XPU_FORCE_GRAPH_WITH_COMM             = "1"
    VLLM_XPU_GRAPH_NOOP_COMM_CAPTURE           = "1"
    VLLM_XPU_LOCAL_ARGMAX_ASSUME_SAFE          = "1"
    VLLM_XPU_LOCAL_ARGMAX_DECODE               = "1"
    VLLM_XPU_LOCAL_ARGMAX_DIRECT_GATHER        = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE_MINIMAX_LOGITS = "1"
  }
  fidelity = "reconstruction status as for the parent lane"
  sources = [
    "data/minimax-m27-direct-gather-no-improvement-20260517.json",
    "notes/2026-05-17-minimax-direct-gather-no-improvement.md",
  ]

  shape {
    prompt  = 512
    output  = 1536
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 61.08639139298682
  }

  quality {
    hashes = {
      raw145-n256 = "58f6e8251c7a0a17e8c441278b5861f7d5da914fa1823ecd10484b296f2d7537"
      raw145-n64  = "267cbf30208d84929ee79284ac695467f7e80597bf8694130e1e1f8b180eb5bd"
    }
  }
}

result "lab-0517-direct-gather-reuse" {
  date     = "2026-05-17"
  lane     = "minimax-m27-autoround-vllm-xpu-local-argmax"
  standing = "negative"
  model    = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine   = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "strict-lane screen, see data file for the decision text"
  variables = {
    CCL_TOPO_P2P_ACCESS                        = "1"
    VLLM_BENCH_TEMPERATURE                     = "0"
    VLLM_XPU_ENABLE_XPU_GRAPH                  = "1"
    VLLM_XPU_FORCE_GRAPH_WITH_COMM             = "1"
    VLLM_XPU_GRAPH_NOOP_COMM_CAPTURE           = "1"
    VLLM_XPU_LOCAL_ARGMAX_ASSUME_SAFE          = "1"
    VLLM_XPU_LOCAL_ARGMAX_DECODE               = "1"
    VLLM_XPU_LOCAL_ARGMAX_DIRECT_GATHER_REUSE  = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE_MINIMAX_LOGITS = "1"
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
    "patches/minimax-direct-gather-reuse-no-improvement-20260517.md",
  ]
  fidelity = "reconstruction status as for the parent lane"
  repeats  = [61.34475193237827, 61.23424243272482]
  sources = [
    "data/minimax-m27-direct-gather-reuse-no-improvement-20260517.json",
    "notes/2026-05-17-minimax-direct-gather-reuse-no-improvement.md",
  ]

  shape {
    prompt  = 512
    output  = 1536
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 61.28949718255154
  }

  quality {
    hashes = {
      raw145-n256 = "58f6e8251c7a0a17e8c441278b5861f7d5da914fa1823ecd10484b296f2d7537"
      raw145-n64  = "267cbf30208d84929ee79284ac695467f7e80597bf8694130e1e1f8b180eb5bd"
    }
  }
}

result "lab-0517-fast-async-output-list" {
  date     = "2026-05-17"
  lane     = "minimax-m27-autoround-vllm-xpu-local-argmax"
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
    VLLM_XPU_FAST_ASYNC_OUTPUT_LIST                = "1"
    VLLM_XPU_FORCE_GRAPH_WITH_COMM                 = "1"
    VLLM_XPU_GRAPH_NOOP_COMM_CAPTURE               = "1"
    VLLM_XPU_LOCAL_ARGMAX_ASSUME_SAFE              = "1"
    VLLM_XPU_LOCAL_ARGMAX_DECODE                   = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE                    = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE_MINIMAX_LOGITS     = "1"
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
    "patches/minimax-fast-async-output-list-negative-20260517.md",
  ]
  fidelity = "reconstruction status as for the parent lane"
  sources = [
    "data/minimax-m27-fast-async-output-list-negative-20260517.json",
    "notes/2026-05-17-minimax-fast-async-output-list-negative.md",
  ]

  shape {
    prompt  = 512
    output  = 1536
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 61.26107257024987
  }
}

result "lab-0517-fast-async-update-ids" {
  date     = "2026-05-17"
  lane     = "minimax-m27-autoround-vllm-xpu-local-argmax"
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
    VLLM_XPU_FAST_ASYNC_UPDATE_OUTPUT_IDS          = "1"
    VLLM_XPU_FORCE_GRAPH_WITH_COMM                 = "1"
    VLLM_XPU_GRAPH_NOOP_COMM_CAPTURE               = "1"
    VLLM_XPU_LOCAL_ARGMAX_ASSUME_SAFE              = "1"
    VLLM_XPU_LOCAL_ARGMAX_DECODE                   = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE                    = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE_MINIMAX_LOGITS     = "1"
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
    "patches/minimax-fast-async-update-output-ids-negative-20260517.patch",
  ]
  fidelity = "reconstruction status as for the parent lane"
  sources = [
    "data/minimax-m27-fast-async-update-output-ids-negative-20260517.json",
    "notes/2026-05-17-minimax-fast-async-update-output-ids-negative.md",
  ]

  shape {
    prompt  = 512
    output  = 1536
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 61.265723207664195
  }
}

result "lab-0517-reuse-async-buffer" {
  date     = "2026-05-17"
  lane     = "minimax-m27-autoround-vllm-xpu-local-argmax"
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
    VLLM_XPU_ASYNC_OUTPUT_COPY_BUFFER_SLOTS        = "3"
    VLLM_XPU_ENABLE_XPU_GRAPH                      = "1"
    VLLM_XPU_FORCE_GRAPH_WITH_COMM                 = "1"
    VLLM_XPU_GRAPH_NOOP_COMM_CAPTURE               = "1"
    VLLM_XPU_LOCAL_ARGMAX_ASSUME_SAFE              = "1"
    VLLM_XPU_LOCAL_ARGMAX_DECODE                   = "1"
    VLLM_XPU_REUSE_ASYNC_OUTPUT_COPY_BUFFER        = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE                    = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE_MINIMAX_LOGITS     = "1"
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
    "patches/minimax-reuse-async-output-buffer-negative-20260517.md",
  ]
  fidelity = "reconstruction status as for the parent lane"
  sources = [
    "data/minimax-m27-reuse-async-output-buffer-negative-20260517.json",
    "notes/2026-05-17-minimax-reuse-async-output-buffer-negative.md",
  ]

  shape {
    prompt  = 512
    output  = 1536
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 61.200923654173224
  }
}

result "lab-0517-stream-interval" {
  date     = "2026-05-17"
  lane     = "minimax-m27-autoround-vllm-xpu-local-argmax"
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
    VLLM_XPU_USE_LLM_SCALER_MOE_MINIMAX_LOGITS     = "1"
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
    "patches/minimax-stream-interval2048-harness-20260517.md",
  ]
  fidelity = "reconstruction status as for the parent lane"
  sources = [
    "data/minimax-m27-stream-interval2048-no-improvement-20260517.json",
    "notes/2026-05-17-minimax-stream-interval2048-no-improvement.md",
  ]

  shape {
    prompt  = 512
    output  = 1536
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 61.40497884434357
  }
}

result "lab-0517-localargmax-noclone" {
  date     = "2026-05-17"
  lane     = "minimax-m27-autoround-vllm-xpu-local-argmax"
  standing = "negative"
  model    = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine   = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "strict-lane screen, see data file for the decision text"
  variables = {
    VLLM_XPU_COMPILE_ALLREDUCE_NO_CLONE        = "1"
    VLLM_XPU_ENABLE_XPU_GRAPH                  = "1"
    VLLM_XPU_FORCE_GRAPH_WITH_COMM             = "1"
    VLLM_XPU_GRAPH_NOOP_COMM_CAPTURE           = "1"
    VLLM_XPU_LOCAL_ARGMAX_ASSUME_SAFE          = "1"
    VLLM_XPU_LOCAL_ARGMAX_DECODE               = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE_MINIMAX_LOGITS = "1"
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
    "patches/vllm-xpu-allreduce-boundary-probes-20260516.patch",
  ]
  fidelity = "reconstruction status as for the parent lane"
  repeats  = [61.0070101275012, 61.42881953217549]
  sources  = ["data/minimax-m27-localargmax-no-clone-no-improvement-20260517.json"]

  shape {
    prompt  = 512
    output  = 1536
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 61.21791482983834
    total_tok_s  = 81.62388643978446
  }

  quality {
    hashes = {
      raw145-n256 = "58f6e8251c7a0a17e8c441278b5861f7d5da914fa1823ecd10484b296f2d7537"
      raw145-n64  = "267cbf30208d84929ee79284ac695467f7e80597bf8694130e1e1f8b180eb5bd"
    }
  }
}

result "lab-0517-localargmax-anchor" {
  date     = "2026-05-17"
  lane     = "minimax-m27-autoround-vllm-xpu-local-argmax"
  stack    = stack.minimax-m27-int4-m
  standing = "diagnostic"
  model    = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine   = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "strict-lane screen, see data file for the decision text"
  variables = {
    CCL_TOPO_P2P_ACCESS               = "1"
    VLLM_BENCH_TEMPERATURE            = "0"
    VLLM_XPU_ENABLE_XPU_GRAPH         = "1"
    VLLM_XPU_FORCE_GRAPH_WITH_COMM    = "1"
    VLLM_XPU_GRAPH_NOOP_COMM_CAPTURE  = "1"
    VLLM_XPU_LOCAL_ARGMAX_ASSUME_SAFE = "1"
    VLLM_XPU_LOCAL_ARGMAX_DECODE      = "1"
  }
  fidelity = "reconstruction status as for the parent lane"
  repeats  = [60.67261038003597, 60.550416978022525, 60.70321830328443]
  sources = [
    "data/minimax-m27-localargmax-baseline-confirm-20260517.json",
    "notes/2026-05-17-minimax-localargmax-baseline-confirm.md",
  ]

  shape {
    prompt  = 512
    output  = 1536
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 60.64208188711431
    total_tok_s  = 80.85610918281907
  }

  quality {
    hashes = {
      raw145-n256 = "58f6e8251c7a0a17e8c441278b5861f7d5da914fa1823ecd10484b296f2d7537"
      raw145-n64  = "267cbf30208d84929ee79284ac695467f7e80597bf8694130e1e1f8b180eb5bd"
    }
  }
}

result "lab-0517-noclone-clonefinal-la" {
  date     = "2026-05-17"
  lane     = "minimax-m27-autoround-vllm-xpu-local-argmax"
  standing = "negative"
  model    = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine   = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "strict-lane screen, see data file for the decision text"
  variables = {
    CCL_TOPO_P2P_ACCESS                 = "1"
    ONEAPI_DEVICE_SELECTOR              = "level_zero:0,1,2,3"
    VLLM_MINIMAX_M2_CLONE_FINAL_HIDDEN  = "1"
    VLLM_XPU_COMPILE_ALLREDUCE_NO_CLONE = "1"
    VLLM_XPU_LOCAL_ARGMAX_ASSUME_SAFE   = "1"
    VLLM_XPU_LOCAL_ARGMAX_DECODE        = "1"
    ZE_AFFINITY_MASK                    = "0,1,2,3"
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
    "patches/vllm-xpu-allreduce-boundary-probes-20260516.patch",
  ]
  fidelity = "reconstruction status as for the parent lane"
  repeats  = [61.12144445645944, 60.97411241410409]
  sources = [
    "data/minimax-m27-no-clone-clonefinal-localargmax-no-uplift-20260517.json",
    "notes/2026-05-17-minimax-no-clone-clonefinal-localargmax-no-uplift.md",
  ]

  shape {
    prompt  = 512
    output  = 1536
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 61.04777843528177
    total_tok_s  = 81.39703791370903
  }

  quality {
    hashes = {
      raw145-n256 = "58f6e8251c7a0a17e8c441278b5861f7d5da914fa1823ecd10484b296f2d7537"
      raw145-n64  = "267cbf30208d84929ee79284ac695467f7e80597bf8694130e1e1f8b180eb5bd"
    }
  }
}

result "lab-0517-xpu-reduce-la" {
  date     = "2026-05-17"
  lane     = "minimax-m27-autoround-vllm-xpu-local-argmax"
  standing = "negative"
  model    = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine   = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "strict-lane screen, see data file for the decision text"
  variables = {
    CCL_TOPO_P2P_ACCESS                            = "1"
    VLLM_BENCH_TEMPERATURE                         = "0"
    VLLM_MINIMAX_M2_ATTN_DELAY_ALLREDUCE           = "1"
    VLLM_MINIMAX_QK_NORM_RESTORE_WEIGHT            = "1"
    VLLM_MINIMAX_QK_NORM_RESTORE_WEIGHT_MIN_TOKENS = "2"
    VLLM_XPU_ENABLE_XPU_GRAPH                      = "1"
    VLLM_XPU_FORCE_GRAPH_WITH_COMM                 = "1"
    VLLM_XPU_GRAPH_NOOP_COMM_CAPTURE               = "1"
    VLLM_XPU_LOCAL_ARGMAX_ASSUME_SAFE              = "1"
    VLLM_XPU_LOCAL_ARGMAX_DECODE                   = "1"
    VLLM_XPU_LOCAL_ARGMAX_XPU_REDUCE               = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE                    = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE_MINIMAX_LOGITS     = "1"
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
    "patches/minimax-xpu-reduce-localargmax-no-uplift-20260517.md",
  ]
  fidelity = "reconstruction status as for the parent lane"
  sources = [
    "data/minimax-m27-xpu-reduce-localargmax-no-uplift-20260517.json",
    "notes/2026-05-17-minimax-xpu-reduce-localargmax-no-uplift.md",
  ]

  shape {
    prompt  = 512
    output  = 1536
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 60.07161948017347
  }
}

result "lab-q-fail-packed-allreduce" {
  date     = "2026-05-17"
  lane     = "minimax-m27-autoround-vllm-xpu-local-argmax"
  stack    = stack.minimax-m27-int4-m
  standing = "negative"
  model    = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  engine   = "vLLM 0.20.1-local (c51df4300) XPU"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "quality gate failure, not benchmarked: raw145-n64 mismatch"
  variables = {
    VLLM_BENCH_TEMPERATURE                     = "0"
    VLLM_XPU_LOCAL_ARGMAX_ASSUME_SAFE          = "1"
    VLLM_XPU_LOCAL_ARGMAX_DECODE               = "1"
    VLLM_XPU_LOCAL_ARGMAX_PACKED_ALLREDUCE     = "1"
    VLLM_XPU_USE_LLM_SCALER_MOE_MINIMAX_LOGITS = "1"
  }
  fidelity = "see lane"
  sources  = ["data/minimax-m27-packed-allreduce-negative-20260517.json"]

  shape {
    prompt  = 512
    output  = 1536
    context = 2048
    batch   = 1
  }

  quality {
    failed = ["raw145-n64 mismatch"]
  }
}
