# Names: of blocks, attributes, references, variants, builds.

upstrem "a" { # ERROR: Unsupported block
}

upstream "a" {
  git     = "https://example.org/a.git"
  mirror  = "here" # ERROR: Unsupported attribute
  archive = archive.lab # ERROR: Unsupported attribute
}

upstream "a" { # ERROR: Duplicate name
  git = "https://example.org/b.git"
}

upstream { # ERROR: Wrong number of labels
  git = "https://example.org/a.git"
}

upstream "a" "b" { # ERROR: Wrong number of labels
  git = "https://example.org/a.git"
}

upstream "3rd" { # ERROR: Unsupported name
  git = "https://example.org/a.git"
}

archive "lab" {
  git      = "https://example.org/lab.git"
  revision = "ec9dd0ef1e56a72d0314924516b4f1a0e80fd668"
}

toolchain "host" {
  host {
    programs = ["cc"]
  }
}

toolchain "debian" {
  distro   = distro.bookworm # ERROR: No such distro
  packages = ["gcc"]
}

stack "s" {
  component "a" {
    source {
      upstream = upstream.aa # ERROR: No such upstream
      revision = "db44417b027cff147f7de85e7da22bc6a3a804fb"
    }
    patch "one" {
      archive = archive.labb # ERROR: No such patch archive
      path    = "patches/one.patch"
    }
    patch "two" {
      archive = "lab" # ERROR: Unsuitable value
      path    = "patches/two.patch"
    }
    patch "three" {
      archive = upstream.a # ERROR: Unsuitable reference
      path    = "patches/three.patch"
    }
    patch "three" { # ERROR: Duplicate name
      path = "patches/there.patch"
    }
    patch "four" {
      path = "patches/their.patch" # ERROR: No such patch file
    }
    patch "five" {
      path = "patches" # ERROR: No such patch file
      when = ["cpu", "gpu", "cpu"] # ERROR: No such variant # ERROR: Duplicate name
    }
    patch "six" {
      path = "patches/there.patch"
      when = [] # ERROR: Empty list
    }
    patch "with.dot" { # ERROR: Unsupported name
      path = "patches/there.patch"
    }
    build "cmake" {
      toolchain = toolchain.hots # ERROR: No such toolchain
      isa       = "x86-64-v3"
      needs     = ["b", "a.cmak"] # ERROR: No such build # ERROR: No such build
      sources   = ["a", "aa"] # ERROR: Own source # ERROR: No such component
    }
    build "cmake" { # ERROR: Duplicate name
      toolchain = toolchain.host
      isa       = "x86-64-v3"
    }
    build "command" {
      name      = "cmake" # ERROR: Duplicate name
      toolchain = toolchain.host
      commands  = [["true"]]
    }
    build "meson" { # ERROR: Unsupported build
    }
  }
  component "a" { # ERROR: Duplicate name
    source {
      upstream = upstream.a
      revision = "db44417b027cff147f7de85e7da22bc6a3a804fb"
    }
    source { # ERROR: Duplicate block
      upstream = upstream.a
      revision = "db44417b027cff147f7de85e7da22bc6a3a804fb"
    }
  }
  suite "speed" "s" { # ERROR: Unsupported suite
  }
  variant "cpu" {
    without = ["suite.quality.x"] # ERROR: No such block
    component "b" { # ERROR: No such component
    }
    component "a" {
      patch "extra" { # ERROR: Unsupported block
      }
    }
  }
  variant "cpu" { # ERROR: Duplicate name
  }
  variant "base" { # ERROR: Reserved name
  }
  unknown "" { # ERROR: Unsupported name
    reason = "none"
  }
}

stack "empty" { # ERROR: Missing block
}

result "r1" {
  date     = "2026-02-30" # ERROR: Unsuitable date
  standing = "excepted" # ERROR: Unsupported value
  stack    = stack.t # ERROR: No such stack
}

result "r2" {
  date     = "2026-05-07"
  standing = "accepted"
  stack    = stack.s
  variant  = "cpuu" # ERROR: No such variant
}

result "r3" {
  date     = "2026-05-07"
  standing = "accepted"
  variant  = "cpu" # ERROR: Missing attribute
  metrics {
    output_tok_s = "fast" # ERROR: Unsuitable value
  }
}
