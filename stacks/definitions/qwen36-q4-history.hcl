# How Qwen3.6 27B Q4_0 got from 37 to 49 tok/s on three B70, 2026-05-03 to 05-06 (the
# archive's section 4). Each patch is a full snapshot of a working tree against one
# commit, so a variant applies exactly one. Those that no variant applies are kept
# with what is wrong with them.

stack "qwen36-q4-history" {
  description = "Qwen3.6 27B Q4_0, llama.cpp SYCL, snapshots before the guard-fix; as it is: 05-03, split fixes"

  component "llama" {
    source {
      upstream = upstream.llama_cpp
      revision = "db44417b027cff147f7de85e7da22bc6a3a804fb"
      exclude = [
        "models/ggml-vocab-*.gguf",
        "tools/server/public/bundle.js",
      ]
    }

    patch "split-fixes" {
      archive = archive.lab
      path    = "patches/llama-cpp-db44417-b70-sycl-split-fixes.patch"
      sha256  = "30e4acfb3908ba3076c6f95105791a375c2abf2024e92147d1d0f6846e882b15"
      when    = ["base"]
      origin  = "unofficial"
      reason  = "05-03: asynchronous copies between cards, fixes of the tensor split"
    }

    patch "combined" {
      archive = archive.lab
      path    = "patches/llama-cpp-db44417-b70-sycl-combined.diff.gz.b64"
      sha256  = "e20502b593d03a9defbb9387a78ccb81ac75b246b4d41396fdc44e97a5c7a1e3"
      when    = ["single-kernel"]
      origin  = "unofficial"
      reason  = "05-04: single-kernel allreduce and a cache of Q8 activations; taken after several of the runs"
    }

    patch "fuse-mmvq2" {
      archive = archive.lab
      path    = "patches/llama-cpp-sycl-fuse-mmvq2-current-20260506.patch.gz.b64"
      sha256  = "5c1bb417a3a3949acb9b7804dae91b91c0460a52ac11a4df8530acebe007bd3e"
      when    = ["mmvq2"]
      origin  = "unofficial"
      reason  = "05-06: fused MMVQ2; the files of the SYCL backend only"
    }

    patch "swiglu" {
      archive = archive.lab
      path    = "patches/llama-cpp-sycl-fused-mmvq2-swiglu-current-20260506.patch.gz.b64"
      sha256  = "1c433d44a81b605dcb2e7530c382dcf4e861b656aed5995d678f9456167686c2"
      when    = ["swiglu"]
      origin  = "unofficial"
      reason  = "05-06: MMVQ2 and SwiGLU in one kernel"
    }

    patch "rms-norm-mul" {
      archive = archive.lab
      path    = "patches/llama-cpp-sycl-rmsnormmul-current-20260506.patch.gz.b64"
      sha256  = "1232a6517aa9083e0e9bb59fddb2e7fd3606f7eb169bede026d7efcbd946a1e4"
      when    = ["rms-norm-mul"]
      origin  = "unofficial"
      reason  = "05-06: RMS_NORM and its scale in one kernel"
    }

    patch "event-barrier" {
      archive  = archive.lab
      path     = "patches/llama-cpp-sycl-allreduce-event-barrier.patch"
      sha256   = "b9c7839c9c2b83890693578a1ee172c79f6048a8381993997f92745c79267bf6"
      origin   = "unofficial"
      standing = "diagnostic"
      reason   = "05-04 (43.605 tok/s): a sketch, hunks without line numbers, and its context is not that of combined"
    }

    patch "fused-allreduce-add" {
      archive  = archive.lab
      path     = "patches/llama-cpp-sycl-meta-fused-allreduce-add-focused-20260505.patch"
      sha256   = "16d197831a426fa461c035fe90db972ebe2a54d9ef8d6b14b319539551bfa427"
      origin   = "unofficial"
      standing = "diagnostic"
      reason   = "05-05 (44.0 to 44.2 tok/s): cut between /tmp/llama-q4-before-fuseadd and the tree, so neither -p1 nor -p3 finds all of it; the full snapshot, sha256 c4322255..., was not archived"
    }

    patch "reshape-through-add" {
      archive  = archive.lab
      path     = "patches/llama-cpp-meta-reshapeadd-focused-20260505.patch"
      sha256   = "2860d6f8bd5a1f568002041f33999065e147d15c6a0f60d984f5c732025d623a"
      origin   = "unofficial"
      standing = "diagnostic"
      reason   = "05-05 (44.8 to 45.6 tok/s): a sketch; the full snapshot, sha256 000d6b31..., was not archived"
    }

    patch "runtime-subgroups" {
      archive  = archive.lab
      path     = "patches/llama-cpp-sycl-q4-runtime-subgroups-focused-20260506.patch"
      sha256   = "299192c3ba4c6d86cbdd9f2def54947cac16bb6f9812ec52f55bd0234fe44cf2"
      origin   = "unofficial"
      standing = "diagnostic"
      reason   = "05-06 (39.204 tok/s with four cards): a sketch"
    }

    patch "get-rows" {
      archive  = archive.lab
      path     = "patches/llama-cpp-sycl-meta-getrows-fusion-current-20260506.patch.gz.b64"
      sha256   = "72c60b7af4ce2a51269fdaeb158f723712bd4ec6a46868550222ac7037ab5837"
      origin   = "unofficial"
      standing = "diagnostic"
      reason   = "05-06 (49.404 tok/s): one character of its base64 text is missing; cairn patch repair proves which"
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
      GGML_SYCL_ASYNC_CPY_TENSOR = "1"
      GGML_SYCL_ASYNC_PEER_COPY  = "0"
      GGML_SYCL_DISABLE_DNN      = "1"
      GGML_SYCL_DISABLE_GRAPH    = "0"
      GGML_SYCL_DISABLE_OPT      = "0"
      GGML_SYCL_PRIORITIZE_DMMV  = "0"
    }
  }

  suite "throughput" "n512" {
    needs {
      gpus = 3
      gpu  = "8086:e223"
    }
    model  = model.qwen36_27b_q4_0
    runner = "llama-bench"
    command = [
      "llama-bench", "-m", "${model}", "--prio", "0", "-dev", "SYCL0/SYCL1/SYCL2", "-ngl", "99", "-p", "0",
      "-n", "512", "-sm", "tensor", "-ts", "1/1/1", "-b", "512", "-ub", "64", "-ctk", "f16", "-ctv", "f16",
      "-t", "8", "--poll", "50", "-fa", "1", "-r", "3", "-o", "jsonl",
    ]
    variables = {
      ONEAPI_DEVICE_SELECTOR = "level_zero:0,1,2"
    }
    shape {
      prompt = 0
      output = 512
    }
    repeats = 3
  }

  suite "throughput" "n512-tp2" {
    needs {
      gpus = 2
      gpu  = "8086:e223"
    }
    model  = model.qwen36_27b_q4_0
    runner = "llama-bench"
    command = [
      "llama-bench", "-m", "${model}", "--prio", "0", "-dev", "SYCL0/SYCL1", "-ngl", "99", "-p", "0",
      "-n", "512", "-sm", "tensor", "-ts", "1/1", "-b", "512", "-ub", "64", "-ctk", "f16", "-ctv", "f16",
      "-t", "8", "--poll", "50", "-fa", "1", "-r", "3", "-o", "jsonl",
    ]
    variables = {
      ONEAPI_DEVICE_SELECTOR = "level_zero:0,3"
    }
    shape {
      prompt = 0
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
  unknown "trees of the runs of 05-03 to 05-05" {
    reason = "the snapshots are the nearest that were archived; several runs were before or between them"
  }
  unknown "arguments of the benchmarks of mmvq2 and rms-norm-mul" {
    reason = "cards, split, shape and repeats are recorded, -ub 128 for rms-norm-mul too; the rest here is that of the runs before and after them"
  }

  variant "single-kernel" {
    description = "05-04: single-kernel allreduce, Q8 cache (38.6 to 42.4 tok/s)"
    without     = ["suite.throughput.n512", "suite.throughput.n512-tp2"]
    environment {
      variables = {
        GGML_SYCL_ASYNC_PEER_COPY    = null
        GGML_SYCL_COMM_ALLREDUCE     = "1"
        GGML_SYCL_COMM_SINGLE_KERNEL = "1"
        GGML_SYCL_DISABLE_DNN        = null
        GGML_SYCL_DISABLE_GRAPH      = null
        GGML_SYCL_DISABLE_OPT        = null
        GGML_SYCL_PRIORITIZE_DMMV    = null
        GGML_SYCL_Q8_CACHE           = "1"
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
        "llama-bench", "-m", "${model}", "-dev", "SYCL0/SYCL1/SYCL2", "-sm", "tensor", "-ts", "1/1/1",
        "-p", "512", "-n", "512", "-r", "3", "-ngl", "99", "-fa", "1", "-ub", "32", "-o", "jsonl",
      ]
      variables = {
        ONEAPI_DEVICE_SELECTOR = "level_zero:2,1,3"
      }
      shape {
        prompt = 512
        output = 512
      }
      repeats = 3
    }
    suite "throughput" "p512n512-tp2" {
      needs {
        gpus = 2
        gpu  = "8086:e223"
      }
      model  = model.qwen36_27b_q4_0
      runner = "llama-bench"
      command = [
        "llama-bench", "-m", "${model}", "-dev", "SYCL0/SYCL1", "-sm", "tensor", "-ts", "1/1", "-p", "512",
        "-n", "512", "-r", "3", "-ngl", "99", "-fa", "1", "-ub", "32", "-o", "jsonl",
      ]
      variables = {
        ONEAPI_DEVICE_SELECTOR = "level_zero:0,3"
      }
      shape {
        prompt = 512
        output = 512
      }
      repeats = 3
    }
  }

  variant "mmvq2" {
    description = "05-06: fused MMVQ2 (46.194 tok/s; four cards in equal parts 34.929)"
    without     = ["suite.throughput.n512", "suite.throughput.n512-tp2"]
    environment {
      variables = {
        GGML_META_FUSE_ALLREDUCE_ADD = "1"
        GGML_SYCL_ASYNC_CPY_TENSOR   = "0"
        GGML_SYCL_ASYNC_PEER_COPY    = "1"
        GGML_SYCL_COMM_ALLREDUCE     = "1"
        GGML_SYCL_COMM_EVENT_BARRIER = "1"
        GGML_SYCL_COMM_SINGLE_KERNEL = "1"
        GGML_SYCL_COMM_SYNC_AFTER    = "2"
        GGML_SYCL_DISABLE_GRAPH      = null
        GGML_SYCL_DISABLE_OPT        = null
        GGML_SYCL_FUSE_MMVQ2         = "1"
        GGML_SYCL_PRIORITIZE_DMMV    = null
        GGML_SYCL_Q8_CACHE           = "1"
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
        "llama-bench", "-m", "${model}", "-dev", "SYCL0/SYCL1/SYCL2", "-ngl", "99", "-sm", "tensor",
        "-ts", "1/1/1", "-fa", "1", "-ub", "32", "-ctk", "f16", "-ctv", "f16", "-t", "8", "-p", "512",
        "-n", "512", "-r", "3", "--poll", "50", "-o", "jsonl",
      ]
      variables = {
        ONEAPI_DEVICE_SELECTOR = "level_zero:2,1,3"
      }
      shape {
        prompt = 512
        output = 512
      }
      repeats = 3
    }
    suite "throughput" "p512n512-tp4" {
      needs {
        gpus = 4
        gpu  = "8086:e223"
      }
      model  = model.qwen36_27b_q4_0
      runner = "llama-bench"
      command = [
        "llama-bench", "-m", "${model}", "-dev", "SYCL0/SYCL1/SYCL2/SYCL3", "-ngl", "99", "-sm", "tensor",
        "-ts", "1/1/1/1", "-fa", "1", "-ub", "32", "-ctk", "f16", "-ctv", "f16", "-t", "8", "-p", "512",
        "-n", "512", "-r", "3", "--poll", "50", "-o", "jsonl",
      ]
      variables = {
        ONEAPI_DEVICE_SELECTOR = "level_zero:2,1,3,0"
      }
      shape {
        prompt = 512
        output = 512
      }
      repeats = 3
    }
  }

  variant "swiglu" {
    description = "05-06: fused MMVQ2 and SwiGLU (46.805 tok/s)"
    without     = ["suite.throughput.n512", "suite.throughput.n512-tp2"]
    environment {
      variables = {
        GGML_META_FUSE_ALLREDUCE_ADD = "1"
        GGML_SYCL_ASYNC_CPY_TENSOR   = "0"
        GGML_SYCL_ASYNC_PEER_COPY    = "1"
        GGML_SYCL_COMM_ALLREDUCE     = "1"
        GGML_SYCL_COMM_EVENT_BARRIER = "1"
        GGML_SYCL_COMM_SINGLE_KERNEL = "1"
        GGML_SYCL_COMM_SYNC_AFTER    = "2"
        GGML_SYCL_DISABLE_GRAPH      = null
        GGML_SYCL_DISABLE_OPT        = null
        GGML_SYCL_FUSE_MMVQ2         = "1"
        GGML_SYCL_FUSE_MMVQ2_SWIGLU  = "1"
        GGML_SYCL_PRIORITIZE_DMMV    = null
        GGML_SYCL_Q8_CACHE           = "1"
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
        "llama-bench", "-m", "${model}", "-dev", "SYCL2/SYCL1/SYCL3", "-ngl", "99", "-sm", "tensor",
        "-ts", "1/1/1", "-mg", "0", "-fa", "1", "-p", "512", "-n", "512", "-b", "2048", "-ub", "128",
        "-r", "2", "-o", "jsonl",
      ]
      shape {
        prompt = 512
        output = 512
      }
      repeats = 2
    }
  }

  variant "rms-norm-mul" {
    description = "05-06: fused RMS_NORM and scale (49.366 tok/s; two cards 42.106, one 24.960)"
    without     = ["suite.throughput.n512", "suite.throughput.n512-tp2"]
    environment {
      variables = {
        GGML_META_FUSE_ALLREDUCE_ADD = "1"
        GGML_SYCL_ASYNC_CPY_TENSOR   = null
        GGML_SYCL_ASYNC_PEER_COPY    = null
        GGML_SYCL_COMM_ALLREDUCE     = "1"
        GGML_SYCL_COMM_EVENT_BARRIER = "1"
        GGML_SYCL_COMM_SINGLE_KERNEL = "1"
        GGML_SYCL_COMM_SYNC_AFTER    = "2"
        GGML_SYCL_DISABLE_GRAPH      = null
        GGML_SYCL_DISABLE_OPT        = null
        GGML_SYCL_FUSE_MMVQ2         = "1"
        GGML_SYCL_FUSE_MMVQ2_SWIGLU  = "1"
        GGML_SYCL_FUSE_RMS_NORM_MUL  = "1"
        GGML_SYCL_PRIORITIZE_DMMV    = null
        GGML_SYCL_Q8_CACHE           = "1"
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
        "llama-bench", "-m", "${model}", "-dev", "SYCL2/SYCL1/SYCL3", "-ngl", "99", "-sm", "tensor",
        "-ts", "1/1/1", "-fa", "1", "-ub", "128", "-ctk", "f16", "-ctv", "f16", "-t", "8", "-p", "512",
        "-n", "512", "-r", "3", "--poll", "50", "-o", "jsonl",
      ]
      shape {
        prompt = 512
        output = 512
      }
      repeats = 3
    }
    suite "throughput" "p512n512-tp2" {
      needs {
        gpus = 2
        gpu  = "8086:e223"
      }
      model  = model.qwen36_27b_q4_0
      runner = "llama-bench"
      command = [
        "llama-bench", "-m", "${model}", "-dev", "SYCL2/SYCL1", "-ngl", "99", "-sm", "tensor", "-ts", "1/1",
        "-fa", "1", "-ub", "128", "-ctk", "f16", "-ctv", "f16", "-t", "8", "-p", "512", "-n", "512",
        "-r", "3", "--poll", "50", "-o", "jsonl",
      ]
      shape {
        prompt = 512
        output = 512
      }
      repeats = 3
    }
  }
}
