package main

import (
	"context"
	"fmt"

	"cairn/patches"

	"github.com/spf13/cobra"
)

func newPatchGraphCommand(s *session) *cobra.Command {
	var rev string
	var opts upstreamOptions
	var dot, svg bool
	c := &cobra.Command{
		Use:   "graph FILE…",
		Short: "Say which patch needs which, which exclude each other, which commute",
		Long: `Find out how patch files depend on each other on a commit: by blob ids, by lines that
overlap, and by trial. Pairs that are independent are proved to commute byte for byte.`,
		Example: "  cairn patch graph --repo vllm --rev c51df430 patches/*.patch\n  cairn patch graph --svg --rev v1 *.patch >graph.svg",
		Args:    atLeast("patch files"),
		RunE: func(c *cobra.Command, args []string) error {
			return runPatchGraph(c.Context(), s, rev, opts, dot, svg, args)
		},
	}
	opts.flags(c)
	c.Flags().StringVar(&rev, "rev", "HEAD", "the commit `C` whose tree is the base")
	c.Flags().BoolVar(&dot, "dot", false, "print it in Graphviz's language")
	c.Flags().BoolVar(&svg, "svg", false, "print it as a picture")
	c.MarkFlagsMutuallyExclusive("dot", "svg")
	return c
}

func runPatchGraph(ctx context.Context, s *session, rev string, opts upstreamOptions, dot, svg bool, names []string) error {
	inputs, err := opts.inputs(ctx, s, names)
	if err != nil {
		return err
	}
	repository, err := s.openRepository(ctx, opts.repo)
	if err != nil {
		return err
	}
	commit, err := repository.resolve(rev)
	if err != nil {
		return err
	}
	graph, err := patches.Graph(ctx, repository.objects, commit, inputs)
	if err != nil {
		return interrupted(ctx, err)
	}
	switch {
	case s.json:
		return s.printJSON(graph)
	case dot:
		_, err = s.stdout.Write(graph.DOT())
	case svg:
		_, err = s.stdout.Write(graph.SVG())
	default:
		_, err = fmt.Fprint(s.stdout, graph.Text())
	}
	return err
}
