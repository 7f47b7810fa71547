# A SYCL compiler that runs anywhere: SimSYCL is a library, with which any C++20
# compiler compiles SYCL 2020 and runs it on the processor, one work-item after the
# other. It is for finding out whether a kernel is right, not how fast it is.
#
# Its build would download libenvpp, and that fmt: here they are components of their
# own, found as installed packages.

upstream "simsycl" {
  git = "https://github.com/celerity/SimSYCL.git"
}

upstream "libenvpp" {
  git = "https://github.com/ph3at/libenvpp.git"
}

upstream "fmt" {
  git = "https://github.com/fmtlib/fmt.git"
}

toolchain "simsycl" {
  distro   = distro.bookworm
  packages = ["ccache", "cmake", "g++", "libboost-context-dev", "ninja-build", "nlohmann-json3-dev", "python3-dev"]

  # The commit of libenvpp's submodule.
  component "fmt" {
    source {
      upstream = upstream.fmt
      revision = "0c9fce2ffefecfdce794e1859584e25877b7b592"
    }
    build "cmake" {
      toolchain = toolchain.simsycl
      isa       = "x86-64-v2"
      options = {
        CMAKE_POSITION_INDEPENDENT_CODE = "ON"
        FMT_DOC                         = "OFF"
        FMT_TEST                        = "OFF"
      }
      memory = "512MiB"
    }
  }

  # v1.5.1
  component "libenvpp" {
    source {
      upstream = upstream.libenvpp
      revision = "86db27f6df18a6e6a6ed143833bca0fd20977bf4"
    }
    build "cmake" {
      toolchain = toolchain.simsycl
      isa       = "x86-64-v2"
      needs     = ["fmt"]
      options = {
        CMAKE_INSTALL_INCLUDEDIR        = "include"
        CMAKE_POSITION_INDEPENDENT_CODE = "ON"
        LIBENVPP_EXAMPLES               = "OFF"
        LIBENVPP_INSTALL                = "ON"
        LIBENVPP_TESTS                  = "OFF"
        # It looks for fmt in its submodule unless the target is there.
        CMAKE_PROJECT_libenvpp_INCLUDE = "/deps/fmt/lib/cmake/fmt/fmt-config.cmake"
        fmt_FOUND                      = "ON"
      }
      memory = "512MiB"
    }
  }

  component "simsycl" {
    source {
      upstream = upstream.simsycl
      revision = "e3843d874200c55fe0fcb25c3cbe8352812a6fe5"
    }
    patch "optional-tests" {
      path   = "patches/simsycl/0001-optional-tests.patch"
      sha256 = "416a3bc6bd1750434f5c04cd20ea8679ddb9d33d229e1f764c16538519772f03"
      origin = "unofficial"
      reason = "configured with its tests it downloads Catch2"
    }
    build "cmake" {
      toolchain = toolchain.simsycl
      isa       = "x86-64-v2"
      needs     = ["fmt", "libenvpp"]
      options = {
        # What it would download is looked for as a package first.
        FETCHCONTENT_TRY_FIND_PACKAGE_MODE = "ALWAYS"
        SIMSYCL_BUILD_TESTS                = "OFF"
      }
      memory = "1GiB"
    }
  }
}

# What programs made with it run on.
toolchain "simsycl_runtime" {
  distro   = distro.bookworm
  packages = ["libboost-context1.74.0", "libgomp1", "libstdc++6"]
}
