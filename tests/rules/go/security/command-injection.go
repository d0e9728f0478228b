package media

import (
	"context"
	"fmt"
	"net/http"
	"os/exec"
	"regexp"
	"strconv"
)

var safeName = regexp.MustCompile(`^[a-z0-9_-]+$`)

// Converter runs an external tool over files.
type Converter interface {
	Convert(name string) error
}

type shellConverter struct{ tool string }

func (s shellConverter) Convert(name string) error {
	line := fmt.Sprintf("%s -i %s out.mp4", s.tool, name)
	return exec.Command("sh", "-c", line).Run() // finds: go.security.command-injection
}

type handler struct{ converter Converter }

func (h *handler) convert(w http.ResponseWriter, r *http.Request) {
	h.converter.Convert(r.FormValue("name"))

	width, err := strconv.Atoi(r.FormValue("width"))
	if err != nil {
		return
	}
	exec.Command("sh", "-c", fmt.Sprintf("scale %d", width)).Run() // ok: go.security.command-injection

	after := r.FormValue("after")
	exec.CommandContext(r.Context(), "bash", "-c", after).Run() // finds: go.security.command-injection

	host := r.FormValue("host")
	if !safeName.MatchString(host) {
		return
	}
	exec.Command("/bin/sh", "-c", "ping "+host).Run() // ok: go.security.command-injection
	exec.Command("ping", "-c", "1", r.FormValue("to")).Run() // ok: go.security.command-injection
}

func each(r *http.Request) {
	for _, name := range r.Form["name"] {
		defer func() {
			exec.CommandContext(context.Background(), "sh", "-c", "rm "+name).Run() // finds: go.security.command-injection
		}()
	}
}
