// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hosts/Direct.h"

#include "core/engine/wire/Helper.h"
#include "core/hosts/Child.h"
#include "core/hosts/Reaching.h"
#include "core/hosts/SshConnection.h"

#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>

#include <algorithm>

namespace bascule {

using namespace Qt::StringLiterals;
using engine::wire::Helper;
using Call = engine::wire::Message;

namespace {

struct KeyPair
{
    std::string secret, open;
};

/// A key that nobody else has, in memory: the files that ssh-keygen writes are gone when this returns.
Result<KeyPair> newKeyPair(const QByteArray& folder, std::stop_token stop)
{
    const QTemporaryDir place(QFile::decodeName(folder) + u"/kXXXXXX"_s);
    const QString file = place.filePath(u"key"_s);
    Child child;
    if (!place.isValid() ||
        !child.start({"ssh-keygen", {"-q", "-t", "ed25519", "-N", "", "-C", "", "-f", QFile::encodeName(file)}},
                     QProcessEnvironment::systemEnvironment()))
        return makeError("direct.no-key");
    child.closeInput();
    QElapsedTimer clock;
    clock.start();
    while (child.wait(20) && clock.elapsed() < 20'000) {
        if (stop.stop_requested())
            return makeError("cancelled");
    }
    QFile secret(file), open(file + u".pub"_s);
    if (child.exitCode() != 0 || !secret.open(QIODevice::ReadOnly) || !open.open(QIODevice::ReadOnly))
        return makeError("direct.no-key", {}, {}, displayPath(child.err.right(500)));
    return KeyPair{secret.readAll().toStdString(), open.readAll().trimmed().toStdString()};
}

QString fingerprintOf(const std::string& key)
{
    const QByteArray blob = QByteArray::fromBase64(QByteArray::fromStdString(key).split(' ').value(1));
    return u"SHA256:"_s +
           QString::fromLatin1(
               QCryptographicHash::hash(blob, QCryptographicHash::Sha256).toBase64(QByteArray::OmitTrailingEquals));
}

/// Where the target may find the source: as we do, and by the addresses that the source has itself.
std::vector<std::string> placesOf(const SshRoute& route, const std::vector<std::string>& own, std::stop_token stop)
{
    std::vector<std::string> places;
    const auto add = [&places](const std::string& address, int port) {
        std::string place = address + ' ' + std::to_string(port);
        if (std::find(places.begin(), places.end(), place) == places.end())
            places.push_back(std::move(place));
    };
    if (route.through.isEmpty()) {
        if (const auto found = reaching::resolve(route.host, std::move(stop))) {
            for (const reaching::Place& place : found.value())
                add(place.text.toStdString(), route.port);
        }
    }
    for (const std::string& address : own)
        add(address, route.port);
    if (route.port != 22) {
        for (const std::string& address : own)
            add(address, 22);
    }
    constexpr std::size_t most = 8; // each may cost seconds
    places.resize(std::min(places.size(), most));
    return places;
}

std::string joined(const std::vector<std::string>& places)
{
    std::string text;
    for (std::string place : places) {
        place.replace(place.find(' '), 1, ":");
        text += (text.empty() ? "" : ", ") + place;
    }
    return text;
}

} // namespace

Result<std::unique_ptr<DirectWay>> DirectWay::open(const Host::Reach& source, Helper& sourceHelper,
                                                   Helper& targetHelper, std::stop_token stop)
{
    const auto there = targetHelper.call(Call("who"), stop), from = sourceHelper.call(Call("who"), stop);
    if (!there || !from)
        return !there ? there.error() : from.error();
    if (there->text("ssh").empty())
        return makeError("direct.no-ssh");
    const auto route = source.connections->route(*source.address, stop);
    const auto connection = source.connections->get(*source.address, stop);
    if (!route || !connection)
        return !route ? route.error() : connection.error();
    const std::vector<std::string> places = placesOf(*route, from->texts("addresses"), stop);
    const auto reached = targetHelper.call(Call("reach").set("places", places), stop);
    if (!reached)
        return reached.error();
    if (reached->text("address").empty())
        return makeError("direct.unreachable", {}, {{"tried", joined(places)}});
    std::unique_ptr<DirectWay> way(new DirectWay(sourceHelper));
    engine::wire::Peer& peer = way->m_peer;
    for (const std::string& key : from->texts("hostKeys")) {
        if (fingerprintOf(key) == (*connection)->fingerprint())
            peer.hostKey = key;
    }
    if (peer.hostKey.empty())
        return makeError("direct.host-key-unknown");
    const auto folder = source.connections->privateFolder();
    if (!folder)
        return folder.error();
    const auto keys = newKeyPair(*folder, stop);
    if (!keys)
        return keys.error();
    const engine::wire::HelperImage image = engine::wire::builtInHelper();
    peer.address = reached->text("address");
    peer.port = reached->number("port");
    peer.user = source.sudo ? "root" : route->user.toStdString();
    peer.privateKey = keys->secret;
    peer.sha256 = image.sha256;
    peer.nonce = engine::wire::newNonce();
    peer.earlier = sourceHelper.pid();
    const std::string command = "exec /bin/sh -c '" + engine::wire::bootstrapLine(image, peer.nonce) + '\'';
    way->m_admitted = true; // even when the answer is lost
    const auto admitted = sourceHelper.call(Call("admit")
                                                .set("key", keys->open)
                                                .set("command", command)
                                                .set("from", reached->text("from"))
                                                .set("nonce", peer.nonce),
                                            stop);
    if (!admitted)
        return admitted.error();
    return way;
}

DirectWay::~DirectWay()
{
    if (m_admitted)
        (void)m_source.call(Call("revoke"), {});
}

} // namespace bascule
