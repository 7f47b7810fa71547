package patches

import (
	"context"
	"encoding/hex"
	"errors"
	"fmt"
	"runtime"
	"strings"

	"github.com/go-git/go-git/v5/plumbing"
	"github.com/go-git/go-git/v5/plumbing/storer"
	"github.com/sourcegraph/conc/pool"
)

// Input is one patch file to apply: its name, its bytes as stored, and how.
type Input struct {
	Name    string
	Content []byte
	Options Options
}

// Apply applies one patch file to a tree and says what became of it. Unless
// Options.Check is set, the new objects are written to objects, blobs first, when the
// whole patch has applied, and not one of them otherwise.
//
// An error is about reading or writing objects, or is ctx's; everything about the
// patch is in the verdict.
func Apply(ctx context.Context, objects storer.EncodedObjectStorer, tree plumbing.Hash, name string, content []byte, opts Options) (Verdict, error) {
	verdicts, err := ApplyAll(ctx, objects, tree, []Input{{name, content, opts}})
	if err != nil {
		return Verdict{}, err
	}
	return verdicts[0], nil
}

// ApplyAll applies patch files in order, each to the tree that the last one that
// applied has left. A patch that does not apply leaves the tree as it was, and the
// next ones are tried on that. The verdicts are in the order of inputs.
func ApplyAll(ctx context.Context, objects storer.EncodedObjectStorer, tree plumbing.Hash, inputs []Input) ([]Verdict, error) {
	o := newObjects(objects)
	verdicts := make([]Verdict, len(inputs))
	for i, input := range inputs {
		var err error
		if verdicts[i], err = o.apply(ctx, tree, input, i == len(inputs)-1); err != nil {
			return nil, fmt.Errorf("apply %s: %w", input.Name, err)
		}
		if !verdicts[i].Reached() {
			continue
		}
		tree = plumbing.NewHash(verdicts[i].Tree)
		if !input.Options.Check {
			if err := o.flush(); err != nil {
				return nil, fmt.Errorf("apply %s: %w", input.Name, err)
			}
		}
	}
	return verdicts, nil
}

// ApplyEach applies every patch file to the same tree, in parallel. Objects are read
// once for all, by one goroutine at a time. The verdicts are in the order of inputs.
func ApplyEach(ctx context.Context, objects storer.EncodedObjectStorer, tree plumbing.Hash, inputs []Input) ([]Verdict, error) {
	o := newObjects(objects)
	verdicts := make([]Verdict, len(inputs))
	workers := pool.New().WithErrors().WithContext(ctx).WithCancelOnError().WithMaxGoroutines(runtime.GOMAXPROCS(0))
	for i, input := range inputs {
		workers.Go(func(ctx context.Context) error {
			v, err := o.apply(ctx, tree, input, true)
			if err != nil {
				return fmt.Errorf("apply %s: %w", input.Name, err)
			}
			verdicts[i] = v
			if v.Reached() && !input.Options.Check {
				return o.flush()
			}
			return nil
		})
	}
	if err := workers.Wait(); err != nil {
		return nil, err
	}
	return verdicts, nil
}

// apply decodes, reads and applies one input. New objects stay in o, but for those
// that a check makes and that nothing builds on (single).
func (o *objects) apply(ctx context.Context, tree plumbing.Hash, input Input, single bool) (Verdict, error) {
	v := Verdict{File: input.Name, Encoding: "plain", Files: []FileVerdict{}}
	decoded, err := Decode(input.Name, input.Content, input.Options.Limits)
	if err != nil {
		v.undecodable(input, err)
		return v, nil
	}
	if len(decoded.Encoding) > 0 {
		v.Encoding = strings.Join(decoded.Encoding, "+")
	}
	v.SHA256 = hex.EncodeToString(decoded.SHA256[:])
	v.DecodedSHA256 = hex.EncodeToString(decoded.DiffSHA256[:])

	s, fault := newSession(o, tree, input.Options)
	if fault != nil {
		v.Status, v.Fault = Conflict, fault
		return v, nil
	}
	s.single = single
	s.lines = takeLines()
	defer func() { giveLines(s.lines) }()
	s.patch = Parse(decoded.Diff, input.Options.parse())
	if len(s.patch.Faults) > 0 {
		v.Status, v.Fault = Damaged, &s.patch.Faults[0]
		return v, nil
	}
	if err := s.run(ctx); err != nil {
		if errors.As(err, &fault) {
			v.Status, v.Fault = Conflict, fault
			return v, nil
		}
		return v, err
	}
	return v, s.conclude(&v)
}

// parse is what concerns the parser.
func (o *Options) parse() ParseOptions {
	return ParseOptions{Strip: o.Strip, Directory: o.Directory, Prefix: o.Prefix, Recount: o.Recount, Lenient: o.Lenient}
}

// undecodable says what Decode found.
func (v *Verdict) undecodable(input Input, err error) {
	v.Status = Undecodable
	v.SHA256 = hexSum(input.Content)
	v.Fault = &Fault{Message: err.Error()}
	var fault *DecodeError
	if errors.As(err, &fault) {
		v.Fault.Message = fault.what()
		v.Fault.Byte = int(fault.Byte)
		v.Fault.Hint = repairFileHint
		if fault.Layer == "name" { // it decodes
			v.Fault.Hint = fault.Hint
		}
		if len(fault.Encoding) > 0 {
			v.Encoding = strings.Join(fault.Encoding, "+")
		}
	}
}
