# Qwen3.6 27B Q4_0 on llama.cpp's SYCL backend, beside the stack of qwen36.hcl: the
# accepted headline with fused beta/alpha tensors, and four cards with an assist split
# (the archive's stacks 2 and 3).

model "qwen36_27b_q4_0_fused_ba" {
  file    = "Qwen3.6-27B-Q4_0-fused-ba.gguf"
  hint    = "made of Qwen3.6-27B-Q4_0.gguf by scripts/add-qwen35-fused-ba-gguf.py of the archive: 48 more F32 tensors ssm_ba, beta rows then alpha rows"
  unknown = "the archive records neither its digest nor that of the file it was made of"
}

stack "qwen36-q4-tp3-fused-ba" {
  description = "Qwen3.6 27B Q4_0 with fused beta/alpha tensors, llama.cpp SYCL, three B70 (50.130 tok/s)"

  component "llama" {
    source {
      upstream = upstream.llama_cpp
      revision = "db44417b027cff147f7de85e7da22bc6a3a804fb"
      exclude = [
        "models/ggml-vocab-*.gguf",
        "tools/server/public/bundle.js",
      ]
    }

    patch "guardfix" {
      archive = archive.lab
      path    = "patches/llama-cpp-sycl-q4-current-guardfix-20260507.patch.gz.b64"
      sha256  = "8844319c697338e966422572b363bc817541423b3a986bebe43d68ec060a63ed"
      except  = ["ggml/src/ggml-backend-meta.cpp", "src/llama-model.cpp"]
      origin  = "unofficial"
      reason  = "the next patch holds supersets of the two files left out here"
    }

    patch "fused-beta-alpha" {
      archive = archive.lab
      path    = "patches/llama-cpp-qwen35-fused-beta-alpha-experimental-20260507.patch.gz.b64"
      sha256  = "7a19e61fa0bc9923e1b0bb6f4e0ea4404fe402f54d9411a6cbb5fb2118226ac3"
      origin  = "unofficial"
      reason  = "one matrix product for the ssm_beta and ssm_alpha tensors; quality-cleared only without root residual"
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
  }

  suite "throughput" "p512n512" {
    needs {
      gpus = 3
      gpu  = "8086:e223"
    }
    model  = model.qwen36_27b_q4_0_fused_ba
    runner = "llama-bench"
    command = [
      "llama-bench", "-m", "${model}", "-dev", "SYCL2/SYCL1/SYCL3", "-ngl", "99", "-sm", "tensor",
      "-ts", "1/1/1", "-fa", "1", "-ub", "128", "-ctk", "f16", "-ctv", "f16", "-t", "8", "-p", "512",
      "-n", "512", "-r", "3", "--poll", "25", "-o", "jsonl",
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

  variant "root-residual" {
    description = "known bad: root residual with the fused allreduce and add diverges in tokens and logits, or hangs"
    environment {
      variables = {
        GGML_SYCL_COMM_FUSEADD_ROOT_RESIDUAL = "1"
      }
    }
  }
}

stack "qwen36-q4-assist4" {
  description = "Qwen3.6 27B Q4_0, llama.cpp SYCL, three B70 and a twentieth of a fourth (44.088 tok/s)"

  component "llama" {
    source {
      upstream = upstream.llama_cpp
      revision = "db44417b027cff147f7de85e7da22bc6a3a804fb"
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
      reason  = "the tree of qwen36-q4-tp3"
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
  }

  suite "throughput" "p512n512" {
    needs {
      gpus = 4
      gpu  = "8086:e223"
    }
    model  = model.qwen36_27b_q4_0
    runner = "llama-bench"
    command = [
      "llama-bench", "-m", "${model}", "-dev", "SYCL2/SYCL1/SYCL3/SYCL0", "-ngl", "99", "-sm", "tensor",
      "-ts", "1/1/1/0.05", "-fa", "1", "-ub", "128", "-ctk", "f16", "-ctv", "f16", "-t", "8", "-p", "512",
      "-n", "512", "-r", "3", "--poll", "50", "-o", "jsonl",
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
}
