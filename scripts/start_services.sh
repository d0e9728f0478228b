#!/usr/bin/env bash
# Makes sure that what the tests talk to is there: PostgreSQL, Redis and RabbitMQ on this machine. What runs is left
# alone; what does not is started, from Debian's packages, which root gets where they are missing.
set -euo pipefail

answers() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

install() {
  if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
    echo "The tests need $1 on this machine. Install and start it (Debian: apt-get install $1)." >&2
    exit 2
  fi
  apt-get update -q >&2
  DEBIAN_FRONTEND=noninteractive apt-get install -y -q "$1" >&2
}

wait_for() {
  for _ in $(seq 100); do
    answers "$1" && return
    sleep 0.2
  done
  echo "$2 was started and does not answer on port $1." >&2
  exit 2
}

start_postgresql() {
  if ! command -v pg_ctlcluster >/dev/null; then
    install postgresql
    # A server that only this machine reaches, for tests: it asks for no password.
    sed -i 's/^\(host.*127\.0\.0\.1\/32.*\)scram-sha-256$/\1trust/' /etc/postgresql/*/main/pg_hba.conf
  fi
  pg_ctlcluster --skip-systemctl-redirect "$(ls /etc/postgresql | sort -n | tail -1)" main restart
}

start_redis() {
  command -v redis-server >/dev/null || install redis-server
  answers 6379 || redis-server --daemonize yes --bind 127.0.0.1 --port 6379 --save "" --appendonly no >/dev/null
}

start_rabbitmq() {
  command -v rabbitmq-server >/dev/null || install rabbitmq-server
  answers 5672 || rabbitmq-server -detached
}

answers 5432 || { start_postgresql && wait_for 5432 PostgreSQL; }
answers 6379 || { start_redis && wait_for 6379 Redis; }
answers 5672 || { start_rabbitmq && wait_for 5672 RabbitMQ; }
