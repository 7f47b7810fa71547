package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"

	"cairn/patches"
	"cairn/sources"

	"github.com/go-git/go-git/v5/plumbing"
	"github.com/sourcegraph/conc/pool"
)

// checkList is what the child process checks: every file on its own base.
type checkList struct {
	Repo  string      `json:"repo"`
	Tree  string      `json:"tree"`
	Files []checkFile `json:"files"`
}

// checkFile is a patch file and how it is applied.
type checkFile struct {
	Name string `json:"name"`
	Way  way    `json:"way"`
}

// checkAll is the child process: it opens the repositories, reads the files and
// checks them all, bases in parallel, as "cairn check" does with components.
func checkAll(file string) error {
	data, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	var lists []checkList
	if err := json.Unmarshal(data, &lists); err != nil {
		return err
	}
	work := pool.New().WithContext(context.Background()).WithFirstError()
	for _, list := range lists {
		work.Go(func(ctx context.Context) error { return checkBase(ctx, list) })
	}
	return work.Wait()
}

func checkBase(ctx context.Context, list checkList) error {
	local, err := sources.OpenLocal(list.Repo)
	if err != nil {
		return err
	}
	defer local.Close()
	inputs := make([]patches.Input, len(list.Files))
	for i, file := range list.Files {
		content, err := os.ReadFile(file.Name)
		if err != nil {
			return err
		}
		inputs[i] = patches.Input{Name: file.Name, Content: content, Options: patches.Options{Check: true, Recount: file.Way.Recount}}
		if file.Way.Strip > 0 {
			inputs[i].Options.Strip = &file.Way.Strip
		}
	}
	verdicts, err := patches.ApplyEach(ctx, local.Objects(), plumbing.NewHash(list.Tree), inputs)
	if err != nil {
		return err
	}
	for _, verdict := range verdicts {
		if !verdict.Reached() {
			return fmt.Errorf("%s: %s", verdict.File, verdict.Status)
		}
	}
	return nil
}
