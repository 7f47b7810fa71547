package containers

import (
	"context"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func TestPackageOrigins(t *testing.T) {
	t.Parallel()
	for name, want := range map[string]string{
		"libc6": OriginBase, "libstdc++6": OriginBase, "intel-microcode": OriginBase, "zlib1g": OriginBase,
		"intel-opencl-icd": OriginDriver, "libze1": OriginDriver, "libze-intel-gpu1": OriginDriver, "libigdgmm12": OriginDriver, "intel-level-zero-gpu": OriginDriver,
		"intel-oneapi-runtime-dpcpp-cpp": OriginOneAPI, "intel-oneapi-mkl-devel-2025.3": OriginOneAPI,
	} {
		if got := PackageOrigin(name); got != want {
			t.Errorf("%s is of %s, want %s", name, got, want)
		}
	}
}

func TestWheelOrigins(t *testing.T) {
	t.Parallel()
	for name, want := range map[string]string{
		"torch": OriginTorch, "torchao": OriginWheels, "intel-sycl-rt": OriginTorch, "pytorch-triton-xpu": OriginTorch, "triton": OriginTorch,
		"vllm-xpu-kernels": OriginKernels, "sgl-kernels-xpu": OriginKernels, "numpy": OriginWheels, "tritonclient": OriginWheels,
	} {
		if got := WheelOrigin(name); got != want {
			t.Errorf("%s is of %s, want %s", name, got, want)
		}
	}
}

const status = `Package: libc6
Status: install ok installed
Version: 2.36-9+deb12u14
Architecture: amd64
Description: one
 more

Package: gone
Status: deinstall ok config-files
Version: 1

Package: vendor-sdk
Status: install ok installed
Version: 2025.3-1
`

func TestDpkgStatus(t *testing.T) {
	t.Parallel()
	all, err := ReadDpkgStatus([]byte(status))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, p := range all {
		got = append(got, p.Name+" "+p.Version)
	}
	if want := []string{"libc6 2.36-9+deb12u14", "vendor-sdk 2025.3-1"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	less, err := WithoutPackages([]byte(status), map[string]bool{"vendor-sdk": true})
	if err != nil || strings.Contains(string(less), "vendor") || !strings.Contains(string(less), " more\n") {
		t.Errorf("%v: %s", err, less)
	}
	if _, err := ReadDpkgStatus([]byte("Version: 1\n")); err == nil {
		t.Error("a stanza without a package is read")
	}
}

// The parts of a tree hold each file once, each folder where something lies in it.
func TestPartsOfATree(t *testing.T) {
	t.Parallel()
	tree := t.TempDir()
	for _, name := range []string{"usr/bin/sh", "usr/lib/libc.so.6", "opt/intel/lib/libsycl.so.8"} {
		writeFile(t, filepath.Join(tree, name), []byte(name), 0o644)
	}
	part := func(name, prefix string) Layer {
		return Layer{Origin: name, Tree: tree, Mount: "/", Part: &Part{Name: name, Has: func(path string) (bool, error) {
			return strings.HasPrefix(path, "opt/") == (prefix == "opt/"), nil
		}}}
	}
	dir := filepath.Join(t.TempDir(), "image")
	spec := Spec{Name: "parts", Layers: []Layer{part("base", ""), part("oneapi", "opt/")}}
	mustBuild(t, spec, dir, Options{})
	image := mustOpen(t, dir, "parts")
	for i, want := range [][]string{{"/usr", "/usr/bin", "/usr/bin/sh", "/usr/lib", "/usr/lib/libc.so.6"}, {"/opt", "/opt/intel", "/opt/intel/lib", "/opt/intel/lib/libsycl.so.8"}} {
		listed, err := image.list(context.Background(), i)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for name := range listed {
			got = append(got, name)
		}
		if slices.Sort(got); !slices.Equal(got, want) {
			t.Errorf("layer %d: got %q, want %q", i, got, want)
		}
	}
	keys := map[string]bool{}
	for _, l := range append(spec.Layers, Layer{Tree: tree, Mount: "/"}) {
		key, _, err := l.key(spec)
		if err != nil {
			t.Fatal(err)
		}
		keys[key.Hex()] = true
	}
	if len(keys) != 3 {
		t.Error("parts of one tree have one key")
	}
}
