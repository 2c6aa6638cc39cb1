#!/bin/sh
#$ -S /bin/sh
#$ -N superres
#$ -t 1-8
#$ -pe smp 4
#$ -l h_rt=12:00:00
#$ -r y
#$ -cwd
#$ -j y
# A folder of images on Sun Grid Engine and its successors: each task of the array does its shard.
#
#     qsub sge.sh INPUT OUTPUT MODEL [other options of superres batch]
#
# SUPERRES names the launcher where it is not on the PATH (qsub -v SUPERRES=...). Submit the same line again to repeat what
# was killed or failed: what is done is skipped. To submit some tasks only, set SHARDS to the number of all. Then:
# collect.sh OUTPUT
set -eu
[ $# -ge 3 ] || { echo "Usage: qsub sge.sh INPUT OUTPUT MODEL [other options of superres batch]" >&2; exit 2; }
shard=${SGE_TASK_ID:?is not set. Submit this script by qsub, with -t.}/${SHARDS:-$SGE_TASK_LAST}
superres=${SUPERRES:-superres}
command -v "$superres" >/dev/null || { echo "$superres was not found. Set SUPERRES to the launcher's path." >&2; exit 127; }
input=$1 output=$2 model=$3
shift 3
exec "$superres" batch --input "$input" --output "$output" --model "$model" --shard "$shard" --threads "${NSLOTS:-1}" \
	--progress "$@"
