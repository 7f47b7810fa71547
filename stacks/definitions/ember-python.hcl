# What programs in Python need: the interpreter's headers to build with, and the
# interpreter to run on.
toolchain "debian_12_python" {
  distro   = distro.bookworm
  packages = ["ccache", "cmake", "g++", "ninja-build", "python3-dev"]
}

toolchain "debian_12_python_runtime" {
  distro   = distro.bookworm
  packages = ["libgomp1", "libstdc++6", "python3"]
}

toolchain "simsycl_python_runtime" {
  distro   = distro.bookworm
  packages = ["libboost-context1.74.0", "libgomp1", "libstdc++6", "python3"]
}

# ember again, with the same engine as a module of Python: an extension in C++ that its
# own build backend makes, in an environment of locked wheels. The module must say what
# the program says.
stack "ember-python" {
  description = "the example as a module of Python: an extension in C++, built in locked wheels"

  component "engine" {
    source {
      upstream = upstream.ember
      revision = "4fc93ddf49e1bc9eb6bc6bd853f5efcc9b93ee4d"
    }

    patch "python-module" {
      path   = "patches/ember-python/0001-python-module.patch"
      sha256 = "49a6485ded3876a7af1e4a263238cb26b27ff58269667ecd115742f6e45eb28d"
      origin = "unofficial"
      reason = "the engine can be called without starting a program"
    }

    patch "sycl-extension" {
      path   = "patches/ember-python/0002-sycl-extension.patch"
      sha256 = "c1e5f8c78c52d1b1220fba330b3dd54749741613fe454024bc46e21eaab727c3"
      when   = ["sycl"]
      origin = "unofficial"
      reason = "setup.py knew one kernel"
    }

    build "cmake" {
      toolchain = toolchain.debian_12_python
      isa       = "x86-64-v3"
      targets   = ["ember-complete"]
      memory    = "1GiB"
    }

    build "python" {
      toolchain = toolchain.debian_12_python
      isa       = "x86-64-v3"
      memory    = "1GiB"
    }
  }

  python {
    version       = "3.11"
    requires      = ["setuptools>=77"]
    exclude_newer = "2026-05-01"
  }

  environment {
    runtime = toolchain.debian_12_python_runtime
    variables = {
      EMBER_THREADS = "1"
    }
  }

  suite "quality" "tokens" {
    gate "program" {
      command = ["ember-complete", "-n", "64", "--json"]
      expect {
        token_sha256 = "32b41e081173562ecc5228c33d1bf8b41bccae65c36e1adee43f0d50b9336841"
      }
    }

    gate "module" {
      command = ["ember-python", "-n", "64", "--json"]
      repeats = 4
      expect {
        token_sha256 = "32b41e081173562ecc5228c33d1bf8b41bccae65c36e1adee43f0d50b9336841"
        identical    = true
      }
    }
  }

  image {
    entrypoint = ["/opt/stack/bin/ember-python"]
    labels = {
      "org.opencontainers.image.title"    = "ember-python"
      "org.opencontainers.image.licenses" = "Apache-2.0"
    }
  }

  variant "host" {
    description = "with this machine's own compilers and Python 3.11, which no lock pins: what it builds is marked impure"
    component "engine" {
      build "cmake" {
        toolchain = toolchain.host
      }
      build "python" {
        toolchain = toolchain.host
      }
    }
    environment {
      runtime = null
    }
  }

  variant "sycl" {
    description = "the module's kernel is the SYCL one, compiled by setup.py with SimSYCL, which cairn builds: the same tokens, slowly"
    component "engine" {
      build "cmake" {
        toolchain = toolchain.simsycl
      }
      build "python" {
        toolchain = toolchain.simsycl
        variables = {
          EMBER_KERNEL = "sycl"
        }
      }
    }
    environment {
      runtime = toolchain.simsycl_python_runtime
    }
  }
}
