#!/bin/sh
# Builds target/update-site for all platforms.
#   update-site/build.sh                     all of a new site
#   update-site/build.sh URL-OR-FOLDER       what is new against the published site
#   update-site/build.sh URL-OR-FOLDER new   the same where nothing may be published there yet
set -eu
cd "$(dirname "$0")/.."
mvn -q package -DskipTests -Pupdate-site -Dsite.published="${1:-none}" -Dsite.new="$([ "${2:-}" = new ] && echo true || echo false)"
