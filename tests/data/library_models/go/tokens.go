package login

import (
	"net/http"
	"os"

	"github.com/golang-jwt/jwt/v5"
	"github.com/gorilla/sessions"
)

const secret = "letmein-5521"

var store = sessions.NewCookieStore([]byte(secret))             // sets: key-origin = literal
var other = sessions.NewCookieStore([]byte(os.Getenv("KEY")))   // finds: environment > credential

func sign(claims jwt.Claims) (string, error) {
	token := jwt.NewWithClaims(jwt.SigningMethodHS256, claims) // ok
	unsigned := jwt.NewWithClaims(jwt.SigningMethodNone, claims) // sets: jwt-algorithm = none
	unsigned.SignedString(jwt.UnsafeAllowNoneSignatureType)      // sets: jwt-algorithm = none
	token.SignedString([]byte(os.Getenv("KEY")))                 // finds: environment > credential
	return token.SignedString([]byte(secret))                    // sets: key-origin = literal
}

func check(r *http.Request) {
	text := r.Header.Get("Authorization")
	jwt.Parse(text, func(token *jwt.Token) (any, error) { // sets: jwt-verification = any-method, key-origin = literal
		return []byte(secret), nil
	})
	jwt.Parse(text, func(token *jwt.Token) (any, error) { // ok
		if _, ok := token.Method.(*jwt.SigningMethodHMAC); !ok {
			return nil, errWrong
		}
		return keyOf(token), nil
	})
	jwt.Parse(text, keyOf, jwt.WithValidMethods([]string{"HS256"})) // ok
	store.Options = &sessions.Options{HttpOnly: false, Secure: true} // sets: cookie-http-only = False, cookie-secure = True
}
