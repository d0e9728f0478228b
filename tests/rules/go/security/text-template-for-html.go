package page

import (
	"net/http"
	"os"
	"text/template"
)

var page = template.Must(template.ParseFiles("page.html"))

func show(w http.ResponseWriter, r *http.Request) {
	if err := page.Execute(w, r.FormValue("name")); err != nil { // finds: go.security.text-template-for-html
		http.Error(w, "broken page", http.StatusInternalServerError)
	}
}

func (s *Server) list(response http.ResponseWriter, request *http.Request) {
	s.pages.ExecuteTemplate(response, "list", s.items) // finds: go.security.text-template-for-html
}

func form(w http.ResponseWriter, r *http.Request) {
	page.Execute(w, nil) // ok: go.security.text-template-for-html
}

func configuration(out *os.File) error {
	return page.Execute(out, settings) // ok: go.security.text-template-for-html
}

func plain(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/plain")
	page.Execute(w, settings) // ok: go.security.text-template-for-html
}
