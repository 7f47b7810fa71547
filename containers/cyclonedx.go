package containers

import (
	"strconv"
	"strings"
)

// CycloneDX returns the bill as CycloneDX 1.6 in JSON (cyclonedx.org/docs/1.6/json):
// the patches of a source are its pedigree, each with its type and the issues that
// it resolves. The schema has no place for a patch's digests and for what upstream says to it:
// they are properties of the component, "cairn:patch:N:…", N counted from 1.
func CycloneDX(b Bill) ([]byte, error) {
	root := cdxComponent{Type: "application", Ref: "stack", Name: b.Name, Version: b.version()}
	if !b.Lock.IsZero() {
		root.Properties = []cdxProperty{{"cairn:lock", b.Lock.String()}}
	}
	doc := cdxDocument{
		Schema: "http://cyclonedx.org/schema/bom-1.6.schema.json", Format: "CycloneDX", SpecVersion: "1.6",
		Serial: "urn:uuid:" + b.uuid("cyclonedx"), Version: 1,
		Metadata: cdxMetadata{
			Timestamp: b.created(), Component: root,
			Tools: cdxTools{[]cdxComponent{{Type: "application", Name: "cairn", Version: b.Tool}}},
		},
		Components: []cdxComponent{},
	}
	uses := cdxDependency{Ref: root.Ref}
	for i, m := range b.sorted() {
		c := m.cycloneDX("material-" + strconv.Itoa(i+1))
		doc.Components = append(doc.Components, c)
		uses.On = append(uses.On, c.Ref)
	}
	doc.Dependencies = []cdxDependency{uses}
	return document(doc)
}

func (m Material) cycloneDX(ref string) cdxComponent {
	c := cdxComponent{Type: "application", Ref: ref, Name: m.Name, Version: m.Version, PackageURL: m.PackageURL}
	if m.Library {
		c.Type = "library"
	}
	if !m.SHA256.IsZero() {
		c.Hashes = []cdxHash{{"SHA-256", m.SHA256.Hex()}}
	}
	if m.Licence != "" {
		c.Licences = []cdxLicence{{m.Licence}}
	}
	if m.Git != "" {
		c.References = append(c.References, cdxReference{"vcs", m.Git})
	}
	if m.URL != "" {
		c.References = append(c.References, cdxReference{"distribution", m.URL})
	}
	if m.Commit == "" && len(m.Patches) == 0 {
		return c
	}
	c.Pedigree = &cdxPedigree{}
	if m.Commit != "" {
		c.Pedigree.Commits = []cdxCommit{{m.Commit, m.Git}}
	}
	for i, p := range m.Patches {
		c.Pedigree.Patches = append(c.Pedigree.Patches, p.cycloneDX())
		prefix := "cairn:patch:" + strconv.Itoa(i+1) + ":"
		c.Properties = append(c.Properties, cdxProperty{prefix + "name", p.Name}, cdxProperty{prefix + "sha256", p.SHA256.Hex()})
		if !p.DecodedSHA256.IsZero() {
			c.Properties = append(c.Properties, cdxProperty{prefix + "decoded-sha256", p.DecodedSHA256.Hex()})
		}
		if p.UpstreamStatus != "" {
			c.Properties = append(c.Properties, cdxProperty{prefix + "upstream-status", p.UpstreamStatus})
		}
		if p.Reason != "" {
			c.Properties = append(c.Properties, cdxProperty{prefix + "reason", p.Reason})
		}
	}
	return c
}

func (p PatchMaterial) cycloneDX() cdxPatch {
	patch := cdxPatch{Type: strings.ReplaceAll(p.Origin, "_", "-")}
	if p.Origin == "" {
		patch.Type = "unofficial"
	}
	if p.URL != "" {
		patch.Diff = &cdxDiff{p.URL}
	}
	for _, issue := range p.Resolves {
		// What is resolved is named, not classed: the schema wants a class.
		patch.Resolves = append(patch.Resolves, cdxIssue{"defect", issue})
	}
	return patch
}

// story is all that was said about a patch, a line each, for formats without
// fields for it.
func (p PatchMaterial) story() string {
	var lines []string
	add := func(what, text string) {
		if text != "" {
			lines = append(lines, what+": "+text)
		}
	}
	add("origin", p.Origin)
	add("upstream status", p.UpstreamStatus)
	add("resolves", strings.Join(p.Resolves, ", "))
	add("reason", p.Reason)
	if !p.DecodedSHA256.IsZero() {
		add("sha256 of the decoded diff", p.DecodedSHA256.Hex())
	}
	return strings.Join(lines, "\n")
}

// The fields of CycloneDX 1.6 that a bill fills.
type cdxDocument struct {
	Schema       string          `json:"$schema"`
	Format       string          `json:"bomFormat"`
	SpecVersion  string          `json:"specVersion"`
	Serial       string          `json:"serialNumber"`
	Version      int             `json:"version"`
	Metadata     cdxMetadata     `json:"metadata"`
	Components   []cdxComponent  `json:"components"`
	Dependencies []cdxDependency `json:"dependencies"`
}

type cdxMetadata struct {
	Timestamp string       `json:"timestamp"`
	Tools     cdxTools     `json:"tools"`
	Component cdxComponent `json:"component"`
}

type cdxTools struct {
	Components []cdxComponent `json:"components"`
}

type cdxComponent struct {
	Type       string         `json:"type"`
	Ref        string         `json:"bom-ref,omitempty"`
	Name       string         `json:"name"`
	Version    string         `json:"version,omitempty"`
	Hashes     []cdxHash      `json:"hashes,omitempty"`
	Licences   []cdxLicence   `json:"licenses,omitempty"`
	PackageURL string         `json:"purl,omitempty"`
	Pedigree   *cdxPedigree   `json:"pedigree,omitempty"`
	References []cdxReference `json:"externalReferences,omitempty"`
	Properties []cdxProperty  `json:"properties,omitempty"`
}

type cdxHash struct {
	Algorithm string `json:"alg"`
	Content   string `json:"content"`
}

type cdxLicence struct {
	Expression string `json:"expression"`
}

type cdxReference struct {
	Type string `json:"type"`
	URL  string `json:"url"`
}

type cdxPedigree struct {
	Commits []cdxCommit `json:"commits,omitempty"`
	Patches []cdxPatch  `json:"patches,omitempty"`
}

type cdxCommit struct {
	ID  string `json:"uid"`
	URL string `json:"url,omitempty"`
}

type cdxPatch struct {
	Type     string     `json:"type"`
	Diff     *cdxDiff   `json:"diff,omitempty"`
	Resolves []cdxIssue `json:"resolves,omitempty"`
}

type cdxDiff struct {
	URL string `json:"url"`
}

type cdxIssue struct {
	Type string `json:"type"`
	ID   string `json:"id"`
}

type cdxProperty struct {
	Name  string `json:"name"`
	Value string `json:"value"`
}

type cdxDependency struct {
	Ref string   `json:"ref"`
	On  []string `json:"dependsOn,omitempty"`
}
