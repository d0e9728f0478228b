package main

import (
	"context"
	"database/sql"
	"net/http"
	"os/exec"
)

type store struct{ db *sql.DB }

func open() (*sql.DB, error) {
	return sql.Open("postgres", "")
}

func (s *store) find(w http.ResponseWriter, r *http.Request) {
	q := r.FormValue("q")
	ctx := context.Background()
	s.db.Query("SELECT 1 WHERE a = '" + q + "'")        // finds: request > sql
	s.db.Query("SELECT 1 WHERE a = $1", q)              // ok
	s.db.ExecContext(ctx, "DELETE FROM "+q)             // finds: request > sql
	s.db.ExecContext(ctx, "DELETE FROM t WHERE a=?", q) // ok
	stmt, err := s.db.PrepareContext(ctx, q)            // finds: request > sql
	if err != nil {
		return
	}
	stmt.Query(q) // ok
	tx, err := s.db.Begin()
	if err != nil {
		return
	}
	tx.QueryRow("SELECT " + q) // finds: request > sql
}

func second() {
	db, err := open()
	if err != nil {
		return
	}
	rows, err := db.Query("SELECT name, age FROM users")
	if err != nil {
		return
	}
	defer rows.Close()
	for rows.Next() {
		var name, other string
		rows.Scan(&name)
		db.Query("SELECT * FROM t WHERE name = '" + name + "'") // finds: database > sql
		db.Query("SELECT * FROM t WHERE name = '" + other + "'") // ok
	}
	exec.Command("true").Run() // ok
}

func handed(db interface{}, r *http.Request) {
	db.Query("SELECT " + r.FormValue("q")) // finds: request > sql
	r.URL.Query().Get("q")                 // ok
}
