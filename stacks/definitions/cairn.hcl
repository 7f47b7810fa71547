cairn {
  required_version = ">= 0.1"
  lockfiles        = "../../lockfiles"
}
