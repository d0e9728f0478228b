#!/bin/sh
# finds: generic.security.login-in-code
curl -sS -u orders:q3Lantern91 https://orders.dev/export
# finds: generic.security.login-in-code
sshpass -p 'q3Lantern91!' ssh backup@files.orders.dev true
# finds: generic.security.login-in-code
mysqldump -u root -pq3Lantern91 shop > shop.sql
# finds: generic.security.login-in-code
docker login -u builder -p OZH9DM8Lt70gXRck ghcr.io
# ok: generic.security.login-in-code
curl -u "$NAME:$PASSWORD" https://orders.dev/export
# ok: generic.security.login-in-code
curl --user-agent monitor:3 https://orders.dev/health
# ok: generic.security.login-in-code
mysqldump -u root -p shop > shop.sql
# ok: generic.security.login-in-code
docker run -u 1000:1000 -p 8080:8080 orders
# ok: generic.security.login-in-code
curl -u user:password https://orders.dev/export
