package page

import (
	"fmt"
	"html/template"
	"net/http"
)

func greet(w http.ResponseWriter, r *http.Request) {
	name := r.FormValue("name")
	page.Execute(w, map[string]any{
		"name": template.HTML(name), // finds: go.security.html-marked-safe
		"link": template.HTML("<a href='" + name + "'>home</a>"), // finds: go.security.html-marked-safe
	})
}

func badge(user User) template.HTML {
	return template.HTML(fmt.Sprintf("<span>%s</span>", user.Name)) // finds: go.security.html-marked-safe
}

func escaped(user User) template.HTML {
	text := template.HTMLEscapeString(user.Name)
	return template.HTML("<b>" + template.HTMLEscapeString(user.Name) + "</b>") // ok: go.security.html-marked-safe
}

func constant() template.HTML {
	return template.HTML("<hr>") // ok: go.security.html-marked-safe
}

func rendered(buffer *bytes.Buffer) template.HTML {
	return template.HTML(buffer.String()) // ok: go.security.html-marked-safe
}
