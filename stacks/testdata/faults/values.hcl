# Values: what is no plain value is refused, by name.

cairn {
  required_version = "later" # ERROR: Malformed version constraint
  lockfiles        = "/abs" # ERROR: Unsuitable path
}

cairn { # ERROR: Duplicate block
}

upstream "u" {
  git = join("", ["https://", "example.org"]) # ERROR: Unsupported expression
}

upstream "v" {
  git = "https://${host}/a.git" # ERROR: Unsupported expression
}

upstream "w" {
  git = true ? "a" : "b" # ERROR: Unsupported expression
}

upstream "x" {
  git = word # ERROR: Unsuitable value
}

upstream "y" {
  git = ["https://example.org/a.git"] # ERROR: Unsuitable value
}

upstream "z" {
  git = "https://example.org/%{ if true }a%{ endif }.git" # ERROR: Unsupported expression
}

upstream "nul" {
  embedded = "a\u0000b" # ERROR: Unsuitable value
}

toolchain "h" { # ERROR: Missing attribute # ERROR: Missing attribute
  host = {} # ERROR: Unsupported attribute
}

toolchain "i" {
  distro = distro["x"].y # ERROR: Unsuitable value
  packages = [for p in ["a"] : p] # ERROR: Unsupported expression
}

toolchain "j" {
  host {
    programs = "cc" # ERROR: Unsuitable value
  }
}

stack "s" {
  description = 3 # ERROR: Unsuitable value
  component "c" {
    source {
      upstream = upstream.u
      revision = "db44417b027cff147f7de85e7da22bc6a3a804fb"
    }
  }
  environment {
    variables { # ERROR: Unsupported block
    }
  }
  image {
    labels = {
      (1 + 1) = "two" # ERROR: Unsupported expression
    }
  }
}
