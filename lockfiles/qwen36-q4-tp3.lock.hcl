# Written by "cairn lock qwen36-q4-tp3". Never edit it: run that again.

format       = 1
stack        = "qwen36-q4-tp3"
layer_format = "cairn-layer-v1"
definition   = "sha256:cc5c2d5a68b970affff68e90e00fa52ff48327c8119fa16b93691fbebaa4f383"

attributes = {
  "archive.lab.git"                                           = "https://github.com/steveseguin/llm-optimizations.git"
  "archive.lab.revision"                                      = "ec9dd0ef1e56a72d0314924516b4f1a0e80fd668"
  "component.llama.build.cmake.driver"                        = "cmake"
  "component.llama.build.cmake.isa"                           = "x86-64-v3"
  "component.llama.build.cmake.memory"                        = "4294967296"
  "component.llama.build.cmake.options.CMAKE_BUILD_TYPE"      = "Release"
  "component.llama.build.cmake.options.CMAKE_CXX_COMPILER"    = "icpx"
  "component.llama.build.cmake.options.CMAKE_C_COMPILER"      = "icx"
  "component.llama.build.cmake.options.GGML_AVX"              = "ON"
  "component.llama.build.cmake.options.GGML_AVX2"             = "ON"
  "component.llama.build.cmake.options.GGML_BMI2"             = "ON"
  "component.llama.build.cmake.options.GGML_CCACHE"           = "OFF"
  "component.llama.build.cmake.options.GGML_F16C"             = "ON"
  "component.llama.build.cmake.options.GGML_FMA"              = "ON"
  "component.llama.build.cmake.options.GGML_NATIVE"           = "OFF"
  "component.llama.build.cmake.options.GGML_SSE42"            = "ON"
  "component.llama.build.cmake.options.GGML_SYCL"             = "ON"
  "component.llama.build.cmake.options.GGML_SYCL_DEVICE_ARCH" = "intel_gpu_bmg_g31"
  "component.llama.build.cmake.options.GGML_SYCL_DNN"         = "OFF"
  "component.llama.build.cmake.options.LLAMA_BUILD_EXAMPLES"  = "OFF"
  "component.llama.build.cmake.options.LLAMA_BUILD_SERVER"    = "OFF"
  "component.llama.build.cmake.options.LLAMA_BUILD_TESTS"     = "OFF"
  "component.llama.build.cmake.options.LLAMA_BUILD_WEBUI"     = "OFF"
  "component.llama.build.cmake.options.LLAMA_OPENSSL"         = "OFF"
  "component.llama.build.cmake.targets"                       = "[\"llama-bench\",\"llama-completion\"]"
  "component.llama.build.cmake.toolchain"                     = "oneapi_2026_0"
  "component.llama.builds"                                    = "[\"cmake\"]"
  "component.llama.patch.guardfix.archive"                    = "lab"
  "component.llama.patch.guardfix.path"                       = "patches/llama-cpp-sycl-q4-current-guardfix-20260507.patch.gz.b64"
  "component.llama.patch.guardfix.sha256"                     = "sha256:8844319c697338e966422572b363bc817541423b3a986bebe43d68ec060a63ed"
  "component.llama.patches"                                   = "[\"guardfix\"]"
  "component.llama.source.exclude"                            = "[\"models/ggml-vocab-*.gguf\",\"tools/server/public/bundle.js\"]"
  "component.llama.source.revision"                           = "db44417b027cff147f7de85e7da22bc6a3a804fb"
  "component.llama.source.upstream"                           = "llama_cpp"
  "components"                                                = "[\"llama\"]"
  "distro.noble.apt"                                          = "[\"ubuntu\",\"updates\",\"oneapi\"]"
  "distro.noble.apt.oneapi.components"                        = "[\"main\"]"
  "distro.noble.apt.oneapi.fingerprint"                       = "E9BF0AFC46D6E8B7DA5882F1BAC6F0C353D04109"
  "distro.noble.apt.oneapi.suite"                             = "all"
  "distro.noble.apt.oneapi.url"                               = "https://apt.repos.intel.com/oneapi"
  "distro.noble.apt.ubuntu.components"                        = "[\"main\",\"universe\"]"
  "distro.noble.apt.ubuntu.fingerprint"                       = "F6ECB3762474EDA9D21B7022871920D1991BC93C"
  "distro.noble.apt.ubuntu.suite"                             = "noble"
  "distro.noble.apt.ubuntu.url"                               = "https://snapshot.ubuntu.com/ubuntu/20260507T000000Z"
  "distro.noble.apt.updates.components"                       = "[\"main\",\"universe\"]"
  "distro.noble.apt.updates.fingerprint"                      = "F6ECB3762474EDA9D21B7022871920D1991BC93C"
  "distro.noble.apt.updates.suite"                            = "noble-updates"
  "distro.noble.apt.updates.url"                              = "https://snapshot.ubuntu.com/ubuntu/20260507T000000Z"
  "environment.variables.GGML_META_FUSE_ALLREDUCE_ADD"        = "1"
  "environment.variables.GGML_META_FUSE_ALLREDUCE_GET_ROWS"   = "1"
  "environment.variables.GGML_SYCL_ASYNC_CPY_TENSOR"          = "0"
  "environment.variables.GGML_SYCL_ASYNC_PEER_COPY"           = "1"
  "environment.variables.GGML_SYCL_COMM_ALLREDUCE"            = "1"
  "environment.variables.GGML_SYCL_COMM_EVENT_BARRIER"        = "1"
  "environment.variables.GGML_SYCL_COMM_SINGLE_KERNEL"        = "1"
  "environment.variables.GGML_SYCL_COMM_SYNC_AFTER"           = "2"
  "environment.variables.GGML_SYCL_DISABLE_DNN"               = "1"
  "environment.variables.GGML_SYCL_FUSE_MMVQ2"                = "1"
  "environment.variables.GGML_SYCL_FUSE_MMVQ2_SWIGLU"         = "1"
  "environment.variables.GGML_SYCL_FUSE_RMS_NORM_MUL"         = "1"
  "environment.variables.GGML_SYCL_Q8_CACHE"                  = "1"
  "model.qwen36_27b_q4_0.file"                                = "Qwen3.6-27B-Q4_0.gguf"
  "suite.throughput.p512n512.command"                         = "sha256:ee8917cba9d1fe6582ae2b12b8a0491652c79e69b0c9e30e400f88b7cc3b1d54 (235 bytes)"
  "suite.throughput.p512n512.model"                           = "qwen36_27b_q4_0"
  "suite.throughput.p512n512.needs.gpu"                       = "8086:e223"
  "suite.throughput.p512n512.needs.gpus"                      = "3"
  "suite.throughput.p512n512.repeats"                         = "3"
  "suite.throughput.p512n512.runner"                          = "llama-bench"
  "suite.throughput.p512n512.shape.output"                    = "512"
  "suite.throughput.p512n512.shape.prompt"                    = "512"
  "suites"                                                    = "[\"throughput.p512n512\"]"
  "toolchain.oneapi_2026_0.distro"                            = "noble"
  "toolchain.oneapi_2026_0.kind"                              = "oneapi"
  "toolchain.oneapi_2026_0.oneapi.version"                    = "2026.0"
  "toolchain.oneapi_2026_0.packages"                          = "[\"cmake\",\"g++\",\"intel-oneapi-compiler-dpcpp-cpp-2026.0\",\"intel-oneapi-mkl-devel-2026.0\",\"ninja-build\"]"
  "upstream.llama_cpp.git"                                    = "https://github.com/ggml-org/llama.cpp.git"
  "variants"                                                  = "[\"cpu\"]"
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
    tree           = "2085453bf535467df96f295e1030a04089d6e024"
  }
}

toolchain "oneapi_2026_0" {
  kind    = "oneapi"
  pending = "this version of cairn does not lock closures of packages"
}

variant "cpu" {
  definition = "sha256:4d8a5ef27b50d6bd8695fa9547c887c4c824e11ae34d1d95f3dd2ce2420a7d8c"
  without = [
    "component.llama.build.cmake.options.GGML_SYCL_DEVICE_ARCH",
    "component.llama.build.cmake.options.GGML_SYCL_DNN",
    "distro.noble.apt",
    "distro.noble.apt.oneapi.components",
    "distro.noble.apt.oneapi.fingerprint",
    "distro.noble.apt.oneapi.suite",
    "distro.noble.apt.oneapi.url",
    "distro.noble.apt.ubuntu.components",
    "distro.noble.apt.ubuntu.fingerprint",
    "distro.noble.apt.ubuntu.suite",
    "distro.noble.apt.ubuntu.url",
    "distro.noble.apt.updates.components",
    "distro.noble.apt.updates.fingerprint",
    "distro.noble.apt.updates.suite",
    "distro.noble.apt.updates.url",
    "environment.variables.GGML_META_FUSE_ALLREDUCE_ADD",
    "environment.variables.GGML_META_FUSE_ALLREDUCE_GET_ROWS",
    "environment.variables.GGML_SYCL_ASYNC_CPY_TENSOR",
    "environment.variables.GGML_SYCL_ASYNC_PEER_COPY",
    "environment.variables.GGML_SYCL_COMM_ALLREDUCE",
    "environment.variables.GGML_SYCL_COMM_EVENT_BARRIER",
    "environment.variables.GGML_SYCL_COMM_SINGLE_KERNEL",
    "environment.variables.GGML_SYCL_COMM_SYNC_AFTER",
    "environment.variables.GGML_SYCL_DISABLE_DNN",
    "environment.variables.GGML_SYCL_FUSE_MMVQ2",
    "environment.variables.GGML_SYCL_FUSE_MMVQ2_SWIGLU",
    "environment.variables.GGML_SYCL_FUSE_RMS_NORM_MUL",
    "environment.variables.GGML_SYCL_Q8_CACHE",
    "model.qwen36_27b_q4_0.file",
    "suite.throughput.p512n512.command",
    "suite.throughput.p512n512.model",
    "suite.throughput.p512n512.needs.gpu",
    "suite.throughput.p512n512.needs.gpus",
    "suite.throughput.p512n512.repeats",
    "suite.throughput.p512n512.runner",
    "suite.throughput.p512n512.shape.output",
    "suite.throughput.p512n512.shape.prompt",
    "toolchain.oneapi_2026_0.*",
    "toolchain.oneapi_2026_0.distro",
    "toolchain.oneapi_2026_0.kind",
    "toolchain.oneapi_2026_0.oneapi.version",
    "toolchain.oneapi_2026_0.packages",
  ]

  attributes = {
    "component.llama.build.cmake.memory"                     = "2147483648"
    "component.llama.build.cmake.options.BUILD_SHARED_LIBS"  = "OFF"
    "component.llama.build.cmake.options.CMAKE_CXX_COMPILER" = "g++"
    "component.llama.build.cmake.options.CMAKE_C_COMPILER"   = "gcc"
    "component.llama.build.cmake.options.GGML_OPENMP"        = "OFF"
    "component.llama.build.cmake.options.GGML_SYCL"          = "OFF"
    "component.llama.build.cmake.toolchain"                  = "host"
    "model.smollm2_135m.file"                                = "SmolLM2-135M-Instruct.Q4_1.gguf"
    "model.smollm2_135m.sha256"                              = "sha256:b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53"
    "model.smollm2_135m.size"                                = "98362432"
    "suite.quality.greedy.gate.n48.command"                  = "sha256:ce811ad60f66860059e34ca67ed9042db00f6e31235bae83b66ceded427eaca8 (216 bytes)"
    "suite.quality.greedy.gate.n48.expect.contains"          = "[\"Paris\"]"
    "suite.quality.greedy.gate.n48.expect.identical"         = "true"
    "suite.quality.greedy.gate.n48.repeats"                  = "2"
    "suite.quality.greedy.gate.n48.runner"                   = "llama-completion"
    "suite.quality.greedy.gates"                             = "[\"n48\"]"
    "suite.quality.greedy.model"                             = "smollm2_135m"
    "suite.throughput.p512n128.command"                      = "[\"llama-bench\",\"-m\",\"/models/SmolLM2-135M-Instruct.Q4_1.gguf\",\"-t\",\"2\",\"-p\",\"512\",\"-n\",\"128\",\"-r\",\"3\",\"-o\",\"jsonl\"]"
    "suite.throughput.p512n128.model"                        = "smollm2_135m"
    "suite.throughput.p512n128.repeats"                      = "3"
    "suite.throughput.p512n128.runner"                       = "llama-bench"
    "suite.throughput.p512n128.shape.output"                 = "128"
    "suite.throughput.p512n128.shape.prompt"                 = "512"
    "suites"                                                 = "[\"quality.greedy\",\"throughput.p512n128\"]"
    "toolchain.host.host.programs"                           = "[\"cmake\",\"g++\",\"gcc\",\"ninja\"]"
    "toolchain.host.kind"                                    = "host"
  }

  toolchain "host" {
    kind   = "host"
    impure = true
  }
}
