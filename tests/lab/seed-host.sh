#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Makes host HOST of the root folder ROOT (on an overlay): name, address, keys and accounts. Run by lab, on the machine.
set -euo pipefail
: "${ROOT:?}" "${HOST:?}" "${ADDRESS:?}" "${NET:?}" "${KEYS:?}"
in_root() { chroot "$ROOT" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin "$@"; }

echo "$HOST" >"$ROOT/etc/hostname"
printf '127.0.0.1 localhost\n%s.11 old.lab.test old\n%s.12 new.lab.test new\n%s.13 jump.lab.test jump\n' \
  "$NET" "$NET" "$NET" >"$ROOT/etc/hosts"
: >"$ROOT/etc/resolv.conf"
cat >"$ROOT/etc/network/interfaces" <<EOF
auto lo
iface lo inet loopback

auto eth0
iface eth0 inet static
    address $ADDRESS/24
EOF
printf 'lab-%s' "$HOST" | sha256sum | cut -c1-32 >"$ROOT/etc/machine-id"
install -m 600 "$KEYS/$HOST.host_key" "$ROOT/etc/ssh/ssh_host_ed25519_key"
install -m 644 "$KEYS/$HOST.host_key.pub" "$ROOT/etc/ssh/ssh_host_ed25519_key.pub"

# allow_key HOME OWNER: logs in with the lab's key.
allow_key() {
  install -d -m 700 "$ROOT$1/.ssh"
  install -m 600 "$KEYS/id_ed25519.pub" "$ROOT$1/.ssh/authorized_keys"
  in_root chown -R "$2:" "$1/.ssh"
}
# account NAME UID SHELL
account() {
  in_root useradd -m -u "$2" -s "$3" "$1"
  printf '%s:%s\n' "$1" "Lab $1 pass" | in_root chpasswd
}
allow_key /root root
account ops 1000 /bin/bash # password only; sudo with it
in_root usermod -aG sudo ops
account nosudo 1001 /bin/bash # password only; no sudo
account auto 1002 /bin/bash   # key; sudo without a password
echo 'auto ALL=(ALL:ALL) NOPASSWD: ALL' >"$ROOT/etc/sudoers.d/auto"
chmod 440 "$ROOT/etc/sudoers.d/auto"
account chatty 1003 /bin/bash # key; talks before it listens, on both streams
{
  printf 'printf "Welcome to %s\\nYou have mail.\\033[0m\\n"\n' "$HOST"
  printf 'echo "last backup: never" >&2\n'
} | tee "$ROOT/home/chatty/.bash_profile" >"$ROOT/home/chatty/.bashrc"
in_root chown chatty: /home/chatty/.bashrc /home/chatty/.bash_profile
account cshell 1004 /bin/tcsh # key; no Bourne shell
for name in auto chatty cshell; do allow_key "/home/$name" "$name"; done
