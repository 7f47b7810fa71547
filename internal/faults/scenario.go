package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// scenario is one command that writes.
type scenario struct {
	name string
	// before are command lines of a shell that make the state it starts from.
	before string
	// argv are cairn's arguments; the folder is the world's.
	argv []string
	// again are the arguments of the run after a fault, where they are others.
	again []string
}

// The workspace that all scenarios start from: two components of the embedded history,
// one of them built from the other's output by a shell alone, so that no compiler has to
// be there.
const workspace = `
upstream "ember" {
  embedded = "ember"
}
toolchain "host" {
  host {
    programs = ["sh"]
  }
}
stack "made" {
  component "one" {
    source {
      upstream = upstream.ember
      revision = "4fc93ddf49e1bc9eb6bc6bd853f5efcc9b93ee4d"
    }
    build "command" {
      toolchain = toolchain.host
      commands  = [["sh", "-c", "mkdir -p /out/share; i=0; while [ $i -lt 100 ]; do echo $i >/out/share/$i; i=$((i+1)); done"]]
    }
  }
  component "two" {
    source {
      upstream = upstream.ember
      revision = "4fc93ddf49e1bc9eb6bc6bd853f5efcc9b93ee4d"
    }
    build "command" {
      toolchain = toolchain.host
      needs     = ["one"]
      commands  = [["sh", "-c", "mkdir -p /out/bin /out/lib; cp /bin/sh /out/bin/shell; cat /deps/one/share/* >/out/lib/all"]]
    }
  }
  image {
    entrypoint = ["/opt/stack/bin/shell"]
  }
}
`

var scenarios = []scenario{
	{name: "lock", argv: words("-C work lock made")},
	{name: "lock, moved", before: "cairn -C work lock made\nsed -i s/100/101/ work/made.hcl", argv: words("-C work lock made")},
	{name: "fetch", before: "cairn -C work lock made\nrm -rf \"$XDG_CACHE_HOME\"", argv: words("-C work fetch made")},
	{name: "build", before: "cairn -C work lock made", argv: words("-C work build made")},
	{name: "build, one changed", before: "cairn -C work lock made\ncairn -C work build made\nsed -i s/lib.all/lib.most/ work/made.hcl\ncairn -C work lock made", argv: words("-C work build made")},
	{name: "image", before: "cairn -C work lock made\ncairn -C work build made", argv: words("-C work image made -o image")},
	{name: "init", before: "cairn patch checkout ember upstream\nmkdir folder\ncp definitions/patches/ember/000[1-7]* folder", argv: words("init file:///WORLD/upstream folder mine --name engine")},
	{name: "rebase", before: ownEmber, argv: words("-C my rebase ember --onto 84f02fc45ba15d95beb351ed0e9d350f3e1bcea1"), again: words("-C my rebase ember --status")},
	{name: "rebase --continue", before: ownEmber + stopped, argv: words("-C my rebase ember --continue"), again: words("-C my show ember")},
	{name: "patch checkout", before: ownEmber, argv: words("-C my patch checkout ember series")},
}

func words(line string) []string { return strings.Fields(line) }

const (
	ownEmber = "cp -r definitions my\ncp -r locks my/lockfiles\necho 'cairn {}' >my/cairn.hcl\n"
	stopped  = "cairn -C my rebase ember --onto 84f02fc45ba15d95beb351ed0e9d350f3e1bcea1 || true\n" +
		"sed -i '/^[<|=>]\\{7\\}/d; /mean\\./d' my/.cairn/rebase/ember/engine/session/conflict-1/programs/bench.cpp\n"
)

// prepared is a scenario with the state that it starts from and the one that it ends in.
type prepared struct {
	scenario
	template string
	status   int           // of an undisturbed run
	took     time.Duration // by one
	want     map[string]string
}

// prepare makes the state before, and runs the command undisturbed.
func (s *suite) prepare(sc scenario) (*prepared, error) {
	p := &prepared{scenario: sc, template: filepath.Join(s.dir, "template")}
	w := s.world(p.template)
	if err := os.MkdirAll(filepath.Join(w.dir, "work"), 0o755); err != nil {
		return nil, err
	}
	if err := os.WriteFile(filepath.Join(w.dir, "work", "made.hcl"), []byte(workspace), 0o644); err != nil {
		return nil, err
	}
	for from, to := range map[string]string{"stacks/definitions": "definitions", "lockfiles": "locks"} {
		if err := os.CopyFS(filepath.Join(w.dir, to), os.DirFS(from)); err != nil {
			return nil, err
		}
	}
	if out, err := w.shell(sc.before); err != nil {
		return nil, fmt.Errorf("%w\n%s", err, out)
	}
	clean, err := s.copyOf(p)
	if err != nil {
		return nil, err
	}
	defer removeAll(clean.dir)
	start := time.Now()
	out, status := clean.run(p.argv)
	p.took, p.status = time.Since(start), status
	if status != 0 && status != 3 { // a rebase that stops at a conflict
		return nil, fmt.Errorf("exit status %d\n%s", status, out)
	}
	if p.again != nil {
		clean.run(p.again)
	}
	p.want, err = clean.state()
	return p, err
}
