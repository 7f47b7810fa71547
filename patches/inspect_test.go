package patches

import (
	"bytes"
	"encoding/json"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

func TestInspectWhole(t *testing.T) {
	t.Parallel()
	text := "diff --git a/one b/one\nindex 1111111..2222222 100644\n--- a/one\n+++ b/one\n@@ -1,2 +1,3 @@ func\n x\n-1\n+2\n+3\n" +
		"diff --git a/new b/new\nnew file mode 100755\nindex 0000000..3333333\n--- /dev/null\n+++ b/new\n@@ -0,0 +1 @@\n+n\n" +
		"diff --git a/was b/is\nsimilarity index 100%\nrename from was\nrename to is\n" +
		"diff --git a/mode b/mode\nold mode 100644\nnew mode 100755\n"
	content := encodeAs(t, "base64", encodeAs(t, "gzip", []byte(text)))
	i := Inspect("x.patch.gz.b64", content)
	if !i.Decodes || i.Status != "" || i.Fault != nil || i.DecodedBytes != len(text) || i.DecodedSHA256 != hexSum([]byte(text)) || len(i.Layers) != 2 {
		t.Errorf("got %+v", i)
	}
	var changes []string
	for _, f := range i.Files {
		changes = append(changes, f.Change+" "+f.OldPath+">"+f.Path+" "+f.OldMode+" "+f.NewMode)
	}
	want := []string{"modify >one 100644 ", "create >new  100755", "rename was>is  ", "mode >mode 100644 100755"}
	if !slices.Equal(changes, want) {
		t.Errorf("got %q, want %q", changes, want)
	}
	h := i.Files[0].Hunks[0]
	if h.Header != "@@ -1,2 +1,3 @@ func" || h.OldLines != 2 || h.NewLines != 3 || h.ClaimedOld != 2 || h.ClaimedNew != 3 || h.Added != 2 || h.HeaderLine != 5 {
		t.Errorf("got %+v", h)
	}
	if i.Files[0].OldID != "1111111" || i.Files[0].NewID != "2222222" || i.Files[1].Line != 10 {
		t.Errorf("got %+v", i.Files[:2])
	}
	if _, err := json.Marshal(i); err != nil {
		t.Error(err)
	}
}

// A header that claims less than there is: git would drop the last lines.
func TestInspectDamaged(t *testing.T) {
	t.Parallel()
	text := "--- a/one\n+++ b/one\n@@ -1,1 +1,2 @@\n x\n+2\n+3\n+4\n--- a/two\n+++ b/two\n@@ -1,1 +1,2 @@\n x\n+2\n"
	i := Inspect("x.patch", []byte(text))
	if i.Status != Damaged || i.Fault == nil || len(i.Faults) == 0 || !i.Decodes {
		t.Fatalf("got %+v", i)
	}
	if len(i.Files) != 2 || i.Files[0].Hunks[0].NewLines != 4 || i.Files[0].Hunks[0].ClaimedNew != 2 {
		t.Errorf("got %+v", i.Files)
	}
}

func TestInspectUndecodable(t *testing.T) {
	t.Parallel()
	plain := sourceDiff(rand.New(rand.NewPCG(3, 4)), 30_000)
	broken := bytes.ReplaceAll(encodeAs(t, "base64", encodeAs(t, "gzip", plain)), []byte("\n"), nil)
	broken = slices.Delete(broken, len(broken)/2, len(broken)/2+1)
	i := Inspect("x.patch.gz.b64", broken)
	if i.Decodes || i.Status != Undecodable || i.Fault == nil || i.DecodedSHA256 != "" || len(i.Sections) == 0 || len(i.Layers) != 2 {
		t.Fatalf("got %+v", i)
	}
	base, packed := i.Layers[0], i.Layers[1]
	if !strings.Contains(base.Message, "characters: ") || base.Byte < 0 || packed.Byte < 0 || packed.Announced != int64(len(plain)) || packed.Decoded == 0 {
		t.Errorf("got %+v", i.Layers)
	}
}

// Whatever the bytes: no crash, no hang, and all of it can be written as JSON.
func FuzzInspect(f *testing.F) {
	f.Add("x.patch", []byte(small))
	f.Add("x.patch.gz.b64", encodeAs(f, "base64", encodeAs(f, "gzip", []byte(small))))
	f.Add("", []byte("@@\n-a\n+b"))
	f.Fuzz(func(t *testing.T, name string, content []byte) {
		i := Inspect(name, content)
		if _, err := json.Marshal(i); err != nil {
			t.Fatal(err)
		}
		_, err := Decode(name, content, Limits{})
		if (err == nil) != i.Decodes {
			t.Fatalf("Decode says %v, Inspect %v", err, i.Decodes)
		}
	})
}

// A hunk with more lines than it claims is told once, not within itself.
func TestInspectTellsAMiscountOnce(t *testing.T) {
	t.Parallel()
	in := Inspect("x.patch", []byte("--- a/x\n+++ b/x\n@@ -1,2 +1,2 @@\n-a\n+b\n c\n+d\n"))
	if len(in.Faults) == 0 || strings.Count(in.Faults[0].Message, "hunk 1 of x") != 1 || !strings.Contains(in.Faults[0].Message, "2 and 3 follow") {
		t.Errorf("got %+v", in.Faults)
	}
}

func TestKindsOfChange(t *testing.T) {
	t.Parallel()
	for want, f := range map[string]FileDiff{
		"modify": {Binary: true, OldMode: modePlain, NewMode: 0o100755},
		"mode":   {OldMode: modePlain, NewMode: 0o100755},
		"copy":   {Copy: true, OldMode: modePlain, NewMode: 0o100755},
		"rename": {Rename: true, Hunks: make([]Hunk, 1)},
		"create": {Creation: Yes, NewMode: modePlain},
		"delete": {Deletion: Yes, OldMode: modePlain},
	} {
		if got := changeOf(&f); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}

// TestRecountIsHinted only as far as it would mend the patch.
func TestRecountIsHinted(t *testing.T) {
	t.Parallel()
	for body, want := range map[string]string{
		" a\n-b\n+c\n": `"recount" would mend it`,
		" a\n-b\n+c\n--- a/y\n+++ b/y\n@@ -1 +1,2 @@\njunk\n": `"recount" would mend this hunk, but not line 9`,
		" a\njunk\n-b\n+c\n": `"recount" would not mend it`,
	} {
		p := Parse([]byte("--- a/x\n+++ b/x\n@@ -1,2 +1,3 @@\n"+body), ParseOptions{})
		if len(p.Faults) != 1 || p.Faults[0].Hint != want {
			t.Errorf("%q: got %+v, want %s", body, p.Faults, want)
		}
	}
}
