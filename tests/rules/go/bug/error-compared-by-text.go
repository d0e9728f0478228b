package files

import "errors"

func missing(err error) bool {
	if err.Error() == "file does not exist" { // finds: go.bug.error-compared-by-text
		return true
	}
	return "EOF" != parseErr.Error() // finds: go.bug.error-compared-by-text
}

func good(err error, text string) bool {
	if errors.Is(err, fs.ErrNotExist) { // ok: go.bug.error-compared-by-text
		return true
	}
	log.Print("failed: " + err.Error()) // ok: go.bug.error-compared-by-text
	return err.Error() == text // ok: go.bug.error-compared-by-text
}
