package token

import (
	cryptorand "crypto/rand"
	"math/rand"
	"net/http"
	"strconv"
	"time"
)

const letters = "abcdefghijklmnopqrstuvwxyz"

func name(n int) string {
	text := make([]byte, n)
	for i := range text {
		text[i] = letters[rand.Intn(len(letters))]
	}
	return string(text)
}

func tokens(w http.ResponseWriter) {
	token := name(16) // finds: weak-random > token
	colour := name(6) // ok
	var secret [16]byte
	rand.Read(secret[:])
	sessionKey := secret[:] // finds: weak-random > token
	source := rand.New(rand.NewSource(time.Now().UnixNano()))
	password := strconv.Itoa(source.Int())  // finds: weak-random > token
	otp := byte(rand.Intn(10))              // finds: weak-random > token
	wait := time.Duration(rand.Intn(10))    // ok
	nonce := make([]byte, 12)
	cryptorand.Read(nonce)
	resetToken := nonce // ok
	use(token, colour, sessionKey, password, otp, wait, resetToken)
}
