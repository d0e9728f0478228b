package page

import (
	"html/template"
	"net/http"
)

func safe(w http.ResponseWriter, r *http.Request) {
	page.Execute(w, r.FormValue("name")) // ok: go.security.text-template-for-html
}
