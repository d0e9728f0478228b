#!/bin/bash
curl -k https://repo.example.com/tool.tgz -o tool.tgz # finds: shell.security.tls-verification-off
curl -fsSLk "$url" -o tool.tgz # finds: shell.security.tls-verification-off
wget --no-check-certificate "$url" # finds: shell.security.tls-verification-off
git -c http.sslVerify=false clone https://git.example.com/shop # finds: shell.security.tls-verification-off
export NODE_TLS_REJECT_UNAUTHORIZED=0 # finds: shell.security.tls-verification-off
curl -k https://localhost:8443/health # ok: shell.security.tls-verification-off
curl --cacert ca.pem "$url" # ok: shell.security.tls-verification-off
curl -fsSL "$url" # ok: shell.security.tls-verification-off
wget -k "$url" # ok: shell.security.tls-verification-off
options="-k" # ok: shell.security.tls-verification-off
curl $options "$url" # missing: shell.security.tls-verification-off
