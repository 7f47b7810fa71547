package patches

import (
	"context"
	"errors"
	"fmt"
	"regexp"
	"strings"

	"github.com/go-git/go-git/v5/plumbing"
)

// compare applies a case both ways; the complaint is empty if all is well.
func (w *workbench) compare(tr *trial, worker int) (tally, string) {
	want, gitSays, err := w.gitApply(tr, worker)
	if errors.Is(err, errGitBroken) {
		return tally{broken: 1}, ""
	}
	if err != nil {
		return tally{differ: 1}, err.Error()
	}
	ours := func(lenient bool) (Verdict, error) {
		opts := tr.opts
		opts.Check, opts.Lenient, opts.AllowFuzz = true, lenient, true
		return Apply(context.Background(), w.objects, plumbing.NewHash(tr.tree), "x.patch", tr.patch, opts)
	}
	v, err := ours(true)
	if err != nil {
		return tally{differ: 1}, fmt.Sprintf("error: %v", err)
	}
	if v.Tree != want {
		if reason := knownDifference(tr, v, want); reason != "" {
			if strict, err := ours(false); err != nil || strict.Tree != "" && strict.Tree != want {
				return tally{differ: 1}, fmt.Sprintf("strictly got %s, want %q or nothing: %v", strict.Tree, want, err)
			}
			return tally{stricter: 1, reasons: map[string]int{reason: 1}}, ""
		}
		return tally{differ: 1}, fmt.Sprintf("got %s (%s), want %q: %s", describeVerdict(v), v.Tree, want, gitSays)
	}
	strict, err := ours(false)
	switch {
	case err != nil:
		return tally{differ: 1}, fmt.Sprintf("error: %v", err)
	case want == "" && strict.Tree == "":
		return tally{refused: 1}, ""
	case strict.Tree == want:
		return tally{applied: 1}, ""
	case strict.Tree != "":
		return tally{differ: 1}, fmt.Sprintf("strictly got %s, want %q", strict.Tree, want)
	}
	reason := stricterOnPurpose(strict, tr, want)
	if reason == "" {
		return tally{differ: 1}, fmt.Sprintf("strictly %s, and no reason is known", describeVerdict(strict))
	}
	return tally{stricter: 1, reasons: map[string]int{reason: 1}}, ""
}

var (
	anyMode    = regexp.MustCompile(`(?m)^(?:(?:old|new|deleted file|new file) mode|index [0-9a-f]+\.\.[0-9a-f]+) +([^\n]*)`)
	soundMode  = regexp.MustCompile(`^(?:100644|100755|120000|160000)\s*$`)
	loneMarker = regexp.MustCompile(`(?m)^[- ].*\n\\ .*\n(?:[+].*\n)*[- ]`)
)

// knownDifference names the reasons for which even with Options.Lenient the outcome is
// not that of git 2.39. Each is something that no diff has.
func knownDifference(tr *trial, v Verdict, want string) string {
	for _, mode := range anyMode.FindAllSubmatch(tr.patch, -1) {
		if !soundMode.Match(mode[1]) {
			return "lenient: a mode that is none (git 2.39 takes it as it is, later ones do not)"
		}
	}
	if v.Tree != "" || want == "" || v.Fault == nil {
		return ""
	}
	if loneMarker.Match(tr.patch) {
		return "lenient: a line without newline ahead of another (git joins the two)"
	}
	return ""
}

// stricterOnPurpose names the reason for which a patch that git applies is refused.
func stricterOnPurpose(v Verdict, tr *trial, want string) string {
	message := ""
	if v.Fault != nil {
		message = v.Fault.Message
	}
	switch v.Status {
	case Empty, Landed, PartlyLanded:
		if want == tr.tree {
			return "nothing would change"
		}
	case Damaged:
		if message != "" {
			return "damaged: bytes that look like patch are not read by git"
		}
	case Conflict:
		for _, known := range []string{"has a line break in its name"} {
			if strings.Contains(message, known) {
				return known
			}
		}
	}
	return ""
}

func describeVerdict(v Verdict) string {
	s := string(v.Status)
	if v.Fault != nil {
		s += fmt.Sprintf(" (line %d: %s)", v.Fault.Line, v.Fault.Message)
	}
	for _, f := range v.Files {
		if f.Fault != nil {
			s += fmt.Sprintf(" [%s: %s]", f.Path, f.Fault.Message)
		}
	}
	return s
}
