#!/bin/sh
# Lets contribution bill the month that has begun, and waits until it has. Each day, for each day something becomes due; what
# is billed stays billed once. The day is the key: tried again, it is the same run.
set -eu
month=$(date +%Y-%m)
day=$(date +%Y-%m-%d)

api() {
  token=$(curl --fail-with-body --silent --show-error --retry 5 --max-time 30 \
    --data grant_type=client_credentials --data client_id=billing --data-urlencode client_secret@/etc/lingbao/client/secret \
    "$ISSUER/protocol/openid-connect/token" | sed 's/.*"access_token":"\([^"]*\)".*/\1/')
  printf 'header = "Authorization: Bearer %s"\n' "$token" |
    curl --fail-with-body --silent --show-error --retry 5 --max-time 60 --config - "$@"
}

field() {
  sed "s/.*\"$1\":\"\([^\"]*\)\".*/\1/"
}

run=$(api --header "Idempotency-Key: billing-$day" --header 'Content-Type: application/json' \
  --data "{\"month\": \"$month\"}" "$CONTRIBUTION/billing-runs" | field runId)
while :; do
  seen=$(api "$CONTRIBUTION/billing-runs/$run")
  printf '%s\n' "$seen"
  if [ "$(printf '%s' "$seen" | field status)" = DONE ]; then exit 0; fi
  sleep 10
done
