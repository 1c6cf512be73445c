# SPDX-License-Identifier: GPL-3.0-or-later
# What the hosts are booted from: a root folder for each Debian release (layer 1), and what makes a host of it: name,
# keys, accounts, the data disk (layer 2). Each is made again only when what it is made of has changed. Sourced by lab.
# shellcheck shell=bash disable=SC2154

# ------------------------------------------------------------------ mirrors

# The mirror is the one that this machine's own package sources name.
# shellcheck disable=SC2016
mirror() { # archive|security
  local own site codename label
  # shellcheck disable=SC1091
  own=$(. /etc/os-release && echo "$VERSION_CODENAME")
  while read -r site codename label; do
    case $1:$label in
    archive:Debian) if [[ $codename == "$own" ]]; then echo "${site%/}" && return 0; fi ;;
    security:Debian-Security) echo "${site%/}" && return 0 ;;
    esac
  done < <(apt-get indextargets --format '$(REPO_URI) $(CODENAME) $(LABEL)' 'Created-By: Packages')
  return 1
}
serves() { # MIRROR SUITE
  local tmp rc=0
  tmp=$(mktemp)
  /usr/lib/apt/apt-helper download-file "$1/dists/$2/InRelease" "$tmp" >/dev/null 2>&1 || rc=1
  [[ -s $tmp ]] || rc=1
  rm -f "$tmp"
  return "$rc"
}

# --------------------------------------------------------------------- keys

ensure_keys() {
  local name
  for name in id_ed25519 "${ALL_HOSTS[@]/%/.host_key}"; do
    [[ -s $LAB_DIR/keys/$name ]] || ssh-keygen -q -t ed25519 -N '' -C "lab-$name" -f "$LAB_DIR/keys/$name"
  done
  chmod 600 "$LAB_DIR"/keys/*
  chmod 644 "$LAB_DIR"/keys/*.pub
  # Whoever called sudo logs in with it, too.
  chown "${SUDO_UID:-0}" "$LAB_DIR/keys/id_ed25519"
}

write_ssh_files() {
  local h
  for h in "${ALL_HOSTS[@]}"; do
    printf '%s,%s %s\n' "$h" "$(host_addr "$h")" "$(cut -d' ' -f1,2 "$LAB_DIR/keys/$h.host_key.pub")"
  done >"$LAB_DIR/known_hosts.new"
  mv "$LAB_DIR/known_hosts.new" "$LAB_DIR/known_hosts"
  {
    for h in "${ALL_HOSTS[@]}"; do printf 'Host %s\n  HostName %s\n' "$h" "$(host_addr "$h")"; done
    printf 'Host old-by-jump\n  HostName %s\n  ProxyJump jump\n' "$(host_addr old)"
    printf 'Host *\n  User root\n  IdentityFile %s\n  IdentitiesOnly yes\n  IdentityAgent none\n' \
      "$LAB_DIR/keys/id_ed25519"
    printf '  UserKnownHostsFile %s\n  GlobalKnownHostsFile none\n  ConnectTimeout 10\n' "$LAB_DIR/known_hosts"
  } >"$LAB_DIR/ssh_config.new"
  mv "$LAB_DIR/ssh_config.new" "$LAB_DIR/ssh_config"
}

# ----------------------------------------------------- layer 1, the packages

root_key() { # SUITE
  {
    echo "1 $1"
    cat "$HERE/packages.list"
    declare -f build_root base_config
  } | sha256sum | cut -c1-16
}

build_root() { # SUITE
  local suite=$1 dir=$LAB_DIR/cache/$1 log=$LAB_DIR/log/root-$1.log key m s include sources began=$EPOCHREALTIME
  key=$(root_key "$suite")
  if [[ -f $dir/root.key && $(cat "$dir/root.key") == "$key" ]]; then return 0; fi
  m=$(mirror archive) || die "no Debian archive among this machine's package sources: run apt-get update, try again"
  serves "$m" "$suite" || die "the mirror of this machine's package sources does not serve $suite"
  sources=("deb $m $suite main")
  if s=$(mirror security) && serves "$s" "$suite-security"; then sources+=("deb $s $suite-security main"); fi
  note "building a $suite root (log: $log)"
  rm -rf --one-file-system "$dir"
  mkdir -p "$dir"
  include=$(sed 's/#.*//' "$HERE/packages.list" | tr -s ' \n' '\n' | grep . | paste -sd,)
  if ! TMPDIR=$dir mmdebstrap --mode=root --variant=minbase --format=directory --include="$include" \
    --aptopt='Acquire::Languages "none"' --aptopt='Acquire::Retries "3"' \
    --dpkgopt='path-exclude=/usr/share/man/*' --dpkgopt='path-exclude=/usr/share/locale/*' \
    --dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt='path-include=/usr/share/doc/*/copyright' \
    "$suite" "$dir/root.new" "${sources[@]}" >"$log" 2>&1; then
    tail -n 15 "$log" >&2
    die "building the $suite root failed: see $log"
  fi
  base_config "$dir/root.new"
  mv "$dir/root.new" "$dir/root"
  echo "$key" >"$dir/root.key"
  note "$suite root built in $(seconds_since "$began") s, $(du -sh "$dir/root" | cut -f1)"
}

# What every host has, whatever its role.
base_config() { # ROOT
  local r=$1 u
  # No way out: the mirror is not part of the hosts.
  rm -rf "$r"/var/lib/apt/lists/* "$r"/etc/apt/sources.list.d/* "$r"/etc/ssh/ssh_host_*
  rm -f "$r/etc/apt/apt.conf.d/99mmdebstrap" "$r/etc/dpkg/dpkg.cfg.d/99mmdebstrap" "$r/var/lib/dbus/machine-id"
  echo '# The package sources were turned off.' >"$r/etc/apt/sources.list"
  install -d -m 755 "$r/etc/ssh/sshd_config.d" "$r/srv"
  printf 'PermitRootLogin prohibit-password\nPasswordAuthentication yes\nUseDNS no\nMaxStartups 100\n' \
    >"$r/etc/ssh/sshd_config.d/10-site.conf"
  # A getty on a console that is not there only fills the journal.
  for u in console-getty.service getty.target getty-static.service e2scrub_reap.service \
    systemd-networkd-wait-online.service apt-daily.timer apt-daily-upgrade.timer; do
    ln -sf /dev/null "$r/etc/systemd/system/$u"
  done
  install -d -m 2755 "$r/var/log/journal"
}

# ----------------------------------------------------------- layer 2, the host

seed_key() { # HOST
  {
    cat "$LAB_DIR/cache/$(host_suite "$1")/root.key" "$LAB_DIR/keys/id_ed25519.pub" "$LAB_DIR/keys/$1.host_key.pub"
    cat "$HERE/seed-host.sh"
    if [[ $1 == old ]]; then cat "$HERE/seed-share.py"; fi
    echo "$(host_disk "$1") $LAB_NET"
    declare -f build_seed make_disk mount_layers cmd_become_seed
  } | sha256sum | cut -c1-16
}

build_seed() { # HOST
  local h=$1 dir=$LAB_DIR/cache/$1 log=$LAB_DIR/log/seed-$1.log key began=$EPOCHREALTIME
  key=$(seed_key "$h")
  if [[ -f $dir/seed.key && $(cat "$dir/seed.key") == "$key" ]]; then return 0; fi
  note "$h: seeding (log: $log)"
  halt_host "$h"
  discard "$h"
  rm -rf --one-file-system "$dir"
  mkdir -p "$dir"
  if [[ -n $(host_disk "$h") ]]; then make_disk "$dir/disk.img" "$(host_disk "$h")" "$h"; fi
  if ! LAB_DIR=$LAB_DIR LAB_NET=$LAB_NET LAB_ID=$LAB_ID unshare --mount --propagation private -- \
    "$HERE/lab" become-seed "$h" >"$log" 2>&1 9>&-; then
    tail -n 15 "$log" >&2
    die "seeding $h failed: see $log"
  fi
  disk_released "$dir/disk.img"
  mv "$dir/upper" "$dir/seed"
  echo "$key" >"$dir/seed.key"
  note "$h: seeded in $(seconds_since "$began") s"
}
cmd_become_seed() { # HOST: in a mount namespace of its own
  local h=$1 dir=$LAB_DIR/cache/$1
  mount_layers "$LAB_DIR/cache/$(host_suite "$h")/root" "$dir"
  if [[ -f $dir/disk.img ]]; then mount --bind "$dir/srv" "$dir/root/srv"; fi
  ROOT=$dir/root HOST=$h ADDRESS=$(host_addr "$h") NET=$LAB_NET KEYS=$LAB_DIR/keys bash "$HERE/seed-host.sh"
  if [[ $h == old ]]; then python3 "$HERE/seed-share.py" "$dir/root"; fi
  sync
}

make_disk() { # FILE SIZE LABEL: the same in every build, and with it the order in folders
  local id
  id=$(printf 'lab-disk-%s' "$3" | sha256sum | sed -E 's/^(.{8})(.{4})(.{4})(.{4})(.{12}).*/\1-\2-\3-\4-\5/')
  truncate -s "$2" "$1"
  mkfs.ext4 -q -m 0 -J size=16 -L "$3-data" -U "$id" -E "hash_seed=$id" "$1"
}

build() { # HOST...
  ensure_keys
  write_ssh_files
  local suites h
  suites=$(for h in "$@"; do host_suite "$h"; done | sort -u)
  # shellcheck disable=SC2086
  each_host build_root $suites || die "the hosts' packages could not be installed"
  each_host build_seed "$@" || die "not every host could be made"
}
