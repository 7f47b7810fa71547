package stacks

import "github.com/hashicorp/hcl/v2/hclsyntax"

// The kinds of what builds and suites are given.
var (
	isaKind            = oneText("ISA", anISA)
	optionsKind        = textMap("map of texts", anOption, refuseNative)
	buildVariablesKind = textMap("map of texts", aBuildVariable, refuseNative)
	variablesKind      = textMap("map of texts", aVariable, nil)
	suiteVariablesKind = modelMap("map of texts", aVariable)
	labelsKind         = textMap("map of texts", aLabel, nil)
	suiteCommandKind   = &kind{doc: "list of texts", read: readCommand}
	suiteTextKind      = &kind{doc: "text", read: func(r *reader, v *value, e hclsyntax.Expression) {
		v.text, _ = r.text(v.owner, e, true)
	}}
	buildCommandsKind = &kind{doc: "list of lists of texts", read: readCommands}
)

// readCommand reads a program and its arguments, in which "${model}" may stand.
func readCommand(r *reader, v *value, e hclsyntax.Expression) {
	before := len(r.diags)
	v.items = r.texts(v.owner, e, true, anyText)
	if len(r.diags) == before && (len(v.items) == 0 || v.items[0].s == "") {
		r.at(v, "Empty command", "The first of the list is the program.")
	}
}

// readCommands reads the commands of a build, none of which may ask for native code.
func readCommands(r *reader, v *value, e hclsyntax.Expression) {
	elements, ok := r.list(v.owner, e, "commands, each a list of texts")
	if !ok {
		return
	}
	for _, element := range elements {
		before := len(r.diags)
		argv := r.texts(v.owner, element, false, refuseNative)
		if len(r.diags) == before && (len(argv) == 0 || argv[0].s == "") {
			r.in(v.owner, element.Range(), "Empty command", "The first of the list is the program.")
		}
		v.argvs = append(v.argvs, argv)
	}
	if len(elements) == 0 {
		r.at(v, "Empty command", "A command build runs at least one command.")
	}
}

func textMap(doc string, key, check func(string) (summary, detail string)) *kind {
	return &kind{doc: doc, read: func(r *reader, v *value, e hclsyntax.Expression) {
		v.pairs = r.pairsOf(v.owner, e, false, key, check)
	}}
}

func modelMap(doc string, key func(string) (summary, detail string)) *kind {
	return &kind{doc: doc, read: func(r *reader, v *value, e hclsyntax.Expression) {
		v.pairs = r.pairsOf(v.owner, e, true, key, nil)
	}}
}

// pairsOf reads a map of strings, its keys and values held against rules.
func (r *reader) pairsOf(n *node, e hclsyntax.Expression, model bool, key, check func(string) (summary, detail string)) map[string]item {
	entries, ok := r.entries(n, e)
	if !ok {
		return nil
	}
	pairs := map[string]item{}
	for _, entry := range entries {
		if summary, detail := key(entry.key.s); summary != "" {
			r.in(n, entry.key.rng, summary, detail)
		}
		if isNull(entry.value) {
			if !r.inVariant {
				r.in(n, entry.value.Range(), "Unsuitable value", "null takes back what a stack sets, and only its variant can. Leave the entry out.")
			}
			pairs[entry.key.s] = item{rng: entry.value.Range(), null: true}
			continue
		}
		it, ok := r.text(n, entry.value, model)
		if !ok {
			continue
		}
		if check != nil {
			if summary, detail := check(it.s); summary != "" {
				r.in(n, it.rng, summary, detail)
			}
		}
		pairs[entry.key.s] = it
	}
	return pairs
}
