package main

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"cairn/patches"

	"github.com/spf13/cobra"
)

func newPatchInspectCommand(s *session) *cobra.Command {
	var hunks bool
	c := &cobra.Command{
		Use:   "inspect FILE…",
		Short: "Say what is in patch files: encoding, digests, files, hunks, faults",
		Long: `Say what is in patch files, however damaged they are: encoding, digests, files,
hunks and faults. Exit 1 if a file is damaged or cannot be decoded.`,
		Example: "  cairn patch inspect guardfix.patch.gz.b64\n  cairn patch inspect --json *.patch",
		Args:    atLeast("patch files"),
		RunE:    func(c *cobra.Command, args []string) error { return runPatchInspect(c.Context(), s, hunks, args) },
	}
	c.Flags().BoolVar(&hunks, "hunks", false, "list every hunk")
	return c
}

func runPatchInspect(ctx context.Context, s *session, hunks bool, names []string) error {
	inspections := make([]*patches.Inspection, len(names))
	faulty := 0
	for i, name := range names {
		content, err := s.readPatch(ctx, name)
		if err != nil {
			return err
		}
		inspections[i] = patches.Inspect(name, content)
		if inspections[i].Fault != nil {
			faulty++
		}
	}
	if s.json {
		if err := s.printJSON(inspections); err != nil {
			return err
		}
	} else {
		for i, in := range inspections {
			if len(names) > 1 {
				if i > 0 {
					fmt.Fprintln(s.stdout)
				}
				fmt.Fprintln(s.stdout, in.File)
			}
			s.printInspection(in, hunks)
		}
	}
	if faulty == 0 {
		return nil
	}
	for _, in := range inspections {
		if in.Fault != nil {
			err := &shown{status: exitFailed, line: fmt.Sprintf("%s is %s", in.File, in.Status), hint: inspectionHint(in)}
			if len(names) > 1 {
				err.line = fmt.Sprintf("%d of %d files are damaged or cannot be decoded; the first is %s", faulty, len(names), in.File)
			}
			return err
		}
	}
	return nil
}

// inspectionHint names the command that helps: an encoding is repaired, a text
// that lost its shape is mended.
func inspectionHint(in *patches.Inspection) string {
	switch {
	case in.Fault.Hint != "":
		return in.Fault.Hint
	case in.Status == patches.Undecodable:
		return fmt.Sprintf("run %q: a single wrong character can often be proved", "cairn patch repair "+in.File+" -o FIXED")
	}
	return fmt.Sprintf("run %q to have it written anew", "cairn patch mend --repo R --rev C "+in.File+" -o FIXED")
}

func (s *session) printInspection(in *patches.Inspection, hunks bool) {
	encoding := "plain"
	if len(in.Encoding) > 0 {
		encoding = strings.Join(in.Encoding, " → ")
	}
	if in.Status == patches.Undecodable {
		encoding += "   undecodable"
	}
	s.stage("encoding", encoding, 0)
	for _, layer := range in.Layers {
		text := fmt.Sprintf("%s bytes → %s", thousands(int64(layer.Bytes)), thousands(layer.Decoded))
		if layer.Byte >= 0 {
			text = fmt.Sprintf("%s bytes; byte %s: %s", thousands(int64(layer.Bytes)), thousands(layer.Byte), layer.Message)
			if layer.Announced > 0 {
				text += fmt.Sprintf(" (%s of %s bytes announced decode)", thousands(layer.Decoded), thousands(layer.Announced))
			}
		}
		s.stage(layer.Encoding, text, 0)
	}
	s.stage("sha256", in.SHA256+"  as stored", 0)
	if in.DecodedSHA256 != "" {
		s.stage("", in.DecodedSHA256+"  decoded, "+thousands(int64(in.DecodedBytes))+" bytes", 0)
	}
	if in.Mail != nil && in.Mail.Subject != "" {
		s.stage("mail", fmt.Sprintf("%q by %s", in.Mail.Subject, in.Mail.Author), 0)
	}
	if len(in.Sections) > 0 {
		whole := 0
		for _, section := range in.Sections {
			if section.Whole {
				whole++
			}
		}
		s.stage("sections", fmt.Sprintf("%d of %d files whole in what could be read", whole, len(in.Sections)), 0)
	}
	s.printInspectedFiles(in, hunks)
	faults := in.Faults
	if in.Fault != nil && len(faults) == 0 && !slices.ContainsFunc(in.Layers, func(l patches.LayerInspection) bool { return l.Byte >= 0 }) {
		faults = []patches.Fault{*in.Fault} // of the file as a whole
	}
	for _, fault := range faults {
		text := fault.Message
		if fault.Line > 0 {
			text = fmt.Sprintf("line %d: %s", fault.Line, text)
		}
		s.stage("fault", text, 0)
	}
}

func (s *session) printInspectedFiles(in *patches.Inspection, hunks bool) {
	var rows [][]string
	for _, file := range in.Files {
		name := file.Path
		if file.OldPath != "" && file.OldPath != file.Path {
			name = file.OldPath + " → " + file.Path
		}
		detail := plural(len(file.Hunks), "hunk", "hunks")
		if file.Binary {
			detail = "binary"
		}
		rows = append(rows, []string{"  " + file.Change, name, fmt.Sprintf("+%d −%d", file.Added, file.Deleted), detail})
		if !hunks {
			continue
		}
		for _, hunk := range file.Hunks {
			rows = append(rows, []string{"", fmt.Sprintf("  %d  line %d", hunk.Index, hunk.HeaderLine), fmt.Sprintf("+%d −%d", hunk.Added, hunk.Deleted), hunk.Header})
		}
	}
	s.stage("files", plural(len(in.Files), "file", "files"), 0)
	table(s.stdout, rows)
}

// thousands writes 140510 as "140,510".
func thousands(n int64) string {
	text := fmt.Sprint(n)
	for i := len(text) - 3; i > 0 && text[i-1] != '-'; i -= 3 {
		text = text[:i] + "," + text[i:]
	}
	return text
}
