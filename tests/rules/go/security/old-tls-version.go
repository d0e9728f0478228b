package client

import "crypto/tls"

var names = map[uint16]string{
	tls.VersionTLS10: "TLS 1.0", // ok: go.security.old-tls-version
	tls.VersionTLS13: "TLS 1.3",
}

func old(config *tls.Config) *tls.Config {
	config.MinVersion = tls.VersionTLS11 // finds: go.security.old-tls-version
	return &tls.Config{
		MinVersion: tls.VersionTLS10, // finds: go.security.old-tls-version
		MaxVersion: tls.VersionTLS13, // ok: go.security.old-tls-version
	}
}

func isOld(state tls.ConnectionState) bool {
	return state.Version == tls.VersionTLS10 // ok: go.security.old-tls-version
}
