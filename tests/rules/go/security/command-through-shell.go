package tools

import (
	"fmt"
	"net/http"
	"os/exec"
)

func ping(host string) ([]byte, error) {
	return exec.Command("sh", "-c", "ping -c 1 "+host).CombinedOutput() // finds: go.security.command-through-shell
}

func archive(ctx context.Context, folder string) error {
	cmd := exec.CommandContext(ctx, "/bin/bash", "-c", fmt.Sprintf("tar czf - %s | gzip", folder)) // finds: go.security.command-through-shell
	return cmd.Run()
}

func run(w http.ResponseWriter, r *http.Request) {
	line := r.FormValue("line")
	out, _ := exec.Command("bash", "-c", line).Output() // finds: go.security.command-through-shell
	w.Write(out)
}

func lookup(host string) ([]byte, error) {
	script := "nslookup " + host
	return exec.Command("cmd", "/C", script).Output() // finds: go.security.command-through-shell
}

func direct(host string) error {
	if err := exec.Command("sh", "-c", "uptime | cut -d , -f 1").Run(); err != nil { // ok: go.security.command-through-shell
		return err
	}
	if err := exec.Command("sh", "install.sh", "--host="+host).Run(); err != nil { // ok: go.security.command-through-shell
		return err
	}
	return exec.Command("ping", "-c", "1", host).Run() // ok: go.security.command-through-shell
}
