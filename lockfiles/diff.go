package lockfiles

import (
	"encoding/json"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// Change is one difference between two locks.
type Change struct {
	// What names the entry: "component.llama.patch.guardfix.tree", with "@variant "
	// before it where a variant differs from the stack itself.
	What string `json:"what"`
	// Old and New are empty where that lock lacks the entry.
	Old string `json:"old"`
	New string `json:"new"`
}

// Diff returns what differs from a to b, sorted by What. A nil lock is an empty one.
func Diff(a, b *Lock) []Change {
	before, after := flatten(a), flatten(b)
	names := slices.Collect(maps.Keys(before))
	for name := range after {
		if _, ok := before[name]; !ok {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	var changes []Change
	for _, name := range names {
		if before[name] != after[name] {
			changes = append(changes, Change{name, before[name], after[name]})
		}
	}
	return changes
}

// flatten lists all entries of a lock; of a variant only those that differ.
func flatten(l *Lock) map[string]string {
	out := map[string]string{}
	if l == nil {
		return out
	}
	out["layer_format"] = l.LayerFormat
	base := map[string]string{}
	for _, v := range l.Views {
		entries := flattenView(v)
		if v.Variant == "" {
			base = entries
			maps.Copy(out, entries)
			continue
		}
		for name, value := range entries {
			if base[name] != value {
				out["@"+v.Variant+" "+name] = value
			}
		}
		whole := map[string]bool{}
		for name := range entries {
			whole[owner(name)] = true
		}
		for name := range base {
			if _, ok := entries[name]; ok {
				continue
			}
			if of := owner(name); !whole[of] {
				name = of // all of it: another toolchain, say
			}
			out["@"+v.Variant+" "+name] = "none"
		}
	}
	return out
}

// owner is what an entry belongs to and comes and goes with: "toolchain.debian_12",
// "component.llama", "python"; of others the entry itself.
func owner(name string) string {
	parts := strings.SplitN(name, ".", 3)
	switch {
	case parts[0] == "python":
		return parts[0]
	case len(parts) == 3 && (parts[0] == "toolchain" || parts[0] == "component"):
		return parts[0] + "." + parts[1]
	}
	return name
}

func flattenView(v *View) map[string]string {
	out := map[string]string{}
	for _, a := range v.Attributes {
		out["definition."+a.Path] = a.Value
	}
	for i := range v.Components {
		flattenComponent(out, &v.Components[i])
	}
	for _, t := range v.Toolchains {
		at := "toolchain." + t.Name
		out[at+".kind"] = t.Kind
		out[at+".impure"] = strconv.FormatBool(t.Impure)
		put(out, at+".pending", t.Pending)
		for name, value := range t.BuildVariables {
			out[at+".build_variables."+name] = value
		}
		for name, value := range t.RunVariables {
			out[at+".run_variables."+name] = value
		}
		for _, r := range t.Releases {
			out[at+".release."+r.URL] = r.SHA256.String()
		}
		for _, p := range t.Packages {
			file := p.Version + " " + p.SHA256.String()
			if other, twice := out[at+".package."+p.Name]; twice { // a closure may hold two versions
				file = other + ", " + file
			}
			out[at+".package."+p.Name] = file
		}
	}
	flattenPython(out, v.Python)
	return out
}

func flattenComponent(out map[string]string, c *Component) {
	at := "component." + c.Name
	put(out, at+".git", c.Pin.Git)
	put(out, at+".embedded", c.Pin.Embedded)
	out[at+".commit"] = c.Source.Commit.String()
	out[at+".tree"] = c.Source.Tree.String()
	if len(c.Pin.Exclude) > 0 {
		text, err := json.Marshal(c.Pin.Exclude)
		if err != nil {
			panic(err) // a list of strings always encodes
		}
		out[at+".exclude"] = string(text)
	}
	for _, s := range c.Source.Submodules {
		out[at+".submodule."+s.Path+".url"] = s.URL
		out[at+".submodule."+s.Path+".commit"] = s.Commit.String()
		out[at+".submodule."+s.Path+".tree"] = s.Tree.String()
	}
	for i, p := range c.Patches {
		at := at + ".patch." + p.Name
		out[at+".place"] = strconv.Itoa(i + 1)
		out[at+".sha256"] = p.SHA256.String()
		if p.Skipped {
			out[at+".skipped"] = "true"
			continue
		}
		out[at+".decoded_sha256"] = p.DecodedSHA256.String()
		out[at+".tree"] = p.Tree.String()
	}
}

func put(out map[string]string, name, value string) {
	if value != "" {
		out[name] = value
	}
}
