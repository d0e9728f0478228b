FROM python:3.12-slim
# ok: dockerfile.security.secret-in-image
ARG NPM_TOKEN
# finds: dockerfile.security.secret-in-image
ARG REGISTRY_PASSWORD=Sommer2024!
# finds: dockerfile.security.secret-in-image
ENV APP_HOME=/srv/app DJANGO_SECRET_KEY="kx8!vq2mz0"
# ok: dockerfile.security.secret-in-image
ENV DB_PASSWORD=${DB_PASSWORD} TOKENIZERS_PARALLELISM=false
# ok: dockerfile.security.secret-in-image
ENV DB_PASSWORD_FILE=/run/secrets/db POSTGRES_PASSWORD="" JWT_SECRET=changeme
# ok: dockerfile.security.secret-in-image
ENV TOKEN_TTL=3600 PASSWORD_MIN_LENGTH=12
# ok: dockerfile.security.secret-in-image
ARG SETUP_TOKEN=latest
