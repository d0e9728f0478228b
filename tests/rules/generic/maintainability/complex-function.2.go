package store

func (s *Store) Sync(peers []Peer, force bool) error { // finds: generic.maintainability.complex-function
outer:
	for _, peer := range peers {
		if peer.Down {
			continue outer
		}
		for _, entry := range peer.Entries() {
			if old, ok := s.entries[entry.Key]; ok {
				if old.Version > entry.Version && !force {
					if err := peer.Push(old); err != nil {
						if peer.Critical || force {
							return err
						}
						continue outer
					}
				} else if old.Version < entry.Version {
					for _, watcher := range s.watchers {
						if watcher.Key == entry.Key {
							watcher.Notify(entry)
						}
					}
				} else if old.Deleted {
					delete(s.entries, entry.Key)
				}
			} else {
				s.entries[entry.Key] = entry
			}
		}
	}
	return nil
}

func (s *Store) Get(key string) (Entry, error) { // ok: generic.maintainability.complex-function
	if entry, ok := s.entries[key]; ok {
		return entry, nil
	}
	for _, peer := range s.peers {
		entry, err := peer.Get(key)
		if err == nil && !entry.Deleted {
			return entry, nil
		}
	}
	return Entry{}, ErrMissing
}
