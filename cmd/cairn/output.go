package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"time"

	"golang.org/x/term"
)

// width is how wide lines may be: the terminal's, within 80 to 100 columns.
func (s *session) width() int {
	if f, ok := s.stderr.(*os.File); ok {
		if columns, _, err := term.GetSize(int(f.Fd())); err == nil {
			return min(max(columns, 80), 100)
		}
	}
	return 80
}

// isTerminal reports whether w is a terminal a person looks at.
func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// colour reports whether w may be coloured (no-color.org).
func (s *session) colour(w io.Writer) bool {
	return isTerminal(w) && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
}

// stage prints one line of a job's summary: what, its outcome, and how long it
// took where that is worth a word. With --json it prints nothing.
func (s *session) stage(name, text string, took time.Duration) {
	if s.json {
		return
	}
	const column = 72
	line := fmt.Sprintf("%-9s %s", name, text)
	if took > 0 {
		gap := max(column-len([]rune(line)), 2)
		line += strings.Repeat(" ", gap) + seconds(took)
	}
	fmt.Fprintln(s.stdout, line)
}

// note is a line beside the answer, in the form of a stage.
func (s *session) note(name, text string) { fmt.Fprintf(s.stderr, "%-9s %s\n", name, text) }

// seconds writes a duration with two significant digits below ten seconds.
func seconds(d time.Duration) string {
	switch {
	case d < 10*time.Millisecond:
		return fmt.Sprintf("%7.3f s", d.Seconds())
	case d < time.Second:
		return fmt.Sprintf("%7.2f s", d.Seconds())
	case d < 2*time.Minute:
		return fmt.Sprintf("%7.1f s", d.Seconds())
	}
	return fmt.Sprintf("%7s", d.Round(time.Second))
}

// printJSON writes v as indented JSON on stdout.
func (s *session) printJSON(v any) error {
	encoder := json.NewEncoder(s.stdout)
	encoder.SetIndent("", "  ")
	encoder.SetEscapeHTML(false)
	return encoder.Encode(v)
}

// table prints rows in columns that are as wide as their widest cell; the last
// column is not padded.
func table(w io.Writer, rows [][]string) {
	var widths []int
	for _, row := range rows {
		for i, cell := range row {
			if i == len(widths) {
				widths = append(widths, 0)
			}
			widths[i] = max(widths[i], len([]rune(cell)))
		}
	}
	for _, row := range rows {
		var line strings.Builder
		for i, cell := range row {
			line.WriteString(cell)
			if i < len(row)-1 {
				line.WriteString(strings.Repeat(" ", widths[i]-len([]rune(cell))+2))
			}
		}
		fmt.Fprintln(w, strings.TrimRight(line.String(), " "))
	}
}

// headed prints a table whose first row names its columns. On a terminal too narrow for it
// the widest columns are cut, those last that are named in whole; what is printed elsewhere is
// whole, and so is --json.
func (s *session) headed(rows [][]string, whole ...string) {
	if f, ok := s.stdout.(*os.File); ok {
		if columns, _, err := term.GetSize(int(f.Fd())); err == nil {
			cut(rows, columns, whole)
		}
	}
	table(s.stdout, rows)
}

// cut shortens cells so that the rows fit into so many columns, none to less than eight.
func cut(rows [][]string, columns int, whole []string) {
	const least, gap = 8, 2
	widths := make([]int, len(rows[0]))
	total := -gap
	for i := range widths {
		for _, row := range rows {
			widths[i] = max(widths[i], len([]rune(row[i])))
		}
		total += widths[i] + gap
	}
	for total > columns {
		widest := -1
		for i, width := range widths {
			if width > least && !slices.Contains(whole, rows[0][i]) && (widest < 0 || width > widths[widest]) {
				widest = i
			}
		}
		if widest < 0 {
			break
		}
		widths[widest]--
		total--
	}
	for _, row := range rows {
		for i, cell := range row {
			if runes := []rune(cell); len(runes) > widths[i] {
				row[i] = string(runes[:widths[i]-1]) + "…"
			}
		}
	}
}

// plural writes "1 patch" or "3 patches".
func plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

// listed is a list as JSON has it: one without members is [], not null.
func listed[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}
