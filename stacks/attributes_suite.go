package stacks

import (
	"strconv"

	"github.com/hashicorp/hcl/v2"
)

func (a *lister) suite(path string, s *Suite) {
	a.needs(path+".needs", s.Needs)
	a.model(path, s.Model, s.Range)
	a.pairs(path+".variables", s.Variables, s.Range)
	var gates []string
	for _, g := range s.Gates {
		gates = append(gates, g.Name)
		a.gate(path+".gate."+g.Name, g)
	}
	a.list(path+".gates", gates, s.Range)
	if t := s.Throughput; t != nil {
		if t.Runner != CommandRunner {
			a.text(path+".runner", string(t.Runner), s.Range)
		}
		a.list(path+".command", t.Command, s.Range)
		a.number(path+".shape.prompt", int64(t.Prompt), s.Range)
		a.number(path+".shape.output", int64(t.Output), s.Range)
		if t.Batch != 1 {
			a.add(path+".shape.batch", strconv.Itoa(t.Batch), s.Range)
		}
		if t.Warmup != 1 {
			a.add(path+".warmup", strconv.Itoa(t.Warmup), s.Range)
		}
		a.number(path+".repeats", int64(t.Repeats), s.Range)
		if t.Metric != defaultMetric {
			a.text(path+".metric", t.Metric, s.Range)
		}
	}
}

func (a *lister) gate(path string, g *Gate) {
	if g.Runner != CommandRunner {
		a.text(path+".runner", string(g.Runner), g.Range)
	}
	a.list(path+".command", g.Command, g.Range)
	a.text(path+".stdin", g.Stdin, g.Range)
	a.number(path+".max_tokens", int64(g.MaxTokens), g.Range)
	if g.Repeats != 1 {
		a.add(path+".repeats", strconv.Itoa(g.Repeats), g.Range)
	}
	e := g.Expect
	a.digest(path+".expect.token_sha256", e.TokenSHA256, e.Range)
	a.digest(path+".expect.combined_token_sha256", e.CombinedTokenSHA256, e.Range)
	a.digest(path+".expect.text_sha256", e.TextSHA256, e.Range)
	a.flag(path+".expect.identical", e.Identical, e.Range)
	a.list(path+".expect.contains", e.Contains, e.Range)
	a.list(path+".expect.matches", e.Matches, e.Range)
	a.text(path+".expect.determinism", string(e.Determinism), e.Range)
	a.list(path+".expect.logit_hashes", e.LogitHashes, e.Range)
	a.fraction(path+".expect.min_perplexity", e.MinPerplexity, e.Range)
	a.fraction(path+".expect.max_perplexity", e.MaxPerplexity, e.Range)
	var prompts []string
	for _, p := range e.Prompts {
		prompts = append(prompts, strconv.Itoa(p.Index))
		path := path + ".expect.prompt." + strconv.Itoa(p.Index)
		a.digest(path+".token_sha256", p.TokenSHA256, p.Range)
		a.digest(path+".text_sha256", p.TextSHA256, p.Range)
		a.list(path+".contains", p.Contains, p.Range)
		a.list(path+".matches", p.Matches, p.Range)
	}
	a.list(path+".expect.prompts", prompts, e.Range)
}

func (a *lister) fraction(path string, value float64, block hcl.Range) {
	if value != 0 {
		a.add(path, strconv.FormatFloat(value, 'g', -1, 64), block)
	}
}

func (a *lister) image(i *Image) {
	a.add("image", "true", i.Range) // an empty block makes an image too
	a.text("image.base", i.Base, i.Range)
	a.list("image.healthcheck", i.Healthcheck, i.Range)
	a.list("image.entrypoint", i.Entrypoint, i.Range)
	a.list("image.command", i.Command, i.Range)
	a.text("image.user", i.User, i.Range)
	a.text("image.working_dir", i.WorkingDir, i.Range)
	a.pairs("image.labels", i.Labels, i.Range)
	if i.Compression != "gzip" {
		a.text("image.compression", i.Compression, i.Range)
	}
}
