package patches

import (
	"crypto/sha256"
	"fmt"
	"slices"
)

// Decoded is a patch file with its encodings taken off.
type Decoded struct {
	// Encoding names the layers, outermost first: "base64", "gzip", "zstd", "xz",
	// "bzip2". Empty for a plain file.
	Encoding []string
	// SHA256 is of the file as stored, DiffSHA256 of Diff.
	SHA256, DiffSHA256 [sha256.Size]byte
	// Diff is the decoded text, mail headers and all: nothing is cut from it.
	Diff []byte
	// Mail is what the first message's header says, nil if this is no mail.
	Mail *Mail
}

// DecodeError says where and why a file's encoding is broken. What was read up to
// there is worth looking at (Inspect, Repair) and never applied.
type DecodeError struct {
	// Name is the file's name as it was given.
	Name string
	// Encoding lists the layers down to the one at fault, outermost first.
	Encoding []string
	// Layer is the one at fault: one of Encoding, or "name" when the content is not
	// what the name's extensions say, "mail" for a mail whose body is encoded,
	// "file" when the file as a whole is refused (size, nesting, emptiness).
	Layer string
	// Byte is where the fault was found, counted from 0 in the input of Layer: the
	// file itself for the outermost one, what the layer around it decodes to for the
	// others. A decompressor notices a fault at or after the byte that is wrong.
	Byte int64
	// Decoded is how many bytes Layer yielded before the fault.
	Decoded int64
	// Announced is how many bytes Layer says that it holds, -1 if it does not say.
	Announced int64
	// Message is what is wrong there, Hint what may help; Hint may be empty.
	Message, Hint string
}

func (e *DecodeError) Error() string {
	if e.Name != "" {
		return e.Name + ": " + e.what()
	}
	return e.what()
}

// what is wrong, without the file's name, for those that name it already.
func (e *DecodeError) what() string {
	switch e.Layer {
	case "name", "file", "mail":
		return e.Message
	}
	text := fmt.Sprintf("%s, byte %d: %s", describe(e.Encoding), e.Byte, e.Message)
	if e.Announced >= 0 {
		text += fmt.Sprintf(" (%d of %d bytes could be read)", e.Decoded, e.Announced)
	} else if e.Decoded > 0 {
		text += fmt.Sprintf(" (%d bytes could be read)", e.Decoded)
	}
	return text
}

// Decode takes the encodings off a patch file: gzip (RFC 1952), zstd (RFC 8878),
// xz (format 1.1.0), bzip2 and base64 (RFC 4648 section 4, lines of any length),
// in any nesting. They are told by content and held against the extensions of name
// (.gz .zst .xz .bz2 .b64); a name with none that is known (or an empty one) says
// nothing. Every checksum, length and padding is verified and no byte may be left
// over. The error is always a *DecodeError.
func Decode(name string, content []byte, limits Limits) (*Decoded, error) {
	u := unwrap(name, content, limits.orDefault(), false)
	if u.fault != nil {
		return nil, u.fault
	}
	d := &Decoded{
		Encoding: u.encoding(),
		SHA256:   sha256.Sum256(content),
		Diff:     u.text,
	}
	d.DiffSHA256 = d.SHA256
	if len(u.layers) > 0 {
		d.DiffSHA256 = sha256.Sum256(d.Diff)
	}
	mail, fault := readMail(d.Diff)
	if fault != nil {
		fault.Name, fault.Encoding = name, d.Encoding
		return nil, fault
	}
	d.Mail = mail
	return d, nil
}

// layer is one encoding as it was taken off.
type layer struct {
	encoding string
	in, out  []byte
	// pieces are out while it is being read, read is how many bytes they have: growing
	// one piece would leave as much behind as it holds.
	pieces [][]byte
	read   int64
	// tooLarge says that it was more than is allowed.
	tooLarge bool
	// announced is what the layer says that out's size is, -1 if it does not.
	announced int64
	fault     *DecodeError
}

// unwrapped is a file with its layers; text is what the innermost one yielded.
type unwrapped struct {
	layers []layer
	text   []byte
	// fault is the outermost one.
	fault *DecodeError
}

func (u *unwrapped) encoding() []string {
	names := make([]string, len(u.layers))
	for i, l := range u.layers {
		names[i] = l.encoding
	}
	return names
}

// unwrap takes off layer after layer. If lenient, it goes on with what a broken
// layer yielded, for Inspect and Repair to look at.
func unwrap(name string, content []byte, limits Limits, lenient bool) *unwrapped {
	u := &unwrapped{text: content}
	fail := func(e *DecodeError) {
		if u.fault == nil {
			e.Name, e.Encoding = name, u.encoding()
			u.fault = e
		}
	}
	if int64(len(content)) > limits.InputBytes {
		fail(&DecodeError{Layer: "file", Announced: -1,
			Message: fmt.Sprintf("%d bytes are more than the %d that a patch file may have", len(content), limits.InputBytes),
			Hint:    "split it, one file to a patch"})
		return u
	}
	claims, known := namedEncodings(name)
	for {
		claim := ""
		if len(u.layers) < len(claims) {
			claim = claims[len(u.layers)]
		}
		kind := tellEncoding(u.text, claim)
		if kind == "" {
			break
		}
		if len(u.layers) == limits.Layers {
			fail(&DecodeError{Layer: "file", Announced: -1,
				Message: fmt.Sprintf("more than %d encodings inside each other", limits.Layers)})
			return u
		}
		l := layer{encoding: kind, in: u.text, announced: -1}
		l.decode(limits)
		if n := len(u.layers); kind == "gzip" && l.fault != nil && n > 0 && u.layers[n-1].fault != nil && u.layers[n-1].encoding == "base64" {
			l.announced = announcedBehind(u.layers[n-1].in)
		}
		u.layers = append(u.layers, l)
		if l.fault != nil {
			l.fault.Layer, l.fault.Decoded, l.fault.Announced = kind, l.read, l.announced
			fail(l.fault)
			if !lenient {
				return u
			}
		}
		u.text = l.out
	}
	if u.fault == nil && known {
		if e := checkName(claims, u); e != nil {
			fail(e)
		}
	}
	return u
}

// decode takes the layer off. What is larger than allowed is not kept.
func (l *layer) decode(limits Limits) {
	decoders[l.encoding](l, limits)
	if len(l.pieces) > 0 && !l.tooLarge {
		l.out = slices.Concat(l.pieces...)
	} else if len(l.pieces) == 0 {
		l.read = int64(len(l.out))
	}
	l.pieces = nil
}

// decoders take off one layer each: they set out or pieces, announced and fault (with
// Byte, Message, Hint).
var decoders = map[string]func(*layer, Limits){
	"base64": decodeBase64,
	"gzip":   decodeGzip,
	"zstd":   decodeZstd,
	"xz":     decodeXZ,
	"bzip2":  decodeBzip2,
}
