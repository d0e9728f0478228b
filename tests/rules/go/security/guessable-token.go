package invite

import (
	cryptorand "crypto/rand"
	"encoding/hex"
	"fmt"
	"math/rand"
	"net/http"
	"time"
)

const letters = "abcdefghjkmnpqrstuvwxyz23456789"

type account struct {
	Name       string
	ResetToken string
	Colour     string
}

func word(length int) string {
	chosen := make([]byte, length)
	for i := range chosen {
		chosen[i] = letters[rand.Intn(len(letters))]
	}
	return string(chosen)
}

func strongWord(length int) (string, error) {
	chosen := make([]byte, length)
	if _, err := cryptorand.Read(chosen); err != nil {
		return "", err
	}
	return hex.EncodeToString(chosen), nil
}

func forget(of *account) {
	of.ResetToken = word(24) // finds: go.security.guessable-token
	of.Colour = word(6)      // ok: go.security.guessable-token
}

func code() string {
	source := rand.New(rand.NewSource(time.Now().UnixNano()))
	otp := fmt.Sprintf("%06d", source.Intn(1000000)) // finds: go.security.guessable-token
	return otp
}

func begin(w http.ResponseWriter, r *http.Request) {
	raw := make([]byte, 16)
	rand.Read(raw)
	sessionID := hex.EncodeToString(raw) // finds: go.security.guessable-token
	http.SetCookie(w, &http.Cookie{Name: "session", Value: sessionID, HttpOnly: true, Secure: true})
	csrfToken, err := strongWord(16) // ok: go.security.guessable-token
	if err != nil {
		return
	}
	delay := time.Duration(rand.Intn(100)) * time.Millisecond // ok: go.security.guessable-token
	time.Sleep(delay)
	fmt.Fprintln(w, csrfToken)
}
