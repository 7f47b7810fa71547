package suites

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"strings"
	"time"
)

// The JUnit layout that CI systems read (the windyroad and Jenkins schemas agree on
// these elements and attributes).
type (
	junitReport struct {
		XMLName  xml.Name     `xml:"testsuites"`
		Name     string       `xml:"name,attr"`
		Tests    int          `xml:"tests,attr"`
		Failures int          `xml:"failures,attr"`
		Skipped  int          `xml:"skipped,attr"`
		Suites   []junitSuite `xml:"testsuite"`
	}
	junitSuite struct {
		Name      string      `xml:"name,attr"`
		Tests     int         `xml:"tests,attr"`
		Failures  int         `xml:"failures,attr"`
		Errors    int         `xml:"errors,attr"`
		Skipped   int         `xml:"skipped,attr"`
		Time      string      `xml:"time,attr"`
		Timestamp string      `xml:"timestamp,attr"`
		Cases     []junitCase `xml:"testcase"`
		seconds   float64
	}
	junitCase struct {
		Class   string      `xml:"classname,attr"`
		Name    string      `xml:"name,attr"`
		Time    string      `xml:"time,attr"`
		Failure *junitWords `xml:"failure"`
		Skipped *junitWords `xml:"skipped"`
		Output  string      `xml:"system-out,omitempty"`
	}
	junitWords struct {
		Message string `xml:"message,attr"`
		Type    string `xml:"type,attr,omitempty"`
		Text    string `xml:",chardata"`
	}
)

// JUnit returns the report as JUnit XML, for CI: a suite per stack with its patches,
// one per record with its gates and figures, and one of the reproductions.
// Reproduced and verified pass, blocked is skipped, all else fails. Historical
// figures are no tests and are not in it.
func (r Report) JUnit() ([]byte, error) {
	all := junitReport{Name: "cairn " + r.Workspace}
	for _, stack := range r.Stacks {
		all.add(r.junitStack(stack))
	}
	for _, named := range r.Records {
		all.add(junitRecord(named))
	}
	if len(r.Judgements) > 0 {
		suite := junitSuite{Name: "reproduce", Timestamp: junitTime(r.Generated)}
		for _, j := range r.Judgements {
			suite.add(junitJudgement(j), 0)
		}
		all.add(suite)
	}
	var out bytes.Buffer
	out.WriteString(xml.Header)
	encoder := xml.NewEncoder(&out)
	encoder.Indent("", "  ")
	if err := encoder.Encode(all); err != nil {
		return nil, fmt.Errorf("encode report of %s: %w", r.Workspace, err)
	}
	out.WriteByte('\n')
	return out.Bytes(), nil
}

func (r Report) junitStack(stack StackSummary) junitSuite {
	suite := junitSuite{Name: "stack " + stack.Ref, Timestamp: junitTime(r.Generated)}
	lock := junitCase{Class: stack.Ref, Name: "lock"}
	switch {
	case stack.Lock.IsZero():
		lock.Skipped = &junitWords{Message: "not locked"}
	case len(stack.Stale) > 0:
		lock.Failure = junitLines("stale", stack.Stale)
	}
	suite.add(lock, 0)
	for _, component := range stack.Components {
		class := stack.Ref + "." + component.Name
		if component.Problem != "" {
			suite.add(junitCase{Class: class, Name: "series", Skipped: &junitWords{Message: component.Problem}}, 0)
		}
		for _, patch := range component.Patches {
			c := junitCase{Class: class, Name: patch.Name, Output: patch.Detail}
			switch patch.grade() {
			case gradeBad:
				c.Output, c.Failure = "", &junitWords{Message: patch.Status, Type: patch.Status, Text: patch.Detail}
			case gradeNone:
				c.Skipped = &junitWords{Message: patch.word()}
			}
			suite.add(c, 0)
		}
	}
	return suite
}

func junitRecord(named NamedRecord) junitSuite {
	record := named.Record
	suite := junitSuite{Name: "record " + named.Name, Timestamp: junitTime(record.Started)}
	for _, gate := range record.Gates {
		c := junitCase{Class: record.Stack + "." + gate.Suite, Name: gate.Gate}
		if !gate.Passed {
			c.Failure = junitLines(string(QualityFailed), gate.Reasons)
		}
		seconds := 0.0
		for _, repeat := range gate.Repeats {
			seconds += repeat.WallSeconds
		}
		suite.add(c, seconds)
	}
	for _, m := range record.Throughput {
		c := junitCase{Class: record.Stack + "." + m.Suite, Name: shapeOf(m.Prompt, m.Output, m.Batch), Output: m.line()}
		if reason := ungated(record, m, len(record.Gates)); reason != "" {
			c.Skipped = &junitWords{Message: reason}
		}
		seconds := 0.0
		for _, run := range m.Runs {
			seconds += run.WallSeconds
		}
		suite.add(c, seconds)
	}
	for _, blocked := range record.Blocked {
		suite.add(junitCase{Class: record.Stack, Name: blocked.Suite, Skipped: junitLines("", blocked.Reasons)}, 0)
	}
	if record.Outcome == Failed {
		suite.add(junitCase{Class: record.Stack, Name: "run", Failure: &junitWords{Message: record.Failure, Type: string(Failed)}}, 0)
	}
	return suite
}

func junitJudgement(j Judgement) junitCase {
	c := junitCase{Class: "reproduce", Name: j.Result}
	words := junitLines(string(j.Verdict), j.Reasons)
	switch j.Verdict {
	case VerdictReproduced, VerdictVerified:
		c.Output = strings.Join(j.Reasons, "\n")
	case VerdictBlocked:
		words.Type, c.Skipped = "", words
	default:
		c.Failure = words
	}
	return c
}

// junitLines puts the first line where summaries show it and all into the text.
func junitLines(kind string, lines []string) *junitWords {
	words := &junitWords{Type: kind, Text: strings.Join(lines, "\n")}
	if len(lines) > 0 {
		words.Message = lines[0]
	}
	return words
}

func (s *junitSuite) add(c junitCase, seconds float64) {
	c.Time = fmt.Sprintf("%.3f", seconds)
	s.seconds += seconds
	s.Tests++
	if c.Failure != nil {
		s.Failures++
	}
	if c.Skipped != nil {
		s.Skipped++
	}
	s.Cases = append(s.Cases, c)
}

func (r *junitReport) add(s junitSuite) {
	s.Time = fmt.Sprintf("%.3f", s.seconds)
	r.Tests, r.Failures, r.Skipped = r.Tests+s.Tests, r.Failures+s.Failures, r.Skipped+s.Skipped
	r.Suites = append(r.Suites, s)
}

func junitTime(t time.Time) string { return t.UTC().Format("2006-01-02T15:04:05") }
