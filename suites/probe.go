package suites

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strconv"

	"cairn/internal/lazyregexp"
)

// probeLine is a line of the lab's token and logit probe (suites.md, section D): the
// first is of the prompt, each further one of a step.
type probeLine struct {
	Event     string `json:"event"`
	Prompt    int    `json:"n_prompt"`
	Predict   int    `json:"n_predict"`
	Step      *int   `json:"step"`
	Token     *int64 `json:"token"`
	LogitHash string `json:"logit_hash"`
}

var logitHash = lazyregexp.New(`^[0-9a-f]{16}$`)

// readProbe reads the probe's JSON lines. The text is all of them, byte for byte:
// the probe's own rule is that candidate and control print the same bytes.
func readProbe(program string, out []byte) (Answer, error) {
	a := Answer{Text: string(out), HasText: true, Tokens: []int64{}, LogitHashes: []string{}}
	wrong := func(field, problem string, near []byte) (Answer, error) {
		return Answer{}, &OutputError{Program: program, Field: field, Problem: problem, Head: head(near)}
	}
	decoder := json.NewDecoder(bytes.NewReader(out))
	predict := 0
	for n := 0; ; n++ {
		start := decoder.InputOffset()
		var line probeLine
		err := decoder.Decode(&line)
		if errors.Is(err, io.EOF) {
			break
		}
		near := out[start:]
		switch {
		case err != nil:
			return wrong("", fmt.Sprintf("has a line %d that is not the probe's%s", n+1, because(err)), near)
		case n == 0 && line.Event != "prompt":
			return wrong("event", "is missing: the first line is of the prompt", near)
		case n == 0:
			predict = line.Predict
			continue
		case line.Step == nil || line.Token == nil || !logitHash.MatchString(line.LogitHash):
			return wrong("", fmt.Sprintf("has a line %d without step, token or logit_hash", n+1), near)
		case *line.Step != n-1:
			return wrong("step", fmt.Sprintf("is %d where %d follows", *line.Step, n-1), near)
		}
		a.Tokens, a.LogitHashes = append(a.Tokens, *line.Token), append(a.LogitHashes, line.LogitHash)
	}
	if len(a.Tokens) == 0 {
		return wrong("", fmt.Sprintf("has no step of %d", predict), out)
	}
	return a, nil
}

// finalEstimate is llama-perplexity's last word (tools/perplexity/perplexity.cpp).
var finalEstimate = lazyregexp.New(`Final estimate: PPL = ([0-9.]+) \+/- ([0-9.]+|-?nan)`)

// readPerplexity finds the figure in a program's output or log.
func readPerplexity(program string, out []byte, errors string) (Answer, error) {
	for _, text := range []string{string(out), errors} {
		if match := finalEstimate.FindStringSubmatch(text); match != nil {
			if figure, err := strconv.ParseFloat(match[1], 64); err == nil && figure >= 1 {
				return Answer{Perplexity: figure}, nil
			}
		}
	}
	return Answer{}, &OutputError{Program: program, Field: "Final estimate", Problem: "is missing: no perplexity was printed", Head: head(out)}
}
