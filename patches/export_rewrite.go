package patches

import (
	"bytes"
	"compress/gzip"
	"encoding/base64"
	"fmt"
	"io"
	"regexp"
	"slices"

	"github.com/klauspost/compress/zstd"
	"github.com/ulikunitz/xz"
)

// EncodingError says that a file cannot be written in an encoding.
type EncodingError struct{ Name, Encoding string }

func (e *EncodingError) Error() string {
	return fmt.Sprintf("%s: %s can be read, but not written", e.Name, e.Encoding)
}

// Rewrite puts a new diff into a patch file. The text before the diff (a mail's header
// and message) and a mail's signature stay, a diffstat goes, as it would not be true.
// The encodings are put on again, the same way each time: gzip at level 9 without name
// and time (gzip -n -9, by Go's deflate), base64 in lines of 76 characters (coreutils
// base64), zstd and xz at their libraries' defaults. Errors are *DecodeError for the
// old file, *EncodingError for bzip2.
func Rewrite(name string, old, diff []byte) ([]byte, error) {
	decoded, err := Decode(name, old, Limits{})
	if err != nil {
		return nil, err
	}
	text := slices.Concat(preamble(decoded), diff, signature(decoded))
	for _, encoding := range slices.Backward(decoded.Encoding) {
		if text, err = encode(name, encoding, text); err != nil {
			return nil, err
		}
	}
	return text, nil
}

// statLine is a line of a diffstat or of its summary (git diff --stat --summary).
var statLine = regexp.MustCompile(`^ (.* \| +(\d+( [+-]+)?|Bin .*)|\d+ files? changed.*|(create|delete) mode \d{6} .*|mode change \d{6} => \d{6}.*|(rename|copy|rewrite) .* \(\d+%\))$`)

// preamble is what stands before the diff.
func preamble(d *Decoded) []byte {
	patch := Parse(d.Diff, ParseOptions{})
	end := patch.Preamble
	if len(patch.Files) > 0 {
		end = patch.Files[0].Start
	}
	if d.Mail == nil {
		return d.Diff[:end]
	}
	var kept []byte
	rule := false
	for line := range bytes.Lines(d.Diff[:end]) {
		text := bytes.TrimRight(line, "\r\n")
		if rule && statLine.Match(text) {
			continue
		}
		rule = rule || bytes.Equal(text, []byte("---"))
		kept = append(kept, line...)
	}
	return kept
}

// signature is what stands behind the diff of a mail, from its "-- " on.
func signature(d *Decoded) []byte {
	if d.Mail == nil || d.Mail.Messages > 1 {
		return nil
	}
	rest := d.Diff
	if files := Parse(d.Diff, ParseOptions{}).Files; len(files) > 0 {
		rest = d.Diff[files[len(files)-1].End:]
	}
	for line := range bytes.Lines(rest) {
		if text := bytes.TrimRight(line, "\r\n"); string(text) == "-- " {
			return rest
		}
		rest = rest[len(line):]
	}
	return nil
}

// base64Columns is the line length of coreutils base64.
const base64Columns = 76

// encode puts one encoding on.
func encode(name, encoding string, content []byte) ([]byte, error) {
	var out bytes.Buffer
	var writer io.WriteCloser
	var err error
	switch encoding {
	case "base64":
		text := base64.StdEncoding.AppendEncode(nil, content)
		for line := range slices.Chunk(text, base64Columns) {
			out.Write(line)
			out.WriteByte('\n')
		}
		return out.Bytes(), nil
	case "gzip":
		var z *gzip.Writer
		if z, err = gzip.NewWriterLevel(&out, gzip.BestCompression); err == nil {
			z.OS = 3 // Unix, as gzip writes it; Go says "unknown"
			writer = z
		}
	case "zstd":
		writer, err = zstd.NewWriter(&out, zstd.WithEncoderConcurrency(1))
	case "xz":
		writer, err = xz.NewWriter(&out)
	default:
		return nil, &EncodingError{name, encoding}
	}
	if err == nil {
		if _, err = writer.Write(content); err == nil {
			err = writer.Close()
		}
	}
	if err != nil {
		return nil, fmt.Errorf("%s: write %s: %w", name, encoding, err)
	}
	return out.Bytes(), nil
}
