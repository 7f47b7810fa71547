package main

import (
	"fmt"
	"slices"
	"strings"
)

// progressMode is how running work is shown: "auto", "plain", "json" or "none". It is a
// pflag.Value.
type progressMode string

var progressModes = []string{"auto", "plain", "json", "none"}

func (m *progressMode) String() string { return string(*m) }
func (m *progressMode) Type() string   { return "string" }

// Set refuses what is no mode.
func (m *progressMode) Set(text string) error {
	if !slices.Contains(progressModes, text) {
		return fmt.Errorf("it is one of %s", strings.Join(progressModes, ", "))
	}
	*m = progressMode(text)
	return nil
}
