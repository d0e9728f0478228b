package hook

import (
	"io"
	"net/http"
)

func hook(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(r.Body) // finds: go.security.body-read-without-limit
	handle(body, err)
}

func register(mux *http.ServeMux) {
	mux.HandleFunc("/event", func(w http.ResponseWriter, req *http.Request) {
		body, _ := io.ReadAll(req.Body) // finds: go.security.body-read-without-limit
		queue <- body
	})
}

func fetch(address string) ([]byte, error) {
	response, err := http.Get(address)
	if err != nil {
		return nil, err
	}
	defer response.Body.Close()
	return io.ReadAll(response.Body) // ok: go.security.body-read-without-limit
}

func file(r io.Reader) ([]byte, error) {
	return io.ReadAll(r) // ok: go.security.body-read-without-limit
}
