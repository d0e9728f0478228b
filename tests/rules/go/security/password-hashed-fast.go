package account

import (
	"crypto/md5"
	"crypto/sha256"
	"io"
)

func register(user *User, password string) {
	user.Hash = sha256.Sum256([]byte(password)) // finds: go.security.password-hashed-fast
	sum := md5.Sum([]byte(user.Salt + user.Password)) // finds: go.security.password-hashed-fast
	save(user, sum)
}

func old(pass string) string {
	h := md5.New()
	io.WriteString(h, pass) // finds: go.security.password-hashed-fast
	return hex.EncodeToString(h.Sum(nil))
}

func slow(password string) ([]byte, error) {
	return bcrypt.GenerateFromPassword([]byte(password), 12) // ok: go.security.password-hashed-fast
}

func file(body []byte) [32]byte {
	return sha256.Sum256(body) // ok: go.security.password-hashed-fast
}
