package box

import (
	"crypto/aes"
	"crypto/des"
	"crypto/rc4"
)

func old(key []byte) error {
	block, err := des.NewTripleDESCipher(key) // finds: go.security.weak-cipher
	if err != nil {
		return err
	}
	stream, err := rc4.NewCipher(key) // finds: go.security.weak-cipher
	return use(block, stream, err)
}

func good(key []byte) (cipher.AEAD, error) {
	block, err := aes.NewCipher(key) // ok: go.security.weak-cipher
	if err != nil {
		return nil, err
	}
	return cipher.NewGCM(block) // ok: go.security.weak-cipher
}
