package files

import "os"

func share(path string, body []byte) error {
	if err := os.Chmod(path, 0777); err != nil { // finds: go.security.permissive-file-mode
		return err
	}
	if err := os.Chmod(path, os.FileMode(0o666)); err != nil { // finds: go.security.permissive-file-mode
		return err
	}
	return os.WriteFile(path, body, 0777) // finds: go.security.permissive-file-mode
}

func private(path string, body []byte) error {
	if err := os.Chmod(path, 0755); err != nil { // ok: go.security.permissive-file-mode
		return err
	}
	if err := os.MkdirAll(path, 0777); err != nil { // ok: go.security.permissive-file-mode
		return err
	}
	return os.WriteFile(path, body, 0600) // ok: go.security.permissive-file-mode
}
