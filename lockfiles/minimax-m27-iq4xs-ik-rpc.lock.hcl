# Written by "cairn lock minimax-m27-iq4xs-ik-rpc". Never edit it: run that again.

format       = 1
stack        = "minimax-m27-iq4xs-ik-rpc"
layer_format = "cairn-layer-v1"
definition   = "sha256:36f2a85f61d31a3df9fb381ddb5829997f97f4e05c4c2ea7814de5034365b201"

attributes = {
  "archive.lab.git"                                              = "https://github.com/steveseguin/llm-optimizations.git"
  "archive.lab.revision"                                         = "ec9dd0ef1e56a72d0314924516b4f1a0e80fd668"
  "component.ik.build.client.driver"                             = "cmake"
  "component.ik.build.client.isa"                                = "x86-64-v3"
  "component.ik.build.client.memory"                             = "2147483648"
  "component.ik.build.client.options.CMAKE_BUILD_TYPE"           = "Release"
  "component.ik.build.client.options.GGML_AVX"                   = "ON"
  "component.ik.build.client.options.GGML_AVX2"                  = "ON"
  "component.ik.build.client.options.GGML_F16C"                  = "ON"
  "component.ik.build.client.options.GGML_FMA"                   = "ON"
  "component.ik.build.client.options.GGML_NATIVE"                = "OFF"
  "component.ik.build.client.options.GGML_RPC"                   = "ON"
  "component.ik.build.client.targets"                            = "[\"llama-bench\"]"
  "component.ik.build.client.toolchain"                          = "oneapi_2026_0"
  "component.ik.build.rpc-server.driver"                         = "cmake"
  "component.ik.build.rpc-server.isa"                            = "x86-64-v3"
  "component.ik.build.rpc-server.memory"                         = "4294967296"
  "component.ik.build.rpc-server.options.CMAKE_BUILD_TYPE"       = "Release"
  "component.ik.build.rpc-server.options.CMAKE_CXX_COMPILER"     = "icpx"
  "component.ik.build.rpc-server.options.CMAKE_C_COMPILER"       = "icx"
  "component.ik.build.rpc-server.options.GGML_AVX"               = "ON"
  "component.ik.build.rpc-server.options.GGML_AVX2"              = "ON"
  "component.ik.build.rpc-server.options.GGML_F16C"              = "ON"
  "component.ik.build.rpc-server.options.GGML_FMA"               = "ON"
  "component.ik.build.rpc-server.options.GGML_NATIVE"            = "OFF"
  "component.ik.build.rpc-server.options.GGML_RPC"               = "ON"
  "component.ik.build.rpc-server.options.GGML_SYCL"              = "ON"
  "component.ik.build.rpc-server.targets"                        = "[\"rpc-server\"]"
  "component.ik.build.rpc-server.toolchain"                      = "oneapi_2026_0"
  "component.ik.builds"                                          = "[\"rpc-server\",\"client\"]"
  "component.ik.patch.device-map-and-graphsplit.archive"         = "lab"
  "component.ik.patch.device-map-and-graphsplit.path"            = "patches/ik-llama-minimax-rpc-device-map-and-graphsplit-20260508.patch"
  "component.ik.patch.device-map-and-graphsplit.sha256"          = "sha256:fcc639b4058bae427e1bf6d531f86dadb232bd2eddec30c9e4e3deb75f19147d"
  "component.ik.patch.device-map-and-graphsplit.when"            = "[\"base\"]"
  "component.ik.patch.rpc-sycl.archive"                          = "lab"
  "component.ik.patch.rpc-sycl.path"                             = "patches/ik-llama-minimax-rpc-sycl-20260507.patch"
  "component.ik.patch.rpc-sycl.sha256"                           = "sha256:7bfeb2153d2d9dc5294dbafacebcf4d1780c9d1c2c42e9e9d3b93262f43fdcf9"
  "component.ik.patch.rpc-sycl.when"                             = "[\"first\"]"
  "component.ik.patches"                                         = "[\"device-map-and-graphsplit\",\"rpc-sycl\"]"
  "component.ik.source.exclude"                                  = "[\"examples/server/webui/dist/index.html\",\"models/ggml-vocab-*.gguf\"]"
  "component.ik.source.revision"                                 = "9a26522af234f8db079ae3735f35ab6c20fe2c66"
  "component.ik.source.upstream"                                 = "ik_llama_cpp"
  "components"                                                   = "[\"ik\"]"
  "distro.noble.apt"                                             = "[\"ubuntu\",\"updates\",\"oneapi\"]"
  "distro.noble.apt.oneapi.components"                           = "[\"main\"]"
  "distro.noble.apt.oneapi.fingerprint"                          = "E9BF0AFC46D6E8B7DA5882F1BAC6F0C353D04109"
  "distro.noble.apt.oneapi.suite"                                = "all"
  "distro.noble.apt.oneapi.url"                                  = "https://apt.repos.intel.com/oneapi"
  "distro.noble.apt.ubuntu.components"                           = "[\"main\",\"universe\"]"
  "distro.noble.apt.ubuntu.fingerprint"                          = "F6ECB3762474EDA9D21B7022871920D1991BC93C"
  "distro.noble.apt.ubuntu.suite"                                = "noble"
  "distro.noble.apt.ubuntu.url"                                  = "https://snapshot.ubuntu.com/ubuntu/20260507T000000Z"
  "distro.noble.apt.updates.components"                          = "[\"main\",\"universe\"]"
  "distro.noble.apt.updates.fingerprint"                         = "F6ECB3762474EDA9D21B7022871920D1991BC93C"
  "distro.noble.apt.updates.suite"                               = "noble-updates"
  "distro.noble.apt.updates.url"                                 = "https://snapshot.ubuntu.com/ubuntu/20260507T000000Z"
  "environment.variables.GGML_SYCL_DISABLE_DNN"                  = "1"
  "environment.variables.GGML_SYCL_FAST_MUL_MAT_ID_IQ4_XS"       = "1"
  "environment.variables.GGML_SYCL_MMV_Y_RUNTIME"                = "2"
  "environment.variables.UR_L0_ENABLE_RELAXED_ALLOCATION_LIMITS" = "1"
  "environment.variables.ZES_ENABLE_SYSMAN"                      = "1"
  "model.minimax_m27_iq4_xs.file"                                = "MiniMax-M2.7-UD-IQ4_XS"
  "model.minimax_m27_iq4_xs.repository"                          = "unsloth/MiniMax-M2.7-GGUF"
  "suite.throughput.n64.command"                                 = "sha256:0136d1b595817e50a444b5992a2cc38b42c0ed954463dbbfa338376a3b9901be (408 bytes)"
  "suite.throughput.n64.model"                                   = "minimax_m27_iq4_xs"
  "suite.throughput.n64.needs.gpu"                               = "8086:e223"
  "suite.throughput.n64.needs.gpus"                              = "4"
  "suite.throughput.n64.repeats"                                 = "5"
  "suite.throughput.n64.runner"                                  = "llama-bench"
  "suite.throughput.n64.shape.output"                            = "64"
  "suite.throughput.n64.warmup"                                  = "0"
  "suite.throughput.p512n128.command"                            = "sha256:cafef1fbaa5a02ac0c81838c40f1b8d8078af31f900518e8225ae0c7698433df (411 bytes)"
  "suite.throughput.p512n128.model"                              = "minimax_m27_iq4_xs"
  "suite.throughput.p512n128.needs.gpu"                          = "8086:e223"
  "suite.throughput.p512n128.needs.gpus"                         = "4"
  "suite.throughput.p512n128.repeats"                            = "3"
  "suite.throughput.p512n128.runner"                             = "llama-bench"
  "suite.throughput.p512n128.shape.output"                       = "128"
  "suite.throughput.p512n128.shape.prompt"                       = "512"
  "suite.throughput.p512n128.warmup"                             = "0"
  "suites"                                                       = "[\"throughput.n64\",\"throughput.p512n128\"]"
  "toolchain.oneapi_2026_0.distro"                               = "noble"
  "toolchain.oneapi_2026_0.kind"                                 = "oneapi"
  "toolchain.oneapi_2026_0.oneapi.version"                       = "2026.0"
  "toolchain.oneapi_2026_0.packages"                             = "[\"cmake\",\"g++\",\"intel-oneapi-compiler-dpcpp-cpp-2026.0\",\"intel-oneapi-mkl-devel-2026.0\",\"ninja-build\"]"
  "upstream.ik_llama_cpp.git"                                    = "https://github.com/ikawrakow/ik_llama.cpp.git"
  "variants"                                                     = "[\"first\"]"
}

component "ik" {
  upstream = "ik_llama_cpp"
  git      = "https://github.com/ikawrakow/ik_llama.cpp.git"
  commit   = "9a26522af234f8db079ae3735f35ab6c20fe2c66"
  tree     = "f5bfc84274c86d1b2d2e1e45ebe8eaf591a09e5d"
  exclude = [
    "examples/server/webui/dist/index.html",
    "models/ggml-vocab-*.gguf",
  ]

  patch "device-map-and-graphsplit" {
    sha256         = "sha256:fcc639b4058bae427e1bf6d531f86dadb232bd2eddec30c9e4e3deb75f19147d"
    decoded_sha256 = "sha256:fcc639b4058bae427e1bf6d531f86dadb232bd2eddec30c9e4e3deb75f19147d"
    tree           = "3643be92ee528f487c47cfe079ab6d7b8c5f28da"
  }

  patch "rpc-sycl" {
    sha256  = "sha256:7bfeb2153d2d9dc5294dbafacebcf4d1780c9d1c2c42e9e9d3b93262f43fdcf9"
    skipped = true
  }
}

toolchain "oneapi_2026_0" {
  kind    = "oneapi"
  pending = "not reached when it was locked: https://snapshot.ubuntu.com/ubuntu/20260507T000000Z/dists/noble, https://snapshot.ubuntu.com/ubuntu/20260507T000000Z/dists/noble-updates, https://apt.repos.intel.com/oneapi/dists/all"
}

variant "first" {
  definition = "sha256:d5535d10c672f47c1e00a0129eb9df09ca96fae87742078399d65aa23582f6cb"
  without = [
    "environment.variables.GGML_SYCL_FAST_MUL_MAT_ID_IQ4_XS",
    "environment.variables.GGML_SYCL_MMV_Y_RUNTIME",
    "environment.variables.ZES_ENABLE_SYSMAN",
    "suite.throughput.p512n128.command",
    "suite.throughput.p512n128.model",
    "suite.throughput.p512n128.needs.gpu",
    "suite.throughput.p512n128.needs.gpus",
    "suite.throughput.p512n128.repeats",
    "suite.throughput.p512n128.runner",
    "suite.throughput.p512n128.shape.output",
    "suite.throughput.p512n128.shape.prompt",
    "suite.throughput.p512n128.warmup",
  ]

  attributes = {
    "environment.variables.GGML_DISABLE_FUSED_MUL_UNARY" = "1"
    "environment.variables.GGML_DISABLE_FUSED_RMS_NORM"  = "1"
    "suite.throughput.n64.command"                       = "sha256:3bf07a1d95cd1b82f70ce8cf38ff025189f9c39a1bec81f1830cd1247a695997 (387 bytes)"
    "suite.throughput.n64.repeats"                       = "1"
    "suites"                                             = "[\"throughput.n64\"]"
  }

  component "ik" {
    upstream = "ik_llama_cpp"
    git      = "https://github.com/ikawrakow/ik_llama.cpp.git"
    commit   = "9a26522af234f8db079ae3735f35ab6c20fe2c66"
    tree     = "f5bfc84274c86d1b2d2e1e45ebe8eaf591a09e5d"
    exclude = [
      "examples/server/webui/dist/index.html",
      "models/ggml-vocab-*.gguf",
    ]

    patch "device-map-and-graphsplit" {
      sha256  = "sha256:fcc639b4058bae427e1bf6d531f86dadb232bd2eddec30c9e4e3deb75f19147d"
      skipped = true
    }

    patch "rpc-sycl" {
      sha256         = "sha256:7bfeb2153d2d9dc5294dbafacebcf4d1780c9d1c2c42e9e9d3b93262f43fdcf9"
      decoded_sha256 = "sha256:7bfeb2153d2d9dc5294dbafacebcf4d1780c9d1c2c42e9e9d3b93262f43fdcf9"
      tree           = "75590c5b7afe806a4ef35f015f7f318debc1109a"
    }
  }
}
