# Edges: the last value that is taken beside the first that is not.

upstream "u" {
  git = "https://example.org/a.git"
}

upstream "fragment" {
  git = "https://example.org/a.git#main" # ERROR: Malformed URL
}

model "up" {
  file    = ".." # ERROR: Unsuitable file name
  unknown = "a test"
}

model "zeros" {
  file   = "a.gguf"
  sha256 = "0000000000000000000000000000000000000000000000000000000000000000" # ERROR: Malformed sha256
}

distro "d" {
  apt "main" {
    url        = "https://example.org/debian"
    suite      = "stable"
    components = ["main"]
  }
}

toolchain "nothing" { # ERROR: Missing attribute
  distro   = distro.d
  packages = []
}

toolchain "apt" {
  distro   = distro.d
  packages = ["g++"]
}

result "above" {
  date              = "2026-05-07"
  standing          = "accepted"
  tolerance_percent = 100.5 # ERROR: Unsuitable number
}

result "at" {
  date              = "2026-05-07"
  standing          = "accepted"
  tolerance_percent = 100
}

stack "s" {
  component "a" {
    source {
      upstream = upstream.u
      revision = "db44417b027cff147f7de85e7da22bc6a3a804fb"
    }
    build "cmake" {
      toolchain = toolchain.apt
      isa       = "x86-64-v3"
      targets   = [1] # ERROR: Unsuitable value
      install   = false
      options = {
        FLAGS = "-axHost" # ERROR: Native code
      }
    }
    build "command" {
      toolchain = toolchain.apt
      commands  = [["true"]]
    }
  }
  component "b" {
    source {
      upstream = upstream.u
      revision = "db44417b027cff147f7de85e7da22bc6a3a804fb"
    }
    build "command" {
      toolchain = toolchain.apt
      commands  = [["true"]]
      needs     = ["a", "a.cmake"] # ERROR: No such build
    }
  }
  # 128 and 129 characters.
  component "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" {
    source {
      upstream = upstream.u
      revision = "db44417b027cff147f7de85e7da22bc6a3a804fb"
    }
  }
  component "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" { # ERROR: Unsupported name
  }
  python {
    version  = "3.12"
    requires = ["torch;python_version < '3.13'", "numpy"]
    indexes = {
      torch = "pypi"
      NumPy = "an index" # ERROR: Unsupported name
    }
  }
  service {
    command       = ["serve"]
    port          = 65535
    ready_timeout = "0s" # ERROR: Unsuitable duration
  }
  suite "quality" "q" {
    gate "bounds" {
      runner  = "llama-perplexity"
      command = ["a"]
      expect {
        min_perplexity = 8.5
        max_perplexity = 8.5
      }
    }
    gate "repeats" {
      command = ["a"]
      repeats = 0 # ERROR: Unsuitable number
      expect {
        identical   = true
        determinism = "text"
        matches     = ["^\\d+$"]
      }
    }
    gate "twice" {
      command = ["a"]
      repeats = 2
      expect {
        identical = true
      }
    }
    gate "prompts" {
      runner  = "vllm-quality"
      command = ["a"]
      expect {
        prompt "0" {
          contains = ["x"]
        }
        prompt "01" { # ERROR: Unsupported prompt
          contains = ["x"]
        }
      }
    }
  }
  suite "throughput" "t" {
    command = ["a"]
    repeats = 1
    shape {
      prompt = 0
      output = 1
    }
  }
  variant "v" {
    without = ["environment"] # ERROR: No such block
    python {
      indexes = {
        torch = "pypi"
      }
    }
  }
  environment {
  }
}
