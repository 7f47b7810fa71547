package containers

import (
	"path"
	"slices"
	"strings"
)

// The origins of what an image takes of a closure of apt packages, in the order of
// its layers: the base system moves least, with its snapshot; oneAPI with its train.
const (
	OriginBase   = "base"
	OriginDriver = "gpu-driver"
	OriginOneAPI = "oneapi"
)

// PackageOrigins lists them in that order.
func PackageOrigins() []string { return []string{OriginBase, OriginDriver, OriginOneAPI} }

// driverPackages are Intel's user-mode GPU driver as Debian, Ubuntu and Intel package
// it: Level Zero, OpenCL, the graphics compiler, memory management, metrics.
var driverPackages = []string{
	"intel-opencl-icd", "intel-level-zero-gpu*", "level-zero*", "libze1", "libze-dev", "libze-intel-gpu*", "libigc*", "libigdfcl*",
	"libigdgmm*", "intel-igc-*", "intel-ocloc*", "libigdmd*", "libmetee*", "intel-gsc", "libigsc*", "libze-*", "xpu-smi",
}

// PackageOrigin says to which of them an apt package belongs, by its name.
func PackageOrigin(name string) string {
	if strings.HasPrefix(name, "intel-oneapi-") {
		return OriginOneAPI
	}
	if slices.ContainsFunc(driverPackages, func(glob string) bool {
		ok, _ := path.Match(glob, name) // the globs are the table's own
		return ok
	}) {
		return OriginDriver
	}
	return OriginBase
}
