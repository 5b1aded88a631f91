#!/bin/sh
# bench/run.sh [--long] [--only-postgres] [register|lists|program|encoding …]: builds the benches in the release preset and runs them
# on the disk of build/release; PostgreSQL is measured too where it is installed, with its own settings (fsync on).
set -eu
cd "$(dirname "$0")/.."
cmake --preset release -DCONGSO_BENCH=ON >/dev/null
cmake --build --preset release --target congso-bench >&2

scratch=$(mktemp -d "$PWD/build/release/bench-XXXXXX")
chmod 755 "$scratch"
postgres=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1)
as_server() { # PostgreSQL does not run as root
    if [ "$(id -u)" = 0 ]; then setpriv --reuid postgres --regid postgres --clear-groups "$@"; else "$@"; fi
}
cleanup() {
    if [ -f "$scratch/postgres/postmaster.pid" ]; then
        as_server "$postgres/pg_ctl" -D "$scratch/postgres" -m fast stop >/dev/null || true
    fi
    rm -rf "$scratch"
}
trap cleanup EXIT
trap 'exit 1' INT TERM

server=
if [ -n "$postgres" ]; then
    mkdir "$scratch/postgres" "$scratch/socket"
    if [ "$(id -u)" = 0 ]; then chown postgres "$scratch/postgres" "$scratch/socket"; fi
    as_server "$postgres/initdb" -D "$scratch/postgres" -U congso -A trust -E UTF8 --locale=C >/dev/null
    as_server "$postgres/pg_ctl" -D "$scratch/postgres" -w -l "$scratch/postgres/log" \
        -o "-c listen_addresses= -c unix_socket_directories=$scratch/socket -c max_connections=100" start >/dev/null
    server="host=$scratch/socket user=congso"
fi
echo "$(date -u +%Y-%m-%d), $(git rev-parse --short HEAD), $(nproc) processors, $(sed -n 's/^model name.*: //p' /proc/cpuinfo | head -n 1)," \
    "load $(cut -d ' ' -f 1 /proc/loadavg)"
build/release/congso-bench --scratch "$scratch" --postgres "$server" "$@"
