package patches

import (
	"bufio"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/go-git/go-git/v5/plumbing"
	"github.com/go-git/go-git/v5/storage/memory"
)

// recordedCalls is where recorded calls of git apply lie, if they are there.
const recordedCalls = "../../shared/conformance/apply.jsonl"

// recordedCall is one of them: the state before, the arguments, the state after.
type recordedCall struct {
	ID, Test, Prefix string
	Args, Config     []string
	InRepo           bool
	Stdin            string
	Ext              map[string]string
	WT0, WT1         map[string][2]string
	IX0, IX1         [][5]string
	RC               int
	Err              string
}

// skippedCalls are out of scope. An entry goes when what it names is built.
var skippedCalls = map[string]string{
	"4641a1953c97909543fa": "called in a git folder: its index was not recorded",
	"d06c14208604031edfbe": "called in a git folder: its index was not recorded",
	"975ceea27c9a5cc4d7ce": "its index holds an entry that is only intended, which a tree has not",
	"bc9e1579ced145e17c27": "converts line endings of a work tree",
	"376f35ef5053c9efb7b9": "stops at files in a submodule's work tree",
	"eedd8a121c14ceac6cc2": "stops at files in a submodule's work tree",
	"5782390725f0fdc4b5c0": "stops at a submodule's work tree, which is in the way",
}

// outOfScope are options that make a call report, or write beside the tree.
var outOfScope = map[string]string{
	"--stat":                "only reports",
	"--numstat":             "only reports",
	"--summary":             "only reports",
	"--reject":              "applies a part of a patch, which this package never does",
	"--build-fake-ancestor": "writes an index file",
	"-N":                    "intent to add is a state of an index, which a tree has not",
	"--unsafe-paths":        "writes outside of the tree",
	"--3way":                "a three-way merge is what rebase is for; apply does not fall back to it",
}

func TestRecordedCalls(t *testing.T) {
	t.Parallel()
	file, err := os.Open(filepath.FromSlash(recordedCalls))
	if err != nil {
		t.Skipf("no recorded calls here: %v", err)
	}
	defer file.Close()
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 64<<20)
	ran, skipped := 0, 0
	for lines.Scan() {
		var call recordedCall
		if err := json.Unmarshal(lines.Bytes(), &call); err != nil {
			t.Fatal(err)
		}
		if reason := call.skip(); reason != "" {
			skipped++
			if os.Getenv("PATCHES_SHOW_SKIPPED") != "" {
				t.Logf("%s %s %q: %s", call.ID, call.Test, call.Args, reason)
			}
			continue
		}
		ran++
		t.Run(call.Test+"/"+call.ID, call.check)
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
	t.Logf("%d calls held against the recording, %d out of scope", ran, skipped)
	if ran == 0 {
		t.Error("no call was in scope")
	}
}

func (c *recordedCall) skip() string {
	if reason := skippedCalls[c.ID]; reason != "" {
		return reason
	}
	for _, arg := range c.Args {
		if reason := outOfScope[arg]; reason != "" {
			return arg + ": " + reason
		}
	}
	return ""
}

// check applies the call's patches to the state before and compares with that after.
func (c *recordedCall) check(t *testing.T) {
	opts, names, onIndex, err := c.options()
	if err != nil {
		t.Fatal(err)
	}
	store := memory.NewStorage()
	var before, after []recordedFile
	if onIndex {
		before, after = c.indexFiles(t, c.IX0), c.indexFiles(t, c.IX1)
	} else {
		before, after = workTreeFiles(t, c.WT0), workTreeFiles(t, c.WT1)
	}
	base, want := storeFiles(t, store, before), storeFiles(t, store, after)
	var inputs []Input
	for _, name := range names {
		inputs = append(inputs, Input{name, c.patch(t, name), opts})
	}
	verdicts, err := ApplyAll(t.Context(), store, base, inputs)
	if err != nil {
		t.Fatal(err)
	}
	got, applied := base, true
	var said []string
	for _, v := range verdicts {
		applied = applied && v.Reached()
		if v.Reached() {
			got = plumbing.NewHash(v.Tree)
		}
		if v.Fault != nil {
			said = append(said, v.Fault.Message)
		}
	}
	if applied != (c.RC == 0) {
		t.Fatalf("%q: applied %t, git exits %d\nwe say: %q\ngit says: %s", c.Args, applied, c.RC, said, c.Err)
	}
	if slices.Contains(c.Args, "--check") || !applied && len(inputs) == 1 {
		return
	}
	if got != want {
		t.Errorf("%q: reached %s, git %s\n%s", c.Args, got, want, difference(t, store, got, after))
	}
}

// options reads the call's arguments and configuration.
func (c *recordedCall) options() (opts Options, names []string, onIndex bool, err error) {
	opts = Options{Lenient: true, AllowFuzz: true, Prefix: c.Prefix}
	config := func(setting string) {
		key, value, _ := strings.Cut(setting, "=")
		switch strings.ToLower(key) {
		case "core.whitespace":
			opts.WhitespaceRule = value
		case "apply.whitespace":
			opts.Whitespace = whitespaceOption(value)
		case "apply.ignorewhitespace":
			opts.IgnoreWhitespace = value == "change"
		}
	}
	for _, setting := range c.Config {
		config(setting)
	}
	args := c.Args
	for len(args) > 0 && args[0] != "apply" {
		if args[0] != "-c" {
			return opts, nil, false, fmt.Errorf("unknown option of git: %q", args[0])
		}
		config(args[1])
		args = args[2:]
	}
	number := func(text string) *int {
		n, e := strconv.Atoi(text)
		if e != nil {
			err = e
		}
		return &n
	}
	for args = args[1:]; len(args) > 0; args = args[1:] {
		arg := args[0]
		name, value, _ := strings.Cut(arg, "=")
		switch {
		case arg == "-":
			names = append(names, arg)
		case arg == "--index" || arg == "--cached":
			onIndex = true
		case arg == "-R" || arg == "--reverse":
			opts.Reverse = true
		case arg == "--recount":
			opts.Recount = true
		case arg == "--unidiff-zero":
			opts.UnidiffZero = true
		case arg == "--inaccurate-eof":
			opts.InaccurateEOF = true
		case arg == "--ignore-space-change" || arg == "--ignore-whitespace":
			opts.IgnoreWhitespace = true
		case name == "--whitespace":
			opts.Whitespace = whitespaceOption(value)
		case name == "--directory":
			opts.Directory = value
		case name == "--include" || name == "--exclude":
			opts.Globs = append(opts.Globs, Glob{value, name == "--exclude"})
		case arg == "-p" || arg == "-C":
			args = args[1:]
			if arg == "-p" {
				opts.Strip = number(args[0])
			} else {
				opts.Context = number(args[0])
			}
		case strings.HasPrefix(arg, "-p"):
			opts.Strip = number(arg[2:])
		case strings.HasPrefix(arg, "-C"):
			opts.Context = number(arg[2:])
		case arg == "-v" || arg == "--apply" || arg == "--check" || arg == "--binary" || arg == "--allow-binary-replacement":
		case strings.HasPrefix(arg, "-"):
			return opts, nil, false, fmt.Errorf("unknown option %q", arg)
		default:
			names = append(names, arg)
		}
	}
	if len(names) == 0 {
		names = []string{"-"}
	}
	return opts, names, onIndex, err
}

func whitespaceOption(value string) Whitespace {
	switch value {
	case "strip":
		return WhitespaceFix
	case "error-all":
		return WhitespaceError
	}
	return Whitespace(value)
}

// patch is the text of a patch that the call names.
func (c *recordedCall) patch(t *testing.T, name string) []byte {
	if name == "-" {
		return decodeRecorded(t, c.Stdin)
	}
	if text, ok := c.Ext[name]; ok {
		return decodeRecorded(t, text)
	}
	at := path.Join(c.Prefix, name)
	if _, below, absolute := strings.Cut(name, "."+c.Test+"/"); absolute {
		// The recorder's own folder, which is the work tree.
		at = below
	}
	file, ok := c.WT0[at]
	if !ok {
		t.Fatalf("the recording has no %s", name)
	}
	return decodeRecorded(t, file[1])
}

func decodeRecorded(t *testing.T, text string) []byte {
	content, err := base64.StdEncoding.DecodeString(text)
	if err != nil {
		t.Fatal(err)
	}
	return content
}

type recordedFile struct {
	path    string
	mode    uint32
	id      plumbing.Hash // of a submodule
	content []byte
}

func (c *recordedCall) indexFiles(t *testing.T, entries [][5]string) (files []recordedFile) {
	for _, e := range entries {
		if e[2] != "0" {
			t.Skip("the index holds a conflict")
		}
		files = append(files, recordedFile{c.Prefix + e[3], parseMode(t, e[0]), plumbing.NewHash(e[1]), decodeRecorded(t, e[4])})
	}
	return files
}

func workTreeFiles(t *testing.T, entries map[string][2]string) (files []recordedFile) {
	for name, e := range entries {
		content := []byte(e[1])
		if e[0] != "120000" {
			content = decodeRecorded(t, e[1])
		}
		files = append(files, recordedFile{name, parseMode(t, e[0]), plumbing.ZeroHash, content})
	}
	return files
}

func parseMode(t *testing.T, text string) uint32 {
	mode, err := strconv.ParseUint(text, 8, 32)
	if err != nil {
		t.Fatal(err)
	}
	return uint32(mode)
}

// storeFiles makes a tree.
func storeFiles(t testing.TB, store *memory.Storage, files []recordedFile) plumbing.Hash {
	o := newObjects(store)
	b := &batch{objects: o}
	var changes []change
	for _, f := range files {
		id := f.id
		if f.mode != modeGitlink {
			id = b.put(plumbing.BlobObject, f.content)
		}
		changes = append(changes, change{f.path, f.mode, id})
	}
	tree, err := b.with(plumbing.ZeroHash, changes)
	if err != nil {
		t.Fatal(err)
	}
	if err := o.keep(b); err != nil {
		t.Fatal(err)
	}
	if err := o.flush(); err != nil {
		t.Fatal(err)
	}
	return tree
}

// difference says which files of a tree are not as wanted.
func difference(t *testing.T, store *memory.Storage, tree plumbing.Hash, want []recordedFile) string {
	o := newObjects(store)
	var out strings.Builder
	for _, f := range want {
		entry, found, err := o.find(tree, f.path)
		if err != nil {
			t.Fatal(err)
		}
		if !found {
			fmt.Fprintf(&out, "%s is missing\n", f.path)
			continue
		}
		if f.mode == modeGitlink {
			continue
		}
		content, err := o.blob(entry.id)
		if err != nil {
			t.Fatal(err)
		}
		if entry.mode != f.mode || string(content) != string(f.content) {
			fmt.Fprintf(&out, "%s: got %o %q, want %o %q\n", f.path, entry.mode, content, f.mode, f.content)
		}
	}
	return out.String()
}
