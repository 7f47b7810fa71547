package sources

import (
	"container/list"
	"sync"

	"github.com/go-git/go-git/v5/plumbing"
)

// cacheBytes bounds the decoded objects that one git directory keeps. Two of them
// are open at once (the store's and a mirror's), within the tool's 300 MiB.
const cacheBytes = 64 << 20

// cacheKey is a place in a pack.
type cacheKey struct {
	pack   *pack
	offset int64
}

// cached is an object that was made: what it is, and of how many deltas.
type cached struct {
	kind    plumbing.ObjectType
	content []byte
	depth   int
}

type cacheItem struct {
	key cacheKey
	cached
}

// cache keeps the content of objects that were used last. It is safe for
// concurrent use.
type cache struct {
	mu    sync.Mutex
	limit int
	size  int
	items map[cacheKey]*list.Element
	order *list.List // most recent first
}

func newCache(limit int) *cache {
	return &cache{limit: limit, items: map[cacheKey]*list.Element{}, order: list.New()}
}

func (c *cache) get(key cacheKey) (cached, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	e, ok := c.items[key]
	if !ok {
		return cached{}, false
	}
	c.order.MoveToFront(e)
	return e.Value.(*cacheItem).cached, true
}

// put keeps an object, unless it alone would push out a quarter of all there is.
func (c *cache) put(key cacheKey, made cached) {
	if len(made.content) > c.limit/4 {
		return
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if _, ok := c.items[key]; ok {
		return
	}
	c.items[key] = c.order.PushFront(&cacheItem{key, made})
	c.size += len(made.content)
	for c.size > c.limit {
		last := c.order.Back()
		item := c.order.Remove(last).(*cacheItem)
		delete(c.items, item.key)
		c.size -= len(item.content)
	}
}
