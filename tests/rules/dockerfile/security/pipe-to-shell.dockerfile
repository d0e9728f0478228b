FROM ubuntu:24.04
RUN apt-get update && apt-get install -y curl wget \
    # finds: dockerfile.security.pipe-to-shell
    && curl -fsSL https://deb.example.com/setup_22.x | bash - \
    && apt-get install -y nodejs
# finds: dockerfile.security.pipe-to-shell
RUN wget -qO- https://sh.example.com | sudo -E sh -s -- -y
# ok: dockerfile.security.pipe-to-shell
RUN curl -fsSL https://example.com/key.asc | gpg --dearmor -o /usr/share/keyrings/example.gpg
# ok: dockerfile.security.pipe-to-shell
RUN curl -sL https://example.com/release.json | jq -r .tag | sh-words > /version
# ok: dockerfile.security.pipe-to-shell
RUN curl -sSf https://example.com/list | python3 /usr/local/bin/parse.py
