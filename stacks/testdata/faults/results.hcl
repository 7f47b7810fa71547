# Results: what was measured, and on what.

upstream "u" {
  git = "https://example.org/a.git"
}

stack "s" {
  component "a" {
    source {
      upstream = upstream.u
      revision = "db44417b027cff147f7de85e7da22bc6a3a804fb"
    }
  }
  suite "quality" "q" {
    gate "g" {
      command = ["a"]
      expect {
        contains = ["x"]
      }
    }
  }
  suite "throughput" "t" {
    command = ["a"]
    repeats = 1
    shape {
      prompt = 1
      output = 1
    }
  }
  variant "v" {
    without = ["suite.throughput.t"]
  }
}

result "nowhere" {
  date      = "2026-05-07"
  submitted = "2026-05-07" # ERROR: Unsuitable time
  standing  = "accepted"
  suite     = "t" # ERROR: Missing attribute
  repeats   = [1.5, "2"] # ERROR: Unsuitable value

  tolerance_percent = 0 # ERROR: Unsuitable number
}

result "gates" {
  date     = "2026-05-07"
  standing = "accepted"
  stack    = stack.s
  suite    = "q" # ERROR: No such suite
  repeats  = [1.5, 1e999] # ERROR: Unsuitable value
  metrics {
    output_tok_s = 1e999 # ERROR: Unsuitable value
  }
  quality {
    gates = ["raw145"] # ERROR: Unsupported attribute
  }
}

result "dropped" {
  date     = "2026-05-07"
  standing = "accepted"
  stack    = stack.s
  variant  = "v"
  suite    = "t" # ERROR: No such suite
}

result "variant" {
  date     = "2026-05-07"
  standing = "accepted"
  stack    = stack.s
  variant  = "w" # ERROR: No such variant
  suite    = "t"
}
