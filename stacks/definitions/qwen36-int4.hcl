# Qwen3.6 27B INT4 AutoRound on vLLM's XPU backend (the archive's section 7). What
# ran was the installed package 0.20.1, whose commit nobody wrote down: the commit here
# is the lab's source tree, on which both patches are proved to apply, and no more.

stack "qwen36-int4-mtp" {
  description = "Qwen3.6 27B INT4 AutoRound, vLLM XPU; a stand-in for the installed 0.20.1 (one card with MTP 45.2 tok/s, two without 49.1)"

  component "vllm" {
    source {
      upstream = upstream.vllm
      revision = "c51df43005726a09c6eb7348e8c1b00501c70a8e"
      # Pictures of the documentation, not in every mirror.
      exclude = [
        "docs/assets/contributing/vllm_bench_serve_timeline.html",
        "docs/assets/design/arch_overview/v1_process_architecture_tp2_dp4.png",
      ]
    }

    patch "mtp-fallback" {
      archive = archive.lab
      path    = "patches/vllm-xpu-mtp-fallback.patch"
      sha256  = "d682089564e098ae89ad60c620baedf3eb1dca1598ea5628a6f2697c3679c280"
      strip   = 8
      origin  = "unofficial"
      reason  = "speculation and MTP on XPU; cut between a package in /tmp and one in a venv"
    }

    patch "force-graph-with-comm" {
      archive  = archive.lab
      path     = "patches/vllm-xpu-force-graph-with-comm-experiment.patch"
      sha256   = "ade2f099bf341615635ce1ac8ba109fe9b9a4688afc7277285d65adbf3f76d54"
      strip    = 8
      when     = ["forced-graph"]
      origin   = "unofficial"
      standing = "negative"
      reason   = "captures graphs in spite of communication: failed with two cards"
    }

    build "python" {
      toolchain = toolchain.oneapi_2025_3
      isa       = "x86-64-v3"
      variables = {
        VLLM_TARGET_DEVICE = "xpu"
      }
    }
  }

  python {
    version = "3.12"
    requires = [
      "numba==0.65.0",
      "setuptools>=77.0.3,<81",
      "torch==2.11.0+xpu",
      "transformers==5.7.0",
      "triton-xpu==3.7.0",
      "vllm-xpu-kernels==0.1.7",
    ]
    indexes = {
      torch              = "pytorch-xpu"
      "triton-xpu"       = "pytorch-xpu"
      "vllm-xpu-kernels" = "vllm-xpu-kernels-0_1_7"
    }
    exclude_newer = "2026-05-04"
  }

  environment {
    variables = {
      CCL_ZE_IPC_EXCHANGE       = "sockets"
      VLLM_TARGET_DEVICE        = "xpu"
      VLLM_XPU_ENABLE_XPU_GRAPH = "1"
    }
  }

  unknown "commit of vLLM 0.20.1" {
    reason = "the runs had the installed package; its release commit is in none of the histories at hand"
  }

  unknown "the benchmark" {
    reason = "scripts/bench-qwen36-b70-single-mtp.sh and -tp2.sh of the archive; one warm-up, one iteration, against paths of the host"
  }

  unknown "packages of the venv vllm-xpu-managed" {
    reason = "Python 3.12, torch 2.11.0+xpu, vllm 0.20.1, transformers 5.7.0 and vllm-xpu-kernels 0.1.7 are recorded; triton-xpu and the rest are what vLLM c51df430 asks for"
  }

  variant "forced-graph" {
    description = "known bad: graph capture with communication"
  }
}
