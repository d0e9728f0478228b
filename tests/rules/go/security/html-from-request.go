package hello

import (
	"fmt"
	"io"
	"net/http"
)

func hello(w http.ResponseWriter, r *http.Request) {
	fmt.Fprintf(w, "<h1>%s</h1>", r.URL.Query().Get("title")) // finds: go.security.html-from-request
	name := r.FormValue("name")
	io.WriteString(w, "<p>"+name) // finds: go.security.html-from-request
	w.Write([]byte("<p>" + name)) // finds: go.security.html-from-request
	fmt.Fprintf(os.Stderr, "hello %s", name) // ok: go.security.html-from-request
}

func count(w http.ResponseWriter, r *http.Request) {
	fmt.Fprintf(w, "<p>%d visitors", visitors.Load()) // ok: go.security.html-from-request
}

func text(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	fmt.Fprintf(w, "hello %s", r.FormValue("name")) // ok: go.security.html-from-request
}

func greet(w http.ResponseWriter, r *http.Request) {
	name := r.PathValue("name")
	w.Write([]byte(fmt.Sprintf("hello %s", name))) // ok: go.security.html-from-request
	fmt.Fprintf(w, "hello %s", name)               // ok: go.security.html-from-request
	io.WriteString(w, "hello "+name)               // ok: go.security.html-from-request
	fmt.Fprintf(w, "%s, hello", name)              // finds: go.security.html-from-request
}
