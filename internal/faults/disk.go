package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"syscall"
)

// diskFull runs the command on file systems with less and less room for what it writes.
func (s *suite) diskFull(p *prepared) (int, string, error) {
	if _, err := exec.LookPath("unshare"); err != nil {
		return 0, "there is no unshare program", nil
	}
	request, err := json.Marshal(p.request(s.far.address()))
	if err != nil {
		return 0, "", err
	}
	faults := 0
	rooms := []int{0, 8, 32, 64, 128, 256, 512, 1024, 2048, 4096}
	if s.short {
		rooms = []int{0, 64, 512}
	}
	for _, room := range rooms {
		c := exec.Command("unshare", "--user", "--map-root-user", "--mount", s.self, "-inside", s.cairn, strconv.Itoa(room))
		c.Stdin = bytes.NewReader(request)
		c.Env = append(os.Environ(), "FAULTS_DIR="+s.dir)
		out, status := finish(c)
		switch {
		case status == insideRefused:
			return 0, "this machine gives no tmpfs in a namespace: " + strings.TrimSpace(out), nil
		case status == insideEnough:
			return faults, "", nil
		case status != 0:
			err = fmt.Errorf("%s", out)
		}
		faults++
		s.tell(p, fmt.Sprintf("disk full, %d KiB left", room), err)
	}
	return faults, "", nil
}

// What the part inside ends with.
const (
	insideRefused = 40 // no tmpfs
	insideEnough  = 41 // the command had room enough
)

// request is a prepared scenario on its way inside.
type request struct {
	Name, Template, Far, Says, Tag string
	Argv, Again                    []string
	Status                         int
	Start, Want                    map[string]string
}

func (p *prepared) request(far string) request {
	return request{p.name, p.template, far, p.says, p.tag, p.argv, p.again, p.status, p.start, p.want}
}

// runInside copies the world to a small tmpfs, runs the command there, makes the tmpfs
// large and sees whether all is whole.
func runInside(cairn string, args []string) int {
	var r request
	if err := json.NewDecoder(os.Stdin).Decode(&r); err != nil {
		fmt.Println(err)
		return 1
	}
	dir, err := os.MkdirTemp(os.Getenv("FAULTS_DIR"), "disk-*")
	if err == nil {
		err = syscall.Mount("tmpfs", dir, "tmpfs", 0, "size=1g")
	}
	if err != nil {
		fmt.Println(err)
		return insideRefused
	}
	w := &world{dir, cairn, r.Far}
	if err := errors.Join(copyTree(r.Template, dir), w.configure()); err != nil {
		fmt.Println(err)
		return 1
	}
	if err := leave(dir, args[0]); err != nil {
		fmt.Println(err)
		return insideRefused
	}
	out, status := w.run(r.Argv)
	if status == r.Status {
		return insideEnough
	}
	told := strings.Contains(strings.ToLower(out), "no space left on device") || strings.Contains(out, "are kept free") || strings.Contains(out, "does not fit")
	if !told || strings.Contains(out, "goroutine ") {
		fmt.Printf("exit status %d without a word of the full disk:\n%s", status, out)
		return 1
	}
	if err := syscall.Mount("tmpfs", dir, "tmpfs", syscall.MS_REMOUNT, "size=1g"); err != nil {
		fmt.Println(err)
		return insideRefused
	}
	p := &prepared{scenario: scenario{name: r.Name, argv: r.Argv, again: r.Again, says: r.Says, tag: r.Tag}, status: r.Status, start: r.Start, want: r.Want}
	if err := w.recovers(p); err != nil {
		fmt.Println(err)
		return 1
	}
	return 0
}

// leave makes a tmpfs so small that it has so many KiB left.
func leave(dir, room string) error {
	var now syscall.Statfs_t
	if err := syscall.Statfs(dir, &now); err != nil {
		return err
	}
	kib, err := strconv.Atoi(room)
	if err != nil {
		return err
	}
	used := (now.Blocks - now.Bfree) * uint64(now.Bsize)
	return syscall.Mount("tmpfs", dir, "tmpfs", syscall.MS_REMOUNT, fmt.Sprintf("size=%d", used+uint64(kib)<<10))
}
