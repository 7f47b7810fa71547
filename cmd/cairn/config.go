package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"cairn/sources"
	"cairn/stacks"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/gohcl"
	"github.com/hashicorp/hcl/v2/hclparse"
)

// config is what ~/.config/cairn/config.hcl says of this machine:
//
//	mirror "https://github.com/" { url = "file:///srv/mirror/" }
//	model "smollm2_135m" { path = "/srv/models/smollm2.gguf" }
//	keyrings     = ["/srv/keys/our-archive.asc"]
//	signing_key  = "/home/me/.config/cairn/signing.key"
//	trusted_keys = ["/srv/keys/builder.pub"]
type config struct {
	mirrors  []sources.Mirror
	models   map[string]string // name → path
	keyrings []string          // files or folders of public keys of apt archives
	cache    *cacheConfig      // nil where none is configured
	slurm    slurmConfig
	folder   string // that relative paths start from
	// signingKey is the file of the private key that publishing signs with; trustedKeys
	// are those of the public keys whose signatures count.
	signingKey  string
	trustedKeys []string
}

// slurmConfig says how "--executor slurm" submits; all of it may be left out:
//
//	slurm {
//	  partition = "build"
//	  cairn     = "/shared/bin/cairn"            # on the nodes; this program's path
//	  store     = "/scratch/cairn-$SLURMD_NODENAME"  # on the nodes; their own default
//	  logs      = "/shared/cairn-logs"           # seen by nodes and here; $store/slurm
//	}
type slurmConfig struct {
	Partition string   `hcl:"partition,optional"`
	Account   string   `hcl:"account,optional"`
	Options   []string `hcl:"options,optional"`
	Cairn     string   `hcl:"cairn,optional"`
	Store     string   `hcl:"store,optional"`
	Logs      string   `hcl:"logs,optional"`
}

// cacheConfig is the shared cache of this machine:
//
//	cache "ghcr.io/team/cairn-cache" {
//	  builders = ["ci.pub"]      # whose entries are taken
//	  key      = "builder.key"   # signs what is pushed
//	  push     = true            # push what is built here
//	}
type cacheConfig struct {
	Repository string   `hcl:"repository,label"`
	Builders   []string `hcl:"builders,optional"`
	Key        string   `hcl:"key,optional"`
	Push       bool     `hcl:"push,optional"`
	// Impure shares also what was built with a host's own compilers.
	Impure  bool   `hcl:"impure,optional"`
	Timeout string `hcl:"timeout,optional"`
}

type configFile struct {
	Keyrings    []string `hcl:"keyrings,optional"`
	SigningKey  string   `hcl:"signing_key,optional"`
	TrustedKeys []string `hcl:"trusted_keys,optional"`
	Mirrors     []struct {
		Prefix string `hcl:"prefix,label"`
		URL    string `hcl:"url"`
	} `hcl:"mirror,block"`
	Models []struct {
		Name string `hcl:"name,label"`
		Path string `hcl:"path"`
	} `hcl:"model,block"`
	Cache *cacheConfig `hcl:"cache,block"`
	Slurm *slurmConfig `hcl:"slurm,block"`
}

// config reads the machine's configuration, once; no file is an empty one.
func (s *session) config() (*config, error) {
	if s.machine != nil {
		return s.machine, nil
	}
	read, err := readConfig()
	s.machine = read
	return read, err
}

func readConfig() (*config, error) {
	c := &config{models: map[string]string{}}
	dir, err := os.UserConfigDir()
	if err != nil {
		return c, nil // no HOME: nothing is configured
	}
	path := filepath.Join(dir, "cairn", "config.hcl")
	src, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return c, nil
	}
	if err != nil {
		return nil, fmt.Errorf("read configuration: %w", err)
	}
	var file *hcl.File
	var diags hcl.Diagnostics
	if fault := stacks.Guard(path, src); fault != nil {
		diags = hcl.Diagnostics{fault}
	} else {
		file, diags = hclparse.NewParser().ParseHCL(src, path)
	}
	var read configFile
	if !diags.HasErrors() {
		diags = append(diags, gohcl.DecodeBody(file.Body, nil, &read)...)
	}
	if diags.HasErrors() {
		return nil, &diagnosticsError{what: "configuration", diags: diags, source: func(string) []byte { return src }}
	}
	c.keyrings = read.Keyrings
	c.signingKey, c.trustedKeys = read.SigningKey, read.TrustedKeys
	for _, m := range read.Mirrors {
		mirror, err := sources.ParseMirror(m.Prefix + "=" + m.URL)
		if err != nil {
			return nil, fmt.Errorf("%s: mirror %q: %w", path, m.Prefix, err)
		}
		c.mirrors = append(c.mirrors, mirror)
	}
	c.cache, c.folder = read.Cache, filepath.Dir(path)
	if read.Slurm != nil {
		c.slurm = *read.Slurm
	}
	for _, m := range read.Models {
		c.models[m.Name] = m.Path
	}
	return c, nil
}
