package containers

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"cairn/digest"
)

func sampleBill() Bill {
	return Bill{
		Name: "ember@cpu", Lock: digest.Of([]byte("lock")), Tool: "0.1.0", SourceDateEpoch: epoch,
		Materials: []Material{
			{Name: "libc6", Version: "2.36-9", PackageURL: "pkg:deb/debian/libc6@2.36-9?arch=amd64", SHA256: digest.Of([]byte("deb")),
				URL: "https://example.org/libc6.deb", Licence: "LGPL-2.1-or-later", Library: true},
			{Name: "engine", Version: "8e3a9c2", Git: "https://example.org/engine.git", Commit: strings.Repeat("8e", 20), Licence: "MIT",
				Patches: []PatchMaterial{
					{Name: "z-first", SHA256: digest.Of([]byte("z")), DecodedSHA256: digest.Of([]byte("diff")), Origin: "cherry_pick",
						UpstreamStatus: "merged as #12", Resolves: []string{"#7", "#8"}, Reason: "<slow> & wrong", URL: "https://example.org/z.patch"},
					{Name: "a-second", SHA256: digest.Of([]byte("a"))},
				}},
			{Name: "bare"},
		},
	}
}

func TestBillsDependOnTheirContentAlone(t *testing.T) {
	t.Parallel()
	for name, write := range map[string]func(Bill) ([]byte, error){"spdx": SPDX, "cyclonedx": CycloneDX} {
		bill := sampleBill()
		first, err := write(bill)
		if err != nil {
			t.Fatal(err)
		}
		slices.Reverse(bill.Materials)
		if second, _ := write(bill); !bytes.Equal(first, second) {
			t.Errorf("%s depends on the order of the materials", name)
		}
		bill.Lock = digest.Of([]byte("another"))
		if other, _ := write(bill); bytes.Equal(first, other) {
			t.Errorf("%s does not depend on the lock", name)
		}
	}
}

func TestCycloneDXHasPatchesAsPedigree(t *testing.T) {
	t.Parallel()
	text, err := CycloneDX(sampleBill())
	if err != nil {
		t.Fatal(err)
	}
	var doc cdxDocument
	if err := json.Unmarshal(text, &doc); err != nil {
		t.Fatal(err)
	}
	engine := doc.Components[slices.IndexFunc(doc.Components, func(c cdxComponent) bool { return c.Name == "engine" })]
	if got := fmt.Sprintf("%+v", engine.Pedigree.Patches[0].Resolves); engine.Pedigree.Patches[0].Type != "cherry-pick" || got != "[{Type:defect ID:#7} {Type:defect ID:#8}]" {
		t.Errorf("first patch: %+v", engine.Pedigree.Patches[0])
	}
	if engine.Pedigree.Patches[1].Type != "unofficial" || engine.Pedigree.Commits[0].ID != strings.Repeat("8e", 20) {
		t.Errorf("pedigree: %+v", engine.Pedigree)
	}
	for _, want := range []cdxProperty{
		{"cairn:patch:1:name", "z-first"}, {"cairn:patch:1:sha256", digest.Of([]byte("z")).Hex()},
		{"cairn:patch:1:upstream-status", "merged as #12"}, {"cairn:patch:2:name", "a-second"},
	} {
		if !slices.Contains(engine.Properties, want) {
			t.Errorf("no property %v in %v", want, engine.Properties)
		}
	}
	if doc.Components[0].Name != "bare" || doc.Components[2].Type != "library" || len(doc.Dependencies[0].On) != 3 {
		t.Errorf("components: %+v", doc.Components)
	}
}

func TestSPDXRelatesPatchesToTheirSource(t *testing.T) {
	t.Parallel()
	text, err := SPDX(sampleBill())
	if err != nil {
		t.Fatal(err)
	}
	var doc spdxDocument
	if err := json.Unmarshal(text, &doc); err != nil {
		t.Fatal(err)
	}
	names := map[string]spdxPackage{}
	for _, p := range doc.Packages {
		names[p.ID] = p
	}
	var got []string
	for _, r := range doc.Relationships {
		got = append(got, strings.TrimSpace(names[r.From].Name+" "+r.Kind+" "+names[r.To].Name))
	}
	want := []string{"DESCRIBES ember@cpu", "ember@cpu CONTAINS bare", "ember@cpu CONTAINS engine",
		"z-first PATCH_FOR engine", "a-second PATCH_FOR engine", "ember@cpu CONTAINS libc6"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	for _, p := range doc.Packages {
		if p.Name == "z-first" && (p.Checksums[0].Value != digest.Of([]byte("z")).Hex() || !strings.Contains(p.Comment, "reason: <slow> & wrong")) {
			t.Errorf("patch: %+v", p)
		}
		if p.Name == "engine" && p.Download != "git+https://example.org/engine.git@"+strings.Repeat("8e", 20) {
			t.Errorf("source: %+v", p)
		}
	}
}

func TestCompose(t *testing.T) {
	t.Parallel()
	got, err := Compose(Service{
		Name: "ember", Image: "lab/ember:cpu", Command: []string{"--say", "it's \"$HOME\": #1"},
		Env: map[string]string{"B": "yes", "A": "1"}, GPU: true, RenderGroup: 109,
		Volumes: []string{"./models:/models:ro"}, Ports: []string{"8000:8000"}, SharedMemoryBytes: 1 << 30,
	})
	if err != nil {
		t.Fatal(err)
	}
	want := `services:
  ember:
    image: "lab/ember:cpu"
    command:
      - "--say"
      - "it's \"$$HOME\": #1"
    environment:
      "A": "1"
      "B": "yes"
    devices:
      - "/dev/dri:/dev/dri"
    group_add:
      - "109"
    volumes:
      - "./models:/models:ro"
    ports:
      - "8000:8000"
    shm_size: 1073741824
`
	if string(got) != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	open, err := Compose(Service{Name: "e", Image: "i", GPU: true})
	if err != nil || !strings.Contains(string(open), `- "${RENDER_GID:?`) {
		t.Errorf("got %s, %v", open, err)
	}
	for _, bad := range []Service{{Name: "a b", Image: "i"}, {Name: "", Image: "i"}, {Name: "a"}, {Name: "a: b", Image: "i"}} {
		if _, err := Compose(bad); err == nil {
			t.Errorf("%+v passed", bad)
		}
	}
}
