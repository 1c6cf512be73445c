// SPDX-License-Identifier: GPL-3.0-or-later
// A page answers, with the right status, the right text, in time. A polite error page is not "up": the text tells.
#include "core/monitoring/NetworkWait.h"
#include "core/monitoring/TlsErrors.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QUrl>

namespace bascule::monitoring {

using namespace Qt::StringLiterals;

namespace {

/// Bytes of a page that are looked at; a longer one is cut off there.
constexpr qint64 kPageBytes = 2 << 20;

/// What came back, once the waiting is over.
struct Page
{
    NetworkWait::End end = NetworkWait::End::TimedOut;
    QNetworkReply::NetworkError error = QNetworkReply::NoError;
    QList<QSslError> tlsErrors;
    QString words;
    QByteArray body;
    int status = 0;
    double ms = 0;
};

Page fetch(const QUrl& url, const QSslConfiguration& tls, const ProbeContext& context)
{
    Page page;
    NetworkWait wait(context.timeoutMs, context.stop);
    QNetworkAccessManager manager;
    QNetworkRequest request(url);
    request.setSslConfiguration(tls);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setRawHeader("User-Agent", "bascule-check");
    const std::unique_ptr<QNetworkReply> reply(manager.get(request));
    // Errors of TLS are only read here, never ignored: the request fails on them.
    QObject::connect(reply.get(), &QNetworkReply::sslErrors, wait.context(),
                     [&](const QList<QSslError>& errors) { page.tlsErrors = errors; });
    QObject::connect(reply.get(), &QNetworkReply::readyRead, wait.context(), [&] {
        page.body += reply->read(kPageBytes - page.body.size());
        if (page.body.size() >= kPageBytes)
            wait.done();
    });
    QObject::connect(reply.get(), &QNetworkReply::finished, wait.context(), [&] { wait.done(); });
    page.end = wait.wait();
    page.ms = wait.ms();
    page.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    page.error = reply->error();
    page.words = reply->errorString();
    if (page.body.size() < kPageBytes)
        page.body += reply->read(kPageBytes - page.body.size());
    QObject::disconnect(reply.get(), nullptr, wait.context(), nullptr);
    reply->abort();
    return page;
}

class HttpProbe final : public Probe
{
public:
    QString kind() const override { return u"http"_s; }

    Result<void> validate(const QJsonObject& params) const override
    {
        if (auto there = needs(params, "url"); !there)
            return there;
        const QString text = params.value(u"url"_s).toString();
        const QUrl url(text, QUrl::StrictMode);
        if (!url.isValid() || url.host().isEmpty() || (url.scheme() != u"http" && url.scheme() != u"https"))
            return makeError("check.bad-url", redact(displayPath(text.toUtf8())));
        // The project file holds no secret.
        if (!url.userInfo().isEmpty())
            return makeError("check.url-secret", url.host());
        return {};
    }

    ProbeOutcome run(const QJsonObject& params, const ProbeContext& context) const override
    {
        const QUrl url(params.value(u"url"_s).toString(), QUrl::StrictMode);
        if (const auto valid = validate(params); !valid)
            return outcome(CheckState::Unknown, "check.bad-url", {{u"subject"_s, url.host()}});
        const auto tls = tlsConfiguration(params);
        if (!tls)
            return outcome(CheckState::Unknown, "check.ca-unreadable",
                           {{u"subject"_s, displayPath(tls.error().subject)}});
        if (auto unresolved = cannotResolve(url.host(), context))
            return *unresolved;
        ProbeOutcome found = judgePage(fetch(url, tls.value(), context), params, url, context);
        found.params.insert(u"url"_s, redact(displayPath(url.toString().toUtf8())));
        return found;
    }

private:
    static ProbeOutcome judgePage(const Page& page, const QJsonObject& params, const QUrl& url,
                                  const ProbeContext& context)
    {
        const QString host = url.host();
        const int port = url.port(url.scheme() == u"https" ? 443 : 80);
        if (page.end == NetworkWait::End::Stopped)
            return outcome(CheckState::Unknown, "check.stopped");
        if (!page.tlsErrors.isEmpty())
            return tlsRefused(page.tlsErrors, host);
        if (page.end == NetworkWait::End::TimedOut)
            return noAnswer(host, port, context);
        QJsonObject found{{u"subject"_s, host}, {u"port"_s, port}, {u"status"_s, page.status}};
        if (page.status == 0) {
            found.insert(u"detail"_s, page.words);
            return judgeFailure(page, host, found);
        }
        const int expected = params.value(u"status"_s).toInt(0);
        if (expected != 0 ? page.status != expected : page.status < 200 || page.status >= 300)
            return outcome(CheckState::Down, "check.http-status", found, page.ms);
        if (page.error != QNetworkReply::NoError && expected == 0) {
            found.insert(u"detail"_s, page.words);
            return outcome(CheckState::Down, "check.connection-failed", found, page.ms);
        }
        const QString wanted = params.value(u"contains"_s).toString();
        if (!wanted.isEmpty() && !page.body.contains(wanted.toUtf8())) {
            found.insert(u"expected"_s, wanted);
            return outcome(CheckState::Down, "check.http-other-page", found, page.ms);
        }
        return outcome(CheckState::Up, "check.http-ok", found, page.ms);
    }

    static ProbeOutcome judgeFailure(const Page& page, const QString& host, const QJsonObject& found)
    {
        if (page.error == QNetworkReply::ConnectionRefusedError)
            return outcome(CheckState::Down, "check.refused", found, page.ms);
        if (!canReach(host))
            return outcome(CheckState::Unknown, "check.no-uplink", found);
        if (page.error == QNetworkReply::SslHandshakeFailedError)
            return outcome(CheckState::Down, "check.tls-failed", found, page.ms);
        if (page.error == QNetworkReply::TemporaryNetworkFailureError ||
            page.error == QNetworkReply::NetworkSessionFailedError)
            return outcome(CheckState::Unknown, "check.no-way", found);
        return outcome(CheckState::Down, "check.connection-failed", found, page.ms);
    }
};

} // namespace

const Probe& httpProbe()
{
    static const HttpProbe probe;
    return probe;
}

} // namespace bascule::monitoring
