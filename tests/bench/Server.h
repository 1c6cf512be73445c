// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// An sshd for the benchmarks, with lines of several kinds to it.

#include "Common.h"
#include "Delay.h"

#include <csignal>
#include <filesystem>

#include <netinet/in.h>
#include <pwd.h>
#include <sys/socket.h>

namespace bench {

inline std::string quoted(const std::string& text)
{
    return "'" + text + "'"; // paths of ours have no quotes
}

inline Words shell(const std::string& line)
{
    return {"bash", "-c", "set -e -o pipefail; " + line};
}

inline int freePort()
{
    const int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address = {};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    if (bind(fd, reinterpret_cast<sockaddr*>(&address), size) != 0 ||
        getsockname(fd, reinterpret_cast<sockaddr*>(&address), &size) != 0)
        give_up("a port");
    close(fd);
    return ntohs(address.sin_port);
}

/// An sshd with keys and a configuration of its own. In the configuration "near" is the server, "far" the same behind
/// a delay, "office" behind a line of the same delay that carries so many bytes a second.
class Server
{
public:
    Server(std::string dir, int delayMs, int rate)
        : m_dir(std::move(dir))
        , m_port(freePort())
        , m_delay(m_port, delayMs)
        , m_line(m_port, delayMs, rate)
    {
        std::filesystem::create_directory(m_dir);
        mkdir("/run/sshd", 0755);
        for (const char* key : {"host", "client"})
            run({"ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", m_dir + "/" + key});
        std::filesystem::copy_file(m_dir + "/client.pub", m_dir + "/authorized_keys");
        std::ofstream(m_dir + "/sshd_config")
            << "ListenAddress 127.0.0.1\nPort " << m_port << "\nHostKey " << m_dir << "/host\nPidFile none\n"
            << "StrictModes no\nUsePAM no\nAuthorizedKeysFile " << m_dir << "/authorized_keys\n"
            << "PermitRootLogin yes\nPrintMotd no\nMaxStartups 100\nUseDNS no\nLogLevel ERROR\n";
        std::string type;
        std::string key;
        std::ifstream(m_dir + "/host.pub") >> type >> key;
        std::ofstream(m_dir + "/known_hosts") << "* " << type << ' ' << key << '\n';
        const passwd* user = getpwuid(getuid());
        std::ofstream config(m_dir + "/ssh_config");
        config << "Host near\n Port " << m_port << "\nHost far\n Port " << m_delay.port() << "\nHost office\n Port "
               << m_line.port() << "\nHost *\n"
               << " HostName 127.0.0.1\n User " << (user != nullptr ? user->pw_name : "nobody") << "\n IdentityFile "
               << m_dir << "/client\n UserKnownHostsFile " << m_dir
               << "/known_hosts\n GlobalKnownHostsFile none\n IdentityAgent none\n"
               << " IdentitiesOnly yes\n StrictHostKeyChecking no\n LogLevel ERROR\n BatchMode yes\n"
               << " UpdateHostKeys no\n ForwardAgent no\n ForwardX11 no\n PermitLocalCommand no\n"
               << " ClearAllForwardings yes\n Tunnel no\n RequestTTY no\n VisualHostKey no\n ServerAliveInterval 15\n"
               << " ServerAliveCountMax 3\n EscapeChar none\n";
        config.close();
        const Words words{"/usr/sbin/sshd", "-D", "-e", "-f", m_dir + "/sshd_config"};
        std::vector<char*> arguments;
        for (const std::string& word : words)
            arguments.push_back(const_cast<char*>(word.c_str()));
        arguments.push_back(nullptr);
        if (posix_spawn(&m_pid, arguments[0], nullptr, nullptr, arguments.data(), environ) != 0)
            give_up("sshd");
        for (int i = 0; i < 100 && !answers(); ++i)
            usleep(50'000);
        usleep(500'000); // its own look at what just asked
    }
    ~Server()
    {
        kill(m_pid, SIGTERM);
        waitpid(m_pid, nullptr, 0);
    }
    std::string config() const { return m_dir + "/ssh_config"; }
    std::string ssh() const { return "ssh -F " + quoted(config()); }
    /// User and system time of all that ran in sessions that have ended; waits for those that are about to.
    double processor() const
    {
        const std::string proc = "/proc/" + std::to_string(m_pid);
        for (int i = 0; i < 200; ++i) {
            std::ifstream children(proc + "/task/" + std::to_string(m_pid) + "/children");
            if (int child = 0; !(children >> child))
                break;
            usleep(10'000);
        }
        std::ifstream in(proc + "/stat");
        std::string line;
        std::getline(in, line);
        std::istringstream fields(line.substr(line.rfind(')') + 2));
        std::string skipped;
        for (int i = 3; i < 16; ++i)
            fields >> skipped;
        long user = 0;
        long system = 0;
        fields >> user >> system; // of children that were waited for
        return static_cast<double>(user + system) / static_cast<double>(sysconf(_SC_CLK_TCK));
    }

private:
    bool answers() const
    {
        const int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_in address = {};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        address.sin_port = htons(static_cast<std::uint16_t>(m_port));
        const bool good = connect(fd, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0;
        close(fd);
        return good;
    }

    std::string m_dir;
    int m_port;
    Delay m_delay, m_line;
    pid_t m_pid = 0;
};

} // namespace bench
