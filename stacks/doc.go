// Package stacks holds the language in which a person says what a stack is made
// of: workspaces of *.hcl files, loaded, checked, formatted.
//
// What a definition resolves to belongs to lockfiles; fetching, patching and
// building belong to the rooms after it. The package reads an fs.FS and nothing
// else: no clock, no environment, no network.
//
// Definitions hold plain values: texts, numbers, true and false, lists, maps, and
// references such as upstream.llama_cpp. There are no functions, operators,
// variables or loops; within a suite or service, "${model}" in a command, in stdin or in a
// variable's value is the path at which the suite's model is mounted.
//
// A variant changes its stack: attributes replace, maps merge key by key, null
// takes an attribute or a key back, builds merge with the one of the same driver
// and name, suites replace the one of the same kind and name, "without" drops
// whole blocks. Sources and series are the stack's; a patch names the variants
// that apply it in "when", where "base" is the stack itself.
//
// Results lie in the folder "results", which LoadResults reads: nobody who builds a
// stack waits for hundreds of measurements. LoadStack reads what one stack needs.
//
// Variables that cairn sets itself cannot be set: HOME, PATH, PWD, OLDPWD, SHLVL,
// _, TMPDIR, TMP, TEMP, USER, LOGNAME, SHELL, HOSTNAME and CAIRN_*; in builds also
// SOURCE_DATE_EPOCH, TZ, LANG, LANGUAGE and LC_ALL, and what makes programs load or run
// what they do not name: LD_PRELOAD, LD_AUDIT and the others that ld.so(8) ignores in a
// program that must not trust its caller, but for LD_LIBRARY_PATH; BASH_ENV, ENV, PERL5OPT,
// PYTHONSTARTUP and their like.
package stacks
