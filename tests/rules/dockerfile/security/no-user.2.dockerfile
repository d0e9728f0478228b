# finds: dockerfile.security.no-user
FROM alpine:3.20
RUN apk add --no-cache postfix
ENTRYPOINT ["postfix", "start-fg"]
