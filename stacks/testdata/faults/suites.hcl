# Suites: gates that can fail, shapes, models, regular expressions.

upstream "u" {
  git = "https://example.org/a.git"
}

model "m" {
  file    = "m.gguf"
  unknown = "a test"
}

stack "s" {
  component "a" {
    source {
      upstream = upstream.u
      revision = "db44417b027cff147f7de85e7da22bc6a3a804fb"
    }
  }

  suite "quality" "none" { # ERROR: Missing block
    shape { # ERROR: Unsupported block
      prompt = 1
      output = 1
    }
    repeats = 3 # ERROR: Unsupported attribute
  }

  suite "quality" "gates" {
    model = model.m
    needs {
      gpu    = "e223" # ERROR: Malformed PCI id
      memory = "1.5GiB" # ERROR: Unsuitable size
    }
    gate "blind" {
      command = ["a", "${model}"]
      expect { # ERROR: Empty expectation
      }
    }
    gate "missing" { # ERROR: Missing block # ERROR: Missing attribute
    }
    gate "alone" {
      command = ["a"]
      expect {
        identical = true # ERROR: Nothing to compare
      }
    }
    gate "rules" {
      command = [] # ERROR: Empty command
      repeats = 0 # ERROR: Unsuitable number
      runner  = "llama-bench" # ERROR: Unsupported value
      stdin   = "${model} ${other}" # ERROR: Unsupported expression
      expect {
        contains     = [""] # ERROR: Empty expectation
        matches      = ["(", "^ok$", "a**"] # ERROR: Malformed regular expression # ERROR: Malformed regular expression
        token_sha256 = "267cbf30" # ERROR: Malformed sha256
      }
    }
    gate "rules" { # ERROR: Duplicate name
      command = ["a"]
      expect {
        contains = ["b"]
      }
    }
  }

  suite "throughput" "bare" { # ERROR: Missing attribute # ERROR: Missing attribute # ERROR: Missing block
    gate "g" { # ERROR: Unsupported block
      command = ["a"]
      expect {
        identical = false
        contains  = ["b"]
      }
    }
  }

  suite "throughput" "nothing" {
    command = ["a", "-m", "${model}"] # ERROR: No model
    repeats = 1
    needs {
      gpu = "8086:e223" # ERROR: Missing attribute
    }
    shape { # ERROR: Empty shape
      prompt = 0
      output = 0
      batch  = 0 # ERROR: Unsuitable number
    }
  }

  suite "throughput" "unknown" {
    model   = model.n # ERROR: No such model
    command = ["a", "-m", "${model}"]
    repeats = 1
    shape { # ERROR: Missing attribute
      prompt = 512
    }
  }
}
