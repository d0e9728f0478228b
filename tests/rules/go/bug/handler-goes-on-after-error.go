package orders

import "net/http"

func show(w http.ResponseWriter, r *http.Request) {
	order, err := find(r)
	if err != nil {
		http.Error(w, "no such order", http.StatusNotFound) // finds: go.bug.handler-goes-on-after-error
	}
	user, ok := session(r)
	if !ok {
		http.NotFound(w, r) // finds: go.bug.handler-goes-on-after-error
	}
	render(w, order, user)
}

func good(w http.ResponseWriter, r *http.Request) {
	order, err := find(r)
	if err != nil {
		http.Error(w, "no such order", http.StatusNotFound) // ok: go.bug.handler-goes-on-after-error
		return
	}
	if err := render(w, order); err != nil {
		http.Error(w, "broken page", http.StatusInternalServerError) // ok: go.bug.handler-goes-on-after-error
	}
}
