package lockfiles

import (
	"reflect"
	"strings"
	"testing"

	"cairn/digest"
)

func TestCompareNamesTheAttributeAndItsLine(t *testing.T) {
	t.Parallel()
	l := resolve(t, definition(), &fake{}, nil)
	for name, c := range map[string]struct {
		old, new string
		want     []Move // without ranges
	}{
		"pin": {"2222222222222222222222222222222222222222", "3333333333333333333333333333333333333333",
			[]Move{{Attribute: "component.engine.source.revision", Locked: strings.Repeat("2", 40), Defined: strings.Repeat("3", 40)}}},
		"archive": {"1111111111111111111111111111111111111111", "3333333333333333333333333333333333333333",
			[]Move{{Attribute: "archive.lab.revision", Locked: strings.Repeat("1", 40), Defined: strings.Repeat("3", 40)}}},
		"digest": {digest.Of([]byte(plainPatch)).Hex(), strings.Repeat("a", 64),
			[]Move{{Attribute: "component.engine.patch.plain.sha256", Locked: digest.Of([]byte(plainPatch)).String(), Defined: "sha256:" + strings.Repeat("a", 64)}}},
		"variant only": {`MODE = "slow"`, `MODE = "slower"`,
			[]Move{{Variant: "other", Attribute: "component.engine.build.cmake.options.MODE", Locked: "slow", Defined: "slower"}}},
		"new":     {`isa       = "x86-64-v3"`, "isa       = \"x86-64-v3\"\n      directory = \"sub\"", []Move{{Attribute: "component.engine.build.cmake.directory", Defined: "sub"}}},
		"variant": {"variant \"worse\" {\n  }", "variant \"worse\" {\n  }\n\n  variant \"zero\" {\n  }", []Move{{Attribute: "variants", Locked: `["other","worse"]`, Defined: `["other","worse","zero"]`}, {Variant: "zero", Attribute: "variant", Defined: "zero"}}},
		"comment": {"stack \"s\" {", "# hello\nstack \"s\" {", nil},
		"story":   {`reason = "a test"`, `reason = "another"`, nil},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if !strings.Contains(definition(), c.old) {
				t.Fatalf("no %q", c.old)
			}
			text := strings.Replace(definition(), c.old, c.new, 1)
			var got []Move
			for _, m := range Compare(l, load(t, text), "s") {
				changed := strings.Split(c.new, "\n")
				line := strings.Split(text, "\n")[m.Range.Start.Line-1]
				if m.Range.Filename == "" || m.Variant == "" && m.Attribute != "variants" && !strings.Contains(line, strings.TrimSpace(changed[len(changed)-1])) {
					t.Errorf("%s: line %q", m.Attribute, line)
				}
				m.Range = Move{}.Range
				got = append(got, m)
			}
			if !reflect.DeepEqual(got, c.want) {
				t.Errorf("got %+v, want %+v", got, c.want)
			}
		})
	}
}

func TestCompareSeesARemovedAttributeAndAnOldEncoder(t *testing.T) {
	t.Parallel()
	l := resolve(t, strings.Replace(definition(), `isa       = "x86-64-v3"`, "isa       = \"x86-64-v3\"\n      directory = \"sub\"", 1), &fake{}, nil)
	l.LayerFormat = "cairn-layers-0"
	moves := Compare(l, load(t, definition()), "s")
	if len(moves) != 2 || moves[0].Attribute != "layer_format" || moves[1].Locked != "sub" || moves[1].Defined != "" || moves[1].Range.Filename == "" {
		t.Errorf("got %+v", moves)
	}
	if moves := Compare(l, load(t, definition()), "none"); len(moves) != 1 || moves[0].Attribute != "stack" {
		t.Errorf("got %+v", moves)
	}
	two := load(t, definition()+strings.NewReplacer("stack \"s\"", "stack \"t\"").Replace(definition()[strings.Index(definition(), "stack \"s\""):]))
	if moves := Compare(l, two, "t"); len(moves) != 1 || moves[0].Attribute != "stack" || moves[0].Locked != "s" || moves[0].Defined != "t" {
		t.Errorf("the lock of another stack: got %+v", moves)
	}
}

// A lock whose attributes are right and whose digest of them is not says so.
func TestCompareHoldsTheDigest(t *testing.T) {
	t.Parallel()
	l := resolve(t, definition(), &fake{}, nil)
	l.Views[1].Definition = digest.Of([]byte("another"))
	moves := Compare(l, load(t, definition()), "s")
	if len(moves) != 1 || moves[0].Attribute != "definition" || moves[0].Variant != "other" || moves[0].Locked != l.Views[1].Definition.String() || moves[0].Range.Filename == "" {
		t.Errorf("got %+v", moves)
	}
}
