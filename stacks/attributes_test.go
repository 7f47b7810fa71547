package stacks

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/hashicorp/hcl/v2"
)

// notLocked lists the fields that do not change what a stack resolves to: what
// it is called, and what people say about it.
var notLocked = []string{
	"Stack.Name", "Stack.Variant", "Stack.Description", "Stack.Unknown",
	"Patch.Origin", "Patch.UpstreamStatus", "Patch.Resolves", "Patch.Reason",
	"Model.Hint", "Model.Unknown",
}

// fill sets every exported field to something that is not its zero value. What
// toolchains build stays out: a stack has it as components of its own.
func fill(v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		fill(v.Elem())
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type() == reflect.TypeFor[Toolchain]() && v.Type().Field(i).Name == "Components" {
				continue
			}
			if v.Type().Field(i).IsExported() && v.Field(i).Type() != reflect.TypeFor[hcl.Range]() {
				fill(v.Field(i))
			}
		}
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 1, 1))
		fill(v.Index(0))
	case reflect.Map:
		v.Set(reflect.MakeMap(v.Type()))
		v.SetMapIndex(reflect.ValueOf("k"), reflect.ValueOf("v"))
	default:
		change(v)
	}
}

// change gives a leaf another value.
func change(v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		v.SetString(v.String() + "x")
	case reflect.Bool:
		v.SetBool(!v.Bool())
	case reflect.Int, reflect.Int64:
		v.SetInt(v.Int() + 3)
	case reflect.Float64:
		v.SetFloat(v.Float() + 1.5)
	case reflect.Uint8:
		v.SetUint(v.Uint() + 1)
	case reflect.Array:
		change(v.Index(0))
	default:
		panic(fmt.Sprintf("no way to change a %v", v.Type()))
	}
}

// leaves calls visit for everything below v that can be changed alone, with the
// name of the field it belongs to.
func leaves(v reflect.Value, field string, visit func(field string, v reflect.Value)) {
	switch v.Kind() {
	case reflect.Pointer:
		leaves(v.Elem(), field, visit)
	case reflect.Struct:
		for i := range v.NumField() {
			f := v.Type().Field(i)
			if f.IsExported() && f.Type != reflect.TypeFor[hcl.Range]() {
				leaves(v.Field(i), v.Type().Name()+"."+f.Name, visit)
			}
		}
	case reflect.Slice:
		if v.Len() == 0 { // fill left it out
			return
		}
		leaves(v.Index(0), field, visit)
		visit(field, v)
	case reflect.Array:
		leaves(v.Index(0), field, visit)
	default:
		visit(field, v)
	}
}

// Every field of every type below Stack changes the digest, or is on the list
// above: a field that somebody adds and forgets here would let a lock look fresh
// that is not.
func TestAttributesAreComplete(t *testing.T) {
	t.Parallel()
	s := &Stack{}
	fill(reflect.ValueOf(s).Elem())
	before := s.Digest()
	seen := map[string]bool{}
	leaves(reflect.ValueOf(s).Elem(), "", func(field string, v reflect.Value) {
		seen[field] = true
		old := reflect.New(v.Type()).Elem()
		old.Set(v)
		switch v.Kind() {
		case reflect.Slice:
			v.Set(reflect.Append(reflect.Zero(v.Type()), v.Index(0), v.Index(0)))
		case reflect.Map:
			v.Set(reflect.ValueOf(map[string]string{"k": "w"}))
		default:
			change(v)
		}
		moved := s.Digest() != before
		v.Set(old)
		ignored := slices.ContainsFunc(notLocked, func(name string) bool { return name == field })
		switch {
		case strings.HasPrefix(field, "Unknown.") || ignored:
			if moved {
				t.Errorf("%s is said not to be locked, but it moves the digest", field)
			}
		case !moved:
			t.Errorf("%s does not move the digest", field)
		}
	})
	for _, name := range notLocked {
		if !seen[name] {
			t.Errorf("%s is no field", name)
		}
	}
	if len(seen) < 80 {
		t.Errorf("only %d fields were visited", len(seen))
	}
	if s.Digest() != before {
		t.Error("the fields were not put back")
	}
}

// The same definition, written otherwise.
func TestDigestSeesOnlyWhatIsSaid(t *testing.T) {
	t.Parallel()
	want := mustStack(t, mustLoad(t, mergeSource), "s@v").Digest()
	formatted, diags := Format("f.hcl", []byte(mergeSource))
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	upstream, rest, _ := strings.Cut(strings.TrimPrefix(mergeSource, "\n"), "\n\n")
	for name, files := range map[string]map[string]string{
		"formatted":   {"f.hcl": string(formatted)},
		"comments":    {"f.hcl": strings.ReplaceAll(mergeSource, "{\n", "{ # here\n// and here\n")},
		"other files": {"z.hcl": upstream, "a.hcl": rest},
		"defaults said": {"f.hcl": strings.NewReplacer(
			`path = "patches/there.patch"`, "path = \"patches/there.patch\"\nstrip = 1\nwhitespace = \"warn\"\nrecount = false",
			`repeats = 1`, "repeats = 1\nwarmup = 1\nrunner = \"command\"\nmetric = \"output_tok_s\"",
		).Replace(mergeSource)},
		"other story": {"f.hcl": strings.ReplaceAll(mergeSource, `path = "patches/there.patch"`, "path = \"patches/there.patch\"\nreason = \"why not\"")},
	} {
		ws, diags := Load("other", workspaceOf(files), "")
		if len(diags) > 0 {
			t.Errorf("%s: %v", name, diags)
			continue
		}
		if got := mustStack(t, ws, "s@v").Digest(); got != want {
			t.Errorf("%s: the digest moved", name)
		}
	}
}

func TestAttributesSayWhereTheyAre(t *testing.T) {
	t.Parallel()
	ws := mustLoad(t, mergeSource)
	s := mustStack(t, ws, "s@v")
	all := s.Attributes()
	byPath := map[string]Attribute{}
	for i, a := range all {
		byPath[a.Path] = a
		if i > 0 && all[i-1].Path >= a.Path {
			t.Errorf("%s comes after %s", a.Path, all[i-1].Path)
		}
		if a.Range.Filename != "w/f.hcl" {
			t.Errorf("%s is nowhere: %v", a.Path, a.Range)
		}
	}
	lines := strings.Split(mergeSource, "\n")
	for path, want := range map[string]struct{ value, line string }{
		"component.a.source.revision":             {"db44417b027cff147f7de85e7da22bc6a3a804fb", "revision ="},
		"component.a.build.cmake.options.CHANGED": {"2", `CHANGED = "2"`},
		"component.a.build.cmake.options.KEPT":    {"1", `KEPT    = "1"`},
		"component.a.build.cmake.targets":         {`["three"]`, `targets   = ["three"]`},
		"component.a.patch.some.when":             {`["base","v"]`, `when = ["base", "v"]`},
		"component.a.patches":                     {`["all","some","never","trial","look"]`, `component "a"`},
		"suite.quality.more.gate.g.command":       {`["more"]`, `command = ["more"]`},
		"environment.variables.NEW":               {"2", `NEW  = "2"`},
		"toolchain.other.host.programs":           {`["clang"]`, `programs = ["clang"]`},
		"upstream.u.git":                          {"https://example.org/a.git", `git = `},
		"image.labels.b":                          {"2", `labels = { b = "2" }`},
	} {
		a, ok := byPath[path]
		if !ok {
			t.Errorf("no attribute %s", path)
			continue
		}
		if line := lines[a.Range.Start.Line-1]; a.Value != want.value || !strings.Contains(line, want.line) {
			t.Errorf("%s: got %q at %q", path, a.Value, line)
		}
	}
}

func TestListsAreCanonicalJSON(t *testing.T) {
	t.Parallel()
	if got, want := canonical([]string{"a<b>&", "é"}), `["a<b>&","é"]`; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}
