package admin

import (
	"net/http"
	"os/exec"
)

func run(w http.ResponseWriter, r *http.Request) {
	program := r.URL.Query().Get("program")
	out, err := exec.Command(program, "--version").Output() // finds: go.security.command-from-request
	report(w, out, err)
}

func gin(c *gin.Context) {
	out, err := exec.CommandContext(c, c.Query("program")).Output() // finds: go.security.command-from-request
	report(c.Writer, out, err)
}

func show(w http.ResponseWriter, r *http.Request) {
	revision := r.FormValue("revision")
	out, err := exec.Command("git", "show", revision).Output() // ok: go.security.command-from-request
	report(w, out, err)
}

func start(program string) error {
	return exec.Command(program).Run() // ok: go.security.command-from-request
}
