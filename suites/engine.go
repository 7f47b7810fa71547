package suites

import (
	"bytes"
	"strconv"
	"strings"

	"cairn/internal/lazyregexp"
)

// Engine is what an engine says of itself in its log, as far as cairn can read it.
type Engine struct {
	// KVCacheTokens is how many tokens its cache of keys and values holds. vLLM holds
	// fewer in the process that compiles (lab suites.md, E2: 9,408 against 17,216).
	KVCacheTokens int64 `json:"kv_cache_tokens,omitempty"`
	// CompileCache says where compiled graphs came from: "compiled" by this process,
	// "loaded" from its cache, or "both"; empty for engines that do not say.
	CompileCache string `json:"compile_cache,omitempty"`
}

// engineLines are what vLLM (v1/core/kv_cache_utils.py, compilation/backends.py and
// decorators.py) and llama.cpp (llama-kv-cache.cpp) print.
var engineLines = struct{ kv, cells, loaded, compiled *lazyregexp.Regexp }{
	kv:       lazyregexp.New(`GPU KV cache size: ([0-9,]+) tokens`),
	cells:    lazyregexp.New(`llama_kv_cache: +size = .*\( *([0-9]+) cells`),
	loaded:   lazyregexp.New(`Directly load (the compiled graph|AOT compilation)`),
	compiled: lazyregexp.New(`Compiling a graph for|saved AOT compiled function|Cache the graph (of|for)`),
}

// engineLog reads a log as it is written. It keeps a line at most, and passes
// nothing on.
type engineLog struct {
	found            Engine
	loaded, compiled bool
	line             []byte
}

// maxLogLineBytes bounds what is kept of a line: what engines say is at its start.
const maxLogLineBytes = 4 << 10

func (l *engineLog) Write(p []byte) (int, error) {
	for rest := p; len(rest) > 0; {
		line, after, whole := bytes.Cut(rest, []byte("\n"))
		if room := maxLogLineBytes - len(l.line); room > 0 {
			l.line = append(l.line, line[:min(len(line), room)]...)
		}
		if whole {
			l.read()
		}
		rest = after
	}
	return len(p), nil
}

func (l *engineLog) read() {
	defer func() { l.line = l.line[:0] }()
	for _, pattern := range []*lazyregexp.Regexp{engineLines.kv, engineLines.cells} {
		if match := pattern.FindSubmatch(l.line); match != nil {
			if n, err := strconv.ParseInt(strings.ReplaceAll(string(match[1]), ",", ""), 10, 64); err == nil {
				l.found.KVCacheTokens = n
			}
		}
	}
	l.loaded = l.loaded || engineLines.loaded.Match(l.line)
	l.compiled = l.compiled || engineLines.compiled.Match(l.line)
}

// engine returns what was said; nil if nothing was.
func (l *engineLog) engine() *Engine {
	l.read() // the last line may lack its end
	switch {
	case l.loaded && l.compiled:
		l.found.CompileCache = "both"
	case l.loaded:
		l.found.CompileCache = "loaded"
	case l.compiled:
		l.found.CompileCache = "compiled"
	}
	if l.found == (Engine{}) {
		return nil
	}
	found := l.found
	return &found
}
