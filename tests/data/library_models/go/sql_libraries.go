package main

import (
	"context"
	"net/http"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/jmoiron/sqlx"
	"gorm.io/gorm"
)

type user struct{ Name string }

func handler(db *sqlx.DB, pool *pgxpool.Pool, orm *gorm.DB, r *http.Request) {
	q := r.FormValue("q")
	ctx := context.Background()
	var users []user
	db.Select(&users, "SELECT * FROM users WHERE name = '"+q+"'") // finds: request > sql
	db.Select(&users, "SELECT * FROM users WHERE name = ?", q)    // ok
	db.MustExec("DELETE FROM " + q)                               // finds: request > sql
	pool.Query(ctx, "SELECT * FROM users WHERE name = '"+q+"'")   // finds: request > sql
	pool.Query(ctx, "SELECT * FROM users WHERE name = $1", q)     // ok
	pool.Exec(ctx, "DROP TABLE "+pgx.Identifier{q}.Sanitize())    // ok
	orm.Where("name = '" + q + "'").Find(&users)                  // finds: request > sql
	orm.Where("name = ?", q).Find(&users)                         // ok
	orm.Model(&user{}).Order(q).Find(&users)                      // finds: request > sql
	orm.Raw("SELECT "+q).Scan(&users)                             // finds: request > sql
}
