package patches

import (
	"bytes"
	"crypto/sha1"
	"encoding/hex"
)

// patchID is what git patch-id --stable makes of a diff: a sum of one hash per file,
// of the lines without their whitespace and without positions and blob ids (of binary
// files, with these).
func patchID(diff []byte) string {
	var sum [sha1.Size]byte
	hash := sha1.New()
	flush := func() {
		carry := 0
		for i, b := range hash.Sum(nil) {
			carry += int(sum[i]) + int(b)
			sum[i] = byte(carry)
			carry >>= 8
		}
		hash.Reset()
	}
	var ids []byte // of the index line
	const bodyNone, bodyLines, bodyBinary = 0, 1, 2
	begun, body := false, bodyNone
	for line := range bytes.Lines(diff) {
		if (body == bodyNone || line[0] == 'd') && bytes.HasPrefix(line, []byte("diff --git ")) {
			was := body
			begun, body, ids = true, bodyNone, nil
			switch was {
			case bodyLines:
				// A section without hunks goes with the next one.
				flush()
			case bodyBinary:
				// Git overlooks the header of a section after a binary one.
				continue
			}
		}
		switch {
		case !begun:
			continue
		case body == bodyNone && bytes.HasPrefix(line, []byte("index ")):
			ids = bytes.Fields(line)[1]
			continue
		case body == bodyNone && (bytes.HasPrefix(line, []byte("GIT binary patch")) || bytes.HasPrefix(line, []byte("Binary files"))):
			old, created, _ := bytes.Cut(ids, []byte(".."))
			hash.Write(old)
			hash.Write(created)
			flush()
			body = bodyBinary
			continue
		case body == bodyBinary:
			continue
		case body == bodyNone && bytes.HasPrefix(line, []byte("--- ")):
			body = bodyLines
		case body == bodyNone && bytes.HasPrefix(line, []byte("+++ ")), bytes.HasPrefix(line, []byte("@@ ")), line[0] == '\\':
			if line[0] != '+' {
				continue
			}
		}
		hash.Write(bytes.Join(bytes.Fields(line), nil))
	}
	flush()
	return hex.EncodeToString(sum[:])
}
