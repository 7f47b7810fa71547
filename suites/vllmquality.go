package suites

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"cairn/digest"
)

// checkerReport is what cairn reads of the JSON of the lab's quality checker
// (scripts/run-vllm-minimax-quality-check.py; suites.md, section A).
type checkerReport struct {
	Runs                int           `json:"runs"`
	Prompts             int           `json:"n_prompts"`
	CombinedTokenSHA256 digest.Digest `json:"combined_token_sha256"`
	FailureReasons      []string      `json:"failure_reasons"`
	Records             []struct {
		Prompts []struct {
			TokenIDs    []int64       `json:"token_ids"`
			TokenSHA256 digest.Digest `json:"token_sha256"`
			Text        *string       `json:"text"`
		} `json:"prompts"`
	} `json:"run_records"`
}

// askChecker runs the checker, which writes its report to a file and ends with a
// status other than 0 where its own rules failed. The report counts, if there is one:
// cairn computes every hash and rule anew, and adds what the checker holds against
// its answers.
func (r *run) askChecker(ctx context.Context, j job) (said, Process, error) {
	dir, remove, err := r.resultsFolder()
	if err != nil {
		return said{}, Process{}, err
	}
	defer remove()
	j.results = dir
	j.argv = slices.Concat(j.argv, []string{"--out", resultsDir + "/quality.json"})
	_, process, err := r.execute(ctx, j)
	var exit *ExitError
	if err != nil && !errors.As(err, &exit) {
		return said{}, process.Process, err
	}
	text, readErr := readReport(filepath.Join(dir, "quality.json"))
	if readErr != nil {
		if exit != nil { // it ended before it could say anything
			return said{}, process.Process, exit
		}
		return said{}, process.Process, &OutputError{Program: j.argv[0], Problem: "is not where --out says" + because(readErr)}
	}
	got, err := readChecker(j.argv[0], text)
	if err != nil {
		return said{}, process.Process, err
	}
	if exit != nil && len(got.complaints) == 0 {
		got.complaints = []string{exit.Error()}
	}
	got.engine = process.engine
	return got, process.Process, nil
}

// readReport reads a file that a program wrote: bounded, and no link out of its folder.
func readReport(path string) ([]byte, error) {
	info, err := os.Lstat(path)
	if err != nil {
		return nil, errors.New("no such file")
	}
	if !info.Mode().IsRegular() || info.Size() > maxOutputBytes {
		return nil, fmt.Errorf("no file of at most %d bytes", maxOutputBytes)
	}
	return os.ReadFile(path)
}

// readChecker reads a report and refuses one whose digests are not those of its tokens.
func readChecker(program string, text []byte) (said, error) {
	wrong := func(field, format string, args ...any) (said, error) {
		return said{}, &OutputError{Program: program, Field: field, Problem: fmt.Sprintf(format, args...), Head: head(text)}
	}
	var report checkerReport
	if err := json.Unmarshal(text, &report); err != nil {
		return wrong("", "is not the checker's report%s", because(err))
	}
	if len(report.Records) == 0 || len(report.Records) != report.Runs {
		return wrong("run_records", "has %d runs, and runs says %d", len(report.Records), report.Runs)
	}
	var got said
	for i, record := range report.Records {
		if len(record.Prompts) == 0 || len(record.Prompts) != report.Prompts {
			return wrong("run_records", "has %d prompts in run %d, and n_prompts says %d", len(record.Prompts), i+1, report.Prompts)
		}
		var turn Turn
		for prompt, p := range record.Prompts {
			if p.TokenIDs == nil || p.Text == nil {
				return wrong("run_records", "lacks token_ids or text of prompt %d, run %d", prompt, i+1)
			}
			if slices.ContainsFunc(p.TokenIDs, func(id int64) bool { return id < 0 }) {
				return wrong("token_ids", "has a negative id in prompt %d, run %d", prompt, i+1)
			}
			if sum := TokenSHA256(p.TokenIDs); sum != p.TokenSHA256 {
				return wrong("token_sha256", "of prompt %d, run %d is %s, its token_ids make %s", prompt, i+1, p.TokenSHA256, sum)
			}
			turn = append(turn, Answer{Tokens: p.TokenIDs, Text: *p.Text, HasText: true})
		}
		got.turns = append(got.turns, turn)
	}
	if sum := CombinedTokenSHA256(slices.Concat(got.turns...)); sum != report.CombinedTokenSHA256 {
		return wrong("combined_token_sha256", "is %s, the token_ids make %s", report.CombinedTokenSHA256, sum)
	}
	for _, reason := range report.FailureReasons {
		got.complaints = append(got.complaints, "the checker says: "+reason)
	}
	return got, nil
}
