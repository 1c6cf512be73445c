// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/Seed.h"

#include <algorithm>
#include <array>

namespace bascule::demo {

namespace {

struct Department
{
    const char* name;
    unsigned gid;
    std::array<unsigned, 3> people;
    int files;
    std::array<const char*, 5> folders;
};

constexpr std::array departments{
    Department{
        "direction", 1101, {1201, 1202, 1201}, 140, {"Comités", "Budget 2026", "Courriers", "Baux", "Assurances"}},
    Department{"compta", 1102, {1203, 1204, 1203}, 360, {"Factures", "Relances", "Clôtures", "Banque", "Exports"}},
    Department{"commercial", 1103, {1205, 1206, 1207}, 340, {"Devis", "Clients", "Salons", "Catalogue", "Photos"}},
    Department{"production", 1104, {1208, 1209, 1210}, 380, {"Plans", "Gammes", "Qualité", "Machines", "2026"}},
    Department{"rh", 1105, {1211, 1211, 1202}, 120, {"Contrats", "Congés", "Formations", "Paie", "Entretiens"}},
    Department{"informatique", 1106, {1212, 1212, 1212}, 90, {"Images", "Procédures", "Licences", "Scripts", "VM"}},
};

struct Kind
{
    const char* suffix;
    const char* stem;
};
constexpr std::array kinds{Kind{".txt", "Note"},     Kind{".csv", "Export"},  Kind{".odt", "Compte rendu"},
                           Kind{".pdf", "Document"}, Kind{".ods", "Tableau"}, Kind{".jpg", "Photo"},
                           Kind{".eml", "Message"},  Kind{".dwg", "Plan"}};

/// Many small files, few big ones, as on any file server.
std::size_t sizeOf(Dice& dice)
{
    const std::uint64_t draw = dice.below(1000);
    if (draw < 30)
        return dice.below(64); // empty and nearly empty ones too
    if (draw < 700)
        return 200 + dice.below(14'000);
    if (draw < 960)
        return 16'000 + dice.below(90'000);
    if (draw < 997)
        return 100'000 + dice.below(500'000);
    return 1'500'000 + dice.below(2'000'000);
}

std::string contentOf(Dice& dice, const char* suffix, std::size_t bytes)
{
    const std::string kind(suffix);
    if (kind == ".csv")
        return table(dice, bytes);
    if (kind == ".txt" || kind == ".eml")
        return prose(dice, bytes);
    const std::string head = kind == ".pdf" ? "%PDF-1.7\n" : kind == ".jpg" ? "\xff\xd8\xff\xe0" : "PK\x03\x04";
    return head + noise(dice, bytes);
}

void seedDepartment(Seeder& seeder, const Department& department, int number, double size)
{
    const std::string share = std::string("srv/shares/") + department.name;
    const Owner root{0, department.gid};
    const std::string members = std::to_string(department.gid);
    // Group members write, the management reads, nobody else enters; new files inherit it.
    const std::string access = "u::rwx,g::rwx,g:" + members + ":rwx,g:1101:r-x,m::rwx,o::---";
    seeder.folder(share, 02770, root);
    seeder.acl(share, access, true);
    std::vector<std::string> folders{share};
    for (const char* name : department.folders) {
        folders.push_back(share + '/' + name);
        seeder.folder(folders.back(), 02770, root);
        for (const char* below : {"Anciens", "En cours"}) {
            const std::string inner = folders.back() + '/' + below;
            seeder.folder(inner, 02770, root);
            if (below[0] == 'A')
                folders.push_back(inner);
        }
    }
    Dice dice(std::uint64_t(4'096 + number));
    const int count = std::max(8, int(double(department.files) * size));
    for (int i = 0; i < count; ++i) {
        const Kind& kind = kinds[dice.below(kinds.size())];
        const std::string& folder = folders[dice.below(folders.size())];
        const std::string path = folder + '/' + kind.stem + ' ' + std::to_string(i + 1) + kind.suffix;
        const unsigned who = department.people[dice.below(department.people.size())];
        const std::int64_t age = 2 * kDay + std::int64_t(dice.below(3 * 365)) * kDay + std::int64_t(dice.below(86'400));
        seeder.file(path, contentOf(dice, kind.suffix, sizeOf(dice)), dice.below(9) == 0 ? 0440 : 0660,
                    {who, department.gid}, age);
        if (dice.below(17) == 0)
            seeder.acl(path, "u::rw-,u:1202:r--,g::rw-,g:" + members + ":rw-,m::rw-,o::---", false);
        if (dice.below(13) == 0)
            seeder.attribute(path, "user.delorme.classement", dice.below(2) == 0 ? "interne" : "confidentiel");
        if (dice.below(41) == 0)
            seeder.attribute(path, "user.DOSATTRIB", noise(dice, 56)); // as Samba keeps it: bytes, not text
    }
}

} // namespace

void seedShares(Seeder& seeder, const std::string& switchLink, double size)
{
    for (const char* folder : {"srv", "srv/shares"})
        seeder.folder(folder, 0755, kRoot);
    int number = 0;
    for (const Department& department : departments)
        seedDepartment(seeder, department, number++, size);
    seedOddities(seeder, switchLink);
}

void seedOddities(Seeder& seeder, const std::string& switchLink)
{
    const Owner sales{1205, 1103};
    const Owner works{1208, 1104};
    const std::string odd = "srv/shares/commercial/Clients/Noms à garder";
    seeder.folder(odd, 02770, sales);
    Dice dice(77);
    for (const std::string& name :
         {std::string("Été – réunion.txt"), std::string("🎄 vœux 2026 🎁.txt"), std::string("deux\nlignes.txt"),
          std::string("-rf"), std::string("--help"), std::string("100 % coton.txt"), std::string(" espace devant"),
          std::string("guillemet\"et'apostrophe.txt"), std::string("esc\x1b[31mrouge.txt"), std::string("a\\b.txt"),
          std::string("$(touch ailleurs).txt"), std::string("caf\xe9 latin1.txt"), // not UTF-8
          std::string("octets\xff\xfe.bin"),                                       // not UTF-8
          std::string("Café.txt"),                                                 // one code point
          std::string("Cafe\xcc\x81.txt"),                                         // the same to the eye, two
          std::string("Tarif.txt"), std::string("TARIF.txt"),
          std::string(120, 'n') + "om long" + std::string(100, 'g') + ".txt"}) {
        seeder.file(odd + '/' + name, prose(dice, 300 + dice.below(3'000)), 0660, sales, 40 * kDay);
    }
    // Hard links inside a share and across two of them.
    const std::string invoice = "srv/shares/compta/Factures/Modèle de facture.odt";
    seeder.file(invoice, "PK\x03\x04" + noise(dice, 42'000), 0660, {1203, 1102}, 90 * kDay);
    seeder.hardLink("srv/shares/compta/Relances/Modèle de facture.odt", invoice);
    const std::string image = "srv/shares/informatique/Images/poste-type.img";
    seeder.file(image, noise(dice, 1'200'000), 0640, {1212, 1106}, 200 * kDay);
    seeder.hardLink("srv/shares/production/Machines/poste-type.img", image);
    // Two files that are equal and yet two.
    const std::string twin = prose(dice, 5'000);
    seeder.file("srv/shares/production/Qualité/Procédure.txt", twin, 0660, works, 60 * kDay);
    seeder.file("srv/shares/informatique/Procédures/Procédure.txt", twin, 0660, works, 60 * kDay);
    // A disk of 48 MB with next to nothing in it.
    seeder.sparseFile("srv/shares/informatique/VM/essai.raw", 48'000'000,
                      {{0, noise(dice, 65'536)}, {20'000'000, noise(dice, 131'072)}, {47'934'464, "fin"}}, {1212, 1106},
                      120 * kDay);
    // Links: beside, through the name that users know, to nowhere.
    seeder.symlink("srv/shares/commercial/Modèles", "../compta/Factures", 300 * kDay);
    seeder.symlink("srv/shares/production/Année en cours", switchLink + "/srv/shares/production/2026", 300 * kDay);
    seeder.symlink("srv/shares/rh/Ancien logiciel", "/opt/paie-2009", 2'000 * kDay);
    seeder.attribute("srv/shares/compta/Factures", "user.delorme.classement", "confidentiel");
}

void seedToday(Seeder& seeder)
{
    // At midnight "since the backup" is two hours: all of these lie within.
    Dice dice(2'026);
    seeder.file("srv/shares/compta/Banque/Relevé du jour.csv", table(dice, 9'000), 0660, {1203, 1102}, kHour);
    seeder.file("srv/shares/commercial/Devis/Devis 2026-1183.odt", "PK\x03\x04" + noise(dice, 31'000), 0660,
                {1206, 1103}, kHour / 2);
    seeder.file("srv/shares/production/2026/Ordre de fabrication 811.txt", prose(dice, 2'400), 0660, {1209, 1104},
                kHour / 4);
}

} // namespace bascule::demo
