package stacks

import (
	"errors"
	"io/fs"

	"github.com/hashicorp/hcl/v2"
)

// ResultsFolder is where a workspace keeps results that most commands do not need.
const ResultsFolder = "results"

// resultsLanguage is the schema of a file there.
var resultsLanguage = &blockSchema{
	doc:    "a file of results",
	blocks: blocks{resultBlock},
}

// LoadResults reads the files of the workspace's folder "results", which Load
// leaves alone: hundreds of measurements would cost every command their reading.
// They hold result blocks only, whose stacks are the workspace's. The results are
// added to ws.Results and their bytes to ws.Sources; a workspace without the folder
// has none there. A second call adds nothing.
//
// All faults of all files are reported at once; where there are errors, nothing
// but Sources was added. It must not run beside other uses of ws.
func LoadResults(ws *Workspace) hcl.Diagnostics {
	if ws.resultsLoaded {
		return nil
	}
	if _, err := fs.Stat(ws.Files, ResultsFolder); errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	l := &loader{ws: ws}
	taken := map[string]*node{}
	for id, r := range ws.Results {
		taken[id] = &node{head: r.Range}
	}
	var results []*Result
	for _, body := range l.parseFolder(ResultsFolder) {
		file := &node{schema: resultsLanguage}
		r := &reader{faults: &l.faults}
		r.body(file, body)
		for _, n := range file.blocks {
			if l.unique(taken, n, n.label(0), labelRange(n), "result") {
				l.complete(n)
				results = append(results, l.result(n))
			}
		}
	}
	diags := l.sorted()
	if diags.HasErrors() {
		return diags
	}
	for _, r := range results {
		ws.Results[r.ID] = r
	}
	ws.resultsLoaded = true
	return diags
}
