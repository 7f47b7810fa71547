package stacks

var stackBlock = &blockSchema{
	name: "stack", labels: named(refLabel),
	doc: "the unit that a user names",
	attributes: attributes{
		{name: "description", kind: textKind, doc: "one line"},
	},
	blocks: blocks{
		componentBlock, pythonBlock, environmentBlock, serviceBlock, suiteBlock, imageBlock, unknownBlock, variantBlock,
	},
}

var componentBlock = &blockSchema{
	name: "component", labels: named(nameLabel), required: true,
	doc:    "one source, its series and its builds",
	blocks: componentParts,
}

// componentParts are the same for a stack's components and a toolchain's.
var componentParts = blocks{
	{
		name: "source", once: true, required: true,
		doc: "what the component is made from",
		attributes: attributes{
			{name: "upstream", kind: refKind("upstream"), required: true, doc: "the repository"},
			{name: "revision", kind: commitKind, required: true, doc: "the commit: 40 hex digits, never a branch or a tag"},
			{name: "exclude", kind: globsKind, doc: "paths whose blobs may be absent from a mirror; left out of the exported tree"},
			{name: "submodules", kind: boolKind, fallback: "false", doc: "fetch submodules too"},
		},
	},
	patchBlock, buildBlock,
}

var patchBlock = &blockSchema{
	name: "patch", labels: named(nameLabel),
	doc: "one patch file of the series, in order",
	attributes: attributes{
		{name: "archive", kind: refKind("archive"), fallback: "the workspace's folder", doc: "where the file is"},
		{name: "path", kind: pathKind, required: true, doc: "of the file there"},
		{name: "sha256", kind: sha256Kind, doc: "of the file as stored"},
		{name: "directory", kind: pathKind, doc: "put before every path (git apply --directory)"},
		{name: "strip", kind: countKind, fallback: "1", doc: "leading path parts removed (-p)"},
		{name: "whitespace", kind: enumKind("nowarn", "warn", "fix", "error"), fallback: `"warn"`, doc: "--whitespace"},
		{name: "ignore_whitespace", kind: boolKind, fallback: "false", doc: "--ignore-whitespace"},
		{name: "recount", kind: boolKind, fallback: "false", doc: "--recount"},
		{name: "unidiff_zero", kind: boolKind, fallback: "false", doc: "--unidiff-zero"},
		{name: "context", kind: countKind, fallback: "all there is", doc: "lines of context that must match (-C)"},
		{name: "reverse", kind: boolKind, fallback: "false", doc: "--reverse"},
		{name: "only", kind: globsKind, doc: "paths applied (--include)"},
		{name: "except", kind: globsKind, doc: "paths not applied (--exclude)"},
		{name: "allow_fuzz", kind: boolKind, fallback: "false", doc: "acknowledges hunks that end as fuzzy"},
		{name: "when", kind: namesKind, fallback: "all", doc: `variants that apply it; "base" is the stack itself`},
		{name: "origin", kind: enumKind("unofficial", "backport", "cherry_pick"), doc: "where it comes from"},
		{name: "upstream_status", kind: textKind, doc: "what upstream says to it"},
		{name: "resolves", kind: textsKind, doc: "what it resolves"},
		{name: "reason", kind: textKind, doc: "why it is here"},
		{name: "standing", kind: enumKind("promoted", "diagnostic", "negative"), fallback: `"promoted"`, doc: "the latter two are applied only where when names the variant"},
	},
}

// Which builds take which attribute.
var (
	cmakeOnly   = []string{"cmake"}
	commandOnly = []string{"command"}
	pythonOnly  = []string{"python"}
	optionsFor  = []string{"cmake", "python"}
)

var buildBlock = &blockSchema{
	name: "build", labels: []labelSchema{{name: "DRIVER", kind: enumLabel, enum: []string{"cmake", "command", "python"}}},
	doc: "how the component becomes an output",
	attributes: attributes{
		{name: "name", kind: nameKind, fallback: "the driver", doc: "tells several builds of a component apart"},
		{name: "toolchain", kind: refKind("toolchain"), required: true, doc: "what it runs with"},
		{name: "isa", kind: isaKind, doc: "what native code is made for; required for cmake and python"},
		{name: "directory", kind: pathKind, fallback: "the top", doc: "of the source tree that is built"},
		{name: "options", kind: optionsKind, only: optionsFor, doc: "cache entries (-DNAME=VALUE); for python, config settings of the build backend (PEP 517)"},
		{name: "version", kind: wordKind, only: pythonOnly, doc: "of the package, where its build would ask git for it"},
		{name: "targets", kind: wordsKind, only: cmakeOnly, fallback: "the default target", doc: "what is built"},
		{name: "install", kind: boolKind, only: cmakeOnly, fallback: "false with targets, else true", doc: "true runs cmake --install; false takes the targets' executables and libraries"},
		{name: "commands", kind: buildCommandsKind, only: commandOnly, doc: "run in order, each a list of arguments"},
		{name: "variables", kind: buildVariablesKind, doc: "set in the build's cleared environment"},
		{name: "needs", kind: wordsKind, doc: `builds whose outputs are mounted at /deps/NAME: "component" or "component.build"`},
		{name: "sources", kind: namesKind, doc: "other components, whose patched trees are mounted at /sources/NAME; cmake's FetchContent takes them for the dependencies of those names"},
		{name: "memory", kind: sizeKind, doc: `what one job of it needs: "12GiB"`},
		{name: "jobs", kind: positiveKind, fallback: "all there are", doc: "how many jobs it can make use of"},
	},
}

var environmentBlock = &blockSchema{
	name: "environment", once: true,
	doc: "what the stack's programs find set",
	attributes: attributes{
		{name: "variables", kind: variablesKind, doc: "names and values; null in a variant removes one"},
		{name: "runtime", kind: refKind("toolchain"), fallback: "the toolchains of the builds", doc: "the closure whose root programs run on, and images stand on"},
		{name: "optional_libraries", kind: wordsKind, doc: "shared libraries that may be missing, since what wants them does without: \"libtbb.so.12\""},
	},
}

var needsBlock = &blockSchema{
	name: "needs", once: true, doc: "what the machine must have",
	attributes: attributes{
		{name: "gpus", kind: countKind, fallback: "0", doc: "how many"},
		{name: "gpu", kind: pciKind, doc: `PCI vendor:device, "8086:e223"`},
		{name: "memory", kind: sizeKind, doc: `main memory, "16GiB"`},
	},
}

// throughputOnly is of the attributes that a quality suite does not take.
var throughputOnly = []string{"throughput"}

var suiteBlock = &blockSchema{
	name: "suite", labels: []labelSchema{
		{name: "KIND", kind: enumLabel, enum: []string{"quality", "throughput"}},
		{name: "NAME", kind: nameLabel},
	},
	doc: "gates, or a measurement; all gates pass before anything is timed",
	attributes: attributes{
		{name: "model", kind: refKind("model"), doc: `mounted at /models/FILE, which "${model}" names in commands, stdin and variables`},
		{name: "variables", kind: suiteVariablesKind, doc: "added to the environment's"},
		{name: "runner", kind: enumKind("command", "llama-bench", "vllm-bench-throughput", "vllm-bench-latency", "openai"), only: throughputOnly, fallback: `"command"`, doc: "how the program's output is read"},
		{name: "command", kind: suiteCommandKind, only: throughputOnly, doc: "the program and its arguments; not for openai"},
		{name: "warmup", kind: countKind, only: throughputOnly, fallback: "1", doc: "runs recorded as cold and never counted"},
		{name: "repeats", kind: positiveKind, only: throughputOnly, doc: "runs that count"},
		{name: "metric", kind: wordKind, only: throughputOnly, fallback: `"output_tok_s"`, doc: "field of the program's JSON that is reported, in tokens a second"},
	},
	blocks: blocks{
		needsBlock,
		{
			name: "shape", once: true, doc: "of a throughput suite, in tokens",
			attributes: attributes{
				{name: "prompt", kind: countKind, required: true, doc: "length of the prompt"},
				{name: "output", kind: countKind, required: true, doc: "tokens generated"},
				{name: "batch", kind: positiveKind, fallback: "1", doc: "sequences at once"},
			},
		},
		gateBlock,
	},
}

var gateBlock = &blockSchema{
	name: "gate", labels: named(nameLabel),
	doc: "one check of a quality suite, in order",
	attributes: attributes{
		{name: "runner", kind: enumKind("command", "llama-completion", "llama-perplexity", "llama-probe", "vllm-quality", "openai"), fallback: `"command"`, doc: "how the program's output is read"},
		{name: "command", kind: suiteCommandKind, doc: "the program and its arguments; required but for openai"},
		{name: "stdin", kind: suiteTextKind, doc: "what it reads; for openai the prompt"},
		{name: "max_tokens", kind: positiveKind, doc: "bound on the answer, for openai only"},
		{name: "repeats", kind: positiveKind, fallback: "1", doc: "how many fresh processes run it"},
	},
	blocks: blocks{{
		name: "expect", once: true, required: true, doc: "what must hold in every repeat; at least one",
		blocks: blocks{promptBlock},
		attributes: attributes{
			{name: "token_sha256", kind: sha256Kind, doc: "of the token ids as decimal text joined with commas"},
			{name: "combined_token_sha256", kind: sha256Kind, doc: "of all repeats together: the ids of each, then -1"},
			{name: "text_sha256", kind: sha256Kind, doc: "of the text that was printed"},
			{name: "identical", kind: boolKind, fallback: "false", doc: "all repeats agree"},
			{name: "determinism", kind: enumKind("token", "text", "lstrip_text", "normalized_text"), doc: "all repeats agree in this, prompt by prompt"},
			{name: "contains", kind: textsKind, doc: "texts that occur"},
			{name: "matches", kind: regexpsKind, doc: "regular expressions (RE2, multi-line) that match"},
			{name: "logit_hashes", kind: logitHashesKind, doc: "of the first steps, for llama-probe only: 16 hex digits"},
			{name: "min_perplexity", kind: perplexityKind, doc: "for llama-perplexity only"},
			{name: "max_perplexity", kind: perplexityKind, doc: "for llama-perplexity only"},
		},
	}},
}

var promptBlock = &blockSchema{
	name: "prompt", labels: []labelSchema{{name: "INDEX", kind: indexLabel}},
	doc: "what must hold for one prompt of several, counted from 0, in every run",
	attributes: attributes{
		{name: "token_sha256", kind: sha256Kind, doc: "of the token ids as decimal text joined with commas"},
		{name: "text_sha256", kind: sha256Kind, doc: "of the text"},
		{name: "contains", kind: textsKind, doc: "texts that occur"},
		{name: "matches", kind: regexpsKind, doc: "regular expressions (RE2, multi-line) that match"},
	},
}

var imageBlock = &blockSchema{
	name: "image", once: true, doc: "makes the stack a container image",
	attributes: attributes{
		{name: "base", kind: imageKind, doc: `an image to lay the stack upon, by digest: "debian@sha256:…"; the stack's run-time closure unless said`},
		{name: "entrypoint", kind: textsKind, doc: "the program and its first arguments"},
		{name: "command", kind: textsKind, doc: "arguments that a user replaces"},
		{name: "user", kind: userKind, fallback: `"1000:1000"`, doc: `"uid" or "uid:gid"`},
		{name: "working_dir", kind: absoluteKind, doc: "absolute"},
		{name: "labels", kind: labelsKind, doc: "of the image's configuration"},
		{name: "healthcheck", kind: textsKind, doc: "a command that succeeds while the container is well"},
		{name: "compression", kind: enumKind("gzip", "zstd"), fallback: `"gzip"`, doc: "of its layers"},
	},
}

var unknownBlock = &blockSchema{
	name: "unknown", labels: []labelSchema{{name: "WHAT", kind: textLabel}},
	doc: "a fact that nobody wrote down",
	attributes: attributes{
		{name: "reason", kind: textKind, required: true, doc: "why"},
		{name: "blocks", kind: namesKind, doc: "components that cannot be built without it"},
	},
}

var variantBlock = &blockSchema{
	name: "variant", labels: named(nameLabel),
	doc: "a named change to the stack: same sources and series, other toolchain or flags. Attributes replace, maps merge key by key, null removes; builds merge with the one of the same name; suites replace the one of the same kind and name",
	attributes: attributes{
		{name: "description", kind: textKind, doc: "one line"},
		{name: "without", kind: textsKind, doc: `what the variant drops: "suite.throughput.p512", "component.x", "component.x.build.cmake", "python", "service", "image", "unknown.WHAT"`},
	},
	blocks: blocks{
		{
			name: "component", labels: named(nameLabel),
			doc:    "changes to the builds of a component that the stack has",
			blocks: blocks{buildBlock},
		},
		pythonBlock, environmentBlock, serviceBlock, suiteBlock, imageBlock, unknownBlock,
	},
}
