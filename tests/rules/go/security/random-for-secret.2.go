package login

import "crypto/rand"

func strong() []byte {
	token := make([]byte, 32)
	rand.Read(token) // ok: go.security.random-for-secret
	return token
}
