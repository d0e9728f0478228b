package login

import (
	"fmt"
	"log"
	"log/slog"
)

func login(form Form, password string) {
	log.Printf("login %s %s", form.Name, form.Password) // finds: go.security.secret-in-log
	slog.Info("login", "password", password) // finds: go.security.secret-in-log
	fmt.Println("password is " + password) // finds: go.security.secret-in-log
	log.Printf("password changed for %s", form.Name) // ok: go.security.secret-in-log
	log.Printf("token of %d bytes", len(form.AccessToken)) // ok: go.security.secret-in-log
}

func prompt(out io.Writer, password string) {
	fmt.Fprintln(out, password) // ok: go.security.secret-in-log
	fmt.Println(password) // ok: go.security.secret-in-log
	fmt.Println("Password:") // ok: go.security.secret-in-log
}
