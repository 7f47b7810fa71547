package sources

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"
)

// TestHeads holds the branches of a server, of a mirror and of a work tree against git's.
func TestHeads(t *testing.T) {
	t.Parallel()
	n := newNative(t)
	n.write("file", "one\n")
	n.commit("one")
	n.git("branch", "early")
	n.git("tag", "v1")
	n.write("file", "two\n")
	n.commit("two")
	n.git("checkout", "-q", "-b", "work/in-progress")
	n.git("checkout", "-q", "main")
	server := serve(t, n, true)
	want := []Head{{"main", n.id("main"), true}, {"early", n.id("early"), false}, {"work/in-progress", n.id("work/in-progress"), false}}
	for name, url := range map[string]string{"server": server.URL + "/.git", "folder": "file://" + n.dir} {
		got, err := open(t, Options{}).Heads(context.Background(), url)
		if err != nil || !slices.Equal(got, want) {
			t.Errorf("%s: got %v, %v; want %v", name, got, err, want)
		}
	}
}

func TestHeadsThatCannotBeHad(t *testing.T) {
	t.Parallel()
	n := newNative(t)
	server := serve(t, n, true)
	offline := open(t, Options{Offline: true})
	if _, err := offline.Heads(context.Background(), server.URL+"/.git"); !errors.Is(err, ErrOffline) {
		t.Errorf("offline: got %v, want ErrOffline", err)
	}
	online := open(t, Options{})
	if heads, err := online.Heads(context.Background(), server.URL+"/.git"); err != nil || len(heads) != 0 {
		t.Errorf("without commits: got %v, %v", heads, err)
	}
	secret := strings.Replace(server.URL, "://", "://you:hunter2@", 1) + "/private/.git"
	_, err := online.Heads(context.Background(), secret)
	if err == nil || strings.Contains(err.Error(), "hunter2") || !strings.Contains(err.Error(), "asks for credentials") {
		t.Errorf("refused: got %v", err)
	}
}
