# Written by "cairn lock qwen36-q4-history". Never edit it: run that again.

format       = 1
stack        = "qwen36-q4-history"
layer_format = "cairn-layer-v1"
definition   = "sha256:b9795cf7052f7a2db3d86878f5e88c98566204d7b4eadb6483eb72a70433f5cf"

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
  "component.llama.patch.combined.archive"                     = "lab"
  "component.llama.patch.combined.path"                        = "patches/llama-cpp-db44417-b70-sycl-combined.diff.gz.b64"
  "component.llama.patch.combined.sha256"                      = "sha256:e20502b593d03a9defbb9387a78ccb81ac75b246b4d41396fdc44e97a5c7a1e3"
  "component.llama.patch.combined.when"                        = "[\"single-kernel\"]"
  "component.llama.patch.event-barrier.archive"                = "lab"
  "component.llama.patch.event-barrier.path"                   = "patches/llama-cpp-sycl-allreduce-event-barrier.patch"
  "component.llama.patch.event-barrier.sha256"                 = "sha256:b9c7839c9c2b83890693578a1ee172c79f6048a8381993997f92745c79267bf6"
  "component.llama.patch.event-barrier.standing"               = "diagnostic"
  "component.llama.patch.fuse-mmvq2.archive"                   = "lab"
  "component.llama.patch.fuse-mmvq2.path"                      = "patches/llama-cpp-sycl-fuse-mmvq2-current-20260506.patch.gz.b64"
  "component.llama.patch.fuse-mmvq2.sha256"                    = "sha256:5c1bb417a3a3949acb9b7804dae91b91c0460a52ac11a4df8530acebe007bd3e"
  "component.llama.patch.fuse-mmvq2.when"                      = "[\"mmvq2\"]"
  "component.llama.patch.fused-allreduce-add.archive"          = "lab"
  "component.llama.patch.fused-allreduce-add.path"             = "patches/llama-cpp-sycl-meta-fused-allreduce-add-focused-20260505.patch"
  "component.llama.patch.fused-allreduce-add.sha256"           = "sha256:16d197831a426fa461c035fe90db972ebe2a54d9ef8d6b14b319539551bfa427"
  "component.llama.patch.fused-allreduce-add.standing"         = "diagnostic"
  "component.llama.patch.get-rows.archive"                     = "lab"
  "component.llama.patch.get-rows.path"                        = "patches/llama-cpp-sycl-meta-getrows-fusion-current-20260506.patch.gz.b64"
  "component.llama.patch.get-rows.sha256"                      = "sha256:72c60b7af4ce2a51269fdaeb158f723712bd4ec6a46868550222ac7037ab5837"
  "component.llama.patch.get-rows.standing"                    = "diagnostic"
  "component.llama.patch.reshape-through-add.archive"          = "lab"
  "component.llama.patch.reshape-through-add.path"             = "patches/llama-cpp-meta-reshapeadd-focused-20260505.patch"
  "component.llama.patch.reshape-through-add.sha256"           = "sha256:2860d6f8bd5a1f568002041f33999065e147d15c6a0f60d984f5c732025d623a"
  "component.llama.patch.reshape-through-add.standing"         = "diagnostic"
  "component.llama.patch.rms-norm-mul.archive"                 = "lab"
  "component.llama.patch.rms-norm-mul.path"                    = "patches/llama-cpp-sycl-rmsnormmul-current-20260506.patch.gz.b64"
  "component.llama.patch.rms-norm-mul.sha256"                  = "sha256:1232a6517aa9083e0e9bb59fddb2e7fd3606f7eb169bede026d7efcbd946a1e4"
  "component.llama.patch.rms-norm-mul.when"                    = "[\"rms-norm-mul\"]"
  "component.llama.patch.runtime-subgroups.archive"            = "lab"
  "component.llama.patch.runtime-subgroups.path"               = "patches/llama-cpp-sycl-q4-runtime-subgroups-focused-20260506.patch"
  "component.llama.patch.runtime-subgroups.sha256"             = "sha256:299192c3ba4c6d86cbdd9f2def54947cac16bb6f9812ec52f55bd0234fe44cf2"
  "component.llama.patch.runtime-subgroups.standing"           = "diagnostic"
  "component.llama.patch.split-fixes.archive"                  = "lab"
  "component.llama.patch.split-fixes.path"                     = "patches/llama-cpp-db44417-b70-sycl-split-fixes.patch"
  "component.llama.patch.split-fixes.sha256"                   = "sha256:30e4acfb3908ba3076c6f95105791a375c2abf2024e92147d1d0f6846e882b15"
  "component.llama.patch.split-fixes.when"                     = "[\"base\"]"
  "component.llama.patch.swiglu.archive"                       = "lab"
  "component.llama.patch.swiglu.path"                          = "patches/llama-cpp-sycl-fused-mmvq2-swiglu-current-20260506.patch.gz.b64"
  "component.llama.patch.swiglu.sha256"                        = "sha256:1c433d44a81b605dcb2e7530c382dcf4e861b656aed5995d678f9456167686c2"
  "component.llama.patch.swiglu.when"                          = "[\"swiglu\"]"
  "component.llama.patches"                                    = "[\"split-fixes\",\"combined\",\"fuse-mmvq2\",\"swiglu\",\"rms-norm-mul\",\"event-barrier\",\"fused-allreduce-add\",\"reshape-through-add\",\"runtime-subgroups\",\"get-rows\"]"
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
  "environment.variables.GGML_SYCL_ASYNC_CPY_TENSOR"           = "1"
  "environment.variables.GGML_SYCL_ASYNC_PEER_COPY"            = "0"
  "environment.variables.GGML_SYCL_DISABLE_DNN"                = "1"
  "environment.variables.GGML_SYCL_DISABLE_GRAPH"              = "0"
  "environment.variables.GGML_SYCL_DISABLE_OPT"                = "0"
  "environment.variables.GGML_SYCL_PRIORITIZE_DMMV"            = "0"
  "model.qwen36_27b_q4_0.file"                                 = "Qwen3.6-27B-Q4_0.gguf"
  "suite.throughput.n512-tp2.command"                          = "sha256:d9a19c4241092975b5f67f1bf7628344478544bc0d80705b572ed45da7feace1 (248 bytes)"
  "suite.throughput.n512-tp2.model"                            = "qwen36_27b_q4_0"
  "suite.throughput.n512-tp2.needs.gpu"                        = "8086:e223"
  "suite.throughput.n512-tp2.needs.gpus"                       = "2"
  "suite.throughput.n512-tp2.repeats"                          = "3"
  "suite.throughput.n512-tp2.runner"                           = "llama-bench"
  "suite.throughput.n512-tp2.shape.output"                     = "512"
  "suite.throughput.n512-tp2.variables.ONEAPI_DEVICE_SELECTOR" = "level_zero:0,3"
  "suite.throughput.n512.command"                              = "sha256:ef1d1ef6e6dee9a96e5c722c8d1c1695a2185263c861a59f1f53511a1adc78a7 (256 bytes)"
  "suite.throughput.n512.model"                                = "qwen36_27b_q4_0"
  "suite.throughput.n512.needs.gpu"                            = "8086:e223"
  "suite.throughput.n512.needs.gpus"                           = "3"
  "suite.throughput.n512.repeats"                              = "3"
  "suite.throughput.n512.runner"                               = "llama-bench"
  "suite.throughput.n512.shape.output"                         = "512"
  "suite.throughput.n512.variables.ONEAPI_DEVICE_SELECTOR"     = "level_zero:0,1,2"
  "suites"                                                     = "[\"throughput.n512\",\"throughput.n512-tp2\"]"
  "toolchain.oneapi_2026_0.distro"                             = "noble"
  "toolchain.oneapi_2026_0.kind"                               = "oneapi"
  "toolchain.oneapi_2026_0.oneapi.version"                     = "2026.0"
  "toolchain.oneapi_2026_0.packages"                           = "[\"cmake\",\"g++\",\"intel-oneapi-compiler-dpcpp-cpp-2026.0\",\"intel-oneapi-mkl-devel-2026.0\",\"ninja-build\"]"
  "upstream.llama_cpp.git"                                     = "https://github.com/ggml-org/llama.cpp.git"
  "variants"                                                   = "[\"mmvq2\",\"rms-norm-mul\",\"single-kernel\",\"swiglu\"]"
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

  patch "split-fixes" {
    sha256         = "sha256:30e4acfb3908ba3076c6f95105791a375c2abf2024e92147d1d0f6846e882b15"
    decoded_sha256 = "sha256:30e4acfb3908ba3076c6f95105791a375c2abf2024e92147d1d0f6846e882b15"
    tree           = "8e40c7bed7374237d7d01fe2cfa0fe61f5ff49c7"
  }

  patch "combined" {
    sha256  = "sha256:e20502b593d03a9defbb9387a78ccb81ac75b246b4d41396fdc44e97a5c7a1e3"
    skipped = true
  }

  patch "fuse-mmvq2" {
    sha256  = "sha256:5c1bb417a3a3949acb9b7804dae91b91c0460a52ac11a4df8530acebe007bd3e"
    skipped = true
  }

  patch "swiglu" {
    sha256  = "sha256:1c433d44a81b605dcb2e7530c382dcf4e861b656aed5995d678f9456167686c2"
    skipped = true
  }

  patch "rms-norm-mul" {
    sha256  = "sha256:1232a6517aa9083e0e9bb59fddb2e7fd3606f7eb169bede026d7efcbd946a1e4"
    skipped = true
  }

  patch "event-barrier" {
    sha256  = "sha256:b9c7839c9c2b83890693578a1ee172c79f6048a8381993997f92745c79267bf6"
    skipped = true
  }

  patch "fused-allreduce-add" {
    sha256  = "sha256:16d197831a426fa461c035fe90db972ebe2a54d9ef8d6b14b319539551bfa427"
    skipped = true
  }

  patch "reshape-through-add" {
    sha256  = "sha256:2860d6f8bd5a1f568002041f33999065e147d15c6a0f60d984f5c732025d623a"
    skipped = true
  }

  patch "runtime-subgroups" {
    sha256  = "sha256:299192c3ba4c6d86cbdd9f2def54947cac16bb6f9812ec52f55bd0234fe44cf2"
    skipped = true
  }

  patch "get-rows" {
    sha256  = "sha256:72c60b7af4ce2a51269fdaeb158f723712bd4ec6a46868550222ac7037ab5837"
    skipped = true
  }
}

toolchain "oneapi_2026_0" {
  kind    = "oneapi"
  pending = "not reached when it was locked: https://snapshot.ubuntu.com/ubuntu/20260507T000000Z/dists/noble, https://snapshot.ubuntu.com/ubuntu/20260507T000000Z/dists/noble-updates, https://apt.repos.intel.com/oneapi/dists/all"
}

variant "mmvq2" {
  definition = "sha256:289b25b5b4fad6e405e9119a602d54edc902acfa543e7532cbb12d1ed60255c1"
  without = [
    "environment.variables.GGML_SYCL_DISABLE_GRAPH",
    "environment.variables.GGML_SYCL_DISABLE_OPT",
    "environment.variables.GGML_SYCL_PRIORITIZE_DMMV",
    "suite.throughput.n512-tp2.command",
    "suite.throughput.n512-tp2.model",
    "suite.throughput.n512-tp2.needs.gpu",
    "suite.throughput.n512-tp2.needs.gpus",
    "suite.throughput.n512-tp2.repeats",
    "suite.throughput.n512-tp2.runner",
    "suite.throughput.n512-tp2.shape.output",
    "suite.throughput.n512-tp2.variables.ONEAPI_DEVICE_SELECTOR",
    "suite.throughput.n512.command",
    "suite.throughput.n512.model",
    "suite.throughput.n512.needs.gpu",
    "suite.throughput.n512.needs.gpus",
    "suite.throughput.n512.repeats",
    "suite.throughput.n512.runner",
    "suite.throughput.n512.shape.output",
    "suite.throughput.n512.variables.ONEAPI_DEVICE_SELECTOR",
  ]

  attributes = {
    "environment.variables.GGML_META_FUSE_ALLREDUCE_ADD"             = "1"
    "environment.variables.GGML_SYCL_ASYNC_CPY_TENSOR"               = "0"
    "environment.variables.GGML_SYCL_ASYNC_PEER_COPY"                = "1"
    "environment.variables.GGML_SYCL_COMM_ALLREDUCE"                 = "1"
    "environment.variables.GGML_SYCL_COMM_EVENT_BARRIER"             = "1"
    "environment.variables.GGML_SYCL_COMM_SINGLE_KERNEL"             = "1"
    "environment.variables.GGML_SYCL_COMM_SYNC_AFTER"                = "2"
    "environment.variables.GGML_SYCL_FUSE_MMVQ2"                     = "1"
    "environment.variables.GGML_SYCL_Q8_CACHE"                       = "1"
    "suite.throughput.p512n512-tp4.command"                          = "sha256:13cef7a77c1ca02b949fa9cdfac087f7166ebadf8af2924c6df3e118366ebc0a (242 bytes)"
    "suite.throughput.p512n512-tp4.model"                            = "qwen36_27b_q4_0"
    "suite.throughput.p512n512-tp4.needs.gpu"                        = "8086:e223"
    "suite.throughput.p512n512-tp4.needs.gpus"                       = "4"
    "suite.throughput.p512n512-tp4.repeats"                          = "3"
    "suite.throughput.p512n512-tp4.runner"                           = "llama-bench"
    "suite.throughput.p512n512-tp4.shape.output"                     = "512"
    "suite.throughput.p512n512-tp4.shape.prompt"                     = "512"
    "suite.throughput.p512n512-tp4.variables.ONEAPI_DEVICE_SELECTOR" = "level_zero:2,1,3,0"
    "suite.throughput.p512n512.command"                              = "sha256:432d23ee314273dd4fb27b3c70051a396e56e3fc1f68788f03856f44e79f0c7f (234 bytes)"
    "suite.throughput.p512n512.model"                                = "qwen36_27b_q4_0"
    "suite.throughput.p512n512.needs.gpu"                            = "8086:e223"
    "suite.throughput.p512n512.needs.gpus"                           = "3"
    "suite.throughput.p512n512.repeats"                              = "3"
    "suite.throughput.p512n512.runner"                               = "llama-bench"
    "suite.throughput.p512n512.shape.output"                         = "512"
    "suite.throughput.p512n512.shape.prompt"                         = "512"
    "suite.throughput.p512n512.variables.ONEAPI_DEVICE_SELECTOR"     = "level_zero:2,1,3"
    "suites"                                                         = "[\"throughput.p512n512\",\"throughput.p512n512-tp4\"]"
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

    patch "split-fixes" {
      sha256  = "sha256:30e4acfb3908ba3076c6f95105791a375c2abf2024e92147d1d0f6846e882b15"
      skipped = true
    }

    patch "combined" {
      sha256  = "sha256:e20502b593d03a9defbb9387a78ccb81ac75b246b4d41396fdc44e97a5c7a1e3"
      skipped = true
    }

    patch "fuse-mmvq2" {
      sha256         = "sha256:5c1bb417a3a3949acb9b7804dae91b91c0460a52ac11a4df8530acebe007bd3e"
      decoded_sha256 = "sha256:470b572d2faed512616b1827f682a4538d4048aaca74f289bc452a8a5bb42124"
      tree           = "04abd75a7ded7b785a9764e7434f88849e956c31"
    }

    patch "swiglu" {
      sha256  = "sha256:1c433d44a81b605dcb2e7530c382dcf4e861b656aed5995d678f9456167686c2"
      skipped = true
    }

    patch "rms-norm-mul" {
      sha256  = "sha256:1232a6517aa9083e0e9bb59fddb2e7fd3606f7eb169bede026d7efcbd946a1e4"
      skipped = true
    }

    patch "event-barrier" {
      sha256  = "sha256:b9c7839c9c2b83890693578a1ee172c79f6048a8381993997f92745c79267bf6"
      skipped = true
    }

    patch "fused-allreduce-add" {
      sha256  = "sha256:16d197831a426fa461c035fe90db972ebe2a54d9ef8d6b14b319539551bfa427"
      skipped = true
    }

    patch "reshape-through-add" {
      sha256  = "sha256:2860d6f8bd5a1f568002041f33999065e147d15c6a0f60d984f5c732025d623a"
      skipped = true
    }

    patch "runtime-subgroups" {
      sha256  = "sha256:299192c3ba4c6d86cbdd9f2def54947cac16bb6f9812ec52f55bd0234fe44cf2"
      skipped = true
    }

    patch "get-rows" {
      sha256  = "sha256:72c60b7af4ce2a51269fdaeb158f723712bd4ec6a46868550222ac7037ab5837"
      skipped = true
    }
  }
}

variant "rms-norm-mul" {
  definition = "sha256:ac27d304ed5f8bffe183fa15dda7566dc04a21eb12269c416d88ae6ac6394168"
  without = [
    "environment.variables.GGML_SYCL_ASYNC_CPY_TENSOR",
    "environment.variables.GGML_SYCL_ASYNC_PEER_COPY",
    "environment.variables.GGML_SYCL_DISABLE_GRAPH",
    "environment.variables.GGML_SYCL_DISABLE_OPT",
    "environment.variables.GGML_SYCL_PRIORITIZE_DMMV",
    "suite.throughput.n512-tp2.command",
    "suite.throughput.n512-tp2.model",
    "suite.throughput.n512-tp2.needs.gpu",
    "suite.throughput.n512-tp2.needs.gpus",
    "suite.throughput.n512-tp2.repeats",
    "suite.throughput.n512-tp2.runner",
    "suite.throughput.n512-tp2.shape.output",
    "suite.throughput.n512-tp2.variables.ONEAPI_DEVICE_SELECTOR",
    "suite.throughput.n512.command",
    "suite.throughput.n512.model",
    "suite.throughput.n512.needs.gpu",
    "suite.throughput.n512.needs.gpus",
    "suite.throughput.n512.repeats",
    "suite.throughput.n512.runner",
    "suite.throughput.n512.shape.output",
    "suite.throughput.n512.variables.ONEAPI_DEVICE_SELECTOR",
  ]

  attributes = {
    "environment.variables.GGML_META_FUSE_ALLREDUCE_ADD" = "1"
    "environment.variables.GGML_SYCL_COMM_ALLREDUCE"     = "1"
    "environment.variables.GGML_SYCL_COMM_EVENT_BARRIER" = "1"
    "environment.variables.GGML_SYCL_COMM_SINGLE_KERNEL" = "1"
    "environment.variables.GGML_SYCL_COMM_SYNC_AFTER"    = "2"
    "environment.variables.GGML_SYCL_FUSE_MMVQ2"         = "1"
    "environment.variables.GGML_SYCL_FUSE_MMVQ2_SWIGLU"  = "1"
    "environment.variables.GGML_SYCL_FUSE_RMS_NORM_MUL"  = "1"
    "environment.variables.GGML_SYCL_Q8_CACHE"           = "1"
    "suite.throughput.p512n512-tp2.command"              = "sha256:6f08457f164c83d4edc33b98efd457e1641a8279c7a06cf8a1c3648c3ca55633 (227 bytes)"
    "suite.throughput.p512n512-tp2.model"                = "qwen36_27b_q4_0"
    "suite.throughput.p512n512-tp2.needs.gpu"            = "8086:e223"
    "suite.throughput.p512n512-tp2.needs.gpus"           = "2"
    "suite.throughput.p512n512-tp2.repeats"              = "3"
    "suite.throughput.p512n512-tp2.runner"               = "llama-bench"
    "suite.throughput.p512n512-tp2.shape.output"         = "512"
    "suite.throughput.p512n512-tp2.shape.prompt"         = "512"
    "suite.throughput.p512n512.command"                  = "sha256:ee8917cba9d1fe6582ae2b12b8a0491652c79e69b0c9e30e400f88b7cc3b1d54 (235 bytes)"
    "suite.throughput.p512n512.model"                    = "qwen36_27b_q4_0"
    "suite.throughput.p512n512.needs.gpu"                = "8086:e223"
    "suite.throughput.p512n512.needs.gpus"               = "3"
    "suite.throughput.p512n512.repeats"                  = "3"
    "suite.throughput.p512n512.runner"                   = "llama-bench"
    "suite.throughput.p512n512.shape.output"             = "512"
    "suite.throughput.p512n512.shape.prompt"             = "512"
    "suites"                                             = "[\"throughput.p512n512\",\"throughput.p512n512-tp2\"]"
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

    patch "split-fixes" {
      sha256  = "sha256:30e4acfb3908ba3076c6f95105791a375c2abf2024e92147d1d0f6846e882b15"
      skipped = true
    }

    patch "combined" {
      sha256  = "sha256:e20502b593d03a9defbb9387a78ccb81ac75b246b4d41396fdc44e97a5c7a1e3"
      skipped = true
    }

    patch "fuse-mmvq2" {
      sha256  = "sha256:5c1bb417a3a3949acb9b7804dae91b91c0460a52ac11a4df8530acebe007bd3e"
      skipped = true
    }

    patch "swiglu" {
      sha256  = "sha256:1c433d44a81b605dcb2e7530c382dcf4e861b656aed5995d678f9456167686c2"
      skipped = true
    }

    patch "rms-norm-mul" {
      sha256         = "sha256:1232a6517aa9083e0e9bb59fddb2e7fd3606f7eb169bede026d7efcbd946a1e4"
      decoded_sha256 = "sha256:d08fce4aa7efa29009c993465bdafafa4edcdb90c80f490f0a7896740e5c7432"
      tree           = "7fc40d826d667bd82f30df26b3da0bff035ad070"
    }

    patch "event-barrier" {
      sha256  = "sha256:b9c7839c9c2b83890693578a1ee172c79f6048a8381993997f92745c79267bf6"
      skipped = true
    }

    patch "fused-allreduce-add" {
      sha256  = "sha256:16d197831a426fa461c035fe90db972ebe2a54d9ef8d6b14b319539551bfa427"
      skipped = true
    }

    patch "reshape-through-add" {
      sha256  = "sha256:2860d6f8bd5a1f568002041f33999065e147d15c6a0f60d984f5c732025d623a"
      skipped = true
    }

    patch "runtime-subgroups" {
      sha256  = "sha256:299192c3ba4c6d86cbdd9f2def54947cac16bb6f9812ec52f55bd0234fe44cf2"
      skipped = true
    }

    patch "get-rows" {
      sha256  = "sha256:72c60b7af4ce2a51269fdaeb158f723712bd4ec6a46868550222ac7037ab5837"
      skipped = true
    }
  }
}

variant "single-kernel" {
  definition = "sha256:c876bb5ebe89152faeae8d49ed14322410e05c4cfdd84f05c089876340dda429"
  without = [
    "environment.variables.GGML_SYCL_ASYNC_PEER_COPY",
    "environment.variables.GGML_SYCL_DISABLE_DNN",
    "environment.variables.GGML_SYCL_DISABLE_GRAPH",
    "environment.variables.GGML_SYCL_DISABLE_OPT",
    "environment.variables.GGML_SYCL_PRIORITIZE_DMMV",
    "suite.throughput.n512-tp2.command",
    "suite.throughput.n512-tp2.model",
    "suite.throughput.n512-tp2.needs.gpu",
    "suite.throughput.n512-tp2.needs.gpus",
    "suite.throughput.n512-tp2.repeats",
    "suite.throughput.n512-tp2.runner",
    "suite.throughput.n512-tp2.shape.output",
    "suite.throughput.n512-tp2.variables.ONEAPI_DEVICE_SELECTOR",
    "suite.throughput.n512.command",
    "suite.throughput.n512.model",
    "suite.throughput.n512.needs.gpu",
    "suite.throughput.n512.needs.gpus",
    "suite.throughput.n512.repeats",
    "suite.throughput.n512.runner",
    "suite.throughput.n512.shape.output",
    "suite.throughput.n512.variables.ONEAPI_DEVICE_SELECTOR",
  ]

  attributes = {
    "environment.variables.GGML_SYCL_COMM_ALLREDUCE"                 = "1"
    "environment.variables.GGML_SYCL_COMM_SINGLE_KERNEL"             = "1"
    "environment.variables.GGML_SYCL_Q8_CACHE"                       = "1"
    "suite.throughput.p512n512-tp2.command"                          = "sha256:e13c82b39264eeed00c5263f10d52a582ec383a4f11fa8ae61b90e4edfb13053 (177 bytes)"
    "suite.throughput.p512n512-tp2.model"                            = "qwen36_27b_q4_0"
    "suite.throughput.p512n512-tp2.needs.gpu"                        = "8086:e223"
    "suite.throughput.p512n512-tp2.needs.gpus"                       = "2"
    "suite.throughput.p512n512-tp2.repeats"                          = "3"
    "suite.throughput.p512n512-tp2.runner"                           = "llama-bench"
    "suite.throughput.p512n512-tp2.shape.output"                     = "512"
    "suite.throughput.p512n512-tp2.shape.prompt"                     = "512"
    "suite.throughput.p512n512-tp2.variables.ONEAPI_DEVICE_SELECTOR" = "level_zero:0,3"
    "suite.throughput.p512n512.command"                              = "sha256:f0f312d85ca9733896d3d94522a182f5ddfa3398842ac2383f24f3323418d5d4 (185 bytes)"
    "suite.throughput.p512n512.model"                                = "qwen36_27b_q4_0"
    "suite.throughput.p512n512.needs.gpu"                            = "8086:e223"
    "suite.throughput.p512n512.needs.gpus"                           = "3"
    "suite.throughput.p512n512.repeats"                              = "3"
    "suite.throughput.p512n512.runner"                               = "llama-bench"
    "suite.throughput.p512n512.shape.output"                         = "512"
    "suite.throughput.p512n512.shape.prompt"                         = "512"
    "suite.throughput.p512n512.variables.ONEAPI_DEVICE_SELECTOR"     = "level_zero:2,1,3"
    "suites"                                                         = "[\"throughput.p512n512\",\"throughput.p512n512-tp2\"]"
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

    patch "split-fixes" {
      sha256  = "sha256:30e4acfb3908ba3076c6f95105791a375c2abf2024e92147d1d0f6846e882b15"
      skipped = true
    }

    patch "combined" {
      sha256         = "sha256:e20502b593d03a9defbb9387a78ccb81ac75b246b4d41396fdc44e97a5c7a1e3"
      decoded_sha256 = "sha256:08fd232684c46407fa97aa37b4e0ae315cbcc370ac73290269716ab111d60a59"
      tree           = "2340e9eee43f80d04ef47396789c9260e466df9e"
    }

    patch "fuse-mmvq2" {
      sha256  = "sha256:5c1bb417a3a3949acb9b7804dae91b91c0460a52ac11a4df8530acebe007bd3e"
      skipped = true
    }

    patch "swiglu" {
      sha256  = "sha256:1c433d44a81b605dcb2e7530c382dcf4e861b656aed5995d678f9456167686c2"
      skipped = true
    }

    patch "rms-norm-mul" {
      sha256  = "sha256:1232a6517aa9083e0e9bb59fddb2e7fd3606f7eb169bede026d7efcbd946a1e4"
      skipped = true
    }

    patch "event-barrier" {
      sha256  = "sha256:b9c7839c9c2b83890693578a1ee172c79f6048a8381993997f92745c79267bf6"
      skipped = true
    }

    patch "fused-allreduce-add" {
      sha256  = "sha256:16d197831a426fa461c035fe90db972ebe2a54d9ef8d6b14b319539551bfa427"
      skipped = true
    }

    patch "reshape-through-add" {
      sha256  = "sha256:2860d6f8bd5a1f568002041f33999065e147d15c6a0f60d984f5c732025d623a"
      skipped = true
    }

    patch "runtime-subgroups" {
      sha256  = "sha256:299192c3ba4c6d86cbdd9f2def54947cac16bb6f9812ec52f55bd0234fe44cf2"
      skipped = true
    }

    patch "get-rows" {
      sha256  = "sha256:72c60b7af4ce2a51269fdaeb158f723712bd4ec6a46868550222ac7037ab5837"
      skipped = true
    }
  }
}

variant "swiglu" {
  definition = "sha256:245e80398202d05eba1994b5203a4c212737491edb86523cf9eddd28597606be"
  without = [
    "environment.variables.GGML_SYCL_DISABLE_GRAPH",
    "environment.variables.GGML_SYCL_DISABLE_OPT",
    "environment.variables.GGML_SYCL_PRIORITIZE_DMMV",
    "suite.throughput.n512-tp2.command",
    "suite.throughput.n512-tp2.model",
    "suite.throughput.n512-tp2.needs.gpu",
    "suite.throughput.n512-tp2.needs.gpus",
    "suite.throughput.n512-tp2.repeats",
    "suite.throughput.n512-tp2.runner",
    "suite.throughput.n512-tp2.shape.output",
    "suite.throughput.n512-tp2.variables.ONEAPI_DEVICE_SELECTOR",
    "suite.throughput.n512.command",
    "suite.throughput.n512.model",
    "suite.throughput.n512.needs.gpu",
    "suite.throughput.n512.needs.gpus",
    "suite.throughput.n512.repeats",
    "suite.throughput.n512.runner",
    "suite.throughput.n512.shape.output",
    "suite.throughput.n512.variables.ONEAPI_DEVICE_SELECTOR",
  ]

  attributes = {
    "environment.variables.GGML_META_FUSE_ALLREDUCE_ADD" = "1"
    "environment.variables.GGML_SYCL_ASYNC_CPY_TENSOR"   = "0"
    "environment.variables.GGML_SYCL_ASYNC_PEER_COPY"    = "1"
    "environment.variables.GGML_SYCL_COMM_ALLREDUCE"     = "1"
    "environment.variables.GGML_SYCL_COMM_EVENT_BARRIER" = "1"
    "environment.variables.GGML_SYCL_COMM_SINGLE_KERNEL" = "1"
    "environment.variables.GGML_SYCL_COMM_SYNC_AFTER"    = "2"
    "environment.variables.GGML_SYCL_FUSE_MMVQ2"         = "1"
    "environment.variables.GGML_SYCL_FUSE_MMVQ2_SWIGLU"  = "1"
    "environment.variables.GGML_SYCL_Q8_CACHE"           = "1"
    "suite.throughput.p512n512.command"                  = "sha256:0d28b2dd58119c923df6d89fe9b6caa12ceaafaba5faf3e35f06d0f9d52eed1c (208 bytes)"
    "suite.throughput.p512n512.model"                    = "qwen36_27b_q4_0"
    "suite.throughput.p512n512.needs.gpu"                = "8086:e223"
    "suite.throughput.p512n512.needs.gpus"               = "3"
    "suite.throughput.p512n512.repeats"                  = "2"
    "suite.throughput.p512n512.runner"                   = "llama-bench"
    "suite.throughput.p512n512.shape.output"             = "512"
    "suite.throughput.p512n512.shape.prompt"             = "512"
    "suites"                                             = "[\"throughput.p512n512\"]"
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

    patch "split-fixes" {
      sha256  = "sha256:30e4acfb3908ba3076c6f95105791a375c2abf2024e92147d1d0f6846e882b15"
      skipped = true
    }

    patch "combined" {
      sha256  = "sha256:e20502b593d03a9defbb9387a78ccb81ac75b246b4d41396fdc44e97a5c7a1e3"
      skipped = true
    }

    patch "fuse-mmvq2" {
      sha256  = "sha256:5c1bb417a3a3949acb9b7804dae91b91c0460a52ac11a4df8530acebe007bd3e"
      skipped = true
    }

    patch "swiglu" {
      sha256         = "sha256:1c433d44a81b605dcb2e7530c382dcf4e861b656aed5995d678f9456167686c2"
      decoded_sha256 = "sha256:c22d543b69b1c998b82ca8296286d85f8ae22531deb3777c5f8ba925c7c9791d"
      tree           = "7538645859cfa2a774f2afd149ce5edc25c7c18d"
    }

    patch "rms-norm-mul" {
      sha256  = "sha256:1232a6517aa9083e0e9bb59fddb2e7fd3606f7eb169bede026d7efcbd946a1e4"
      skipped = true
    }

    patch "event-barrier" {
      sha256  = "sha256:b9c7839c9c2b83890693578a1ee172c79f6048a8381993997f92745c79267bf6"
      skipped = true
    }

    patch "fused-allreduce-add" {
      sha256  = "sha256:16d197831a426fa461c035fe90db972ebe2a54d9ef8d6b14b319539551bfa427"
      skipped = true
    }

    patch "reshape-through-add" {
      sha256  = "sha256:2860d6f8bd5a1f568002041f33999065e147d15c6a0f60d984f5c732025d623a"
      skipped = true
    }

    patch "runtime-subgroups" {
      sha256  = "sha256:299192c3ba4c6d86cbdd9f2def54947cac16bb6f9812ec52f55bd0234fe44cf2"
      skipped = true
    }

    patch "get-rows" {
      sha256  = "sha256:72c60b7af4ce2a51269fdaeb158f723712bd4ec6a46868550222ac7037ab5837"
      skipped = true
    }
  }
}
