package containers

import (
	"fmt"
	"io/fs"
	"strconv"
	"strings"
)

// Base returns the few files that programs and container tools expect of any root:
// the users root and nobody, the user that the image runs as ("uid[:gid]" or
// empty for DefaultUser) with a home of its own, name resolution by files and DNS,
// os-release, and /tmp that everybody may write to.
func Base(user string) ([]File, error) {
	if user == "" {
		user = DefaultUser
	}
	uid, gid, err := parseUser(user)
	if err != nil {
		return nil, err
	}
	passwd := "root:x:0:0:root:/root:/sbin/nologin\nnobody:x:65534:65534:nobody:/:/sbin/nologin\n"
	group := "root:x:0:\nvideo:x:44:\nnogroup:x:65534:\n"
	files := []File{
		{Path: "/etc/nsswitch.conf", Mode: 0o644, Content: []byte("passwd: files\ngroup: files\nhosts: files dns\n")},
		// os-release(5). ID names what the files come from: no distribution as a whole.
		{Path: "/etc/os-release", Mode: 0o644, Content: []byte("NAME=cairn\nID=cairn\nPRETTY_NAME=\"image built by cairn\"\n")},
		{Path: "/tmp", Mode: fs.ModeDir | fs.ModeSticky | 0o777},
		{Path: "/root", Mode: fs.ModeDir | 0o700},
	}
	if uid != 0 && uid != 65534 {
		passwd += fmt.Sprintf("cairn:x:%d:%d:cairn:%s:/sbin/nologin\n", uid, gid, Home)
		files = append(files, File{Path: Home, Mode: fs.ModeDir | 0o755, UID: uid, GID: gid})
	}
	if gid != 0 && gid != 44 && gid != 65534 {
		group += fmt.Sprintf("cairn:x:%d:\n", gid)
	}
	return append(files,
		File{Path: "/etc/passwd", Mode: 0o644, Content: []byte(passwd)},
		File{Path: "/etc/group", Mode: 0o644, Content: []byte(group)}), nil
}

// Home is the home of an image's user.
const Home = "/home/cairn"

// parseUser reads config.md's "User" where both parts are numbers; names would
// need the files that are being written here.
func parseUser(user string) (uid, gid int, err error) {
	first, second, both := strings.Cut(user, ":")
	u, err := strconv.ParseUint(first, 10, 31)
	if err != nil {
		return 0, 0, fmt.Errorf("image user %q: want uid or uid:gid as numbers", user)
	}
	g := u
	if both {
		if g, err = strconv.ParseUint(second, 10, 31); err != nil {
			return 0, 0, fmt.Errorf("image user %q: want uid or uid:gid as numbers", user)
		}
	}
	return int(u), int(g), nil
}
