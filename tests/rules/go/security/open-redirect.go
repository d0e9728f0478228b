package login

import (
	"net/http"
	"strings"

	"github.com/gin-gonic/gin"
)

func done(w http.ResponseWriter, r *http.Request) {
	next := r.FormValue("next")
	if next == "" {
		http.Redirect(w, r, "/", http.StatusFound) // ok: go.security.open-redirect
		return
	}
	http.Redirect(w, r, next, http.StatusFound)             // finds: go.security.open-redirect
	http.Redirect(w, r, "/orders/"+next, http.StatusFound)  // ok: go.security.open-redirect
	http.Redirect(w, r, r.URL.Path+"/", http.StatusFound)   // ok: go.security.open-redirect
	w.Header().Set("Location", r.Header.Get("Referer"))     // finds: go.security.open-redirect
	switch next {
	case "/orders", "/account":
		http.Redirect(w, r, next, http.StatusFound) // ok: go.security.open-redirect
	}
	if strings.HasPrefix(next, "/shop/") {
		http.Redirect(w, r, next, http.StatusFound) // ok: go.security.open-redirect
	}
}

func left(c *gin.Context) {
	c.Redirect(http.StatusFound, c.Query("to")) // finds: go.security.open-redirect
}
