package suites

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"fmt"
	"html/template"
	"slices"
	"sync"
	"time"
)

// uPlot 1.6.32 (MIT, licence beside it and in each page) draws the charts.
//
//go:embed report_assets
var assets embed.FS

// Only a report needs these, and no other command waits for them.
var (
	pageScript = sync.OnceValue(func() template.JS {
		return template.JS("/*\n" + asset("uplot/LICENSE") + "*/\n" + asset("uplot/uPlot.iife.min.js") + "\n" + asset("page.js"))
	})
	pageStyle = sync.OnceValue(func() template.CSS {
		return template.CSS(asset("uplot/uPlot.min.css") + "\n" + asset("page.css"))
	})
	pageRules = sync.OnceValue(func() string {
		return fmt.Sprintf("default-src 'none'; script-src '%s'; style-src '%s'; img-src data:; base-uri 'none'; form-action 'none'",
			sourceHash(string(pageScript())), sourceHash(string(pageStyle())))
	})
	pageTemplate = sync.OnceValue(func() *template.Template {
		return template.Must(template.New("page.html").Funcs(pageWords).ParseFS(assets, "report_assets/page.html"))
	})
)

func asset(name string) string {
	data, err := assets.ReadFile("report_assets/" + name)
	if err != nil {
		panic(err) // the binary carries it
	}
	return string(data)
}

// sourceHash names a script or style for the page's Content-Security-Policy (CSP
// level 3, section 2.3.1), so that nothing else on the page can run.
func sourceHash(content string) string {
	sum := sha256.Sum256([]byte(content))
	return "sha256-" + base64.StdEncoding.EncodeToString(sum[:])
}

// pageWords are the functions that the template may call.
var pageWords = template.FuncMap{
	"number": number,
	"short":  short,
	"many":   many,
	"rate":   rateWord,
	"word":   standingKey,
	"time":   func(t time.Time) string { return t.UTC().Format("2006-01-02 15:04 UTC") },
	"stamp":  func(t time.Time) string { return t.UTC().Format(time.RFC3339) },
	"signed": func(v float64) string { return fmt.Sprintf("%+.1f %%", v) },
}

// HTML returns the report as one page that needs nothing else: no network, and
// without scripts every figure is still in its tables.
func (r Report) HTML() ([]byte, error) {
	var out bytes.Buffer
	if err := pageTemplate().Execute(&out, r.page()); err != nil {
		return nil, fmt.Errorf("write report of %s: %w", r.Workspace, err)
	}
	return out.Bytes(), nil
}

// page is what the template shows.
type page struct {
	Report
	Script    template.JS
	Style     template.CSS
	Rules     string
	Marks     []mark
	Lanes     []pageLane
	Best      []pageEntry
	Stacks    []pageStack
	Records   []pageRecord
	Verdicts  []pageVerdict
	Obstacles []obstacle
	Locked    int
	Unplotted int
	Chart     chart
}

type pageLane struct {
	Name    string
	Entries []pageEntry
	Counts  []count
	Top     *pageEntry // the fastest best one
	Plotted int
	Index   int
}

type pageEntry struct {
	LaneEntry
	Anchor  string
	Shape   string
	Others  []namedRate
	Remarks []string
	More    []fact
}

type fact struct {
	Name   string
	Values []string
}

type namedRate struct {
	Name  string
	Value float64
}

type count struct {
	Word string
	N    int
}

type pageStack struct {
	StackSummary
	LockWord   string
	Components []pageComponent
	Grade      grade
	Anchor     string
}

type pageComponent struct {
	ComponentSummary
	Series string
	Grade  grade
	Graded []gradedPatch
}

type gradedPatch struct {
	PatchSummary
	Grade grade
	Word  string
}

type pageRecord struct {
	NamedRecord
	Passed int
	Lines  []string
	Host   string
}

type pageVerdict struct {
	Judgement
	Ruler *ruler
}

func (r Report) page() page {
	p := page{
		Report: r, Script: pageScript(), Style: pageStyle(), Rules: pageRules(), Marks: marks,
		Obstacles: r.obstacles(), Chart: newChart(),
	}
	for _, lane := range Lanes(r.Figures) {
		p.Lanes = append(p.Lanes, newPageLane(lane))
	}
	// Lanes with a best figure come first, the fastest on top: what a reader came for.
	slices.SortStableFunc(p.Lanes, func(a, b pageLane) int { return cmp.Compare(b.topRate(), a.topRate()) })
	n := 0
	for i := range p.Lanes {
		lane := &p.Lanes[i]
		lane.Index = i
		for k := range lane.Entries {
			n++
			e := &lane.Entries[k]
			e.Anchor = fmt.Sprintf("r%d", n)
			if p.Chart.add(i, *e) {
				lane.Plotted++
			}
			if e.Best {
				p.Best = append(p.Best, *e)
			}
		}
		p.Chart.Lanes = append(p.Chart.Lanes, cmp.Or(lane.Name, "no lane"))
	}
	p.Unplotted = len(r.Figures) - len(p.Chart.Points)
	for i, s := range r.Stacks {
		p.Stacks = append(p.Stacks, newPageStack(s, i))
		if !s.Lock.IsZero() {
			p.Locked++
		}
	}
	for _, named := range r.Records {
		p.Records = append(p.Records, newPageRecord(named))
	}
	for _, j := range r.Judgements {
		v := pageVerdict{Judgement: j}
		if len(j.Comparisons) > 0 {
			v.Ruler = newRuler(j.Comparisons[0])
		}
		p.Verdicts = append(p.Verdicts, v)
	}
	return p
}

func newPageLane(lane Lane) pageLane {
	l := pageLane{Name: lane.Name}
	counts := map[string]int{}
	for _, e := range lane.Entries {
		counts[standingKey(e.Standing)]++
		shown := pageEntry{LaneEntry: e, Shape: e.shape(), Remarks: e.remarks(), More: e.facts()}
		for _, name := range []string{outputRate, totalRate, promptRate} {
			if v, ok := e.Metrics[name]; ok && name != e.Metric {
				shown.Others = append(shown.Others, namedRate{name, v})
			}
		}
		l.Entries = append(l.Entries, shown)
		if e.Best && e.Rate > l.topRate() {
			l.Top = &shown
		}
	}
	for _, word := range append(slices.Clone(standings), "other") {
		if counts[word] > 0 {
			l.Counts = append(l.Counts, count{word, counts[word]})
		}
	}
	return l
}

// facts are the conditions that few readers open.
func (f Figure) facts() (all []fact) {
	add := func(name string, values ...string) {
		if values = slices.DeleteFunc(slices.Clone(values), func(v string) bool { return v == "" }); len(values) > 0 {
			all = append(all, fact{name, values})
		}
	}
	add("Stack", f.Stack)
	add("Model", f.Model)
	add("Engine", f.Engine)
	add("Hardware", f.Hardware)
	if f.Context > 0 {
		add("Context", many(f.Context, "token", "tokens"))
	}
	add("Gates", f.Gates...)
	add("Sources", f.Sources...)
	return all
}

func (l pageLane) topRate() float64 {
	if l.Top == nil {
		return 0
	}
	return l.Top.Rate
}

func newPageStack(s StackSummary, i int) pageStack {
	shown := pageStack{StackSummary: s, LockWord: s.lockWord(), Grade: gradeGood, Anchor: stackAnchor(i)}
	for _, c := range s.Components {
		component := pageComponent{ComponentSummary: c, Series: c.series(), Grade: c.worst()}
		for _, p := range c.Patches {
			component.Graded = append(component.Graded, gradedPatch{p, p.grade(), p.word()})
		}
		shown.Components = append(shown.Components, component)
	}
	return shown
}

func newPageRecord(named NamedRecord) pageRecord {
	shown := pageRecord{NamedRecord: named, Host: named.Record.Host.line()}
	passed, _ := gatesOf(named.Record)
	shown.Passed = len(passed)
	for _, m := range named.Record.Throughput {
		shown.Lines = append(shown.Lines, m.Suite+": "+m.line())
	}
	return shown
}
