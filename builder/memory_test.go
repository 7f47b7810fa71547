package builder

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"cairn/builder/store"
	"cairn/stacks"
)

func TestWhatNeverFitsIsSaidBeforeAnythingRuns(t *testing.T) {
	t.Parallel()
	b := newBench(t)
	b.component("small", files{"x": ""}, script("echo >/out/x"))
	b.component("huge", files{"x": ""}, script("echo >/out/x")).MemoryBytes = 120 << 30
	b.component("big", files{"x": ""}, script("echo >/out/x", "small")).MemoryBytes = 4 << 30
	_, err := Run(t.Context(), b.Request, b.plan(), RunOptions{Store: b.store, MemoryBytes: 3 << 30, Events: b.events.add})
	var large *TooLargeError
	if !errors.As(err, &large) || len(large.Actions) != 2 || len(b.events.all) != 0 {
		t.Fatalf("got %v after %d events", err, len(b.events.all))
	}
	const want = "more memory is needed than the 3.0 GiB that can be had: stack/huge.command (120.0 GiB for one job, declared), stack/big.command (4.0 GiB for one job, declared)"
	if err.Error() != want {
		t.Errorf("got %s", err)
	}
}

func TestMemoryOfManyJobs(t *testing.T) {
	t.Parallel()
	const gib = 1 << 30
	record := &store.Record{PeakRSSBytes: 2 * gib, PeakTotalBytes: 5 * gib, Jobs: 4}
	for _, tc := range []struct {
		name     string
		declared int64
		last     *store.Record
		jobs     int
		want     int64
	}{
		{"nobody knows", 0, nil, 3, 0},
		{"declared", gib, nil, 3, 3 * gib},
		{"measured: as many jobs took no more together", 0, record, 4, 5 * gib},
		{"measured: fewer jobs", 0, record, 2, 4 * gib},
		{"measured: more jobs than ever", 0, record, 5, 10 * gib},
		{"measured, and the declaration is more", 3 * gib, record, 4, 12 * gib},
		{"measured, and the declaration is less", gib, record, 1, 2 * gib},
		{"measured by one that knew no sum", 0, &store.Record{PeakRSSBytes: 2 * gib, Jobs: 2}, 2, 4 * gib},
		{"measured over several runs", 0, &store.Record{PeakRSSBytes: 1, Most: store.Taken{RSSBytes: gib, TotalBytes: gib, Jobs: 1}}, 2, 2 * gib},
	} {
		a := &Action{build: &stacks.Build{MemoryBytes: tc.declared}, last: tc.last}
		if got := a.MemoryFor(tc.jobs); got != tc.want {
			t.Errorf("%s: got %d, want %d", tc.name, got, tc.want)
		}
	}
}

// The peak is recorded, and the next run of the name is planned with it, though
// the run between took nothing.
func TestPeakIsRecordedAndUsed(t *testing.T) {
	t.Parallel()
	b := newBench(t)
	b.component("big", files{"x": "1"}, script("head -c 96M /dev/zero | tail -c 96M | wc -c >/out/x"))
	b.run()
	last := b.plan().Actions[0].last
	if last.PeakRSSBytes < 96<<20 || last.PeakRSSBytes > 200<<20 || last.PeakTotalBytes < last.PeakRSSBytes {
		t.Fatalf("recorded %d, together %d", last.PeakRSSBytes, last.PeakTotalBytes)
	}
	b.Stack.Components[0].Builds[0].Commands[0][2] = "echo >/out/x" // as with a warm compiler cache
	b.run()
	b.Sources["big"] = files{"x": "2"}
	plan := b.plan()
	if now := plan.Actions[0].last; now.PeakRSSBytes > 64<<20 || now.Most.RSSBytes != last.PeakRSSBytes {
		t.Fatalf("after a small run: got %+v", now)
	}
	_, err := Run(t.Context(), b.Request, plan, RunOptions{Store: b.store, MemoryBytes: 64 << 20})
	var large *TooLargeError
	if !errors.As(err, &large) || !large.Actions[0].Recorded || large.Actions[0].NeedBytes != last.PeakRSSBytes {
		t.Errorf("got %v", err)
	}
}

func TestAnotherToolchainForgetsMemory(t *testing.T) {
	t.Parallel()
	old := &store.Record{Inputs: []store.Input{{Name: "toolchain", Value: "a"}}, PeakRSSBytes: 9, Jobs: 1}
	now := store.Record{Inputs: []store.Input{{Name: "toolchain", Value: "b"}}, PeakRSSBytes: 2, PeakTotalBytes: 3, Jobs: 2}
	if got, want := remembered(now, old), (store.Taken{RSSBytes: 2, TotalBytes: 3, Jobs: 2}); got != want {
		t.Errorf("got %+v", got)
	}
	now.Inputs = old.Inputs
	if got, want := remembered(now, old), (store.Taken{RSSBytes: 9, TotalBytes: 9, Jobs: 1}); got != want {
		t.Errorf("got %+v", got)
	}
}

// ledger is an executor that runs nothing and adds up what is given out at once.
type ledger struct {
	sync.Mutex
	capacity        []Capacity // the last stands
	jobs, most      int
	memory, mostMem int64
	order           []string
}

func (l *ledger) Capacity() Capacity {
	l.Lock()
	defer l.Unlock()
	c := l.capacity[0]
	if len(l.capacity) > 1 {
		l.capacity = l.capacity[1:]
	}
	return c
}

func (l *ledger) Execute(_ context.Context, w Work) (*store.Record, bool, error) {
	l.Lock()
	l.jobs, l.memory = l.jobs+w.Jobs, l.memory+w.MemoryBytes
	l.most, l.mostMem = max(l.most, l.jobs), max(l.mostMem, l.memory)
	l.order = append(l.order, w.Action.Build)
	l.Unlock()
	time.Sleep(time.Millisecond) // of a bubble (testing/synctest): all that can start has started by then
	l.Lock()
	defer l.Unlock()
	l.jobs, l.memory = l.jobs-w.Jobs, l.memory-w.MemoryBytes
	return &store.Record{Name: w.Action.Name}, true, nil
}

func TestNothingIsStartedThatDoesNotFit(t *testing.T) {
	t.Parallel()
	b := newBench(t)
	for i, memory := range []int64{3, 1, 5, 2, 2, 6, 1, 4} {
		build := b.component(string(rune('a'+i)), files{"x": ""}, script("true"))
		build.MemoryBytes = memory << 30
		build.Jobs = 1 + i%3
	}
	// Once memory is what is short, once jobs are.
	for available, want := range map[int64]string{7 << 30: "memory", 64 << 30: "jobs"} {
		synctest.Test(t, func(t *testing.T) {
			began := time.Now()
			l := &ledger{capacity: []Capacity{{Jobs: 5, ActionJobs: 2, AvailableBytes: available, LargestBytes: available}}}
			o, err := Run(t.Context(), b.Request, b.plan(), RunOptions{Store: b.store, Executor: l})
			if err != nil || o.Ran != 8 {
				t.Fatalf("got %+v, %v", o, err)
			}
			full := map[string]bool{"jobs": l.most == 5, "memory": l.mostMem == available}
			if l.most > 5 || l.mostMem > available || !full[want] {
				t.Errorf("at once %d jobs and %d bytes were given out: %s are short", l.most, l.mostMem, want)
			}
			if took := time.Since(began); took > 8*time.Millisecond {
				t.Errorf("what an action leaves is waited for: eight actions of a millisecond took %s", took)
			}
		})
	}
}

// An action that fits the machine is waited for while others have its memory, and
// given up when they keep it.
func TestWaitsForMemoryOfOthers(t *testing.T) {
	t.Parallel()
	b := newBench(t)
	b.component("big", files{"x": ""}, script("true")).MemoryBytes = 4 << 30
	busy, free := Capacity{Jobs: 1, AvailableBytes: 1 << 30, LargestBytes: 8 << 30}, Capacity{Jobs: 1, AvailableBytes: 5 << 30, LargestBytes: 8 << 30}
	synctest.Test(t, func(t *testing.T) {
		l := &ledger{capacity: []Capacity{busy, busy, free}}
		opts := RunOptions{Store: b.store, Executor: l, Patience: time.Minute, Events: b.events.add}
		if o, err := Run(t.Context(), b.Request, b.plan(), opts); err != nil || o.Ran != 1 || len(b.events.all) == 0 || b.events.all[0].Kind != Waiting {
			t.Errorf("got %+v, %v, events %+v", o, err, b.events.all)
		}
		l.capacity = []Capacity{busy}
		began := time.Now()
		_, err := Run(t.Context(), b.Request, b.plan(), opts)
		var room *NoRoomError
		if !errors.As(err, &room) || room.NeedBytes != 4<<30 || room.AvailableBytes != 1<<30 || room.Waited != time.Minute {
			t.Errorf("got %v", err)
		}
		if waited := time.Since(began); waited <= time.Minute || waited > time.Minute+2*time.Second {
			t.Errorf("it waited for %s", waited)
		}
	})
}

func TestControlGroupsBoundMemory(t *testing.T) {
	t.Parallel()
	root := t.TempDir()
	for name, text := range map[string]string{
		"user.slice/memory.max": "max", "user.slice/app/memory.max": "1000", "user.slice/app/memory.current": "700",
		"user.slice/app/memory.stat": "anon 500\ninactive_file 150\n", "user.slice/app/in/memory.max": "max",
		"memory/box/memory.limit_in_bytes": "800", "memory/box/memory.usage_in_bytes": "100",
	} {
		file := filepath.Join(root, name)
		if err := errors.Join(os.MkdirAll(filepath.Dir(file), 0o755), os.WriteFile(file, []byte(text+"\n"), 0o644)); err != nil {
			t.Fatal(err)
		}
	}
	for _, tc := range []struct {
		membership             string
		wantTotal, wantAvailed int64
	}{
		{"0::/user.slice/app/in\n", 1000, 450},
		{"0::/\n", 5000, 2000},
		{"9:name=systemd:/box\n4:memory:/box\n0::/\n", 800, 700},
		{"", 5000, 2000},
	} {
		total, available := groupMemory(root, tc.membership, 5000, 2000)
		if total != tc.wantTotal || available != tc.wantAvailed {
			t.Errorf("%q: got %d, %d; want %d, %d", tc.membership, total, available, tc.wantTotal, tc.wantAvailed)
		}
	}
}
