package main

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"cairn/builder"
	"cairn/builder/wheels"
	"cairn/containers"
	"cairn/digest"
	"cairn/environments"
	"cairn/lockfiles"
	"cairn/stacks"

	"github.com/sourcegraph/conc/pool"
)

// pythonEnvironment is a stack's virtual environment of locked wheels. It is
// builder.PythonEnvironment.
type pythonEnvironment struct {
	workshop  *workshop
	locked    *lockfiles.Python
	client    *wheels.Client
	name      string // of the toolchain that has the interpreter
	toolchain builder.Toolchain

	making sync.Mutex
	made   bool
	tree   digest.Digest
	folder string
	wheels map[string][]environments.Output // by their origin in an image
}

// addPython makes the stack's python block part of the request. What is pending of it
// blocks the build, by name.
func (w *workshop) addPython(ctx context.Context) error {
	def := w.stack.Python
	if def == nil {
		return nil
	}
	interpreter := w.stack.Interpreter()
	if interpreter == nil {
		return usageError{message: fmt.Sprintf("the python block of %s has no interpreter", w.stack.Ref()), hint: "say toolchain = toolchain.NAME in it: the stack has no build whose toolchain it could be from"}
	}
	if err := w.addToolchain(ctx, interpreter); err != nil {
		return err
	}
	if err := w.checkPending(); err != nil {
		return err
	}
	client, err := w.session.wheelClient(def, w.live.wheel)
	if err != nil {
		return err
	}
	p := &pythonEnvironment{workshop: w, locked: w.view.Python, client: client, name: interpreter.Name, toolchain: w.request.Toolchains[interpreter.Name]}
	w.python, w.request.Python = p, p
	w.addSdists(p, interpreter)
	return nil
}

// checkPending stops where the lock does not have all packages.
func (w *workshop) checkPending() error {
	if w.view.Python == nil {
		return &statusError{status: exitBlocked, err: fmt.Errorf("blocked: the lock of %s was made before locks had packages of Python", w.stack.Name),
			hint: fmt.Sprintf("run %q", w.session.command("lock", w.stack.Name))}
	}
	var names []string
	for _, pending := range w.view.Python.Pending {
		names = append(names, fmt.Sprintf("%s (%s)", pending.Requirement, pending.Reason))
	}
	if len(names) == 0 {
		return nil
	}
	return &statusError{status: exitBlocked,
		err:  fmt.Errorf("blocked: packages of Python are pending: %s", strings.Join(names, ", ")),
		hint: fmt.Sprintf("run %q where these indexes can be reached, or with --mirror", w.session.command("lock", w.stack.Name))}
}

// addSdists makes the locked source distributions part of the request.
func (w *workshop) addSdists(p *pythonEnvironment, interpreter *stacks.Toolchain) {
	w.request.Stack = w.withSdists(interpreter)
	for _, d := range filesOf(p.locked.Sdists) {
		w.request.Sources[d.Name] = &sdistSource{environment: p, file: d}
	}
}

// withSdists is the stack with a component of each locked source distribution, before
// its own.
func (l *locked) withSdists(interpreter *stacks.Toolchain) *stacks.Stack {
	if l.view.Python == nil || len(l.view.Python.Sdists) == 0 {
		return l.stack
	}
	stack := *l.stack
	stack.Components = nil
	for _, d := range filesOf(l.view.Python.Sdists) {
		i := slices.IndexFunc(l.stack.Python.Sdists, func(s *stacks.Sdist) bool { return wheels.Normalise(s.Name) == d.Name })
		def := l.stack.Python.Sdists[i] // a lock has only what its definition allows
		build := &stacks.Build{
			Kind: stacks.PythonBuild, Name: "python", Toolchain: interpreter, ISA: def.ISA, Variables: def.Variables, Options: def.Options, Range: def.Range,
		}
		stack.Components = append(stack.Components, &stacks.Component{Name: d.Name, Builds: []*stacks.Build{build}, Range: def.Range})
	}
	stack.Components = append(stack.Components, l.stack.Components...)
	return &stack
}

// builds are those of the stack and of its source distributions, by name alone: no
// toolchain is looked at.
func (l *locked) builds() ([]*builder.Action, error) {
	return builder.Builds(l.withSdists(l.stack.Interpreter()))
}

// sdistSource is a locked source distribution. It is builder.Source.
type sdistSource struct {
	environment *pythonEnvironment
	file        wheels.Distribution
}

func (s *sdistSource) ID() digest.Digest {
	return digest.NewKey("cairn-sdist-v1").String("file", s.file.File).Digest("sha256", s.file.SHA256).Sum()
}

func (s *sdistSource) Export(ctx context.Context, dir string) error {
	archive, ok := s.environment.workshop.store.File(s.file.SHA256)
	if !ok {
		return fmt.Errorf("%s is not in the store", s.file.File)
	}
	return wheels.UnpackSdist(ctx, archive, s.file.File, dir)
}

// Version is the interpreter's, without its last part.
func (p *pythonEnvironment) Version() string {
	parts := strings.Split(p.locked.Version, ".")
	return strings.Join(parts[:2], ".")
}

// ID names interpreter and wheels.
func (p *pythonEnvironment) ID() digest.Digest {
	return builder.EnvironmentID(filesOf(p.locked.Wheels), p.toolchain, p.Version())
}

// Folder is where the environment stands in the store.
func (p *pythonEnvironment) Folder(ctx context.Context) (string, error) {
	_, err := p.Tree(ctx)
	return p.folder, err
}

// Tree installs what is not installed yet, each wheel as a tree of its own, and lays
// them together.
func (p *pythonEnvironment) Tree(ctx context.Context) (digest.Digest, error) {
	p.making.Lock()
	defer p.making.Unlock()
	if p.made {
		return p.tree, nil
	}
	st, all := p.workshop.store, filesOf(p.locked.Wheels)
	install, err := builder.WithoutTree(st, p.toolchain, all, p.Version())
	if err != nil {
		return digest.Digest{}, err
	}
	// The interpreter first: where it is another, nothing need be fetched.
	outputs := make([]environments.Output, len(all)+1)
	tree, err := builder.Interpreter(ctx, st, p.name, p.toolchain, p.Version())
	if err != nil {
		return digest.Digest{}, err
	}
	if err := p.client.Fetch(ctx, install); err != nil {
		return digest.Digest{}, err
	}
	var done atomic.Int64
	outputs[len(all)] = environments.Output{Name: "interpreter", Tree: tree}
	work := pool.New().WithMaxGoroutines(installers).WithContext(ctx).WithCancelOnError().WithFirstError()
	for i, d := range all {
		work.Go(func(ctx context.Context) error {
			tree, err := builder.WheelTree(ctx, st, p.toolchain, d, p.Version())
			if slices.Contains(install, d) {
				p.workshop.live.installed(d.File, int(done.Add(1)), len(install))
			}
			outputs[i] = environments.Output{Name: d.File, Tree: tree}
			if err != nil {
				return fmt.Errorf("install %s: %w", d.File, err)
			}
			return nil
		})
	}
	if err := work.Wait(); err != nil {
		return digest.Digest{}, err
	}
	environment, err := p.assemble(ctx, outputs)
	if err != nil {
		return digest.Digest{}, err
	}
	p.wheels = map[string][]environments.Output{containers.OriginPython: outputs[len(all):]}
	for i, d := range all {
		origin := containers.WheelOrigin(d.Name)
		p.wheels[origin] = append(p.wheels[origin], outputs[i])
	}
	p.made, p.tree, p.folder = true, environment.Tree(), environment.Root()
	return p.tree, nil
}

func (p *pythonEnvironment) assemble(ctx context.Context, outputs []environments.Output) (*environments.Environment, error) {
	return environments.Assemble(ctx, p.workshop.store, &stacks.Stack{Name: p.workshop.stack.Name, Variant: p.workshop.stack.Variant}, outputs, nil)
}

// parts are the trees that the environment is made of, one for each origin that has
// something, in the order of an image's layers.
func (p *pythonEnvironment) parts(ctx context.Context) ([]builder.BuildOutput, error) {
	if _, err := p.Tree(ctx); err != nil {
		return nil, err
	}
	var parts []builder.BuildOutput
	for _, origin := range containers.WheelOrigins() {
		outputs := p.wheels[origin]
		if len(outputs) == 0 {
			continue
		}
		environment, err := p.assemble(ctx, outputs)
		if err != nil {
			return nil, err
		}
		parts = append(parts, builder.BuildOutput{Build: origin, Tree: environment.Tree()})
	}
	return parts, nil
}

// installers is how many wheels are installed at once: each compiles with one process.
const installers = 4

// fetchPython brings wheels and source distributions, and says what they are; empty
// where the stack has none.
func (w *workshop) fetchPython(ctx context.Context) (string, error) {
	if w.view.Python == nil || w.stack.Python == nil {
		return "", nil
	}
	client, err := w.session.wheelClient(w.stack.Python, w.live.wheel)
	if err != nil {
		return "", err
	}
	all := append(filesOf(w.view.Python.Wheels), filesOf(w.view.Python.Sdists)...)
	if len(all) == 0 {
		return "", nil
	}
	var bytes, came int64
	for _, d := range all {
		bytes += d.SizeBytes
	}
	missing := client.Missing(all)
	for _, d := range missing {
		came += d.SizeBytes
	}
	if err := client.Fetch(ctx, all); err != nil {
		return "", interrupted(ctx, err)
	}
	text := fmt.Sprintf("%s, %s", plural(len(all), "package", "packages"), megabytes(bytes))
	if len(missing) > 0 {
		text += fmt.Sprintf(" (%d came, %s)", len(missing), megabytes(came))
	}
	return text, nil
}

// wheel shows files that come.
func (v *view) wheel(e wheels.Event) {
	const name = "packages"
	if e.Err != nil {
		v.line(name, 0).set(0, 0, 0, fmt.Sprintf("again: %s: %v", e.File, e.Err))
		return
	}
	v.line(name, 0).set(int64(e.Done), int64(e.Total), 0, e.File)
	if e.Done == e.Total {
		v.finish(name, "")
	}
}

// installed shows wheels that are installed.
func (v *view) installed(file string, done, total int) {
	const name = "install"
	v.line(name, 0).set(int64(done), int64(total), 0, file)
	if done == total {
		v.finish(name, "")
	}
}
