package main

import (
	"database/sql"
	"encoding/base64"
	"encoding/gob"
	"encoding/json"
	"encoding/xml"
	"io"
	"net/http"
	"os"

	"gopkg.in/yaml.v3"
)

var db *sql.DB

type search struct {
	Name  string `json:"name"`
	Limit int    `json:"limit"`
	tags  []string
}

func handler(w http.ResponseWriter, r *http.Request) {
	var asked search
	if err := json.NewDecoder(r.Body).Decode(&asked); err != nil {
		return
	}
	db.Query(asked.Name)          // finds: request > sql
	db.Query(string(asked.Limit)) // ok
	body, _ := io.ReadAll(r.Body) // finds: request > size
	var other map[string]string
	json.Unmarshal(body, &other)
	db.Query(other["name"]) // finds: request > sql
	var third search
	xml.Unmarshal(body, &third)
	db.Query(third.Name) // finds: request > sql
	var fourth search
	yaml.Unmarshal(body, &fourth)
	db.Query(fourth.Name) // finds: request > sql
	var fifth search
	db.Query(fifth.Name) // ok
	text, err := base64.StdEncoding.DecodeString(r.FormValue("text"))
	if err != nil {
		return
	}
	db.Query(string(text))                                // finds: request > sql
	db.Query(base64.StdEncoding.EncodeToString(text))     // ok
	made, _ := json.Marshal(asked)
	w.Write(made) // ok
}

func resume(w http.ResponseWriter, r *http.Request) {
	var state search
	gob.NewDecoder(http.MaxBytesReader(w, r.Body, 4096)).Decode(&state) // finds: request > deserialise
	db.Query(state.Name)                                              // finds: request > sql
}

func stored(name string) {
	file, _ := os.Open(name)
	var state search
	gob.NewDecoder(file).Decode(&state) // ok
}
