package apt

import (
	"os"
	"testing"

	"cairn/builder/sandbox"
)

func TestMain(m *testing.M) {
	sandbox.Main()
	os.Exit(m.Run())
}
