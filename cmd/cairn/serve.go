package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"path/filepath"
	"strconv"
	"sync"
	"syscall"

	"cairn/environments"
	"cairn/suites"

	"github.com/spf13/cobra"
)

func newServeCommand(s *session) *cobra.Command {
	opts := serveOptions{port: -1}
	c := &cobra.Command{
		Use:     "serve STACK",
		GroupID: groupJob,
		Short:   "Start a stack's endpoint, and say how to ask it",
		Long: `Start the service that a stack declares, in its environment, building what is
missing. Once its health path answers, the address and a request to try are printed;
it runs until Ctrl-C.

The program sees a loopback device of its own and no other network. Connections to
127.0.0.1 on this machine are handed to it; nothing listens on any other address.`,
		Example: "  cairn serve llama-cpp-smollm2 --model smollm2_135m=/srv/models/smollm2.gguf\n  cairn serve --port 0 llama-cpp-smollm2",
		Args:    exactArgs("the name of a STACK"),
		RunE:    func(c *cobra.Command, args []string) error { return runServe(c.Context(), s, opts, args[0]) },
	}
	c.Flags().StringArrayVar(&opts.models, "model", nil, "where a model's file is, as `NAME=PATH`")
	c.Flags().IntVar(&opts.port, "port", -1, "`PORT` of this machine's loopback (default: the service's; 0 takes a free one)")
	c.Flags().BoolVar(&opts.log, "log", false, "show what the engine writes")
	return c
}

type serveOptions struct {
	models []string
	port   int // -1: the service's
	log    bool
}

func runServe(ctx context.Context, s *session, opts serveOptions, ref string) error {
	w, err := s.openLocked(ref)
	if err != nil {
		return err
	}
	defer w.close()
	service := w.stack.Service
	if service == nil {
		return usageError{message: fmt.Sprintf("%s offers no service", ref), hint: `a stack does by a "service" block: command, port, health`}
	}
	models, err := s.models(opts.models)
	if err != nil {
		return err
	}
	if lacks := suites.ServiceLacks(service, suites.HostFacts(os.DirFS("/")), models); len(lacks) > 0 {
		return &suites.BlockedError{Suites: []suites.Blocked{{Suite: "service", Reasons: lacks}}}
	}
	if service.Model != nil {
		if _, err := suites.ProveModel(ctx, service.Model, models[service.Model.Name]); err != nil {
			return interrupted(ctx, err)
		}
	}
	if err := w.planBuild(ctx); err != nil {
		return err
	}
	environment, err := w.ready(ctx)
	if err != nil {
		return err
	}
	if opts.port < 0 {
		opts.port = service.Port
	}
	listener, err := listenHere(opts.port)
	if err != nil {
		return err
	}
	defer listener.Close()
	request := suites.ServiceRequest{Stack: w.stack, Executor: environment, Models: models}
	if request.Cache, err = w.serviceCache(environment); err != nil {
		return err
	}
	if opts.log {
		request.Log = s.stderr
	}
	w.live.line("service "+service.Command[0], 0)
	running, err := suites.StartService(ctx, request)
	w.live.finish("service "+service.Command[0], "")
	w.live.pause()
	if err != nil {
		return interrupted(ctx, err)
	}
	defer running.Stop()
	if err := s.sayServed(ctx, running, listener, ref); err != nil {
		return err
	}
	return s.handConnections(ctx, running, listener)
}

// listenHere opens a port of this machine's loopback.
func listenHere(port int) (net.Listener, error) {
	listener, err := net.Listen("tcp4", net.JoinHostPort("127.0.0.1", strconv.Itoa(port)))
	switch {
	case errors.Is(err, syscall.EADDRINUSE):
		return nil, hinted(fmt.Errorf("port %d of 127.0.0.1 is taken", port), "name another with --port, or --port 0 for any free one")
	case err != nil:
		return nil, hinted(err, "name another port with --port, or --port 0 for any free one")
	}
	return listener, nil
}

// serviceCache is where a service's compile and JIT caches are kept, one an
// environment, so that a second start is warm.
func (w *workshop) serviceCache(environment *environments.Environment) (string, error) {
	cache, err := w.store.Folder("cache")
	return filepath.Join(cache, "service-"+environment.ID().Hex()), err
}

// sayServed prints the address and a request to try.
func (s *session) sayServed(ctx context.Context, running *suites.Service, listener net.Listener, ref string) error {
	url := "http://" + listener.Addr().String()
	model, err := running.Model(ctx)
	if err != nil {
		model = ref // an endpoint that lists no models takes any name, or says so
	}
	try := fmt.Sprintf(`curl %s/v1/completions -H 'Content-Type: application/json' -d '{"model": %q, "prompt": "The capital of France is", "max_tokens": 16, "temperature": 0}'`, url, model)
	if s.json {
		return s.printJSON(map[string]any{"url": url, "model": model, "try": try})
	}
	s.stage("serving", fmt.Sprintf("%s on %s", ref, url), running.Ready())
	s.stage("try", try, 0)
	s.stage("stop", "Ctrl-C", 0)
	return nil
}

// handConnections passes each connection to the service until ctx ends, which is how
// a person ends it, or the program does.
func (s *session) handConnections(ctx context.Context, running *suites.Service, listener net.Listener) error {
	go func() {
		select {
		case <-ctx.Done():
		case <-running.Done():
		}
		listener.Close()
	}()
	for {
		outer, err := listener.Accept()
		if err != nil {
			break
		}
		go handConnection(ctx, running, outer)
	}
	if ctx.Err() == nil {
		return running.Ended()
	}
	running.Stop()
	if !s.json {
		s.stage("stopped", "", 0)
	}
	return nil
}

// handConnection copies both ways; each direction ends by itself.
func handConnection(ctx context.Context, running *suites.Service, outer net.Conn) {
	defer outer.Close()
	inner, err := running.Dial(ctx)
	if err != nil {
		return // the client sees its connection closed, as by any server that is going down
	}
	defer inner.Close()
	var both sync.WaitGroup
	for _, pair := range [][2]net.Conn{{inner, outer}, {outer, inner}} {
		both.Go(func() {
			_, _ = io.Copy(pair[0], pair[1]) // an end that is gone ends both
			if half, ok := pair[0].(interface{ CloseWrite() error }); ok {
				_ = half.CloseWrite()
			}
		})
	}
	both.Wait()
}
