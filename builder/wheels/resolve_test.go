package wheels

import (
	"context"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"cairn/digest"
	"cairn/testdata/packageindex"
)

// recorded answers with the lock that uv once wrote, and keeps what it was asked.
type recordedUV struct {
	pylock  string
	command Command
	project string
	exclude string
}

func (r *recordedUV) run(_ context.Context, command Command) error {
	r.command = command
	project, err := os.ReadFile(filepath.Join(command.Dir, "pyproject.toml"))
	if err != nil {
		return err
	}
	r.project = string(project)
	exclude, _ := os.ReadFile(filepath.Join(command.Dir, "excludes.txt"))
	r.exclude = string(exclude)
	return os.WriteFile(filepath.Join(command.Dir, command.Output), []byte(r.pylock), 0o600)
}

const hashText = "2843f084cdc94dedacd8b257a395a2b71b8a3dc7fc99711b148bf1d161983128"

func pylock(packages ...string) string {
	return "lock-version = \"1.0\"\ncreated-by = \"uv\"\nrequires-python = \">=3.12\"\n\n" + strings.Join(packages, "\n")
}

func TestResolve(t *testing.T) {
	t.Parallel()
	uv := &recordedUV{pylock: pylock(`[[packages]]
name = "zlib_ng"
version = "1.0"
marker = "sys_platform == 'linux'"
wheels = [
    { url = "https://example.org/a/zlib_ng-1.0-py3-none-any.whl", size = 1, hashes = { sha256 = "`+strings.Repeat("1", 64)+`" } },
    { url = "https://example.org/b/zlib_ng-1.0-cp312-abi3-manylinux_2_24_x86_64.manylinux_2_28_x86_64.whl", upload-time = 2026-05-04T17:48:05Z, size = 2697683, hashes = { sha256 = "`+hashText+`" } },
    { url = "https://example.org/c/zlib_ng-1.0-cp312-abi3-manylinux2014_x86_64.manylinux_2_17_x86_64.whl", size = 3, hashes = { sha256 = "`+strings.Repeat("3", 64)+`" } },
    { url = "https://example.org/d/zlib_ng-1.0-cp312-cp312-manylinux_2_34_x86_64.whl", size = 3, hashes = { sha256 = "`+strings.Repeat("4", 64)+`" } },
]`, `[[packages]]
name = "built"
version = "2.0"
sdist = { url = "https://example.org/built-2.0.tar.gz", size = 7, hashes = { sha256 = "`+hashText+`" } }`, `[[packages]]
name = "demo"
version = "1.0"
wheels = [{ url = "http://elsewhere/demo-1.0-py3-none-any.whl" }]`)}
	index := withDemo()
	index.Add("zlib_ng-1.0.tar.gz", nil)
	client := serve(t, index, nil)
	client.indexes["silent"] = Index{Name: "silent", URL: "http://127.0.0.1:1/simple"}
	client.indexes["own"] = Index{Name: "own", URL: client.opts.Machine}
	resolver := &Resolver{Client: client, Run: uv.run}
	got, err := resolver.Resolve(t.Context(), Request{
		Python: "3.12", Glibc: "2.28", Requires: []string{"Zlib.NG[x]>=1", "torch==2.11.0+xpu", "demo", "torch"},
		Constraints: []string{"a<2"}, Excludes: []string{"triton"}, Indexes: map[string]string{"Torch": "silent", "demo": "own"},
		ExcludeNewer: time.Date(2026, 5, 8, 0, 0, 0, 0, time.UTC), Sdists: []string{"built"},
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(got.Pending) != 1 || got.Pending[0] != (Pending{"torch", "torch==2.11.0+xpu and torch", "silent", "index silent could not be reached"}) {
		t.Errorf("pending: got %+v", got.Pending)
	}
	wheel := Distribution{"zlib-ng", "1.0", "zlib_ng-1.0-cp312-abi3-manylinux_2_24_x86_64.manylinux_2_28_x86_64.whl", digest.Digest{}, 2697683, "pypi"}
	wheel.SHA256, _ = digest.Parse(hashText)
	learned := demoDistribution()
	learned.Index = "own"
	if want := []Distribution{learned, wheel}; !slices.Equal(got.Wheels, want) {
		t.Errorf("wheels: got %+v, want %+v", got.Wheels, want)
	}
	if len(got.Sdists) != 1 || got.Sdists[0].File != "built-2.0.tar.gz" {
		t.Errorf("source distributions: got %+v", got.Sdists)
	}
	if got.UV.Name != "uv" || got.UV.SHA256.IsZero() {
		t.Errorf("resolved by %+v", got.UV)
	}
	args := strings.Join(uv.command.Args, " ")
	for _, want := range []string{"--only-binary :all:", "--no-binary built", "--exclude-newer 2026-05-08T00:00:00Z", "--exclude-newer-package torch=false", "--excludes excludes.txt", "--constraints constraints.txt"} {
		if !strings.Contains(args, want) {
			t.Errorf("uv is not told %q: %s", want, args)
		}
	}
	if strings.Contains(args, "overrides") || strings.Contains(args, client.opts.Machine) {
		t.Errorf("uv is told too much: %s", args)
	}
	if strings.Contains(uv.project, "torch") || !strings.Contains(uv.project, "explicit = true") || !strings.Contains(uv.project, "Zlib.NG[x]>=1") {
		t.Errorf("uv's project is\n%s", uv.project)
	}
	if uv.exclude != "triton\ntorch\ntorch\n" {
		t.Errorf("uv excludes %q, not what is pending", uv.exclude)
	}
	for _, variable := range uv.command.Env {
		name, _, _ := strings.Cut(variable, "=")
		if !slices.Contains([]string{"HOME", "PATH", "TMPDIR", "NO_COLOR"}, name) && !strings.HasPrefix(name, "UV_") && !slices.Contains(passed, name) {
			t.Errorf("uv sees %s", variable)
		}
	}
}

// What uv says of indexes names their public addresses: a person's own may be secret.
func TestUVsWordsHaveNoAddressOfThisMachine(t *testing.T) {
	t.Parallel()
	index := withDemo()
	server := httptest.NewServer(index)
	defer server.Close()
	secret := strings.Replace(server.URL, "http://", "http://me:secret@", 1)
	c := serve(t, index, func(o *Options) {
		o.Machine = secret + "/simple"
		o.Indexes = []Index{{Name: "nightly", URL: "https://nightly.example/whl"}}
		o.Mirrors = []Mirror{{"https://nightly.example/", secret + "/nightly/"}}
	})
	r := &Resolver{Client: c, Run: func(_ context.Context, command Command) error {
		return &ResolutionError{Text: "no demo at " + c.address(c.indexes["nightly"]) + ", nor at " + c.address(c.indexes[DefaultIndex]) + "/demo"}
	}}
	_, err := r.Resolve(t.Context(), Request{Python: "3.12", Glibc: "2.28", Requires: []string{"demo"}})
	if err == nil || err.Error() != "uv finds no set of packages: no demo at https://nightly.example/whl, nor at "+DefaultIndexURL+"/demo" {
		t.Errorf("got %v", err)
	}
}

// Where nothing can be reached, everything is pending and uv is not asked.
func TestResolveWithoutNetwork(t *testing.T) {
	t.Parallel()
	uv := &recordedUV{}
	client := serve(t, packageindex.New(), func(o *Options) { o.Offline = true })
	got, err := (&Resolver{Client: client, Run: uv.run}).Resolve(t.Context(), Request{Python: "3.12", Glibc: "2.28", Requires: []string{"a", "b"}})
	if err != nil || len(got.Pending) != 2 || got.UV.File != "" || uv.command.Dir != "" {
		t.Errorf("got %+v, %v", got, err)
	}
}

func TestLocksOfUVThatAreRefused(t *testing.T) {
	t.Parallel()
	for what, text := range map[string]string{
		"no wheel for this interpreter": pylock("[[packages]]\nname = \"a\"\nversion = \"1\"\nwheels = [{ url = \"https://e/a-1-cp39-cp39-win_amd64.whl\" }]"),
		"is no name of a wheel":         pylock("[[packages]]\nname = \"a\"\nversion = \"1\"\nwheels = [{ url = \"https://e/a.exe\" }]"),
		"twice":                         pylock("[[packages]]\nname = \"a\"\n[[packages]]\nname = \"A\""),
		"version":                       "lock-version = \"2.0\"",
		"read uv's lock":                "no",
		"is not a sha256":               pylock("[[packages]]\nname = \"a\"\nversion = \"1\"\nwheels = [{ url = \"https://e/a-1-py3-none-any.whl\", hashes = { sha256 = \"x\" } }]"),
	} {
		index := packageindex.New()
		index.Add("a-1.tar.gz", nil)
		resolver := &Resolver{Client: serve(t, index, nil), Run: (&recordedUV{pylock: text}).run}
		if _, err := resolver.Resolve(t.Context(), Request{Python: "3.12", Glibc: "2.28", Requires: []string{"a"}}); err == nil || !strings.Contains(err.Error(), what) {
			t.Errorf("got %v, want %q", err, what)
		}
	}
}

func TestTags(t *testing.T) {
	t.Parallel()
	// In this order packaging.tags.sys_tags of CPython 3.12 on glibc 2.28 has them.
	ordered := []string{
		"cp312-cp312-manylinux_2_28_x86_64", "cp312-cp312-manylinux_2_17_x86_64", "cp312-cp312-manylinux2014_x86_64", "cp312-cp312-manylinux1_x86_64",
		"cp312-cp312-linux_x86_64", "cp312-abi3-manylinux_2_28_x86_64", "cp312-none-linux_x86_64", "cp311-abi3-manylinux_2_28_x86_64", "cp32-abi3-linux_x86_64",
		"py312-none-manylinux_2_28_x86_64", "py3-none-manylinux2014_x86_64", "py311-none-linux_x86_64", "cp312-none-any", "py312-none-any", "py3-none-any", "py311-none-any", "py30-none-any",
	}
	ranks, err := tags("3.12.3", "2.28")
	if err != nil {
		t.Fatal(err)
	}
	for i := range ordered[1:] {
		a, ok := ranks[ordered[i]]
		b, too := ranks[ordered[i+1]]
		if !ok || !too || a >= b {
			t.Errorf("%s (%d, %t) should come before %s (%d, %t)", ordered[i], a, ok, ordered[i+1], b, too)
		}
	}
	for _, foreign := range []string{"cp313-cp313-manylinux_2_28_x86_64", "cp312-cp312-manylinux_2_29_x86_64", "cp312-cp312-musllinux_1_1_x86_64", "cp313-abi3-linux_x86_64", "cp312-cp312t-linux_x86_64", "py2-none-any", "cp312-cp312-manylinux_2_28_aarch64"} {
		if _, ok := ranks[foreign]; ok {
			t.Errorf("%s is understood", foreign)
		}
	}
	for a, b := range map[string]string{"2": "1", "10": "9", "1b": "1a", "1": ""} {
		if compareBuilds(a, b) <= 0 || compareBuilds(b, a) >= 0 {
			t.Errorf("build %q is not after %q", a, b)
		}
	}
}

func TestMachineIndex(t *testing.T) {
	t.Parallel()
	const pip = "[global]\nindex_url = https://global/\n[install]\nindex-url: https://install/\n"
	const uv = "[[index]]\nname = \"x\"\nurl = \"https://x/\"\n[[index]]\nurl = \"https://uv/\"\ndefault = true\n"
	for what, c := range map[string]struct {
		files map[string]string
		env   map[string]string
		want  string
	}{
		"nothing":          {nil, nil, ""},
		"pip of all":       {map[string]string{"etc/pip.conf": "[global]\nindex-url = https://e/simple\n"}, nil, "https://e/simple"},
		"pip's install":    {map[string]string{"etc/pip.conf": pip}, nil, "https://install/"},
		"pip of a user":    {map[string]string{"etc/pip.conf": pip, "home/u/.config/pip/pip.conf": "[global]\nindex-url=https://u/"}, map[string]string{"HOME": "/home/u"}, "https://u/"},
		"uv before pip":    {map[string]string{"etc/uv/uv.toml": uv}, map[string]string{"PIP_INDEX_URL": "https://pip/"}, "https://uv/"},
		"old uv":           {map[string]string{"c/uv/uv.toml": "[pip]\nindex-url = \"https://old/\"\n"}, map[string]string{"XDG_CONFIG_HOME": "/c"}, "https://old/"},
		"uv's variable":    {map[string]string{"etc/uv/uv.toml": uv}, map[string]string{"UV_DEFAULT_INDEX": "https://v/?a=b"}, "https://v/?a=b"},
		"uv's name":        {nil, map[string]string{"UV_DEFAULT_INDEX": "mine=https://v/"}, "https://v/"},
		"pip's variable":   {map[string]string{"etc/pip.conf": pip}, map[string]string{"PIP_INDEX_URL": "https://pip/"}, "https://pip/"},
		"pip's other file": {map[string]string{"my.conf": pip}, map[string]string{"PIP_CONFIG_FILE": "/my.conf"}, "https://install/"},
		"pip is silenced":  {map[string]string{}, map[string]string{"PIP_CONFIG_FILE": "/dev/null"}, ""},
	} {
		files := fstest.MapFS{}
		for name, text := range c.files {
			files[name] = &fstest.MapFile{Data: []byte(text)}
		}
		got, err := MachineIndex(files, func(name string) string { return c.env[name] })
		if err != nil || got != c.want {
			t.Errorf("%s: got %q, %v; want %q", what, got, err, c.want)
		}
	}
	if _, err := MachineIndex(fstest.MapFS{"etc/uv/uv.toml": {Data: []byte("url = https://me:secret@x")}}, func(string) string { return "" }); err == nil || strings.Contains(err.Error(), "secret") {
		t.Errorf("got %v", err)
	}
}
