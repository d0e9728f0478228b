package guestbook

import (
	"database/sql"
	"fmt"
	"html"
	"net/http"
)

var db *sql.DB

func entries(w http.ResponseWriter, r *http.Request) {
	rows, err := db.Query("SELECT author, text FROM entries")
	if err != nil {
		return
	}
	defer rows.Close()
	for rows.Next() {
		var author, text string
		if rows.Scan(&author, &text) != nil {
			return
		}
		fmt.Fprintf(w, "<h1>%s</h1>", author)                    // finds: go.security.stored-cross-site-scripting
		fmt.Fprintf(w, "<p>%s</p>", html.EscapeString(text))      // ok: go.security.stored-cross-site-scripting
		db.Exec("INSERT INTO seen VALUES ('" + author + "')")     // finds: go.security.second-order-sql-injection
		db.Exec("UPDATE entries SET seen = 1 WHERE author = ?", author) // ok: go.security.second-order-sql-injection
	}
}

func newest(w http.ResponseWriter, r *http.Request) {
	var title string
	var count int
	db.QueryRow("SELECT title, count FROM pages").Scan(&title, &count)
	w.Write([]byte("<h1>" + title))           // finds: go.security.stored-cross-site-scripting
	fmt.Fprintf(w, "<p>%d entries</p>", count) // ok: go.security.stored-cross-site-scripting
	db.Query("SELECT * FROM pages WHERE title = '" + title + "'")          // finds: go.security.second-order-sql-injection
	db.Query(fmt.Sprintf("SELECT * FROM pages ORDER BY title LIMIT %d", count)) // ok: go.security.second-order-sql-injection
}
