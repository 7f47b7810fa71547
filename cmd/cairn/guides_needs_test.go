package main

import (
	"io"
	"log"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"cairn/builder/sandbox"

	"github.com/google/go-containerregistry/pkg/registry"
	"github.com/rogpeppe/go-internal/txtar"
)

// pageRegistry is what pages call the registry that they push to.
const pageRegistry = "ghcr.io"

// has says whether a page may go on; what can be given to it is.
func (g *guideShell) has(t *testing.T, need string) bool {
	switch need {
	case "compilers":
		return haveCompilers()
	case "git":
		return haveAll("git")
	case "sandbox":
		return sandbox.Check() == nil
	case "registry":
		server := httptest.NewServer(registry.New(registry.Logger(log.New(io.Discard, "", 0)), registry.WithReferrersSupport(true)))
		t.Cleanup(server.Close)
		g.registry = strings.TrimPrefix(server.URL, "http://")
		return true
	case "cluster":
		g.cluster = t.TempDir()
		g.path = playedCluster(t) + ":"
		return true
	}
	panic("no such need: " + need)
}

// playedCluster is a folder with the programs that stand for Slurm's in its script.
func playedCluster(t *testing.T) string {
	archive, err := txtar.ParseFile("testdata/script/slurm.txtar")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	for _, file := range archive.Files {
		name, isProgram := strings.CutPrefix(file.Name, "bin/")
		if !isProgram {
			continue
		}
		if err := os.WriteFile(filepath.Join(dir, name), file.Data, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}
