package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"time"

	"cairn/containers/registry"
	"cairn/containers/signatures"

	"github.com/google/go-containerregistry/pkg/name"
)

// parseReference reads an image's name as docker does: without a tag it is "latest".
func parseReference(text string) (name.Reference, error) {
	reference, err := name.ParseReference(text)
	if err != nil {
		return nil, usageError{message: fmt.Sprintf("%q is no image name: %v", text, err), hint: `write HOST/NAME:TAG, "ghcr.io/me/ember:2026.11"`}
	}
	return reference, nil
}

// registry opens a repository with the user's docker credentials.
func (s *session) registry(ctx context.Context, reference name.Reference, pullOnly bool) (*registry.Repository, error) {
	if s.offline {
		return nil, &statusError{status: exitBlocked, err: fmt.Errorf("blocked: %s is on the network, and --offline was given", reference.Context().RegistryStr())}
	}
	r, err := registry.Open(ctx, reference.Context(), registry.Options{UserAgent: "cairn/" + version, PullOnly: pullOnly, Events: s.registryEvents()})
	return r, registryFault(ctx, err)
}

// registryEvents tells of each wait for a registry as a warning. Several blobs are on
// their way at once: what holds them all up is told once a second.
func (s *session) registryEvents() func(registry.Event) {
	var mu sync.Mutex
	told := map[string]time.Time{}
	return func(e registry.Event) {
		mu.Lock()
		defer mu.Unlock()
		if time.Since(told[e.Reason]) < time.Second {
			return
		}
		told[e.Reason] = time.Now()
		s.warn(fmt.Errorf("%s: %s: again in %s (attempt %d)", e.What, e.Reason, e.Wait.Round(10*time.Millisecond), e.Attempt))
	}
}

// passwordVariables hold the password of an encrypted key: cairn's own, cosign's.
var passwordVariables = []string{"CAIRN_KEY_PASSWORD", "COSIGN_PASSWORD"}

func keyPassword() []byte {
	for _, name := range passwordVariables {
		if value := os.Getenv(name); value != "" {
			return []byte(value)
		}
	}
	return nil
}

// parsePrivateKey reads a private key with the password of the environment.
func parsePrivateKey(content []byte) (*signatures.Key, error) {
	return signatures.ParseKey(content, keyPassword())
}

// readKeyFile reads a key from a file; folder is where a relative path starts from,
// "" is where the command was called.
func readKeyFile[K any](folder, path string, parse func([]byte) (K, error)) (key K, err error) {
	if !filepath.IsAbs(path) {
		path = filepath.Join(folder, path)
	}
	content, err := os.ReadFile(path)
	if err != nil {
		return key, fmt.Errorf("read key: %w", err)
	}
	if key, err = parse(content); errors.Is(err, signatures.ErrPassword) {
		return key, &statusError{status: exitFailed, err: fmt.Errorf("%s: %w", path, err), hint: "set " + passwordVariables[0]}
	} else if err != nil {
		return key, fmt.Errorf("%s: %w", path, err)
	}
	return key, nil
}

// readKey reads the private key that signs: of the flag, or of the configuration.
// It returns nil where neither names one.
func (s *session) readKey(flag string) (*signatures.Key, error) {
	if flag != "" {
		return readKeyFile("", flag, parsePrivateKey)
	}
	machine, err := s.config()
	if err != nil || machine.signingKey == "" {
		return nil, err
	}
	return readKeyFile(machine.folder, machine.signingKey, parsePrivateKey)
}

// readTrusted reads the public keys whose signatures count: those of the flags, or
// where there are none those of the configuration.
func (s *session) readTrusted(flags []string) ([]*signatures.PublicKey, error) {
	paths, folder := flags, ""
	if len(paths) == 0 {
		machine, err := s.config()
		if err != nil {
			return nil, err
		}
		paths, folder = machine.trustedKeys, machine.folder
	}
	var keys []*signatures.PublicKey
	for _, path := range paths {
		key, err := readKeyFile(folder, path, signatures.ParsePublicKey)
		if err != nil {
			return nil, err
		}
		keys = append(keys, key)
	}
	return keys, nil
}
