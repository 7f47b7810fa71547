package sandbox

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

func TestCheckPassesHere(t *testing.T) {
	t.Parallel()
	if err := Check(); err != nil {
		t.Skip(err) // every other test here fails then, and says why
	}
}

// In a sandbox, user.max_user_namespaces is 0: the kernel really refuses.
func TestRefusalIsSaidAndNeverWorkedAround(t *testing.T) {
	t.Parallel()
	r := probe(t, "check")
	if !strings.HasPrefix(r.out, "refused: create namespaces: ") || !strings.HasSuffix(r.out, syscall.ENOSPC.Error()) || strings.Contains(r.out, ": 0 ways out") {
		t.Errorf("got %q", r.out)
	}
	r = probe(t, "sandbox", "sh", "-c", "echo downgraded")
	if r.out != syscall.ENOSPC.Error() || strings.Contains(r.out+r.err, "downgraded") {
		t.Errorf("got %q %q", r.out, r.err)
	}
}

func TestWaysOutNameTheCommands(t *testing.T) {
	t.Parallel()
	all := strings.Join(waysOut(), "\n")
	if !strings.Contains(all, "sysctl ") && !strings.Contains(all, "--security-opt seccomp=unconfined") {
		t.Errorf("got %q", all)
	}
	if got := AppArmorProfile("/opt/cairn"); !strings.Contains(got, "profile cairn /opt/cairn flags=(unconfined) {\n  userns,\n}") {
		t.Errorf("got %q", got)
	}
}

// The promises hold for an ordinary user as for root: run as root, these tests run
// once more as nobody.
func TestOrdinaryUser(t *testing.T) {
	if os.Geteuid() != 0 {
		t.Skip("this is an ordinary user")
	}
	dir, err := os.MkdirTemp("", "cairn-nobody-")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	binary := filepath.Join(dir, "tests")
	if err := errors.Join(copyFile("/proc/self/exe", binary), os.Chmod(dir, 0o777), os.Chmod(binary, 0o755)); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(binary, "-test.run", "Identity|Writes|Mounts|HostFiles|Root|Refusal|ReadOnly|Network|Escapes|ForkBomb|Setuid", "-test.v")
	cmd.Dir = dir
	cmd.Env = []string{"TMPDIR=" + dir, "PATH=/usr/bin:/bin", "HOME=" + dir}
	cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: 65534, Gid: 65534}}
	out, err := cmd.CombinedOutput()
	if errors.Is(err, fs.ErrPermission) {
		t.Skipf("nobody may not enter %s: set TMPDIR to a folder that all may enter", os.TempDir())
	}
	if err != nil || strings.Count(string(out), "--- PASS") < 8 {
		t.Errorf("%v\n%s", err, out)
	}
}

func copyFile(from, to string) error {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.Create(to)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	return errors.Join(err, out.Close())
}
