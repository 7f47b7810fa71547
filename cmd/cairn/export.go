package main

import (
	"context"
	"fmt"
	"os"

	"cairn/internal/atomicfile"

	"github.com/spf13/cobra"
)

func newExportCommand(s *session) *cobra.Command {
	var opts exportOptions
	c := &cobra.Command{
		Use:     "export STACK --script",
		GroupID: groupStack,
		Short:   "Write a plain shell script that builds a locked stack without cairn",
		Long: `Write a script for people who have no cairn: it fetches the pinned commits with git,
applies the series with git apply, builds with the compilers of the machine it runs
on, and runs the gates that need no model. It holds every tree, every patch file and
every hash of tokens against the lock, and stops at the first that differs.

Patch files of the workspace, and histories that cairn carries, are inside the
script; all else is fetched from its public place. What the script builds has the
right sources, not the bytes of cairn's builds: there is no sandbox around it.`,
		Example: "  cairn export ember --script -o ember.sh && sh ember.sh /tmp/ember\n  cairn export qwen36-q4-tp3@cpu --script",
		Args:    exactArgs("the name of a STACK"),
		RunE:    func(c *cobra.Command, args []string) error { return runExport(c.Context(), s, opts, args[0]) },
	}
	c.Flags().BoolVar(&opts.script, "script", false, "write a shell script: the only form there is")
	c.Flags().StringVarP(&opts.out, "output", "o", "", "write to `FILE` instead of standard output")
	return c
}

type exportOptions struct {
	script bool
	out    string
}

func runExport(ctx context.Context, s *session, opts exportOptions, ref string) error {
	if !opts.script {
		return usageError{message: "say in which form to export", hint: fmt.Sprintf("run %q", s.command("export", ref+" --script"))}
	}
	w, err := s.openLocked(ref)
	if err != nil {
		return err
	}
	defer w.close()
	if err := s.checkLocalPatches(w.locked); err != nil {
		return err
	}
	script, err := w.script(ctx)
	if err != nil {
		return err
	}
	w.live.pause()
	answer := map[string]any{"stack": w.stack.Ref(), "lock": w.lock.Digest()}
	if opts.out == "" && s.json {
		answer["script"] = string(script)
		return s.printJSON(answer)
	}
	if opts.out == "" {
		_, err := s.stdout.Write(script)
		return err
	}
	if err := atomicfile.Write(opts.out, script, 0o755); err != nil {
		return err
	}
	if s.json {
		answer["output"] = opts.out
		return s.printJSON(answer)
	}
	info, err := os.Stat(opts.out)
	if err != nil {
		return err
	}
	s.stage("script", fmt.Sprintf("%s, %d KiB: run it with a folder to work in", opts.out, info.Size()>>10), 0)
	return nil
}
