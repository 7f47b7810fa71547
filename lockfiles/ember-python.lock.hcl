# Written by "cairn lock ember-python". Never edit it: run that again.

format       = 1
stack        = "ember-python"
layer_format = "cairn-layer-v1"
definition   = "sha256:552596212a15250411305f09d14c72254c6f1ead3fdc5dc05b0bfb2e06cee073"

attributes = {
  "component.engine.build.cmake.driver"                   = "cmake"
  "component.engine.build.cmake.isa"                      = "x86-64-v3"
  "component.engine.build.cmake.memory"                   = "1073741824"
  "component.engine.build.cmake.targets"                  = "[\"ember-complete\"]"
  "component.engine.build.cmake.toolchain"                = "debian_12_python"
  "component.engine.build.python.driver"                  = "python"
  "component.engine.build.python.isa"                     = "x86-64-v3"
  "component.engine.build.python.memory"                  = "1073741824"
  "component.engine.build.python.toolchain"               = "debian_12_python"
  "component.engine.builds"                               = "[\"cmake\",\"python\"]"
  "component.engine.patch.python-module.path"             = "patches/ember-python/0001-python-module.patch"
  "component.engine.patch.python-module.sha256"           = "sha256:49a6485ded3876a7af1e4a263238cb26b27ff58269667ecd115742f6e45eb28d"
  "component.engine.patch.sycl-extension.path"            = "patches/ember-python/0002-sycl-extension.patch"
  "component.engine.patch.sycl-extension.sha256"          = "sha256:c1e5f8c78c52d1b1220fba330b3dd54749741613fe454024bc46e21eaab727c3"
  "component.engine.patch.sycl-extension.when"            = "[\"sycl\"]"
  "component.engine.patches"                              = "[\"python-module\",\"sycl-extension\"]"
  "component.engine.source.revision"                      = "4fc93ddf49e1bc9eb6bc6bd853f5efcc9b93ee4d"
  "component.engine.source.upstream"                      = "ember"
  "components"                                            = "[\"engine\"]"
  "distro.bookworm.apt"                                   = "[\"debian\"]"
  "distro.bookworm.apt.debian.components"                 = "[\"main\"]"
  "distro.bookworm.apt.debian.fingerprint"                = "4D64FEC119C2029067D6E791F8D2585B8783D481"
  "distro.bookworm.apt.debian.suite"                      = "bookworm"
  "distro.bookworm.apt.debian.url"                        = "https://snapshot.debian.org/archive/debian/20260801T000000Z"
  "environment.runtime"                                   = "debian_12_python_runtime"
  "environment.variables.EMBER_THREADS"                   = "1"
  "image"                                                 = "true"
  "image.entrypoint"                                      = "[\"/opt/stack/bin/ember-python\"]"
  "image.labels.org.opencontainers.image.licenses"        = "Apache-2.0"
  "image.labels.org.opencontainers.image.title"           = "ember-python"
  "python.exclude_newer"                                  = "2026-05-01"
  "python.requires"                                       = "[\"setuptools>=77\"]"
  "python.version"                                        = "3.11"
  "suite.quality.tokens.gate.module.command"              = "[\"ember-python\",\"-n\",\"64\",\"--json\"]"
  "suite.quality.tokens.gate.module.expect.identical"     = "true"
  "suite.quality.tokens.gate.module.expect.token_sha256"  = "sha256:32b41e081173562ecc5228c33d1bf8b41bccae65c36e1adee43f0d50b9336841"
  "suite.quality.tokens.gate.module.repeats"              = "4"
  "suite.quality.tokens.gate.program.command"             = "[\"ember-complete\",\"-n\",\"64\",\"--json\"]"
  "suite.quality.tokens.gate.program.expect.token_sha256" = "sha256:32b41e081173562ecc5228c33d1bf8b41bccae65c36e1adee43f0d50b9336841"
  "suite.quality.tokens.gates"                            = "[\"program\",\"module\"]"
  "suites"                                                = "[\"quality.tokens\"]"
  "toolchain.debian_12_python.distro"                     = "bookworm"
  "toolchain.debian_12_python.kind"                       = "apt"
  "toolchain.debian_12_python.packages"                   = "[\"ccache\",\"cmake\",\"g++\",\"ninja-build\",\"python3-dev\"]"
  "toolchain.debian_12_python_runtime.distro"             = "bookworm"
  "toolchain.debian_12_python_runtime.kind"               = "apt"
  "toolchain.debian_12_python_runtime.packages"           = "[\"libgomp1\",\"libstdc++6\",\"python3\"]"
  "upstream.ember.embedded"                               = "ember"
  "variants"                                              = "[\"host\",\"sycl\"]"
}

component "engine" {
  upstream = "ember"
  embedded = "ember"
  commit   = "4fc93ddf49e1bc9eb6bc6bd853f5efcc9b93ee4d"
  tree     = "0739aa694ede805f68a4db32a2d4314bc7313b04"

  patch "python-module" {
    sha256         = "sha256:49a6485ded3876a7af1e4a263238cb26b27ff58269667ecd115742f6e45eb28d"
    decoded_sha256 = "sha256:49a6485ded3876a7af1e4a263238cb26b27ff58269667ecd115742f6e45eb28d"
    tree           = "24a0a9eac713055a10033275871b5ad8826514dd"
  }

  patch "sycl-extension" {
    sha256  = "sha256:c1e5f8c78c52d1b1220fba330b3dd54749741613fe454024bc46e21eaab727c3"
    skipped = true
  }
}

toolchain "debian_12_python" {
  kind = "apt"

  release "https://snapshot.debian.org/archive/debian/20260801T000000Z/dists/bookworm/InRelease" {
    sha256 = "sha256:77737fa4b34f2693e982cc9ee35736816c35a7778fc2d326cc1bbf5b301fe1aa"
  }

  package "base-files" {
    version = "12.4+deb12u15"
    path    = "pool/main/b/base-files/base-files_12.4+deb12u15_amd64.deb"
    size    = 70936
    sha256  = "sha256:3eb1ea6d85488f488cc2a163b98ad640ef88cee4c79287cf14e361aaf6206f47"
  }

  package "base-passwd" {
    version = "3.6.1"
    path    = "pool/main/b/base-passwd/base-passwd_3.6.1_amd64.deb"
    size    = 59972
    sha256  = "sha256:908ca1b35125f49125ae56945a72bc11ce0fcec85a8d980d10d83bb3a610f518"
  }

  package "bash" {
    version = "5.2.15-2+b13"
    path    = "pool/main/b/bash/bash_5.2.15-2+b13_amd64.deb"
    size    = 1490652
    sha256  = "sha256:82130bb6a560cd2a7234d8018baf73f188f5dd56413d5aa0accc987b2197a6a1"
  }

  package "binutils" {
    version = "2.40-2"
    path    = "pool/main/b/binutils/binutils_2.40-2_amd64.deb"
    size    = 64980
    sha256  = "sha256:83c3e20b53e1fbd84d764c3ba27d26a0376e361ae5d7fb37120196934dd87424"
  }

  package "binutils-common" {
    version = "2.40-2"
    path    = "pool/main/b/binutils/binutils-common_2.40-2_amd64.deb"
    size    = 2486664
    sha256  = "sha256:ab314134f43a0891a48f69a9bc33d825da748fa5e0ba2bebb7a5c491b026f1a0"
  }

  package "binutils-x86-64-linux-gnu" {
    version = "2.40-2"
    path    = "pool/main/b/binutils/binutils-x86-64-linux-gnu_2.40-2_amd64.deb"
    size    = 2245848
    sha256  = "sha256:2d7ea8a570d768224d7f2424abbe6f373d2154865a1fa7f56c80d43ecf492521"
  }

  package "bsdutils" {
    version = "1:2.38.1-5+deb12u3"
    path    = "pool/main/u/util-linux/bsdutils_2.38.1-5+deb12u3_amd64.deb"
    size    = 94412
    sha256  = "sha256:6cae172b006a4603e710e046c3acba8d98d36748894cbe3eeda31d415fec331e"
  }

  package "ccache" {
    version = "4.8+really4.7.5-1"
    path    = "pool/main/c/ccache/ccache_4.8+really4.7.5-1_amd64.deb"
    size    = 643900
    sha256  = "sha256:d6562e03b90d4bbe299966117aef44975f57bea8270c233b1d71f1e6ba157e7d"
  }

  package "cmake" {
    version = "3.25.1-1"
    path    = "pool/main/c/cmake/cmake_3.25.1-1_amd64.deb"
    size    = 8692248
    sha256  = "sha256:257a11063855f09e48696057fdb1ba2bcf1069502e0302576831dc2fb1571d7f"
  }

  package "cmake-data" {
    version = "3.25.1-1"
    path    = "pool/main/c/cmake/cmake-data_3.25.1-1_all.deb"
    size    = 2026484
    sha256  = "sha256:8371f9694da94fd551a3ea653e2e25d99747471ca0b48cc029bf5c792ea590a3"
  }

  package "coreutils" {
    version = "9.1-1"
    path    = "pool/main/c/coreutils/coreutils_9.1-1_amd64.deb"
    size    = 2896560
    sha256  = "sha256:61038f857e346e8500adf53a2a0a20859f4d3a3b51570cc876b153a2d51a3091"
  }

  package "cpp" {
    version = "4:12.2.0-3"
    path    = "pool/main/g/gcc-defaults/cpp_12.2.0-3_amd64.deb"
    size    = 6836
    sha256  = "sha256:a63db920f7aa1857a57beab185423deffb6111fa09437a99bbb4ef724fb7ba78"
  }

  package "cpp-12" {
    version = "12.2.0-14+deb12u1"
    path    = "pool/main/g/gcc-12/cpp-12_12.2.0-14+deb12u1_amd64.deb"
    size    = 9767788
    sha256  = "sha256:fedbb98e877adde83c983c6071537ea25ac52b277ac6e4637d85025949ca1454"
  }

  package "dash" {
    version = "0.5.12-2"
    path    = "pool/main/d/dash/dash_0.5.12-2_amd64.deb"
    size    = 91848
    sha256  = "sha256:33ea40061da2f1a861ec46212b2b6a34f0776a049b1a3f0abce2fb8cb994258f"
  }

  package "debconf" {
    version = "1.5.82"
    path    = "pool/main/d/debconf/debconf_1.5.82_all.deb"
    size    = 121212
    sha256  = "sha256:74ab14194a3762b2fc717917dcfda42929ab98e3c59295a063344dc551cd7cc8"
  }

  package "debianutils" {
    version = "5.7-0.5~deb12u1"
    path    = "pool/main/d/debianutils/debianutils_5.7-0.5~deb12u1_amd64.deb"
    size    = 102588
    sha256  = "sha256:55f951359670eb3236c9e2ccd5fac9ccb3db734f5a22aff21589e7a30aee48c9"
  }

  package "diffutils" {
    version = "1:3.8-4"
    path    = "pool/main/d/diffutils/diffutils_3.8-4_amd64.deb"
    size    = 351740
    sha256  = "sha256:8bdfedc14c1035e3750e9f055ac9c1ecd9b5d05d9e6dc6466c4e9237eef407dd"
  }

  package "dpkg" {
    version = "1.21.23"
    path    = "pool/main/d/dpkg/dpkg_1.21.23_amd64.deb"
    size    = 1567804
    sha256  = "sha256:f89e9f8d1a4a50ade44be3ed59a6ec55460fce205d2f8520c5c492137c5b609b"
  }

  package "findutils" {
    version = "4.9.0-4"
    path    = "pool/main/f/findutils/findutils_4.9.0-4_amd64.deb"
    size    = 635500
    sha256  = "sha256:5dd86bd0af4aa73f067dfd6b8339dd868f2dd84056aa79db29d1206d4fbc5e04"
  }

  package "g++" {
    version = "4:12.2.0-3"
    path    = "pool/main/g/gcc-defaults/g++_12.2.0-3_amd64.deb"
    size    = 1356
    sha256  = "sha256:26c451a660728cf7c15548a281e17eef2f36fab28499371e83fc2d3accb499d7"
  }

  package "g++-12" {
    version = "12.2.0-14+deb12u1"
    path    = "pool/main/g/gcc-12/g++-12_12.2.0-14+deb12u1_amd64.deb"
    size    = 10694076
    sha256  = "sha256:68b182badae4ace7d472f1393c559d3532a95a2d70817498b10bb481d2627251"
  }

  package "gcc" {
    version = "4:12.2.0-3"
    path    = "pool/main/g/gcc-defaults/gcc_12.2.0-3_amd64.deb"
    size    = 5216
    sha256  = "sha256:bb63b0fb2797e2a3a294dab8a02614930c557ec1f4ea96637c244b8b5f87e630"
  }

  package "gcc-12" {
    version = "12.2.0-14+deb12u1"
    path    = "pool/main/g/gcc-12/gcc-12_12.2.0-14+deb12u1_amd64.deb"
    size    = 19268852
    sha256  = "sha256:b46f33cc2ec245e435e043807038cecf4b201ef004800e9dfc1455240360e49d"
  }

  package "gcc-12-base" {
    version = "12.2.0-14+deb12u1"
    path    = "pool/main/g/gcc-12/gcc-12-base_12.2.0-14+deb12u1_amd64.deb"
    size    = 37596
    sha256  = "sha256:1896a2aacf4ad681ff5eacc24a5b0ca4d5d9c9b9c9e4b6de5197bc1e116ea619"
  }

  package "grep" {
    version = "3.8-5"
    path    = "pool/main/g/grep/grep_3.8-5_amd64.deb"
    size    = 421444
    sha256  = "sha256:3264acea728df3c48a54f20e9291b965130e306b9d00adac76647049da7196df"
  }

  package "gzip" {
    version = "1.12-1"
    path    = "pool/main/g/gzip/gzip_1.12-1_amd64.deb"
    size    = 140364
    sha256  = "sha256:eabec1dde2834f72540d7b93fc5df2625f52611c06d93d61f5cdb12480e0e6a3"
  }

  package "hostname" {
    version = "3.23+nmu1"
    path    = "pool/main/h/hostname/hostname_3.23+nmu1_amd64.deb"
    size    = 10500
    sha256  = "sha256:17d9a2f3c05004499d80e180d2440fd716f84c32b65f09d96c9a024af4d1d0e7"
  }

  package "init-system-helpers" {
    version = "1.65.2+deb12u1"
    path    = "pool/main/i/init-system-helpers/init-system-helpers_1.65.2+deb12u1_all.deb"
    size    = 39020
    sha256  = "sha256:afab482524c64e4e256eb5cab43c1a96dc493ec476d94f19f1a5ec3de5fa0fef"
  }

  package "libacl1" {
    version = "2.3.1-3"
    path    = "pool/main/a/acl/libacl1_2.3.1-3_amd64.deb"
    size    = 31488
    sha256  = "sha256:8be9df5795114bfe90e2be3d208ef47a5edd3fc7b3e20d387a597486d444e5e2"
  }

  package "libarchive13" {
    version = "3.6.2-1+deb12u4"
    path    = "pool/main/liba/libarchive/libarchive13_3.6.2-1+deb12u4_amd64.deb"
    size    = 344764
    sha256  = "sha256:ceacf45baae5fdf1ff9b80d9871c17a029c864c928af7620e456454d90c987f3"
  }

  package "libasan8" {
    version = "12.2.0-14+deb12u1"
    path    = "pool/main/g/gcc-12/libasan8_12.2.0-14+deb12u1_amd64.deb"
    size    = 2192652
    sha256  = "sha256:e7ac5d797d7d438a130674a8e463530f06aa02ecf919ca054d75eaa2f7849ec7"
  }

  package "libatomic1" {
    version = "12.2.0-14+deb12u1"
    path    = "pool/main/g/gcc-12/libatomic1_12.2.0-14+deb12u1_amd64.deb"
    size    = 9376
    sha256  = "sha256:fbd4e154a6b444229ea002cc209df099209c0adc09102e5fd21239a3d2b55e2d"
  }

  package "libattr1" {
    version = "1:2.5.1-4"
    path    = "pool/main/a/attr/libattr1_2.5.1-4_amd64.deb"
    size    = 22164
    sha256  = "sha256:c4945123d66d0503ba42e2fc0585abc76d0838978c6d277b9cc37a4da25d1a34"
  }

  package "libaudit-common" {
    version = "1:3.0.9-1"
    path    = "pool/main/a/audit/libaudit-common_3.0.9-1_all.deb"
    size    = 10448
    sha256  = "sha256:17d0341ca6ce604ce59c296780ac2c2a24141a769823c50669af942c025e6591"
  }

  package "libaudit1" {
    version = "1:3.0.9-1"
    path    = "pool/main/a/audit/libaudit1_3.0.9-1_amd64.deb"
    size    = 46764
    sha256  = "sha256:30954df4b5a7c505661ba8ae5e6ea94f5805e408899fb400783bb166eb5ff306"
  }

  package "libbinutils" {
    version = "2.40-2"
    path    = "pool/main/b/binutils/libbinutils_2.40-2_amd64.deb"
    size    = 572104
    sha256  = "sha256:fcf55b99e5f8a78f3c8ce9b6957f1024f394cf20c196b100d308a57e43547710"
  }

  package "libblkid1" {
    version = "2.38.1-5+deb12u3"
    path    = "pool/main/u/util-linux/libblkid1_2.38.1-5+deb12u3_amd64.deb"
    size    = 147380
    sha256  = "sha256:5a083377f29191cafcdf0f91ec124349b4a7895b531556633a136e43c6d53943"
  }

  package "libbrotli1" {
    version = "1.0.9-2+b6"
    path    = "pool/main/b/brotli/libbrotli1_1.0.9-2+b6_amd64.deb"
    size    = 275248
    sha256  = "sha256:563b4caec1aa5e876bd3355b36e7a38e1484baf5a293b48d1e8bd22db786e4d7"
  }

  package "libbz2-1.0" {
    version = "1.0.8-5+b1"
    path    = "pool/main/b/bzip2/libbz2-1.0_1.0.8-5+b1_amd64.deb"
    size    = 47348
    sha256  = "sha256:54149da3f44b22d523b26b692033b84503d822cc5122fed606ea69cc83ca5aeb"
  }

  package "libc-bin" {
    version = "2.36-9+deb12u14"
    path    = "pool/main/g/glibc/libc-bin_2.36-9+deb12u14_amd64.deb"
    size    = 609144
    sha256  = "sha256:e667401af91fad95f15b3ebd25d1abd8373fd18b00dc32219678413170544e84"
  }

  package "libc-dev-bin" {
    version = "2.36-9+deb12u14"
    path    = "pool/main/g/glibc/libc-dev-bin_2.36-9+deb12u14_amd64.deb"
    size    = 48056
    sha256  = "sha256:f61d923b703401023bec2ac3d9d1c9ad7341930fbe11736f7f5ef64b489d03c4"
  }

  package "libc6" {
    version = "2.36-9+deb12u14"
    path    = "pool/main/g/glibc/libc6_2.36-9+deb12u14_amd64.deb"
    size    = 2759320
    sha256  = "sha256:ba4f88f73dbc3ae9055f3c20f4523bfdbaf1ad13ff95e258924f77d20b4fbedf"
  }

  package "libc6-dev" {
    version = "2.36-9+deb12u14"
    path    = "pool/main/g/glibc/libc6-dev_2.36-9+deb12u14_amd64.deb"
    size    = 1903668
    sha256  = "sha256:0218fc2befcd784c1b0c6292c0a137ce89fad054efaa579ad083bee0f2c01aae"
  }

  package "libcap-ng0" {
    version = "0.8.3-1+b3"
    path    = "pool/main/libc/libcap-ng/libcap-ng0_0.8.3-1+b3_amd64.deb"
    size    = 17068
    sha256  = "sha256:b4b54769c77e4a71c8b33aee4d600ba28a9994a1c6f60d55d4ebe7fc44882e07"
  }

  package "libcap2" {
    version = "1:2.66-4+deb12u3+b1"
    path    = "pool/main/libc/libcap2/libcap2_2.66-4+deb12u3+b1_amd64.deb"
    size    = 27708
    sha256  = "sha256:8d684c673e7483802a5c447834b0df6fce006eb3a7109e1be412f5ad425bb24f"
  }

  package "libcc1-0" {
    version = "12.2.0-14+deb12u1"
    path    = "pool/main/g/gcc-12/libcc1-0_12.2.0-14+deb12u1_amd64.deb"
    size    = 41736
    sha256  = "sha256:4ee6009633003f47de98333ea7f7d8835ec563ae2ac4f30251dbfee04d75d46b"
  }

  package "libcom-err2" {
    version = "1.47.0-2+b2"
    path    = "pool/main/e/e2fsprogs/libcom-err2_1.47.0-2+b2_amd64.deb"
    size    = 20044
    sha256  = "sha256:a2bac7015e78fbc0c504df3e441f3a22292f1d2d77f9ccda760057f3690e22f2"
  }

  package "libcrypt-dev" {
    version = "1:4.4.33-2"
    path    = "pool/main/libx/libxcrypt/libcrypt-dev_4.4.33-2_amd64.deb"
    size    = 118144
    sha256  = "sha256:81ccd29130f75a9e3adabc80e61921abff42f76761e1f792fa2d1bb69af7f52f"
  }

  package "libcrypt1" {
    version = "1:4.4.33-2"
    path    = "pool/main/libx/libxcrypt/libcrypt1_4.4.33-2_amd64.deb"
    size    = 89464
    sha256  = "sha256:f5f60a5cdfd4e4eaa9438ade5078a57741a7a78d659fcb0c701204f523e8bd29"
  }

  package "libctf-nobfd0" {
    version = "2.40-2"
    path    = "pool/main/b/binutils/libctf-nobfd0_2.40-2_amd64.deb"
    size    = 153384
    sha256  = "sha256:ef1dfcf22de41ea90ebd3d505447ccccd999e96b85aa777a1d7d981dc3b347aa"
  }

  package "libctf0" {
    version = "2.40-2"
    path    = "pool/main/b/binutils/libctf0_2.40-2_amd64.deb"
    size    = 89796
    sha256  = "sha256:3fb7b6f326be3fae4a87a3d33b9269bd06c1e4346a24bd737f265067e3b7427f"
  }

  package "libcurl4" {
    version = "7.88.1-10+deb12u15"
    path    = "pool/main/c/curl/libcurl4_7.88.1-10+deb12u15_amd64.deb"
    size    = 392184
    sha256  = "sha256:3042904de01f9c4fbdcf1452b8f81abedcf2b015f9b9deba109063322b5bd68b"
  }

  package "libdb5.3" {
    version = "5.3.28+dfsg2-1"
    path    = "pool/main/d/db5.3/libdb5.3_5.3.28+dfsg2-1_amd64.deb"
    size    = 697412
    sha256  = "sha256:7dc5127b8dd0da80e992ba594954c005ae4359d839a24eb65d0d8129b5235c84"
  }

  package "libdebconfclient0" {
    version = "0.270"
    path    = "pool/main/c/cdebconf/libdebconfclient0_0.270_amd64.deb"
    size    = 9900
    sha256  = "sha256:7d2b2b700bae0ba67a13655fabba6a98da3f6ce7dee43d1ee0ac433b7ca1d947"
  }

  package "libexpat1" {
    version = "2.5.0-1+deb12u2"
    path    = "pool/main/e/expat/libexpat1_2.5.0-1+deb12u2_amd64.deb"
    size    = 99888
    sha256  = "sha256:2255e62fc22a86d2c544b8a3f516da9aee19383ad5742722ab4ce7f66a30dbc8"
  }

  package "libexpat1-dev" {
    version = "2.5.0-1+deb12u2"
    path    = "pool/main/e/expat/libexpat1-dev_2.5.0-1+deb12u2_amd64.deb"
    size    = 150980
    sha256  = "sha256:757279c1ce56ca88ca519e4c01cffd94e8480ce936f53fe9b0d61dc1bab20394"
  }

  package "libffi8" {
    version = "3.4.4-1"
    path    = "pool/main/libf/libffi/libffi8_3.4.4-1_amd64.deb"
    size    = 22856
    sha256  = "sha256:6d9f6c25c30efccce6d4bceaa48ea86c329a3432abb360a141f76ac223a4c34a"
  }

  package "libgcc-12-dev" {
    version = "12.2.0-14+deb12u1"
    path    = "pool/main/g/gcc-12/libgcc-12-dev_12.2.0-14+deb12u1_amd64.deb"
    size    = 2437204
    sha256  = "sha256:d720259380a84f2ffc6fe516eff5cbe9c8a005138e8d6a5748747ba4b3404a82"
  }

  package "libgcc-s1" {
    version = "12.2.0-14+deb12u1"
    path    = "pool/main/g/gcc-12/libgcc-s1_12.2.0-14+deb12u1_amd64.deb"
    size    = 49856
    sha256  = "sha256:3016e62cb4b7cd8038822870601f5ed131befe942774d0f745622cc77d8a88f7"
  }

  package "libgcrypt20" {
    version = "1.10.1-3+deb12u1"
    path    = "pool/main/libg/libgcrypt20/libgcrypt20_1.10.1-3+deb12u1_amd64.deb"
    size    = 696204
    sha256  = "sha256:e7a56552139c693904a6f9712234c05fe918353273a7cbdb5e62f423ad71bb97"
  }

  package "libgmp10" {
    version = "2:6.2.1+dfsg1-1.1"
    path    = "pool/main/g/gmp/libgmp10_6.2.1+dfsg1-1.1_amd64.deb"
    size    = 562588
    sha256  = "sha256:187aedef2ed763f425c1e523753b9719677633c7eede660401739e9c893482bd"
  }

  package "libgnutls30" {
    version = "3.7.9-2+deb12u7"
    path    = "pool/main/g/gnutls28/libgnutls30_3.7.9-2+deb12u7_amd64.deb"
    size    = 1409084
    sha256  = "sha256:30abec8c824feb1d2d7e9000a34083cccd19d139625e1b21547e3ac53b922f8e"
  }

  package "libgomp1" {
    version = "12.2.0-14+deb12u1"
    path    = "pool/main/g/gcc-12/libgomp1_12.2.0-14+deb12u1_amd64.deb"
    size    = 115772
    sha256  = "sha256:48fec46bda7f5b1638b9e959889bfbc20491247d402d120bb152687eb48143d7"
  }

  package "libgpg-error0" {
    version = "1.46-1"
    path    = "pool/main/libg/libgpg-error/libgpg-error0_1.46-1_amd64.deb"
    size    = 76888
    sha256  = "sha256:89944ee11d7370ce6ef46fc52f094c4a6512eff8943ec4c6ebefeae6360ceada"
  }

  package "libgprofng0" {
    version = "2.40-2"
    path    = "pool/main/b/binutils/libgprofng0_2.40-2_amd64.deb"
    size    = 812120
    sha256  = "sha256:a3c4092d84f19d13caf90f3c96eec53db8819f0e3a5247434944d71ed75fa53d"
  }

  package "libgssapi-krb5-2" {
    version = "1.20.1-2+deb12u5"
    path    = "pool/main/k/krb5/libgssapi-krb5-2_1.20.1-2+deb12u5_amd64.deb"
    size    = 135168
    sha256  = "sha256:d8b87aea91b956b416c01a28c44ff6228315ae3b73de40acddac3dc5043607d2"
  }

  package "libhiredis0.14" {
    version = "0.14.1-3"
    path    = "pool/main/h/hiredis/libhiredis0.14_0.14.1-3_amd64.deb"
    size    = 35872
    sha256  = "sha256:61f25d841052ad6cd6adfa9fad050345ea1047abc6ea79f931ab1a9ed55af3ae"
  }

  package "libhogweed6" {
    version = "3.8.1-2"
    path    = "pool/main/n/nettle/libhogweed6_3.8.1-2_amd64.deb"
    size    = 327524
    sha256  = "sha256:ed8185c28b2cb519744a5a462dcd720d3b332c9b88a1d0002eac06dc8550cb94"
  }

  package "libicu72" {
    version = "72.1-3+deb12u1"
    path    = "pool/main/i/icu/libicu72_72.1-3+deb12u1_amd64.deb"
    size    = 9376124
    sha256  = "sha256:f7f6f99c6d7b025914df2447fc93e11d22c44c0c8bdd8b6f36691c9e7ddcef88"
  }

  package "libidn2-0" {
    version = "2.3.3-1+b1"
    path    = "pool/main/libi/libidn2/libidn2-0_2.3.3-1+b1_amd64.deb"
    size    = 123636
    sha256  = "sha256:d50716d5824083d667427817d506b45d3f59dc77e1ca52de000f3f62d4918afa"
  }

  package "libisl23" {
    version = "0.25-1.1"
    path    = "pool/main/i/isl/libisl23_0.25-1.1_amd64.deb"
    size    = 683060
    sha256  = "sha256:ebff0b2f8b220c74224197523019366e97ee4770d464bebc48e4865114e4da0e"
  }

  package "libitm1" {
    version = "12.2.0-14+deb12u1"
    path    = "pool/main/g/gcc-12/libitm1_12.2.0-14+deb12u1_amd64.deb"
    size    = 26140
    sha256  = "sha256:0ed5b35dfd1346cccbf065408ec789db6c44c1d0a16ae84533411dea09632979"
  }

  package "libjansson4" {
    version = "2.14-2"
    path    = "pool/main/j/jansson/libjansson4_2.14-2_amd64.deb"
    size    = 40788
    sha256  = "sha256:3fc9742f9f1a37bcb9931df6074b4d1483419ef832ad5349f47323e75fc27864"
  }

  package "libjs-jquery" {
    version = "3.6.1+dfsg+~3.5.14-1"
    path    = "pool/main/n/node-jquery/libjs-jquery_3.6.1+dfsg+~3.5.14-1_all.deb"
    size    = 326128
    sha256  = "sha256:a58c9ff6afe96c769cb6535754c909410760e4efa1e1540236194e489adcfb25"
  }

  package "libjs-sphinxdoc" {
    version = "5.3.0-4"
    path    = "pool/main/s/sphinx/libjs-sphinxdoc_5.3.0-4_all.deb"
    size    = 130384
    sha256  = "sha256:93c0e211e0399659b224a49f86147bac4b2282b7e23fbfaa2edf990979cee59a"
  }

  package "libjs-underscore" {
    version = "1.13.4~dfsg+~1.11.4-3"
    path    = "pool/main/u/underscore/libjs-underscore_1.13.4~dfsg+~1.11.4-3_all.deb"
    size    = 115632
    sha256  = "sha256:4a0fbc90e7f62ea50c4ac7453352721fa60bb5eac87e9f39a027908faff29015"
  }

  package "libjsoncpp25" {
    version = "1.9.5-4"
    path    = "pool/main/libj/libjsoncpp/libjsoncpp25_1.9.5-4_amd64.deb"
    size    = 78572
    sha256  = "sha256:4ab06b9ce67470579be3112bf2b6b314012f93bfff619580b93a902d6b1221c5"
  }

  package "libk5crypto3" {
    version = "1.20.1-2+deb12u5"
    path    = "pool/main/k/krb5/libk5crypto3_1.20.1-2+deb12u5_amd64.deb"
    size    = 79712
    sha256  = "sha256:7b6e47d15c5c9cdcd456137533d8308aeba608a54cec73b28bd59bfc4b54cf06"
  }

  package "libkeyutils1" {
    version = "1.6.3-2"
    path    = "pool/main/k/keyutils/libkeyutils1_1.6.3-2_amd64.deb"
    size    = 8808
    sha256  = "sha256:cfac89e6a7a54ff3c6a4f843310e25efeddaa771baeae470bd98bd588c373563"
  }

  package "libkrb5-3" {
    version = "1.20.1-2+deb12u5"
    path    = "pool/main/k/krb5/libkrb5-3_1.20.1-2+deb12u5_amd64.deb"
    size    = 332280
    sha256  = "sha256:c90801be09701af221b54dd502a59cb378b7284ff31e480738baca317d2f7653"
  }

  package "libkrb5support0" {
    version = "1.20.1-2+deb12u5"
    path    = "pool/main/k/krb5/libkrb5support0_1.20.1-2+deb12u5_amd64.deb"
    size    = 33212
    sha256  = "sha256:8b9c05f2d8d461a10d657b118f572af5bf8fd6c8f93dcef81e852c5ab0f428ab"
  }

  package "libldap-2.5-0" {
    version = "2.5.13+dfsg-5"
    path    = "pool/main/o/openldap/libldap-2.5-0_2.5.13+dfsg-5_amd64.deb"
    size    = 183248
    sha256  = "sha256:4b6c30f6554149c594628d945edc6003f0eea8d0cc1341638c0e71375db147ed"
  }

  package "liblsan0" {
    version = "12.2.0-14+deb12u1"
    path    = "pool/main/g/gcc-12/liblsan0_12.2.0-14+deb12u1_amd64.deb"
    size    = 969300
    sha256  = "sha256:d234ab339c0ba31a4fb44e2334cf5a8d15b87f2c2f9e74fadfaa877f92dcf22a"
  }

  package "liblz4-1" {
    version = "1.9.4-1"
    path    = "pool/main/l/lz4/liblz4-1_1.9.4-1_amd64.deb"
    size    = 62884
    sha256  = "sha256:64cde86cef1deaf828bd60297839b59710b5cd8dc50efd4f12643caaee9389d3"
  }

  package "liblzma5" {
    version = "5.4.1-1+deb12u1"
    path    = "pool/main/x/xz-utils/liblzma5_5.4.1-1+deb12u1_amd64.deb"
    size    = 205732
    sha256  = "sha256:f96d8876b53ec89d76a992bc199679b818cf518225a768954d9451fb556a4eb7"
  }

  package "libmd0" {
    version = "1.0.4-2"
    path    = "pool/main/libm/libmd/libmd0_1.0.4-2_amd64.deb"
    size    = 29456
    sha256  = "sha256:03539fd30c509e27101d13a56e52eda9062bdf1aefe337c07ab56def25a13eab"
  }

  package "libmount1" {
    version = "2.38.1-5+deb12u3"
    path    = "pool/main/u/util-linux/libmount1_2.38.1-5+deb12u3_amd64.deb"
    size    = 165732
    sha256  = "sha256:f46e2d6b006951825adde9757790b6609d7c66c7700f9b68f3db913eaac323c3"
  }

  package "libmpc3" {
    version = "1.3.1-1"
    path    = "pool/main/m/mpclib3/libmpc3_1.3.1-1_amd64.deb"
    size    = 51480
    sha256  = "sha256:d7f79544790e44f9b0c8cb9034a18c58d37f8702a15f32539050718679e52f80"
  }

  package "libmpfr6" {
    version = "4.2.0-1"
    path    = "pool/main/m/mpfr4/libmpfr6_4.2.0-1_amd64.deb"
    size    = 700900
    sha256  = "sha256:37b7a2b4e78890b6a074777f27b96c84f58e81558ba08410c2b6c0ca4a4ad77b"
  }

  package "libncursesw6" {
    version = "6.4-4"
    path    = "pool/main/n/ncurses/libncursesw6_6.4-4_amd64.deb"
    size    = 133824
    sha256  = "sha256:98fa7a53dc565a38b65fb70422ad08001bf5361d8fbc74255280c329996a6bec"
  }

  package "libnettle8" {
    version = "3.8.1-2"
    path    = "pool/main/n/nettle/libnettle8_3.8.1-2_amd64.deb"
    size    = 287764
    sha256  = "sha256:45922e6e289ffd92f0f92d2bb9159e84236ff202d552a461bf10e5335b3f0261"
  }

  package "libnghttp2-14" {
    version = "1.52.0-1+deb12u3"
    path    = "pool/main/n/nghttp2/libnghttp2-14_1.52.0-1+deb12u3_amd64.deb"
    size    = 72404
    sha256  = "sha256:5a5736cee57e51c1baed869979e6ecdbc6495e939e33203d6cfe3b6e5a149e3f"
  }

  package "libnsl-dev" {
    version = "1.3.0-2"
    path    = "pool/main/libn/libnsl/libnsl-dev_1.3.0-2_amd64.deb"
    size    = 66436
    sha256  = "sha256:bb81a188c119cd7fdebae723cbc95887b6c549b2fe4fb7e268a9c8846444da99"
  }

  package "libnsl2" {
    version = "1.3.0-2"
    path    = "pool/main/libn/libnsl/libnsl2_1.3.0-2_amd64.deb"
    size    = 39480
    sha256  = "sha256:c0d83437fdb016cb289436f49f28a36be44b3e8f1f2498c7e3a095f709c0d6f8"
  }

  package "libp11-kit0" {
    version = "0.24.1-2"
    path    = "pool/main/p/p11-kit/libp11-kit0_0.24.1-2_amd64.deb"
    size    = 345080
    sha256  = "sha256:251330faddbf013f060fcdb41f4b0c037c8a6e89ba7c09b04bfcc4e3f0807b22"
  }

  package "libpam-modules" {
    version = "1.5.2-6+deb12u2"
    path    = "pool/main/p/pam/libpam-modules_1.5.2-6+deb12u2_amd64.deb"
    size    = 291056
    sha256  = "sha256:19fb4838168e68bc15a5606070f14b1162bb34a3899686913f5d661f1707f483"
  }

  package "libpam-modules-bin" {
    version = "1.5.2-6+deb12u2"
    path    = "pool/main/p/pam/libpam-modules-bin_1.5.2-6+deb12u2_amd64.deb"
    size    = 75676
    sha256  = "sha256:e7b1f6c60a51398920c5da792016161a65bf1c7caaa64140dd2099176ed51280"
  }

  package "libpam-runtime" {
    version = "1.5.2-6+deb12u2"
    path    = "pool/main/p/pam/libpam-runtime_1.5.2-6+deb12u2_all.deb"
    size    = 160936
    sha256  = "sha256:7a4f26d54c1e3ee8c68095f9d9013d13dd89a33ff78ef87330d21f21235fc278"
  }

  package "libpam0g" {
    version = "1.5.2-6+deb12u2"
    path    = "pool/main/p/pam/libpam0g_1.5.2-6+deb12u2_amd64.deb"
    size    = 92060
    sha256  = "sha256:a06f889caf9e97ccf04dedec0905573916bc6ec3366ade2c6ef8900047fd5cc1"
  }

  package "libpcre2-8-0" {
    version = "10.42-1"
    path    = "pool/main/p/pcre2/libpcre2-8-0_10.42-1_amd64.deb"
    size    = 260776
    sha256  = "sha256:030db54f4d76cdfe2bf0e8eb5f9efea0233ab3c7aa942d672c7b63b52dbaf935"
  }

  package "libproc2-0" {
    version = "2:4.0.2-3"
    path    = "pool/main/p/procps/libproc2-0_4.0.2-3_amd64.deb"
    size    = 62804
    sha256  = "sha256:e82ba5d01929eafb8b9954606a3c38b0332a987c2b3432388b4ee7365e54deae"
  }

  package "libpsl5" {
    version = "0.21.2-1"
    path    = "pool/main/libp/libpsl/libpsl5_0.21.2-1_amd64.deb"
    size    = 58684
    sha256  = "sha256:4f0d35610204e4e754b057748719744114621f2f6f4202d846c314860a981afb"
  }

  package "libpython3-dev" {
    version = "3.11.2-1+b1"
    path    = "pool/main/p/python3-defaults/libpython3-dev_3.11.2-1+b1_amd64.deb"
    size    = 9572
    sha256  = "sha256:ded769fd142b6a49f7f2eb9b27056a1340a96d99f7d96e5a0f449585d22c9602"
  }

  package "libpython3-stdlib" {
    version = "3.11.2-1+b1"
    path    = "pool/main/p/python3-defaults/libpython3-stdlib_3.11.2-1+b1_amd64.deb"
    size    = 9312
    sha256  = "sha256:4e58891d5c951a1e360ed9eaa814413cb5e84deadce3f08e801ac680434c786e"
  }

  package "libpython3.11" {
    version = "3.11.2-6+deb12u8"
    path    = "pool/main/p/python3.11/libpython3.11_3.11.2-6+deb12u8_amd64.deb"
    size    = 1988456
    sha256  = "sha256:63845d53d5f64d2362cfb6007ec175ad1c6044cebe60a1885eff76d2ce637c35"
  }

  package "libpython3.11-dev" {
    version = "3.11.2-6+deb12u8"
    path    = "pool/main/p/python3.11/libpython3.11-dev_3.11.2-6+deb12u8_amd64.deb"
    size    = 4737920
    sha256  = "sha256:01a8eddeb8505bb6e2c01209cda66b41fb5ebeaa64e69d0e25f7131915f1cd32"
  }

  package "libpython3.11-minimal" {
    version = "3.11.2-6+deb12u8"
    path    = "pool/main/p/python3.11/libpython3.11-minimal_3.11.2-6+deb12u8_amd64.deb"
    size    = 817740
    sha256  = "sha256:f3beaa03994ffedacf73c43a0843d53b062d347115d8af65bee2034552a4e6f9"
  }

  package "libpython3.11-stdlib" {
    version = "3.11.2-6+deb12u8"
    path    = "pool/main/p/python3.11/libpython3.11-stdlib_3.11.2-6+deb12u8_amd64.deb"
    size    = 1798560
    sha256  = "sha256:890b3540dad8a1ccc0deeca025db735bcc82629a76adacbe3b50fcc06ed528ca"
  }

  package "libquadmath0" {
    version = "12.2.0-14+deb12u1"
    path    = "pool/main/g/gcc-12/libquadmath0_12.2.0-14+deb12u1_amd64.deb"
    size    = 144616
    sha256  = "sha256:3f0c9a4c730da2fdab001cae596625438598fd2996d29d888feeb4c1cdc9011f"
  }

  package "libreadline8" {
    version = "8.2-1.3"
    path    = "pool/main/r/readline/libreadline8_8.2-1.3_amd64.deb"
    size    = 165760
    sha256  = "sha256:e02ebbd3701cf468dbf98d6d917fbe0325e881f07fe8b316150c8d2a64486e66"
  }

  package "librhash0" {
    version = "1.4.3-3"
    path    = "pool/main/r/rhash/librhash0_1.4.3-3_amd64.deb"
    size    = 134112
    sha256  = "sha256:d9ba48a51fd4734aaaf3a75fd94b6352a02f9eaa88d3bec84cd0b5d3090f9d2a"
  }

  package "librtmp1" {
    version = "2.4+20151223.gitfa8646d.1-2+b2"
    path    = "pool/main/r/rtmpdump/librtmp1_2.4+20151223.gitfa8646d.1-2+b2_amd64.deb"
    size    = 60824
    sha256  = "sha256:e1f69020dc2c466e421ec6a58406b643be8b5c382abf0f8989011c1d3df91c87"
  }

  package "libsasl2-2" {
    version = "2.1.28+dfsg-10"
    path    = "pool/main/c/cyrus-sasl2/libsasl2-2_2.1.28+dfsg-10_amd64.deb"
    size    = 59712
    sha256  = "sha256:11ee190ad39f8d7af441d2c8347388b9449434c73acc67b4b372445ac4152efa"
  }

  package "libsasl2-modules-db" {
    version = "2.1.28+dfsg-10"
    path    = "pool/main/c/cyrus-sasl2/libsasl2-modules-db_2.1.28+dfsg-10_amd64.deb"
    size    = 20336
    sha256  = "sha256:3ac4fd6cbe3b3b06e68d24b931bf3eb9385b42f15604a37ed25310e948ca0ee6"
  }

  package "libselinux1" {
    version = "3.4-1+b6"
    path    = "pool/main/libs/libselinux/libselinux1_3.4-1+b6_amd64.deb"
    size    = 73720
    sha256  = "sha256:2b07f5287b9105f40158b56e4d70cc1652dac56a408f3507b4ab3d061eed425f"
  }

  package "libsmartcols1" {
    version = "2.38.1-5+deb12u3"
    path    = "pool/main/u/util-linux/libsmartcols1_2.38.1-5+deb12u3_amd64.deb"
    size    = 106776
    sha256  = "sha256:84088c6895fc07538fc51624899f3f71835188e0d38ebc3812097ac13da523b0"
  }

  package "libsqlite3-0" {
    version = "3.40.1-2+deb12u2"
    path    = "pool/main/s/sqlite3/libsqlite3-0_3.40.1-2+deb12u2_amd64.deb"
    size    = 838808
    sha256  = "sha256:a8d78b40e9b4e422224aeebfe0e4dfc243f6acf3532490b0c05480d4283d41e2"
  }

  package "libssh2-1" {
    version = "1.10.0-3+b1"
    path    = "pool/main/libs/libssh2/libssh2-1_1.10.0-3+b1_amd64.deb"
    size    = 178704
    sha256  = "sha256:d20a3ee34fa84ad8bd381e8be6e9c2c2ea32347cff5e1169c10e978d43f54f24"
  }

  package "libssl3" {
    version = "3.0.20-1~deb12u2"
    path    = "pool/main/o/openssl/libssl3_3.0.20-1~deb12u2_amd64.deb"
    size    = 2036016
    sha256  = "sha256:89be24b41bff568ee6e7caf5680a3d808e80315ed92e407056ce0fa7a5bda025"
  }

  package "libstdc++-12-dev" {
    version = "12.2.0-14+deb12u1"
    path    = "pool/main/g/gcc-12/libstdc++-12-dev_12.2.0-14+deb12u1_amd64.deb"
    size    = 2047292
    sha256  = "sha256:d28def6c23630432b57cb38a4c2fd67a79d4e0484027386ca6e8d6005c3d7a73"
  }

  package "libstdc++6" {
    version = "12.2.0-14+deb12u1"
    path    = "pool/main/g/gcc-12/libstdc++6_12.2.0-14+deb12u1_amd64.deb"
    size    = 612604
    sha256  = "sha256:5cd3171216d4ab0fc911cfe9c35509bf2dd8f47761c43b7f6a4296701551a24d"
  }

  package "libsystemd0" {
    version = "252.39-1~deb12u2"
    path    = "pool/main/s/systemd/libsystemd0_252.39-1~deb12u2_amd64.deb"
    size    = 332372
    sha256  = "sha256:013c07514a9e4933b2d5c098018695a6aa42d085dbc483ce2c094a954c8a1b0a"
  }

  package "libtasn1-6" {
    version = "4.19.0-2+deb12u1"
    path    = "pool/main/libt/libtasn1-6/libtasn1-6_4.19.0-2+deb12u1_amd64.deb"
    size    = 48596
    sha256  = "sha256:2c27c613b69be248d09432839ea3d3382f6ee27fabaa65987aa2d884cd00afda"
  }

  package "libtinfo6" {
    version = "6.4-4"
    path    = "pool/main/n/ncurses/libtinfo6_6.4-4_amd64.deb"
    size    = 331352
    sha256  = "sha256:072d908f38f51090ca28ca5afa3b46b2957dc61fe35094c0b851426859a49a51"
  }

  package "libtirpc-common" {
    version = "1.3.3+ds-1"
    path    = "pool/main/libt/libtirpc/libtirpc-common_1.3.3+ds-1_all.deb"
    size    = 14048
    sha256  = "sha256:3e3ef129b4bf61513144236e15e1b4ec57fa5ae3dc8a72137abdbefb7a63af85"
  }

  package "libtirpc-dev" {
    version = "1.3.3+ds-1"
    path    = "pool/main/libt/libtirpc/libtirpc-dev_1.3.3+ds-1_amd64.deb"
    size    = 191428
    sha256  = "sha256:03326473eed54ffa27efae19aa5d6aeb402930968f869f318445513093691d55"
  }

  package "libtirpc3" {
    version = "1.3.3+ds-1"
    path    = "pool/main/libt/libtirpc/libtirpc3_1.3.3+ds-1_amd64.deb"
    size    = 85192
    sha256  = "sha256:2a46d5a5e9486da11ffeff5740931740d6deae4f92cd6098df060dc5dff1e1c7"
  }

  package "libtsan2" {
    version = "12.2.0-14+deb12u1"
    path    = "pool/main/g/gcc-12/libtsan2_12.2.0-14+deb12u1_amd64.deb"
    size    = 2196972
    sha256  = "sha256:06906663d644a75a1a836382ecd80b61461129c06f02935ce408b25809f6c958"
  }

  package "libubsan1" {
    version = "12.2.0-14+deb12u1"
    path    = "pool/main/g/gcc-12/libubsan1_12.2.0-14+deb12u1_amd64.deb"
    size    = 883056
    sha256  = "sha256:744f52adf00ffd45d44806b1c7e802a36bd27e479c9bc8457128fde357faa530"
  }

  package "libudev1" {
    version = "252.39-1~deb12u2"
    path    = "pool/main/s/systemd/libudev1_252.39-1~deb12u2_amd64.deb"
    size    = 108880
    sha256  = "sha256:6f7e08f11c4809d2e5998c775f7b423ab5ec2ce0309494b4a2615037052245e2"
  }

  package "libunistring2" {
    version = "1.0-2"
    path    = "pool/main/libu/libunistring/libunistring2_1.0-2_amd64.deb"
    size    = 436708
    sha256  = "sha256:d466bbfe011d764d793c1d9d777cad9c7cf65b938e11598f27408171ad95a951"
  }

  package "libuuid1" {
    version = "2.38.1-5+deb12u3"
    path    = "pool/main/u/util-linux/libuuid1_2.38.1-5+deb12u3_amd64.deb"
    size    = 28784
    sha256  = "sha256:5fff398321da62d28a842bcbabd193d72ae21724962c029dc32b1dc6b2deaeaf"
  }

  package "libuv1" {
    version = "1.44.2-1+deb12u1"
    path    = "pool/main/libu/libuv1/libuv1_1.44.2-1+deb12u1_amd64.deb"
    size    = 135616
    sha256  = "sha256:204f0e13354b44e6d19317887a53dab6f26696e8d95838db970b81f2a393f7fd"
  }

  package "libxml2" {
    version = "2.9.14+dfsg-1.3~deb12u6"
    path    = "pool/main/libx/libxml2/libxml2_2.9.14+dfsg-1.3~deb12u6_amd64.deb"
    size    = 688760
    sha256  = "sha256:4460e39dda10a815881374217cde08474747cfa018358cd8612c14b390eff53b"
  }

  package "libzstd1" {
    version = "1.5.4+dfsg2-5"
    path    = "pool/main/libz/libzstd/libzstd1_1.5.4+dfsg2-5_amd64.deb"
    size    = 290036
    sha256  = "sha256:6315b5ac38b724a710fb96bf1042019398cb656718b1522279a5185ed39318fa"
  }

  package "linux-libc-dev" {
    version = "6.1.176-1"
    path    = "pool/main/l/linux/linux-libc-dev_6.1.176-1_amd64.deb"
    size    = 2303828
    sha256  = "sha256:8bb258735b9dffbb111da778ebdd024750878e435ffd9dfcadcb6762ede6b4cf"
  }

  package "login" {
    version = "1:4.13+dfsg1-1+deb12u2"
    path    = "pool/main/s/shadow/login_4.13+dfsg1-1+deb12u2_amd64.deb"
    size    = 616084
    sha256  = "sha256:f1cc45bf505a8457340dc3c36f3a01a1835aaf564d73d9d394afb8ccfb6595a0"
  }

  package "mawk" {
    version = "1.3.4.20200120-3.1"
    path    = "pool/main/m/mawk/mawk_1.3.4.20200120-3.1_amd64.deb"
    size    = 119144
    sha256  = "sha256:bcbc83f391854ea9d50ce2a4101aacf330de3b8b71d81a798faadba14a157f78"
  }

  package "media-types" {
    version = "10.0.0"
    path    = "pool/main/m/media-types/media-types_10.0.0_all.deb"
    size    = 26136
    sha256  = "sha256:aaa46dcb3b39948ae2e0fdb72cfcb2f48c0b59f19785a3da8045c05eb19955dd"
  }

  package "ncurses-base" {
    version = "6.4-4"
    path    = "pool/main/n/ncurses/ncurses-base_6.4-4_all.deb"
    size    = 261308
    sha256  = "sha256:bfd1d89f833c09a28b062ee916495cf69649ca2bf529532476c7b69d75d24909"
  }

  package "ncurses-bin" {
    version = "6.4-4"
    path    = "pool/main/n/ncurses/ncurses-bin_6.4-4_amd64.deb"
    size    = 421400
    sha256  = "sha256:396d6e453aee6d71b7141f0bfb333a6c08a44c64f77632bdf52894ccd123db46"
  }

  package "ninja-build" {
    version = "1.11.1-2~deb12u1"
    path    = "pool/main/n/ninja-build/ninja-build_1.11.1-2~deb12u1_amd64.deb"
    size    = 134996
    sha256  = "sha256:e75fe14ee81334f52efe955aaaddac07d26f117bac60488ea19ea7a8b564e62c"
  }

  package "perl-base" {
    version = "5.36.0-7+deb12u3"
    path    = "pool/main/p/perl/perl-base_5.36.0-7+deb12u3_amd64.deb"
    size    = 1607712
    sha256  = "sha256:8ec874926e211807cde71e1b0a2311d2534ab3539dffcb2c8553633f542efc1a"
  }

  package "procps" {
    version = "2:4.0.2-3"
    path    = "pool/main/p/procps/procps_4.0.2-3_amd64.deb"
    size    = 708712
    sha256  = "sha256:d9d0e75779cb79af869181f17b93c5c263a2b89cac6a0193c436160a4483ddc1"
  }

  package "python3" {
    version = "3.11.2-1+b1"
    path    = "pool/main/p/python3-defaults/python3_3.11.2-1+b1_amd64.deb"
    size    = 26300
    sha256  = "sha256:33f6dafbd1a6902d9063172ec7dbd4b2225e12009e0d7ec5c933a72c2f5f3b74"
  }

  package "python3-dev" {
    version = "3.11.2-1+b1"
    path    = "pool/main/p/python3-defaults/python3-dev_3.11.2-1+b1_amd64.deb"
    size    = 26180
    sha256  = "sha256:74c35488ce04fd9a371522d2ef3ef3a3d0ba585d5afcb4ce4ec9c6a531377518"
  }

  package "python3-distutils" {
    version = "3.11.2-3"
    path    = "pool/main/p/python3-stdlib-extensions/python3-distutils_3.11.2-3_all.deb"
    size    = 130936
    sha256  = "sha256:a620b555f301860a08e30534c7e6f7d79818e5e1977bfec39a612e7003074318"
  }

  package "python3-lib2to3" {
    version = "3.11.2-3"
    path    = "pool/main/p/python3-stdlib-extensions/python3-lib2to3_3.11.2-3_all.deb"
    size    = 76284
    sha256  = "sha256:4e7f5e01e49a0622d10db3d0995666a6ead6a369cd127a996e9a4f9e91696a51"
  }

  package "python3-minimal" {
    version = "3.11.2-1+b1"
    path    = "pool/main/p/python3-defaults/python3-minimal_3.11.2-1+b1_amd64.deb"
    size    = 26312
    sha256  = "sha256:30f9618670e686d781afbfc713eb0830c29d2819e9cb2a0488800dad6bb99faa"
  }

  package "python3.11" {
    version = "3.11.2-6+deb12u8"
    path    = "pool/main/p/python3.11/python3.11_3.11.2-6+deb12u8_amd64.deb"
    size    = 574236
    sha256  = "sha256:cd7b10c24281416a6acb22cd23ed7391c7dddd4a3d4d4a63d37faa786639b5de"
  }

  package "python3.11-dev" {
    version = "3.11.2-6+deb12u8"
    path    = "pool/main/p/python3.11/python3.11-dev_3.11.2-6+deb12u8_amd64.deb"
    size    = 619232
    sha256  = "sha256:b17df208ce4d8967269d7ef5aa7f9c8fc873f8c766a9b6382aae23a48ea71c17"
  }

  package "python3.11-minimal" {
    version = "3.11.2-6+deb12u8"
    path    = "pool/main/p/python3.11/python3.11-minimal_3.11.2-6+deb12u8_amd64.deb"
    size    = 2064968
    sha256  = "sha256:4aba533f7cc5e7b93b7ff24482840e96813f5bcde9cce028395b65a0d799ccee"
  }

  package "readline-common" {
    version = "8.2-1.3"
    path    = "pool/main/r/readline/readline-common_8.2-1.3_all.deb"
    size    = 68988
    sha256  = "sha256:69317523fe56429aa361545416ad339d138c1500e5a604856a80dd9074b4e35c"
  }

  package "rpcsvc-proto" {
    version = "1.4.3-1"
    path    = "pool/main/r/rpcsvc-proto/rpcsvc-proto_1.4.3-1_amd64.deb"
    size    = 63268
    sha256  = "sha256:32ac0692694f8a34cc90c895f4fc739680fb2ef0e2d4870a68833682bf1c81a3"
  }

  package "sed" {
    version = "4.9-1+deb12u1"
    path    = "pool/main/s/sed/sed_4.9-1+deb12u1_amd64.deb"
    size    = 329092
    sha256  = "sha256:fd557efeee8aae4619c2cb7f68aadccb804322ad4a99ab048aaae5901d253885"
  }

  package "sysvinit-utils" {
    version = "3.06-4"
    path    = "pool/main/s/sysvinit/sysvinit-utils_3.06-4_amd64.deb"
    size    = 30996
    sha256  = "sha256:11790842108768ec52432ea22e7b4f057232813b7c27ef6dfe1aba776a5cb90e"
  }

  package "tar" {
    version = "1.34+dfsg-1.2+deb12u1"
    path    = "pool/main/t/tar/tar_1.34+dfsg-1.2+deb12u1_amd64.deb"
    size    = 836288
    sha256  = "sha256:24fb92e98c2969171f81a8b589263d705f6b1670f95d121cd74c810d4605acc3"
  }

  package "usr-is-merged" {
    version = "37~deb12u1"
    path    = "pool/main/u/usrmerge/usr-is-merged_37~deb12u1_all.deb"
    size    = 5616
    sha256  = "sha256:908b80730d99afe6f59ed7f449827b7047ceeeaa7637c368c03e4912e0a6de99"
  }

  package "util-linux" {
    version = "2.38.1-5+deb12u3"
    path    = "pool/main/u/util-linux/util-linux_2.38.1-5+deb12u3_amd64.deb"
    size    = 1177276
    sha256  = "sha256:8eb241ff24b2e1ee9c0373f4fc9bc728b85bf5966c1496154df7da01c0e42f34"
  }

  package "util-linux-extra" {
    version = "2.38.1-5+deb12u3"
    path    = "pool/main/u/util-linux/util-linux-extra_2.38.1-5+deb12u3_amd64.deb"
    size    = 110728
    sha256  = "sha256:b097a68c68e5c47a18e82678729dd9986782cf1d439f53beafad6f6dd3e6d688"
  }

  package "zlib1g" {
    version = "1:1.2.13.dfsg-1"
    path    = "pool/main/z/zlib/zlib1g_1.2.13.dfsg-1_amd64.deb"
    size    = 86684
    sha256  = "sha256:d7dd1d1411fedf27f5e27650a6eff20ef294077b568f4c8c5e51466dc7c08ce4"
  }

  package "zlib1g-dev" {
    version = "1:1.2.13.dfsg-1"
    path    = "pool/main/z/zlib/zlib1g-dev_1.2.13.dfsg-1_amd64.deb"
    size    = 916272
    sha256  = "sha256:f9ce531f60cbd5df37996af9370e0171be96902a17ec2bdbd8d62038c354094f"
  }
}

toolchain "debian_12_python_runtime" {
  kind = "apt"

  release "https://snapshot.debian.org/archive/debian/20260801T000000Z/dists/bookworm/InRelease" {
    sha256 = "sha256:77737fa4b34f2693e982cc9ee35736816c35a7778fc2d326cc1bbf5b301fe1aa"
  }

  package "base-files" {
    version = "12.4+deb12u15"
    path    = "pool/main/b/base-files/base-files_12.4+deb12u15_amd64.deb"
    size    = 70936
    sha256  = "sha256:3eb1ea6d85488f488cc2a163b98ad640ef88cee4c79287cf14e361aaf6206f47"
  }

  package "base-passwd" {
    version = "3.6.1"
    path    = "pool/main/b/base-passwd/base-passwd_3.6.1_amd64.deb"
    size    = 59972
    sha256  = "sha256:908ca1b35125f49125ae56945a72bc11ce0fcec85a8d980d10d83bb3a610f518"
  }

  package "bash" {
    version = "5.2.15-2+b13"
    path    = "pool/main/b/bash/bash_5.2.15-2+b13_amd64.deb"
    size    = 1490652
    sha256  = "sha256:82130bb6a560cd2a7234d8018baf73f188f5dd56413d5aa0accc987b2197a6a1"
  }

  package "bsdutils" {
    version = "1:2.38.1-5+deb12u3"
    path    = "pool/main/u/util-linux/bsdutils_2.38.1-5+deb12u3_amd64.deb"
    size    = 94412
    sha256  = "sha256:6cae172b006a4603e710e046c3acba8d98d36748894cbe3eeda31d415fec331e"
  }

  package "coreutils" {
    version = "9.1-1"
    path    = "pool/main/c/coreutils/coreutils_9.1-1_amd64.deb"
    size    = 2896560
    sha256  = "sha256:61038f857e346e8500adf53a2a0a20859f4d3a3b51570cc876b153a2d51a3091"
  }

  package "dash" {
    version = "0.5.12-2"
    path    = "pool/main/d/dash/dash_0.5.12-2_amd64.deb"
    size    = 91848
    sha256  = "sha256:33ea40061da2f1a861ec46212b2b6a34f0776a049b1a3f0abce2fb8cb994258f"
  }

  package "debconf" {
    version = "1.5.82"
    path    = "pool/main/d/debconf/debconf_1.5.82_all.deb"
    size    = 121212
    sha256  = "sha256:74ab14194a3762b2fc717917dcfda42929ab98e3c59295a063344dc551cd7cc8"
  }

  package "debianutils" {
    version = "5.7-0.5~deb12u1"
    path    = "pool/main/d/debianutils/debianutils_5.7-0.5~deb12u1_amd64.deb"
    size    = 102588
    sha256  = "sha256:55f951359670eb3236c9e2ccd5fac9ccb3db734f5a22aff21589e7a30aee48c9"
  }

  package "diffutils" {
    version = "1:3.8-4"
    path    = "pool/main/d/diffutils/diffutils_3.8-4_amd64.deb"
    size    = 351740
    sha256  = "sha256:8bdfedc14c1035e3750e9f055ac9c1ecd9b5d05d9e6dc6466c4e9237eef407dd"
  }

  package "dpkg" {
    version = "1.21.23"
    path    = "pool/main/d/dpkg/dpkg_1.21.23_amd64.deb"
    size    = 1567804
    sha256  = "sha256:f89e9f8d1a4a50ade44be3ed59a6ec55460fce205d2f8520c5c492137c5b609b"
  }

  package "findutils" {
    version = "4.9.0-4"
    path    = "pool/main/f/findutils/findutils_4.9.0-4_amd64.deb"
    size    = 635500
    sha256  = "sha256:5dd86bd0af4aa73f067dfd6b8339dd868f2dd84056aa79db29d1206d4fbc5e04"
  }

  package "gcc-12-base" {
    version = "12.2.0-14+deb12u1"
    path    = "pool/main/g/gcc-12/gcc-12-base_12.2.0-14+deb12u1_amd64.deb"
    size    = 37596
    sha256  = "sha256:1896a2aacf4ad681ff5eacc24a5b0ca4d5d9c9b9c9e4b6de5197bc1e116ea619"
  }

  package "grep" {
    version = "3.8-5"
    path    = "pool/main/g/grep/grep_3.8-5_amd64.deb"
    size    = 421444
    sha256  = "sha256:3264acea728df3c48a54f20e9291b965130e306b9d00adac76647049da7196df"
  }

  package "gzip" {
    version = "1.12-1"
    path    = "pool/main/g/gzip/gzip_1.12-1_amd64.deb"
    size    = 140364
    sha256  = "sha256:eabec1dde2834f72540d7b93fc5df2625f52611c06d93d61f5cdb12480e0e6a3"
  }

  package "hostname" {
    version = "3.23+nmu1"
    path    = "pool/main/h/hostname/hostname_3.23+nmu1_amd64.deb"
    size    = 10500
    sha256  = "sha256:17d9a2f3c05004499d80e180d2440fd716f84c32b65f09d96c9a024af4d1d0e7"
  }

  package "init-system-helpers" {
    version = "1.65.2+deb12u1"
    path    = "pool/main/i/init-system-helpers/init-system-helpers_1.65.2+deb12u1_all.deb"
    size    = 39020
    sha256  = "sha256:afab482524c64e4e256eb5cab43c1a96dc493ec476d94f19f1a5ec3de5fa0fef"
  }

  package "libacl1" {
    version = "2.3.1-3"
    path    = "pool/main/a/acl/libacl1_2.3.1-3_amd64.deb"
    size    = 31488
    sha256  = "sha256:8be9df5795114bfe90e2be3d208ef47a5edd3fc7b3e20d387a597486d444e5e2"
  }

  package "libattr1" {
    version = "1:2.5.1-4"
    path    = "pool/main/a/attr/libattr1_2.5.1-4_amd64.deb"
    size    = 22164
    sha256  = "sha256:c4945123d66d0503ba42e2fc0585abc76d0838978c6d277b9cc37a4da25d1a34"
  }

  package "libaudit-common" {
    version = "1:3.0.9-1"
    path    = "pool/main/a/audit/libaudit-common_3.0.9-1_all.deb"
    size    = 10448
    sha256  = "sha256:17d0341ca6ce604ce59c296780ac2c2a24141a769823c50669af942c025e6591"
  }

  package "libaudit1" {
    version = "1:3.0.9-1"
    path    = "pool/main/a/audit/libaudit1_3.0.9-1_amd64.deb"
    size    = 46764
    sha256  = "sha256:30954df4b5a7c505661ba8ae5e6ea94f5805e408899fb400783bb166eb5ff306"
  }

  package "libblkid1" {
    version = "2.38.1-5+deb12u3"
    path    = "pool/main/u/util-linux/libblkid1_2.38.1-5+deb12u3_amd64.deb"
    size    = 147380
    sha256  = "sha256:5a083377f29191cafcdf0f91ec124349b4a7895b531556633a136e43c6d53943"
  }

  package "libbz2-1.0" {
    version = "1.0.8-5+b1"
    path    = "pool/main/b/bzip2/libbz2-1.0_1.0.8-5+b1_amd64.deb"
    size    = 47348
    sha256  = "sha256:54149da3f44b22d523b26b692033b84503d822cc5122fed606ea69cc83ca5aeb"
  }

  package "libc-bin" {
    version = "2.36-9+deb12u14"
    path    = "pool/main/g/glibc/libc-bin_2.36-9+deb12u14_amd64.deb"
    size    = 609144
    sha256  = "sha256:e667401af91fad95f15b3ebd25d1abd8373fd18b00dc32219678413170544e84"
  }

  package "libc6" {
    version = "2.36-9+deb12u14"
    path    = "pool/main/g/glibc/libc6_2.36-9+deb12u14_amd64.deb"
    size    = 2759320
    sha256  = "sha256:ba4f88f73dbc3ae9055f3c20f4523bfdbaf1ad13ff95e258924f77d20b4fbedf"
  }

  package "libcap-ng0" {
    version = "0.8.3-1+b3"
    path    = "pool/main/libc/libcap-ng/libcap-ng0_0.8.3-1+b3_amd64.deb"
    size    = 17068
    sha256  = "sha256:b4b54769c77e4a71c8b33aee4d600ba28a9994a1c6f60d55d4ebe7fc44882e07"
  }

  package "libcap2" {
    version = "1:2.66-4+deb12u3+b1"
    path    = "pool/main/libc/libcap2/libcap2_2.66-4+deb12u3+b1_amd64.deb"
    size    = 27708
    sha256  = "sha256:8d684c673e7483802a5c447834b0df6fce006eb3a7109e1be412f5ad425bb24f"
  }

  package "libcom-err2" {
    version = "1.47.0-2+b2"
    path    = "pool/main/e/e2fsprogs/libcom-err2_1.47.0-2+b2_amd64.deb"
    size    = 20044
    sha256  = "sha256:a2bac7015e78fbc0c504df3e441f3a22292f1d2d77f9ccda760057f3690e22f2"
  }

  package "libcrypt1" {
    version = "1:4.4.33-2"
    path    = "pool/main/libx/libxcrypt/libcrypt1_4.4.33-2_amd64.deb"
    size    = 89464
    sha256  = "sha256:f5f60a5cdfd4e4eaa9438ade5078a57741a7a78d659fcb0c701204f523e8bd29"
  }

  package "libdb5.3" {
    version = "5.3.28+dfsg2-1"
    path    = "pool/main/d/db5.3/libdb5.3_5.3.28+dfsg2-1_amd64.deb"
    size    = 697412
    sha256  = "sha256:7dc5127b8dd0da80e992ba594954c005ae4359d839a24eb65d0d8129b5235c84"
  }

  package "libdebconfclient0" {
    version = "0.270"
    path    = "pool/main/c/cdebconf/libdebconfclient0_0.270_amd64.deb"
    size    = 9900
    sha256  = "sha256:7d2b2b700bae0ba67a13655fabba6a98da3f6ce7dee43d1ee0ac433b7ca1d947"
  }

  package "libexpat1" {
    version = "2.5.0-1+deb12u2"
    path    = "pool/main/e/expat/libexpat1_2.5.0-1+deb12u2_amd64.deb"
    size    = 99888
    sha256  = "sha256:2255e62fc22a86d2c544b8a3f516da9aee19383ad5742722ab4ce7f66a30dbc8"
  }

  package "libffi8" {
    version = "3.4.4-1"
    path    = "pool/main/libf/libffi/libffi8_3.4.4-1_amd64.deb"
    size    = 22856
    sha256  = "sha256:6d9f6c25c30efccce6d4bceaa48ea86c329a3432abb360a141f76ac223a4c34a"
  }

  package "libgcc-s1" {
    version = "12.2.0-14+deb12u1"
    path    = "pool/main/g/gcc-12/libgcc-s1_12.2.0-14+deb12u1_amd64.deb"
    size    = 49856
    sha256  = "sha256:3016e62cb4b7cd8038822870601f5ed131befe942774d0f745622cc77d8a88f7"
  }

  package "libgcrypt20" {
    version = "1.10.1-3+deb12u1"
    path    = "pool/main/libg/libgcrypt20/libgcrypt20_1.10.1-3+deb12u1_amd64.deb"
    size    = 696204
    sha256  = "sha256:e7a56552139c693904a6f9712234c05fe918353273a7cbdb5e62f423ad71bb97"
  }

  package "libgmp10" {
    version = "2:6.2.1+dfsg1-1.1"
    path    = "pool/main/g/gmp/libgmp10_6.2.1+dfsg1-1.1_amd64.deb"
    size    = 562588
    sha256  = "sha256:187aedef2ed763f425c1e523753b9719677633c7eede660401739e9c893482bd"
  }

  package "libgomp1" {
    version = "12.2.0-14+deb12u1"
    path    = "pool/main/g/gcc-12/libgomp1_12.2.0-14+deb12u1_amd64.deb"
    size    = 115772
    sha256  = "sha256:48fec46bda7f5b1638b9e959889bfbc20491247d402d120bb152687eb48143d7"
  }

  package "libgpg-error0" {
    version = "1.46-1"
    path    = "pool/main/libg/libgpg-error/libgpg-error0_1.46-1_amd64.deb"
    size    = 76888
    sha256  = "sha256:89944ee11d7370ce6ef46fc52f094c4a6512eff8943ec4c6ebefeae6360ceada"
  }

  package "libgssapi-krb5-2" {
    version = "1.20.1-2+deb12u5"
    path    = "pool/main/k/krb5/libgssapi-krb5-2_1.20.1-2+deb12u5_amd64.deb"
    size    = 135168
    sha256  = "sha256:d8b87aea91b956b416c01a28c44ff6228315ae3b73de40acddac3dc5043607d2"
  }

  package "libk5crypto3" {
    version = "1.20.1-2+deb12u5"
    path    = "pool/main/k/krb5/libk5crypto3_1.20.1-2+deb12u5_amd64.deb"
    size    = 79712
    sha256  = "sha256:7b6e47d15c5c9cdcd456137533d8308aeba608a54cec73b28bd59bfc4b54cf06"
  }

  package "libkeyutils1" {
    version = "1.6.3-2"
    path    = "pool/main/k/keyutils/libkeyutils1_1.6.3-2_amd64.deb"
    size    = 8808
    sha256  = "sha256:cfac89e6a7a54ff3c6a4f843310e25efeddaa771baeae470bd98bd588c373563"
  }

  package "libkrb5-3" {
    version = "1.20.1-2+deb12u5"
    path    = "pool/main/k/krb5/libkrb5-3_1.20.1-2+deb12u5_amd64.deb"
    size    = 332280
    sha256  = "sha256:c90801be09701af221b54dd502a59cb378b7284ff31e480738baca317d2f7653"
  }

  package "libkrb5support0" {
    version = "1.20.1-2+deb12u5"
    path    = "pool/main/k/krb5/libkrb5support0_1.20.1-2+deb12u5_amd64.deb"
    size    = 33212
    sha256  = "sha256:8b9c05f2d8d461a10d657b118f572af5bf8fd6c8f93dcef81e852c5ab0f428ab"
  }

  package "liblz4-1" {
    version = "1.9.4-1"
    path    = "pool/main/l/lz4/liblz4-1_1.9.4-1_amd64.deb"
    size    = 62884
    sha256  = "sha256:64cde86cef1deaf828bd60297839b59710b5cd8dc50efd4f12643caaee9389d3"
  }

  package "liblzma5" {
    version = "5.4.1-1+deb12u1"
    path    = "pool/main/x/xz-utils/liblzma5_5.4.1-1+deb12u1_amd64.deb"
    size    = 205732
    sha256  = "sha256:f96d8876b53ec89d76a992bc199679b818cf518225a768954d9451fb556a4eb7"
  }

  package "libmd0" {
    version = "1.0.4-2"
    path    = "pool/main/libm/libmd/libmd0_1.0.4-2_amd64.deb"
    size    = 29456
    sha256  = "sha256:03539fd30c509e27101d13a56e52eda9062bdf1aefe337c07ab56def25a13eab"
  }

  package "libmount1" {
    version = "2.38.1-5+deb12u3"
    path    = "pool/main/u/util-linux/libmount1_2.38.1-5+deb12u3_amd64.deb"
    size    = 165732
    sha256  = "sha256:f46e2d6b006951825adde9757790b6609d7c66c7700f9b68f3db913eaac323c3"
  }

  package "libncursesw6" {
    version = "6.4-4"
    path    = "pool/main/n/ncurses/libncursesw6_6.4-4_amd64.deb"
    size    = 133824
    sha256  = "sha256:98fa7a53dc565a38b65fb70422ad08001bf5361d8fbc74255280c329996a6bec"
  }

  package "libnsl2" {
    version = "1.3.0-2"
    path    = "pool/main/libn/libnsl/libnsl2_1.3.0-2_amd64.deb"
    size    = 39480
    sha256  = "sha256:c0d83437fdb016cb289436f49f28a36be44b3e8f1f2498c7e3a095f709c0d6f8"
  }

  package "libpam-modules" {
    version = "1.5.2-6+deb12u2"
    path    = "pool/main/p/pam/libpam-modules_1.5.2-6+deb12u2_amd64.deb"
    size    = 291056
    sha256  = "sha256:19fb4838168e68bc15a5606070f14b1162bb34a3899686913f5d661f1707f483"
  }

  package "libpam-modules-bin" {
    version = "1.5.2-6+deb12u2"
    path    = "pool/main/p/pam/libpam-modules-bin_1.5.2-6+deb12u2_amd64.deb"
    size    = 75676
    sha256  = "sha256:e7b1f6c60a51398920c5da792016161a65bf1c7caaa64140dd2099176ed51280"
  }

  package "libpam-runtime" {
    version = "1.5.2-6+deb12u2"
    path    = "pool/main/p/pam/libpam-runtime_1.5.2-6+deb12u2_all.deb"
    size    = 160936
    sha256  = "sha256:7a4f26d54c1e3ee8c68095f9d9013d13dd89a33ff78ef87330d21f21235fc278"
  }

  package "libpam0g" {
    version = "1.5.2-6+deb12u2"
    path    = "pool/main/p/pam/libpam0g_1.5.2-6+deb12u2_amd64.deb"
    size    = 92060
    sha256  = "sha256:a06f889caf9e97ccf04dedec0905573916bc6ec3366ade2c6ef8900047fd5cc1"
  }

  package "libpcre2-8-0" {
    version = "10.42-1"
    path    = "pool/main/p/pcre2/libpcre2-8-0_10.42-1_amd64.deb"
    size    = 260776
    sha256  = "sha256:030db54f4d76cdfe2bf0e8eb5f9efea0233ab3c7aa942d672c7b63b52dbaf935"
  }

  package "libpython3-stdlib" {
    version = "3.11.2-1+b1"
    path    = "pool/main/p/python3-defaults/libpython3-stdlib_3.11.2-1+b1_amd64.deb"
    size    = 9312
    sha256  = "sha256:4e58891d5c951a1e360ed9eaa814413cb5e84deadce3f08e801ac680434c786e"
  }

  package "libpython3.11-minimal" {
    version = "3.11.2-6+deb12u8"
    path    = "pool/main/p/python3.11/libpython3.11-minimal_3.11.2-6+deb12u8_amd64.deb"
    size    = 817740
    sha256  = "sha256:f3beaa03994ffedacf73c43a0843d53b062d347115d8af65bee2034552a4e6f9"
  }

  package "libpython3.11-stdlib" {
    version = "3.11.2-6+deb12u8"
    path    = "pool/main/p/python3.11/libpython3.11-stdlib_3.11.2-6+deb12u8_amd64.deb"
    size    = 1798560
    sha256  = "sha256:890b3540dad8a1ccc0deeca025db735bcc82629a76adacbe3b50fcc06ed528ca"
  }

  package "libreadline8" {
    version = "8.2-1.3"
    path    = "pool/main/r/readline/libreadline8_8.2-1.3_amd64.deb"
    size    = 165760
    sha256  = "sha256:e02ebbd3701cf468dbf98d6d917fbe0325e881f07fe8b316150c8d2a64486e66"
  }

  package "libselinux1" {
    version = "3.4-1+b6"
    path    = "pool/main/libs/libselinux/libselinux1_3.4-1+b6_amd64.deb"
    size    = 73720
    sha256  = "sha256:2b07f5287b9105f40158b56e4d70cc1652dac56a408f3507b4ab3d061eed425f"
  }

  package "libsmartcols1" {
    version = "2.38.1-5+deb12u3"
    path    = "pool/main/u/util-linux/libsmartcols1_2.38.1-5+deb12u3_amd64.deb"
    size    = 106776
    sha256  = "sha256:84088c6895fc07538fc51624899f3f71835188e0d38ebc3812097ac13da523b0"
  }

  package "libsqlite3-0" {
    version = "3.40.1-2+deb12u2"
    path    = "pool/main/s/sqlite3/libsqlite3-0_3.40.1-2+deb12u2_amd64.deb"
    size    = 838808
    sha256  = "sha256:a8d78b40e9b4e422224aeebfe0e4dfc243f6acf3532490b0c05480d4283d41e2"
  }

  package "libssl3" {
    version = "3.0.20-1~deb12u2"
    path    = "pool/main/o/openssl/libssl3_3.0.20-1~deb12u2_amd64.deb"
    size    = 2036016
    sha256  = "sha256:89be24b41bff568ee6e7caf5680a3d808e80315ed92e407056ce0fa7a5bda025"
  }

  package "libstdc++6" {
    version = "12.2.0-14+deb12u1"
    path    = "pool/main/g/gcc-12/libstdc++6_12.2.0-14+deb12u1_amd64.deb"
    size    = 612604
    sha256  = "sha256:5cd3171216d4ab0fc911cfe9c35509bf2dd8f47761c43b7f6a4296701551a24d"
  }

  package "libsystemd0" {
    version = "252.39-1~deb12u2"
    path    = "pool/main/s/systemd/libsystemd0_252.39-1~deb12u2_amd64.deb"
    size    = 332372
    sha256  = "sha256:013c07514a9e4933b2d5c098018695a6aa42d085dbc483ce2c094a954c8a1b0a"
  }

  package "libtinfo6" {
    version = "6.4-4"
    path    = "pool/main/n/ncurses/libtinfo6_6.4-4_amd64.deb"
    size    = 331352
    sha256  = "sha256:072d908f38f51090ca28ca5afa3b46b2957dc61fe35094c0b851426859a49a51"
  }

  package "libtirpc-common" {
    version = "1.3.3+ds-1"
    path    = "pool/main/libt/libtirpc/libtirpc-common_1.3.3+ds-1_all.deb"
    size    = 14048
    sha256  = "sha256:3e3ef129b4bf61513144236e15e1b4ec57fa5ae3dc8a72137abdbefb7a63af85"
  }

  package "libtirpc3" {
    version = "1.3.3+ds-1"
    path    = "pool/main/libt/libtirpc/libtirpc3_1.3.3+ds-1_amd64.deb"
    size    = 85192
    sha256  = "sha256:2a46d5a5e9486da11ffeff5740931740d6deae4f92cd6098df060dc5dff1e1c7"
  }

  package "libudev1" {
    version = "252.39-1~deb12u2"
    path    = "pool/main/s/systemd/libudev1_252.39-1~deb12u2_amd64.deb"
    size    = 108880
    sha256  = "sha256:6f7e08f11c4809d2e5998c775f7b423ab5ec2ce0309494b4a2615037052245e2"
  }

  package "libuuid1" {
    version = "2.38.1-5+deb12u3"
    path    = "pool/main/u/util-linux/libuuid1_2.38.1-5+deb12u3_amd64.deb"
    size    = 28784
    sha256  = "sha256:5fff398321da62d28a842bcbabd193d72ae21724962c029dc32b1dc6b2deaeaf"
  }

  package "libzstd1" {
    version = "1.5.4+dfsg2-5"
    path    = "pool/main/libz/libzstd/libzstd1_1.5.4+dfsg2-5_amd64.deb"
    size    = 290036
    sha256  = "sha256:6315b5ac38b724a710fb96bf1042019398cb656718b1522279a5185ed39318fa"
  }

  package "login" {
    version = "1:4.13+dfsg1-1+deb12u2"
    path    = "pool/main/s/shadow/login_4.13+dfsg1-1+deb12u2_amd64.deb"
    size    = 616084
    sha256  = "sha256:f1cc45bf505a8457340dc3c36f3a01a1835aaf564d73d9d394afb8ccfb6595a0"
  }

  package "mawk" {
    version = "1.3.4.20200120-3.1"
    path    = "pool/main/m/mawk/mawk_1.3.4.20200120-3.1_amd64.deb"
    size    = 119144
    sha256  = "sha256:bcbc83f391854ea9d50ce2a4101aacf330de3b8b71d81a798faadba14a157f78"
  }

  package "media-types" {
    version = "10.0.0"
    path    = "pool/main/m/media-types/media-types_10.0.0_all.deb"
    size    = 26136
    sha256  = "sha256:aaa46dcb3b39948ae2e0fdb72cfcb2f48c0b59f19785a3da8045c05eb19955dd"
  }

  package "ncurses-base" {
    version = "6.4-4"
    path    = "pool/main/n/ncurses/ncurses-base_6.4-4_all.deb"
    size    = 261308
    sha256  = "sha256:bfd1d89f833c09a28b062ee916495cf69649ca2bf529532476c7b69d75d24909"
  }

  package "ncurses-bin" {
    version = "6.4-4"
    path    = "pool/main/n/ncurses/ncurses-bin_6.4-4_amd64.deb"
    size    = 421400
    sha256  = "sha256:396d6e453aee6d71b7141f0bfb333a6c08a44c64f77632bdf52894ccd123db46"
  }

  package "perl-base" {
    version = "5.36.0-7+deb12u3"
    path    = "pool/main/p/perl/perl-base_5.36.0-7+deb12u3_amd64.deb"
    size    = 1607712
    sha256  = "sha256:8ec874926e211807cde71e1b0a2311d2534ab3539dffcb2c8553633f542efc1a"
  }

  package "python3" {
    version = "3.11.2-1+b1"
    path    = "pool/main/p/python3-defaults/python3_3.11.2-1+b1_amd64.deb"
    size    = 26300
    sha256  = "sha256:33f6dafbd1a6902d9063172ec7dbd4b2225e12009e0d7ec5c933a72c2f5f3b74"
  }

  package "python3-minimal" {
    version = "3.11.2-1+b1"
    path    = "pool/main/p/python3-defaults/python3-minimal_3.11.2-1+b1_amd64.deb"
    size    = 26312
    sha256  = "sha256:30f9618670e686d781afbfc713eb0830c29d2819e9cb2a0488800dad6bb99faa"
  }

  package "python3.11" {
    version = "3.11.2-6+deb12u8"
    path    = "pool/main/p/python3.11/python3.11_3.11.2-6+deb12u8_amd64.deb"
    size    = 574236
    sha256  = "sha256:cd7b10c24281416a6acb22cd23ed7391c7dddd4a3d4d4a63d37faa786639b5de"
  }

  package "python3.11-minimal" {
    version = "3.11.2-6+deb12u8"
    path    = "pool/main/p/python3.11/python3.11-minimal_3.11.2-6+deb12u8_amd64.deb"
    size    = 2064968
    sha256  = "sha256:4aba533f7cc5e7b93b7ff24482840e96813f5bcde9cce028395b65a0d799ccee"
  }

  package "readline-common" {
    version = "8.2-1.3"
    path    = "pool/main/r/readline/readline-common_8.2-1.3_all.deb"
    size    = 68988
    sha256  = "sha256:69317523fe56429aa361545416ad339d138c1500e5a604856a80dd9074b4e35c"
  }

  package "sed" {
    version = "4.9-1+deb12u1"
    path    = "pool/main/s/sed/sed_4.9-1+deb12u1_amd64.deb"
    size    = 329092
    sha256  = "sha256:fd557efeee8aae4619c2cb7f68aadccb804322ad4a99ab048aaae5901d253885"
  }

  package "sysvinit-utils" {
    version = "3.06-4"
    path    = "pool/main/s/sysvinit/sysvinit-utils_3.06-4_amd64.deb"
    size    = 30996
    sha256  = "sha256:11790842108768ec52432ea22e7b4f057232813b7c27ef6dfe1aba776a5cb90e"
  }

  package "tar" {
    version = "1.34+dfsg-1.2+deb12u1"
    path    = "pool/main/t/tar/tar_1.34+dfsg-1.2+deb12u1_amd64.deb"
    size    = 836288
    sha256  = "sha256:24fb92e98c2969171f81a8b589263d705f6b1670f95d121cd74c810d4605acc3"
  }

  package "usr-is-merged" {
    version = "37~deb12u1"
    path    = "pool/main/u/usrmerge/usr-is-merged_37~deb12u1_all.deb"
    size    = 5616
    sha256  = "sha256:908b80730d99afe6f59ed7f449827b7047ceeeaa7637c368c03e4912e0a6de99"
  }

  package "util-linux" {
    version = "2.38.1-5+deb12u3"
    path    = "pool/main/u/util-linux/util-linux_2.38.1-5+deb12u3_amd64.deb"
    size    = 1177276
    sha256  = "sha256:8eb241ff24b2e1ee9c0373f4fc9bc728b85bf5966c1496154df7da01c0e42f34"
  }

  package "util-linux-extra" {
    version = "2.38.1-5+deb12u3"
    path    = "pool/main/u/util-linux/util-linux-extra_2.38.1-5+deb12u3_amd64.deb"
    size    = 110728
    sha256  = "sha256:b097a68c68e5c47a18e82678729dd9986782cf1d439f53beafad6f6dd3e6d688"
  }

  package "zlib1g" {
    version = "1:1.2.13.dfsg-1"
    path    = "pool/main/z/zlib/zlib1g_1.2.13.dfsg-1_amd64.deb"
    size    = 86684
    sha256  = "sha256:d7dd1d1411fedf27f5e27650a6eff20ef294077b568f4c8c5e51466dc7c08ce4"
  }
}

python "3.11" {

  resolver "uv" {
    version = "0.13.8"
    file    = "uv-0.13.8-py3-none-musllinux_1_1_x86_64.whl"
    size    = 19139972
    sha256  = "sha256:29451c60f5e8b07403e0a175d5229efc36b0289b34143ff4aaa499a5dd52553a"
  }

  wheel "setuptools" {
    version = "82.0.1"
    file    = "setuptools-82.0.1-py3-none-any.whl"
    size    = 1006223
    sha256  = "sha256:a59e362652f08dcd477c78bb6e7bd9d80a7995bc73ce773050228a348ce2e5bb"
  }
}

variant "host" {
  definition = "sha256:f1a40ef2e7bd189f83c64bee50756fe9d080432aa7831cfc886a7bdd4665d98d"
  without = [
    "distro.bookworm.apt",
    "distro.bookworm.apt.debian.components",
    "distro.bookworm.apt.debian.fingerprint",
    "distro.bookworm.apt.debian.suite",
    "distro.bookworm.apt.debian.url",
    "environment.runtime",
    "toolchain.debian_12_python.*",
    "toolchain.debian_12_python.distro",
    "toolchain.debian_12_python.kind",
    "toolchain.debian_12_python.packages",
    "toolchain.debian_12_python_runtime.*",
    "toolchain.debian_12_python_runtime.distro",
    "toolchain.debian_12_python_runtime.kind",
    "toolchain.debian_12_python_runtime.packages",
  ]

  attributes = {
    "component.engine.build.cmake.toolchain"  = "host"
    "component.engine.build.python.toolchain" = "host"
    "toolchain.host.host.programs"            = "[\"cmake\",\"g++\",\"gcc\",\"ninja\"]"
    "toolchain.host.kind"                     = "host"
  }

  toolchain "host" {
    kind   = "host"
    impure = true
  }
}

variant "sycl" {
  definition = "sha256:ab3b65748423d8c68f65127955bd4f1ebe1fea178e0befd49358bfed740a785f"
  without = [
    "toolchain.debian_12_python.*",
    "toolchain.debian_12_python.distro",
    "toolchain.debian_12_python.kind",
    "toolchain.debian_12_python.packages",
    "toolchain.debian_12_python_runtime.*",
    "toolchain.debian_12_python_runtime.distro",
    "toolchain.debian_12_python_runtime.kind",
    "toolchain.debian_12_python_runtime.packages",
  ]

  attributes = {
    "component.engine.build.cmake.needs"                                       = "[\"fmt\",\"libenvpp\",\"simsycl\"]"
    "component.engine.build.cmake.toolchain"                                   = "simsycl"
    "component.engine.build.python.needs"                                      = "[\"fmt\",\"libenvpp\",\"simsycl\"]"
    "component.engine.build.python.toolchain"                                  = "simsycl"
    "component.engine.build.python.variables.EMBER_KERNEL"                     = "sycl"
    "component.fmt.build.cmake.driver"                                         = "cmake"
    "component.fmt.build.cmake.install"                                        = "true"
    "component.fmt.build.cmake.isa"                                            = "x86-64-v2"
    "component.fmt.build.cmake.memory"                                         = "536870912"
    "component.fmt.build.cmake.options.CMAKE_POSITION_INDEPENDENT_CODE"        = "ON"
    "component.fmt.build.cmake.options.FMT_DOC"                                = "OFF"
    "component.fmt.build.cmake.options.FMT_TEST"                               = "OFF"
    "component.fmt.build.cmake.toolchain"                                      = "simsycl"
    "component.fmt.builds"                                                     = "[\"cmake\"]"
    "component.fmt.of_toolchain"                                               = "simsycl"
    "component.fmt.source.revision"                                            = "0c9fce2ffefecfdce794e1859584e25877b7b592"
    "component.fmt.source.upstream"                                            = "fmt"
    "component.libenvpp.build.cmake.driver"                                    = "cmake"
    "component.libenvpp.build.cmake.install"                                   = "true"
    "component.libenvpp.build.cmake.isa"                                       = "x86-64-v2"
    "component.libenvpp.build.cmake.memory"                                    = "536870912"
    "component.libenvpp.build.cmake.needs"                                     = "[\"fmt\"]"
    "component.libenvpp.build.cmake.options.CMAKE_INSTALL_INCLUDEDIR"          = "include"
    "component.libenvpp.build.cmake.options.CMAKE_POSITION_INDEPENDENT_CODE"   = "ON"
    "component.libenvpp.build.cmake.options.CMAKE_PROJECT_libenvpp_INCLUDE"    = "/deps/fmt/lib/cmake/fmt/fmt-config.cmake"
    "component.libenvpp.build.cmake.options.LIBENVPP_EXAMPLES"                 = "OFF"
    "component.libenvpp.build.cmake.options.LIBENVPP_INSTALL"                  = "ON"
    "component.libenvpp.build.cmake.options.LIBENVPP_TESTS"                    = "OFF"
    "component.libenvpp.build.cmake.options.fmt_FOUND"                         = "ON"
    "component.libenvpp.build.cmake.toolchain"                                 = "simsycl"
    "component.libenvpp.builds"                                                = "[\"cmake\"]"
    "component.libenvpp.of_toolchain"                                          = "simsycl"
    "component.libenvpp.source.revision"                                       = "86db27f6df18a6e6a6ed143833bca0fd20977bf4"
    "component.libenvpp.source.upstream"                                       = "libenvpp"
    "component.simsycl.build.cmake.driver"                                     = "cmake"
    "component.simsycl.build.cmake.install"                                    = "true"
    "component.simsycl.build.cmake.isa"                                        = "x86-64-v2"
    "component.simsycl.build.cmake.memory"                                     = "1073741824"
    "component.simsycl.build.cmake.needs"                                      = "[\"fmt\",\"libenvpp\"]"
    "component.simsycl.build.cmake.options.FETCHCONTENT_TRY_FIND_PACKAGE_MODE" = "ALWAYS"
    "component.simsycl.build.cmake.options.SIMSYCL_BUILD_TESTS"                = "OFF"
    "component.simsycl.build.cmake.toolchain"                                  = "simsycl"
    "component.simsycl.builds"                                                 = "[\"cmake\"]"
    "component.simsycl.of_toolchain"                                           = "simsycl"
    "component.simsycl.patch.optional-tests.path"                              = "patches/simsycl/0001-optional-tests.patch"
    "component.simsycl.patch.optional-tests.sha256"                            = "sha256:416a3bc6bd1750434f5c04cd20ea8679ddb9d33d229e1f764c16538519772f03"
    "component.simsycl.patches"                                                = "[\"optional-tests\"]"
    "component.simsycl.source.revision"                                        = "e3843d874200c55fe0fcb25c3cbe8352812a6fe5"
    "component.simsycl.source.upstream"                                        = "simsycl"
    "components"                                                               = "[\"engine\",\"fmt\",\"libenvpp\",\"simsycl\"]"
    "environment.runtime"                                                      = "simsycl_python_runtime"
    "toolchain.simsycl.distro"                                                 = "bookworm"
    "toolchain.simsycl.kind"                                                   = "apt"
    "toolchain.simsycl.packages"                                               = "[\"ccache\",\"cmake\",\"g++\",\"libboost-context-dev\",\"ninja-build\",\"nlohmann-json3-dev\",\"python3-dev\"]"
    "toolchain.simsycl_python_runtime.distro"                                  = "bookworm"
    "toolchain.simsycl_python_runtime.kind"                                    = "apt"
    "toolchain.simsycl_python_runtime.packages"                                = "[\"libboost-context1.74.0\",\"libgomp1\",\"libstdc++6\",\"python3\"]"
    "upstream.fmt.git"                                                         = "https://github.com/fmtlib/fmt.git"
    "upstream.libenvpp.git"                                                    = "https://github.com/ph3at/libenvpp.git"
    "upstream.simsycl.git"                                                     = "https://github.com/celerity/SimSYCL.git"
  }

  component "engine" {
    upstream = "ember"
    embedded = "ember"
    commit   = "4fc93ddf49e1bc9eb6bc6bd853f5efcc9b93ee4d"
    tree     = "0739aa694ede805f68a4db32a2d4314bc7313b04"

    patch "python-module" {
      sha256         = "sha256:49a6485ded3876a7af1e4a263238cb26b27ff58269667ecd115742f6e45eb28d"
      decoded_sha256 = "sha256:49a6485ded3876a7af1e4a263238cb26b27ff58269667ecd115742f6e45eb28d"
      tree           = "24a0a9eac713055a10033275871b5ad8826514dd"
    }

    patch "sycl-extension" {
      sha256         = "sha256:c1e5f8c78c52d1b1220fba330b3dd54749741613fe454024bc46e21eaab727c3"
      decoded_sha256 = "sha256:c1e5f8c78c52d1b1220fba330b3dd54749741613fe454024bc46e21eaab727c3"
      tree           = "b1766bd0986cb39064f167c036eed994d61f8774"
    }
  }

  component "fmt" {
    upstream = "fmt"
    git      = "https://github.com/fmtlib/fmt.git"
    commit   = "0c9fce2ffefecfdce794e1859584e25877b7b592"
    tree     = "8027f7ff6fef6772c03a10eaec525f61169d2dbe"
  }

  component "libenvpp" {
    upstream = "libenvpp"
    git      = "https://github.com/ph3at/libenvpp.git"
    commit   = "86db27f6df18a6e6a6ed143833bca0fd20977bf4"
    tree     = "1d08009a365d731d14322fb65133dc4c5bb7e700"
  }

  component "simsycl" {
    upstream = "simsycl"
    git      = "https://github.com/celerity/SimSYCL.git"
    commit   = "e3843d874200c55fe0fcb25c3cbe8352812a6fe5"
    tree     = "18ff023358363444d2942b27c1304f88481678ee"

    patch "optional-tests" {
      sha256         = "sha256:416a3bc6bd1750434f5c04cd20ea8679ddb9d33d229e1f764c16538519772f03"
      decoded_sha256 = "sha256:416a3bc6bd1750434f5c04cd20ea8679ddb9d33d229e1f764c16538519772f03"
      tree           = "48a25e54d5548135825da6b18c793e598a84edd7"
    }
  }

  toolchain "simsycl" {
    kind = "apt"

    release "https://snapshot.debian.org/archive/debian/20260801T000000Z/dists/bookworm/InRelease" {
      sha256 = "sha256:77737fa4b34f2693e982cc9ee35736816c35a7778fc2d326cc1bbf5b301fe1aa"
    }

    package "base-files" {
      version = "12.4+deb12u15"
      path    = "pool/main/b/base-files/base-files_12.4+deb12u15_amd64.deb"
      size    = 70936
      sha256  = "sha256:3eb1ea6d85488f488cc2a163b98ad640ef88cee4c79287cf14e361aaf6206f47"
    }

    package "base-passwd" {
      version = "3.6.1"
      path    = "pool/main/b/base-passwd/base-passwd_3.6.1_amd64.deb"
      size    = 59972
      sha256  = "sha256:908ca1b35125f49125ae56945a72bc11ce0fcec85a8d980d10d83bb3a610f518"
    }

    package "bash" {
      version = "5.2.15-2+b13"
      path    = "pool/main/b/bash/bash_5.2.15-2+b13_amd64.deb"
      size    = 1490652
      sha256  = "sha256:82130bb6a560cd2a7234d8018baf73f188f5dd56413d5aa0accc987b2197a6a1"
    }

    package "binutils" {
      version = "2.40-2"
      path    = "pool/main/b/binutils/binutils_2.40-2_amd64.deb"
      size    = 64980
      sha256  = "sha256:83c3e20b53e1fbd84d764c3ba27d26a0376e361ae5d7fb37120196934dd87424"
    }

    package "binutils-common" {
      version = "2.40-2"
      path    = "pool/main/b/binutils/binutils-common_2.40-2_amd64.deb"
      size    = 2486664
      sha256  = "sha256:ab314134f43a0891a48f69a9bc33d825da748fa5e0ba2bebb7a5c491b026f1a0"
    }

    package "binutils-x86-64-linux-gnu" {
      version = "2.40-2"
      path    = "pool/main/b/binutils/binutils-x86-64-linux-gnu_2.40-2_amd64.deb"
      size    = 2245848
      sha256  = "sha256:2d7ea8a570d768224d7f2424abbe6f373d2154865a1fa7f56c80d43ecf492521"
    }

    package "bsdutils" {
      version = "1:2.38.1-5+deb12u3"
      path    = "pool/main/u/util-linux/bsdutils_2.38.1-5+deb12u3_amd64.deb"
      size    = 94412
      sha256  = "sha256:6cae172b006a4603e710e046c3acba8d98d36748894cbe3eeda31d415fec331e"
    }

    package "ccache" {
      version = "4.8+really4.7.5-1"
      path    = "pool/main/c/ccache/ccache_4.8+really4.7.5-1_amd64.deb"
      size    = 643900
      sha256  = "sha256:d6562e03b90d4bbe299966117aef44975f57bea8270c233b1d71f1e6ba157e7d"
    }

    package "cmake" {
      version = "3.25.1-1"
      path    = "pool/main/c/cmake/cmake_3.25.1-1_amd64.deb"
      size    = 8692248
      sha256  = "sha256:257a11063855f09e48696057fdb1ba2bcf1069502e0302576831dc2fb1571d7f"
    }

    package "cmake-data" {
      version = "3.25.1-1"
      path    = "pool/main/c/cmake/cmake-data_3.25.1-1_all.deb"
      size    = 2026484
      sha256  = "sha256:8371f9694da94fd551a3ea653e2e25d99747471ca0b48cc029bf5c792ea590a3"
    }

    package "coreutils" {
      version = "9.1-1"
      path    = "pool/main/c/coreutils/coreutils_9.1-1_amd64.deb"
      size    = 2896560
      sha256  = "sha256:61038f857e346e8500adf53a2a0a20859f4d3a3b51570cc876b153a2d51a3091"
    }

    package "cpp" {
      version = "4:12.2.0-3"
      path    = "pool/main/g/gcc-defaults/cpp_12.2.0-3_amd64.deb"
      size    = 6836
      sha256  = "sha256:a63db920f7aa1857a57beab185423deffb6111fa09437a99bbb4ef724fb7ba78"
    }

    package "cpp-12" {
      version = "12.2.0-14+deb12u1"
      path    = "pool/main/g/gcc-12/cpp-12_12.2.0-14+deb12u1_amd64.deb"
      size    = 9767788
      sha256  = "sha256:fedbb98e877adde83c983c6071537ea25ac52b277ac6e4637d85025949ca1454"
    }

    package "dash" {
      version = "0.5.12-2"
      path    = "pool/main/d/dash/dash_0.5.12-2_amd64.deb"
      size    = 91848
      sha256  = "sha256:33ea40061da2f1a861ec46212b2b6a34f0776a049b1a3f0abce2fb8cb994258f"
    }

    package "debconf" {
      version = "1.5.82"
      path    = "pool/main/d/debconf/debconf_1.5.82_all.deb"
      size    = 121212
      sha256  = "sha256:74ab14194a3762b2fc717917dcfda42929ab98e3c59295a063344dc551cd7cc8"
    }

    package "debianutils" {
      version = "5.7-0.5~deb12u1"
      path    = "pool/main/d/debianutils/debianutils_5.7-0.5~deb12u1_amd64.deb"
      size    = 102588
      sha256  = "sha256:55f951359670eb3236c9e2ccd5fac9ccb3db734f5a22aff21589e7a30aee48c9"
    }

    package "diffutils" {
      version = "1:3.8-4"
      path    = "pool/main/d/diffutils/diffutils_3.8-4_amd64.deb"
      size    = 351740
      sha256  = "sha256:8bdfedc14c1035e3750e9f055ac9c1ecd9b5d05d9e6dc6466c4e9237eef407dd"
    }

    package "dpkg" {
      version = "1.21.23"
      path    = "pool/main/d/dpkg/dpkg_1.21.23_amd64.deb"
      size    = 1567804
      sha256  = "sha256:f89e9f8d1a4a50ade44be3ed59a6ec55460fce205d2f8520c5c492137c5b609b"
    }

    package "findutils" {
      version = "4.9.0-4"
      path    = "pool/main/f/findutils/findutils_4.9.0-4_amd64.deb"
      size    = 635500
      sha256  = "sha256:5dd86bd0af4aa73f067dfd6b8339dd868f2dd84056aa79db29d1206d4fbc5e04"
    }

    package "g++" {
      version = "4:12.2.0-3"
      path    = "pool/main/g/gcc-defaults/g++_12.2.0-3_amd64.deb"
      size    = 1356
      sha256  = "sha256:26c451a660728cf7c15548a281e17eef2f36fab28499371e83fc2d3accb499d7"
    }

    package "g++-12" {
      version = "12.2.0-14+deb12u1"
      path    = "pool/main/g/gcc-12/g++-12_12.2.0-14+deb12u1_amd64.deb"
      size    = 10694076
      sha256  = "sha256:68b182badae4ace7d472f1393c559d3532a95a2d70817498b10bb481d2627251"
    }

    package "gcc" {
      version = "4:12.2.0-3"
      path    = "pool/main/g/gcc-defaults/gcc_12.2.0-3_amd64.deb"
      size    = 5216
      sha256  = "sha256:bb63b0fb2797e2a3a294dab8a02614930c557ec1f4ea96637c244b8b5f87e630"
    }

    package "gcc-12" {
      version = "12.2.0-14+deb12u1"
      path    = "pool/main/g/gcc-12/gcc-12_12.2.0-14+deb12u1_amd64.deb"
      size    = 19268852
      sha256  = "sha256:b46f33cc2ec245e435e043807038cecf4b201ef004800e9dfc1455240360e49d"
    }

    package "gcc-12-base" {
      version = "12.2.0-14+deb12u1"
      path    = "pool/main/g/gcc-12/gcc-12-base_12.2.0-14+deb12u1_amd64.deb"
      size    = 37596
      sha256  = "sha256:1896a2aacf4ad681ff5eacc24a5b0ca4d5d9c9b9c9e4b6de5197bc1e116ea619"
    }

    package "grep" {
      version = "3.8-5"
      path    = "pool/main/g/grep/grep_3.8-5_amd64.deb"
      size    = 421444
      sha256  = "sha256:3264acea728df3c48a54f20e9291b965130e306b9d00adac76647049da7196df"
    }

    package "gzip" {
      version = "1.12-1"
      path    = "pool/main/g/gzip/gzip_1.12-1_amd64.deb"
      size    = 140364
      sha256  = "sha256:eabec1dde2834f72540d7b93fc5df2625f52611c06d93d61f5cdb12480e0e6a3"
    }

    package "hostname" {
      version = "3.23+nmu1"
      path    = "pool/main/h/hostname/hostname_3.23+nmu1_amd64.deb"
      size    = 10500
      sha256  = "sha256:17d9a2f3c05004499d80e180d2440fd716f84c32b65f09d96c9a024af4d1d0e7"
    }

    package "init-system-helpers" {
      version = "1.65.2+deb12u1"
      path    = "pool/main/i/init-system-helpers/init-system-helpers_1.65.2+deb12u1_all.deb"
      size    = 39020
      sha256  = "sha256:afab482524c64e4e256eb5cab43c1a96dc493ec476d94f19f1a5ec3de5fa0fef"
    }

    package "libacl1" {
      version = "2.3.1-3"
      path    = "pool/main/a/acl/libacl1_2.3.1-3_amd64.deb"
      size    = 31488
      sha256  = "sha256:8be9df5795114bfe90e2be3d208ef47a5edd3fc7b3e20d387a597486d444e5e2"
    }

    package "libarchive13" {
      version = "3.6.2-1+deb12u4"
      path    = "pool/main/liba/libarchive/libarchive13_3.6.2-1+deb12u4_amd64.deb"
      size    = 344764
      sha256  = "sha256:ceacf45baae5fdf1ff9b80d9871c17a029c864c928af7620e456454d90c987f3"
    }

    package "libasan8" {
      version = "12.2.0-14+deb12u1"
      path    = "pool/main/g/gcc-12/libasan8_12.2.0-14+deb12u1_amd64.deb"
      size    = 2192652
      sha256  = "sha256:e7ac5d797d7d438a130674a8e463530f06aa02ecf919ca054d75eaa2f7849ec7"
    }

    package "libatomic1" {
      version = "12.2.0-14+deb12u1"
      path    = "pool/main/g/gcc-12/libatomic1_12.2.0-14+deb12u1_amd64.deb"
      size    = 9376
      sha256  = "sha256:fbd4e154a6b444229ea002cc209df099209c0adc09102e5fd21239a3d2b55e2d"
    }

    package "libattr1" {
      version = "1:2.5.1-4"
      path    = "pool/main/a/attr/libattr1_2.5.1-4_amd64.deb"
      size    = 22164
      sha256  = "sha256:c4945123d66d0503ba42e2fc0585abc76d0838978c6d277b9cc37a4da25d1a34"
    }

    package "libaudit-common" {
      version = "1:3.0.9-1"
      path    = "pool/main/a/audit/libaudit-common_3.0.9-1_all.deb"
      size    = 10448
      sha256  = "sha256:17d0341ca6ce604ce59c296780ac2c2a24141a769823c50669af942c025e6591"
    }

    package "libaudit1" {
      version = "1:3.0.9-1"
      path    = "pool/main/a/audit/libaudit1_3.0.9-1_amd64.deb"
      size    = 46764
      sha256  = "sha256:30954df4b5a7c505661ba8ae5e6ea94f5805e408899fb400783bb166eb5ff306"
    }

    package "libbinutils" {
      version = "2.40-2"
      path    = "pool/main/b/binutils/libbinutils_2.40-2_amd64.deb"
      size    = 572104
      sha256  = "sha256:fcf55b99e5f8a78f3c8ce9b6957f1024f394cf20c196b100d308a57e43547710"
    }

    package "libblkid1" {
      version = "2.38.1-5+deb12u3"
      path    = "pool/main/u/util-linux/libblkid1_2.38.1-5+deb12u3_amd64.deb"
      size    = 147380
      sha256  = "sha256:5a083377f29191cafcdf0f91ec124349b4a7895b531556633a136e43c6d53943"
    }

    package "libboost-atomic1.74-dev" {
      version = "1.74.0+ds1-21"
      path    = "pool/main/b/boost1.74/libboost-atomic1.74-dev_1.74.0+ds1-21_amd64.deb"
      size    = 221452
      sha256  = "sha256:c80224fd64fdfb2c6da888b19cb705115697087c596d0da46a7f3aefad83dda3"
    }

    package "libboost-atomic1.74.0" {
      version = "1.74.0+ds1-21"
      path    = "pool/main/b/boost1.74/libboost-atomic1.74.0_1.74.0+ds1-21_amd64.deb"
      size    = 220432
      sha256  = "sha256:5c417a63352d2dd45f2c9293f861d987758e0e8c841c4a352a0395bba6f30913"
    }

    package "libboost-chrono1.74-dev" {
      version = "1.74.0+ds1-21"
      path    = "pool/main/b/boost1.74/libboost-chrono1.74-dev_1.74.0+ds1-21_amd64.deb"
      size    = 234948
      sha256  = "sha256:aa139397c9a4fec34befc32fa10001b0454b52a21409705cccbba509c93c6ce9"
    }

    package "libboost-chrono1.74.0" {
      version = "1.74.0+ds1-21"
      path    = "pool/main/b/boost1.74/libboost-chrono1.74.0_1.74.0+ds1-21_amd64.deb"
      size    = 227852
      sha256  = "sha256:aad34d8bd286da4c05f0ddc4137dfccb2a4d134dd0cb91463dc38c615d7d8f16"
    }

    package "libboost-context-dev" {
      version = "1.74.0.3"
      path    = "pool/main/b/boost-defaults/libboost-context-dev_1.74.0.3_amd64.deb"
      size    = 4540
      sha256  = "sha256:5182649b7313ccb76407688094973da92d5554b1c3c44a1fe85f1f74acb713a4"
    }

    package "libboost-context1.74-dev" {
      version = "1.74.0+ds1-21"
      path    = "pool/main/b/boost1.74/libboost-context1.74-dev_1.74.0+ds1-21_amd64.deb"
      size    = 220316
      sha256  = "sha256:3772f12f509dc523fb8186f69f7669b98dc88c084a03eaf22f7a457c55a2b928"
    }

    package "libboost-context1.74.0" {
      version = "1.74.0+ds1-21"
      path    = "pool/main/b/boost1.74/libboost-context1.74.0_1.74.0+ds1-21_amd64.deb"
      size    = 219136
      sha256  = "sha256:45744bc4599210ac521da1a30cfc15c6d2817bd8311d7759aed9e4f20cd29633"
    }

    package "libboost-date-time1.74-dev" {
      version = "1.74.0+ds1-21"
      path    = "pool/main/b/boost1.74/libboost-date-time1.74-dev_1.74.0+ds1-21_amd64.deb"
      size    = 226332
      sha256  = "sha256:c4c686a0e8828fcaebd05843eeeaae5160abfee2d4c9925d820c894ce3138117"
    }

    package "libboost-date-time1.74.0" {
      version = "1.74.0+ds1-21"
      path    = "pool/main/b/boost1.74/libboost-date-time1.74.0_1.74.0+ds1-21_amd64.deb"
      size    = 217440
      sha256  = "sha256:fc56c7d5a63f6fac5ab7bace39e1704aa5e744eef4a8aeeada8431ff2e7ecefb"
    }

    package "libboost-serialization1.74-dev" {
      version = "1.74.0+ds1-21"
      path    = "pool/main/b/boost1.74/libboost-serialization1.74-dev_1.74.0+ds1-21_amd64.deb"
      size    = 359224
      sha256  = "sha256:cf6b52ba50480e5229407f9155323847b2fa247f4ee1eb373814add6629407da"
    }

    package "libboost-serialization1.74.0" {
      version = "1.74.0+ds1-21"
      path    = "pool/main/b/boost1.74/libboost-serialization1.74.0_1.74.0+ds1-21_amd64.deb"
      size    = 317476
      sha256  = "sha256:6fc2bbb606cee07d9177e517e7900165d32a084cec483693b06428e427ff232b"
    }

    package "libboost-system1.74-dev" {
      version = "1.74.0+ds1-21"
      path    = "pool/main/b/boost1.74/libboost-system1.74-dev_1.74.0+ds1-21_amd64.deb"
      size    = 218704
      sha256  = "sha256:d32a82618c48f9a8570c3f9b0213643be98f91cc4882dd6b0a06be78c75a1428"
    }

    package "libboost-system1.74.0" {
      version = "1.74.0+ds1-21"
      path    = "pool/main/b/boost1.74/libboost-system1.74.0_1.74.0+ds1-21_amd64.deb"
      size    = 217696
      sha256  = "sha256:39afb5f0caec23a152e2e04409e4336a6e33abda453e8a8f661a4a5405fdc4bd"
    }

    package "libboost-thread1.74-dev" {
      version = "1.74.0+ds1-21"
      path    = "pool/main/b/boost1.74/libboost-thread1.74-dev_1.74.0+ds1-21_amd64.deb"
      size    = 266628
      sha256  = "sha256:7c09f213253419bb32eaa28ffe00be24181e182fb98379710bf3c05b3767fb51"
    }

    package "libboost-thread1.74.0" {
      version = "1.74.0+ds1-21"
      path    = "pool/main/b/boost1.74/libboost-thread1.74.0_1.74.0+ds1-21_amd64.deb"
      size    = 257020
      sha256  = "sha256:6fc1f2997cdb0ea76d786a10591ea00559ef663055675f574e406ff2b3bd8912"
    }

    package "libboost1.74-dev" {
      version = "1.74.0+ds1-21"
      path    = "pool/main/b/boost1.74/libboost1.74-dev_1.74.0+ds1-21_amd64.deb"
      size    = 9507888
      sha256  = "sha256:ba14fe04d7f138f874bd3ab3a20c4fd1e9f654e271449b8f3e48d20f942dbb93"
    }

    package "libbrotli1" {
      version = "1.0.9-2+b6"
      path    = "pool/main/b/brotli/libbrotli1_1.0.9-2+b6_amd64.deb"
      size    = 275248
      sha256  = "sha256:563b4caec1aa5e876bd3355b36e7a38e1484baf5a293b48d1e8bd22db786e4d7"
    }

    package "libbz2-1.0" {
      version = "1.0.8-5+b1"
      path    = "pool/main/b/bzip2/libbz2-1.0_1.0.8-5+b1_amd64.deb"
      size    = 47348
      sha256  = "sha256:54149da3f44b22d523b26b692033b84503d822cc5122fed606ea69cc83ca5aeb"
    }

    package "libc-bin" {
      version = "2.36-9+deb12u14"
      path    = "pool/main/g/glibc/libc-bin_2.36-9+deb12u14_amd64.deb"
      size    = 609144
      sha256  = "sha256:e667401af91fad95f15b3ebd25d1abd8373fd18b00dc32219678413170544e84"
    }

    package "libc-dev-bin" {
      version = "2.36-9+deb12u14"
      path    = "pool/main/g/glibc/libc-dev-bin_2.36-9+deb12u14_amd64.deb"
      size    = 48056
      sha256  = "sha256:f61d923b703401023bec2ac3d9d1c9ad7341930fbe11736f7f5ef64b489d03c4"
    }

    package "libc6" {
      version = "2.36-9+deb12u14"
      path    = "pool/main/g/glibc/libc6_2.36-9+deb12u14_amd64.deb"
      size    = 2759320
      sha256  = "sha256:ba4f88f73dbc3ae9055f3c20f4523bfdbaf1ad13ff95e258924f77d20b4fbedf"
    }

    package "libc6-dev" {
      version = "2.36-9+deb12u14"
      path    = "pool/main/g/glibc/libc6-dev_2.36-9+deb12u14_amd64.deb"
      size    = 1903668
      sha256  = "sha256:0218fc2befcd784c1b0c6292c0a137ce89fad054efaa579ad083bee0f2c01aae"
    }

    package "libcap-ng0" {
      version = "0.8.3-1+b3"
      path    = "pool/main/libc/libcap-ng/libcap-ng0_0.8.3-1+b3_amd64.deb"
      size    = 17068
      sha256  = "sha256:b4b54769c77e4a71c8b33aee4d600ba28a9994a1c6f60d55d4ebe7fc44882e07"
    }

    package "libcap2" {
      version = "1:2.66-4+deb12u3+b1"
      path    = "pool/main/libc/libcap2/libcap2_2.66-4+deb12u3+b1_amd64.deb"
      size    = 27708
      sha256  = "sha256:8d684c673e7483802a5c447834b0df6fce006eb3a7109e1be412f5ad425bb24f"
    }

    package "libcc1-0" {
      version = "12.2.0-14+deb12u1"
      path    = "pool/main/g/gcc-12/libcc1-0_12.2.0-14+deb12u1_amd64.deb"
      size    = 41736
      sha256  = "sha256:4ee6009633003f47de98333ea7f7d8835ec563ae2ac4f30251dbfee04d75d46b"
    }

    package "libcom-err2" {
      version = "1.47.0-2+b2"
      path    = "pool/main/e/e2fsprogs/libcom-err2_1.47.0-2+b2_amd64.deb"
      size    = 20044
      sha256  = "sha256:a2bac7015e78fbc0c504df3e441f3a22292f1d2d77f9ccda760057f3690e22f2"
    }

    package "libcrypt-dev" {
      version = "1:4.4.33-2"
      path    = "pool/main/libx/libxcrypt/libcrypt-dev_4.4.33-2_amd64.deb"
      size    = 118144
      sha256  = "sha256:81ccd29130f75a9e3adabc80e61921abff42f76761e1f792fa2d1bb69af7f52f"
    }

    package "libcrypt1" {
      version = "1:4.4.33-2"
      path    = "pool/main/libx/libxcrypt/libcrypt1_4.4.33-2_amd64.deb"
      size    = 89464
      sha256  = "sha256:f5f60a5cdfd4e4eaa9438ade5078a57741a7a78d659fcb0c701204f523e8bd29"
    }

    package "libctf-nobfd0" {
      version = "2.40-2"
      path    = "pool/main/b/binutils/libctf-nobfd0_2.40-2_amd64.deb"
      size    = 153384
      sha256  = "sha256:ef1dfcf22de41ea90ebd3d505447ccccd999e96b85aa777a1d7d981dc3b347aa"
    }

    package "libctf0" {
      version = "2.40-2"
      path    = "pool/main/b/binutils/libctf0_2.40-2_amd64.deb"
      size    = 89796
      sha256  = "sha256:3fb7b6f326be3fae4a87a3d33b9269bd06c1e4346a24bd737f265067e3b7427f"
    }

    package "libcurl4" {
      version = "7.88.1-10+deb12u15"
      path    = "pool/main/c/curl/libcurl4_7.88.1-10+deb12u15_amd64.deb"
      size    = 392184
      sha256  = "sha256:3042904de01f9c4fbdcf1452b8f81abedcf2b015f9b9deba109063322b5bd68b"
    }

    package "libdb5.3" {
      version = "5.3.28+dfsg2-1"
      path    = "pool/main/d/db5.3/libdb5.3_5.3.28+dfsg2-1_amd64.deb"
      size    = 697412
      sha256  = "sha256:7dc5127b8dd0da80e992ba594954c005ae4359d839a24eb65d0d8129b5235c84"
    }

    package "libdebconfclient0" {
      version = "0.270"
      path    = "pool/main/c/cdebconf/libdebconfclient0_0.270_amd64.deb"
      size    = 9900
      sha256  = "sha256:7d2b2b700bae0ba67a13655fabba6a98da3f6ce7dee43d1ee0ac433b7ca1d947"
    }

    package "libexpat1" {
      version = "2.5.0-1+deb12u2"
      path    = "pool/main/e/expat/libexpat1_2.5.0-1+deb12u2_amd64.deb"
      size    = 99888
      sha256  = "sha256:2255e62fc22a86d2c544b8a3f516da9aee19383ad5742722ab4ce7f66a30dbc8"
    }

    package "libexpat1-dev" {
      version = "2.5.0-1+deb12u2"
      path    = "pool/main/e/expat/libexpat1-dev_2.5.0-1+deb12u2_amd64.deb"
      size    = 150980
      sha256  = "sha256:757279c1ce56ca88ca519e4c01cffd94e8480ce936f53fe9b0d61dc1bab20394"
    }

    package "libffi8" {
      version = "3.4.4-1"
      path    = "pool/main/libf/libffi/libffi8_3.4.4-1_amd64.deb"
      size    = 22856
      sha256  = "sha256:6d9f6c25c30efccce6d4bceaa48ea86c329a3432abb360a141f76ac223a4c34a"
    }

    package "libgcc-12-dev" {
      version = "12.2.0-14+deb12u1"
      path    = "pool/main/g/gcc-12/libgcc-12-dev_12.2.0-14+deb12u1_amd64.deb"
      size    = 2437204
      sha256  = "sha256:d720259380a84f2ffc6fe516eff5cbe9c8a005138e8d6a5748747ba4b3404a82"
    }

    package "libgcc-s1" {
      version = "12.2.0-14+deb12u1"
      path    = "pool/main/g/gcc-12/libgcc-s1_12.2.0-14+deb12u1_amd64.deb"
      size    = 49856
      sha256  = "sha256:3016e62cb4b7cd8038822870601f5ed131befe942774d0f745622cc77d8a88f7"
    }

    package "libgcrypt20" {
      version = "1.10.1-3+deb12u1"
      path    = "pool/main/libg/libgcrypt20/libgcrypt20_1.10.1-3+deb12u1_amd64.deb"
      size    = 696204
      sha256  = "sha256:e7a56552139c693904a6f9712234c05fe918353273a7cbdb5e62f423ad71bb97"
    }

    package "libgmp10" {
      version = "2:6.2.1+dfsg1-1.1"
      path    = "pool/main/g/gmp/libgmp10_6.2.1+dfsg1-1.1_amd64.deb"
      size    = 562588
      sha256  = "sha256:187aedef2ed763f425c1e523753b9719677633c7eede660401739e9c893482bd"
    }

    package "libgnutls30" {
      version = "3.7.9-2+deb12u7"
      path    = "pool/main/g/gnutls28/libgnutls30_3.7.9-2+deb12u7_amd64.deb"
      size    = 1409084
      sha256  = "sha256:30abec8c824feb1d2d7e9000a34083cccd19d139625e1b21547e3ac53b922f8e"
    }

    package "libgomp1" {
      version = "12.2.0-14+deb12u1"
      path    = "pool/main/g/gcc-12/libgomp1_12.2.0-14+deb12u1_amd64.deb"
      size    = 115772
      sha256  = "sha256:48fec46bda7f5b1638b9e959889bfbc20491247d402d120bb152687eb48143d7"
    }

    package "libgpg-error0" {
      version = "1.46-1"
      path    = "pool/main/libg/libgpg-error/libgpg-error0_1.46-1_amd64.deb"
      size    = 76888
      sha256  = "sha256:89944ee11d7370ce6ef46fc52f094c4a6512eff8943ec4c6ebefeae6360ceada"
    }

    package "libgprofng0" {
      version = "2.40-2"
      path    = "pool/main/b/binutils/libgprofng0_2.40-2_amd64.deb"
      size    = 812120
      sha256  = "sha256:a3c4092d84f19d13caf90f3c96eec53db8819f0e3a5247434944d71ed75fa53d"
    }

    package "libgssapi-krb5-2" {
      version = "1.20.1-2+deb12u5"
      path    = "pool/main/k/krb5/libgssapi-krb5-2_1.20.1-2+deb12u5_amd64.deb"
      size    = 135168
      sha256  = "sha256:d8b87aea91b956b416c01a28c44ff6228315ae3b73de40acddac3dc5043607d2"
    }

    package "libhiredis0.14" {
      version = "0.14.1-3"
      path    = "pool/main/h/hiredis/libhiredis0.14_0.14.1-3_amd64.deb"
      size    = 35872
      sha256  = "sha256:61f25d841052ad6cd6adfa9fad050345ea1047abc6ea79f931ab1a9ed55af3ae"
    }

    package "libhogweed6" {
      version = "3.8.1-2"
      path    = "pool/main/n/nettle/libhogweed6_3.8.1-2_amd64.deb"
      size    = 327524
      sha256  = "sha256:ed8185c28b2cb519744a5a462dcd720d3b332c9b88a1d0002eac06dc8550cb94"
    }

    package "libicu72" {
      version = "72.1-3+deb12u1"
      path    = "pool/main/i/icu/libicu72_72.1-3+deb12u1_amd64.deb"
      size    = 9376124
      sha256  = "sha256:f7f6f99c6d7b025914df2447fc93e11d22c44c0c8bdd8b6f36691c9e7ddcef88"
    }

    package "libidn2-0" {
      version = "2.3.3-1+b1"
      path    = "pool/main/libi/libidn2/libidn2-0_2.3.3-1+b1_amd64.deb"
      size    = 123636
      sha256  = "sha256:d50716d5824083d667427817d506b45d3f59dc77e1ca52de000f3f62d4918afa"
    }

    package "libisl23" {
      version = "0.25-1.1"
      path    = "pool/main/i/isl/libisl23_0.25-1.1_amd64.deb"
      size    = 683060
      sha256  = "sha256:ebff0b2f8b220c74224197523019366e97ee4770d464bebc48e4865114e4da0e"
    }

    package "libitm1" {
      version = "12.2.0-14+deb12u1"
      path    = "pool/main/g/gcc-12/libitm1_12.2.0-14+deb12u1_amd64.deb"
      size    = 26140
      sha256  = "sha256:0ed5b35dfd1346cccbf065408ec789db6c44c1d0a16ae84533411dea09632979"
    }

    package "libjansson4" {
      version = "2.14-2"
      path    = "pool/main/j/jansson/libjansson4_2.14-2_amd64.deb"
      size    = 40788
      sha256  = "sha256:3fc9742f9f1a37bcb9931df6074b4d1483419ef832ad5349f47323e75fc27864"
    }

    package "libjs-jquery" {
      version = "3.6.1+dfsg+~3.5.14-1"
      path    = "pool/main/n/node-jquery/libjs-jquery_3.6.1+dfsg+~3.5.14-1_all.deb"
      size    = 326128
      sha256  = "sha256:a58c9ff6afe96c769cb6535754c909410760e4efa1e1540236194e489adcfb25"
    }

    package "libjs-sphinxdoc" {
      version = "5.3.0-4"
      path    = "pool/main/s/sphinx/libjs-sphinxdoc_5.3.0-4_all.deb"
      size    = 130384
      sha256  = "sha256:93c0e211e0399659b224a49f86147bac4b2282b7e23fbfaa2edf990979cee59a"
    }

    package "libjs-underscore" {
      version = "1.13.4~dfsg+~1.11.4-3"
      path    = "pool/main/u/underscore/libjs-underscore_1.13.4~dfsg+~1.11.4-3_all.deb"
      size    = 115632
      sha256  = "sha256:4a0fbc90e7f62ea50c4ac7453352721fa60bb5eac87e9f39a027908faff29015"
    }

    package "libjsoncpp25" {
      version = "1.9.5-4"
      path    = "pool/main/libj/libjsoncpp/libjsoncpp25_1.9.5-4_amd64.deb"
      size    = 78572
      sha256  = "sha256:4ab06b9ce67470579be3112bf2b6b314012f93bfff619580b93a902d6b1221c5"
    }

    package "libk5crypto3" {
      version = "1.20.1-2+deb12u5"
      path    = "pool/main/k/krb5/libk5crypto3_1.20.1-2+deb12u5_amd64.deb"
      size    = 79712
      sha256  = "sha256:7b6e47d15c5c9cdcd456137533d8308aeba608a54cec73b28bd59bfc4b54cf06"
    }

    package "libkeyutils1" {
      version = "1.6.3-2"
      path    = "pool/main/k/keyutils/libkeyutils1_1.6.3-2_amd64.deb"
      size    = 8808
      sha256  = "sha256:cfac89e6a7a54ff3c6a4f843310e25efeddaa771baeae470bd98bd588c373563"
    }

    package "libkrb5-3" {
      version = "1.20.1-2+deb12u5"
      path    = "pool/main/k/krb5/libkrb5-3_1.20.1-2+deb12u5_amd64.deb"
      size    = 332280
      sha256  = "sha256:c90801be09701af221b54dd502a59cb378b7284ff31e480738baca317d2f7653"
    }

    package "libkrb5support0" {
      version = "1.20.1-2+deb12u5"
      path    = "pool/main/k/krb5/libkrb5support0_1.20.1-2+deb12u5_amd64.deb"
      size    = 33212
      sha256  = "sha256:8b9c05f2d8d461a10d657b118f572af5bf8fd6c8f93dcef81e852c5ab0f428ab"
    }

    package "libldap-2.5-0" {
      version = "2.5.13+dfsg-5"
      path    = "pool/main/o/openldap/libldap-2.5-0_2.5.13+dfsg-5_amd64.deb"
      size    = 183248
      sha256  = "sha256:4b6c30f6554149c594628d945edc6003f0eea8d0cc1341638c0e71375db147ed"
    }

    package "liblsan0" {
      version = "12.2.0-14+deb12u1"
      path    = "pool/main/g/gcc-12/liblsan0_12.2.0-14+deb12u1_amd64.deb"
      size    = 969300
      sha256  = "sha256:d234ab339c0ba31a4fb44e2334cf5a8d15b87f2c2f9e74fadfaa877f92dcf22a"
    }

    package "liblz4-1" {
      version = "1.9.4-1"
      path    = "pool/main/l/lz4/liblz4-1_1.9.4-1_amd64.deb"
      size    = 62884
      sha256  = "sha256:64cde86cef1deaf828bd60297839b59710b5cd8dc50efd4f12643caaee9389d3"
    }

    package "liblzma5" {
      version = "5.4.1-1+deb12u1"
      path    = "pool/main/x/xz-utils/liblzma5_5.4.1-1+deb12u1_amd64.deb"
      size    = 205732
      sha256  = "sha256:f96d8876b53ec89d76a992bc199679b818cf518225a768954d9451fb556a4eb7"
    }

    package "libmd0" {
      version = "1.0.4-2"
      path    = "pool/main/libm/libmd/libmd0_1.0.4-2_amd64.deb"
      size    = 29456
      sha256  = "sha256:03539fd30c509e27101d13a56e52eda9062bdf1aefe337c07ab56def25a13eab"
    }

    package "libmount1" {
      version = "2.38.1-5+deb12u3"
      path    = "pool/main/u/util-linux/libmount1_2.38.1-5+deb12u3_amd64.deb"
      size    = 165732
      sha256  = "sha256:f46e2d6b006951825adde9757790b6609d7c66c7700f9b68f3db913eaac323c3"
    }

    package "libmpc3" {
      version = "1.3.1-1"
      path    = "pool/main/m/mpclib3/libmpc3_1.3.1-1_amd64.deb"
      size    = 51480
      sha256  = "sha256:d7f79544790e44f9b0c8cb9034a18c58d37f8702a15f32539050718679e52f80"
    }

    package "libmpfr6" {
      version = "4.2.0-1"
      path    = "pool/main/m/mpfr4/libmpfr6_4.2.0-1_amd64.deb"
      size    = 700900
      sha256  = "sha256:37b7a2b4e78890b6a074777f27b96c84f58e81558ba08410c2b6c0ca4a4ad77b"
    }

    package "libncursesw6" {
      version = "6.4-4"
      path    = "pool/main/n/ncurses/libncursesw6_6.4-4_amd64.deb"
      size    = 133824
      sha256  = "sha256:98fa7a53dc565a38b65fb70422ad08001bf5361d8fbc74255280c329996a6bec"
    }

    package "libnettle8" {
      version = "3.8.1-2"
      path    = "pool/main/n/nettle/libnettle8_3.8.1-2_amd64.deb"
      size    = 287764
      sha256  = "sha256:45922e6e289ffd92f0f92d2bb9159e84236ff202d552a461bf10e5335b3f0261"
    }

    package "libnghttp2-14" {
      version = "1.52.0-1+deb12u3"
      path    = "pool/main/n/nghttp2/libnghttp2-14_1.52.0-1+deb12u3_amd64.deb"
      size    = 72404
      sha256  = "sha256:5a5736cee57e51c1baed869979e6ecdbc6495e939e33203d6cfe3b6e5a149e3f"
    }

    package "libnsl-dev" {
      version = "1.3.0-2"
      path    = "pool/main/libn/libnsl/libnsl-dev_1.3.0-2_amd64.deb"
      size    = 66436
      sha256  = "sha256:bb81a188c119cd7fdebae723cbc95887b6c549b2fe4fb7e268a9c8846444da99"
    }

    package "libnsl2" {
      version = "1.3.0-2"
      path    = "pool/main/libn/libnsl/libnsl2_1.3.0-2_amd64.deb"
      size    = 39480
      sha256  = "sha256:c0d83437fdb016cb289436f49f28a36be44b3e8f1f2498c7e3a095f709c0d6f8"
    }

    package "libp11-kit0" {
      version = "0.24.1-2"
      path    = "pool/main/p/p11-kit/libp11-kit0_0.24.1-2_amd64.deb"
      size    = 345080
      sha256  = "sha256:251330faddbf013f060fcdb41f4b0c037c8a6e89ba7c09b04bfcc4e3f0807b22"
    }

    package "libpam-modules" {
      version = "1.5.2-6+deb12u2"
      path    = "pool/main/p/pam/libpam-modules_1.5.2-6+deb12u2_amd64.deb"
      size    = 291056
      sha256  = "sha256:19fb4838168e68bc15a5606070f14b1162bb34a3899686913f5d661f1707f483"
    }

    package "libpam-modules-bin" {
      version = "1.5.2-6+deb12u2"
      path    = "pool/main/p/pam/libpam-modules-bin_1.5.2-6+deb12u2_amd64.deb"
      size    = 75676
      sha256  = "sha256:e7b1f6c60a51398920c5da792016161a65bf1c7caaa64140dd2099176ed51280"
    }

    package "libpam-runtime" {
      version = "1.5.2-6+deb12u2"
      path    = "pool/main/p/pam/libpam-runtime_1.5.2-6+deb12u2_all.deb"
      size    = 160936
      sha256  = "sha256:7a4f26d54c1e3ee8c68095f9d9013d13dd89a33ff78ef87330d21f21235fc278"
    }

    package "libpam0g" {
      version = "1.5.2-6+deb12u2"
      path    = "pool/main/p/pam/libpam0g_1.5.2-6+deb12u2_amd64.deb"
      size    = 92060
      sha256  = "sha256:a06f889caf9e97ccf04dedec0905573916bc6ec3366ade2c6ef8900047fd5cc1"
    }

    package "libpcre2-8-0" {
      version = "10.42-1"
      path    = "pool/main/p/pcre2/libpcre2-8-0_10.42-1_amd64.deb"
      size    = 260776
      sha256  = "sha256:030db54f4d76cdfe2bf0e8eb5f9efea0233ab3c7aa942d672c7b63b52dbaf935"
    }

    package "libproc2-0" {
      version = "2:4.0.2-3"
      path    = "pool/main/p/procps/libproc2-0_4.0.2-3_amd64.deb"
      size    = 62804
      sha256  = "sha256:e82ba5d01929eafb8b9954606a3c38b0332a987c2b3432388b4ee7365e54deae"
    }

    package "libpsl5" {
      version = "0.21.2-1"
      path    = "pool/main/libp/libpsl/libpsl5_0.21.2-1_amd64.deb"
      size    = 58684
      sha256  = "sha256:4f0d35610204e4e754b057748719744114621f2f6f4202d846c314860a981afb"
    }

    package "libpython3-dev" {
      version = "3.11.2-1+b1"
      path    = "pool/main/p/python3-defaults/libpython3-dev_3.11.2-1+b1_amd64.deb"
      size    = 9572
      sha256  = "sha256:ded769fd142b6a49f7f2eb9b27056a1340a96d99f7d96e5a0f449585d22c9602"
    }

    package "libpython3-stdlib" {
      version = "3.11.2-1+b1"
      path    = "pool/main/p/python3-defaults/libpython3-stdlib_3.11.2-1+b1_amd64.deb"
      size    = 9312
      sha256  = "sha256:4e58891d5c951a1e360ed9eaa814413cb5e84deadce3f08e801ac680434c786e"
    }

    package "libpython3.11" {
      version = "3.11.2-6+deb12u8"
      path    = "pool/main/p/python3.11/libpython3.11_3.11.2-6+deb12u8_amd64.deb"
      size    = 1988456
      sha256  = "sha256:63845d53d5f64d2362cfb6007ec175ad1c6044cebe60a1885eff76d2ce637c35"
    }

    package "libpython3.11-dev" {
      version = "3.11.2-6+deb12u8"
      path    = "pool/main/p/python3.11/libpython3.11-dev_3.11.2-6+deb12u8_amd64.deb"
      size    = 4737920
      sha256  = "sha256:01a8eddeb8505bb6e2c01209cda66b41fb5ebeaa64e69d0e25f7131915f1cd32"
    }

    package "libpython3.11-minimal" {
      version = "3.11.2-6+deb12u8"
      path    = "pool/main/p/python3.11/libpython3.11-minimal_3.11.2-6+deb12u8_amd64.deb"
      size    = 817740
      sha256  = "sha256:f3beaa03994ffedacf73c43a0843d53b062d347115d8af65bee2034552a4e6f9"
    }

    package "libpython3.11-stdlib" {
      version = "3.11.2-6+deb12u8"
      path    = "pool/main/p/python3.11/libpython3.11-stdlib_3.11.2-6+deb12u8_amd64.deb"
      size    = 1798560
      sha256  = "sha256:890b3540dad8a1ccc0deeca025db735bcc82629a76adacbe3b50fcc06ed528ca"
    }

    package "libquadmath0" {
      version = "12.2.0-14+deb12u1"
      path    = "pool/main/g/gcc-12/libquadmath0_12.2.0-14+deb12u1_amd64.deb"
      size    = 144616
      sha256  = "sha256:3f0c9a4c730da2fdab001cae596625438598fd2996d29d888feeb4c1cdc9011f"
    }

    package "libreadline8" {
      version = "8.2-1.3"
      path    = "pool/main/r/readline/libreadline8_8.2-1.3_amd64.deb"
      size    = 165760
      sha256  = "sha256:e02ebbd3701cf468dbf98d6d917fbe0325e881f07fe8b316150c8d2a64486e66"
    }

    package "librhash0" {
      version = "1.4.3-3"
      path    = "pool/main/r/rhash/librhash0_1.4.3-3_amd64.deb"
      size    = 134112
      sha256  = "sha256:d9ba48a51fd4734aaaf3a75fd94b6352a02f9eaa88d3bec84cd0b5d3090f9d2a"
    }

    package "librtmp1" {
      version = "2.4+20151223.gitfa8646d.1-2+b2"
      path    = "pool/main/r/rtmpdump/librtmp1_2.4+20151223.gitfa8646d.1-2+b2_amd64.deb"
      size    = 60824
      sha256  = "sha256:e1f69020dc2c466e421ec6a58406b643be8b5c382abf0f8989011c1d3df91c87"
    }

    package "libsasl2-2" {
      version = "2.1.28+dfsg-10"
      path    = "pool/main/c/cyrus-sasl2/libsasl2-2_2.1.28+dfsg-10_amd64.deb"
      size    = 59712
      sha256  = "sha256:11ee190ad39f8d7af441d2c8347388b9449434c73acc67b4b372445ac4152efa"
    }

    package "libsasl2-modules-db" {
      version = "2.1.28+dfsg-10"
      path    = "pool/main/c/cyrus-sasl2/libsasl2-modules-db_2.1.28+dfsg-10_amd64.deb"
      size    = 20336
      sha256  = "sha256:3ac4fd6cbe3b3b06e68d24b931bf3eb9385b42f15604a37ed25310e948ca0ee6"
    }

    package "libselinux1" {
      version = "3.4-1+b6"
      path    = "pool/main/libs/libselinux/libselinux1_3.4-1+b6_amd64.deb"
      size    = 73720
      sha256  = "sha256:2b07f5287b9105f40158b56e4d70cc1652dac56a408f3507b4ab3d061eed425f"
    }

    package "libsmartcols1" {
      version = "2.38.1-5+deb12u3"
      path    = "pool/main/u/util-linux/libsmartcols1_2.38.1-5+deb12u3_amd64.deb"
      size    = 106776
      sha256  = "sha256:84088c6895fc07538fc51624899f3f71835188e0d38ebc3812097ac13da523b0"
    }

    package "libsqlite3-0" {
      version = "3.40.1-2+deb12u2"
      path    = "pool/main/s/sqlite3/libsqlite3-0_3.40.1-2+deb12u2_amd64.deb"
      size    = 838808
      sha256  = "sha256:a8d78b40e9b4e422224aeebfe0e4dfc243f6acf3532490b0c05480d4283d41e2"
    }

    package "libssh2-1" {
      version = "1.10.0-3+b1"
      path    = "pool/main/libs/libssh2/libssh2-1_1.10.0-3+b1_amd64.deb"
      size    = 178704
      sha256  = "sha256:d20a3ee34fa84ad8bd381e8be6e9c2c2ea32347cff5e1169c10e978d43f54f24"
    }

    package "libssl3" {
      version = "3.0.20-1~deb12u2"
      path    = "pool/main/o/openssl/libssl3_3.0.20-1~deb12u2_amd64.deb"
      size    = 2036016
      sha256  = "sha256:89be24b41bff568ee6e7caf5680a3d808e80315ed92e407056ce0fa7a5bda025"
    }

    package "libstdc++-12-dev" {
      version = "12.2.0-14+deb12u1"
      path    = "pool/main/g/gcc-12/libstdc++-12-dev_12.2.0-14+deb12u1_amd64.deb"
      size    = 2047292
      sha256  = "sha256:d28def6c23630432b57cb38a4c2fd67a79d4e0484027386ca6e8d6005c3d7a73"
    }

    package "libstdc++6" {
      version = "12.2.0-14+deb12u1"
      path    = "pool/main/g/gcc-12/libstdc++6_12.2.0-14+deb12u1_amd64.deb"
      size    = 612604
      sha256  = "sha256:5cd3171216d4ab0fc911cfe9c35509bf2dd8f47761c43b7f6a4296701551a24d"
    }

    package "libsystemd0" {
      version = "252.39-1~deb12u2"
      path    = "pool/main/s/systemd/libsystemd0_252.39-1~deb12u2_amd64.deb"
      size    = 332372
      sha256  = "sha256:013c07514a9e4933b2d5c098018695a6aa42d085dbc483ce2c094a954c8a1b0a"
    }

    package "libtasn1-6" {
      version = "4.19.0-2+deb12u1"
      path    = "pool/main/libt/libtasn1-6/libtasn1-6_4.19.0-2+deb12u1_amd64.deb"
      size    = 48596
      sha256  = "sha256:2c27c613b69be248d09432839ea3d3382f6ee27fabaa65987aa2d884cd00afda"
    }

    package "libtinfo6" {
      version = "6.4-4"
      path    = "pool/main/n/ncurses/libtinfo6_6.4-4_amd64.deb"
      size    = 331352
      sha256  = "sha256:072d908f38f51090ca28ca5afa3b46b2957dc61fe35094c0b851426859a49a51"
    }

    package "libtirpc-common" {
      version = "1.3.3+ds-1"
      path    = "pool/main/libt/libtirpc/libtirpc-common_1.3.3+ds-1_all.deb"
      size    = 14048
      sha256  = "sha256:3e3ef129b4bf61513144236e15e1b4ec57fa5ae3dc8a72137abdbefb7a63af85"
    }

    package "libtirpc-dev" {
      version = "1.3.3+ds-1"
      path    = "pool/main/libt/libtirpc/libtirpc-dev_1.3.3+ds-1_amd64.deb"
      size    = 191428
      sha256  = "sha256:03326473eed54ffa27efae19aa5d6aeb402930968f869f318445513093691d55"
    }

    package "libtirpc3" {
      version = "1.3.3+ds-1"
      path    = "pool/main/libt/libtirpc/libtirpc3_1.3.3+ds-1_amd64.deb"
      size    = 85192
      sha256  = "sha256:2a46d5a5e9486da11ffeff5740931740d6deae4f92cd6098df060dc5dff1e1c7"
    }

    package "libtsan2" {
      version = "12.2.0-14+deb12u1"
      path    = "pool/main/g/gcc-12/libtsan2_12.2.0-14+deb12u1_amd64.deb"
      size    = 2196972
      sha256  = "sha256:06906663d644a75a1a836382ecd80b61461129c06f02935ce408b25809f6c958"
    }

    package "libubsan1" {
      version = "12.2.0-14+deb12u1"
      path    = "pool/main/g/gcc-12/libubsan1_12.2.0-14+deb12u1_amd64.deb"
      size    = 883056
      sha256  = "sha256:744f52adf00ffd45d44806b1c7e802a36bd27e479c9bc8457128fde357faa530"
    }

    package "libudev1" {
      version = "252.39-1~deb12u2"
      path    = "pool/main/s/systemd/libudev1_252.39-1~deb12u2_amd64.deb"
      size    = 108880
      sha256  = "sha256:6f7e08f11c4809d2e5998c775f7b423ab5ec2ce0309494b4a2615037052245e2"
    }

    package "libunistring2" {
      version = "1.0-2"
      path    = "pool/main/libu/libunistring/libunistring2_1.0-2_amd64.deb"
      size    = 436708
      sha256  = "sha256:d466bbfe011d764d793c1d9d777cad9c7cf65b938e11598f27408171ad95a951"
    }

    package "libuuid1" {
      version = "2.38.1-5+deb12u3"
      path    = "pool/main/u/util-linux/libuuid1_2.38.1-5+deb12u3_amd64.deb"
      size    = 28784
      sha256  = "sha256:5fff398321da62d28a842bcbabd193d72ae21724962c029dc32b1dc6b2deaeaf"
    }

    package "libuv1" {
      version = "1.44.2-1+deb12u1"
      path    = "pool/main/libu/libuv1/libuv1_1.44.2-1+deb12u1_amd64.deb"
      size    = 135616
      sha256  = "sha256:204f0e13354b44e6d19317887a53dab6f26696e8d95838db970b81f2a393f7fd"
    }

    package "libxml2" {
      version = "2.9.14+dfsg-1.3~deb12u6"
      path    = "pool/main/libx/libxml2/libxml2_2.9.14+dfsg-1.3~deb12u6_amd64.deb"
      size    = 688760
      sha256  = "sha256:4460e39dda10a815881374217cde08474747cfa018358cd8612c14b390eff53b"
    }

    package "libzstd1" {
      version = "1.5.4+dfsg2-5"
      path    = "pool/main/libz/libzstd/libzstd1_1.5.4+dfsg2-5_amd64.deb"
      size    = 290036
      sha256  = "sha256:6315b5ac38b724a710fb96bf1042019398cb656718b1522279a5185ed39318fa"
    }

    package "linux-libc-dev" {
      version = "6.1.176-1"
      path    = "pool/main/l/linux/linux-libc-dev_6.1.176-1_amd64.deb"
      size    = 2303828
      sha256  = "sha256:8bb258735b9dffbb111da778ebdd024750878e435ffd9dfcadcb6762ede6b4cf"
    }

    package "login" {
      version = "1:4.13+dfsg1-1+deb12u2"
      path    = "pool/main/s/shadow/login_4.13+dfsg1-1+deb12u2_amd64.deb"
      size    = 616084
      sha256  = "sha256:f1cc45bf505a8457340dc3c36f3a01a1835aaf564d73d9d394afb8ccfb6595a0"
    }

    package "mawk" {
      version = "1.3.4.20200120-3.1"
      path    = "pool/main/m/mawk/mawk_1.3.4.20200120-3.1_amd64.deb"
      size    = 119144
      sha256  = "sha256:bcbc83f391854ea9d50ce2a4101aacf330de3b8b71d81a798faadba14a157f78"
    }

    package "media-types" {
      version = "10.0.0"
      path    = "pool/main/m/media-types/media-types_10.0.0_all.deb"
      size    = 26136
      sha256  = "sha256:aaa46dcb3b39948ae2e0fdb72cfcb2f48c0b59f19785a3da8045c05eb19955dd"
    }

    package "ncurses-base" {
      version = "6.4-4"
      path    = "pool/main/n/ncurses/ncurses-base_6.4-4_all.deb"
      size    = 261308
      sha256  = "sha256:bfd1d89f833c09a28b062ee916495cf69649ca2bf529532476c7b69d75d24909"
    }

    package "ncurses-bin" {
      version = "6.4-4"
      path    = "pool/main/n/ncurses/ncurses-bin_6.4-4_amd64.deb"
      size    = 421400
      sha256  = "sha256:396d6e453aee6d71b7141f0bfb333a6c08a44c64f77632bdf52894ccd123db46"
    }

    package "ninja-build" {
      version = "1.11.1-2~deb12u1"
      path    = "pool/main/n/ninja-build/ninja-build_1.11.1-2~deb12u1_amd64.deb"
      size    = 134996
      sha256  = "sha256:e75fe14ee81334f52efe955aaaddac07d26f117bac60488ea19ea7a8b564e62c"
    }

    package "nlohmann-json3-dev" {
      version = "3.11.2-2"
      path    = "pool/main/n/nlohmann-json3/nlohmann-json3-dev_3.11.2-2_all.deb"
      size    = 258828
      sha256  = "sha256:ec57940def6b6186c30be0e0ee81d1e58f86d11a54a145b28686a1e3e4aae801"
    }

    package "perl-base" {
      version = "5.36.0-7+deb12u3"
      path    = "pool/main/p/perl/perl-base_5.36.0-7+deb12u3_amd64.deb"
      size    = 1607712
      sha256  = "sha256:8ec874926e211807cde71e1b0a2311d2534ab3539dffcb2c8553633f542efc1a"
    }

    package "procps" {
      version = "2:4.0.2-3"
      path    = "pool/main/p/procps/procps_4.0.2-3_amd64.deb"
      size    = 708712
      sha256  = "sha256:d9d0e75779cb79af869181f17b93c5c263a2b89cac6a0193c436160a4483ddc1"
    }

    package "python3" {
      version = "3.11.2-1+b1"
      path    = "pool/main/p/python3-defaults/python3_3.11.2-1+b1_amd64.deb"
      size    = 26300
      sha256  = "sha256:33f6dafbd1a6902d9063172ec7dbd4b2225e12009e0d7ec5c933a72c2f5f3b74"
    }

    package "python3-dev" {
      version = "3.11.2-1+b1"
      path    = "pool/main/p/python3-defaults/python3-dev_3.11.2-1+b1_amd64.deb"
      size    = 26180
      sha256  = "sha256:74c35488ce04fd9a371522d2ef3ef3a3d0ba585d5afcb4ce4ec9c6a531377518"
    }

    package "python3-distutils" {
      version = "3.11.2-3"
      path    = "pool/main/p/python3-stdlib-extensions/python3-distutils_3.11.2-3_all.deb"
      size    = 130936
      sha256  = "sha256:a620b555f301860a08e30534c7e6f7d79818e5e1977bfec39a612e7003074318"
    }

    package "python3-lib2to3" {
      version = "3.11.2-3"
      path    = "pool/main/p/python3-stdlib-extensions/python3-lib2to3_3.11.2-3_all.deb"
      size    = 76284
      sha256  = "sha256:4e7f5e01e49a0622d10db3d0995666a6ead6a369cd127a996e9a4f9e91696a51"
    }

    package "python3-minimal" {
      version = "3.11.2-1+b1"
      path    = "pool/main/p/python3-defaults/python3-minimal_3.11.2-1+b1_amd64.deb"
      size    = 26312
      sha256  = "sha256:30f9618670e686d781afbfc713eb0830c29d2819e9cb2a0488800dad6bb99faa"
    }

    package "python3.11" {
      version = "3.11.2-6+deb12u8"
      path    = "pool/main/p/python3.11/python3.11_3.11.2-6+deb12u8_amd64.deb"
      size    = 574236
      sha256  = "sha256:cd7b10c24281416a6acb22cd23ed7391c7dddd4a3d4d4a63d37faa786639b5de"
    }

    package "python3.11-dev" {
      version = "3.11.2-6+deb12u8"
      path    = "pool/main/p/python3.11/python3.11-dev_3.11.2-6+deb12u8_amd64.deb"
      size    = 619232
      sha256  = "sha256:b17df208ce4d8967269d7ef5aa7f9c8fc873f8c766a9b6382aae23a48ea71c17"
    }

    package "python3.11-minimal" {
      version = "3.11.2-6+deb12u8"
      path    = "pool/main/p/python3.11/python3.11-minimal_3.11.2-6+deb12u8_amd64.deb"
      size    = 2064968
      sha256  = "sha256:4aba533f7cc5e7b93b7ff24482840e96813f5bcde9cce028395b65a0d799ccee"
    }

    package "readline-common" {
      version = "8.2-1.3"
      path    = "pool/main/r/readline/readline-common_8.2-1.3_all.deb"
      size    = 68988
      sha256  = "sha256:69317523fe56429aa361545416ad339d138c1500e5a604856a80dd9074b4e35c"
    }

    package "rpcsvc-proto" {
      version = "1.4.3-1"
      path    = "pool/main/r/rpcsvc-proto/rpcsvc-proto_1.4.3-1_amd64.deb"
      size    = 63268
      sha256  = "sha256:32ac0692694f8a34cc90c895f4fc739680fb2ef0e2d4870a68833682bf1c81a3"
    }

    package "sed" {
      version = "4.9-1+deb12u1"
      path    = "pool/main/s/sed/sed_4.9-1+deb12u1_amd64.deb"
      size    = 329092
      sha256  = "sha256:fd557efeee8aae4619c2cb7f68aadccb804322ad4a99ab048aaae5901d253885"
    }

    package "sysvinit-utils" {
      version = "3.06-4"
      path    = "pool/main/s/sysvinit/sysvinit-utils_3.06-4_amd64.deb"
      size    = 30996
      sha256  = "sha256:11790842108768ec52432ea22e7b4f057232813b7c27ef6dfe1aba776a5cb90e"
    }

    package "tar" {
      version = "1.34+dfsg-1.2+deb12u1"
      path    = "pool/main/t/tar/tar_1.34+dfsg-1.2+deb12u1_amd64.deb"
      size    = 836288
      sha256  = "sha256:24fb92e98c2969171f81a8b589263d705f6b1670f95d121cd74c810d4605acc3"
    }

    package "usr-is-merged" {
      version = "37~deb12u1"
      path    = "pool/main/u/usrmerge/usr-is-merged_37~deb12u1_all.deb"
      size    = 5616
      sha256  = "sha256:908b80730d99afe6f59ed7f449827b7047ceeeaa7637c368c03e4912e0a6de99"
    }

    package "util-linux" {
      version = "2.38.1-5+deb12u3"
      path    = "pool/main/u/util-linux/util-linux_2.38.1-5+deb12u3_amd64.deb"
      size    = 1177276
      sha256  = "sha256:8eb241ff24b2e1ee9c0373f4fc9bc728b85bf5966c1496154df7da01c0e42f34"
    }

    package "util-linux-extra" {
      version = "2.38.1-5+deb12u3"
      path    = "pool/main/u/util-linux/util-linux-extra_2.38.1-5+deb12u3_amd64.deb"
      size    = 110728
      sha256  = "sha256:b097a68c68e5c47a18e82678729dd9986782cf1d439f53beafad6f6dd3e6d688"
    }

    package "zlib1g" {
      version = "1:1.2.13.dfsg-1"
      path    = "pool/main/z/zlib/zlib1g_1.2.13.dfsg-1_amd64.deb"
      size    = 86684
      sha256  = "sha256:d7dd1d1411fedf27f5e27650a6eff20ef294077b568f4c8c5e51466dc7c08ce4"
    }

    package "zlib1g-dev" {
      version = "1:1.2.13.dfsg-1"
      path    = "pool/main/z/zlib/zlib1g-dev_1.2.13.dfsg-1_amd64.deb"
      size    = 916272
      sha256  = "sha256:f9ce531f60cbd5df37996af9370e0171be96902a17ec2bdbd8d62038c354094f"
    }
  }

  toolchain "simsycl_python_runtime" {
    kind = "apt"

    release "https://snapshot.debian.org/archive/debian/20260801T000000Z/dists/bookworm/InRelease" {
      sha256 = "sha256:77737fa4b34f2693e982cc9ee35736816c35a7778fc2d326cc1bbf5b301fe1aa"
    }

    package "base-files" {
      version = "12.4+deb12u15"
      path    = "pool/main/b/base-files/base-files_12.4+deb12u15_amd64.deb"
      size    = 70936
      sha256  = "sha256:3eb1ea6d85488f488cc2a163b98ad640ef88cee4c79287cf14e361aaf6206f47"
    }

    package "base-passwd" {
      version = "3.6.1"
      path    = "pool/main/b/base-passwd/base-passwd_3.6.1_amd64.deb"
      size    = 59972
      sha256  = "sha256:908ca1b35125f49125ae56945a72bc11ce0fcec85a8d980d10d83bb3a610f518"
    }

    package "bash" {
      version = "5.2.15-2+b13"
      path    = "pool/main/b/bash/bash_5.2.15-2+b13_amd64.deb"
      size    = 1490652
      sha256  = "sha256:82130bb6a560cd2a7234d8018baf73f188f5dd56413d5aa0accc987b2197a6a1"
    }

    package "bsdutils" {
      version = "1:2.38.1-5+deb12u3"
      path    = "pool/main/u/util-linux/bsdutils_2.38.1-5+deb12u3_amd64.deb"
      size    = 94412
      sha256  = "sha256:6cae172b006a4603e710e046c3acba8d98d36748894cbe3eeda31d415fec331e"
    }

    package "coreutils" {
      version = "9.1-1"
      path    = "pool/main/c/coreutils/coreutils_9.1-1_amd64.deb"
      size    = 2896560
      sha256  = "sha256:61038f857e346e8500adf53a2a0a20859f4d3a3b51570cc876b153a2d51a3091"
    }

    package "dash" {
      version = "0.5.12-2"
      path    = "pool/main/d/dash/dash_0.5.12-2_amd64.deb"
      size    = 91848
      sha256  = "sha256:33ea40061da2f1a861ec46212b2b6a34f0776a049b1a3f0abce2fb8cb994258f"
    }

    package "debconf" {
      version = "1.5.82"
      path    = "pool/main/d/debconf/debconf_1.5.82_all.deb"
      size    = 121212
      sha256  = "sha256:74ab14194a3762b2fc717917dcfda42929ab98e3c59295a063344dc551cd7cc8"
    }

    package "debianutils" {
      version = "5.7-0.5~deb12u1"
      path    = "pool/main/d/debianutils/debianutils_5.7-0.5~deb12u1_amd64.deb"
      size    = 102588
      sha256  = "sha256:55f951359670eb3236c9e2ccd5fac9ccb3db734f5a22aff21589e7a30aee48c9"
    }

    package "diffutils" {
      version = "1:3.8-4"
      path    = "pool/main/d/diffutils/diffutils_3.8-4_amd64.deb"
      size    = 351740
      sha256  = "sha256:8bdfedc14c1035e3750e9f055ac9c1ecd9b5d05d9e6dc6466c4e9237eef407dd"
    }

    package "dpkg" {
      version = "1.21.23"
      path    = "pool/main/d/dpkg/dpkg_1.21.23_amd64.deb"
      size    = 1567804
      sha256  = "sha256:f89e9f8d1a4a50ade44be3ed59a6ec55460fce205d2f8520c5c492137c5b609b"
    }

    package "findutils" {
      version = "4.9.0-4"
      path    = "pool/main/f/findutils/findutils_4.9.0-4_amd64.deb"
      size    = 635500
      sha256  = "sha256:5dd86bd0af4aa73f067dfd6b8339dd868f2dd84056aa79db29d1206d4fbc5e04"
    }

    package "gcc-12-base" {
      version = "12.2.0-14+deb12u1"
      path    = "pool/main/g/gcc-12/gcc-12-base_12.2.0-14+deb12u1_amd64.deb"
      size    = 37596
      sha256  = "sha256:1896a2aacf4ad681ff5eacc24a5b0ca4d5d9c9b9c9e4b6de5197bc1e116ea619"
    }

    package "grep" {
      version = "3.8-5"
      path    = "pool/main/g/grep/grep_3.8-5_amd64.deb"
      size    = 421444
      sha256  = "sha256:3264acea728df3c48a54f20e9291b965130e306b9d00adac76647049da7196df"
    }

    package "gzip" {
      version = "1.12-1"
      path    = "pool/main/g/gzip/gzip_1.12-1_amd64.deb"
      size    = 140364
      sha256  = "sha256:eabec1dde2834f72540d7b93fc5df2625f52611c06d93d61f5cdb12480e0e6a3"
    }

    package "hostname" {
      version = "3.23+nmu1"
      path    = "pool/main/h/hostname/hostname_3.23+nmu1_amd64.deb"
      size    = 10500
      sha256  = "sha256:17d9a2f3c05004499d80e180d2440fd716f84c32b65f09d96c9a024af4d1d0e7"
    }

    package "init-system-helpers" {
      version = "1.65.2+deb12u1"
      path    = "pool/main/i/init-system-helpers/init-system-helpers_1.65.2+deb12u1_all.deb"
      size    = 39020
      sha256  = "sha256:afab482524c64e4e256eb5cab43c1a96dc493ec476d94f19f1a5ec3de5fa0fef"
    }

    package "libacl1" {
      version = "2.3.1-3"
      path    = "pool/main/a/acl/libacl1_2.3.1-3_amd64.deb"
      size    = 31488
      sha256  = "sha256:8be9df5795114bfe90e2be3d208ef47a5edd3fc7b3e20d387a597486d444e5e2"
    }

    package "libattr1" {
      version = "1:2.5.1-4"
      path    = "pool/main/a/attr/libattr1_2.5.1-4_amd64.deb"
      size    = 22164
      sha256  = "sha256:c4945123d66d0503ba42e2fc0585abc76d0838978c6d277b9cc37a4da25d1a34"
    }

    package "libaudit-common" {
      version = "1:3.0.9-1"
      path    = "pool/main/a/audit/libaudit-common_3.0.9-1_all.deb"
      size    = 10448
      sha256  = "sha256:17d0341ca6ce604ce59c296780ac2c2a24141a769823c50669af942c025e6591"
    }

    package "libaudit1" {
      version = "1:3.0.9-1"
      path    = "pool/main/a/audit/libaudit1_3.0.9-1_amd64.deb"
      size    = 46764
      sha256  = "sha256:30954df4b5a7c505661ba8ae5e6ea94f5805e408899fb400783bb166eb5ff306"
    }

    package "libblkid1" {
      version = "2.38.1-5+deb12u3"
      path    = "pool/main/u/util-linux/libblkid1_2.38.1-5+deb12u3_amd64.deb"
      size    = 147380
      sha256  = "sha256:5a083377f29191cafcdf0f91ec124349b4a7895b531556633a136e43c6d53943"
    }

    package "libboost-context1.74.0" {
      version = "1.74.0+ds1-21"
      path    = "pool/main/b/boost1.74/libboost-context1.74.0_1.74.0+ds1-21_amd64.deb"
      size    = 219136
      sha256  = "sha256:45744bc4599210ac521da1a30cfc15c6d2817bd8311d7759aed9e4f20cd29633"
    }

    package "libbz2-1.0" {
      version = "1.0.8-5+b1"
      path    = "pool/main/b/bzip2/libbz2-1.0_1.0.8-5+b1_amd64.deb"
      size    = 47348
      sha256  = "sha256:54149da3f44b22d523b26b692033b84503d822cc5122fed606ea69cc83ca5aeb"
    }

    package "libc-bin" {
      version = "2.36-9+deb12u14"
      path    = "pool/main/g/glibc/libc-bin_2.36-9+deb12u14_amd64.deb"
      size    = 609144
      sha256  = "sha256:e667401af91fad95f15b3ebd25d1abd8373fd18b00dc32219678413170544e84"
    }

    package "libc6" {
      version = "2.36-9+deb12u14"
      path    = "pool/main/g/glibc/libc6_2.36-9+deb12u14_amd64.deb"
      size    = 2759320
      sha256  = "sha256:ba4f88f73dbc3ae9055f3c20f4523bfdbaf1ad13ff95e258924f77d20b4fbedf"
    }

    package "libcap-ng0" {
      version = "0.8.3-1+b3"
      path    = "pool/main/libc/libcap-ng/libcap-ng0_0.8.3-1+b3_amd64.deb"
      size    = 17068
      sha256  = "sha256:b4b54769c77e4a71c8b33aee4d600ba28a9994a1c6f60d55d4ebe7fc44882e07"
    }

    package "libcap2" {
      version = "1:2.66-4+deb12u3+b1"
      path    = "pool/main/libc/libcap2/libcap2_2.66-4+deb12u3+b1_amd64.deb"
      size    = 27708
      sha256  = "sha256:8d684c673e7483802a5c447834b0df6fce006eb3a7109e1be412f5ad425bb24f"
    }

    package "libcom-err2" {
      version = "1.47.0-2+b2"
      path    = "pool/main/e/e2fsprogs/libcom-err2_1.47.0-2+b2_amd64.deb"
      size    = 20044
      sha256  = "sha256:a2bac7015e78fbc0c504df3e441f3a22292f1d2d77f9ccda760057f3690e22f2"
    }

    package "libcrypt1" {
      version = "1:4.4.33-2"
      path    = "pool/main/libx/libxcrypt/libcrypt1_4.4.33-2_amd64.deb"
      size    = 89464
      sha256  = "sha256:f5f60a5cdfd4e4eaa9438ade5078a57741a7a78d659fcb0c701204f523e8bd29"
    }

    package "libdb5.3" {
      version = "5.3.28+dfsg2-1"
      path    = "pool/main/d/db5.3/libdb5.3_5.3.28+dfsg2-1_amd64.deb"
      size    = 697412
      sha256  = "sha256:7dc5127b8dd0da80e992ba594954c005ae4359d839a24eb65d0d8129b5235c84"
    }

    package "libdebconfclient0" {
      version = "0.270"
      path    = "pool/main/c/cdebconf/libdebconfclient0_0.270_amd64.deb"
      size    = 9900
      sha256  = "sha256:7d2b2b700bae0ba67a13655fabba6a98da3f6ce7dee43d1ee0ac433b7ca1d947"
    }

    package "libexpat1" {
      version = "2.5.0-1+deb12u2"
      path    = "pool/main/e/expat/libexpat1_2.5.0-1+deb12u2_amd64.deb"
      size    = 99888
      sha256  = "sha256:2255e62fc22a86d2c544b8a3f516da9aee19383ad5742722ab4ce7f66a30dbc8"
    }

    package "libffi8" {
      version = "3.4.4-1"
      path    = "pool/main/libf/libffi/libffi8_3.4.4-1_amd64.deb"
      size    = 22856
      sha256  = "sha256:6d9f6c25c30efccce6d4bceaa48ea86c329a3432abb360a141f76ac223a4c34a"
    }

    package "libgcc-s1" {
      version = "12.2.0-14+deb12u1"
      path    = "pool/main/g/gcc-12/libgcc-s1_12.2.0-14+deb12u1_amd64.deb"
      size    = 49856
      sha256  = "sha256:3016e62cb4b7cd8038822870601f5ed131befe942774d0f745622cc77d8a88f7"
    }

    package "libgcrypt20" {
      version = "1.10.1-3+deb12u1"
      path    = "pool/main/libg/libgcrypt20/libgcrypt20_1.10.1-3+deb12u1_amd64.deb"
      size    = 696204
      sha256  = "sha256:e7a56552139c693904a6f9712234c05fe918353273a7cbdb5e62f423ad71bb97"
    }

    package "libgmp10" {
      version = "2:6.2.1+dfsg1-1.1"
      path    = "pool/main/g/gmp/libgmp10_6.2.1+dfsg1-1.1_amd64.deb"
      size    = 562588
      sha256  = "sha256:187aedef2ed763f425c1e523753b9719677633c7eede660401739e9c893482bd"
    }

    package "libgomp1" {
      version = "12.2.0-14+deb12u1"
      path    = "pool/main/g/gcc-12/libgomp1_12.2.0-14+deb12u1_amd64.deb"
      size    = 115772
      sha256  = "sha256:48fec46bda7f5b1638b9e959889bfbc20491247d402d120bb152687eb48143d7"
    }

    package "libgpg-error0" {
      version = "1.46-1"
      path    = "pool/main/libg/libgpg-error/libgpg-error0_1.46-1_amd64.deb"
      size    = 76888
      sha256  = "sha256:89944ee11d7370ce6ef46fc52f094c4a6512eff8943ec4c6ebefeae6360ceada"
    }

    package "libgssapi-krb5-2" {
      version = "1.20.1-2+deb12u5"
      path    = "pool/main/k/krb5/libgssapi-krb5-2_1.20.1-2+deb12u5_amd64.deb"
      size    = 135168
      sha256  = "sha256:d8b87aea91b956b416c01a28c44ff6228315ae3b73de40acddac3dc5043607d2"
    }

    package "libk5crypto3" {
      version = "1.20.1-2+deb12u5"
      path    = "pool/main/k/krb5/libk5crypto3_1.20.1-2+deb12u5_amd64.deb"
      size    = 79712
      sha256  = "sha256:7b6e47d15c5c9cdcd456137533d8308aeba608a54cec73b28bd59bfc4b54cf06"
    }

    package "libkeyutils1" {
      version = "1.6.3-2"
      path    = "pool/main/k/keyutils/libkeyutils1_1.6.3-2_amd64.deb"
      size    = 8808
      sha256  = "sha256:cfac89e6a7a54ff3c6a4f843310e25efeddaa771baeae470bd98bd588c373563"
    }

    package "libkrb5-3" {
      version = "1.20.1-2+deb12u5"
      path    = "pool/main/k/krb5/libkrb5-3_1.20.1-2+deb12u5_amd64.deb"
      size    = 332280
      sha256  = "sha256:c90801be09701af221b54dd502a59cb378b7284ff31e480738baca317d2f7653"
    }

    package "libkrb5support0" {
      version = "1.20.1-2+deb12u5"
      path    = "pool/main/k/krb5/libkrb5support0_1.20.1-2+deb12u5_amd64.deb"
      size    = 33212
      sha256  = "sha256:8b9c05f2d8d461a10d657b118f572af5bf8fd6c8f93dcef81e852c5ab0f428ab"
    }

    package "liblz4-1" {
      version = "1.9.4-1"
      path    = "pool/main/l/lz4/liblz4-1_1.9.4-1_amd64.deb"
      size    = 62884
      sha256  = "sha256:64cde86cef1deaf828bd60297839b59710b5cd8dc50efd4f12643caaee9389d3"
    }

    package "liblzma5" {
      version = "5.4.1-1+deb12u1"
      path    = "pool/main/x/xz-utils/liblzma5_5.4.1-1+deb12u1_amd64.deb"
      size    = 205732
      sha256  = "sha256:f96d8876b53ec89d76a992bc199679b818cf518225a768954d9451fb556a4eb7"
    }

    package "libmd0" {
      version = "1.0.4-2"
      path    = "pool/main/libm/libmd/libmd0_1.0.4-2_amd64.deb"
      size    = 29456
      sha256  = "sha256:03539fd30c509e27101d13a56e52eda9062bdf1aefe337c07ab56def25a13eab"
    }

    package "libmount1" {
      version = "2.38.1-5+deb12u3"
      path    = "pool/main/u/util-linux/libmount1_2.38.1-5+deb12u3_amd64.deb"
      size    = 165732
      sha256  = "sha256:f46e2d6b006951825adde9757790b6609d7c66c7700f9b68f3db913eaac323c3"
    }

    package "libncursesw6" {
      version = "6.4-4"
      path    = "pool/main/n/ncurses/libncursesw6_6.4-4_amd64.deb"
      size    = 133824
      sha256  = "sha256:98fa7a53dc565a38b65fb70422ad08001bf5361d8fbc74255280c329996a6bec"
    }

    package "libnsl2" {
      version = "1.3.0-2"
      path    = "pool/main/libn/libnsl/libnsl2_1.3.0-2_amd64.deb"
      size    = 39480
      sha256  = "sha256:c0d83437fdb016cb289436f49f28a36be44b3e8f1f2498c7e3a095f709c0d6f8"
    }

    package "libpam-modules" {
      version = "1.5.2-6+deb12u2"
      path    = "pool/main/p/pam/libpam-modules_1.5.2-6+deb12u2_amd64.deb"
      size    = 291056
      sha256  = "sha256:19fb4838168e68bc15a5606070f14b1162bb34a3899686913f5d661f1707f483"
    }

    package "libpam-modules-bin" {
      version = "1.5.2-6+deb12u2"
      path    = "pool/main/p/pam/libpam-modules-bin_1.5.2-6+deb12u2_amd64.deb"
      size    = 75676
      sha256  = "sha256:e7b1f6c60a51398920c5da792016161a65bf1c7caaa64140dd2099176ed51280"
    }

    package "libpam-runtime" {
      version = "1.5.2-6+deb12u2"
      path    = "pool/main/p/pam/libpam-runtime_1.5.2-6+deb12u2_all.deb"
      size    = 160936
      sha256  = "sha256:7a4f26d54c1e3ee8c68095f9d9013d13dd89a33ff78ef87330d21f21235fc278"
    }

    package "libpam0g" {
      version = "1.5.2-6+deb12u2"
      path    = "pool/main/p/pam/libpam0g_1.5.2-6+deb12u2_amd64.deb"
      size    = 92060
      sha256  = "sha256:a06f889caf9e97ccf04dedec0905573916bc6ec3366ade2c6ef8900047fd5cc1"
    }

    package "libpcre2-8-0" {
      version = "10.42-1"
      path    = "pool/main/p/pcre2/libpcre2-8-0_10.42-1_amd64.deb"
      size    = 260776
      sha256  = "sha256:030db54f4d76cdfe2bf0e8eb5f9efea0233ab3c7aa942d672c7b63b52dbaf935"
    }

    package "libpython3-stdlib" {
      version = "3.11.2-1+b1"
      path    = "pool/main/p/python3-defaults/libpython3-stdlib_3.11.2-1+b1_amd64.deb"
      size    = 9312
      sha256  = "sha256:4e58891d5c951a1e360ed9eaa814413cb5e84deadce3f08e801ac680434c786e"
    }

    package "libpython3.11-minimal" {
      version = "3.11.2-6+deb12u8"
      path    = "pool/main/p/python3.11/libpython3.11-minimal_3.11.2-6+deb12u8_amd64.deb"
      size    = 817740
      sha256  = "sha256:f3beaa03994ffedacf73c43a0843d53b062d347115d8af65bee2034552a4e6f9"
    }

    package "libpython3.11-stdlib" {
      version = "3.11.2-6+deb12u8"
      path    = "pool/main/p/python3.11/libpython3.11-stdlib_3.11.2-6+deb12u8_amd64.deb"
      size    = 1798560
      sha256  = "sha256:890b3540dad8a1ccc0deeca025db735bcc82629a76adacbe3b50fcc06ed528ca"
    }

    package "libreadline8" {
      version = "8.2-1.3"
      path    = "pool/main/r/readline/libreadline8_8.2-1.3_amd64.deb"
      size    = 165760
      sha256  = "sha256:e02ebbd3701cf468dbf98d6d917fbe0325e881f07fe8b316150c8d2a64486e66"
    }

    package "libselinux1" {
      version = "3.4-1+b6"
      path    = "pool/main/libs/libselinux/libselinux1_3.4-1+b6_amd64.deb"
      size    = 73720
      sha256  = "sha256:2b07f5287b9105f40158b56e4d70cc1652dac56a408f3507b4ab3d061eed425f"
    }

    package "libsmartcols1" {
      version = "2.38.1-5+deb12u3"
      path    = "pool/main/u/util-linux/libsmartcols1_2.38.1-5+deb12u3_amd64.deb"
      size    = 106776
      sha256  = "sha256:84088c6895fc07538fc51624899f3f71835188e0d38ebc3812097ac13da523b0"
    }

    package "libsqlite3-0" {
      version = "3.40.1-2+deb12u2"
      path    = "pool/main/s/sqlite3/libsqlite3-0_3.40.1-2+deb12u2_amd64.deb"
      size    = 838808
      sha256  = "sha256:a8d78b40e9b4e422224aeebfe0e4dfc243f6acf3532490b0c05480d4283d41e2"
    }

    package "libssl3" {
      version = "3.0.20-1~deb12u2"
      path    = "pool/main/o/openssl/libssl3_3.0.20-1~deb12u2_amd64.deb"
      size    = 2036016
      sha256  = "sha256:89be24b41bff568ee6e7caf5680a3d808e80315ed92e407056ce0fa7a5bda025"
    }

    package "libstdc++6" {
      version = "12.2.0-14+deb12u1"
      path    = "pool/main/g/gcc-12/libstdc++6_12.2.0-14+deb12u1_amd64.deb"
      size    = 612604
      sha256  = "sha256:5cd3171216d4ab0fc911cfe9c35509bf2dd8f47761c43b7f6a4296701551a24d"
    }

    package "libsystemd0" {
      version = "252.39-1~deb12u2"
      path    = "pool/main/s/systemd/libsystemd0_252.39-1~deb12u2_amd64.deb"
      size    = 332372
      sha256  = "sha256:013c07514a9e4933b2d5c098018695a6aa42d085dbc483ce2c094a954c8a1b0a"
    }

    package "libtinfo6" {
      version = "6.4-4"
      path    = "pool/main/n/ncurses/libtinfo6_6.4-4_amd64.deb"
      size    = 331352
      sha256  = "sha256:072d908f38f51090ca28ca5afa3b46b2957dc61fe35094c0b851426859a49a51"
    }

    package "libtirpc-common" {
      version = "1.3.3+ds-1"
      path    = "pool/main/libt/libtirpc/libtirpc-common_1.3.3+ds-1_all.deb"
      size    = 14048
      sha256  = "sha256:3e3ef129b4bf61513144236e15e1b4ec57fa5ae3dc8a72137abdbefb7a63af85"
    }

    package "libtirpc3" {
      version = "1.3.3+ds-1"
      path    = "pool/main/libt/libtirpc/libtirpc3_1.3.3+ds-1_amd64.deb"
      size    = 85192
      sha256  = "sha256:2a46d5a5e9486da11ffeff5740931740d6deae4f92cd6098df060dc5dff1e1c7"
    }

    package "libudev1" {
      version = "252.39-1~deb12u2"
      path    = "pool/main/s/systemd/libudev1_252.39-1~deb12u2_amd64.deb"
      size    = 108880
      sha256  = "sha256:6f7e08f11c4809d2e5998c775f7b423ab5ec2ce0309494b4a2615037052245e2"
    }

    package "libuuid1" {
      version = "2.38.1-5+deb12u3"
      path    = "pool/main/u/util-linux/libuuid1_2.38.1-5+deb12u3_amd64.deb"
      size    = 28784
      sha256  = "sha256:5fff398321da62d28a842bcbabd193d72ae21724962c029dc32b1dc6b2deaeaf"
    }

    package "libzstd1" {
      version = "1.5.4+dfsg2-5"
      path    = "pool/main/libz/libzstd/libzstd1_1.5.4+dfsg2-5_amd64.deb"
      size    = 290036
      sha256  = "sha256:6315b5ac38b724a710fb96bf1042019398cb656718b1522279a5185ed39318fa"
    }

    package "login" {
      version = "1:4.13+dfsg1-1+deb12u2"
      path    = "pool/main/s/shadow/login_4.13+dfsg1-1+deb12u2_amd64.deb"
      size    = 616084
      sha256  = "sha256:f1cc45bf505a8457340dc3c36f3a01a1835aaf564d73d9d394afb8ccfb6595a0"
    }

    package "mawk" {
      version = "1.3.4.20200120-3.1"
      path    = "pool/main/m/mawk/mawk_1.3.4.20200120-3.1_amd64.deb"
      size    = 119144
      sha256  = "sha256:bcbc83f391854ea9d50ce2a4101aacf330de3b8b71d81a798faadba14a157f78"
    }

    package "media-types" {
      version = "10.0.0"
      path    = "pool/main/m/media-types/media-types_10.0.0_all.deb"
      size    = 26136
      sha256  = "sha256:aaa46dcb3b39948ae2e0fdb72cfcb2f48c0b59f19785a3da8045c05eb19955dd"
    }

    package "ncurses-base" {
      version = "6.4-4"
      path    = "pool/main/n/ncurses/ncurses-base_6.4-4_all.deb"
      size    = 261308
      sha256  = "sha256:bfd1d89f833c09a28b062ee916495cf69649ca2bf529532476c7b69d75d24909"
    }

    package "ncurses-bin" {
      version = "6.4-4"
      path    = "pool/main/n/ncurses/ncurses-bin_6.4-4_amd64.deb"
      size    = 421400
      sha256  = "sha256:396d6e453aee6d71b7141f0bfb333a6c08a44c64f77632bdf52894ccd123db46"
    }

    package "perl-base" {
      version = "5.36.0-7+deb12u3"
      path    = "pool/main/p/perl/perl-base_5.36.0-7+deb12u3_amd64.deb"
      size    = 1607712
      sha256  = "sha256:8ec874926e211807cde71e1b0a2311d2534ab3539dffcb2c8553633f542efc1a"
    }

    package "python3" {
      version = "3.11.2-1+b1"
      path    = "pool/main/p/python3-defaults/python3_3.11.2-1+b1_amd64.deb"
      size    = 26300
      sha256  = "sha256:33f6dafbd1a6902d9063172ec7dbd4b2225e12009e0d7ec5c933a72c2f5f3b74"
    }

    package "python3-minimal" {
      version = "3.11.2-1+b1"
      path    = "pool/main/p/python3-defaults/python3-minimal_3.11.2-1+b1_amd64.deb"
      size    = 26312
      sha256  = "sha256:30f9618670e686d781afbfc713eb0830c29d2819e9cb2a0488800dad6bb99faa"
    }

    package "python3.11" {
      version = "3.11.2-6+deb12u8"
      path    = "pool/main/p/python3.11/python3.11_3.11.2-6+deb12u8_amd64.deb"
      size    = 574236
      sha256  = "sha256:cd7b10c24281416a6acb22cd23ed7391c7dddd4a3d4d4a63d37faa786639b5de"
    }

    package "python3.11-minimal" {
      version = "3.11.2-6+deb12u8"
      path    = "pool/main/p/python3.11/python3.11-minimal_3.11.2-6+deb12u8_amd64.deb"
      size    = 2064968
      sha256  = "sha256:4aba533f7cc5e7b93b7ff24482840e96813f5bcde9cce028395b65a0d799ccee"
    }

    package "readline-common" {
      version = "8.2-1.3"
      path    = "pool/main/r/readline/readline-common_8.2-1.3_all.deb"
      size    = 68988
      sha256  = "sha256:69317523fe56429aa361545416ad339d138c1500e5a604856a80dd9074b4e35c"
    }

    package "sed" {
      version = "4.9-1+deb12u1"
      path    = "pool/main/s/sed/sed_4.9-1+deb12u1_amd64.deb"
      size    = 329092
      sha256  = "sha256:fd557efeee8aae4619c2cb7f68aadccb804322ad4a99ab048aaae5901d253885"
    }

    package "sysvinit-utils" {
      version = "3.06-4"
      path    = "pool/main/s/sysvinit/sysvinit-utils_3.06-4_amd64.deb"
      size    = 30996
      sha256  = "sha256:11790842108768ec52432ea22e7b4f057232813b7c27ef6dfe1aba776a5cb90e"
    }

    package "tar" {
      version = "1.34+dfsg-1.2+deb12u1"
      path    = "pool/main/t/tar/tar_1.34+dfsg-1.2+deb12u1_amd64.deb"
      size    = 836288
      sha256  = "sha256:24fb92e98c2969171f81a8b589263d705f6b1670f95d121cd74c810d4605acc3"
    }

    package "usr-is-merged" {
      version = "37~deb12u1"
      path    = "pool/main/u/usrmerge/usr-is-merged_37~deb12u1_all.deb"
      size    = 5616
      sha256  = "sha256:908b80730d99afe6f59ed7f449827b7047ceeeaa7637c368c03e4912e0a6de99"
    }

    package "util-linux" {
      version = "2.38.1-5+deb12u3"
      path    = "pool/main/u/util-linux/util-linux_2.38.1-5+deb12u3_amd64.deb"
      size    = 1177276
      sha256  = "sha256:8eb241ff24b2e1ee9c0373f4fc9bc728b85bf5966c1496154df7da01c0e42f34"
    }

    package "util-linux-extra" {
      version = "2.38.1-5+deb12u3"
      path    = "pool/main/u/util-linux/util-linux-extra_2.38.1-5+deb12u3_amd64.deb"
      size    = 110728
      sha256  = "sha256:b097a68c68e5c47a18e82678729dd9986782cf1d439f53beafad6f6dd3e6d688"
    }

    package "zlib1g" {
      version = "1:1.2.13.dfsg-1"
      path    = "pool/main/z/zlib/zlib1g_1.2.13.dfsg-1_amd64.deb"
      size    = 86684
      sha256  = "sha256:d7dd1d1411fedf27f5e27650a6eff20ef294077b568f4c8c5e51466dc7c08ce4"
    }
  }
}
