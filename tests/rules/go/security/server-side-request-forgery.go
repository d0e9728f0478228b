package feeds

import (
	"net/http"
	"net/url"
	"strings"
)

var hosts = []string{"https://news.example/", "https://blog.example/"}

func fetch(w http.ResponseWriter, r *http.Request) {
	http.Get(r.FormValue("feed")) // finds: go.security.server-side-request-forgery

	client := &http.Client{}
	req, err := http.NewRequestWithContext(r.Context(), http.MethodGet, "https://"+r.FormValue("host")+"/feed", nil) // finds: go.security.server-side-request-forgery
	if err != nil {
		return
	}
	client.Do(req)

	http.Get("https://news.example/feed?tag=" + url.QueryEscape(r.FormValue("tag"))) // ok: go.security.server-side-request-forgery
	http.Get("https://news.example/" + r.FormValue("path"))                          // ok: go.security.server-side-request-forgery
	feed := r.FormValue("own")
	if !strings.HasPrefix(feed, "https://blog.example/") {
		return
	}
	http.Get(feed) // ok: go.security.server-side-request-forgery
}
