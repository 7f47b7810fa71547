# What was tried on llama.cpp and not kept: each patch by itself, in the variant of
# its name. The last three cannot be applied as they are stored.

stack "llama-cpp-screens" {
  description = "patches of the lab that were tried on llama.cpp db44417b and not kept"

  component "llama" {
    source {
      upstream = upstream.llama_cpp
      revision = "db44417b027cff147f7de85e7da22bc6a3a804fb"
      exclude = [
        "models/ggml-vocab-*.gguf",
        "tools/server/public/bundle.js",
      ]
    }

    patch "vdr4" {
      archive  = archive.lab
      path     = "patches/llama-cpp-sycl-q4-vdr4-experiment-current-20260506.patch.gz.b64"
      sha256   = "0ad80d77e234f3af0d380f116da134631e20570036c32c58267cd715e08e0c21"
      when     = ["vdr4"]
      origin   = "unofficial"
      standing = "negative"
      reason   = "four values a step in the reordered Q4_0 kernel: slower"
    }

    patch "layout-lookahead" {
      archive  = archive.lab
      path     = "patches/llama-cpp-sycl-q4-layout-lookahead-mixed-current-20260507.patch.gz.b64"
      sha256   = "9596b0034540db80db0522f328c9510078c65821e389f0f9ae94a0b8e16cc072"
      when     = ["layout-lookahead"]
      origin   = "unofficial"
      standing = "negative"
      reason   = "mixed layout with lookahead: slower"
    }

    patch "mul-mat-add" {
      archive  = archive.lab
      path     = "patches/llama-cpp-sycl-meta-mulmat-add-diagnostic-current-20260506.patch.gz.b64"
      sha256   = "6a673bd43c04855f07fb484a4c9201512dedefdfbdf62edc75c46f367ab39df9"
      when     = ["mul-mat-add"]
      origin   = "unofficial"
      standing = "diagnostic"
      reason   = "a hook of the scheduler for MUL_MAT, allreduce and ADD"
    }

    patch "active-device-row-split" {
      archive  = archive.lab
      path     = "patches/llama-cpp-active-device-row-split-current-20260506.patch"
      sha256   = "c22fac2428ac715cb980e6ad98831f1a5e1b408a72f350fab83b81b1b0151cdd"
      when     = ["active-device-row-split"]
      origin   = "unofficial"
      standing = "diagnostic"
      reason   = "maps a subset of the cards to the row split; the tensor split stays well (45.065 tok/s), row split itself ends in DEVICE_LOST"
    }

    patch "openvino-vulkan" {
      archive  = archive.lab
      path     = "patches/llama-b70-openvino-vulkan.patch"
      sha256   = "8303b3dfea285e95aee04e9f60c5f9ae3eceb4b4ba9f261e9b40312deb55c32c"
      when     = ["openvino-vulkan"]
      origin   = "unofficial"
      standing = "negative"
      reason   = "the OpenVINO and Vulkan exploration; its CMakeLists.txt comes from a slightly different tree, and whether the Vulkan runs had it is not stated"
    }

    patch "q4-1-mmvq" {
      archive  = archive.lab
      path     = "patches/llama-cpp-sycl-q4_1-mmvq-experiment-20260507.patch"
      sha256   = "ddd36819f47e33e29247edbfd071d633a3d0ff074ef581acb241c045d27dadac"
      origin   = "unofficial"
      standing = "negative"
      reason   = "MMVQ for Q4_1: slower; a sketch, hunks without line numbers"
    }

    patch "allreduce-max-bytes" {
      archive  = archive.lab
      path     = "patches/llama-cpp-meta-allreduce-max-bytes-20260506.patch"
      sha256   = "ee5cf3e9c5972891587dd98742b94c81b4bf890568c3bd0334b2479f5f5b74ca"
      origin   = "unofficial"
      standing = "diagnostic"
      reason   = "a bound on what the fused allreduce takes; a sketch"
    }

    patch "mul-mat-id-guard" {
      archive  = archive.lab
      path     = "patches/llama-cpp-sycl-minimax-mulmatid-guard.patch"
      sha256   = "7260bc0a01739096fa978c1e97be4b7c6baa385f015ca246aafec606bebc0d8e"
      origin   = "unofficial"
      standing = "diagnostic"
      reason   = "masks MUL_MAT_ID on split buffers, which only moved the failure to the allocation of buffers; a sketch"
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
      targets = ["llama-bench"]
      memory  = "4GiB"
    }
  }

  unknown "cmake configure line" {
    reason = "the archive never recorded it; the options here are what its notes say of the build's cache, and whether GGML_SYCL_F16 was set is not among them"
  }
  unknown "patch level of oneAPI 2026.0" {
    reason = "the archive says 2026.0.0 and libdnnl.so.3.11, nothing finer"
  }

  variant "vdr4" {
    description = "four values a step in the reordered Q4_0 kernel: slower"
  }

  variant "layout-lookahead" {
    description = "mixed layout with lookahead: slower"
  }

  variant "mul-mat-add" {
    description = "a hook of the scheduler for MUL_MAT, allreduce and ADD"
  }

  variant "active-device-row-split" {
    description = "maps a subset of the cards to the row split; the tensor split stays well (45.065 tok/s), row split itself ends in DEVICE_LOST"
  }

  variant "openvino-vulkan" {
    description = "the OpenVINO and Vulkan exploration; its CMakeLists.txt comes from a slightly different tree, and whether the Vulkan runs had it is not stated"
  }
}
