// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/Seed.h"

namespace bascule::demo {

namespace {

constexpr auto passwd = R"(root:x:0:0:root:/root:/bin/bash
gesto:x:990:990:Gesto:/opt/gesto:/usr/sbin/nologin
hdelorme:x:1201:1101:Hélène Delorme:/home/hdelorme:/bin/bash
pdelorme:x:1202:1101:Paul Delorme:/home/pdelorme:/bin/bash
smarchand:x:1203:1102:Sophie Marchand:/home/smarchand:/bin/bash
ltessier:x:1204:1102:Luc Tessier:/home/ltessier:/bin/bash
cvasseur:x:1205:1103:Claire Vasseur:/home/cvasseur:/bin/bash
ngirard:x:1206:1103:Nora Girard:/home/ngirard:/bin/bash
tfabre:x:1207:1103:Théo Fabre:/home/tfabre:/bin/bash
mrenaud:x:1208:1104:Marc Renaud:/home/mrenaud:/bin/bash
aleroux:x:1209:1104:Anne Leroux:/home/aleroux:/bin/bash
jpetit:x:1210:1104:Jean Petit:/home/jpetit:/bin/bash
imorel:x:1211:1105:Inès Morel:/home/imorel:/bin/bash
kbenali:x:1212:1106:Karim Benali:/home/kbenali:/bin/bash
)";

constexpr auto group = R"(root:x:0:
gesto:x:990:
direction:x:1101:hdelorme,pdelorme
compta:x:1102:smarchand,ltessier
commercial:x:1103:cvasseur,ngirard,tfabre
production:x:1104:mrenaud,aleroux,jpetit
rh:x:1105:imorel
informatique:x:1106:kbenali
)";

constexpr auto samba = R"([global]
   workgroup = DELORME
   server string = vega
   unix charset = UTF-8
   vfs objects = acl_xattr

[direction]
   path = /srv/shares/direction
   valid users = @direction
[compta]
   path = /srv/shares/compta
   valid users = @compta @direction
[commercial]
   path = /srv/shares/commercial
   valid users = @commercial @direction
[production]
   path = /srv/shares/production
   valid users = @production @direction
[rh]
   path = /srv/shares/rh
   valid users = @rh @direction
[informatique]
   path = /srv/shares/informatique
   valid users = @informatique
)";

constexpr auto ini = R"(; Gesto, gestion commerciale
[general]
nom = Maison Delorme
donnees = /var/lib/gesto
base = /var/lib/gesto/gesto.db
exports = /srv/shares/compta/Exports
modeles = /srv/shares/compta/Factures

[reseau]
ecoute = 192.168.10.5:8080
annuaire = ldap://annuaire.delorme.example:389
courrier = smtp://relais.delorme.example:587
)";

// Made-up names and passwords: .example never resolves.
constexpr auto environment = R"(# lu par gesto.service
GESTO_CONFIG=/opt/gesto/config/gesto.ini
DATABASE_URL=sqlite:////var/lib/gesto/gesto.db
PAIE_URL=postgresql://gesto:Mouette-42-bleue@paie.delorme.example:5432/paie
SMTP_PASSWORD=vert-tige-88
)";

constexpr auto json = R"({
  "catalogue": {
    "photos": "/srv/shares/commercial/Photos",
    "tarifs": "/srv/shares/commercial/Catalogue"
  },
  "impression": { "serveur": "192.168.10.40", "port": 9100 },
  "journal": "/var/log/gesto/gesto.log"
}
)";

constexpr auto php = R"(<?php
// Extranet des clients
return [
    'base' => '/var/lib/gesto/gesto.db',
    'documents' => '/srv/shares/commercial/Clients',
    'api' => 'https://transport.example/api/v2',
    'api_key' => 'k-7f31c0de-demo',
];
)";

constexpr auto exportScript = R"(#!/bin/sh
# Clôture du mois : les écritures partent vers la comptabilité.
set -eu
. /opt/gesto/.env
sqlite3 -readonly /var/lib/gesto/gesto.db \
  "SELECT * FROM ecritures_du_mois" > "/srv/shares/compta/Exports/cloture-$(date +%Y-%m).csv"
)";

constexpr auto backupScript = R"(#!/bin/sh
# Sauvegarde de nuit : un fichier par partage et par application.
set -eu
day=$(date +%Y%m%d)
for name in direction compta commercial production rh informatique; do
  tar --acls --xattrs --zstd -C / -cf "/var/backups/$name-$day.tar.zst" "srv/shares/$name"
done
)";

constexpr auto unit = R"([Unit]
Description=Gesto, gestion commerciale
After=network-online.target
RequiresMountsFor=/srv/shares/compta

[Service]
User=gesto
EnvironmentFile=/opt/gesto/.env
ExecStart=/opt/gesto/bin/gesto --config /opt/gesto/config/gesto.ini
Restart=on-failure

[Install]
WantedBy=multi-user.target
)";

constexpr auto monthly = R"(# Clôture mensuelle, le premier du mois
30 2 1 * * gesto /opt/gesto/bin/cloture.sh
)";

constexpr auto nightly = R"(0 22 * * * root /opt/gesto/bin/sauvegarde.sh
)";

} // namespace

void seedApplication(Seeder& seeder)
{
    for (const char* folder :
         {"etc", "etc/cron.d", "etc/samba", "etc/systemd", "etc/systemd/system", "opt", "var", "var/lib", "var/log",
          "var/log/gesto", "opt/gesto", "opt/gesto/bin", "opt/gesto/config", "opt/gesto/public", "opt/gesto/lib"})
        seeder.folder(folder, 0755, kRoot);
    seeder.folder("var/lib/gesto", 0750, kApplication);
    seeder.folder("var/backups", 0750, kRoot);

    seeder.file("etc/passwd", passwd, 0644, kRoot, 400 * kDay);
    seeder.file("etc/group", group, 0644, kRoot, 400 * kDay);
    seeder.file("etc/hostname", "vega\n", 0644, kRoot, 900 * kDay);
    seeder.file("etc/hosts", "127.0.0.1 localhost\n192.168.10.5 vega vega.delorme.example\n", 0644, kRoot, 900 * kDay);
    seeder.file("etc/os-release", "PRETTY_NAME=\"Debian GNU/Linux 10 (buster)\"\nID=debian\nVERSION_ID=\"10\"\n", 0644,
                kRoot, 900 * kDay);
    seeder.file("etc/samba/smb.conf", samba, 0644, kRoot, 200 * kDay);
    seeder.file("etc/systemd/system/gesto.service", unit, 0644, kRoot, 200 * kDay);
    seeder.file("etc/cron.d/gesto-cloture", monthly, 0644, kRoot, 200 * kDay);
    seeder.file("etc/cron.d/sauvegarde", nightly, 0644, kRoot, 200 * kDay);

    Dice dice(31);
    seeder.file("opt/gesto/VERSION", "4.2.1\n", 0644, kRoot, 200 * kDay);
    seeder.file("opt/gesto/config/gesto.ini", ini, 0640, {0, 990}, 190 * kDay);
    seeder.file("opt/gesto/.env", environment, 0640, {0, 990}, 190 * kDay);
    seeder.file("opt/gesto/config/application.json", json, 0640, {0, 990}, 190 * kDay);
    seeder.file("opt/gesto/public/config.php", php, 0640, {0, 990}, 190 * kDay);
    seeder.file("opt/gesto/bin/cloture.sh", exportScript, 0755, kRoot, 200 * kDay);
    seeder.file("opt/gesto/bin/sauvegarde.sh", backupScript, 0755, kRoot, 200 * kDay);
    seeder.file("opt/gesto/bin/gesto", "#!/bin/sh\nexec /opt/gesto/lib/gesto.bin \"$@\"\n", 0755, kRoot, 200 * kDay);
    for (int i = 0; i < 24; ++i) {
        const std::string path = "opt/gesto/lib/module" + std::to_string(i) + ".so";
        seeder.file(path,
                    "\x7f"
                    "ELF" +
                        noise(dice, 4'000 + dice.below(60'000)),
                    0755, kRoot, 200 * kDay);
    }
    for (int i = 0; i < 12; ++i) {
        const std::string path = "opt/gesto/public/page" + std::to_string(i) + ".html";
        seeder.file(path, "<!doctype html>\n<p>" + prose(dice, 1'500) + "</p>\n", 0644, kRoot, 200 * kDay);
    }
    seeder.file("var/log/gesto/gesto.log", prose(dice, 60'000), 0640, kApplication, 2 * kDay);
}

} // namespace bascule::demo
