package sandbox

import "testing"

// BenchmarkRun is what a sandbox costs around a program that does nothing.
func BenchmarkRun(b *testing.B) {
	c := Command{Argv: []string{"/bin/true"}, Mounts: hostRoot(), Network: true}
	for b.Loop() {
		if state, err := Run(b.Context(), c); err != nil || state.ExitCode != 0 {
			b.Fatal(state, err)
		}
	}
}
