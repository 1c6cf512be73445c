// SPDX-License-Identifier: GPL-3.0-or-later
// From server to server: the target's helper logs in to the source with a key that is good for this alone.
#include "core/engine/wire/Direct.h"

#include "core/engine/Admission.h"
#include "core/engine/Fd.h"
#include "core/engine/HostFiles.h"
#include "core/engine/wire/Ciphers.h"
#include "core/engine/wire/Frame.h"
#include "core/engine/wire/Helper.h"
#include "core/engine/wire/PaceFrames.h"
#include "core/engine/wire/Transfer.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

#include <arpa/inet.h>
#include <dirent.h>
#include <fcntl.h>
#include <ifaddrs.h>
#include <net/if.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

namespace bascule::engine::wire {

namespace {

constexpr int kReachMs = 4000;
constexpr std::int64_t kMostProgram = 64LL * 1024 * 1024;

Error direct(const char* code, std::string detail = {})
{
    return {code, Severity::Fatal, {}, {}, std::move(detail)};
}

/// An address and its port as the system's calls want them.
struct Socket
{
    sockaddr_storage address{};
    socklen_t size = 0;
};

bool parse(const std::string& place, Socket& socket)
{
    const std::size_t blank = place.find(' ');
    if (blank == std::string::npos)
        return false;
    const std::string text = place.substr(0, blank);
    const auto port = static_cast<in_port_t>(std::strtol(place.c_str() + blank, nullptr, 10));
    auto* four = reinterpret_cast<sockaddr_in*>(&socket.address);
    auto* six = reinterpret_cast<sockaddr_in6*>(&socket.address);
    if (::inet_pton(AF_INET, text.c_str(), &four->sin_addr) == 1) {
        four->sin_family = AF_INET;
        four->sin_port = htons(port);
        socket.size = sizeof *four;
    } else if (::inet_pton(AF_INET6, text.c_str(), &six->sin6_addr) == 1) {
        six->sin6_family = AF_INET6;
        six->sin6_port = htons(port);
        socket.size = sizeof *six;
    }
    return socket.size != 0;
}

std::string textOf(const sockaddr* address)
{
    std::array<char, INET6_ADDRSTRLEN> text{};
    const void* bytes = nullptr;
    if (address->sa_family == AF_INET)
        bytes = &reinterpret_cast<const sockaddr_in*>(address)->sin_addr;
    else if (address->sa_family == AF_INET6)
        bytes = &reinterpret_cast<const sockaddr_in6*>(address)->sin6_addr;
    if (bytes == nullptr || ::inet_ntop(address->sa_family, bytes, text.data(), text.size()) == nullptr)
        return {};
    return text.data();
}

/// Whether that place greets as sshd does; `from` becomes our address on that connection.
bool greets(const std::string& place, std::string& from, const std::stop_token& stop)
{
    Socket to;
    if (!parse(place, to))
        return false;
    const Fd socket(::socket(to.address.ss_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    if (!socket)
        return false;
    if (::connect(socket.get(), reinterpret_cast<const sockaddr*>(&to.address), to.size) != 0 && errno != EINPROGRESS)
        return false;
    std::array<char, 4> word{};
    short wanted = POLLOUT;
    for (int waited = 0; waited < kReachMs && !stop.stop_requested(); waited += 100) {
        pollfd ready{socket.get(), wanted, 0};
        if (::poll(&ready, 1, 100) <= 0)
            continue;
        int error = 0;
        socklen_t size = sizeof error;
        if (::getsockopt(socket.get(), SOL_SOCKET, SO_ERROR, &error, &size) != 0 || error != 0)
            return false;
        if (wanted == POLLOUT) {
            wanted = POLLIN;
            continue;
        }
        sockaddr_storage mine{};
        size = sizeof mine;
        if (::recv(socket.get(), word.data(), word.size(), MSG_WAITALL | MSG_PEEK) < 4)
            return false;
        if (::getsockname(socket.get(), reinterpret_cast<sockaddr*>(&mine), &size) == 0)
            from = textOf(reinterpret_cast<sockaddr*>(&mine));
        return std::memcmp(word.data(), "SSH-", 4) == 0 && !from.empty();
    }
    return false;
}

std::vector<std::string> ownAddresses()
{
    std::vector<std::string> addresses;
    ifaddrs* all = nullptr;
    if (::getifaddrs(&all) != 0)
        return addresses;
    for (const ifaddrs* one = all; one != nullptr; one = one->ifa_next) {
        if (one->ifa_addr == nullptr || (one->ifa_flags & IFF_LOOPBACK) != 0 || (one->ifa_flags & IFF_UP) == 0)
            continue;
        std::string text = textOf(one->ifa_addr);
        if (!text.empty() && text.compare(0, 5, "fe80:") != 0) // of a link, of no use elsewhere
            addresses.push_back(std::move(text));
    }
    ::freeifaddrs(all);
    return addresses;
}

/// The public keys that sshd has where distributions put them.
std::vector<std::string> hostKeys()
{
    std::vector<std::string> keys;
    for (const char* kind : {"ed25519", "ecdsa", "rsa"}) {
        const auto text = readFileBelow("/etc/ssh", std::string("ssh_host_") + kind + "_key.pub", 16384);
        if (!text)
            continue;
        // "type base64 comment"
        const std::size_t second = text->find(' ', text->find(' ') + 1);
        keys.push_back(text->substr(0, std::min(second, text->find('\n'))));
    }
    return keys;
}

std::string sshProgram()
{
    for (const char* path : {"/usr/bin/ssh", "/usr/local/bin/ssh", "/bin/ssh"}) {
        if (::access(path, X_OK) == 0)
            return path;
    }
    return {};
}

Message who()
{
    return Message()
        .set("uid", std::int64_t{::geteuid()})
        .set("home", homeFolder())
        .set("addresses", ownAddresses())
        .set("hostKeys", hostKeys())
        .set("ssh", sshProgram());
}

/// A private folder for the key while ssh starts; gone with this.
class KeyFolder
{
public:
    ~KeyFolder() { remove(); }
    KeyFolder() = default;
    KeyFolder(const KeyFolder&) = delete;
    KeyFolder& operator=(const KeyFolder&) = delete;

    /// False when nowhere is a place for it. In memory where that is to be had.
    bool make()
    {
        const char* runtime = std::getenv("XDG_RUNTIME_DIR");
        for (const std::string& base : {std::string(runtime != nullptr ? runtime : ""), std::string("/dev/shm"),
                                        std::string("/tmp"), std::string("/var/tmp")}) {
            std::string name = base + "/.bascule-key.XXXXXXXXXX";
            if (!base.empty() && ::mkdtemp(name.data()) != nullptr) {
                m_path = name;
                return true;
            }
        }
        return false;
    }
    bool put(const char* name, const std::string& bytes) const
    {
        const Fd file(::open(path(name).c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600));
        return file && ::write(file.get(), bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size());
    }
    std::string path(const char* name) const { return m_path + '/' + name; }
    void remove()
    {
        if (m_path.empty())
            return;
        for (const char* name : {"key", "known"})
            ::unlink(path(name).c_str());
        ::rmdir(m_path.c_str());
        m_path.clear();
    }

private:
    std::string m_path;
};

std::vector<std::string> sshCommand(const std::string& program, const Message& call, const KeyFolder& keys)
{
    std::vector<std::string> words{program, "-F", "/dev/null", "-T"};
    for (const std::string& option : {std::string("BatchMode=yes"),
                                      std::string("StrictHostKeyChecking=yes"),
                                      "UserKnownHostsFile=" + keys.path("known"),
                                      std::string("GlobalKnownHostsFile=none"),
                                      std::string("HostKeyAlias=bascule-peer"),
                                      std::string("UpdateHostKeys=no"),
                                      std::string("IdentitiesOnly=yes"),
                                      std::string("IdentityAgent=none"),
                                      "IdentityFile=" + keys.path("key"),
                                      std::string("CertificateFile=none"),
                                      std::string("PreferredAuthentications=publickey"),
                                      std::string("ForwardAgent=no"),
                                      std::string("ForwardX11=no"),
                                      std::string("PermitLocalCommand=no"),
                                      std::string("ClearAllForwardings=yes"),
                                      std::string("ControlMaster=no"),
                                      std::string("ControlPath=none"),
                                      std::string("ServerAliveInterval=15"),
                                      std::string("ServerAliveCountMax=3"),
                                      std::string("ConnectTimeout=15"),
                                      std::string("EscapeChar=none"),
                                      "Ciphers=" + quickFirst(kUsualCiphers)}) {
        words.push_back("-o" + option);
    }
    words.insert(words.end(), {"-p", std::to_string(call.number("port", 22)), "-l", call.text("user"), "--",
                               call.text("address"), "bascule"}); // the command that runs is the one of the key
    return words;
}

/// Whether ssh tells of a connection that was there and broke.
bool saysCut(const std::string& said)
{
    static constexpr std::array words{"closed by remote host", "Connection reset", "Broken pipe", "not responding"};
    return std::any_of(words.begin(), words.end(), [&](const char* word) { return said.find(word) != said.npos; });
}

Result<std::unique_ptr<Helper>> connect(const Message& call, const std::stop_token& stop)
{
    const std::string program = sshProgram();
    if (program.empty())
        return direct("direct.no-ssh");
    KeyFolder keys;
    if (!keys.make() || !keys.put("key", call.text("privateKey")) ||
        !keys.put("known", "bascule-peer " + call.text("hostKey") + '\n'))
        return direct("direct.refused", std::strerror(errno));
    auto channel = Channel::start(sshCommand(program, call, keys), {"LC_ALL=C"});
    if (!channel)
        return direct("direct.no-ssh", channel.error().detail);
    const auto image = readFileBelow({}, "/proc/self/exe", kMostProgram);
    if (!image)
        return image.error();
    HelperStart options;
    if (const std::int64_t earlier = call.number("earlier"); earlier > 0)
        options.earlier.push_back(earlier);
    auto helper = Helper::start(std::move(*channel), {*image, call.text("sha256")}, call.text("nonce"), options, stop);
    if (!helper && helper.error().code == "helper.no-shell") {
        // A cut just now says nothing of whether we are let in.
        const char* code = saysCut(helper.error().detail) ? "link.closed" : "direct.refused";
        return direct(code, helper.error().detail);
    }
    return helper;
}

} // namespace

Reached reach(const std::vector<std::string>& places, const std::stop_token& stop)
{
    for (const std::string& place : places) {
        std::string from;
        if (greets(place, from, stop))
            return {place.substr(0, place.find(' ')), std::strtol(place.c_str() + place.find(' '), nullptr, 10), from};
    }
    return {};
}

std::optional<Result<Message>> operateDirect(const Message& call, const std::stop_token& stop)
{
    const std::string operation = call.operation();
    const auto done = [](const Result<void>& result) {
        return result ? Result<Message>(Message()) : Result<Message>(result.error());
    };
    if (operation == "who")
        return Result<Message>(who());
    if (operation == "reach") {
        const Reached found = reach(call.texts("places"), stop);
        return Result<Message>(Message().set("address", found.address).set("port", found.port).set("from", found.from));
    }
    if (operation == "admit")
        return done(admit(homeFolder(), {call.text("key"), call.text("command"), call.text("from"), call.text("nonce")},
                          ::getpid()));
    if (operation == "revoke")
        return done(revokeAdmissions(homeFolder(), ::getpid()));
    return {};
}

/// Makes a source known to sever() while it lives.
class Pull::Under
{
public:
    Under(Pull& pull, Helper* source)
        : m_pull(pull)
    {
        set(source);
    }
    ~Under() { set(nullptr); }
    Under(const Under&) = delete;
    Under& operator=(const Under&) = delete;

private:
    void set(Helper* source)
    {
        const std::lock_guard lock(m_pull.m_mutex);
        m_pull.m_source = source;
    }
    Pull& m_pull;
};

bool Pull::sever()
{
    const std::lock_guard lock(m_mutex);
    if (m_source != nullptr)
        m_source->sever();
    return m_source != nullptr;
}

Result<Message> Pull::run(const Message& call, const std::shared_ptr<Pace>& pace, FrameWriter& writer,
                          const std::stop_token& stop)
{
    const auto source = connect(call, stop);
    if (!source)
        return source.error();
    const Under under(*this, source->get());
    const auto teller = holdingTeller(pace, writer);
    return receiveThrough(
        call, writer,
        [&](const SyncOptions& options, Counters& counters, const std::function<void(const SyncAction&)>& onAction) {
            SyncOptions paced = options;
            paced.pace = pace;
            return transfer({source->get(), call.text("peerPath"), call.text("sourceName")},
                            {nullptr, call.text("path"), call.text("path")}, paced, counters, stop, onAction);
        });
}

Result<SyncReport> pullDirect(Helper& target, const std::string& path, const Peer& peer, const SyncOptions& options,
                              Counters& counters, std::stop_token stop,
                              const std::function<void(const SyncAction&)>& onAction)
{
    Message call = receiveCall(path, peer.name, options, static_cast<bool>(onAction));
    call.set("op", std::string("pull"))
        .set("address", peer.address)
        .set("port", peer.port)
        .set("user", peer.user)
        .set("hostKey", peer.hostKey)
        .set("privateKey", peer.privateKey)
        .set("sha256", peer.sha256)
        .set("nonce", peer.nonce)
        .set("earlier", peer.earlier)
        .set("peerPath", peer.path);
    return receivedBy(target, call, options, counters, stop, onAction, {}, options.pace);
}

} // namespace bascule::engine::wire
