# Toolchains that cairn builds: what they stand on, names, needs.

upstream "u" {
  git = "https://example.org/a.git"
}

distro "d" {
  apt "main" {
    url         = "https://example.org/debian"
    suite       = "stable"
    components  = ["main"]
    fingerprint = "F6ECB3762474EDA9D21B7022871920D1991BC93C"
  }
}

toolchain "host" {
  host {
    programs = ["cc"]
  }
  component "part" { # ERROR: Conflicting blocks
    source {
      upstream = upstream.u
      revision = "db44417b027cff147f7de85e7da22bc6a3a804fb"
    }
  }
}

toolchain "one" {
  distro   = distro.d
  packages = ["g++"]
  component "library" {
    source {
      upstream = upstream.u
      revision = "db44417b027cff147f7de85e7da22bc6a3a804fb"
    }
    build "cmake" {
      toolchain = toolchain.one
      isa       = "x86-64-v2"
      needs     = ["header"] # ERROR: No such build
    }
  }
  component "library" { # ERROR: Duplicate name
    source {
      upstream = upstream.u
      revision = "db44417b027cff147f7de85e7da22bc6a3a804fb"
    }
  }
}

toolchain "two" {
  distro   = distro.d
  packages = ["g++"]
  component "other" {
    source {
      upstream = upstream.u
      revision = "db44417b027cff147f7de85e7da22bc6a3a804fb"
    }
    build "cmake" { # ERROR: Unsuitable toolchain
      toolchain = toolchain.one
      isa       = "x86-64-v2"
    }
    build "command" { # ERROR: Missing attribute
      toolchain = toolchain.two
    }
  }
}

stack "s" { # ERROR: Duplicate name
  component "library" {
    source {
      upstream = upstream.u
      revision = "db44417b027cff147f7de85e7da22bc6a3a804fb"
    }
    build "cmake" {
      toolchain = toolchain.one
      isa       = "x86-64-v2"
    }
  }
}
