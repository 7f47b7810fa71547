# Builds: ISA, native code, variables, sizes, paths, globs, cycles.

upstream "u" {
  git = "https://example.org/a.git"
}

toolchain "host" {
  host {
    programs = ["cc"]
  }
}

stack "s" {
  component "a" {
    source {
      upstream   = upstream.u
      revision   = "db44417b027cff147f7de85e7da22bc6a3a804fb"
      exclude    = ["models/[.gguf", "/abs", "../out"] # ERROR: Malformed glob # ERROR: Unsuitable path # ERROR: Unsuitable path
      submodules = "yes"                              # ERROR: Unsuitable value
    }
    patch "paths" {
      path       = "../outside.patch" # ERROR: Unsuitable path
      directory  = "/abs"             # ERROR: Unsuitable path
      strip      = -1                 # ERROR: Unsuitable number
      whitespace = "fixx"             # ERROR: Unsupported value
      context    = 1.5                # ERROR: Unsuitable number
      sha256     = "abc"              # ERROR: Malformed sha256
      standing   = "promotd"          # ERROR: Unsupported value
      recount    = 1                  # ERROR: Unsuitable value
      only       = [""]               # ERROR: Malformed glob
    }
    patch "clean" {
      path = "patches/./there.patch" # ERROR: Unsuitable path
    }
    patch "absolute" {
      path = "/patches/there.patch" # ERROR: Unsuitable path
    }
    patch "backslash" {
      path = "patches\\there.patch" # ERROR: Unsuitable path
    }
    build "cmake" {
      toolchain = toolchain.host
      isa       = "native" # ERROR: Unsupported ISA
      directory = "a/../b" # ERROR: Unsuitable path
      memory    = "12GB"   # ERROR: Unsuitable size
      options = {
        CMAKE_CXX_FLAGS = "-O3 -march=native" # ERROR: Native code
        CMAKE_C_FLAGS   = "-O3;-mtune=native" # ERROR: Native code
        OTHER_FLAGS     = "-xHost"            # ERROR: Native code
        NOT_A_FLAG      = "say-march=nativeX"
        "-DFOO"         = "1" # ERROR: Unsupported option
        "A B"           = "1" # ERROR: Unsupported option
        NUMBER          = 1   # ERROR: Unsuitable value
        NUMBER          = "2" # ERROR: Duplicate name
        GONE            = null # ERROR: Unsuitable value
      }
      commands = [["true"]] # ERROR: Unsupported attribute
      targets  = null          # ERROR: Unsuitable value
    }
    build "command" {
      toolchain = toolchain.host
      commands = [
        ["make", "CFLAGS=-mcpu=native"], # ERROR: Native code
        [],                              # ERROR: Empty command
      ]
      variables = {
        CFLAGS            = "-march=native" # ERROR: Native code
        HOME              = "/root"         # ERROR: Reserved variable
        SOURCE_DATE_EPOCH = "0"             # ERROR: Reserved variable
        CAIRN_X           = "0"             # ERROR: Reserved variable
        LD_PRELOAD        = "/deps/a/x.so"  # ERROR: Reserved variable
        LD_AUDIT          = "/deps/a/x.so"  # ERROR: Reserved variable
        GLIBC_TUNABLES    = "glibc.x=1"     # ERROR: Reserved variable
        BASH_ENV          = "/deps/a/x.sh"  # ERROR: Reserved variable
        PERL5OPT          = "-Mx"           # ERROR: Reserved variable
        LD_LIBRARY_PATH   = "/deps/a/lib"
        PYTHONPATH        = "/deps/a/lib"
        "1st"             = "0"             # ERROR: Unsupported variable
        CC                = "gcc"
      }
      needs = ["a.command"] # ERROR: Cycle of builds
    }
    build "command" { # ERROR: Missing attribute # ERROR: Missing attribute
      name    = "bare"
      targets = ["x"] # ERROR: Unsupported attribute
    }
    build "python" { # ERROR: Missing attribute
      toolchain = toolchain.host
    }
  }
  component "b" {
    source {
      upstream = upstream.u
      revision = "db44417b027cff147f7de85e7da22bc6a3a804fb"
    }
    build "cmake" {
      toolchain = toolchain.host
      isa       = "x86-64-v3"
      needs     = ["c"]
      install   = false # ERROR: Conflicting attributes
    }
  }
  component "c" {
    source {
      upstream = upstream.u
      revision = "db44417b027cff147f7de85e7da22bc6a3a804fb"
    }
    build "cmake" {
      toolchain = toolchain.host
      isa       = "znver5"
      needs     = ["b"] # ERROR: Cycle of builds
    }
  }
  environment {
    variables = {
      PATH                = "/bin" # ERROR: Reserved variable
      LD_LIBRARY_PATH     = "/opt/stack/lib"
      LD_PRELOAD          = "/opt/stack/lib/libjemalloc.so"
      TZ                  = "UTC"
      GGML_SYCL_Q8_CACHE  = null # ERROR: Unsuitable value
      GGML_SYCL_OTHER_ONE = "${model}" # ERROR: Unsupported expression
    }
  }
  image {
    user        = "root"                             # ERROR: Unsupported user
    working_dir = "here"                             # ERROR: Unsuitable path
    compression = "xz"                               # ERROR: Unsupported value
    labels      = { "a b" = "1", "org.example" = "2" } # ERROR: Unsupported name
  }
  variant "v" {
    component "a" {
      build "cmake" {
        options = {
          CMAKE_CXX_FLAGS = "-march=native" # ERROR: Native code
        }
      }
      build "cmake" { # ERROR: Missing attribute # ERROR: Missing attribute
        name = "second"
      }
    }
    component "b" {
      build "cmake" {
        needs = ["d"] # ERROR: No such build
        isa   = "x86-64-v9" # ERROR: Unsupported ISA
      }
    }
    environment {
      variables = {
        GGML_SYCL_Q8_CACHE = null
      }
    }
  }
}
