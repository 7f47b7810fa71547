package stacks

import (
	"strings"
	"testing"
	"time"
)

const runSource = `
upstream "u" {
  git = "https://example.org/a.git"
}
index "pytorch-xpu" {
  url = "https://example.org/xpu"
}
index "own" {
  url   = "https://example.org/files"
  links = true
}
package_set "shared" {
  requires = ["first"]
}
model "m" {
  file       = "folder"
  repository = "owner/name"
  revision   = "1afac074ecf7c3c4504c68b83d127506f8a7e5a4"
  unknown    = "nobody hashed it"
}
stack "s" {
  component "a" {
    source {
      upstream = upstream.u
      revision = "db44417b027cff147f7de85e7da22bc6a3a804fb"
    }
  }
  python {
    version  = "3.12"
    requires = ["torch==2.11.0+xpu", "NumPy"]
    package_set = package_set.shared
    sdist "numpy" {
      isa = "x86-64-v2"
    }
    indexes  = { torch = "pytorch-xpu" }
  }
  service {
    command   = ["serve", "${model}"]
    port      = 8000
    model     = model.m
    variables = { MODEL = "${model}" }
    needs {
      gpus = 4
    }
  }
  suite "quality" "q" {
    gate "combined" {
      runner  = "vllm-quality"
      command = ["check"]
      expect {
        combined_token_sha256 = "267cbf30208d84929ee79284ac695467f7e80597bf8694130e1e1f8b180eb5bd"
      }
    }
    gate "runs" {
      runner  = "vllm-quality"
      command = ["check", "--runs", "16"]
      expect {
        identical = true
      }
    }
    gate "asked" {
      runner     = "openai"
      stdin      = "Say it."
      max_tokens = 64
      expect {
        contains = ["it"]
      }
    }
  }
  suite "throughput" "t" {
    runner  = "openai"
    repeats = 2
    shape {
      prompt = 512
      output = 128
    }
  }
  unknown "a patch" {
    reason = "nobody kept it"
    blocks = ["a"]
  }
  variant "v" {
    python {
      version       = "3.13"
      indexes       = { torch = null, numpy = "own" }
      exclude_newer = "2026-05-20"
      sdist "torch" {
        isa = "x86-64-v3"
      }
      sdist "first" {
        isa = "x86-64-v4"
      }
    }
    service {
      health        = "/ready"
      ready_timeout = "90s"
      needs {
        gpus = 1
      }
    }
  }
  variant "bare" {
    without = ["python", "service", "suite.quality.q", "suite.throughput.t"]
  }
}
`

func TestWhatProgramsRunWith(t *testing.T) {
	t.Parallel()
	ws := mustLoad(t, runSource)
	s := mustStack(t, ws, "s")
	equal(t, "indexes", s.Python.Indexes, map[string]string{"torch": "pytorch-xpu"})
	equal(t, "command", s.Service.Command, []string{"serve", "/models/folder"})
	equal(t, "variables", s.Service.Variables, map[string]string{"MODEL": "/models/folder"})
	equal(t, "health", s.Service.Health, "/health")
	equal(t, "timeout", s.Service.ReadyTimeout, 30*time.Minute)
	equal(t, "needs", s.Service.Needs.GPUs, 4)
	equal(t, "repository", s.Service.Model.Repository, "owner/name")
	equal(t, "revision", s.Service.Model.Revision.String(), "1afac074ecf7c3c4504c68b83d127506f8a7e5a4")
	equal(t, "blocks", s.Unknown[0].Blocks, []string{"a"})
	equal(t, "bound", s.Suites[0].Gates[2].MaxTokens, 64)
	if s.Suites[0].Gates[0].Expect.CombinedTokenSHA256.IsZero() {
		t.Error("the combined digest is not there")
	}

	v := mustStack(t, ws, "s@v")
	equal(t, "version", v.Python.Version, "3.13")
	equal(t, "requires", v.Python.Requires, []string{"first", "torch==2.11.0+xpu", "NumPy"})
	equal(t, "indexes used", []string{s.Python.From[0].URL, v.Python.From[0].URL}, []string{"https://example.org/xpu", "https://example.org/files"})
	equal(t, "source distribution", s.Python.Sdists[0].ISA, "x86-64-v2")
	var built []string
	for _, d := range v.Python.Sdists {
		built = append(built, d.Name+" "+d.ISA)
	}
	equal(t, "source distributions of the variant", built, []string{"torch x86-64-v3", "first x86-64-v4"})
	equal(t, "glibc", v.Python.Glibc, "2.28")
	equal(t, "indexes of the variant", v.Python.Indexes, map[string]string{"numpy": "own"})
	equal(t, "day", v.Python.ExcludeNewer, "2026-05-20")
	equal(t, "command of the variant", v.Service.Command, s.Service.Command)
	equal(t, "health of the variant", v.Service.Health, "/ready")
	equal(t, "timeout of the variant", v.Service.ReadyTimeout, 90*time.Second)
	equal(t, "needs of the variant", v.Service.Needs.GPUs, 1)
	equal(t, "needs of the stack, after", mustStack(t, ws, "s").Service.Needs.GPUs, 4)

	if bare := mustStack(t, ws, "s@bare"); bare.Python != nil || bare.Service != nil {
		t.Error("python and service were not dropped")
	}
}

// An index that several packages are from is listed once, and the indexes by their names.
func TestIndexesUsed(t *testing.T) {
	t.Parallel()
	src := strings.Replace(runSource, `requires = ["torch==2.11.0+xpu", "NumPy"]`, `requires = ["a", "b;python_version < '3.13'", "c", "torch", "NumPy"]`, 1)
	src = strings.Replace(src, `indexes  = { torch = "pytorch-xpu" }`, `indexes  = { a = "pytorch-xpu", b = "own", c = "pytorch-xpu" }`, 1)
	var names []string
	for _, index := range mustStack(t, mustLoad(t, src), "s").Python.From {
		names = append(names, index.Name)
	}
	equal(t, "indexes", names, []string{"own", "pytorch-xpu"})
}
