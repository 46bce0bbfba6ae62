#!/usr/bin/env bash
# Measures azimuth, and its peers beside it where their tools are: see README.md.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
data=$here/data
sizes=${AZIMUTH_BENCH_SIZES:-"S M L"}
peers=${AZIMUTH_PEERS:-}

swift build -c release --package-path "$here" >&2
program=$(swift build -c release --package-path "$here" --show-bin-path)/azimuth-benchmarks
mkdir -p "$data/bin"

echo "machine: $(nproc) cores, $(grep -m1 'model name' /proc/cpuinfo | cut -d: -f2 | xargs), $(free -g | awk '/^Mem/ { print $2 }') GiB, load $(cut -d' ' -f1 /proc/loadavg)"
echo "$(swift --version 2>&1 | grep -m1 'Swift version')"

has() { command -v "$1" >/dev/null; }
skip() { echo "skipped: $*"; }

# Compiles a peer's driver once; false where a library or the compiler is missing.
driver() {
  local name=$1 binary=$data/bin/$1
  shift
  [ -x "$binary" ] || "$@" -o "$binary" 2>/dev/null || { skip "$name doesn't compile here"; return 1; }
}

# Cuts a peer's JSON line to what matters.
figures() { grep '^{' | tail -1 | sed -e 's/[{}"]//g' -e 's/,/, /g'; }

peers_of() {
  local flat=$1/flat drivers=$peers/drivers
  if driver lpm_trie cc -O3 -march=native "$drivers/lpm_trie.c" -lpthread; then
    for mode in s8 bin; do "$data/bin/lpm_trie" "$flat" $mode | figures; done
  fi
  if has pkg-config && pkg-config --exists libdpdk; then
    # shellcheck disable=SC2046
    if driver lpm_dpdk cc -O3 -march=native $(pkg-config --cflags libdpdk) "$drivers/lpm_dpdk.c" $(pkg-config --libs libdpdk); then
      "$data/bin/lpm_dpdk" "$flat" 2>/dev/null | figures
    fi
  else
    skip "rte_lpm: no libdpdk-dev"
  fi
  if has bird; then bird_of "$1"; else skip "BIRD: no bird2"; fi
}

# BIRD's time to read the routes of all tables and fill them: until it counts as many as it was given.
bird_of() {
  local folder=$1 socket=$data/bird.ctl start given counted=0
  python3 "$peers/drivers/bird_conf.py" "$folder/flat" > "$data/bird.conf"
  given=$(grep -c '^ route ' "$data/bird.conf")
  start=$(date +%s.%N)
  bird -f -c "$data/bird.conf" -s "$socket" -P "$data/bird.pid" 2>/dev/null &
  local process=$!
  until [ "$counted" = "$given" ]; do
    sleep 0.01
    counted=$(birdc -s "$socket" show route table all count 2>/dev/null | awk '/^Total/ { print $2 }')
  done
  echo "BIRD: $(echo "$(date +%s.%N) - $start" | bc) s wall, $(awk '/VmHWM/ { print int($2 / 1000) " MB" }' /proc/$process/status), $counted routes"
  kill "$process"
  wait "$process" 2>/dev/null || true
}

measure() {
  local folder=$1
  "$program" load "$folder" 5
  "$program" parse "$folder" 5
  "$program" decoder "$folder" 3
  "$program" decoder-without-rules "$folder" 3
  "$program" compare "$folder" 3
  "$program" tables "$folder" 10
  "$program" next-hop "$folder" 20
  "$program" filters "$folder" 10
}

if [ -z "$peers" ] || ! has python3; then
  skip "peers and large tenants: AZIMUTH_PEERS names no folder with gen_tenant.py, or python3 is missing"
  echo; echo "== a small tenant of the benchmark's own"
  "$program" generate "$data/own"
  measure "$data/own"
  exit 0
fi

for size in $sizes; do
  folder=$data/$size
  [ -f "$folder/tenant.json" ] || python3 "$peers/gen_tenant.py" --size "$size" --out "$folder" >/dev/null
  echo; echo "== $size"
  if [ "$size" = XL ]; then
    # Pairs and peers of this size take hours and gigabytes.
    "$program" load "$folder" 3
    "$program" tables "$folder" 3
    continue
  fi
  [ -f "$folder/flat/spairs.txt" ] || python3 "$peers/flatten.py" "$folder" >/dev/null
  measure "$folder"
  peers_of "$folder"
done
