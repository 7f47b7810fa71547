package main

import (
	"bytes"
	"fmt"
	"io"
	"os"

	"github.com/mattn/go-runewidth"
	"golang.org/x/term"
)

// frames is what the live view is drawn on: a terminal, of which it takes back what it drew
// before it draws anew.
//
// The library that makes the frames leaves the cursor under one and goes up by the number
// of its rows to take it back. A terminal that has become narrower since has wrapped them
// (as tmux, VTE, kitty and others do), and they take more lines than that; how many is not
// to be known, for a program is told of another size only after the rows were wrapped. So
// the cursor is left at the begin of the first row, where a terminal keeps it whatever it
// does to the rows, and all from there on is cleared. Nothing that is drawn is wrapped.
//
// Write takes a frame whole. It is used by one goroutine.
type frames struct {
	out io.Writer
	// size is of the terminal, in columns and lines, as far as it has been told.
	size  func() (columns, lines int)
	drawn bool // a frame stands there
}

// frameWidth is the width that frames are made in, more than any terminal's: what is drawn
// of them is cut to the terminal's.
const frameWidth = 1000

// What terminals understand since the VT100 (ECMA-48; DEC's private mode 7 is autowrap).
const (
	clearBelow = "\r\x1b[J"
	wrapOff    = "\x1b[?7l"
	wrapOn     = "\x1b[?7h"
)

func (f *frames) Write(frame []byte) (int, error) {
	columns, lines := f.size()
	rows := rowsOf(frame)
	rows = rows[max(0, len(rows)-max(lines, 1)):]

	var out bytes.Buffer
	if f.drawn {
		out.WriteString(clearBelow)
	}
	if f.drawn = len(rows) > 0; f.drawn {
		out.WriteString(wrapOff)
		for i, row := range rows {
			if i > 0 {
				out.WriteByte('\n')
			}
			out.WriteString(runewidth.Truncate(string(bytes.TrimRight(row, " ")), max(columns, 1), "…"))
		}
		out.WriteString(wrapOn + "\r")
		if len(rows) > 1 {
			fmt.Fprintf(&out, "\x1b[%dA", len(rows)-1)
		}
	}
	if _, err := f.out.Write(out.Bytes()); err != nil {
		return 0, err
	}
	return len(frame), nil
}

// rowsOf are the rows of a frame of mpb (cwriter.Writer), without the sequence that takes
// the one before back: up by so many lines, and clear to the end of the screen.
func rowsOf(frame []byte) [][]byte {
	if up, rest, ok := bytes.Cut(frame, []byte("A\x1b[J")); ok && bytes.HasPrefix(up, []byte("\x1b[")) {
		frame = rest
	}
	if len(frame) == 0 {
		return nil
	}
	return bytes.Split(bytes.TrimSuffix(frame, []byte{'\n'}), []byte{'\n'})
}

// terminalSize returns a function that asks a terminal for its size.
func terminalSize(w io.Writer) func() (columns, lines int) {
	return func() (int, int) {
		if f, ok := w.(*os.File); ok {
			if columns, lines, err := term.GetSize(int(f.Fd())); err == nil && columns > 0 && lines > 0 {
				return columns, lines
			}
		}
		return 80, 24
	}
}
