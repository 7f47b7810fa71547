package main

import "strings"

// scenario is one command that writes.
type scenario struct {
	name string
	// before are command lines of a shell that make the state it starts from.
	before string
	// argv are cairn's arguments; the folder is the world's.
	argv []string
	// again are the arguments of the run after a fault, where they are others.
	again []string
	// says is what the run after a fault must print.
	says string
	// beside are the arguments of every second process of those that run at once.
	beside []string
	// cache is where the shared cache is.
	cache string
	// tag is the image that is pushed, and must prove back to its lock wherever it is.
	tag string
}

var scenarios = []scenario{
	{name: "lock", argv: words("-C work lock made")},
	{name: "lock, moved", before: "cairn -C work lock made\nsed -i s/100/101/ work/made.hcl", argv: words("-C work lock made")},
	{name: "lock, far", before: "mv far.hcl work/made.hcl", argv: words("-C work lock far" + mirrors)},
	{name: "lock, closure", before: "mv closed.hcl work/made.hcl", argv: words("-C work lock closed" + mirrors)},
	{name: "fetch", before: "cairn -C work lock made\nrm -rf \"$XDG_CACHE_HOME\"", argv: words("-C work fetch made")},
	{name: "fetch, far", before: "mv far.hcl work/made.hcl\ncairn -C work lock far" + mirrors + emptyStore, argv: words("-C work fetch far" + mirrors)},
	{name: "fetch, closure", before: "mv closed.hcl work/made.hcl\ncairn -C work lock closed" + mirrors + emptyStore, argv: words("-C work fetch closed" + mirrors)},
	{name: "build", before: "cairn -C work lock made", argv: words("-C work build made")},
	{name: "build, one changed", before: built + oneChanged, argv: words("-C work build made")},
	{name: "image", before: built, argv: words("-C work image made -o image")},
	{name: "publish", before: built + "cairn key new key\n", argv: words("-C work publish made /REGISTRY/made:1 --key key"), tag: "made:1"},
	{name: "cache push", before: "cairn key new .config/cairn/key\n" + built, cache: "/REGISTRY", argv: words("-C work cache push made --impure"),
		again: words("-C work cache pull made --impure --store other"), says: "pulled"},
	{name: "cache pull", before: "cairn key new .config/cairn/key\n" + built + "cairn -C work cache push made --impure" + emptyStore, cache: "/SHARED",
		argv: words("-C work cache pull made --impure"), again: words("-C work build made"), says: "up to date"},
	{name: "gc", before: built + oneChanged + "cairn -C work build made\n", argv: words("gc"), again: words("-C work build made"), says: "up to date"},
	{name: "build beside gc", before: built + oneChanged, argv: words("-C work build made"), beside: words("gc")},
	{name: "bundle export", before: built + "mkdir bundle\n", argv: words("-C work bundle export made -o bundle/made")},
	{name: "bundle import", before: built + "cairn key new key\ncairn -C work bundle export made -o made.bundle --outputs --key key" + emptyStore,
		argv: words("bundle import made.bundle --workspace mine --builder key.pub"), again: words("-C mine build made --offline"), says: "up to date"},
	{name: "init", before: "cairn patch checkout ember upstream\nmkdir folder\ncp definitions/patches/ember/000[1-7]* folder", argv: words("init file:///WORLD/upstream folder mine --name engine")},
	{name: "fmt", before: "sed -i 's/  */ /g' definitions/*.hcl\ncp -r definitions mine", argv: words("-C mine fmt")},
	{name: "rebase", before: ownEmber, argv: words("-C my rebase ember --onto 84f02fc45ba15d95beb351ed0e9d350f3e1bcea1"), again: words("-C my rebase ember --status")},
	{name: "rebase --continue", before: ownEmber + stopped, argv: words("-C my rebase ember --continue"), again: words("-C my show ember")},
	{name: "patch checkout", before: ownEmber, argv: words("-C my patch checkout ember series")},
	{name: "patch import", before: ownEmber + imported, argv: words("-C my patch import ember series")},
}

// inShort are the scenarios of the short form.
var inShort = []string{"lock", "fetch, far", "fetch, closure", "build, one changed", "image", "publish", "gc", "bundle import", "rebase", "rebase --continue", "patch checkout"}

func words(line string) []string { return strings.Fields(line) }

const (
	built      = "cairn -C work lock made\ncairn -C work build made\n"
	oneChanged = "sed -i s/lib.all/lib.most/ work/made.hcl\ncairn -C work lock made\n"
	emptyStore = "\nchmod -R u+w \"$XDG_CACHE_HOME\"\nrm -rf \"$XDG_CACHE_HOME\"\n"
	mirrors    = " --mirror https://git.example.org/=http:///FAR/git/ --mirror http://apt.example.org/=http:///FAR/apt/"
	ownEmber   = "cp -r definitions my\ncp -r locks my/lockfiles\necho 'cairn {}' >my/cairn.hcl\n"
	stopped    = "cairn -C my rebase ember --onto 84f02fc45ba15d95beb351ed0e9d350f3e1bcea1 || true\n" +
		"sed -i '/^[<|=>]\\{7\\}/d; /mean\\./d' my/.cairn/rebase/ember/engine/session/conflict-1/programs/bench.cpp\n"
	imported = "cairn -C my patch checkout ember series\ncd series\necho more >>README.md\n" +
		"git -c user.name=a -c user.email=a@example.org commit -qam more\ncd ..\n"
)
