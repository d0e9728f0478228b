package license

import (
	"crypto/hmac"
	"crypto/md5"
	"crypto/sha1"
	"crypto/sha256"
	"encoding/hex"
	"hash"
	"io"
	"net/http"
)

// Seal says that a licence is ours.
func Seal(licence, key []byte) string {
	sum := sha1.Sum(append(key, licence...)) // finds: go.security.broken-hash
	return hex.EncodeToString(sum[:])
}

func pick(old bool) hash.Hash {
	if old {
		return md5.New() // finds: go.security.broken-hash
	}
	return sha256.New() // ok: go.security.broken-hash
}

func SealWithKey(licence, key []byte) []byte {
	mac := hmac.New(sha1.New, key) // ok: go.security.broken-hash
	mac.Write(licence)
	return mac.Sum(nil)
}

// writeETag names a page, so that a browser need not fetch it again.
func writeETag(w http.ResponseWriter, page []byte) {
	sum := md5.Sum(page) // ok: go.security.broken-hash
	w.Header().Set("ETag", hex.EncodeToString(sum[:]))
}

func fileChecksum(r io.Reader) ([]byte, error) {
	digest := sha1.New() // ok: go.security.broken-hash
	_, err := io.Copy(digest, r)
	return digest.Sum(nil), err
}
