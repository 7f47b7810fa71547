package patches

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"math"
	"slices"
	"unicode/utf8"
)

// Sizes of the picture, in pixels; a character of the font is as wide as svgChar.
const (
	svgChar    = 6.7
	svgBoxH    = 40.0
	svgGapX    = 90.0
	svgGapY    = 16.0
	svgMargin  = 24.0
	svgMaxName = 46
	svgLegend  = 34.0
)

// svgBox is where a node is drawn.
type svgBox struct{ x, y, w float64 }

// svgFrame is drawn round patches of which only one can be taken.
type svgFrame struct {
	svgBox
	h     float64
	nodes []int
}

func (f *svgFrame) holds(e *GraphEdge) bool {
	return slices.Contains(f.nodes, e.From) && slices.Contains(f.nodes, e.To)
}

func (f *svgFrame) svg() string {
	return fmt.Sprintf(`<rect x="%.1f" y="%.1f" width="%.1f" height="%.1f" rx="8" fill="#fdf3ec" stroke="%s" stroke-width="1.4" stroke-dasharray="5 3"/><text x="%.1f" y="%.1f" fill="%s">one of these</text>`+"\n",
		f.x, f.y, f.w, f.h, relationColors[Excludes], f.x+12, f.y+14, relationColors[Excludes])
}

func (b svgBox) left() (float64, float64)  { return b.x, b.y + svgBoxH/2 }
func (b svgBox) right() (float64, float64) { return b.x + b.w, b.y + svgBoxH/2 }

// svgLayout is where everything of a picture stands: boxes and their names by index, and
// how far it reaches without its legend.
type svgLayout struct {
	boxes         map[int]svgBox
	names         map[int]string
	frames        []svgFrame
	width, bottom float64
}

// boxWidth is what a node's box wants for its name.
func (l *svgLayout) boxWidth(n int) float64 {
	return 20 + svgChar*float64(utf8.RuneCountInString(l.names[n]))
}

// layOut places the columns beside each other, and below them, in rows, the patches that
// nothing is said of.
func (g *SeriesGraph) layOut() svgLayout {
	columns, alone := g.layers()
	l := svgLayout{boxes: map[int]svgBox{}, names: map[int]string{}, bottom: svgMargin}
	widest := 0.0
	for i := range g.Nodes {
		n := g.Nodes[i].Index
		name := []rune(fmt.Sprintf("%d  %s", n, shortName(g.Nodes[i].File)))
		if len(name) > svgMaxName {
			name = slices.Concat(name[:svgMaxName-16], []rune("…"), name[len(name)-15:])
		}
		l.names[n] = string(name)
		widest = max(widest, l.boxWidth(n))
	}
	x := svgMargin
	for _, column := range columns {
		w, y := 0.0, svgMargin
		for _, n := range column {
			w = max(w, l.boxWidth(n))
		}
		for _, run := range column.runs(g.Exclusive) {
			if len(run) > 1 {
				l.frames = append(l.frames, svgFrame{svgBox{x - 10, y, w + 20}, 30 + float64(len(run))*(svgBoxH+svgGapY) - svgGapY, run})
				y += 20
			}
			for _, n := range run {
				l.boxes[n] = svgBox{x, y, w}
				y += svgBoxH + svgGapY
			}
			if len(run) > 1 {
				y += 10
			}
		}
		l.bottom = max(l.bottom, y)
		x += w + svgGapX
		l.width = x
	}
	if len(alone) > 0 {
		perRow := max(1, int((max(l.width, 3*widest)-svgMargin)/(widest+svgGapY)))
		perRow = min(perRow, len(alone))
		for i, n := range alone {
			l.boxes[n] = svgBox{svgMargin + float64(i%perRow)*(widest+svgGapY), l.bottom + float64(i/perRow)*(svgBoxH+svgGapY), widest}
		}
		l.bottom += float64((len(alone)+perRow-1)/perRow) * (svgBoxH + svgGapY)
		l.width = max(l.width, svgMargin+float64(perRow)*(widest+svgGapY)+svgMargin)
	}
	l.width = max(l.width, 620)
	return l
}

// SVG is the graph as a picture of its own: what is needed stands left of what needs
// it; patches that nothing is said of stand below, in rows.
func (g *SeriesGraph) SVG() []byte {
	l := g.layOut()
	width, height := l.width, l.bottom+svgLegend
	var out bytes.Buffer
	fmt.Fprintf(&out, `<svg xmlns="http://www.w3.org/2000/svg" width="%.0f" height="%.0f" viewBox="0 0 %.0f %.0f" font-family="ui-monospace, 'DejaVu Sans Mono', monospace" font-size="11">`+"\n",
		width, height, width, height)
	out.WriteString("<title>Which patch needs which</title>\n<defs>\n")
	for _, relation := range []Relation{Needs, Ordered, Supersedes, Excludes} {
		fmt.Fprintf(&out, `<marker id="%s" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" markerHeight="7" orient="auto-start-reverse"><path d="M0 0L10 5L0 10z" fill="%s"/></marker>`+"\n",
			relation, relationColors[relation])
	}
	fmt.Fprintf(&out, "</defs>\n<rect width=\"%.0f\" height=\"%.0f\" fill=\"#ffffff\"/>\n", width, height)
	for _, f := range l.frames {
		out.WriteString(f.svg())
	}
	for i := range g.Edges {
		if e := &g.Edges[i]; e.Relation != Excludes || !slices.ContainsFunc(l.frames, func(f svgFrame) bool { return f.holds(e) }) {
			out.WriteString(e.svg(l.boxes))
		}
	}
	for i := range g.Nodes {
		out.WriteString(g.Nodes[i].svg(l.boxes[g.Nodes[i].Index], l.names[g.Nodes[i].Index]))
	}
	at := svgMargin
	for _, relation := range []Relation{Needs, Ordered, Supersedes, Excludes} {
		e := GraphEdge{Relation: relation}
		fmt.Fprintf(&out, `<path d="M%.1f %.1fH%.1f" %s/><text x="%.1f" y="%.1f" fill="#333333">%s</text>`+"\n", at, l.bottom+10, at+40, e.stroke(), at+48, l.bottom+14, relation)
		at += 48 + svgChar*float64(len(relation)) + 30
	}
	out.WriteString("</svg>\n")
	return out.Bytes()
}

// stroke is how an edge is drawn. What has no direction has no point.
func (e *GraphEdge) stroke() string {
	style := fmt.Sprintf(`fill="none" stroke="%s" stroke-width="1.4"`, relationColors[e.Relation])
	if e.Relation == Excludes || e.Relation == Supersedes {
		style += ` stroke-dasharray="5 3"`
	}
	if e.Relation != Excludes {
		style += fmt.Sprintf(` marker-end="url(#%s)"`, e.Relation)
	}
	return style
}

// svg draws the edge from the left of one box to the right of the other; between boxes
// of one column it goes round them on the right.
func (e *GraphEdge) svg(boxes map[int]svgBox) string {
	from, to := boxes[e.From], boxes[e.To]
	x1, y1 := from.left()
	x2, y2 := to.right()
	path := ""
	switch {
	case from.x == to.x:
		x1, y1 = from.right()
		bow := x1 + min(svgGapX*0.8, 18+math.Abs(y2-y1)/6)
		path = fmt.Sprintf("M%.1f %.1fC%.1f %.1f %.1f %.1f %.1f %.1f", x1, y1, bow, y1, bow, y2, x2, y2)
	case from.x < to.x:
		x1, y1 = from.right()
		x2, y2 = to.left()
		fallthrough
	default:
		middle := (x1 + x2) / 2
		path = fmt.Sprintf("M%.1f %.1fC%.1f %.1f %.1f %.1f %.1f %.1f", x1, y1, middle, y1, middle, y2, x2, y2)
	}
	return fmt.Sprintf("<path d=\"%s\" %s><title>%d %s %d</title></path>\n", path, e.stroke(), e.From, e.Relation, e.To)
}

// svg draws the node: its status is in words and in the colour of its frame.
func (n *GraphNode) svg(box svgBox, name string) string {
	frame := "#009e73"
	switch n.Status {
	case Clean, Offset:
	case Fuzzy, Landed, PartlyLanded:
		frame = "#e69f00"
	default:
		frame = "#d55e00"
	}
	return fmt.Sprintf(`<g><title>%s</title><rect x="%.1f" y="%.1f" width="%.1f" height="%.1f" rx="5" fill="#ffffff" stroke="%s" stroke-width="1.5"/><text x="%.1f" y="%.1f" fill="#111111">%s</text><text x="%.1f" y="%.1f" fill="#555555">%s</text></g>`+"\n",
		escapeXML(n.File), box.x, box.y, box.w, svgBoxH, frame, box.x+10, box.y+16, escapeXML(name), box.x+10, box.y+32, n.Status)
}

func escapeXML(text string) string {
	var out bytes.Buffer
	// Writing to a buffer does not fail.
	_ = xml.EscapeText(&out, []byte(text))
	return out.String()
}
