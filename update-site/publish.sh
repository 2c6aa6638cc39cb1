#!/bin/sh
# Publishes target/update-site by the official uploader:
#   SITE_PASSWORD=... update-site/publish.sh [--dry-run] FIJI SITE URL USER
# FIJI: folder of a fresh, updated Fiji that is used for nothing else; SITE: the site's name; URL: its address, with a slash
# at the end; USER: who may upload there. First comes a dry run, then the gate; only what passes both is uploaded.
# Variables: FIJI_LAUNCHER, if the launcher has another name; OTHER_SITES, a file with lines NAME=ADDRESS of the sites whose
# files ours must not touch (default: other-sites.txt beside this script).
set -eu

fail() {
	echo "publish.sh: $1" >&2
	exit 1
}

upload=true
if [ "${1:-}" = --dry-run ]; then
	upload=false
	shift
fi
[ $# -eq 4 ] || fail "expected [--dry-run] FIJI SITE URL USER, got $# arguments"
fiji=$1 site=$2 url=$3 user=$4
case $url in
	*/) ;;
	*) fail "the address must end with a slash: $url" ;;
esac
if $upload && [ -z "${SITE_PASSWORD:-}" ]; then
	fail "there is no password: set SITE_PASSWORD, or try --dry-run"
fi

here=$(cd "$(dirname "$0")" && pwd)
project=$(dirname "$here")
built=$project/target
[ -f "$built/update-site/db.xml.gz" ] || fail "there is no update site: run $here/build.sh first"

launcher=${FIJI_LAUNCHER:-}
for name in fiji fiji-linux-x64 fiji-linux-arm64 ImageJ-linux64; do
	if [ -z "$launcher" ] && [ -x "$fiji/$name" ]; then launcher=$fiji/$name; fi
done
[ -n "$launcher" ] || fail "no launcher in $fiji: name it by FIJI_LAUNCHER"

# Java's own variable reaches it through every launcher
updater() {
	JAVA_TOOL_OPTIONS="-Dscijava.ignoreDependencies=true ${JAVA_TOOL_OPTIONS:-}" "$launcher" --headless --update "$@"
}

tool() {
	command=$1
	shift
	java -cp "$built/classes:$(echo "$built"/app/host/picocli-*.jar)" sc.fiji.superres.site.Main "$command" \
		--site="$built/update-site" --models="$project/models" "$@"
}

# without the password, which only the upload needs
updater edit-update-site "$site" "$url" "webdav:$user" .
updater update
tool stage --app="$built/app" --engines="$built/engines" --licence="$project/LICENSE.txt" \
	--third-parties="$here/THIRD-PARTIES.txt" --fiji="$fiji"

dry_run=$built/dry-run.txt
rm -f "$dry_run"
updater upload-complete-site --simulate --force "$site" > "$dry_run" 2>&1 || {
	cat "$dry_run" >&2
	fail "the dry run failed: nothing was uploaded"
}
cat "$dry_run"

set --
while IFS= read -r other; do
	case $other in
		'' | '#'*) ;;
		*) set -- "$@" "--other=$other" ;;
	esac
done < "${OTHER_SITES:-$here/other-sites.txt}"
tool gate --dry-run="$dry_run" "$@" || fail "refused by the gate: nothing was uploaded"

if ! $upload; then
	echo "A dry run: nothing was uploaded."
	exit 0
fi
# Fiji keeps the password in its folder: not longer than it must
trap 'updater edit-update-site "$site" "$url" "webdav:$user" .' EXIT
updater edit-update-site "$site" "$url" "webdav:$user:$SITE_PASSWORD" .
updater upload-complete-site --force "$site"
