# SPDX-License-Identifier: GPL-3.0-or-later
# Messages, what the lab needs of the machine, its folder, processes told for sure, cgroups. Sourced by lab.
# shellcheck shell=bash disable=SC2154

note() { [[ -n ${LAB_QUIET:-} ]] || printf 'lab: %s\n' "$*" >&2; }
warn() { printf 'lab: warning: %s\n' "$*" >&2; }
die() {
  printf 'lab: %s\n' "$*" >&2
  exit 1
}
usage_die() {
  printf 'lab: %s (see "lab help")\n' "$*" >&2
  exit 2
}
on_error() {
  local rc=$? # keep first
  printf 'lab: failed at line %s: %s (exit %s)\n' "$1" "$2" "$rc" >&2
}
trap 'on_error "${BASH_SOURCE[0]##*/}:$LINENO" "$BASH_COMMAND"' ERR

# START, as $EPOCHREALTIME
seconds_since() { awk -v a="$1" -v b="$EPOCHREALTIME" 'BEGIN { printf "%.1f", b - a }'; }

# What the hosts are.
host_number() { # the last number of its address
  case $1 in old) echo 11 ;; new) echo 12 ;; jump) echo 13 ;; esac
}
host_addr() { echo "$LAB_NET.$(host_number "$1")"; }
host_disk() { # size of its data disk on /srv; empty: none
  case $1 in old | new) echo 1G ;; esac
}
host_suite() {
  case $1 in old) echo bullseye ;; *) echo bookworm ;; esac
}
need_host() {
  local h
  for h in "${ALL_HOSTS[@]}"; do
    if [[ $h == "${1:-}" ]]; then return 0; fi
  done
  usage_die "there is no host '${1:-}': the hosts are ${ALL_HOSTS[*]}"
}
run_dir() { echo "$LAB_DIR/run/$1"; }
netns_of() { echo "$LAB_ID-$1"; }
port_of() { echo "$LAB_ID-$1"; } # the bridge's end of the host's cable

each_host() { # FUNCTION HOST...: all at once; false when one fails
  local what=$1 h pids=() pid rc=0
  shift
  for h in "$@"; do
    (
      trap - ERR
      "$what" "$h"
    ) &
    pids+=($!)
  done
  for pid in "${pids[@]}"; do wait "$pid" || rc=1; done
  return "$rc"
}

# ------------------------------------------------------------- preconditions

need_root() { [[ $EUID == 0 ]] || die "needs root"; }

NEEDED=(
  mmdebstrap:mmdebstrap systemd-nspawn:systemd-container ip:iproute2 tc:iproute2 ssh:openssh-client
  ssh-keygen:openssh-client nsenter:util-linux setpriv:util-linux setsid:util-linux flock:util-linux losetup:mount
  mountpoint:util-linux mkfs.ext4:e2fsprogs setfacl:acl setfattr:attr setcap:libcap2-bin sqlite3:sqlite3
  python3:python3-minimal pgrep:procps cc:gcc
)
need_tools() {
  local pair missing=()
  for pair in "${NEEDED[@]}"; do
    command -v "${pair%%:*}" >/dev/null || missing+=("${pair#*:}")
  done
  [[ -f /usr/share/keyrings/debian-archive-keyring.gpg ]] || missing+=(debian-archive-keyring)
  if ((${#missing[@]})); then
    die "missing packages: $(printf '%s\n' "${missing[@]}" | sort -u | paste -sd' ') (lab install-tools installs them)"
  fi
}
cmd_install_tools() {
  need_root
  local pair name packages=(debian-archive-keyring libc6-dev) missing=()
  for pair in "${NEEDED[@]}"; do packages+=("${pair#*:}"); done
  for name in $(printf '%s\n' "${packages[@]}" | sort -u); do
    [[ $(dpkg-query -W -f '${db:Status-Status}' "$name" 2>/dev/null) == installed ]] || missing+=("$name")
  done
  if ((${#missing[@]})); then
    apt-get update -qq || die "the package lists could not be fetched"
    DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends "${missing[@]}" >/dev/null ||
      die "these packages could not be installed: ${missing[*]}"
  fi
  note "the tools are installed"
}

# What a machine (or a container started with few rights) may lack, said before anything is built.
need_kernel() {
  local no="this machine cannot run the lab:"
  unshare --mount --net true 2>/dev/null ||
    die "$no no namespaces can be made (a container needs to be privileged: CAP_SYS_ADMIN)"
  [[ -e /dev/loop-control ]] || die "$no there is no /dev/loop-control"
  grep -qw overlay /proc/filesystems || modprobe overlay 2>/dev/null || die "$no its kernel has no overlayfs"
  cgroup_roots >/dev/null
}

prepare_dir() {
  if [[ ! -e $LAB_DIR/$MARK ]]; then
    [[ ! -d $LAB_DIR || -z $(ls -A "$LAB_DIR") ]] || die "$LAB_DIR is not empty and no lab's folder: set LAB_DIR"
    mkdir -p "$LAB_DIR"
    echo 'The test lab owns this folder; "lab purge" removes it.' >"$LAB_DIR/$MARK"
  fi
  chmod 755 "$LAB_DIR"
  # Whoever speaks to this lab next names its folder alone.
  [[ -s $LAB_DIR/settings ]] || echo "$LAB_NET $LAB_ID" >"$LAB_DIR/settings"
  mkdir -p "$LAB_DIR"/{keys,log,bin}
  own_filesystem
  [[ -L $LAB_DIR/cache ]] || mkdir -p "$LAB_DIR"/{cache,run}
}

# The hosts' roots are overlays, which cannot lie on an overlay (as most containers are): there, on a disk in a file.
own_filesystem() {
  local fs
  fs=$(stat -f -c %T "$LAB_DIR")
  case $fs in
  nfs | fuseblk | msdos) die "$LAB_DIR is on $fs, which cannot hold the hosts' disks: set LAB_DIR to another folder" ;;
  overlayfs)
    if [[ ! -s $LAB_DIR/fs.img ]]; then
      truncate -s 8G "$LAB_DIR/fs.new"
      mkfs.ext4 -q -m 0 "$LAB_DIR/fs.new"
      mv "$LAB_DIR/fs.new" "$LAB_DIR/fs.img"
    fi
    mkdir -p "$LAB_DIR/fs"
    mountpoint -q "$LAB_DIR/fs" || mount -o loop "$LAB_DIR/fs.img" "$LAB_DIR/fs"
    mkdir -p "$LAB_DIR"/fs/{cache,run}
    ln -sfn fs/cache "$LAB_DIR/cache"
    ln -sfn fs/run "$LAB_DIR/run"
    ;;
  esac
}

lock() { # one command that changes the lab at a time
  exec 9>"$LAB_DIR/lock"
  flock -w "${LAB_LOCK_TIMEOUT:-900}" 9 || die "another lab command is still at work in $LAB_DIR"
}

# -------------------------------------------------- processes, told for sure

# A process is known by its number and its start time, so that a number that the kernel gave to another process
# meanwhile is never signalled.
start_time() { # PID
  local stat
  stat=$(cat "/proc/$1/stat" 2>/dev/null) || return 1
  stat=${stat##*) }
  # shellcheck disable=SC2086
  set -- $stat
  echo "${20}"
}
remember() { # FILE PID
  local t
  t=$(start_time "$2") || return 1
  echo "$2 $t" >"$1"
}
recall() { # FILE -> PID, if that very process still runs; a zombie does not
  local pid t
  [[ -s $1 ]] || return 1
  read -r pid t <"$1"
  [[ $(start_time "$pid" || true) == "$t" ]] || return 1
  [[ $(sed 's/.*) //; s/ .*//' "/proc/$pid/stat" 2>/dev/null) != Z ]] || return 1
  echo "$pid"
}
kill_remembered() { # FILE
  local pid
  if pid=$(recall "$1"); then
    kill -KILL "$pid" 2>/dev/null || true
    wait_gone "$1" 100 || warn "process $pid does not end"
  fi
  rm -f "$1"
}
wait_gone() { # FILE TENTHS
  local i
  for ((i = 0; i < $2; i++)); do
    recall "$1" >/dev/null || return 0
    sleep 0.1
  done
  return 1
}
first_child() { pgrep -P "$1" -x "$2" | head -n1 || true; } # PID NAME

# ------------------------------------------------------------------ cgroups

# systemd in a host wants a cgroup tree of its own. Two kinds of machine: one whose init is systemd (the host becomes a
# delegated scope), and one where nobody manages cgroups (the lab makes a folder of its own there).
managed_by_systemd() { [[ -d /run/systemd/system ]]; }
cgroup_roots() {
  local t
  if [[ -d /sys/fs/cgroup/unified/ ]]; then
    echo /sys/fs/cgroup/unified
    if [[ -d /sys/fs/cgroup/systemd ]]; then echo /sys/fs/cgroup/systemd; fi
  else
    t=$(findmnt -n -t cgroup2 -o TARGET | head -n1)
    [[ -n $t ]] || die "this machine cannot run the lab: no cgroup2 is mounted"
    echo "$t"
  fi
}
cgroup_enter() { # HOST: the calling shell, and with it the host
  local r
  while read -r r; do
    mkdir -p "$r/$LAB_ID/$1"
    echo "$BASHPID" >"$r/$LAB_ID/$1/cgroup.procs"
  done < <(cgroup_roots)
}
cgroup_remove() { # HOST
  local r
  if managed_by_systemd; then return 0; fi
  while read -r r; do
    if [[ -d $r/$LAB_ID/$1 ]]; then
      if [[ -w $r/$LAB_ID/$1/cgroup.kill ]]; then echo 1 >"$r/$LAB_ID/$1/cgroup.kill" || true; fi
      remove_cgroup "$r/$LAB_ID/$1"
    fi
    if [[ -d $r/$LAB_ID ]]; then rmdir "$r/$LAB_ID" 2>/dev/null || true; fi # others may be up
  done < <(cgroup_roots)
}
remove_cgroup() { # FOLDER: from the leaves up; the kernel may lag behind a kill
  local i
  for ((i = 0; i < 50; i++)); do
    find "$1" -depth -type d -exec rmdir {} + 2>/dev/null || true
    [[ -d $1 ]] || return 0
    sleep 0.1
  done
  warn "cgroup $1 is still in use"
}
