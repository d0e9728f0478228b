package orders

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/http"
	"regexp"
	"strconv"
	"strings"
)

// Shop sells records; its orders lie in a database.
type Shop struct {
	db *sql.DB
}

type query struct {
	where []string
	limit int
}

var (
	columns = map[string]bool{"title": true, "year": true}
	word    = regexp.MustCompile(`^[a-z]+$`)
)

func (s *Shop) routes(mux *http.ServeMux) {
	mux.HandleFunc("/orders", s.orders)
	mux.HandleFunc("/order", s.order)
}

func (s *Shop) orders(w http.ResponseWriter, r *http.Request) {
	artist := r.URL.Query().Get("artist")
	s.db.Query("SELECT * FROM orders WHERE artist = '" + artist + "'")                    // finds: go.security.sql-injection
	s.db.Query("SELECT * FROM orders WHERE artist = ?", artist)                           // ok: go.security.sql-injection
	s.db.QueryContext(r.Context(), fmt.Sprintf("SELECT * FROM %s", r.FormValue("table"))) // finds: go.security.sql-injection

	order := r.FormValue("order")
	if !columns[order] {
		http.Error(w, "no such order", http.StatusBadRequest)
		return
	}
	s.db.Query("SELECT * FROM orders ORDER BY " + order) // ok: go.security.sql-injection
}

func (s *Shop) order(w http.ResponseWriter, r *http.Request) {
	number, err := strconv.Atoi(r.PathValue("number"))
	if err != nil {
		return
	}
	s.db.QueryRow(fmt.Sprintf("SELECT * FROM orders WHERE number = %d", number)) // ok: go.security.sql-injection

	tx, err := s.db.Begin()
	if err != nil {
		return
	}
	defer tx.Rollback()
	var text strings.Builder
	text.WriteString("DELETE FROM orders WHERE artist = '")
	text.WriteString(r.FormValue("artist"))
	text.WriteString("'")
	tx.Exec(text.String()) // finds: go.security.sql-injection

	q := query{limit: number}
	q.where = append(q.where, "title = '"+r.FormValue("title")+"'")
	run(r.Context(), s.db, q)

	name := r.FormValue("name")
	if err := check(name); err != nil {
		return
	}
	s.db.Exec("UPDATE orders SET state = 1 WHERE name = '" + name + "'") // ok: go.security.sql-injection

	switch sort := r.FormValue("sort"); sort {
	case "title", "year":
		s.db.Query("SELECT * FROM orders ORDER BY " + sort) // ok: go.security.sql-injection
	default:
		s.db.Query("SELECT * FROM orders ORDER BY " + sort) // finds: go.security.sql-injection
	}
}

func run(ctx context.Context, db *sql.DB, q query) {
	db.QueryContext(ctx, "SELECT * FROM orders WHERE "+strings.Join(q.where, " AND ")) // finds: go.security.sql-injection
}

func check(name string) error {
	if !word.MatchString(name) {
		return errors.New("a name has letters only")
	}
	return nil
}
