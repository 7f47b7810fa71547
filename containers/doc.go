// Package containers turns what was built into container images: an OCI image
// layout written without a daemon, one deterministic layer per origin, and the
// same image as a "docker save" archive. It also reads layouts back: Verify
// hashes everything again, Diff says what two images do not have in common.
//
// It leaves to others: building the trees that become layers (builder), running
// them (environments), and deciding what an image is called and says (cmd/cairn).
// The rules of the format are those of the OCI image specification v1.1
// (image-layout.md, manifest.md, config.md, layer.md).
package containers
