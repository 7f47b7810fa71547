package builder

import (
	"fmt"
	"strings"

	"cairn/builder/store"

	"github.com/hashicorp/hcl/v2"
)

// Reason is one thing that moved since the last record of the same action name.
type Reason struct {
	Input string `json:"input"` // `patch "fast-kernel"`, "option GGML_SYCL", "toolchain"; "never built" stands alone
	Was   string `json:"was,omitempty"`
	Now   string `json:"now,omitempty"`
	// Attribute is where the definition says it, "file:line"; empty if nowhere.
	Attribute string `json:"attribute,omitempty"`
}

// why compares what is known of the action with its last record.
func (a *Action) why() []Reason {
	if a.last == nil {
		return []Reason{{Input: "never built"}}
	}
	var reasons []Reason
	steps := false
	was, now := index(a.last.Inputs), index(a.Inputs)
	for _, in := range union(a.Inputs, a.last.Inputs) {
		if was[in] == now[in] || a.State == Waits && strings.HasPrefix(in, "dependency ") && now[in] == "" {
			continue
		}
		switch {
		case in == "source":
			reasons = append(reasons, a.whySource(was[in], now[in])...)
		case strings.HasPrefix(in, "step "):
			steps = true
		default:
			reasons = append(reasons, Reason{Input: in, Was: was[in], Now: now[in], Attribute: a.attribute(in)})
		}
	}
	if steps && len(reasons) == 0 { // otherwise it follows from what is named
		reasons = append(reasons, Reason{Input: "commands", Attribute: position(a.build.Range)})
	}
	if len(reasons) == 0 && a.State == Ready {
		reasons = append(reasons, Reason{Input: "output", Was: a.last.Output.String(), Now: "no longer in the store"})
	}
	return reasons
}

// whySource names what made the patched tree another one: a patch or the revision,
// as far as the definition tells.
func (a *Action) whySource(was, now string) []Reason {
	var reasons []Reason
	before, after := index(a.last.Origins), index(a.origins())
	for _, name := range union(a.origins(), a.last.Origins) {
		if before[name] != after[name] {
			reasons = append(reasons, Reason{Input: name, Was: before[name], Now: after[name], Attribute: a.attribute(name)})
		}
	}
	if len(reasons) == 0 {
		reasons = append(reasons, Reason{Input: "source", Was: was, Now: now, Attribute: position(a.component.Source.Range)})
	}
	return reasons
}

// origins are what the definition says about the source. They explain the tree's
// digest; they are no part of the key.
func (a *Action) origins() []store.Input {
	origins := []store.Input{{Name: "revision", Value: a.component.Source.Revision.String()}}
	for _, patch := range a.component.Patches {
		origins = append(origins, store.Input{Name: fmt.Sprintf("patch %q", patch.Name), Value: patch.SHA256.String()})
	}
	return origins
}

// attribute returns where the definition says an input.
func (a *Action) attribute(name string) string {
	for _, patch := range a.component.Patches {
		if name == fmt.Sprintf("patch %q", patch.Name) {
			return position(patch.Range)
		}
	}
	kind, _, _ := strings.Cut(name, " ")
	switch kind {
	case "revision", "source", "patch":
		if name != kind && kind == "source" { // of another component
			return position(a.build.Range)
		}
		return position(a.component.Source.Range)
	case "option", "isa", "targets", "variable", "install", "directory", "version":
		return position(a.build.Range)
	case "toolchain":
		return position(a.build.Toolchain.Range)
	}
	return ""
}

func position(r hcl.Range) string {
	if r.Filename == "" {
		return ""
	}
	return fmt.Sprintf("%s:%d", r.Filename, r.Start.Line)
}

func index(inputs []store.Input) map[string]string {
	values := make(map[string]string, len(inputs))
	for _, in := range inputs {
		values[in.Name] = in.Value
	}
	return values
}

// union returns the names of both lists, those of the first in its order first.
func union(a, b []store.Input) []string {
	seen := map[string]bool{}
	var names []string
	for _, list := range [][]store.Input{a, b} {
		for _, in := range list {
			if !seen[in.Name] {
				seen[in.Name] = true
				names = append(names, in.Name)
			}
		}
	}
	return names
}
