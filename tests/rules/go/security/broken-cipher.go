package vault

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/des"
	"crypto/rand"
	"crypto/rc4"
	"crypto/rsa"
	"errors"
	"io"
	"os"
)

const pepper = "tall-lamp-4471-q"

var fixed = []byte{0x10, 0x22, 0x31, 0x4f, 0x5a, 0x6b, 0x77, 0x81, 0x9c, 0xa0, 0xbb, 0xc3, 0xd2, 0xe1, 0xf0, 0x0f}

type Vault struct {
	key   []byte
	block cipher.Block
}

func Old(key []byte) (*Vault, error) {
	block, err := des.NewTripleDESCipher(key) // finds: go.security.broken-cipher
	return &Vault{block: block}, err
}

func Open() (*Vault, error) {
	key, err := os.ReadFile("/etc/vault/key")
	if err != nil {
		return nil, err
	}
	block, err := aes.NewCipher(key) // ok: go.security.broken-cipher, go.security.key-in-program
	return &Vault{key, block}, err
}

func OpenDefault() (*Vault, error) {
	block, err := aes.NewCipher([]byte(pepper)) // finds: go.security.key-in-program
	return &Vault{block: block}, err
}

func OpenFrom(environment string) (*Vault, error) {
	key := os.Getenv(environment)
	if key == "" {
		return nil, errors.New("no key")
	}
	block, err := aes.NewCipher([]byte(key)) // ok: go.security.key-in-program
	return &Vault{block: block}, err
}

func stream(key, text []byte) error {
	codec, err := rc4.NewCipher(key) // finds: go.security.broken-cipher
	if err == nil {
		codec.XORKeyStream(text, text)
	}
	return err
}

func known(text []byte) {
	codec, _ := rc4.NewCipher(fixed) // finds: go.security.key-in-program, go.security.broken-cipher
	codec.XORKeyStream(text, text)
}

// Each block alone.
func (v *Vault) lockBlocks(text []byte) []byte {
	size := v.block.BlockSize()
	locked := make([]byte, len(text))
	for begin, end := 0, size; begin < len(text); begin, end = begin+size, end+size {
		v.block.Encrypt(locked[begin:end], text[begin:end]) // finds: go.security.ecb-mode
	}
	return locked
}

func lockAll(key, text []byte) ([]byte, error) {
	block, err := aes.NewCipher(key)
	if err != nil {
		return nil, err
	}
	for i := 0; i+aes.BlockSize <= len(text); i += aes.BlockSize {
		block.Encrypt(text[i:], text[i:]) // finds: go.security.ecb-mode
	}
	return text, nil
}

// A keystream of a counter, which is no ECB.
func keystream(block cipher.Block, counter uint64) []byte {
	in, out := make([]byte, 16), make([]byte, 16)
	block.Encrypt(out, in)         // ok: go.security.ecb-mode
	block.Encrypt(out[:16], in[:]) // ok: go.security.ecb-mode
	return out
}

func (v *Vault) lockChained(text []byte) []byte {
	locked := make([]byte, len(text))
	cipher.NewCBCEncrypter(v.block, fixed).CryptBlocks(locked, text) // finds: go.security.nonce-in-program
	return locked
}

func seal(sealer cipher.AEAD, text []byte) ([]byte, error) {
	nonce := []byte("vault-000001")
	first := sealer.Seal(nil, nonce, text, nil) // finds: go.security.nonce-in-program
	own := make([]byte, sealer.NonceSize())
	if _, err := io.ReadFull(rand.Reader, own); err != nil {
		return nil, err
	}
	return append(first, sealer.Seal(own, own, text, nil)...), nil // ok: go.security.nonce-in-program
}

func unlock(block cipher.Block, text []byte) cipher.Stream {
	return cipher.NewCTR(block, text[:16]) // ok: go.security.nonce-in-program
}

func pair(bits int) (*rsa.PrivateKey, error) {
	if bits == 0 {
		return rsa.GenerateKey(rand.Reader, 1024) // finds: go.security.small-key
	}
	small := 512
	if _, err := rsa.GenerateKey(rand.Reader, small); err != nil { // finds: go.security.small-key
		return nil, err
	}
	if bits < 2048 {
		return rsa.GenerateKey(rand.Reader, 2048) // ok: go.security.small-key
	}
	return rsa.GenerateKey(rand.Reader, bits) // ok: go.security.small-key
}

func blocks(key []byte) (cipher.Block, error) {
	return aes.NewCipher(key) // ok: go.security.broken-cipher
}
