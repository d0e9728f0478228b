package pages

import (
	"encoding/json"
	"fmt"
	"html/template"
	"net/http"

	"github.com/labstack/echo/v4"
)

func greet(w http.ResponseWriter, r *http.Request) {
	name := r.URL.Query().Get("name")
	fmt.Fprintf(w, "<h1>Hello, %s</h1>", name)                                // finds: go.security.cross-site-scripting
	fmt.Fprintf(w, "<h1>Hello, %s</h1>", template.HTMLEscapeString(name))     // ok: go.security.cross-site-scripting
	fmt.Fprintf(w, "Hello, %s", name)                                         // ok: go.security.cross-site-scripting
	w.Write([]byte(banner(name)))                                             // finds: go.security.cross-site-scripting
}

func banner(name string) string {
	return "<div>" + name + "</div>"
}

func answer(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "application/json")
	w.Write([]byte(`{"name": "` + r.FormValue("name") + `"}`)) // ok: go.security.cross-site-scripting
	json.NewEncoder(w).Encode(r.FormValue("name"))             // ok: go.security.cross-site-scripting
}

func trusted(w http.ResponseWriter, r *http.Request) {
	page := template.Must(template.New("page").Parse("<p>{{.}}</p>"))
	page.Execute(w, r.FormValue("text"))                // ok: go.security.cross-site-scripting
	page.Execute(w, template.HTML(r.FormValue("text"))) // finds: go.security.cross-site-scripting
}

func shown(c echo.Context) error {
	return c.HTML(http.StatusOK, "<p>"+c.QueryParam("q")+"</p>") // finds: go.security.cross-site-scripting
}
