package cart

import "os"

func load(path string) (*Cart, error) {
	body, err := os.ReadFile(path)
	// finds: go.bug.error-dropped
	if err != nil {
		return nil, nil
	}
	return parse(body)
}

func (s *Store) save(cart *Cart) error {
	err := s.db.Insert(cart)
	// finds: go.bug.error-dropped
	if err != nil {
		return nil
	}
	return s.index(cart)
}

func wrapped(path string) (*Cart, error) {
	body, err := os.ReadFile(path)
	if err != nil { // ok: go.bug.error-dropped
		return nil, err
	}
	return parse(body)
}

func optional(path string) (*Cart, error) {
	body, err := os.ReadFile(path)
	if err != nil { // ok: go.bug.error-dropped
		// a missing cart is an empty one
		return nil, nil
	}
	return parse(body)
}

func names() []string {
	entries, err := os.ReadDir(".")
	if err != nil { // ok: go.bug.error-dropped
		return nil
	}
	return namesOf(entries)
}
