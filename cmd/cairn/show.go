package main

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"cairn/lockfiles"
	"cairn/stacks"

	"github.com/spf13/cobra"
)

func newShowCommand(s *session) *cobra.Command {
	return &cobra.Command{
		Use:     "show STACK",
		GroupID: groupStack,
		Short:   "Show what a stack is made of, and which pins nobody wrote down",
		Example: "  cairn show qwen36-q4-tp3\n  cairn show ember --json",
		Args:    exactArgs("the name of a STACK"),
		RunE:    func(_ *cobra.Command, args []string) error { return runShow(s, args[0]) },
	}
}

func runShow(s *session, ref string) error {
	ws, stack, err := s.stack(ref)
	if err != nil {
		return err
	}
	if s.json {
		return s.printJSON(showJSON(stack))
	}
	lock, err := s.readLock(ws, stack.Name)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	var view *lockfiles.View
	if lock != nil && len(lockfiles.Compare(lock, ws, stack.Name)) == 0 {
		view, _ = lock.View(stack.Variant)
	}
	fmt.Fprintf(s.stdout, "%s\n", stack.Ref())
	if stack.Description != "" {
		fmt.Fprintf(s.stdout, "  %s\n", stack.Description)
	}
	if len(stack.Variants) > 0 && stack.Variant == "" {
		s.stage("variants", strings.Join(stack.Variants, " "), 0)
	}
	for _, component := range stack.Components {
		s.showComponent(stack, component, view)
	}
	s.showPython(stack, view)
	for _, name := range sortedKeys(stack.Environment.Variables) {
		s.stage("variable", name+"="+stack.Environment.Variables[name], 0)
	}
	for _, suite := range stack.Suites {
		s.showSuite(suite)
	}
	for _, unknown := range stack.Unknown {
		s.stage("unknown", unknown.What+": "+unknown.Reason, 0)
	}
	switch {
	case lock == nil:
		s.stage("lock", fmt.Sprintf("none; run %q", s.command("lock", stack.Name)), 0)
	case view == nil:
		s.stage("lock", fmt.Sprintf("stale; run %q", s.command("lock", stack.Name)), 0)
	default:
		s.stage("lock", lock.Digest().String(), 0)
	}
	return nil
}

func (s *session) showComponent(stack *stacks.Stack, component *stacks.Component, view *lockfiles.View) {
	source := component.Source
	where := source.Upstream.Git
	if where == "" {
		where = source.Upstream.Embedded + " (embedded)"
	}
	s.stage("component", fmt.Sprintf("%s  %s", component.Name, where), 0)
	s.stage("  commit", source.Revision.String(), 0)
	var locked *lockfiles.Component
	if view != nil {
		locked, _ = view.Component(component.Name)
	}
	for i, patch := range component.Patches {
		state := ""
		if !patch.Applies(stack.Variant) {
			state = "  not applied: " + whyNotApplied(patch)
		} else if locked != nil && i < len(locked.Patches) {
			state = "  tree " + locked.Patches[i].Tree.Short()
		}
		s.stage("  patch", fmt.Sprintf("%d %s%s", i+1, patch.Name, state), 0)
		if patch.Reason != "" {
			s.stage("", "  "+patch.Reason, 0)
		}
	}
	if locked != nil {
		s.stage("  tree", locked.PatchedTree().String(), 0)
	}
	for _, build := range component.Builds {
		line := fmt.Sprintf("%s (%s)", build.Name, build.Kind)
		if build.Toolchain != nil {
			line += fmt.Sprintf("  toolchain %s (%s)", build.Toolchain.Name, build.Toolchain.Kind)
		}
		if build.ISA != "" {
			line += "  " + build.ISA
		}
		s.stage("  build", line, 0)
		for _, name := range sortedKeys(build.Options) {
			s.stage("", fmt.Sprintf("  -D%s=%s", name, build.Options[name]), 0)
		}
		if len(build.Targets) > 0 {
			s.stage("", "  targets "+strings.Join(build.Targets, " "), 0)
		}
	}
}

func (s *session) showSuite(suite *stacks.Suite) {
	var gates []string
	for _, gate := range suite.Gates {
		gates = append(gates, gate.Name)
	}
	line := fmt.Sprintf("%s (%s)  %s", suite.Name, suite.Kind, strings.Join(gates, " "))
	if t := suite.Throughput; t != nil {
		line = fmt.Sprintf("%s (%s)  p%d/n%d, %s and %s", suite.Name, suite.Kind, t.Prompt, t.Output, plural(t.Warmup, "warm-up", "warm-ups"), plural(t.Repeats, "run", "runs"))
	}
	if suite.Needs.GPUs > 0 {
		line += fmt.Sprintf("  needs %d × %s", suite.Needs.GPUs, suite.Needs.GPU)
	}
	if suite.Model != nil {
		line += "  model " + suite.Model.Name
	}
	s.stage("suite", line, 0)
}

// showJSON is a stack as its flat, canonical attributes.
func showJSON(stack *stacks.Stack) map[string]any {
	attributes := map[string]string{}
	for _, attribute := range stack.Attributes() {
		attributes[attribute.Path] = attribute.Value
	}
	unknown := map[string]string{}
	for _, u := range stack.Unknown {
		unknown[u.What] = u.Reason
	}
	return map[string]any{"stack": stack.Ref(), "definition": stack.Digest(), "attributes": attributes, "unknown": unknown}
}

// showPython says what of a python block is locked and what is not.
func (s *session) showPython(stack *stacks.Stack, view *lockfiles.View) {
	if stack.Python == nil {
		return
	}
	line := fmt.Sprintf("%s  %s", stack.Python.Version, plural(len(stack.Python.Requires), "requirement", "requirements"))
	if view == nil || view.Python == nil {
		s.stage("python", line, 0)
		return
	}
	line += "  " + plural(len(view.Python.Wheels), "wheel", "wheels")
	for _, d := range view.Python.Sdists {
		line += fmt.Sprintf("  %s %s is built here", d.Name, d.Version)
	}
	s.stage("python", line, 0)
	for _, pending := range view.Python.Pending {
		s.stage("  pending", pending.Requirement+": "+pending.Reason, 0)
	}
}
