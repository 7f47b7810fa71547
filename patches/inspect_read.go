package patches

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
)

// Inspect reads a patch file without any tree and says all that can be said about
// it, however damaged it is. It never fails.
func Inspect(name string, content []byte) *Inspection {
	u := unwrap(name, content, DefaultLimits, true)
	i := &Inspection{
		File: name, Bytes: len(content), SHA256: hexSum(content), Encoding: u.encoding(), Layers: []LayerInspection{},
		Decodes: u.fault == nil, DecodedBytes: len(u.text), Files: []FileInspection{}, Faults: []Fault{},
	}
	for _, l := range u.layers {
		seen := LayerInspection{Encoding: l.encoding, Bytes: len(l.in), SHA256: hexSum(l.in),
			Decoded: l.read, Announced: l.announced, Byte: -1}
		if l.fault != nil {
			seen.Byte, seen.Message, seen.Hint = l.fault.Byte, l.fault.Message, l.fault.Hint
		}
		i.Layers = append(i.Layers, seen)
	}
	if u.fault == nil {
		var fault *DecodeError
		if i.Mail, fault = readMail(u.text); fault != nil {
			fault.Name = name
			u.fault, i.Decodes = fault, false
		}
	}
	if u.fault != nil {
		i.Status = Undecodable
		i.Fault = &Fault{Byte: int(u.fault.Byte), Message: u.fault.what(), Hint: u.fault.Hint}
		if u.fault.Layer != "file" {
			i.Sections = sections(u.text)
		}
		return i
	}
	i.DecodedSHA256 = hexSum(u.text)
	i.read(u.text)
	return i
}

// read parses the text: as Apply would, and if that finds fault, by the shape of the
// lines, so that what stands behind the fault is seen as well.
func (i *Inspection) read(text []byte) {
	p := Parse(text, ParseOptions{})
	if len(p.Faults) > 0 {
		i.Status = Damaged
		first := p.Faults[0]
		i.Fault = &first
		if !p.excess {
			p = Parse(text, ParseOptions{Sketch: true})
		}
		i.Faults = slices.Clone(p.Faults)
		if len(i.Faults) == 0 {
			i.Faults = []Fault{first}
		}
	}
	i.Files = make([]FileInspection, 0, len(p.Files))
	for n := range p.Files {
		i.Files = append(i.Files, inspectFile(text, &p.Files[n]))
	}
}

func inspectFile(text []byte, f *FileDiff) FileInspection {
	seen := FileInspection{Path: f.Name(), Change: changeOf(f), OldID: f.OldID, NewID: f.NewID, Binary: f.Binary,
		Line: f.Line, Hunks: make([]HunkInspection, 0, len(f.Hunks))}
	if f.OldName != "" && f.OldName != seen.Path {
		seen.OldPath = f.OldName
	}
	seen.OldMode, seen.NewMode = octal(f.OldMode), octal(f.NewMode)
	for n := range f.Hunks {
		h := &f.Hunks[n]
		seen.Added += h.Added
		seen.Deleted += h.Deleted
		seen.Hunks = append(seen.Hunks, HunkInspection{
			Index: n + 1, HeaderLine: h.Line, Header: string(bytes.TrimRight(firstLine(text[h.Start:]), "\r\n")),
			OldStart: h.OldStart, NewStart: h.NewStart, OldLines: h.OldLines, NewLines: h.NewLines,
			ClaimedOld: h.ClaimedOld, ClaimedNew: h.ClaimedNew, Added: h.Added, Deleted: h.Deleted,
		})
	}
	return seen
}

func changeOf(f *FileDiff) string {
	switch {
	case f.Rename:
		return "rename"
	case f.Copy:
		return "copy"
	case f.Creation == Yes:
		return "create"
	case f.Deletion == Yes:
		return "delete"
	case len(f.Hunks) == 0 && !f.Binary && f.OldMode != f.NewMode:
		return "mode"
	}
	return "modify"
}

func octal(mode uint32) string {
	if mode == 0 {
		return ""
	}
	return fmt.Sprintf("%06o", mode)
}

func hexSum(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}
