package sources

import (
	"sync"

	"github.com/go-git/go-git/v5/plumbing"
)

// memory is a layer of objects that lives as long as the process.
type memory struct {
	mu      sync.RWMutex
	objects map[plumbing.Hash]object
}

func newMemory() *memory { return &memory{objects: map[plumbing.Hash]object{}} }

func (m *memory) read(id plumbing.Hash) (plumbing.ObjectType, []byte, error) {
	m.mu.RLock()
	defer m.mu.RUnlock()
	o, ok := m.objects[id]
	if !ok {
		return 0, nil, plumbing.ErrObjectNotFound
	}
	return o.kind, o.content, nil
}

func (m *memory) has(id plumbing.Hash) bool {
	m.mu.RLock()
	defer m.mu.RUnlock()
	_, ok := m.objects[id]
	return ok
}

func (m *memory) each(f func(plumbing.Hash) error) error {
	m.mu.RLock()
	ids := make([]plumbing.Hash, 0, len(m.objects))
	for id := range m.objects {
		ids = append(ids, id)
	}
	m.mu.RUnlock()
	for _, id := range ids {
		if err := f(id); err != nil {
			return err
		}
	}
	return nil
}

func (m *memory) write(id plumbing.Hash, kind plumbing.ObjectType, content []byte) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.objects[id] = object{id: id, kind: kind, content: content}
	return nil
}

// add computes the id and keeps the object.
func (m *memory) add(kind plumbing.ObjectType, content []byte) plumbing.Hash {
	id := plumbing.ComputeHash(kind, content)
	m.mu.Lock()
	defer m.mu.Unlock()
	m.objects[id] = object{id: id, kind: kind, content: content}
	return id
}
