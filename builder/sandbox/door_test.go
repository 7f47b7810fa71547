package sandbox

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

func init() {
	// listen answers each connection with what it reads, in upper case, until it is
	// told to end.
	probes["listen"] = func(args []string) error {
		listener, err := net.Listen("tcp4", "127.0.0.1:"+args[0])
		if err != nil {
			return err
		}
		fmt.Println("listening")
		for {
			conn, err := listener.Accept()
			if err != nil {
				return err
			}
			go func() {
				defer conn.Close()
				text, _ := io.ReadAll(conn)
				fmt.Fprint(conn, strings.ToUpper(string(text)))
			}()
		}
	}
}

// say sends a text through a connection and returns all that comes back.
func say(t *testing.T, conn net.Conn, text string) string {
	t.Helper()
	defer conn.Close()
	if err := conn.SetDeadline(time.Now().Add(time.Minute)); err != nil {
		t.Fatal(err)
	}
	if _, err := io.WriteString(conn, text); err != nil {
		t.Fatal(err)
	}
	if err := conn.(*net.TCPConn).CloseWrite(); err != nil {
		t.Fatal(err)
	}
	got, err := io.ReadAll(conn)
	if err != nil {
		t.Fatal(err)
	}
	return string(got)
}

func TestADoorLeadsToTheSandboxAlone(t *testing.T) {
	t.Parallel()
	door, err := NewDoor()
	if err != nil {
		t.Fatal(err)
	}
	defer door.Close()
	// The host has the port for itself: a door to the wrong side would be noticed, and
	// a sandbox on the host's loopback could not have it.
	host, err := net.Listen("tcp4", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer host.Close()
	port := host.Addr().(*net.TCPAddr).Port
	ctx, cancel := context.WithCancel(t.Context())
	started, lines := io.Pipe()
	ended := make(chan error, 1)
	go func() {
		_, err := Run(ctx, listenCommand(t, door, port, lines))
		ended <- err
	}()
	if line := make([]byte, 10); true {
		if _, err := io.ReadFull(started, line); err != nil || string(line) != "listening\n" {
			t.Fatalf("got %q, %v", line, err)
		}
	}
	for range 3 {
		conn, err := door.Dial(t.Context(), port)
		if err != nil {
			t.Fatal(err)
		}
		if got := say(t, conn, "through the door"); got != "THROUGH THE DOOR" {
			t.Errorf("got %q", got)
		}
	}
	if _, err := door.Dial(t.Context(), 1); !errors.Is(err, syscall.ECONNREFUSED) {
		t.Errorf("a port where nothing listens: got %v", err)
	}
	cancel()
	if err := <-ended; !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	if _, err := door.Dial(t.Context(), port); !errors.Is(err, ErrDoorShut) {
		t.Errorf("after the end: got %v", err)
	}
}

func listenCommand(t *testing.T, door *Door, port int, out io.Writer) Command {
	t.Helper()
	c := probeCommand(t, "listen", strconv.Itoa(port))
	c.Network, c.Door, c.Stdout = true, door, out
	return c
}

// A question that is asked before the sandbox begins is answered once it stands.
func TestADoorMayBeTriedBeforeItsSandboxStands(t *testing.T) {
	t.Parallel()
	door, err := NewDoor()
	if err != nil {
		t.Fatal(err)
	}
	defer door.Close()
	asked := make(chan error, 1)
	go func() {
		_, err := door.Dial(t.Context(), 8123)
		asked <- err
	}()
	for door.mu.TryLock() { // until the question waits
		door.mu.Unlock()
		time.Sleep(time.Millisecond)
	}
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	go func() {
		select {
		case err := <-asked:
			if !errors.Is(err, syscall.ECONNREFUSED) {
				t.Errorf("got %v", err)
			}
		case <-ctx.Done():
			t.Error("the question was never answered")
		}
		cancel()
	}()
	c := Command{Argv: []string{"sleep", "600"}, Mounts: hostRoot(), Network: true, Door: door}
	if _, err := Run(ctx, c); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

func TestAClosedDoorSaysSo(t *testing.T) {
	t.Parallel()
	door, err := NewDoor()
	if err != nil {
		t.Fatal(err)
	}
	over, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := door.Dial(over, 1); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	for range 2 {
		if err := door.Close(); err != nil {
			t.Error(err)
		}
	}
	if _, err := door.Dial(t.Context(), 1); !errors.Is(err, ErrDoorShut) {
		t.Errorf("got %v", err)
	}
	if _, err := Run(t.Context(), listenCommand(t, door, 8123, nil)); err == nil || !strings.Contains(err.Error(), "its door is shut") {
		t.Errorf("got %v", err)
	}
}
