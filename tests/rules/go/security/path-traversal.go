package files

import (
	"net/http"
	"os"
	"path/filepath"
	"strings"

	"github.com/go-chi/chi/v5"
)

type store struct{ root string }

func (s *store) path(name string) string {
	return filepath.Join(s.root, name)
}

func (s *store) show(w http.ResponseWriter, r *http.Request) {
	os.Open(s.path(chi.URLParam(r, "name")))                     // finds: go.security.path-traversal
	os.Open(s.path(filepath.Base(chi.URLParam(r, "name"))))      // ok: go.security.path-traversal
	http.ServeFile(w, r, s.root+"/"+r.URL.Query().Get("file"))   // finds: go.security.path-traversal
	http.ServeFile(w, r, filepath.Join(s.root, filepath.Clean("/"+r.URL.Path))) // ok: go.security.path-traversal

	path := filepath.Clean(filepath.Join(s.root, r.FormValue("name")))
	if !strings.HasPrefix(path, s.root+string(filepath.Separator)) {
		http.NotFound(w, r)
		return
	}
	os.ReadFile(path) // ok: go.security.path-traversal

	name := r.FormValue("draft")
	if name == "" || strings.Contains(name, "..") {
		return
	}
	os.ReadFile(s.root + name) // ok: go.security.path-traversal
}
