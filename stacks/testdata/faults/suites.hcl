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
    gate "runs" {
      command = ["a"]
      expect {
        determinism    = "lstrip" # ERROR: Unsupported value
        logit_hashes   = ["4f77fb8d90ed49e6", "4F77FB8D90ED49E6"] # ERROR: Malformed hash
        max_perplexity = 0.5 # ERROR: Unsuitable number
      }
    }
    gate "alone-in-text" {
      command = ["a"]
      expect {
        determinism    = "text" # ERROR: Nothing to compare
        max_perplexity = 8.5 # ERROR: Unsupported attribute
        logit_hashes   = ["4f77fb8d90ed49e6"] # ERROR: Unsupported attribute
        prompt "0" { # ERROR: Unsupported block
          contains = ["b"]
        }
      }
    }
    gate "perplexity" {
      runner  = "llama-perplexity"
      command = ["a"]
      repeats = 2 # ERROR: Conflicting attributes
      expect {
        identical      = true # ERROR: Unsupported attribute
        min_perplexity = 9 # ERROR: Nothing fits
        max_perplexity = 8.5
      }
    }
    gate "prompts" {
      runner  = "vllm-quality"
      command = ["a"]
      expect {
        prompt "0" { # ERROR: Empty expectation
        }
        prompt "1" {
          contains = ["", "b"] # ERROR: Empty expectation
        }
        prompt "1" { # ERROR: Duplicate name
          contains = ["b"]
        }
        prompt "01" { # ERROR: Unsupported prompt
          matches = ["b"]
        }
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
