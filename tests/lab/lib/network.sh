# SPDX-License-Identifier: GPL-3.0-or-later
# The bridge, the hosts' cables, and bad lines. Sourced by lab.
# shellcheck shell=bash disable=SC2154

no_ipv6() { sysctl -qw "net.ipv6.conf.$1.disable_ipv6=1" 2>/dev/null || true; } # INTERFACE

bridge_up() {
  local alias
  if ip link show "$NET_BRIDGE" >/dev/null 2>&1; then
    alias=$(cat "/sys/class/net/$NET_BRIDGE/ifalias")
    [[ $alias == "$LAB_DIR" ]] ||
      die "bridge $NET_BRIDGE belongs to '${alias:-someone else}': set LAB_ID and LAB_NET for a second lab"
    return 0
  fi
  if ip -4 route show table all | grep -qF " $LAB_NET." || ip -4 -o addr show | grep -qF " $LAB_NET."; then
    die "this machine already uses $LAB_NET.0/24: set LAB_NET"
  fi
  ip link add "$NET_BRIDGE" type bridge
  ip link set "$NET_BRIDGE" alias "$LAB_DIR"
  # Of its own: else it changes with its ports, and this machine forgets the hosts whose line is whole.
  ip link set "$NET_BRIDGE" address "02:42:4c:00:00:01"
  no_ipv6 "$NET_BRIDGE"
  ip addr add "$LAB_NET.1/24" dev "$NET_BRIDGE"
  ip link set "$NET_BRIDGE" up
}
bridge_down() {
  [[ -d /sys/class/net/$NET_BRIDGE ]] || return 0
  if [[ $(cat "/sys/class/net/$NET_BRIDGE/ifalias") == "$LAB_DIR" ]]; then ip link del "$NET_BRIDGE"; fi
}

cable_in() { # HOST: a network namespace with eth0, plugged into the bridge
  local ns port
  ns=$(netns_of "$1") port=$(port_of "$1")
  cable_out "$1"
  bridge_up
  ip netns add "$ns"
  ip link add "$port" type veth peer name eth0 netns "$ns"
  no_ipv6 "$port"
  ip -n "$ns" link set eth0 address "02:42:4c:00:00:$(printf %02x "$(host_number "$1")")"
  ip -n "$ns" link set lo up
  ip link set "$port" master "$NET_BRIDGE" up
}
cable_out() { # HOST
  local ns port
  ns=$(netns_of "$1") port=$(port_of "$1")
  netem_off "$1"
  if [[ -d /sys/class/net/$port ]]; then ip link del "$port"; fi
  if [[ -e /run/netns/$ns ]]; then ip netns del "$ns"; fi
  rm -f "$(run_dir "$1")/cut"
}

# ---------------------------------------------------------------- bad lines

to_usec() { # 20ms, 1.5s, 300us
  local n=${1%%[a-z]*} u=${1##*[0-9.]}
  case $u in
  us) awk -v n="$n" 'BEGIN { printf "%d", n }' ;;
  ms | '') awk -v n="$n" 'BEGIN { printf "%d", n * 1000 }' ;;
  s) awk -v n="$n" 'BEGIN { printf "%d", n * 1000000 }' ;;
  *) return 1 ;;
  esac
}
to_ppm() { awk -v n="${1%\%}" 'BEGIN { printf "%d", n * 10000 }'; }
to_bps() { # 100mbit, 512kbit, 1gbit
  local n=${1%%[a-z]*} u=${1##*[0-9.]}
  case $u in
  bit | '') awk -v n="$n" 'BEGIN { printf "%d", n }' ;;
  kbit) awk -v n="$n" 'BEGIN { printf "%d", n * 1000 }' ;;
  mbit) awk -v n="$n" 'BEGIN { printf "%d", n * 1000000 }' ;;
  gbit) awk -v n="$n" 'BEGIN { printf "%d", n * 1000000000 }' ;;
  *) return 1 ;;
  esac
}

# Where the kernel has netem it does the work, on both ends of the cable. Where it has not, the cable is cut open and
# wanlink carries the frames: bridge - tap x [wanlink] tap y - second bridge - the host's cable.
netem_on() { # HOST delay_us jitter_us loss_ppm rate_bps
  local h=$1 delay=$2 jitter=$3 loss=$4 rate=$5 port spec
  port=$(port_of "$h")
  netem_off "$h"
  spec=(netem limit 10000 delay "${delay}us")
  if ((jitter)); then spec+=("${jitter}us"); fi
  if ((loss)); then spec+=(loss "$(awk -v n="$loss" 'BEGIN { print n / 10000 }')%"); fi
  if ((rate)); then spec+=(rate "${rate}bit"); fi
  if [[ -z ${LAB_WANLINK:-} ]] && tc qdisc add dev "$port" root "${spec[@]}" 2>/dev/null; then
    ip netns exec "$(netns_of "$h")" tc qdisc add dev eth0 root "${spec[@]}"
    echo netem >"$(run_dir "$h")/netem"
  else
    wanlink_on "$h" "delay=$delay" "jitter=$jitter" "loss=$loss" "rate=$rate" "seed=${LAB_SEED:-20260101}"
    echo wanlink >"$(run_dir "$h")/netem"
  fi
}

wanlink_on() { # HOST WORD...
  local h=$1 x=${LAB_ID}x-$1 y=${LAB_ID}y-$1 second=${LAB_ID}w-$1 run port pid t
  shift
  run=$(run_dir "$h") port=$(port_of "$h")
  if [[ ! -x $LAB_DIR/bin/wanlink || $HERE/wanlink.c -nt $LAB_DIR/bin/wanlink ]]; then
    cc -O2 -o "$LAB_DIR/bin/wanlink.new" "$HERE/wanlink.c" || die "cannot compile wanlink.c"
    mv "$LAB_DIR/bin/wanlink.new" "$LAB_DIR/bin/wanlink"
  fi
  for t in "$x" "$y"; do
    ip tuntap add dev "$t" mode tap
    no_ipv6 "$t"
    ip link set "$t" txqueuelen 4000 up
  done
  (
    trap - ERR
    exec 9>&- </dev/null >"$run/wanlink.log" 2>&1
    cd /
    exec setsid "$LAB_DIR/bin/wanlink" "$x" "$y" "$@"
  ) &
  pid=$!
  remember "$run/wanlink.pid" "$pid" || true
  disown "$pid" 2>/dev/null || true
  ip link add "$second" type bridge
  no_ipv6 "$second"
  ip link set "$second" up
  ip link set "$y" master "$second"
  ip link set "$x" master "$NET_BRIDGE"
  if [[ ! -e $run/cut ]]; then ip link set "$port" master "$second"; fi
  sleep 0.1
  recall "$run/wanlink.pid" >/dev/null || {
    cat "$run/wanlink.log" >&2
    netem_off "$h"
    die "wanlink did not start"
  }
}

netem_off() { # HOST
  local h=$1 port t run
  port=$(port_of "$h") run=$(run_dir "$h")
  if [[ -f $run/wanlink.pid ]]; then kill_remembered "$run/wanlink.pid"; fi
  if [[ -d /sys/class/net/${LAB_ID}w-$h ]]; then
    if [[ -d /sys/class/net/$port && ! -e $run/cut ]]; then ip link set "$port" master "$NET_BRIDGE"; fi
    ip link del "${LAB_ID}w-$h"
  fi
  for t in "${LAB_ID}x-$h" "${LAB_ID}y-$h"; do
    if [[ -d /sys/class/net/$t ]]; then ip link del "$t"; fi
  done
  if [[ -f $run/netem && $(cat "$run/netem") == netem ]]; then
    tc qdisc del dev "$port" root 2>/dev/null || true
    ip netns exec "$(netns_of "$h")" tc qdisc del dev eth0 root 2>/dev/null || true
  fi
  rm -f "$run/netem" "$run/netem.text"
}
