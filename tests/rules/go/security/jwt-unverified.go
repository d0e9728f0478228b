package gateway

import (
	"net/http"
	"os"

	"github.com/golang-jwt/jwt/v5"
)

type claims struct {
	User string
	jwt.RegisteredClaims
}

func whoAsks(w http.ResponseWriter, r *http.Request) {
	var found claims
	jwt.NewParser().ParseUnverified(r.Header.Get("Authorization"), &found) // finds: go.security.jwt-unverified
	show(w, found.User)
}

func whoAsksByCookie(w http.ResponseWriter, r *http.Request) {
	cookie, err := r.Cookie("session")
	if err != nil {
		return
	}
	parser := new(jwt.Parser)
	if _, _, err := parser.ParseUnverified(cookie.Value, &claims{}); err == nil { // finds: go.security.jwt-unverified
		show(w, "welcome back")
	}
}

// The command's own token, which tells when a new one is due.
func expires(path string) (any, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	token, _, err := jwt.NewParser().ParseUnverified(string(text), &claims{}) // ok: go.security.jwt-unverified
	return token, err
}

func header(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("X-Token", r.Header.Get("Authorization")) // ok: go.security.jwt-unverified
}
