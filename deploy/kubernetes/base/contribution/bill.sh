#!/bin/sh
# Lets contribution bill the month that has begun. The month is the key: run twice, it is issued once.
set -eu
month=$(date +%Y-%m)
token=$(curl --fail-with-body --silent --show-error --retry 5 --max-time 30 \
  --data grant_type=client_credentials --data client_id=billing --data-urlencode client_secret@/etc/lingbao/client/secret \
  "$ISSUER/protocol/openid-connect/token" | sed 's/.*"access_token":"\([^"]*\)".*/\1/')
printf 'header = "Authorization: Bearer %s"\n' "$token" |
  curl --fail-with-body --silent --show-error --max-time 2100 --config - \
    --header "Idempotency-Key: billing-$month" --header 'Content-Type: application/json' \
    --data "{\"month\": \"$month\"}" "$CONTRIBUTION/billing-runs"
