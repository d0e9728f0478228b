package files

import (
	"net/http"
	"os"
	"path/filepath"
)

func download(w http.ResponseWriter, r *http.Request) {
	name := r.URL.Query().Get("name")
	body, err := os.ReadFile("/srv/files/" + name) // finds: go.security.path-from-request
	if err != nil {
		http.ServeFile(w, r, filepath.Join(root, name)) // finds: go.security.path-from-request
		return
	}
	w.Write(body)
}

func image(c *gin.Context) {
	target := filepath.Join(root, c.Param("name"))
	c.File(target) // finds: go.security.path-from-request
}

func base(w http.ResponseWriter, r *http.Request) {
	name := filepath.Base(r.FormValue("name"))
	http.ServeFile(w, r, filepath.Join(root, name)) // ok: go.security.path-from-request
}

func local(w http.ResponseWriter, r *http.Request) {
	name := r.FormValue("name")
	if !filepath.IsLocal(name) {
		http.NotFound(w, r)
		return
	}
	http.ServeFile(w, r, filepath.Join(root, name)) // ok: go.security.path-from-request
}

func load(name string) ([]byte, error) {
	return os.ReadFile(filepath.Join(root, name)) // ok: go.security.path-from-request
}
