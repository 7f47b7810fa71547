# What programs run with: Python, services, endpoints.

upstream "u" {
  git = "https://example.org/a.git"
}

model "hub" { # ERROR: Missing attribute
  file     = "folder"
  revision = "1afac074ecf7c3c4504c68b83d127506f8a7e5a4"
  unknown  = "a test"
}

stack "s" {
  component "a" {
    source {
      upstream = upstream.u
      revision = "db44417b027cff147f7de85e7da22bc6a3a804fb"
    }
  }

  python {
    version = "3" # ERROR: Unsupported version of Python
    requires = [
      "torch==2.11.0+xpu",
      "vllm[xpu]>=0.20,<1",
      "numpy ; python_version < '3.13'",
      "-r requirements.txt", # ERROR: Malformed requirement
      "torch @ https://example.org/torch.whl", # ERROR: Malformed requirement
      "", # ERROR: Malformed requirement
    ]
    indexes = {
      torch = "an index" # ERROR: Unsupported name
      "a b" = "xpu" # ERROR: Malformed requirement
    }
    glibc = "3" # ERROR: Unsupported version of glibc
    exclude_newer = "yesterday" # ERROR: Unsuitable date
  }

  service { # ERROR: Missing attribute
    port          = 70000 # ERROR: Unsuitable number
    health        = "health" # ERROR: Unsuitable path
    ready_timeout = "soon" # ERROR: Unsuitable duration
    variables     = { M = "${model}" } # ERROR: No model
    needs {
      gpu = "8086:e223" # ERROR: Missing attribute
    }
  }

  suite "quality" "endpoint" {
    gate "prompt" { # ERROR: Missing attribute
      runner     = "openai"
      max_tokens = 64
      expect {
        contains = ["x"]
      }
    }
    gate "bound" { # ERROR: Missing attribute
      runner = "openai"
      stdin  = "Say it."
      expect {
        contains = ["x"]
      }
    }
    gate "both" {
      runner     = "openai"
      command    = ["curl"] # ERROR: Conflicting attributes
      stdin      = "Say it."
      max_tokens = 64
      expect {
        contains = ["x"]
      }
    }
    gate "program" {
      command    = ["a"]
      max_tokens = 64 # ERROR: Conflicting attributes
      expect {
        combined_token_sha256 = "1,2,-1" # ERROR: Malformed sha256
      }
    }
    gate "one process" { # ERROR: Unsupported name
    }
  }

  suite "throughput" "endpoint" {
    runner  = "openai"
    command = ["curl"] # ERROR: Conflicting attributes
    repeats = 1
    shape {
      prompt = 1
      output = 1
    }
  }

  unknown "a patch" {
    reason = "nobody kept it"
    blocks = ["a", "b"] # ERROR: No such component
  }
}

index "pypi" { # ERROR: Reserved name
  url = "https://example.org/simple"
}

stack "pinned" {
  component "a" {
    source {
      upstream = upstream.u
      revision = "db44417b027cff147f7de85e7da22bc6a3a804fb"
    }
  }
  python {
    version  = "3.12"
    requires = ["torch"]
    indexes = {
      torch = "xpu" # ERROR: No such index
      numpy = "pypi" # ERROR: No such requirement
    }
    sdist "a" { # ERROR: Duplicate name
      isa = "x86-64-v2"
    }
    sdist "torch" { # ERROR: Missing attribute
    }
    sdist "torch" { # ERROR: Duplicate name
      isa = "x86-64-v2"
    }
  }
}

stack "endpointless" {
  component "a" {
    source {
      upstream = upstream.u
      revision = "db44417b027cff147f7de85e7da22bc6a3a804fb"
    }
  }
  suite "quality" "q" {
    gate "g" {
      runner     = "openai" # ERROR: No service
      stdin      = "Say it."
      max_tokens = 64
      expect {
        contains = ["x"]
      }
    }
  }
  suite "throughput" "t" {
    runner  = "openai" # ERROR: No service
    repeats = 1
    shape {
      prompt = 1
      output = 1
    }
  }
}
