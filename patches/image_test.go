package patches

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/go-git/go-git/v5/plumbing"
)

// The id of a file that is never put together is that of the file: lines that fill the
// room, exceed it, and stand on both sides of the gap.
func TestBlobIDOfLines(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(1, 2))
	for _, longest := range []int{0, 10, 1000, hashedBytes - 1, hashedBytes, 3 * hashedBytes} {
		var content []byte
		for range 200 {
			content = append(content, strings.Repeat("x", r.IntN(longest+1))+"\n"...)
		}
		m := newImage(content, 5)
		m.replace(77, 3, []imageLine{{text: []byte("one\n")}, {text: []byte("two\n")}})
		whole := m.bytes()
		if got, want := m.blobID(len(whole)), objectID(plumbing.BlobObject, whole); got != want {
			t.Errorf("lines of up to %d bytes: got %s, want %s", longest, got, want)
		}
	}
}
