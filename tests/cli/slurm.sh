#!/usr/bin/env bash
# A study as a Slurm array: slurm.sh PROGRAM SOURCE. One controller and one node on this machine, without systemd;
# six parts, two at a time, merged, must give the bytes of one process. As root: slurmd starts jobs as their users.
set -euo pipefail
program=$(realpath "$1") source=$(realpath "$2")
study=$source/tests/analysis/studies/saltelli.yaml
for tool in slurmctld slurmd sbatch squeue munged; do
  command -v "$tool" >/dev/null || { echo "$tool is not installed. Run .ci/setup-slow"; exit 1; }
done
[ "$(id -u)" -eq 0 ] || { echo "must be root"; exit 1; }

work=$(mktemp -d)
started=()
finish() {
  for pid in "${started[@]}"; do kill "$pid" 2>/dev/null || true; done
  wait
  rm -rf "$work"
}
trap finish EXIT

# A munge of its own, so that one that runs already is left alone. It insists on a folder of its user.
mkdir "$work/munge" "$work/state" "$work/spool"
head -c 1024 /dev/urandom >"$work/munge/key"
chown -R munge "$work/munge"
chmod 711 "$work"
chmod 755 "$work/munge"
chmod 400 "$work/munge/key"
setpriv --reuid=munge --regid=munge --clear-groups munged --foreground --force --key-file="$work/munge/key" \
  --socket="$work/munge/socket" --log-file="$work/munge/log" --pid-file="$work/munge/pid" --seed-file="$work/munge/seed" &
started+=($!)

host=$(hostname -s)
# Ports that nobody listens at, from the process number: several of these may run at a time.
port=$((20000 + $$ % 10000 * 2))
cat >"$work/slurm.conf" <<CONF
ClusterName=test
SlurmctldHost=$host(127.0.0.1)
SlurmUser=root
SlurmctldPort=$port
SlurmdPort=$((port + 1))
AuthType=auth/munge
AuthInfo=socket=$work/munge/socket
CredType=cred/munge
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
ReturnToService=2
MpiDefault=none
StateSaveLocation=$work/state
SlurmdSpoolDir=$work/spool
SlurmctldPidFile=$work/slurmctld.pid
SlurmdPidFile=$work/slurmd.pid
SlurmctldLogFile=$work/slurmctld.log
SlurmdLogFile=$work/slurmd.log
SchedulerParameters=sched_interval=1,batch_sched_delay=0
NodeName=$host NodeAddr=127.0.0.1 CPUs=$(nproc) State=UNKNOWN
PartitionName=all Nodes=ALL Default=YES MaxTime=INFINITE State=UP
CONF
export SLURM_CONF=$work/slurm.conf
for _ in $(seq 100); do [ -S "$work/munge/socket" ] && break; sleep 0.1; done
slurmctld -D -f "$SLURM_CONF" >"$work/slurmctld.out" 2>&1 &
started+=($!)
slurmd -D -f "$SLURM_CONF" >"$work/slurmd.out" 2>&1 &
started+=($!)
idle() { sinfo -h -o %T 2>/dev/null | grep -q idle; }
for _ in $(seq 300); do idle && break; sleep 0.1; done
idle || { echo "no node came up"; tail -n 20 "$work"/*.log "$work"/*.out; exit 1; }

# The parts find the study's folder where they were submitted.
mkdir "$work/slurm" "$work/one"
cd "$work/slurm"
ZHAIMAO=$program sbatch --array=1-6%2 --cpus-per-task=1 "$source/scenarios/studies/sweep.sbatch" "$study"
while [ -n "$(squeue -h)" ]; do sleep 0.2; done
"$program" merge "$study" -q || { cat "$work"/slurm/slurm-*.out; exit 1; }
cd "$work/one"
"$program" sweep "$study" -q -j1
for table in sweep_point sweep_outcome sensitivity; do
  cmp "$work"/{slurm,one}/runs/saltelli/tables/$table.csv
done
[ "$(ls "$work"/slurm/runs/saltelli/*6*.sqlite | wc -l)" -eq 6 ] || { echo "not six parts"; ls "$work"/slurm/runs/saltelli; exit 1; }
echo "six parts of a Slurm array, merged, are the bytes of one process"
