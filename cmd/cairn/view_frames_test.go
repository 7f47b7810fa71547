package main

import (
	"fmt"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/vbauerster/mpb/v8"
)

// screen is a terminal that, when it becomes narrower, wraps the lines that stand on it, as
// tmux does. It knows what the live view writes: text, line breaks, carriage returns, cursor
// up, clear to the end of the screen, autowrap on and off.
type screen struct {
	columns int
	lines   []string // not wrapped
	row     int      // of lines, where the cursor is
	part    int      // which of the parts that the line is wrapped into
	column  int      // of that part
	noWrap  bool
}

var sequence = regexp.MustCompile(`^\x1b\[(\??[0-9]*)([A-Za-z])`)

func (s *screen) Write(p []byte) (int, error) {
	for text := string(p); text != ""; {
		if match := sequence.FindStringSubmatch(text); match != nil {
			switch match[2] + match[1] {
			case "J":
				s.clear()
			case "l?7", "h?7":
				s.noWrap = match[2] == "l"
			default:
				n, err := strconv.Atoi(match[1])
				if match[2] != "A" || err != nil {
					return 0, fmt.Errorf("the screen does not know %q", match[0])
				}
				s.up(n)
			}
			text = text[len(match[0]):]
			continue
		}
		r, size := utf8.DecodeRuneInString(text)
		text = text[size:]
		switch r {
		case '\n':
			s.row, s.part = s.row+1, 0
		case '\r':
			s.column = 0
		default:
			s.put(r)
		}
		for len(s.lines) <= s.row {
			s.lines = append(s.lines, "")
		}
		if r == '\n' {
			s.column = 0 // a terminal's line discipline makes it both
		}
	}
	return len(p), nil
}

// put writes at the line's end: whatever stood behind the cursor was cleared before.
func (s *screen) put(r rune) {
	for len(s.lines) <= s.row {
		s.lines = append(s.lines, "")
	}
	if s.column == s.columns {
		if s.noWrap {
			return
		}
		s.part, s.column = s.part+1, 0
	}
	s.lines[s.row] += string(r)
	s.column++
}

func (s *screen) up(n int) {
	for ; n > 0; n-- {
		if s.part > 0 {
			s.part--
		} else if s.row > 0 {
			s.row--
			s.part = (max(utf8.RuneCountInString(s.lines[s.row]), 1) - 1) / s.columns
		}
	}
}

func (s *screen) clear() {
	if s.row >= len(s.lines) {
		return
	}
	kept := []rune(s.lines[s.row])[:s.part*s.columns+s.column]
	s.lines = s.lines[:s.row]
	if len(kept) > 0 {
		s.lines = append(s.lines, string(kept))
	}
}

// resize wraps the lines anew; the cursor stays at the character where it is.
func (s *screen) resize(columns int) {
	at := s.part*s.columns + s.column
	s.columns = columns
	s.part, s.column = at/columns, at%columns
}

// Whatever the terminal's width becomes between two frames, and however late that is told,
// of a frame nothing stays, and what stood above it is not touched.
func TestFramesAreTakenBackAtAnyWidth(t *testing.T) {
	t.Parallel()
	above := "above, " + strings.Repeat("a", 50)
	for before := 10; before <= 120; before += 11 {
		for after := 5; after <= 130; after += 7 {
			terminal, told := &screen{columns: before, lines: []string{above}, row: 1}, before
			drawn := &frames{out: terminal, size: func() (int, int) { return told, 100 }}
			write := func(frame string) {
				t.Helper()
				if n, err := io.WriteString(drawn, frame); err != nil || n != len(frame) {
					t.Fatal(n, err)
				}
			}
			shows := func(want ...string) {
				t.Helper()
				rows := slices.Clone(terminal.lines)
				for i, row := range rows[1:] {
					rows[i+1] = strings.TrimRight(row, "xyä…")
				}
				if want = append([]string{above}, want...); !slices.Equal(rows, want) {
					t.Fatalf("from %d to %d columns the screen shows %q", before, after, terminal.lines)
				}
			}
			write("one " + strings.Repeat("x", 70) + "  \ntwo\n" + strings.Repeat("ä", 200) + "\n")
			shows("one ", "two", "")
			terminal.resize(after)
			write("\x1b[3A\x1b[Jnew\nbut " + strings.Repeat("y", 100) + "\n") // not told yet
			shows("new", "but ")
			told = after
			write("\x1b[2A\x1b[Jnow\n")
			shows("now")
			terminal.resize(before)
			write("\x1b[1A\x1b[J") // the end
			shows()
		}
	}
}

// Rows fit the terminal, in columns and not in bytes, and there are no more than it can show.
func TestFramesFitTheTerminal(t *testing.T) {
	t.Parallel()
	var out strings.Builder
	drawn := &frames{out: &out, size: func() (int, int) { return 8, 2 }}
	if _, err := io.WriteString(drawn, "first\nsecond row\n漢字漢字漢字\n"); err != nil {
		t.Fatal(err)
	}
	if got, want := out.String(), wrapOff+"second …\n漢字漢…"+wrapOn+"\r\x1b[1A"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// The library's frames are what rowsOf takes them for: rows come and go, and at the end
// nothing is left.
func TestFramesOfTheLibrary(t *testing.T) {
	t.Parallel()
	terminal := &screen{columns: 60, lines: []string{"above"}, row: 1}
	var all strings.Builder
	v := (&session{stderr: io.Discard}).newView()
	v.mode = viewLive
	v.size = func() (int, int) { return 60, 50 }
	refresh := make(chan any)
	v.draw = mpb.New(mpb.WithOutput(&frames{out: io.MultiWriter(terminal, &all), size: v.size}), mpb.WithWidth(frameWidth), mpb.WithManualRefresh(refresh))
	draw := func() {
		for range 3 { // taken once the one before is drawn
			refresh <- time.Now()
		}
	}
	for i := range 3 {
		name := fmt.Sprintf("action %d", i)
		v.line(name, time.Hour)
		v.set(name, 0, 1, 3, 0, strings.Repeat("compiling ", 20))
		draw()
	}
	v.finish("action 1", "")
	draw()
	v.finish("action 0", "")
	v.finish("action 2", "")
	draw()
	v.pause()
	if got := strings.TrimRight(strings.Join(terminal.lines, "\n"), "\n"); got != "above" {
		t.Errorf("at the end there is left %q", got)
	}
	if got := all.String(); !strings.Contains(got, "action 2  [") || !strings.Contains(got, "]  1/3 ") || !strings.Contains(got, clearBelow) {
		t.Errorf("the frames were %q", got)
	}
}
