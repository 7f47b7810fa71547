package apt

import "context"

// Owners tells of each path of a closure's root, "usr/bin/sh", which package it came
// from, by name; what cairn made in place of maintainer scripts has no entry, nor have
// folders. Packages that are no longer unpacked in the store are unpacked again.
func (a *Archive) Owners(ctx context.Context, l Locked) (map[string]string, error) {
	trees, err := a.unpackAll(ctx, l)
	if err != nil {
		return nil, err
	}
	c, err := newComposition(ctx, l.Packages, trees)
	if err != nil {
		return nil, err
	}
	owners := make(map[string]string, len(c.paths))
	for name, p := range c.paths {
		if p.kind != 'd' {
			owners[name] = l.Packages[p.owner].Name
		}
	}
	return owners, nil
}
