package work

import "sync"

type Counter struct {
	mu    sync.Mutex
	shared *sync.Mutex
	count int
}

func (c Counter) Add() {
	c.mu.Lock() // finds: go.bug.lock-copied
	defer c.mu.Unlock()
	c.count++
}

func run(task Task, wg sync.WaitGroup) { // finds: go.bug.lock-copied
	defer wg.Done()
	task.Run()
}

func (c *Counter) AddSafely() {
	c.mu.Lock() // ok: go.bug.lock-copied
	defer c.mu.Unlock()
	c.count++
}

func (c Counter) Shared() {
	c.shared.Lock() // ok: go.bug.lock-copied
	defer c.shared.Unlock()
}

func pointer(task Task, wg *sync.WaitGroup) { // ok: go.bug.lock-copied
	defer wg.Done()
	task.Run()
}
