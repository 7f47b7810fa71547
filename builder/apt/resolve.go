package apt

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"cairn/stacks"
)

// Resolve selects the closure of a toolchain's packages and proves it: releases
// sorted by address, packages by name. Nothing but indexes is fetched. Errors:
// *KeyError, *SignatureError, *DateError, *MismatchError, *ReplacedError,
// *UnreachedError, *UnmetError, *FormatError, *TrainError.
func (a *Archive) Resolve(ctx context.Context, def *stacks.Toolchain) (Locked, error) {
	l := Locked{Name: def.Name}
	var all []*candidate
	unreached := &UnreachedError{}
	for i, repository := range def.Distro.Apt {
		f, found, err := a.packages(ctx, repository, i)
		var unavailable *UnavailableError
		if errors.As(err, &unavailable) {
			unreached.Repositories = append(unreached.Repositories, unavailable)
			continue // so that all are named
		}
		if err != nil {
			return Locked{}, err
		}
		l.Releases = append(l.Releases, Release{URL: f.url, SHA256: f.digest})
		all = append(all, found...)
	}
	if len(unreached.Repositories) > 0 {
		return Locked{}, unreached
	}
	var err error
	l.Packages, err = choose(def, a.opts.Architecture, all)
	if err != nil {
		return Locked{}, err
	}
	slices.SortFunc(l.Releases, func(a, b Release) int { return strings.Compare(a.URL, b.URL) })
	return l, nil
}

// choose is the pure part of Resolve: from stanzas to the closure, sorted.
func choose(def *stacks.Toolchain, architecture string, all []*candidate) ([]Package, error) {
	u, err := newUniverse(architecture, all)
	if err != nil {
		return nil, err
	}
	var roots []clause
	for _, name := range def.Packages {
		r, err := rootRelation(name)
		if err != nil {
			return nil, err
		}
		roots = append(roots, clause{r})
	}
	closure, err := u.solve(roots)
	if err != nil {
		return nil, err
	}
	var packages []Package
	for _, c := range closure {
		packages = append(packages, c.Package)
	}
	slices.SortFunc(packages, func(a, b Package) int {
		return cmp.Or(strings.Compare(a.Name, b.Name), strings.Compare(a.Version, b.Version))
	})
	if def.OneAPI != "" {
		if err := CheckTrain(def.OneAPI, packages); err != nil {
			return nil, err
		}
	}
	return packages, nil
}

// rootRelation reads a package of a definition: "g++", "g++=4:12.2.0-3" as apt-get(8)
// has it, or "g++ (>= 4:12)".
func rootRelation(name string) (relation, error) {
	if bare, version, ok := strings.Cut(name, "="); ok && !strings.Contains(name, "(") {
		return relation{name: bare, operator: "=", version: version}, nil
	}
	r, err := parseRelation(name)
	if err != nil {
		return relation{}, fmt.Errorf("packages: %w", err)
	}
	return r, nil
}
