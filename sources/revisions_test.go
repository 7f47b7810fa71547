package sources

import (
	"errors"
	"strings"
	"testing"

	"github.com/go-git/go-git/v5/plumbing"
)

// What a server lists is picked as git would, but for a name of two commits.
func TestPickReference(t *testing.T) {
	t.Parallel()
	one, two, tag := strings.Repeat("1", 40), strings.Repeat("2", 40), strings.Repeat("a", 40)
	references := []*plumbing.Reference{
		plumbing.NewSymbolicReference(plumbing.HEAD, "refs/heads/main"),
		plumbing.NewReferenceFromStrings("refs/heads/main", one),
		plumbing.NewReferenceFromStrings("refs/heads/both", one),
		plumbing.NewReferenceFromStrings("refs/tags/both", tag),
		plumbing.NewReferenceFromStrings("refs/tags/both^{}", one),
		plumbing.NewReferenceFromStrings("refs/heads/torn", one),
		plumbing.NewReferenceFromStrings("refs/tags/torn", two),
		plumbing.NewReferenceFromStrings("refs/tags/v1", tag),
		plumbing.NewReferenceFromStrings("refs/tags/v1^{}", two),
	}
	for name, want := range map[string]string{
		"HEAD": one, "main": one, "heads/main": one, "refs/heads/main": one, "v1": two, "tags/v1": two,
		"both": one, "refs/tags/torn": two, "heads/torn": one,
	} {
		if got, err := pick(location{url: "u"}, references, name); err != nil || got.String() != want {
			t.Errorf("%s: got %s, %v, want %s", name, got, err, want)
		}
	}
	var ambiguous *AmbiguousError
	if _, err := pick(location{url: "u"}, references, "torn"); !errors.As(err, &ambiguous) || len(ambiguous.IDs) != 2 {
		t.Errorf("torn: got %v, want both", err)
	}
	var unknown *NoRevisionError
	for _, name := range []string{"v", "", "v1^{}x", "origin/main"} {
		if _, err := pick(location{url: "u"}, references, name); !errors.As(err, &unknown) {
			t.Errorf("%q: got %v, want none", name, err)
		}
	}
}
