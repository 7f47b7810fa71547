package wheels

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"

	"github.com/pelletier/go-toml/v2"
)

// MachineIndex returns what this machine's configuration of uv or pip puts in the
// place of the default index, empty where it does not. Files are read below root, the
// machine's "/"; getenv is os.Getenv. Nothing else of the configuration is used, and
// nothing is ever written.
//
// Asked in this order: UV_DEFAULT_INDEX, UV_INDEX_URL, uv.toml of the user and of the
// system (uv's "Configuration files"); PIP_INDEX_URL, PIP_CONFIG_FILE, pip.conf of the
// user, of XDG and of the system (pip's "Configuration").
func MachineIndex(root fs.FS, getenv func(string) string) (string, error) {
	for _, name := range []string{"UV_DEFAULT_INDEX", "UV_INDEX_URL"} {
		if url := getenv(name); url != "" {
			return withoutName(url), nil
		}
	}
	home, config := getenv("HOME"), getenv("XDG_CONFIG_HOME")
	if config == "" && home != "" {
		config = path.Join(home, ".config")
	}
	for _, file := range []string{below(config, "uv/uv.toml"), "/etc/uv/uv.toml"} {
		if url, err := readConfig(root, file, uvIndex); url != "" || err != nil {
			return url, err
		}
	}
	if url := getenv("PIP_INDEX_URL"); url != "" {
		return url, nil
	}
	for _, file := range []string{getenv("PIP_CONFIG_FILE"), below(config, "pip/pip.conf"), below(home, ".pip/pip.conf"), "/etc/xdg/pip/pip.conf", "/etc/pip.conf"} {
		if url, err := readConfig(root, file, pipIndex); url != "" || err != nil {
			return url, err
		}
	}
	return "", nil
}

// withoutName takes the name from uv's "NAME=URL".
func withoutName(s string) string {
	if name, url, ok := strings.Cut(s, "="); ok && !strings.Contains(name, ":") {
		return url
	}
	return s
}

func below(dir, name string) string {
	if dir == "" {
		return ""
	}
	return path.Join(dir, name)
}

func readConfig(root fs.FS, file string, read func([]byte) (string, error)) (string, error) {
	name := strings.TrimPrefix(path.Clean(file), "/")
	if file == "" || !fs.ValidPath(name) {
		return "", nil
	}
	text, err := fs.ReadFile(root, name)
	if errors.Is(err, fs.ErrNotExist) || errors.Is(err, fs.ErrPermission) {
		return "", nil
	}
	if err != nil {
		return "", err
	}
	url, err := read(text)
	if err != nil {
		return "", fmt.Errorf("read %s: %w", file, err)
	}
	return url, nil
}

func uvIndex(text []byte) (string, error) {
	type settings struct {
		IndexURL string `toml:"index-url"`
		Index    []struct {
			URL     string `toml:"url"`
			Default bool   `toml:"default"`
		} `toml:"index"`
	}
	var config struct {
		settings
		Pip settings `toml:"pip"`
	}
	if err := toml.Unmarshal(text, &config); err != nil {
		return "", errors.New("it is no TOML that uv would read")
	}
	for _, s := range []settings{config.settings, config.Pip} {
		for _, index := range s.Index {
			if index.Default {
				return index.URL, nil
			}
		}
		if s.IndexURL != "" {
			return s.IndexURL, nil
		}
	}
	return "", nil
}

// pipIndex reads index-url of the sections that pip download would (INI).
func pipIndex(text []byte) (string, error) {
	found := map[string]string{}
	section := ""
	lines := bufio.NewScanner(bytes.NewReader(text))
	for lines.Scan() {
		line := strings.TrimSpace(lines.Text())
		if strings.HasPrefix(line, "[") {
			section = strings.Trim(line, "[]")
			continue
		}
		if at := strings.IndexAny(line, "=:"); at > 0 && strings.ReplaceAll(strings.TrimSpace(line[:at]), "_", "-") == "index-url" {
			found[section] = strings.TrimSpace(line[at+1:])
		}
	}
	for _, section := range []string{"install", "global"} {
		if found[section] != "" {
			return found[section], nil
		}
	}
	return "", lines.Err()
}
