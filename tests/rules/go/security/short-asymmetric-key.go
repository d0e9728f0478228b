package keys

import (
	"crypto/dsa"
	"crypto/rand"
	"crypto/rsa"
)

func generate(parameters *dsa.Parameters) (*rsa.PrivateKey, error) {
	if err := dsa.GenerateParameters(parameters, rand.Reader, dsa.L1024N160); err != nil { // finds: go.security.short-asymmetric-key
		return nil, err
	}
	return rsa.GenerateKey(rand.Reader, 1024) // finds: go.security.short-asymmetric-key
}

func good(bits int) (*rsa.PrivateKey, error) {
	if bits == 0 {
		return rsa.GenerateKey(rand.Reader, 2048) // ok: go.security.short-asymmetric-key
	}
	return rsa.GenerateKey(rand.Reader, bits) // ok: go.security.short-asymmetric-key
}
