package stacks

import (
	"errors"
	"reflect"
	"slices"
	"strings"
	"testing"
)

// mergeSource is a stack with something of everything, and variants that touch
// each part.
const mergeSource = `
upstream "u" {
  git = "https://example.org/a.git"
}

toolchain "host" {
  host {
    programs = ["cc"]
  }
}

toolchain "other" {
  host {
    programs = ["clang"]
  }
}

stack "s" {
  description = "as it is"
  component "a" {
    source {
      upstream = upstream.u
      revision = "db44417b027cff147f7de85e7da22bc6a3a804fb"
    }
    patch "all" {
      path = "patches/there.patch"
    }
    patch "some" {
      path = "patches/there.patch"
      when = ["base", "v"]
    }
    patch "never" {
      path     = "patches/there.patch"
      standing = "negative"
    }
    patch "trial" {
      path     = "patches/there.patch"
      standing = "diagnostic"
      when     = ["w"]
    }
    patch "look" {
      path     = "patches/there.patch"
      standing = "diagnostic"
    }
    build "cmake" {
      toolchain = toolchain.host
      isa       = "x86-64-v3"
      memory    = "2GiB"
      targets   = ["one", "two"]
      options = {
        KEPT    = "1"
        CHANGED = "1"
        GONE    = "1"
      }
    }
    build "command" {
      name      = "docs"
      toolchain = toolchain.host
      commands  = [["make", "docs"]]
    }
  }
  environment {
    variables = {
      KEPT = "1"
      GONE = "1"
    }
  }
  suite "quality" "q" {
    gate "g" {
      command = ["old"]
      expect {
        contains = ["x"]
      }
    }
  }
  suite "throughput" "t" {
    command = ["bench"]
    repeats = 1
    shape {
      prompt = 1
      output = 1
    }
  }
  image {
    user   = "1:1"
    labels = { a = "1", b = "1" }
  }
  unknown "the weather" {
    reason = "nobody looked"
  }
  variant "v" {
    description = "changed"
    without     = ["component.a.build.docs", "suite.throughput.t", "unknown.the weather"]
    component "a" {
      build "cmake" {
        toolchain = toolchain.other
        targets   = ["three"]
        memory    = null
        options = {
          CHANGED = "2"
          GONE    = null
          NEW     = "2"
        }
      }
      build "cmake" {
        name      = "extra"
        toolchain = toolchain.host
        isa       = "znver5"
        needs     = ["a.cmake"]
      }
    }
    environment {
      variables = {
        GONE = null
        NEW  = "2"
      }
    }
    suite "quality" "q" {
      gate "h" {
        command = ["new"]
        expect {
          contains = ["y"]
        }
      }
    }
    suite "quality" "more" {
      gate "g" {
        command = ["more"]
        expect {
          contains = ["z"]
        }
      }
    }
    image {
      user   = null
      labels = { b = "2" }
    }
  }
  variant "w" {
    without = ["image"]
  }
}
`

func mustLoad(t *testing.T, src string) *Workspace {
	t.Helper()
	ws, diags := Load("w", workspaceOf(map[string]string{"f.hcl": src}), "")
	for _, d := range diags {
		t.Error(d)
	}
	if len(diags) > 0 {
		t.FailNow()
	}
	return ws
}

func mustStack(t *testing.T, ws *Workspace, ref string) *Stack {
	t.Helper()
	s, err := ws.Stack(ref)
	if err != nil {
		t.Fatal(err)
	}
	if s.Ref() != ref {
		t.Errorf("got %s, want %s", s.Ref(), ref)
	}
	return s
}

func equal(t *testing.T, what string, got, want any) {
	t.Helper()
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%s: got %v, want %v", what, got, want)
	}
}

func TestVariantsMerge(t *testing.T) {
	t.Parallel()
	ws := mustLoad(t, mergeSource)

	v := mustStack(t, ws, "s@v")
	equal(t, "description", v.Description, "changed")
	equal(t, "variants", v.Variants, []string{"v", "w"})
	a := v.Components[0]
	equal(t, "builds", []string{a.Builds[0].Name, a.Builds[1].Name}, []string{"cmake", "extra"})
	equal(t, "number of builds", len(a.Builds), 2)
	b := a.Builds[0]
	equal(t, "toolchain", b.Toolchain.Name, "other")
	equal(t, "isa", b.ISA, "x86-64-v3")
	equal(t, "memory", b.MemoryBytes, int64(0))
	equal(t, "targets", b.Targets, []string{"three"})
	equal(t, "install, of targets and without", []bool{b.Install, a.Builds[1].Install}, []bool{false, true})
	equal(t, "options", b.Options, map[string]string{"KEPT": "1", "CHANGED": "2", "NEW": "2"})
	equal(t, "environment", v.Environment.Variables, map[string]string{"KEPT": "1", "NEW": "2"})
	equal(t, "suites", len(v.Suites), 2)
	equal(t, "gates of q", len(v.Suites[0].Gates), 1)
	equal(t, "gate of q", v.Suites[0].Gates[0].Command, []string{"new"})
	equal(t, "new suite", v.Suites[1].Name, "more")
	equal(t, "user", v.Image.User, "")
	equal(t, "labels", v.Image.Labels, map[string]string{"a": "1", "b": "2"})
	equal(t, "unknown", len(v.Unknown), 0)

	w := mustStack(t, ws, "s@w")
	if w.Image != nil {
		t.Error("the image was not dropped")
	}

	s := mustStack(t, ws, "s")
	equal(t, "options of the stack", s.Components[0].Builds[0].Options, map[string]string{"KEPT": "1", "CHANGED": "1", "GONE": "1"})
	equal(t, "builds of the stack", len(s.Components[0].Builds), 2)
	equal(t, "suites of the stack", len(s.Suites), 2)
	equal(t, "user of the stack", s.Image.User, "1:1")

	for ref, want := range map[string][]string{"s": {"all", "some"}, "s@v": {"all", "some"}, "s@w": {"all", "trial"}} {
		st := mustStack(t, ws, ref)
		var applied []string
		for _, p := range st.Components[0].Patches {
			if p.Applies(st.Variant) {
				applied = append(applied, p.Name)
			}
		}
		equal(t, "patches of "+ref, applied, want)
	}
}

func TestStackIsTheCallersOwn(t *testing.T) {
	t.Parallel()
	ws := mustLoad(t, mergeSource)
	for _, ref := range []string{"s", "s@v"} {
		s := mustStack(t, ws, ref)
		want := s.Digest()
		if s.Components[0].Source.Upstream == ws.Upstreams["u"] {
			t.Errorf("%s shares its upstream with the workspace", ref)
		}
		s.Components[0].Source.Upstream.Git = "changed"
		s.Components[0].Builds[0].Options["KEPT"] = "changed"
		s.Components[0].Builds[0].Toolchain.Programs[0] = "changed"
		s.Components[0].Patches[0].Path = "changed"
		s.Environment.Variables["KEPT"] = "changed"
		s.Suites[0].Gates[0].Command[0] = "changed"
		s.Image.Labels["a"] = "changed"
		s.Variants[0] = "changed"
		if s.Digest() == want {
			t.Errorf("%s: the digest does not see changes", ref)
		}
		if got := mustStack(t, ws, ref).Digest(); got != want {
			t.Errorf("%s: a caller's change reached the workspace", ref)
		}
	}
}

func TestCloneKeepsSharing(t *testing.T) {
	t.Parallel()
	ws := mustLoad(t, mergeSource)
	s := mustStack(t, ws, "s")
	if s.Components[0].Builds[0].Toolchain != s.Components[0].Builds[1].Toolchain {
		t.Error("one toolchain became two")
	}
	if !reflect.DeepEqual(ws.Stacks["s"], s) {
		t.Error("the copy differs")
	}
}

func TestUnknownStacks(t *testing.T) {
	t.Parallel()
	ws := mustLoad(t, mergeSource)
	for ref, want := range map[string]NotFoundError{
		"t":   {What: "stack", Name: "t", Have: []string{"s"}},
		"S":   {What: "stack", Name: "S", Have: []string{"s"}, Near: "s"},
		"":    {What: "stack", Name: "", Have: []string{"s"}},
		"t@v": {What: "stack", Name: "t", Have: []string{"s"}},
		"s@":  {What: "variant", Of: "s", Name: "", Have: []string{"v", "w"}},
		"s@V": {What: "variant", Of: "s", Name: "V", Have: []string{"v", "w"}, Near: "v"},
	} {
		_, err := ws.Stack(ref)
		var got *NotFoundError
		if !errors.As(err, &got) {
			t.Fatalf("%q: got %v", ref, err)
		}
		equal(t, ref, *got, want)
		if !strings.Contains(err.Error(), strings.Join(want.Have, ", ")) && want.Near == "" {
			t.Errorf("%q: %v does not say what there is", ref, err)
		}
	}
	many := NotFoundError{What: "stack", Name: "x"}
	for i := range maxNamed + 1 {
		many.Have = append(many.Have, string(rune('a'+i)))
	}
	if got := many.Error(); got != `no stack "x"; there are 13, from a to m` {
		t.Errorf("got %s", got)
	}
	many.Have = many.Have[1:]
	if got := many.Error(); !strings.HasSuffix(got, "; there is: "+strings.Join(many.Have, ", ")) {
		t.Errorf("got %s", got)
	}
	if _, err := ws.Stack("s@V"); err.Error() != `stack "s" has no variant "V"; did you mean "v"?` {
		t.Errorf("got %v", err)
	}
}

func TestResults(t *testing.T) {
	t.Parallel()
	ws := mustLoad(t, mergeSource+`
result "cmous57ci" {
  date     = "2026-05-07"
  lane     = "qwen"
  stack    = stack.s
  variant  = "v"
  standing = "accepted"
  notes    = "best"
  sources  = ["README"]
  shape {
    prompt  = 512
    output  = 512
    context = 0
    batch   = 1
  }
  metrics {
    output_tok_s = 49.553
  }
}
`)
	r := ws.Results["cmous57ci"]
	equal(t, "stack", r.Stack, "s@v")
	equal(t, "metrics", r.Metrics, map[string]float64{"output_tok_s": 49.553})
	equal(t, "shape", []int{r.Prompt, r.Output, r.Context, r.Batch}, []int{512, 512, 0, 1})
	equal(t, "sources", r.Sources, []string{"README"})
}

func TestModelIsPutInItsPlace(t *testing.T) {
	t.Parallel()
	ws := mustLoad(t, `
upstream "u" {
  git = "https://example.org/a.git"
}
model "m" {
  file    = "m.gguf"
  unknown = "a test"
}
stack "s" {
  component "a" {
    source {
      upstream = upstream.u
      revision = "db44417b027cff147f7de85e7da22bc6a3a804fb"
    }
  }
  suite "quality" "q" {
    model     = model.m
    variables = { M = "file:${model}" }
    gate "g" {
      command = ["run", "${model}", "--x=${model}", "$${model}"]
      stdin   = <<-EOT
        load ${model}
        EOT
      expect {
        contains = ["x"]
      }
    }
  }
}
`)
	suite := mustStack(t, ws, "s").Suites[0]
	equal(t, "command", suite.Gates[0].Command, []string{"run", "/models/m.gguf", "--x=/models/m.gguf", "${model}"})
	equal(t, "stdin", suite.Gates[0].Stdin, "load /models/m.gguf\n")
	equal(t, "variables", suite.Variables, map[string]string{"M": "file:/models/m.gguf"})
	if !slices.Equal(suite.Gates[0].Expect.Contains, []string{"x"}) {
		t.Error("the expectation was changed")
	}
}
