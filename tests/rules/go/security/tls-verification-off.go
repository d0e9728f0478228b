package client

import (
	"crypto/tls"
	"net/http"
)

func client(config *tls.Config) *http.Client {
	config.InsecureSkipVerify = true // finds: go.security.tls-verification-off
	return &http.Client{Transport: &http.Transport{
		TLSClientConfig: &tls.Config{
			MinVersion:         tls.VersionTLS12,
			InsecureSkipVerify: true, // finds: go.security.tls-verification-off
		},
	}}
}

func configurable(options Options) *tls.Config {
	config := &tls.Config{InsecureSkipVerify: options.Insecure} // ok: go.security.tls-verification-off
	if options.SkipVerify {
		config.InsecureSkipVerify = true // ok: go.security.tls-verification-off
	}
	return config
}

func parse(config *tls.Config, option string) {
	switch option {
	case "insecure_skip_verify":
		config.InsecureSkipVerify = true // ok: go.security.tls-verification-off
	}
}

func pinned() *tls.Config {
	return &tls.Config{
		InsecureSkipVerify:    true, // ok: go.security.tls-verification-off
		VerifyPeerCertificate: checkPin,
	}
}

func byIdentity(id string) *dynamic.ServersTransport {
	return &dynamic.ServersTransport{
		InsecureSkipVerify: true, // ok: go.security.tls-verification-off
		PeerCertSANs:       []traefiktls.SAN{{Type: traefiktls.SANURIType, Value: id}},
	}
}
