package main

import (
	"context"
	"fmt"
	"os"

	"cairn/internal/atomicfile"
	"cairn/patches"

	"github.com/spf13/cobra"
)

func newPatchRepairCommand(s *session) *cobra.Command {
	var opts repairOptions
	c := &cobra.Command{
		Use:   "repair FILE -o OUT",
		Short: "Repair a damaged encoding, if its own checksum proves the repair",
		Long: `Repair a patch file whose base64 or gzip layer is damaged: search the edits of a
single base64 character (missing, extra, changed) and accept one only if the CRC
and length in the gzip trailer prove it. What cannot be proved is not written;
--salvage writes the file sections that are whole.`,
		Example: "  cairn patch repair getrows.patch.gz.b64 -o getrows-fixed.patch.gz.b64",
		Args:    exactArgs("a patch FILE"),
		RunE:    func(c *cobra.Command, args []string) error { return runPatchRepair(c.Context(), s, opts, args[0]) },
	}
	c.Flags().StringVarP(&opts.out, "output", "o", "", "write the repaired file to `OUT`")
	c.Flags().BoolVar(&opts.salvage, "salvage", false, "write the whole file sections of a file that cannot be repaired")
	return c
}

type repairOptions struct {
	out     string
	salvage bool
}

func runPatchRepair(ctx context.Context, s *session, opts repairOptions, name string) error {
	if opts.out == "" {
		return usageError{message: "repair wants to know where to write", hint: fmt.Sprintf("run %q", "cairn patch repair "+name+" -o OUT")}
	}
	content, err := s.readPatch(ctx, name)
	if err != nil {
		return err
	}
	repaired, err := patches.Repair(ctx, name, content)
	if err != nil {
		return fmt.Errorf("repair %s: %w", name, err)
	}
	if s.json {
		if err := s.printJSON(repaired); err != nil {
			return err
		}
	}
	if !repaired.Proven {
		return s.salvage(opts, name, repaired)
	}
	for _, edit := range repaired.Edits {
		s.stage("edit", describeEdit(edit), 0)
	}
	if len(repaired.Edits) == 0 {
		s.stage("edit", "none: the file decodes as it is", 0)
	}
	if err := writeNew(opts.out, repaired.Content); err != nil {
		return err
	}
	if len(repaired.Edits) == 0 {
		s.stage("written", opts.out+", the same bytes", 0)
		return nil
	}
	s.stage("proof", fmt.Sprintf("CRC and length of the gzip trailer hold over %s bytes", thousands(int64(len(repaired.Diff)))), 0)
	s.stage("written", opts.out, 0)
	return nil
}

// salvage tells what is left of a file that could not be repaired.
func (s *session) salvage(opts repairOptions, name string, repaired *patches.Repaired) error {
	whole := 0
	for _, section := range repaired.Sections {
		state, text := "broken", section.Why
		if section.Whole {
			state, text = "whole", plural(section.Hunks, "hunk", "hunks")
			whole++
		}
		if section.Path != "" {
			text = section.Path + ": " + text
		}
		s.stage(state, text, 0)
	}
	err := &shown{status: exitFailed, line: fmt.Sprintf("no single character repairs it: %v", repaired.Fault)}
	switch {
	case opts.salvage && whole > 0:
		if err := writeNew(opts.out, repaired.Diff); err != nil {
			return err
		}
		s.stage("salvaged", fmt.Sprintf("%s of %d to %s, plain", plural(whole, "section", "sections"), len(repaired.Sections), opts.out), 0)
	case whole > 0:
		err.hint = fmt.Sprintf("run %q to keep the %s that are whole", "cairn patch repair --salvage "+name+" -o OUT", plural(whole, "section", "sections"))
	}
	return err
}

func describeEdit(edit patches.Edit) string {
	place := fmt.Sprintf("line %d, column %d (byte %d)", edit.Line, edit.Column, edit.Byte)
	switch edit.Kind {
	case "missing":
		return fmt.Sprintf("%s: %q was missing", place, edit.Is)
	case "extra":
		return fmt.Sprintf("%s: %q was too much", place, edit.Was)
	}
	return fmt.Sprintf("%s: %q stood where %q belongs", place, edit.Was, edit.Is)
}

// writeNew writes a file that is not there yet: a person's file is never replaced.
func writeNew(path string, content []byte) error {
	if _, err := os.Lstat(path); err == nil {
		return usageError{message: path + " is there already", hint: "name another file with -o"}
	}
	return atomicfile.Write(path, content, 0o644)
}
