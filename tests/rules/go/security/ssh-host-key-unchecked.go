package deploy

import "golang.org/x/crypto/ssh"

func open(host string) (*ssh.Client, error) {
	return ssh.Dial("tcp", host, &ssh.ClientConfig{
		User:            "deploy",
		HostKeyCallback: ssh.InsecureIgnoreHostKey(), // finds: go.security.ssh-host-key-unchecked
	})
}

func lax() *ssh.ClientConfig {
	return &ssh.ClientConfig{
		HostKeyCallback: func(host string, addr net.Addr, key ssh.PublicKey) error { return nil }, // finds: go.security.ssh-host-key-unchecked
	}
}

func strict(known ssh.HostKeyCallback) *ssh.ClientConfig {
	if known == nil {
		return &ssh.ClientConfig{HostKeyCallback: ssh.FixedHostKey(hostKey)} // ok: go.security.ssh-host-key-unchecked
	}
	return &ssh.ClientConfig{HostKeyCallback: known} // ok: go.security.ssh-host-key-unchecked
}

func asked(allowUnknownHosts bool, known ssh.HostKeyCallback) ssh.HostKeyCallback {
	if allowUnknownHosts {
		return ssh.InsecureIgnoreHostKey() // ok: go.security.ssh-host-key-unchecked
	}
	return known
}
