FROM debian:12
# finds: dockerfile.bug.apt-update-alone
RUN apt-get update
RUN apt-get install -y curl
# finds: dockerfile.bug.apt-update-alone
RUN set -eux && apt-get -y update && apt-get clean
# ok: dockerfile.bug.apt-update-alone
RUN apt-get update && \
    apt-get install -y jq
# ok: dockerfile.bug.apt-update-alone
RUN apt-get update && ./scripts/bootstrap.sh
