package stacks

var serviceBlock = &blockSchema{
	name: "service", once: true,
	doc: "an endpoint that the stack offers: how it starts and when it is up",
	attributes: attributes{
		{name: "command", kind: suiteCommandKind, required: true, doc: "starts it, in the foreground"},
		{name: "port", kind: portKind, required: true, doc: "where it listens"},
		{name: "health", kind: absoluteKind, fallback: `"/health"`, doc: "the path that answers 200 once it is up"},
		{name: "ready_timeout", kind: durationKind, fallback: `"30m"`, doc: "how long that may take"},
		{name: "model", kind: refKind("model"), doc: `mounted at /models/FILE, which "${model}" names in the command and variables`},
		{name: "variables", kind: suiteVariablesKind, doc: "added to the environment's"},
	},
	blocks: blocks{needsBlock},
}
