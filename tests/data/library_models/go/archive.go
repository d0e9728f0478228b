package main

import (
	"archive/tar"
	"archive/zip"
	"compress/gzip"
	"io"
	"net/http"
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

func restore(w http.ResponseWriter, r *http.Request) {
	r.Body = http.MaxBytesReader(w, r.Body, 1<<20)
	packed, err := gzip.NewReader(r.Body)
	if err != nil {
		return
	}
	io.Copy(os.Stdout, packed)                       // finds: request > size
	io.ReadAll(packed)                               // finds: request > size
	io.ReadAll(io.LimitReader(packed, 1<<20))        // ok
	io.CopyN(os.Stdout, packed, 1<<20)               // ok
	reader := tar.NewReader(packed)
	io.Copy(os.Stdout, reader)                       // finds: request > size
}

func extract(entry *zip.File, to io.Writer) error {
	content, err := entry.Open()
	if err != nil {
		return err
	}
	defer content.Close()
	_, err = io.Copy(to, content) // finds: upload > size
	return err
}

func local(name string) {
	file, _ := os.Open(name)
	packed, _ := gzip.NewReader(file)
	io.Copy(os.Stdout, packed) // ok
}
