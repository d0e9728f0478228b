package letters

import (
	"net/http"
	"text/template"
)

type letter struct {
	Subject string
	Text    string
}

func send(w http.ResponseWriter, r *http.Request) {
	t, err := template.New("letter").Parse(r.FormValue("text")) // finds: go.security.template-injection
	if err != nil {
		return
	}
	t.Execute(w, letter{})
	made := letter{Subject: "hello", Text: "Dear " + r.FormValue("name")}
	template.Must(template.New("own").Parse(made.Text))    // finds: go.security.template-injection
	template.Must(template.New("own").Parse(made.Subject)) // ok: go.security.template-injection
	template.Must(template.New(made.Text).Parse("{{.}}"))  // ok: go.security.template-injection
}
