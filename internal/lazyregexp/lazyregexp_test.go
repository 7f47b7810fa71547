package lazyregexp

import (
	"regexp"
	"slices"
	"testing"
)

func TestRegexpIsTheOneOfThePackage(t *testing.T) {
	t.Parallel()
	const pattern, text = `(?P<a>[a-z]+)-(?P<n>\d+)`, "x ab-12 c-3"
	want, got := regexp.MustCompile(pattern), New(pattern)
	if got.MatchString(text) != want.MatchString(text) || got.Match([]byte("no")) != want.Match([]byte("no")) ||
		!slices.Equal(got.FindStringSubmatch(text), want.FindStringSubmatch(text)) ||
		!slices.Equal(got.SubexpNames(), want.SubexpNames()) ||
		string(got.FindSubmatch([]byte(text))[2]) != "12" ||
		got.ReplaceAllString(text, "$n") != want.ReplaceAllString(text, "$n") {
		t.Error("it answers otherwise")
	}
}

func TestBadPatternsAreSeenInTests(t *testing.T) {
	t.Parallel()
	defer func() {
		if recover() == nil {
			t.Error("New took a pattern that does not compile: only its first use would tell")
		}
	}()
	New(`(`)
}
