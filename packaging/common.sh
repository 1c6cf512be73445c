# SPDX-License-Identifier: GPL-3.0-or-later
# Shared by run and test: what Debian packages Bascule needs, and how it is built. Sourced, not run.

TOP=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

# To build.
BUILD_PACKAGES=(g++ cmake ninja-build ccache pkg-config
  qt6-base-dev qt6-base-dev-tools qt6-svg-dev qt6-charts-dev libqt6opengl6-dev libgl-dev libegl-dev libopengl-dev
  libxkbcommon-dev libvulkan-dev qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools qt6-translations-l10n
  qtkeychain-qt6-dev libarchive-dev libsqlite3-dev libxxhash-dev libzstd-dev nettle-dev libacl1-dev zlib1g-dev
  nlohmann-json3-dev)
# To run: Qt's plugins, Graphviz for the map, a font whose digits share one width, the zone table.
RUN_PACKAGES=(libqt6sql6-sqlite libqt6svg6 qt6-qpa-plugins graphviz fonts-noto-core fonts-dejavu-core tzdata
  openssh-client libsecret-1-0)
# To test: the outside oracles, a display, and the tools that make archives and faults.
TEST_PACKAGES=(rsync acl attr strace xvfb xauth sqlite3 zstd gzip bzip2 xz-utils zip poppler-utils openssl clang-format
  libxml2-utils procps python3-minimal openssh-server sudo csh fish
  dbus-daemon gnome-keyring e2fsprogs nbdkit libnbd-bin mtree-netbsd libcap2-bin)

say() { printf '%s\n' "$*"; }
die() { printf '%s\n' "$*" >&2; exit 1; }

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"
  elif command -v sudo >/dev/null; then sudo "$@"
  else die "Installing packages needs root: run this as root, or install sudo and be allowed to use it."
  fi
}

# install_packages NAME…: those that are missing; asks for sudo only when there are any.
install_packages() {
  local missing=() name
  for name in "$@"; do
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$name" 2>/dev/null)" = installed ] || missing+=("$name")
  done
  [ ${#missing[@]} = 0 ] && return 0
  say "Installing ${#missing[@]} Debian packages…"
  as_root apt-get update -qq || die "The package lists could not be fetched: check the network and /etc/apt/sources.list."
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null \
    || die "These packages could not be installed: ${missing[*]}"
}

# build PRESET [TARGET…]: configures once, then builds what changed, in build/PRESET.
build() {
  local preset=$1; shift
  cd "$TOP" || exit 1
  if [ ! -f "build/$preset/build.ninja" ]; then
    cmake --preset "$preset" >"/tmp/bascule-configure.$$" 2>&1 || { cat "/tmp/bascule-configure.$$" >&2; rm -f "/tmp/bascule-configure.$$"; die "Configuring failed."; }
    rm -f "/tmp/bascule-configure.$$"
  fi
  if [ $# -gt 0 ]; then cmake --build "build/$preset" --target "$@"; else cmake --build "build/$preset"; fi
}
