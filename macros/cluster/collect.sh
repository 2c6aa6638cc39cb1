#!/bin/sh
#$ -S /bin/sh
#$ -N superres-collect
#$ -cwd
#$ -j y
# After an array job: checks that each image has a whole result, and joins the tables of the shards in superres-batch.csv.
#
#     collect.sh OUTPUT
#     sbatch --dependency=afterany:JOB collect.sh OUTPUT
#     qsub -hold_jid superres collect.sh OUTPUT
#
# The exit status is 0 where all images have results, 3 where some have, else 1.
set -eu
[ $# -eq 1 ] || { echo "Usage: collect.sh OUTPUT" >&2; exit 2; }
superres=${SUPERRES:-superres}
command -v "$superres" >/dev/null || { echo "$superres was not found. Set SUPERRES to the launcher's path." >&2; exit 127; }
exec "$superres" collect --output "$1"
