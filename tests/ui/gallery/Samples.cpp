// SPDX-License-Identifier: GPL-3.0-or-later
#include "Samples.h"

using namespace Qt::StringLiterals;

namespace samples {

namespace {

Cell toned(const QString& text, Token token)
{
    Cell cell = Cell::plain(text);
    cell.tone = token;
    return cell;
}

Cell size(const QString& text)
{
    Cell cell = Cell::number(text, {});
    cell.muted = text == u"–"_s;
    return cell;
}

Row asset(qint64 id, const QString& icon, const QString& name, const QString& version, const QString& bytes,
          bool critical, const QString& owner, const Cell& findings)
{
    Row row{u"asset"_s, id, {}, false, {}, true, {}, {}};
    row.cells = {Cell::named(icon, name),
                 Cell::plain(version),
                 size(bytes),
                 critical ? Cell::plain(u"Critique"_s) : Cell::mutedText(u"Courant"_s),
                 owner.isEmpty() ? toned(u"À désigner"_s, Token::Warn) : Cell::plain(owner),
                 findings};
    return row;
}

Row group(const QString& name, const QString& count, const QList<Row>& children)
{
    Row row;
    row.group = true;
    row.cells = {Cell::plain(name)};
    row.count = count;
    row.children = children;
    row.selectable = false;
    return row;
}

Cell two(const QString& text, const QString& second, Look look = Look::None)
{
    Cell cell = Cell::state(look, text);
    cell.second = second;
    return cell;
}

} // namespace

RailModel rail(bool french, const QString& score)
{
    const QStringList fr{u"Projet"_s,
                         u"Serveurs"_s,
                         u"Inventaire"_s,
                         u"Dépendances"_s,
                         u"Compatibilité"_s,
                         u"Sauvegardes"_s,
                         u"Environnement de test"_s,
                         u"Planification"_s,
                         u"Bascule"_s,
                         u"Supervision"_s};
    const QStringList en{u"Project"_s, u"Servers"_s,          u"Inventory"_s, u"Dependencies"_s, u"Compatibility"_s,
                         u"Backups"_s, u"Test environment"_s, u"Planning"_s,  u"Cutover"_s,      u"Monitoring"_s};
    const QList<Look> looks{Look::Passed,  Look::Passed,  Look::InProgress, Look::InProgress, Look::Passed,
                            Look::Blocked, Look::Expired, Look::Passed,     Look::NotStarted, Look::NotStarted};
    const QList<int> open{0, 0, 4, 2, 0, 4, 2, 0, 0, 0};
    RailModel model;
    model.project = u"Maison Delorme"_s;
    model.servers = u"vega → altair"_s;
    for (int i = 0; i < 10; ++i)
        model.steps << RailStep{(french ? fr : en)[i], looks[i], open[i], true};
    model.board = french ? u"Points de contrôle"_s : u"Checkpoints"_s;
    model.score = score;
    return model;
}

WorkView copying()
{
    return {true,
            u"Première copie : projets"_s,
            0.61,
            {u"113,5 Go sur 186 Go, 92 Mo/s"_s, u"Vérifié : 41 208 fichiers sur 67 930"_s, u"Reste 13 min environ"_s},
            false,
            false,
            1};
}

WorkView slowed()
{
    WorkView view = copying();
    view.held = u"Au ralenti : l’ancien serveur est chargé (charge de 7,8 sur 2 processeurs)"_s;
    view.speed = u"Vitesse : 20 Mo/s max., en douceur"_s;
    return view;
}

WorkView idle()
{
    WorkView view;
    view.title = u"Aucun travail en cours"_s;
    view.lines = {u"Dernier : première copie de projets,"_s, u"terminée à 10 h 31, sans écart"_s};
    return view;
}

QList<Column> inventoryColumns()
{
    return {{u"Actif"_s, 162, false, true}, {u"Version"_s, 132},     {u"Taille"_s, 74, true},
            {u"Criticité"_s, 76},           {u"Responsable"_s, 102}, {u"Constats"_s, 114}};
}

QList<Row> inventory()
{
    const Cell none = Cell::mutedText(u"Aucun"_s);
    const auto fix = [](const QString& text) { return Cell::state(Look::ToFix, text); };
    Cell note = Cell::state(Look::Note, u"1 à savoir"_s);
    note.plainState = true;
    const QString db = u"database"_s;
    const QString share = u"share"_s;
    return {
        group(
            u"Bases de données"_s, u"4"_s,
            {asset(1, db, u"crm"_s, u"PostgreSQL 13.14"_s, u"640 Mo"_s, true, {},
                   Cell::state(Look::Blocking, u"1 bloquant"_s)),
             asset(2, db, u"shop"_s, u"MariaDB 10.5.23"_s, u"1,8 Go"_s, true, u"S. Marchand"_s, fix(u"2 à traiter"_s)),
             asset(3, db, u"stock_ancien"_s, u"PostgreSQL 13.14"_s, u"210 Mo"_s, false, u"K. Benali"_s, none),
             asset(4, db, u"wiki"_s, u"MariaDB 10.5.23"_s, u"96 Mo"_s, false, u"K. Benali"_s, note)}),
        group(u"Partages de fichiers"_s, u"3"_s,
              {asset(5, share, u"projets"_s, u"Samba 4.13.13"_s, u"186 Go"_s, true, u"J. Moreau"_s,
                     fix(u"1 à traiter"_s)),
               asset(6, share, u"public"_s, u"Samba 4.13.13"_s, u"3,2 Go"_s, false, u"K. Benali"_s, none),
               asset(7, share, u"services"_s, u"Samba 4.13.13"_s, u"94 Go"_s, true, u"J. Moreau"_s, none)}),
        group(u"Services et tâches"_s, u"19"_s,
              {asset(8, u"task"_s, u"cloture-mois"_s, u"cron, mensuel"_s, u"–"_s, true, u"J. Moreau"_s, none),
               asset(9, u"service"_s, u"order-sync"_s, u"Python 3.9.2"_s, u"1,2 Mo"_s, true, {}, fix(u"1 à traiter"_s)),
               asset(10, u"task"_s, u"rapport-ventes"_s, u"systemd, 6 h 15"_s, u"–"_s, false, u"S. Marchand"_s, none),
               asset(11, u"service"_s, u"serveur-licence"_s, u"licd 2.1"_s, u"14 Mo"_s, false, u"K. Benali"_s,
                     fix(u"1 à traiter"_s)),
               asset(12, u"service"_s, u"impression"_s, u"cups 2.3"_s, u"2 Mo"_s, false, u"K. Benali"_s, none)})};
}

Details crm()
{
    Details details;
    details.title = u"crm"_s;
    details.subtitle = u"Base de données PostgreSQL 13.14, sur vega"_s;
    details.choice(u"Criticité"_s, u"critical"_s, u"yes"_s, {{u"yes"_s, u"Critique"_s}, {u"no"_s, u"Courant"_s}});
    details.choice(u"Responsable"_s, u"owner"_s, {}, {{u"a"_s, u"K. Benali"_s}}, u"Désigner…"_s);
    details.fact(u"Destination"_s, u"altair, PostgreSQL 15.6"_s);
    details.fact(u"Dernière écriture"_s, u"aujourd’hui, 10 h 08"_s);
    details.fact(u"Utilisée par"_s, u"3 actifs, 26 utilisateurs"_s).link = Target{PageId::Dependencies, {}, 0};
    details.section(u"Constats (3)"_s);
    details
        .finding(Look::Blocking, u"Bloquant"_s,
                 u"La langue de tri fr_FR.ISO-8859-15 manque sur altair : l’import serait refusé."_s)
        .linkText = u"Voir le correctif"_s;
    details
        .finding(Look::ToFix, u"À traiter"_s,
                 u"3 comptes gardent un mot de passe MD5, à renouveler avant la bascule."_s)
        .linkText = u"Voir les comptes"_s;
    details.finding(Look::Note, u"À savoir"_s, u"2 objets volumineux seront copiés avec leurs droits."_s);
    return details;
}

CalendarModel calendar()
{
    CalendarModel model;
    model.first = QDate(2026, 11, 16);
    model.today = QDate(2026, 11, 24);
    model.periods = {{1, QDate(2026, 11, 25), QDate(2026, 11, 27), u"Paie"_s},
                     {2, QDate(2026, 11, 27), QDate(2026, 11, 30), u"Black Friday"_s},
                     {3, QDate(2026, 11, 30), QDate(2026, 12, 2), u"Clôture"_s},
                     {4, QDate(2026, 12, 10), QDate(2026, 12, 11), u"Stock"_s}};
    model.windows = {{1, QDate(2026, 11, 29), Look::Blocked, u"touche 2 périodes"_s, false, {}},
                     {2, QDate(2026, 12, 6), Look::Passed, u"choisie"_s, true, {}},
                     {3, QDate(2026, 12, 13), Look::NotStarted, u"possible"_s, false, {}}};
    model.periodsLabel = u"Périodes critiques"_s;
    model.windowsLabel = u"Fenêtres"_s;
    return model;
}

FitModel planningFit()
{
    FitModel model;
    model.title = u"Dimanche 6 décembre 2026, de 4 h 00 à 7 h 00 : tout tient, avec 1 h 10 min de marge"_s;
    model.segments = {{FitSegment::Kind::Measured, 72, u"Bascule mesurée (P90) : 1 h 12 min"_s},
                      {FitSegment::Kind::Margin, 70, u"Marge : 1 h 10 min"_s},
                      {FitSegment::Kind::Rollback, 38, u"Retour arrière : 38 min"_s}};
    FitMark last{142, u"dernier moment pour revenir"_s, u"6 h 22"_s};
    model.marks = {{0, u"4 h 00 gel des écritures"_s},
                   {72, u"5 h 12 ouverture aux utilisateurs"_s},
                   last,
                   {180, u"7 h 00 fin de la fenêtre"_s}};
    model.marks.last().side = FitMark::Side::Left;
    return model;
}

FitModel cutoverFit()
{
    FitModel model;
    model.thin = true;
    model.segments = {{FitSegment::Kind::Done, 38, {}},
                      {FitSegment::Kind::Expected, 28, {}},
                      {FitSegment::Kind::Margin, 76, {}},
                      {FitSegment::Kind::Rollback, 38, {}}};
    FitMark now{38, u"now 04:38"_s};
    now.bold = now.line = true;
    now.tone = Token::Text;
    now.side = FitMark::Side::Centre;
    FitMark end{66, u"05:06 end expected"_s};
    end.tone = Token::Text;
    FitMark last{142, u"06:22 last moment to roll back"_s};
    last.line = true;
    last.tone = Token::Warn;
    FitMark done{180, u"07:00"_s};
    done.side = FitMark::Side::Left;
    model.marks = {{0, u"04:00"_s}, now, end, last, done};
    return model;
}

QList<Figure> figures()
{
    return {
        {u"Ends about"_s, u"05:06"_s, u"05:02 to 05:14, with 1 h 46 min to spare"_s, {}, Token::Text},
        {u"Time left to decide on a rollback"_s,
         u"1 h 44 min"_s,
         u"until 06:22; it takes 38 min, rehearsed on 2 Dec"_s,
         {},
         Token::Text},
        {u"Old server vega"_s, u"Frozen"_s, u"since 04:03, no write seen, data untouched"_s, u"lock"_s, Token::Text}};
}

QList<Row> cutoverSteps()
{
    struct Line
    {
        const char16_t *name, *server, *planned, *took, *state;
        Look look;
    };
    const QList<Line> lines{
        {u"Last checks before the start", u"both", u"2:00", u"1:12", u"Verified 04:01", Look::Passed},
        {u"Freeze writes", u"vega", u"4:00", u"1:48", u"Verified 04:03", Look::Passed},
        {u"Final sync of the shares", u"both", u"16:00", u"11:20", u"Verified 04:14", Look::Passed},
        {u"Move database shop", u"both", u"15:00", u"14:05", u"Verified 04:28", Look::Passed},
        {u"Move database crm", u"both", u"12:00", u"9:32", u"Comparing rows", Look::InProgress},
        {u"Start services on altair", u"altair", u"3:00", u"–", u"Waiting", Look::Waiting},
        {u"Switch addresses and DNS", u"altair", u"6:00", u"–", u"Waiting", Look::Waiting},
        {u"Check sites, access rights, jobs", u"altair", u"12:00", u"–", u"Waiting", Look::Waiting},
        {u"Open to users", u"altair", u"2:00", u"–", u"Waiting", Look::Waiting}};
    QList<Row> rows;
    for (const Line& line : lines) {
        Row row;
        row.kind = u"step"_s;
        row.id = rows.size() + 1;
        Cell number = Cell::number(QString::number(row.id), row.id);
        number.muted = true;
        Cell name = Cell::plain(QString::fromUtf16(line.name));
        name.bold = line.look == Look::InProgress;
        row.cells = {number,
                     name,
                     Cell::plain(QString::fromUtf16(line.server)),
                     size(QString::fromUtf16(line.planned)),
                     size(QString::fromUtf16(line.took)),
                     Cell::state(line.look, QString::fromUtf16(line.state))};
        rows << row;
    }
    return rows;
}

Details cutoverStep()
{
    Details details;
    details.title = u"5. Move database crm"_s;
    details.subtitle = u"PostgreSQL 13 on vega to PostgreSQL 15 on altair"_s;
    details.progress(0.61, u"1.24 of 2.03 million rows, about 2 min left"_s);
    details.checkLine(Look::Passed, u"Schemas, types, routines"_s, u"412 equal"_s);
    details.checkLine(Look::Passed, u"Sequences and grants"_s, u"96 equal"_s);
    details.checkLine(Look::Passed, u"Large objects"_s, u"2 equal"_s);
    details.checkLine(Look::InProgress, u"Ordered rows, 38 tables"_s, u"23 equal"_s);
    details.caption(u"If a row differs, the step stops here and nothing has been switched."_s);
    details.linkAction(u"How this step is undone"_s, u"undo"_s);
    details.technical = u"pg_restore: processing data for table \"public.orders\""_s;
    return details;
}

QList<Row> backups()
{
    const auto row = [](qint64 id, const QString& icon, const QString& name, const QString& kind, const Cell& newest,
                        const Cell& read, const Cell& restored, const Cell& time) {
        Row made;
        made.kind = u"asset"_s;
        made.id = id;
        made.cells = {Cell::named(icon, name, kind), newest, read, restored, time};
        return made;
    };
    const auto ok = [](const QString& text, const QString& second) { return two(text, second, Look::Passed); };
    return {row(1, u"database"_s, u"shop"_s, u"MariaDB"_s, two(u"24 Nov, 02:34"_s, u"shop.sql.gz, 61 MB"_s),
                two(u"Cut short"_s, u"31 of 52 tables"_s, Look::Failed),
                two(u"Failed"_s, u"24 Nov, 10:12"_s, Look::Failed), two(u"None / 30 min"_s, u"not proven"_s)),
            row(2, u"database"_s, u"crm"_s, u"PostgreSQL"_s, two(u"24 Nov, 02:31"_s, u"crm.dump, 148 MB"_s),
                ok(u"Intact"_s, u"148 MB in 3 s"_s), two(u"Running"_s, u"since 10:18"_s, Look::InProgress),
                two(u"– / 30 min"_s, u"being measured"_s)),
            row(3, u"share"_s, u"projects"_s, u"Samba share"_s, two(u"23 Nov, 22:00"_s, u"restic, 186 GB"_s),
                ok(u"Intact"_s, u"at 212 MB/s"_s), ok(u"Restored"_s, u"21 Nov, 14:02"_s),
                two(u"1 h 51 / 4 h"_s, u"within objective"_s)),
            row(4, u"service"_s, u"order-sync"_s, u"Service"_s, two(u"24 Nov, 02:30"_s, u"etc.tar.gz, 2.1 MB"_s),
                ok(u"Intact"_s, u"2,108 files"_s), two(u"Expired"_s, u"14 Nov, too old"_s, Look::Expired),
                two(u"1 min / 30 min"_s, u"within objective"_s))};
}

Details shopBackup()
{
    Details details;
    details.title = u"shop"_s;
    details.subtitle = u"MariaDB 10.5.23 on vega, owner Sophie Marchand"_s;
    details.finding(
        Look::Failed, u"Restore test failed"_s,
        u"The backup stops in the middle of the table orders: 31 of 52 tables came back. Its checksum matches "
        "because it was taken after the file had been cut."_s);
    details.section(u"What the test did"_s);
    details.checkLine(Look::Passed, u"Unpacked the file"_s, u"0:04"_s);
    details.checkLine(Look::Passed, u"Started a throwaway MariaDB"_s, u"0:06"_s);
    details.checkLine(Look::Failed, u"Import stopped at 60%"_s, u"1:12"_s);
    details.checkLine(Look::Waiting, u"Compare with production"_s, u"not reached"_s).muted = true;
    details.section(u"What to do"_s);
    details
        .caption(
            u"Make a fresh backup and test it: about 4 min, without stopping the shop. The newest good one is 2 days "
            "old (22 Nov)."_s)
        .muted = false;
    details.buttons({{u"backup"_s, u"Back up and test"_s, ButtonRole::Primary, {}, {}},
                     {u"test"_s, u"Test 22 Nov"_s, ButtonRole::Plain, {}, {}}});
    details.technical = u"mariadb: ERROR 1064 (42000) at line 4312"_s;
    return details;
}

MapModel map()
{
    MapModel model;
    model.regions = {{u"vega (source)"_s, QRectF(160, 8, 342, 392)},
                     {u"orion (hors périmètre)"_s, QRectF(518, 8, 148, 392)}};
    const auto node = [&](qint64 id, qreal x, qreal y, const QString& icon, const QString& title, const QString& sub,
                          NodeMark mark = NodeMark::Plain) {
        const bool hit = mark == NodeMark::Stops || mark == NodeMark::Degrades;
        model.nodes << MapNode{id,   QRectF(x, y, 128, 44), title, hit ? QString() : sub, icon,
                               mark, hit ? sub : QString(), {}};
    };
    node(1, 8, 38, u"person"_s, u"Clients web"_s, u"coupés"_s, NodeMark::Stops);
    node(2, 8, 176, u"person"_s, u"Au bureau"_s, u"40 utilisateurs"_s);
    node(3, 172, 38, u"web"_s, u"boutique"_s, u"s’arrête"_s, NodeMark::Stops);
    node(4, 172, 100, u"service"_s, u"order-sync"_s, u"s’arrête"_s, NodeMark::Stops);
    node(5, 172, 172, u"web"_s, u"intranet"_s, u"site, nginx 1.18"_s);
    node(6, 172, 246, u"share"_s, u"3 partages"_s, u"Samba 4.13"_s);
    node(7, 172, 318, u"task"_s, u"cloture-mois"_s, u"s’arrête"_s, NodeMark::Stops);
    node(8, 362, 82, u"database"_s, u"shop"_s, u"MariaDB 10.5"_s, NodeMark::Selected);
    node(9, 362, 172, u"database"_s, u"crm"_s, u"PostgreSQL 13"_s);
    node(10, 362, 258, u"file"_s, u"/srv/partage"_s, u"284 Go"_s);
    node(11, 530, 34, u"service"_s, u"stock"_s, u"HTTP, port 9000"_s);
    node(12, 530, 108, u"database"_s, u"queue"_s, u"se fige"_s, NodeMark::Degrades);
    node(13, 530, 214, u"person"_s, u"annuaire"_s, u"LDAP, port 389"_s);
    const auto edge = [&](qint64 from, qint64 to, const QList<QPointF>& points, EdgeStyle style = EdgeStyle::Confirmed,
                          NodeMark mark = NodeMark::Plain) {
        model.edges << MapEdge{from * 100 + to, from, to, style, points, mark, {}};
    };
    edge(2, 5, {{136, 198}, {148, 198}, {160, 198}, {172, 198}});
    edge(2, 6, {{136, 206}, {156, 210}, {152, 268}, {172, 268}});
    edge(5, 9, {{300, 194}, {320, 194}, {340, 194}, {362, 194}});
    edge(7, 9, {{300, 334}, {346, 326}, {318, 208}, {362, 204}});
    edge(3, 11, {{300, 48}, {380, 40}, {460, 40}, {530, 48}});
    edge(6, 10, {{300, 272}, {330, 272}, {330, 280}, {362, 280}});
    edge(6, 13, {{300, 262}, {340, 240}, {440, 238}, {530, 240}});
    edge(3, 9, {{300, 68}, {346, 80}, {318, 180}, {362, 184}}, EdgeStyle::ToConfirm);
    edge(1, 3, {{136, 60}, {148, 60}, {160, 60}, {172, 60}}, EdgeStyle::Confirmed, NodeMark::Stops);
    edge(3, 8, {{300, 58}, {334, 60}, {330, 92}, {362, 94}}, EdgeStyle::Confirmed, NodeMark::Stops);
    edge(4, 8, {{300, 114}, {330, 114}, {330, 104}, {362, 104}}, EdgeStyle::Confirmed, NodeMark::Stops);
    edge(7, 8, {{300, 328}, {344, 318}, {318, 118}, {362, 115}}, EdgeStyle::Dormant, NodeMark::Stops);
    edge(4, 12,
         {{300, 121},
          {330, 122},
          {330, 140},
          {362, 140},
          {400, 140},
          {440, 140},
          {470, 140},
          {506, 140},
          {498, 130},
          {530, 130}},
         EdgeStyle::Confirmed, NodeMark::Degrades);
    return model;
}

BoardView boardFrench()
{
    BoardView view;
    view.look = Look::Blocked;
    view.answer = u"Pas encore : 3 points de contrôle restent à valider"_s;
    view.why =
        u"Le test de restauration de la base shop a échoué ; la cartographie et la répétition restent à valider."_s;
    view.nextTitle = u"Bascule prévue"_s;
    view.next = u"Dimanche 6 décembre, 4 h 00"_s;
    view.nextFact = u"dans 12 jours ; décision le 4 décembre à 16 h 00"_s;
    view.rows = {
        {u"Audit de l’existant"_s, u"Dépendances applicatives non identifiées"_s,
         u"Dysfonctionnements applicatifs après bascule"_s, u"Cartographie complète validée"_s, Look::InProgress,
         u"31 actifs vus, 29 liens confirmés sur 31"_s,
         u"Il manque 2 responsables, 1 angle mort, 2 liens et la validation. Suivi : Karim Benali"_s},
        {u"Sauvegardes et repli"_s, u"Sauvegardes inexploitables"_s, u"Perte de données / arrêt d’activité"_s,
         u"Test de restauration réalisé"_s, Look::Blocked, u"5 actifs critiques sur 8 restaurés pour de vrai"_s,
         u"La sauvegarde de shop s’arrête à 60 %. Nouvelle sauvegarde à faire. Suivi : Karim Benali"_s},
        {u"Environnement de test"_s, u"Écarts avec la production"_s, u"Incidents imprévus en production"_s,
         u"Scénarios validés"_s, Look::Expired, u"Répétition réussie le 12 nov., 14 scénarios sur 14"_s,
         u"Le plan de bascule a changé le 20 nov. : à rejouer. Prévu le 27 nov."_s},
        {u"Planification de la bascule"_s, u"Fenêtre d’indisponibilité mal définie"_s, u"Interruption d’activité"_s,
         u"Validation des plages critiques"_s, Look::Passed, u"110 min mesurées pour une fenêtre de 180 min"_s,
         u"Validé le 23 nov. par Claire Vasseur et Hélène Delorme"_s},
        {u"Supervision post‑migration"_s, u"Incidents détectés tardivement"_s, u"Dégradation des performances"_s,
         u"Monitoring renforcé actif"_s, Look::NotStarted, u"Commence avec la référence, avant la bascule"_s,
         u"À prévoir du 30 nov. au 5 déc. Suivi : Claire Vasseur"_s}};
    view.foot = u"Mardi 24 novembre 2026, 10 h 40. Registre des preuves intact : 214 entrées vérifiées."_s;
    return view;
}

BoardView boardEnglish()
{
    BoardView view;
    view.look = Look::Passed;
    view.answer = u"Yes, with 1 checkpoint waived"_s;
    view.why =
        u"Three checkpoints have passed, one was waived by name, and monitoring is ready to start with the cutover."_s;
    view.nextTitle = u"Planned cutover"_s;
    view.next = u"Sunday 6 December, 04:00"_s;
    view.nextFact = u"in 12 hours; go/no-go at 03:45"_s;
    view.rows = {{u"Audit of the existing systems"_s, u"Application dependencies not identified"_s,
                  u"Applications misbehave after the cutover"_s, u"Complete map validated"_s, Look::Passed,
                  u"31 assets seen, 31 of 31 links decided"_s, u"Validated on 30 Nov by Karim Benali"_s},
                 {u"Backups and rollback"_s, u"Backups that cannot be used"_s, u"Loss of data / business stops"_s,
                  u"Restore test carried out"_s, Look::Passed, u"8 of 8 critical assets restored for real"_s,
                  u"Last test on 4 Dec, expires on 11 Dec. Rollback run on 2 Dec, in 38 min"_s},
                 {u"Test environment"_s, u"Differences from production"_s, u"Unforeseen incidents in production"_s,
                  u"Scenarios validated"_s, Look::Waived, u"13 of 14 scenarios passed; load test not run"_s,
                  u"Waived on 3 Dec by Hélène Delorme: “The test server has half the memory.”"_s},
                 {u"Planning of the cutover"_s, u"Badly defined downtime window"_s, u"Business interrupted"_s,
                  u"Critical periods validated"_s, Look::Passed, u"110 min measured, in a window of 180 min"_s,
                  u"Approved on 23 Nov by Claire Vasseur and Hélène Delorme"_s},
                 {u"Post‑migration monitoring"_s, u"Incidents noticed late"_s, u"Performance degrades"_s,
                  u"Reinforced monitoring active"_s, Look::InProgress,
                  u"17 of 17 checks have a baseline, 0 incidents open"_s,
                  u"Passes after 7 days at 99.95% or better, on 13 Dec at the earliest"_s}};
    view.foot = u"Saturday 5 December 2026, 16:00. Evidence ledger intact: 388 entries verified."_s;
    return view;
}

} // namespace samples
