package suites

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"time"

	"cairn/stacks"

	"github.com/sourcegraph/conc/pool"
)

// timed is one streamed request of a measurement, in seconds from its start.
type timed struct {
	PromptTokens     int     `json:"prompt_tokens"`
	CompletionTokens int     `json:"completion_tokens"`
	First            float64 `json:"first_token_seconds"`
	Last             float64 `json:"last_token_seconds"`
	Elapsed          float64 `json:"elapsed_seconds"`
}

// benchService asks for a whole batch at once and reads the streams. The metric is
// output tokens over the elapsed time, prefill included, as the lab counts vLLM's
// (suites.md, E1); prompt is the prompt over the time to the first token, decode the
// tokens after it.
func (r *run) benchService(ctx context.Context, j job, t *stacks.Throughput) (reading, ran, error) {
	limited, cancel := context.WithTimeout(ctx, j.timeout)
	defer cancel()
	began := time.Now()
	p := pool.NewWithResults[timed]().WithContext(limited).WithCancelOnError().WithFirstError()
	for range max(t.Batch, 1) {
		r.requests++
		prompt := randomPrompt(t.Prompt, r.requests)
		p.Go(func(ctx context.Context) (timed, error) { return r.service.stream(ctx, prompt, t.Output) })
	}
	requests, err := p.Wait()
	elapsed := time.Since(began).Seconds()
	process := ran{Process: Process{WallSeconds: elapsed}}
	if err != nil {
		return reading{}, process, r.service.blame(ctx, limited, j.timeout, err)
	}
	var got reading
	output, total := 0, 0
	for _, q := range requests {
		output, total = output+q.CompletionTokens, total+q.PromptTokens+q.CompletionTokens
		if t.Prompt > 0 && q.First > 0 {
			got.prompt = append(got.prompt, float64(q.PromptTokens)/q.First)
		}
		if q.CompletionTokens > 1 && q.Last > q.First {
			got.decode = append(got.decode, float64(q.CompletionTokens-1)/(q.Last-q.First))
		}
	}
	got.samples, got.total = []float64{float64(output) / elapsed}, []float64{float64(total) / elapsed}
	got.raw, err = json.Marshal(map[string]any{"elapsed_seconds": elapsed, "requests": requests})
	return got, process, err
}

// randomPrompt is a list of token ids that is another for each request, and the same
// in every run of cairn: no engine can answer from a cache of prompts. The ids are
// among those that every vocabulary in use has as plain text.
func randomPrompt(length, request int) []int {
	source := rand.New(rand.NewPCG(0x636169726e, uint64(request))) // "cairn"
	ids := make([]int, max(length, 1))
	for i := range ids {
		ids[i] = 300 + source.IntN(700)
	}
	return ids
}

// stream asks for exactly length tokens and times them.
func (s *Service) stream(ctx context.Context, prompt []int, length int) (timed, error) {
	no := false
	began := time.Now()
	response, err := s.post(ctx, completion{
		Prompt: prompt, MaxTokens: length, MinTokens: length, IgnoreEOS: true, CachePrompt: &no,
		Stream: true, StreamOptions: &streamOptions{IncludeUsage: true},
	})
	if err != nil {
		return timed{}, err
	}
	defer response.Body.Close()
	var got timed
	lines := bufio.NewScanner(response.Body)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		data, ok := bytes.CutPrefix(lines.Bytes(), []byte("data: "))
		if !ok || string(data) == "[DONE]" {
			continue // blank lines and comments part the events (HTML standard, 9.2.5)
		}
		var event completed
		if err := json.Unmarshal(data, &event); err != nil || event.Error != nil {
			return timed{}, s.wrong("has an event that is no completion"+because(err), data)
		}
		if len(event.Choices) > 0 {
			got.Last = time.Since(began).Seconds()
			if got.First == 0 {
				got.First = got.Last
			}
		}
		if event.Usage != nil {
			got.PromptTokens, got.CompletionTokens = event.Usage.Prompt, event.Usage.Completion
		}
	}
	if err := lines.Err(); err != nil {
		return timed{}, err
	}
	got.Elapsed = time.Since(began).Seconds()
	if got.CompletionTokens != length {
		return timed{}, s.wrong(fmt.Sprintf("has %d tokens where %d were asked for", got.CompletionTokens, length), nil)
	}
	return got, nil
}
