package vault

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/des"
	"crypto/hmac"
	"crypto/md5"
	"crypto/rand"
	"crypto/rc4"
	"crypto/rsa"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/tls"
	"io"

	"golang.org/x/crypto/chacha20poly1305"
	"golang.org/x/crypto/ssh"
)

var signingKey = []byte("8c1f0e6b2a9d")

func digests(text []byte) {
	md5.Sum(text)                      // sets: hash = md5
	sum := sha1.New()                  // sets: hash = sha1
	sum.Write(text)                    // ok
	sha256.Sum256(text)                // ok
	hmac.New(sha256.New, signingKey)   // sets: key-origin = literal
	hmac.New(sha256.New, keyOf(text))  // ok
}

func etag(text []byte) [16]byte {
	return md5.Sum(text) // ok
}

func ciphers(key, text []byte, bits int) {
	des.NewCipher(key)                                // sets: cipher = des
	des.NewTripleDESCipher(key)                       // sets: cipher = 3des
	rc4.NewCipher(key)                                // sets: cipher = rc4
	aes.NewCipher([]byte{1, 2, 3, 4, 5, 6, 7, 8})     // sets: key-origin = literal
	chacha20poly1305.New([]byte("0123456789abcdef"))  // sets: key-origin = literal
	block, err := aes.NewCipher(key)                  // ok
	if err != nil {
		return
	}
	for i := 0; i < len(text); i += 16 {
		block.Encrypt(text[i:i+16], text[i:i+16]) // sets: cipher-mode = ecb
	}
	counter := make([]byte, 16)
	block.Encrypt(counter, counter) // ok
	iv := []byte("fixed initialise")
	cipher.NewCBCEncrypter(block, iv)           // sets: nonce-origin = literal
	cipher.NewCTR(block, iv)                    // sets: nonce-origin = literal
	cipher.NewCBCDecrypter(block, text[:16])    // ok
	sealer, err := cipher.NewGCM(block)
	sealer.Seal(nil, []byte("one time"), text, nil) // sets: nonce-origin = literal
	nonce := make([]byte, sealer.NonceSize())
	io.ReadFull(rand.Reader, nonce)
	sealer.Seal(nonce, nonce, text, nil)   // ok
	rsa.GenerateKey(rand.Reader, 1024)     // sets: key-size = 1024
	rsa.GenerateKey(rand.Reader, bits)     // ok
}

func connections(insecure bool) {
	_ = &tls.Config{InsecureSkipVerify: true}                                // sets: tls-verification = False
	_ = &tls.Config{InsecureSkipVerify: insecure}                            // ok
	_ = &tls.Config{InsecureSkipVerify: true, VerifyPeerCertificate: pinned} // ok
	_ = tls.Config{MinVersion: tls.VersionTLS10}                             // sets: tls-version = tlsv1.0
	_ = tls.Config{MinVersion: tls.VersionTLS12}                             // sets: tls-version = tlsv1.2
	if insecure {
		_ = &tls.Config{InsecureSkipVerify: true} // ok
	}
	settings := &tls.Config{}
	settings.MinVersion = tls.VersionTLS11 // sets: tls-version = tlsv1.1
	_ = ssh.InsecureIgnoreHostKey()        // sets: tls-verification = no
}
