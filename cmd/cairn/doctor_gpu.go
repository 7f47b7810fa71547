package main

import (
	"fmt"
	"io/fs"
	"os"
	"os/user"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"

	"cairn/suites"

	"golang.org/x/sys/unix"
)

const intelVendor = "8086:"

// findGPUs looks at each Intel card: driver, memory, link, and whether this user may
// open its render node.
func findGPUs(host suites.Host) (findings []finding) {
	for _, gpu := range host.GPUs {
		if !strings.HasPrefix(gpu.ID, intelVendor) {
			continue
		}
		f := finding{Name: "gpu", OK: true, Text: describeGPU(gpu)}
		switch {
		case gpu.Driver == "":
			f.OK = false
			f.Remedy = []string{"no kernel driver is bound to it: load xe (Battlemage and newer) or i915"}
		case len(gpu.RenderNodes) == 0:
			f.OK = false
			f.Remedy = []string{fmt.Sprintf("%s made no render node: look at \"dmesg | grep %s\"", gpu.Driver, gpu.Driver)}
		}
		for _, node := range gpu.RenderNodes {
			if text, remedy := nodeClosed(filepath.Join("/dev/dri", node)); text != "" {
				f.OK = false
				f.Text += "; " + text
				f.Remedy = append(f.Remedy, remedy)
			}
		}
		findings = append(findings, f)
	}
	if len(findings) == 0 {
		return []finding{{Name: "gpus", Text: "no Intel GPU: stacks that need one stop as blocked, everything before it is verified"}}
	}
	return findings
}

// describeGPU writes "8086:e223 at 0000:03:00.0 · xe · 32 GiB · renderD128 · slot 16.0 GT/s PCIe ×16".
func describeGPU(gpu suites.GPU) string {
	parts := []string{fmt.Sprintf("%s at %s", gpu.ID, gpu.Address)}
	if gpu.Driver != "" {
		parts = append(parts, strings.TrimSpace(gpu.Driver+" "+gpu.DriverVersion))
	}
	if gpu.MemoryBytes > 0 {
		parts = append(parts, fmt.Sprintf("%d GiB", gpu.MemoryBytes>>30))
	}
	parts = append(parts, gpu.Firmware...)
	parts = append(parts, gpu.RenderNodes...)
	if l := gpu.Slot; l != nil {
		text := fmt.Sprintf("slot %s ×%d", l.Speed, l.Width)
		if l.MaxWidth > l.Width || l.MaxSpeed != "" && l.MaxSpeed != l.Speed {
			text += fmt.Sprintf(" of %s ×%d", l.MaxSpeed, l.MaxWidth)
		}
		parts = append(parts, text)
	}
	return strings.Join(parts, " · ")
}

// nodeClosed says why this user may not open a device node, and what helps; empty
// where it may.
func nodeClosed(path string) (text, remedy string) {
	if unix.Access(path, unix.R_OK|unix.W_OK) == nil {
		return "", ""
	}
	info, err := os.Stat(path)
	if err != nil {
		return fmt.Sprintf("%s is not there", path), "in a container, pass /dev/dri in"
	}
	group := groupOf(info)
	return fmt.Sprintf("%s may be opened by the group %s, and you are not in it", path, group),
		fmt.Sprintf("sudo usermod -aG %s $USER, then log in again", group)
}

func groupOf(info fs.FileInfo) string {
	stat, ok := info.Sys().(*syscall.Stat_t)
	if !ok {
		return "render"
	}
	id := strconv.FormatUint(uint64(stat.Gid), 10)
	if group, err := user.LookupGroupId(id); err == nil {
		return group.Name
	}
	return id
}

// findRuntime lists the user-mode driver and the oneAPI trains of the host, which
// stacks without a closure of their own would find.
func findRuntime(host suites.Host) finding {
	var parts []string
	for _, train := range host.OneAPI {
		parts = append(parts, "oneAPI "+train)
	}
	for _, p := range host.Runtime {
		parts = append(parts, p.Name+" "+p.Version)
	}
	if len(parts) == 0 {
		return finding{Name: "runtime", OK: true, Text: "no oneAPI and no GPU runtime of this machine's: stacks bring their own"}
	}
	return finding{Name: "runtime", OK: true, Text: strings.Join(parts, " · ")}
}
