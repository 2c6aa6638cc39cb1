#!/bin/sh
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
# SUPERRES names the launcher where it is not on the PATH (qsub -v SUPERRES=...). Submit the same line again to repeat what was
# killed or failed: what is done is skipped. To submit some tasks only, set SHARDS to the number of all. Then: collect.sh OUTPUT
set -eu
input=$1 output=$2 model=$3
shift 3
exec "${SUPERRES:-superres}" batch --input "$input" --output "$output" --model "$model" \
	--shard "$SGE_TASK_ID/${SHARDS:-$SGE_TASK_LAST}" --threads "${NSLOTS:-1}" --progress "$@"
