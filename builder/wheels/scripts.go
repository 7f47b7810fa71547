package wheels

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io/fs"
	"strings"

	"cairn/digest"
	"cairn/internal/lazyregexp"
)

// entryPoint is one program that a wheel asks to be made (Entry points specification).
type entryPoint struct{ name, module, attribute string }

var (
	programName = lazyregexp.New(`^[\w.-]+$`)
	object      = lazyregexp.New(`^([\w.]+)\s*:\s*([\w.]+)\s*(\[.*\])?$`)
)

// parseEntryPoints reads the scripts of entry_points.txt, which is written as
// Python's configparser reads it.
func parseEntryPoints(text []byte) ([]entryPoint, error) {
	var points []entryPoint
	seen := map[string]bool{}
	section := ""
	for line := range strings.Lines(string(text)) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' || line[0] == ';' {
			continue
		}
		if line[0] == '[' {
			section = strings.Trim(line, "[]")
			continue
		}
		if section != "console_scripts" && section != "gui_scripts" {
			continue
		}
		name, value, _ := strings.Cut(line, "=")
		name = strings.TrimSpace(name)
		match := object.FindStringSubmatch(strings.TrimSpace(value))
		switch {
		case !programName.MatchString(name) || strings.Trim(name, ".") == "":
			return nil, fmt.Errorf("names a program %q", name)
		case match == nil:
			return nil, fmt.Errorf("says that %s is %q: want MODULE:FUNCTION", name, strings.TrimSpace(value))
		case seen[name]:
			return nil, fmt.Errorf("names %s twice", name)
		}
		seen[name] = true
		points = append(points, entryPoint{name, match[1], match[2]})
	}
	return points, nil
}

// program is the text of a program for an entry point.
const program = `#!%s
import sys
from %s import %s
if __name__ == "__main__":
    sys.exit(%s())
`

// entryPoints writes the programs that entry_points.txt names.
func (w *unpacking) entryPoints() error {
	for _, point := range w.points {
		first, _, _ := strings.Cut(point.attribute, ".")
		text := fmt.Sprintf(program, w.to.Interpreter(), point.module, first, point.attribute)
		if w.done["bin/"+point.name] {
			return w.hostile("bin/"+point.name, "is both a script and an entry point")
		}
		if err := w.write("bin/"+point.name, []byte(text), 0o755); err != nil {
			return err
		}
	}
	return nil
}

// unpackScript writes a script; "#!python" becomes the target's interpreter
// (Binary distribution format, "Recommended installer features").
func (w *unpacking) unpackScript(entry *zip.File, claim claimed, to string, mode fs.FileMode) error {
	if entry.UncompressedSize64 > maxMetadata { // a program, not a script
		out, err := w.create(to, mode)
		if err != nil {
			return err
		}
		defer out.Close()
		sum, n, err := w.copy(entry, claim, out)
		if err != nil {
			return err
		}
		w.out[to] = recorded{sum, n}
		return out.Close()
	}
	var content bytes.Buffer
	if _, _, err := w.copy(entry, claim, &content); err != nil {
		return err
	}
	text := content.Bytes()
	for _, start := range []string{"#!pythonw", "#!python"} {
		if rest, ok := bytes.CutPrefix(text, []byte(start)); ok && (len(rest) == 0 || bytes.IndexByte([]byte(" \t\r\n"), rest[0]) >= 0) {
			text = append([]byte("#!"+w.to.Interpreter()), rest...)
			break
		}
	}
	out, err := w.create(to, mode)
	if err != nil {
		return err
	}
	defer out.Close()
	if _, err := out.Write(text); err != nil {
		return err
	}
	w.out[to] = recorded{digest.Of(text), int64(len(text))}
	return out.Close()
}
