FROM debian:bookworm-slim
ARG TINI=v0.19.0
# finds: dockerfile.security.remote-add
ADD https://github.com/krallin/tini/releases/download/${TINI}/tini /tini
# ok: dockerfile.security.remote-add
ADD --checksum=sha256:93dcc18adc78c65a028a84799ecf8ad40c936fdfc5f2a57b1acda5a8117fa82c https://example.com/tini /tini2
# ok: dockerfile.security.remote-add
ADD https.conf app.tar.gz /etc/app/
# finds: dockerfile.security.remote-add
ADD --chmod=755 ["https://example.com/wait-for", "/usr/local/bin/"]
# ok: dockerfile.security.remote-add
ADD git@github.com:example/assets.git /assets
