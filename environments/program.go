package environments

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// LibrariesOf returns what one program of a view needs to start, its own loader among
// it, sorted by name, as CheckLoader finds libraries; none for what is no dynamic
// program of this machine. One that is missing is an error.
func LibrariesOf(view *View, program string) ([]Library, error) {
	host, inside, _, err := view.Follow(program)
	if err != nil {
		return nil, err
	}
	l := newLoader(view, "")
	o, err := l.read(host, inside)
	if errors.Is(err, errNotLoadable) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	p, err := l.start(o)
	if err != nil {
		return nil, err
	}
	if len(p.missing) > 0 {
		var names []string
		for _, m := range p.missing {
			names = append(names, m.name)
		}
		return nil, fmt.Errorf("%s lacks %s", program, strings.Join(names, ", "))
	}
	var libraries []Library
	if o.interpreter != "" {
		libraries = append(libraries, Library{Name: o.interpreter[strings.LastIndex(o.interpreter, "/")+1:], Path: o.interpreter})
	}
	for _, name := range slices.Sorted(maps.Keys(p.libraries)) {
		libraries = append(libraries, Library{Name: name, Path: p.libraries[name]})
	}
	return libraries, nil
}
