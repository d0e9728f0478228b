package work

func add() {
	mu.Lock()
	defer mu.Lock() // finds: go.bug.lock-deferred-instead-of-unlock
	count++
}

func (s *Store) get(key string) string {
	s.mu.RLock()
	defer s.mu.RLock() // finds: go.bug.lock-deferred-instead-of-unlock
	return s.values[key]
}

func good(key string) string {
	mu.Lock()
	defer mu.Unlock() // ok: go.bug.lock-deferred-instead-of-unlock
	return values[key]
}

func outside() {
	mu.Unlock()
	defer mu.Lock() // ok: go.bug.lock-deferred-instead-of-unlock
	wait()
}
