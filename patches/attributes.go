package patches

import (
	"bytes"
	"strings"

	"github.com/go-git/go-git/v5/plumbing"
)

// spaceAttribute is what .gitattributes files say about white space: one line's
// pattern and the value of its whitespace attribute (gitattributes(5)). Attributes by
// way of macros are not seen.
type spaceAttribute struct {
	// folder is where the file lies, with a slash at the end, or "".
	folder  string
	pattern []string
	value   string
}

// spaceRuleFor is the rule for a file: that of the options, unless an attribute in the
// tree has it otherwise.
func (s *session) spaceRuleFor(name string) (spaceRule, error) {
	folder := ""
	rest := name
	rule := s.placing.rule
	for {
		attributes, err := s.attributes(folder)
		if err != nil {
			return rule, err
		}
		for _, a := range attributes {
			if !a.matches(name) {
				continue
			}
			if rule, err = a.rule(s.placing.rule); err != nil {
				return rule, &Fault{Message: folder + ".gitattributes: " + err.Error()}
			}
		}
		first, deeper, found := strings.Cut(rest, "/")
		if !found {
			return rule, nil
		}
		folder, rest = folder+first+"/", deeper
	}
}

// rule is what the attribute makes of the configured rule.
func (a *spaceAttribute) rule(configured spaceRule) (spaceRule, error) {
	switch a.value {
	case "whitespace":
		return spaceRule{
			blankAtEOL: true, blankAtEOF: true, spaceBeforeTab: true, indentWithNonTab: true, incompleteLine: true,
			tabWidth: configured.tabWidth,
		}, nil
	case "-whitespace":
		return spaceRule{tabWidth: configured.tabWidth}, nil
	case "!whitespace":
		return configured, nil
	}
	return parseSpaceRule(strings.TrimPrefix(a.value, "whitespace="))
}

// attributes reads the .gitattributes file of one folder.
func (s *session) attributes(folder string) ([]spaceAttribute, error) {
	if found, ok := s.known[folder]; ok {
		return found, nil
	}
	var found []spaceAttribute
	entry, there, err := s.find(s.root, folder+".gitattributes")
	if err != nil {
		return nil, err
	}
	if there && entry.mode&modeType == modeFile {
		if found, err = s.readAttributes(folder, entry.id); err != nil {
			return nil, err
		}
	}
	s.known[folder] = found
	return found, nil
}

func (s *session) readAttributes(folder string, id plumbing.Hash) ([]spaceAttribute, error) {
	content, err := s.blob(id)
	if err != nil {
		return nil, err
	}
	var found []spaceAttribute
	for line := range bytes.Lines(content) {
		fields := strings.Fields(string(line))
		if len(fields) < 2 || strings.HasPrefix(fields[0], "#") || strings.HasPrefix(fields[0], "[attr]") {
			continue
		}
		pattern := fields[0]
		if name, _, ok := unquote(bytes.TrimSpace(line)); ok {
			pattern = name
		}
		for _, field := range fields[1:] {
			name, _, _ := strings.Cut(strings.TrimLeft(field, "-!"), "=")
			if name == "whitespace" {
				found = append(found, spaceAttribute{folder, strings.Split(pattern, "/"), field})
			}
		}
	}
	return found, nil
}

// matches says whether the line is about a file. A pattern without a slash is about
// the last component, any other about the path below the attribute file's folder.
func (a *spaceAttribute) matches(name string) bool {
	path, found := strings.CutPrefix(name, a.folder)
	if !found {
		return false
	}
	if len(a.pattern) == 1 {
		return wildmatch(a.pattern[0], path[strings.LastIndexByte(path, '/')+1:])
	}
	pattern := a.pattern
	if pattern[0] == "" {
		pattern = pattern[1:]
	}
	return matchComponents(pattern, strings.Split(path, "/"))
}

// matchComponents matches one component by one; "**" is any number of them, and one or
// more at the end.
func matchComponents(pattern, path []string) bool {
	// As in wildmatch, only the last "**" need be tried further on.
	after, from := -1, 0 // the pattern behind it, and where that was tried in path
	p, at := 0, 0
	for {
		switch {
		case p < len(pattern) && pattern[p] == "**":
			if p == len(pattern)-1 {
				return at < len(path)
			}
			p++
			after, from = p, at
			continue
		case p < len(pattern) && at < len(path) && wildmatch(pattern[p], path[at]):
			p, at = p+1, at+1
			continue
		case p == len(pattern) && at == len(path):
			return true
		}
		if from++; after < 0 || from > len(path) {
			return false
		}
		p, at = after, from
	}
}
