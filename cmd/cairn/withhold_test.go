package main

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"cairn/lockfiles"
	"cairn/stacks"
)

func TestWithholdRefusesOrStrips(t *testing.T) {
	t.Parallel()
	w := &workshop{locked: &locked{
		workspace: &stacks.Workspace{Licences: map[string]*stacks.Licence{
			"vendor": {Name: "vendor", Packages: []string{"vendor-*"}, Except: []string{"vendor-runtime"}, Reason: "only the run time may be passed on"},
		}},
		stack: &stacks.Stack{Name: "s", Image: &stacks.Image{}},
		view: &lockfiles.View{
			Attributes: []lockfiles.Attribute{{Path: "environment.runtime", Value: "run"}},
			Toolchains: []lockfiles.Toolchain{
				{Name: "build", Packages: []lockfiles.Package{{Name: "vendor-compiler"}}}, // not in the image
				{Name: "run", Packages: []lockfiles.Package{{Name: "libc6"}, {Name: "vendor-runtime"}, {Name: "vendor-sdk"}}},
			},
		},
	}}
	_, err := w.withhold(false)
	var refused *statusError
	if !errors.As(err, &refused) || !strings.Contains(refused.hint, "--strip") {
		t.Fatalf("not refused: %v", err)
	}
	for _, part := range []string{"1 package of s may not be passed on: vendor-sdk", `licence "vendor"`, "only the run time"} {
		if !strings.Contains(err.Error(), part) {
			t.Errorf("%q does not say %q", err, part)
		}
	}
	stripped, err := w.withhold(true)
	if err != nil || !slices.Equal(stripped.stripped, []string{"vendor-sdk"}) {
		t.Errorf("stripped %v: %v", stripped, err)
	}
	w.workspace.Licences["vendor"].Wheels = []string{"torch"}
	w.view.Python = &lockfiles.Python{Wheels: []lockfiles.Distribution{{Name: "torch", Version: "2.9.0"}}}
	if _, err := w.withhold(true); err == nil || !strings.Contains(err.Error(), "torch (Python)") {
		t.Errorf("a wheel was let through: %v", err)
	}
	w.workspace.Licences = nil
	if free, err := w.withhold(false); err != nil || len(free.stripped) > 0 {
		t.Errorf("without licences: %v: %v", free, err)
	}
}
