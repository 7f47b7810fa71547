package suites

import (
	"fmt"
	"io/fs"
	"slices"
	"strconv"
	"strings"
)

// Host is what is known of a machine. A fact that could not be read is empty or
// zero; nothing here identifies the machine or its user.
type Host struct {
	OS     string `json:"os,omitempty"` // "Ubuntu 24.04.4 LTS"
	Kernel string `json:"kernel,omitempty"`
	CPU    string `json:"cpu,omitempty"` // model name
	// Sockets, Cores and Threads count what is online.
	Sockets int `json:"sockets,omitempty"`
	Cores   int `json:"cores,omitempty"`
	Threads int `json:"threads,omitempty"`
	// ISA is the highest level of the x86-64 psABI that all threads have:
	// "x86-64-v3"; empty on other machines.
	ISA         string `json:"isa,omitempty"`
	MemoryBytes int64  `json:"memory_bytes,omitempty"` // what the kernel manages
	SwapBytes   int64  `json:"swap_bytes,omitempty"`
	GPUs        []GPU  `json:"gpus"`
	// OneAPI are the trains of oneAPI compilers that the host has installed ("2025.3"),
	// and Runtime the packages of its user-mode GPU driver; stacks with closures of
	// their own use neither.
	OneAPI  []string  `json:"oneapi,omitempty"`
	Runtime []Package `json:"runtime,omitempty"`
}

// Package is an installed package of the host.
type Package struct {
	Name    string `json:"name"`
	Version string `json:"version"`
}

// HostFacts reads /proc, /sys and /etc of the file system whose root is fsys:
// os.DirFS("/") for this machine. It never fails; see Host.
func HostFacts(fsys fs.FS) Host {
	f := facts{fsys}
	h := Host{
		OS:     osName(f.text("etc/os-release")),
		Kernel: f.text("proc/sys/kernel/osrelease"),
		GPUs:   f.gpus(),
		OneAPI: f.oneAPI(), Runtime: f.runtime(),
	}
	h.readCPU(f.text("proc/cpuinfo"))
	h.readMemory(f.text("proc/meminfo"))
	return h
}

// facts reads small files and forgives their absence.
type facts struct{ fs fs.FS }

func (f facts) text(name string) string {
	data, err := fs.ReadFile(f.fs, name)
	if err != nil {
		return ""
	}
	return strings.TrimSpace(string(data))
}

func (f facts) names(dir string) []string {
	entries, err := fs.ReadDir(f.fs, dir)
	if err != nil {
		return nil
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

// osName reads os-release(5).
func osName(text string) string {
	for line := range strings.Lines(text) {
		if value, ok := strings.CutPrefix(strings.TrimSpace(line), "PRETTY_NAME="); ok {
			return strings.Trim(value, `"'`)
		}
	}
	return ""
}

// readCPU reads proc_cpuinfo(5) as x86 writes it; other machines give Threads alone.
func (h *Host) readCPU(text string) {
	cores := map[string]bool{}
	sockets := map[string]bool{}
	var shared []string // flags that all threads have
	for i, block := range strings.Split(text, "\n\n") {
		fields := map[string]string{}
		for line := range strings.Lines(block) {
			if key, value, ok := strings.Cut(line, ":"); ok {
				fields[strings.TrimSpace(key)] = strings.TrimSpace(value)
			}
		}
		if _, ok := fields["processor"]; !ok {
			continue
		}
		h.Threads++
		if h.CPU == "" {
			h.CPU = fields["model name"]
		}
		socket := fields["physical id"]
		sockets[socket] = true
		if core, ok := fields["core id"]; ok {
			cores[socket+"/"+core] = true
		}
		flags := strings.Fields(fields["flags"])
		if i == 0 {
			shared = flags
		} else {
			shared = slices.DeleteFunc(shared, func(flag string) bool { return !slices.Contains(flags, flag) })
		}
	}
	h.Cores = len(cores)
	if h.Cores == 0 { // a machine that does not number its cores
		h.Cores = h.Threads
	}
	if h.Threads > 0 {
		h.Sockets = len(sockets)
	}
	h.ISA = isaLevel(shared)
}

// isaLevels are the flags that each level adds, as the kernel names them (x86-64
// psABI, table 3.1: CMPXCHG16B is cx16, SSE3 is pni, LZCNT is abm).
var isaLevels = []struct {
	name  string
	flags []string
}{
	{"x86-64", []string{"lm", "cmov", "cx8", "fpu", "fxsr", "mmx", "syscall", "sse2"}},
	{"x86-64-v2", []string{"cx16", "lahf_lm", "popcnt", "pni", "sse4_1", "sse4_2", "ssse3"}},
	{"x86-64-v3", []string{"avx", "avx2", "bmi1", "bmi2", "f16c", "fma", "abm", "movbe", "xsave"}},
	{"x86-64-v4", []string{"avx512f", "avx512bw", "avx512cd", "avx512dq", "avx512vl"}},
}

func isaLevel(flags []string) string {
	name := ""
	for _, level := range isaLevels {
		for _, flag := range level.flags {
			if !slices.Contains(flags, flag) {
				return name
			}
		}
		name = level.name
	}
	return name
}

// readMemory reads proc_meminfo(5), whose kB are 1024 bytes.
func (h *Host) readMemory(text string) {
	for line := range strings.Lines(text) {
		fields := strings.Fields(line)
		if len(fields) < 2 {
			continue
		}
		kib, err := strconv.ParseInt(fields[1], 10, 64)
		if err != nil {
			continue
		}
		switch fields[0] {
		case "MemTotal:":
			h.MemoryBytes = kib << 10
		case "SwapTotal:":
			h.SwapBytes = kib << 10
		}
	}
}

// CountGPUs counts the GPUs with a PCI id "vendor:device"; all of them for "".
func (h Host) CountGPUs(id string) (n int) {
	for _, gpu := range h.GPUs {
		if id == "" || strings.EqualFold(gpu.ID, id) {
			n++
		}
	}
	return n
}

// countReady counts those of CountGPUs that a program can open.
func (h Host) countReady(id string) int {
	ready := Host{GPUs: slices.DeleteFunc(slices.Clone(h.GPUs), func(g GPU) bool { return len(g.RenderNodes) == 0 })}
	return ready.CountGPUs(id)
}

// gpuList names what there is, for a person who has the wrong ones.
func (h Host) gpuList() string {
	if len(h.GPUs) == 0 {
		return "no GPU at all"
	}
	counts := map[string]int{}
	var order []string
	for _, gpu := range h.GPUs {
		if counts[gpu.ID] == 0 {
			order = append(order, gpu.ID)
		}
		counts[gpu.ID]++
	}
	for i, id := range order {
		order[i] = fmt.Sprintf("%d × %s", counts[id], id)
	}
	return strings.Join(order, ", ")
}
