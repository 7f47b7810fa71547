# Four components, three of which can be built at the same time: what the cluster's
# check spreads over its nodes.

upstream "ember" {
  embedded = "ember"
}

toolchain "host" {
  host {
    programs = ["cmake", "g++", "gcc", "ninja"]
  }
}

stack "four" {
  component "scalar" {
    source {
      upstream = upstream.ember
      revision = "4fc93ddf49e1bc9eb6bc6bd853f5efcc9b93ee4d"
    }
    build "cmake" {
      toolchain = toolchain.host
      isa       = "x86-64-v2"
      options   = { CMAKE_BUILD_TYPE = "Release" }
      targets   = ["ember-complete"]
      memory    = "512MiB"
    }
  }
  component "vector" {
    source {
      upstream = upstream.ember
      revision = "4fc93ddf49e1bc9eb6bc6bd853f5efcc9b93ee4d"
    }
    build "cmake" {
      toolchain = toolchain.host
      isa       = "x86-64-v3"
      options   = { CMAKE_BUILD_TYPE = "Release" }
      targets   = ["ember-complete"]
      memory    = "512MiB"
    }
  }
  component "debug" {
    source {
      upstream = upstream.ember
      revision = "4fc93ddf49e1bc9eb6bc6bd853f5efcc9b93ee4d"
    }
    build "cmake" {
      toolchain = toolchain.host
      isa       = "x86-64-v3"
      options   = { CMAKE_BUILD_TYPE = "Debug" }
      targets   = ["ember-complete"]
      memory    = "512MiB"
    }
  }
  component "index" {
    source {
      upstream = upstream.ember
      revision = "4fc93ddf49e1bc9eb6bc6bd853f5efcc9b93ee4d"
    }
    build "command" {
      toolchain = toolchain.host
      isa       = "x86-64-v3"
      needs     = ["scalar", "vector", "debug"]
      commands  = [["sh", "-c", "mkdir -p /out/share; cd /deps; sha256sum */bin/* >/out/share/index; cat /out/share/index"]]
    }
  }
  environment {}
}
