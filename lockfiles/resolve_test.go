package lockfiles

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"cairn/digest"
	"cairn/stacks"
)

const (
	plainPatch   = "plain patch\n"
	archivePatch = "archived patch\n"
	negative     = "negative patch\n"
)

// definition is a workspace with a series of three, one of them only in a variant.
func definition() string {
	return fmt.Sprintf(`upstream "up" {
  git = "https://example.org/up.git"
}

archive "lab" {
  git      = "https://example.org/lab.git"
  revision = "1111111111111111111111111111111111111111"
}

toolchain "host" {
  host {
    programs = ["g++"]
  }
}

stack "s" {
  component "engine" {
    source {
      upstream = upstream.up
      revision = "2222222222222222222222222222222222222222"
    }
    patch "plain" {
      path   = "patches/plain.patch"
      sha256 = "%s"
      origin = "unofficial"
      reason = "a test"
    }
    patch "archived" {
      archive = archive.lab
      path    = "p/archived.patch"
      sha256  = "%s"
      origin  = "unofficial"
      reason  = "a test"
    }
    patch "negative" {
      path     = "patches/negative.patch"
      sha256   = "%s"
      origin   = "unofficial"
      reason   = "a test"
      when     = ["worse"]
      standing = "negative"
    }
    build "cmake" {
      toolchain = toolchain.host
      isa       = "x86-64-v3"
      options = {
        MODE = "fast"
      }
    }
  }

  variant "other" {
    component "engine" {
      build "cmake" {
        options = {
          MODE = "slow"
        }
      }
    }
  }

  variant "worse" {
  }
}
`, digest.Of([]byte(plainPatch)).Hex(), digest.Of([]byte(archivePatch)).Hex(), digest.Of([]byte(negative)).Hex())
}

func load(t *testing.T, text string) *stacks.Workspace {
	t.Helper()
	ws, diags := stacks.Load("w", fstest.MapFS{
		"s.hcl":                  {Data: []byte(text)},
		"patches/plain.patch":    {Data: []byte(plainPatch)},
		"patches/negative.patch": {Data: []byte(negative)},
	}, "")
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	return ws
}

// fake resolves and applies by hashing, and counts.
type fake struct {
	sources, files, applies, closures int
	lie                               bool
	closure                           Toolchain
}

func fakes(f *fake) Resolvers { return Resolvers{Sources: f, Patches: f, Toolchains: f} }

func (f *fake) Closure(context.Context, *stacks.Toolchain) (Toolchain, error) {
	f.closures++
	return f.closure, nil
}

func (f *fake) Source(_ context.Context, pin Pin) (Source, error) {
	f.sources++
	return Source{Commit: pin.Revision, Tree: id("tree of " + pin.Revision.String())}, nil
}

func (f *fake) File(_ context.Context, pin Pin, path string) ([]byte, error) {
	f.files++
	if pin.Upstream != "lab" || path != "p/archived.patch" {
		return nil, fs.ErrNotExist
	}
	return []byte(archivePatch), nil
}

func (f *fake) Apply(_ context.Context, _ Pin, base Source, series []PatchFile) ([]Patch, error) {
	f.applies++
	var out []Patch
	at := base.Tree.String()
	if f.lie {
		at += "?"
	}
	for _, p := range series {
		at += p.Definition.Name + string(p.Content)
		out = append(out, Patch{Name: p.Definition.Name, SHA256: digest.Of(p.Content), DecodedSHA256: digest.Of(p.Content), Tree: id(at)})
	}
	return out, nil
}

func id(s string) digest.GitID {
	d := digest.Of([]byte(s))
	return digest.GitID(d[:20])
}

func resolve(t *testing.T, text string, f *fake, old *Lock) *Lock {
	t.Helper()
	l, err := Resolve(context.Background(), load(t, text), "s", fakes(f), old)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func TestResolveLocksAllVariantsAtOnce(t *testing.T) {
	t.Parallel()
	f := &fake{}
	l := resolve(t, definition(), f, nil)
	if len(l.Views) != 3 || l.Views[0].Variant != "" || l.Views[1].Variant != "other" || l.Views[2].Variant != "worse" {
		t.Fatalf("got %+v", l.Views)
	}
	for _, v := range l.Views {
		c, ok := v.Component("engine")
		if !ok || len(c.Patches) != 3 {
			t.Fatalf("%s: got %+v", v.Variant, c)
		}
		if skipped := c.Patches[2].Skipped; skipped != (v.Variant != "worse") {
			t.Errorf("%q: negative skipped: %v", v.Variant, skipped)
		}
		if got := c.Patches[2].SHA256; got != digest.Of([]byte(negative)) {
			t.Errorf("%q: got %v", v.Variant, got)
		}
		if tc, ok := v.Toolchain("host"); !ok || !tc.Impure || tc.Kind != "host" || tc.Pending != "" {
			t.Errorf("got %+v", tc)
		}
	}
	// Variants share what is the same in them: one source, one file, two series.
	if f.sources != 1 || f.files != 1 || f.applies != 2 {
		t.Errorf("got %d sources, %d files, %d series", f.sources, f.files, f.applies)
	}
	back, diags := Parse("s.lock.hcl", l.Bytes())
	if diags.HasErrors() || !sameLock(back, l) {
		t.Errorf("got %+v, %v", back, diags)
	}
	if again := resolve(t, definition(), &fake{}, l); again.Digest() != l.Digest() {
		t.Error("resolved again, another lock")
	}
	if moves := Compare(l, load(t, definition()), "s"); len(moves) > 0 {
		t.Errorf("got %+v", moves)
	}
}

func TestResolveRefusesAnotherPatchFile(t *testing.T) {
	t.Parallel()
	for name, content := range map[string]string{"patches/plain.patch": plainPatch, "patches/negative.patch": negative, "archived.patch": archivePatch} {
		wrong := strings.Repeat("b", 64)
		text := strings.Replace(definition(), digest.Of([]byte(content)).Hex(), wrong, 1)
		_, err := Resolve(context.Background(), load(t, text), "s", fakes(&fake{}), nil)
		var fault *DigestError
		if !errors.As(err, &fault) {
			t.Fatalf("%s: got %v", name, err)
		}
		if fault.Found != digest.Of([]byte(content)) || fault.Defined.Hex() != wrong || fault.Range.Start.Line == 0 || !strings.HasSuffix(fault.Path, name) {
			t.Errorf("got %+v", fault)
		}
		for _, part := range []string{fault.Found.Hex(), wrong, fault.Path, "s.hcl:"} {
			if !strings.Contains(err.Error(), part) {
				t.Errorf("%q does not say %s", err, part)
			}
		}
	}
}

func TestResolveRefusesAnotherResultOfTheSameDefinition(t *testing.T) {
	t.Parallel()
	old := resolve(t, definition(), &fake{}, nil)
	_, err := Resolve(context.Background(), load(t, definition()), "s", fakes(&fake{lie: true}), old)
	var moved *MovedError
	if !errors.As(err, &moved) || !strings.HasPrefix(moved.Changes[0].What, "component.engine.patch.") {
		t.Fatalf("got %v", err)
	}
	// The two patches of each variant, and the third one of its own.
	var told []string
	for _, c := range moved.Changes {
		told = append(told, c.What)
	}
	if want := "@worse component.engine.patch.negative.tree"; len(told) != 7 || !slices.Contains(told, want) || !slices.Contains(told, "@other component.engine.patch.plain.tree") {
		t.Errorf("got %q", told)
	}
	if want := fmt.Sprintf("s: the definition did not move, but %s was %s and is %s (and 6 more)", told[0], moved.Changes[0].Old, moved.Changes[0].New); err.Error() != want {
		t.Errorf("got  %s\nwant %s", err, want)
	}
	moved.Changes = []Change{{What: "x", New: "there"}}
	if got := moved.Error(); got != "s: the definition did not move, but x was not there and is there" {
		t.Errorf("got %s", got)
	}
	// The lock of another stack says nothing about this one.
	other := *old
	other.Stack = "t"
	resolve(t, definition(), &fake{lie: true}, &other)
	// An upgrade takes it, and so does a definition that moved, be it an archive.
	resolve(t, strings.Replace(definition(), strings.Repeat("1", 40), strings.Repeat("4", 40), 1), &fake{lie: true}, old)
	resolve(t, definition(), &fake{lie: true}, nil)
	resolve(t, strings.Replace(definition(), strings.Repeat("2", 40), strings.Repeat("3", 40), 1), &fake{lie: true}, old)
}

// A patch without a digest is told with the one that it has; one of two that name a file
// may be wrong of it.
func TestDigestsOfPatches(t *testing.T) {
	t.Parallel()
	text := strings.Replace(definition(), fmt.Sprintf("      sha256 = \"%s\"\n", digest.Of([]byte(plainPatch)).Hex()), "", 1)
	_, err := Resolve(t.Context(), load(t, text), "s", fakes(&fake{}), nil)
	var fault *DigestError
	if !errors.As(err, &fault) || !fault.Defined.IsZero() || !strings.Contains(err.Error(), "does not say which patches/plain.patch it means; this one has sha256 = \""+digest.Of([]byte(plainPatch)).Hex()+"\"") {
		t.Errorf("got %v", err)
	}
	text = strings.Replace(definition(), "    patch \"archived\" {", fmt.Sprintf("    patch \"twice\" {\n      path   = \"patches/plain.patch\"\n      sha256 = \"%s\"\n    }\n    patch \"archived\" {", strings.Repeat("c", 64)), 1)
	if _, err := Resolve(t.Context(), load(t, text), "s", fakes(&fake{}), nil); !errors.As(err, &fault) || fault.Patch != "twice" {
		t.Errorf("got %v", err)
	}
}

// What is remembered of a source or a series is not taken for another's.
func TestResolveTellsSourcesApart(t *testing.T) {
	t.Parallel()
	series := definition()[strings.Index(definition(), "    patch \"plain\""):strings.Index(definition(), "    build \"cmake\"")]
	text := strings.Replace(definition(), "  variant \"other\" {", "  component \"second\" {\n    source {\n      upstream = upstream.up\n      revision = \"2222222222222222222222222222222222222222\"\n      exclude  = [\"x\"]\n    }\n"+series+"  }\n\n  variant \"other\" {", 1)
	f := &fake{}
	resolve(t, text, f, nil)
	if f.sources != 2 || f.files != 1 || f.applies != 4 {
		t.Errorf("got %d sources, %d files, %d series", f.sources, f.files, f.applies)
	}
}

func TestResolveOfAVariantAlone(t *testing.T) {
	t.Parallel()
	if _, err := Resolve(t.Context(), load(t, definition()), "s@other", fakes(&fake{}), nil); err == nil || !strings.Contains(err.Error(), "s@other is a variant") {
		t.Errorf("got %v", err)
	}
}

func TestLongValuesAreLockedByDigest(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("x", longValue+1)
	for value, want := range map[string]string{
		"":           "",
		"short":      "short",
		long[1:]:     long[1:],
		long:         digest.Of([]byte(long)).String() + " (161 bytes)",
		"two\nlines": digest.Of([]byte("two\nlines")).String() + " (9 bytes)",
		"a\rreturn":  digest.Of([]byte("a\rreturn")).String() + " (8 bytes)",
	} {
		if got := lockedValue(value); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestEmbeddedHoldsOnlyLocks(t *testing.T) {
	t.Parallel()
	names, err := fs.Glob(Embedded, "*"+Suffix)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		src, err := fs.ReadFile(Embedded, name)
		if err != nil {
			t.Fatal(err)
		}
		l, diags := Parse(name, src)
		if diags.HasErrors() {
			t.Errorf("%s: %v", name, diags)
			continue
		}
		if l.Stack+Suffix != name {
			t.Errorf("%s is the lock of %s", name, l.Stack)
		}
	}
}
