package suites

import (
	"fmt"
	"math"
	"time"
)

// mark is a sign beside a word: colour alone says nothing.
type mark struct {
	Word string `json:"word"`
	// Path is SVG path data in a box of 16 by 16, for the page and for its charts.
	Path string `json:"path"`
	// Line: the path is stroked, not filled.
	Line bool `json:"line,omitempty"`
}

// marks are the signs of standings, then of verdicts and grades.
var marks = []mark{
	{Word: "accepted", Path: "M8 1.6A6.4 6.4 0 1 1 8 14.4A6.4 6.4 0 1 1 8 1.6Z"},
	{Word: "historical", Path: "M8 1L15 8L8 15L1 8Z"},
	{Word: "superseded", Path: "M8 2L15 14H1Z"},
	{Word: "diagnostic", Path: "M2.4 2.4H13.6V13.6H2.4Z"},
	{Word: "suspect", Path: "M1 2H15L8 14Z"},
	{Word: "negative", Path: "M3 3L13 13M13 3L3 13", Line: true},
	{Word: "other", Path: "M4.4 1.8H11.6L15.2 8L11.6 14.2H4.4L.8 8Z"},
	{Word: "best", Path: "M8 .8L10.2 5.6L15.4 6.2L11.5 9.7L12.6 14.9L8 12.3L3.4 14.9L4.5 9.7L.6 6.2L5.8 5.6Z"},
	{Word: "reproduced", Path: "M2.2 8.6L6.4 12.8L14 4", Line: true},
	{Word: "verified", Path: "M8 2.2A5.8 5.8 0 1 1 8 13.8A5.8 5.8 0 1 1 8 2.2M5.2 8.2L7.4 10.4L11 6", Line: true},
	{Word: "not-reproduced", Path: "M3 3L13 13M13 3L3 13", Line: true},
	{Word: "quality-failed", Path: "M8 2L15 14.2H1ZM8 6.4V10M8 12V12.2", Line: true},
	{Word: "blocked", Path: "M8 2A6 6 0 1 1 8 14A6 6 0 1 1 8 2M3.8 12.2L12.2 3.8", Line: true},
	{Word: "good", Path: "M2.2 8.6L6.4 12.8L14 4", Line: true},
	{Word: "note", Path: "M8 2V9.4M8 12.6V13", Line: true},
	{Word: "bad", Path: "M3 3L13 13M13 3L3 13", Line: true},
	{Word: "none", Path: "M3 8H13", Line: true},
}

// chart is what the page's script reads: columns, to be small.
type chart struct {
	Marks  []mark   `json:"marks"` // of the standings
	Lanes  []string `json:"lanes"`
	Points []point  `json:"points"`
}

type point struct {
	Day    int64   `json:"d"` // days since 1970-01-01
	Rate   float64 `json:"y"`
	Mark   int     `json:"m"` // index into marks
	Lane   int     `json:"l"`
	Best   bool    `json:"b,omitempty"`
	Shape  string  `json:"s,omitempty"`
	Note   string  `json:"n,omitempty"`
	Anchor string  `json:"a"`
}

func newChart() chart {
	return chart{Marks: marks[:len(standings)+1], Lanes: []string{}, Points: []point{}}
}

// add plots an entry that has a date and an output rate, and reports whether it did.
func (c *chart) add(lane int, e pageEntry) bool {
	date, err := time.Parse("2006-01-02", e.Date)
	if err != nil || e.Metric != outputRate || math.IsNaN(e.Rate) || math.IsInf(e.Rate, 0) {
		return false
	}
	p := point{Day: date.Unix() / 86400, Rate: e.Rate, Lane: lane, Best: e.Best, Shape: e.Shape, Anchor: e.Anchor}
	for i, m := range c.Marks {
		if m.Word == standingKey(e.Standing) {
			p.Mark = i
		}
	}
	if len(e.Remarks) > 0 {
		p.Note = e.Remarks[0]
	}
	c.Points = append(c.Points, p)
	return true
}

// ruler shows a comparison as two bars on one scale, in a box 300 wide.
type ruler struct {
	BandX, BandWidth         string
	IntervalX, IntervalWidth string
	TargetX, MeanX           string
	Label                    string
}

func newRuler(c Comparison) *ruler {
	low, high := min(c.Band.Low, c.Interval.Low, c.Mean), max(c.Band.High, c.Interval.High, c.Mean)
	margin := (high - low) * 0.08
	low, high = low-margin, high+margin
	if !(high > low) || math.IsInf(high-low, 0) {
		return nil // a target of 0 that was measured as 0: there is nothing to draw
	}
	at := func(v float64) float64 { return 300 * (v - low) / (high - low) }
	text := func(v float64) string { return fmt.Sprintf("%.1f", v) }
	return &ruler{
		BandX: text(at(c.Band.Low)), BandWidth: text(max(at(c.Band.High)-at(c.Band.Low), 1)),
		IntervalX: text(at(c.Interval.Low)), IntervalWidth: text(max(at(c.Interval.High)-at(c.Interval.Low), 1)),
		TargetX: text(at(c.Target)), MeanX: text(at(c.Mean)),
		Label: c.String(),
	}
}
