package data

import (
	"database/sql"
	"net/http"
)

func open() (*sql.DB, error) {
	if local {
		return sql.Open("postgres", "host=db user=shop password=hr7!kupa dbname=shop") // finds: go.security.password-in-connection
	}
	return sql.Open("mysql", "root:hr7!kupa@tcp(127.0.0.1:3306)/shop") // finds: go.security.password-in-connection
}

func call(request *http.Request, settings Settings) {
	request.SetBasicAuth("shop", "hr7!kupa") // finds: go.security.password-in-connection
	request.SetBasicAuth(settings.User, settings.Password) // ok: go.security.password-in-connection
}

func configured(settings Settings) (*sql.DB, error) {
	if settings.Local {
		return sql.Open("sqlite3", "file:shop.db?cache=shared") // ok: go.security.password-in-connection
	}
	return sql.Open("postgres", fmt.Sprintf("host=%s password=%s", settings.Host, settings.Password)) // ok: go.security.password-in-connection
}
