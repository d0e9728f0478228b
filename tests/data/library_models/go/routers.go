package main

import (
	"database/sql"
	"net/http"

	"github.com/go-chi/chi/v5"
	"github.com/gorilla/mux"
)

var db *sql.DB

func main() {
	router := chi.NewRouter()
	router.Get("/users/{id}", user)
	router.Post("/users", func(w http.ResponseWriter, r *http.Request) {
		db.Query(r.FormValue("name")) // finds: request > sql
	})
	http.ListenAndServe(":80", router)
}

func user(w http.ResponseWriter, r *http.Request) {
	id := chi.URLParam(r, "id")
	db.Query("SELECT * FROM t WHERE id = " + id)             // finds: request > sql
	db.Query("SELECT * FROM t WHERE id = ?", id)             // ok
	db.Query("SELECT " + mux.Vars(r)["name"])                // finds: request > sql
	db.Query("SELECT ?", mux.Vars(r)["name"])                // ok
	vars := mux.Vars(r)
	http.Redirect(w, r, "/users/"+vars["id"], http.StatusFound) // ok
}
