package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"

	"cairn/builder"
	"cairn/builder/sandbox"
	"cairn/stacks"
	"cairn/suites"

	"github.com/spf13/cobra"
	"golang.org/x/sys/unix"
)

func newDoctorCommand(s *session) *cobra.Command {
	return &cobra.Command{
		Use:     "doctor",
		GroupID: groupMachine,
		Short:   "Say what this machine can build and run",
		Args:    exactArgs(),
		RunE:    func(c *cobra.Command, _ []string) error { return runDoctor(c.Context(), s) },
	}
}

// finding is one thing that doctor looked at.
type finding struct {
	Name   string   `json:"name"`
	OK     bool     `json:"ok"`
	Text   string   `json:"text"`
	Remedy []string `json:"remedy,omitempty"`
}

func runDoctor(ctx context.Context, s *session) error {
	host := suites.HostFacts(os.DirFS("/"))
	findings := []finding{s.findSandbox(), s.findStore(), describeMachine(host), describeGPUs(host)}
	ws, err := s.workspace()
	if err != nil {
		return err
	}
	for _, name := range sortedKeys(ws.Toolchains) {
		findings = append(findings, s.findToolchain(ctx, ws.Toolchains[name]))
	}
	if s.json {
		return s.printJSON(map[string]any{"findings": findings, "host": host})
	}
	for _, f := range findings {
		mark := "✔ "
		if !f.OK {
			mark = "✘ "
		}
		s.stage(f.Name, mark+f.Text, 0)
		for _, remedy := range f.Remedy {
			s.stage("", "  "+remedy, 0)
		}
	}
	if slices.ContainsFunc(findings, func(f finding) bool { return !f.OK && f.Name == "sandbox" }) {
		return &shown{status: exitBlocked, line: "blocked: nothing can be built here until the sandbox is allowed"}
	}
	return nil
}

func (s *session) findSandbox() finding {
	err := sandbox.Check()
	var refused *sandbox.RefusedError
	if errors.As(err, &refused) {
		return finding{Name: "sandbox", Text: refused.Error(), Remedy: refused.WaysOut}
	}
	if err != nil {
		return finding{Name: "sandbox", Text: err.Error()}
	}
	return finding{Name: "sandbox", OK: true, Text: "user, mount, pid, net, ipc and uts namespaces, no root needed"}
}

func (s *session) findStore() finding {
	root, err := s.root()
	if err != nil {
		return finding{Name: "store", Text: err.Error()}
	}
	var free unix.Statfs_t
	probe := root
	for probe != "/" && unix.Statfs(probe, &free) != nil {
		probe = probe[:max(strings.LastIndex(probe, "/"), 1)]
	}
	bytes := int64(free.Bavail) * free.Bsize
	return finding{Name: "store", OK: bytes > 1<<30, Text: fmt.Sprintf("%s, %d GiB free", tilde(root), bytes>>30)}
}

func describeMachine(host suites.Host) finding {
	return finding{Name: "machine", OK: true, Text: fmt.Sprintf("%s, %d cores, %s, %d GiB, Linux %s",
		host.CPU, host.Cores, host.ISA, host.MemoryBytes>>30, host.Kernel)}
}

func describeGPUs(host suites.Host) finding {
	intel := 0
	var names []string
	for _, gpu := range host.GPUs {
		if strings.HasPrefix(gpu.ID, "8086:") {
			intel++
			names = append(names, gpu.ID)
		}
	}
	if intel == 0 {
		return finding{Name: "gpus", Text: "no Intel GPU: stacks that need one stop as blocked, everything before it is verified"}
	}
	return finding{Name: "gpus", OK: true, Text: plural(intel, "Intel GPU", "Intel GPUs") + ": " + strings.Join(names, " ")}
}

func (s *session) findToolchain(ctx context.Context, def *stacks.Toolchain) finding {
	f := finding{Name: "toolchain", Text: fmt.Sprintf("%s (%s)", def.Name, def.Kind)}
	if def.Kind != stacks.HostToolchain {
		f.OK = true
		f.Text += ": packages that locks pin; nothing of this machine is used"
		return f
	}
	st, err := s.store()
	if err == nil {
		var cache string
		if cache, err = st.Folder("cache"); err == nil {
			_, err = builder.HostToolchain(ctx, def, cache)
		}
	}
	var missing *builder.MissingProgramsError
	switch {
	case errors.As(err, &missing):
		f.Text += ": " + missing.Error()
		f.Remedy = []string{missing.Hint}
	case err != nil:
		f.Text += ": " + err.Error()
	default:
		f.OK = true
		f.Text += ": " + strings.Join(def.Programs, " ") + " found; what it builds is marked impure"
	}
	return f
}
