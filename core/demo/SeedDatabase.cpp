// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/Seed.h"

#include <sqlite3.h>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace bascule::demo {

namespace {

constexpr auto schema = R"(
PRAGMA page_size = 4096;
PRAGMA journal_mode = WAL;
PRAGMA user_version = 42;
CREATE TABLE clients(id INTEGER PRIMARY KEY, nom TEXT NOT NULL, ville TEXT, remise REAL DEFAULT 0);
CREATE TABLE articles(reference TEXT PRIMARY KEY, libelle TEXT NOT NULL, prix REAL NOT NULL, photo BLOB) WITHOUT ROWID;
CREATE TABLE commandes(id INTEGER PRIMARY KEY, client INTEGER NOT NULL REFERENCES clients(id), jour TEXT NOT NULL,
  etat TEXT NOT NULL CHECK(etat IN ('saisie','expédiée','facturée')), total REAL NOT NULL DEFAULT 0);
CREATE TABLE lignes(commande INTEGER NOT NULL REFERENCES commandes(id), rang INTEGER NOT NULL,
  article TEXT NOT NULL REFERENCES articles(reference), quantite INTEGER NOT NULL, prix REAL NOT NULL,
  PRIMARY KEY(commande, rang));
CREATE TABLE journal(id INTEGER PRIMARY KEY AUTOINCREMENT, quoi TEXT NOT NULL, commande INTEGER, quand TEXT);
CREATE TABLE "réglages [divers]"("clé" TEXT PRIMARY KEY, valeur BLOB);
CREATE INDEX commandes_par_client ON commandes(client, jour);
CREATE UNIQUE INDEX clients_par_nom ON clients(nom);
CREATE VIEW ecritures_du_mois AS SELECT c.jour, k.nom, c.total FROM commandes c JOIN clients k ON k.id = c.client;
CREATE VIEW encours AS SELECT client, sum(total) AS montant FROM commandes WHERE etat <> 'facturée' GROUP BY client;
CREATE TRIGGER ligne_ajoutee AFTER INSERT ON lignes BEGIN
  UPDATE commandes SET total = total + new.quantite * new.prix WHERE id = new.commande;
END;
CREATE TRIGGER commande_ajoutee AFTER INSERT ON commandes BEGIN
  INSERT INTO journal(quoi, commande, quand) VALUES('saisie', new.id, new.jour);
END;
)";

Error failed(sqlite3* database, const std::string& path)
{
    return makeError("demo.database-failed", displayPath(path), {}, QString::fromUtf8(sqlite3_errmsg(database)));
}

/// One prepared statement, run many times; the first failure stays.
class Insert
{
public:
    Insert(sqlite3* database, const char* sql)
    {
        m_bad = sqlite3_prepare_v2(database, sql, -1, &m_statement, nullptr) != SQLITE_OK;
    }
    Insert(const Insert&) = delete;
    Insert& operator=(const Insert&) = delete;
    ~Insert() { sqlite3_finalize(m_statement); }

    Insert& with(std::int64_t value) { return after(sqlite3_bind_int64(m_statement, ++m_column, value)); }
    Insert& with(double value) { return after(sqlite3_bind_double(m_statement, ++m_column, value)); }
    Insert& with(const std::string& text)
    {
        return after(sqlite3_bind_text(m_statement, ++m_column, text.data(), int(text.size()), SQLITE_TRANSIENT));
    }
    Insert& blob(const std::string& bytes)
    {
        return after(sqlite3_bind_blob(m_statement, ++m_column, bytes.data(), int(bytes.size()), SQLITE_TRANSIENT));
    }
    void run()
    {
        m_bad = m_bad || sqlite3_step(m_statement) != SQLITE_DONE;
        sqlite3_reset(m_statement);
        m_column = 0;
    }
    bool bad() const { return m_bad; }

private:
    Insert& after(int code)
    {
        m_bad = m_bad || code != SQLITE_OK;
        return *this;
    }
    sqlite3_stmt* m_statement = nullptr;
    int m_column = 0;
    bool m_bad = false;
};

bool fillCustomers(sqlite3* database, Dice& dice)
{
    Insert customers(database, "INSERT INTO clients VALUES(?,?,?,?)");
    constexpr std::array towns{"Lille", "Besançon", "Nîmes", "Évreux", "Saint-Étienne", "Brest", "Orléans"};
    for (int i = 1; i <= 900; ++i) {
        customers.with(std::int64_t(i))
            .with("Client n° " + std::to_string(i) + " – l’Atelier")
            .with(std::string(towns[dice.below(towns.size())]));
        customers.with(double(dice.below(15)) / 2).run();
    }
    Insert articles(database, "INSERT INTO articles VALUES(?,?,?,?)");
    for (int i = 1; i <= 260; ++i) {
        articles.with("A-" + std::to_string(1000 + i)).with("Article " + prose(dice, 24));
        articles.with(double(100 + dice.below(90'000)) / 100).blob(noise(dice, 300 + dice.below(9'000))).run();
    }
    Insert settings(database, "INSERT INTO \"réglages [divers]\" VALUES(?,?)");
    settings.with("logo").blob(noise(dice, 40'000)).run();
    settings.with("société").with("Maison Delorme").run();
    settings.with("vide").blob(std::string()).run();
    return !customers.bad() && !articles.bad() && !settings.bad();
}

bool fillOrders(sqlite3* database, Dice& dice, const std::stop_token& stop)
{
    Insert orders(database, "INSERT INTO commandes(id, client, jour, etat) VALUES(?,?,?,?)");
    Insert lines(database, "INSERT INTO lignes VALUES(?,?,?,?,?)");
    constexpr std::array states{"saisie", "expédiée", "facturée"};
    for (int id = 1; id <= 3'500 && !stop.stop_requested(); ++id) {
        const std::string day =
            "2026-" + std::to_string(10 + dice.below(3)) + '-' + std::to_string(10 + dice.below(18));
        orders.with(std::int64_t(id)).with(std::int64_t(1 + dice.below(900))).with(day);
        orders.with(std::string(states[dice.below(states.size())])).run();
        const int count = 1 + int(dice.below(4));
        for (int rank = 1; rank <= count; ++rank) {
            lines.with(std::int64_t(id)).with(std::int64_t(rank)).with("A-" + std::to_string(1001 + dice.below(260)));
            lines.with(std::int64_t(1 + dice.below(40))).with(double(100 + dice.below(9'000)) / 100).run();
        }
    }
    return !orders.bad() && !lines.bad();
}

} // namespace

Result<void> seedDatabase(const Seeder& seeder, std::stop_token stop)
{
    const std::string path = seeder.root() + '/' + kDatabase;
    sqlite3* database = nullptr;
    int code = sqlite3_open_v2(path.c_str(), &database, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
    Result<void> result;
    Dice dice(8'086);
    const auto run = [&](const char* sql) {
        return sqlite3_exec(database, sql, nullptr, nullptr, nullptr) == SQLITE_OK;
    };
    if (code != SQLITE_OK || !run(schema) || !run("BEGIN") || !fillCustomers(database, dice) ||
        !fillOrders(database, dice, stop) || !run("COMMIT"))
        result = failed(database, path);
    sqlite3_close(database);
    if (stop.stop_requested())
        return makeError("cancelled");
    if (!result.ok())
        return result;
    if (::geteuid() == 0 && ::chown(path.c_str(), kApplication.uid, kApplication.gid) != 0 && errno != EINVAL &&
        errno != EPERM)
        return systemError(errno, path, "chown", Severity::Fatal);
    const struct timespec when = {backupTime(seeder.base()) - 2 * kHour, 123'456'789};
    const std::array<struct timespec, 2> times{when, when};
    if (::chmod(path.c_str(), 0640) != 0 || ::utimensat(AT_FDCWD, path.c_str(), times.data(), 0) != 0)
        return systemError(errno, path, "utimensat", Severity::Fatal);
    return {};
}

} // namespace bascule::demo
