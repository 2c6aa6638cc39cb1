#!/bin/sh
# Serves a site to this machine alone, for a Fiji to try it:
#   update-site/serve.sh [PORT [FOLDER]]
set -eu
port=${1:-8000}
folder=${2:-$(dirname "$0")/../target/update-site}
if [ ! -f "$folder/db.xml.gz" ]; then
	echo "There is no update site in $folder. Build it first: update-site/build.sh" >&2
	exit 1
fi
echo "Add http://localhost:$port/ in Fiji: Help > Update... > Manage Update Sites > Add Unlisted Site. Ctrl+C ends."
if command -v python3 > /dev/null; then
	exec python3 -m http.server --bind 127.0.0.1 --directory "$folder" "$port"
fi
# Java 18 and later
exec jwebserver -b 127.0.0.1 -d "$(cd "$folder" && pwd)" -p "$port"
