package login

import (
	"fmt"
	"math/rand"
)

func start(account *Account) {
	token := fmt.Sprintf("%x", rand.Int63()) // finds: go.security.random-for-secret
	account.ResetCode = rand.Intn(1000000) // finds: go.security.random-for-secret
	mail(account, token)
}

func generateSessionID() string {
	id := make([]byte, 16)
	for i := range id {
		id[i] = letters[rand.Intn(len(letters))] // finds: go.security.random-for-secret
	}
	return string(id)
}

func dice() int {
	points := 1 + rand.Intn(6) // ok: go.security.random-for-secret
	return points
}

func jitter(base time.Duration) time.Duration {
	delay := base + time.Duration(rand.Int63n(int64(base))) // ok: go.security.random-for-secret
	return delay
}
