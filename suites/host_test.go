package suites

import (
	"io/fs"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

func file(text string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(text)} }
func link(to string) *fstest.MapFile {
	return &fstest.MapFile{Data: []byte(to), Mode: fs.ModeSymlink | 0o777}
}

const (
	v2Flags = "fpu cx8 cmov mmx fxsr sse2 syscall lm pni cx16 ssse3 sse4_1 sse4_2 popcnt lahf_lm"
	v3Flags = v2Flags + " avx avx2 bmi1 bmi2 f16c fma abm movbe xsave"
	v4Flags = v3Flags + " avx512f avx512bw avx512cd avx512dq avx512vl"
)

// labHost is one socket with two cores and a card behind a switch of its own, as
// the cards with a bridge on board appear.
func labHost() fstest.MapFS {
	const root, port = "sys/devices/pci0000:00/", "sys/devices/pci0000:00/0000:00:01.1/"
	const card = port + "0000:01:00.0/0000:02:01.0/0000:03:00.0/"
	return fstest.MapFS{
		"etc/os-release":            file("NAME=Ubuntu\nPRETTY_NAME=\"Ubuntu 24.04.4 LTS\"\n"),
		"proc/sys/kernel/osrelease": file("6.17.0-23-generic\n"),
		"proc/meminfo":              file("MemTotal:       16000000 kB\nMemFree: 1 kB\nSwapTotal:  64000000 kB\n"),
		"proc/cpuinfo": file("processor\t: 0\nmodel name\t: AMD EPYC 9015 8-Core Processor\nphysical id\t: 0\ncore id\t\t: 0\nflags\t\t: " + v4Flags +
			"\n\nprocessor\t: 1\nmodel name\t: x\nphysical id\t: 0\ncore id\t\t: 0\nflags\t\t: " + v4Flags +
			"\n\nprocessor\t: 2\nphysical id\t: 0\ncore id\t\t: 4\nflags\t\t: " + v3Flags + "\n\n"),

		"opt/intel/oneapi/compiler/2025.3/env/vars.sh": file(""),
		"opt/intel/oneapi/compiler/2026.0/env/vars.sh": file(""),
		"opt/intel/oneapi/compiler/latest":             link("2026.0"),
		"var/lib/dpkg/status": file("Package: zlib1g\nStatus: install ok installed\nVersion: 1\n\n" +
			"Package: libze1\nStatus: install ok installed\nVersion: 1.28.2\n\n" +
			"Package: intel-opencl-icd\nStatus: install ok installed\nVersion: 26.14.37833.4-0\nDescription: x\n Version: 9\n\n" +
			"Package: xpu-smi\nStatus: deinstall ok config-files\nVersion: 1.3.6\n"),

		"sys/bus/pci/devices/0000:00:1f.3": link("../../../devices/pci0000:00/0000:00:1f.3"),
		root + "0000:00:1f.3/class":        file("0x040300\n"),
		"sys/bus/pci/devices/0000:03:00.0": link("../../../devices/pci0000:00/0000:00:01.1/0000:01:00.0/0000:02:01.0/0000:03:00.0"),
		card + "class":                     file("0x030000\n"),
		card + "vendor":                    file("0x8086\n"),
		card + "device":                    file("0xe223\n"),
		card + "numa_node":                 file("-1\n"),
		card + "current_link_speed":        file("2.5 GT/s PCIe\n"),
		card + "current_link_width":        file("1\n"),
		card + "driver":                    link("../../../../../../bus/pci/drivers/xe"),
		card + "drm/card0/x":               file(""),
		card + "drm/renderD128/x":          file(""),
		card + "resource": file("0x00000000b0000000 0x00000000b0ffffff 0x0000000000140204\n" +
			"0x0000006000000000 0x00000067ffffffff 0x000000000014220c\n0x0000000000000000 0x0000000000000000 0x0000000000000000\n"),
		port + "0000:01:00.0/current_link_speed":              file("16.0 GT/s PCIe\n"),
		port + "0000:01:00.0/current_link_width":              file("8\n"),
		port + "current_link_speed":                           file("16.0 GT/s PCIe\n"),
		port + "current_link_width":                           file("8\n"),
		port + "max_link_speed":                               file("32.0 GT/s PCIe\n"),
		port + "max_link_width":                               file("16\n"),
		"sys/kernel/debug/dri/0000:03:00.0/gt0/uc/guc_info":   file("GuC firmware: xe/bmg_guc_70.bin\n\tstatus: RUNNING\n\twanted release version 70.44.1\n\tfound release version 70.49.4\n\tfound compatibility version 1.24.4\n"),
		"sys/kernel/debug/dri/0000:04:00.0/gt0/uc/guc_info":   file("\tfound release version 1.2.3\n"),
		"sys/kernel/debug/dri/0000:03:00.0/gt0/uc/huc_info":   file("HuC firmware: none\n"),
		"sys/module/xe/version":                               file("1.15.37833\n"),
		"sys/bus/pci/drivers/xe/0000:03:00.0/this-is-no-path": file(""),
	}
}

func TestHostFactsOfTheLabsMachine(t *testing.T) {
	t.Parallel()
	got := HostFacts(labHost())
	want := Host{
		OS: "Ubuntu 24.04.4 LTS", Kernel: "6.17.0-23-generic", CPU: "AMD EPYC 9015 8-Core Processor",
		Sockets: 1, Cores: 2, Threads: 3,
		ISA:         "x86-64-v3", // the third thread lacks AVX-512
		MemoryBytes: 16_384_000_000, SwapBytes: 65_536_000_000,
		GPUs: []GPU{{
			ID: "8086:e223", Address: "0000:03:00.0", Driver: "xe", DriverVersion: "1.15.37833",
			Firmware: []string{"guc 70.49.4"}, MemoryBytes: 32 << 30, RenderNodes: []string{"renderD128"}, NUMANode: -1,
			Link: &Link{Address: "0000:03:00.0", Speed: "2.5 GT/s PCIe", Width: 1},
			Slot: &Link{Address: "0000:00:01.1", Speed: "16.0 GT/s PCIe", Width: 8, MaxSpeed: "32.0 GT/s PCIe", MaxWidth: 16},
		}},
		OneAPI:  []string{"2025.3", "2026.0"},
		Runtime: []Package{{"intel-opencl-icd", "26.14.37833.4-0"}, {"libze1", "1.28.2"}},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v %+v\nwant %+v %+v", got, got.GPUs[0], want, want.GPUs[0])
	}
	if got.CountGPUs("8086:E223") != 1 || got.CountGPUs("") != 1 || got.CountGPUs("8086:56a0") != 0 {
		t.Error("GPUs are not counted by their id")
	}
}

func TestHostFactsOfNothing(t *testing.T) {
	t.Parallel()
	got := HostFacts(fstest.MapFS{})
	if !reflect.DeepEqual(got, Host{GPUs: []GPU{}}) {
		t.Errorf("got %+v", got)
	}
}

func TestHostFactsOfThisMachine(t *testing.T) {
	t.Parallel()
	release, err := os.ReadFile("/proc/sys/kernel/osrelease")
	if err != nil {
		t.Skip(err)
	}
	got := HostFacts(os.DirFS("/"))
	if got.Kernel != strings.TrimSpace(string(release)) || got.Threads < 1 || got.Cores < 1 || got.MemoryBytes < 64<<20 {
		t.Errorf("got %+v", got)
	}
}

func TestISALevels(t *testing.T) {
	t.Parallel()
	for flags, want := range map[string]string{
		"": "", "fpu lm": "", v2Flags: "x86-64-v2", v3Flags: "x86-64-v3", v4Flags: "x86-64-v4",
		strings.Replace(v4Flags, " abm", "", 1): "x86-64-v2", // a gap below counts
	} {
		if got := isaLevel(strings.Fields(flags)); got != want {
			t.Errorf("%q: got %q, want %q", flags, got, want)
		}
	}
}

func TestFirmwareOfBothDrivers(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"\tversion: wanted 70.44.1, found 70.49.4\n": "70.49.4",
		"\tfound release version 70.49.4\n":          "70.49.4",
		"status: MISSING\n\tfound \n":                "",
	} {
		if got := foundVersion(text); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

func TestRuntimesOfTheHost(t *testing.T) {
	t.Parallel()
	got := HostFacts(labHost())
	if want := []string{"2025.3", "2026.0"}; !slices.Equal(got.OneAPI, want) {
		t.Errorf("oneAPI: got %v, want %v", got.OneAPI, want)
	}
	if want := []Package{{"intel-opencl-icd", "26.14.37833.4-0"}, {"libze1", "1.28.2"}}; !slices.Equal(got.Runtime, want) {
		t.Errorf("runtime: got %v, want %v", got.Runtime, want)
	}
	if bare := HostFacts(fstest.MapFS{}); bare.OneAPI != nil || bare.Runtime != nil {
		t.Errorf("got %+v", bare)
	}
}
