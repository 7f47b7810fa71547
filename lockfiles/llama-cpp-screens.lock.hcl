# Written by "cairn lock llama-cpp-screens". Never edit it: run that again.

format       = 1
stack        = "llama-cpp-screens"
layer_format = "cairn-layer-v1"
definition   = "sha256:cb04213dfe4db8a0b6b8d8e9ae2f4abf29bb919b2ffd90269fbff651c7c19777"

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
  "component.llama.build.cmake.targets"                       = "[\"llama-bench\"]"
  "component.llama.build.cmake.toolchain"                     = "oneapi_2026_0"
  "component.llama.builds"                                    = "[\"cmake\"]"
  "component.llama.patch.active-device-row-split.archive"     = "lab"
  "component.llama.patch.active-device-row-split.path"        = "patches/llama-cpp-active-device-row-split-current-20260506.patch"
  "component.llama.patch.active-device-row-split.sha256"      = "sha256:c22fac2428ac715cb980e6ad98831f1a5e1b408a72f350fab83b81b1b0151cdd"
  "component.llama.patch.active-device-row-split.standing"    = "diagnostic"
  "component.llama.patch.active-device-row-split.when"        = "[\"active-device-row-split\"]"
  "component.llama.patch.allreduce-max-bytes.archive"         = "lab"
  "component.llama.patch.allreduce-max-bytes.path"            = "patches/llama-cpp-meta-allreduce-max-bytes-20260506.patch"
  "component.llama.patch.allreduce-max-bytes.sha256"          = "sha256:ee5cf3e9c5972891587dd98742b94c81b4bf890568c3bd0334b2479f5f5b74ca"
  "component.llama.patch.allreduce-max-bytes.standing"        = "diagnostic"
  "component.llama.patch.layout-lookahead.archive"            = "lab"
  "component.llama.patch.layout-lookahead.path"               = "patches/llama-cpp-sycl-q4-layout-lookahead-mixed-current-20260507.patch.gz.b64"
  "component.llama.patch.layout-lookahead.sha256"             = "sha256:9596b0034540db80db0522f328c9510078c65821e389f0f9ae94a0b8e16cc072"
  "component.llama.patch.layout-lookahead.standing"           = "negative"
  "component.llama.patch.layout-lookahead.when"               = "[\"layout-lookahead\"]"
  "component.llama.patch.mul-mat-add.archive"                 = "lab"
  "component.llama.patch.mul-mat-add.path"                    = "patches/llama-cpp-sycl-meta-mulmat-add-diagnostic-current-20260506.patch.gz.b64"
  "component.llama.patch.mul-mat-add.sha256"                  = "sha256:6a673bd43c04855f07fb484a4c9201512dedefdfbdf62edc75c46f367ab39df9"
  "component.llama.patch.mul-mat-add.standing"                = "diagnostic"
  "component.llama.patch.mul-mat-add.when"                    = "[\"mul-mat-add\"]"
  "component.llama.patch.mul-mat-id-guard.archive"            = "lab"
  "component.llama.patch.mul-mat-id-guard.path"               = "patches/llama-cpp-sycl-minimax-mulmatid-guard.patch"
  "component.llama.patch.mul-mat-id-guard.sha256"             = "sha256:7260bc0a01739096fa978c1e97be4b7c6baa385f015ca246aafec606bebc0d8e"
  "component.llama.patch.mul-mat-id-guard.standing"           = "diagnostic"
  "component.llama.patch.openvino-vulkan.archive"             = "lab"
  "component.llama.patch.openvino-vulkan.path"                = "patches/llama-b70-openvino-vulkan.patch"
  "component.llama.patch.openvino-vulkan.sha256"              = "sha256:8303b3dfea285e95aee04e9f60c5f9ae3eceb4b4ba9f261e9b40312deb55c32c"
  "component.llama.patch.openvino-vulkan.standing"            = "negative"
  "component.llama.patch.openvino-vulkan.when"                = "[\"openvino-vulkan\"]"
  "component.llama.patch.q4-1-mmvq.archive"                   = "lab"
  "component.llama.patch.q4-1-mmvq.path"                      = "patches/llama-cpp-sycl-q4_1-mmvq-experiment-20260507.patch"
  "component.llama.patch.q4-1-mmvq.sha256"                    = "sha256:ddd36819f47e33e29247edbfd071d633a3d0ff074ef581acb241c045d27dadac"
  "component.llama.patch.q4-1-mmvq.standing"                  = "negative"
  "component.llama.patch.vdr4.archive"                        = "lab"
  "component.llama.patch.vdr4.path"                           = "patches/llama-cpp-sycl-q4-vdr4-experiment-current-20260506.patch.gz.b64"
  "component.llama.patch.vdr4.sha256"                         = "sha256:0ad80d77e234f3af0d380f116da134631e20570036c32c58267cd715e08e0c21"
  "component.llama.patch.vdr4.standing"                       = "negative"
  "component.llama.patch.vdr4.when"                           = "[\"vdr4\"]"
  "component.llama.patches"                                   = "[\"vdr4\",\"layout-lookahead\",\"mul-mat-add\",\"active-device-row-split\",\"openvino-vulkan\",\"q4-1-mmvq\",\"allreduce-max-bytes\",\"mul-mat-id-guard\"]"
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
  "toolchain.oneapi_2026_0.distro"                            = "noble"
  "toolchain.oneapi_2026_0.kind"                              = "oneapi"
  "toolchain.oneapi_2026_0.oneapi.version"                    = "2026.0"
  "toolchain.oneapi_2026_0.packages"                          = "[\"cmake\",\"g++\",\"intel-oneapi-compiler-dpcpp-cpp-2026.0\",\"intel-oneapi-mkl-devel-2026.0\",\"ninja-build\"]"
  "upstream.llama_cpp.git"                                    = "https://github.com/ggml-org/llama.cpp.git"
  "variants"                                                  = "[\"active-device-row-split\",\"layout-lookahead\",\"mul-mat-add\",\"openvino-vulkan\",\"vdr4\"]"
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

  patch "vdr4" {
    sha256  = "sha256:0ad80d77e234f3af0d380f116da134631e20570036c32c58267cd715e08e0c21"
    skipped = true
  }

  patch "layout-lookahead" {
    sha256  = "sha256:9596b0034540db80db0522f328c9510078c65821e389f0f9ae94a0b8e16cc072"
    skipped = true
  }

  patch "mul-mat-add" {
    sha256  = "sha256:6a673bd43c04855f07fb484a4c9201512dedefdfbdf62edc75c46f367ab39df9"
    skipped = true
  }

  patch "active-device-row-split" {
    sha256  = "sha256:c22fac2428ac715cb980e6ad98831f1a5e1b408a72f350fab83b81b1b0151cdd"
    skipped = true
  }

  patch "openvino-vulkan" {
    sha256  = "sha256:8303b3dfea285e95aee04e9f60c5f9ae3eceb4b4ba9f261e9b40312deb55c32c"
    skipped = true
  }

  patch "q4-1-mmvq" {
    sha256  = "sha256:ddd36819f47e33e29247edbfd071d633a3d0ff074ef581acb241c045d27dadac"
    skipped = true
  }

  patch "allreduce-max-bytes" {
    sha256  = "sha256:ee5cf3e9c5972891587dd98742b94c81b4bf890568c3bd0334b2479f5f5b74ca"
    skipped = true
  }

  patch "mul-mat-id-guard" {
    sha256  = "sha256:7260bc0a01739096fa978c1e97be4b7c6baa385f015ca246aafec606bebc0d8e"
    skipped = true
  }
}

toolchain "oneapi_2026_0" {
  kind    = "oneapi"
  pending = "not reached when it was locked: https://snapshot.ubuntu.com/ubuntu/20260507T000000Z/dists/noble, https://snapshot.ubuntu.com/ubuntu/20260507T000000Z/dists/noble-updates, https://apt.repos.intel.com/oneapi/dists/all"
}

variant "active-device-row-split" {
  definition = "sha256:cb04213dfe4db8a0b6b8d8e9ae2f4abf29bb919b2ffd90269fbff651c7c19777"

  component "llama" {
    upstream = "llama_cpp"
    git      = "https://github.com/ggml-org/llama.cpp.git"
    commit   = "db44417b027cff147f7de85e7da22bc6a3a804fb"
    tree     = "b7ce3a69128c2d4915ecf49ac7b7930801c304dc"
    exclude = [
      "models/ggml-vocab-*.gguf",
      "tools/server/public/bundle.js",
    ]

    patch "vdr4" {
      sha256  = "sha256:0ad80d77e234f3af0d380f116da134631e20570036c32c58267cd715e08e0c21"
      skipped = true
    }

    patch "layout-lookahead" {
      sha256  = "sha256:9596b0034540db80db0522f328c9510078c65821e389f0f9ae94a0b8e16cc072"
      skipped = true
    }

    patch "mul-mat-add" {
      sha256  = "sha256:6a673bd43c04855f07fb484a4c9201512dedefdfbdf62edc75c46f367ab39df9"
      skipped = true
    }

    patch "active-device-row-split" {
      sha256         = "sha256:c22fac2428ac715cb980e6ad98831f1a5e1b408a72f350fab83b81b1b0151cdd"
      decoded_sha256 = "sha256:c22fac2428ac715cb980e6ad98831f1a5e1b408a72f350fab83b81b1b0151cdd"
      tree           = "9dc2344c838956ede2fea4b496e5ba05b14c6882"
    }

    patch "openvino-vulkan" {
      sha256  = "sha256:8303b3dfea285e95aee04e9f60c5f9ae3eceb4b4ba9f261e9b40312deb55c32c"
      skipped = true
    }

    patch "q4-1-mmvq" {
      sha256  = "sha256:ddd36819f47e33e29247edbfd071d633a3d0ff074ef581acb241c045d27dadac"
      skipped = true
    }

    patch "allreduce-max-bytes" {
      sha256  = "sha256:ee5cf3e9c5972891587dd98742b94c81b4bf890568c3bd0334b2479f5f5b74ca"
      skipped = true
    }

    patch "mul-mat-id-guard" {
      sha256  = "sha256:7260bc0a01739096fa978c1e97be4b7c6baa385f015ca246aafec606bebc0d8e"
      skipped = true
    }
  }
}

variant "layout-lookahead" {
  definition = "sha256:cb04213dfe4db8a0b6b8d8e9ae2f4abf29bb919b2ffd90269fbff651c7c19777"

  component "llama" {
    upstream = "llama_cpp"
    git      = "https://github.com/ggml-org/llama.cpp.git"
    commit   = "db44417b027cff147f7de85e7da22bc6a3a804fb"
    tree     = "b7ce3a69128c2d4915ecf49ac7b7930801c304dc"
    exclude = [
      "models/ggml-vocab-*.gguf",
      "tools/server/public/bundle.js",
    ]

    patch "vdr4" {
      sha256  = "sha256:0ad80d77e234f3af0d380f116da134631e20570036c32c58267cd715e08e0c21"
      skipped = true
    }

    patch "layout-lookahead" {
      sha256         = "sha256:9596b0034540db80db0522f328c9510078c65821e389f0f9ae94a0b8e16cc072"
      decoded_sha256 = "sha256:307081232d9572be7f43d7273d17eec7d734b69cd2e1aa6d6e76b4e377caa035"
      tree           = "5acca3df1d00deb066eaa572ccf54313a5291f25"
    }

    patch "mul-mat-add" {
      sha256  = "sha256:6a673bd43c04855f07fb484a4c9201512dedefdfbdf62edc75c46f367ab39df9"
      skipped = true
    }

    patch "active-device-row-split" {
      sha256  = "sha256:c22fac2428ac715cb980e6ad98831f1a5e1b408a72f350fab83b81b1b0151cdd"
      skipped = true
    }

    patch "openvino-vulkan" {
      sha256  = "sha256:8303b3dfea285e95aee04e9f60c5f9ae3eceb4b4ba9f261e9b40312deb55c32c"
      skipped = true
    }

    patch "q4-1-mmvq" {
      sha256  = "sha256:ddd36819f47e33e29247edbfd071d633a3d0ff074ef581acb241c045d27dadac"
      skipped = true
    }

    patch "allreduce-max-bytes" {
      sha256  = "sha256:ee5cf3e9c5972891587dd98742b94c81b4bf890568c3bd0334b2479f5f5b74ca"
      skipped = true
    }

    patch "mul-mat-id-guard" {
      sha256  = "sha256:7260bc0a01739096fa978c1e97be4b7c6baa385f015ca246aafec606bebc0d8e"
      skipped = true
    }
  }
}

variant "mul-mat-add" {
  definition = "sha256:cb04213dfe4db8a0b6b8d8e9ae2f4abf29bb919b2ffd90269fbff651c7c19777"

  component "llama" {
    upstream = "llama_cpp"
    git      = "https://github.com/ggml-org/llama.cpp.git"
    commit   = "db44417b027cff147f7de85e7da22bc6a3a804fb"
    tree     = "b7ce3a69128c2d4915ecf49ac7b7930801c304dc"
    exclude = [
      "models/ggml-vocab-*.gguf",
      "tools/server/public/bundle.js",
    ]

    patch "vdr4" {
      sha256  = "sha256:0ad80d77e234f3af0d380f116da134631e20570036c32c58267cd715e08e0c21"
      skipped = true
    }

    patch "layout-lookahead" {
      sha256  = "sha256:9596b0034540db80db0522f328c9510078c65821e389f0f9ae94a0b8e16cc072"
      skipped = true
    }

    patch "mul-mat-add" {
      sha256         = "sha256:6a673bd43c04855f07fb484a4c9201512dedefdfbdf62edc75c46f367ab39df9"
      decoded_sha256 = "sha256:a6004e3f3b871e57cd666b62504cec0a13e5a93709412f82a941eae496cccb04"
      tree           = "c2900b7cdead944089c29e24f31dd24d234af75b"
    }

    patch "active-device-row-split" {
      sha256  = "sha256:c22fac2428ac715cb980e6ad98831f1a5e1b408a72f350fab83b81b1b0151cdd"
      skipped = true
    }

    patch "openvino-vulkan" {
      sha256  = "sha256:8303b3dfea285e95aee04e9f60c5f9ae3eceb4b4ba9f261e9b40312deb55c32c"
      skipped = true
    }

    patch "q4-1-mmvq" {
      sha256  = "sha256:ddd36819f47e33e29247edbfd071d633a3d0ff074ef581acb241c045d27dadac"
      skipped = true
    }

    patch "allreduce-max-bytes" {
      sha256  = "sha256:ee5cf3e9c5972891587dd98742b94c81b4bf890568c3bd0334b2479f5f5b74ca"
      skipped = true
    }

    patch "mul-mat-id-guard" {
      sha256  = "sha256:7260bc0a01739096fa978c1e97be4b7c6baa385f015ca246aafec606bebc0d8e"
      skipped = true
    }
  }
}

variant "openvino-vulkan" {
  definition = "sha256:cb04213dfe4db8a0b6b8d8e9ae2f4abf29bb919b2ffd90269fbff651c7c19777"

  component "llama" {
    upstream = "llama_cpp"
    git      = "https://github.com/ggml-org/llama.cpp.git"
    commit   = "db44417b027cff147f7de85e7da22bc6a3a804fb"
    tree     = "b7ce3a69128c2d4915ecf49ac7b7930801c304dc"
    exclude = [
      "models/ggml-vocab-*.gguf",
      "tools/server/public/bundle.js",
    ]

    patch "vdr4" {
      sha256  = "sha256:0ad80d77e234f3af0d380f116da134631e20570036c32c58267cd715e08e0c21"
      skipped = true
    }

    patch "layout-lookahead" {
      sha256  = "sha256:9596b0034540db80db0522f328c9510078c65821e389f0f9ae94a0b8e16cc072"
      skipped = true
    }

    patch "mul-mat-add" {
      sha256  = "sha256:6a673bd43c04855f07fb484a4c9201512dedefdfbdf62edc75c46f367ab39df9"
      skipped = true
    }

    patch "active-device-row-split" {
      sha256  = "sha256:c22fac2428ac715cb980e6ad98831f1a5e1b408a72f350fab83b81b1b0151cdd"
      skipped = true
    }

    patch "openvino-vulkan" {
      sha256         = "sha256:8303b3dfea285e95aee04e9f60c5f9ae3eceb4b4ba9f261e9b40312deb55c32c"
      decoded_sha256 = "sha256:8303b3dfea285e95aee04e9f60c5f9ae3eceb4b4ba9f261e9b40312deb55c32c"
      tree           = "d42e89a7db1db8a93dacdd44e409f48c4545ac20"
    }

    patch "q4-1-mmvq" {
      sha256  = "sha256:ddd36819f47e33e29247edbfd071d633a3d0ff074ef581acb241c045d27dadac"
      skipped = true
    }

    patch "allreduce-max-bytes" {
      sha256  = "sha256:ee5cf3e9c5972891587dd98742b94c81b4bf890568c3bd0334b2479f5f5b74ca"
      skipped = true
    }

    patch "mul-mat-id-guard" {
      sha256  = "sha256:7260bc0a01739096fa978c1e97be4b7c6baa385f015ca246aafec606bebc0d8e"
      skipped = true
    }
  }
}

variant "vdr4" {
  definition = "sha256:cb04213dfe4db8a0b6b8d8e9ae2f4abf29bb919b2ffd90269fbff651c7c19777"

  component "llama" {
    upstream = "llama_cpp"
    git      = "https://github.com/ggml-org/llama.cpp.git"
    commit   = "db44417b027cff147f7de85e7da22bc6a3a804fb"
    tree     = "b7ce3a69128c2d4915ecf49ac7b7930801c304dc"
    exclude = [
      "models/ggml-vocab-*.gguf",
      "tools/server/public/bundle.js",
    ]

    patch "vdr4" {
      sha256         = "sha256:0ad80d77e234f3af0d380f116da134631e20570036c32c58267cd715e08e0c21"
      decoded_sha256 = "sha256:7c675950fae5f18ad2c1fab315819920a0a122210b107f0e0d77c5be9b814ac6"
      tree           = "567f1d6fce92e3e85c1998ef9c87c3ac5e548b28"
    }

    patch "layout-lookahead" {
      sha256  = "sha256:9596b0034540db80db0522f328c9510078c65821e389f0f9ae94a0b8e16cc072"
      skipped = true
    }

    patch "mul-mat-add" {
      sha256  = "sha256:6a673bd43c04855f07fb484a4c9201512dedefdfbdf62edc75c46f367ab39df9"
      skipped = true
    }

    patch "active-device-row-split" {
      sha256  = "sha256:c22fac2428ac715cb980e6ad98831f1a5e1b408a72f350fab83b81b1b0151cdd"
      skipped = true
    }

    patch "openvino-vulkan" {
      sha256  = "sha256:8303b3dfea285e95aee04e9f60c5f9ae3eceb4b4ba9f261e9b40312deb55c32c"
      skipped = true
    }

    patch "q4-1-mmvq" {
      sha256  = "sha256:ddd36819f47e33e29247edbfd071d633a3d0ff074ef581acb241c045d27dadac"
      skipped = true
    }

    patch "allreduce-max-bytes" {
      sha256  = "sha256:ee5cf3e9c5972891587dd98742b94c81b4bf890568c3bd0334b2479f5f5b74ca"
      skipped = true
    }

    patch "mul-mat-id-guard" {
      sha256  = "sha256:7260bc0a01739096fa978c1e97be4b7c6baa385f015ca246aafec606bebc0d8e"
      skipped = true
    }
  }
}
