FROM node:22 AS build
# ok: dockerfile.performance.apt-recommended-packages
RUN apt-get update && apt-get install -y python3 make g++

FROM node:22-slim
# ok: dockerfile.performance.apt-recommended-packages
RUN apt-get update && apt-get install --no-install-recommends -y tini
RUN apt-get update \
    # finds: dockerfile.performance.apt-recommended-packages
    && apt-get -y install \
        libvips42 \
    && rm -rf /var/lib/apt/lists/*
# finds: dockerfile.performance.apt-recommended-packages
RUN apt-get -qq install -y jq
# ok: dockerfile.performance.apt-recommended-packages
RUN if apt-get install -s example-extra > /dev/null; then echo "apt-get install foo"; fi
