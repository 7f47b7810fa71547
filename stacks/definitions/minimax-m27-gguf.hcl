# MiniMax M2.7 UD-IQ4_XS on ik_llama.cpp, four B70 behind RPC workers (the archive's
# section 8). One source is built twice: the workers with SYCL, the client for the CPU.

model "minimax_m27_iq4_xs" {
  file       = "MiniMax-M2.7-UD-IQ4_XS"
  repository = "unsloth/MiniMax-M2.7-GGUF"
  hint       = "a folder with MiniMax-M2.7-UD-IQ4_XS-00001-of-00004.gguf and the three that follow"
  unknown    = "the archive records neither the revision nor the digests of its files"
}

stack "minimax-m27-iq4xs-ik-rpc" {
  description = "MiniMax M2.7 UD-IQ4_XS, ik_llama.cpp, four RPC workers with SYCL and a CPU client (17.698 tok/s)"

  component "ik" {
    source {
      upstream = upstream.ik_llama_cpp
      revision = "9a26522af234f8db079ae3735f35ab6c20fe2c66"
      # Vocabularies of tests, a built web page: not in every mirror.
      exclude = [
        "examples/server/webui/dist/index.html",
        "models/ggml-vocab-*.gguf",
      ]
    }

    patch "device-map-and-graphsplit" {
      archive = archive.lab
      path    = "patches/ik-llama-minimax-rpc-device-map-and-graphsplit-20260508.patch"
      sha256  = "fcc639b4058bae427e1bf6d531f86dadb232bd2eddec30c9e4e3deb75f19147d"
      when    = ["base"]
      origin  = "unofficial"
      reason  = "maps RPC devices right, fast IQ4_XS experts, row packing at run time, fused RMS norm in the workers"
    }

    patch "rpc-sycl" {
      archive = archive.lab
      path    = "patches/ik-llama-minimax-rpc-sycl-20260507.patch"
      sha256  = "7bfeb2153d2d9dc5294dbafacebcf4d1780c9d1c2c42e9e9d3b93262f43fdcf9"
      when    = ["first"]
      origin  = "unofficial"
      reason  = "05-07: what the one above replaced: SYCL ops of the experts, switches for fused ops"
    }

    # Four of these run, one for each card: see the archive's section 8.
    build "cmake" {
      name      = "rpc-server"
      toolchain = toolchain.oneapi_2026_0
      isa       = "x86-64-v3"
      options = {
        CMAKE_BUILD_TYPE   = "Release"
        CMAKE_C_COMPILER   = "icx"
        CMAKE_CXX_COMPILER = "icpx"
        GGML_NATIVE        = "OFF"
        GGML_AVX           = "ON"
        GGML_AVX2          = "ON"
        GGML_F16C          = "ON"
        GGML_FMA           = "ON"
        GGML_RPC           = "ON"
        GGML_SYCL          = "ON"
      }
      targets = ["rpc-server"]
      memory  = "4GiB"
    }

    build "cmake" {
      name      = "client"
      toolchain = toolchain.oneapi_2026_0
      isa       = "x86-64-v3"
      options = {
        CMAKE_BUILD_TYPE = "Release"
        GGML_NATIVE      = "OFF"
        GGML_AVX         = "ON"
        GGML_AVX2        = "ON"
        GGML_F16C        = "ON"
        GGML_FMA         = "ON"
        GGML_RPC         = "ON"
      }
      targets = ["llama-bench"]
      memory  = "2GiB"
    }
  }

  environment {
    variables = {
      GGML_SYCL_DISABLE_DNN                  = "1"
      GGML_SYCL_FAST_MUL_MAT_ID_IQ4_XS       = "1"
      GGML_SYCL_MMV_Y_RUNTIME                = "2"
      UR_L0_ENABLE_RELAXED_ALLOCATION_LIMITS = "1"
      ZES_ENABLE_SYSMAN                      = "1"
    }
  }

  suite "throughput" "n64" {
    needs {
      gpus = 4
      gpu  = "8086:e223"
    }
    model  = model.minimax_m27_iq4_xs
    runner = "llama-bench"
    command = [
      "llama-bench", "-m", "${model}/MiniMax-M2.7-UD-IQ4_XS-00001-of-00004.gguf",
      "-rpc", "127.0.0.1:50100|0,127.0.0.1:50101|0,127.0.0.1:50102|0,127.0.0.1:50103|0",
      "-p", "0", "-n", "64", "-r", "5", "-ngl", "99", "-sm", "layer", "-ts", "1/1/1/1", "-fa", "0",
      "-nkvo", "0", "-ub", "64", "-ctk", "f16", "-ctv", "f16", "-t", "4", "-w", "0", "-mmp", "1", "-rtr", "1",
      "-fmoe", "1", "-no-mmad", "0", "-muge", "1", "-sas", "0", "-o", "json",
    ]
    shape {
      prompt = 0
      output = 64
    }
    warmup  = 0
    repeats = 5
  }

  suite "throughput" "p512n128" {
    needs {
      gpus = 4
      gpu  = "8086:e223"
    }
    model  = model.minimax_m27_iq4_xs
    runner = "llama-bench"
    command = [
      "llama-bench", "-m", "${model}/MiniMax-M2.7-UD-IQ4_XS-00001-of-00004.gguf",
      "-rpc", "127.0.0.1:50100|0,127.0.0.1:50101|0,127.0.0.1:50102|0,127.0.0.1:50103|0",
      "-p", "512", "-n", "128", "-r", "3", "-ngl", "99", "-sm", "layer", "-ts", "1/1/1/1", "-fa", "0",
      "-nkvo", "0", "-ub", "64", "-ctk", "f16", "-ctv", "f16", "-t", "4", "-w", "0", "-mmp", "1", "-rtr", "1",
      "-fmoe", "1", "-no-mmad", "0", "-muge", "1", "-sas", "0", "-o", "json",
    ]
    shape {
      prompt = 512
      output = 128
    }
    warmup  = 0
    repeats = 3
  }

  unknown "cmake flags of both builds" {
    reason = "the archive names the build folders and the targets; the options here are the least that gives them"
  }

  unknown "how the workers are started" {
    reason = "four processes rpc-server --device SYCL0 --host 127.0.0.1 --port 50100 to 50103, each with ONEAPI_DEVICE_SELECTOR=level_zero:0 to 3: definitions cannot say that yet, so a person starts them before the suite"
  }

  unknown "patch level of oneAPI 2026.0" {
    reason = "the archive says 2026.0.0, nothing finer"
  }

  variant "first" {
    description = "05-07: before the device map was mended (13.75 to 14.43 tok/s)"
    without     = ["suite.throughput.p512n128"]
    environment {
      variables = {
        GGML_DISABLE_FUSED_MUL_UNARY     = "1"
        GGML_DISABLE_FUSED_RMS_NORM      = "1"
        GGML_SYCL_FAST_MUL_MAT_ID_IQ4_XS = null
        GGML_SYCL_MMV_Y_RUNTIME          = null
        ZES_ENABLE_SYSMAN                = null
      }
    }
    suite "throughput" "n64" {
      needs {
        gpus = 4
        gpu  = "8086:e223"
      }
      model  = model.minimax_m27_iq4_xs
      runner = "llama-bench"
      command = [
        "llama-bench", "-m", "${model}/MiniMax-M2.7-UD-IQ4_XS-00001-of-00004.gguf",
        "-rpc", "127.0.0.1:50100|0,127.0.0.1:50101|0,127.0.0.1:50102|0,127.0.0.1:50103|0",
        "-p", "0", "-n", "64", "-r", "1", "-ngl", "99", "-sm", "layer", "-ts", "0/1/1/1/1", "-fa", "0",
        "-nkvo", "1", "-ub", "32", "-ctk", "f16", "-ctv", "f16", "-t", "4", "-w", "0", "-mmp", "1",
        "-rtr", "1", "-fmoe", "0", "-no-mmad", "1", "-o", "json",
      ]
      shape {
        prompt = 0
        output = 64
      }
      warmup  = 0
      repeats = 1
    }
  }
}
