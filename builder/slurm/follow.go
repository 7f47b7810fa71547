package slurm

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"time"

	"cairn/builder"
)

// ended is how a job went.
type ended struct {
	job, state string
	failed     *builder.ActionError
	said       string
	lastWord   bool   // the node said how it ended: it was not killed
	log        string // the path of what the build printed
}

// once submits one job and follows it to its end. Cancelled, it cancels the job.
func (e *Executor) once(ctx context.Context, w builder.Work, r request, name string) (ended, error) {
	logs, err := w.Options.Store.Folder("logs")
	if err != nil {
		return ended{}, err
	}
	r.output = filepath.Join(e.opts.Logs, fmt.Sprintf("%s-%d.out", name, time.Now().UnixNano()))
	f := &follower{work: w, path: r.output, began: time.Now()}
	f.end.log = filepath.Join(logs, url.PathEscape(w.Action.Name)+"-"+w.Action.Key.Short()+".log")
	if f.end.job, err = submit(ctx, e.opts, r); err != nil {
		return ended{}, fmt.Errorf("%s: %w", w.Action.Name, err)
	}
	if f.log, err = os.Create(f.end.log); err != nil {
		return ended{}, errors.Join(err, e.cancel(f.end.job))
	}
	defer f.log.Close()
	f.tell("waits in Slurm's queue as job "+f.end.job, 0, 0, 0)
	err = e.follow(ctx, f)
	if err != nil {
		return ended{}, errors.Join(err, e.cancel(f.end.job))
	}
	f.end.said, f.end.lastWord = lastLine(r.output+".err"), f.finished
	if f.fault != "" {
		f.end.said = f.fault
	}
	for _, path := range []string{r.output, r.output + ".err"} {
		if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return f.end, err
		}
	}
	return f.end, nil
}

// follow reads what the node says and asks Slurm for the job's state, until it ends.
func (e *Executor) follow(ctx context.Context, f *follower) error {
	ticker := time.NewTicker(min(e.opts.Poll, 300*time.Millisecond))
	defer ticker.Stop()
	asked, silent := time.Now(), 0
	for {
		select {
		case <-ctx.Done():
			return context.Cause(ctx)
		case <-ticker.C:
		}
		if err := f.read(); err != nil {
			return err
		}
		if !f.finished && time.Since(asked) < e.opts.Poll {
			continue
		}
		asked = time.Now()
		now, err := state(ctx, f.end.job)
		if err != nil {
			// slurmctld may be away for a while; the job does not mind.
			if silent++; ctx.Err() != nil || silent > 60 {
				return err
			}
			continue
		}
		silent = 0
		switch now {
		case "PENDING", "RUNNING", "CONFIGURING", "COMPLETING", "SUSPENDED", "REQUEUED", "REQUEUE_HOLD", "REQUEUE_FED", "RESIZING", "SIGNALING", "STAGE_OUT", "STOPPED", "SPECIAL_EXIT":
			if now != f.end.state {
				f.state(now)
			}
			continue
		}
		f.end.state = now
		return f.read()
	}
}

// cancelPatience is for slurmctld's answer, when this process is to end.
const cancelPatience = 10 * time.Second

func (e *Executor) cancel(job string) error {
	ctx, done := context.WithTimeout(context.Background(), cancelPatience)
	defer done()
	_, err := run(ctx, "", "scancel", job)
	return err
}

// follower reads a job's output file as it grows.
type follower struct {
	work     builder.Work
	path     string
	began    time.Time
	offset   int64
	part     []byte
	log      *os.File
	finished bool // the node said so
	fault    string
	node     string
	last     string
	end      ended
}

func (f *follower) tell(line string, done, total int, memory int64) {
	f.work.Tell(builder.Event{Kind: builder.Progress, Action: f.work.Action, Line: line, Done: done, Total: total, MemoryBytes: memory, Elapsed: time.Since(f.began)})
}

// state notes where the job stands in Slurm's eyes.
func (f *follower) state(now string) {
	if f.end.state == "RUNNING" && now == "PENDING" {
		f.tell(fmt.Sprintf("node %s was lost: job %s waits for another", f.node, f.end.job), 0, 0, 0)
	}
	f.end.state = now
}

// read takes in what the file has grown by. It may not be there yet.
func (f *follower) read() error {
	file, err := os.Open(f.path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	defer file.Close()
	content, err := io.ReadAll(io.NewSectionReader(file, f.offset, 64<<20))
	if err != nil {
		return err
	}
	f.offset += int64(len(content))
	f.part = append(f.part, content...)
	for {
		line, rest, ok := bytes.Cut(f.part, []byte("\n"))
		if !ok {
			return nil
		}
		f.part = rest
		if err := f.message(line); err != nil {
			return err
		}
	}
}

// message takes one in. What is none, Slurm wrote, or a node that went down within
// a line.
func (f *follower) message(line []byte) error {
	var m message
	if json.Unmarshal(line, &m) != nil {
		return nil
	}
	switch m.Kind {
	case "begin":
		f.node, f.finished, f.fault, f.end.failed = m.Node, false, "", nil
		if err := f.log.Truncate(0); err != nil {
			return err
		}
		if _, err := f.log.Seek(0, io.SeekStart); err != nil {
			return err
		}
		if _, err := fmt.Fprintf(f.log, "# cairn log of %s\n# key %s\n# job %s on node %s\n", f.work.Action.Name, f.work.Action.Key, f.end.job, m.Node); err != nil {
			return err
		}
		f.tell(fmt.Sprintf("runs on node %s as job %s", m.Node, f.end.job), 0, 0, 0)
	case "progress":
		if m.Line != f.last { // else only its memory moved
			if _, err := fmt.Fprintln(f.log, m.Line); err != nil {
				return err
			}
		}
		f.last = m.Line
		f.tell(m.Line, m.Done, m.Total, m.MemoryBytes)
	case "failed":
		f.end.failed, f.finished = m.Failed, true
	case "error":
		f.fault, f.finished = m.Error, true
	case "done":
		f.finished = true
	}
	return nil
}

func lastLine(path string) string {
	content, err := os.ReadFile(path)
	if err != nil {
		return ""
	}
	lines := bytes.Split(bytes.TrimSpace(content), []byte("\n"))
	return string(lines[len(lines)-1])
}
