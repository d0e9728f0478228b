FROM golang:1.23 AS build
# ok: dockerfile.security.root-user
USER root
RUN go build -o /out/server ./cmd/server

FROM build AS test
USER nobody
RUN go test ./...

FROM debian:bookworm-slim AS runtime
# ok: dockerfile.security.root-user
USER root
RUN apt-get update && apt-get install -y ca-certificates
USER app
COPY --from=build /out/server /usr/local/bin/server

FROM runtime
# finds: dockerfile.security.root-user
USER 0:0
RUN chown -R app /srv
ENTRYPOINT ["/usr/local/bin/server"]
