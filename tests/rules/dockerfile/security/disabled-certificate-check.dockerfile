FROM python:3.12
# finds: dockerfile.security.disabled-certificate-check
ENV NODE_TLS_REJECT_UNAUTHORIZED=0
RUN apt-get update && \
    # finds: dockerfile.security.disabled-certificate-check
    wget --quiet --no-check-certificate https://example.com/a.tgz && \
    # finds: dockerfile.security.disabled-certificate-check
    pip install --trusted-host pypi.example.com -r requirements.txt
# finds: dockerfile.security.disabled-certificate-check
RUN curl -fkL https://example.com/b.tgz | tar xz
# ok: dockerfile.security.disabled-certificate-check
RUN curl --fail -o check.txt https://example.com/-k && echo "use curl --insecure only at home"
# ok: dockerfile.security.disabled-certificate-check
ENV NODE_TLS_REJECT_UNAUTHORIZED=1 GIT_SSL_NO_VERIFY=false
# ok: dockerfile.security.disabled-certificate-check
RUN npm config set strict-ssl true && git config --global http.sslVerify true
