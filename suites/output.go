package suites

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"

	"cairn/digest"
	"cairn/stacks"
)

// Answer is what an engine printed for one prompt.
type Answer struct {
	// Tokens are the generated ids; nil where the program does not print them.
	Tokens []int64
	// Text is the decoded text, or all that a program without JSON printed.
	Text string
	// HasText tells an empty text from none.
	HasText bool
	// LogitHashes are of each token's step, from the llama probe; nil for all others.
	LogitHashes []string
	// Perplexity is llama-perplexity's figure; 0 for all others.
	Perplexity float64
}

// TokenSHA256 is the sha256 of the ids as decimal text joined with ",".
func TokenSHA256(tokens []int64) digest.Digest { return digest.Of(joinTokens(nil, tokens)) }

// CombinedTokenSHA256 covers several answers: each one's ids and then the
// sentinel -1, all joined with ",". It depends on how many answers there are.
func CombinedTokenSHA256(answers []Answer) digest.Digest {
	var text []byte
	for _, a := range answers {
		text = joinTokens(text, a.Tokens)
		text = joinTokens(text, []int64{-1})
	}
	return digest.Of(text)
}

// CombinedTextSHA256 covers several answers: each text followed by "\n---\n".
func CombinedTextSHA256(answers []Answer) digest.Digest {
	var text strings.Builder
	for _, a := range answers {
		text.WriteString(a.Text + "\n---\n")
	}
	return digest.Of([]byte(text.String()))
}

func joinTokens(text []byte, tokens []int64) []byte {
	for _, token := range tokens {
		if len(text) > 0 {
			text = append(text, ',')
		}
		text = strconv.AppendInt(text, token, 10)
	}
	return text
}

// readAnswer reads a gate's program. Output that begins with a brace is one JSON
// object with "tokens", "text" or both; any other output is the text, byte for
// byte. llama-completion's is always text. Errors is what it wrote beside.
func readAnswer(runner stacks.Runner, program string, out []byte, errors string) (Answer, error) {
	switch runner {
	case stacks.LlamaProbeRunner:
		return readProbe(program, out)
	case stacks.LlamaPerplexityRunner:
		return readPerplexity(program, out, errors)
	}
	if runner == stacks.LlamaCompletionRunner || !looksLikeObject(out) {
		return Answer{Text: string(out), HasText: true}, nil
	}
	fields, err := readObject(program, out)
	if err != nil {
		return Answer{}, err
	}
	var a Answer
	if raw, ok := fields["tokens"]; ok {
		a.Tokens = []int64{}
		if err := json.Unmarshal(raw, &a.Tokens); err != nil || a.Tokens == nil {
			return Answer{}, &OutputError{Program: program, Field: "tokens", Problem: "is not a list of whole numbers", Head: head(raw)}
		}
		for i, token := range a.Tokens {
			if token < 0 {
				return Answer{}, &OutputError{Program: program, Field: "tokens", Problem: fmt.Sprintf("has a negative id at position %d", i), Head: head(raw)}
			}
		}
	}
	if raw, ok := fields["text"]; ok {
		var text *string
		if err := json.Unmarshal(raw, &text); err != nil || text == nil {
			return Answer{}, &OutputError{Program: program, Field: "text", Problem: "is not a string", Head: head(raw)}
		}
		a.Text, a.HasText = *text, true
	}
	if a.Tokens == nil && !a.HasText {
		return Answer{}, &OutputError{Program: program, Field: "tokens", Problem: `is missing, and so is "text"`, Head: head(out)}
	}
	return a, nil
}

func looksLikeObject(out []byte) bool { return bytes.HasPrefix(bytes.TrimSpace(out), []byte("{")) }

// readObject reads exactly one JSON object.
func readObject(program string, out []byte) (map[string]json.RawMessage, error) {
	var fields map[string]json.RawMessage
	decoder := json.NewDecoder(bytes.NewReader(out))
	if err := decoder.Decode(&fields); err != nil || fields == nil {
		return nil, &OutputError{Program: program, Problem: "is not a JSON object" + because(err), Head: head(out)}
	}
	if _, err := decoder.Token(); !errors.Is(err, io.EOF) {
		return nil, &OutputError{Program: program, Problem: fmt.Sprintf("goes on after its JSON object, at byte %d", decoder.InputOffset()), Head: head(out)}
	}
	return fields, nil
}

func because(err error) string {
	if err == nil {
		return ""
	}
	return " (" + err.Error() + ")"
}

// readRate reads a positive number from a field.
func readRate(program, field string, fields map[string]json.RawMessage, out []byte) (float64, error) {
	raw, ok := fields[field]
	if !ok {
		return 0, &OutputError{Program: program, Field: field, Problem: "is missing", Head: head(out)}
	}
	var rate float64
	if err := json.Unmarshal(raw, &rate); err != nil || rate <= 0 || math.IsInf(rate, 0) {
		return 0, &OutputError{Program: program, Field: field, Problem: "is not a positive number", Head: head(raw)}
	}
	return rate, nil
}
