package sandbox

import (
	"maps"
	"slices"
)

// defaults is what every program finds set. HOME names a folder that does not
// exist, so that a program that wants one fails instead of finding another's.
var defaults = map[string]string{
	"PATH":   "/opt/stack/bin:/usr/local/bin:/usr/bin:/bin",
	"HOME":   "/homeless",
	"TMPDIR": "/tmp",
	"TZ":     "UTC",
	"LC_ALL": "C.UTF-8",
}

// Environment returns the whole environment that a program with Command.Env env
// finds: the defaults (PATH, HOME, TMPDIR, TZ, LC_ALL) overridden by env.
func Environment(env map[string]string) map[string]string {
	all := maps.Clone(defaults)
	maps.Copy(all, env)
	return all
}

// environ returns the environment in the form of environ(7), sorted.
func environ(env map[string]string) []string {
	var list []string
	all := Environment(env)
	for _, name := range slices.Sorted(maps.Keys(all)) {
		list = append(list, name+"="+all[name])
	}
	return list
}
