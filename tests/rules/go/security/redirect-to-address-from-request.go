package login

import "net/http"

func back(w http.ResponseWriter, r *http.Request) {
	next := r.URL.Query().Get("next")
	http.Redirect(w, r, next, http.StatusSeeOther) // finds: go.security.redirect-to-address-from-request
}

func gin(c *gin.Context) {
	c.Redirect(http.StatusFound, c.Query("url")) // finds: go.security.redirect-to-address-from-request
}

func safe(w http.ResponseWriter, r *http.Request) {
	next := r.FormValue("next")
	if !isLocalURL(next) {
		next = "/"
	}
	http.Redirect(w, r, next, http.StatusFound) // ok: go.security.redirect-to-address-from-request
}

func fixed(w http.ResponseWriter, r *http.Request) {
	http.Redirect(w, r, "/orders/"+r.FormValue("id"), http.StatusFound) // ok: go.security.redirect-to-address-from-request
}
