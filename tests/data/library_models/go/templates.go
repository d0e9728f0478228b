package main

import (
	"fmt"
	"html"
	"html/template"
	"net/http"
	"os"
	texttemplate "text/template"
)

var page = template.Must(template.New("page").Parse("<p>{{.}}</p>"))

func handler(w http.ResponseWriter, r *http.Request) {
	name := r.FormValue("name")
	page.Execute(w, name)                              // ok
	page.Execute(w, template.HTML(name))               // finds: request > html
	page.Execute(w, template.HTML(html.EscapeString(name))) // ok
	template.New("own").Parse("<b>" + name + "</b>")   // finds: request > template
	template.New(name).Parse("<b>{{.}}</b>")           // ok
	fmt.Fprintf(w, "<p>%s</p>", html.EscapeString(name)) // ok
	fmt.Fprintf(w, "<p>%s</p>", html.UnescapeString(name)) // finds: request > html
	fmt.Fprintf(w, "<p>%s</p>", template.HTMLEscapeString(name)) // ok
	page.Execute(w, template.URL(name))                // finds: request > link
}

func letters(w http.ResponseWriter, r *http.Request) {
	page := texttemplate.Must(texttemplate.New("page").Parse("<h1>{{.}}</h1>"))
	page.Execute(w, r.FormValue("name"))                               // finds: request > html
	page.ExecuteTemplate(w, "page", map[string]string{"n": r.Host})    // finds: request > html
	page.Execute(w, "fixed")                                           // ok
	page.Execute(os.Stdout, r.FormValue("name"))                       // ok
	page.Execute(w, html.EscapeString(r.FormValue("name")))            // ok
}
