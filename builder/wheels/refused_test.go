package wheels

import (
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"fmt"
	"io/fs"
	"net/http"
	"net/url"
	"strings"
	"sync/atomic"
	"testing"

	"cairn/digest"
	"cairn/testdata/packageindex"
)

// Wheels whose own papers are wrong.
func TestWheelsThatContradictThemselves(t *testing.T) {
	t.Parallel()
	const info = "demo-1.0.dist-info/"
	sum := sha256.Sum256([]byte("x = 1\n"))
	good := "sha256=" + base64.RawURLEncoding.EncodeToString(sum[:])
	other := "sha256=" + base64.RawURLEncoding.EncodeToString(make([]byte, sha256.Size))
	wheel := func(metadata string, rows ...string) []byte {
		sums := func(content string) string {
			s := sha256.Sum256([]byte(content))
			return fmt.Sprintf("sha256=%s,%d", base64.RawURLEncoding.EncodeToString(s[:]), len(content))
		}
		const format = "Wheel-Version: 1.0\n"
		rows = append(rows, info+"METADATA,"+sums(metadata), info+"WHEEL,"+sums(format), info+"RECORD,,")
		return packageindex.Zip(file{Name: "demo.py", Content: "x = 1\n"}, file{Name: info + "METADATA", Content: metadata},
			file{Name: info + "WHEEL", Content: format}, file{Name: info + "RECORD", Content: strings.Join(rows, "\n") + "\n"})
	}
	const metadata = "Name: demo\nVersion: 1.0\n"
	if _, _, err := install(t, wheel(metadata, "demo.py,"+good+",6"), demoFile); err != nil {
		t.Fatal(err)
	}
	if _, _, err := install(t, wheel(metadata, "demo.py,"+good+","), demoFile); err != nil {
		t.Error("a RECORD need not say sizes:", err)
	}
	for want, content := range map[string][]byte{
		"is not what RECORD says":                wheel(metadata, "demo.py,"+good+",5"),
		"has no usable size in RECORD":           wheel(metadata, "demo.py,"+good+",-6"),
		"has no usable digest in RECORD":         wheel(metadata, "demo.py,md5=x,6"),
		`"demo.py" has no usable digest`:         wheel(metadata, "demo.py,sha256=AAAA,6"),
		"is in RECORD twice":                     wheel(metadata, "demo.py,"+good+",6", "demo.py,"+other+",6"),
		`"gone.py" is in RECORD and not in the`:  wheel(metadata, "demo.py,"+good+",6", "gone.py,"+good+",6"),
		"says inside that it is demo 2.0":        wheel("Name: demo\nVersion: 2.0\n", "demo.py,"+good+",6"),
		"says inside that it is other 1.0":       wheel("Name: other\nVersion: 1.0\n", "demo.py,"+good+",6"),
		"has two .dist-info folders":             packageindex.Wheel("demo", "1.0", nil, file{Name: "demo-2.0.dist-info/METADATA", Content: metadata}),
		`"demo.py" is there twice`:               packageindex.Wheel("demo", "1.0", nil, file{Name: "demo.py", Content: "1\n"}, file{Name: "demo.py", Content: "1\n"}),
		"is both a script and an entry point":    packageindex.Wheel("demo", "1.0", nil, file{Name: "demo-1.0.data/scripts/run", Content: "1\n"}, file{Name: info + "entry_points.txt", Content: "[console_scripts]\nrun = a:b\n"}),
		`entry_points.txt" names run twice`:      packageindex.Wheel("demo", "1.0", nil, file{Name: info + "entry_points.txt", Content: "[console_scripts]\nrun = a:b\n[gui_scripts]\nrun = a:c\n"}),
		`entry_points.txt" names a program ".."`: packageindex.Wheel("demo", "1.0", nil, file{Name: info + "entry_points.txt", Content: "[gui_scripts]\n.. = a:b\n"}),
	} {
		_, _, err := install(t, content, demoFile)
		if hostile := new(HostileError); !errors.As(err, &hostile) || !strings.Contains(err.Error(), want) {
			t.Errorf("got %v, want %q", err, want)
		}
	}
}

// What may pass is asked for again, a few times; a refusal is not.
func TestWhatIsTriedAgain(t *testing.T) {
	t.Parallel()
	for status, want := range map[int]int64{400: 1, 403: 1, 404: 1, 410: 1, 408: tries, 429: tries, 500: tries, 503: tries} {
		var asked atomic.Int64
		index := withDemo()
		index.Serve = func(w http.ResponseWriter, _ *http.Request) bool {
			asked.Add(1)
			w.WriteHeader(status)
			return true
		}
		err := serve(t, index, nil).Fetch(t.Context(), []Distribution{demoDistribution()})
		if asked.Load() != want {
			t.Errorf("%d: asked %d times, want %d", status, asked.Load(), want)
		}
		absent, unreachable := new(AbsentError), new(UnreachableError)
		if gone := status == 404 || status == 410; gone != errors.As(err, &absent) || gone == errors.As(err, &unreachable) {
			t.Errorf("%d: got %v", status, err)
		}
	}
}

// A file whose size is not locked, and whose first try was longer than it is.
func TestTheRestOfAnInterruptedDownloadGoes(t *testing.T) {
	t.Parallel()
	index := withDemo()
	var broken atomic.Bool
	index.Serve = func(w http.ResponseWriter, r *http.Request) bool {
		if !strings.HasPrefix(r.URL.Path, "/files/") || broken.Swap(true) {
			return false
		}
		w.Header().Set("Content-Length", "1000000")
		_, _ = w.Write(make([]byte, 2*len(demoWheel))) // and the connection breaks
		return true
	}
	d := demoDistribution()
	d.SizeBytes = 0
	if err := serve(t, index, nil).Fetch(t.Context(), []Distribution{d}); err != nil {
		t.Error(err)
	}
}

// What does not fit is told by what does not: nothing is fetched that the page says is
// another file, and no more than the lock says is read.
func TestMismatchesAreNamed(t *testing.T) {
	t.Parallel()
	other := packageindex.Wheel("demo", "1.0", nil, file{Name: "demo.py", Content: "x = 2\n"})
	for _, c := range []struct {
		file       []byte
		bare       bool // the page says no digests
		what, have string
		fetched    int
	}{
		{other, false, "sha256", digest.Of(other).String(), 0},
		{other[: len(demoWheel)-1 : len(demoWheel)-1], true, "size", fmt.Sprint(len(demoWheel) - 1), 1},
		{append(append([]byte{}, demoWheel...), 0), true, "size", "more", 1},
		{append(append([]byte{}, demoWheel[1:]...), 0), true, "sha256", "", 1},
	} {
		index := packageindex.New()
		index.Add(demoFile, c.file)
		index.Bare = c.bare
		err := serve(t, index, nil).Fetch(t.Context(), []Distribution{demoDistribution()})
		mismatch := new(MismatchError)
		if !errors.As(err, &mismatch) || mismatch.What != c.what || c.have != "" && mismatch.Have != c.have {
			t.Errorf("got %v, want another %s: %s", err, c.what, c.have)
		}
		if n := index.Requests["/files/"+demoFile]; n != c.fetched {
			t.Errorf("%s: fetched %d times, want %d", c.what, n, c.fetched)
		}
	}
}

func TestMirrorOfAnIndexsWholeAddress(t *testing.T) {
	t.Parallel()
	host := strings.TrimSuffix(DefaultIndexURL, "simple")
	for _, prefix := range []string{DefaultIndexURL, DefaultIndexURL + "/", host} {
		c := NewClient(Options{Mirrors: []Mirror{{prefix, "http://mirror/pypi/"}}})
		want := "http://mirror/pypi"
		if prefix == host {
			want += "/simple"
		}
		if got := c.address(c.indexes[DefaultIndex]); got != want {
			t.Errorf("%s: got %s, want %s", prefix, got, want)
		}
	}
}

// A password goes to the host that it is for, by the way that it is for.
func TestWhoIsToldAPassword(t *testing.T) {
	t.Parallel()
	base, err := url.Parse("https://me:secret@index.example/simple/demo/")
	if err != nil {
		t.Fatal(err)
	}
	for to, want := range map[string]string{
		"../../files/a.whl": "https://me:secret@index.example/files/a.whl", "https://index.example/a.whl": "https://me:secret@index.example/a.whl",
		"http://index.example/a.whl": "http://index.example/a.whl", "https://files.example/a.whl": "https://files.example/a.whl",
		"https://index.example:8443/a.whl": "https://index.example:8443/a.whl",
	} {
		got, err := resolve(base, to)
		if err != nil || got.String() != want {
			t.Errorf("%s: got %v, %v; want %s", to, got, err, want)
		}
	}
}

func TestNewestBuildIsChosen(t *testing.T) {
	t.Parallel()
	ranks, err := tags("3.12", "2.28")
	if err != nil {
		t.Fatal(err)
	}
	p := lockedPackage{Name: "demo", Version: "1.0"}
	for _, build := range []string{"", "-9", "-10", "-1"} {
		p.Wheels = append(p.Wheels, lockedFile{Name: "demo-1.0" + build + "-py3-none-any.whl"})
	}
	if got, err := p.wheel(ranks); err != nil || got.File != "demo-1.0-10-py3-none-any.whl" {
		t.Errorf("got %v, %v", got.File, err)
	}
}

// closed is a machine of whose files this user may read none.
type closed struct{}

func (closed) Open(name string) (fs.File, error) {
	return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
}

func TestMachineIndexWithoutFiles(t *testing.T) {
	t.Parallel()
	env := map[string]string{"HOME": "/home/u"}
	if got, err := MachineIndex(closed{}, func(name string) string { return env[name] }); err != nil || got != "" {
		t.Errorf("got %q, %v", got, err)
	}
	env["UV_INDEX_URL"], env["UV_DEFAULT_INDEX"] = "https://old/", "https://new/"
	if got, err := MachineIndex(closed{}, func(name string) string { return env[name] }); err != nil || got != "https://new/" {
		t.Errorf("got %q, %v", got, err)
	}
}
