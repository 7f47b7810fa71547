# Written by "cairn lock ember". Never edit it: run that again.

format       = 1
stack        = "ember"
layer_format = "cairn-layer-v1"
definition   = "sha256:4c4ed1afbfdaa1e4c3bf7bbb82d730cecb7e384da91eea4f3cc093fd545524d6"

attributes = {
  "component.engine.build.cmake.isa"         = "x86-64-v3"
  "component.engine.build.cmake.options.ODD" = "a $${b} %%{c} \"q\" \\ é 🜁"
  "environment.variables.EMPTY"              = ""
}

component "engine" {
  upstream = "up"
  git      = "https://example.org/engine.git"
  commit   = "9505cacb7c710ed17125fcc6cb3669e8ddca6c8c"
  tree     = "dc9c5edb8b2d479e697b4b0b8ab874f32b325138"
  exclude = [
    "models/*.gguf",
    "b/**",
  ]
  submodules = true

  submodule "third/a" {
    url    = "https://example.org/a"
    commit = "ca978112ca1bbdcafac231b39a23dc4da786eff8"
    tree   = "b1d6b91b67c2afa5e322988d9462638d354ddf8a"
  }

  submodule "third/b" {
    url    = "https://example.org/b"
    commit = "3e23e8160039594a33894f6564e1b1348bbd7a00"
    tree   = "5e73d6d7edd38daeae9f10721987e301e4d4b542"
  }

  patch "zz-first" {
    sha256         = "sha256:f64551fcd6f07823cb87971cfb91446425da18286b3ab1ef935e0cbd7a69f68a"
    decoded_sha256 = "sha256:8b53639f152c8fc6ef30802fde462ba0be9cf085f7580dc69efd72e002abbb35"
    tree           = "628b49d96dcde97a430dd4f597705899e09a968f"
  }

  patch "slow" {
    sha256  = "sha256:3946ca64ff78d93ca61090a437cbb6b3d2ca0d488f5f9ccf3059608368b27693"
    skipped = true
  }
}

component "tools" {
  upstream = "ember"
  embedded = "ember"
  commit   = "3f79bb7b435b05321651daefd374cdc681dc06fa"
  tree     = "f056b8cae37dc3ed60ee52da9a2951f8a6c531fe"
}

toolchain "host" {
  kind   = "host"
  impure = true
}

toolchain "oneapi" {
  kind    = "oneapi"
  pending = "this version does not"
}

python "3.12" {

  resolver "uv" {
    version = "0.13.8"
    file    = "uv-0.13.8-py3-none-any.whl"
    size    = 5
    sha256  = "sha256:e6184ce10e266134fdcfa401e8f1a95005bcd4f18d16b62b757323e2833fe9a9"
  }

  pending "torch" {
    requirement = "torch==2.11.0+xpu"
    index       = "pytorch-xpu"
    reason      = "index pytorch-xpu could not be reached"
  }

  sdist "markupsafe" {
    version = "3.0.3"
    file    = "markupsafe-3.0.3.tar.gz"
    size    = 80313
    sha256  = "sha256:f785c3ce1d580c8f22c1db8a14cf1268e44279ff5d461361dbbfaf19e8b11578"
  }

  wheel "numpy" {
    version = "2.4.4"
    file    = "numpy-2.4.4-cp312-cp312-manylinux_2_28_x86_64.whl"
    size    = 16645480
    sha256  = "sha256:0a2f133eb9f7ca028a20aa3fcd7f6cb8a05a0e89c166e69e2fbd480a00be447d"
  }

  wheel "own" {
    version = "1"
    file    = "own-1-py3-none-any.whl"
    size    = 0
    sha256  = "sha256:5b3975651c3cab92d044c096dc30a1c2d9525497457472de48c51ecb363d1f4a"
    index   = "company"
  }
}

variant "cpu" {
  definition = "sha256:68ab84f7c6d0f5781585eb1b5289499fb29081b918f71ebddb5f72021c9ef9c5"
  without = [
    "component.tools.*",
    "environment.variables.EMPTY",
    "python.*",
    "toolchain.oneapi.*",
  ]

  attributes = {
    "component.engine.build.cmake.options.ODD" = "OFF"
    "component.engine.build.cmake.options.X"   = "1"
  }

  component "engine" {
    upstream = "up"
    git      = "https://example.org/engine.git"
    commit   = "9505cacb7c710ed17125fcc6cb3669e8ddca6c8c"
    tree     = "dc9c5edb8b2d479e697b4b0b8ab874f32b325138"
    exclude = [
      "models/*.gguf",
      "b/**",
    ]
    submodules = true

    submodule "third/a" {
      url    = "https://example.org/a"
      commit = "ca978112ca1bbdcafac231b39a23dc4da786eff8"
      tree   = "b1d6b91b67c2afa5e322988d9462638d354ddf8a"
    }

    submodule "third/b" {
      url    = "https://example.org/b"
      commit = "3e23e8160039594a33894f6564e1b1348bbd7a00"
      tree   = "5e73d6d7edd38daeae9f10721987e301e4d4b542"
    }

    patch "zz-first" {
      sha256         = "sha256:f64551fcd6f07823cb87971cfb91446425da18286b3ab1ef935e0cbd7a69f68a"
      decoded_sha256 = "sha256:8b53639f152c8fc6ef30802fde462ba0be9cf085f7580dc69efd72e002abbb35"
      tree           = "628b49d96dcde97a430dd4f597705899e09a968f"
    }

    patch "slow" {
      sha256         = "sha256:3946ca64ff78d93ca61090a437cbb6b3d2ca0d488f5f9ccf3059608368b27693"
      decoded_sha256 = "sha256:e788103ee15318fcd2af9b73b4ebbb33a903b020de7b307d71f5fed0f433e548"
      tree           = "c44474038d459e40e4714afefa7bf8dae9f9834b"
    }
  }

  toolchain "noble" {
    kind = "apt"

    release "http://a/InRelease" {
      sha256 = "sha256:82f3e9c695dc6b8d1b11818d5701919e286de8d47f7c3eb3100c485f79e57828"
    }

    release "http://b/InRelease" {
      sha256 = "sha256:db77fd01af957221a4989b64b3770a83a3c56068405b9f0e9408feae57fd17e4"
    }

    package "g++" {
      version = "4:12.2"
      path    = "pool/g.deb"
      size    = 1234
      sha256  = "sha256:cd0aa9856147b6c5b4ff2b7dfee5da20aa38253099ef1b4a64aced233c9afe29"
    }

    package "libc6" {
      version = "2.36"
      path    = "pool/c.deb"
      size    = 99
      sha256  = "sha256:2e7d2c03a9507ae265ecf5b5356885a53393a2029d241394997265a1a25aefc6"
    }

    package "libc6" {
      version = "2.37"
      path    = "pool/c2.deb"
      size    = 99
      sha256  = "sha256:9c0abe51c6e6655d81de2d044d4fb194931f058c0426c67c7285d8f5657ed64a"
    }
  }
}

variant "same" {
  definition = "sha256:0967115f2813a3541eaef77de9d9d5773f1c0c04314b0bbfe4ff3b3b1c55b5d5"
}
