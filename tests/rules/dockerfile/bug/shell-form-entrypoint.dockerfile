FROM debian:12 AS base
# ok: dockerfile.bug.shell-form-entrypoint
ENTRYPOINT /bin/true
FROM base
# finds: dockerfile.bug.shell-form-entrypoint
ENTRYPOINT python -m service \
    --port 80
