package stacks

// The shorthand of the table below.
type (
	attributes = []attributeSchema
	blocks     = []*blockSchema
)

func named(kind labelKind) []labelSchema { return []labelSchema{{name: "NAME", kind: kind}} }

// language is the schema of a file.
var language = &blockSchema{
	doc: "a definition file",
	blocks: blocks{
		cairnBlock, upstreamBlock, archiveBlock, distroBlock, toolchainBlock, modelBlock, licenceBlock, indexBlock, packageSetBlock, stackBlock, resultBlock,
	},
}

var cairnBlock = &blockSchema{
	name: "cairn", once: true,
	doc: "what the workspace asks of the program; read before anything else",
	attributes: attributes{
		{name: "required_version", kind: constraintKind, doc: `versions of cairn that can read the workspace: ">= 0.1, < 1"`},
		{name: "lockfiles", kind: folderKind, fallback: `"lockfiles"`, doc: "folder of the lock files, relative to the workspace's; may lead out of it"},
	},
}

var upstreamBlock = &blockSchema{
	name: "upstream", labels: named(refLabel),
	doc: "a git repository that sources come from; git or embedded",
	attributes: attributes{
		{name: "git", kind: gitURLKind, doc: "its public URL; mirrors are the machine's matter"},
		{name: "embedded", kind: nameKind, doc: "a git history that the program carries"},
	},
}

var archiveBlock = &blockSchema{
	name: "archive", labels: named(refLabel),
	doc: "a git repository at one commit that patch files come from",
	attributes: attributes{
		{name: "git", kind: gitURLKind, required: true, doc: "its public URL"},
		{name: "revision", kind: commitKind, required: true, doc: "the commit"},
	},
}

var distroBlock = &blockSchema{
	name: "distro", labels: named(refLabel),
	doc: "a base system: where packages come from and who signs for them",
	blocks: blocks{{
		name: "apt", labels: named(nameLabel), required: true,
		doc: "one apt repository (sources.list(5)), in order",
		attributes: attributes{
			{name: "url", kind: webURLKind, required: true, doc: "the repository; best a snapshot, which does not change"},
			{name: "suite", kind: wordKind, required: true, doc: `"noble", "bookworm-updates"`},
			{name: "components", kind: wordsKind, required: true, doc: `"main", "universe"`},
			{name: "fingerprint", kind: fingerprintKind, doc: "of the signing key; without it a toolchain of the distro cannot be locked"},
		},
	}},
}

var toolchainBlock = &blockSchema{
	name: "toolchain", labels: named(refLabel),
	doc: "compilers and libraries: the host's, or a closure of a distro's packages, with one oneAPI release train or without",
	attributes: attributes{
		{name: "distro", kind: refKind("distro"), doc: "where packages come from; not with host"},
		{name: "packages", kind: wordsKind, doc: "roots of the closure; not with host"},
	},
	blocks: blocks{
		{
			name: "host", once: true,
			doc: "what is installed here; fingerprinted, and all that it builds is marked impure",
			attributes: attributes{
				{name: "programs", kind: wordsKind, required: true, doc: "must be found on PATH"},
			},
		},
		{
			name: "oneapi", once: true,
			doc: "asks for one release train of oneAPI; mixed trains are an error when locking",
			attributes: attributes{
				{name: "version", kind: trainKind, required: true, doc: `the train: "2025.3"`},
			},
		},
		{
			name: "component", labels: named(nameLabel), blocks: componentParts,
			doc: "what of the toolchain cairn builds from source, with the toolchain's packages (its builds name the toolchain itself); what the toolchain builds finds the outputs at /deps/NAME",
		},
	},
}

var modelBlock = &blockSchema{
	name: "model", labels: named(refLabel),
	doc: "a file of weights that a person brings; sha256, or unknown with the reason",
	attributes: attributes{
		{name: "file", kind: fileNameKind, required: true, doc: "its usual name, or its folder's"},
		{name: "repository", kind: wordKind, doc: `where the model is published, "OWNER/NAME"`},
		{name: "revision", kind: commitKind, doc: "the commit of that repository"},
		{name: "sha256", kind: sha256Kind, doc: "of the file"},
		{name: "size", kind: bytesKind, doc: "in bytes"},
		{name: "hint", kind: textKind, doc: "in words: where to find it"},
		{name: "unknown", kind: textKind, doc: "why there is no sha256"},
	},
}

var resultBlock = &blockSchema{
	name: "result", labels: []labelSchema{{name: "ID", kind: nameLabel}},
	doc: "one historical measurement",
	attributes: attributes{
		{name: "label", kind: textKind, doc: "what its source calls it"},
		{name: "date", kind: dateKind, required: true, doc: "YYYY-MM-DD"},
		{name: "submitted", kind: timeKind, doc: "when it was submitted, RFC 3339"},
		{name: "lane", kind: textKind, doc: "results of one lane compare with each other"},
		{name: "stack", kind: refKind("stack"), doc: "what was measured, where this workspace defines it"},
		{name: "variant", kind: nameKind, doc: "of the stack"},
		{name: "suite", kind: nameKind, doc: "the stack's throughput suite that measures it again"},
		{name: "standing", kind: enumKind("accepted", "historical", "suspect", "superseded", "diagnostic", "negative"), required: true, doc: "what the figure is worth"},
		{name: "model", kind: textKind, doc: "in words, as its source has it"},
		{name: "engine", kind: textKind, doc: "in words"},
		{name: "hardware", kind: textKind, doc: `in words; "4x Intel Arc Pro B70 …" and "CPU NAME, 8 threads" are understood`},
		{name: "repeats", kind: numbersKind, doc: "output_tok_s of each repeat"},
		{name: "tolerance_percent", kind: percentKind, fallback: "by lane: 2, or 10 for n-gram speculation", doc: "how far to either side a figure may lie and still reproduce it"},
		{name: "variables", kind: recordedKind, doc: "set in the run, as far as recorded"},
		{name: "command", kind: textKind, doc: "as recorded"},
		{name: "patches", kind: textsKind, doc: "files that the source names for the run"},
		{name: "fidelity", kind: textKind, doc: "in words: how well stack or patches are what ran"},
		{name: "notes", kind: textKind, doc: "in words"},
		{name: "sources", kind: textsKind, doc: "where it is written"},
	},
	blocks: blocks{
		{
			name: "shape", once: true, doc: "what was asked of the engine, in tokens",
			attributes: attributes{
				{name: "prompt", kind: countKind, doc: "length of the prompt"},
				{name: "output", kind: countKind, doc: "tokens generated"},
				{name: "context", kind: countKind, doc: "the context's length"},
				{name: "batch", kind: countKind, doc: "sequences at once"},
			},
		},
		{
			name: "metrics", once: true, open: numberKind,
			doc: "any names, each with its unit: output_tok_s = 49.55",
		},
		{
			name: "quality", once: true, doc: "the gates that were run",
			attributes: attributes{
				{name: "passed", kind: textsKind, doc: "in words"},
				{name: "failed", kind: textsKind, doc: "in words"},
				{name: "hashes", kind: recordedKind, doc: "what gates printed, by gate"},
				{name: "caveat", kind: textKind, doc: "what is to be known before the figure is believed"},
			},
		},
	},
}
