# Written by "cairn lock llama-cpp-smollm2". Never edit it: run that again.

format       = 1
stack        = "llama-cpp-smollm2"
layer_format = "cairn-layer-v1"
definition   = "sha256:0a5344aa7db9601e488d31fbb6f70014c1a4df314446c129af02e6f242c4efbd"

attributes = {
  "archive.lab.git"                                            = "https://github.com/steveseguin/llm-optimizations.git"
  "archive.lab.revision"                                       = "ec9dd0ef1e56a72d0314924516b4f1a0e80fd668"
  "component.llama.build.cmake.driver"                         = "cmake"
  "component.llama.build.cmake.isa"                            = "x86-64-v3"
  "component.llama.build.cmake.memory"                         = "2147483648"
  "component.llama.build.cmake.options.BUILD_SHARED_LIBS"      = "OFF"
  "component.llama.build.cmake.options.CMAKE_BUILD_TYPE"       = "Release"
  "component.llama.build.cmake.options.CMAKE_CXX_COMPILER"     = "g++"
  "component.llama.build.cmake.options.CMAKE_C_COMPILER"       = "gcc"
  "component.llama.build.cmake.options.GGML_AVX"               = "ON"
  "component.llama.build.cmake.options.GGML_AVX2"              = "ON"
  "component.llama.build.cmake.options.GGML_BMI2"              = "ON"
  "component.llama.build.cmake.options.GGML_CCACHE"            = "OFF"
  "component.llama.build.cmake.options.GGML_F16C"              = "ON"
  "component.llama.build.cmake.options.GGML_FMA"               = "ON"
  "component.llama.build.cmake.options.GGML_NATIVE"            = "OFF"
  "component.llama.build.cmake.options.GGML_OPENMP"            = "OFF"
  "component.llama.build.cmake.options.GGML_SSE42"             = "ON"
  "component.llama.build.cmake.options.LLAMA_BUILD_EXAMPLES"   = "OFF"
  "component.llama.build.cmake.options.LLAMA_BUILD_SERVER"     = "ON"
  "component.llama.build.cmake.options.LLAMA_BUILD_TESTS"      = "OFF"
  "component.llama.build.cmake.options.LLAMA_BUILD_WEBUI"      = "OFF"
  "component.llama.build.cmake.options.LLAMA_OPENSSL"          = "OFF"
  "component.llama.build.cmake.targets"                        = "[\"llama-bench\",\"llama-completion\",\"llama-perplexity\",\"llama-server\",\"llama-token-logit-probe\"]"
  "component.llama.build.cmake.toolchain"                      = "host"
  "component.llama.builds"                                     = "[\"cmake\"]"
  "component.llama.patch.guardfix.archive"                     = "lab"
  "component.llama.patch.guardfix.path"                        = "patches/llama-cpp-sycl-q4-current-guardfix-20260507.patch.gz.b64"
  "component.llama.patch.guardfix.sha256"                      = "sha256:8844319c697338e966422572b363bc817541423b3a986bebe43d68ec060a63ed"
  "component.llama.patch.token-logit-probe.path"               = "patches/llama-cpp/token-logit-probe.patch"
  "component.llama.patch.token-logit-probe.sha256"             = "sha256:800a4f1fb0a5257a13d0de4cfeffaf205a0b482d14d96da251e63ef35334f9fb"
  "component.llama.patches"                                    = "[\"guardfix\",\"token-logit-probe\"]"
  "component.llama.source.exclude"                             = "[\"models/ggml-vocab-*.gguf\",\"tools/server/public/bundle.js\"]"
  "component.llama.source.revision"                            = "db44417b027cff147f7de85e7da22bc6a3a804fb"
  "component.llama.source.upstream"                            = "llama_cpp"
  "components"                                                 = "[\"llama\"]"
  "model.smollm2_135m.file"                                    = "SmolLM2-135M-Instruct.Q4_1.gguf"
  "model.smollm2_135m.sha256"                                  = "sha256:b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53"
  "model.smollm2_135m.size"                                    = "98362432"
  "service.command"                                            = "[\"llama-server\",\"-m\",\"/models/SmolLM2-135M-Instruct.Q4_1.gguf\",\"--host\",\"127.0.0.1\",\"--port\",\"8080\",\"-c\",\"2048\",\"-np\",\"1\",\"-t\",\"2\",\"--no-webui\",\"--offline\"]"
  "service.model"                                              = "smollm2_135m"
  "service.port"                                               = "8080"
  "service.ready_timeout"                                      = "5m0s"
  "suite.quality.endpoint.gate.capital.expect.contains"        = "[\"Paris\"]"
  "suite.quality.endpoint.gate.capital.expect.identical"       = "true"
  "suite.quality.endpoint.gate.capital.max_tokens"             = "48"
  "suite.quality.endpoint.gate.capital.repeats"                = "2"
  "suite.quality.endpoint.gate.capital.runner"                 = "openai"
  "suite.quality.endpoint.gate.capital.stdin"                  = "The capital of France is"
  "suite.quality.endpoint.gates"                               = "[\"capital\"]"
  "suite.quality.greedy.gate.logits.command"                   = "[\"llama-token-logit-probe\",\"-m\",\"/models/SmolLM2-135M-Instruct.Q4_1.gguf\",\"-sm\",\"layer\",\"-p\",\"The capital of France is\",\"-n\",\"16\",\"-c\",\"512\",\"-t\",\"2\"]"
  "suite.quality.greedy.gate.logits.expect.identical"          = "true"
  "suite.quality.greedy.gate.logits.expect.logit_hashes"       = "[\"ebadcfffb91e255a\"]"
  "suite.quality.greedy.gate.logits.repeats"                   = "2"
  "suite.quality.greedy.gate.logits.runner"                    = "llama-probe"
  "suite.quality.greedy.gate.n48.command"                      = "sha256:ce811ad60f66860059e34ca67ed9042db00f6e31235bae83b66ceded427eaca8 (216 bytes)"
  "suite.quality.greedy.gate.n48.expect.contains"              = "[\"Paris\"]"
  "suite.quality.greedy.gate.n48.expect.identical"             = "true"
  "suite.quality.greedy.gate.n48.repeats"                      = "2"
  "suite.quality.greedy.gate.n48.runner"                       = "llama-completion"
  "suite.quality.greedy.gate.perplexity.command"               = "[\"llama-perplexity\",\"-m\",\"/models/SmolLM2-135M-Instruct.Q4_1.gguf\",\"-f\",\"/dev/stdin\",\"-c\",\"64\",\"-b\",\"64\",\"-t\",\"2\",\"--offline\"]"
  "suite.quality.greedy.gate.perplexity.expect.max_perplexity" = "60"
  "suite.quality.greedy.gate.perplexity.expect.min_perplexity" = "56"
  "suite.quality.greedy.gate.perplexity.runner"                = "llama-perplexity"
  "suite.quality.greedy.gate.perplexity.stdin"                 = "sha256:4d11baeb4cc40fa22918065f9760298919e6f49ff3c5125eb9055c6d8859cc4a (772 bytes)"
  "suite.quality.greedy.gates"                                 = "[\"n48\",\"logits\",\"perplexity\"]"
  "suite.quality.greedy.model"                                 = "smollm2_135m"
  "suite.throughput.p512n128.command"                          = "[\"llama-bench\",\"-m\",\"/models/SmolLM2-135M-Instruct.Q4_1.gguf\",\"-t\",\"2\",\"-p\",\"512\",\"-n\",\"128\",\"-o\",\"jsonl\"]"
  "suite.throughput.p512n128.model"                            = "smollm2_135m"
  "suite.throughput.p512n128.repeats"                          = "3"
  "suite.throughput.p512n128.runner"                           = "llama-bench"
  "suite.throughput.p512n128.shape.output"                     = "128"
  "suite.throughput.p512n128.shape.prompt"                     = "512"
  "suite.throughput.served.repeats"                            = "3"
  "suite.throughput.served.runner"                             = "openai"
  "suite.throughput.served.shape.output"                       = "128"
  "suite.throughput.served.shape.prompt"                       = "512"
  "suites"                                                     = "[\"quality.greedy\",\"quality.endpoint\",\"throughput.p512n128\",\"throughput.served\"]"
  "toolchain.host.host.programs"                               = "[\"cmake\",\"g++\",\"gcc\",\"ninja\"]"
  "toolchain.host.kind"                                        = "host"
  "upstream.llama_cpp.git"                                     = "https://github.com/ggml-org/llama.cpp.git"
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

  patch "token-logit-probe" {
    sha256         = "sha256:800a4f1fb0a5257a13d0de4cfeffaf205a0b482d14d96da251e63ef35334f9fb"
    decoded_sha256 = "sha256:800a4f1fb0a5257a13d0de4cfeffaf205a0b482d14d96da251e63ef35334f9fb"
    tree           = "85559212408b32561516ff4735cfc80d3095e844"
  }
}

toolchain "host" {
  kind   = "host"
  impure = true
}
