#!/usr/bin/env bash
# Our programs against the real ones of Debian: `serf` and `dig`. Installs them where that can be
# done; each part says SKIPPED where its program is missing. Run after `npm run build`.
set -euo pipefail
cd "$(dirname "$0")/.."

missing=()
command -v serf >/dev/null || missing+=(serf)
command -v dig >/dev/null || missing+=(dnsutils)
if [ "${#missing[@]}" -gt 0 ]; then
  if ! command -v apt-get >/dev/null || [ "$(id -u)" -ne 0 ]; then
    echo "SKIPPED: installing ${missing[*]} needs apt-get and root"
  elif ! { apt-get -qq update && DEBIAN_FRONTEND=noninteractive apt-get -qq -y \
    install --no-install-recommends "${missing[@]}"; } >/dev/null; then
    echo "SKIPPED: ${missing[*]} could not be installed"
  fi
fi

node interop/serf-agent.mjs
node interop/mixed-cluster.mjs
node interop/serf-command.mjs
node interop/dig.mjs
