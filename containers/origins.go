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

// The origins of what an image takes of a Python environment, in the order of its
// layers: the interpreter's links, then torch with its trains of libraries, by far the
// largest, then everything else, then kernels that are cut for one release of an engine.
const (
	OriginPython  = "python"
	OriginTorch   = "torch"
	OriginWheels  = "wheels"
	OriginKernels = "kernels"
)

// WheelOrigins lists them in that order.
func WheelOrigins() []string { return []string{OriginPython, OriginTorch, OriginWheels, OriginKernels} }

// torchWheels are torch and what its builds for a device bring along as wheels: the
// compilers of Triton, oneAPI's and CUDA's libraries (dependencies of the wheels of
// pytorch.org's index, by normalised name).
var torchWheels = []string{
	"torch", "torchvision", "torchaudio", "triton", "triton-*", "pytorch-triton-*", "nvidia-*", "intel-*", "dpcpp-cpp-rt", "impi-rt",
	"mkl", "onemkl-*", "oneccl", "oneccl-*", "tbb", "tcmlib", "umf",
}

// WheelOrigin says to which of them a wheel belongs, by its normalised name (PEP 503).
func WheelOrigin(name string) string {
	switch {
	case matchesAny(torchWheels, name):
		return OriginTorch
	case matchesAny([]string{"*-kernels", "*-kernels-*"}, name):
		return OriginKernels
	}
	return OriginWheels
}

// PackageOrigin says to which of them an apt package belongs, by its name.
func PackageOrigin(name string) string {
	if strings.HasPrefix(name, "intel-oneapi-") {
		return OriginOneAPI
	}
	if matchesAny(driverPackages, name) {
		return OriginDriver
	}
	return OriginBase
}

func matchesAny(globs []string, name string) bool {
	return slices.ContainsFunc(globs, func(glob string) bool {
		ok, _ := path.Match(glob, name) // the globs are this file's own
		return ok
	})
}
