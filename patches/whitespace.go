package patches

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
)

// spaceRule is a set of whitespace errors, as core.whitespace (git-config(1)) names
// them, and a tab's width.
type spaceRule struct {
	blankAtEOL, blankAtEOF bool
	spaceBeforeTab         bool
	indentWithNonTab       bool
	tabInIndent            bool
	crAtEOL                bool
	incompleteLine         bool
	tabWidth               int
}

// defaultSpaceRule is git's, where core.whitespace says nothing.
var defaultSpaceRule = spaceRule{blankAtEOL: true, blankAtEOF: true, spaceBeforeTab: true, tabWidth: 8}

// parseSpaceRule reads a value of core.whitespace. As in git, a name may be cut short
// ("trailing", "space"), and what is unknown is passed over.
func parseSpaceRule(value string) (spaceRule, error) {
	rule := defaultSpaceRule
	for name := range strings.SplitSeq(value, ",") {
		name, negated := strings.CutPrefix(strings.TrimLeft(name, " \t\r\n"), "-")
		if name == "" {
			continue
		}
		if width, ok := strings.CutPrefix(name, "tabwidth="); ok {
			if n, err := strconv.Atoi(strings.TrimSpace(width)); err == nil && 0 < n && n < 64 {
				rule.tabWidth = n
			}
			continue
		}
		for _, known := range []struct {
			name string
			set  []*bool
		}{
			{"trailing-space", []*bool{&rule.blankAtEOL, &rule.blankAtEOF}},
			{"space-before-tab", []*bool{&rule.spaceBeforeTab}},
			{"indent-with-non-tab", []*bool{&rule.indentWithNonTab}},
			{"cr-at-eol", []*bool{&rule.crAtEOL}},
			{"blank-at-eol", []*bool{&rule.blankAtEOL}},
			{"blank-at-eof", []*bool{&rule.blankAtEOF}},
			{"tab-in-indent", []*bool{&rule.tabInIndent}},
			{"incomplete-line", []*bool{&rule.incompleteLine}},
		} {
			if strings.HasPrefix(known.name, name) {
				for _, set := range known.set {
					*set = !negated
				}
				break
			}
		}
	}
	if rule.tabInIndent && rule.indentWithNonTab {
		return rule, fmt.Errorf("whitespace rule %q asks for both tab-in-indent and indent-with-non-tab", value)
	}
	return rule, nil
}

func blank(text []byte) bool {
	for _, c := range text {
		if !isSpace(c) {
			return false
		}
	}
	return true
}

// wrong says whether a line, without its "+", breaks the rule.
func (r spaceRule) wrong(line []byte) bool {
	line, complete := bytes.CutSuffix(line, []byte{'\n'})
	if !complete && r.incompleteLine {
		return true
	}
	if r.crAtEOL {
		line = bytes.TrimSuffix(line, []byte{'\r'})
	}
	if r.blankAtEOL {
		if len(line) > 0 && isSpace(line[len(line)-1]) {
			return true
		}
	}
	spaces := 0
	for _, c := range line {
		if c != ' ' && c != '\t' {
			break
		}
		if c == ' ' {
			spaces++
			continue
		}
		if r.spaceBeforeTab && spaces > 0 || r.tabInIndent {
			return true
		}
		spaces = 0
	}
	return r.indentWithNonTab && spaces >= r.tabWidth
}

// fix is line with what the rule finds wrong set right.
func (r spaceRule) fix(line []byte) []byte {
	var out []byte
	ending := ""
	body := line
	if r.incompleteLine && len(body) > 0 && body[len(body)-1] != '\n' {
		ending = "\n"
	}
	if r.blankAtEOL {
		if rest, found := bytes.CutSuffix(body, []byte{'\n'}); found {
			body, ending = rest, "\n"
			if rest, found := bytes.CutSuffix(body, []byte{'\r'}); found {
				body = rest
				if r.crAtEOL {
					ending = "\r\n"
				}
			}
		}
		for len(body) > 0 && isSpace(body[len(body)-1]) {
			body = body[:len(body)-1]
		}
	}
	indent, tabs, spaces := 0, 0, 0 // lengths up to and with the last tab, and blank
	broken := false
	for ; indent < len(body) && (body[indent] == ' ' || body[indent] == '\t'); indent++ {
		if body[indent] == '\t' {
			tabs = indent + 1
			broken = broken || r.spaceBeforeTab && spaces > 0
			continue
		}
		spaces = indent + 1
		broken = broken || r.indentWithNonTab && indent-(tabs-1) >= r.tabWidth
	}
	switch {
	case broken:
		last := tabs
		if r.indentWithNonTab {
			last = max(tabs, spaces)
		}
		pending := 0
		for _, c := range body[:last] {
			if c == '\t' {
				// Blanks that do not reach the tab stop go with it.
				pending = 0
				out = append(out, '\t')
			} else if pending++; pending == r.tabWidth {
				pending = 0
				out = append(out, '\t')
			}
		}
		for range pending {
			out = append(out, ' ')
		}
		body = body[last:]
	case r.tabInIndent && tabs > 0:
		for _, c := range body[:tabs] {
			out = append(out, ' ')
			for c == '\t' && len(out)%r.tabWidth != 0 {
				out = append(out, ' ')
			}
		}
		body = body[tabs:]
	}
	return append(append(out, body...), ending...)
}

// sameButSpace compares two lines as --ignore-space-change does: an amount of white
// space is as good as another, but not none; line endings do not matter.
func sameButSpace(a, b []byte) bool {
	a, b = bytes.TrimRight(a, "\r\n"), bytes.TrimRight(b, "\r\n")
	for len(a) > 0 && len(b) > 0 {
		if !isSpace(a[0]) {
			if a[0] != b[0] {
				return false
			}
			a, b = a[1:], b[1:]
			continue
		}
		if !isSpace(b[0]) {
			return false
		}
		a, b = trimSpaceLeft(a), trimSpaceLeft(b)
	}
	return len(a) == 0 && len(b) == 0
}

func trimSpaceLeft(text []byte) []byte {
	for len(text) > 0 && isSpace(text[0]) {
		text = text[1:]
	}
	return text
}
