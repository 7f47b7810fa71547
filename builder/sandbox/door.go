package sandbox

import (
	"context"
	"errors"
	"fmt"
	"net"
	"os"
	"strconv"
	"sync"
	"time"

	"golang.org/x/sys/unix"
)

// Door leads from the host to programs that listen on a sandbox's loopback, which
// nothing else reaches: the sandbox's init connects there and hands the connection
// out (unix(7), SCM_RIGHTS). It opens no way from the sandbox to the host.
//
// A Door belongs to one Run, whose Command has Network set. It is safe for
// concurrent use.
type Door struct {
	mu   sync.Mutex // one question at a time
	conn *net.UnixConn

	// passing guards inner alone: the sandbox may be started while a question waits.
	passing sync.Mutex
	inner   *os.File // init's end, until it has been passed on; nil then
}

// ErrDoorShut is what Dial says once the sandbox is gone, or Close was called.
var ErrDoorShut = errors.New("the sandbox has ended")

const (
	// dialTimeout bounds init's connect: on a loopback it answers at once, but for a
	// listener whose queue is full.
	dialTimeout = 5 * time.Second
	// answerTimeout is how long the sandbox may take to stand, and init to answer.
	answerTimeout = 30 * time.Second
	// maxDoorBytes is more than any message between the ends: a port, an error's text.
	maxDoorBytes = 256
)

// NewDoor returns a door that is not in a wall yet. Its user calls Close.
func NewDoor() (*Door, error) {
	fds, err := unix.Socketpair(unix.AF_UNIX, unix.SOCK_SEQPACKET|unix.SOCK_CLOEXEC, 0)
	if err != nil {
		return nil, fmt.Errorf("open a door to a sandbox: %w", err)
	}
	conn, err := unixConn(fds[0])
	if err != nil {
		unix.Close(fds[1])
		return nil, fmt.Errorf("open a door to a sandbox: %w", err)
	}
	return &Door{conn: conn, inner: os.NewFile(uintptr(fds[1]), "door")}, nil
}

// unixConn takes over a socket.
func unixConn(fd int) (*net.UnixConn, error) {
	file := os.NewFile(uintptr(fd), "door")
	defer file.Close() // FileConn has a copy
	conn, err := net.FileConn(file)
	if err != nil {
		return nil, err
	}
	return conn.(*net.UnixConn), nil
}

// Dial connects to a port of the sandbox's loopback. Until the sandbox stands it
// waits. The error is syscall.ECONNREFUSED where nothing listens, ErrDoorShut where
// no sandbox is any more, or the cause of a ctx that was over before; later ctx has
// no say, since init answers in seconds.
func (d *Door) Dial(ctx context.Context, port int) (net.Conn, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if err := context.Cause(ctx); err != nil {
		return nil, err
	}
	if d.conn == nil {
		return nil, ErrDoorShut
	}
	conn, err := d.ask(port)
	if errors.Is(err, ErrDoorShut) {
		d.shut() // a late answer would be taken for the next question's
	}
	return conn, err
}

// ask sends one question and reads its answer.
func (d *Door) ask(port int) (net.Conn, error) {
	if _, err := d.conn.Write([]byte(strconv.Itoa(port))); err != nil {
		return nil, ErrDoorShut
	}
	if err := d.conn.SetReadDeadline(time.Now().Add(answerTimeout)); err != nil {
		return nil, ErrDoorShut
	}
	text, rights := make([]byte, maxDoorBytes), make([]byte, unix.CmsgSpace(4))
	n, nRights, _, _, err := d.conn.ReadMsgUnix(text, rights)
	if err != nil || n == 0 {
		return nil, ErrDoorShut
	}
	if errno, err := strconv.Atoi(string(text[:n])); err == nil && errno != 0 {
		return nil, fmt.Errorf("dial port %d of the sandbox: %w", port, unix.Errno(errno))
	}
	messages, err := unix.ParseSocketControlMessage(rights[:nRights])
	if err != nil || len(messages) != 1 {
		return nil, fmt.Errorf("dial port %d of the sandbox: an answer without a connection", port)
	}
	fds, err := unix.ParseUnixRights(&messages[0])
	if err != nil || len(fds) != 1 {
		return nil, fmt.Errorf("dial port %d of the sandbox: an answer without a connection", port)
	}
	unix.CloseOnExec(fds[0])
	file := os.NewFile(uintptr(fds[0]), "connection")
	defer file.Close()
	return net.FileConn(file)
}

// Close shuts the door; what went through stays open. Closing twice is no error.
func (d *Door) Close() error {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.shut()
	return nil
}

func (d *Door) shut() {
	if d.conn != nil {
		d.conn.Close()
		d.conn = nil
	}
	d.passing.Lock()
	defer d.passing.Unlock()
	if d.inner != nil {
		d.inner.Close()
		d.inner = nil
	}
}

// pass hands init's end over, once.
func (d *Door) pass() (*os.File, error) {
	d.passing.Lock()
	defer d.passing.Unlock()
	if d.inner == nil {
		return nil, errors.New("sandbox: its door is shut, or was given to another sandbox")
	}
	inner := d.inner
	d.inner = nil
	return inner, nil
}

// keepDoor is init's side: it connects where it is told to, until the host's end is
// closed.
func keepDoor(fd int) {
	door, err := unixConn(fd)
	if err != nil {
		return
	}
	defer door.Close()
	text := make([]byte, maxDoorBytes)
	for {
		n, err := door.Read(text)
		if err != nil || n == 0 {
			return
		}
		if err := answer(door, string(text[:n])); err != nil {
			return
		}
	}
}

// answer connects to a port and sends the connection, or the errno of why not.
func answer(door *net.UnixConn, port string) error {
	conn, err := net.DialTimeout("tcp4", net.JoinHostPort("127.0.0.1", port), dialTimeout)
	if err != nil {
		_, err = door.Write([]byte(strconv.Itoa(int(errnoOf(err)))))
		return err
	}
	defer conn.Close() // the host gets a copy
	file, err := conn.(*net.TCPConn).File()
	if err != nil {
		return err
	}
	defer file.Close()
	_, _, err = door.WriteMsgUnix([]byte("0"), unix.UnixRights(int(file.Fd())), nil)
	return err
}

// errnoOf is the kernel's word in an error, ETIMEDOUT where there is none.
func errnoOf(err error) unix.Errno {
	var errno unix.Errno
	if errors.As(err, &errno) {
		return errno
	}
	return unix.ETIMEDOUT
}
