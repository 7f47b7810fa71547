package patches

import (
	"bytes"
	"fmt"
	"path"
	"strconv"
	"strings"
)

// Text is the graph as lines: what each patch needs, what must not be stacked or has an
// order, and how many pairs commute.
func (g *SeriesGraph) Text() string {
	var out strings.Builder
	width := 0
	for i := range g.Nodes {
		width = max(width, len(g.Nodes[i].File))
	}
	for i := range g.Nodes {
		n := &g.Nodes[i]
		line := fmt.Sprintf("%4d  %-*s  %-9s", n.Index, width, n.File, n.Status)
		if len(n.Needs) > 0 {
			line += "  needs " + numbers(n.Needs)
			if len(n.Ancestors) > len(n.Needs) {
				line += " (with " + numbers(n.Ancestors) + ")"
			}
		}
		out.WriteString(strings.TrimRight(line, " ") + "\n")
		if n.Fault != nil {
			fmt.Fprintf(&out, "      %s\n", n.Fault.Message)
		}
	}
	for i := range g.Edges {
		e := &g.Edges[i]
		verb := map[Relation]string{Ordered: "goes after", Supersedes: "supersedes", Excludes: "excludes"}[e.Relation]
		if verb == "" || e.Relation == Excludes && g.together(e) {
			continue
		}
		fmt.Fprintf(&out, "%4d  %s %d  (%s)  %s\n", e.From, verb, e.To, strings.Join(e.Evidence, ", "), strings.Join(e.Paths, " "))
	}
	for _, set := range g.Exclusive {
		fmt.Fprintf(&out, "      only one can be taken of %s: they change the same places\n", numbers(set))
	}
	tried := 0
	for i := range g.Pairs {
		if g.Pairs[i].Tree != "" {
			tried++
		}
	}
	fmt.Fprintf(&out, "%s: %d in files of their own, %d tried in both orders\n", counted(len(g.Pairs), "pair commutes", "pairs commute"), len(g.Pairs)-tried, tried)
	if g.Stack {
		out.WriteString("all apply one on the other, in this order\n")
	} else {
		out.WriteString("they do not all apply one on the other, in this order\n")
	}
	return out.String()
}

func counted(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return strconv.Itoa(n) + " " + many
}

func numbers(list []int) string {
	text := make([]string, len(list))
	for i, n := range list {
		text[i] = strconv.Itoa(n)
	}
	return strings.Join(text, ", ")
}

// relationColors are told apart by people who do not see red and green alike, too
// (Okabe and Ito's palette).
var relationColors = map[Relation]string{Needs: "#333333", Ordered: "#0072b2", Supersedes: "#cc79a7", Excludes: "#d55e00"}

// DOT is the graph in Graphviz's language.
func (g *SeriesGraph) DOT() []byte {
	var out bytes.Buffer
	out.WriteString("digraph series {\n  rankdir=RL;\n  node [shape=box, fontname=\"monospace\"];\n")
	for i := range g.Nodes {
		n := &g.Nodes[i]
		fmt.Fprintf(&out, "  n%d [label=%s];\n", n.Index, dotString(fmt.Sprintf("%d  %s\n%s", n.Index, shortName(n.File), n.Status)))
	}
	for i := range g.Edges {
		e := &g.Edges[i]
		style := ""
		if e.Relation == Excludes || e.Relation == Supersedes {
			style = ", style=dashed, constraint=false"
			if e.Relation == Excludes {
				style += ", dir=none"
			}
		}
		fmt.Fprintf(&out, "  n%d -> n%d [label=%s, color=%s%s];\n", e.From, e.To, dotString(string(e.Relation)), dotString(relationColors[e.Relation]), style)
	}
	out.WriteString("}\n")
	return out.Bytes()
}

// dotString quotes a string as Graphviz's language wants it: only quotes need it, and
// backslashes, which are escapes in labels.
func dotString(s string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`).Replace(s) + `"`
}

// shortName is a patch file's name without folders and without what every one ends in.
func shortName(file string) string {
	name := path.Base(file)
	for _, end := range []string{".b64", ".gz", ".zst", ".xz", ".bz2", ".patch", ".diff"} {
		name = strings.TrimSuffix(name, end)
	}
	return name
}
