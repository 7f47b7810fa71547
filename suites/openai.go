package suites

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"time"

	"cairn/stacks"
)

// completion is a request to /v1/completions (OpenAI's API reference, "Completions",
// and what vLLM and llama-server add to it). The raw prompt goes through no chat
// template, as in the lab's strict gates.
type completion struct {
	Model       string  `json:"model"`
	Prompt      any     `json:"prompt"` // text, or a list of token ids
	MaxTokens   int     `json:"max_tokens"`
	Temperature float64 `json:"temperature"`
	Seed        int     `json:"seed"`
	// ReturnTokenIDs asks vLLM for the ids; others do not know it.
	ReturnTokenIDs bool `json:"return_token_ids,omitempty"`
	// The rest is of measurements: exactly MaxTokens are wanted, and no engine may
	// take the prompt from the request before.
	Stream        bool           `json:"stream,omitempty"`
	StreamOptions *streamOptions `json:"stream_options,omitempty"`
	IgnoreEOS     bool           `json:"ignore_eos,omitempty"`
	MinTokens     int            `json:"min_tokens,omitempty"`
	CachePrompt   *bool          `json:"cache_prompt,omitempty"` // llama-server's
}

type streamOptions struct {
	IncludeUsage bool `json:"include_usage"`
}

// completed is an answer, or one event of a streamed one.
type completed struct {
	Choices []struct {
		Text     string  `json:"text"`
		TokenIDs []int64 `json:"token_ids"`
	} `json:"choices"`
	Usage *struct {
		Prompt     int `json:"prompt_tokens"`
		Completion int `json:"completion_tokens"`
	} `json:"usage"`
	Error json.RawMessage `json:"error"`
}

// askService is a gate's request to the running service.
func (r *run) askService(ctx context.Context, gate *stacks.Gate, timeout time.Duration) (said, Process, error) {
	limited, cancel := context.WithTimeout(ctx, timeout)
	defer cancel()
	began := time.Now()
	text, err := r.service.complete(limited, completion{Prompt: gate.Stdin, MaxTokens: gate.MaxTokens, ReturnTokenIDs: true})
	process := Process{WallSeconds: time.Since(began).Seconds()}
	if err != nil {
		return said{}, process, r.service.blame(ctx, limited, timeout, err)
	}
	var got completed
	if err := json.Unmarshal(text, &got); err != nil || len(got.Choices) == 0 {
		return said{}, process, r.service.wrong("is no completion"+because(err), text)
	}
	answer := Answer{Text: got.Choices[0].Text, HasText: true, Tokens: got.Choices[0].TokenIDs}
	return said{turns: []Turn{{answer}}}, process, nil
}

// complete posts a request and returns the body of a good answer.
func (s *Service) complete(ctx context.Context, c completion) ([]byte, error) {
	response, err := s.post(ctx, c)
	if err != nil {
		return nil, err
	}
	defer response.Body.Close()
	return io.ReadAll(io.LimitReader(response.Body, maxOutputBytes))
}

// post sends a request; an answer other than 200 is an *OutputError.
func (s *Service) post(ctx context.Context, c completion) (*http.Response, error) {
	var err error
	if c.Model, err = s.model(ctx); err != nil {
		return nil, err
	}
	body, err := json.Marshal(c)
	if err != nil {
		return nil, err
	}
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, s.url("/v1/completions"), bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	request.Header.Set("Content-Type", "application/json")
	response, err := s.client.Do(request)
	if err != nil {
		return nil, err
	}
	if response.StatusCode != http.StatusOK {
		defer response.Body.Close()
		text, _ := io.ReadAll(io.LimitReader(response.Body, headBytes)) // the status says enough
		return nil, s.wrong("is "+response.Status, text)
	}
	return response, nil
}

// model asks once how the service calls what it serves: vLLM refuses other names.
func (s *Service) model(ctx context.Context) (string, error) {
	s.named.Lock()
	defer s.named.Unlock()
	if s.name != "" {
		return s.name, nil
	}
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, s.url("/v1/models"), nil)
	if err != nil {
		return "", err
	}
	response, err := s.client.Do(request)
	if err != nil {
		return "", err
	}
	defer response.Body.Close()
	text, err := io.ReadAll(io.LimitReader(response.Body, 1<<20))
	if err != nil {
		return "", err
	}
	var models struct {
		Data []struct {
			ID string `json:"id"`
		} `json:"data"`
	}
	if err := json.Unmarshal(text, &models); err != nil || len(models.Data) == 0 || models.Data[0].ID == "" {
		return "", s.wrong("of /v1/models names no model"+because(err), text)
	}
	s.name = models.Data[0].ID
	return s.name, nil
}

// Model is how the service calls what it serves, for a person's request.
func (s *Service) Model(ctx context.Context) (string, error) { return s.model(ctx) }

func (s *Service) wrong(problem string, text []byte) error {
	return &OutputError{Program: s.stack.Command[0], Field: "answer", Problem: problem, Head: head(text)}
}

// blame finds whose fault a failed request is: the person's who went away, the
// clock's, the program's that ended, or the answer's own.
func (s *Service) blame(ctx, limited context.Context, limit time.Duration, err error) error {
	var output *OutputError
	switch {
	case ctx.Err() != nil:
		return context.Cause(ctx)
	case errors.As(err, &output):
		return err
	case limited.Err() != nil:
		return &TimeoutError{Program: s.stack.Command[0], Limit: limit}
	}
	select {
	case <-s.done:
		return s.Ended()
	case <-time.After(time.Second): // a program that dies breaks its connections first
		return s.fault(fmt.Sprintf("broke the connection (%v)", err))
	}
}
