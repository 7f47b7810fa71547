package containers

import "strconv"

// SPDX returns the bill as SPDX 2.3 in JSON (spdx.github.io/spdx-spec/v2.3): the
// stack contains its materials, and a patch is a package of its own that is a
// PATCH_FOR its source, with the digests of its file and what was said about it.
func SPDX(b Bill) ([]byte, error) {
	const root = "SPDXRef-stack"
	doc := spdxDocument{
		Version: "SPDX-2.3", DataLicense: "CC0-1.0", ID: "SPDXRef-DOCUMENT", Name: b.Name,
		Namespace: "https://spdx.org/spdxdocs/cairn-" + b.uuid("spdx"),
		Creation:  spdxCreation{Created: b.created(), Creators: []string{"Tool: cairn-" + orNoAssertion(b.Tool)}},
		Packages: []spdxPackage{{
			ID: root, Name: b.Name, Version: b.version(), Download: noAssertion,
			Concluded: noAssertion, Declared: noAssertion, Copyright: noAssertion,
			Comment: b.comment(),
		}},
		Relationships: []spdxRelationship{{"SPDXRef-DOCUMENT", "DESCRIBES", root}},
	}
	for i, m := range b.sorted() {
		id := "SPDXRef-material-" + strconv.Itoa(i+1)
		p := spdxPackage{
			ID: id, Name: m.Name, Version: m.Version, Download: m.origin(),
			Concluded: noAssertion, Declared: orNoAssertion(m.Licence), Copyright: noAssertion,
		}
		if !m.SHA256.IsZero() {
			p.Checksums = []spdxChecksum{{"SHA256", m.SHA256.Hex()}}
		}
		if m.PackageURL != "" {
			p.References = []spdxReference{{"PACKAGE-MANAGER", "purl", m.PackageURL}}
		}
		doc.Packages = append(doc.Packages, p)
		doc.Relationships = append(doc.Relationships, spdxRelationship{root, "CONTAINS", id})
		for j, patch := range m.Patches {
			patchID := id + "-patch-" + strconv.Itoa(j+1)
			doc.Packages = append(doc.Packages, patch.spdx(patchID))
			doc.Relationships = append(doc.Relationships, spdxRelationship{patchID, "PATCH_FOR", id})
		}
	}
	return document(doc)
}

func (b Bill) comment() string {
	if b.Lock.IsZero() {
		return ""
	}
	return "cairn lock " + b.Lock.String()
}

func (p PatchMaterial) spdx(id string) spdxPackage {
	return spdxPackage{
		ID: id, Name: p.Name, Download: orNoAssertion(p.URL),
		Concluded: noAssertion, Declared: noAssertion, Copyright: noAssertion,
		Checksums: []spdxChecksum{{"SHA256", p.SHA256.Hex()}},
		Comment:   p.story(),
	}
}

// The fields of SPDX 2.3 that a bill fills (clauses 6, 7 and 11).
type spdxDocument struct {
	Version       string             `json:"spdxVersion"`
	DataLicense   string             `json:"dataLicense"`
	ID            string             `json:"SPDXID"`
	Name          string             `json:"name"`
	Namespace     string             `json:"documentNamespace"`
	Creation      spdxCreation       `json:"creationInfo"`
	Packages      []spdxPackage      `json:"packages"`
	Relationships []spdxRelationship `json:"relationships"`
}

type spdxCreation struct {
	Created  string   `json:"created"`
	Creators []string `json:"creators"`
}

type spdxPackage struct {
	ID         string          `json:"SPDXID"`
	Name       string          `json:"name"`
	Version    string          `json:"versionInfo,omitempty"`
	Download   string          `json:"downloadLocation"`
	Analyzed   bool            `json:"filesAnalyzed"`
	Checksums  []spdxChecksum  `json:"checksums,omitempty"`
	Concluded  string          `json:"licenseConcluded"`
	Declared   string          `json:"licenseDeclared"`
	Copyright  string          `json:"copyrightText"`
	References []spdxReference `json:"externalRefs,omitempty"`
	Comment    string          `json:"comment,omitempty"`
}

type spdxChecksum struct {
	Algorithm string `json:"algorithm"`
	Value     string `json:"checksumValue"`
}

type spdxReference struct {
	Category string `json:"referenceCategory"`
	Type     string `json:"referenceType"`
	Locator  string `json:"referenceLocator"`
}

type spdxRelationship struct {
	From string `json:"spdxElementId"`
	Kind string `json:"relationshipType"`
	To   string `json:"relatedSpdxElement"`
}
