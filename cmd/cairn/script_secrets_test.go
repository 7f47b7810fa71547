package main

import (
	"bytes"
	"encoding/base64"
	"encoding/hex"
	"io"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
	"github.com/rogpeppe/go-internal/testscript"
)

// canary is part of every secret that the script plants.
const canary = "cAn4ry-"

// secretsCommand is "secrets DIR…": no file below the folders, unpacked or not, has a
// planted secret in it, in any of the forms in which one would be passed on. "! secrets"
// wants that one is found: that the search sees what it looks for.
func secretsCommand(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) == 0 {
		ts.Fatalf("usage: secrets DIR…")
	}
	found, files := "", 0
	for _, dir := range args {
		err := filepath.WalkDir(ts.MkAbs(dir), func(path string, entry fs.DirEntry, err error) error {
			if err != nil || !entry.Type().IsRegular() {
				return err
			}
			files++
			if leaks(path) {
				found += "\n" + path
			}
			return nil
		})
		ts.Check(err)
	}
	switch {
	case files == 0:
		ts.Fatalf("there is no file to look at")
	case !neg && found != "":
		ts.Fatalf("a secret is in%s", found)
	case neg && found == "":
		ts.Fatalf("no secret was found in %d files", files)
	}
}

// leaks says whether a file holds the canary: as it is, or encoded, or in what the file
// unpacks to.
func leaks(path string) bool {
	content, err := os.ReadFile(path)
	if err != nil {
		return false // a file that came and went
	}
	texts := [][]byte{content}
	if r, err := gzip.NewReader(bytes.NewReader(content)); err == nil {
		plain, _ := io.ReadAll(r) // what could be read is looked at
		texts = append(texts, plain)
	}
	if bytes.HasPrefix(content, []byte{0x28, 0xb5, 0x2f, 0xfd}) {
		if r, err := zstd.NewReader(nil); err == nil {
			plain, _ := r.DecodeAll(content, nil)
			texts = append(texts, plain)
			r.Close()
		}
	}
	forms := [][]byte{[]byte(canary), []byte(url.QueryEscape(canary)), []byte(hex.EncodeToString([]byte(canary)))}
	// Base64 of a text that holds it depends on where it begins.
	for shift := range 3 {
		encoded := base64.StdEncoding.EncodeToString(append(make([]byte, shift), canary...))
		forms = append(forms, []byte(encoded[4*min(shift, 1):len(encoded)-4]))
	}
	for _, text := range texts {
		for _, form := range forms {
			if bytes.Contains(text, form) {
				return true
			}
		}
	}
	return false
}
