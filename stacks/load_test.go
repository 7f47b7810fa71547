package stacks

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/hashicorp/hcl/v2"
)

// beside is what every fixture finds in its folder.
var beside = map[string]string{"patches/there.patch": "", "note.txt": ""}

func workspaceOf(files map[string]string) fs.FS {
	fsys := fstest.MapFS{}
	for name, text := range beside {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	for name, text := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return fsys
}

// TestFaults loads each file of testdata/faults by itself. The faults of a line
// are said on it, "# ERROR: Summary" for each; any other fault, and any other
// line, is wrong. Adding a test is adding a file.
func TestFaults(t *testing.T) {
	t.Parallel()
	names, err := filepath.Glob("testdata/faults/*.hcl")
	if err != nil || len(names) == 0 {
		t.Fatalf("got %v, %v", names, err)
	}
	for _, name := range names {
		t.Run(filepath.Base(name), func(t *testing.T) {
			t.Parallel()
			src, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			_, diags := Load("w", workspaceOf(map[string]string{"f.hcl": string(src)}), "0.1.0")
			want := expected(string(src))
			var got []string
			for _, d := range diags {
				checkShape(t, d)
				got = append(got, fmt.Sprintf("%d: %s", d.Subject.Start.Line, d.Summary))
			}
			slices.Sort(want)
			slices.Sort(got)
			for _, w := range missing(want, got) {
				t.Errorf("no fault %s", w)
			}
			for _, g := range missing(got, want) {
				t.Errorf("unforeseen fault %s", g)
			}
			if t.Failed() {
				for _, d := range diags {
					t.Logf("%s: %s: %s [%v]", d.Subject, d.Summary, d.Detail, d.Extra)
				}
			}
		})
	}
}

func expected(src string) []string {
	var want []string
	for i, line := range strings.Split(src, "\n") {
		for _, part := range strings.Split(line, "# ERROR: ")[1:] {
			want = append(want, fmt.Sprintf("%d: %s", i+1, strings.TrimSpace(part)))
		}
	}
	return want
}

// missing returns what a holds more often than b.
func missing(a, b []string) []string {
	counts := map[string]int{}
	for _, s := range b {
		counts[s]++
	}
	var out []string
	for _, s := range a {
		counts[s]--
		if counts[s] < 0 {
			out = append(out, s)
		}
	}
	return out
}

// checkShape holds a fault against what every fault promises.
func checkShape(t *testing.T, d *hcl.Diagnostic) {
	t.Helper()
	switch {
	case d.Severity != hcl.DiagError || d.Summary == "" || d.Subject == nil:
		t.Fatalf("malformed fault %v", d)
	case d.Context != nil && (d.Context.Start.Byte > d.Subject.Start.Byte || d.Context.End.Byte < d.Subject.End.Byte):
		t.Errorf("%v: the context %v does not contain the subject", d, d.Context)
	case strings.HasSuffix(d.Summary, ".") || len(strings.Fields(d.Summary)) > 5:
		t.Errorf("%v: a summary is a short noun phrase", d)
	case !strings.HasSuffix(d.Detail, ".") && !strings.HasSuffix(d.Detail, "?") && !strings.HasSuffix(d.Detail, "…"):
		t.Errorf("%v: a detail is sentences", d)
	case strings.Contains(d.Detail, modelMark):
		t.Errorf("%v: the mark of the model got out", d)
	}
}

// TestSuggestions looks at what a fault says, where it says more than its
// summary.
func TestSuggestions(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, src, summary, detail, place string }{
		{"archive", `
archive "lab" {
  git      = "https://example.org/b.git"
  revision = "ec9dd0ef1e56a72d0314924516b4f1a0e80fd668"
}
upstream "u" { git = "https://example.org/a.git" }
stack "s" {
  component "c" {
    source {
      upstream = upstream.u
      revision = "ec9dd0ef1e56a72d0314924516b4f1a0e80fd668"
    }
    patch "guardfix" {
      archive = archive.labb
      path    = "a.patch"
    }
  }
}`, "No such patch archive", "Archives here are: lab. Did you mean archive.lab?", `stack "s" / component "c" / patch "guardfix"`},
		{"block", `upstrem "u" {}`, "Unsupported block", `No block of a definition file is called "upstrem". Did you mean upstream?`, ""},
		{"attribute", `upstream "u" { gti = "https://example.org/a.git" }`, "Unsupported attribute", `No attribute of an upstream block is called "gti". Did you mean git?`, `upstream "u"`},
		{"enum", `result "r" {
  date     = "2026-05-07"
  standing = "acepted"
}`, "Unsupported value", `Did you mean "accepted"?`, `result "r"`},
		{"block as attribute", `toolchain "t" { host = {} }`, "Unsupported attribute", "write host { … }", `toolchain "t"`},
		{"text as reference", `result "r" {
  date     = "2026-05-07"
  standing = "accepted"
  stack    = "ember"
}`, "Unsuitable value", "Did you mean stack.ember?", `result "r"`},
		{"native", `
upstream "u" { git = "https://example.org/a.git" }
toolchain "h" {
  host { programs = ["cc"] }
}
stack "s" {
  component "c" {
    source {
      upstream = upstream.u
      revision = "ec9dd0ef1e56a72d0314924516b4f1a0e80fd668"
    }
    build "cmake" {
      toolchain = toolchain.h
      isa       = "native"
    }
  }
}`, "Unsupported ISA", `A build must say what it is built for, or two machines will build two different programs. Use one of x86-64-v2, x86-64-v3, x86-64-v4, or a named CPU such as "znver5".`, `stack "s" / component "c" / build "cmake"`},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			_, diags := Load("w", workspaceOf(map[string]string{"f.hcl": c.src}), "")
			for _, d := range diags {
				if d.Summary != c.summary || !strings.Contains(d.Detail, c.detail) {
					continue
				}
				if place, _ := hcl.DiagnosticExtra[Place](d); string(place) != c.place {
					t.Errorf("got place %q, want %q", place, c.place)
				}
				return
			}
			t.Errorf("no fault says %s: … %s; got %v", c.summary, c.detail, diags)
		})
	}
}

func TestOldBinarySaysOnlyThatItIsOld(t *testing.T) {
	t.Parallel()
	files := map[string]string{
		"a.hcl": "future \"block\" {\n  x = y(\n",
		"z.hcl": "cairn {\n  required_version = \">= 0.3\"\n  future = 1\n}\n",
	}
	_, diags := Load("w", workspaceOf(files), "0.2.9")
	if len(diags) != 1 || diags[0].Summary != "Unsupported version of cairn" || diags[0].Subject.Filename != "w/z.hcl" || diags[0].Subject.Start.Line != 2 {
		t.Errorf("got %v", diags)
	}
	for _, version := range []string{"0.3.0-dev", "1.0", "", "devel"} {
		if _, diags := Load("w", workspaceOf(files), version); len(diags) < 2 || diags[0].Summary == "Unsupported version of cairn" {
			t.Errorf("version %q: got %v", version, diags)
		}
	}
}

func TestVersionConstraints(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		constraint, version string
		want                bool
	}{
		{">= 0.1", "0.1.0-dev", true}, {">= 0.1", "0.0.9", false}, {"> 0.1", "0.1", false}, {"> 0.1", "0.1.1", true},
		{"0.1.0", "0.1", true}, {"= 0.1", "0.1.1", false}, {"!= 0.1", "0.1", false}, {"< 1", "0.99.99", true},
		{"<= 1", "1.0.0", true}, {"<= 1", "1.0.1", false}, {"~> 0.2", "0.9", true}, {"~> 0.2", "1.0", false}, {"~> 0.2", "0.1", false},
		{"~> 0.2.3", "0.2.9", true}, {"~> 0.2.3", "0.3.0", false}, {">= 0.1, < 0.3", "0.3", false}, {">= 0.1, < 0.3", "0.2", true},
		{"~> 1", "1.5", true}, {"~> 1", "2.0", false},
	} {
		constraints, err := parseConstraints(c.constraint)
		if err != nil {
			t.Errorf("%s: %v", c.constraint, err)
		} else if got := satisfies(c.version, constraints); got != c.want {
			t.Errorf("%s with %s: got %v", c.constraint, c.version, got)
		}
	}
	for _, s := range []string{"", "new", ">= ", "=> 1", "1.2.3.4", ">= 0.1,", "9999999"} {
		if _, err := parseConstraints(s); err == nil {
			t.Errorf("%q passed", s)
		}
	}
}

func TestSizes(t *testing.T) {
	t.Parallel()
	for s, want := range map[string]int64{"12GiB": 12 << 30, "1KiB": 1024, "512MiB": 512 << 20, "2TiB": 2 << 40, "8388607TiB": 8388607 << 40} {
		if got, err := ParseSize(s); err != nil || got != want {
			t.Errorf("%s: got %d, %v", s, got, err)
		}
	}
	for _, s := range []string{"", "GiB", "12", "12 GiB", "12GB", "1.5GiB", "-1GiB", "+1GiB", "0GiB", "8388608TiB", "12gib", "0x1GiB", "12GiB ", "99999999999999999999GiB"} {
		if got, err := ParseSize(s); err == nil || got != 0 {
			t.Errorf("%q: got %d, want an error", s, got)
		}
	}
	if _, err := ParseSize("12GB"); err == nil || !strings.Contains(err.Error(), `did you mean "12GiB"`) {
		t.Errorf("got %v", err)
	}
}

func TestWorkspacesThatCannotBeRead(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		fsys    fs.FS
		summary string
	}{
		"no definitions": {workspaceOf(map[string]string{"x.lock.hcl": "nonsense {"}), "No definitions"},
		"no folder":      {os.DirFS(filepath.Join(t.TempDir(), "nowhere")), "Unreadable workspace"},
		"a pipe":         {fstest.MapFS{"x.hcl": &fstest.MapFile{Mode: fs.ModeNamedPipe}}, "Unreadable file"},
		"syntax":         {workspaceOf(map[string]string{"x.hcl": "stack \"s\" {"}), "Unclosed configuration block"},
		"nesting":        {workspaceOf(map[string]string{"x.hcl": "a = " + strings.Repeat("[", 100000)}), "Excessive nesting"},
		"operators":      {workspaceOf(map[string]string{"x.hcl": "a = " + strings.Repeat("!", 100000) + "true"}), "Excessive nesting"},
		"templates":      {workspaceOf(map[string]string{"x.hcl": `a = "` + strings.Repeat("%{if a}", 100000)}), "Excessive nesting"},
		"conditionals":   {workspaceOf(map[string]string{"x.hcl": "a = " + strings.Repeat("a ? b : ", 100000) + "b"}), "Excessive nesting"},
		"signs":          {workspaceOf(map[string]string{"x.hcl": "a = " + strings.Repeat("- ", 100000) + "1"}), "Excessive nesting"},
		"size of all":    {manyFiles(17), "Oversized workspace"},
		"size":           {workspaceOf(map[string]string{"x.hcl": strings.Repeat("#", maxFileBytes+1)}), "Oversized file"},
	} {
		ws, diags := Load("w", c.fsys, "")
		if ws == nil || len(diags) == 0 || !slices.ContainsFunc(diags, func(d *hcl.Diagnostic) bool { return d.Summary == c.summary }) {
			t.Errorf("%s: got %v, want %s", name, diags, c.summary)
		}
	}
}

// manyFiles is a workspace of n files that are each as large as one may be.
func manyFiles(n int) fs.FS {
	files := map[string]string{}
	for i := range n {
		files[fmt.Sprintf("%d.hcl", i)] = strings.Repeat("#", maxFileBytes)
	}
	return workspaceOf(files)
}

// A file that does not parse must not make the references of the others wrong.
func TestReferencesIntoABrokenFile(t *testing.T) {
	t.Parallel()
	_, diags := Load("w", workspaceOf(map[string]string{
		"a.hcl": "toolchain \"t\" {\n  distro   = distro.d\n  packages = [\"gcc\"]\n}\n" + strings.Replace(runSource, "stack \"s\"", "stack \"r\"", 1) +
			strings.Replace(strings.Replace(runSource[strings.Index(runSource, "stack \"s\""):], "package_set = package_set.shared", "", 1), "pytorch-xpu\" }", "broken\" }", 1),
		"b.hcl": "distro \"d\" {\n}\nx = " + strings.Repeat("[", harmless+1),
	}), "")
	for _, d := range diags {
		if d.Subject.Filename != "w/b.hcl" {
			t.Errorf("unforeseen fault %v", d)
		}
	}
	if len(diags) == 0 {
		t.Error("the broken file passed")
	}
}

// Faults come in the order of their files, and within one of their lines.
func TestFaultsAreInOrder(t *testing.T) {
	t.Parallel()
	_, diags := Load("w", workspaceOf(map[string]string{
		"b.hcl": "upstream \"z\" {\n}\nupstream \"a\" {\n  nope = 1\n}\n",
		"a.hcl": "model \"m\" {\n}\nlicence \"l\" {\n}\n",
	}), "")
	var got []string
	for _, d := range diags {
		place := fmt.Sprintf("%s:%d", d.Subject.Filename, d.Subject.Start.Line)
		if len(got) == 0 || got[len(got)-1] != place {
			got = append(got, place)
		}
	}
	if want := []string{"w/a.hcl:1", "w/a.hcl:3", "w/b.hcl:1", "w/b.hcl:3", "w/b.hcl:4"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// What a file asks of the program stands in its cairn block and nowhere else.
func TestRequiredVersionElsewhereIsAnUnknownAttribute(t *testing.T) {
	t.Parallel()
	_, diags := Load("w", workspaceOf(map[string]string{"f.hcl": "upstream \"u\" {\n  git = \"https://example.org/a.git\"\n  required_version = \"> 9\"\n}\n"}), "0.1")
	if len(diags) != 1 || diags[0].Summary != "Unsupported attribute" {
		t.Errorf("got %v", diags)
	}
}

func TestNear(t *testing.T) {
	t.Parallel()
	names := []string{"git", "embedded", "ember", "Baseline"}
	for given, want := range map[string]string{
		"gti": "git", "gut": "git", "gots": "git", "gotse": "", "ab": "", "x": "", "": "", "embed": "ember", "emebdded": "embedded", "embeded": "embedded",
		"BASELINE": "Baseline", "baselyne": "Baseline", strings.Repeat("e", longestGuess+1): "",
	} {
		if got := Near(given, names); got != want {
			t.Errorf("%q: got %q, want %q", given, got, want)
		}
	}
}

// Brackets that close before they open do not let more of them lie in one another.
func TestNestingIsNotHiddenBehindClosers(t *testing.T) {
	t.Parallel()
	src := []byte(strings.Repeat("]", 5000) + strings.Repeat("[", 5000))
	if d := Guard("f.hcl", src); d == nil || d.Summary != "Excessive nesting" {
		t.Errorf("got %v", d)
	}
}
