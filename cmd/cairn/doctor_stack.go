package main

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"cairn/stacks"
	"cairn/suites"
)

// findForStack holds what a stack needs against this machine: its lock, toolchains,
// memory, instructions, cards and models.
func (s *session) findForStack(ctx context.Context, ref string, host suites.Host, models map[string]string) ([]finding, error) {
	_, stack, err := s.stack(ref)
	if err != nil {
		return nil, err
	}
	var findings []finding
	l, err := s.lockedStack(ref)
	if err != nil {
		_, hint := classify(err)
		findings = append(findings, finding{Name: "lock", Text: err.Error(), Remedy: slices.DeleteFunc([]string{hint}, func(s string) bool { return s == "" })})
	} else {
		findings = append(findings, finding{Name: "lock", OK: true, Text: s.lockPath(l.workspace, stack.Name) + " matches its definition"})
	}
	seen := map[string]bool{}
	for _, component := range stack.Components {
		for _, build := range component.Builds {
			if t := build.Toolchain; t != nil && !seen[t.Name] {
				seen[t.Name] = true
				findings = append(findings, s.findLockedToolchain(ctx, t, l))
			}
			findings = append(findings, needsOfBuild(component, build, host)...)
		}
	}
	for _, unknown := range stack.Unknown {
		if len(unknown.Blocks) > 0 {
			findings = append(findings, finding{Name: "unknown", Text: fmt.Sprintf("%s cannot be built: %s", strings.Join(unknown.Blocks, ", "), unknown.What)})
		}
	}
	for _, suite := range stack.Suites {
		findings = append(findings, lacking("suite", suite.Name, suites.Lacks(suite, host, models)))
	}
	if stack.Service != nil {
		findings = append(findings, lacking("service", stack.Service.Command[0], suites.ServiceLacks(stack.Service, host, models)))
	}
	return findings, nil
}

func lacking(name, what string, reasons []string) finding {
	if len(reasons) == 0 {
		return finding{Name: name, OK: true, Text: what + " can run here"}
	}
	return finding{Name: name, Text: what + " " + strings.Join(reasons, "; ")}
}

// pendingToolchains are those that a lock of the workspace has as pending, and of which
// stacks. A lock that cannot be read is another command's to tell of.
func (s *session) pendingToolchains(ws *stacks.Workspace) map[string][]string {
	pending := map[string][]string{}
	for _, name := range sortedKeys(ws.Stacks) {
		lock, err := s.readLock(ws, name)
		if err != nil {
			continue
		}
		for _, view := range lock.Views {
			for _, toolchain := range view.Toolchains {
				if known := pending[toolchain.Name]; toolchain.Pending != "" && (len(known) == 0 || known[len(known)-1] != name) {
					pending[toolchain.Name] = append(known, name)
				}
			}
		}
	}
	return pending
}

// pendingFinding is of a toolchain whose packages a lock does not name yet.
func (s *session) pendingFinding(def *stacks.Toolchain, names []string) finding {
	lock := s.command("lock", names[0])
	if s.dir == "" { // whose locks are part of the program
		lock = "cairn -C DIR lock " + names[0]
	}
	return finding{Name: "toolchain", Text: fmt.Sprintf("%s (%s): pending in the lock of %s", def.Name, def.Kind, few(names, 40)),
		Remedy: []string{fmt.Sprintf("its archives were not reached; where they can be, %q locks it", lock)}}
}

// findLockedToolchain is findToolchain, and whether the lock has its closure.
func (s *session) findLockedToolchain(ctx context.Context, def *stacks.Toolchain, l *locked) finding {
	if l != nil && def.Kind != stacks.HostToolchain {
		if entry, ok := l.view.Toolchain(def.Name); ok && entry.Pending != "" {
			return finding{Name: "toolchain", Text: fmt.Sprintf("%s (%s) is pending: %s", def.Name, def.Kind, entry.Pending)}
		}
	}
	return s.findToolchain(ctx, def)
}

// needsOfBuild says what one job of a build needs and this machine lacks.
func needsOfBuild(component *stacks.Component, build *stacks.Build, host suites.Host) (findings []finding) {
	name := component.Name
	if len(component.Builds) > 1 {
		name += "." + build.Name
	}
	if want := build.MemoryBytes; want > 0 {
		f := finding{Name: "memory", OK: want <= host.MemoryBytes, Text: fmt.Sprintf("build %s: one job needs %s of memory; here: %s", name, gibs(want), gibs(host.MemoryBytes))}
		if host.SwapBytes > 0 {
			f.Text += " and " + gibs(host.SwapBytes) + " of swap"
		}
		if !f.OK {
			f.Remedy = []string{fmt.Sprintf("add swap, then build with --memory %s", gibCeiling(want))}
		}
		findings = append(findings, f)
	}
	if levels := []string{"x86-64", "x86-64-v2", "x86-64-v3", "x86-64-v4"}; slices.Contains(levels, build.ISA) {
		f := finding{Name: "isa", OK: slices.Index(levels, build.ISA) <= slices.Index(levels, host.ISA), Text: fmt.Sprintf("build %s is for %s; this processor has %s", name, build.ISA, host.ISA)}
		findings = append(findings, f)
	}
	return findings
}

func gibs(bytes int64) string { return fmt.Sprintf("%.1f GiB", float64(bytes)/(1<<30)) }
