package apt

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Source is one entry of the machine's own apt configuration (sources.list(5)).
type Source struct {
	URI        string
	Suite      string
	Components []string
	// SignedBy are paths of keyrings.
	SignedBy []string
	// File is where it was read, for messages.
	File string
}

// ReadSources reads sources.list, sources.list.d/*.list and *.sources below dir,
// usually "/etc/apt". Only enabled entries of type deb count. A folder that is not
// there gives none; entries that cannot be read are passed over, since they are
// apt's matter and everything that comes from a mirror is proved.
func ReadSources(dir string) ([]Source, error) {
	var all []Source
	files := []string{filepath.Join(dir, "sources.list")}
	entries, err := os.ReadDir(filepath.Join(dir, "sources.list.d"))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("read apt's sources: %w", err)
	}
	for _, entry := range entries {
		files = append(files, filepath.Join(dir, "sources.list.d", entry.Name()))
	}
	for _, name := range files {
		extension := filepath.Ext(name)
		if extension != ".list" && extension != ".sources" {
			continue
		}
		content, err := os.ReadFile(name)
		if errors.Is(err, fs.ErrNotExist) || errors.Is(err, fs.ErrPermission) {
			continue
		}
		if err != nil {
			return nil, fmt.Errorf("read apt's sources: %w", err)
		}
		var found []Source
		if extension == ".list" {
			found = parseList(string(content))
		} else {
			found = parseSources(string(content))
		}
		for _, s := range found {
			s.File = name
			if scheme, _, _ := strings.Cut(s.URI, "://"); slices.Contains([]string{"http", "https", "file"}, scheme) {
				all = append(all, s)
			}
		}
	}
	return all, nil
}

// parseList reads the one-line form: deb [options] uri suite components.
func parseList(text string) []Source {
	var all []Source
	for line := range strings.Lines(text) {
		line, _, _ = strings.Cut(line, "#")
		rest, ok := strings.CutPrefix(strings.TrimSpace(line), "deb")
		if !ok || rest == strings.TrimLeft(rest, " \t[") {
			continue // deb-src, or nothing
		}
		var s Source
		rest = strings.TrimSpace(rest)
		if inner, after, ok := strings.Cut(rest, "]"); ok && strings.HasPrefix(rest, "[") {
			for option := range strings.FieldsSeq(inner[1:]) {
				if value, ok := strings.CutPrefix(option, "signed-by="); ok {
					s.SignedBy = strings.Split(value, ",")
				}
			}
			rest = after
		}
		words := strings.Fields(rest)
		if len(words) < 2 {
			continue
		}
		s.URI, s.Suite, s.Components = words[0], words[1], words[2:]
		all = append(all, s)
	}
	return all
}

// parseSources reads the deb822 form, in which an entry may stand for several.
func parseSources(text string) []Source {
	var all []Source
	for _, stanza := range stanzas(withoutComments(text)) {
		values := map[string][]string{}
		signedBy := ""
		for f := range fields(stanza) {
			values[strings.ToLower(f.name)] = strings.Fields(f.value)
			if strings.EqualFold(f.name, "Signed-By") {
				signedBy = f.value
			}
		}
		enabled := values["enabled"]
		if !slices.Contains(values["types"], "deb") || len(enabled) == 1 && slices.Contains([]string{"no", "false", "without", "off", "disable"}, strings.ToLower(enabled[0])) {
			continue
		}
		var keyrings []string
		if !strings.Contains(signedBy, "BEGIN PGP") {
			keyrings = strings.FieldsFunc(signedBy, func(r rune) bool { return r == ',' || r == ' ' || r == '\n' })
		}
		for _, uri := range values["uris"] {
			for _, suite := range values["suites"] {
				all = append(all, Source{URI: uri, Suite: suite, Components: values["components"], SignedBy: keyrings})
			}
		}
	}
	return all
}

// withoutComments drops the lines that deb822(5) calls comments, which may stand
// within a field.
func withoutComments(text string) string {
	var kept strings.Builder
	for line := range strings.Lines(text) {
		if !strings.HasPrefix(line, "#") {
			kept.WriteString(line)
		}
	}
	return kept.String()
}
