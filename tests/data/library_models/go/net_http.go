package main

import (
	"database/sql"
	"fmt"
	"io"
	"net/http"
	"net/url"
)

var db *sql.DB

func handler(w http.ResponseWriter, r *http.Request) {
	db.Query(r.FormValue("a"))                      // finds: request > sql
	db.Query(r.URL.Query().Get("a"))                // finds: request > sql
	db.Query(r.Header.Get("X-Name"))                // finds: request > sql
	db.Query(r.Form["a"][0])                        // finds: request > sql
	db.Query(r.PathValue("id"))                     // finds: request > sql
	db.Query(r.Host)                                // finds: request > sql
	db.Query(r.Method)                              // ok
	db.Query(w.Header().Get("X-Name"))              // ok
	c, err := r.Cookie("name")
	if err != nil {
		return
	}
	db.Query(c.Value) // finds: request > sql
	body, err := io.ReadAll(r.Body) // finds: request > size
	if err != nil {
		return
	}
	db.Query(string(body)) // finds: request > sql
	_, header, err := r.FormFile("file")
	if err == nil {
		db.Query(header.Filename) // finds: request > sql, upload > sql
	}
	for name, values := range r.Header {
		db.Query(name)      // finds: request > sql
		db.Query(values[0]) // finds: request > sql
	}
}

func page(w http.ResponseWriter, r *http.Request) {
	name := r.FormValue("name")
	w.Write([]byte("<p>" + name))            // finds: request > html
	fmt.Fprintf(w, "<b>%s</b>", name)        // finds: request > html
	fmt.Fprint(w, name)                      // finds: request > html
	io.WriteString(w, name)                  // finds: request > html
	fmt.Fprintf(w, "hello %s", name)         // ok
	fmt.Fprintf(w, "<p>%d</p>", len(name))   // ok
	http.Error(w, name, http.StatusNotFound) // ok
}

func text(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	fmt.Fprint(w, r.FormValue("name")) // ok
}

func address(w http.ResponseWriter, r *http.Request) {
	next := r.FormValue("next")
	http.Redirect(w, r, next, http.StatusFound)            // finds: request > redirect
	http.Redirect(w, r, "/shop/"+next, http.StatusFound)   // ok
	http.Redirect(w, r, r.URL.Path+"/", http.StatusFound)  // ok
	w.Header().Set("X-Next", next)                         // ok
	w.Header().Set("Location", next)                       // finds: request > redirect
	http.ServeFile(w, r, "/srv/"+next)                     // finds: request > path
	http.SetCookie(w, &http.Cookie{Name: "a", Value: "b"}) // sets: cookie-secure = False, cookie-http-only = False
	http.SetCookie(w, &http.Cookie{Name: "a", Secure: true, HttpOnly: true}) // sets: cookie-secure = True, cookie-http-only = True
}

func ask(w http.ResponseWriter, r *http.Request) {
	http.Get(r.FormValue("url"))                          // finds: request > url
	http.Get("https://api.example/" + r.FormValue("path")) // ok
	req, err := http.NewRequest("GET", r.FormValue("url"), nil) // finds: request > url
	if err != nil {
		return
	}
	db.Query(req.URL.Path) // ok
	answer, err := http.DefaultClient.Do(req)
	if err != nil {
		return
	}
	db.Query(answer.Header.Get("X-Name")) // finds: network > sql
}

func fails(w http.ResponseWriter, r *http.Request) {
	err := run(r)
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError) // finds: error > response
		http.Error(w, err.Error(), http.StatusBadRequest)          // ok
		http.Error(w, "no", http.StatusInternalServerError)        // ok
	}
}

func moved(address *url.URL, path string) string {
	other := *address
	other.Path = path
	return other.String()
}

func elsewhere(w http.ResponseWriter, r *http.Request) {
	http.Redirect(w, r, moved(r.URL, "/shop"), http.StatusFound)       // ok
	http.Redirect(w, r, r.URL.Query().Get("next"), http.StatusFound)   // finds: request > redirect
	http.Redirect(w, r, r.URL.Query()["next"][0], http.StatusFound)    // finds: request > redirect
}
