package main

import (
	"os"
	"runtime"
	"runtime/pprof"
)

func init() {
	if os.Getenv("MVPROF") != "" {
		runtime.MemProfileRate = 1
	}
}

func profDone() {
	if p := os.Getenv("MVPROF"); p != "" {
		f, _ := os.Create(p)
		pprof.Lookup("allocs").WriteTo(f, 0)
		f.Close()
	}
}
