package patches

import (
	"bytes"
	"regexp"
	"strconv"
)

// The times that GNU and POSIX diff write after a name: "2010-07-05 19:41:17", with a
// fraction, a zone and a century or without, after a tab, or after blanks where a
// mailer has expanded it. These are the forms that git-apply knows (apply.c,
// diff_timestamp_len).
var timestamp = regexp.MustCompile(`(?:\t| +)(?:\d\d)?\d\d-\d\d-\d\d(?: \d\d:\d\d:\d\d(?:\.\d+)?)?(?: [-+](?:\d{4}|\d\d:\d\d))?$`)

// timestampLen is how many bytes at the end of line, which has no newline, are a time
// and what sets it off from the name; 0 for none.
func timestampLen(line []byte) int {
	if len(line) == 0 || !isDigit(line[len(line)-1]) {
		return 0
	}
	// A time is short, and what sets it off may be many blanks: look at the digits'
	// neighbourhood only, so that a line of any length costs nothing.
	const longest = 96
	tail := line
	if len(tail) > longest {
		tail = tail[len(tail)-longest:]
	}
	at := timestamp.FindIndex(tail)
	if at == nil {
		return 0
	}
	start := len(line) - len(tail) + at[0]
	if line[start] == ' ' {
		for start > 0 && line[start-1] == ' ' {
			start--
		}
	}
	if start == 0 && line[0] != ' ' && line[0] != '\t' {
		return 0
	}
	return len(line) - start
}

// The epoch, in the zones where it falls on the day before, too.
var epoch = regexp.MustCompile(`^(1969-12-31|1970-01-01) ([0-2][0-9]):([0-5][0-9]):00(?:\.0+)? ([-+])([0-2][0-9]):?([0-5][0-9])$`)

// hasEpoch says whether the time after the last tab of a header line is the epoch,
// which is how GNU diff says that a file is not there.
func hasEpoch(text []byte) bool {
	line := bytes.TrimSuffix(firstLine(text), []byte{'\n'})
	tab := bytes.LastIndexByte(line, '\t')
	if tab < 0 {
		return false
	}
	m := epoch.FindSubmatch(line[tab+1:])
	if m == nil {
		return false
	}
	number := func(digits []byte) int {
		n, _ := strconv.Atoi(string(digits)) // two digits, as the expression wants
		return n
	}
	minutes := number(m[2])*60 + number(m[3])
	zone := number(m[5])*60 + number(m[6])
	if m[4][0] == '-' {
		zone = -zone
	}
	day := 0
	if string(m[1]) == "1969-12-31" {
		day = 24 * 60
	}
	return minutes-zone == day
}
