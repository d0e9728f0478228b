package packages

import (
	"archive/tar"
	"archive/zip"
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
)

func install(name, target string) error {
	archive, err := zip.OpenReader(name)
	if err != nil {
		return err
	}
	defer archive.Close()
	for _, entry := range archive.File {
		if err := write(entry, filepath.Join(target, entry.Name)); err != nil {
			return err
		}
	}
	return nil
}

func write(entry *zip.File, path string) error {
	out, err := os.OpenFile(path, os.O_CREATE|os.O_WRONLY, 0o644) // finds: go.security.entry-outside-folder
	if err != nil {
		return err
	}
	defer out.Close()
	content, err := entry.Open()
	if err != nil {
		return err
	}
	_, err = io.Copy(out, content)
	return err
}

func restore(from io.Reader, target string) error {
	plain, err := gzip.NewReader(from)
	if err != nil {
		return err
	}
	reader := tar.NewReader(plain)
	for {
		header, err := reader.Next()
		if err == io.EOF {
			return nil
		}
		path := filepath.Join(target, header.Name)
		switch header.Typeflag {
		case tar.TypeDir:
			os.MkdirAll(path, 0o755) // finds: go.security.entry-outside-folder
		case tar.TypeReg:
			if !strings.HasPrefix(path, filepath.Clean(target)+string(os.PathSeparator)) {
				return fmt.Errorf("%s is outside", header.Name)
			}
			os.Create(path)                                              // ok: go.security.entry-outside-folder
			os.Create(filepath.Join(target, filepath.Base(header.Name))) // ok: go.security.entry-outside-folder
		}
	}
}
