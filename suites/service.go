package suites

import (
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"net"
	"net/http"
	"slices"
	"strconv"
	"sync"
	"time"

	"cairn/environments"
	"cairn/stacks"
)

// Service is a stack's endpoint while it runs. It is safe for concurrent use.
type Service struct {
	stack  *stacks.Service
	door   *environments.Door
	client *http.Client
	cancel context.CancelFunc
	done   chan struct{} // closed when the program has ended; state and err are set then
	state  environments.State
	err    error
	errors *guarded // what it writes to standard error, to stderr and log
	stderr *tail
	log    *engineLog
	ready  time.Duration

	named sync.Mutex
	name  string // what it serves, once it was asked
}

// ServiceRequest is how a service is started.
type ServiceRequest struct {
	Stack    *stacks.Stack // with a service
	Executor Executor
	// Models gives the host's path of each model, by label.
	Models map[string]string
	// Cache is a folder of the host for compile and JIT caches.
	Cache string
	// Log, if not nil, gets what the program writes.
	Log io.Writer
}

// ServiceError says that a service did not come up, or ended while it was asked.
type ServiceError struct {
	Program string
	Problem string
	// Tail is the end of what it wrote to standard error.
	Tail string
}

func (e *ServiceError) Error() string {
	text := fmt.Sprintf("service %s %s", e.Program, e.Problem)
	if line := lastLine(e.Tail); line != "" {
		text += ": " + line
	}
	return text
}

// StartService starts a stack's service in its environment, where it sees a loopback
// and no other network, and returns once its health path answers 200. It runs until
// Stop or the end of ctx. Errors: *ServiceError, ctx's cause, or the executor's.
func StartService(ctx context.Context, req ServiceRequest) (*Service, error) {
	def := req.Stack.Service
	if def == nil {
		return nil, fmt.Errorf("stack %s has no service", req.Stack.Ref())
	}
	inv, err := Invocation(def.Command, def.Variables, def.Model, def.Needs, req.Models, req.Cache)
	if err != nil {
		return nil, err
	}
	door, err := environments.NewDoor()
	if err != nil {
		return nil, err
	}
	s := &Service{stack: def, door: door, done: make(chan struct{}), stderr: &tail{limit: tailBytes}, log: &engineLog{}}
	s.client = &http.Client{Transport: &http.Transport{
		DialContext:       func(ctx context.Context, _, _ string) (net.Conn, error) { return s.Dial(ctx) },
		DisableKeepAlives: true, // an idle connection to an engine that ends is an error of its own
	}}
	s.errors = &guarded{to: io.MultiWriter(s.stderr, s.log)}
	inv.Door, inv.Stdout, inv.Stderr = door, io.Discard, s.errors
	if req.Log != nil {
		log := &guarded{to: req.Log}
		inv.Stdout, inv.Stderr = log, io.MultiWriter(s.errors, log)
	}
	began := time.Now()
	running, cancel := context.WithCancel(ctx)
	s.cancel = cancel
	go func() {
		defer close(s.done)
		s.state, s.err = req.Executor.Run(running, inv)
	}()
	if err := s.awaitHealth(ctx); err != nil {
		s.Stop()
		return nil, err
	}
	s.ready = time.Since(began)
	return s, nil
}

// Ready is how long it took until the health path answered 200.
func (s *Service) Ready() time.Duration { return s.ready }

// Dial connects to the service's port.
func (s *Service) Dial(ctx context.Context) (net.Conn, error) { return s.door.Dial(ctx, s.stack.Port) }

// Done is closed when the program has ended, by itself or by Stop.
func (s *Service) Done() <-chan struct{} { return s.done }

// Ended says how a program that ended by itself did so. Call it after Done.
func (s *Service) Ended() error {
	<-s.done
	if s.err != nil {
		return s.err
	}
	return s.fault(endedAs(s.state.ExitCode, s.state.OutOfMemory))
}

// Stop ends the program, with SIGTERM first, and waits for it.
func (s *Service) Stop() {
	s.cancel()
	<-s.done
	_ = s.door.Close() // nothing goes through it any more
}

func (s *Service) fault(problem string) error {
	s.errors.mu.Lock() // it may still be writing
	defer s.errors.mu.Unlock()
	return &ServiceError{Program: s.stack.Command[0], Problem: problem, Tail: s.stderr.String()}
}

// awaitHealth asks the health path, often at first, until it answers 200.
func (s *Service) awaitHealth(ctx context.Context) error {
	limited, cancel := context.WithTimeout(ctx, s.stack.ReadyTimeout)
	defer cancel()
	pause, last := 20*time.Millisecond, "nothing listened on port "+strconv.Itoa(s.stack.Port)
	for {
		select {
		case <-s.done:
			if s.err != nil {
				return s.err
			}
			return s.fault(endedAs(s.state.ExitCode, s.state.OutOfMemory) + " before it was up")
		case <-limited.Done():
			if ctx.Err() != nil {
				return context.Cause(ctx)
			}
			return s.fault(fmt.Sprintf("was not up after %s: %s", s.stack.ReadyTimeout, last))
		case <-time.After(pause):
		}
		pause = min(pause*2, 500*time.Millisecond)
		request, err := http.NewRequestWithContext(limited, http.MethodGet, s.url(s.stack.Health), nil)
		if err != nil {
			return err
		}
		response, err := s.client.Do(request)
		if err != nil {
			continue
		}
		response.Body.Close()
		if response.StatusCode == http.StatusOK {
			return nil
		}
		last = fmt.Sprintf("%s answered %s", s.stack.Health, response.Status)
	}
}

// url is a path of the service as it would call itself.
func (s *Service) url(path string) string {
	return fmt.Sprintf("http://127.0.0.1:%d%s", s.stack.Port, path)
}

// usesService reports whether a suite asks the stack's endpoint.
func usesService(suite *stacks.Suite) bool {
	if t := suite.Throughput; t != nil {
		return t.Runner == stacks.OpenAIRunner
	}
	return slices.ContainsFunc(suite.Gates, func(g *stacks.Gate) bool { return g.Runner == stacks.OpenAIRunner })
}

// modelOf is the model that a suite's answers come from: its own, or the service's.
func modelOf(stack *stacks.Stack, suite *stacks.Suite) *stacks.Model {
	if suite.Model == nil && usesService(suite) && stack.Service != nil {
		return stack.Service.Model
	}
	return suite.Model
}

// startService starts the endpoint for one suite, with the suite's cache and
// variables; stop ends it and completes its record.
func (r *run) startService(ctx context.Context, suite *stacks.Suite, cache string) (stop func(), err error) {
	if r.Stack.Service == nil {
		return nil, errors.New("its runner asks the stack's service, and the stack has none")
	}
	stack := *r.Stack
	service := *r.Stack.Service
	service.Variables = maps.Clone(service.Variables)
	if service.Variables == nil {
		service.Variables = map[string]string{}
	}
	maps.Copy(service.Variables, suite.Variables)
	stack.Service = &service
	log := r.logFor(suite.Name, service.Command[0])
	s, err := StartService(ctx, ServiceRequest{Stack: &stack, Executor: r.Executor, Models: r.Models, Cache: cache, Log: log})
	if err != nil {
		return nil, errors.Join(err, log.close())
	}
	r.service = s
	record := &ServiceRecord{Suite: suite.Name, Command: service.Command, ReadySeconds: s.ready.Seconds()}
	if service.Model != nil {
		record.Model = service.Model.Name
	}
	r.record.Services = append(r.record.Services, record)
	return func() {
		s.Stop()
		r.service = nil
		record.Process, record.Engine = processOf(s.state), s.log.engine()
		_ = log.close() // a log that cannot be kept is no reason against the answers
	}, nil
}
