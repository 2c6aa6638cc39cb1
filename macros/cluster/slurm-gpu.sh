#!/bin/sh
#SBATCH --job-name=superres
#SBATCH --array=1-2
#SBATCH --gres=gpu:1
#SBATCH --cpus-per-task=4
#SBATCH --mem=8G
#SBATCH --time=12:00:00
#SBATCH --requeue
#SBATCH --output=superres-%A_%a.log
# A folder of images on SLURM, with a GPU for each task of the array; all else is as in slurm-cpu.sh.
#
#     sbatch slurm-gpu.sh INPUT OUTPUT MODEL [other options of superres batch]
set -eu
input=$1 output=$2 model=$3
shift 3
exec "${SUPERRES:-superres}" batch --input "$input" --output "$output" --model "$model" \
	--shard "$SLURM_ARRAY_TASK_ID/${SHARDS:-$SLURM_ARRAY_TASK_MAX}" --progress "$@"
