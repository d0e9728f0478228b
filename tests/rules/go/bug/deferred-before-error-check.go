package fetch

import "net/http"

func fetch(address string) error {
	resp, err := http.Get(address)
	defer resp.Body.Close() // finds: go.bug.deferred-before-error-check
	if err != nil {
		return err
	}
	return read(resp)
}

func list(db *sql.DB) error {
	rows, err := db.Query("SELECT id FROM carts")
	defer rows.Close() // finds: go.bug.deferred-before-error-check
	if err != nil {
		return err
	}
	return scan(rows)
}

func good(address string) error {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	defer resp.Body.Close() // ok: go.bug.deferred-before-error-check
	return read(resp)
}

func other(path string) error {
	file, err := os.Open(path)
	defer log.Close() // ok: go.bug.deferred-before-error-check
	if err != nil {
		return err
	}
	return read(file)
}
