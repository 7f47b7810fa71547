# Qwen3.6 27B Q4_0 on llama.cpp's SYCL backend, three Arc Pro B70, as the lab's
# archive tells it (stack 1, "guard-fix"). What the archive does not say is
# "unknown" here, never guessed.

stack "qwen36-q4-tp3" {
  description = "Qwen3.6 27B Q4_0, llama.cpp SYCL, three B70 in tensor split (guard-fix)"

  component "llama" {
    source {
      upstream = upstream.llama_cpp
      revision = "db44417b027cff147f7de85e7da22bc6a3a804fb"
      # Vocabularies of tests and the built web page: not needed by any target
      # here, and not in every mirror.
      exclude = [
        "models/ggml-vocab-*.gguf",
        "tools/server/public/bundle.js",
      ]
    }

    patch "guardfix" {
      archive = archive.lab
      path    = "patches/llama-cpp-sycl-q4-current-guardfix-20260507.patch.gz.b64"
      sha256  = "8844319c697338e966422572b363bc817541423b3a986bebe43d68ec060a63ed"
      origin  = "unofficial"
      reason  = "fused SYCL kernels and a single-kernel allreduce for Q4_0, without the cache guard that cost half the speed"
    }

    build "cmake" {
      toolchain = toolchain.oneapi_2026_0
      isa       = "x86-64-v3"
      options = {
        CMAKE_BUILD_TYPE      = "Release"
        CMAKE_C_COMPILER      = "icx"
        CMAKE_CXX_COMPILER    = "icpx"
        GGML_CCACHE           = "OFF"
        GGML_NATIVE           = "OFF"
        GGML_AVX              = "ON"
        GGML_AVX2             = "ON"
        GGML_BMI2             = "ON"
        GGML_F16C             = "ON"
        GGML_FMA              = "ON"
        GGML_SSE42            = "ON"
        GGML_SYCL             = "ON"
        GGML_SYCL_DEVICE_ARCH = "intel_gpu_bmg_g31"
        GGML_SYCL_DNN         = "OFF"
        LLAMA_BUILD_EXAMPLES  = "OFF"
        LLAMA_BUILD_SERVER    = "OFF"
        LLAMA_BUILD_TESTS     = "OFF"
        LLAMA_BUILD_WEBUI     = "OFF"
        LLAMA_OPENSSL         = "OFF"
      }
      targets = ["llama-bench", "llama-completion"]
      memory  = "4GiB"
    }
  }

  environment {
    variables = {
      GGML_META_FUSE_ALLREDUCE_ADD      = "1"
      GGML_META_FUSE_ALLREDUCE_GET_ROWS = "1"
      GGML_SYCL_ASYNC_CPY_TENSOR        = "0"
      GGML_SYCL_ASYNC_PEER_COPY         = "1"
      GGML_SYCL_COMM_ALLREDUCE          = "1"
      GGML_SYCL_COMM_EVENT_BARRIER      = "1"
      GGML_SYCL_COMM_SINGLE_KERNEL      = "1"
      GGML_SYCL_COMM_SYNC_AFTER         = "2"
      GGML_SYCL_DISABLE_DNN             = "1"
      GGML_SYCL_FUSE_MMVQ2              = "1"
      GGML_SYCL_FUSE_MMVQ2_SWIGLU       = "1"
      GGML_SYCL_FUSE_RMS_NORM_MUL       = "1"
      GGML_SYCL_Q8_CACHE                = "1"
    }
  }

  suite "throughput" "p512n512" {
    needs {
      gpus = 3
      gpu  = "8086:e223"
    }
    model  = model.qwen36_27b_q4_0
    runner = "llama-bench"
    command = [
      "llama-bench", "-m", "${model}", "-dev", "SYCL2/SYCL1/SYCL3", "-ngl", "99", "-sm", "tensor", "-ts", "1/1/1",
      "-fa", "1", "-ub", "128", "-ctk", "f16", "-ctv", "f16", "-t", "8", "-p", "512", "-n", "512", "-r", "3",
      "--poll", "50", "-o", "jsonl",
    ]
    shape {
      prompt = 512
      output = 512
    }
    repeats = 3
  }

  unknown "cmake configure line" {
    reason = "the archive never recorded it; the options here are what its notes say of the build's cache, and whether GGML_SYCL_F16 was set is not among them"
  }
  unknown "patch level of oneAPI 2026.0" {
    reason = "the archive says 2026.0.0 and libdnnl.so.3.11, nothing finer"
  }

  variant "cpu" {
    description = "the same source and series on any x86-64-v3 machine, without SYCL"
    without = [
      "suite.throughput.p512n512",
      "unknown.cmake configure line",
      "unknown.patch level of oneAPI 2026.0",
    ]

    component "llama" {
      build "cmake" {
        toolchain = toolchain.debian_12
        options = {
          BUILD_SHARED_LIBS     = "OFF"
          CMAKE_C_COMPILER      = "gcc"
          CMAKE_CXX_COMPILER    = "g++"
          GGML_OPENMP           = "OFF"
          GGML_SYCL             = "OFF"
          GGML_SYCL_DEVICE_ARCH = null
          GGML_SYCL_DNN         = null
        }
        memory = "2GiB"
      }
    }

    environment {
      runtime = toolchain.debian_12_runtime
      variables = {
        GGML_META_FUSE_ALLREDUCE_ADD      = null
        GGML_META_FUSE_ALLREDUCE_GET_ROWS = null
        GGML_SYCL_ASYNC_CPY_TENSOR        = null
        GGML_SYCL_ASYNC_PEER_COPY         = null
        GGML_SYCL_COMM_ALLREDUCE          = null
        GGML_SYCL_COMM_EVENT_BARRIER      = null
        GGML_SYCL_COMM_SINGLE_KERNEL      = null
        GGML_SYCL_COMM_SYNC_AFTER         = null
        GGML_SYCL_DISABLE_DNN             = null
        GGML_SYCL_FUSE_MMVQ2              = null
        GGML_SYCL_FUSE_MMVQ2_SWIGLU       = null
        GGML_SYCL_FUSE_RMS_NORM_MUL       = null
        GGML_SYCL_Q8_CACHE                = null
      }
    }

    suite "quality" "greedy" {
      model = model.smollm2_135m
      gate "n48" {
        runner = "llama-completion"
        command = [
          "llama-completion", "-m", "${model}", "-p", "The capital of France is", "-n", "48", "--temp", "0", "--seed", "1",
          "-t", "2", "-no-cnv", "--no-display-prompt", "--no-warmup", "--offline", "--simple-io",
        ]
        repeats = 2
        expect {
          identical = true
          contains  = ["Paris"]
        }
      }
    }

    suite "throughput" "p512n128" {
      model  = model.smollm2_135m
      runner = "llama-bench"
      command = [
        "llama-bench", "-m", "${model}", "-t", "2", "-p", "512", "-n", "128", "-r", "3", "-o", "jsonl",
      ]
      shape {
        prompt = 512
        output = 128
      }
      repeats = 3
    }
  }
}
