#!/bin/sh
#SBATCH --job-name=superres
#SBATCH --array=1-2
#SBATCH --gres=gpu:1
#SBATCH --cpus-per-task=4
#SBATCH --mem=8G
#SBATCH --time=12:00:00
#SBATCH --requeue
#SBATCH --output=superres-%A_%a.log
#SBATCH --open-mode=append
# A folder of images on SLURM, with a GPU for each task of the array; all else is as in slurm-cpu.sh. It needs the GPU
# engine (superres engine): a task that finds no GPU fails, and says why.
#
#     sbatch slurm-gpu.sh INPUT OUTPUT MODEL [other options of superres batch]
set -eu
[ $# -ge 3 ] || { echo "Usage: sbatch slurm-gpu.sh INPUT OUTPUT MODEL [other options of superres batch]" >&2; exit 2; }
shard=${SLURM_ARRAY_TASK_ID:?is not set. Submit this script by sbatch, with --array.}/${SHARDS:-$SLURM_ARRAY_TASK_MAX}
superres=${SUPERRES:-superres}
command -v "$superres" >/dev/null || { echo "$superres was not found. Set SUPERRES to the launcher's path." >&2; exit 127; }
input=$1 output=$2 model=$3
shift 3
exec "$superres" batch --input "$input" --output "$output" --model "$model" --shard "$shard" --device gpu --progress "$@"
