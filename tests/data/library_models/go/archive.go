package main

import (
	"archive/tar"
	"archive/zip"
	"io"
	"os"
	"path/filepath"
	"strings"
)

func unpack(name, target string) error {
	archive, err := zip.OpenReader(name)
	if err != nil {
		return err
	}
	defer archive.Close()
	for _, entry := range archive.File {
		path := filepath.Join(target, entry.Name)
		os.MkdirAll(filepath.Dir(path), 0o755)               // finds: upload > path-write
		os.Create(path)                                      // finds: upload > path-write
		os.Create(filepath.Join(target, filepath.Base(path))) // ok
	}
	return nil
}

func untar(from io.Reader, target string) error {
	reader := tar.NewReader(from)
	for {
		header, err := reader.Next()
		if err != nil {
			return err
		}
		os.Create(target + "/" + header.Name) // finds: upload > path-write
		path := filepath.Join(target, header.Name)
		if !strings.HasPrefix(path, filepath.Clean(target)+"/") {
			continue
		}
		os.Create(path) // ok
		if filepath.IsLocal(header.Name) {
			os.Create(target + header.Name) // spurious: upload > path-write
		}
		if name := header.Name; filepath.IsLocal(name) {
			os.Create(target + name) // ok
		}
	}
}
