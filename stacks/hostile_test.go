package stacks

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// many joins what write gives for 0, 1, … until a file is nearly as large as one may be.
func many(most int, write string) string {
	var b strings.Builder
	for i := 0; i < most && b.Len() < maxFileBytes*9/10; i++ {
		fmt.Fprintf(&b, write, i)
	}
	return b.String()
}

// TestHostileDefinitions wants definitions that somebody made large on purpose reported,
// soon and in words that fit a terminal.
func TestHostileDefinitions(t *testing.T) {
	t.Parallel()
	const noSource = "  component \"c\" {\n"
	upstream := "upstream \"u\" {\n  git = \"https://example.com/u.git\"\n}\n"
	names := strings.TrimSuffix(many(20_000, `"xcmake%d", `), ", ")
	builds := many(5000, "component \"c%d\" {\n  build \"cmake\" {}\n}\n")
	chain := many(5000, "component \"c%[1]d\" {\n  build \"cmake\" {\n    needs = [\"c%[1]d1\", \"c%[1]d2\"]\n  }\n}\n")
	long := strings.Repeat("x", 900_000)
	for name, c := range map[string]struct{ src, summary string }{
		"a million components":        {"stack \"s\" {\n" + strings.Repeat("component \"c\" {}\n", 1_000_000) + "}\n", "Oversized file"},
		"as many as a file holds":     {"stack \"s\" {\n" + many(20_000, "component \"c%d\" {}\n") + "}\n", "Missing block"},
		"of one name":                 {"stack \"s\" {\n" + strings.Repeat("component \"c\" {}\n", 50_000) + "}\n", "Duplicate name"},
		"variants times components":   {"stack \"s\" {\n" + many(5000, "component \"c%d\" {}\n") + many(5000, "variant \"v%d\" {}\n") + "}\n", "Oversized stack"},
		"stacks times upstreams":      {many(9000, "upstream \"u%d\" {}\n") + many(9000, "stack \"s%d\" {}\n"), "Oversized stack"},
		"builds times outputs":        {"toolchain \"t\" {\n" + builds + "}\nstack \"s\" {\n" + strings.ReplaceAll(builds, "{}", "{ toolchain = toolchain.t }") + "}\n", "Oversized stack"},
		"changes of every component":  {"stack \"s\" {\n" + many(12_000, "component \"c%d\" {}\n") + "variant \"v\" {\n" + many(12_000, "component \"c%d\" {}\n") + many(3000, "component \"d%d\" {}\n") + "}\n}\n", "No such component"},
		"changes of every build":      {"stack \"s\" {\ncomponent \"c\" {\n" + many(8000, "build \"cmake\" { name = \"n%d\" }\n") + "}\nvariant \"v\" {\ncomponent \"c\" {\n" + many(8000, "build \"cmake\" { name = \"n%d\" }\n") + "}\n}\n}\n", "Missing attribute"},
		"drops of nothing":            {"stack \"s\" {\n" + builds + "variant \"v\" {\n  without = [" + names + "]\n}\n}\n", "No such block"},
		"needs of nothing":            {"stack \"s\" {\n" + builds + noSource + "build \"cmake\" {\n  needs = [" + names + "]\n}\n}\n}\n", "No such build"},
		"sources of nothing":          {"stack \"s\" {\n" + builds + noSource + "build \"cmake\" {\n  sources = [" + names + "]\n}\n}\n}\n", "No such component"},
		"variants of nothing":         {upstream + "stack \"s\" {\n" + noSource + "patch \"p\" {\n  path = \"patches/there.patch\"\n  when = [" + names + "]\n}\n}\n" + many(20, "variant \"v%d\" {}\n") + "}\n", "No such variant"},
		"upstreams of nothing":        {many(9000, "upstream \"u%d\" {}\n") + "stack \"s\" {\n" + many(5000, "component \"c%[1]d\" {\n  source { upstream = upstream.v%[1]d }\n}\n") + "}\n", "No such upstream"},
		"patches of nothing":          {"stack \"s\" {\n" + noSource + many(9000, "patch \"p%[1]d\" { path = \"patches/thre%[1]d.patch\" }\n") + "}\n}\n", "No such patch file"},
		"pins of nothing":             {"stack \"s\" {\npython {\n  requires = [" + names + "]\n  indexes = {\n" + many(9000, "\"y%d\" = \"pypi\"\n") + "}\n}\n}\n", "No such requirement"},
		"a web of needs":              {"stack \"s\" {\n" + chain + "}\n", "No such build"},
		"a cycle of five thousand":    {"stack \"s\" {\n" + cycle(5000) + "}\n", "Cycle of builds"},
		"a name of a megabyte":        {"stack \"" + long + "\" {}\n", "Unsupported name"},
		"a type of a megabyte":        {long + " \"s\" {}\n", "Unsupported block"},
		"an attribute of a megabyte":  {"stack \"s\" {\n  " + long + " = 1\n}\n", "Unsupported attribute"},
		"a value of a megabyte":       {"upstream \"u\" {\n  git = \"" + long + "\"\n}\n", "Malformed URL"},
		"a reference of a megabyte":   {"stack \"s\" {\n" + noSource + "source { upstream = upstream." + long + " }\n}\n}\n", "No such upstream"},
		"a number of a megabyte":      {"model \"m\" {\n  size = " + strings.Repeat("9", 100_000) + "\n}\n", "Unsuitable number"},
		"an exponent of ten digits":   {"model \"m\" {\n  size = 1e1999999999\n}\n", "Unsuitable number"},
		"a regular expression's bomb": {"stack \"s\" {\nsuite \"quality\" \"q\" {\n  gate \"g\" {\n    command = [\"a\"]\n    expect { matches = [\"(((x{900}){900}){900})\"] }\n  }\n}\n}\n", "Malformed regular expression"},
	} {
		t.Run(name, func(t *testing.T) {
			start := time.Now()
			_, diags := Load("w", workspaceOf(map[string]string{"f.hcl": c.src}), "0.1.0")
			if took := time.Since(start); took > time.Minute {
				t.Errorf("took %v", took)
			} else if testing.Verbose() {
				t.Logf("%v, %d faults", took, len(diags))
			}
			found := false
			summaries := map[string]int{}
			for _, d := range diags {
				found = found || d.Summary == c.summary
				summaries[d.Summary]++
				if len(d.Detail) > 5000 {
					t.Fatalf("%s: a detail of %d bytes: %.200s", d.Summary, len(d.Detail), d.Detail)
				}
			}
			if !found {
				t.Errorf("got %v, want %s", summaries, c.summary)
			}
			if n := summaries["Oversized stack"]; n > 1 {
				t.Errorf("that a stack is too large is said %d times", n)
			}
		})
	}
}

// cycle is n builds of which each needs the next, and the last the first.
func cycle(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "component \"c%d\" {\n  build \"cmake\" {\n    needs = [\"c%d\"]\n  }\n}\n", i, (i+1)%n)
	}
	return b.String()
}
