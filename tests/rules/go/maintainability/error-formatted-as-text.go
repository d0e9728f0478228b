package files

import "fmt"

func load(path string) error {
	if err := read(path); err != nil {
		return fmt.Errorf("load %s: %v", path, err) // finds: go.maintainability.error-formatted-as-text
	}
	if err := check(path); err != nil {
		return fmt.Errorf("check: %s", err) // finds: go.maintainability.error-formatted-as-text
	}
	return nil
}

func good(path string, err error) error {
	if path == "" {
		return fmt.Errorf("no path: %w", err) // ok: go.maintainability.error-formatted-as-text
	}
	return fmt.Errorf("unknown path %v", path) // ok: go.maintainability.error-formatted-as-text
}
