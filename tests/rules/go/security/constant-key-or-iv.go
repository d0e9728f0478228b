package token

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/hmac"
)

var store = sessions.NewCookieStore([]byte("shop-cookie-key")) // finds: go.security.constant-key-or-iv

func sign(token *jwt.Token) (string, error) {
	return token.SignedString([]byte("shop-signing-key")) // finds: go.security.constant-key-or-iv
}

func encrypt(text []byte) (cipher.Stream, error) {
	block, err := aes.NewCipher([]byte("0123456789abcdef")) // finds: go.security.constant-key-or-iv
	if err != nil {
		return nil, err
	}
	return cipher.NewCTR(block, []byte("fedcba9876543210")), nil // finds: go.security.constant-key-or-iv
}

func loaded(settings Settings) hash.Hash {
	return hmac.New(sha256.New, []byte(settings.Key)) // ok: go.security.constant-key-or-iv
}

func seal(aead cipher.AEAD, text []byte) []byte {
	nonce := make([]byte, aead.NonceSize())
	rand.Read(nonce)
	return aead.Seal(nonce, nonce, text, []byte("header")) // ok: go.security.constant-key-or-iv
}
