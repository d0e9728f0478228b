package audit

import (
	"log"
	"log/slog"
	"net/http"
	"strings"
)

func note(w http.ResponseWriter, r *http.Request) {
	name := r.FormValue("name")
	log.Printf("login of %s", name)                               // finds: go.security.log-injection
	log.Println("login of", name)                                 // finds: go.security.log-injection
	log.Printf("login of %s", strings.ReplaceAll(name, "\n", " ")) // ok: go.security.log-injection
	slog.Info("login", "name", name)                              // ok: go.security.log-injection
	log.Printf("%d bytes", len(name))                             // ok: go.security.log-injection
}
