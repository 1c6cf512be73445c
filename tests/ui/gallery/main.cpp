// SPDX-License-Identifier: GPL-3.0-or-later
// Draws the widgets with the data of the designed pictures: gallery DIR [--dark] [--size WxH]. Run it with
// QT_QPA_PLATFORM=offscreen and lay the pictures beside the designed ones.
#include "Samples.h"

#include "ui/prompts/Dialogs.h"
#include "ui/widgets/BeforeAfterChart.h"
#include "ui/wizard/BasculeWizard.h"
#include "ui/wizard/PageBase.h"

#include <QApplication>
#include <QLocale>
#include <QTreeView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace bascule;
using namespace bascule::ui;

namespace {

class GalleryPage final : public PageBase
{
public:
    GalleryPage(AppContext& context, PageId id, QWidget* parent)
        : PageBase(context, id, parent)
    {
    }
    using PageBase::addButton;
    using PageBase::addDanger;
    using PageBase::addRight;
    using PageBase::setHeadings;
    using PageBase::setListAndDetails;
    using PageBase::setPrimary;
    using PageBase::setStrip;
    using PageBase::setWork;
};

QString folder;
QSize size(1280, 692);

void save(QWidget& widget, const QString& name)
{
    for (int i = 0; i < 5; ++i)
        QApplication::processEvents();
    widget.grab().save(folder + u'/' + name + u".png"_s);
}

ListPanel* makeList(const QList<Column>& columns, RowSize rows, const QList<Row>& data, bool sortable = true)
{
    auto* list = new ListPanel;
    list->addList(columns, rows, sortable);
    list->setRows(0, data);
    return list;
}

void inventory(GalleryPage& page)
{
    page.setHeadings(
        u"Inventaire"_s,
        u"Ce que l’on oublie ici manquera après la bascule : chaque actif doit être vu, compris et avoir un responsable."_s);
    page.addButton(u"redo"_s)->setText(u"Relancer l’inventaire"_s);
    Button* owners = page.addButton();
    owners->setText(u"Désigner les responsables"_s);
    Button* validate = page.addButton();
    validate->setText(u"Valider la cartographie…"_s);
    validate->setReason(u"Il manque encore des responsables."_s);
    QComboBox* servers = makeCombo();
    servers->addItem(u"Tous les serveurs"_s);
    servers->setFixedWidth(160);
    auto* list = new ListPanel;
    list->addList(samples::inventoryColumns());
    list->addList(samples::inventoryColumns());
    list->addList(samples::inventoryColumns());
    list->setListName(0, u"Actifs"_s);
    list->setListName(1, u"Constats"_s);
    list->setListName(2, u"Angles morts"_s);
    list->setRows(0, samples::inventory());
    list->setEmpty(1, u"Aucun constat pour l’instant."_s, u"Lancer l’inventaire"_s);
    list->searchField()->setPlaceholderText(u"Filtrer les actifs"_s);
    page.addRight(servers);
    page.addRight(list->searchField());
    auto* details = new DetailsPanel;
    page.setListAndDetails(list, details);
    details->setDetails(samples::crm());
    list->sortBy(0, 0);
    list->select(u"asset"_s, 1);
    page.setPrimary(owners);
    StripState strip{
        Look::InProgress, u"En cours"_s, u"Cartographie complète validée"_s, u"– il manque encore :"_s, {}};
    for (const QString& text : {u"2 actifs critiques sans responsable"_s, u"1 angle mort à accepter ou à lever"_s,
                                u"2 dépendances à confirmer"_s, u"la validation d’une personne nommée"_s})
        strip.items << StripItem{text, Target{}};
    page.setStrip(strip);
}

void planning(GalleryPage& page)
{
    page.setHeadings(
        u"Planification de la bascule"_s,
        u"La fenêtre doit contenir la bascule mesurée et le retour arrière, sans toucher aux périodes critiques pour l’activité."_s);
    page.addButton(u"plus"_s)->setText(u"Période critique…"_s);
    page.addButton(u"calendar"_s)->setText(u"Proposer des fenêtres"_s);
    page.addButton()->setText(u"Demander les accords…"_s);
    auto* above = new QWidget;
    auto* column = new QVBoxLayout(above);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    auto* calendar = new CalendarStrip;
    calendar->setModel(samples::calendar());
    auto* fit = new FitBar;
    fit->setModel(samples::planningFit());
    column->addWidget(calendar);
    column->addWidget(fit);
    auto* list = makeList({{u"Étape, mesurée sur 3 répétitions"_s, 282, false, true},
                           {u"Médiane"_s, 88, true},
                           {u"P90"_s, 88, true},
                           {u"Retour arrière"_s, 116, true}},
                          RowSize::Dense, {}, false);
    list->setEmpty(0, u"Aucune répétition pour l’instant."_s, u"Lancer une répétition"_s);
    list->setRows(0, {});
    auto* details = new DetailsPanel;
    Details ready;
    ready.title = u"Prêt pour cette fenêtre"_s;
    ready.checkLine(Look::Passed, u"Aucune période critique touchée"_s, u"vérifié à 10 h 40"_s);
    ready.checkLine(Look::Passed, u"Accord de la direction"_s, u"H. Delorme, 23 nov."_s);
    ready.checkLine(Look::Passed, u"3 messages aux utilisateurs prêts"_s, u"les relire"_s).link = Target{};
    details->setDetails(ready);
    page.setListAndDetails(above, list, details);
    page.setStrip(
        {Look::Passed,
         u"Validé"_s,
         u"Validation des plages critiques"_s,
         u"– le 23 nov. 2026, par Claire Vasseur et Hélène Delorme"_s,
         {{u"Cette validation expire si le plan de bascule, la fenêtre ou une période critique change."_s, {}},
          {u"Voir les preuves (6)"_s, Target{}}}});
}

void dependencies(GalleryPage& page)
{
    page.setHeadings(u"Dépendances"_s, u"Une dépendance oubliée est la première cause de panne après une bascule."_s);
    page.addButton(u"redo"_s)->setText(u"Relever les connexions"_s);
    auto* map = new MapView;
    auto* details = new DetailsPanel;
    Details shop;
    shop.title = u"shop"_s;
    shop.subtitle = u"Base de données MariaDB 10.5.23, sur vega"_s;
    shop.section(u"Rayon d’impact"_s);
    shop.paragraph(u"Si shop s’arrête, 3 actifs s’arrêtent et 1 se fige."_s);
    shop.section(u"Preuves des liens vers shop (3)"_s);
    shop.evidence(u"boutique"_s, Look::Passed, u"Confirmée"_s, u"2 412 connexions vues en 9 jours"_s);
    shop.evidence(u"cloture-mois"_s, Look::InProgress, u"À confirmer"_s,
                  u"Jamais vue en trafic, adresse dans le script, ligne 12"_s);
    shop.buttons({{u"c"_s, u"Confirmer le lien"_s, ButtonRole::Plain, {}, {}},
                  {u"d"_s, u"Écarter…"_s, ButtonRole::Plain, {}, {}}});
    details->setDetails(shop);
    page.setListAndDetails(map, details);
    map->setModel(samples::map());
    page.setStrip({Look::InProgress,
                   u"En cours"_s,
                   u"Cartographie complète validée"_s,
                   u"– il manque encore, sur cette page :"_s,
                   {{u"cloture-mois → shop à confirmer ou à écarter"_s, Target{}}}});
}

void cutover(GalleryPage& page)
{
    page.setHeadings(
        u"Cutover"_s,
        u"Each step is checked before the next one starts. Nothing is deleted on the old server, so you can go back."_s);
    page.addButton(u"pause"_s)->setText(u"Pause after this step"_s);
    page.addButton()->setText(u"Message to users…"_s);
    page.addDanger(u"undo"_s)->setText(u"Roll back…"_s);
    auto* above = new QWidget;
    auto* column = new QVBoxLayout(above);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* figures = new Figures;
    figures->setFigures(samples::figures());
    auto* fit = new FitBar;
    fit->setModel(samples::cutoverFit());
    column->addWidget(figures);
    column->addWidget(fit);
    auto* list = makeList({{u"No."_s, 44, true},
                           {u"Step"_s, 256, false, true},
                           {u"Server"_s, 72},
                           {u"Planned"_s, 76, true},
                           {u"Took"_s, 72, true},
                           {u"State"_s, 152}},
                          RowSize::Middle, samples::cutoverSteps(), false);
    list->select(u"step"_s, 5);
    auto* details = new DetailsPanel;
    details->setDetails(samples::cutoverStep());
    page.setListAndDetails(above, list, details);
    page.setStrip({Look::InProgress,
                   u"In progress"_s,
                   u"Step 5 of 9"_s,
                   u"– go given at 03:52 by Claire Vasseur and Hélène Delorme; all 31 conditions met"_s,
                   {{u"See the go/no-go record"_s, Target{}}, {u"No decision is needed from you now."_s, {}}}});
}

void backups(GalleryPage& page)
{
    page.setHeadings(u"Backups and rollback"_s,
                     u"A backup counts only once it has been read whole and restored for real."_s);
    page.addButton(u"search"_s)->setText(u"Read all backups"_s);
    auto* list = makeList({{u"Asset"_s, 158, false, true},
                           {u"Newest backup"_s, 142},
                           {u"Read whole"_s, 118},
                           {u"Restored for real"_s, 128},
                           {u"Time / objective"_s, 126}},
                          RowSize::TwoLines, samples::backups());
    page.addRight(list->searchField());
    auto* details = new DetailsPanel;
    details->setDetails(samples::shopBackup());
    page.setListAndDetails(list, details);
    list->select(u"asset"_s, 1);
    page.setStrip({Look::Blocked,
                   u"Blocked"_s,
                   u"Restore test carried out"_s,
                   u"– still missing:"_s,
                   {{u"shop: a backup that restores"_s, Target{}}, {u"crm: test running"_s, Target{}}}});
}

void monitoring(GalleryPage& page)
{
    page.setHeadings(u"Monitoring"_s, u"An incident seen early is fixed; seen late, it is suffered."_s);
    auto* chart = new BeforeAfterChart;
    ChartModel model;
    model.title = u"Pages of the shop"_s;
    model.verdict = u"Pages open in 0.21 s, 0.24 s before"_s;
    model.unit = u"ms"_s;
    model.beforeName = u"before"_s;
    model.afterName = u"after"_s;
    model.cutoverName = u"cutover"_s;
    model.p5 = 200;
    model.p95 = 290;
    model.cutover = QDateTime(QDate(2026, 12, 6), QTime(4, 0), Qt::UTC);
    for (int i = 0; i < 60; ++i) {
        model.before << ChartPoint{model.cutover.addSecs((i - 60) * 600), 240.0 + (i * 37) % 50 - 25};
        model.after << ChartPoint{model.cutover.addSecs(i * 600), 210.0 + (i * 53) % 40 - 20};
    }
    chart->setModel(model);
    page.setWork(chart);
    page.message()->showMessage(Look::Failed, u"The server vega cannot be read."_s,
                                u"Check that its folder is mounted."_s, u"openat: EACCES"_s);
}

void picture(const QString& name, void (*fill)(GalleryPage&), bool french, int current, const WorkView& work)
{
    const SystemClock clock;
    AppContext context(clock, french ? Language::French : Language::English);
    GalleryPage* first = nullptr;
    BasculeWizard wizard(context, [&](PageId id, AppContext& with, QWidget* parent) -> PageBase* {
        auto* page = new GalleryPage(with, id, parent);
        if (!first)
            fill(*(first = page));
        return page;
    });
    wizard.resize(size);
    wizard.show();
    wizard.setButtonText(QWizard::BackButton, french ? u"< Précédent"_s : u"< Back"_s);
    wizard.setButtonText(QWizard::NextButton, french ? u"Suivant >"_s : u"Next >"_s);
    wizard.rail()->setModel(samples::rail(french, u"1/5"_s));
    wizard.rail()->setCurrent(current);
    wizard.rail()->work()->setView(work);
    save(wizard, name);
}

void board(const QString& name, const BoardView& view, bool french)
{
    const SystemClock clock;
    const AppContext context(clock, french ? Language::French : Language::English);
    BoardWindow window;
    window.setProjectName(u"Maison Delorme"_s);
    window.setExport([] {});
    window.setView(view);
    window.resize(size);
    window.show();
    save(window, name);
}

void dialogs()
{
    const SystemClock clock;
    const AppContext context(clock, Language::English);
    auto* go = new GoNoGoDialog(nullptr);
    go->setSentence(u"Give the go for Sunday 6 December, 04:00"_s);
    go->setVerb(u"Give the go"_s);
    go->setConditions({{Look::Passed, u"Backups restored within 7 days"_s, u"8 of 8"_s, true},
                       {Look::Failed, u"Rehearsal of this very runbook"_s, u"changed on 20 Nov"_s, false}});
    go->askNames(u"For IT"_s, {u"Karim Benali"_s}, u"For the business"_s, {u"Claire Vasseur"_s});
    go->show();
    save(*go, u"go-no-go"_s);
    auto* waive = new WaiveDialog(nullptr, u"Scenarios validated"_s, {u"Hélène Delorme"_s});
    waive->show();
    save(*waive, u"waive"_s);
}

} // namespace

int main(int argc, char* argv[])
{
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    folder = arguments.value(1, u"."_s);
    const bool dark = arguments.contains(u"--dark"_s);
    if (const qsizetype at = arguments.indexOf(u"--size"_s); at > 0) {
        const QStringList parts = arguments.value(at + 1).split(u'x');
        size = QSize(parts.value(0).toInt(), parts.value(1).toInt());
    }
    Theme::instance().apply(application);
    Theme::instance().setMode(dark ? ThemeMode::Dark : ThemeMode::Light);
    picture(u"inventory"_s, inventory, true, 2, samples::copying());
    picture(u"planning"_s, planning, true, 7, samples::idle());
    picture(u"dependencies"_s, dependencies, true, 3, samples::copying());
    picture(u"cutover"_s, cutover, false, 8, samples::slowed());
    picture(u"backups"_s, backups, false, 5, samples::copying());
    picture(u"monitoring"_s, monitoring, false, 9, samples::idle());
    board(u"board-fr"_s, samples::boardFrench(), true);
    board(u"board-en"_s, samples::boardEnglish(), false);
    dialogs();
    return 0;
}
