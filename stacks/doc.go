// Package stacks holds the language in which a person says what a stack is made
// of: workspaces of *.hcl files, loaded, checked, formatted.
//
// What a definition resolves to belongs to lockfiles; fetching, patching and
// building belong to the rooms after it. The package reads an fs.FS and nothing
// else: no clock, no environment, no network.
package stacks
