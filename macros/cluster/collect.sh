#!/bin/sh
# After an array job: checks that each image has a whole result, and joins the tables of the shards in superres-batch.csv.
#
#     collect.sh OUTPUT
#     sbatch --dependency=afterany:JOB collect.sh OUTPUT
#
# The exit status is 0 where all images have results, 3 where some have, else 1.
exec "${SUPERRES:-superres}" collect --output "$1"
