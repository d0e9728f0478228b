package main

import (
	"bufio"
	"database/sql"
	"fmt"
	"io"
	"net/http"
)

var db *sql.DB

func handler(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(io.LimitReader(r.Body, 1<<20))
	if err != nil {
		return
	}
	db.Query(string(body)) // finds: request > sql
	reader := bufio.NewReader(r.Body)
	line, err := reader.ReadString('\n')
	db.Query(line) // finds: request > sql
	scanner := bufio.NewScanner(r.Body)
	for scanner.Scan() {
		db.Query(scanner.Text()) // finds: request > sql
	}
	db.Query(fmt.Sprintf("SELECT %d", len(body))) // ok
	db.Query(fmt.Sprintf("SELECT %v", string(body))) // finds: request > sql
	err = fmt.Errorf("no such thing: %s", body)
	db.Query(err.Error())             // finds: error > sql
	db.Query(fmt.Sprint("a", 1, err)) // ok
}

func limits(w http.ResponseWriter, r *http.Request) {
	io.ReadAll(r.Body) // finds: request > size
	r.Body = http.MaxBytesReader(w, r.Body, 1<<20)
	io.ReadAll(r.Body) // ok
	limited := &io.LimitedReader{R: r.Body, N: 1 << 10}
	io.ReadAll(limited) // ok
	io.Copy(io.Discard, r.Body) // ok
}
