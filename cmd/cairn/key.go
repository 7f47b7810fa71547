package main

import (
	"errors"
	"fmt"
	"os"

	"cairn/containers/signatures"

	"github.com/spf13/cobra"
)

func newKeyCommand(s *session) *cobra.Command {
	c := &cobra.Command{Use: "key", GroupID: groupMachine, Short: "Make a key to sign with", Args: noSuchCommand, RunE: showHelp}
	c.AddCommand(&cobra.Command{
		Use:   "new FILE",
		Short: "Write a private key to FILE and its public half to FILE.pub",
		Long: `Write a new ECDSA key on P-256 to FILE, for you alone to read, and its public half
to FILE.pub, for those who are to trust what you publish. With CAIRN_KEY_PASSWORD set,
FILE is encrypted with it, in cosign's form. Keys that cosign made work too.`,
		Example: "  cairn key new ~/.config/cairn/signing.key",
		Args:    exactArgs("the FILE to write"),
		RunE:    func(c *cobra.Command, args []string) error { return runKeyNew(s, args[0]) },
	})
	return c
}

func runKeyNew(s *session, path string) error {
	content, key, err := signatures.NewKey(keyPassword())
	if err != nil {
		return err
	}
	if err := writeKey(path, content, 0o600); err != nil {
		return err
	}
	if err := writeKey(path+".pub", key.Public().PEM(), 0o644); err != nil {
		return errors.Join(err, os.Remove(path))
	}
	if s.json {
		return s.printJSON(map[string]any{"private": path, "public": path + ".pub", "id": key.Public().ID()})
	}
	s.stage("key", key.Public().ID(), 0)
	s.stage("private", path+": keep it to yourself", 0)
	s.stage("public", path+".pub: give it to those who are to trust you", 0)
	return nil
}

// writeKey writes a file that must not exist.
func writeKey(path string, content []byte, mode os.FileMode) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if errors.Is(err, os.ErrExist) {
		return usageError{message: path + " is there already", hint: "name another file: a key is never written over"}
	}
	if err != nil {
		return fmt.Errorf("write key: %w", err)
	}
	_, err = f.Write(content)
	if err = errors.Join(err, f.Sync(), f.Close()); err != nil {
		return errors.Join(fmt.Errorf("write key: %w", err), os.Remove(path)) // a part of a key is none
	}
	return nil
}
