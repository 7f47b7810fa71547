# The example, measured where cairn is made. Not of the lab.

result "ember-epyc-2026-11-26" {
  label             = "ember, three runs of \"cairn test ember\""
  date              = "2026-11-26"
  lane              = "ember"
  stack             = stack.ember
  suite             = "p512n128"
  standing          = "accepted"
  engine            = "ember 4fc93ddf with seven patches"
  hardware          = "AMD EPYC, 2 threads"
  repeats           = [1462.3, 1403.3, 1430.0]
  tolerance_percent = 35
  command           = "ember-bench -p 512 -n 128 -r 1 -o json"
  fidelity          = "the stack as it is locked, built from its closure of Debian 12"
  notes             = "a virtual machine of two threads whose name says little and whose other thread was busy: hence the tolerance. On 2026-11-23 a machine of the same name, idle, gave 1855 tok/s for a build by the host's compilers"

  shape {
    prompt = 512
    output = 128
    batch  = 1
  }

  metrics {
    output_tok_s = 1431.9
    total_tok_s  = 2005.0
  }

  quality {
    passed = ["tokens n64", "tokens n256", "tokens repeat, 16 times"]
    hashes = {
      n256 = "1096fb84d2741e7c6acf406e14cffb2a82feb390abfe2bbcf80d144622a72beb"
      n64  = "32b41e081173562ecc5228c33d1bf8b41bccae65c36e1adee43f0d50b9336841"
    }
  }
}
