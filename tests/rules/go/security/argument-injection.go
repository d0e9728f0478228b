package tools

import (
	"net/http"
	"os/exec"
)

var allowed = map[string]string{"git": "/usr/bin/git", "make": "/usr/bin/make"}

func version(w http.ResponseWriter, r *http.Request) {
	exec.Command(r.FormValue("tool"), "--version").Run()                          // finds: go.security.argument-injection
	exec.CommandContext(r.Context(), "/opt/"+r.FormValue("tool")).Run()           // finds: go.security.argument-injection
	exec.Command(allowed[r.FormValue("tool")], "--version").Run()                 // ok: go.security.argument-injection
	if tool := r.FormValue("tool"); tool == "git" || tool == "make" {
		exec.Command(tool, "--version").Run() // ok: go.security.argument-injection
	}
}
