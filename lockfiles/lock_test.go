package lockfiles

import (
	"bytes"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"cairn/digest"

	"github.com/hashicorp/hcl/v2/hclwrite"
)

// example is a lock with every kind of entry and two variants.
func example() *Lock {
	sum := func(s string) digest.Digest { return digest.Of([]byte(s)) }
	engine := Component{
		Name:   "engine",
		Pin:    Pin{Upstream: "up", Git: "https://example.org/engine.git", Revision: id("commit"), Exclude: []string{"models/*.gguf", "b/**"}, Submodules: true},
		Source: Source{Commit: id("commit"), Tree: id("tree"), Submodules: []Submodule{{"third/a", "https://example.org/a", id("a"), id("at")}, {"third/b", "https://example.org/b", id("b"), id("bt")}}},
		Patches: []Patch{
			{Name: "zz-first", SHA256: sum("p1"), DecodedSHA256: sum("d1"), Tree: id("t1")},
			{Name: "slow", SHA256: sum("p2"), Skipped: true},
		},
	}
	tools := Component{Name: "tools", Pin: Pin{Upstream: "ember", Embedded: "ember", Revision: id("e")}, Source: Source{Commit: id("e"), Tree: id("et")}}
	host := Toolchain{Name: "host", Kind: "host", Impure: true}
	apt := Toolchain{
		Name: "noble", Kind: "apt",
		Releases: []Release{{"http://a/InRelease", sum("r1")}, {"http://b/InRelease", sum("r2")}},
		Packages: []Package{{"g++", "4:12.2", "pool/g.deb", 1234, sum("g")}, {"libc6", "2.36", "pool/c.deb", 99, sum("c")}, {"libc6", "2.37", "pool/c2.deb", 99, sum("c2")}},
	}
	oneapi := Toolchain{Name: "oneapi", Kind: "oneapi", Pending: "this version does not"}
	base := &View{
		Definition: sum("definition"),
		Attributes: []Attribute{
			{"component.engine.build.cmake.isa", "x86-64-v3"},
			{"component.engine.build.cmake.options.ODD", "a ${b} %{c} \"q\" \\ é 🜁"},
			{"environment.variables.EMPTY", ""},
		},
		Components: []Component{engine, tools},
		Toolchains: []Toolchain{host, oneapi},
	}
	base.Python = &Python{
		Version:  "3.12",
		Resolver: &Distribution{"uv", "0.13.8", "uv-0.13.8-py3-none-any.whl", sum("uv"), 5, "pypi"},
		Pending:  []PendingRequirement{{"torch", "torch==2.11.0+xpu", "pytorch-xpu", "index pytorch-xpu could not be reached"}},
		Sdists:   []Distribution{{"markupsafe", "3.0.3", "markupsafe-3.0.3.tar.gz", sum("ms"), 80313, "pypi"}},
		Wheels:   []Distribution{{"numpy", "2.4.4", "numpy-2.4.4-cp312-cp312-manylinux_2_28_x86_64.whl", sum("np"), 16645480, "pypi"}, {"own", "1", "own-1-py3-none-any.whl", sum("own"), 0, "company"}},
	}
	changed := engine
	changed.Patches = []Patch{engine.Patches[0], {Name: "slow", SHA256: sum("p2"), DecodedSHA256: sum("d2"), Tree: id("t2")}}
	cpu := &View{
		Variant: "cpu", Definition: sum("cpu"),
		Attributes: []Attribute{base.Attributes[0], {"component.engine.build.cmake.options.ODD", "OFF"}, {"component.engine.build.cmake.options.X", "1"}},
		Components: []Component{changed},
		Toolchains: []Toolchain{host, apt},
	}
	same := &View{Variant: "same", Definition: sum("same"), Attributes: base.Attributes, Components: base.Components, Toolchains: base.Toolchains, Python: base.Python}
	return &Lock{Stack: "ember", LayerFormat: LayerFormat, Views: []*View{base, cpu, same}}
}

func TestPrintedLockReadsBackAsItself(t *testing.T) {
	t.Parallel()
	l := example()
	src := l.Bytes()
	back, diags := Parse("ember.lock.hcl", src)
	if diags.HasErrors() {
		t.Fatalf("%v\n%s", diags, src)
	}
	if !sameLock(back, l) {
		t.Errorf("got %+v, want %+v", back, l)
	}
	if formatted := hclwrite.Format(src); !bytes.Equal(formatted, src) {
		t.Error("hclwrite would format the lock differently")
	}
	if bytes.ContainsRune(src, '\r') || !bytes.HasSuffix(src, []byte("}\n")) {
		t.Error("line ends")
	}
	if back.Digest() != l.Digest() {
		t.Error("the digest moved")
	}
}

// TestGolden holds the text against a golden copy, so that a
// change of the format is seen and meant.
func TestGolden(t *testing.T) {
	t.Parallel()
	path := filepath.Join("testdata", "example.golden.hcl")
	got := example().Bytes()
	if os.Getenv("UPDATE_GOLDEN") != "" {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestViewGivesTheWholePicture(t *testing.T) {
	t.Parallel()
	l, diags := Parse("l", example().Bytes())
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	v, ok := l.View("cpu")
	if !ok || len(v.Attributes) != 3 || len(v.Components) != 1 || len(v.Toolchains) != 2 {
		t.Fatalf("got %+v", v)
	}
	c, ok := v.Component("engine")
	if !ok || c.PatchedTree() != c.Patches[1].Tree {
		t.Errorf("got %+v", c)
	}
	base, _ := l.View("")
	if c, _ := base.Component("engine"); c.PatchedTree() != c.Patches[0].Tree {
		t.Error("a skipped patch counts")
	}
	if c, _ := base.Component("tools"); c.PatchedTree() != c.Source.Tree {
		t.Error("no patch, another tree")
	}
	if _, ok := l.View("none"); ok {
		t.Error("a variant that is not there")
	}
}

// TestLockIsRefused breaks the example in one place each and wants the fault named
// on the line where it is.
func TestLockIsRefused(t *testing.T) {
	t.Parallel()
	src := string(example().Bytes())
	replace := func(old, new string) string {
		if !strings.Contains(src, old) {
			t.Fatalf("the example has no %q", old)
		}
		return strings.Replace(src, old, new, 1)
	}
	lines := strings.SplitAfter(src, "\n")
	engine := strings.Index(src, "component \"engine\"")
	tools := strings.Index(src, "component \"tools\"")
	chain := strings.Index(src, "toolchain \"host\"")
	for name, c := range map[string]struct{ src, summary, on string }{
		"CRLF":              {strings.ReplaceAll(src, "\n", "\r\n"), "Lock is not canonical", ""},
		"one CRLF":          {replace("kind   = \"host\"\n", "kind   = \"host\"\r\n"), "Lock is not canonical", "kind"},
		"trailing blank":    {src + "\n", "Lock is not canonical", ""},
		"trailing space":    {replace("= \"host\"\n", "= \"host\" \n"), "Lock is not canonical", "host"},
		"trailing text":     {src + "x", "", ""},
		"no last newline":   {strings.TrimSuffix(src, "\n"), "Lock is not canonical", ""},
		"byte order mark":   {"\ufeff" + src, "", ""},
		"comment":           {replace("stack  ", "# hi\nstack  "), "Lock is not canonical", "# hi"},
		"no header":         {strings.Join(lines[2:], ""), "Lock is not canonical", ""},
		"unaligned":         {replace("kind   =", "kind ="), "Lock is not canonical", "kind ="},
		"order":             {src[:engine] + src[tools:chain] + src[engine:tools] + src[chain:], "Lock is not canonical", "component \"tools\""},
		"unknown attribute": {replace("kind   = \"host\"", "kind   = \"host\"\n  mood = \"good\""), "Unknown attribute", "mood"},
		"unknown block":     {replace("variant \"cpu\"", "mood \"m\" {\n}\n\nvariant \"cpu\""), "Unknown block", "mood"},
		"duplicate block":   {src + src[tools:chain], "Duplicate block", ""},
		"duplicate attr":    {replace("kind   = \"host\"", "kind   = \"host\"\n  kind = \"host\""), "Attribute redefined", ""},
		"duplicate key":     {replace("attributes = {\n", "attributes = {\n\"component.engine.build.cmake.isa\" = \"x\"\n"), "Duplicate attribute", ""},
		"missing attribute": {replace("  kind   = \"host\"\n", ""), "Missing attribute", "toolchain \"host\""},
		"short digest":      {replace("sha256:", "sha256:0"), "Malformed digest", "definition"},
		"upper-case digest": {replace("sha256:", "SHA256:"), "Malformed digest", "definition"},
		"zero digest":       {replace(digest.Of([]byte("definition")).Hex(), strings.Repeat("0", 64)), "Malformed digest", "definition"},
		"branch as commit":  {replace("commit   = \"", "commit   = \"x"), "Malformed object id", "commit"},
		"not a literal":     {replace("= \"host\"", "= host"), "Variables not allowed", "host"},
		"template":          {replace("\"x86-64-v3\"", "\"${1}\""), "Wrong type", "isa"},
		"number as text":    {replace("impure = true", "impure = \"true\""), "Wrong type", "impure"},
		"false flag":        {replace("impure = true", "impure = false"), "Lock is not canonical", ""},
		"float":             {replace("1234", "12.5"), "Wrong number", "12.5"},
		"newer format":      {replace("format       = 1", "format       = 2"), "Unknown lock format", "format"},
		"two sources":       {replace("embedded = ", "git      = \"x\"\n  embedded = "), "Unclear source", "component"},
		"redundant":         {replace("variant \"same\" {\n", "variant \"same\" {\n  without    = []\n"), "Lock is not canonical", ""},
		"empty":             {"", "Missing attribute", ""},
		"order of versions": {swapped(src, "package \"libc6\" {"), "Lock is not canonical", "version"},
		"order of releases": {swapped(src, "release \"http://"), "Lock is not canonical", "release"},
		"negative size":     {replace("1234", "-1234"), "Wrong number", "-1234"},
		"huge size":         {replace("1234", "1e30"), "Wrong number", "1e30"},
		"zero commit":       {replace(id("commit").String(), strings.Repeat("0", 40)), "Malformed object id", "commit"},
		"nameless":          {replace("component \"tools\"", "component \"\""), "Wrong labels", "component"},
		"no source":         {replace("  embedded = \"ember\"\n", ""), "Unclear source", "component"},
		"older format":      {replace("format       = 1", "format       = 0"), "Unknown lock format", "format"},
		"null":              {replace("stack        = \"ember\"", "stack        = null"), "Wrong type", "null"},
		"null of a kind":    {replace("stack        = \"ember\"", "stack        = true ? null : \"ember\""), "Wrong type", "null"},
		"two pythons":       {replace("variant \"same\"", "python \"3.13\" {\n}\n\nvariant \"same\""), "Duplicate block", "python"},
		"two resolvers":     {replace("  resolver \"uv\"", "  resolver \"uw\" {\n    version = \"1\"\n    file = \"f\"\n    size = 1\n    sha256 = \""+digest.Of(nil).String()+"\"\n  }\n\n  resolver \"uv\""), "Duplicate block", "python"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			l, diags := Parse("ember.lock.hcl", []byte(c.src))
			if !diags.HasErrors() || l != nil {
				t.Fatalf("passed")
			}
			found := false
			for _, d := range diags {
				if d.Subject == nil || d.Subject.Filename != "ember.lock.hcl" {
					t.Errorf("a fault without a place: %v", d)
					continue
				}
				line := strings.Split(c.src+"\n", "\n")[d.Subject.Start.Line-1]
				found = found || strings.Contains(d.Summary, c.summary) && strings.Contains(line, c.on)
			}
			if !found {
				t.Errorf("got %v, want %q on a line with %q", diags, c.summary, c.on)
			}
		})
	}
}

// swapped is the text with the first two blocks that begin so in each other's place.
func swapped(text, head string) string {
	block := func(from int) (start, end int) {
		start = from + strings.Index(text[from:], head)
		return start, start + strings.Index(text[start:], "}\n") + len("}\n")
	}
	a, aEnd := block(0)
	b, bEnd := block(aEnd)
	return text[:a] + text[b:bEnd] + text[aEnd:b] + text[a:aEnd] + text[bEnd:]
}

// Faults come in the order of their lines, whatever the order of attributes in memory.
func TestFaultsOfALockAreInOrder(t *testing.T) {
	t.Parallel()
	var src strings.Builder
	src.WriteString(strings.Replace(string(example().Bytes()), "impure = true", "impure = 1", 1))
	for i := range 20 {
		src.WriteString("odd" + strings.Repeat("d", i) + " = 1\n")
	}
	_, diags := Parse("l", []byte(src.String()))
	if len(diags) != 21 || diags[0].Summary != "Wrong type" {
		t.Fatalf("got %d faults: %v", len(diags), diags)
	}
	for i := range diags[1:] {
		if diags[i].Subject.Start.Line >= diags[i+1].Subject.Start.Line {
			t.Errorf("%v comes before %v", diags[i], diags[i+1])
		}
	}
}

// TestEveryByteCounts changes bytes at random: what still reads must print as it is.
func TestEveryByteCounts(t *testing.T) {
	t.Parallel()
	src := example().Bytes()
	r := rand.New(rand.NewPCG(1, 2))
	for range 1000 {
		changed := bytes.Clone(src)
		for range 1 + r.IntN(2) {
			changed[r.IntN(len(changed))] = "\n\" {}=#az09${\\"[r.IntN(14)]
		}
		checkIdentityOrRejection(t, changed)
	}
}

func FuzzParse(f *testing.F) {
	f.Add(example().Bytes())
	f.Add((&Lock{Stack: "s", LayerFormat: "x", Views: []*View{{Definition: digest.Of(nil)}}}).Bytes())
	f.Add([]byte("format = 1\n"))
	f.Fuzz(func(t *testing.T, src []byte) { checkIdentityOrRejection(t, src) })
}

func checkIdentityOrRejection(t *testing.T, src []byte) {
	l, diags := Parse("fuzz", src)
	if diags.HasErrors() {
		return
	}
	if got := l.Bytes(); !bytes.Equal(got, src) {
		t.Fatalf("read and printed as something else:\n%s\nwas\n%s", got, src)
	}
}

func TestWriteLeavesAnEqualFileAlone(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "ember"+Suffix)
	l := example()
	if err := Write(path, l); err != nil {
		t.Fatal(err)
	}
	before, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := Write(path, l); err != nil {
		t.Fatal(err)
	}
	after, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	if !os.SameFile(before, after) {
		t.Error("an equal lock was written again")
	}
	l.LayerFormat = "other"
	if err := Write(path, l); err != nil {
		t.Fatal(err)
	}
	if got, err := os.ReadFile(path); err != nil || !bytes.Equal(got, l.Bytes()) {
		t.Errorf("got %q, %v", got, err)
	}
}

func TestOrderOfPackages(t *testing.T) {
	t.Parallel()
	inOrder := []Package{{Name: "a", Version: "9", Path: "z"}, {Name: "b", Version: "1", Path: "z"}, {Name: "b", Version: "2", Path: "a"}, {Name: "b", Version: "2", Path: "b"}}
	for i := range inOrder[1:] {
		if comparePackages(inOrder[i], inOrder[i+1]) >= 0 || comparePackages(inOrder[i+1], inOrder[i]) <= 0 {
			t.Errorf("%+v does not come before %+v", inOrder[i], inOrder[i+1])
		}
	}
}
