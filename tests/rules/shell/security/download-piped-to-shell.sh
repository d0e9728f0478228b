#!/usr/bin/env bash
set -euo pipefail

curl -fsSL https://get.example.com/agent.sh | sh # finds: shell.security.download-piped-to-shell
wget -qO- https://get.example.com/agent.sh | sudo -E bash - # finds: shell.security.download-piped-to-shell
bash <(curl -s https://get.example.com/agent.sh) # finds: shell.security.download-piped-to-shell
sh -c "$(curl -fsSL https://get.example.com/agent.sh)" # finds: shell.security.download-piped-to-shell
source <(curl -s https://get.example.com/lib.sh) # finds: shell.security.download-piped-to-shell
curl -fsSL https://api.example.com/orders | python3 # finds: shell.security.download-piped-to-shell

curl -fsSL https://api.example.com/orders | python3 -m json.tool # ok: shell.security.download-piped-to-shell
curl -fsSLo agent.sh https://get.example.com/agent.sh # ok: shell.security.download-piped-to-shell
curl -fsSL https://get.example.com/agent.tgz | tar xz # ok: shell.security.download-piped-to-shell
echo "curl https://get.example.com | sh" # ok: shell.security.download-piped-to-shell
version=$(curl -s https://api.example.com/version) # ok: shell.security.download-piped-to-shell
curl -s https://api.example.com/list | xargs -n1 sh -c 'echo "$0"' # ok: shell.security.download-piped-to-shell
curl -s "$url" > agent.sh; bash agent.sh # missing: shell.security.download-piped-to-shell
