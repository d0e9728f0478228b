FROM debian:12 AS build
# ok: dockerfile.performance.apt-lists-kept
RUN apt-get update && apt-get install -y build-essential

FROM debian:12-slim
# ok: dockerfile.performance.apt-lists-kept
RUN apt-get update && apt-get install -y ca-certificates && rm -rf /var/lib/apt/lists/*
# ok: dockerfile.performance.apt-lists-kept
RUN --mount=type=cache,target=/var/lib/apt apt-get update && apt-get install -y tini
RUN set -eux; \
    # finds: dockerfile.performance.apt-lists-kept
    apt-get update; \
    apt-get install -y --no-install-recommends libpq5; \
    apt-get clean
# finds: dockerfile.performance.apt-lists-kept
RUN apt -qq update && apt install -y git
