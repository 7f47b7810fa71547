package builder

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"

	"cairn/builder/sandbox"
)

// The folders of ccache inside the sandbox.
const (
	ccacheDir  = "/ccache"
	ccacheTemp = "/tmp/.ccache"
)

// Compiled counts what compilers were asked for, where the toolchain has ccache.
type Compiled struct{ Total, FromCache int }

// compilerCache lets the action's compilers look into the ccache of its toolchain,
// and returns what the sandbox needs for it; nothing where the toolchain has none.
//
// A cache is only asked by the very compiler that filled it: its folder is the
// toolchain's. Sources, flags, paths and headers are ccache's key (ccache(1)). None of
// it is in the action's: with or without it the same object files come out.
func (x *execution) compilerCache() (map[string]string, []sandbox.Mount, error) {
	if x.toolchain.Programs()["ccache"] == "" {
		return nil, nil, nil
	}
	folder, err := x.opts.Store.Folder(ccacheFolder)
	if err != nil {
		return nil, nil, err
	}
	dir := filepath.Join(folder, x.toolchain.ID().Hex())
	if err := x.opts.Store.Hold(ccacheFolder + "/" + x.toolchain.ID().Hex()); err != nil {
		return nil, nil, err
	}
	for _, name := range []string{dir, x.hostTemp()} {
		if err := os.MkdirAll(name, 0o755); err != nil {
			return nil, nil, fmt.Errorf("compiler cache: %w", err)
		}
	}
	env := map[string]string{
		"CCACHE_DIR":      ccacheDir,
		"CCACHE_STATSLOG": ccacheTemp + "/results",
		// The folder is the compiler's own: it need not be looked at each time.
		"CCACHE_COMPILERCHECK": "none",
		"CCACHE_MAXSIZE":       ccacheSize,
		// Nothing of the machine's or the person's says otherwise.
		"CCACHE_CONFIGPATH": "/dev/null",
	}
	if !x.toolchain.Impure() {
		env["CCACHE_IGNOREHEADERS"] = closureHeaders
	}
	return env, []sandbox.Mount{{Source: dir, Target: ccacheDir}}, nil
}

// closureHeaders are folders of a closure's root with the headers of its packages. They
// are read-only and decided by the toolchain, whose own the cache is: what was
// compiled with them is found again without reading two hundred of them each time. Of
// a host's toolchain they are the machine's, and read.
const closureHeaders = "/usr:/opt/intel"

const (
	// ccacheFolder is the store's folder with a cache for each toolchain.
	ccacheFolder = "ccache"
	// ccacheSize bounds one: a build of llama.cpp fills 60 MB.
	ccacheSize = "5G"
)

// hostTemp is the host's name of ccacheTemp.
func (x *execution) hostTemp() string { return filepath.Join(x.dir, "tmp", filepath.Base(ccacheTemp)) }

// maxResultsBytes bounds what is read of ccache's log: a line for each of a million files.
const maxResultsBytes = 64 << 20

// compiled reads what ccache logged: a line of results for each compilation, those
// that begin with "#" name its file. No log is none, and so is what cannot be read, is
// no file or lies elsewhere: the build may have put it there.
func (x *execution) compiled() (c Compiled) {
	temp, err := os.OpenRoot(filepath.Join(x.dir, "tmp"))
	if err != nil {
		return c
	}
	defer temp.Close()
	name := path.Join(path.Base(ccacheTemp), "results")
	if info, err := temp.Lstat(name); err != nil || !info.Mode().IsRegular() {
		return c
	}
	file, err := temp.Open(name)
	if err != nil {
		return c
	}
	defer file.Close()
	lines := bufio.NewScanner(io.LimitReader(file, maxResultsBytes))
	for lines.Scan() {
		switch lines.Text() {
		case "direct_cache_hit", "preprocessed_cache_hit":
			c.FromCache++
			c.Total++
		case "cache_miss":
			c.Total++
		}
	}
	return c
}
