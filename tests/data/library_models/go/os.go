package main

import (
	"context"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

const root = "/srv/files"

func handler(w http.ResponseWriter, r *http.Request) {
	q := r.FormValue("q")
	exec.Command("sh", "-c", "ls "+q)                            // finds: request > command
	exec.Command("ls", q)                                        // ok
	exec.Command(q)                                              // finds: request > program
	exec.CommandContext(context.Background(), "bash", "-c", q)   // finds: request > command
	exec.CommandContext(context.Background(), "ls", "-c", q)     // ok
	os.Open("/srv/" + q)                                         // finds: request > path
	os.ReadFile(filepath.Join(root, q))                          // finds: request > path
	os.ReadFile(filepath.Join(root, filepath.Base(q)))           // ok
	os.ReadFile(filepath.Join(root, filepath.Clean("/"+q)))      // ok
	os.WriteFile(filepath.Join(root, q+".txt"), nil, 0o600)      // finds: request > path-write
	os.RemoveAll(root + q)                                       // finds: request > path-write
	os.RemoveAll(root)                                           // ok
	path := filepath.Join(root, q)
	if !strings.HasPrefix(path, root+"/") {
		return
	}
	os.Create(path) // ok
	if strings.Contains(q, "..") {
		return
	}
	os.Open(q) // ok
}

func local(w http.ResponseWriter, r *http.Request) {
	name := r.URL.Path
	if filepath.IsLocal(name) {
		os.Open(filepath.Join(root, name)) // ok
	}
	files, err := os.OpenRoot(root)
	if err != nil {
		os.Exit(1)
	}
	files.Open(name) // ok
	os.Open(name)    // finds: request > path
}
