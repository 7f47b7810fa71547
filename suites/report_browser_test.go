package suites

import (
	"bytes"
	"context"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

// browser opens a page in headless Chromium and returns the document after its
// scripts ran, what went to the console, and the hosts that were asked for
// anything. Every request ends at a proxy of this test: nothing reaches a network.
func browser(t *testing.T, page []byte, fragment string) (document, console string, hosts []string) {
	t.Helper()
	program := ""
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			program = path
			break
		}
	}
	if program == "" {
		t.Skip("no chromium here: the page was not opened in a browser")
	}
	if testing.Short() {
		t.Skip("a browser takes seconds: not with -short")
	}
	var mutex sync.Mutex
	proxy := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		mutex.Lock()
		defer mutex.Unlock()
		if !chromiums(r.Host) {
			hosts = append(hosts, r.Host)
		}
		w.WriteHeader(http.StatusBadGateway)
	}))
	defer proxy.Close()
	dir := t.TempDir()
	file := filepath.Join(dir, "report.html")
	if err := os.WriteFile(file, page, 0o600); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 2*time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, program,
		"--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-dev-shm-usage", "--no-first-run", "--disable-background-networking",
		"--disable-component-update", "--disable-sync", "--user-data-dir="+filepath.Join(dir, "profile"), "--proxy-server="+proxy.URL, "--proxy-bypass-list=<-loopback>",
		"--enable-logging=stderr", "--window-size=1280,900", "--virtual-time-budget=2000", "--dump-dom", "file://"+file+fragment)
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	// Its helpers may outlive it for a moment and hold the pipes.
	cmd.WaitDelay = 5 * time.Second
	if err := cmd.Run(); err != nil && stdout.Len() == 0 {
		t.Skipf("chromium does not start here: %v: %s", err, lastLine(stderr.String()))
	}
	for line := range strings.Lines(stderr.String()) {
		if strings.Contains(line, "CONSOLE") {
			console += line
		}
	}
	mutex.Lock()
	defer mutex.Unlock()
	return stdout.String(), console, hosts
}

// chromiums are the hosts that the browser asks on its own account.
func chromiums(host string) bool {
	host, _, _ = strings.Cut(host, ":")
	for _, own := range []string{"google.com", "googleapis.com", "gvt1.com"} {
		if host == own || strings.HasSuffix(host, "."+own) {
			return true
		}
	}
	return false
}

func TestPageInABrowser(t *testing.T) {
	page, err := sample().HTML()
	if err != nil {
		t.Fatal(err)
	}
	document, console, hosts := browser(t, page, "#r3")
	if console != "" {
		t.Errorf("console: %s", console)
	}
	if len(hosts) > 0 {
		t.Errorf("asked %v", hosts)
	}
	// The overview, and the lane that the fragment points into.
	if n := strings.Count(document, "<canvas"); n != 2 {
		t.Errorf("%d charts were drawn, want 2", n)
	}
	for _, want := range []string{`data-lane="0" open=""`, `type="checkbox"`, "</svg><span>suspect 1</span>"} {
		if !strings.Contains(document, want) {
			t.Errorf("lacks %s", want)
		}
	}
	if strings.Contains(document, "<span>other") {
		t.Error("a figure without a date was drawn")
	}
}

func TestHostileLabelsInABrowser(t *testing.T) {
	page, err := hostile(attack).HTML()
	if err != nil {
		t.Fatal(err)
	}
	document, console, hosts := browser(t, page, "#r1")
	if console != "" || len(hosts) > 0 {
		t.Errorf("console %q, asked %v", console, hosts)
	}
	if title := between(t, document, "<title>", "</title>"); !strings.HasPrefix(title, "cairn report: ") {
		t.Errorf("title %q", title)
	}
}

// The two tests above see nothing wrong; here is something wrong to see.
func TestBrowserSeesFaults(t *testing.T) {
	_, console, hosts := browser(t, []byte(`<!DOCTYPE html><link rel="icon" href="data:,"><img src="http://leak.example/a.png"><script>throw new Error("broken page")</script>`), "")
	if !strings.Contains(console, "broken page") || len(hosts) == 0 || hosts[0] != "leak.example" {
		t.Errorf("console %q, asked %v", console, hosts)
	}
	// Even markup that got in could load nothing: the page's policy forbids it.
	page, err := sample().HTML()
	if err != nil {
		t.Fatal(err)
	}
	bad := strings.Replace(string(page), "<main", `<img src="http://leak.example/a.png"><script>document.title="pwned"</script><main`, 1)
	document, console, hosts := browser(t, []byte(bad), "")
	if len(hosts) > 0 || strings.Contains(document, "<title>pwned") || !strings.Contains(console, "Content Security Policy") {
		t.Errorf("console %q, asked %v", console, hosts)
	}
}
