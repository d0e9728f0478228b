package unpack

import (
	"archive/tar"
	"archive/zip"
	"path/filepath"
	"strings"
)

func unzip(reader *zip.Reader, folder string) error {
	for _, f := range reader.File {
		target := filepath.Join(folder, f.Name) // finds: go.security.archive-entry-as-path
		if err := write(target, f); err != nil {
			return err
		}
	}
	return nil
}

func untar(reader *tar.Reader, folder string) error {
	header, err := reader.Next()
	if err != nil {
		return err
	}
	return store(reader, filepath.Join(folder, header.Name)) // finds: go.security.archive-entry-as-path
}

func checked(reader *zip.Reader, folder string) error {
	for _, f := range reader.File {
		target := filepath.Join(folder, f.Name) // ok: go.security.archive-entry-as-path
		if !strings.HasPrefix(target, filepath.Clean(folder)+string(os.PathSeparator)) {
			return ErrOutside
		}
		if err := write(target, f); err != nil {
			return err
		}
	}
	return nil
}

func create(user User) string {
	return filepath.Join("users", user.Name) // ok: go.security.archive-entry-as-path
}
