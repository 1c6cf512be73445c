# SPDX-License-Identifier: GPL-3.0-or-later
# A host's mounts, start and end, and the way inside. Sourced by lab.
# shellcheck shell=bash disable=SC2154

# The host's init, seen from here: supervisor (the lab's own, its number is kept) - nspawn - init. The latter two are
# new after a reboot.
leader() { # HOST
  local supervisor nspawn pid
  supervisor=$(recall "$(run_dir "$1")/supervisor.pid") || return 1
  nspawn=$(first_child "$supervisor" systemd-nspawn)
  [[ -n $nspawn ]] || return 1
  pid=$(first_child "$nspawn" systemd)
  [[ -n $pid ]] && echo "$pid"
}
is_up() { leader "$1" >/dev/null; }
need_up() { is_up "$1" || die "host $1 is not running (lab up $1)"; }

host_run() { # HOST COMMAND [ARG...]: as root in the host, not over ssh
  local pid h=$1
  shift
  pid=$(leader "$h") || die "host $h is not running (lab up $h)"
  # shellcheck disable=SC2016
  nsenter -t "$pid" -m -u -i -n -p -C -- env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
    HOME=/root USER=root LOGNAME=root SHELL=/bin/bash LANG=C.UTF-8 TERM="${TERM:-dumb}" \
    sh -c 'cd /root && exec "$@"' sh "$@" 9>&-
}

# -------------------------------------------------------------------- disks

# The mounts live in a mount namespace of the host's own and go away with its last process: nothing is left behind,
# however the host ends, and no other host holds a copy of them.
mount_layers() { # LOWER DIR: DIR/root on LOWER, DIR/srv from DIR/disk.img
  local dir=$2 dev i
  mkdir -p "$dir"/{upper,work,root,srv}
  for ((i = 1; ; i++)); do # a host just killed may still hold it
    mount -t overlay "$LAB_ID" -o "lowerdir=$1,upperdir=$dir/upper,workdir=$dir/work" -o index=on,redirect_dir=on \
      "$dir/root" && break
    ((i < 20)) || die "cannot mount $dir/root: see dmesg"
    sleep 0.25
  done
  [[ -f $dir/disk.img ]] || return 0
  for ((i = 1; ; i++)); do # another program may take the same device
    dev=$(losetup --find --show "$dir/disk.img") && break
    ((i < 10)) || die "no free loop device for $dir/disk.img"
    sleep 0.25
  done
  if ! mount -t ext4 -o acl,user_xattr "$dev" "$dir/srv"; then
    losetup -d "$dev"
    die "cannot mount $dir/disk.img"
  fi
  losetup -d "$dev" # for later: it goes away with the mount
}
disk_released() { # IMAGE: never mount one twice
  local i
  [[ -f $1 ]] || return 0
  for ((i = 0; i < 100; i++)); do
    [[ -n $(losetup -j "$1") ]] || return 0
    sleep 0.1
  done
  die "something still uses $1: see losetup -j $1"
}
discard() { rm -rf --one-file-system "$(run_dir "$1")"; } # HOST: forget what it wrote since it was pristine

# -------------------------------------------------------------------- start

# The supervisor of a host, in a mount namespace of its own: it ends when the host is off.
cmd_become_host() { # HOST
  local h=$1 run cache=$LAB_DIR/cache args rc
  run=$(run_dir "$h")
  mount_layers "$cache/$h/seed:$cache/$(host_suite "$h")/root" "$run"
  args=(
    --quiet --boot --directory="$run/root" --machine="$LAB_ID-$h" --hostname="$h"
    --network-namespace-path="/run/netns/$(netns_of "$h")" --capability=CAP_NET_ADMIN
    --register=no --keep-unit --link-journal=no --resolv-conf=off --timezone=off --console=pipe
    --kill-signal=SIGRTMIN+3
    # what root on a real server may do, and nspawn forbids: watching a file system, opening what the watch names
    --system-call-filter="fanotify_init fanotify_mark open_by_handle_at" --capability=CAP_DAC_READ_SEARCH
  )
  if [[ -f $run/disk.img ]]; then args+=(--bind="$run/srv:/srv"); fi
  while :; do
    rc=0
    env -i PATH="$PATH" SYSTEMD_NSPAWN_UNIFIED_HIERARCHY=1 SYSTEMD_LOG_LEVEL=warning setpriv --pdeathsig KILL \
      systemd-nspawn "${args[@]}" || rc=$?
    ((rc == 133)) || exit $rc # 133: it wants to be booted again
    ip -n "$(netns_of "$h")" link set eth0 down
    ip -n "$(netns_of "$h")" addr flush dev eth0
  done
}

boot_host() { # HOST
  local h=$1 run i supervisor child='' scope=()
  run=$(run_dir "$h")
  rm -f "$run/supervisor.pid"
  disk_released "$run/disk.img"
  mkdir -p "$run"
  if [[ -f $LAB_DIR/cache/$h/disk.img && ! -f $run/disk.img ]]; then
    cp --sparse=always "$LAB_DIR/cache/$h/disk.img" "$run/disk.img.new"
    mv "$run/disk.img.new" "$run/disk.img"
  fi
  cable_in "$h"
  if managed_by_systemd; then
    scope=(systemd-run --quiet --scope --collect --unit="$LAB_ID-$h.scope" -p Delegate=yes --)
  fi
  (
    trap - ERR
    exec 9>&- </dev/null >"$run/console.log" 2>&1
    if ! managed_by_systemd; then cgroup_enter "$h"; fi
    cd /
    exec env LAB_DIR="$LAB_DIR" LAB_NET="$LAB_NET" LAB_ID="$LAB_ID" setsid ${scope[@]+"${scope[@]}"} \
      unshare --mount --propagation private -- "$HERE/lab" become-host "$h"
  ) &
  supervisor=$!
  remember "$run/supervisor.pid" "$supervisor" || true
  for ((i = 0; i < 200; i++)); do
    child=$(leader "$h") && break
    kill -0 "$supervisor" 2>/dev/null || break
    sleep 0.1
  done
  if [[ -z $child ]]; then
    failed_host "$h" "did not start"
  fi
  disown "$supervisor" 2>/dev/null || true
  wait_booted "$h"
}

failed_host() { # HOST WORDS: its console is kept where `down` leaves it
  local log=$LAB_DIR/log/console-$1.log
  cp "$(run_dir "$1")/console.log" "$log" 2>/dev/null || true
  tail -n 15 "$log" >&2 || true
  halt_host "$1"
  die "host $1 $2: see $log"
}

wait_booted() { # HOST
  local h=$1 end state='' failed
  end=$((SECONDS + LAB_BOOT_TIMEOUT))
  while ((SECONDS < end)); do
    is_up "$h" || failed_host "$h" "stopped while it booted"
    state=$(host_run "$h" systemctl is-system-running 2>/dev/null || true)
    if [[ $state == running || $state == degraded ]] && ssh_answers "$h"; then
      if [[ $state == degraded ]]; then
        failed=$(host_run "$h" systemctl --failed --plain --no-legend --no-pager | awk '{ print $1 }' | paste -sd' ')
        warn "$h has failed units: $failed"
      fi
      return 0
    fi
    sleep 0.2
  done
  host_run "$h" journalctl -b --no-pager -n 40 >>"$(run_dir "$h")/console.log" 2>&1 || true
  failed_host "$h" "did not finish booting in $LAB_BOOT_TIMEOUT s (state: ${state:-none})"
}

ssh_answers() { # HOST
  local greeting
  if [[ -e $(run_dir "$1")/cut ]]; then return 0; fi # it cannot, and need not
  greeting=$(timeout 2 bash -c "exec 3<>/dev/tcp/$(host_addr "$1")/22 && head -c 4 <&3" 2>/dev/null || true)
  [[ $greeting == SSH- ]]
}

# ---------------------------------------------------------------------- end

halt_host() { # HOST: power gone, at once
  local run pid
  run=$(run_dir "$1")
  if pid=$(leader "$1"); then
    # With its init the kernel ends every process of the host; nspawn and the supervisor then end by themselves.
    kill -KILL "$pid" 2>/dev/null || true
    wait_gone "$run/supervisor.pid" 50 || true
  fi
  if pid=$(recall "$run/supervisor.pid"); then # not yet an init, or none any more
    # shellcheck disable=SC2046
    kill -KILL "$pid" $(first_child "$pid" systemd-nspawn) 2>/dev/null || true
    wait_gone "$run/supervisor.pid" 50 || warn "$pid does not end"
  fi
  rm -f "$run/supervisor.pid"
  cgroup_remove "$1"
  cable_out "$1"
  disk_released "$run/disk.img"
  # where /run is no tmpfs, nspawn leaves this empty folder
  rmdir "/run/systemd/nspawn/propagate/$LAB_ID-$1" 2>/dev/null || true
}
stop_host() { # HOST: shut down as an operator would
  local pid
  if pid=$(leader "$1"); then
    kill -s RTMIN+3 "$pid" # systemd: halt
    wait_gone "$(run_dir "$1")/supervisor.pid" 600 || warn "$1 did not shut down in 60 s: its power is cut"
  fi
  halt_host "$1"
}
