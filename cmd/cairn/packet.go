package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"strings"

	"cairn/digest"
	"cairn/stacks"
	"cairn/suites"
)

// packetSchema names the layout of a packet's packet.json.
const packetSchema = "cairn-packet-v1"

// packet is packet.json: what a folder holds that shows how a try to reproduce a
// result went. Nothing in it is of the machine's user: no path, no host's variable.
type packet struct {
	Schema  string                   `json:"schema"`
	Result  string                   `json:"result"`
	Stack   string                   `json:"stack,omitempty"`
	Until   string                   `json:"until"`
	Verdict suites.Verdict           `json:"verdict,omitempty"` // empty where it stopped as asked
	Reasons []string                 `json:"reasons,omitempty"`
	Lock    digest.Digest            `json:"lock,omitzero"`
	Cairn   string                   `json:"cairn"`
	Files   map[string]digest.Digest `json:"files"`
}

// writePacket writes the folder: packet.json, verdict.json, the lock, the record, logs
// of builds and of suites, and localmaxxing.json where there is a figure to submit.
func (r *replay) writePacket(dir string) error {
	files := map[string][]byte{}
	p := packet{Schema: packetSchema, Result: r.target.result.ID, Stack: r.target.result.Stack, Until: r.opts.until, Cairn: version, Files: map[string]digest.Digest{}}
	if r.judgement != nil {
		p.Verdict, p.Reasons = r.judgement.Verdict, r.judgement.Reasons
		if err := addJSON(files, "verdict.json", r.judgement); err != nil {
			return err
		}
	}
	if r.workshop != nil {
		p.Lock = r.workshop.lock.Digest()
		files[r.workshop.stack.Name+".lock.hcl"] = r.workshop.lock.Bytes()
	}
	if r.record != nil {
		data, err := r.record.Encode()
		if err != nil {
			return err
		}
		files["record.json"] = data
		if payload := r.payload(); payload != nil {
			if err := addJSON(files, "localmaxxing.json", payload); err != nil {
				return err
			}
		}
	}
	if err := r.addLogs(files); err != nil {
		return err
	}
	for name, content := range files {
		p.Files[name] = digest.Of(content)
	}
	if err := addJSON(files, "packet.json", p); err != nil {
		return err
	}
	for name, content := range files {
		target := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(target), 0o755); err != nil {
			return fmt.Errorf("write packet: %w", err)
		}
		if err := os.WriteFile(target, content, 0o644); err != nil {
			return fmt.Errorf("write packet: %w", err)
		}
	}
	return nil
}

func addJSON(files map[string][]byte, name string, v any) error {
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(v); err != nil {
		return fmt.Errorf("write packet: %s: %w", name, err)
	}
	files[name] = out.Bytes()
	return nil
}

// addLogs adds what builds and engines wrote.
func (r *replay) addLogs(files map[string][]byte) error {
	var found []string
	if r.logs != "" {
		defer os.RemoveAll(r.logs) // a temporary folder: what stays is removed by the system
		var err error
		if found, err = matching(r.logs, "*.log"); err != nil {
			return err
		}
	}
	for _, log := range found {
		content, err := os.ReadFile(log)
		if err != nil {
			return fmt.Errorf("write packet: %w", err)
		}
		files["logs/"+filepath.Base(log)] = content
	}
	if r.outcome == nil {
		return nil
	}
	for _, output := range r.outcome.Outputs {
		log, err := newestLog(r.workshop.store, output.Action)
		if err != nil {
			return err
		}
		if log == "" {
			continue // it came from elsewhere, built
		}
		content, err := os.ReadFile(log)
		if err != nil {
			return fmt.Errorf("write packet: %w", err)
		}
		files["logs/build-"+strings.ReplaceAll(output.Build, "/", "-")+".log"] = content
	}
	return nil
}

// payload is a submission as LocalMaxxing takes them (lab suites.md, section F). Nil
// where no gated figure was measured.
func (r *replay) payload() map[string]any {
	m := r.measurement()
	if m == nil {
		return nil
	}
	host, stack := r.record.Host, r.workshop.stack
	hardware := map[string]any{
		"hwClass": "CPU", "cpu": host.CPU, "ramGb": host.MemoryBytes >> 30, "os": strings.TrimSpace(host.OS + ", kernel " + host.Kernel),
	}
	if needs := r.suite(m.Suite).Needs; needs.GPUs > 0 {
		hardware["hwClass"], hardware["gpuCount"], hardware["gpuName"] = "DISCRETE_GPU", needs.GPUs, needs.GPU
		for _, gpu := range host.GPUs {
			if gpu.ID == needs.GPU {
				hardware["vramGb"] = gpu.MemoryBytes >> 30
			}
		}
	}
	payload := map[string]any{
		"hardware": hardware, "promptTokens": m.Prompt, "outputTokens": m.Output, "batchSize": m.Batch, "tokSOut": m.Statistics.Mean,
		"notes": fmt.Sprintf("%s of cairn result %s: stack %s, lock %s. %d warm runs after %d cold, ±%.1f %%.",
			r.verdict(), r.target.result.ID, stack.Ref(), r.record.Lock, m.Statistics.Count, len(m.Cold), m.Statistics.SpreadPercent),
		"engineFlags": map[string]any{"commandSnippet": strings.Join(m.Command, " "), "extraFlags": variablesText(stack, r.suite(m.Suite)), "concurrency": m.Batch},
	}
	if m.TotalRate > 0 {
		payload["tokSTotal"] = m.TotalRate
	}
	for i := range r.workshop.view.Components {
		if c := &r.workshop.view.Components[i]; c.Name == stack.Components[0].Name {
			payload["engineName"] = engineName(stack.Components[0])
			applied := 0
			for _, patch := range c.Patches {
				if !patch.Skipped {
					applied++
				}
			}
			payload["engineVersion"] = fmt.Sprintf("%s, %s, tree %s", c.Source.Commit.Short(), plural(applied, "patch", "patches"), c.PatchedTree().Short())
		}
	}
	if model := r.suite(m.Suite).Model; model != nil {
		payload["hfId"], payload["modelFile"] = model.Repository, model.File
		if !model.Revision.IsZero() {
			payload["modelRevision"] = model.Revision.String()
		}
	}
	return payload
}

func (r *replay) verdict() suites.Verdict {
	if r.judgement == nil {
		return "unjudged"
	}
	return r.judgement.Verdict
}

// measurement is the gated one that the judgement is about, or the first.
func (r *replay) measurement() *suites.Measurement {
	for _, m := range r.record.Throughput {
		if m.Gated && m.Statistics.Count > 0 && (r.judgement == nil || r.judgement.Suite == "" || r.judgement.Suite == m.Suite) {
			return m
		}
	}
	return nil
}

func (r *replay) suite(name string) *stacks.Suite {
	for _, suite := range r.workshop.stack.Suites {
		if suite.Name == name {
			return suite
		}
	}
	return &stacks.Suite{}
}

// engineName is the last part of the repository's name, as people call engines.
func engineName(c *stacks.Component) string {
	if u := c.Source.Upstream; u.Git != "" {
		return strings.TrimSuffix(path.Base(u.Git), ".git")
	}
	return c.Source.Upstream.Embedded
}

func variablesText(stack *stacks.Stack, suite *stacks.Suite) string {
	all := map[string]string{}
	for _, set := range []map[string]string{stack.Environment.Variables, suite.Variables} {
		for name, value := range set {
			all[name] = value
		}
	}
	var parts []string
	for _, name := range sortedKeys(all) {
		parts = append(parts, name+"="+all[name])
	}
	return strings.Join(parts, " ")
}
