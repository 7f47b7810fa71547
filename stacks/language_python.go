package stacks

var indexBlock = &blockSchema{
	name: "index", labels: named(refLabel),
	doc: "a package index that python blocks take packages from; \"pypi\" is there without",
	attributes: attributes{
		{name: "url", kind: webURLKind, required: true, doc: "its public address; mirrors are the machine's matter"},
		{name: "links", kind: boolKind, fallback: "false", doc: "true: the address is one page of links to files, no simple repository"},
	},
}

var packageSetBlock = &blockSchema{
	name: "package_set", labels: named(refLabel),
	doc: "requirements that several python blocks share",
	attributes: attributes{
		{name: "requires", kind: requirementsKind, required: true, doc: "packages, as PEP 508 writes them"},
	},
}

var pythonBlock = &blockSchema{
	name: "python", once: true,
	doc: "the interpreter and the packages that the stack's programs and python builds run with",
	attributes: attributes{
		{name: "version", kind: pythonVersionKind, required: true, doc: `of the interpreter: "3.12"`},
		{name: "toolchain", kind: refKind("toolchain"), fallback: "that of the first python build, else of the first build", doc: "where the interpreter comes from"},
		{name: "glibc", kind: glibcKind, fallback: `"2.28"`, doc: "the least that wheels may ask for (manylinux)"},
		{name: "requires", kind: requirementsKind, required: true, doc: "packages, as PEP 508 writes them"},
		{name: "package_set", kind: refKind("package_set"), doc: "requirements that come before those"},
		{name: "constraints", kind: requirementsKind, doc: "bounds on versions of what is brought in"},
		{name: "overrides", kind: requirementsKind, doc: "requirements that stand in the place of what packages say of theirs"},
		{name: "excludes", kind: packagesKind, doc: "packages that nothing brings in"},
		{name: "indexes", kind: indexesKind, doc: "packages of requires and the index that each is from; all others are from pypi"},
		{name: "exclude_newer", kind: dateKind, doc: "the day after which nothing counts as published on pypi"},
	},
	blocks: blocks{{
		name: "sdist", labels: named(nameLabel),
		doc: "a package that is taken as its source distribution and built here, as build \"python\" does; all others are wheels",
		attributes: attributes{
			{name: "isa", kind: isaKind, required: true, doc: "what native code is made for"},
			{name: "variables", kind: buildVariablesKind, doc: "set in the build's cleared environment"},
			{name: "options", kind: optionsKind, doc: "config settings that its build backend is given (PEP 517)"},
		},
	}},
}
