package files

import (
	"errors"
	"fmt"
)

func missing(path string, size int) error {
	if size == 0 {
		return errors.New(fmt.Sprintf("empty file %s", path)) // finds: go.maintainability.formatted-error-text
	}
	return errors.New(fmt.Sprintf("file %s has %d bytes", path, size)) // finds: go.maintainability.formatted-error-text
}

func good(path string) error {
	if path == "" {
		return errors.New("no path") // ok: go.maintainability.formatted-error-text
	}
	return fmt.Errorf("no file %s", path) // ok: go.maintainability.formatted-error-text
}
