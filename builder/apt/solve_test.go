package apt

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"os/exec"
	"slices"
	"strings"
	"testing"

	"cairn/stacks"
)

// index reads stanzas as tests write them: "name version; Field: value; …".
func index(t *testing.T, lines ...string) []*candidate {
	t.Helper()
	var text strings.Builder
	for _, line := range lines {
		head, rest, _ := strings.Cut(line, ";")
		name, version, _ := strings.Cut(strings.TrimSpace(head), " ")
		fmt.Fprintf(&text, "Package: %s\nVersion: %s\nFilename: pool/%s\nSHA256: %064x\nSize: 1\n", name, version, name, len(text.String())+1)
		if !strings.Contains(rest, "Architecture") {
			rest += "; Architecture: amd64"
		}
		for f := range strings.SplitSeq(rest, ";") {
			if f = strings.TrimSpace(f); f != "" {
				text.WriteString(f + "\n")
			}
		}
		text.WriteString("\n")
	}
	all, err := parsePackages("Packages", text.String(), "amd64", 0)
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func TestChoice(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		index []string
		roots []string
		want  string // names, or "!" and a part of the error
	}{
		"dependencies of dependencies": {[]string{"a 1; Depends: b", "b 1; Pre-Depends: c", "c 1", "d 1"}, []string{"a"}, "a=1 b=1 c=1"},
		"the newest version":           {[]string{"a 1", "a 1.10", "a 1.9", "a 1.10~rc1"}, []string{"a"}, "a=1.10"},
		"an older one where asked":     {[]string{"a 1; Depends: b (<< 2)", "b 1", "b 2"}, []string{"a"}, "a=1 b=1"},
		"exact siblings":               {[]string{"a 2; Depends: b (= 2)", "a 1; Depends: b (= 1)", "b 1"}, []string{"a"}, "a=1 b=1"},
		"the first alternative":        {[]string{"a 1; Depends: b | c", "b 1", "c 1"}, []string{"a"}, "a=1 b=1"},
		"the only one there is":        {[]string{"a 1; Depends: x | c", "c 1"}, []string{"a"}, "a=1 c=1"},
		"one that is chosen already":   {[]string{"a 1; Depends: b | c", "b 1", "c 1"}, []string{"a", "c"}, "a=1 c=1"},
		"virtual, by priority":         {[]string{"a 1; Depends: awk", "gawk 1; Provides: awk; Priority: optional", "mawk 1; Provides: awk; Priority: required"}, []string{"a"}, "a=1 mawk=1"},
		"virtual, by name":             {[]string{"a 1; Depends: v", "y 1; Provides: v", "x 1; Provides: v"}, []string{"a"}, "a=1 x=1"},
		"real before virtual":          {[]string{"a 1; Depends: v", "x 1; Provides: v", "v 1"}, []string{"a"}, "a=1 v=1"},
		"provided with a version":      {[]string{"a 1; Depends: v (>= 2)", "x 1; Provides: v", "y 1; Provides: v (= 2.1)"}, []string{"a"}, "a=1 y=1"},
		"only provided without":        {[]string{"a 1; Depends: v (>= 2)", "x 1; Provides: v"}, []string{"a"}, "!v is only provided, without a version that would do"},
		"no version is not an old one": {[]string{"a 1; Depends: v (<< 2)", "x 1; Provides: v"}, []string{"a"}, "!v is only provided, without a version that would do"},
		"essential":                    {[]string{"a 1", "e 1; Essential: yes; Depends: f", "f 1"}, []string{"a"}, "a=1 e=1 f=1"},
		"conflicts choose otherwise":   {[]string{"a 1; Depends: b | c", "b 1; Conflicts: e", "c 1", "e 1"}, []string{"e", "a"}, "a=1 c=1 e=1"},
		"breaks choose otherwise":      {[]string{"a 1; Depends: b | c", "b 1", "c 1", "e 1; Breaks: b (<< 2)"}, []string{"e", "a"}, "a=1 c=1 e=1"},
		"back from a dead end":         {[]string{"a 1; Depends: b | c", "b 1; Depends: x", "c 1"}, []string{"a"}, "a=1 c=1"},
		"back from far":                {[]string{"a 1; Depends: b | c, d", "b 1", "c 1", "d 1; Conflicts: b"}, []string{"a"}, "a=1 c=1 d=1"},
		"back to an older version":     {[]string{"a 2; Depends: b (>= 2)", "a 1", "b 1"}, []string{"a"}, "a=1"},
		"no conflict with oneself":     {[]string{"a 1; Provides: mta; Conflicts: mta"}, []string{"a"}, "a=1"},
		"conflict by what is provided": {[]string{"a 1; Provides: mta; Conflicts: mta", "b 1; Provides: mta"}, []string{"a", "b"}, "!a 1 conflicts with b 1 (mta)"},
		"any":                          {[]string{"a 1; Depends: p:any", "p 1; Multi-Arch: allowed"}, []string{"a"}, "a=1 p=1"},
		"any of what is not allowed":   {[]string{"a 1; Depends: p:any", "p 1"}, []string{"a"}, "!p 1 is not Multi-Arch: allowed"},
		"our architecture":             {[]string{"a 1; Depends: p:amd64, q:native", "p 1", "q 1"}, []string{"a"}, "a=1 p=1 q=1"},
		"another architecture":         {[]string{"a 1; Depends: p:i386", "p 1"}, []string{"a"}, "!p:i386 is of another architecture"},
		"packages of another are none": {[]string{"a 1; Depends: p", "p 1; Architecture: i386"}, []string{"a"}, "!no repository has p"},
		"for all":                      {[]string{"a 1; Depends: p", "p 1; Architecture: all"}, []string{"a"}, "a=1 p=1"},
		"merged from the beginning":    {[]string{"a 1; Depends: usrmerge | usr-is-merged", "usrmerge 1; Depends: perl", "usr-is-merged 1", "perl 1"}, []string{"a"}, "a=1 usr-is-merged=1"},
		"a cycle":                      {[]string{"a 1; Depends: b", "b 1; Depends: a (>= 1)"}, []string{"a"}, "a=1 b=1"},
		"a version of the definition":  {[]string{"a 2", "a 1"}, []string{"a=1"}, "a=1"},
		"a version that is not there":  {[]string{"a 2"}, []string{"a=1"}, "!there is only a 2"},
		"the chain is told":            {[]string{"a 1; Depends: b", "b 2; Depends: c", "c 3; Depends: d (>= 5) | x", "d 4"}, []string{"a"}, `!nothing meets "d (>= 5) | x", wanted by a 1 → b 2 → c 3: there is only d 4; no repository has x`},
		"nothing":                      {[]string{"a 1"}, []string{"b"}, `!nothing meets "b": no repository has b`},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			def := &stacks.Toolchain{Packages: test.roots}
			packages, err := choose(def, "amd64", index(t, test.index...))
			if part, ok := strings.CutPrefix(test.want, "!"); ok {
				var unmet *UnmetError
				if !errors.As(err, &unmet) || !strings.Contains(err.Error(), part) {
					t.Errorf("got %v, want %q", err, part)
				}
				return
			}
			if got := strings.Join(names(packages), " "); err != nil || got != test.want {
				t.Errorf("got %q, %v, want %q", got, err, test.want)
			}
			// The order of an index does not matter.
			all := index(t, test.index...)
			slices.Reverse(all)
			again, err := choose(def, "amd64", all)
			if got := strings.Join(names(again), " "); err != nil || got != test.want {
				t.Errorf("reversed: got %q, %v", got, err)
			}
		})
	}
}

func TestFirstRepositoryWinsAmongEqualVersions(t *testing.T) {
	t.Parallel()
	first, second := index(t, "a 1")[0], index(t, "a 1")[0]
	first.Path, second.Path, second.repository = "first", "second", 1
	for _, all := range [][]*candidate{{first, second}, {second, first}} {
		packages, err := choose(&stacks.Toolchain{Packages: []string{"a"}}, "amd64", all)
		if err != nil || len(packages) != 1 || packages[0].Path != "first" {
			t.Errorf("got %v, %v", packages, err)
		}
	}
}

func TestRelationsThatAreNone(t *testing.T) {
	t.Parallel()
	for _, text := range []string{"a (1)", "a >= 1", "a (>= )", "(>= 1)", "a b", "a (>= 1", "a [amd64]", "| a"} {
		if got, err := parseClauses(text); err == nil {
			t.Errorf("%q: got %v", text, got)
		}
	}
	clauses, err := parseClauses(" a(>=1) ,b:any (<< 2)|c , ")
	if err != nil || len(clauses) != 2 || clauses[0].String() != "a (>= 1)" || clauses[1].String() != "b:any (<< 2) | c" {
		t.Errorf("got %v, %v", clauses, err)
	}
}

// pieces of version numbers that are easy to get wrong (policy 5.6.12).
var pieces = []string{"0", "1", "01", "9", "10", "~", "~~", "a", "b", "Z", "+", ".", "-", "+b1", "~rc1", "deb12u1", "00000000000000000000000000000001", "18446744073709551617", ""}

func randomVersion(r *rand.Rand) string {
	v := ""
	if r.IntN(4) == 0 {
		v = fmt.Sprintf("%d:", r.IntN(3))
	}
	v += fmt.Sprint(r.IntN(3))
	for range r.IntN(4) {
		v += pieces[r.IntN(len(pieces))]
	}
	if r.IntN(2) == 0 {
		v += "-" + strings.Trim(fmt.Sprint(r.IntN(3))+pieces[r.IntN(len(pieces))], "-")
	}
	return strings.TrimRight(v, "-") // an empty revision is no version to dpkg
}

func TestVersionsAgainstDpkg(t *testing.T) {
	t.Parallel()
	dpkg, err := exec.LookPath("dpkg")
	if err != nil {
		t.Skip("dpkg, the oracle, is not installed")
	}
	const seed = 20260507
	r := rand.New(rand.NewPCG(seed, 0))
	// One shell asks dpkg for all pairs: a process each would take minutes.
	var script strings.Builder
	var pairs [][2]string
	for range 400 {
		a := randomVersion(r)
		b := randomVersion(r)
		if r.IntN(3) == 0 {
			b = strings.TrimRight(a+pieces[r.IntN(len(pieces))], "-")
		}
		pairs = append(pairs, [2]string{a, b})
		fmt.Fprintf(&script, "if %[1]s --compare-versions '%[2]s' lt '%[3]s'; then echo lt; elif %[1]s --compare-versions '%[2]s' eq '%[3]s'; then echo eq; else echo gt; fi\n", dpkg, a, b)
	}
	out, err := exec.CommandContext(t.Context(), "sh", "-c", script.String()).Output()
	if err != nil {
		t.Fatal(err)
	}
	answers := strings.Fields(string(out))
	seen := map[string]int{}
	for i, pair := range pairs {
		got := "eq"
		if c := compareVersions(pair[0], pair[1]); c < 0 {
			got = "lt"
		} else if c > 0 {
			got = "gt"
		}
		seen[got]++
		if got != answers[i] {
			t.Errorf("%q, %q: got %s, dpkg says %s", pair[0], pair[1], got, answers[i])
		}
		if (compareVersions(pair[1], pair[0]) < 0) != (got == "gt") {
			t.Errorf("%q, %q: not antisymmetric", pair[0], pair[1])
		}
	}
	if seen["lt"] < 50 || seen["gt"] < 50 || seen["eq"] < 5 {
		t.Errorf("the pairs test little: %v", seen)
	}
}

func TestReleaseTrains(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct{ packages, want string }{
		"one train": {"intel-oneapi-compiler-dpcpp-cpp-2025.3 intel-oneapi-compiler-shared-2025.3 intel-oneapi-mkl-core-2025.3 intel-oneapi-tbb-2022.3 intel-oneapi-mpi-2021.17 intel-oneapi-umf-1.0 intel-oneapi-common-vars g++", ""},
		"two compilers": {"intel-oneapi-compiler-dpcpp-cpp-2025.3 intel-oneapi-compiler-dpcpp-cpp-2025.2",
			"not of the oneAPI release train 2025.3: intel-oneapi-compiler-dpcpp-cpp-2025.2 1 (2025.2)"},
		"an older mkl": {"intel-oneapi-compiler-dpcpp-cpp-2025.3 intel-oneapi-mkl-devel-2024.2 intel-oneapi-mkl-core-2024.2",
			"not of the oneAPI release train 2025.3: intel-oneapi-mkl-core-2024.2 1 (2024.2), intel-oneapi-mkl-devel-2024.2 1 (2024.2)"},
		"two of what counts for itself": {"intel-oneapi-compiler-dpcpp-cpp-2025.3 intel-oneapi-tbb-2022.3 intel-oneapi-tbb-2022.2",
			"not of the oneAPI release train 2025.3: intel-oneapi-tbb-2022.2 1 (2022.2), intel-oneapi-tbb-2022.3 1 (2022.3)"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var packages []Package
			for name := range strings.FieldsSeq(test.packages) {
				packages = append(packages, Package{Name: name, Version: "1"})
			}
			got := ""
			if err := CheckTrain("2025.3", packages); err != nil {
				got = err.Error()
			}
			if got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
	// And the lock refuses them.
	def := &stacks.Toolchain{Packages: []string{"icpx"}, OneAPI: "2025.3"}
	_, err := choose(def, "amd64", index(t, "icpx 1; Depends: intel-oneapi-mkl-2024.2", "intel-oneapi-mkl-2024.2 1"))
	var train *TrainError
	if !errors.As(err, &train) {
		t.Errorf("got %v", err)
	}
}

func FuzzStanza(f *testing.F) {
	f.Add("Package: a\nVersion: 1\nArchitecture: amd64\nDepends: b (>= 1) | c,\n d\nFilename: x\nSHA256: " + strings.Repeat("0", 63) + "1\nSize: 3\n\n\nPackage: b\n")
	f.Fuzz(func(t *testing.T, text string) {
		all, err := parsePackages("x", text, "amd64", 0)
		if err != nil {
			return
		}
		u, err := newUniverse("amd64", all)
		if err != nil {
			return
		}
		for _, c := range all {
			if !isLocal(c.Path) {
				t.Errorf("path %q", c.Path)
			}
			_, _ = u.solve([]clause{{{name: c.Name}}})
		}
	})
}
