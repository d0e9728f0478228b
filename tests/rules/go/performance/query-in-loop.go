package orders

func load(db *sql.DB, ids []int64) error {
	for _, id := range ids {
		var name string
		if err := db.QueryRow("SELECT name FROM products WHERE id = ?", id).Scan(&name); err != nil { // finds: go.performance.query-in-loop
			return err
		}
	}
	return nil
}

func (s *Store) lines(order Order) {
	for _, line := range order.Lines {
		var product Product
		s.db.First(&product, line.ProductID) // finds: go.performance.query-in-loop
		use(product)
	}
}

func once(db *sql.DB, ids []int64) error {
	rows, err := db.Query("SELECT id, name FROM products WHERE id = ANY($1)", pq.Array(ids)) // ok: go.performance.query-in-loop
	if err != nil {
		return err
	}
	for _, id := range ids {
		if _, err := db.Exec("DELETE FROM carts WHERE id = ?", id); err != nil { // ok: go.performance.query-in-loop
			return err
		}
	}
	return scan(rows)
}
