# Written by "cairn lock qwen36-q4-tp3-fused-ba". Never edit it: run that again.

format       = 1
stack        = "qwen36-q4-tp3-fused-ba"
layer_format = "cairn-layer-v1"
definition   = "sha256:a7e9f0eb586f3cd3ba2738f0b8cb6517f53cbde5af2dee5ab5d519efe5cb6b86"

attributes = {
  "archive.lab.git"                                            = "https://github.com/steveseguin/llm-optimizations.git"
  "archive.lab.revision"                                       = "ec9dd0ef1e56a72d0314924516b4f1a0e80fd668"
  "component.llama.build.cmake.driver"                         = "cmake"
  "component.llama.build.cmake.isa"                            = "x86-64-v3"
  "component.llama.build.cmake.memory"                         = "4294967296"
  "component.llama.build.cmake.options.CMAKE_BUILD_TYPE"       = "Release"
  "component.llama.build.cmake.options.CMAKE_CXX_COMPILER"     = "icpx"
  "component.llama.build.cmake.options.CMAKE_C_COMPILER"       = "icx"
  "component.llama.build.cmake.options.GGML_AVX"               = "ON"
  "component.llama.build.cmake.options.GGML_AVX2"              = "ON"
  "component.llama.build.cmake.options.GGML_BMI2"              = "ON"
  "component.llama.build.cmake.options.GGML_CCACHE"            = "OFF"
  "component.llama.build.cmake.options.GGML_F16C"              = "ON"
  "component.llama.build.cmake.options.GGML_FMA"               = "ON"
  "component.llama.build.cmake.options.GGML_NATIVE"            = "OFF"
  "component.llama.build.cmake.options.GGML_SSE42"             = "ON"
  "component.llama.build.cmake.options.GGML_SYCL"              = "ON"
  "component.llama.build.cmake.options.GGML_SYCL_DEVICE_ARCH"  = "intel_gpu_bmg_g31"
  "component.llama.build.cmake.options.GGML_SYCL_DNN"          = "OFF"
  "component.llama.build.cmake.options.LLAMA_BUILD_EXAMPLES"   = "OFF"
  "component.llama.build.cmake.options.LLAMA_BUILD_SERVER"     = "OFF"
  "component.llama.build.cmake.options.LLAMA_BUILD_TESTS"      = "OFF"
  "component.llama.build.cmake.options.LLAMA_BUILD_WEBUI"      = "OFF"
  "component.llama.build.cmake.options.LLAMA_OPENSSL"          = "OFF"
  "component.llama.build.cmake.targets"                        = "[\"llama-bench\",\"llama-completion\"]"
  "component.llama.build.cmake.toolchain"                      = "oneapi_2026_0"
  "component.llama.builds"                                     = "[\"cmake\"]"
  "component.llama.patch.fused-beta-alpha.archive"             = "lab"
  "component.llama.patch.fused-beta-alpha.path"                = "patches/llama-cpp-qwen35-fused-beta-alpha-experimental-20260507.patch.gz.b64"
  "component.llama.patch.fused-beta-alpha.sha256"              = "sha256:7a19e61fa0bc9923e1b0bb6f4e0ea4404fe402f54d9411a6cbb5fb2118226ac3"
  "component.llama.patch.guardfix.archive"                     = "lab"
  "component.llama.patch.guardfix.except"                      = "[\"ggml/src/ggml-backend-meta.cpp\",\"src/llama-model.cpp\"]"
  "component.llama.patch.guardfix.path"                        = "patches/llama-cpp-sycl-q4-current-guardfix-20260507.patch.gz.b64"
  "component.llama.patch.guardfix.sha256"                      = "sha256:8844319c697338e966422572b363bc817541423b3a986bebe43d68ec060a63ed"
  "component.llama.patches"                                    = "[\"guardfix\",\"fused-beta-alpha\"]"
  "component.llama.source.exclude"                             = "[\"models/ggml-vocab-*.gguf\",\"tools/server/public/bundle.js\"]"
  "component.llama.source.revision"                            = "db44417b027cff147f7de85e7da22bc6a3a804fb"
  "component.llama.source.upstream"                            = "llama_cpp"
  "components"                                                 = "[\"llama\"]"
  "distro.noble.apt"                                           = "[\"ubuntu\",\"updates\",\"oneapi\"]"
  "distro.noble.apt.oneapi.components"                         = "[\"main\"]"
  "distro.noble.apt.oneapi.fingerprint"                        = "E9BF0AFC46D6E8B7DA5882F1BAC6F0C353D04109"
  "distro.noble.apt.oneapi.suite"                              = "all"
  "distro.noble.apt.oneapi.url"                                = "https://apt.repos.intel.com/oneapi"
  "distro.noble.apt.ubuntu.components"                         = "[\"main\",\"universe\"]"
  "distro.noble.apt.ubuntu.fingerprint"                        = "F6ECB3762474EDA9D21B7022871920D1991BC93C"
  "distro.noble.apt.ubuntu.suite"                              = "noble"
  "distro.noble.apt.ubuntu.url"                                = "https://snapshot.ubuntu.com/ubuntu/20260507T000000Z"
  "distro.noble.apt.updates.components"                        = "[\"main\",\"universe\"]"
  "distro.noble.apt.updates.fingerprint"                       = "F6ECB3762474EDA9D21B7022871920D1991BC93C"
  "distro.noble.apt.updates.suite"                             = "noble-updates"
  "distro.noble.apt.updates.url"                               = "https://snapshot.ubuntu.com/ubuntu/20260507T000000Z"
  "environment.variables.GGML_META_FUSE_ALLREDUCE_ADD"         = "1"
  "environment.variables.GGML_META_FUSE_ALLREDUCE_GET_ROWS"    = "1"
  "environment.variables.GGML_SYCL_ASYNC_CPY_TENSOR"           = "0"
  "environment.variables.GGML_SYCL_ASYNC_PEER_COPY"            = "1"
  "environment.variables.GGML_SYCL_COMM_ALLREDUCE"             = "1"
  "environment.variables.GGML_SYCL_COMM_EVENT_BARRIER"         = "1"
  "environment.variables.GGML_SYCL_COMM_FUSEADD_ROOT_RESIDUAL" = "0"
  "environment.variables.GGML_SYCL_COMM_SINGLE_KERNEL"         = "1"
  "environment.variables.GGML_SYCL_COMM_SYNC_AFTER"            = "2"
  "environment.variables.GGML_SYCL_DISABLE_DNN"                = "1"
  "environment.variables.GGML_SYCL_FORCE_MMVQ_Q4_1"            = "0"
  "environment.variables.GGML_SYCL_FUSE_MMVQ2"                 = "1"
  "environment.variables.GGML_SYCL_FUSE_MMVQ2_SWIGLU"          = "1"
  "environment.variables.GGML_SYCL_FUSE_RMS_NORM_MUL"          = "1"
  "environment.variables.GGML_SYCL_Q8_CACHE"                   = "1"
  "model.qwen36_27b_q4_0_fused_ba.file"                        = "Qwen3.6-27B-Q4_0-fused-ba.gguf"
  "suite.throughput.p512n512.command"                          = "sha256:df4acbaa802e7834a7b2d905d5d8fd22676f3ec5a0b227e915060c203759ed18 (244 bytes)"
  "suite.throughput.p512n512.model"                            = "qwen36_27b_q4_0_fused_ba"
  "suite.throughput.p512n512.needs.gpu"                        = "8086:e223"
  "suite.throughput.p512n512.needs.gpus"                       = "3"
  "suite.throughput.p512n512.repeats"                          = "3"
  "suite.throughput.p512n512.runner"                           = "llama-bench"
  "suite.throughput.p512n512.shape.output"                     = "512"
  "suite.throughput.p512n512.shape.prompt"                     = "512"
  "suites"                                                     = "[\"throughput.p512n512\"]"
  "toolchain.oneapi_2026_0.distro"                             = "noble"
  "toolchain.oneapi_2026_0.kind"                               = "oneapi"
  "toolchain.oneapi_2026_0.oneapi.version"                     = "2026.0"
  "toolchain.oneapi_2026_0.packages"                           = "[\"cmake\",\"g++\",\"intel-oneapi-compiler-dpcpp-cpp-2026.0\",\"intel-oneapi-mkl-devel-2026.0\",\"ninja-build\"]"
  "upstream.llama_cpp.git"                                     = "https://github.com/ggml-org/llama.cpp.git"
  "variants"                                                   = "[\"root-residual\"]"
}

component "llama" {
  upstream = "llama_cpp"
  git      = "https://github.com/ggml-org/llama.cpp.git"
  commit   = "db44417b027cff147f7de85e7da22bc6a3a804fb"
  tree     = "b7ce3a69128c2d4915ecf49ac7b7930801c304dc"
  exclude = [
    "models/ggml-vocab-*.gguf",
    "tools/server/public/bundle.js",
  ]

  patch "guardfix" {
    sha256         = "sha256:8844319c697338e966422572b363bc817541423b3a986bebe43d68ec060a63ed"
    decoded_sha256 = "sha256:4468e49a99b351c7ea379e4ba9127a01da784ccbd67ef39552a503b6f097d354"
    tree           = "5148eb02058ab751cb0e994d2606a1fc0799feea"
  }

  patch "fused-beta-alpha" {
    sha256         = "sha256:7a19e61fa0bc9923e1b0bb6f4e0ea4404fe402f54d9411a6cbb5fb2118226ac3"
    decoded_sha256 = "sha256:df786dd95dee04f072029ddcc1f054c2816b339d0d76c433fa86eda49a5054aa"
    tree           = "f3041d5693eadec404bd67e83b17f9b1194b1865"
  }
}

toolchain "oneapi_2026_0" {
  kind    = "oneapi"
  pending = "not reached when it was locked: https://snapshot.ubuntu.com/ubuntu/20260507T000000Z/dists/noble, https://snapshot.ubuntu.com/ubuntu/20260507T000000Z/dists/noble-updates, https://apt.repos.intel.com/oneapi/dists/all"
}

variant "root-residual" {
  definition = "sha256:048090d72edd65f3175251d64c152d0262d7aba09717d5b045ba95369bf0d772"

  attributes = {
    "environment.variables.GGML_SYCL_COMM_FUSEADD_ROOT_RESIDUAL" = "1"
  }
}
