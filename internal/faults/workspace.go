package main

// The workspace that all scenarios start from: two components of the embedded history,
// one of them built from the other's output by a shell alone, so that no compiler has to
// be there.
const workspace = `
upstream "ember" {
  embedded = "ember"
}
toolchain "host" {
  host {
    programs = ["sh"]
  }
}
stack "made" {
  component "one" {
    source {
      upstream = upstream.ember
      revision = "4fc93ddf49e1bc9eb6bc6bd853f5efcc9b93ee4d"
    }
    build "command" {
      toolchain = toolchain.host
      commands  = [["sh", "-c", "mkdir -p /out/share; i=0; while [ $i -lt 100 ]; do echo $i >/out/share/$i; i=$((i+1)); done"]]
    }
  }
  component "two" {
    source {
      upstream = upstream.ember
      revision = "4fc93ddf49e1bc9eb6bc6bd853f5efcc9b93ee4d"
    }
    build "command" {
      toolchain = toolchain.host
      needs     = ["one"]
      commands  = [["sh", "-c", "mkdir -p /out/bin /out/lib; cp /bin/sh /out/bin/shell; cat /deps/one/share/* >/out/lib/all"]]
    }
  }
  image {
    entrypoint = ["/opt/stack/bin/shell"]
  }
}
`

// Two workspaces whose inputs come from the far end: an upstream by git's smart HTTP,
// and compilers from a signed archive of packages.
const remote = `
upstream "engine" {
  git = "https://git.example.org/engine.git"
}
toolchain "host" {
  host {
    programs = ["sh"]
  }
}
stack "far" {
  component "one" {
    source {
      upstream = upstream.engine
      revision = "ENGINE"
    }
    build "command" {
      toolchain = toolchain.host
      commands  = [["sh", "-c", "mkdir -p /out/share; cp * /out/share"]]
    }
  }
}
`

const closure = `
upstream "ember" {
  embedded = "ember"
}
distro "d" {
  apt "main" {
    url         = "http://apt.example.org/debian"
    suite       = "stable"
    components  = ["main"]
    fingerprint = "FINGERPRINT"
  }
}
toolchain "tools" {
  distro   = distro.d
  packages = ["tool"]
}
stack "closed" {
  component "one" {
    source {
      upstream = upstream.ember
      revision = "4fc93ddf49e1bc9eb6bc6bd853f5efcc9b93ee4d"
    }
    build "command" {
      toolchain = toolchain.tools
      commands  = [["sh", "-c", "mkdir -p /out/share; cp /usr/share/tool /out/share"]]
    }
  }
}
`
