package notes

import (
	"archive/zip"
	"compress/gzip"
	"encoding/json"
	"io"
	"net/http"
	"os"
	"strconv"
)

func save(w http.ResponseWriter, r *http.Request) {
	text, err := io.ReadAll(r.Body) // finds: go.security.unbounded-input
	if err != nil {
		return
	}
	keep(text)
}

func saveSome(w http.ResponseWriter, r *http.Request) {
	r.Body = http.MaxBytesReader(w, r.Body, 1<<16)
	text, err := io.ReadAll(r.Body) // ok: go.security.unbounded-input
	if err != nil {
		return
	}
	keep(text)
	more, _ := io.ReadAll(io.LimitReader(r.Body, 512)) // ok: go.security.unbounded-input
	keep(more)
}

func restore(w http.ResponseWriter, r *http.Request) {
	packed, err := gzip.NewReader(http.MaxBytesReader(w, r.Body, 1<<20))
	if err != nil {
		return
	}
	file, err := os.CreateTemp("", "notes")
	if err != nil {
		return
	}
	io.Copy(file, packed)        // finds: go.security.unbounded-input
	io.CopyN(file, packed, 1<<20) // ok: go.security.unbounded-input
}

func upload(w http.ResponseWriter, r *http.Request) {
	file, _, err := r.FormFile("notes")
	if err != nil {
		return
	}
	io.Copy(os.Stdout, file) // ok: go.security.unbounded-input
}

func extract(entry *zip.File, target io.Writer) error {
	from, err := entry.Open()
	if err != nil {
		return err
	}
	defer from.Close()
	_, err = io.Copy(target, from) // finds: go.security.unbounded-input
	return err
}

func blank(w http.ResponseWriter, r *http.Request) {
	count, err := strconv.Atoi(r.FormValue("count"))
	if err != nil {
		return
	}
	first := make([]string, count) // finds: go.security.unbounded-input
	second := make([]string, 0, min(count, 100)) // ok: go.security.unbounded-input
	if count > 1000 {
		return
	}
	third := make([]string, count) // ok: go.security.unbounded-input
	json.NewEncoder(w).Encode(append(append(first, second...), third...))
}
