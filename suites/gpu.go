package suites

import (
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"
)

// GPU is one display or processing accelerator on the PCI bus.
type GPU struct {
	// ID is PCI vendor:device, "8086:e223"; Address is domain:bus:device.function.
	ID      string `json:"id"`
	Address string `json:"address"`
	// Driver is the bound kernel module, empty if none is; DriverVersion what the
	// module says of itself (drivers of the kernel's own tree say nothing).
	Driver        string `json:"driver,omitempty"`
	DriverVersion string `json:"driver_version,omitempty"`
	// Firmware lists what the driver loaded ("guc 70.49.4"), where it may be read:
	// the xe driver shows it to root alone.
	Firmware []string `json:"firmware,omitempty"`
	// MemoryBytes is the card's own memory, or the size of its largest
	// prefetchable BAR where the driver does not say, which with Resizable BAR is
	// the same.
	MemoryBytes int64    `json:"memory_bytes,omitempty"`
	RenderNodes []string `json:"render_nodes,omitempty"` // "renderD128"
	NUMANode    int      `json:"numa_node"`              // -1 where there is none
	// Link is the GPU function's own link. Cards with a switch of their own report
	// a nominal one there.
	Link *Link `json:"link,omitempty"`
	// Slot is the link of the root port that the card hangs under: what counts.
	Slot *Link `json:"slot,omitempty"`
}

// Link is a PCI Express link as it runs now and as it could.
type Link struct {
	Address  string `json:"address"` // of the port
	Speed    string `json:"speed"`   // "16.0 GT/s PCIe"
	Width    int    `json:"width"`   // lanes
	MaxSpeed string `json:"max_speed,omitempty"`
	MaxWidth int    `json:"max_width,omitempty"`
}

const pciDevices = "sys/bus/pci/devices"

// gpus lists the PCI devices of class 03 (display) and 12 (processing
// accelerator), by address (PCI Code and ID Assignment Specification).
func (f facts) gpus() []GPU {
	found := []GPU{}
	for _, address := range f.names(pciDevices) {
		dir := f.device(address)
		class := f.text(path.Join(dir, "class"))
		if !strings.HasPrefix(class, "0x03") && !strings.HasPrefix(class, "0x12") {
			continue
		}
		gpu := GPU{
			ID:          strings.TrimPrefix(f.text(path.Join(dir, "vendor")), "0x") + ":" + strings.TrimPrefix(f.text(path.Join(dir, "device")), "0x"),
			Address:     address,
			Driver:      f.link(path.Join(dir, "driver")),
			NUMANode:    -1,
			MemoryBytes: f.gpuMemory(dir),
			Link:        f.pcieLink(dir),
			Slot:        f.slot(dir),
		}
		if node, err := strconv.Atoi(f.text(path.Join(dir, "numa_node"))); err == nil {
			gpu.NUMANode = node
		}
		if gpu.Driver != "" {
			gpu.DriverVersion = f.text(path.Join("sys/module", gpu.Driver, "version"))
		}
		for _, node := range f.names(path.Join(dir, "drm")) {
			if strings.HasPrefix(node, "renderD") {
				gpu.RenderNodes = append(gpu.RenderNodes, node)
			}
		}
		gpu.Firmware = f.firmware(address)
		found = append(found, gpu)
	}
	slices.SortFunc(found, func(a, b GPU) int { return strings.Compare(a.Address, b.Address) })
	return found
}

// device is where a PCI device's folder really lies: below the bridges it hangs on.
func (f facts) device(address string) string {
	name := path.Join(pciDevices, address)
	if to, err := fs.ReadLink(f.fs, name); err == nil {
		return path.Join(pciDevices, to)
	}
	return name
}

func (f facts) link(name string) string {
	to, err := fs.ReadLink(f.fs, name)
	if err != nil {
		return ""
	}
	return path.Base(to)
}

// pcieLink reads what Documentation/ABI/testing/sysfs-bus-pci of the kernel names.
func (f facts) pcieLink(dir string) *Link {
	l := &Link{
		Address:  path.Base(dir),
		Speed:    f.text(path.Join(dir, "current_link_speed")),
		MaxSpeed: f.text(path.Join(dir, "max_link_speed")),
	}
	l.Width, _ = strconv.Atoi(f.text(path.Join(dir, "current_link_width")))
	l.MaxWidth, _ = strconv.Atoi(f.text(path.Join(dir, "max_link_width")))
	if l.Speed == "" || l.Width == 0 {
		return nil
	}
	return l
}

// slot is the outermost port above dir that has a link.
func (f facts) slot(dir string) (outermost *Link) {
	for dir = path.Dir(dir); strings.Count(path.Base(dir), ":") == 2; dir = path.Dir(dir) {
		if l := f.pcieLink(dir); l != nil {
			outermost = l
		}
	}
	return outermost
}

// gpuMemory asks amdgpu's and Intel's attributes, then the BARs.
func (f facts) gpuMemory(dir string) int64 {
	for _, name := range []string{"mem_info_vram_total", "lmem_total_bytes", "tile0/physical_vram_size_bytes"} {
		text := f.text(path.Join(dir, name))
		if n, err := strconv.ParseInt(text, 0, 64); err == nil && n > 0 {
			return n
		}
	}
	// Three hexadecimal numbers a line: first and last address, and flags, of which
	// IORESOURCE_PREFETCH marks memory (include/linux/ioport.h).
	const prefetchable = 0x2000
	var largest int64
	for line := range strings.Lines(f.text(path.Join(dir, "resource"))) {
		fields := strings.Fields(line)
		if len(fields) != 3 {
			continue
		}
		first, err1 := strconv.ParseUint(fields[0], 0, 64)
		end, err2 := strconv.ParseUint(fields[1], 0, 64)
		flags, err3 := strconv.ParseUint(fields[2], 0, 64)
		if err1 == nil && err2 == nil && err3 == nil && flags&prefetchable != 0 && end > first {
			largest = max(largest, int64(end-first+1))
		}
	}
	return largest
}

// firmware reads what xe and i915 show in debugfs for the card at address.
func (f facts) firmware(address string) (versions []string) {
	const dri = "sys/kernel/debug/dri"
	for _, minor := range f.names(dri) {
		// Either the folder is named by the address, or its "name" holds it.
		if minor != address && !strings.Contains(f.text(path.Join(dri, minor, "name")), address) {
			continue
		}
		for _, part := range []string{"guc", "huc", "gsc"} {
			for _, file := range []string{"gt0/uc/" + part + "_info", "gt0/uc/" + part + "_load_status"} {
				if version := foundVersion(f.text(path.Join(dri, minor, file))); version != "" {
					versions = append(versions, part+" "+version)
					break
				}
			}
		}
		if len(versions) > 0 { // card and render nodes show the same
			return versions
		}
	}
	return nil
}

// foundVersion reads "version: wanted 70.44.1, found 70.49.4" (i915) and "found
// release version 70.49.4" (xe): the first number after "found".
func foundVersion(text string) string {
	for line := range strings.Lines(text) {
		_, found, ok := strings.Cut(line, "found ")
		if !ok {
			continue
		}
		for _, word := range strings.Fields(found) {
			if word[0] >= '0' && word[0] <= '9' {
				return strings.TrimRight(word, ",;)")
			}
		}
	}
	return ""
}
