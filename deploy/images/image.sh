#!/bin/sh
# ./lingbao image: makes the image of a service without Docker, starts it as deploy/kubernetes does beside the running stack,
# and looks whether it is as it should be. Called by ./lingbao, which has built the service and its list of parts.
# Usage: image.sh SERVICE, with the root of the checkout in $root and a JDK 25 in $JAVA_HOME
set -eu

service=$1
home=${LINGBAO_HOME:-$root/.lingbao}
work=$root/target/images
store="--root $work/store --runroot $work/run --storage-driver vfs"
name=localhost/lingbao/$service:local
container=lingbao-$service-$$
findings=0

say() { printf '%s\n' "$*"; }
fail() {
  say "$*" >&2
  exit 1
}
found() {
  say "  NOT AS IT SHOULD BE: $*"
  findings=$((findings + 1))
}
# the list of words is meant to be split
# shellcheck disable=SC2086
build() { buildah $store "$@"; }
# shellcheck disable=SC2086
pod() { podman $store --cgroup-manager cgroupfs --runtime runc "$@"; }

[ "$(uname -sm)" = "Linux x86_64" ] || [ "$(uname -sm)" = "Linux aarch64" ] ||
  fail "Images are made on Linux; this is $(uname -sm)."
for tool in buildah podman runc; do
  command -v "$tool" >/dev/null ||
    fail "There is no $tool here: apt-get install --no-install-recommends buildah podman runc catatonit (as root)."
done
[ "$(id -u)" = 0 ] || fail "Containers are started with a memory limit, for which this must run as root."

# ---- Two images that stand in for the public ones of Containerfile.jvm where these cannot be fetched: this machine's JDK with
# ---- a shell to build in, and this machine's C library without one to run on.

libraries() { ldd "$@" 2>/dev/null | sed -n 's/.*=> \(\/[^ ]*\).*/\1/p; s/^\t\(\/[^ ]*\) (.*/\1/p' | sort -u; }

# Copies files with their paths, and what they are links to.
copy_to() {
  into=$1
  shift
  for file in "$@"; do
    mkdir -p "$into$(dirname -- "$file")"
    cp -L -- "$file" "$into$file"
  done
}

stand_in() {
  if build inspect "$1" >/dev/null 2>&1; then return; fi
  rm -rf "$work/rootfs"
  mkdir -p "$work/rootfs/tmp" "$work/rootfs/etc"
  chmod 1777 "$work/rootfs/tmp"
  printf 'root:x:0:0::/root:/none\nservice:x:1001:1001::/tmp:/none\n' >"$work/rootfs/etc/passwd"
  # words without spaces
  # shellcheck disable=SC2046
  copy_to "$work/rootfs" $(libraries "$JAVA_HOME/bin/java" "$JAVA_HOME/lib/server/libjvm.so")
  "$2"
  made=$(build from scratch)
  build copy --quiet "$made" "$work/rootfs" / >/dev/null
  if [ "$2" = with_jdk ]; then build config --env PATH=/opt/jdk/bin:/usr/bin:/bin --env JAVA_HOME=/opt/jdk "$made"; fi
  build commit --quiet --rm "$made" "$1" >/dev/null
  rm -rf "$work/rootfs"
}

with_nothing() { :; }

with_jdk() {
  mkdir -p "$work/rootfs/opt" "$work/rootfs/bin"
  # with what its links lead to: trusted certificates lie elsewhere
  cp -RL --preserve=mode,timestamps -- "$(readlink -f -- "$JAVA_HOME")" "$work/rootfs/opt/jdk"
  for tool in sh env mkdir rm sleep grep sed cat tail; do
    program=$(readlink -f -- "$(command -v "$tool")")
    # shellcheck disable=SC2046
    copy_to "$work/rootfs" $(libraries "$program")
    cp -L -- "$program" "$work/rootfs/bin/$tool"
  done
}

make_image() {
  if [ "${LINGBAO_IMAGE_BASE:-}" = public ]; then
    set --
  else
    stand_in localhost/lingbao-jdk:local with_jdk
    stand_in localhost/lingbao-base:local with_nothing
    set -- --build-arg JDK_IMAGE=localhost/lingbao-jdk:local --build-arg BASE_IMAGE=localhost/lingbao-base:local
  fi
  rm -rf "$work/context"
  mkdir -p "$work/context"
  # the context is small, and only what goes in
  cp -a "$root/$service-service/target/quarkus-app" "$work/context/"
  cp "$root/$service-service/target/sbom.json" "$work/context/"
  build bud --isolation chroot --format oci -f "$root/deploy/images/Containerfile.jvm" "$@" \
    --build-arg SERVICE="$service" \
    --build-arg REVISION="$(git -C "$root" rev-parse HEAD 2>/dev/null || echo unknown)" \
    -t "$name" "$work/context" >"$work/$service-build.log" 2>&1 ||
    fail "The image was not built; the log is $work/$service-build.log"
  rm -rf "$work/context"
}

# ---- Every jar of the service is on its list of parts.

check_parts() {
  # a jar is called as its group, its name and its version
  sed -n 's/.*"purl" : "pkg:maven\/\([^?"]*\).*/\1/p' "$root/$service-service/target/sbom.json" |
    sed 's/[/]/./; s/@/-/; s/%2B/+/g' | sort -u >"$work/parts"
  # a classifier stands behind the version
  missing=$(find "$root/$service-service/target/quarkus-app/lib" -name '*.jar' | sed 's/.*\///; s/\.jar$//' |
    awk -v parts="$work/parts" '
      BEGIN { while ((getline part <parts) > 0) known[part] = 1 }
      { listed = $0 in known
        if (!listed) for (part in known) if (index($0, part "-") == 1) listed = 1
        if (!listed) print }' | tr '\n' ' ')
  if [ -n "$missing" ]; then found "the list of parts lacks $missing"; fi
  say "  parts: $(grep -c . "$work/parts") on the list, $(find "$root/$service-service/target/quarkus-app/lib" -name '*.jar' | grep -c .) jars in lib"
}

# ---- The configuration is that of the same service of the running stack, of its first cell.

settings() {
  pid=
  for candidate in /proc/[0-9]*; do
    # processes end while they are looked at
    if { tr '\0' '\n' <"$candidate/environ"; } 2>/dev/null | grep -q "^QUARKUS_HTTP_PORT=$1\$"; then pid=${candidate#/proc/}; fi
  done
  [ -n "$pid" ] || fail "Nothing runs on port $1; ./lingbao up starts the stack that the image is tried beside."
  tr '\0' '\n' <"/proc/$pid/environ" | grep -E '^(QUARKUS|KAFKA|LINGBAO)_' |
    grep -vE '^(QUARKUS_HTTP_|LINGBAO_(HOME|PORT_OFFSET|KEYS|EXCHANGE_KEYS|JOB_CODE_KEYS)=)' >"$work/environment"
  keys=$(tr '\0' '\n' <"/proc/$pid/environ" | sed -n 's/^LINGBAO_KEYS=//p')
}

start() {
  rm -rf "$work/keys"
  cp -a -- "$keys" "$work/keys"
  chown -R 1001:1001 "$work/keys"
  # the AOT cache must be good for these very options
  options="-XX:MaxRAMPercentage=60 -XX:+ExitOnOutOfMemoryError -XX:AOTMode=on"
  started=$(date +%s%3N)
  pod run --detach --name "$container" --network host --env-file "$work/environment" \
    --env QUARKUS_HTTP_PORT="$port" --env JAVA_TOOL_OPTIONS="$options" \
    --env LINGBAO_KEYS=/etc/lingbao/keys --env LINGBAO_EXCHANGE_KEYS=/etc/lingbao/keys/exchange \
    --env LINGBAO_JOB_CODE_KEYS=/etc/lingbao/keys/job-code.json --volume "$work/keys:/etc/lingbao/keys:ro" \
    --read-only --read-only-tmpfs=false --tmpfs /tmp:rw,size=64m,mode=1777 --cap-drop all --security-opt no-new-privileges \
    --ulimit nofile=1024:1024 --ulimit nproc=4096:4096 --memory 512m --user 1001:1001 "$name" >/dev/null
  trap 'stop' EXIT
  trap 'exit 130' INT TERM
}

stop() {
  pod rm --force --time 15 "$container" >/dev/null 2>&1 || true
  rm -rf "$work/keys" "$work/environment"
}

await_ready() {
  waited=0
  until curl -fs -o "$work/ready" "http://127.0.0.1:$port/q/health/ready"; do
    waited=$((waited + 1))
    if [ "$waited" -gt 900 ] || [ "$(pod inspect --format '{{.State.Running}}' "$container")" != true ]; then
      pod logs "$container" >"$work/$service.log" 2>&1 || true
      fail "The image did not become ready; its log is $work/$service.log"
    fi
    sleep 0.2
  done
  ready=$(date +%s%3N)
}

check_confined() {
  pid=$(pod inspect --format '{{.State.Pid}}' "$container")
  status=/proc/$pid/status
  grep -qE '^Uid:\s1001\s1001\s1001' "$status" || found "it runs as $(grep '^Uid:' "$status")"
  grep -qE '^CapEff:\s0+$' "$status" || found "it has capabilities: $(grep '^CapEff:' "$status")"
  grep -qE '^NoNewPrivs:\s1' "$status" || found "it may gain rights"
  if (: >"/proc/$pid/root/app/written") 2>/dev/null; then found "its own files can be changed"; fi
  for shell in bin/sh bin/bash bin/dash bin/busybox usr/bin/sh usr/bin/bash usr/bin/env; do
    if [ -e "/proc/$pid/root/$shell" ]; then found "it has /$shell"; fi
  done
  if pod exec "$container" /bin/sh -c true >/dev/null 2>&1; then found "a shell can be started in it"; fi
  [ -s "/proc/$pid/root/sbom/$service.cdx.json" ] || found "it has no list of parts"
  memory=$(sed -n 's/^VmRSS:[^0-9]*\([0-9]*\) kB/\1/p' "$status")
}

check_labels() {
  for label in title version revision source base.name; do
    [ -n "$(pod image inspect --format "{{index .Labels \"org.opencontainers.image.$label\"}}" "$name")" ] ||
      found "it has no label org.opencontainers.image.$label"
  done
  [ "$(pod image inspect --format '{{.Config.User}}' "$name")" = 1001:1001 ] || found "it names another user than 1001"
}

# ---- Fonts and drawing need more of the JVM and of the C library than all else: a receipt of somebody who is enrolled by the
# ---- image itself, as PDF and as OFD (an archive). The keys make a second try the same enrollment.

ask() {
  curl -s -H "Authorization: Bearer $token" -H "Idempotency-Key: image-$1" -H 'Content-Type: application/json' -d "$3" \
    "http://127.0.0.1:$port/$2"
}

check_papers() {
  token=$(curl -s "http://127.0.0.1:$((8010 + offset))/realms/lingbao/protocol/openid-connect/token" -d grant_type=password \
    -d client_id=lingbao-app -d username=li.clerk -d password=lingbao | sed 's/.*"access_token":"\([^"]*\)".*/\1/')
  person=$(ask person persons '{"identityNumber":"37070219910717973X","name":"钱图","phone":"13800009731","hukou":"370702"}' |
    sed -n 's/.*"personId":"\([^"]*\)".*/\1/p')
  enrollment=$(ask enrollment enrollments '{"personId":"'"$person"'","scheme":"EMPLOYEE","place":"370700",
    "category":"OTHER_FLEXIBLE","channel":"SELF_SERVICE_TERMINAL","statements":{"pensioner":false,"employedInsured":false},
    "confirmation":{"kind":"CARD","reference":"READER-0001"}}' | sed -n 's/.*"enrollmentId":"\([^"]*\)".*/\1/p')
  for kind in pdf:%PDF- ofd:PK; do
    curl -s -H "Authorization: Bearer $token" -H "Accept: application/${kind%%:*}" -o "$work/receipt.${kind%%:*}" \
      "http://127.0.0.1:$port/enrollments/$enrollment/receipt"
    case $(head -c 5 "$work/receipt.${kind%%:*}" | tr -d '\0') in
      "${kind#*:}"*) ;;
      *) found "a receipt is no ${kind%%:*}; see $work/receipt.${kind%%:*} and $work/$service.log" ;;
    esac
  done
  pod logs "$container" >"$work/$service.log" 2>&1 || true
}

check_end() {
  pod stop --time 20 "$container" >/dev/null
  code=$(pod inspect --format '{{.State.ExitCode}}' "$container")
  # as the JVM ends when it is asked to: 128 and the signal
  [ "$code" = 143 ] || [ "$code" = 0 ] || found "asked to end, it ended with $code"
}

mkdir -p "$work"
case $service in
  enrollment) number=1 ;;
  contribution) number=2 ;;
  transfer) number=3 ;;
  job-matching) number=4 ;;
  *) fail "There is no service \"$service\", but enrollment, contribution, transfer and job-matching." ;;
esac
offset=${LINGBAO_PORT_OFFSET:-0}
port=$((9000 + offset + number))
say "$service: $name"
settings $((8370 + offset + number))
make_image
check_parts
start
await_ready
check_confined
check_labels
if [ "$service" = enrollment ]; then check_papers; fi
size=$(pod image inspect --format '{{.Size}}' "$name")
say "  size: $((size / 1000000)) MB, $(stat -c %s "$root/$service-service/target/quarkus-app/lib/main"/*.jar | awk '{s += $1} END {printf "%d", s / 1000000}') of them libraries"
say "  ready after $((ready - started)) ms with $((memory / 1024)) MB; as user 1001, its files read-only, without capabilities, without a shell"
check_end
if [ "$findings" -gt 0 ]; then
  say "$service: $findings findings"
  exit 1
fi
say "$service: as it should be"
