# llama.cpp with the lab's series on any x86-64-v3 machine and a small real model:
# every kind of gate and measurement that the lab's llama.cpp stacks use, where there is
# no GPU.

stack "llama-cpp-smollm2" {
  description = "llama.cpp with the guardfix series on the CPU, SmolLM2 135M: probes, endpoint, throughput"

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

    patch "token-logit-probe" {
      path   = "patches/llama-cpp/token-logit-probe.patch"
      sha256 = "800a4f1fb0a5257a13d0de4cfeffaf205a0b482d14d96da251e63ef35334f9fb"
      origin = "unofficial"
      reason = "prints what tools/llama_token_logit_probe.cpp of the archive prints: the greedy tokens and a hash over all logits of each step"
    }

    build "cmake" {
      toolchain = toolchain.debian_12
      isa       = "x86-64-v3"
      options = {
        BUILD_SHARED_LIBS    = "OFF"
        CMAKE_BUILD_TYPE     = "Release"
        CMAKE_C_COMPILER     = "gcc"
        CMAKE_CXX_COMPILER   = "g++"
        GGML_AVX             = "ON"
        GGML_AVX2            = "ON"
        GGML_BMI2            = "ON"
        GGML_CCACHE          = "OFF"
        GGML_F16C            = "ON"
        GGML_FMA             = "ON"
        GGML_NATIVE          = "OFF"
        GGML_OPENMP          = "OFF"
        GGML_SSE42           = "ON"
        LLAMA_BUILD_EXAMPLES = "OFF"
        LLAMA_BUILD_SERVER   = "ON"
        LLAMA_BUILD_TESTS    = "OFF"
        LLAMA_BUILD_WEBUI    = "OFF"
        LLAMA_OPENSSL        = "OFF"
      }
      targets = ["llama-bench", "llama-completion", "llama-perplexity", "llama-server", "llama-token-logit-probe"]
      memory  = "2GiB"
    }
  }

  environment {
    runtime = toolchain.debian_12_runtime
  }

  service {
    command = [
      "llama-server", "-m", "${model}", "--host", "127.0.0.1", "--port", "8080", "-c", "2048", "-np", "1", "-t", "2",
      "--no-webui", "--offline",
    ]
    port          = 8080
    ready_timeout = "5m"
    model         = model.smollm2_135m
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

    # All logits of sixteen steps, of this build and these flags. Without a device the
    # probe's usual -sm none has no card to put the model on.
    gate "logits" {
      runner = "llama-probe"
      command = [
        "llama-token-logit-probe", "-m", "${model}", "-sm", "layer", "-p", "The capital of France is", "-n", "16",
        "-c", "512", "-t", "2",
      ]
      repeats = 2
      expect {
        identical    = true
        logit_hashes = ["ebadcfffb91e255a"]
      }
    }

    gate "perplexity" {
      runner  = "llama-perplexity"
      command = ["llama-perplexity", "-m", "${model}", "-f", "/dev/stdin", "-c", "64", "-b", "64", "-t", "2", "--offline"]
      stdin   = "A cairn is a heap of stones that somebody left so that others find the way. On a bare hill, where snow hides the path\nfor half of the year, each heap stands in sight of the one before it. Whoever passes adds a stone, and so the heaps\noutlast those who made them. The rule is simple: walk from one to the next, and if the next cannot be seen, go back to\nthe last that was certain and wait for the fog to lift. People who build software for machines that they do not own\ncould use such heaps. A figure that was measured once, on a day that nobody wrote down, with a program that nobody can\nbuild again, is a stone in the grass. Put on a heap, with the commit, the patches, the compiler and the flags, it shows\nthe way to the next figure, and to the mistake in the last one.\n"
      expect {
        min_perplexity = 56
        max_perplexity = 60
      }
    }
  }

  suite "quality" "endpoint" {
    gate "capital" {
      runner     = "openai"
      stdin      = "The capital of France is"
      max_tokens = 48
      repeats    = 2
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
      "llama-bench", "-m", "${model}", "-t", "2", "-p", "512", "-n", "128", "-o", "jsonl",
    ]
    repeats = 3
    shape {
      prompt = 512
      output = 128
    }
  }

  suite "throughput" "served" {
    runner  = "openai"
    repeats = 3
    shape {
      prompt = 512
      output = 128
    }
  }
}
