package client

import (
	"crypto/tls"
	"crypto/x509"
	"flag"
	"net/http"

	"golang.org/x/crypto/ssh"
)

const trustAnyone = true

var insecure = flag.Bool("insecure", false, "do not check certificates")

func anyone() *http.Client {
	transport := &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: trustAnyone}} // finds: go.security.tls-not-verified
	return &http.Client{Transport: transport}
}

func old() *tls.Config {
	settings := &tls.Config{ // finds: go.security.outdated-tls, go.security.tls-not-verified
		InsecureSkipVerify: true,
		MinVersion:         tls.VersionTLS10,
	}
	return settings
}

func asked() *tls.Config {
	if *insecure {
		return &tls.Config{InsecureSkipVerify: true} // ok: go.security.tls-not-verified
	}
	return &tls.Config{InsecureSkipVerify: *insecure} // ok: go.security.tls-not-verified
}

func pinned(check func([][]byte, [][]*x509.Certificate) error) *tls.Config {
	return &tls.Config{InsecureSkipVerify: true, VerifyPeerCertificate: check} // ok: go.security.tls-not-verified
}

func newest() *tls.Config {
	settings := &tls.Config{MinVersion: tls.VersionTLS13} // ok: go.security.outdated-tls
	settings.MaxVersion = tls.VersionTLS13                // ok: go.security.outdated-tls
	return settings
}

func oldest(settings *tls.Config) {
	settings.MinVersion = tls.VersionTLS11 // finds: go.security.outdated-tls
}

func shell(user string, known ssh.HostKeyCallback) []*ssh.ClientConfig {
	trusting := ssh.InsecureIgnoreHostKey() // finds: go.security.ssh-host-unverified
	return []*ssh.ClientConfig{
		{User: user, HostKeyCallback: trusting},
		{User: user, HostKeyCallback: ssh.InsecureIgnoreHostKey()}, // finds: go.security.ssh-host-unverified
		{User: user, HostKeyCallback: known},                       // ok: go.security.ssh-host-unverified
		{User: user, HostKeyCallback: ssh.FixedHostKey(nil)},       // ok: go.security.ssh-host-unverified
	}
}

func set(options map[string]string) *tls.Config {
	settings := &tls.Config{}
	for name := range options {
		switch name {
		case "insecure":
			settings = &tls.Config{InsecureSkipVerify: true} // ok: go.security.tls-not-verified
		case "host":
			settings = &tls.Config{InsecureSkipVerify: true} // finds: go.security.tls-not-verified
		}
	}
	return settings
}
