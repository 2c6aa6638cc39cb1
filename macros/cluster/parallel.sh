#!/bin/sh
# A folder of images on one machine by several processes, with GNU parallel.
#
#     parallel.sh INPUT OUTPUT MODEL [other options of superres batch]
#
# JOBS processes (2) of THREADS threads each (2) do SHARDS parts (8); one that is killed is tried again. SUPERRES names the
# launcher where it is not on the PATH. The exit status is that of the collecting step: 0 where all images have results, 3 where
# some have, else 1.
set -u
superres=${SUPERRES:-superres}
input=$1 output=$2 model=$3
shift 3
shards=${SHARDS:-8}
# status 3: some images cannot be read, which another try does not change
one='"$0" batch --shard "$1" "${@:2}"; status=$?; [ $status = 3 ] || exit $status'
seq -f "%.0f/$shards" "$shards" | SHELL=/bin/bash parallel -j "${JOBS:-2}" --retries 3 --quote bash -c "$one" "$superres" {} \
	--input "$input" --output "$output" --model "$model" --threads "${THREADS:-2}" "$@"
exec "$superres" collect --output "$output"
