package main

import (
	"bytes"
	"database/sql"
	"net/http"
	"regexp"
	"strconv"
	"strings"
)

var (
	db   *sql.DB
	word = regexp.MustCompile(`^\w+$`)
	odd  = regexp.MustCompile(`[^a-z0-9]`)
)

func handler(w http.ResponseWriter, r *http.Request) {
	q := r.FormValue("q")
	db.Query(strings.TrimSpace(q))             // finds: request > sql
	db.Query(strings.Join([]string{"a", q}, "")) // finds: request > sql
	db.Query(strings.Split(q, ",")[0])         // finds: request > sql
	before, _, found := strings.Cut(q, "=")
	if found {
		db.Query(before) // finds: request > sql
	}
	n, err := strconv.Atoi(q)
	if err != nil {
		return
	}
	db.Query("SELECT " + strconv.Itoa(n)) // ok
	db.Query("SELECT " + q)               // ok
}

func build(w http.ResponseWriter, r *http.Request) {
	q := r.FormValue("q")
	var text strings.Builder
	text.WriteString("SELECT ")
	db.Query(text.String()) // ok
	text.WriteString(q)
	db.Query(text.String()) // finds: request > sql
	buffer := bytes.NewBufferString(q)
	db.Query(buffer.String()) // finds: request > sql
	if word.MatchString(q) {
		db.Query(q) // ok
	}
	db.Query(odd.ReplaceAllString(q, "")) // ok
	if strings.HasPrefix(q, "a") {
		db.Query(q) // finds: request > sql
	}
	_ = make([]byte, n(q)) // finds: request > size
	_ = make([]byte, len(q)) // ok
}

func n(text string) int {
	number, _ := strconv.Atoi(text)
	return number
}
