package containers

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// Service is what a compose.yaml says of an image that is run on a host.
type Service struct {
	Name    string // of the service: letters, digits, - and _
	Image   string // "ember:latest", or a reference with a digest
	Command []string
	Env     map[string]string // what differs on this host from the image's own
	// GPU hands /dev/dri over. RenderGroup is then the number of the group that owns
	// its render nodes on the host ("stat -c %g /dev/dri/renderD128"): an image cannot know it,
	// names of groups are the image's, and so it stays open as ${RENDER_GID} if it is 0.
	GPU         bool
	RenderGroup int
	Volumes     []string // "host:container[:ro]"
	Ports       []string // "host:container"
	// SharedMemoryBytes is for engines of several processes; 0 leaves docker's 64 MiB.
	SharedMemoryBytes int64
}

// Compose returns a compose.yaml (compose-spec.io, "Services top-level elements")
// with the one service. Its strings are quoted and its dollars doubled, so that
// nothing in them is taken for YAML or for a variable.
func Compose(s Service) ([]byte, error) {
	if s.Name == "" || strings.Trim(s.Name, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-") != "" {
		return nil, fmt.Errorf("compose service %q: want letters, digits, - and _", s.Name)
	}
	if s.Image == "" {
		return nil, fmt.Errorf("compose service %s has no image", s.Name)
	}
	var b strings.Builder
	fmt.Fprintf(&b, "services:\n  %s:\n    image: %s\n", s.Name, yaml(s.Image))
	list := func(field string, values []string) {
		if len(values) > 0 {
			fmt.Fprintf(&b, "    %s:\n", field)
		}
		for _, v := range values {
			fmt.Fprintf(&b, "      - %s\n", yaml(v))
		}
	}
	list("command", s.Command)
	if len(s.Env) > 0 {
		b.WriteString("    environment:\n")
	}
	for _, name := range slices.Sorted(maps.Keys(s.Env)) {
		fmt.Fprintf(&b, "      %s: %s\n", yaml(name), yaml(s.Env[name]))
	}
	if s.GPU {
		list("devices", []string{"/dev/dri:/dev/dri"})
		group := `"${RENDER_GID:?the group of /dev/dri/renderD128, as stat -c %g prints it}"`
		if s.RenderGroup > 0 {
			group = yaml(strconv.Itoa(s.RenderGroup))
		}
		fmt.Fprintf(&b, "    group_add:\n      - %s\n", group)
	}
	list("volumes", s.Volumes)
	list("ports", s.Ports)
	if s.SharedMemoryBytes > 0 {
		fmt.Fprintf(&b, "    shm_size: %d\n", s.SharedMemoryBytes)
	}
	return []byte(b.String()), nil
}

// yaml is a double-quoted scalar (YAML 1.2, section 7.3.1); Go's quoting of
// printable text and of \n, \t, \", \\ and \xNN is a part of it.
func yaml(s string) string { return strings.ReplaceAll(strconv.Quote(s), "$", "$$") }
