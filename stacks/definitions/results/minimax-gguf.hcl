# MiniMax M2.7 UD-IQ4_XS on ik_llama.cpp and llama.cpp. Figures, standings and caveats as the archive has them.

result "cmovgojv80008n501lupo67x6" {
  label     = "llamacpp-minimax-m27-ud-iq4_xs-sycl-layer-ncmoe56-p0-n64"
  date      = "2026-05-07"
  submitted = "2026-05-07T12:27:36Z"
  lane      = "minimax-m27-udiq4xs-llama-sycl-layer"
  standing  = "diagnostic"
  model     = "MiniMax-M2.7 UD-IQ4_XS GGUF"
  engine    = "llama.cpp db44417 + local SYCL patches"
  hardware  = "4x Intel Arc Pro B70 32GB"
  notes     = "-ncmoe 56 capacity baseline"
  fidelity  = "local tree db44417+local-sycl; exact patch not named"
  sources = [
    "data/minimax-m27-working-baseline-and-external-patterns-20260507.json",
    "localmaxxing_submissions.md",
    "notes/2026-05-07-minimax-working-baseline-and-external-patterns.md",
  ]

  shape {
    prompt = 0
    output = 64
    batch  = 1
  }

  metrics {
    output_tok_s = 0.472124
    total_tok_s  = 0.472124
  }
}

result "cmovvoo6f00f5p1017yeb7kxd" {
  date      = "2026-05-07"
  submitted = "2026-05-07T19:27:36Z"
  lane      = "minimax-m27-udiq4xs-ik-rpc-sycl"
  stack     = stack.minimax-m27-iq4xs-ik-rpc
  variant   = "first"
  suite     = "n64"
  standing  = "superseded"
  model     = "MiniMax-M2.7 UD-IQ4_XS GGUF"
  engine    = "ik_llama.cpp 9a26522 + local SYCL/RPC patches"
  hardware  = "4x Intel Arc Pro B70 32GB"
  notes     = "first RPC+SYCL process-per-GPU baseline; before the RPC device-map fix"
  command   = "GGML_DISABLE_FUSED_RMS_NORM=1 GGML_DISABLE_FUSED_MUL_UNARY=1 llama-bench -m MiniMax-M2.7-UD-IQ4_XS-00001-of-00004.gguf -rpc 127.0.0.1:50100|0,127.0.0.1:50101|0,127.0.0.1:50102|0,127.0.0.1:50103|0 -p 0 -n 64 -r 1 -ngl 99 -sm layer -ts 0/1/1/1/1 -fa 0 -nkvo 1 -ub 32 -ctk f16 -ctv f16 -t 4 -w 0 -mmp 1 -rtr 1 -fmoe 0 -no-mmad 1 -o json"
  variables = {
    GGML_DISABLE_FUSED_MUL_UNARY           = "1"
    GGML_DISABLE_FUSED_RMS_NORM            = "1"
    GGML_SYCL_DISABLE_DNN                  = "1"
    ONEAPI_DEVICE_SELECTOR                 = "level_zero:0..3"
    UR_L0_ENABLE_RELAXED_ALLOCATION_LIMITS = "1"
  }
  fidelity = "verified plain git apply at 9a26522"
  sources = [
    "notes/2026-05-07-minimax-ikrpc-sycl-13tok-baseline.md",
    "data/localmaxxing_payloads.json",
    "data/minimax-m27-ikrpc-sycl-13tok-baseline-20260507.json",
    "notes/b70-llm-lab-notes.md",
  ]

  shape {
    prompt  = 0
    output  = 64
    context = 64
    batch   = 1
  }

  metrics {
    output_tok_s = 13.754201
    total_tok_s  = 13.754201
  }
}

result "cmovxb67400g6p10100by6frn" {
  date      = "2026-05-07"
  submitted = "2026-05-07T20:13:06Z"
  lane      = "minimax-m27-udiq4xs-ik-rpc-sycl"
  stack     = stack.minimax-m27-iq4xs-ik-rpc
  variant   = "first"
  standing  = "superseded"
  model     = "MiniMax-M2.7 UD-IQ4_XS GGUF"
  engine    = "ik_llama.cpp 9a26522 + local SYCL/RPC patches"
  hardware  = "4x Intel Arc Pro B70 32GB"
  notes     = "-muge and SYCL MoE ops; before the RPC device-map fix"
  command   = "GGML_DISABLE_FUSED_RMS_NORM=1 GGML_DISABLE_FUSED_MUL_UNARY=1 llama-bench -m MiniMax-M2.7-UD-IQ4_XS-00001-of-00004.gguf -rpc 127.0.0.1:50100|0,127.0.0.1:50101|0,127.0.0.1:50102|0,127.0.0.1:50103|0 -p 0 -n 64 -r 1 -ngl 99 -sm layer -ts 0/1/1/1/1 -fa 0 -nkvo 1 -ub 32 -ctk f16 -ctv f16 -threads 4 -w 0 -mmp 1 -rtr 1 -fmoe 1 -no-mmad 0 -muge 1 -o json"
  variables = {
    GGML_DISABLE_FUSED_MUL_UNARY           = "1"
    GGML_DISABLE_FUSED_RMS_NORM            = "1"
    GGML_SYCL_DISABLE_DNN                  = "1"
    ONEAPI_DEVICE_SELECTOR                 = "level_zero:0..3"
    UR_L0_ENABLE_RELAXED_ALLOCATION_LIMITS = "1"
  }
  fidelity = "verified plain git apply at 9a26522"
  sources = [
    "notes/2026-05-07-minimax-ikrpc-sycl-13tok-baseline.md",
    "data/localmaxxing_payloads.json",
    "data/minimax-m27-ikrpc-sycl-13tok-baseline-20260507.json",
    "data/minimax-m27-working-baseline-and-external-patterns-20260507.json",
    "notes/2026-05-07-minimax-working-baseline-and-external-patterns.md",
  ]

  shape {
    prompt  = 0
    output  = 64
    context = 64
    batch   = 1
  }

  metrics {
    output_tok_s = 13.989985
    total_tok_s  = 13.989985
  }
}

result "cmovzx6um00hrp101ldegbaga" {
  date      = "2026-05-07"
  submitted = "2026-05-07T21:26:12Z"
  lane      = "minimax-m27-udiq4xs-ik-rpc-sycl"
  stack     = stack.minimax-m27-iq4xs-ik-rpc
  variant   = "first"
  standing  = "superseded"
  model     = "MiniMax-M2.7 UD-IQ4_XS GGUF"
  engine    = "ik_llama.cpp 9a26522 + local SYCL/RPC patches"
  hardware  = "4x Intel Arc Pro B70 32GB"
  notes     = "fast IQ4_XS MoE; before the RPC device-map fix"
  command   = "GGML_DISABLE_FUSED_RMS_NORM=1 GGML_DISABLE_FUSED_MUL_UNARY=1 llama-bench -m MiniMax-M2.7-UD-IQ4_XS-00001-of-00004.gguf -rpc 127.0.0.1:50100|0,127.0.0.1:50101|0,127.0.0.1:50102|0,127.0.0.1:50103|0 -p 0 -n 64 -r 1 -ngl 99 -sm layer -ts 0/1/1/1/1 -fa 0 -nkvo 1 -ub 32 -ctk f16 -ctv f16 -threads 4 -w 0 -mmp 1 -rtr 1 -fmoe 1 -no-mmad 0 -muge 1 -o json"
  variables = {
    GGML_DISABLE_FUSED_MUL_UNARY           = "1"
    GGML_DISABLE_FUSED_RMS_NORM            = "1"
    GGML_SYCL_DISABLE_DNN                  = "1"
    ONEAPI_DEVICE_SELECTOR                 = "level_zero:0..3"
    UR_L0_ENABLE_RELAXED_ALLOCATION_LIMITS = "1"
  }
  fidelity = "verified plain git apply at 9a26522"
  sources = [
    "notes/2026-05-07-minimax-ikrpc-sycl-13tok-baseline.md",
    "data/localmaxxing_payloads.json",
    "data/minimax-m27-ikrpc-sycl-13tok-baseline-20260507.json",
  ]

  shape {
    prompt  = 0
    output  = 64
    context = 64
    batch   = 1
  }

  metrics {
    output_tok_s = 14.146009
    total_tok_s  = 14.146009
  }
}

result "cmow2dknq00k2p101x14ylh33" {
  date      = "2026-05-07"
  submitted = "2026-05-07T22:34:56Z"
  lane      = "minimax-m27-udiq4xs-ik-rpc-sycl"
  stack     = stack.minimax-m27-iq4xs-ik-rpc
  variant   = "first"
  standing  = "superseded"
  model     = "MiniMax-M2.7 UD-IQ4_XS GGUF"
  engine    = "ik_llama.cpp 9a26522 + local SYCL/RPC patches"
  hardware  = "4x Intel Arc Pro B70 32GB"
  notes     = "-sas 1; before the RPC device-map fix"
  command   = "GGML_DISABLE_FUSED_RMS_NORM=1 GGML_DISABLE_FUSED_MUL_UNARY=1 llama-bench -m MiniMax-M2.7-UD-IQ4_XS-00001-of-00004.gguf -rpc 127.0.0.1:50100|0,127.0.0.1:50101|0,127.0.0.1:50102|0,127.0.0.1:50103|0 -p 0 -n 64 -r 1 -ngl 99 -sm layer -ts 0/1/1/1/1 -fa 0 -nkvo 1 -ub 32 -ctk f16 -ctv f16 -threads 4 -w 0 -mmp 1 -rtr 1 -fmoe 1 -no-mmad 0 -muge 1 -sas 1 -o json"
  variables = {
    GGML_DISABLE_FUSED_MUL_UNARY           = "1"
    GGML_DISABLE_FUSED_RMS_NORM            = "1"
    GGML_SYCL_DISABLE_DNN                  = "1"
    ONEAPI_DEVICE_SELECTOR                 = "level_zero:0..3"
    UR_L0_ENABLE_RELAXED_ALLOCATION_LIMITS = "1"
  }
  fidelity = "verified plain git apply at 9a26522"
  sources = [
    "notes/2026-05-07-minimax-sas1-opencl-allocator.md",
    "data/minimax-m27-ikrpc-sas1-and-opencl-20260507.json",
    "data/localmaxxing_payloads.json",
  ]

  shape {
    prompt  = 0
    output  = 64
    context = 64
    batch   = 1
  }

  metrics {
    output_tok_s = 14.425213
    total_tok_s  = 14.425213
  }
}

result "cmowf7tgs000do301f1zd6jbr" {
  label     = "llamacpp-minimax-m27-ud-iq4_xs-rpc-layer-devmapfix-p0-n64-r3"
  date      = "2026-05-08"
  submitted = "2026-05-08T04:34:22Z"
  lane      = "minimax-m27-udiq4xs-ik-rpc-sycl"
  stack     = stack.minimax-m27-iq4xs-ik-rpc
  standing  = "superseded"
  model     = "MiniMax-M2.7 UD-IQ4_XS GGUF"
  engine    = "ik_llama.cpp 9a26522 + local SYCL/RPC patches"
  hardware  = "4x Intel Arc Pro B70 32GB"
  notes     = "device-map fix"
  command   = "GGML_DISABLE_FUSED_RMS_NORM=1 GGML_DISABLE_FUSED_MUL_UNARY=1 llama-bench -m MiniMax-M2.7-UD-IQ4_XS-00001-of-00004.gguf -rpc 127.0.0.1:50100|0,127.0.0.1:50101|0,127.0.0.1:50102|0,127.0.0.1:50103|0 -p 0 -n 64 -r 3 -ngl 99 -sm layer -ts 1/1/1/1 -fa 0 -nkvo 1 -ub 32 -ctk f16 -ctv f16 --threads 4 -w 0 -mmp 1 -rtr 1 -fmoe 1 -no-mmad 0 -muge 1 -sas 0 -o json"
  fidelity  = "verified plain git apply at 9a26522 (end-of-day snapshot)"
  repeats   = [13.8745, 14.4737, 14.529]
  sources = [
    "data/localmaxxing-submission-minimax-m27-corrected-layer-20260508.json",
    "data/minimax-m27-rpc-device-mapfix-20260508.json",
    "notes/2026-05-08-minimax-rpc-device-mapfix.md",
    "localmaxxing_submissions.md",
    "data/minimax-m27-kqv-offload-layer-improvement-20260508.json",
  ]

  shape {
    prompt = 0
    output = 64
    batch  = 1
  }

  metrics {
    output_tok_s = 14.292387
    total_tok_s  = 14.292387
  }
}

result "cmowft2hr000oo3019is4snoq" {
  label     = "llamacpp-minimax-m27-ud-iq4_xs-rpc-layer-kqv-offload-p0-n64-r3"
  date      = "2026-05-08"
  submitted = "2026-05-08T04:50:54Z"
  lane      = "minimax-m27-udiq4xs-ik-rpc-sycl"
  stack     = stack.minimax-m27-iq4xs-ik-rpc
  standing  = "superseded"
  model     = "MiniMax-M2.7 UD-IQ4_XS GGUF"
  engine    = "ik_llama.cpp 9a26522 + local SYCL/RPC patches"
  hardware  = "4x Intel Arc Pro B70 32GB"
  notes     = "-nkvo 0"
  command   = "GGML_DISABLE_FUSED_RMS_NORM=1 GGML_DISABLE_FUSED_MUL_UNARY=1 llama-bench -m MiniMax-M2.7-UD-IQ4_XS-00001-of-00004.gguf -rpc 127.0.0.1:50100|0,127.0.0.1:50101|0,127.0.0.1:50102|0,127.0.0.1:50103|0 -p 0 -n 64 -r 3 -ngl 99 -sm layer -ts 1/1/1/1 -fa 0 -nkvo 0 -ub 32 -ctk f16 -ctv f16 --threads 4 -w 0 -mmp 1 -rtr 1 -fmoe 1 -no-mmad 0 -muge 1 -sas 0 -o json"
  fidelity  = "verified plain git apply at 9a26522 (end-of-day snapshot)"
  repeats   = [16.2585, 16.4391, 16.4532]
  sources = [
    "data/localmaxxing-submission-minimax-m27-kqv-offload-20260508.json",
    "data/minimax-m27-kqv-offload-layer-improvement-20260508.json",
    "localmaxxing_submissions.md",
    "data/minimax-m27-correct-graph-reduce-20260508.json",
    "data/minimax-m27-direct-sycl-placement-20260508.json",
    "data/minimax-m27-fused-rmsnorm-sycl-20260508.json",
    "data/minimax-m27-layer-knob-and-kernel-screens-20260508.json",
  ]

  shape {
    prompt = 0
    output = 64
    batch  = 1
  }

  metrics {
    output_tok_s = 16.383602
    total_tok_s  = 16.383602
  }
}

result "cmowqyak0008co201oxuuzaid" {
  label     = "llamacpp-minimax-m27-ud-iq4_xs-rpc-layer-fused-mul-unary-p0-n64-r3"
  date      = "2026-05-08"
  submitted = "2026-05-08T10:02:53Z"
  lane      = "minimax-m27-udiq4xs-ik-rpc-sycl"
  stack     = stack.minimax-m27-iq4xs-ik-rpc
  standing  = "superseded"
  model     = "MiniMax-M2.7 UD-IQ4_XS GGUF"
  engine    = "ik_llama.cpp 9a26522 + local SYCL/RPC patches"
  hardware  = "4x Intel Arc Pro B70 32GB"
  notes     = "fused MUL_UNARY"
  command   = "GGML_DISABLE_FUSED_RMS_NORM=1 llama-bench -m MiniMax-M2.7-UD-IQ4_XS-00001-of-00004.gguf -rpc 127.0.0.1:50100|0,127.0.0.1:50101|0,127.0.0.1:50102|0,127.0.0.1:50103|0 -p 0 -n 64 -r 3 -ngl 99 -sm layer -ts 1/1/1/1 -fa 0 -nkvo 0 -ub 32 -ctk f16 -ctv f16 -t 4 -w 0 -mmp 1 -rtr 1 -fmoe 1 -no-mmad 0 -muge 1 -sas 0 -o json"
  fidelity  = "verified plain git apply at 9a26522 (end-of-day snapshot)"
  repeats   = [16.2231, 16.507, 16.4847]
  sources = [
    "data/minimax-m27-fused-mul-unary-sycl-20260508.json",
    "localmaxxing_submissions.md",
    "notes/2026-05-08-minimax-fused-mul-unary-sycl.md",
  ]

  shape {
    prompt = 0
    output = 64
    batch  = 1
  }

  metrics {
    output_tok_s = 16.404929
    total_tok_s  = 16.404929
  }
}

result "cmowt5ciy00d0o201f1mcrg3q" {
  label     = "llamacpp-minimax-m27-ud-iq4_xs-rpc-layer-fast-mmid-p0-n64-r3"
  date      = "2026-05-08"
  submitted = "2026-05-08T11:04:22Z"
  lane      = "minimax-m27-udiq4xs-ik-rpc-sycl"
  stack     = stack.minimax-m27-iq4xs-ik-rpc
  standing  = "superseded"
  model     = "MiniMax-M2.7 UD-IQ4_XS GGUF"
  engine    = "ik_llama.cpp 9a26522 + local SYCL/RPC patches"
  hardware  = "4x Intel Arc Pro B70 32GB"
  notes     = "fast MUL_MAT_ID IQ4_XS"
  command   = "GGML_SYCL_FAST_MUL_MAT_ID_IQ4_XS=1 GGML_DISABLE_FUSED_RMS_NORM=1 llama-bench -m MiniMax-M2.7-UD-IQ4_XS-00001-of-00004.gguf -rpc 127.0.0.1:50100|0,127.0.0.1:50101|0,127.0.0.1:50102|0,127.0.0.1:50103|0 -p 0 -n 64 -r 3 -ngl 99 -sm layer -ts 1/1/1/1 -fa 0 -nkvo 0 -ub 32 -ctk f16 -ctv f16 -t 4 -w 0 -mmp 1 -rtr 1 -fmoe 1 -no-mmad 0 -muge 1 -sas 0 -o json"
  fidelity  = "verified plain git apply at 9a26522 (end-of-day snapshot)"
  repeats   = [17.1807, 17.3988, 17.4275]
  sources = [
    "data/minimax-m27-fast-mmid-iq4xs-20260508.json",
    "notes/2026-05-08-minimax-fast-mmid-iq4xs.md",
    "localmaxxing_submissions.md",
    "data/minimax-m27-pairdot-negative-20260508.json",
  ]

  shape {
    prompt = 0
    output = 64
    batch  = 1
  }

  metrics {
    output_tok_s = 17.335655
    total_tok_s  = 17.335655
  }
}

result "cmowx1t6z000mml01v111mzvl" {
  label     = "llamacpp-minimax-m27-ud-iq4_xs-rpc-layer-fast-mmid-mmv-y2-p0-n64-r5"
  date      = "2026-05-08"
  submitted = "2026-05-08T12:53:35Z"
  lane      = "minimax-m27-udiq4xs-ik-rpc-sycl"
  stack     = stack.minimax-m27-iq4xs-ik-rpc
  standing  = "superseded"
  model     = "MiniMax-M2.7 UD-IQ4_XS GGUF"
  engine    = "ik_llama.cpp 9a26522 + local SYCL/RPC patches"
  hardware  = "4x Intel Arc Pro B70 32GB"
  notes     = "MMV_Y=2"
  command   = "GGML_SYCL_FAST_MUL_MAT_ID_IQ4_XS=1 GGML_SYCL_MMV_Y_RUNTIME=2 GGML_SYCL_DISABLE_DNN=1 llama-bench -m MiniMax-M2.7-UD-IQ4_XS-00001-of-00004.gguf -rpc 127.0.0.1:50100|0,127.0.0.1:50101|0,127.0.0.1:50102|0,127.0.0.1:50103|0 -p 0 -n 64 -r 5 -ngl 99 -sm layer -ts 1/1/1/1 -fa 0 -nkvo 0 -ub 64 -ctk f16 -ctv f16 -t 4 -w 0 -mmp 1 -rtr 1 -fmoe 1 -no-mmad 0 -muge 1 -sas 0 -o json"
  fidelity  = "verified plain git apply at 9a26522 (end-of-day snapshot)"
  repeats   = [17.3265, 17.6006, 17.6046, 17.6047, 17.5987]
  sources = [
    "data/minimax-m27-mmv-y2-20260508.json",
    "localmaxxing_submissions.md",
    "notes/2026-05-08-minimax-fast-mmid-iq4xs.md",
  ]

  shape {
    prompt = 0
    output = 64
    batch  = 1
  }

  metrics {
    output_tok_s = 17.54702
    total_tok_s  = 17.54702
  }
}

result "cmowyq5tu001jml01b470i75g" {
  label     = "llamacpp-minimax-m27-ud-iq4_xs-rpc-layer-fast-mmid-mmv-y2-p512-n128-r3"
  date      = "2026-05-08"
  submitted = "2026-05-08T13:40:31Z"
  lane      = "minimax-m27-udiq4xs-ik-rpc-sycl"
  stack     = stack.minimax-m27-iq4xs-ik-rpc
  standing  = "superseded"
  model     = "MiniMax-M2.7 UD-IQ4_XS GGUF"
  engine    = "ik_llama.cpp 9a26522 + local SYCL/RPC patches"
  hardware  = "4x Intel Arc Pro B70 32GB"
  notes     = "MMV_Y=2 with prompt"
  command   = "GGML_SYCL_FAST_MUL_MAT_ID_IQ4_XS=1 GGML_SYCL_MMV_Y_RUNTIME=2 GGML_SYCL_DISABLE_DNN=1 llama-bench -m MiniMax-M2.7-UD-IQ4_XS-00001-of-00004.gguf -rpc 127.0.0.1:50100|0,127.0.0.1:50101|0,127.0.0.1:50102|0,127.0.0.1:50103|0 -p 0 -n 64 -r 5 -ngl 99 -sm layer -ts 1/1/1/1 -fa 0 -nkvo 0 -ub 64 -ctk f16 -ctv f16 -t 4 -w 0 -mmp 1 -rtr 1 -fmoe 1 -no-mmad 0 -muge 1 -sas 0 -o json"
  fidelity  = "verified plain git apply at 9a26522 (end-of-day snapshot)"
  sources   = ["data/minimax-m27-mmv-y2-20260508.json", "localmaxxing_submissions.md"]

  shape {
    prompt = 512
    output = 128
    batch  = 1
  }

  metrics {
    output_tok_s = 17.51551
    prompt_tok_s = 50.905433
    total_tok_s  = 36.85431292616281
  }
}

result "cmox103ol0040ml019yzs6gvs" {
  label     = "llamacpp-minimax-m27-ud-iq4_xs-rpc-layer-fusedrms-mmv-y2-ub64-p0-n64-r5"
  date      = "2026-05-08"
  submitted = "2026-05-08T14:44:14Z"
  lane      = "minimax-m27-udiq4xs-ik-rpc-sycl"
  stack     = stack.minimax-m27-iq4xs-ik-rpc
  suite     = "n64"
  standing  = "accepted"
  model     = "MiniMax-M2.7 UD-IQ4_XS GGUF"
  engine    = "ik_llama.cpp 9a26522 + local SYCL/RPC patches"
  hardware  = "4x Intel Arc Pro B70 32GB"
  notes     = "current GGUF best, decode only"
  command   = "GGML_SYCL_FAST_MUL_MAT_ID_IQ4_XS=1 GGML_SYCL_MMV_Y_RUNTIME=2 GGML_SYCL_DISABLE_DNN=1 llama-bench -m MiniMax-M2.7-UD-IQ4_XS-00001-of-00004.gguf -rpc 127.0.0.1:50100|0,127.0.0.1:50101|0,127.0.0.1:50102|0,127.0.0.1:50103|0 -p 0 -n 64 -r 5 -ngl 99 -sm layer -ts 1/1/1/1 -fa 0 -nkvo 0 -ub 64 -ctk f16 -ctv f16 -t 4 -w 0 -mmp 1 -rtr 1 -fmoe 1 -no-mmad 0 -muge 1 -sas 0 -o json"
  variables = {
    GGML_SYCL_DISABLE_DNN                  = "1"
    GGML_SYCL_FAST_MUL_MAT_ID_IQ4_XS       = "1"
    GGML_SYCL_MMV_Y_RUNTIME                = "2"
    ONEAPI_DEVICE_SELECTOR                 = "level_zero:<i> (one worker per GPU)"
    UR_L0_ENABLE_RELAXED_ALLOCATION_LIMITS = "1"
    ZES_ENABLE_SYSMAN                      = "1"
  }
  fidelity = "verified plain git apply at 9a26522"
  repeats  = [17.5369, 17.7524, 17.7386, 17.7282, 17.7328]
  sources = [
    "data/minimax-m27-mmv-y2-20260508.json",
    "notes/2026-05-08-minimax-mmv-row-packing.md",
    "localmaxxing_submissions.md",
    "README.md",
    "plans/2026-05-08-minimax-next-steps.md",
  ]

  shape {
    prompt  = 0
    output  = 64
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 17.697772
    total_tok_s  = 17.697772
  }

  quality {
    passed = ["llama-completion stdout sha256 byte compare"]
    hashes = {
      llama-completion-stdout = "78e517594d13b4c3405739fda666369c2cfe6afaa111e1e75a0b5eb0a848d6fd"
    }
  }
}

result "cmox1gcxl0049ml01kiijqbpo" {
  label     = "llamacpp-minimax-m27-ud-iq4_xs-rpc-layer-fusedrms-mmv-y2-ub64-p512-n128-r3"
  date      = "2026-05-08"
  submitted = "2026-05-08T14:56:52Z"
  lane      = "minimax-m27-udiq4xs-ik-rpc-sycl"
  stack     = stack.minimax-m27-iq4xs-ik-rpc
  suite     = "p512n128"
  standing  = "accepted"
  model     = "MiniMax-M2.7 UD-IQ4_XS GGUF"
  engine    = "ik_llama.cpp 9a26522 + local SYCL/RPC patches"
  hardware  = "4x Intel Arc Pro B70 32GB"
  notes     = "same stack with prompt"
  command   = "GGML_SYCL_FAST_MUL_MAT_ID_IQ4_XS=1 GGML_SYCL_MMV_Y_RUNTIME=2 GGML_SYCL_DISABLE_DNN=1 llama-bench -m MiniMax-M2.7-UD-IQ4_XS-00001-of-00004.gguf -rpc 127.0.0.1:50100|0,127.0.0.1:50101|0,127.0.0.1:50102|0,127.0.0.1:50103|0 -p 0 -n 64 -r 5 -ngl 99 -sm layer -ts 1/1/1/1 -fa 0 -nkvo 0 -ub 64 -ctk f16 -ctv f16 -t 4 -w 0 -mmp 1 -rtr 1 -fmoe 1 -no-mmad 0 -muge 1 -sas 0 -o json"
  variables = {
    GGML_SYCL_DISABLE_DNN                  = "1"
    GGML_SYCL_FAST_MUL_MAT_ID_IQ4_XS       = "1"
    GGML_SYCL_MMV_Y_RUNTIME                = "2"
    ONEAPI_DEVICE_SELECTOR                 = "level_zero:<i> (one worker per GPU)"
    UR_L0_ENABLE_RELAXED_ALLOCATION_LIMITS = "1"
    ZES_ENABLE_SYSMAN                      = "1"
  }
  fidelity = "verified plain git apply at 9a26522"
  repeats  = [17.5465, 17.7482, 17.7844]
  sources = [
    "data/minimax-m27-mmv-y2-20260508.json",
    "notes/2026-05-08-minimax-mmv-row-packing.md",
    "localmaxxing_submissions.md",
    "README.md",
    "plans/2026-05-08-minimax-next-steps.md",
  ]

  shape {
    prompt = 512
    output = 128
    batch  = 1
  }

  metrics {
    output_tok_s = 17.693021
    prompt_tok_s = 54.506141
    total_tok_s  = 38.48946204904967
  }

  quality {
    passed = ["llama-completion stdout sha256 byte compare"]
    hashes = {
      llama-completion-stdout = "78e517594d13b4c3405739fda666369c2cfe6afaa111e1e75a0b5eb0a848d6fd"
    }
  }
}

result "lab-ik-layer-placement-best" {
  date     = "2026-05-08"
  lane     = "minimax-m27-udiq4xs-ik-rpc-sycl"
  stack    = stack.minimax-m27-iq4xs-ik-rpc
  standing = "negative"
  model    = "MiniMax-M2.7 UD-IQ4_XS GGUF"
  engine   = "ik_llama.cpp 9a26522 + local SYCL/RPC patches"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "layer placement sweep optimum"
  fidelity = "see lane"
  sources = [
    "README.md",
    "notes/2026-05-08-minimax-direct-sycl-and-placement.md",
    "data/minimax-m27-direct-sycl-placement-20260508.json",
  ]

  shape {
    prompt = 0
    output = 64
    batch  = 1
  }

  metrics {
    output_tok_s = 16.358
  }
}

result "lab-ik-fused-rmsnorm-first" {
  date     = "2026-05-08"
  lane     = "minimax-m27-udiq4xs-ik-rpc-sycl"
  stack    = stack.minimax-m27-iq4xs-ik-rpc
  standing = "diagnostic"
  model    = "MiniMax-M2.7 UD-IQ4_XS GGUF"
  engine   = "ik_llama.cpp 9a26522 + local SYCL/RPC patches"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "FUSED_RMS_NORM op implemented in SYCL worker (r1)"
  fidelity = "see lane"
  sources = [
    "README.md",
    "notes/2026-05-08-minimax-fused-rmsnorm-sycl.md",
    "data/minimax-m27-fused-rmsnorm-sycl-20260508.json",
  ]

  shape {
    prompt = 0
    output = 64
    batch  = 1
  }

  metrics {
    output_tok_s = 16.308
  }
}

result "lab-ik-cpy-fastpath" {
  date     = "2026-05-08"
  lane     = "minimax-m27-udiq4xs-ik-rpc-sycl"
  stack    = stack.minimax-m27-iq4xs-ik-rpc
  standing = "negative"
  model    = "MiniMax-M2.7 UD-IQ4_XS GGUF"
  engine   = "ik_llama.cpp 9a26522 + local SYCL/RPC patches"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "shape-specific copy path"
  fidelity = "see lane"
  sources = [
    "README.md",
    "notes/2026-05-08-minimax-cpy-shape-trace.md",
    "data/minimax-m27-cpy-shape-trace-20260508.json",
  ]

  shape {
    prompt = 0
    output = 64
    batch  = 1
  }

  metrics {
    output_tok_s = 12.732
  }
}

result "lab-ik-graph-reduce-correct" {
  date     = "2026-05-08"
  lane     = "minimax-m27-udiq4xs-ik-rpc-sycl"
  stack    = stack.minimax-m27-iq4xs-ik-rpc
  standing = "diagnostic"
  model    = "MiniMax-M2.7 UD-IQ4_XS GGUF"
  engine   = "ik_llama.cpp 9a26522 + local SYCL/RPC patches"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "quality-correct graph split (no deferred reduce, mirrored), one-token smoke"
  variables = {
    GGML_MINIMAX_NO_DEFER_REDUCE = "1"
    GGML_RPC_REDUCE_MIRROR       = "1"
  }
  fidelity = "see lane"
  sources = [
    "README.md",
    "notes/2026-05-08-minimax-correct-graph-reduce.md",
    "data/minimax-m27-correct-graph-reduce-20260508.json",
  ]

  shape {
    prompt = 0
    output = 1
    batch  = 1
  }

  metrics {
    output_tok_s = 2.034
  }
}

result "lab-ik-mmv-y8" {
  date     = "2026-05-08"
  lane     = "minimax-m27-udiq4xs-ik-rpc-sycl"
  stack    = stack.minimax-m27-iq4xs-ik-rpc
  standing = "negative"
  model    = "MiniMax-M2.7 UD-IQ4_XS GGUF"
  engine   = "ik_llama.cpp 9a26522 + local SYCL/RPC patches"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "MMV_Y 8"
  variables = {
    GGML_SYCL_MMV_Y_RUNTIME = "8"
  }
  fidelity = "see lane"
  repeats  = [16.6394, 17.5203, 17.5557]
  sources  = ["data/minimax-m27-mmv-y2-20260508.json"]

  shape {
    prompt  = 0
    output  = 64
    context = 2048
    batch   = 1
  }

  metrics {
    output_tok_s = 17.238444
  }
}

result "lab-minimax-gguf-vulkan-layer" {
  date     = "2026-05-10"
  lane     = "minimax-m27-udiq4xs-llama-vulkan"
  standing = "negative"
  model    = "MiniMax-M2.7 UD-IQ4_XS GGUF"
  engine   = "llama.cpp db44417 + local SYCL patches"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "layer split p0/n16"
  patches  = ["patches/llama-b70-openvino-vulkan.patch"]
  fidelity = "patch applies to db44417; whether it was applied in this build is not stated"
  sources  = ["data/minimax-m27-gguf-vulkan-negative-20260510.json", "README.md"]

  shape {
    prompt = 0
    output = 16
    batch  = 1
  }

  metrics {
    output_tok_s = 11.745588
  }

  quality {
    caveat = "commit of the 05-10 Vulkan build not stated; tree /home/steve/src/llama.cpp"
  }
}

result "lab-minimax-gguf-vulkan-row" {
  date     = "2026-05-10"
  lane     = "minimax-m27-udiq4xs-llama-vulkan"
  standing = "negative"
  model    = "MiniMax-M2.7 UD-IQ4_XS GGUF"
  engine   = "llama.cpp db44417 + local SYCL patches"
  hardware = "4x Intel Arc Pro B70 32GB"
  notes    = "row split p0/n16; tensor split fails at model load"
  patches  = ["patches/llama-b70-openvino-vulkan.patch"]
  fidelity = "see lane"
  sources  = ["data/minimax-m27-gguf-vulkan-negative-20260510.json", "README.md"]

  shape {
    prompt = 0
    output = 16
    batch  = 1
  }

  metrics {
    output_tok_s = 12.558578
  }

  quality {
    caveat = "commit of the 05-10 Vulkan build not stated; tree /home/steve/src/llama.cpp"
  }
}
