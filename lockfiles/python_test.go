package lockfiles

import (
	"context"
	"errors"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"cairn/digest"
	"cairn/stacks"
)

const pythonDefinition = `
upstream "u" {
  embedded = "ember"
}
toolchain "host" {
  host {
    programs = ["cc"]
  }
}
toolchain "other" {
  host {
    programs = ["clang"]
  }
}
stack "s" {
  component "c" {
    source {
      upstream = upstream.u
      revision = "db44417b027cff147f7de85e7da22bc6a3a804fb"
    }
  }
  python {
    version   = "3.12"
    requires  = ["a"]
    toolchain = toolchain.host
  }
  variant "newer" {
    python {
      version = "3.13"
    }
  }
  variant "other" {
    python {
      toolchain = toolchain.other
    }
  }
  variant "without" {
    without = ["python"]
  }
}
`

// countedPython resolves everything to one wheel.
type countedPython struct {
	asked   int
	pending bool
	more    bool // "a" is pending too
	err     error
}

func (c *countedPython) Python(_ context.Context, p *stacks.Python) (*Python, error) {
	c.asked++
	out := &Python{Version: p.Version}
	for _, name := range []string{"b", "a"} {
		out.Wheels = append(out.Wheels, Distribution{name, "1", name + "-1-py3-none-any.whl", digest.Of([]byte(name)), 1, "pypi"})
	}
	if c.pending {
		out.Pending = []PendingRequirement{{"torch", "torch", "xpu", "index xpu could not be reached"}}
	}
	if c.more {
		out.Pending = append(out.Pending, PendingRequirement{"a", "a", "pypi", "index pypi could not be reached"})
		out.Wheels = out.Wheels[:1]
	}
	return out, c.err
}

func lockPython(t *testing.T, definition string, r PythonResolver, old *Lock) (*Lock, error) {
	t.Helper()
	ws, diags := stacks.Load("w", fstest.MapFS{"f.hcl": {Data: []byte(definition)}}, "")
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	l := &Lock{Stack: "s", LayerFormat: LayerFormat}
	for _, ref := range []string{"s", "s@newer", "s@other", "s@without"} {
		s, err := ws.Stack(ref)
		if err != nil {
			t.Fatal(err)
		}
		v := &View{Variant: s.Variant, Definition: s.Digest()}
		for _, a := range s.Attributes() {
			v.Attributes = append(v.Attributes, Attribute{a.Path, lockedValue(a.Value)})
		}
		l.Views = append(l.Views, v)
	}
	return ResolvePython(t.Context(), ws, l, r, old)
}

func TestPythonOfVariants(t *testing.T) {
	t.Parallel()
	r := &countedPython{}
	l, err := lockPython(t, pythonDefinition, r, nil)
	if err != nil {
		t.Fatal(err)
	}
	back, diags := Parse("l", l.Bytes())
	if diags.HasErrors() || !sameLock(back, l) {
		t.Fatalf("%v: got %+v, want %+v", diags, back, l)
	}
	if r.asked != 2 {
		t.Errorf("resolved %d times, want once for the stack and once for another interpreter", r.asked)
	}
	base, _ := back.View("")
	newer, _ := back.View("newer")
	other, _ := back.View("other")
	without, _ := back.View("without")
	if base.Python.Wheels[0].Name != "a" || newer.Python.Version != "3.13" || !reflect.DeepEqual(other.Python, base.Python) || without.Python != nil {
		t.Errorf("got %+v, %+v, %+v, %+v", base.Python, newer.Python, other.Python, without.Python)
	}
	// The toolchain that has the interpreter moves, and nothing is resolved again.
	text := string(l.Bytes())
	if strings.Count(text, `python "3.1`) != 2 {
		t.Errorf("the variants repeat what the stack says:\n%s", text)
	}
}

func TestPythonIsKept(t *testing.T) {
	t.Parallel()
	old, err := lockPython(t, pythonDefinition, &countedPython{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	r := &countedPython{err: errors.New("no network")}
	if same, err := lockPython(t, pythonDefinition, r, old); err != nil || r.asked != 0 || same.Digest() != old.Digest() {
		t.Errorf("what did not move was resolved again: %v", err)
	}
	if _, err := lockPython(t, strings.Replace(pythonDefinition, `["a"]`, `["a", "c"]`, 1), r, old); err == nil || !strings.Contains(err.Error(), "no network") {
		t.Errorf("what moved was kept: %v", err)
	}
	pending, err := lockPython(t, pythonDefinition, &countedPython{pending: true}, nil)
	if err != nil {
		t.Fatal(err)
	}
	found := &countedPython{}
	if l, err := lockPython(t, pythonDefinition, found, pending); err != nil || found.asked == 0 || len(l.Views[0].Python.Pending) != 0 {
		t.Errorf("what was pending was not asked for again: %v", err)
	}
	// Where even less can be reached, what the lock has stays; so it does where nothing more can.
	for _, less := range []*countedPython{{pending: true, more: true}, {pending: true}} {
		if l, err := lockPython(t, pythonDefinition, less, pending); err != nil || less.asked == 0 || l.Digest() != pending.Digest() {
			t.Errorf("what was locked is gone: %v", err)
		}
	}
	again, err := lockPython(t, pythonDefinition, &countedPython{pending: true, more: true}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if names, reason := Unreached(pending, again); !slices.Equal(names, []string{"a"}) || reason != "index pypi could not be reached" {
		t.Errorf("got %v, %q", names, reason)
	}
	if names, reason := Unreached(again, pending); len(names) > 0 || reason != "" {
		t.Errorf("got %v, %q", names, reason)
	}
	// The reason is that of what is new, not of what has long been pending.
	now := &Python{Pending: []PendingRequirement{{Name: "b", Reason: "of old"}, {Name: "c", Reason: "today"}}}
	last := &Lock{Stack: "s", Views: []*View{{Python: now}, {Variant: "v", Python: now}}}
	then := &Python{Pending: []PendingRequirement{{Name: "b", Reason: "of old"}}}
	before := &Lock{Stack: "s", Views: []*View{{Python: then}, {Variant: "v", Python: then}}}
	if names, reason := Unreached(before, last); !slices.Equal(names, []string{"c"}) || reason != "today" {
		t.Errorf("got %v, %q", names, reason)
	}
	gone := Change{What: "python.pending.torch", Old: "torch: index xpu could not be reached"}
	if changes := Diff(pending, old); !slices.Contains(changes, gone) {
		t.Errorf("got %v", changes)
	}
}

func TestHostileFileNamesInLocks(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"../a.whl", "..", ".", "a/b.whl", `a\b.whl`} {
		l := &Lock{Stack: "s", LayerFormat: LayerFormat, Views: []*View{{Definition: digest.Of(nil), Python: &Python{
			Version: "3.12", Wheels: []Distribution{{"a", "1", name, digest.Of(nil), 1, "pypi"}},
		}}}}
		if _, diags := Parse("l", l.Bytes()); !diags.HasErrors() || diags[0].Summary != "Unsuitable file name" {
			t.Errorf("%s: got %v", name, diags)
		}
	}
}
