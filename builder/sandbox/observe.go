package sandbox

import (
	"bytes"
	"encoding/json"
	"os"
	"path"
	"strconv"
	"sync/atomic"
	"time"
)

// observer watches what all processes of the sandbox use together.
//
// A control group's memory.peak would be exact, but it counts the page cache of
// every file that a build touches, and few users may make control groups. So the
// marks that the kernel keeps for each process are added up: a peak between two
// looks is not lost as long as its process is seen once more.
type observer struct {
	peakBytes atomic.Int64 // the largest sum of marks
}

// The pace of looking: often while a program is young, later ten times a second,
// and never for more than a twentieth of the time.
const (
	firstLook  = 5 * time.Millisecond
	lastLook   = 100 * time.Millisecond
	costFactor = 20
	reportPace = 500 * time.Millisecond
)

// watch looks until the sandbox ends, and reports twice a second.
func (o *observer) watch(status *json.Encoder) {
	began := time.Now()
	reported := began
	for {
		start := time.Now()
		u, marks := usage("/proc")
		o.peakBytes.Store(max(o.peakBytes.Load(), marks))
		if start.Sub(reported) >= reportPace {
			reported = start
			if status.Encode(report{Usage: &u}) != nil {
				return
			}
		}
		now := time.Now()
		time.Sleep(max(firstLook, min(lastLook, now.Sub(began)/10), costFactor*now.Sub(start)))
	}
}

// usage adds up proc(5)'s VmRSS and VmHWM over all processes but init. Both are
// zero for what has just ended.
func usage(proc string) (u Usage, marks int64) {
	dir, err := os.Open(proc)
	if err != nil {
		return u, 0
	}
	defer dir.Close()
	names, err := dir.Readdirnames(-1)
	if err != nil {
		return u, 0
	}
	for _, name := range names {
		pid, err := strconv.Atoi(name)
		if err != nil || pid == 1 {
			continue
		}
		text, err := os.ReadFile(path.Join(proc, name, "status"))
		if err != nil {
			continue // it has ended meanwhile
		}
		u.RSSBytes += kibibytes(text, "\nVmRSS:")
		marks += kibibytes(text, "\nVmHWM:")
		u.Processes++
	}
	return u, marks
}

// kibibytes reads "NAME:   123 kB" of a status file, in bytes.
func kibibytes(text []byte, name string) int64 {
	_, rest, ok := bytes.Cut(text, []byte(name))
	if !ok {
		return 0
	}
	number, _, _ := bytes.Cut(bytes.TrimLeft(rest, " \t"), []byte(" "))
	n, err := strconv.ParseInt(string(number), 10, 64)
	if err != nil {
		return 0
	}
	return n << 10
}
