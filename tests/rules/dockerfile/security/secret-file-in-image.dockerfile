FROM node:22 AS build
# ok: dockerfile.security.secret-file-in-image
COPY package.json package-lock.json .npmrc ./
# ok: dockerfile.security.secret-file-in-image
COPY .env.example .env.sample ./
# finds: dockerfile.security.secret-file-in-image
COPY ["deploy/.env.production", "/app/.env"]
FROM node:22-slim
# ok: dockerfile.security.secret-file-in-image
COPY --from=build /app/.env /app/
# finds: dockerfile.security.secret-file-in-image
ADD keys/id_ed25519 /root/.ssh/id_ed25519
# ok: dockerfile.security.secret-file-in-image
ADD keys/id_ed25519.pub /root/.ssh/authorized_keys
