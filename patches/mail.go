package patches

import (
	"bytes"
	"mime"
	"net/mail"
	"regexp"
	"strings"
	"time"
)

// Mail is what the header of a mailed patch (git format-patch, an mbox) says.
type Mail struct {
	// Commit is the id on the "From" line of git format-patch; empty if there is none.
	Commit string `json:"commit,omitempty"`
	// Subject has its "[PATCH n/m]" taken off and its lines joined.
	Subject string `json:"subject,omitempty"`
	// Author is the From header as "Name <address>", decoded.
	Author string `json:"author,omitempty"`
	// Date is zero if there is none that can be read.
	Date time.Time `json:"date,omitzero"`
	// Messages counts the messages of the mbox; the other fields are of the first.
	Messages int `json:"messages"`
}

var (
	// mboxLine is git's own separator (mailsplit: "From " and a date at the end).
	mboxLine    = regexp.MustCompile(`(?m)^From (\S+) .*\d\d:\d\d:\d\d .*\d{4}\r?$`)
	headerField = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9-]*:[ \t]`)
	tagged      = regexp.MustCompile(`^(?:\s*\[[^\]]*\])+\s*`)
	gitID       = regexp.MustCompile(`^[0-9a-f]{40}([0-9a-f]{24})?$`)
)

// readMail reads the header of a mail, nil if text does not begin with one. The
// fault is for a mail whose body is transfer-encoded: its lines are not the diff's.
func readMail(text []byte) (*Mail, *DecodeError) {
	m := &Mail{Messages: 1}
	header := text
	if line := mboxLine.FindSubmatchIndex(text[:min(len(text), 1024)]); line != nil && line[0] == 0 {
		if id := string(text[line[2]:line[3]]); gitID.MatchString(id) {
			m.Commit = id
		}
		header = text[line[1]:]
		header = bytes.TrimPrefix(bytes.TrimPrefix(header, []byte("\r")), []byte("\n"))
		m.Messages = countMessages(text)
	} else if !startsWithHeader(text) {
		return nil, nil
	}
	// A header is short; a megabyte of it is not one.
	head := header[:min(len(header), 1<<20)]
	message, err := mail.ReadMessage(bytes.NewReader(head))
	if err != nil {
		if m.Commit == "" {
			return nil, nil
		}
		return m, nil
	}
	word := mime.WordDecoder{}
	decode := func(key string) string {
		s := message.Header.Get(key)
		if plain, err := word.DecodeHeader(s); err == nil {
			s = plain
		}
		return strings.Join(strings.Fields(s), " ")
	}
	m.Subject = tagged.ReplaceAllString(decode("Subject"), "")
	m.Author = decode("From")
	if date, err := message.Header.Date(); err == nil {
		m.Date = date
	}
	switch transfer := strings.ToLower(decode("Content-Transfer-Encoding")); transfer {
	case "", "7bit", "8bit", "binary":
	default:
		return nil, &DecodeError{Layer: "mail", Announced: -1,
			Byte:    int64(max(0, bytes.Index(text, []byte("\n\n")))),
			Message: "the mail's body is " + transfer + ": its lines are not those of the diff",
			Hint:    `save the patch with "git format-patch", or "git mailinfo" on the mail`}
	}
	return m, nil
}

// countMessages counts the separators of an mbox.
func countMessages(text []byte) int {
	n := 0
	for rest := text; len(rest) > 0; {
		line := firstLine(rest)
		if bytes.HasPrefix(line, []byte("From ")) && mboxLine.Match(bytes.TrimSuffix(line, []byte("\n"))) {
			n++
		}
		rest = rest[len(line):]
	}
	return n
}

// startsWithHeader tells a mail without its mbox line: a header field that patches
// are mailed with, right at the start, and a From among the first fields.
func startsWithHeader(text []byte) bool {
	head := text[:min(len(text), 64<<10)]
	if end := bytes.Index(head, []byte("\n\n")); end >= 0 {
		head = head[:end+1]
	} else if end := bytes.Index(head, []byte("\r\n\r\n")); end >= 0 {
		head = head[:end+2]
	} else {
		return false
	}
	return headerField.Match(head) && (bytes.HasPrefix(head, []byte("From: ")) || bytes.Contains(head, []byte("\nFrom: ")))
}
