// Package sandbox runs one program alone: in Linux namespaces of its own, on a
// root composed from named mounts, without network, without the host's files,
// processes, environment or capabilities.
//
// What is mounted and what is run is the caller's matter (builder, environments).
// No external program is used: the calling binary starts itself again as the
// sandbox's init, so every main and TestMain that runs sandboxes calls Main first.
// Where the kernel refuses namespaces, Run says so (RefusedError); it never runs
// a program with less isolation.
package sandbox

import (
	"io"
	"time"
)

// Version names what a program can observe of the sandbox: paths, identity,
// devices, default variables, system calls. It is part of every action key.
const Version = "cairn-sandbox-v2"

// UID and GID are who a program is inside; outside they are the caller.
const (
	UID = 1000
	GID = 1000
)

// Mount makes a file or folder of the host appear in the sandbox.
type Mount struct {
	// Source is an absolute path on the host. Symbolic links in it are followed.
	Source string
	// Target is an absolute, clean path inside. "/" composes the root from the
	// entries of Source. Mounts are applied outer before inner, in any order given;
	// two mounts of one target are an error.
	Target string
	// ReadOnly also holds for what is mounted below Source.
	ReadOnly bool
	// Device lets device nodes below Source be opened (/dev/dri).
	Device bool
	// Link, if set, makes Target a symbolic link with this text; Source is empty.
	Link string
}

// Command says what runs and what it sees.
type Command struct {
	// Argv is the program and its arguments. A name without slash is looked up in
	// Env's PATH, inside the sandbox.
	Argv []string
	// Env is added to Environment's defaults and overrides them; nothing of the
	// caller's environment comes along.
	Env map[string]string
	// Dir is the working folder inside; "/" when empty.
	Dir    string
	Mounts []Mount
	// Stdin is /dev/null when nil; Stdout and Stderr are discarded when nil.
	Stdin          io.Reader
	Stdout, Stderr io.Writer
	// Hostname is "cairn" when empty.
	Hostname string
	// Network brings the sandbox's own loopback device up. There is never a way to
	// the host's network.
	Network bool
	// Door, if not nil, lets the caller connect to what listens on that loopback.
	Door *Door
	// Terminal gives the program the caller's controlling terminal, for shells.
	// Stdin must be the terminal's *os.File.
	Terminal bool
	Limits   Limits
	// Grace is how long the program may take to end after SIGTERM when ctx is
	// cancelled; then everything is killed. Zero means 5 seconds.
	Grace time.Duration
	// Observe, if not nil, is told twice a second what the sandbox's processes use
	// together. It is called from one goroutine and must not block.
	Observe func(Usage)
}

// Limits bound a program; zero fields leave the caller's limit.
type Limits struct {
	// OpenFiles is RLIMIT_NOFILE; zero means 65536, or the caller's hard limit
	// where that is lower. Core dumps are always off.
	OpenFiles uint64
	// Processes bounds processes and threads together. Zero means 8192, or 256 for
	// each processor where that is more. It is kept by a control group, by the pid
	// namespace's own bound (Linux 6.14 and later) or by RLIMIT_NPROC, which does not
	// hold for root.
	Processes int
	// TotalMemoryBytes bounds the memory of all processes together, where a control
	// group can be had (State.OutOfMemory), and elsewhere what each process has of its
	// own to write to (RLIMIT_DATA, since Linux 4.7). Zero means all of the machine's
	// but a sixteenth.
	TotalMemoryBytes int64
	// KeepFreeBytes is what stays free of each disk that the program can write to:
	// before less is left, the program is ended (*DiskError), and where less is there
	// to begin with, it is not begun. Zero means a fiftieth of the disk, at most 2 GiB
	// and at most half of what is free; below zero, the disk itself is the bound.
	KeepFreeBytes int64
}

// Usage is what all processes of a sandbox use at one moment.
type Usage struct {
	RSSBytes  int64 // sum of resident sets; shared pages count more than once
	Processes int
}

// State is how a program ended.
type State struct {
	// ExitCode is the program's, or 128 and the signal's number.
	ExitCode int
	// Signal is the number of the signal that ended the program, or 0.
	Signal int
	// OutOfMemory says that the kernel killed a process, of the program's or the
	// sandbox itself, because all together had reached the bound of their control group.
	OutOfMemory bool
	// PeakRSSBytes is the largest resident set that any single process had.
	PeakRSSBytes int64
	// PeakTotalBytes is the largest sum of what the processes that lived at once had
	// each had at most; seen every tenth of a second, and never below PeakRSSBytes.
	// It is rather too large: shared pages count more than once.
	PeakTotalBytes int64
	WallTime       time.Duration
	CPU            time.Duration // user and system, of all processes that were waited for
}
