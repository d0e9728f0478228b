FROM node:22 AS assets
RUN npm ci && npm run build

# finds: dockerfile.security.no-user
FROM nginx:1.27
COPY --from=assets /app/dist /usr/share/nginx/html
CMD ["nginx", "-g", "daemon off;"]
