#!/bin/sh
# A folder of images on one machine by several processes, with GNU parallel.
#
#     parallel.sh INPUT OUTPUT MODEL [other options of superres batch]
#
# JOBS processes (2) of THREADS threads each (2) do SHARDS parts (8); one that is killed or has images that fail is tried
# three times. SUPERRES names the launcher where it is not on the PATH. The exit status is that of the collecting step: 0
# where all images have results, 3 where some have, else 1.
set -eu
[ $# -ge 3 ] || { echo "Usage: parallel.sh INPUT OUTPUT MODEL [other options of superres batch]" >&2; exit 2; }
superres=${SUPERRES:-superres} shards=${SHARDS:-8}
command -v "$superres" >/dev/null || { echo "$superres was not found. Set SUPERRES to the launcher's path." >&2; exit 127; }
parallel --version 2>/dev/null | grep -q GNU || { echo "GNU parallel was not found. Install it." >&2; exit 127; }
input=$1 output=$2 model=$3
shift 3
set -- batch --input "$input" --output "$output" --model "$model" --threads "${THREADS:-2}" "$@"
# What is wrong with the options is said once, not by each part.
"$superres" "$@" --shard "1/$shards" --list_only >/dev/null || exit
seq "$shards" | PARALLEL_SHELL=/bin/sh parallel -j "${JOBS:-2}" --retries 3 --quote \
	"$superres" "$@" --shard "{}/$shards" || true # the collecting step says what is missing
exec "$superres" collect --output "$output"
