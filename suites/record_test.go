package suites

import (
	"bytes"
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"cairn/stacks"
)

// recorded is a full record of a passing run.
func recorded(t *testing.T) *Record {
	t.Helper()
	f := &fake{programs: benchPrograms(ppRecord + "\n" + tgRecord)}
	record, err := Run(t.Context(), request(t, benchStack("<&>"), f))
	if err != nil {
		t.Fatal(err)
	}
	return record
}

func TestRecordsSurviveEncoding(t *testing.T) {
	t.Parallel()
	record := recorded(t)
	data, err := record.Encode()
	if err != nil {
		t.Fatal(err)
	}
	decoded, err := Decode(data)
	if err != nil {
		t.Fatal(err)
	}
	again, err := decoded.Encode()
	if err != nil || !bytes.Equal(again, data) {
		t.Errorf("encode after decode differs: %v\n%s\n%s", err, data, again)
	}
	for _, r := range []*Record{record, decoded} { // raw JSON is equal but for its blanks
		for _, m := range r.Throughput {
			for i := range m.Runs {
				var compact bytes.Buffer
				if err := json.Compact(&compact, m.Runs[i].Raw); err != nil {
					t.Fatal(err)
				}
				m.Runs[i].Raw = compact.Bytes()
			}
		}
	}
	if !reflect.DeepEqual(record, decoded) {
		t.Errorf("got %+v\nwant %+v", decoded, record)
	}
	for _, want := range []string{
		`"schema": "cairn-record-v1"`, `"started": "1970-01-01T00:00:01Z"`, `"outcome": "passed"`, `"gated": true`, `"<&>"`, `"lock": "sha256:`,
		`"interval_95"`, `"id": "8086:e223"`, `"isa": "x86-64-v3"`, `"combined_token_sha256": "sha256:`, `"build_commit": "db44417b"`, `"impure": false`,
	} {
		if !bytes.Contains(data, []byte(want)) {
			t.Errorf("%s is not in the record:\n%s", want, data)
		}
	}
	if bytes.Contains(data, []byte("text_sha256")) {
		t.Error("a hash of nothing is in the record")
	}
}

func TestDecodeIsStrict(t *testing.T) {
	t.Parallel()
	data, err := recorded(t).Encode()
	if err != nil {
		t.Fatal(err)
	}
	for name, broken := range map[string]string{
		"schema":   strings.Replace(string(data), "record-v1", "record-v2", 1),
		"unknown":  strings.Replace(string(data), `"outcome"`, `"outcom"`, 1),
		"digest":   strings.Replace(string(data), `"lock": "sha256:`, `"lock": "sha256:zz`, 1),
		"cut off":  string(data[:len(data)/2]),
		"trailing": string(data) + "{}",
		"empty":    "",
	} {
		if _, err := Decode([]byte(broken)); err == nil {
			t.Errorf("%s: decoded", name)
		}
	}
}

func TestHashesAreTheLabs(t *testing.T) {
	t.Parallel()
	// By sha256sum(1) of "11,7,42", "11,7,42,-1" and "a\n---\nb\n---\n".
	answer := Answer{Tokens: []int64{11, 7, 42}}
	if got := TokenSHA256(answer.Tokens); got != sum(t, goodSum) {
		t.Errorf("tokens: got %s", got)
	}
	if got := CombinedTokenSHA256([]Answer{answer}); got != sum(t, "2ec5614e4294eb6e8d414099987a03da89ef1959547fd7d2593bebe39c03cf86") {
		t.Errorf("combined tokens: got %s", got)
	}
	if got := CombinedTextSHA256([]Answer{{Text: "a"}, {Text: "b"}}); got != sum(t, "067a951f85744070973b69cd232007ea5c1c0ad53ca16ffb697adf73c608a34d") {
		t.Errorf("combined text: got %s", got)
	}
}

func FuzzReadAnswer(f *testing.F) {
	for _, seed := range []string{goodTokens, `{"text":"\ud800"}`, `{"tokens":[1e3]}`, "42", `{"tokens":[9223372036854775808]}`, "{}"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, out []byte) {
		a, err := readAnswer(stacks.CommandRunner, "gate", out, "")
		if err == nil && a.Tokens == nil && !a.HasText {
			t.Errorf("%q: an answer of nothing", out)
		}
		for _, token := range a.Tokens {
			if token < 0 {
				t.Errorf("%q: a negative token", out)
			}
		}
	})
}
