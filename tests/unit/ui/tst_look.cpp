// SPDX-License-Identifier: GPL-3.0-or-later
// Theme, states and the row model: what every list of the window stands on.
#include "ui/models/RowModel.h"
#include "ui/theme/StateLook.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Buttons.h"

#include <QAbstractItemModelTester>
#include <QDir>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace bascule;
using namespace bascule::ui;

namespace {

double luminance(const QColor& color)
{
    const auto part = [](double value) {
        return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * part(color.redF()) + 0.7152 * part(color.greenF()) + 0.0722 * part(color.blueF());
}

double contrast(const QColor& a, const QColor& b)
{
    const double x = luminance(a);
    const double y = luminance(b);
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

QList<Look> allLooks()
{
    QList<Look> looks;
    for (int i = int(Look::NotStarted); i <= int(Look::Unknown); ++i)
        looks << static_cast<Look>(i);
    return looks;
}

Row leaf(qint64 id, const QString& name, const QVariant& size)
{
    Row row;
    row.kind = u"asset"_s;
    row.id = id;
    row.cells = {Cell::plain(name), Cell::number(size.toString(), size)};
    return row;
}

Row group(const QString& name, const QList<Row>& children)
{
    Row row;
    row.group = true;
    row.cells = {Cell::plain(name)};
    row.children = children;
    return row;
}

} // namespace

class TestLook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Theme::instance().apply(*qApp); }

    void everyTextHasContrastInBothModes()
    {
        Theme& theme = Theme::instance();
        for (const ThemeMode mode : {ThemeMode::Light, ThemeMode::Dark}) {
            theme.setMode(mode);
            for (const Token ground : {Token::Window, Token::Rail, Token::Base, Token::Sel}) {
                for (const Token ink :
                     {Token::Text, Token::Muted, Token::Accent, Token::Ok, Token::Warn, Token::Bad, Token::Waive}) {
                    const double ratio = contrast(theme.color(ink), theme.color(ground));
                    QVERIFY2(ratio >= 4.5, qPrintable(u"%1 on %2: %3"_s.arg(int(ink)).arg(int(ground)).arg(ratio)));
                }
                QVERIFY(contrast(theme.color(Token::Edge), theme.color(ground)) >= 2.95);
            }
            QVERIFY(contrast(theme.color(Token::On), theme.color(Token::Accent)) >= 7);
        }
        theme.setMode(ThemeMode::Light);
    }

    void everyStateHasAnIconAWordAndSomeAShapeOfItsOwn()
    {
        QSet<QString> words;
        for (const Look look : allLooks()) {
            const QString icon = iconOf(look);
            QVERIFY2(QFile::exists(u":/icons/%1.svg"_s.arg(icon)), qPrintable(icon));
            QVERIFY(!wordOf(look).isEmpty());
            words << wordOf(look);
        }
        QCOMPARE(words.size(), allLooks().size());
        // The six states of a checkpoint differ in shape, not only in colour.
        QSet<QString> shapes;
        for (int state = 0; state <= int(CheckpointState::Waived); ++state)
            shapes << iconOf(lookOf(static_cast<CheckpointState>(state)));
        QCOMPARE(shapes.size(), 6);
    }

    void iconsAreDrawnInTheTokensColour()
    {
        Theme& theme = Theme::instance();
        const QStringList files = QDir(u":/icons"_s).entryList({u"*.svg"_s});
        QVERIFY(files.size() > 30);
        for (const QString& file : files) {
            const QImage image = theme.pixmap(file.chopped(4), QColor(255, 0, 0), 32, 2.0).toImage();
            QCOMPARE(image.width(), 64);
            bool red = false;
            for (int y = 0; y < image.height() && !red; ++y) {
                for (int x = 0; x < image.width() && !red; ++x)
                    red = image.pixelColor(x, y) == QColor(255, 0, 0);
            }
            QVERIFY2(red, qPrintable(file));
        }
        QVERIFY(theme.icon(u"no-such-icon"_s).isNull());
    }

    void modelHoldsItsPromises()
    {
        RowModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setColumns({{u"Name"_s, 100}, {u"Size"_s, 50, true}});
        model.setRows({group(u"A"_s, {leaf(1, u"b"_s, 2), leaf(2, u"a"_s, 10)}), leaf(3, u"c"_s, 1)});
        QCOMPARE(model.leafCount(), 3);
        QCOMPARE(model.indexOf(u"asset"_s, 2).data().toString(), u"a"_s);
        QVERIFY(!model.indexOf(u"finding"_s, 2).isValid());

        // Same rows with other words change in place; other rows reset.
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        model.setRows({group(u"A"_s, {leaf(1, u"bb"_s, 2), leaf(2, u"a"_s, 10)}), leaf(3, u"c"_s, 1)});
        QCOMPARE(changed.size(), 1);
        QCOMPARE(reset.size(), 0);
        model.setRows({leaf(3, u"c"_s, 1)});
        QCOMPARE(reset.size(), 1);
    }

    void proxySortsNumbersAsNumbersAndKeepsGroups()
    {
        RowModel model;
        model.setColumns({{u"Name"_s, 100}, {u"Size"_s, 50, true}});
        model.setRows({group(u"B"_s, {leaf(1, u"x"_s, 10), leaf(2, u"y"_s, 9)}), group(u"A"_s, {leaf(3, u"z"_s, 1)})});
        RowProxy proxy(&model);
        for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
            proxy.sort(1, order);
            QCOMPARE(proxy.index(0, 0).data().toString(), u"B"_s);
            const QString first = proxy.index(0, 0, proxy.index(0, 0)).data().toString();
            QCOMPARE(first, order == Qt::AscendingOrder ? u"y"_s : u"x"_s);
        }
        proxy.setWords(u"Z"_s);
        QCOMPARE(proxy.leafCount(), 1);
        QCOMPARE(proxy.rowCount(), 1);
        proxy.setWords(u"nothing"_s);
        QCOMPARE(proxy.leafCount(), 0);
        proxy.setWords({});
        proxy.setPredicate([](const Row& row) { return row.id != 3; });
        QCOMPARE(proxy.leafCount(), 2);
    }

    void namesStayInertText()
    {
        const QString hostile = u"<img src=x>.txt"_s;
        TextLabel label(hostile);
        QCOMPARE(label.textFormat(), Qt::PlainText);
        QVERIFY(plainToolTip(hostile).contains(u"&lt;img"_s));
        QVERIFY(!plainToolTip(hostile).contains(u"<img"_s));
    }
};

QTEST_MAIN(TestLook)
#include "tst_look.moc"
