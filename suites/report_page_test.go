package suites

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"io"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

func TestEveryFigureIsInTheTables(t *testing.T) {
	t.Parallel()
	out, err := sample().HTML()
	if err != nil {
		t.Fatal(err)
	}
	body, _, _ := strings.Cut(string(out), `<script type="application/json"`)
	for _, want := range []string{">49.00<", ">50.00<", ">70.00<", ">40.00<", ">5.000<", "no figure", "f5", "token 0 throughout", "1 result without a date", "2 results without", "not-reproduced", "no mirror has it", "never written down", "2 packages pending", "locked", "not locked", "1 left out"} {
		if found := strings.Contains(body, want); found == (want == "1 result without a date") {
			t.Errorf("%q: found is %v", want, found)
		}
	}
	for _, want := range []string{"<main", "<nav aria-label", `lang="en"`, `scope="col"`, `scope="row"`, "<noscript>", `name="viewport"`} {
		if !strings.Contains(body, want) {
			t.Errorf("lacks %s", want)
		}
	}
	if ids := regexp.MustCompile(` id="([^"]+)"`).FindAllStringSubmatch(body, -1); len(ids) > 0 {
		seen := map[string]bool{}
		for _, id := range ids {
			if seen[id[1]] {
				t.Errorf("id %s is used twice", id[1])
			}
			seen[id[1]] = true
		}
		for _, link := range regexp.MustCompile(`href="#([^"]*)"`).FindAllStringSubmatch(body, -1) {
			if !seen[link[1]] {
				t.Errorf("nothing has the id %q", link[1])
			}
		}
	}
}

func TestLanesWithABestFigureComeFirst(t *testing.T) {
	t.Parallel()
	p := Report{Figures: []Figure{
		figure("1", "2026-05-01", "a", "negative", 90), figure("2", "2026-05-01", "b", "accepted", 40), figure("3", "2026-05-01", "c", "accepted", 50),
	}}.page()
	var got []string
	for i, lane := range p.Lanes {
		got = append(got, lane.Name)
		if lane.Index != i || p.Chart.Lanes[i] != lane.Name {
			t.Errorf("lane %s has index %d of %q", lane.Name, lane.Index, p.Chart.Lanes)
		}
	}
	if want := []string{"c", "b", "a"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if len(p.Best) != 2 || p.Best[0].ID != "3" || p.Best[0].Anchor != "r1" {
		t.Errorf("got %+v", p.Best)
	}
}

func TestSeriesInWords(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		patches []PatchSummary
		words   string
		grade   grade
	}{
		{nil, "no patches", gradeGood},
		{[]PatchSummary{{Status: "clean"}}, "1 patch: 1 clean", gradeGood},
		{[]PatchSummary{{Status: "clean"}, {Standing: "negative"}, {Status: "clean"}}, "3 patches: 2 clean, 1 left out", gradeGood},
		{[]PatchSummary{{Status: "clean"}, {Standing: "promoted"}}, "2 patches: 1 clean, 1 not tried", gradeNone},
		{[]PatchSummary{{Status: "landed"}, {Status: "offset"}}, "2 patches: 1 landed, 1 offset", gradeNote},
		{[]PatchSummary{{Status: "fuzzy"}, {Status: "partly-landed", Standing: "negative"}}, "2 patches: 1 fuzzy, 1 partly-landed", gradeBad},
		{[]PatchSummary{{Status: "a status of next year"}}, "1 patch: 1 a status of next year", gradeBad},
	} {
		c := ComponentSummary{Patches: test.patches}
		if c.series() != test.words || c.worst() != test.grade {
			t.Errorf("got %q, %s; want %q, %s", c.series(), c.worst(), test.words, test.grade)
		}
	}
}

// hostile puts text into everything that a report shows.
func hostile(text string) Report {
	f := Figure{
		ID: text, Date: "2026-05-01", Lane: text, Stack: text, Standing: text, Prompt: 1, Output: 1, Metrics: map[string]float64{outputRate: 1, text: 2},
		Model: text, Engine: text, Hardware: text, Gates: []string{text}, Caveat: text, Notes: text, Sources: []string{text},
	}
	day := f
	day.Date, day.Standing = text, "accepted"
	record := judged(50, 51)
	record.Stack, record.Outcome, record.Failure, record.Host.OS, record.Throughput[0].Suite = text, Outcome(text), text, text, text
	record.Gates[0].Gate, record.Blocked = text, []Blocked{{Suite: text, Reasons: []string{text}}}
	j := Judge(judged(50, 51), target(50), threeB70, twoInHund)
	j.Result, j.Stack, j.Reasons, j.Verified, j.Tolerance.Source, j.Comparisons[0].Metric = text, text, []string{text}, []string{text}, text, text
	strange := j
	strange.Verdict = Verdict(text)
	return Report{
		Workspace: text, Version: text, Figures: []Figure{f, day}, Records: []NamedRecord{{text, record}}, Judgements: []Judgement{j, strange},
		Stacks: []StackSummary{{Ref: text, Description: text, Stale: []string{text}, Unknown: []string{text}, Blocked: []string{text}, Components: []ComponentSummary{
			{Name: text, Upstream: text, Revision: text, Tree: text, Problem: text, Patches: []PatchSummary{{text, text, text, text}}},
		}}},
	}
}

const attack = `</script></style></title><script>document.title="pwned"</script><img src="http://leak.example/a.png" onerror="document.title='pwned'">'"` + "`|\x01\u2028<!--"

func TestHostileLabels(t *testing.T) {
	t.Parallel()
	quiet, err := hostile("label").HTML()
	if err != nil {
		t.Fatal(err)
	}
	loud, err := hostile(attack).HTML()
	if err != nil {
		t.Fatal(err)
	}
	// What is markup does not depend on the labels.
	tags := func(page []byte) map[string]int {
		n := map[string]int{}
		for _, tag := range regexp.MustCompile(`<(/?[a-zA-Z!][a-zA-Z-]*)`).FindAllSubmatch(page, -1) {
			n[string(tag[1])]++
		}
		return n
	}
	if got, want := tags(loud), tags(quiet); fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("got tags %v, want %v", got, want)
	}
	if bytes.Contains(loud, []byte(`onerror="`)) || bytes.Contains(loud, []byte("<img")) {
		t.Error("a label became markup")
	}
	data := between(t, string(loud), `<script type="application/json" id="data">`, "</script>")
	var drawn chart
	if err := json.Unmarshal([]byte(data), &drawn); err != nil {
		t.Errorf("chart data: %v", err)
	} else if !slices.Contains(drawn.Lanes, attack) {
		t.Errorf("got lanes %q", drawn.Lanes)
	}
	out, err := hostile(attack).JUnit()
	if err != nil {
		t.Fatal(err)
	}
	for decoder := xml.NewDecoder(bytes.NewReader(out)); ; {
		if _, err := decoder.Token(); err == io.EOF {
			break
		} else if err != nil {
			t.Fatal(err)
		}
	}
	if out := hostile(attack).Markdown(); bytes.Contains(bytes.ReplaceAll(out, []byte(`\<`), nil), []byte("<")) {
		t.Errorf("Markdown lets a tag through: %s", out)
	}
}

func between(t *testing.T, text, from, to string) string {
	t.Helper()
	_, rest, ok := strings.Cut(text, from)
	inner, _, end := strings.Cut(rest, to)
	if !ok || !end {
		t.Fatalf("nothing between %s and %s", from, to)
	}
	return inner
}

func TestPolicyAllowsWhatThePageCarries(t *testing.T) {
	t.Parallel()
	out, err := sample().HTML()
	if err != nil {
		t.Fatal(err)
	}
	page := strings.ReplaceAll(string(out), "&#39;", "'")
	page = strings.ReplaceAll(page, "&#43;", "+")
	hash := func(from, to string) string {
		sum := sha256.Sum256([]byte(between(t, string(out), from, to)))
		return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
	}
	for _, want := range []string{
		"script-src " + hash("<script>", "</script>"),
		"style-src " + hash("<style>", "</style>"),
		"default-src 'none'",
	} {
		if !strings.Contains(page, want) {
			t.Errorf("lacks %s", want)
		}
	}
	if strings.Contains(page, " style=") || strings.Contains(page, " onclick") {
		t.Error("an attribute that the policy forbids")
	}
	if !strings.Contains(page, "The MIT License") || !strings.Contains(page, "Copyright (c) 2022 Leon Sorokin") {
		t.Error("uPlot's licence is missing")
	}
}

// Contrast as WCAG 2.2 asks for: 4.5 for text (1.4.3), 3 for graphics (1.4.11).
func TestContrast(t *testing.T) {
	t.Parallel()
	css := asset("page.css")
	light := colours(css[:strings.Index(css, "@media")])
	dark := colours(css[strings.Index(css, "@media"):strings.Index(css, "*, *::before")])
	for mode, c := range map[string]map[string]float64{"light": light, "dark": dark} {
		if len(c) < 16 {
			t.Fatalf("%s: read only %d colours", mode, len(c))
		}
		for _, ground := range []string{"ground", "card"} {
			for _, text := range []string{"ink", "dim", "link", "accepted", "suspect", "negative", "historical", "superseded"} {
				if got := ratio(c[text], c[ground]); got < 4.5 {
					t.Errorf("%s: %s on %s has %.2f", mode, text, ground, got)
				}
			}
			for _, mark := range []string{"diagnostic", "other", "best"} {
				if got := ratio(c[mark], c[ground]); got < 3 {
					t.Errorf("%s: %s on %s has %.2f", mode, mark, ground, got)
				}
			}
		}
	}
}

// colours reads custom properties and gives their relative luminance.
func colours(css string) map[string]float64 {
	found := map[string]float64{}
	for _, m := range regexp.MustCompile(`--([a-z]+): #([0-9a-f]+);`).FindAllStringSubmatch(css, -1) {
		hex := m[2]
		if len(hex) == 3 {
			hex = strings.Join([]string{hex[:1], hex[:1], hex[1:2], hex[1:2], hex[2:], hex[2:]}, "")
		}
		sum := 0.0
		for i, weight := range []float64{0.2126, 0.7152, 0.0722} {
			n, _ := strconv.ParseUint(hex[2*i:2*i+2], 16, 8)
			v := float64(n) / 255
			if v <= 0.04045 {
				v /= 12.92
			} else {
				v = math.Pow((v+0.055)/1.055, 2.4)
			}
			sum += weight * v
		}
		found[m[1]] = sum
	}
	return found
}

func ratio(a, b float64) float64 { return (max(a, b) + 0.05) / (min(a, b) + 0.05) }
