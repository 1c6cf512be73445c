// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/wire/Helper.h"

#include "core/engine/wire/Bytes.h"
#include "core/engine/wire/Operations.h"

#include <cerrno>
#include <chrono>
#include <cstring>

#include <poll.h>
#include <unistd.h>

namespace bascule::engine::wire {

namespace {

constexpr std::size_t kMostNoise = 1024 * 1024;
constexpr std::size_t kMostLine = 4096;
constexpr const char* kSystem = "Linux x86_64";
constexpr auto kAfterCancel = std::chrono::milliseconds(1500);

Error problem(const char* code, std::string detail = {})
{
    return {code, Severity::Session, {}, {}, std::move(detail)};
}

/// Writes what is no frame. Blocks no longer than `silenceMs` without a byte taken.
Result<void> writeRaw(int fd, std::string_view bytes, int silenceMs, const std::stop_token& stop)
{
    int quietMs = 0;
    while (!bytes.empty()) {
        const ssize_t wrote = ::write(fd, bytes.data(), std::min<std::size_t>(bytes.size(), 64 * 1024));
        if (wrote > 0) {
            bytes.remove_prefix(static_cast<std::size_t>(wrote));
            quietMs = 0;
        } else if (wrote < 0 && errno == EAGAIN) {
            pollfd ready{fd, POLLOUT, 0};
            if (::poll(&ready, 1, 200) == 0 && (quietMs += 200) >= silenceMs)
                return problem("link.silent");
        } else if (errno != EINTR) {
            return problem("link.closed", std::strerror(errno));
        }
        if (stop.stop_requested())
            return problem("call.cancelled");
    }
    return {};
}

/// Reads lines until one of ours; what else comes is noise. Answers what follows the nonce.
Result<std::string> heed(FrameReader& reader, const std::string& nonce, std::string& noise, const std::stop_token& stop)
{
    const std::string mark = "BASCULE " + nonce + ' ';
    for (;;) {
        auto line = reader.readLine(kMostLine, stop);
        if (!line)
            return line.error();
        if (line->compare(0, mark.size(), mark) == 0)
            return line->substr(mark.size());
        noise += *line + '\n';
        if (noise.size() > kMostNoise)
            return problem("link.garbled", "too much was said before the shell");
    }
}

Error refusalOf(const std::string& word)
{
    const std::size_t space = word.find(' ');
    const std::string verb = word.substr(0, space);
    Error error = problem("helper.no-helper", word);
    for (const auto& [said, code] : {std::pair{"no-room", "helper.no-room"}, std::pair{"no-exec", "helper.no-exec"},
                                     std::pair{"no-folder", "helper.no-folder"}, std::pair{"altered", "helper.altered"},
                                     std::pair{"cannot-run", "helper.cannot-run"}}) {
        if (verb == said)
            error.code = code;
    }
    if (space != std::string::npos)
        error.params["tried"] = word.substr(space + 1);
    return error;
}

} // namespace

Helper::Helper(std::unique_ptr<Channel> channel, int silenceMs)
    : m_channel(std::move(channel))
    , m_reader(m_channel->output(), silenceMs)
    , m_writer(m_channel->input(), silenceMs)
{
}

Helper::~Helper()
{
    finish();
}

void Helper::finish()
{
    m_writer.hurry(true);
    const bool there = !broken();
    if (there && m_pid > 0)
        (void)m_writer.write(FrameType::Control, Message("leave").encode());
    m_heartbeat.reset();                   // before what it writes to is closed
    m_channel->finish(there ? 2000 : 300); // over a lost link nobody hears that it is to go
    const std::lock_guard lock(m_mutex);
    if (!m_lost)
        m_lost = problem("link.closed");
}

bool Helper::broken() const
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_lost)
            return true;
    }
    // Between two calls nobody reads: the end of its process is seen all the same.
    pollfd ended{m_channel->output(), 0, 0};
    return ::poll(&ended, 1, 0) > 0;
}

Result<std::unique_ptr<Helper>> Helper::start(std::unique_ptr<Channel> channel, const HelperImage& image,
                                              const std::string& nonce, const HelperStart& options,
                                              std::stop_token stop)
{
    std::unique_ptr<Helper> helper(new Helper(std::move(channel), options.silenceMs));
    std::string noise;
    // An answer that does not come is told with what came instead, and with what was said on the error stream.
    const auto failed = [&](Error error, const char* code) {
        if (stop.stop_requested())
            return problem("call.cancelled");
        helper->m_channel->finish(500);
        if (code != nullptr && (error.code == "link.closed" || error.code == "link.garbled"))
            error.code = code;
        error.detail = noise + helper->m_channel->errors() + error.detail;
        return error;
    };
    const auto reached = [&](const char* what, const std::string& fact) {
        if (options.reached)
            options.reached(what, fact);
    };
    auto word = heed(helper->m_reader, nonce, noise, stop);
    if (!word)
        return failed(word.error(), "helper.no-shell");
    reached("shell", {});
    const std::string system = word->compare(0, 6, "shell ") == 0 ? word->substr(6) : std::string();
    if (system != kSystem) {
        Error error = problem("helper.other-architecture");
        const std::size_t space = system.find(' ');
        error.params["system"] = system.substr(0, space);
        error.params["architecture"] = space == std::string::npos ? std::string() : system.substr(space + 1);
        return failed(std::move(error), nullptr);
    }
    reached("architecture", system);
    const int input = helper->m_channel->input();
    std::string send = "send";
    for (const std::int64_t pid : options.earlier)
        send += ' ' + std::to_string(pid);
    if (auto sent = writeRaw(input, send + '\n', options.silenceMs, stop); !sent)
        return failed(sent.error(), "helper.no-helper");
    word = heed(helper->m_reader, nonce, noise, stop);
    if (!word || (*word != "go" && *word != "have"))
        return failed(word ? refusalOf(*word) : word.error(), "helper.no-helper");
    if (*word == "go") {
        if (auto sent = writeRaw(input, image.bytes, options.silenceMs, stop); !sent)
            return failed(sent.error(), "helper.no-helper");
    }
    do {
        word = heed(helper->m_reader, nonce, noise, stop);
    } while (word && *word == "takes"); // what was sent is still on its way
    if (!word || *word != "helper")
        return failed(word ? refusalOf(*word) : word.error(), "helper.no-helper");
    if (auto greeted = helper->takeGreeting(nonce, stop); !greeted)
        return failed(greeted.error(), "helper.no-helper");
    reached("helper", std::to_string(helper->m_pid));
    return helper;
}

Result<std::unique_ptr<Helper>> Helper::greet(std::unique_ptr<Channel> channel, const std::string& nonce,
                                              const HelperStart& options, std::stop_token stop)
{
    std::unique_ptr<Helper> helper(new Helper(std::move(channel), options.silenceMs));
    if (auto greeted = helper->takeGreeting(nonce, stop); !greeted) {
        Error error = greeted.error();
        helper->m_channel->finish(500);
        error.detail += helper->m_channel->errors();
        return error;
    }
    return helper;
}

Result<void> Helper::takeGreeting(const std::string& nonce, const std::stop_token& stop)
{
    const auto frame = m_reader.read(stop);
    if (!frame)
        return frame.error();
    const auto greeting = frame->type == FrameType::Control ? Message::decode(frame->payload) : std::nullopt;
    if (!greeting || greeting->operation() != "hello" || greeting->text("nonce") != nonce)
        return problem("link.garbled", "no greeting of ours");
    if (greeting->number("protocol") != std::int64_t{kProtocol})
        return problem("helper.other-version", greeting->text("version"));
    m_pid = greeting->number("pid");
    m_uid = greeting->number("uid");
    m_nonce = nonce;
    m_heartbeat = std::make_unique<Heartbeat>(m_writer, [this] { return m_calling.load(); });
    return {};
}

Error Helper::lose(Error error)
{
    m_lost = error;
    return error;
}

Result<Message> Helper::call(const Message& message, const std::stop_token& stop,
                             const std::function<Result<void>(const Frame&)>& content,
                             const std::function<void()>& sent)
{
    const std::lock_guard lock(m_mutex);
    if (m_lost)
        return *m_lost;
    m_writer.hurry(false);
    m_calling = true;
    const std::unique_ptr<std::atomic<bool>, void (*)(std::atomic<bool>*)> quiet(
        &m_calling, [](std::atomic<bool>* calling) { *calling = false; });
    if (const auto wrote = m_writer.write(FrameType::Control, message.encode()); !wrote)
        return lose(wrote.error());
    if (sent)
        sent();
    // After a stop, or when what came was refused, the helper is asked to end the call, and what is still on its way is
    // thrown away, so that the next call finds a quiet line. It gets a moment for that, no more.
    std::optional<Error> refused;
    std::optional<FrameReader::Time> deadline;
    const auto cancel = [&](Error why) {
        if (!refused) {
            refused = std::move(why);
            deadline = std::chrono::steady_clock::now() + kAfterCancel;
            m_writer.hurry(true);
            (void)m_writer.write(FrameType::Cancel, {});
        }
    };
    for (;;) {
        if (deadline && std::chrono::steady_clock::now() > *deadline) {
            lose(problem("link.closed", "a cancelled call did not end"));
            return *refused;
        }
        auto frame = deadline ? m_reader.read({}, *deadline) : m_reader.read(stop);
        if (!frame && frame.error().code == "link.stopped") {
            cancel(problem("call.cancelled"));
            continue;
        }
        if (!frame) {
            lose(frame.error());
            return refused ? *refused : frame.error();
        }
        if (frame->type == FrameType::Alive)
            continue;
        if (frame->type != FrameType::Control) {
            if (refused)
                continue;
            const Result<void> taken = content ? content(*frame) : problem("link.garbled", "content nobody asked for");
            if (!taken && taken.error().code == "link.garbled")
                return lose(taken.error());
            if (!taken)
                cancel(taken.error());
            continue;
        }
        const auto answer = Message::decode(frame->payload);
        if (!answer)
            return lose(problem("link.garbled", "an answer that is none"));
        if (refused)
            return *refused;
        if (const auto error = answer->error())
            return *error;
        return *answer;
    }
}

Result<Space> Helper::space(const std::string& path, std::stop_token stop)
{
    const auto answer = call(Message("space").set("path", path), stop);
    if (!answer)
        return answer.error();
    return spaceOf(*answer);
}

Result<bool> Helper::exists(const std::string& path, std::stop_token stop)
{
    const auto answer = call(Message("exists").set("path", path), stop);
    if (!answer)
        return answer.error();
    return answer->flag("exists");
}

Result<void> Helper::folder(const std::string& path, std::stop_token stop)
{
    const auto answer = call(Message("folder").set("path", path), stop);
    if (!answer)
        return answer.error();
    return {};
}

Result<std::string> Helper::readFile(const std::string& root, const std::string& path, std::int64_t limit,
                                     std::stop_token stop)
{
    std::string content;
    const auto take = [&](const Frame& frame) -> Result<void> {
        if (frame.type != FrameType::Content ||
            frame.payload.size() + content.size() > static_cast<std::size_t>(std::max<std::int64_t>(limit, 0)))
            return problem("link.garbled", "more than was asked for");
        content += frame.payload;
        return {};
    };
    const auto answer = call(Message("read").set("root", root).set("path", path).set("limit", limit), stop, take);
    if (!answer)
        return answer.error();
    return content;
}

Result<std::vector<Unreadable>> Helper::walk(const std::string& path, const WalkOptions& options, std::stop_token stop,
                                             const std::function<bool(const TreeEntry&)>& visit)
{
    std::vector<Unreadable> unreadable;
    bool ended = false;
    const auto take = [&](const Frame& frame) -> Result<void> {
        ByteReader reader(frame.payload);
        while (frame.type == FrameType::Entries && !reader.atEnd()) {
            WalkRecord record = takeRecord(reader);
            if (!reader.ok())
                break;
            if (auto* one = std::get_if<Unreadable>(&record)) {
                unreadable.push_back(std::move(*one));
            } else if (!visit(std::get<TreeEntry>(record))) {
                ended = true;
                return problem("call.cancelled");
            }
        }
        if (frame.type != FrameType::Entries || !reader.ok())
            return problem("link.garbled", "no entries of a walk");
        return {};
    };
    const auto answer = call(Message("walk")
                                 .set("path", path)
                                 .set("excludes", options.excludes)
                                 .set("oneFileSystem", options.oneFileSystem)
                                 .set("traits", options.traits),
                             stop, take);
    // As the walk on this machine: who stops it, by token or by answer, gets what was met until then.
    if (!answer && !(answer.error().code == "call.cancelled" && (ended || stop.stop_requested())))
        return answer.error();
    return unreadable;
}

Result<Fingerprint> Helper::fingerprint(const std::string& path, const WalkOptions& options, std::stop_token stop)
{
    const auto answer = call(Message("fingerprint")
                                 .set("path", path)
                                 .set("excludes", options.excludes)
                                 .set("oneFileSystem", options.oneFileSystem),
                             stop);
    if (!answer)
        return answer.error();
    return fingerprintOf(*answer);
}

Result<void> Helper::endEarlier(std::int64_t pid, const std::string& nonce, std::stop_token stop)
{
    const auto answer = call(Message("end").set("pid", pid).set("nonce", nonce), stop);
    if (!answer)
        return answer.error();
    return {};
}

Result<std::string> Helper::hashFile(const std::string& path, std::stop_token stop)
{
    const auto answer = call(Message("hash").set("path", path), stop);
    if (!answer)
        return answer.error();
    return answer->text("hash");
}

} // namespace bascule::engine::wire
