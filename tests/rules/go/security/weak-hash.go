package files

import (
	"crypto/hmac"
	"crypto/md5"
	"crypto/sha1"
	"crypto/sha256"
)

func sign(body []byte) string {
	sum := md5.Sum(body) // finds: go.security.weak-hash
	return hex.EncodeToString(sum[:])
}

func id(r io.Reader) ([]byte, error) {
	digest := sha1.New() // finds: go.security.weak-hash
	_, err := io.Copy(digest, r)
	return digest.Sum(nil), err
}

func strong(body, key []byte) []byte {
	mac := hmac.New(sha1.New, key) // ok: go.security.weak-hash
	mac.Write(body)
	sum := sha256.Sum256(body) // ok: go.security.weak-hash
	return mac.Sum(sum[:])
}

func etag(body []byte) string {
	sum := md5.Sum(body) // ok: go.security.weak-hash
	return hex.EncodeToString(sum[:])
}
