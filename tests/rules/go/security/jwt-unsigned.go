package login

import (
	"errors"
	"net/http"
	"os"

	"github.com/golang-jwt/jwt/v5"
)

var (
	signingKey = []byte("k-93-lantern-blue")
	loadedKey  = []byte(os.Getenv("TOKEN_KEY"))
)

func guest() (string, error) {
	token := jwt.NewWithClaims(jwt.SigningMethodNone, jwt.MapClaims{"user": "guest"}) // finds: go.security.jwt-unsigned
	return token.SignedString(jwt.UnsafeAllowNoneSignatureType)                        // finds: go.security.jwt-unsigned
}

func member(name string) (string, error) {
	token := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"user": name}) // ok: go.security.jwt-unsigned
	return token.SignedString(loadedKey)                                             // ok: go.security.jwt-unsigned, go.security.key-in-program
}

func old(name string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"user": name}).SignedString(signingKey) // finds: go.security.key-in-program
}

func anyMethod(r *http.Request) (*jwt.Token, error) {
	return jwt.Parse(r.Header.Get("Authorization"), func(token *jwt.Token) (any, error) { // finds: go.security.jwt-method-unchecked
		return loadedKey, nil
	})
}

func keyOf(token *jwt.Token) (any, error) {
	return loadedKey, nil
}

func anyMethodToo(text string, claims jwt.Claims) (*jwt.Token, error) {
	return jwt.ParseWithClaims(text, claims, keyOf) // finds: go.security.jwt-method-unchecked
}

func expectedMethod(text string, claims jwt.Claims) (*jwt.Token, error) {
	return jwt.ParseWithClaims(text, claims, keyOf, jwt.WithValidMethods([]string{"HS256"})) // ok: go.security.jwt-method-unchecked
}

func comparedMethod(text string) (*jwt.Token, error) {
	return jwt.Parse(text, func(token *jwt.Token) (any, error) { // ok: go.security.jwt-method-unchecked
		if token.Method != jwt.SigningMethodHS256 {
			return nil, errors.New("another method")
		}
		return loadedKey, nil
	})
}
