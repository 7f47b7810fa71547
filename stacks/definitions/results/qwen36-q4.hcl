# Qwen3.6 27B Q4_0 (and one Q8_0) on llama.cpp. Figures, standings and caveats as the archive has them.

result "cmoqinkvt000fjv04ps77c42h" {
  date      = "2026-05-04"
  submitted = "2026-05-04T01:23:59Z"
  lane      = "qwen36-27b-q4_0-llama-sycl-tp2"
  standing  = "historical"
  model     = "Qwen3.6-27B Q4_0 GGUF"
  engine    = "llama.cpp db44417 + local SYCL patches"
  hardware  = "2x Intel Arc Pro B70 32GB"
  notes     = "best 2-card tensor-split run before SYCL comm patches; submitted under hfId z-lab/Qwen3.6-27B-DFlash"
  variables = {
    ONEAPI_DEVICE_SELECTOR = "level_zero:0,3"
  }
  fidelity = "unknown: no patch named for this run"
  repeats  = [26.892, 26.856, 26.8685]
  sources  = ["results/q4_0-gguf-2026-05-03-four-b70-sycl.md"]

  shape {
    prompt  = 0
    output  = 512
    context = 512
    batch   = 1
  }

  metrics {
    output_tok_s = 26.872
  }
}

result "cmoqkcqpv0006la04l5mtlj2q" {
  label     = "llamacpp-qwen36-27b-q4_0-sycl-tp2-async-cpy-512"
  date      = "2026-05-04"
  submitted = "2026-05-04T02:11:33Z"
  lane      = "qwen36-27b-q4_0-llama-sycl-tp2"
  stack     = stack.qwen36-q4-history
  suite     = "n512-tp2"
  standing  = "historical"
  model     = "Qwen3.6-27B Q4_0 GGUF"
  engine    = "llama.cpp db44417 + local SYCL patches"
  hardware  = "2x Intel Arc Pro B70 32GB"
  notes     = "run predates the 2026-05-06 full-logit determinism gate; it used GGML_SYCL_ASYNC_CPY_TENSOR=1, which the lab later found nondeterministic"
  command   = "ONEAPI_DEVICE_SELECTOR=level_zero:0,3 GGML_SYCL_DISABLE_GRAPH=0 GGML_SYCL_DISABLE_DNN=1 GGML_SYCL_DISABLE_OPT=0 GGML_SYCL_PRIORITIZE_DMMV=0 GGML_SYCL_ASYNC_PEER_COPY=0 GGML_SYCL_ASYNC_CPY_TENSOR=1 /home/steve/src/llama.cpp-q4-b70/build-sycl-2026-bmg-g31/bin/llama-bench -m /home/steve/models/qwen3.6-27b-q4_0-gguf/Qwen3.6-27B-Q4_0.gguf --prio 0 -dev SYCL0/SYCL1 -ngl 99 -p 0 -n 512 -sm tensor -ts 1/1 -b 512 -ub 64 -ctk f16 -ctv f16 -t 8 --poll 50 -fa 1 -r 3 -o jsonl"
  variables = {
    GGML_SYCL_ASYNC_CPY_TENSOR = "1"
    GGML_SYCL_ASYNC_PEER_COPY  = "0"
    GGML_SYCL_DISABLE_DNN      = "1"
    GGML_SYCL_DISABLE_GRAPH    = "0"
    GGML_SYCL_DISABLE_OPT      = "0"
    GGML_SYCL_PRIORITIZE_DMMV  = "0"
    ONEAPI_DEVICE_SELECTOR     = "level_zero:0,3"
  }
  fidelity = "nearest archived snapshot"
  sources = [
    "data/localmaxxing_payloads.json",
    "localmaxxing_submissions.md",
    "notes/localmaxxing-submissions-2026-05-04.md",
    "data/localmaxxing-submissions-20260505.md",
    "notes/b70-llm-lab-notes.md",
    "results/q4_0-gguf-2026-05-04-sycl-single-kernel-allreduce.md",
  ]

  shape {
    prompt  = 0
    output  = 512
    context = 512
    batch   = 1
  }

  metrics {
    output_tok_s = 37.690081
    total_tok_s  = 37.690081
  }
}

result "cmoqli4dm0005l404kdf9ofnd" {
  label     = "llamacpp-qwen36-27b-q4_0-sycl-tp3-split-anchor-512"
  date      = "2026-05-04"
  submitted = "2026-05-04T02:43:44Z"
  lane      = "qwen36-27b-q4_0-llama-sycl-tp3"
  stack     = stack.qwen36-q4-history
  suite     = "n512"
  standing  = "historical"
  model     = "Qwen3.6-27B Q4_0 GGUF"
  engine    = "llama.cpp db44417 + local SYCL patches"
  hardware  = "3x Intel Arc Pro B70 32GB"
  notes     = "run predates the 2026-05-06 full-logit determinism gate; it used GGML_SYCL_ASYNC_CPY_TENSOR=1, which the lab later found nondeterministic"
  command   = "ONEAPI_DEVICE_SELECTOR=level_zero:0,1,2 GGML_SYCL_DISABLE_GRAPH=0 GGML_SYCL_DISABLE_DNN=1 GGML_SYCL_DISABLE_OPT=0 GGML_SYCL_PRIORITIZE_DMMV=0 GGML_SYCL_ASYNC_PEER_COPY=0 GGML_SYCL_ASYNC_CPY_TENSOR=1 /home/steve/src/llama.cpp-q4-b70/build-sycl-2026-bmg-g31/bin/llama-bench -m /home/steve/models/qwen3.6-27b-q4_0-gguf/Qwen3.6-27B-Q4_0.gguf --prio 0 -dev SYCL0/SYCL1/SYCL2 -ngl 99 -p 0 -n 512 -sm tensor -ts 1/1/1 -b 512 -ub 64 -ctk f16 -ctv f16 -t 8 --poll 50 -fa 1 -r 3 -o jsonl"
  variables = {
    GGML_SYCL_ASYNC_CPY_TENSOR = "1"
    GGML_SYCL_ASYNC_PEER_COPY  = "0"
    GGML_SYCL_DISABLE_DNN      = "1"
    GGML_SYCL_DISABLE_GRAPH    = "0"
    GGML_SYCL_DISABLE_OPT      = "0"
    GGML_SYCL_PRIORITIZE_DMMV  = "0"
    ONEAPI_DEVICE_SELECTOR     = "level_zero:0,1,2"
  }
  fidelity = "nearest archived snapshot"
  sources = [
    "data/localmaxxing_payloads.json",
    "localmaxxing_submissions.md",
    "notes/localmaxxing-submissions-2026-05-04.md",
    "data/localmaxxing-submissions-20260505.md",
    "results/q4_0-gguf-2026-05-04-sycl-single-kernel-allreduce.md",
  ]

  shape {
    prompt  = 0
    output  = 512
    context = 512
    batch   = 1
  }

  metrics {
    output_tok_s = 38.364977
    total_tok_s  = 38.364977
  }
}

result "cmoqnkcx10006kw04f2jmahrv" {
  label     = "llamacpp-qwen36-27b-q4_0-sycl-tp2-comm-allreduce-ub32-512"
  date      = "2026-05-04"
  submitted = "2026-05-04T03:41:27Z"
  lane      = "qwen36-27b-q4_0-llama-sycl-tp2"
  stack     = stack.qwen36-q4-history
  variant   = "single-kernel"
  standing  = "historical"
  model     = "Qwen3.6-27B Q4_0 GGUF"
  engine    = "llama.cpp db44417 + local SYCL patches"
  hardware  = "2x Intel Arc Pro B70 32GB"
  notes     = "run predates the 2026-05-06 full-logit determinism gate; it used GGML_SYCL_ASYNC_CPY_TENSOR=1, which the lab later found nondeterministic; generic allreduce later marked unsafe"
  command   = "ONEAPI_DEVICE_SELECTOR=level_zero:0,3 GGML_SYCL_DISABLE_GRAPH=0 GGML_SYCL_DISABLE_DNN=1 GGML_SYCL_DISABLE_OPT=0 GGML_SYCL_PRIORITIZE_DMMV=0 GGML_SYCL_ASYNC_PEER_COPY=0 GGML_SYCL_ASYNC_CPY_TENSOR=1 GGML_SYCL_COMM_ALLREDUCE=1 /home/steve/src/llama.cpp-q4-b70/build-sycl-2026-bmg-g31/bin/llama-bench -m /home/steve/models/qwen3.6-27b-q4_0-gguf/Qwen3.6-27B-Q4_0.gguf --prio 0 -dev SYCL0/SYCL1 -ngl 99 -p 0 -n 512 -sm tensor -ts 1/1 -b 512 -ub 32 -ctk f16 -ctv f16 -t 8 --poll 50 -fa 1 -r 3 -o jsonl"
  variables = {
    GGML_SYCL_ASYNC_CPY_TENSOR = "1"
    GGML_SYCL_ASYNC_PEER_COPY  = "0"
    GGML_SYCL_COMM_ALLREDUCE   = "1"
    GGML_SYCL_DISABLE_DNN      = "1"
    GGML_SYCL_DISABLE_GRAPH    = "0"
    GGML_SYCL_DISABLE_OPT      = "0"
    GGML_SYCL_PRIORITIZE_DMMV  = "0"
    ONEAPI_DEVICE_SELECTOR     = "level_zero:0,3"
  }
  fidelity = "nearest archived snapshot (later than the run)"
  sources = [
    "data/localmaxxing_payloads.json",
    "localmaxxing_submissions.md",
    "notes/localmaxxing-submissions-2026-05-04.md",
    "data/localmaxxing-submissions-20260505.md",
    "results/q4_0-gguf-2026-05-04-sycl-single-kernel-allreduce.md",
  ]

  shape {
    prompt  = 0
    output  = 512
    context = 512
    batch   = 1
  }

  metrics {
    output_tok_s = 38.621476
    total_tok_s  = 38.621476
  }
}

result "cmoqp6jpq0004lb04241n9ns3" {
  label     = "llamacpp-qwen36-27b-q4_0-sycl-tp2-single-kernel-allreduce-512"
  date      = "2026-05-04"
  submitted = "2026-05-04T04:26:42Z"
  lane      = "qwen36-27b-q4_0-llama-sycl-tp2"
  stack     = stack.qwen36-q4-history
  variant   = "single-kernel"
  standing  = "historical"
  model     = "Qwen3.6-27B Q4_0 GGUF"
  engine    = "llama.cpp db44417 + local SYCL patches"
  hardware  = "2x Intel Arc Pro B70 32GB"
  notes     = "run predates the 2026-05-06 full-logit determinism gate; it used GGML_SYCL_ASYNC_CPY_TENSOR=1, which the lab later found nondeterministic"
  command   = "ONEAPI_DEVICE_SELECTOR=level_zero:0,3 GGML_SYCL_DISABLE_GRAPH=0 GGML_SYCL_DISABLE_DNN=1 GGML_SYCL_DISABLE_OPT=0 GGML_SYCL_PRIORITIZE_DMMV=0 GGML_SYCL_ASYNC_PEER_COPY=0 GGML_SYCL_ASYNC_CPY_TENSOR=1 GGML_SYCL_COMM_ALLREDUCE=1 GGML_SYCL_COMM_SINGLE_KERNEL=1 /home/steve/src/llama.cpp-q4-b70/build-sycl-2026-bmg-g31/bin/llama-bench -m /home/steve/models/qwen3.6-27b-q4_0-gguf/Qwen3.6-27B-Q4_0.gguf --prio 0 -dev SYCL0/SYCL1 -ngl 99 -p 0 -n 512 -sm tensor -ts 1/1 -b 512 -ub 32 -ctk f16 -ctv f16 -t 8 --poll 50 -fa 1 -r 3 -o jsonl"
  variables = {
    GGML_SYCL_ASYNC_CPY_TENSOR   = "1"
    GGML_SYCL_ASYNC_PEER_COPY    = "0"
    GGML_SYCL_COMM_ALLREDUCE     = "1"
    GGML_SYCL_COMM_SINGLE_KERNEL = "1"
    GGML_SYCL_DISABLE_DNN        = "1"
    GGML_SYCL_DISABLE_GRAPH      = "0"
    GGML_SYCL_DISABLE_OPT        = "0"
    GGML_SYCL_PRIORITIZE_DMMV    = "0"
    ONEAPI_DEVICE_SELECTOR       = "level_zero:0,3"
  }
  fidelity = "nearest archived snapshot"
  sources = [
    "patches/llama-cpp-db44417-b70-qwen36-sycl-single-kernel-allreduce.md",
    "data/localmaxxing_payloads.json",
    "localmaxxing_submissions.md",
    "notes/localmaxxing-submissions-2026-05-04.md",
    "data/localmaxxing-submissions-20260505.md",
    "notes/b70-llm-lab-notes.md",
    "results/q4_0-gguf-2026-05-04-sycl-single-kernel-allreduce.md",
  ]

  shape {
    prompt  = 0
    output  = 512
    context = 512
    batch   = 1
  }

  metrics {
    output_tok_s = 39.849127
    total_tok_s  = 39.849127
  }
}

result "cmoqptj6i000blb04j0i2u9yo" {
  label     = "llamacpp-qwen36-27b-q4_0-sycl-tp3-single-kernel-allreduce-512"
  date      = "2026-05-04"
  submitted = "2026-05-04T04:44:35Z"
  lane      = "qwen36-27b-q4_0-llama-sycl-tp3"
  stack     = stack.qwen36-q4-history
  variant   = "single-kernel"
  standing  = "historical"
  model     = "Qwen3.6-27B Q4_0 GGUF"
  engine    = "llama.cpp db44417 + local SYCL patches"
  hardware  = "3x Intel Arc Pro B70 32GB"
  notes     = "run predates the 2026-05-06 full-logit determinism gate; it used GGML_SYCL_ASYNC_CPY_TENSOR=1, which the lab later found nondeterministic"
  command   = "ONEAPI_DEVICE_SELECTOR=level_zero:0,1,2 GGML_SYCL_DISABLE_GRAPH=0 GGML_SYCL_DISABLE_DNN=1 GGML_SYCL_DISABLE_OPT=0 GGML_SYCL_PRIORITIZE_DMMV=0 GGML_SYCL_ASYNC_PEER_COPY=0 GGML_SYCL_ASYNC_CPY_TENSOR=1 GGML_SYCL_COMM_ALLREDUCE=1 GGML_SYCL_COMM_SINGLE_KERNEL=1 /home/steve/src/llama.cpp-q4-b70/build-sycl-2026-bmg-g31/bin/llama-bench -m /home/steve/models/qwen3.6-27b-q4_0-gguf/Qwen3.6-27B-Q4_0.gguf --prio 0 -dev SYCL0/SYCL1/SYCL2 -ngl 99 -p 0 -n 512 -sm tensor -ts 1/1/1 -b 512 -ub 32 -ctk f16 -ctv f16 -t 8 --poll 50 -fa 1 -r 3 -o jsonl"
  variables = {
    GGML_SYCL_ASYNC_CPY_TENSOR   = "1"
    GGML_SYCL_ASYNC_PEER_COPY    = "0"
    GGML_SYCL_COMM_ALLREDUCE     = "1"
    GGML_SYCL_COMM_SINGLE_KERNEL = "1"
    GGML_SYCL_DISABLE_DNN        = "1"
    GGML_SYCL_DISABLE_GRAPH      = "0"
    GGML_SYCL_DISABLE_OPT        = "0"
    GGML_SYCL_PRIORITIZE_DMMV    = "0"
    ONEAPI_DEVICE_SELECTOR       = "level_zero:0,1,2"
  }
  fidelity = "nearest archived snapshot"
  sources = [
    "data/localmaxxing_payloads.json",
    "localmaxxing_submissions.md",
    "notes/localmaxxing-submissions-2026-05-04.md",
    "data/localmaxxing-submissions-20260505.md",
    "patches/llama-cpp-db44417-b70-qwen36-sycl-single-kernel-allreduce.md",
    "results/q4_0-gguf-2026-05-04-sycl-single-kernel-allreduce.md",
  ]

  shape {
    prompt  = 0
    output  = 512
    context = 512
    batch   = 1
  }

  metrics {
    output_tok_s = 41.36721
    total_tok_s  = 41.36721
  }
}

result "cmoqqed6s0007jv049wnizwle" {
  label     = "llamacpp-qwen36-27b-q4_0-sycl-tp3-single-kernel-root213-512"
  date      = "2026-05-04"
  submitted = "2026-05-04T05:00:47Z"
  lane      = "qwen36-27b-q4_0-llama-sycl-tp3"
  stack     = stack.qwen36-q4-history
  variant   = "single-kernel"
  standing  = "historical"
  model     = "Qwen3.6-27B Q4_0 GGUF"
  engine    = "llama.cpp db44417 + local SYCL patches"
  hardware  = "3x Intel Arc Pro B70 32GB"
  notes     = "run predates the 2026-05-06 full-logit determinism gate; it used GGML_SYCL_ASYNC_CPY_TENSOR=1, which the lab later found nondeterministic"
  command   = "ONEAPI_DEVICE_SELECTOR=level_zero:2,1,3 GGML_SYCL_DISABLE_GRAPH=0 GGML_SYCL_DISABLE_DNN=1 GGML_SYCL_DISABLE_OPT=0 GGML_SYCL_PRIORITIZE_DMMV=0 GGML_SYCL_ASYNC_PEER_COPY=0 GGML_SYCL_ASYNC_CPY_TENSOR=1 GGML_SYCL_COMM_ALLREDUCE=1 GGML_SYCL_COMM_SINGLE_KERNEL=1 /home/steve/src/llama.cpp-q4-b70/build-sycl-2026-bmg-g31/bin/llama-bench -m /home/steve/models/qwen3.6-27b-q4_0-gguf/Qwen3.6-27B-Q4_0.gguf --prio 0 -dev SYCL0/SYCL1/SYCL2 -ngl 99 -p 0 -n 512 -sm tensor -ts 1/1/1 -b 512 -ub 32 -ctk f16 -ctv f16 -t 8 --poll 50 -fa 1 -r 3 -o jsonl"
  variables = {
    GGML_SYCL_ASYNC_CPY_TENSOR   = "1"
    GGML_SYCL_ASYNC_PEER_COPY    = "0"
    GGML_SYCL_COMM_ALLREDUCE     = "1"
    GGML_SYCL_COMM_SINGLE_KERNEL = "1"
    GGML_SYCL_DISABLE_DNN        = "1"
    GGML_SYCL_DISABLE_GRAPH      = "0"
    GGML_SYCL_DISABLE_OPT        = "0"
    GGML_SYCL_PRIORITIZE_DMMV    = "0"
    ONEAPI_DEVICE_SELECTOR       = "level_zero:2,1,3"
  }
  fidelity = "nearest archived snapshot"
  sources = [
    "data/localmaxxing_payloads.json",
    "localmaxxing_submissions.md",
    "notes/localmaxxing-submissions-2026-05-04.md",
    "data/localmaxxing-submissions-20260505.md",
    "notes/b70-llm-lab-notes.md",
    "patches/llama-cpp-db44417-b70-qwen36-sycl-single-kernel-allreduce.md",
    "results/q4_0-gguf-2026-05-04-sycl-single-kernel-allreduce.md",
  ]

  shape {
    prompt  = 0
    output  = 512
    context = 512
    batch   = 1
  }

  metrics {
    output_tok_s = 41.736585
    total_tok_s  = 41.736585
  }
}

result "cmor2e5r00004jl04o99d26p8" {
  label     = "llamacpp-qwen36-27b-q4_0-sycl-tp4-single-kernel-allreduce-512"
  date      = "2026-05-04"
  submitted = "2026-05-04T10:36:32Z"
  lane      = "qwen36-27b-q4_0-llama-sycl-tp4-equal"
  stack     = stack.qwen36-q4-history
  variant   = "single-kernel"
  standing  = "negative"
  model     = "Qwen3.6-27B Q4_0 GGUF"
  engine    = "llama.cpp db44417 + local SYCL patches"
  hardware  = "4x Intel Arc Pro B70 32GB"
  notes     = "equal 4-way split slower than 3 cards"
  command   = "ONEAPI_DEVICE_SELECTOR=level_zero:0,1,2,3 GGML_SYCL_DISABLE_GRAPH=0 GGML_SYCL_DISABLE_DNN=1 GGML_SYCL_DISABLE_OPT=0 GGML_SYCL_PRIORITIZE_DMMV=0 GGML_SYCL_ASYNC_PEER_COPY=0 GGML_SYCL_ASYNC_CPY_TENSOR=1 GGML_SYCL_COMM_ALLREDUCE=1 GGML_SYCL_COMM_SINGLE_KERNEL=1 /home/steve/src/llama.cpp-q4-b70/build-sycl-2026-bmg-g31/bin/llama-bench -m /home/steve/models/qwen3.6-27b-q4_0-gguf/Qwen3.6-27B-Q4_0.gguf --prio 0 -dev SYCL0/SYCL1/SYCL2/SYCL3 -ngl 99 -p 0 -n 512 -sm tensor -ts 1/1/1/1 -b 512 -ub 32 -ctk f16 -ctv f16 -t 8 --poll 50 -fa 1 -r 1 -o jsonl"
  variables = {
    GGML_SYCL_ASYNC_CPY_TENSOR   = "1"
    GGML_SYCL_ASYNC_PEER_COPY    = "0"
    GGML_SYCL_COMM_ALLREDUCE     = "1"
    GGML_SYCL_COMM_SINGLE_KERNEL = "1"
    GGML_SYCL_DISABLE_DNN        = "1"
    GGML_SYCL_DISABLE_GRAPH      = "0"
    GGML_SYCL_DISABLE_OPT        = "0"
    GGML_SYCL_PRIORITIZE_DMMV    = "0"
    ONEAPI_DEVICE_SELECTOR       = "level_zero:0,1,2,3"
  }
  fidelity = "nearest archived snapshot"
  sources = [
    "data/localmaxxing_payloads.json",
    "localmaxxing_submissions.md",
    "notes/localmaxxing-submissions-2026-05-04.md",
    "data/localmaxxing-submissions-20260505.md",
    "notes/b70-llm-lab-notes.md",
  ]

  shape {
    prompt  = 0
    output  = 512
    context = 512
    batch   = 1
  }

  metrics {
    output_tok_s = 31.482389
    total_tok_s  = 31.482389
  }
}

result "cmor8w11d000lji04rn2zwh32" {
  label     = "llamacpp-qwen36-27b-q8_0-sycl-tp2-single-kernel-allreduce-p512-n128"
  date      = "2026-05-04"
  submitted = "2026-05-04T13:38:24Z"
  lane      = "qwen36-27b-q8_0-llama-sycl-tp2"
  standing  = "historical"
  model     = "Qwen3.6-27B Q8_0 GGUF"
  engine    = "llama.cpp db44417 + local SYCL patches"
  hardware  = "2x Intel Arc Pro B70 32GB"
  command   = "ONEAPI_DEVICE_SELECTOR=level_zero:0,3 GGML_SYCL_DISABLE_DNN=1 GGML_SYCL_ASYNC_CPY_TENSOR=1 GGML_SYCL_COMM_ALLREDUCE=1 GGML_SYCL_COMM_SINGLE_KERNEL=1 /home/steve/src/llama.cpp-q4-b70/build-sycl-2026-bmg-g31/bin/llama-bench -m /home/steve/models/qwen3.6-27b-q8_0-gguf/Qwen3.6-27B-Q8_0.gguf -p 512 -n 128 -ngl 99 -dev SYCL0/SYCL1 -sm tensor -ts 1/1 -fa 1 -ub 32 -r 1 -o jsonl"
  variables = {
    GGML_SYCL_ASYNC_CPY_TENSOR   = "1"
    GGML_SYCL_COMM_ALLREDUCE     = "1"
    GGML_SYCL_COMM_SINGLE_KERNEL = "1"
    GGML_SYCL_DISABLE_DNN        = "1"
    ONEAPI_DEVICE_SELECTOR       = "level_zero:0,3"
  }
  patches  = ["patches/llama-cpp-db44417-b70-sycl-combined.diff.gz.b64"]
  fidelity = "nearest archived snapshot"
  sources = [
    "data/localmaxxing_payloads.json",
    "localmaxxing_submissions.md",
    "notes/localmaxxing-submissions-2026-05-04.md",
    "data/localmaxxing-submissions-20260505.md",
    "results/qwen36-b70-followup-2026-05-04-q8-allreduce-profiling.md",
  ]

  shape {
    prompt  = 512
    output  = 128
    context = 512
    batch   = 1
  }

  metrics {
    output_tok_s = 25.733082
    total_tok_s  = 87.259418
  }
}

result "cmordq9t5000dl404x309pj48" {
  label     = "llamacpp-qwen36-27b-q4_0-sycl-tp3-q8cache-root213-p512-n256-min"
  date      = "2026-05-04"
  submitted = "2026-05-04T15:53:53Z"
  lane      = "qwen36-27b-q4_0-llama-sycl-tp3"
  stack     = stack.qwen36-q4-history
  variant   = "single-kernel"
  standing  = "historical"
  model     = "Qwen3.6-27B Q4_0 GGUF"
  engine    = "llama.cpp db44417 + local SYCL patches"
  hardware  = "3x Intel Arc Pro B70 32GB"
  notes     = "run predates the 2026-05-06 full-logit determinism gate; it used GGML_SYCL_ASYNC_CPY_TENSOR=1, which the lab later found nondeterministic"
  command   = "ONEAPI_DEVICE_SELECTOR=level_zero:2,1,3 GGML_SYCL_Q8_CACHE=1 GGML_SYCL_ASYNC_CPY_TENSOR=1 GGML_SYCL_COMM_ALLREDUCE=1 GGML_SYCL_COMM_SINGLE_KERNEL=1 /home/steve/src/llama.cpp-q4-b70/build-sycl-2026-bmg-g31/bin/llama-bench -m /home/steve/models/qwen3.6-27b-q4_0-gguf/Qwen3.6-27B-Q4_0.gguf -dev SYCL0/SYCL1/SYCL2 -sm tensor -ts 1/1/1 -p 512 -n 256 -r 3 -ngl 99 -fa 1 -ub 32 -o jsonl"
  variables = {
    GGML_SYCL_ASYNC_CPY_TENSOR   = "1"
    GGML_SYCL_COMM_ALLREDUCE     = "1"
    GGML_SYCL_COMM_SINGLE_KERNEL = "1"
    GGML_SYCL_Q8_CACHE           = "1"
    ONEAPI_DEVICE_SELECTOR       = "level_zero:2,1,3"
  }
  fidelity = "snapshot of the same day"
  sources = [
    "data/localmaxxing_payloads.json",
    "localmaxxing_submissions.md",
    "notes/localmaxxing-submissions-2026-05-04.md",
    "data/localmaxxing-submissions-20260505.md",
    "notes/b70-llm-lab-notes.md",
    "results/qwen36-b70-followup-2026-05-04-q8cache-mtp-fp8.md",
  ]

  shape {
    prompt  = 512
    output  = 256
    context = 768
    batch   = 1
  }

  metrics {
    output_tok_s = 42.431805
    total_tok_s  = 78.320035
  }
}

result "cmormylxz000fib04wodwo1ng" {
  label     = "llamacpp-qwen36-27b-q4_0-sycl-tp2-q8cache-validate-p512-n512-min"
  date      = "2026-05-04"
  submitted = "2026-05-04T20:12:19Z"
  lane      = "qwen36-27b-q4_0-llama-sycl-tp2"
  stack     = stack.qwen36-q4-history
  variant   = "single-kernel"
  suite     = "p512n512-tp2"
  standing  = "historical"
  model     = "Qwen3.6-27B Q4_0 GGUF"
  engine    = "llama.cpp db44417 + local SYCL patches"
  hardware  = "2x Intel Arc Pro B70 32GB"
  notes     = "run predates the 2026-05-06 full-logit determinism gate; it used GGML_SYCL_ASYNC_CPY_TENSOR=1, which the lab later found nondeterministic"
  command   = "ONEAPI_DEVICE_SELECTOR=level_zero:0,3 GGML_SYCL_Q8_CACHE=1 GGML_SYCL_ASYNC_CPY_TENSOR=1 GGML_SYCL_COMM_ALLREDUCE=1 GGML_SYCL_COMM_SINGLE_KERNEL=1 /home/steve/src/llama.cpp-q4-b70/build-sycl-2026-bmg-g31/bin/llama-bench -m /home/steve/models/qwen3.6-27b-q4_0-gguf/Qwen3.6-27B-Q4_0.gguf -dev SYCL0/SYCL1 -sm tensor -ts 1/1 -p 512 -n 512 -r 3 -ngl 99 -fa 1 -ub 32 -o jsonl"
  variables = {
    GGML_SYCL_ASYNC_CPY_TENSOR   = "1"
    GGML_SYCL_COMM_ALLREDUCE     = "1"
    GGML_SYCL_COMM_SINGLE_KERNEL = "1"
    GGML_SYCL_Q8_CACHE           = "1"
    ONEAPI_DEVICE_SELECTOR       = "level_zero:0,3"
  }
  fidelity = "snapshot of the same day"
  sources = [
    "data/localmaxxing_payloads.json",
    "localmaxxing_submissions.md",
    "notes/localmaxxing-submissions-2026-05-04.md",
    "data/localmaxxing-submissions-20260505.md",
    "notes/b70-llm-lab-notes.md",
    "plans/q4_0-gguf-b70-optimization-plan.md",
    "results/qwen36-b70-followup-2026-05-04-q8cache-mtp-fp8.md",
  ]

  shape {
    prompt  = 512
    output  = 512
    context = 1024
    batch   = 1
  }

  metrics {
    output_tok_s = 40.486986
    prompt_tok_s = 158.591057
    total_tok_s  = 64.506098
  }
}

result "cmorn71e2000kib0415vo51vj" {
  label     = "llamacpp-qwen36-27b-q4_0-sycl-tp3-q8cache-validate-p512-n512-min"
  date      = "2026-05-04"
  submitted = "2026-05-04T20:18:52Z"
  lane      = "qwen36-27b-q4_0-llama-sycl-tp3"
  stack     = stack.qwen36-q4-history
  variant   = "single-kernel"
  suite     = "p512n512"
  standing  = "historical"
  model     = "Qwen3.6-27B Q4_0 GGUF"
  engine    = "llama.cpp db44417 + local SYCL patches"
  hardware  = "3x Intel Arc Pro B70 32GB"
  notes     = "run predates the 2026-05-06 full-logit determinism gate; it used GGML_SYCL_ASYNC_CPY_TENSOR=1, which the lab later found nondeterministic"
  command   = "ONEAPI_DEVICE_SELECTOR=level_zero:2,1,3 GGML_SYCL_Q8_CACHE=1 GGML_SYCL_ASYNC_CPY_TENSOR=1 GGML_SYCL_COMM_ALLREDUCE=1 GGML_SYCL_COMM_SINGLE_KERNEL=1 /home/steve/src/llama.cpp-q4-b70/build-sycl-2026-bmg-g31/bin/llama-bench -m /home/steve/models/qwen3.6-27b-q4_0-gguf/Qwen3.6-27B-Q4_0.gguf -dev SYCL0/SYCL1/SYCL2 -sm tensor -ts 1/1/1 -p 512 -n 512 -r 3 -ngl 99 -fa 1 -ub 32 -o jsonl"
  variables = {
    GGML_SYCL_ASYNC_CPY_TENSOR   = "1"
    GGML_SYCL_COMM_ALLREDUCE     = "1"
    GGML_SYCL_COMM_SINGLE_KERNEL = "1"
    GGML_SYCL_Q8_CACHE           = "1"
    ONEAPI_DEVICE_SELECTOR       = "level_zero:2,1,3"
  }
  fidelity = "snapshot of the same day"
  sources = [
    "data/localmaxxing_payloads.json",
    "localmaxxing_submissions.md",
    "notes/localmaxxing-submissions-2026-05-04.md",
    "data/localmaxxing-submissions-20260505.md",
    "notes/b70-llm-lab-notes.md",
    "plans/q4_0-gguf-b70-optimization-plan.md",
    "results/qwen36-b70-followup-2026-05-04-q8cache-mtp-fp8.md",
  ]

  shape {
    prompt  = 512
    output  = 512
    context = 1024
    batch   = 1
  }

  metrics {
    output_tok_s = 41.658735
    prompt_tok_s = 136.179499
    total_tok_s  = 63.800292
  }
}

result "cmornec37000okw040zl9563z" {
  label     = "llamacpp-qwen36-27b-q4_0-sycl-tp4-q8cache-negative-p512-n128-min"
  date      = "2026-05-04"
  submitted = "2026-05-04T20:24:32Z"
  lane      = "qwen36-27b-q4_0-llama-sycl-tp4-equal"
  stack     = stack.qwen36-q4-history
  variant   = "single-kernel"
  standing  = "negative"
  model     = "Qwen3.6-27B Q4_0 GGUF"
  engine    = "llama.cpp db44417 + local SYCL patches"
  hardware  = "4x Intel Arc Pro B70 32GB"
  notes     = "equal 4-way split slower than 3 cards"
  command   = "ONEAPI_DEVICE_SELECTOR=level_zero:0,1,2,3 GGML_SYCL_Q8_CACHE=1 GGML_SYCL_ASYNC_CPY_TENSOR=1 GGML_SYCL_COMM_ALLREDUCE=1 GGML_SYCL_COMM_SINGLE_KERNEL=1 /home/steve/src/llama.cpp-q4-b70/build-sycl-2026-bmg-g31/bin/llama-bench -m /home/steve/models/qwen3.6-27b-q4_0-gguf/Qwen3.6-27B-Q4_0.gguf -dev SYCL0/SYCL1/SYCL2/SYCL3 -sm tensor -ts 1/1/1/1 -p 512 -n 128 -r 3 -ngl 99 -fa 1 -ub 32 -o jsonl"
  variables = {
    GGML_SYCL_ASYNC_CPY_TENSOR   = "1"
    GGML_SYCL_COMM_ALLREDUCE     = "1"
    GGML_SYCL_COMM_SINGLE_KERNEL = "1"
    GGML_SYCL_Q8_CACHE           = "1"
    ONEAPI_DEVICE_SELECTOR       = "level_zero:0,1,2,3"
  }
  fidelity = "snapshot of the same day"
  sources = [
    "data/localmaxxing_payloads.json",
    "localmaxxing_submissions.md",
    "notes/localmaxxing-submissions-2026-05-04.md",
    "data/localmaxxing-submissions-20260505.md",
    "notes/b70-llm-lab-notes.md",
    "plans/q4_0-gguf-b70-optimization-plan.md",
    "results/qwen36-b70-followup-2026-05-04-q8cache-mtp-fp8.md",
  ]

  shape {
    prompt  = 512
    output  = 128
    context = 640
    batch   = 1
  }

  metrics {
    output_tok_s = 31.912554
    prompt_tok_s = 101.327862
    total_tok_s  = 70.610054
  }
}

result "cmortp5vn000el404dj3zqv0u" {
  label     = "llamacpp-qwen36-27b-q4_0-sycl-tp3-eventbarrier-validate-p512-n512-min"
  date      = "2026-05-04"
  submitted = "2026-05-04T23:20:55Z"
  lane      = "qwen36-27b-q4_0-llama-sycl-tp3"
  standing  = "historical"
  model     = "Qwen3.6-27B Q4_0 GGUF"
  engine    = "llama.cpp db44417 + local SYCL patches"
  hardware  = "3x Intel Arc Pro B70 32GB"
  notes     = "run predates the 2026-05-06 full-logit determinism gate; it used GGML_SYCL_ASYNC_CPY_TENSOR=1, which the lab later found nondeterministic"
  command   = "ONEAPI_DEVICE_SELECTOR=level_zero:2,1,3 GGML_SYCL_DISABLE_DNN=1 GGML_SYCL_Q8_CACHE=1 GGML_SYCL_ASYNC_CPY_TENSOR=1 GGML_SYCL_COMM_ALLREDUCE=1 GGML_SYCL_COMM_SINGLE_KERNEL=1 GGML_SYCL_COMM_EVENT_BARRIER=1 /home/steve/src/llama.cpp-q4-b70/build-sycl-2026-bmg-g31/bin/llama-bench -m /home/steve/models/qwen3.6-27b-q4_0-gguf/Qwen3.6-27B-Q4_0.gguf -dev SYCL0/SYCL1/SYCL2 -sm tensor -ts 1/1/1 -p 512 -n 512 -r 3 -ngl 99 -fa 1 -ub 32 -ctk f16 -ctv f16 -t 8 --poll 50 -o jsonl"
  variables = {
    GGML_SYCL_ASYNC_CPY_TENSOR   = "1"
    GGML_SYCL_COMM_ALLREDUCE     = "1"
    GGML_SYCL_COMM_EVENT_BARRIER = "1"
    GGML_SYCL_COMM_SINGLE_KERNEL = "1"
    GGML_SYCL_DISABLE_DNN        = "1"
    GGML_SYCL_Q8_CACHE           = "1"
    ONEAPI_DEVICE_SELECTOR       = "level_zero:2,1,3"
  }
  patches = [
    "patches/llama-cpp-db44417-b70-sycl-combined.diff.gz.b64",
    "patches/llama-cpp-sycl-allreduce-event-barrier.patch",
  ]
  fidelity = "event-barrier file is a hunk sketch (no line numbers) and does not match the archived combined.diff context"
  repeats  = [43.9488, 43.4813, 43.385]
  sources = [
    "data/localmaxxing_payloads.json",
    "localmaxxing_submissions.md",
    "data/localmaxxing-submissions-20260505.md",
    "data/qwen36-q4-eventbarrier-20260504.json",
    "data/qwen36-q4-fused-allreduce-add-20260505.json",
    "notes/2026-05-04-qwen36-q4-eventbarrier.md",
    "plans/2026-05-04-q4-eventbarrier-addendum.md",
  ]

  shape {
    prompt  = 512
    output  = 512
    context = 1024
    batch   = 1
  }

  metrics {
    output_tok_s = 43.605046
    prompt_tok_s = 135.697394
    total_tok_s  = 65.999626
  }
}

result "cmos1jmsv000iih04iifehc8d" {
  date      = "2026-05-05"
  submitted = "2026-05-05T03:00:34Z"
  lane      = "qwen36-27b-q4_0-llama-sycl-tp3"
  standing  = "historical"
  model     = "Qwen3.6-27B Q4_0 GGUF"
  engine    = "llama.cpp db44417 + local SYCL patches"
  hardware  = "3x Intel Arc Pro B70 32GB"
  notes     = "run predates the 2026-05-06 full-logit determinism gate; it used GGML_SYCL_ASYNC_CPY_TENSOR=1, which the lab later found nondeterministic"
  command   = "llama-bench -m Qwen3.6-27B-Q4_0.gguf -dev SYCL0/SYCL1/SYCL2 -sm tensor -ts 1/1/1 -p 512 -n 512 -r 3 -ngl 99 -fa 1 -ub 32 -ctk f16 -ctv f16 -t 8 --poll 50 -o jsonl"
  variables = {
    GGML_META_FUSE_ALLREDUCE_ADD = "1"
    GGML_SYCL_ASYNC_CPY_TENSOR   = "1"
    GGML_SYCL_COMM_ALLREDUCE     = "1"
    GGML_SYCL_COMM_EVENT_BARRIER = "1"
    GGML_SYCL_COMM_SINGLE_KERNEL = "1"
    GGML_SYCL_DISABLE_DNN        = "1"
    GGML_SYCL_Q8_CACHE           = "1"
  }
  patches = [
    "patches/llama-cpp-db44417-b70-sycl-combined.diff.gz.b64",
    "patches/llama-cpp-sycl-meta-fused-allreduce-add-focused-20260505.patch",
  ]
  fidelity = "focused patch uses /tmp paths; the full snapshot (sha256 c4322255...) was not archived"
  repeats  = [43.9985, 44.0192, 43.9953]
  sources = [
    "data/qwen36-q4-fused-allreduce-add-20260505.json",
    "notes/2026-05-05-q4-fused-allreduce-add.md",
    "plans/q4_0-gguf-b70-optimization-plan.md",
  ]

  shape {
    prompt  = 512
    output  = 512
    context = 1024
    batch   = 1
  }

  metrics {
    output_tok_s = 44.004344
    prompt_tok_s = 135.665459
    total_tok_s  = 66.453788
  }
}

result "cmoslhw0i0008jj04h59bb96n" {
  label     = "llamacpp-qwen36-27b-q4_0-sycl-tp3-postguc-fuseadd-p512-n512-min"
  date      = "2026-05-05"
  submitted = "2026-05-05T12:19:05Z"
  lane      = "qwen36-27b-q4_0-llama-sycl-tp3"
  standing  = "historical"
  model     = "Qwen3.6-27B Q4_0 GGUF"
  engine    = "llama.cpp db44417 + local SYCL patches"
  hardware  = "3x Intel Arc Pro B70 32GB"
  notes     = "run predates the 2026-05-06 full-logit determinism gate; it used GGML_SYCL_ASYNC_CPY_TENSOR=1, which the lab later found nondeterministic; kernel 6.17.0-22, GuC 70.49.4"
  command   = "ONEAPI_DEVICE_SELECTOR=level_zero:2,1,3 GGML_SYCL_DISABLE_DNN=1 GGML_SYCL_Q8_CACHE=1 GGML_SYCL_ASYNC_CPY_TENSOR=1 GGML_SYCL_COMM_ALLREDUCE=1 GGML_SYCL_COMM_SINGLE_KERNEL=1 GGML_SYCL_COMM_EVENT_BARRIER=1 GGML_META_FUSE_ALLREDUCE_ADD=1 /home/steve/src/llama.cpp-q4-b70/build-sycl-2026-bmg-g31/bin/llama-bench -m /home/steve/models/qwen3.6-27b-q4_0-gguf/Qwen3.6-27B-Q4_0.gguf -dev SYCL0/SYCL1/SYCL2 -ngl 99 -sm tensor -ts 1/1/1 -fa 1 -ub 32 -ctk f16 -ctv f16 -t 8 -p 512 -n 512 -r 3 --poll 50 -o jsonl"
  variables = {
    GGML_META_FUSE_ALLREDUCE_ADD = "1"
    GGML_SYCL_ASYNC_CPY_TENSOR   = "1"
    GGML_SYCL_COMM_ALLREDUCE     = "1"
    GGML_SYCL_COMM_EVENT_BARRIER = "1"
    GGML_SYCL_COMM_SINGLE_KERNEL = "1"
    GGML_SYCL_DISABLE_DNN        = "1"
    GGML_SYCL_Q8_CACHE           = "1"
    ONEAPI_DEVICE_SELECTOR       = "level_zero:2,1,3"
  }
  patches = [
    "patches/llama-cpp-db44417-b70-sycl-combined.diff.gz.b64",
    "patches/llama-cpp-sycl-meta-fused-allreduce-add-focused-20260505.patch",
  ]
  fidelity = "as cmos1jmsv"
  repeats  = [44.2132, 44.1869, 44.1423]
  sources = [
    "data/qwen36-q4-post-guc70494-validation-20260505.json",
    "data/localmaxxing_payloads.json",
    "localmaxxing_submissions.md",
    "data/localmaxxing-submissions-20260505.md",
    "notes/2026-05-05-post-reboot-guc70494-q4-validation.md",
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
    output_tok_s = 44.180797
    prompt_tok_s = 135.705541
    total_tok_s  = 66.659637
  }
}

result "cmosm05ke0005ib048aljq6pl" {
  label     = "llamacpp-qwen36-27b-q4_0-sycl-tp3-k617023-guc70494-fuseadd-p512-n512-min"
  date      = "2026-05-05"
  submitted = "2026-05-05T12:33:17Z"
  lane      = "qwen36-27b-q4_0-llama-sycl-tp3"
  standing  = "historical"
  model     = "Qwen3.6-27B Q4_0 GGUF"
  engine    = "llama.cpp db44417 + local SYCL patches"
  hardware  = "3x Intel Arc Pro B70 32GB"
  notes     = "run predates the 2026-05-06 full-logit determinism gate; it used GGML_SYCL_ASYNC_CPY_TENSOR=1, which the lab later found nondeterministic; kernel 6.17.0-23"
  command   = "ONEAPI_DEVICE_SELECTOR=level_zero:2,1,3 GGML_SYCL_DISABLE_DNN=1 GGML_SYCL_Q8_CACHE=1 GGML_SYCL_ASYNC_CPY_TENSOR=1 GGML_SYCL_COMM_ALLREDUCE=1 GGML_SYCL_COMM_SINGLE_KERNEL=1 GGML_SYCL_COMM_EVENT_BARRIER=1 GGML_META_FUSE_ALLREDUCE_ADD=1 /home/steve/src/llama.cpp-q4-b70/build-sycl-2026-bmg-g31/bin/llama-bench -m /home/steve/models/qwen3.6-27b-q4_0-gguf/Qwen3.6-27B-Q4_0.gguf -dev SYCL0/SYCL1/SYCL2 -ngl 99 -sm tensor -ts 1/1/1 -fa 1 -ub 32 -ctk f16 -ctv f16 -t 8 -p 512 -n 512 -r 3 --poll 50 -o jsonl"
  variables = {
    GGML_META_FUSE_ALLREDUCE_ADD = "1"
    GGML_SYCL_ASYNC_CPY_TENSOR   = "1"
    GGML_SYCL_COMM_ALLREDUCE     = "1"
    GGML_SYCL_COMM_EVENT_BARRIER = "1"
    GGML_SYCL_COMM_SINGLE_KERNEL = "1"
    GGML_SYCL_DISABLE_DNN        = "1"
    GGML_SYCL_Q8_CACHE           = "1"
    ONEAPI_DEVICE_SELECTOR       = "level_zero:2,1,3"
  }
  patches = [
    "patches/llama-cpp-db44417-b70-sycl-combined.diff.gz.b64",
    "patches/llama-cpp-sycl-meta-fused-allreduce-add-focused-20260505.patch",
  ]
  fidelity = "as cmos1jmsv"
  sources = [
    "data/localmaxxing_payloads.json",
    "localmaxxing_submissions.md",
    "data/localmaxxing-submissions-20260505.md",
    "data/qwen36-q4-k617023-guc70494-validation-20260505.json",
    "plans/2026-05-05-current-next-steps.md",
  ]

  shape {
    prompt  = 512
    output  = 512
    context = 1024
    batch   = 1
  }

  metrics {
    output_tok_s = 44.238455
    total_tok_s  = 66.73548
  }
}

result "cmosmudwl0004k004hzz6l4u6" {
  label     = "llamacpp-qwen36-27b-q4_0-sycl-tp3-reshapeadd-p512-n512-min"
  date      = "2026-05-05"
  submitted = "2026-05-05T12:56:48Z"
  lane      = "qwen36-27b-q4_0-llama-sycl-tp3"
  standing  = "historical"
  model     = "Qwen3.6-27B Q4_0 GGUF"
  engine    = "llama.cpp db44417 + local SYCL patches"
  hardware  = "3x Intel Arc Pro B70 32GB"
  notes     = "run predates the 2026-05-06 full-logit determinism gate; it used GGML_SYCL_ASYNC_CPY_TENSOR=1, which the lab later found nondeterministic"
  command   = "ONEAPI_DEVICE_SELECTOR=level_zero:2,1,3 GGML_SYCL_DISABLE_DNN=1 GGML_SYCL_Q8_CACHE=1 GGML_SYCL_ASYNC_CPY_TENSOR=1 GGML_SYCL_COMM_ALLREDUCE=1 GGML_SYCL_COMM_SINGLE_KERNEL=1 GGML_SYCL_COMM_EVENT_BARRIER=1 GGML_META_FUSE_ALLREDUCE_ADD=1 /home/steve/src/llama.cpp-q4-b70/build-sycl-2026-bmg-g31/bin/llama-bench -m /home/steve/models/qwen3.6-27b-q4_0-gguf/Qwen3.6-27B-Q4_0.gguf -dev SYCL0/SYCL1/SYCL2 -ngl 99 -sm tensor -ts 1/1/1 -fa 1 -ub 32 -ctk f16 -ctv f16 -t 8 -p 512 -n 512 -r 3 --poll 50 -o jsonl"
  variables = {
    GGML_META_FUSE_ALLREDUCE_ADD = "1"
    GGML_SYCL_ASYNC_CPY_TENSOR   = "1"
    GGML_SYCL_COMM_ALLREDUCE     = "1"
    GGML_SYCL_COMM_EVENT_BARRIER = "1"
    GGML_SYCL_COMM_SINGLE_KERNEL = "1"
    GGML_SYCL_DISABLE_DNN        = "1"
    GGML_SYCL_Q8_CACHE           = "1"
    ONEAPI_DEVICE_SELECTOR       = "level_zero:2,1,3"
  }
  patches = [
    "patches/llama-cpp-db44417-b70-sycl-combined.diff.gz.b64",
    "patches/llama-cpp-sycl-meta-fused-allreduce-add-focused-20260505.patch",
    "patches/llama-cpp-meta-reshapeadd-focused-20260505.patch",
  ]
  fidelity = "focused patch is a hunk sketch; full snapshot (sha256 000d6b31...) not archived"
  repeats  = [44.8839, 44.8199, 44.7346]
  sources = [
    "data/localmaxxing_payloads.json",
    "localmaxxing_submissions.md",
    "data/localmaxxing-submissions-20260505.md",
    "data/qwen36-q4-reshape-through-add-fusion-20260505.json",
    "notes/2026-05-05-q4-reshape-through-add-fusion.md",
    "plans/2026-05-05-current-next-steps.md",
  ]

  shape {
    prompt  = 512
    output  = 512
    context = 1024
    batch   = 1
  }

  metrics {
    output_tok_s = 44.812806
    prompt_tok_s = 135.806175
    total_tok_s  = 67.388784
  }
}

result "cmot9sgsi000lib042rqd6c62" {
  label     = "llamacpp-qwen36-27b-q4_0-sycl-tp3-reshapeadd-postreboot-p512-n512-min"
  date      = "2026-05-05"
  submitted = "2026-05-05T23:39:09Z"
  lane      = "qwen36-27b-q4_0-llama-sycl-tp3"
  standing  = "historical"
  model     = "Qwen3.6-27B Q4_0 GGUF"
  engine    = "llama.cpp db44417 + local SYCL patches"
  hardware  = "3x Intel Arc Pro B70 32GB"
  notes     = "run predates the 2026-05-06 full-logit determinism gate; it used GGML_SYCL_ASYNC_CPY_TENSOR=1, which the lab later found nondeterministic. Submitted total 67.925 differs from the 68.259 computed in data JSON"
  command   = "ONEAPI_DEVICE_SELECTOR=level_zero:2,1,3 GGML_SYCL_DISABLE_DNN=1 GGML_SYCL_Q8_CACHE=1 GGML_SYCL_ASYNC_CPY_TENSOR=1 GGML_SYCL_COMM_ALLREDUCE=1 GGML_SYCL_COMM_SINGLE_KERNEL=1 GGML_SYCL_COMM_EVENT_BARRIER=1 GGML_META_FUSE_ALLREDUCE_ADD=1 /home/steve/src/llama.cpp-q4-b70/build-sycl-2026-bmg-g31/bin/llama-bench -m /home/steve/models/qwen3.6-27b-q4_0-gguf/Qwen3.6-27B-Q4_0.gguf -dev SYCL0/SYCL1/SYCL2 -ngl 99 -sm tensor -ts 1/1/1 -fa 1 -ub 32 -ctk f16 -ctv f16 -t 8 -p 512 -n 512 -r 3 --poll 50 -o jsonl"
  variables = {
    GGML_META_FUSE_ALLREDUCE_ADD = "1"
    GGML_SYCL_ASYNC_CPY_TENSOR   = "1"
    GGML_SYCL_COMM_ALLREDUCE     = "1"
    GGML_SYCL_COMM_EVENT_BARRIER = "1"
    GGML_SYCL_COMM_SINGLE_KERNEL = "1"
    GGML_SYCL_DISABLE_DNN        = "1"
    GGML_SYCL_Q8_CACHE           = "1"
    ONEAPI_DEVICE_SELECTOR       = "level_zero:2,1,3"
  }
  patches = [
    "patches/llama-cpp-db44417-b70-sycl-combined.diff.gz.b64",
    "patches/llama-cpp-sycl-meta-fused-allreduce-add-focused-20260505.patch",
    "patches/llama-cpp-meta-reshapeadd-focused-20260505.patch",
  ]
  fidelity = "focused patch is a hunk sketch"
  repeats  = [45.5129, 45.4826, 45.8768]
  sources = [
    "data/localmaxxing_payloads.json",
    "localmaxxing_submissions.md",
    "data/localmaxxing-submissions-20260505.md",
    "data/qwen36-q4-getrows-fusion-20260506.json",
    "data/qwen36-q4-postreboot-reshapeadd-3x4x-20260505.json",
    "notes/2026-05-05-postreboot-reshapeadd-3x4x.md",
    "notes/2026-05-06-q4-fused-mmvq2.md",
  ]

  shape {
    prompt  = 512
    output  = 512
    context = 1024
    batch   = 1
  }

  metrics {
    output_tok_s = 45.624065
    prompt_tok_s = 135.469357
    total_tok_s  = 67.924683
  }
}

result "cmota1fpx0001l404wepbjtb7" {
  label     = "llamacpp-qwen36-27b-q4_0-sycl-tp4-reshapeadd-negative-p512-n512-min"
  date      = "2026-05-05"
  submitted = "2026-05-05T23:46:08Z"
  lane      = "qwen36-27b-q4_0-llama-sycl-tp4-equal"
  standing  = "negative"
  model     = "Qwen3.6-27B Q4_0 GGUF"
  engine    = "llama.cpp db44417 + local SYCL patches"
  hardware  = "4x Intel Arc Pro B70 32GB"
  notes     = "equal 4-way split, one repetition"
  command   = "ONEAPI_DEVICE_SELECTOR=level_zero:0,1,2,3 GGML_SYCL_DISABLE_DNN=1 GGML_SYCL_Q8_CACHE=1 GGML_SYCL_ASYNC_CPY_TENSOR=1 GGML_SYCL_COMM_ALLREDUCE=1 GGML_SYCL_COMM_SINGLE_KERNEL=1 GGML_SYCL_COMM_EVENT_BARRIER=1 GGML_META_FUSE_ALLREDUCE_ADD=1 /home/steve/src/llama.cpp-q4-b70/build-sycl-2026-bmg-g31/bin/llama-bench -m /home/steve/models/qwen3.6-27b-q4_0-gguf/Qwen3.6-27B-Q4_0.gguf -dev SYCL0/SYCL1/SYCL2/SYCL3 -ngl 99 -sm tensor -ts 1/1/1/1 -fa 1 -ub 32 -ctk f16 -ctv f16 -t 8 -p 512 -n 512 -r 1 --poll 50 -o jsonl"
  variables = {
    GGML_META_FUSE_ALLREDUCE_ADD = "1"
    GGML_SYCL_ASYNC_CPY_TENSOR   = "1"
    GGML_SYCL_COMM_ALLREDUCE     = "1"
    GGML_SYCL_COMM_EVENT_BARRIER = "1"
    GGML_SYCL_COMM_SINGLE_KERNEL = "1"
    GGML_SYCL_DISABLE_DNN        = "1"
    GGML_SYCL_Q8_CACHE           = "1"
    ONEAPI_DEVICE_SELECTOR       = "level_zero:0,1,2,3"
  }
  patches = [
    "patches/llama-cpp-db44417-b70-sycl-combined.diff.gz.b64",
    "patches/llama-cpp-sycl-meta-fused-allreduce-add-focused-20260505.patch",
    "patches/llama-cpp-meta-reshapeadd-focused-20260505.patch",
  ]
  fidelity = "focused patch is a hunk sketch"
  sources = [
    "data/localmaxxing_payloads.json",
    "localmaxxing_submissions.md",
    "data/localmaxxing-submissions-20260505.md",
    "data/qwen36-q4-postreboot-reshapeadd-3x4x-20260505.json",
    "notes/2026-05-05-postreboot-reshapeadd-3x4x.md",
    "plans/2026-05-05-current-next-steps.md",
  ]

  shape {
    prompt  = 512
    output  = 512
    context = 1024
    batch   = 1
  }

  metrics {
    output_tok_s = 34.375523
    prompt_tok_s = 102.210613
    total_tok_s  = 51.448022192026855
  }
}

result "cmotg6zz50004jo04eyqocxli" {
  date      = "2026-05-06"
  submitted = "2026-05-06T02:38:25Z"
  lane      = "qwen36-27b-q4_0-llama-sycl-tp3"
  stack     = stack.qwen36-q4-history
  variant   = "mmvq2"
  standing  = "historical"
  model     = "Qwen3.6-27B Q4_0 GGUF"
  engine    = "llama.cpp db44417 + local SYCL patches"
  hardware  = "3x Intel Arc Pro B70 32GB"
  notes     = "fused MMVQ2; note states multi-GPU quality was not fully cleared (3-GPU perplexity harness nondeterministic even without the fusion)"
  variables = {
    GGML_SYCL_FUSE_MMVQ2 = "1"
  }
  fidelity = "archived snapshot of the day"
  sources  = ["data/qwen36-q4-fused-mmvq2-20260506.json", "notes/2026-05-06-q4-fused-mmvq2.md"]

  shape {
    prompt  = 512
    output  = 512
    context = 1024
    batch   = 1
  }

  metrics {
    output_tok_s = 46.11765
    prompt_tok_s = 135.810565
    total_tok_s  = 68.854236
  }
}

result "cmotmnnm6000aqu01uzb9wk12" {
  date      = "2026-05-06"
  submitted = "2026-05-06T05:39:20Z"
  lane      = "qwen36-27b-q4_0-llama-sycl-tp3"
  stack     = stack.qwen36-q4-history
  variant   = "mmvq2"
  standing  = "superseded"
  model     = "Qwen3.6-27B Q4_0 GGUF"
  engine    = "llama.cpp db44417 + local SYCL patches"
  hardware  = "3x Intel Arc Pro B70 32GB"
  notes     = "minimal duplicate row of cmotnobsj (no context/notes)"
  variables = {
    GGML_META_FUSE_ALLREDUCE_ADD = "1"
    GGML_SYCL_ASYNC_CPY_TENSOR   = "0"
    GGML_SYCL_ASYNC_PEER_COPY    = "1"
    GGML_SYCL_COMM_ALLREDUCE     = "1"
    GGML_SYCL_COMM_EVENT_BARRIER = "1"
    GGML_SYCL_COMM_SINGLE_KERNEL = "1"
    GGML_SYCL_COMM_SYNC_AFTER    = "1"
    GGML_SYCL_DISABLE_DNN        = "1"
    GGML_SYCL_FUSE_MMVQ2         = "1"
    GGML_SYCL_Q8_CACHE           = "1"
    ONEAPI_DEVICE_SELECTOR       = "level_zero:2,1,3"
  }
  fidelity = "archived snapshot of the day"
  sources = [
    "data/localmaxxing-submission-qwen36-q4-3x-20260506.json",
    "notes/2026-05-06-q4-syncafter-reducewait.md",
    "data/localmaxxing-pending-qwen36-q4-3x-20260506.json",
  ]

  shape {
    prompt  = 512
    output  = 512
    context = 512
    batch   = 1
  }

  metrics {
    output_tok_s = 45.95413
    total_tok_s  = 66.202667
  }
}

result "cmotnobsj0017qu01icxnv6ek" {
  label     = "localmaxxing-submission-qwen36-q4-3x-20260506.json"
  date      = "2026-05-06"
  submitted = "2026-05-06T06:07:51Z"
  lane      = "qwen36-27b-q4_0-llama-sycl-tp3"
  stack     = stack.qwen36-q4-history
  variant   = "mmvq2"
  standing  = "superseded"
  model     = "Qwen3.6-27B Q4_0 GGUF"
  engine    = "llama.cpp db44417 + local SYCL patches"
  hardware  = "3x Intel Arc Pro B70 32GB"
  notes     = "first quality-cleared TP3 row (ASYNC_CPY_TENSOR=0, SYNC_AFTER=1)"
  variables = {
    GGML_META_FUSE_ALLREDUCE_ADD = "1"
    GGML_SYCL_ASYNC_CPY_TENSOR   = "0"
    GGML_SYCL_ASYNC_PEER_COPY    = "1"
    GGML_SYCL_COMM_ALLREDUCE     = "1"
    GGML_SYCL_COMM_EVENT_BARRIER = "1"
    GGML_SYCL_COMM_SINGLE_KERNEL = "1"
    GGML_SYCL_COMM_SYNC_AFTER    = "1"
    GGML_SYCL_DISABLE_DNN        = "1"
    GGML_SYCL_FUSE_MMVQ2         = "1"
    GGML_SYCL_Q8_CACHE           = "1"
    ONEAPI_DEVICE_SELECTOR       = "level_zero:2,1,3"
  }
  fidelity = "archived snapshot of the day"
  sources = [
    "data/localmaxxing-submission-qwen36-q4-3x-20260506.json",
    "data/localmaxxing-pending-qwen36-q4-3x-20260506.json",
    "notes/2026-05-06-q4-syncafter-quality-cleared.md",
    "notes/2026-05-06-q4-syncafter-reducewait.md",
    "plans/2026-05-06-fused-mmvq2-next-steps.md",
  ]

  shape {
    prompt  = 512
    output  = 512
    context = 512
    batch   = 1
  }

  metrics {
    output_tok_s = 45.95413
    total_tok_s  = 66.202667
  }

  quality {
    passed = ["llama-token-logit-probe: 16 greedy steps, repeat-identical full-logit hashes"]
  }
}

result "cmotnyi25001jqu01fccla8cf" {
  label     = "llamacpp-qwen36-27b-q4_0-sycl-tp3-syncafter2-reducewait-p512-n512"
  date      = "2026-05-06"
  submitted = "2026-05-06T06:15:46Z"
  lane      = "qwen36-27b-q4_0-llama-sycl-tp3"
  stack     = stack.qwen36-q4-history
  variant   = "mmvq2"
  suite     = "p512n512"
  standing  = "superseded"
  model     = "Qwen3.6-27B Q4_0 GGUF"
  engine    = "llama.cpp db44417 + local SYCL patches"
  hardware  = "3x Intel Arc Pro B70 32GB"
  notes     = "reduce.wait() after single-kernel allreduce (SYNC_AFTER=2)"
  variables = {
    GGML_META_FUSE_ALLREDUCE_ADD = "1"
    GGML_SYCL_ASYNC_CPY_TENSOR   = "0"
    GGML_SYCL_ASYNC_PEER_COPY    = "1"
    GGML_SYCL_COMM_ALLREDUCE     = "1"
    GGML_SYCL_COMM_EVENT_BARRIER = "1"
    GGML_SYCL_COMM_SINGLE_KERNEL = "1"
    GGML_SYCL_COMM_SYNC_AFTER    = "2"
    GGML_SYCL_DISABLE_DNN        = "1"
    GGML_SYCL_FUSE_MMVQ2         = "1"
    GGML_SYCL_Q8_CACHE           = "1"
    ONEAPI_DEVICE_SELECTOR       = "level_zero:2,1,3"
  }
  fidelity = "archived snapshot of the day"
  sources = [
    "data/qwen36-q4-syncafter2-reducewait-20260506.json",
    "notes/2026-05-06-q4-syncafter-reducewait.md",
    "localmaxxing_submissions.md",
    "data/qwen36-q4-4x-assist-split-20260506.json",
  ]

  shape {
    prompt = 512
    output = 512
    batch  = 1
  }

  metrics {
    output_tok_s = 46.194319
    prompt_tok_s = 118.722431
    total_tok_s  = 66.4
  }

  quality {
    passed = ["llama-token-logit-probe: 16 greedy steps pass (TP3)"]
  }
}

result "cmotpxzii000pqy019v46swqn" {
  label     = "llamacpp-qwen36-27b-q4_0-sycl-tp4-syncafter2-equal-negative-p512-n512"
  date      = "2026-05-06"
  submitted = "2026-05-06T07:11:21Z"
  lane      = "qwen36-27b-q4_0-llama-sycl-tp4-equal"
  stack     = stack.qwen36-q4-history
  variant   = "mmvq2"
  suite     = "p512n512-tp4"
  standing  = "negative"
  model     = "Qwen3.6-27B Q4_0 GGUF"
  engine    = "llama.cpp db44417 + local SYCL patches"
  hardware  = "4x Intel Arc Pro B70 32GB"
  notes     = "equal 4-way split"
  variables = {
    GGML_META_FUSE_ALLREDUCE_ADD = "1"
    GGML_SYCL_ASYNC_CPY_TENSOR   = "0"
    GGML_SYCL_ASYNC_PEER_COPY    = "1"
    GGML_SYCL_COMM_ALLREDUCE     = "1"
    GGML_SYCL_COMM_EVENT_BARRIER = "1"
    GGML_SYCL_COMM_SINGLE_KERNEL = "1"
    GGML_SYCL_COMM_SYNC_AFTER    = "2"
    GGML_SYCL_DISABLE_DNN        = "1"
    GGML_SYCL_FUSE_MMVQ2         = "1"
    GGML_SYCL_Q8_CACHE           = "1"
    ONEAPI_DEVICE_SELECTOR       = "level_zero:2,1,3,0"
  }
  fidelity = "archived snapshot of the day"
  sources = [
    "data/qwen36-q4-syncafter2-reducewait-20260506.json",
    "localmaxxing_submissions.md",
    "data/qwen36-q4-4x-assist-split-20260506.json",
  ]

  shape {
    prompt = 512
    output = 512
    batch  = 1
  }

  metrics {
    output_tok_s = 34.929313
    prompt_tok_s = 86.547242
    total_tok_s  = 49.748
  }

  quality {
    passed = ["llama-token-logit-probe: 8 greedy steps pass (4x)"]
  }
}

result "cmou581wv002dld0197mffpco" {
  label     = "llamacpp-qwen36-27b-q4_0-sycl-tp4-assist005-sg2-p512-n512"
  date      = "2026-05-06"
  submitted = "2026-05-06T14:19:05Z"
  lane      = "qwen36-27b-q4_0-llama-sycl-tp4-assist"
  standing  = "superseded"
  model     = "Qwen3.6-27B Q4_0 GGUF"
  engine    = "llama.cpp db44417 + local SYCL patches"
  hardware  = "4x Intel Arc Pro B70 32GB"
  notes     = "-ts 1/1/1/0.05; ran with ASYNC_CPY_TENSOR=1"
  command   = "ONEAPI_DEVICE_SELECTOR=level_zero:2,1,3,0 GGML_SYCL_DISABLE_GRAPH=0 GGML_SYCL_Q8_CACHE=1 GGML_SYCL_FUSE_MMVQ2=1 GGML_SYCL_ASYNC_CPY_TENSOR=1 GGML_SYCL_COMM_ALLREDUCE=1 GGML_SYCL_COMM_SINGLE_KERNEL=1 GGML_SYCL_COMM_EVENT_BARRIER=1 GGML_SYCL_COMM_SYNC_AFTER=2 GGML_META_FUSE_ALLREDUCE_ADD=1 GGML_SYCL_REORDER_MMVQ_SUBGROUPS_RUNTIME=2 /home/steve/src/llama.cpp-q4-b70/build-sycl-2026-bmg-g31/bin/llama-bench -m /home/steve/models/qwen3.6-27b-q4_0-gguf/Qwen3.6-27B-Q4_0.gguf -ngl 99 -fa 1 -ctk f16 -ctv f16 -dev SYCL0/SYCL1/SYCL2/SYCL3 -sm tensor -ts 1/1/1/0.05 -b 2048 -ub 32 --poll 50 -t 8 -p 512 -n 512 -r 3 -o jsonl"
  variables = {
    GGML_META_FUSE_ALLREDUCE_ADD             = "1"
    GGML_SYCL_ASYNC_CPY_TENSOR               = "1"
    GGML_SYCL_COMM_ALLREDUCE                 = "1"
    GGML_SYCL_COMM_EVENT_BARRIER             = "1"
    GGML_SYCL_COMM_SINGLE_KERNEL             = "1"
    GGML_SYCL_COMM_SYNC_AFTER                = "2"
    GGML_SYCL_DISABLE_GRAPH                  = "0"
    GGML_SYCL_FUSE_MMVQ2                     = "1"
    GGML_SYCL_Q8_CACHE                       = "1"
    GGML_SYCL_REORDER_MMVQ_SUBGROUPS_RUNTIME = "2"
    ONEAPI_DEVICE_SELECTOR                   = "level_zero:2,1,3,0"
  }
  patches = [
    "patches/llama-cpp-sycl-fuse-mmvq2-current-20260506.patch.gz.b64",
    "patches/llama-cpp-sycl-q4-runtime-subgroups-focused-20260506.patch",
  ]
  fidelity = "runtime-subgroups file is a hunk sketch"
  sources = [
    "data/qwen36-q4-4x-assist-split-20260506.json",
    "notes/2026-05-06-q4-4x-assist-split.md",
    "localmaxxing_submissions.md",
    "plans/2026-05-06-q4-4x-assist-split-addendum.md",
    "plans/q4_0-gguf-b70-optimization-plan.md",
  ]

  shape {
    prompt = 512
    output = 512
    batch  = 1
  }

  metrics {
    output_tok_s = 39.204149
    prompt_tok_s = 80.906412
    total_tok_s  = 52.815789
  }
}

result "cmougm58m00dpld012rbm9rbs" {
  label     = "llamacpp-qwen36-27b-q4_0-sycl-tp3-swiglu-ub128-p512-n512"
  date      = "2026-05-06"
  submitted = "2026-05-06T19:37:58Z"
  lane      = "qwen36-27b-q4_0-llama-sycl-tp3"
  stack     = stack.qwen36-q4-history
  variant   = "swiglu"
  suite     = "p512n512"
  standing  = "superseded"
  model     = "Qwen3.6-27B Q4_0 GGUF"
  engine    = "llama.cpp db44417 + local SYCL patches"
  hardware  = "3x Intel Arc Pro B70 32GB"
  command   = "/home/steve/src/llama.cpp-q4-b70/build-sycl-2026-bmg-g31/bin/llama-bench -m /home/steve/models/qwen3.6-27b-q4_0-gguf/Qwen3.6-27B-Q4_0.gguf -dev SYCL2/SYCL1/SYCL3 -ngl 99 -sm tensor -ts 1/1/1 -mg 0 -fa 1 -p 512 -n 512 -b 2048 -ub 128 -r 2 -o jsonl"
  variables = {
    GGML_META_FUSE_ALLREDUCE_ADD = "1"
    GGML_SYCL_ASYNC_CPY_TENSOR   = "0"
    GGML_SYCL_ASYNC_PEER_COPY    = "1"
    GGML_SYCL_COMM_ALLREDUCE     = "1"
    GGML_SYCL_COMM_EVENT_BARRIER = "1"
    GGML_SYCL_COMM_SINGLE_KERNEL = "1"
    GGML_SYCL_COMM_SYNC_AFTER    = "2"
    GGML_SYCL_DISABLE_DNN        = "1"
    GGML_SYCL_FUSE_MMVQ2         = "1"
    GGML_SYCL_FUSE_MMVQ2_SWIGLU  = "1"
    GGML_SYCL_Q8_CACHE           = "1"
  }
  fidelity = "archived snapshot (plain git apply)"
  sources = [
    "data/qwen36-q4-fused-mmvq2-swiglu-20260506.json",
    "notes/2026-05-06-q4-fused-mmvq2-swiglu.md",
    "data/localmaxxing_payloads.json",
    "localmaxxing_submissions.md",
    "plans/q4_0-gguf-b70-optimization-plan.md",
  ]

  shape {
    prompt  = 512
    output  = 512
    context = 1024
    batch   = 1
  }

  metrics {
    output_tok_s = 46.804859
    total_tok_s  = 75.217668
  }

  quality {
    passed = ["llama-completion stdout sha256 equal to unfused control"]
    hashes = {
      llama-completion-stdout = "a7514e8196ec963459785822b3fcf25b1743096a4bdd5ec746225a7c9a29be19"
    }
  }
}

result "cmoujcois00esld01c5s6bwht" {
  label     = "llamacpp-qwen36-27b-q4_0-sycl-tp3-rmsnormmul-ub128-p512-n512"
  date      = "2026-05-06"
  submitted = "2026-05-06T20:54:35Z"
  lane      = "qwen36-27b-q4_0-llama-sycl-tp3"
  stack     = stack.qwen36-q4-history
  variant   = "rms-norm-mul"
  suite     = "p512n512"
  standing  = "superseded"
  model     = "Qwen3.6-27B Q4_0 GGUF"
  engine    = "llama.cpp db44417 + local SYCL patches"
  hardware  = "3x Intel Arc Pro B70 32GB"
  variables = {
    GGML_META_FUSE_ALLREDUCE_ADD = "1"
    GGML_SYCL_COMM_ALLREDUCE     = "1"
    GGML_SYCL_COMM_EVENT_BARRIER = "1"
    GGML_SYCL_COMM_SINGLE_KERNEL = "1"
    GGML_SYCL_COMM_SYNC_AFTER    = "2"
    GGML_SYCL_DISABLE_DNN        = "1"
    GGML_SYCL_FUSE_MMVQ2         = "1"
    GGML_SYCL_FUSE_MMVQ2_SWIGLU  = "1"
    GGML_SYCL_FUSE_RMS_NORM_MUL  = "1"
    GGML_SYCL_Q8_CACHE           = "1"
  }
  fidelity = "archived snapshot (plain git apply)"
  sources = [
    "data/qwen36-q4-rmsnormmul-20260506.json",
    "notes/2026-05-06-q4-rmsnormmul.md",
    "localmaxxing_submissions.md",
    "data/qwen36-q4-allreduce-max-bytes-20260506.json",
    "plans/2026-05-06-q4-rmsnormmul-addendum.md",
    "plans/q4_0-gguf-b70-optimization-plan.md",
  ]

  shape {
    prompt = 512
    output = 512
    batch  = 1
  }

  metrics {
    output_tok_s = 49.366188
    prompt_tok_s = 206.347938
    total_tok_s  = 79.667255
  }

  quality {
    passed = ["llama-completion stdout sha256 equal to control"]
    hashes = {
      llama-completion-stdout = "f7254271342a273042f88b21af7267f2fe5a06340ba68a9fc765746090a645aa"
    }
  }
}

result "cmouju3dx00f3ld01rzmp9u76" {
  label     = "llamacpp-qwen36-27b-q4_0-sycl-tp2-rmsnormmul-ub128-p512-n512"
  date      = "2026-05-06"
  submitted = "2026-05-06T21:08:08Z"
  lane      = "qwen36-27b-q4_0-llama-sycl-tp2"
  stack     = stack.qwen36-q4-history
  variant   = "rms-norm-mul"
  suite     = "p512n512-tp2"
  standing  = "accepted"
  model     = "Qwen3.6-27B Q4_0 GGUF"
  engine    = "llama.cpp db44417 + local SYCL patches"
  hardware  = "2x Intel Arc Pro B70 32GB"
  notes     = "best 2-card row"
  variables = {
    GGML_META_FUSE_ALLREDUCE_ADD = "1"
    GGML_SYCL_COMM_ALLREDUCE     = "1"
    GGML_SYCL_COMM_EVENT_BARRIER = "1"
    GGML_SYCL_COMM_SINGLE_KERNEL = "1"
    GGML_SYCL_COMM_SYNC_AFTER    = "2"
    GGML_SYCL_DISABLE_DNN        = "1"
    GGML_SYCL_FUSE_MMVQ2         = "1"
    GGML_SYCL_FUSE_MMVQ2_SWIGLU  = "1"
    GGML_SYCL_FUSE_RMS_NORM_MUL  = "1"
    GGML_SYCL_Q8_CACHE           = "1"
  }
  fidelity = "archived snapshot (plain git apply)"
  sources = [
    "data/qwen36-q4-rmsnormmul-20260506.json",
    "notes/2026-05-06-q4-rmsnormmul.md",
    "localmaxxing_submissions.md",
  ]

  shape {
    prompt = 512
    output = 512
    batch  = 1
  }

  metrics {
    output_tok_s = 42.106013
    prompt_tok_s = 368.495701
    total_tok_s  = 75.570584
  }

  quality {
    passed = ["llama-completion stdout sha256 equal to control"]
    hashes = {
      llama-completion-stdout = "f7254271342a273042f88b21af7267f2fe5a06340ba68a9fc765746090a645aa"
    }
  }
}

result "cmoultsa900h0ld011f0r2hcs" {
  label     = "llamacpp-qwen36-27b-q4_0-sycl-tp3-getrows-rmsmul-ub128-p512-n512"
  date      = "2026-05-06"
  submitted = "2026-05-06T22:03:53Z"
  lane      = "qwen36-27b-q4_0-llama-sycl-tp3"
  standing  = "superseded"
  model     = "Qwen3.6-27B Q4_0 GGUF"
  engine    = "llama.cpp db44417 + local SYCL patches"
  hardware  = "3x Intel Arc Pro B70 32GB"
  patches   = ["patches/llama-cpp-sycl-meta-getrows-fusion-current-20260506.patch.gz.b64"]
  fidelity  = "archive is damaged (base64 length 29463, mod 4 = 3); a repaired copy applies plainly and its post-image blobs match; guardfix snapshot (05-07) carries the same feature"
  repeats   = [49.98, 49.3727, 49.4262, 49.2388, 49.0006]
  sources = [
    "data/qwen36-q4-getrows-fusion-20260506.json",
    "notes/2026-05-06-q4-getrows-fusion-neutral.md",
    "localmaxxing_submissions.md",
    "plans/q4_0-gguf-b70-optimization-plan.md",
  ]

  shape {
    prompt = 512
    output = 512
    batch  = 1
  }

  metrics {
    output_tok_s = 49.403656
    total_tok_s  = 79.016858
  }

  quality {
    passed = ["llama-completion stdout sha256 equal to control"]
    hashes = {
      llama-completion-stdout = "2039492ece1be609e945c074396527ae6e0bcaddd2cf82cce6fd847355711214"
    }
  }
}

result "lab-q4-single-gpu-rmsnormmul" {
  date     = "2026-05-06"
  lane     = "qwen36-27b-q4_0-llama-sycl-single"
  stack    = stack.qwen36-q4-history
  variant  = "rms-norm-mul"
  standing = "diagnostic"
  model    = "Qwen3.6-27B Q4_0 GGUF"
  engine   = "llama.cpp db44417 + local SYCL patches"
  hardware = "1x Intel Arc Pro B70 32GB"
  notes    = "one card reference for the RMS_NORM+MUL build"
  fidelity = "see lane"
  sources  = ["data/qwen36-q4-rmsnormmul-20260506.json"]

  shape {
    prompt = 512
    output = 512
    batch  = 1
  }

  metrics {
    output_tok_s = 24.960284
    prompt_tok_s = 525.603352
    total_tok_s  = 47.655433
  }
}

result "lab-q4-row-split-active-device-sanity" {
  date     = "2026-05-06"
  lane     = "qwen36-27b-q4_0-llama-sycl-tp3"
  stack    = stack.llama-cpp-screens
  variant  = "active-device-row-split"
  standing = "diagnostic"
  model    = "Qwen3.6-27B Q4_0 GGUF"
  engine   = "llama.cpp db44417 + local SYCL patches"
  hardware = "3x Intel Arc Pro B70 32GB"
  notes    = "tensor-split sanity with the active-device row-split patch; row split itself ends in DEVICE_LOST"
  fidelity = "see lane"
  sources  = ["README.md", "notes/2026-05-06-q4-active-device-row-split.md"]

  shape {
    batch = 1
  }

  metrics {
    output_tok_s = 45.065
  }
}

result "cmous57ci00lqld01a8x5azdq" {
  label     = "llamacpp-qwen36-27b-q4_0-sycl-tp3-guardfix-ub128-p512-n512"
  date      = "2026-05-07"
  submitted = "2026-05-07T01:00:43Z"
  lane      = "qwen36-27b-q4_0-llama-sycl-tp3"
  stack     = stack.qwen36-q4-tp3
  suite     = "p512n512"
  standing  = "accepted"
  model     = "Qwen3.6-27B Q4_0 GGUF"
  engine    = "llama.cpp db44417 + local SYCL patches"
  hardware  = "3x Intel Arc Pro B70 32GB"
  notes     = "best row for the unmodified GGUF"
  fidelity  = "archived snapshot (plain git apply, post-image blobs match)"
  sources = [
    "data/qwen36-q4-q8-allreduce-add-guardfix-20260507.json",
    "notes/2026-05-07-q4-q8-allreduce-add-guardfix.md",
    "data/localmaxxing_payloads.json",
    "localmaxxing_submissions.md",
    "plans/q4_0-gguf-b70-optimization-plan.md",
  ]

  shape {
    prompt  = 512
    output  = 512
    context = 1024
    batch   = 1
  }

  metrics {
    output_tok_s = 49.552666
    prompt_tok_s = 194.121497
    total_tok_s  = 78.947383
  }
}

result "cmoute8kg00mbld017ye0dfbz" {
  label     = "llamacpp-qwen36-27b-q4_0-sycl-tp4-assist005-guardfix-p512-n512"
  date      = "2026-05-07"
  submitted = "2026-05-07T01:35:44Z"
  lane      = "qwen36-27b-q4_0-llama-sycl-tp4-assist"
  stack     = stack.qwen36-q4-assist4
  suite     = "p512n512"
  standing  = "accepted"
  model     = "Qwen3.6-27B Q4_0 GGUF"
  engine    = "llama.cpp db44417 + local SYCL patches"
  hardware  = "4x Intel Arc Pro B70 32GB"
  notes     = "-ts 1/1/1/0.05"
  variables = {
    GGML_META_FUSE_ALLREDUCE_ADD             = "1"
    GGML_META_FUSE_ALLREDUCE_GET_ROWS        = "1"
    GGML_SYCL_ASYNC_CPY_TENSOR               = "0"
    GGML_SYCL_ASYNC_PEER_COPY                = "1"
    GGML_SYCL_COMM_ALLREDUCE                 = "1"
    GGML_SYCL_COMM_EVENT_BARRIER             = "1"
    GGML_SYCL_COMM_SINGLE_KERNEL             = "1"
    GGML_SYCL_COMM_SYNC_AFTER                = "2"
    GGML_SYCL_DISABLE_DNN                    = "1"
    GGML_SYCL_FUSE_MMVQ2                     = "1"
    GGML_SYCL_FUSE_MMVQ2_SWIGLU              = "1"
    GGML_SYCL_FUSE_RMS_NORM_MUL              = "1"
    GGML_SYCL_Q8_CACHE                       = "1"
    GGML_SYCL_REORDER_MMVQ_SUBGROUPS_RUNTIME = "2"
  }
  fidelity = "archived snapshot (plain git apply)"
  sources = [
    "data/qwen36-q4-quad-assist-refresh-20260507.json",
    "notes/2026-05-07-q4-quad-assist-refresh.md",
    "data/localmaxxing_payloads.json",
    "localmaxxing_submissions.md",
    "plans/q4_0-gguf-b70-optimization-plan.md",
  ]

  shape {
    prompt  = 512
    output  = 512
    context = 1024
    batch   = 1
  }

  metrics {
    output_tok_s = 44.08756
    prompt_tok_s = 117.882824
    total_tok_s  = 64.17427615741703
  }
}

result "cmouvurhh00nqld010dtr4xrl" {
  label     = "llamacpp-qwen36-27b-q4_0-sycl-tp3-fuseadd-root-residual-p512-n512"
  date      = "2026-05-07"
  submitted = "2026-05-07T02:44:34Z"
  lane      = "qwen36-27b-q4_0-llama-sycl-tp3"
  stack     = stack.qwen36-q4-tp3
  standing  = "suspect"
  model     = "Qwen3.6-27B Q4_0 GGUF"
  engine    = "llama.cpp db44417 + local SYCL patches"
  hardware  = "3x Intel Arc Pro B70 32GB"
  notes     = "root-residual + meta allreduce-add later diverged in token/logit probe"
  command   = "llama-bench -m /home/steve/models/qwen3.6-27b-q4_0-gguf/Qwen3.6-27B-Q4_0.gguf -dev SYCL2/SYCL1/SYCL3 -ngl 99 -sm tensor -ts 1/1/1 -fa 1 -ub 128 -ctk f16 -ctv f16 -t 8 -p 512 -n 512 -r 3 --poll 25 -o jsonl"
  variables = {
    GGML_META_FUSE_ALLREDUCE_ADD         = "1"
    GGML_META_FUSE_ALLREDUCE_GET_ROWS    = "1"
    GGML_SYCL_ASYNC_CPY_TENSOR           = "0"
    GGML_SYCL_ASYNC_PEER_COPY            = "1"
    GGML_SYCL_COMM_ALLREDUCE             = "1"
    GGML_SYCL_COMM_EVENT_BARRIER         = "1"
    GGML_SYCL_COMM_FUSEADD_ROOT_RESIDUAL = "1"
    GGML_SYCL_COMM_SINGLE_KERNEL         = "1"
    GGML_SYCL_COMM_SYNC_AFTER            = "2"
    GGML_SYCL_DISABLE_DNN                = "1"
    GGML_SYCL_FUSE_MMVQ2                 = "1"
    GGML_SYCL_FUSE_MMVQ2_SWIGLU          = "1"
    GGML_SYCL_FUSE_RMS_NORM_MUL          = "1"
    GGML_SYCL_Q8_CACHE                   = "1"
  }
  fidelity = "archived snapshot; ROOT_RESIDUAL env"
  sources = [
    "data/qwen36-q4-root-residual-tp3-20260507.json",
    "notes/2026-05-07-q4-root-residual-tp3.md",
    "data/qwen36-q4-fused-beta-alpha-20260507.json",
    "localmaxxing_submissions.md",
  ]

  shape {
    prompt = 512
    output = 512
    batch  = 1
  }

  metrics {
    output_tok_s = 50.808572
    prompt_tok_s = 193.705831
    total_tok_s  = 80.5017335619557
  }

  quality {
    failed = ["token/logit probe 220/c57597537930eab9 vs 271/f8be73fee293172b"]
  }
}

result "cmouxjqao000npn01hxqn68td" {
  label     = "llamacpp-qwen36-27b-q4_0-sycl-tp3-rootresid-poll25-p512-n512"
  date      = "2026-05-07"
  submitted = "2026-05-07T03:31:59Z"
  lane      = "qwen36-27b-q4_0-llama-sycl-tp3"
  stack     = stack.qwen36-q4-tp3
  standing  = "suspect"
  model     = "Qwen3.6-27B Q4_0 GGUF"
  engine    = "llama.cpp db44417 + local SYCL patches"
  hardware  = "3x Intel Arc Pro B70 32GB"
  notes     = "as cmouvurhh"
  command   = "llama-bench -m /home/steve/models/qwen3.6-27b-q4_0-gguf/Qwen3.6-27B-Q4_0.gguf -dev SYCL2/SYCL1/SYCL3 -ngl 99 -sm tensor -ts 1/1/1 -fa 1 -ub 128 -ctk f16 -ctv f16 -t 8 -p 512 -n 512 -r 3 --poll 25 -o jsonl"
  variables = {
    GGML_META_FUSE_ALLREDUCE_ADD         = "1"
    GGML_META_FUSE_ALLREDUCE_GET_ROWS    = "1"
    GGML_SYCL_ASYNC_CPY_TENSOR           = "0"
    GGML_SYCL_ASYNC_PEER_COPY            = "1"
    GGML_SYCL_COMM_ALLREDUCE             = "1"
    GGML_SYCL_COMM_EVENT_BARRIER         = "1"
    GGML_SYCL_COMM_FUSEADD_ROOT_RESIDUAL = "1"
    GGML_SYCL_COMM_SINGLE_KERNEL         = "1"
    GGML_SYCL_COMM_SYNC_AFTER            = "2"
    GGML_SYCL_DISABLE_DNN                = "1"
    GGML_SYCL_FUSE_MMVQ2                 = "1"
    GGML_SYCL_FUSE_MMVQ2_SWIGLU          = "1"
    GGML_SYCL_FUSE_RMS_NORM_MUL          = "1"
    GGML_SYCL_Q8_CACHE                   = "1"
  }
  fidelity = "archived snapshot; ROOT_RESIDUAL env, --poll 25"
  sources = [
    "data/qwen36-q4-root-residual-tp3-20260507.json",
    "notes/2026-05-07-q4-root-residual-tp3.md",
    "data/qwen36-q4-fused-beta-alpha-20260507.json",
    "localmaxxing_submissions.md",
    "notes/b70-llm-lab-notes.md",
  ]

  shape {
    prompt = 512
    output = 512
    batch  = 1
  }

  metrics {
    output_tok_s = 50.922114
    prompt_tok_s = 200.81687
    total_tok_s  = 81.24303502601869
  }

  quality {
    failed = ["token/logit probe 220/c57597537930eab9 vs 271/f8be73fee293172b"]
  }
}

result "cmov6p4r7007tqr01yi8ug4un" {
  label     = "llamacpp-qwen36-27b-q4_0-sycl-tp3-fused-ba-no-root-p512-n512"
  date      = "2026-05-07"
  submitted = "2026-05-07T07:48:07Z"
  lane      = "qwen36-27b-q4_0-llama-sycl-tp3-fused-ba"
  stack     = stack.qwen36-q4-tp3-fused-ba
  suite     = "p512n512"
  standing  = "accepted"
  model     = "Qwen3.6-27B Q4_0 GGUF + fused ssm_ba tensors"
  engine    = "llama.cpp db44417 + local SYCL patches"
  hardware  = "3x Intel Arc Pro B70 32GB"
  notes     = "needs GGUF augmented with 48 F32 ssm_ba tensors (scripts/add-qwen35-fused-ba-gguf.py); root-residual off"
  variables = {
    GGML_META_FUSE_ALLREDUCE_ADD         = "1"
    GGML_META_FUSE_ALLREDUCE_GET_ROWS    = "1"
    GGML_SYCL_ASYNC_CPY_TENSOR           = "0"
    GGML_SYCL_ASYNC_PEER_COPY            = "1"
    GGML_SYCL_COMM_ALLREDUCE             = "1"
    GGML_SYCL_COMM_EVENT_BARRIER         = "1"
    GGML_SYCL_COMM_FUSEADD_ROOT_RESIDUAL = "0"
    GGML_SYCL_COMM_SINGLE_KERNEL         = "1"
    GGML_SYCL_COMM_SYNC_AFTER            = "2"
    GGML_SYCL_DISABLE_DNN                = "1"
    GGML_SYCL_FORCE_MMVQ_Q4_1            = "0"
    GGML_SYCL_FUSE_MMVQ2                 = "1"
    GGML_SYCL_FUSE_MMVQ2_SWIGLU          = "1"
    GGML_SYCL_FUSE_RMS_NORM_MUL          = "1"
    GGML_SYCL_Q8_CACHE                   = "1"
  }
  fidelity = "verified: guardfix minus ggml-backend-meta.cpp and llama-model.cpp, then fused-BA patch"
  sources = [
    "data/qwen36-q4-fused-beta-alpha-20260507.json",
    "notes/2026-05-07-q4-fused-beta-alpha-experimental.md",
    "data/localmaxxing_payloads.json",
    "localmaxxing_submissions.md",
    "README.md",
    "notes/b70-llm-lab-notes.md",
    "patches/minimax-runtimeguard-wrapper-updates-20260517.patch",
  ]

  shape {
    prompt  = 512
    output  = 512
    context = 1024
    batch   = 1
  }

  metrics {
    output_tok_s = 50.1299
    prompt_tok_s = 200.480796
    total_tok_s  = 80.20473519933404
  }

  quality {
    passed = ["llama-token-logit-probe: original vs fused GGUF same token 321 and logit hash"]
    hashes = {
      logit-probe-single-gpu     = "681ad69c58fffd49"
      logit-probe-tp3-no-fusions = "f97bd3230bbf35f5"
      logit-probe-tp3-no-root    = "4f77fb8d90ed49e6"
    }
  }
}

result "lab-q4-root-residual-fused-ba-rerun" {
  date     = "2026-05-07"
  lane     = "qwen36-27b-q4_0-llama-sycl-tp3-fused-ba"
  stack    = stack.qwen36-q4-tp3-fused-ba
  variant  = "root-residual"
  suite    = "p512n512"
  standing = "suspect"
  model    = "Qwen3.6-27B Q4_0 GGUF + fused ssm_ba tensors"
  engine   = "llama.cpp db44417 + local SYCL patches"
  hardware = "3x Intel Arc Pro B70 32GB"
  notes    = "final rebuild with root residual on; default-prompt probe matched but a two-token prompt follow-up timed out (240 s)"
  variables = {
    GGML_SYCL_COMM_FUSEADD_ROOT_RESIDUAL = "1"
  }
  fidelity = "see lane"
  sources  = ["data/qwen36-q4-fused-beta-alpha-20260507.json", "README.md"]

  shape {
    prompt = 512
    output = 512
    batch  = 1
  }

  metrics {
    output_tok_s = 50.687317
    prompt_tok_s = 200.046542
    total_tok_s  = 80.87871651470131
  }

  quality {
    passed = ["default-prompt logit probe on/off identical"]
    failed = ["two-token prompt probe: timeout"]
    hashes = {
      logit-probe = "00e1eaeb550b0025"
    }
  }
}

result "lab-q4-tp3-guardfix-poll25-no-root-original-gguf" {
  date     = "2026-05-07"
  lane     = "qwen36-27b-q4_0-llama-sycl-tp3"
  standing = "diagnostic"
  model    = "Qwen3.6-27B Q4_0 GGUF"
  engine   = "llama.cpp db44417 + local SYCL patches"
  hardware = "3x Intel Arc Pro B70 32GB"
  notes    = "same build/flags as cmov6p4r but the unmodified GGUF (A/B control)"
  variables = {
    GGML_SYCL_COMM_FUSEADD_ROOT_RESIDUAL = "0"
  }
  patches = [
    "patches/llama-cpp-sycl-q4-current-guardfix-20260507.patch.gz.b64",
    "patches/llama-cpp-qwen35-fused-beta-alpha-experimental-20260507.patch.gz.b64",
  ]
  fidelity = "see lane"
  sources  = ["data/qwen36-q4-fused-beta-alpha-20260507.json"]

  shape {
    prompt = 512
    output = 512
    batch  = 1
  }

  metrics {
    output_tok_s = 49.52499
    prompt_tok_s = 193.872714
    total_tok_s  = 78.89593093386667
  }
}

result "lab-q4-tp3-misplaced-q8-guard-regression" {
  date     = "2026-05-07"
  lane     = "qwen36-27b-q4_0-llama-sycl-tp3"
  standing = "negative"
  model    = "Qwen3.6-27B Q4_0 GGUF"
  engine   = "llama.cpp db44417 + local SYCL patches"
  hardware = "3x Intel Arc Pro B70 32GB"
  notes    = "Q8-cache guard accidentally disabled fused allreduce+ADD (p0/n256)"
  fidelity = "not stated"
  sources  = ["data/qwen36-q4-q8-allreduce-add-guardfix-20260507.json"]

  shape {
    prompt = 0
    output = 256
    batch  = 1
  }

  metrics {
    output_tok_s = 27.676519
  }
}

result "lab-q4-4card-assist-008" {
  date     = "2026-05-07"
  lane     = "qwen36-27b-q4_0-llama-sycl-tp4-assist"
  stack    = stack.qwen36-q4-assist4
  standing = "negative"
  model    = "Qwen3.6-27B Q4_0 GGUF"
  engine   = "llama.cpp db44417 + local SYCL patches"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "-ts 1/1/1/0.08 did not beat 0.05"
  fidelity = "see lane"
  sources  = ["data/qwen36-q4-quad-assist-refresh-20260507.json"]

  shape {
    prompt = 512
    output = 512
    batch  = 1
  }

  metrics {
    output_tok_s = 43.929404
    prompt_tok_s = 117.366467
    total_tok_s  = 63.9302037049128
  }
}

result "lab-q4-4card-assist-root-residual" {
  date     = "2026-05-07"
  lane     = "qwen36-27b-q4_0-llama-sycl-tp4-assist"
  stack    = stack.qwen36-q4-assist4
  standing = "negative"
  model    = "Qwen3.6-27B Q4_0 GGUF"
  engine   = "llama.cpp db44417 + local SYCL patches"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "root residual on 4-card assist regresses"
  fidelity = "see lane"
  sources  = ["data/qwen36-q4-root-residual-tp3-20260507.json"]

  shape {
    prompt = 512
    output = 512
    batch  = 1
  }

  metrics {
    output_tok_s = 43.88473
    prompt_tok_s = 117.969067
    total_tok_s  = 63.9718159178794
  }
}
