package users

import (
	"database/sql"
	"fmt"
	"net/http"
)

func byName(db *sql.DB, name string) (*sql.Rows, error) {
	return db.Query("SELECT id, name FROM users WHERE name = '" + name + "'") // finds: go.security.sql-built-from-strings
}

func quoted(db *sql.DB, name string) (*sql.Rows, error) {
	return db.Query("SELECT id FROM users WHERE name = \"" + name + "\"") // finds: go.security.sql-built-from-strings
}

func login(db *sql.DB, r *http.Request) *sql.Row {
	query := fmt.Sprintf("select * from users where login = '%s' and role = 'user'", r.FormValue("login"))
	return db.QueryRow(query) // finds: go.security.sql-built-from-strings
}

func (s *Store) rename(ctx context.Context, id int, name string) error {
	_, err := s.db.ExecContext(ctx, fmt.Sprintf(`UPDATE users SET name = '%s' WHERE id = %d`, name, id)) // finds: go.security.sql-built-from-strings
	return err
}

func search(db *gorm.DB, term string) {
	db.Where("title LIKE '%" + term + "%'").Find(&notes) // finds: go.security.sql-built-from-strings
	db.Where(fmt.Sprintf("owner = '%s'", term)).Find(&notes) // finds: go.security.sql-built-from-strings
	db.Where("title LIKE ?", "%"+term+"%").Find(&notes) // ok: go.security.sql-built-from-strings
}

func bound(db *sql.DB, name string, limit int) (*sql.Rows, error) {
	if _, err := db.Exec("DELETE FROM notes WHERE name = ?", name); err != nil { // ok: go.security.sql-built-from-strings
		return nil, err
	}
	if _, err := db.Exec(fmt.Sprintf("SELECT * FROM %s WHERE name = ?", tableUsers), name); err != nil { // ok: go.security.sql-built-from-strings
		return nil, err
	}
	return db.Query("SELECT * FROM users "+"WHERE name = $1 LIMIT $2", name, limit) // ok: go.security.sql-built-from-strings
}

func limited(db *sql.DB, limit int) (*sql.Rows, error) {
	return db.Query(fmt.Sprintf("SELECT * FROM users ORDER BY id LIMIT %d", limit)) // ok: go.security.sql-built-from-strings
}

func notSQL(values url.Values, client *Client) {
	client.Get("select a shop from " + values.Encode()) // ok: go.security.sql-built-from-strings
}

func builder(db *sql.DB, name string) (*sql.Rows, error) {
	var query strings.Builder
	query.WriteString("SELECT * FROM users WHERE name = '")
	query.WriteString(name)
	return db.Query(query.String()) // missing: go.security.sql-built-from-strings
}
