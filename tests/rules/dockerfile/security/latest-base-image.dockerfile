ARG RELEASE=latest
# finds: dockerfile.security.latest-base-image
FROM golang AS build
RUN go build -o /server ./...
# ok: dockerfile.security.latest-base-image
FROM build AS checked
RUN go vet ./...
# finds: dockerfile.security.latest-base-image
FROM --platform=$BUILDPLATFORM registry.example.com:5000/base/python:${RELEASE} AS tools
# ok: dockerfile.security.latest-base-image
FROM registry.example.com:5000/base/python:3.12 AS pinned
# ok: dockerfile.security.latest-base-image
FROM alpine@sha256:beefdbd8a1da6d2915566fde36db9db0b524eb737fc57cd1367effd16dc0d06d AS digest
# ok: dockerfile.security.latest-base-image
FROM scratch
COPY --from=checked /server /server
