package basket

import (
	"bytes"
	"encoding/base64"
	"encoding/gob"
	"encoding/json"
	"net/http"
	"os"
)

type Basket struct{ Items []any }

func resume(w http.ResponseWriter, r *http.Request) {
	var basket Basket
	if err := gob.NewDecoder(r.Body).Decode(&basket); err != nil { // finds: go.security.gob-from-stranger
		return
	}
	show(w, basket)
}

func fromCookie(w http.ResponseWriter, r *http.Request) {
	cookie, err := r.Cookie("basket")
	if err != nil {
		return
	}
	text, _ := base64.StdEncoding.DecodeString(cookie.Value)
	var basket Basket
	decoder := gob.NewDecoder(bytes.NewReader(text))
	decoder.Decode(&basket) // finds: go.security.gob-from-stranger
	show(w, basket)
}

func fromBody(w http.ResponseWriter, r *http.Request) {
	var basket Basket
	json.NewDecoder(r.Body).Decode(&basket) // ok: go.security.gob-from-stranger
	show(w, basket)
}

func fromDisk(path string) (basket Basket, err error) {
	file, err := os.Open(path)
	if err != nil {
		return
	}
	defer file.Close()
	err = gob.NewDecoder(file).Decode(&basket) // ok: go.security.gob-from-stranger
	return
}
