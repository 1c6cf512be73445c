# SPDX-License-Identifier: GPL-3.0-or-later
# The commands that make trouble on a host, and undo it. Sourced by lab.
# shellcheck shell=bash disable=SC2154

victim() { # COUNT-OF-WORDS-AT-LEAST USAGE WORD...: checks, then H is a running host and the lab is ours
  local least=$1 usage=$2
  shift 2
  (($# >= least)) || usage_die "$usage"
  need_host "$1"
  begin
  need_up "$1"
  H=$1
}

cmd_cut() { # packets vanish; nobody is told
  victim 1 "cut HOST" "$@"
  : >"$(run_dir "$H")/cut"
  ip link set "$(port_of "$H")" nomaster
  note "$H: every packet is lost from now on (lab heal $H)"
}
cmd_heal() {
  victim 1 "heal HOST" "$@"
  netem_off "$H"
  rm -f "$(run_dir "$H")/cut"
  ip link set "$(port_of "$H")" master "$NET_BRIDGE"
  note "$H: the line is whole again"
}
cmd_netem() {
  local delay=0 jitter=0 loss=0 rate=0 text
  victim 2 "netem HOST [delay T] [jitter T] [loss P%] [rate R] | netem HOST off" "$@"
  shift
  text=$*
  if [[ $1 == off ]]; then
    netem_off "$H"
    note "$H: a perfect line"
    return 0
  fi
  while (($#)); do
    (($# >= 2)) || usage_die "netem: '$1' needs a value"
    case $1 in
    delay) delay=$(to_usec "$2") || usage_die "netem: delay '$2'?" ;;
    jitter) jitter=$(to_usec "$2") || usage_die "netem: jitter '$2'?" ;;
    loss) loss=$(to_ppm "$2") || usage_die "netem: loss '$2'?" ;;
    rate) rate=$(to_bps "$2") || usage_die "netem: rate '$2'?" ;;
    *) usage_die "netem: what is '$1'?" ;;
    esac
    shift 2
  done
  netem_on "$H" "$delay" "$jitter" "$loss" "$rate"
  echo "$text" >"$(run_dir "$H")/netem.text"
  note "$H: $text, each way ($(cat "$(run_dir "$H")/netem"))"
}

# A new sshd at once, however often, and back only when it answers.
restart_sshd() { # HOST
  local i
  host_run "$1" sh -c 'systemctl reset-failed ssh; systemctl restart ssh' || die "sshd of $1 does not start"
  for ((i = 0; i < 100; i++)); do
    ssh_answers "$1" && return 0
    sleep 0.1
  done
  die "sshd of $1 does not answer"
}

# One line of sshd_config; the first of a name counts, so these come before the others.
cmd_sshd() {
  victim 2 "sshd HOST WORD..." "$@"
  shift
  # shellcheck disable=SC2016
  host_run "$H" sh -c 'f=/etc/ssh/sshd_config.d/00-lab.conf; echo "$1" >>$f
    sshd -t || { sed -i "\$d" $f; exit 1; }' sh "$*" || die "sshd of $H refuses '$*'"
  restart_sshd "$H"
  note "$H: sshd has '$*'"
}
cmd_rekey() {
  victim 1 "rekey HOST" "$@"
  host_run "$H" sh -c 'rm -f /etc/ssh/ssh_host_ed25519_key*
    ssh-keygen -q -t ed25519 -N "" -f /etc/ssh/ssh_host_ed25519_key'
  restart_sshd "$H"
  note "$H has a new host key that known_hosts does not know; 'lab plain $H' brings the old one back"
}
cmd_noexec() { # HOST [DIR]
  victim 1 "noexec HOST [DIR]" "$@"
  # shellcheck disable=SC2016
  host_run "$H" sh -c 'grep -qxF "$1" /run/lab-noexec 2>/dev/null && exit 0
    mount --bind "$1" "$1" && mount -o remount,bind,noexec "$1" && echo "$1" >>/run/lab-noexec' sh "${2:-/tmp}"
  note "$H: nothing in ${2:-/tmp} can be started"
}
cmd_requiretty() {
  victim 1 "requiretty HOST" "$@"
  host_run "$H" sh -c 'echo "Defaults requiretty" >/etc/sudoers.d/lab-requiretty
    chmod 440 /etc/sudoers.d/lab-requiretty && visudo -cq'
  note "$H: sudo wants a terminal"
}
cmd_fill() { # ballast on the data disk
  local size bytes free
  victim 2 "fill HOST SIZE | fill HOST leave:SIZE | fill HOST 0" "$@"
  [[ -n $(host_disk "$H") ]] || die "host $H has no data disk"
  size=$2
  host_run "$H" rm -f /srv/.ballast
  free=$(($(host_run "$H" stat -f -c '%a * %S' /srv)))
  case $size in
  0) bytes=0 ;;
  leave:*) bytes=$((free - $(numfmt --from=iec "${size#leave:}"))) ;;
  *) bytes=$(numfmt --from=iec "$size") ;;
  esac
  ((bytes >= 0 && bytes <= free)) || die "only $((free >> 20)) MiB are free"
  if ((bytes)); then host_run "$H" fallocate -l "$bytes" /srv/.ballast; fi
  note "$H: $((bytes >> 20)) MiB of ballast on /srv, $(((free - bytes) >> 20)) MiB are free"
}
cmd_plain() {
  local h=${1:-}
  victim 1 "plain HOST" "$@"
  host_run "$h" sh -c 'rm -f /etc/ssh/sshd_config.d/00-lab.conf /etc/sudoers.d/lab-requiretty /srv/.ballast
    if [ -s /run/lab-noexec ]; then xargs -d "\n" umount -l </run/lab-noexec && rm /run/lab-noexec; fi
    cat >/etc/ssh/ssh_host_ed25519_key && chmod 600 /etc/ssh/ssh_host_ed25519_key
    ssh-keygen -y -f /etc/ssh/ssh_host_ed25519_key >/etc/ssh/ssh_host_ed25519_key.pub' <"$LAB_DIR/keys/$h.host_key"
  restart_sshd "$h"
  note "$h: sshd, sudo, /tmp and the host key as they were"
}
