// SPDX-License-Identifier: GPL-3.0-or-later
// Reaching a server over SSH: every line of the connection test, what can go wrong, and what to do about it.
#include "core/text/Catalogue.h"

#include <QCoreApplication>

namespace bascule::text {

namespace {

constexpr Entry entries[] = {
    // The lines of the connection test, and what each says when it passed.
    {"connection.resolve", QT_TRANSLATE_NOOP("Text", "Find its address")},
    {"connection.resolve-ok", QT_TRANSLATE_NOOP("Text", "“{host}” is {addresses}.")},
    {"connection.resolve-through", QT_TRANSLATE_NOOP("Text", "Reached through “{through}”, which looks the name up.")},
    {"connection.connect", QT_TRANSLATE_NOOP("Text", "Connect")},
    {"connection.connect-ok",
     QT_TRANSLATE_NOOP("Text", "Port {port} answers after {ms:duration}; its SSH server is {software}.")},
    {"connection.connect-through", QT_TRANSLATE_NOOP("Text", "Reached through “{through}”.")},
    {"connection.host-key", QT_TRANSLATE_NOOP("Text", "Host key")},
    {"connection.host-key-ok", QT_TRANSLATE_NOOP("Text", "It is the known one: {keyType} {fingerprint}.")},
    {"connection.host-key-accepted",
     QT_TRANSLATE_NOOP("Text", "You accepted {keyType} {fingerprint}; it is known from now on.")},
    {"connection.host-key-plain", QT_TRANSLATE_NOOP("Text", "It is the known one.")},
    {"connection.authentication", QT_TRANSLATE_NOOP("Text", "Authentication")},
    {"connection.authentication-ok", QT_TRANSLATE_NOOP("Text", "The server let you in ({method}).")},
    {"connection.shell", QT_TRANSLATE_NOOP("Text", "Shell")},
    {"connection.shell-ok", QT_TRANSLATE_NOOP("Text", "Commands run there as {user}.")},
    {"connection.shell-noisy",
     QT_TRANSLATE_NOOP("Text", "Commands run there as {user}; what the login prints by itself ({noise:bytes}) is "
                               "left out.")},
    {"connection.architecture", QT_TRANSLATE_NOOP("Text", "Architecture")},
    {"connection.architecture-ok", QT_TRANSLATE_NOOP("Text", "{system} on {cpu}, as here.")},
    {"connection.sudo", QT_TRANSLATE_NOOP("Text", "sudo")},
    {"connection.sudo-ok", QT_TRANSLATE_NOOP("Text", "Commands run as root through sudo.")},
    {"connection.helper", QT_TRANSLATE_NOOP("Text", "Helper")},
    {"connection.helper-ok",
     QT_TRANSLATE_NOOP("Text",
                       "The helper ({bytes:bytes}) arrived as it was sent, and runs. Nothing of it stays there.")},
    {"connection.free-space", QT_TRANSLATE_NOOP("Text", "Free space")},
    {"connection.free-space-ok",
     QT_TRANSLATE_NOOP("Text", "{bytesFree:bytes} of {bytesTotal:bytes} are free in “{folder}”.")},
    {"connection-state.passed", QT_TRANSLATE_NOOP("Text", "Passed")},
    {"connection-state.failed", QT_TRANSLATE_NOOP("Text", "Failed")},
    {"connection-state.not-tried", QT_TRANSLATE_NOOP("Text", "Not tried")},
    {"connection.other-system", QT_TRANSLATE_NOOP("Text", "“{subject}” runs {system}; only Linux can be worked on."),
     QT_TRANSLATE_NOOP("Text", "Name a Linux server.")},
    {"connection.other-cpu",
     QT_TRANSLATE_NOOP("Text", "“{subject}” has a processor of another kind ({cpu}, here it is {here})."),
     QT_TRANSLATE_NOOP("Text", "Start Bascule on a machine with the same kind of processor as the server.")},
    {"job.connection-test", QT_TRANSLATE_NOOP("Text", "Test the connection to “{name}”")},
    {"job.connection-watch", QT_TRANSLATE_NOOP("Text", "Watch the connection to “{name}”")},

    // Addresses.
    {"ssh.address-invalid", QT_TRANSLATE_NOOP("Text", "“{subject}” is no address of a server: {reason:code}"),
     QT_TRANSLATE_NOOP("Text", "Write [user@]host[:port], e.g. root@vega.example.org:2222, or an alias of your "
                               "~/.ssh/config.")},
    {"ssh.address-empty", QT_TRANSLATE_NOOP("Text", "it is empty.")},
    {"ssh.address-user", QT_TRANSLATE_NOOP("Text", "the user’s name is empty or has characters that no name has.")},
    {"ssh.address-host", QT_TRANSLATE_NOOP("Text", "the host’s name is empty or has characters that no name has.")},
    {"ssh.address-port", QT_TRANSLATE_NOOP("Text", "the port is a number from 1 to 65535.")},
    {"ssh.address-brackets", QT_TRANSLATE_NOOP("Text", "an IPv6 address stands in brackets, e.g. [2001:db8::7]:22.")},
    {"ssh.root-relative", QT_TRANSLATE_NOOP("Text", "The folder “{subject}” on the server is not an absolute path."),
     QT_TRANSLATE_NOOP("Text", "Begin it with “/”.")},

    // What ssh can end with.
    {"ssh.missing", QT_TRANSLATE_NOOP("Text", "The program “ssh” is missing on this machine."),
     QT_TRANSLATE_NOOP("Text", "Install the package openssh-client.")},
    {"ssh.no-private-folder",
     QT_TRANSLATE_NOOP("Text", "No private folder for connections could be made: “{subject}”."),
     QT_TRANSLATE_NOOP("Text", "See that /tmp, or the folder XDG_RUNTIME_DIR names, can be written to.")},
    {"ssh.config-invalid", QT_TRANSLATE_NOOP("Text", "ssh does not accept its configuration: {detail}"),
     QT_TRANSLATE_NOOP("Text", "Correct ~/.ssh/config or /etc/ssh/ssh_config, and the rights on them.")},
    {"ssh.unresolvable", QT_TRANSLATE_NOOP("Text", "Nobody knows a host named “{subject}”."),
     QT_TRANSLATE_NOOP("Text", "Check the spelling and this machine’s DNS, or write the server’s IP address.")},
    {"ssh.refused",
     QT_TRANSLATE_NOOP("Text", "“{subject}” refuses the connection: no SSH server listens on that port."),
     QT_TRANSLATE_NOOP("Text", "Check the port, and that the SSH server is started there.")},
    {"ssh.timeout", QT_TRANSLATE_NOOP("Text", "“{subject}” did not answer in time."),
     QT_TRANSLATE_NOOP("Text", "Check that the server is up, and that no firewall on the way drops the connection.")},
    {"ssh.unreachable", QT_TRANSLATE_NOOP("Text", "There is no way from this machine to “{subject}”."),
     QT_TRANSLATE_NOOP("Text", "Check the network, the VPN, or name a jump host in ~/.ssh/config.")},
    {"ssh.not-ssh", QT_TRANSLATE_NOOP("Text", "What answers at “{subject}” is no SSH server."),
     QT_TRANSLATE_NOOP("Text", "Check the port.")},
    {"ssh.closed", QT_TRANSLATE_NOOP("Text", "“{subject}” closed the connection."),
     QT_TRANSLATE_NOOP("Text",
                       "Try again; if it stays so, see the server’s own log (journalctl -u ssh), and whether it "
                       "blocks this machine.")},
    {"ssh.no-common-algorithm",
     QT_TRANSLATE_NOOP("Text", "“{subject}” and this machine have no way of encryption in common."),
     QT_TRANSLATE_NOOP("Text", "The server is old: allow one of its algorithms for this host in ~/.ssh/config.")},
    {"ssh.host-key-unknown",
     QT_TRANSLATE_NOOP("Text", "The key of “{subject}” is not known and was not accepted: {keyType} {fingerprint}."),
     QT_TRANSLATE_NOOP("Text",
                       "Compare it with what “ssh-keygen -lf” says on the server itself, then accept it: in the "
                       "dialog, on the terminal, or with --host-key.")},
    {"ssh.host-key-changed",
     QT_TRANSLATE_NOOP("Text", "The key of “{subject}” is not the known one. Somebody may be listening in between; "
                               "nothing was sent."),
     QT_TRANSLATE_NOOP("Text",
                       "Find out from the server’s owner whether it was installed anew. Only then remove its old "
                       "key with “ssh-keygen -R”, and test again.")},
    {"ssh.denied", QT_TRANSLATE_NOOP("Text", "“{subject}” does not let you in; it would take: {methods}."),
     QT_TRANSLATE_NOOP("Text", "Check the user’s name, the password, and that your key is in authorized_keys there.")},
    {"ssh.password-expired", QT_TRANSLATE_NOOP("Text", "The password on “{subject}” has expired."),
     QT_TRANSLATE_NOOP("Text", "Log in there once by hand and choose a new one.")},
    {"ssh.not-answered", QT_TRANSLATE_NOOP("Text", "“{subject}” asked for a password and got none."),
     QT_TRANSLATE_NOOP("Text", "Test again and type it, or use a key.")},
    {"ssh.nobody-to-ask", QT_TRANSLATE_NOOP("Text", "“{subject}” asks for a password, and nobody can type one here."),
     QT_TRANSLATE_NOOP("Text", "Start this on a terminal, give it with --password-fd, or put a key into an agent.")},
    {"keyring.unavailable", QT_TRANSLATE_NOOP("Text", "No keyring answers on this machine."),
     QT_TRANSLATE_NOOP("Text",
                       "Start the desktop’s keyring (gnome-keyring, KWallet), or type the password each time.")},
    {"keyring.failed", QT_TRANSLATE_NOOP("Text", "The system’s keyring did not do what was asked: {detail}"),
     QT_TRANSLATE_NOOP("Text", "Unlock it, then test the connection again. The password was not kept.")},
    {"ssh.too-many-sessions",
     QT_TRANSLATE_NOOP("Text", "“{subject}” allows no further session on the same connection."),
     QT_TRANSLATE_NOOP("Text", "Raise MaxSessions in its sshd_config, or wait for other work on it to end.")},
    {"ssh.no-shell", QT_TRANSLATE_NOOP("Text", "“{subject}” lets you in but runs no commands for you."),
     QT_TRANSLATE_NOOP("Text", "Use an account with a shell, and without a forced command.")},
    {"ssh.output-too-long",
     QT_TRANSLATE_NOOP("Text", "“{subject}” said more than the {bytes:bytes} that were expected."),
     QT_TRANSLATE_NOOP("Text", "Find out what runs there in place of the usual commands.")},
    {"ssh.command-timeout", QT_TRANSLATE_NOOP("Text", "A command on “{subject}” did not end within {seconds:seconds}."),
     QT_TRANSLATE_NOOP("Text", "See how busy the server is, then try again.")},
    {"ssh.failed", QT_TRANSLATE_NOOP("Text", "ssh could not connect to “{subject}”: {detail}"),
     QT_TRANSLATE_NOOP("Text", "Try “ssh” to the same address on a terminal, where it says more.")},

    // sudo.
    {"sudo.missing", QT_TRANSLATE_NOOP("Text", "“{subject}” has no sudo."),
     QT_TRANSLATE_NOOP("Text", "Install it there, or connect as root.")},
    {"sudo.wrong-password", QT_TRANSLATE_NOOP("Text", "sudo on “{subject}” does not take this password."),
     QT_TRANSLATE_NOOP("Text", "It is your own password there, not root’s. Test again and type it.")},
    {"sudo.not-allowed", QT_TRANSLATE_NOOP("Text", "You may not become root with sudo on “{subject}”."),
     QT_TRANSLATE_NOOP("Text", "Have this user put into the group sudo, or connect as root.")},
    {"sudo.needs-terminal", QT_TRANSLATE_NOOP("Text", "sudo on “{subject}” wants a terminal (requiretty)."),
     QT_TRANSLATE_NOOP("Text", "Add “Defaults:USER !requiretty” to its sudoers, or connect as root.")},
    {"sudo.failed", QT_TRANSLATE_NOOP("Text", "sudo on “{subject}” did not work: {detail}"),
     QT_TRANSLATE_NOOP("Text", "Try it there by hand, on a terminal.")},

    // Servers that are other machines.
    {"server.remote-folder-missing", QT_TRANSLATE_NOOP("Text", "“{server}” has no folder “{subject}”."),
     QT_TRANSLATE_NOOP("Text", "Make it there, or name another folder for this server.")},
    {"server.remote-folder-denied", QT_TRANSLATE_NOOP("Text", "This user may not read “{subject}” on “{server}”."),
     QT_TRANSLATE_NOOP("Text", "Work there with sudo, or give this user the right to it.")},
    {"direct.no-ssh", QT_TRANSLATE_NOOP("Text", "The target server has no ssh to reach the source server with."),
     QT_TRANSLATE_NOOP("Text", "Install its OpenSSH client, or let the data go through this machine.")},
    {"direct.unreachable", QT_TRANSLATE_NOOP("Text", "The target server does not reach the source server ({tried})."),
     QT_TRANSLATE_NOOP("Text", "Open the way between the two, or let the data go through this machine.")},
    {"direct.host-key-unknown",
     QT_TRANSLATE_NOOP("Text", "The source server's key could not be told to the target server."),
     QT_TRANSLATE_NOOP("Text", "Let the data go through this machine.")},
    {"direct.no-key", QT_TRANSLATE_NOOP("Text", "No temporary key could be made with ssh-keygen: {detail}"),
     QT_TRANSLATE_NOOP("Text", "Install the OpenSSH client on this machine.")},
    {"direct.bad-key", QT_TRANSLATE_NOOP("Text", "The temporary key is not as it should be; it was not let in."),
     nullptr},
    {"direct.refused", QT_TRANSLATE_NOOP("Text", "The source server did not let the target server in: {detail}"),
     QT_TRANSLATE_NOOP("Text", "Let keys in on the source server, or let the data go through this machine.")},
    {"metadata.not-kept", QT_TRANSLATE_NOOP("Text", "“{subject}” cannot keep its owner and rights when it is written."),
     QT_TRANSLATE_NOOP("Text", "Work as its owner, or as root.")},
    {"way.direct", QT_TRANSLATE_NOOP("Text", "The data went straight from one server to the other."), nullptr},
    {"way.relay", QT_TRANSLATE_NOOP("Text", "The data went through this machine."), nullptr},
    {"end.empty", QT_TRANSLATE_NOOP("Text", "A folder's name is empty."), nullptr},
    {"end.relative", QT_TRANSLATE_NOOP("Text", "“{subject}” names no folder of a server."),
     QT_TRANSLATE_NOOP("Text", "Write it as host:/folder, with a folder that begins with “/”.")},
    {"server.not-connected",
     QT_TRANSLATE_NOOP("Text", "“{subject}” is reached over SSH, and there is no connection to it here."),
     QT_TRANSLATE_NOOP("Text", "Test the connection to the server, then try again.")},
};

} // namespace

std::span<const Entry> hostsTable()
{
    return entries;
}

} // namespace bascule::text
