package main

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"slices"
	"strings"
	"time"

	"cairn/builder/apt"
	"cairn/builder/sandbox"
	"cairn/builder/store"
	"cairn/digest"
	"cairn/lockfiles"
	"cairn/stacks"
)

// archive opens apt's side of the store, with what this machine knows of archives.
func (s *session) archive(events func(apt.Event)) (*apt.Archive, error) {
	st, err := s.store()
	if err != nil {
		return nil, err
	}
	machine, err := s.config()
	if err != nil {
		return nil, err
	}
	mirrors, err := s.allMirrors()
	if err != nil {
		return nil, err
	}
	opts := apt.Options{Store: st, Keyrings: machine.keyrings, Offline: s.offline, Events: events}
	for _, m := range mirrors {
		target := m.Target
		if strings.HasPrefix(target, "/") {
			target = "file://" + target
		}
		if scheme, _, _ := strings.Cut(target, "://"); slices.Contains([]string{"http", "https", "file"}, scheme) {
			opts.Mirrors = append(opts.Mirrors, apt.Mirror{Prefix: m.Prefix, URL: target})
		}
	}
	if opts.Machine, err = apt.ReadSources("/etc/apt"); err != nil {
		return nil, err
	}
	return apt.Open(opts)
}

// lockedClosure is what a lock says of a toolchain, in package apt's words.
func lockedClosure(entry *lockfiles.Toolchain) apt.Locked {
	l := apt.Locked{Name: entry.Name, Variables: entry.BuildVariables}
	for _, r := range entry.Releases {
		l.Releases = append(l.Releases, apt.Release(r))
	}
	for _, p := range entry.Packages {
		l.Packages = append(l.Packages, apt.Package(p))
	}
	return l
}

// closures joins lockfiles and apt: it is lockfiles.ToolchainResolver.
type closures struct {
	archive *apt.Archive
	// proved is a lock whose closures are to hold as they are; nil to choose anew.
	proved *lockfiles.Lock
	again  string // the command that locks anew, for hints
}

// Closure chooses and proves a toolchain's packages. With a lock to be proved it
// returns what that has, if the store proves it; what the store lacks is chosen anew.
func (c closures) Closure(ctx context.Context, def *stacks.Toolchain) (lockfiles.Toolchain, error) {
	entry := c.locked(def.Name)
	var proof *apt.ProofError
	if entry != nil {
		err := c.archive.Prove(ctx, def, lockedClosure(entry))
		if err == nil {
			return c.provedVariables(ctx, def, entry)
		}
		if !errors.As(err, &proof) || !proof.Absent {
			return lockfiles.Toolchain{}, lockFault(err, c.again)
		}
	}
	l, err := c.archive.Resolve(ctx, def)
	var unreached *apt.UnreachedError
	switch {
	case errors.As(err, &unreached) && proof != nil:
		return lockfiles.Toolchain{}, &statusError{status: exitBlocked, err: fmt.Errorf("blocked: the store lacks %w; and %w", proof, unreached)}
	case errors.As(err, &unreached):
		return lockfiles.Toolchain{Pending: pendingReason(unreached)}, nil
	case err != nil:
		return lockfiles.Toolchain{}, lockFault(err, c.again)
	}
	var out lockfiles.Toolchain
	for _, r := range l.Releases {
		out.Releases = append(out.Releases, lockfiles.Release(r))
	}
	for _, p := range l.Packages {
		out.Packages = append(out.Packages, lockfiles.Package(p))
	}
	if def.Kind == stacks.OneAPIToolchain {
		root, err := c.archive.Closure(ctx, l)
		if err != nil {
			return lockfiles.Toolchain{}, err
		}
		if out.BuildVariables, out.RunVariables, err = c.archive.Variables(ctx, root); err != nil {
			return lockfiles.Toolchain{}, err
		}
	}
	return out, nil
}

// provedVariables holds the variables of a proved entry against what its components
// set, if their root is here.
func (c closures) provedVariables(ctx context.Context, def *stacks.Toolchain, entry *lockfiles.Toolchain) (lockfiles.Toolchain, error) {
	out := *entry
	root, ok, err := c.archive.Composed(lockedClosure(entry))
	if err != nil || !ok || def.Kind != stacks.OneAPIToolchain {
		return out, err
	}
	out.BuildVariables, out.RunVariables, err = c.archive.Variables(ctx, root)
	return out, err
}

// locked is the entry that the lock to be proved has with packages, or nil.
func (c closures) locked(name string) *lockfiles.Toolchain {
	if c.proved == nil {
		return nil
	}
	for _, v := range c.proved.Views {
		if entry, ok := v.Toolchain(name); ok && len(entry.Packages) > 0 {
			return entry
		}
	}
	return nil
}

// pendingReason names what was not reached, and nothing that differs from machine to
// machine: it stands in locks.
func pendingReason(e *apt.UnreachedError) string {
	var what []string
	for _, r := range e.Repositories {
		what = append(what, strings.TrimPrefix(r.What, "the release of "))
	}
	return "not reached when it was locked: " + strings.Join(what, ", ")
}

// lockFault gives an archive's fault the status of what a lock cannot accept.
func lockFault(err error, again string) error {
	var proof *apt.ProofError
	hint := ""
	if errors.As(err, &proof) {
		hint = fmt.Sprintf("run %q to choose anew", again)
	}
	status, known := aptStatus(err)
	if hint == "" {
		hint = known
	}
	return &statusError{status: status, err: err, hint: hint}
}

// aptStatus picks the exit status of an archive's fault, and the hint to it.
func aptStatus(err error) (status int, hint string) {
	var (
		proof       *apt.ProofError
		signature   *apt.SignatureError
		date        *apt.DateError
		mismatch    *apt.MismatchError
		replaced    *apt.ReplacedError
		unavailable *apt.UnavailableError
		key         *apt.KeyError
	)
	switch {
	case errors.As(err, &signature), errors.As(err, &mismatch), errors.As(err, &proof):
		return exitLock, ""
	case errors.As(err, &date):
		return exitLock, "pin a snapshot by its date in the distro's url, so that time does not matter"
	case errors.As(err, &replaced):
		return exitFailed, "run it again in some minutes"
	case errors.As(err, &key):
		return exitBlocked, "put the archive's public key into a file and name that in ~/.config/cairn/config.hcl: keyrings = [\"FILE\"]"
	case errors.As(err, &unavailable) && unavailable.Moved:
		return exitBlocked, "name a mirror that still has it with --mirror PREFIX=URL"
	case errors.As(err, &unavailable):
		return exitBlocked, ""
	}
	return exitFailed, ""
}

// closure makes the root of a locked toolchain ready. One that the lock has not
// pinned blocks the build, by name.
func (w *workshop) closure(ctx context.Context, def *stacks.Toolchain) (*apt.Closure, error) {
	entry, err := w.lockedToolchain(def)
	if err != nil {
		return nil, err
	}
	archive, err := w.openArchive()
	if err != nil {
		return nil, err
	}
	if c, ok, err := archive.Composed(lockedClosure(entry)); ok || err != nil {
		return c, err
	}
	if err := sandbox.Check(); err != nil {
		return nil, err // before a hundred megabytes are fetched for nothing
	}
	defer func(start time.Time, before int) {
		if w.debs.count > before {
			w.debs.took += time.Since(start)
		}
	}(time.Now(), w.debs.count)
	c, err := archive.Closure(ctx, lockedClosure(entry))
	return c, interrupted(ctx, err)
}

// lockedToolchain is the lock's entry of an apt toolchain.
func (w *workshop) lockedToolchain(def *stacks.Toolchain) (*lockfiles.Toolchain, error) {
	entry, ok := w.view.Toolchain(def.Name)
	if ok && entry.Pending == "" && len(entry.Packages) > 0 {
		return entry, nil
	}
	reason := "its packages are not locked"
	if ok && entry.Pending != "" {
		reason = entry.Pending
	}
	return nil, &statusError{status: exitBlocked,
		err:  fmt.Errorf("blocked: toolchain %s (%s) is pending: %s", def.Name, def.Kind, reason),
		hint: w.session.pendingHint(w.stack)}
}

// pendingHint says what can be done about a toolchain that is not locked.
func (s *session) pendingHint(stack *stacks.Stack) string {
	check := fmt.Sprintf("%q verifies everything up to the build", s.command("check", stack.Ref()))
	if s.dir == "" {
		return check + `; to lock it where that can be reached, take the definitions to a workspace of your own (-C DIR)`
	}
	return fmt.Sprintf("run %q where that can be reached; %s", s.command("lock", stack.Name), check)
}

// openArchive opens the archive once; what it downloads is counted.
func (w *workshop) openArchive() (*apt.Archive, error) {
	if w.archive != nil {
		return w.archive, nil
	}
	var err error
	w.archive, err = w.session.archive(func(e apt.Event) {
		if e.Kind == apt.Downloaded {
			w.debs.count++
			w.debs.bytes += e.Bytes
			if e.Mirror {
				w.debs.mirrored++
			}
		}
		w.live.archive(e)
	})
	return w.archive, err
}

// debs counts what was downloaded of closures.
type debs struct {
	count, mirrored int
	bytes           int64
	took            time.Duration
}

// describe is the part of the fetch line: "124 debs, 118 MB from your mirror".
func (d debs) describe(l *lockfiles.View) string {
	from := "your mirror"
	if d.mirrored < d.count {
		var hosts []string
		for _, t := range l.Toolchains {
			for _, r := range t.Releases {
				if u, err := url.Parse(r.URL); err == nil && u.Host != "" && !slices.Contains(hosts, u.Host) {
					hosts = append(hosts, u.Host)
				}
			}
		}
		if d.mirrored > 0 {
			hosts = append([]string{from}, hosts...)
		}
		from = strings.Join(hosts, " and ")
	}
	text := fmt.Sprintf("%s, %.0f MB", plural(d.count, "deb", "debs"), float64(d.bytes)/1e6)
	if from != "" {
		text += " from " + from
	}
	return text
}

// fetchClosures brings the packages of the stack's closures that are not composed
// yet. Pending ones are left to the build.
func (w *workshop) fetchClosures(ctx context.Context) error {
	for _, def := range w.stack.Toolchains() {
		if def.Kind == stacks.HostToolchain {
			continue
		}
		entry, ok := w.view.Toolchain(def.Name)
		if !ok || len(entry.Packages) == 0 {
			continue
		}
		archive, err := w.openArchive()
		if err != nil {
			return err
		}
		l := lockedClosure(entry)
		if _, ok, err := archive.Composed(l); err != nil || ok {
			if err != nil {
				return err
			}
			continue
		}
		start, before := time.Now(), w.debs.count
		err = archive.Fetch(ctx, l)
		if w.debs.count > before {
			w.debs.took += time.Since(start)
		}
		if err != nil {
			return interrupted(ctx, err)
		}
	}
	return nil
}

// keepClosures makes all that proves a lock's closures a root of the store, so that
// the lock outlives its mirrors. What builds use of them is kept with their outputs.
func (s *session) keepClosures(ws *stacks.Workspace, archive *apt.Archive, lock *lockfiles.Lock) error {
	var digests []digest.Digest
	for _, view := range lock.Views {
		for i := range view.Toolchains {
			entry := &view.Toolchains[i]
			if def := ws.Toolchains[entry.Name]; len(entry.Packages) > 0 && def != nil && def.Distro != nil {
				digests = append(digests, archive.Digests(def, lockedClosure(entry))...)
			}
		}
	}
	if len(digests) == 0 {
		return nil
	}
	name, path, err := s.rootName("closures/"+lock.Stack, ws, lock.Stack)
	if err != nil {
		return err
	}
	return s.opened.SetRoot(name, store.Root{Digests: digests, Lock: path, Generation: lock.Digest()})
}
