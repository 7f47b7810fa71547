package sandbox

import (
	"errors"
	"io/fs"
	"maps"
	"os"
	"path"
	"slices"
	"strings"
	"syscall"

	"golang.org/x/sys/unix"
)

// kind tells what stands at a node of the root.
type kind int

const (
	folder  kind = iota // whatever the mount above has there, or an empty folder
	bind                // a mount of the caller
	link                // a symbolic link
	tmpfs               // an empty, writable folder for everybody
	proc                // the pid namespace's own /proc
	fresh               // an empty folder, whatever the mount above has there
	content             // a small file, unless the mount above has one
)

// node is one path of the root that somebody said something about. The root is
// made from the top down: a bind comes before what is mounted inside it.
type node struct {
	kind     kind
	mount    Mount
	text     string // of content; of tmpfs, how large it may become
	children map[string]*node
}

// basics is what every sandbox has.
var basics = []struct {
	target string
	node   node
}{
	{"/dev", node{kind: fresh}},
	{"/dev/null", device("null")},
	{"/dev/zero", device("zero")},
	{"/dev/full", device("full")},
	{"/dev/random", device("random")},
	{"/dev/urandom", device("urandom")},
	{"/dev/fd", node{kind: link, mount: Mount{Link: "/proc/self/fd"}}},
	{"/dev/stdin", node{kind: link, mount: Mount{Link: "/proc/self/fd/0"}}},
	{"/dev/stdout", node{kind: link, mount: Mount{Link: "/proc/self/fd/1"}}},
	{"/dev/stderr", node{kind: link, mount: Mount{Link: "/proc/self/fd/2"}}},
	{"/dev/shm", node{kind: tmpfs, text: "size=40%"}},
	{"/proc", node{kind: proc}},
	{"/tmp", node{kind: tmpfs, text: "size=20%"}},
	{"/etc/passwd", node{kind: content, text: "root:x:0:0::/homeless:/bin/sh\ncairn:x:1000:1000::/homeless:/bin/sh\nnobody:x:65534:65534::/homeless:/bin/false\n"}},
	{"/etc/group", node{kind: content, text: "root:x:0:\ncairn:x:1000:\nnogroup:x:65534:\n"}},
	{"/etc/hosts", node{kind: content, text: "127.0.0.1 localhost cairn\n::1 localhost\n"}},
}

func device(name string) node {
	return node{kind: bind, mount: Mount{Source: "/dev/" + name, Target: "/dev/" + name, Device: true}}
}

// compose puts the root together; nil is success.
func compose(s spec) *report {
	top, err := tree(s)
	if err != nil {
		var m *MountError
		if errors.As(err, &m) {
			return mountFailure(m.Mount, m.Err)
		}
		return startFailurePtr(err)
	}
	c := composer{oldKernel: s.OldKernel}
	if err := c.place(top, "/", "", Mount{}, true); err != nil {
		var m *MountError
		if errors.As(err, &m) && m.Mount.Target != "" {
			return mountFailure(m.Mount, m.Err)
		}
		return refused("compose the root", err)
	}
	return nil
}

// tree makes nodes of the basics and of the caller's mounts, which win.
func tree(s spec) (*node, error) {
	top := &node{}
	for _, b := range basics {
		n := top.at(b.target)
		n.kind, n.mount, n.text = b.node.kind, b.node.mount, b.node.text
	}
	if s.Terminal {
		tty := device("tty")
		n := top.at("/dev/tty")
		n.kind, n.mount = tty.kind, tty.mount
	}
	taken := map[string]bool{}
	for _, m := range s.Mounts {
		if taken[m.Target] {
			return nil, &MountError{Mount: m, Err: errors.New("the target is mounted twice")}
		}
		taken[m.Target] = true
		n := top.at(m.Target)
		n.kind, n.mount = bind, m
		if m.Link != "" {
			n.kind = link
		}
	}
	return top, nil
}

// at returns the node of an absolute path, made if absent.
func (n *node) at(target string) *node {
	for _, name := range strings.FieldsFunc(target, func(r rune) bool { return r == '/' }) {
		if n.children == nil {
			n.children = map[string]*node{}
		}
		if n.children[name] == nil {
			n.children[name] = &node{}
		}
		n = n.children[name]
	}
	return n
}

type composer struct{ oldKernel bool }

// place makes n at target. source is what the mount above has there, below
// oldRoot, or empty; above is that mount. missing says that target does not exist
// yet and may be made.
func (c composer) place(n *node, target, source string, above Mount, missing bool) error {
	switch n.kind {
	case link:
		return c.owned(n, os.Symlink(n.mount.Link, target))
	case content:
		if source != "" && missing {
			return c.bindTo(source, target, above, true)
		}
		if source != "" || above.Source != "" && !above.ReadOnly {
			return nil // it is there already, or would be written to the host
		}
		return os.WriteFile(target, []byte(n.text), 0o644)
	case tmpfs:
		if err := makeFolder(target, missing); err != nil {
			return err
		}
		// Both at once must leave the machine some memory.
		if err := mountTmpfs(target, "mode=1777,nr_inodes=1m,"+n.text); err != nil {
			return err
		}
		return c.placeAll(n, target, "", Mount{}, true)
	case proc:
		if err := makeFolder(target, missing); err != nil {
			return err
		}
		return unix.Mount("proc", target, "proc", unix.MS_NOSUID|unix.MS_NODEV|unix.MS_NOEXEC, "")
	case fresh:
		source = ""
	case bind:
		source, above = path.Join(oldRoot, n.mount.Source), n.mount
		if target == "/" || len(n.children) > 0 {
			break
		}
		return c.owned(n, c.bindTo(source, target, above, missing))
	}
	if source == "" {
		if err := makeFolder(target, missing && target != "/"); err != nil {
			return err
		}
		return c.placeAll(n, target, "", Mount{}, true)
	}
	return c.owned(n, c.overlay(n, target, source, above, missing))
}

// overlay makes the folder source appear at target with n's children on top.
func (c composer) overlay(n *node, target, source string, above Mount, missing bool) error {
	info, err := os.Lstat(source)
	if err != nil {
		return err
	}
	if !info.IsDir() {
		return &aboutError{what: "something is mounted inside it", err: syscall.ENOTDIR}
	}
	if target != "/" && (fits(n, source) || !above.ReadOnly) {
		if err := c.bindTo(source, target, above, missing); err != nil {
			return err
		}
		for name, child := range sorted(n.children) {
			inner := path.Join(source, name)
			if !exists(inner) {
				inner = ""
			}
			if err := c.place(child, path.Join(target, name), inner, above, inner == ""); err != nil {
				return err
			}
		}
		return nil
	}
	// The folder is read-only and lacks a place to mount on: a folder of our own
	// shows its entries one by one.
	if err := makeFolder(target, missing && target != "/"); err != nil {
		return err
	}
	entries, err := os.ReadDir(source)
	if err != nil {
		return err
	}
	for _, entry := range entries {
		if n.children[entry.Name()] != nil {
			continue
		}
		if err := c.show(path.Join(source, entry.Name()), path.Join(target, entry.Name()), above, entry.Type()); err != nil {
			return err
		}
	}
	return c.placeAll(n, target, source, above, true)
}

func (c composer) placeAll(n *node, target, source string, above Mount, missing bool) error {
	for name, child := range sorted(n.children) {
		inner := ""
		if source != "" && exists(path.Join(source, name)) {
			inner = path.Join(source, name)
		}
		if child.kind == folder && inner != "" && !isFolder(inner) {
			inner = "" // a link or file gives way to what is mounted below it
		}
		if err := c.place(child, path.Join(target, name), inner, above, missing); err != nil {
			return err
		}
	}
	return nil
}

// show makes one entry of an unfolded folder; what is neither file, folder nor
// link has no business in a sandbox.
func (c composer) show(source, target string, above Mount, mode fs.FileMode) error {
	switch {
	case mode&fs.ModeSymlink != 0:
		text, err := os.Readlink(source)
		if err != nil {
			return err
		}
		return os.Symlink(text, target)
	case mode.IsDir(), mode.IsRegular():
		return c.bindTo(source, target, above, true)
	}
	return nil
}

// bindTo mounts source on target with the restrictions of the mount m.
func (c composer) bindTo(source, target string, m Mount, missing bool) error {
	info, err := os.Lstat(source)
	if err != nil {
		return err
	}
	if missing {
		if info.IsDir() {
			err = makeFolder(target, true)
		} else {
			err = os.WriteFile(target, nil, 0o644)
		}
		if err != nil {
			return err
		}
	}
	if err := unix.Mount(source, target, "", unix.MS_BIND|unix.MS_REC, ""); err != nil {
		return err
	}
	return restrict(target, restriction{readOnly: m.ReadOnly, devices: m.Device}, c.oldKernel)
}

// fits reports whether all that n's children need to be mounted on is there.
func fits(n *node, source string) bool {
	for name, child := range n.children {
		inner := path.Join(source, name)
		switch child.kind {
		case content:
			if !exists(inner) {
				return false
			}
		case link:
			return false
		case folder:
			if !isFolder(inner) || !fits(child, inner) {
				return false
			}
		case bind:
			file := !isFolder(path.Join(oldRoot, child.mount.Source))
			if !exists(inner) || isLink(inner) || isFolder(inner) == file {
				return false
			}
		default:
			if !isFolder(inner) {
				return false
			}
		}
	}
	return true
}

// owned says which of the caller's mounts an error is about.
func (c composer) owned(n *node, err error) error {
	var inner *MountError
	if err == nil || errors.As(err, &inner) {
		return err
	}
	return &MountError{Mount: n.mount, Err: err}
}

func sorted(children map[string]*node) func(func(string, *node) bool) {
	return func(yield func(string, *node) bool) {
		for _, name := range slices.Sorted(maps.Keys(children)) {
			if !yield(name, children[name]) {
				return
			}
		}
	}
}

func makeFolder(target string, missing bool) error {
	if !missing || isFolder(target) {
		return nil
	}
	return os.Mkdir(target, 0o755)
}

func exists(name string) bool {
	_, err := os.Lstat(name)
	return err == nil
}

func isFolder(name string) bool {
	info, err := os.Lstat(name)
	return err == nil && info.IsDir()
}

func isLink(name string) bool {
	info, err := os.Lstat(name)
	return err == nil && info.Mode()&fs.ModeSymlink != 0
}

func mountFailure(m Mount, err error) *report {
	f := toFailure(err)
	f.Mount = m
	return &report{Mount: f}
}

func startFailurePtr(err error) *report {
	rep := startFailure(err)
	return &rep
}
