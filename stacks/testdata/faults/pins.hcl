# Pins: commits, digests, fingerprints, URLs.

upstream "tag" {
  git = "https://example.org/a.git"
}

upstream "nothing" { # ERROR: Missing attribute
}

upstream "both" {
  git      = "https://example.org/a.git"
  embedded = "ember" # ERROR: Conflicting attributes
}

upstream "scheme" {
  git = "example.org/a.git" # ERROR: Malformed URL
}

upstream "password" {
  git = "https://me:secret@example.org/a.git" # ERROR: Credentials in a URL
}

upstream "token" {
  git = "https://token@example.org/a.git" # ERROR: Credentials in a URL
}

upstream "query" {
  git = "https://example.org/a.git?ref=main" # ERROR: Malformed URL
}

archive "branch" {
  git      = "https://example.org/b.git"
  revision = "main" # ERROR: Mutable pin
}

archive "short" {
  git      = "https://example.org/b.git"
  revision = "db44417b" # ERROR: Mutable pin
}

archive "upper" {
  git      = "https://example.org/b.git"
  revision = "DB44417B027CFF147F7DE85E7DA22BC6A3A804FB" # ERROR: Mutable pin
}

archive "null" {
  git      = "https://example.org/b.git"
  revision = "0000000000000000000000000000000000000000" # ERROR: Mutable pin
}

archive "bare" { # ERROR: Missing attribute # ERROR: Missing attribute
}

distro "empty" { # ERROR: Missing block
}

distro "keys" {
  apt "short" {
    url         = "https://example.org/debian"
    suite       = "bookworm"
    components  = ["main"]
    fingerprint = "871920D1991BC93C" # ERROR: Malformed fingerprint
  }
  apt "short" { # ERROR: Duplicate name
    url        = "git://example.org/debian" # ERROR: Malformed URL
    suite      = "book worm"                # ERROR: Unsuitable value
    components = []                         # ERROR: Empty list
  }
}

toolchain "train" {
  distro   = distro.keys
  packages = ["g++"]
  oneapi {
    version = "2025.3.2" # ERROR: Unsupported oneAPI version
  }
}

toolchain "latest" {
  distro   = distro.keys
  packages = ["g++"]
  oneapi {
    version = "latest" # ERROR: Unsupported oneAPI version
  }
}

toolchain "impure" {
  distro = distro.keys # ERROR: Conflicting attributes
  host {
    programs = [] # ERROR: Empty list
  }
  oneapi { # ERROR: Conflicting blocks
    version = "2025.3"
  }
}

toolchain "empty" { # ERROR: Missing attribute # ERROR: Missing attribute
}

model "unpinned" { # ERROR: Missing attribute
  file = "a.gguf"
}

model "both" {
  file    = "a.gguf"
  sha256  = "b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53"
  unknown = "who knows" # ERROR: Conflicting attributes
}

model "digest" {
  file   = "models/a.gguf" # ERROR: Unsuitable file name
  sha256 = "b179c952"      # ERROR: Malformed sha256
  size   = 0               # ERROR: Unsuitable number
}

model "size" {
  file   = "a.gguf"
  sha256 = "B179C9523D0E6A0F98A330C7562B682750A6F8C8C15E5BC70EA373728110DB53" # ERROR: Malformed sha256
  size   = "12GiB"                                                            # ERROR: Unsuitable value
}

stack "image-by-tag" { # ERROR: Missing block
  image {
    base = "debian:12" # ERROR: Mutable pin
  }
}

licence "of-nothing" { # ERROR: Missing attribute
  reason = "whatever"
}

licence "without-reason" { # ERROR: Missing attribute
  packages = ["a-*"]
}
