package suites

import (
	"fmt"
	"strconv"
	"strings"

	"cairn/internal/lazyregexp"
)

// Hardware is what a figure was measured on, as far as it is known. Empty and zero
// fields are unknown and compare with anything.
type Hardware struct {
	// GPUs counts the cards with the PCI id GPU ("8086:e223"); of any, if it is empty.
	GPUs int    `json:"gpus,omitempty"`
	GPU  string `json:"gpu,omitempty"`
	// SlotSpeed ("32.0 GT/s PCIe") and SlotWidth are the slowest link of these cards.
	SlotSpeed string `json:"slot_speed,omitempty"`
	SlotWidth int    `json:"slot_width,omitempty"`
	// CPU is its model name and Threads how many were online. They and what follows
	// matter where GPUs is 0: otherwise the cards do the work.
	CPU     string `json:"cpu,omitempty"`
	Threads int    `json:"threads,omitempty"`
	// ISA tells virtual machines apart that give one processor's name and not all of its
	// instructions; MemoryBytes, machines whose memory has other modules, and so another
	// speed. Both come from records alone.
	ISA         string `json:"isa,omitempty"`
	MemoryBytes int64  `json:"memory_bytes,omitempty"`
}

// IsZero reports whether nothing is known.
func (h Hardware) IsZero() bool { return h == Hardware{} }

// HardwareOf returns what matters of a host for the speed of what ran on it. Of
// cards of several kinds the first kind counts.
func HardwareOf(host Host) Hardware {
	h := Hardware{CPU: host.CPU, Threads: host.Threads, ISA: host.ISA, MemoryBytes: host.MemoryBytes}
	if len(host.GPUs) == 0 {
		return h
	}
	h.GPU = host.GPUs[0].ID
	h.GPUs = host.CountGPUs(h.GPU)
	h.SlotSpeed, h.SlotWidth = host.slowestSlot(h.GPU)
	return h
}

// cards are names as people write them, and their PCI ids, as far as the lab's
// facts tell them.
var cards = []struct{ name, id string }{
	{"arc pro b70", "8086:e223"},
}

// processor reads "AMD EPYC 9015, 16 threads".
var processor = lazyregexp.New(`^\s*(\S.*?), (\d{1,4}) threads$`)

var counted = lazyregexp.New(`^\s*(\d{1,3})\s*[x×]\s*(\S.*)$`)

// ParseHardware reads "4x Intel Arc Pro B70 32GB", and "AMD EPYC 9015, 16 threads" of
// what ran on the processor alone. It reports false where the words are neither, or
// name no card that is known.
func ParseHardware(words string) (Hardware, bool) {
	if match := processor.FindStringSubmatch(words); match != nil {
		threads, err := strconv.Atoi(match[2])
		return Hardware{CPU: match[1], Threads: threads}, err == nil && threads > 0
	}
	match := counted.FindStringSubmatch(words)
	if match == nil {
		return Hardware{}, false
	}
	n, err := strconv.Atoi(match[1])
	if err != nil || n == 0 {
		return Hardware{}, false
	}
	for _, card := range cards {
		if strings.Contains(strings.ToLower(match[2]), card.name) {
			return Hardware{GPUs: n, GPU: card.id}, true
		}
	}
	return Hardware{}, false
}

// Differences says in whole lines how a host is not this hardware; empty if nothing
// that is known speaks against it. More cards than were used are no difference.
func (h Hardware) Differences(host Host) (lines []string) {
	say := func(format string, args ...any) { lines = append(lines, fmt.Sprintf(format, args...)) }
	if h.GPUs > 0 {
		if have := host.CountGPUs(h.GPU); have < h.GPUs {
			say("measured on %d × %s; here: %d (%s)", h.GPUs, gpuName(h.GPU), have, host.gpuList())
			return lines
		}
		speed, width := host.slowestSlot(h.GPU)
		if h.SlotSpeed != "" && speed != "" && speed != h.SlotSpeed {
			say("measured in slots of %s; here: %s", h.SlotSpeed, speed)
		}
		if h.SlotWidth != 0 && width != 0 && width != h.SlotWidth {
			say("measured in slots of %d lanes; here: %d", h.SlotWidth, width)
		}
		return lines
	}
	if h.CPU != "" && h.CPU != host.CPU {
		say("measured on %s; here: %s", h.CPU, known(host.CPU))
	}
	if h.Threads != 0 && h.Threads != host.Threads {
		say("measured with %d threads of CPU; here: %d", h.Threads, host.Threads)
	}
	if h.ISA != "" && host.ISA != "" && h.ISA != host.ISA {
		say("measured with the instructions of %s; here: %s", h.ISA, host.ISA)
	}
	// A kernel keeps some for itself, more or less of it.
	if h.MemoryBytes != 0 && host.MemoryBytes != 0 && max(h.MemoryBytes, host.MemoryBytes)*4 > min(h.MemoryBytes, host.MemoryBytes)*5 {
		say("measured with %s of memory; here: %s", gib(h.MemoryBytes), gib(host.MemoryBytes))
	}
	return lines
}

func known(text string) string {
	if text == "" {
		return "unknown"
	}
	return text
}

// slowestSlot returns the lowest speed and the fewest lanes among the slots of the
// GPUs with an id; empty and 0 where no link could be read.
func (h Host) slowestSlot(id string) (speed string, width int) {
	slowest := 0.0
	for _, gpu := range h.GPUs {
		if id != "" && gpu.ID != id || gpu.Slot == nil {
			continue
		}
		word, _, _ := strings.Cut(gpu.Slot.Speed, " ")
		if rate, err := strconv.ParseFloat(word, 64); err == nil && (speed == "" || rate < slowest) {
			speed, slowest = gpu.Slot.Speed, rate
		}
		if gpu.Slot.Width > 0 && (width == 0 || gpu.Slot.Width < width) {
			width = gpu.Slot.Width
		}
	}
	return speed, width
}
