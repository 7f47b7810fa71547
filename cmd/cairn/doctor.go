package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
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
	var models []string
	c := &cobra.Command{
		Use:     "doctor [STACK]",
		GroupID: groupMachine,
		Short:   "Say what this machine can build and run",
		Long: `Say what this machine has, and what helps where something is lacking: namespaces,
disk, processor and memory, GPUs with driver, firmware, links and render nodes,
runtimes, toolchains. With a STACK it is held against what that needs; exit 6 means
that something of it cannot be built or run here.`,
		Example: "  cairn doctor\n  cairn doctor qwen36-q4-tp3",
		Args:    atMost(1),
		RunE:    func(c *cobra.Command, args []string) error { return runDoctor(c.Context(), s, args, models) },
	}
	c.Flags().StringArrayVar(&models, "model", nil, "where a model's file is, as `NAME=PATH`")
	return c
}

// finding is one thing that doctor looked at.
type finding struct {
	Name   string   `json:"name"`
	OK     bool     `json:"ok"`
	Text   string   `json:"text"`
	Remedy []string `json:"remedy,omitempty"`
}

func runDoctor(ctx context.Context, s *session, args, modelFlags []string) error {
	host := suites.HostFacts(os.DirFS("/"))
	findings := []finding{s.findSandbox(), s.findStore(), describeMachine(host)}
	findings = append(findings, findGPUs(host)...)
	findings = append(findings, findRuntime(host))
	ofStack := len(findings)
	if len(args) == 1 {
		models, err := s.models(modelFlags)
		if err != nil {
			return err
		}
		needs, err := s.findForStack(ctx, args[0], host, models)
		if err != nil {
			return err
		}
		findings = append(findings, needs...)
	} else {
		ws, err := s.workspace()
		if err != nil {
			return err
		}
		pending := s.pendingToolchains(ws)
		for _, name := range sortedKeys(ws.Toolchains) {
			f := s.findToolchain(ctx, ws.Toolchains[name])
			if stacks := pending[name]; len(stacks) > 0 {
				f = s.pendingFinding(ws.Toolchains[name], stacks)
			}
			findings = append(findings, f)
		}
	}
	if s.json {
		if err := s.printJSON(map[string]any{"findings": findings, "host": host}); err != nil {
			return err
		}
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
	bad := func(f finding) bool { return !f.OK }
	switch {
	case slices.ContainsFunc(findings, func(f finding) bool { return bad(f) && f.Name == "sandbox" }):
		return &shown{status: exitBlocked, line: "blocked: nothing can be built here until the sandbox is allowed"}
	case len(args) == 1 && slices.ContainsFunc(findings[ofStack:], bad):
		return &shown{status: exitBlocked, line: "blocked: this machine lacks something that " + args[0] + " needs"}
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
	root, err := s.storeRoot()
	if err != nil {
		return finding{Name: "store", Text: err.Error()}
	}
	probe := root
	bytes, err := freeBytes(probe)
	for err != nil && probe != "/" {
		probe = filepath.Dir(probe)
		bytes, err = freeBytes(probe)
	}
	return finding{Name: "store", OK: bytes > 1<<30, Text: fmt.Sprintf("%s, %d GiB free", tilde(root), bytes>>30)}
}

// freeBytes is what the disk of a folder has for an ordinary user.
func freeBytes(dir string) (int64, error) {
	var free unix.Statfs_t
	err := unix.Statfs(dir, &free)
	return int64(free.Bavail) * free.Frsize, err
}

func describeMachine(host suites.Host) finding {
	return finding{Name: "machine", OK: true, Text: fmt.Sprintf("%s, %d cores, %s, %d GiB, Linux %s",
		host.CPU, host.Cores, host.ISA, host.MemoryBytes>>30, host.Kernel)}
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
		if missing.Hint != "" {
			f.Remedy = []string{missing.Hint}
		}
	case err != nil:
		f.Text += ": " + err.Error()
	default:
		f.OK = true
		f.Text += ": " + strings.Join(def.Programs, " ") + " found; what it builds is marked impure"
	}
	return f
}
