<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR" sourcelanguage="en_GB">
<context>
    <name>Ask</name>
    <message>
        <source>Who are you?</source>
        <translation>Qui êtes-vous&#x202f;?</translation>
    </message>
    <message>
        <source>Every decision is kept with a name in the evidence ledger. Bascule asks once until the window is closed.</source>
        <translation>Chaque décision est gardée avec un nom dans le registre des preuves. Bascule le demande une fois, jusqu’à la fermeture de la fenêtre.</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Votre nom</translation>
    </message>
    <message>
        <source>Decide under this name</source>
        <translation>Décider sous ce nom</translation>
    </message>
    <message>
        <source>Who decides</source>
        <translation>Qui décide</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Pourquoi</translation>
    </message>
</context>
<context>
    <name>BoardWords</name>
    <message>
        <source>Waived by %1: %2</source>
        <translation>Dérogation de %1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Waived on %1 by %2: %3</source>
        <translation>Dérogation le %1 par %2&#xa0;: %3</translation>
    </message>
    <message>
        <source>Validated on %1 by %2</source>
        <translation>Validé le %1 par %2</translation>
    </message>
    <message>
        <source>Since %1</source>
        <translation>Depuis le %1</translation>
    </message>
    <message>
        <source>expires on %1</source>
        <translation>expire le %1</translation>
    </message>
    <message>
        <source>once waived by %1</source>
        <translation>dérogation passée de %1</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n de plus</numerusform>
            <numerusform>%n de plus</numerusform>
        </translation>
    </message>
    <message>
        <source>Missing: %1</source>
        <translation>Il manque&#xa0;: %1</translation>
    </message>
    <message>
        <source>Nothing has been measured yet</source>
        <translation>Rien n’a encore été mesuré</translation>
    </message>
    <message>
        <source>%1 %2, %3.</source>
        <translation>%1 %2, %3.</translation>
    </message>
    <message>
        <source>Evidence ledger intact: %1 entries verified.</source>
        <translation>Registre des preuves intact&#xa0;: %1 entrées vérifiées.</translation>
    </message>
    <message>
        <source>The evidence ledger does not hold together: entry %1. Nothing here is proven.</source>
        <translation>Le registre des preuves ne tient pas&#xa0;: entrée %1. Rien de ce qui est ici n’est prouvé.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1. Seen to by %2</source>
        <translation>%1. Suivi&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>Cli</name>
    <message>
        <source>Unknown option “%1”.</source>
        <translation>Option inconnue «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>The option --%1 is given twice.</source>
        <translation>L’option --%1 est donnée deux fois.</translation>
    </message>
    <message>
        <source>The option --%1 takes no value.</source>
        <translation>L’option --%1 ne prend pas de valeur.</translation>
    </message>
    <message>
        <source>The option --%1 needs a value.</source>
        <translation>L’option --%1 demande une valeur.</translation>
    </message>
    <message>
        <source>A report&apos;s name ends in .html or .pdf.</source>
        <translation>Le nom d’un rapport finit par .html ou .pdf.</translation>
    </message>
    <message>
        <source>The report is in %1.</source>
        <translation>Le rapport est dans %1.</translation>
    </message>
    <message>
        <source>Waived by %1: %2</source>
        <translation>Dérogation de %1&#xa0;: %2</translation>
    </message>
    <message>
        <source>missing: %1</source>
        <translation>il manque&#xa0;: %1</translation>
    </message>
    <message>
        <source>the five checkpoints and whether one can go; exit 1 while not</source>
        <translation>les cinq points de contrôle, et si l’on peut basculer&#x202f;; sort avec 1 sinon</translation>
    </message>
    <message>
        <source>write the whole project as a report, in --language or the project&apos;s own</source>
        <translation>écrire tout le projet en rapport, dans --language ou la langue du projet</translation>
    </message>
    <message>
        <source>check the chain of evidence from end to end</source>
        <translation>vérifier la chaîne des preuves de bout en bout</translation>
    </message>
    <message>
        <source>See “bascule-cli --help”.</source>
        <translation>Voir «&#xa0;bascule-cli --help&#xa0;».</translation>
    </message>
    <message>
        <source>“%1” is not there yet: it comes with a later version.</source>
        <translation>«&#xa0;%1&#xa0;» n’existe pas encore&#xa0;: cela vient avec une version ultérieure.</translation>
    </message>
    <message>
        <source>%1 Nobody can answer here: add --yes to go ahead.</source>
        <translation>%1 Personne ne peut répondre ici&#xa0;: ajoutez --yes pour continuer.</translation>
    </message>
    <message>
        <source>[yes/No]</source>
        <translation>[oui/Non]</translation>
    </message>
    <message>
        <source>Nothing was done.</source>
        <translation>Rien n’a été fait.</translation>
    </message>
    <message>
        <source>asleep</source>
        <translation>en sommeil</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>N°</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Ce qui dépend</translation>
    </message>
    <message>
        <source>Needs</source>
        <translation>A besoin de</translation>
    </message>
    <message>
        <source>Sure</source>
        <translation>Sûr à</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Seen in</source>
        <translation>Vu dans</translation>
    </message>
    <message>
        <source>Blind spot %1: %2</source>
        <translation>Angle mort %1&#xa0;: %2</translation>
    </message>
    <message>
        <source>%1 → %2: %3</source>
        <translation>%1 → %2&#xa0;: %3</translation>
    </message>
    <message>
        <source>read the configuration files and list what needs what</source>
        <translation>lire les fichiers de configuration et lister ce qui a besoin de quoi</translation>
    </message>
    <message>
        <source>as a picture for Graphviz</source>
        <translation>en image pour Graphviz</translation>
    </message>
    <message>
        <source>it is so</source>
        <translation>c’est bien le cas</translation>
    </message>
    <message>
        <source>it is not so, with a reason</source>
        <translation>ce n’est pas le cas, avec une raison</translation>
    </message>
    <message>
        <source>critical</source>
        <translation>critique</translation>
    </message>
    <message>
        <source>no owner</source>
        <translation>sans responsable</translation>
    </message>
    <message>
        <source>stays behind</source>
        <translation>reste sur place</translation>
    </message>
    <message>
        <source>Asset</source>
        <translation>Actif</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Nature</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Serveur</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Chemin</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Fichiers</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Responsable</translation>
    </message>
    <message>
        <source>accepted by %1</source>
        <translation>accepté par %1</translation>
    </message>
    <message>
        <source>Blind spot</source>
        <translation>Angle mort</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Gravité</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Constat</translation>
    </message>
    <message>
        <source>The option --%1 is yes or no.</source>
        <translation>L’option --%1 est yes ou no.</translation>
    </message>
    <message>
        <source>“%1” is no whole number.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas un nombre entier.</translation>
    </message>
    <message>
        <source>“%1” is saved.</source>
        <translation>«&#xa0;%1&#xa0;» est enregistré.</translation>
    </message>
    <message>
        <source>Accepted, with the reason.</source>
        <translation>Accepté, avec la raison.</translation>
    </message>
    <message>
        <source>read the servers and list what is on them; nothing is changed there</source>
        <translation>lire les serveurs et lister ce qui s’y trouve&#x202f;; rien n’y est modifié</translation>
    </message>
    <message>
        <source>this one only; all source servers, unless given</source>
        <translation>celui-ci seulement&#x202f;; tous les serveurs sources sinon</translation>
    </message>
    <message>
        <source>the assets and findings of the last inventory</source>
        <translation>les actifs et les constats du dernier inventaire</translation>
    </message>
    <message>
        <source>decide about an asset</source>
        <translation>décider d’un actif</translation>
    </message>
    <message>
        <source>the business stops without it</source>
        <translation>l’activité s’arrête sans lui</translation>
    </message>
    <message>
        <source>who answers for it</source>
        <translation>qui en est responsable</translation>
    </message>
    <message>
        <source>whether it goes to the new server</source>
        <translation>s’il part sur le nouveau serveur</translation>
    </message>
    <message>
        <source>where it goes there; the same path, unless given</source>
        <translation>où il va là-bas&#x202f;; le même chemin sinon</translation>
    </message>
    <message>
        <source>how soon it must be back; 0: as the project</source>
        <translation>en combien de temps il doit revenir&#x202f;; 0&#xa0;: comme le projet</translation>
    </message>
    <message>
        <source>accept a finding or a blind spot, by name and with a reason</source>
        <translation>accepter un constat ou un angle mort, avec un nom et une raison</translation>
    </message>
    <message>
        <source>no baseline</source>
        <translation>sans référence</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Contrôle</translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation>Référence</translation>
    </message>
    <message>
        <source>Last run</source>
        <translation>Dernier tour</translation>
    </message>
    <message numerus="yes">
        <source>%n open incident(s).</source>
        <translation>
            <numerusform>%n incident ouvert.</numerusform>
            <numerusform>%n incidents ouverts.</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” is not of the form name=value.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas de la forme nom=valeur.</translation>
    </message>
    <message>
        <source>“%1” is no duration; write 90s, 5min or 1h.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas une durée&#x202f;; écrivez 90s, 5min ou 1h.</translation>
    </message>
    <message>
        <source>Added the check “%1”.</source>
        <translation>Contrôle «&#xa0;%1&#xa0;» ajouté.</translation>
    </message>
    <message numerus="yes">
        <source>%n check(s) added.</source>
        <translation>
            <numerusform>%n contrôle ajouté.</numerusform>
            <numerusform>%n contrôles ajoutés.</numerusform>
        </translation>
    </message>
    <message>
        <source>Durations are written 90s, 5min or 1h.</source>
        <translation>Les durées s’écrivent 90s, 5min ou 1h.</translation>
    </message>
    <message>
        <source>add a check</source>
        <translation>ajouter un contrôle</translation>
    </message>
    <message>
        <source>file, sqlite, link, tcp, http, tls or dns</source>
        <translation>file, sqlite, link, tcp, http, tls ou dns</translation>
    </message>
    <message>
        <source>what it is called; the asset&apos;s name, unless given</source>
        <translation>son nom&#x202f;; celui de l’actif sinon</translation>
    </message>
    <message>
        <source>what it watches</source>
        <translation>ce qu’il surveille</translation>
    </message>
    <message>
        <source>what the kind asks for: host, port, url, path, query</source>
        <translation>ce que demande cette sorte&#xa0;: host, port, url, path, query</translation>
    </message>
    <message>
        <source>how often; 1min, unless given</source>
        <translation>à quel rythme&#x202f;; 1min sinon</translation>
    </message>
    <message>
        <source>add a check for every critical asset that has none</source>
        <translation>ajouter un contrôle pour chaque actif critique qui n’en a pas</translation>
    </message>
    <message>
        <source>the checks, their state and baseline</source>
        <translation>les contrôles, leur état et leur référence</translation>
    </message>
    <message>
        <source>run checks once, or measure their baseline; exit 1 when one is not up</source>
        <translation>lancer les contrôles une fois, ou mesurer leur référence&#x202f;; sort avec 1 si l’un ne répond pas</translation>
    </message>
    <message>
        <source>measure how the old server does, ten rounds</source>
        <translation>mesurer comment se porte l’ancien serveur, dix tours</translation>
    </message>
    <message>
        <source>run rounds of checks; exit 1 while an incident is open</source>
        <translation>lancer des tours de contrôles&#x202f;; sort avec 1 tant qu’un incident est ouvert</translation>
    </message>
    <message>
        <source>how long, e.g. 8h; one round, unless given</source>
        <translation>pendant combien de temps, par ex. 8h&#x202f;; un tour sinon</translation>
    </message>
    <message>
        <source>how many rounds</source>
        <translation>combien de tours</translation>
    </message>
    <message>
        <source>from one round to the next; each check&apos;s own, unless given</source>
        <translation>d’un tour au suivant&#x202f;; le rythme de chaque contrôle sinon</translation>
    </message>
    <message>
        <source>Say --%1, e.g. 2026-12-06T04:00.</source>
        <translation>Indiquez --%1, par ex. 2026-12-06T04:00.</translation>
    </message>
    <message>
        <source>Window: %1, %2, for %3.</source>
        <translation>Fenêtre&#xa0;: %1, %2, pendant %3.</translation>
    </message>
    <message>
        <source>The cutover takes %1 as rehearsed, the way back %2; %3 are left.</source>
        <translation>La bascule prend %1 d’après la répétition, le retour %2&#x202f;; il reste %3.</translation>
    </message>
    <message>
        <source>No rehearsal of this plan has been measured yet.</source>
        <translation>Aucune répétition de ce plan n’a encore été mesurée.</translation>
    </message>
    <message>
        <source>Say how long it lasts with --duration MINUTES.</source>
        <translation>Indiquez sa durée avec --duration MINUTES.</translation>
    </message>
    <message>
        <source>No window is chosen any more.</source>
        <translation>Aucune fenêtre n’est plus choisie.</translation>
    </message>
    <message>
        <source>No cutover from %1 to %2: %3.</source>
        <translation>Pas de bascule de %1 à %2&#xa0;: %3.</translation>
    </message>
    <message>
        <source>Removed.</source>
        <translation>Retiré.</translation>
    </message>
    <message>
        <source>The message is ready.</source>
        <translation>Le message est prêt.</translation>
    </message>
    <message>
        <source>The draft is saved.</source>
        <translation>Le brouillon est enregistré.</translation>
    </message>
    <message>
        <source>%1 is called number %2.</source>
        <translation>%1 est appelé en position %2.</translation>
    </message>
    <message>
        <source>The option --as is it, business or management.</source>
        <translation>L’option --as est it, business ou management.</translation>
    </message>
    <message>
        <source>“%1” is not among the project&apos;s people: add them, or say --as.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas parmi les personnes du projet&#xa0;: ajoutez-la, ou précisez --as.</translation>
    </message>
    <message>
        <source>Say who approves with --by PERSON.</source>
        <translation>Indiquez qui approuve avec --by PERSONNE.</translation>
    </message>
    <message>
        <source>Noted in the ledger: %1 approves “%2”.</source>
        <translation>Noté au registre&#xa0;: %1 approuve «&#xa0;%2&#xa0;».</translation>
    </message>
    <message>
        <source>Waived by %1, shown as such for ever: %2</source>
        <translation>Dérogation de %1, affichée comme telle pour toujours&#xa0;: %2</translation>
    </message>
    <message>
        <source>%1, estimated</source>
        <translation>%1, estimé</translation>
    </message>
    <message>
        <source>undo: %1</source>
        <translation>annulation&#xa0;: %1</translation>
    </message>
    <message>
        <source>choose the cutover&apos;s window; refused where it does not fit</source>
        <translation>choisir la fenêtre de la bascule&#x202f;; refusée si elle ne convient pas</translation>
    </message>
    <message>
        <source>local time, e.g. 2026-12-06T04:00</source>
        <translation>heure locale, par ex. 2026-12-06T04:00</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>minutes</translation>
    </message>
    <message>
        <source>give the chosen window up</source>
        <translation>abandonner la fenêtre choisie</translation>
    </message>
    <message>
        <source>add a period in which no cutover may fall</source>
        <translation>ajouter une période où aucune bascule ne doit tomber</translation>
    </message>
    <message>
        <source>first moment, or day</source>
        <translation>premier moment, ou premier jour</translation>
    </message>
    <message>
        <source>last moment, or day</source>
        <translation>dernier moment, ou dernier jour</translation>
    </message>
    <message>
        <source>take a critical period out</source>
        <translation>retirer une période critique</translation>
    </message>
    <message>
        <source>write what users are told: before, start, end, rollback</source>
        <translation>écrire ce qui est dit aux utilisateurs&#xa0;: before, start, end, rollback</translation>
    </message>
    <message>
        <source>the message</source>
        <translation>le message</translation>
    </message>
    <message>
        <source>the message, from a file</source>
        <translation>le message, depuis un fichier</translation>
    </message>
    <message>
        <source>not ready yet</source>
        <translation>pas encore prêt</translation>
    </message>
    <message>
        <source>say who is called when something goes wrong</source>
        <translation>indiquer qui est appelé en cas de problème</translation>
    </message>
    <message>
        <source>their number</source>
        <translation>son numéro</translation>
    </message>
    <message>
        <source>1 is called first; last, unless given</source>
        <translation>1 est appelé en premier&#x202f;; en dernier sinon</translation>
    </message>
    <message>
        <source>the runbook: every action on every server, its time, its undo</source>
        <translation>le plan de bascule&#xa0;: chaque action sur chaque serveur, sa durée, son annulation</translation>
    </message>
    <message>
        <source>sign by name: inventory, rehearsal, planning or go</source>
        <translation>signer en son nom&#xa0;: inventory, rehearsal, planning ou go</translation>
    </message>
    <message>
        <source>it, business or management; the person&apos;s role, unless given</source>
        <translation>it, business ou management&#x202f;; le rôle de la personne sinon</translation>
    </message>
    <message>
        <source>take responsibility for a checkpoint that has not passed, by name, for ever visible</source>
        <translation>prendre la responsabilité d’un point de contrôle non validé, en son nom, visible pour toujours</translation>
    </message>
    <message>
        <source>A new project needs a --name.</source>
        <translation>Un nouveau projet demande un --name.</translation>
    </message>
    <message>
        <source>Made the project “%1” in %2.</source>
        <translation>Projet «&#xa0;%1&#xa0;» créé dans %2.</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projet</translation>
    </message>
    <message>
        <source>Switch link</source>
        <translation>Lien de bascule</translation>
    </message>
    <message>
        <source>Recovery objective (RTO)</source>
        <translation>Objectif de reprise (DMIA)</translation>
    </message>
    <message>
        <source>Restore tests stay good for</source>
        <translation>Un test de restauration vaut</translation>
    </message>
    <message>
        <source>Rehearsals stay good for</source>
        <translation>Une répétition vaut</translation>
    </message>
    <message>
        <source>Rollback stays possible for</source>
        <translation>Le retour arrière reste possible</translation>
    </message>
    <message>
        <source>Availability to be met</source>
        <translation>Disponibilité à tenir</translation>
    </message>
    <message>
        <source>Observation period</source>
        <translation>Période d’observation</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rôle</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Personne</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>“%1” is no percentage.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas un pourcentage.</translation>
    </message>
    <message>
        <source>The settings are saved.</source>
        <translation>Les réglages sont enregistrés.</translation>
    </message>
    <message>
        <source>The --role is source, target, test or other.</source>
        <translation>L’option --role est source, target, test ou other.</translation>
    </message>
    <message>
        <source>Added “%1” (%2): %3</source>
        <translation>«&#xa0;%1&#xa0;» (%2) ajouté&#xa0;: %3</translation>
    </message>
    <message>
        <source>Removed “%1” from the project; its folder was not touched.</source>
        <translation>«&#xa0;%1&#xa0;» retiré du projet&#x202f;; son dossier n’a pas été touché.</translation>
    </message>
    <message>
        <source>The --role is it, business or management.</source>
        <translation>L’option --role est it, business ou management.</translation>
    </message>
    <message>
        <source>Added %1 (%2).</source>
        <translation>%1 (%2) ajouté.</translation>
    </message>
    <message>
        <source>make a project file; --language is the project&apos;s language</source>
        <translation>créer un fichier de projet&#x202f;; --language est la langue du projet</translation>
    </message>
    <message>
        <source>what the project is called</source>
        <translation>le nom du projet</translation>
    </message>
    <message>
        <source>its settings, servers and people</source>
        <translation>ses réglages, ses serveurs et ses personnes</translation>
    </message>
    <message>
        <source>change its settings</source>
        <translation>changer ses réglages</translation>
    </message>
    <message>
        <source>the symbolic link that users go through, switched at the cutover</source>
        <translation>le lien symbolique par lequel passent les utilisateurs, tourné à la bascule</translation>
    </message>
    <message>
        <source>how soon an asset must be back after a loss</source>
        <translation>en combien de temps un actif doit revenir après une perte</translation>
    </message>
    <message>
        <source>how long a restore test stays good</source>
        <translation>combien de temps vaut un test de restauration</translation>
    </message>
    <message>
        <source>how long a rehearsal stays good</source>
        <translation>combien de temps vaut une répétition</translation>
    </message>
    <message>
        <source>how long a rollback stays possible</source>
        <translation>combien de temps un retour arrière reste possible</translation>
    </message>
    <message>
        <source>availability to be met after the cutover</source>
        <translation>disponibilité à tenir après la bascule</translation>
    </message>
    <message>
        <source>length of the observation period</source>
        <translation>durée de la période d’observation</translation>
    </message>
    <message>
        <source>source, target, test or other</source>
        <translation>source, target, test ou other</translation>
    </message>
    <message>
        <source>its folder on this machine</source>
        <translation>son dossier sur cette machine</translation>
    </message>
    <message>
        <source>take a server out of the project</source>
        <translation>retirer un serveur du projet</translation>
    </message>
    <message>
        <source>add somebody who owns, validates or decides</source>
        <translation>ajouter quelqu’un qui est responsable, valide ou décide</translation>
    </message>
    <message>
        <source>it (unless given), business or management</source>
        <translation>it (par défaut), business ou management</translation>
    </message>
    <message>
        <source>phone or address</source>
        <translation>téléphone ou adresse</translation>
    </message>
    <message>
        <source>this help</source>
        <translation>cette aide</translation>
    </message>
    <message>
        <source>print one JSON document on stdout and nothing else there</source>
        <translation>écrire un seul document JSON sur la sortie standard, et rien d’autre</translation>
    </message>
    <message>
        <source>language of the words; the environment&apos;s, unless given</source>
        <translation>langue des textes&#x202f;; celle de l’environnement sinon</translation>
    </message>
    <message>
        <source>answer every question with yes</source>
        <translation>répondre oui à chaque question</translation>
    </message>
    <message>
        <source>Bascule takes a server over to a new one, step by step, and proves each step.</source>
        <translation>Bascule fait passer un serveur vers un nouveau, étape par étape, et prouve chaque étape.</translation>
    </message>
    <message>
        <source>PROJECT is a .bascule file. Every verb knows --help, --json, --language fr|en and --yes.</source>
        <translation>PROJECT est un fichier .bascule. Chaque verbe connaît --help, --json, --language fr|en et --yes.</translation>
    </message>
    <message>
        <source>Exit: 0 done and good · 1 done and not good (a check failed, a difference found) · 2 usage · 3 cannot reach (missing, unreadable, not to be written) · 4 cancelled · 5 refused for safety · 6 internal error.</source>
        <translation>Sortie&#xa0;: 0 fait et bon · 1 fait et pas bon (un contrôle échoue, une différence existe) · 2 usage · 3 injoignable (manquant, illisible, impossible à écrire) · 4 annulé · 5 refusé par sûreté · 6 erreur interne.</translation>
    </message>
    <message>
        <source>It is “bascule-cli %1 %2”.</source>
        <translation>L’usage est «&#xa0;bascule-cli %1 %2&#xa0;».</translation>
    </message>
    <message>
        <source>The language is “fr” or “en”.</source>
        <translation>La langue est «&#xa0;fr&#xa0;» ou «&#xa0;en&#xa0;».</translation>
    </message>
    <message>
        <source>Unknown verb “%1”.</source>
        <translation>Verbe inconnu «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>Cancelling: %1</source>
        <translation>Annulation&#xa0;: %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>no progress for %1</source>
        <translation>aucun progrès depuis %1</translation>
    </message>
    <message>
        <source>left: %1</source>
        <translation>reste&#xa0;: %1</translation>
    </message>
    <message>
        <source>Cancelled. What was finished before stays; run it again to go on.</source>
        <translation>Annulé. Ce qui était terminé reste&#x202f;; relancez pour continuer.</translation>
    </message>
    <message>
        <source>create</source>
        <translation>créer</translation>
    </message>
    <message>
        <source>replace</source>
        <translation>remplacer</translation>
    </message>
    <message>
        <source>delete</source>
        <translation>supprimer</translation>
    </message>
    <message>
        <source>set attributes of</source>
        <translation>régler les attributs de</translation>
    </message>
    <message>
        <source>Skipped %1: %2</source>
        <translation>%1 ignoré&#xa0;: %2</translation>
    </message>
    <message>
        <source>%1 created, %2 replaced, %3 with new attributes, %4 deleted, %5 unchanged.</source>
        <translation>%1 créés, %2 remplacés, %3 aux attributs changés, %4 supprimés, %5 inchangés.</translation>
    </message>
    <message>
        <source>Nothing was written: this was a dry run.</source>
        <translation>Rien n’a été écrit&#xa0;: c’était un essai à blanc.</translation>
    </message>
    <message>
        <source>%1 files, %2; %3 written in %4.</source>
        <translation>%1 fichiers, %2&#x202f;; %3 écrits en %4.</translation>
    </message>
    <message>
        <source>Everything written was read back and found equal.</source>
        <translation>Tout ce qui a été écrit a été relu et trouvé identique.</translation>
    </message>
    <message>
        <source>Not everything is as it should be: see the list above.</source>
        <translation>Tout n’est pas comme il devrait&#xa0;: voir la liste ci-dessus.</translation>
    </message>
    <message>
        <source>“%1” is no rate; write 500k, 20M or 1G for bytes a second.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas un débit&#x202f;; écrivez 500k, 20M ou 1G pour des octets par seconde.</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>et %1 de plus</translation>
    </message>
    <message>
        <source>The two are equal, contents and attributes.</source>
        <translation>Les deux sont identiques, contenus et attributs.</translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s).</source>
        <translation>
            <numerusform>%n différence.</numerusform>
            <numerusform>%n différences.</numerusform>
        </translation>
    </message>
    <message>
        <source>leave out what matches; /x only at the top</source>
        <translation>laisser de côté ce qui correspond&#x202f;; /x seulement à la racine</translation>
    </message>
    <message>
        <source>delete at DST what SRC does not have</source>
        <translation>supprimer dans DST ce que SRC n’a pas</translation>
    </message>
    <message>
        <source>compare contents, not only sizes and times</source>
        <translation>comparer les contenus, pas seulement tailles et dates</translation>
    </message>
    <message>
        <source>say what would be done and write nothing</source>
        <translation>dire ce qui serait fait et ne rien écrire</translation>
    </message>
    <message>
        <source>who decides; you, unless given</source>
        <translation>qui décide&#x202f;; vous sinon</translation>
    </message>
    <message>
        <source>the reason, kept with it</source>
        <translation>la raison, gardée avec</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>Sauvegarde</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Faite le</translation>
    </message>
    <message>
        <source>Read whole</source>
        <translation>Lue en entier</translation>
    </message>
    <message>
        <source>Restored for real</source>
        <translation>Restaurée pour de vrai</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>A backup needs its --asset and its --path.</source>
        <translation>Une sauvegarde demande son --asset et son --path.</translation>
    </message>
    <message>
        <source>The rollback scenario is written down.</source>
        <translation>Le scénario de retour arrière est écrit.</translation>
    </message>
    <message>
        <source>register a backup of an asset</source>
        <translation>déclarer une sauvegarde d’un actif</translation>
    </message>
    <message>
        <source>what it is a backup of</source>
        <translation>de quoi c’est la sauvegarde</translation>
    </message>
    <message>
        <source>the file, from the server&apos;s root or absolute</source>
        <translation>le fichier, depuis la racine du serveur ou en absolu</translation>
    </message>
    <message>
        <source>where the file is; the asset&apos;s server, unless given</source>
        <translation>où se trouve le fichier&#x202f;; le serveur de l’actif sinon</translation>
    </message>
    <message>
        <source>auto, tar or zip (sql, pgdump, restic, borg: a later version)</source>
        <translation>auto, tar ou zip (sql, pgdump, restic, borg&#xa0;: version ultérieure)</translation>
    </message>
    <message>
        <source>look for backups on the servers and register those that belong to an asset</source>
        <translation>chercher des sauvegardes sur les serveurs et déclarer celles qui correspondent à un actif</translation>
    </message>
    <message>
        <source>make a fresh backup of an asset beside the project file, and restore it for real</source>
        <translation>faire une sauvegarde fraîche d’un actif à côté du fichier de projet, et la restaurer pour de vrai</translation>
    </message>
    <message>
        <source>the registered backups and what was proved of them</source>
        <translation>les sauvegardes déclarées et ce qui en a été prouvé</translation>
    </message>
    <message>
        <source>read backups whole, every byte and every checksum; exit 1 when one is not intact</source>
        <translation>lire les sauvegardes en entier, chaque octet et chaque somme de contrôle&#x202f;; sort avec 1 si l’une n’est pas intacte</translation>
    </message>
    <message>
        <source>restore backups for real into a scratch folder and compare with their source</source>
        <translation>restaurer les sauvegardes pour de vrai dans un dossier provisoire et les comparer avec leur source</translation>
    </message>
    <message>
        <source>write down how one goes back</source>
        <translation>écrire comment on revient en arrière</translation>
    </message>
    <message>
        <source>the scenario</source>
        <translation>le scénario</translation>
    </message>
    <message>
        <source>the scenario, from a file</source>
        <translation>le scénario, depuis un fichier</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>Scénario</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Trouvé</translation>
    </message>
    <message>
        <source>open</source>
        <translation>ouvert</translation>
    </message>
    <message>
        <source>The test environment is as production is.</source>
        <translation>L’environnement de test est comme la production.</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Écart</translation>
    </message>
    <message>
        <source>The --kind is behaviour, performance, rights or compatibility.</source>
        <translation>L’option --kind est behaviour, performance, rights ou compatibility.</translation>
    </message>
    <message>
        <source>Added the scenario “%1”.</source>
        <translation>Scénario «&#xa0;%1&#xa0;» ajouté.</translation>
    </message>
    <message>
        <source>add something that must work on the test environment</source>
        <translation>ajouter ce qui doit marcher sur l’environnement de test</translation>
    </message>
    <message>
        <source>what it is called</source>
        <translation>son nom</translation>
    </message>
    <message>
        <source>behaviour, performance, rights or compatibility</source>
        <translation>behaviour, performance, rights ou compatibility</translation>
    </message>
    <message>
        <source>file-readable, rights-equal, sqlite-query, read-rate, link-targets, compatible</source>
        <translation>file-readable, rights-equal, sqlite-query, read-rate, link-targets, compatible</translation>
    </message>
    <message>
        <source>what it is about</source>
        <translation>sur quoi il porte</translation>
    </message>
    <message>
        <source>what the probe asks for: path, query, expected, sample</source>
        <translation>ce que demande la sonde&#xa0;: path, query, expected, sample</translation>
    </message>
    <message>
        <source>not required by the checkpoint</source>
        <translation>non requis par le point de contrôle</translation>
    </message>
    <message>
        <source>add a sensible set of scenarios of all four kinds</source>
        <translation>ajouter un jeu de scénarios sensé, des quatre sortes</translation>
    </message>
    <message>
        <source>the scenarios and their last results</source>
        <translation>les scénarios et leurs derniers résultats</translation>
    </message>
    <message>
        <source>run scenarios on the test environment; exit 1 when one fails</source>
        <translation>jouer des scénarios sur l’environnement de test&#x202f;; sort avec 1 si l’un échoue</translation>
    </message>
    <message>
        <source>run the runbook on the test environment, timed, with scenarios and a rollback drill</source>
        <translation>dérouler le plan de bascule sur l’environnement de test, chronométré, avec les scénarios et un exercice de retour arrière</translation>
    </message>
    <message>
        <source>leave the rollback drill out: a second timing</source>
        <translation>sans l’exercice de retour arrière&#xa0;: une seconde mesure</translation>
    </message>
    <message>
        <source>compare the test environment with production as it is now; exit 1 while they differ</source>
        <translation>comparer l’environnement de test avec la production d’aujourd’hui&#x202f;; sort avec 1 tant qu’ils diffèrent</translation>
    </message>
    <message>
        <source>accept a difference, by name and with a reason</source>
        <translation>accepter un écart, avec un nom et une raison</translation>
    </message>
    <message>
        <source>A rollback is possible until %1.</source>
        <translation>Un retour arrière est possible jusqu’au %1.</translation>
    </message>
    <message>
        <source>met: %1</source>
        <translation>rempli&#xa0;: %1</translation>
    </message>
    <message>
        <source>open: %1</source>
        <translation>ouvert&#xa0;: %1</translation>
    </message>
    <message>
        <source>Cut over from %1 to %2?</source>
        <translation>Basculer de %1 vers %2&#x202f;?</translation>
    </message>
    <message>
        <source>Would come back from %1: %2 new, %3 changed and %4 deleted files, %5 databases.</source>
        <translation>Reviendraient de %1&#xa0;: %2 fichiers nouveaux, %3 modifiés et %4 supprimés, %5 bases.</translation>
    </message>
    <message>
        <source>Go back to %1? What users wrote on %2 meanwhile comes back with it.</source>
        <translation>Revenir sur %1&#x202f;? Ce que les utilisateurs ont écrit sur %2 entre-temps revient aussi.</translation>
    </message>
    <message>
        <source>Release %1 for good? No rollback is possible after that.</source>
        <translation>Libérer %1 pour de bon&#x202f;? Aucun retour arrière n’est possible ensuite.</translation>
    </message>
    <message>
        <source>copy most of the data beforehand, so that the window stays short</source>
        <translation>copier l’essentiel des données à l’avance, pour que la fenêtre reste courte</translation>
    </message>
    <message>
        <source>what must hold before the cutover may start; exit 1 while something is open</source>
        <translation>ce qui doit être rempli avant que la bascule puisse commencer&#x202f;; sort avec 1 tant que quelque chose est ouvert</translation>
    </message>
    <message>
        <source>cut over, or bring an interrupted cutover to its end</source>
        <translation>basculer, ou mener à son terme une bascule interrompue</translation>
    </message>
    <message>
        <source>wait for the chosen window to begin</source>
        <translation>attendre le début de la fenêtre choisie</translation>
    </message>
    <message>
        <source>start outside the window; kept in the evidence</source>
        <translation>commencer hors de la fenêtre&#x202f;; gardé dans les preuves</translation>
    </message>
    <message>
        <source>go back to the old server, with what users wrote on the new one</source>
        <translation>revenir sur l’ancien serveur, avec ce que les utilisateurs ont écrit sur le nouveau</translation>
    </message>
    <message>
        <source>say what would come back, and write nothing</source>
        <translation>dire ce qui reviendrait, et ne rien écrire</translation>
    </message>
    <message>
        <source>release the old server: no rollback after that</source>
        <translation>libérer l’ancien serveur&#xa0;: plus de retour arrière ensuite</translation>
    </message>
    <message>
        <source>Project: %1</source>
        <translation>Projet&#xa0;: %1</translation>
    </message>
    <message>
        <source>Report: %1</source>
        <translation>Rapport&#xa0;: %1</translation>
    </message>
    <message>
        <source>The demo is ready: %1</source>
        <translation>La démonstration est prête&#xa0;: %1</translation>
    </message>
    <message>
        <source>make a small old server, its backups and an empty new one, and migrate them whole</source>
        <translation>créer un petit ancien serveur, ses sauvegardes et un nouveau vide, et les migrer en entier</translation>
    </message>
    <message>
        <source>stop before the go: a project ready to be cut over</source>
        <translation>s’arrêter avant le go&#xa0;: un projet prêt à basculer</translation>
    </message>
    <message>
        <source>start over: remove the demo that is there</source>
        <translation>recommencer&#xa0;: retirer la démonstration qui s’y trouve</translation>
    </message>
    <message>
        <source>a tenth of the files, for a quick look</source>
        <translation>un dixième des fichiers, pour un coup d’œil rapide</translation>
    </message>
    <message>
        <source>Nothing was found that the new server would break.</source>
        <translation>Rien que le nouveau serveur casserait n’a été trouvé.</translation>
    </message>
    <message>
        <source>what will break between the old server and the new one; exit 1 when something will</source>
        <translation>ce qui cassera entre l’ancien serveur et le nouveau&#x202f;; sort avec 1 s’il y en a</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>%1 · %2: %3</source>
        <translation>%1 · %2&#xa0;: %3</translation>
    </message>
    <message>
        <source>%1. %2: %3%4</source>
        <translation>%1. %2&#xa0;: %3%4</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1&#xa0;: %2, %3</translation>
    </message>
    <message>
        <source>The inventory of “%1” has no database. Add the server that holds one and run “bascule-cli inventory”: it finds the databases.</source>
        <translation>L’inventaire de «&#xa0;%1&#xa0;» n’a aucune base de données. Ajoutez le serveur qui en porte une et lancez «&#xa0;bascule-cli inventory&#xa0;»&#xa0;: il trouve les bases.</translation>
    </message>
    <message numerus="yes">
        <source>%n databases are called “%1”: give the number of one.</source>
        <translation>
            <numerusform>%n base s’appelle «&#xa0;%1&#xa0;»&#xa0;: donnez son numéro.</numerusform>
            <numerusform>%n bases s’appellent «&#xa0;%1&#xa0;»&#xa0;: donnez le numéro de l’une.</numerusform>
        </translation>
    </message>
    <message>
        <source>opens as it should</source>
        <translation>s’ouvre comme il faut</translation>
    </message>
    <message>
        <source>would break</source>
        <translation>casserait</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Base de données</translation>
    </message>
    <message>
        <source>Written by</source>
        <translation>Écrit par</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tables</translation>
    </message>
    <message>
        <source>Rows compared</source>
        <translation>Lignes comparées</translation>
    </message>
    <message>
        <source>Tested with SQLite %1: nothing to fix.</source>
        <translation>Testé avec SQLite %1&#xa0;: rien à corriger.</translation>
    </message>
    <message numerus="yes">
        <source>Tested with SQLite %1: %n finding(s) to fix or to accept.</source>
        <translation>
            <numerusform>Testé avec SQLite %1&#xa0;: %n constat à corriger ou à accepter.</numerusform>
            <numerusform>Testé avec SQLite %1&#xa0;: %n constats à corriger ou à accepter.</numerusform>
        </translation>
    </message>
    <message>
        <source>This machine tests with SQLite %1; a test with “%2” comes with a later version.</source>
        <translation>Cette machine teste avec SQLite %1&#x202f;; un test avec «&#xa0;%2&#xa0;» viendra avec une version ultérieure.</translation>
    </message>
    <message>
        <source>“%1” is no SQLite database (%2): its test comes with a later version. Name the SQLite databases with --database.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas une base SQLite (%2)&#xa0;: son test viendra avec une version ultérieure. Nommez les bases SQLite avec --database.</translation>
    </message>
    <message>
        <source>take databases into a throwaway file and try everything in it; exit 1 when one would break. The original stays in use</source>
        <translation>prendre les bases dans un fichier provisoire et tout y essayer&#x202f;; sort avec 1 si l’une casserait. L’original reste en service</translation>
    </message>
    <message>
        <source>this one only; all databases, unless given</source>
        <translation>celle-ci seulement&#x202f;; toutes les bases sinon</translation>
    </message>
    <message>
        <source>the SQLite to test with; this machine&apos;s, and no other so far</source>
        <translation>le SQLite du test&#x202f;; celui de cette machine, pas d’autre pour l’instant</translation>
    </message>
    <message>
        <source>Name the server&apos;s folder with --local DIR, or its address with --ssh HOST.</source>
        <translation>Indiquez le dossier du serveur avec --local DIR, ou son adresse avec --ssh HOST.</translation>
    </message>
    <message>
        <source>--sudo and --root are for servers over SSH.</source>
        <translation>--sudo et --root sont réservés aux serveurs joints par SSH.</translation>
    </message>
    <message>
        <source>The --host-key begins with “SHA256:”.</source>
        <translation>La --host-key commence par «&#xa0;SHA256:&#xa0;».</translation>
    </message>
    <message>
        <source>“%1” is no open descriptor.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas un descripteur ouvert.</translation>
    </message>
    <message>
        <source>add a server: a folder that stands for it, or another machine over SSH</source>
        <translation>ajouter un serveur&#xa0;: un dossier qui le représente, ou une autre machine par SSH</translation>
    </message>
    <message>
        <source>another machine: [user@]host[:port] or an alias of ~/.ssh/config</source>
        <translation>une autre machine&#xa0;: [utilisateur@]hôte[:port] ou un alias de ~/.ssh/config</translation>
    </message>
    <message>
        <source>over SSH: work there as root through sudo</source>
        <translation>par SSH&#xa0;: y travailler en tant que root par sudo</translation>
    </message>
    <message>
        <source>over SSH: its folder there; /, unless given</source>
        <translation>par SSH&#xa0;: son dossier là-bas&#xa0;; / à défaut</translation>
    </message>
    <message>
        <source>try to reach a server, or all of them, line by line; exit 3 where one cannot be reached or lets nobody in, 5 where its key has changed</source>
        <translation>essayer de joindre un serveur, ou tous, ligne par ligne&#xa0;; code 3 si l’un est injoignable ou n’autorise pas l’accès, 5 si sa clé a changé</translation>
    </message>
    <message>
        <source>The server “%1” is not known yet. Its key is %2 %3.</source>
        <translation>Le serveur «&#xa0;%1&#xa0;» n’est pas encore connu. Sa clé est %2 %3.</translation>
    </message>
    <message>
        <source>Compare it with what “ssh-keygen -lf” says on the server. Accept it? [yes/No]</source>
        <translation>Comparez-la avec ce que dit «&#xa0;ssh-keygen -lf&#xa0;» sur le serveur. L’accepter&#xa0;? [oui/Non]</translation>
    </message>
    <message>
        <source>Password of %1:</source>
        <translation>Mot de passe de %1&#xa0;:</translation>
    </message>
    <message>
        <source>Your password for sudo on %1:</source>
        <translation>Votre mot de passe pour sudo sur %1&#xa0;:</translation>
    </message>
    <message>
        <source>servers over SSH: take passwords from this descriptor, one a line, in the order asked</source>
        <translation>serveurs par SSH&#xa0;: lire les mots de passe sur ce descripteur, un par ligne, dans l’ordre des demandes</translation>
    </message>
    <message>
        <source>servers over SSH: take passwords from the system’s keyring, and keep there those that are typed</source>
        <translation>serveurs par SSH&#xa0;: prendre les mots de passe dans le trousseau du système et y garder ceux qui sont saisis</translation>
    </message>
    <message>
        <source>servers over SSH: accept this key of a server that is not known yet</source>
        <translation>serveurs par SSH&#xa0;: accepter cette clé d’un serveur encore inconnu</translation>
    </message>
    <message>
        <source>No keyring answers: what you type is not kept.</source>
        <translation>Aucun trousseau ne répond&#xa0;: ce que vous saisissez n’est pas gardé.</translation>
    </message>
    <message>
        <source>--direct and --relay are for two servers: write both as host:/path.</source>
        <translation>--direct et --relay concernent deux serveurs&#xa0;: écrivez-les tous deux hôte:/chemin.</translation>
    </message>
    <message>
        <source>Say either --direct or --relay.</source>
        <translation>Choisissez --direct ou --relay.</translation>
    </message>
    <message>
        <source>on servers work as root through sudo</source>
        <translation>sur les serveurs, travailler en root avec sudo</translation>
    </message>
    <message>
        <source>make the folder DST the same as SRC, verified; each a folder of this machine, or [user@]host[:port]:/folder. What is there already is not copied again; nothing is deleted unless asked.</source>
        <translation>rendre le dossier DST identique à SRC, avec vérification&#x202f;; chacun est un dossier de cette machine ou [utilisateur@]hôte[:port]:/dossier. Ce qui y est déjà n’est pas recopié&#x202f;; rien n’est supprimé sans qu’on le demande.</translation>
    </message>
    <message>
        <source>between two servers: straight, or not at all</source>
        <translation>entre deux serveurs&#xa0;: en direct, ou pas du tout</translation>
    </message>
    <message>
        <source>between two servers: through this machine</source>
        <translation>entre deux serveurs&#xa0;: en passant par cette machine</translation>
    </message>
    <message>
        <source>compare two folders, contents and attributes, here or on servers; exit 1 where they differ</source>
        <translation>comparer deux dossiers, contenus et attributs, ici ou sur des serveurs&#x202f;; code 1 s’ils diffèrent</translation>
    </message>
    <message numerus="yes">
        <source>%n time(s) in sync,</source>
        <translation>
            <numerusform>%n synchronisation,</numerusform>
            <numerusform>%n synchronisations,</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them by looking at everything.</source>
        <translation>
            <numerusform>dont %n en examinant tout.</numerusform>
            <numerusform>dont %n en examinant tout.</numerusform>
        </translation>
    </message>
    <message>
        <source>The last sync took %1.</source>
        <translation>La dernière synchronisation a duré %1.</translation>
    </message>
    <message>
        <source>--for goes with --watch.</source>
        <translation>--for s’emploie avec --watch.</translation>
    </message>
    <message>
        <source>Say either --watch or --dry-run.</source>
        <translation>Indiquez soit --watch, soit --dry-run.</translation>
    </message>
    <message>
        <source>go on as SRC changes; Ctrl+C: one last sync of what changed, then the end</source>
        <translation>continuer à mesure que SRC change&#x202f;; Ctrl+C&#xa0;: une dernière synchronisation de ce qui a changé, puis la fin</translation>
    </message>
    <message>
        <source>with --watch: how long, e.g. 8h; until Ctrl+C, unless given</source>
        <translation>avec --watch&#xa0;: combien de temps, p. ex. 8h&#x202f;; sinon jusqu’à Ctrl+C</translation>
    </message>
    <message>
        <source>Not read: %1, %2</source>
        <translation>Non lu&#xa0;: %1, %2</translation>
    </message>
    <message>
        <source>%1 entries, %2 of files, hashed with %3.</source>
        <translation>%1 entrées, %2 de fichiers, empreintes %3.</translation>
    </message>
    <message>
        <source>Root hash: %1</source>
        <translation>Empreinte racine&#xa0;: %1</translation>
    </message>
    <message>
        <source>The manifest is not whole: not everything could be read when it was made.</source>
        <translation>Le manifeste n’est pas complet&#xa0;: tout n’a pas pu être lu quand il a été établi.</translation>
    </message>
    <message>
        <source>This is the manifest of “%1”, made %2, as it was written.</source>
        <translation>C’est le manifeste de «&#xa0;%1&#xa0;», établi le %2, tel qu’il a été écrit.</translation>
    </message>
    <message>
        <source>Left out: %1</source>
        <translation>Laissé de côté&#xa0;: %1</translation>
    </message>
    <message>
        <source>No manifest was written.</source>
        <translation>Aucun manifeste n’a été écrit.</translation>
    </message>
    <message>
        <source>With --manifest it is one folder.</source>
        <translation>Avec --manifest, indiquez un seul dossier.</translation>
    </message>
    <message>
        <source>Name two folders, or one and --manifest FILE.</source>
        <translation>Indiquez deux dossiers, ou un seul et --manifest FILE.</translation>
    </message>
    <message>
        <source>On the left what the manifest of “%1” tells, made %2.</source>
        <translation>À gauche, ce que dit le manifeste de «&#xa0;%1&#xa0;», établi le %2.</translation>
    </message>
    <message>
        <source>hash with SHA-256, as sha256sum does</source>
        <translation>prendre des empreintes SHA-256, comme sha256sum</translation>
    </message>
    <message>
        <source>write a manifest of DST once it is verified</source>
        <translation>écrire un manifeste de DST une fois vérifié</translation>
    </message>
    <message>
        <source>compare the one folder with what this manifest tells</source>
        <translation>comparer le seul dossier avec ce que dit ce manifeste</translation>
    </message>
    <message>
        <source>write down what is in FOLDER, here or on a server, in the file OUT: a line a path with all attributes and a hash. “compare --manifest” tells later what has changed.</source>
        <translation>noter dans le fichier OUT ce que contient FOLDER, ici ou sur un serveur&#xa0;: une ligne par chemin, avec tous les attributs et une empreinte. «&#xa0;compare --manifest&#xa0;» dit plus tard ce qui a changé.</translation>
    </message>
    <message>
        <source>prove that a manifest is as it was written, and say its root hash</source>
        <translation>prouver qu’un manifeste est tel qu’il a été écrit, et dire son empreinte racine</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>%1 au plus</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>sans limite</translation>
    </message>
    <message>
        <source>%1, slowly while the server that is read is busy</source>
        <translation>%1, lentement tant que le serveur lu est chargé</translation>
    </message>
    <message>
        <source>Speed of transfers</source>
        <translation>Vitesse des transferts</translation>
    </message>
    <message>
        <source>--polite is yes or no.</source>
        <translation>--polite vaut oui ou non.</translation>
    </message>
    <message>
        <source>its transfers take at most so many bytes a second, e.g. 20M; 0: no limit</source>
        <translation>ses transferts prennent au plus tant d’octets par seconde, p. ex. 20M&#x202f;; 0&#xa0;: sans limite</translation>
    </message>
    <message>
        <source>its transfers go slowly while the server they read is busy</source>
        <translation>ses transferts vont lentement tant que le serveur qu’ils lisent est chargé</translation>
    </message>
    <message>
        <source>at most so many bytes a second, e.g. 20M, or 0 for no limit; @FILE: what that file says, also when it is changed meanwhile</source>
        <translation>au plus tant d’octets par seconde, p. ex. 20M, ou 0 pour aucune limite&#x202f;; @FICHIER&#xa0;: ce que dit ce fichier, même s’il change entre-temps</translation>
    </message>
    <message>
        <source>go slowly while the server that is read is busy (load, pressure, slow reads)</source>
        <translation>aller lentement tant que le serveur lu est chargé (charge, attentes, lectures lentes)</translation>
    </message>
    <message>
        <source>The file “%1” with the rate cannot be read.</source>
        <translation>Le fichier «&#xa0;%1&#xa0;», qui donne le débit, ne peut pas être lu.</translation>
    </message>
    <message>
        <source>“%1” in “%2” is no rate; the last one stays.</source>
        <translation>«&#xa0;%1&#xa0;» dans «&#xa0;%2&#xa0;» n’est pas un débit&#x202f;; le dernier reste en vigueur.</translation>
    </message>
    <message>
        <source>The file “%1” cannot be read any more; the last rate stays.</source>
        <translation>Le fichier «&#xa0;%1&#xa0;» ne peut plus être lu&#x202f;; le dernier débit reste en vigueur.</translation>
    </message>
    <message>
        <source>Owners of files</source>
        <translation>Propriétaires des fichiers</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) skipped: listed in “%1”.</source>
        <translation>
            <numerusform>%n élément laissé de côté&#xa0;: listé dans «&#xa0;%1&#xa0;».</numerusform>
            <numerusform>%n éléments laissés de côté&#xa0;: listés dans «&#xa0;%1&#xa0;».</numerusform>
        </translation>
    </message>
    <message>
        <source>--sha256 is for a manifest: say --manifest OUT too.</source>
        <translation>--sha256 concerne un manifeste&#xa0;: dites aussi --manifest SORTIE.</translation>
    </message>
    <message>
        <source>--replace is for a manifest or a list: say --manifest OUT or --skipped FILE too.</source>
        <translation>--replace concerne un manifeste ou une liste&#xa0;: dites aussi --manifest SORTIE ou --skipped FICHIER.</translation>
    </message>
    <message>
        <source>A manifest has owners by number only.</source>
        <translation>Un manifeste ne connaît les propriétaires que par leur numéro.</translation>
    </message>
    <message>
        <source>overwrite a manifest or list that is there already</source>
        <translation>remplacer un manifeste ou une liste qui existe déjà</translation>
    </message>
    <message>
        <source>write all that could not be kept or read to FILE, as CSV: path, reason and why</source>
        <translation>écrire dans FILE, en CSV, tout ce qui n’a pu être gardé ou lu&#xa0;: chemin, code et raison</translation>
    </message>
    <message>
        <source>%1 of %2 entries</source>
        <translation>%1 sur %2 entrées</translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies)</source>
        <translation>
            <numerusform>%n entrée</numerusform>
            <numerusform>%n entrées</numerusform>
        </translation>
    </message>
    <message>
        <source>--owners is ids, names or free.</source>
        <translation>--owners vaut ids, names ou free.</translation>
    </message>
    <message>
        <source>users and groups keep their number (ids), are looked up by name on the target, or are kept where the account can (free)</source>
        <translation>les utilisateurs et groupes gardent leur numéro (ids), sont cherchés par nom sur la cible (names), ou sont gardés là où le compte le peut (free)</translation>
    </message>
    <message>
        <source>users and groups: by number (ids, unless given), by name, or free: kept where the account there can</source>
        <translation>utilisateurs et groupes&#xa0;: par numéro (ids, par défaut), par nom (names), ou free&#xa0;: gardés là où le compte de la cible le peut</translation>
    </message>
</context>
<context>
    <name>ExportReport</name>
    <message>
        <source>The report is written.</source>
        <translation>Le rapport est écrit.</translation>
    </message>
    <message>
        <source>Export the report</source>
        <translation>Exporter le rapport</translation>
    </message>
    <message>
        <source>PDF document (*.pdf)</source>
        <translation>Document PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation>Page web (*.html)</translation>
    </message>
</context>
<context>
    <name>Parts</name>
    <message>
        <source>%1, on %2</source>
        <comment>kind of asset, server</comment>
        <translation>%1, sur %2</translation>
    </message>
    <message>
        <source>today</source>
        <translation>aujourd’hui</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>day, time</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1%</source>
        <comment>percent</comment>
        <translation>%1&#xa0;%</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n jour</numerusform>
            <numerusform>%n jours</numerusform>
        </translation>
    </message>
    <message>
        <source>No project is open.</source>
        <translation>Aucun projet n’est ouvert.</translation>
    </message>
    <message>
        <source>This project is open read only.</source>
        <translation>Ce projet est ouvert en lecture seule.</translation>
    </message>
    <message>
        <source>This work is already running; see the bar at the left.</source>
        <translation>Ce travail est déjà en cours&#x202f;; voir la barre à gauche.</translation>
    </message>
</context>
<context>
    <name>RailWords</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>finished at %1</source>
        <translation>terminé à %1</translation>
    </message>
    <message>
        <source>finished at %1, with something to look at</source>
        <translation>terminé à %1, avec un point à regarder</translation>
    </message>
    <message>
        <source>failed at %1</source>
        <translation>échec à %1</translation>
    </message>
    <message>
        <source>stopped at %1</source>
        <translation>arrêté à %1</translation>
    </message>
    <message>
        <source>No project open</source>
        <translation>Aucun projet ouvert</translation>
    </message>
    <message>
        <source>Checkpoints</source>
        <translation>Points de contrôle</translation>
    </message>
    <message>
        <source>No work running</source>
        <translation>Aucun travail en cours</translation>
    </message>
    <message>
        <source>Last: %1</source>
        <translation>Dernier travail&#xa0;: %1</translation>
    </message>
    <message>
        <source>Stopping; what is done is kept</source>
        <translation>Arrêt en cours&#x202f;; ce qui est fait est gardé</translation>
    </message>
    <message>
        <source>Waits for other work</source>
        <translation>Attend un autre travail</translation>
    </message>
    <message>
        <source>No progress for %1</source>
        <translation>Aucun progrès depuis %1</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>Reste %1</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>et %n autre</numerusform>
            <numerusform>et %n autres</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>last work, how it ended</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Speed: %1</source>
        <translation>Vitesse&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>SpeedMenu</name>
    <message>
        <source>at most %1</source>
        <translation>%1 au plus</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>sans limite</translation>
    </message>
    <message>
        <source>%1, going easy</source>
        <translation>%1, en douceur</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>Sans limite</translation>
    </message>
    <message>
        <source>At most %1</source>
        <translation>%1 au plus</translation>
    </message>
    <message>
        <source>Other…</source>
        <translation>Autre…</translation>
    </message>
    <message>
        <source>Go easy on the old server</source>
        <translation>Ménager l’ancien serveur</translation>
    </message>
    <message>
        <source>Go slowly while it is busy: load, waiting programs, slow reads</source>
        <translation>Aller lentement tant qu’il est chargé&#xa0;: charge, programmes qui attendent, lectures lentes</translation>
    </message>
</context>
<context>
    <name>Text</name>
    <message>
        <source>The connection to the server ended.</source>
        <translation>La connexion au serveur s’est terminée.</translation>
    </message>
    <message>
        <source>Start again: only what is missing is copied.</source>
        <translation>Recommencez&#xa0;: seul ce qui manque est copié.</translation>
    </message>
    <message>
        <source>The server says nothing any more.</source>
        <translation>Le serveur ne dit plus rien.</translation>
    </message>
    <message>
        <source>Look at the network between here and there, then start again: only what is missing is copied.</source>
        <translation>Regardez le réseau entre ici et là-bas, puis recommencez&#xa0;: seul ce qui manque est copié.</translation>
    </message>
    <message>
        <source>Stopped as you asked.</source>
        <translation>Arrêté comme vous l’avez demandé.</translation>
    </message>
    <message>
        <source>What answers on the server is not Bascule&apos;s helper: the connection was ended ({detail}).</source>
        <translation>Ce qui répond sur le serveur n’est pas l’assistant de Bascule&#xa0;: la connexion a été coupée ({detail}).</translation>
    </message>
    <message>
        <source>Nothing was written. Look at what stands between here and there, then start again.</source>
        <translation>Rien n’a été écrit. Regardez ce qui se trouve entre ici et là-bas, puis recommencez.</translation>
    </message>
    <message>
        <source>The program “{subject}” cannot be started: {detail}.</source>
        <translation>Le programme «&#xa0;{subject}&#xa0;» ne peut pas être lancé&#xa0;: {detail}.</translation>
    </message>
    <message>
        <source>Install it, then start again.</source>
        <translation>Installez-le, puis recommencez.</translation>
    </message>
    <message>
        <source>The server lets you in, but gives no shell.</source>
        <translation>Le serveur vous laisse entrer, mais ne donne pas d’interpréteur de commandes.</translation>
    </message>
    <message>
        <source>Ask for an account whose login shell runs commands; “Technical details” has what the server said.</source>
        <translation>Demandez un compte dont l’interpréteur exécute des commandes&#x202f;; les «&#xa0;détails techniques&#xa0;» disent ce que le serveur a répondu.</translation>
    </message>
    <message>
        <source>The server runs {system} on {architecture}; the helper is made for Linux on x86_64.</source>
        <translation>Le serveur tourne sous {system} sur {architecture}&#x202f;; l’assistant est fait pour Linux sur x86_64.</translation>
    </message>
    <message>
        <source>Its folders can be reached from here by another way, such as a mount; then add it as a folder.</source>
        <translation>Ses dossiers peuvent être atteints d’ici par un autre chemin, un montage par exemple&#x202f;; ajoutez-le alors comme dossier.</translation>
    </message>
    <message>
        <source>There is no room on the server for the helper (6 MB), neither in {tried}.</source>
        <translation>Il n’y a pas de place sur le serveur pour l’assistant (6&#xa0;Mo), ni dans {tried}.</translation>
    </message>
    <message>
        <source>Make room in one of these folders.</source>
        <translation>Faites de la place dans l’un de ces dossiers.</translation>
    </message>
    <message>
        <source>No program may be run on the server from {tried}.</source>
        <translation>Aucun programme ne peut être lancé sur le serveur depuis {tried}.</translation>
    </message>
    <message>
        <source>Allow it for one of these folders (mount option exec), or set TMPDIR for this account to a folder where programs run.</source>
        <translation>Permettez-le pour l’un de ces dossiers (option de montage exec), ou réglez TMPDIR pour ce compte sur un dossier d’où les programmes se lancent.</translation>
    </message>
    <message>
        <source>There is no folder on the server that this account may write to.</source>
        <translation>Il n’y a sur le serveur aucun dossier où ce compte peut écrire.</translation>
    </message>
    <message>
        <source>Give it a home folder, or the right to write to /tmp.</source>
        <translation>Donnez-lui un dossier personnel, ou le droit d’écrire dans /tmp.</translation>
    </message>
    <message>
        <source>The helper arrived on the server other than it was sent: it was not run.</source>
        <translation>L’assistant est arrivé sur le serveur autre qu’il n’a été envoyé&#xa0;: il n’a pas été lancé.</translation>
    </message>
    <message>
        <source>Start again; if it comes back, something between here and there changes what passes.</source>
        <translation>Recommencez&#x202f;; si cela se reproduit, quelque chose modifie ce qui passe entre ici et là-bas.</translation>
    </message>
    <message>
        <source>The helper does not run on the server.</source>
        <translation>L’assistant ne se lance pas sur le serveur.</translation>
    </message>
    <message>
        <source>Look whether a policy there forbids programs that it does not know.</source>
        <translation>Regardez si une règle y interdit les programmes inconnus.</translation>
    </message>
    <message>
        <source>Another version of the helper answers on the server ({detail}).</source>
        <translation>Une autre version de l’assistant répond sur le serveur ({detail}).</translation>
    </message>
    <message>
        <source>Start again: each version brings its own.</source>
        <translation>Recommencez&#xa0;: chaque version apporte la sienne.</translation>
    </message>
    <message>
        <source>The helper could not be started on the server.</source>
        <translation>L’assistant n’a pas pu être lancé sur le serveur.</translation>
    </message>
    <message>
        <source>“Technical details” has what the server said.</source>
        <translation>Les «&#xa0;détails techniques&#xa0;» disent ce que le serveur a répondu.</translation>
    </message>
    <message>
        <source>The helper does not know what “{subject}” is.</source>
        <translation>L’assistant ne sait pas ce qu’est «&#xa0;{subject}&#xa0;».</translation>
    </message>
    <message>
        <source>The helper&apos;s answer is longer than it may be.</source>
        <translation>La réponse de l’assistant est plus longue qu’elle ne doit.</translation>
    </message>
    <message>
        <source>Audit of the existing systems</source>
        <translation>Audit de l’existant</translation>
    </message>
    <message>
        <source>Application dependencies not identified</source>
        <translation>Dépendances applicatives non identifiées</translation>
    </message>
    <message>
        <source>Applications misbehave after the cutover</source>
        <translation>Dysfonctionnements applicatifs après bascule</translation>
    </message>
    <message>
        <source>Complete map validated</source>
        <translation>Cartographie complète validée</translation>
    </message>
    <message>
        <source>Backups and rollback</source>
        <translation>Sauvegardes et repli</translation>
    </message>
    <message>
        <source>Backups that cannot be used</source>
        <translation>Sauvegardes inexploitables</translation>
    </message>
    <message>
        <source>Loss of data / business stops</source>
        <translation>Perte de données / arrêt d’activité</translation>
    </message>
    <message>
        <source>Restore test carried out</source>
        <translation>Test de restauration réalisé</translation>
    </message>
    <message>
        <source>Test environment</source>
        <translation>Environnement de test</translation>
    </message>
    <message>
        <source>Differences from production</source>
        <translation>Écarts avec la production</translation>
    </message>
    <message>
        <source>Unforeseen incidents in production</source>
        <translation>Incidents imprévus en production</translation>
    </message>
    <message>
        <source>Scenarios validated</source>
        <translation>Scénarios validés</translation>
    </message>
    <message>
        <source>Planning of the cutover</source>
        <translation>Planification de la bascule</translation>
    </message>
    <message>
        <source>Badly defined downtime window</source>
        <translation>Fenêtre d’indisponibilité mal définie</translation>
    </message>
    <message>
        <source>Business interrupted</source>
        <translation>Interruption d’activité</translation>
    </message>
    <message>
        <source>Critical periods validated</source>
        <translation>Validation des plages critiques</translation>
    </message>
    <message>
        <source>Post-migration monitoring</source>
        <translation>Supervision post-migration</translation>
    </message>
    <message>
        <source>Incidents noticed late</source>
        <translation>Incidents détectés tardivement</translation>
    </message>
    <message>
        <source>Performance degrades</source>
        <translation>Dégradation des performances</translation>
    </message>
    <message>
        <source>Reinforced monitoring active</source>
        <translation>Monitoring renforcé actif</translation>
    </message>
    <message>
        <source>Migration step</source>
        <translation>Étape de la migration</translation>
    </message>
    <message>
        <source>Main risk</source>
        <translation>Risque principal</translation>
    </message>
    <message>
        <source>Possible business impact</source>
        <translation>Impact métier possible</translation>
    </message>
    <message>
        <source>Key checkpoint</source>
        <translation>Point de contrôle clé</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Evidence, and what is missing</source>
        <translation>Preuve, et ce qui manque</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projet</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>Serveurs</translation>
    </message>
    <message>
        <source>Inventory</source>
        <translation>Inventaire</translation>
    </message>
    <message>
        <source>Dependencies</source>
        <translation>Dépendances</translation>
    </message>
    <message>
        <source>Compatibility</source>
        <translation>Compatibilité</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Sauvegardes</translation>
    </message>
    <message>
        <source>Planning</source>
        <translation>Planification</translation>
    </message>
    <message>
        <source>Cutover</source>
        <translation>Bascule</translation>
    </message>
    <message>
        <source>Monitoring</source>
        <translation>Supervision</translation>
    </message>
    <message>
        <source>Not started</source>
        <translation>Non commencé</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>En cours</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Bloqué</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>Validé</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Expiré</translation>
    </message>
    <message>
        <source>Waived</source>
        <translation>Dérogation</translation>
    </message>
    <message>
        <source>Shared folder</source>
        <translation>Partage de fichiers</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>Application</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Base de données</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>Scheduled task</source>
        <translation>Tâche planifiée</translation>
    </message>
    <message>
        <source>Folder of backups</source>
        <translation>Dossier de sauvegardes</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Fichiers</translation>
    </message>
    <message>
        <source>Blocking</source>
        <translation>Bloquant</translation>
    </message>
    <message>
        <source>To fix</source>
        <translation>À traiter</translation>
    </message>
    <message>
        <source>Good to know</source>
        <translation>À savoir</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvert</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Accepté</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>Résolu</translation>
    </message>
    <message>
        <source>To confirm</source>
        <translation>À confirmer</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Confirmée</translation>
    </message>
    <message>
        <source>Dismissed</source>
        <translation>Écartée</translation>
    </message>
    <message>
        <source>Not read</source>
        <translation>Non lue</translation>
    </message>
    <message>
        <source>Intact</source>
        <translation>Intacte</translation>
    </message>
    <message>
        <source>Cut short</source>
        <translation>Coupée</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>Endommagée</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>Vide</translation>
    </message>
    <message>
        <source>Not a backup</source>
        <translation>Pas une sauvegarde</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Manquante</translation>
    </message>
    <message>
        <source>Not tested</source>
        <translation>Non testée</translation>
    </message>
    <message>
        <source>Restored</source>
        <translation>Restaurée</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Échec</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En attente</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>En cours</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>Vérifiée</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>Annulée</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Ignorée</translation>
    </message>
    <message>
        <source>Behaviour</source>
        <translation>Comportement</translation>
    </message>
    <message>
        <source>Performance under load</source>
        <translation>Performances sous charge</translation>
    </message>
    <message>
        <source>Access rights</source>
        <translation>Droits d’accès</translation>
    </message>
    <message>
        <source>Not run</source>
        <translation>Non exécuté</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Répond</translation>
    </message>
    <message>
        <source>Slow</source>
        <translation>Lent</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>En panne</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Inconnu</translation>
    </message>
    <message>
        <source>Old server</source>
        <translation>Ancien serveur</translation>
    </message>
    <message>
        <source>New server</source>
        <translation>Nouveau serveur</translation>
    </message>
    <message>
        <source>Other server</source>
        <translation>Autre serveur</translation>
    </message>
    <message>
        <source>IT</source>
        <translation>Informatique</translation>
    </message>
    <message>
        <source>Business</source>
        <translation>Métier</translation>
    </message>
    <message>
        <source>Management</source>
        <translation>Direction</translation>
    </message>
    <message>
        <source>First synchronisation</source>
        <translation>Première synchronisation</translation>
    </message>
    <message>
        <source>Rehearsal</source>
        <translation>Répétition</translation>
    </message>
    <message>
        <source>Rollback</source>
        <translation>Retour arrière</translation>
    </message>
    <message>
        <source>Rollback drill</source>
        <translation>Exercice de retour arrière</translation>
    </message>
    <message>
        <source>Succeeded</source>
        <translation>Réussi</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Annulé</translation>
    </message>
    <message>
        <source>Rolled back</source>
        <translation>Revenu en arrière</translation>
    </message>
    <message>
        <source>In preparation</source>
        <translation>En préparation</translation>
    </message>
    <message>
        <source>Cutover running</source>
        <translation>Bascule en cours</translation>
    </message>
    <message>
        <source>On the new server, rollback possible</source>
        <translation>Sur le nouveau serveur, retour possible</translation>
    </message>
    <message>
        <source>Rollback running</source>
        <translation>Retour arrière en cours</translation>
    </message>
    <message>
        <source>Back on the old server</source>
        <translation>Revenu sur l’ancien serveur</translation>
    </message>
    <message>
        <source>On the new server for good</source>
        <translation>Définitivement sur le nouveau serveur</translation>
    </message>
    <message>
        <source>Before the cutover</source>
        <translation>Avant la bascule</translation>
    </message>
    <message>
        <source>At the start</source>
        <translation>Au début</translation>
    </message>
    <message>
        <source>At the end</source>
        <translation>À la fin</translation>
    </message>
    <message>
        <source>In case of a rollback</source>
        <translation>En cas de retour arrière</translation>
    </message>
    <message>
        <source>measuring</source>
        <translation>mesure en cours</translation>
    </message>
    <message>
        <source>less than a minute</source>
        <translation>moins d’une minute</translation>
    </message>
    <message>
        <source>about {time:duration}</source>
        <translation>{time:duration} environ</translation>
    </message>
    <message>
        <source>{low} to {high} min</source>
        <translation>{low} à {high} min</translation>
    </message>
    <message>
        <source>{low:duration} to {high:duration}</source>
        <translation>{low:duration} à {high:duration}</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n jour</numerusform>
            <numerusform>%n jours</numerusform>
        </translation>
    </message>
    <message>
        <source>never</source>
        <translation>jamais</translation>
    </message>
    <message>
        <source>{first} and {last}</source>
        <translation>{first} et {last}</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Aucun</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>oui</translation>
    </message>
    <message>
        <source>no</source>
        <translation>non</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>Done, with something to look at</source>
        <translation>Terminé, avec un point à regarder</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Oui</translation>
    </message>
    <message numerus="yes">
        <source>Yes, with %n checkpoint(s) waived</source>
        <translation>
            <numerusform>Oui, avec %n dérogation</numerusform>
            <numerusform>Oui, avec %n dérogations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not yet: %n checkpoint(s) still open</source>
        <translation>
            <numerusform>Pas encore&#xa0;: %n point de contrôle reste à valider</numerusform>
            <numerusform>Pas encore&#xa0;: %n points de contrôle restent à valider</numerusform>
        </translation>
    </message>
    <message>
        <source>“{subject}” does not exist.</source>
        <translation>«&#xa0;{subject}&#xa0;» n’existe pas.</translation>
    </message>
    <message>
        <source>Check the spelling, or whether a disk is not mounted.</source>
        <translation>Vérifiez l’orthographe, ou si un disque n’est pas monté.</translation>
    </message>
    <message>
        <source>“{subject}” may not be read or written by this user.</source>
        <translation>«&#xa0;{subject}&#xa0;» ne peut être ni lu ni écrit par cet utilisateur.</translation>
    </message>
    <message>
        <source>Give this user the right to it, or start again as root.</source>
        <translation>Donnez-lui ce droit, ou recommencez en tant que root.</translation>
    </message>
    <message>
        <source>“{subject}” is not a folder.</source>
        <translation>«&#xa0;{subject}&#xa0;» n’est pas un dossier.</translation>
    </message>
    <message>
        <source>Name a folder.</source>
        <translation>Indiquez un dossier.</translation>
    </message>
    <message>
        <source>“{subject}” is not a regular file.</source>
        <translation>«&#xa0;{subject}&#xa0;» n’est pas un fichier ordinaire.</translation>
    </message>
    <message>
        <source>Name a file.</source>
        <translation>Indiquez un fichier.</translation>
    </message>
    <message>
        <source>“{subject}” exists and is not a symbolic link.</source>
        <translation>«&#xa0;{subject}&#xa0;» existe et n’est pas un lien symbolique.</translation>
    </message>
    <message>
        <source>Name a link, or a path where nothing is yet.</source>
        <translation>Indiquez un lien, ou un chemin où il n’y a encore rien.</translation>
    </message>
    <message>
        <source>The path “{subject}” is longer than the file system allows.</source>
        <translation>Le chemin «&#xa0;{subject}&#xa0;» est plus long que ce que le système de fichiers permet.</translation>
    </message>
    <message>
        <source>Shorten the name, or choose a target with a shorter path.</source>
        <translation>Raccourcissez le nom, ou choisissez une cible au chemin plus court.</translation>
    </message>
    <message>
        <source>“{subject}” goes through a symbolic link that cannot be followed.</source>
        <translation>«&#xa0;{subject}&#xa0;» passe par un lien symbolique qui ne peut être suivi.</translation>
    </message>
    <message>
        <source>Name the folder itself instead of a link.</source>
        <translation>Indiquez le dossier lui-même au lieu d’un lien.</translation>
    </message>
    <message>
        <source>“{subject}” leads out of the server&apos;s folder.</source>
        <translation>«&#xa0;{subject}&#xa0;» sort du dossier du serveur.</translation>
    </message>
    <message>
        <source>Name a path inside it.</source>
        <translation>Indiquez un chemin à l’intérieur.</translation>
    </message>
    <message>
        <source>“{subject}” is there already.</source>
        <translation>«&#xa0;{subject}&#xa0;» existe déjà.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Choisissez un autre nom.</translation>
    </message>
    <message>
        <source>“{subject}” is too big.</source>
        <translation>«&#xa0;{subject}&#xa0;» est trop grand.</translation>
    </message>
    <message>
        <source>Choose a file system that takes files of this size.</source>
        <translation>Choisissez un système de fichiers qui accepte des fichiers de cette taille.</translation>
    </message>
    <message>
        <source>The disk of “{subject}” is full.</source>
        <translation>Le disque de «&#xa0;{subject}&#xa0;» est plein.</translation>
    </message>
    <message>
        <source>Make room, then start again: only what is missing is copied.</source>
        <translation>Libérez de la place, puis relancez&#xa0;: seul ce qui manque est copié.</translation>
    </message>
    <message>
        <source>The quota of “{subject}” is used up.</source>
        <translation>Le quota de «&#xa0;{subject}&#xa0;» est épuisé.</translation>
    </message>
    <message>
        <source>Raise the quota, then start again: only what is missing is copied.</source>
        <translation>Augmentez le quota, puis relancez&#xa0;: seul ce qui manque est copié.</translation>
    </message>
    <message>
        <source>“{subject}” lies on a disk that can only be read.</source>
        <translation>«&#xa0;{subject}&#xa0;» est sur un disque en lecture seule.</translation>
    </message>
    <message>
        <source>Mount it for writing, or choose another place.</source>
        <translation>Montez-le en écriture, ou choisissez un autre endroit.</translation>
    </message>
    <message>
        <source>The disk reports an error at “{subject}”.</source>
        <translation>Le disque signale une erreur sur «&#xa0;{subject}&#xa0;».</translation>
    </message>
    <message>
        <source>Look at the kernel&apos;s log and at the disk&apos;s health before going on.</source>
        <translation>Consultez le journal du noyau et l’état du disque avant de continuer.</translation>
    </message>
    <message>
        <source>Too many files are open at “{subject}”.</source>
        <translation>Trop de fichiers sont ouverts à «&#xa0;{subject}&#xa0;».</translation>
    </message>
    <message>
        <source>Raise the limit (ulimit -n), then start again.</source>
        <translation>Relevez la limite (ulimit -n), puis relancez.</translation>
    </message>
    <message>
        <source>The system refused “{subject}”: {detail}.</source>
        <translation>Le système a refusé «&#xa0;{subject}&#xa0;»&#xa0;: {detail}.</translation>
    </message>
    <message>
        <source>Something in Bascule itself went wrong at “{subject}”: {detail}.</source>
        <translation>Un défaut de Bascule s’est produit à «&#xa0;{subject}&#xa0;»&#xa0;: {detail}.</translation>
    </message>
    <message>
        <source>Nothing was marked as done. Start again, and report it if it comes back.</source>
        <translation>Rien n’a été marqué comme fait. Relancez, et signalez-le si cela se répète.</translation>
    </message>
    <message>
        <source>The source and the target are the same folder, “{subject}”.</source>
        <translation>La source et la cible sont le même dossier, «&#xa0;{subject}&#xa0;».</translation>
    </message>
    <message>
        <source>Choose another target.</source>
        <translation>Choisissez une autre cible.</translation>
    </message>
    <message>
        <source>The target “{subject}” lies inside the source.</source>
        <translation>La cible «&#xa0;{subject}&#xa0;» se trouve dans la source.</translation>
    </message>
    <message>
        <source>Choose a target outside it.</source>
        <translation>Choisissez une cible en dehors.</translation>
    </message>
    <message>
        <source>The source “{subject}” lies inside the target.</source>
        <translation>La source «&#xa0;{subject}&#xa0;» se trouve dans la cible.</translation>
    </message>
    <message>
        <source>Choose a target that does not contain it.</source>
        <translation>Choisissez une cible qui ne la contient pas.</translation>
    </message>
    <message>
        <source>The source “{subject}” is empty while the target is not: nothing was deleted.</source>
        <translation>La source «&#xa0;{subject}&#xa0;» est vide alors que la cible ne l’est pas&#xa0;: rien n’a été supprimé.</translation>
    </message>
    <message>
        <source>Check that its disk is mounted; without --delete nothing is ever deleted.</source>
        <translation>Vérifiez que son disque est monté&#x202f;; sans --delete, rien n’est jamais supprimé.</translation>
    </message>
    <message>
        <source>“{subject}” is frozen by a cutover, so nothing is written there.</source>
        <translation>«&#xa0;{subject}&#xa0;» est gelé par une bascule&#xa0;: rien n’y est écrit.</translation>
    </message>
    <message>
        <source>End or roll back that cutover first.</source>
        <translation>Terminez cette bascule ou revenez en arrière d’abord.</translation>
    </message>
    <message>
        <source>“{subject}” is already frozen by {owner}.</source>
        <translation>«&#xa0;{subject}&#xa0;» est déjà gelé par {owner}.</translation>
    </message>
    <message>
        <source>It changed while it was being copied.</source>
        <translation>Il a changé pendant sa copie.</translation>
    </message>
    <message>
        <source>It is a socket: the program that made it will make it again.</source>
        <translation>C’est une prise réseau (socket)&#xa0;: le programme qui l’a créée la recréera.</translation>
    </message>
    <message>
        <source>Another file system is mounted there.</source>
        <translation>Un autre système de fichiers y est monté.</translation>
    </message>
    <message>
        <source>only on the left</source>
        <translation>seulement à gauche</translation>
    </message>
    <message>
        <source>only on the right</source>
        <translation>seulement à droite</translation>
    </message>
    <message>
        <source>of another kind</source>
        <translation>d’une autre nature</translation>
    </message>
    <message>
        <source>of another size</source>
        <translation>d’une autre taille</translation>
    </message>
    <message>
        <source>other contents</source>
        <translation>contenu différent</translation>
    </message>
    <message>
        <source>other permissions</source>
        <translation>droits différents</translation>
    </message>
    <message>
        <source>another owner or group</source>
        <translation>propriétaire ou groupe différent</translation>
    </message>
    <message>
        <source>another time of change</source>
        <translation>date de modification différente</translation>
    </message>
    <message>
        <source>points elsewhere</source>
        <translation>pointe ailleurs</translation>
    </message>
    <message>
        <source>linked to other names</source>
        <translation>lié à d’autres noms</translation>
    </message>
    <message>
        <source>other access list</source>
        <translation>liste d’accès différente</translation>
    </message>
    <message>
        <source>other extended attributes</source>
        <translation>attributs étendus différents</translation>
    </message>
    <message>
        <source>another device</source>
        <translation>périphérique différent</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>illisible</translation>
    </message>
    <message>
        <source>The project file “{subject}” is there already.</source>
        <translation>Le fichier de projet «&#xa0;{subject}&#xa0;» existe déjà.</translation>
    </message>
    <message>
        <source>Open it, or choose another name.</source>
        <translation>Ouvrez-le, ou choisissez un autre nom.</translation>
    </message>
    <message>
        <source>The project file “{subject}” does not exist.</source>
        <translation>Le fichier de projet «&#xa0;{subject}&#xa0;» n’existe pas.</translation>
    </message>
    <message>
        <source>Check the spelling, or make a new project.</source>
        <translation>Vérifiez l’orthographe, ou créez un projet.</translation>
    </message>
    <message>
        <source>The folder for the project file “{subject}” does not exist.</source>
        <translation>Le dossier du fichier de projet «&#xa0;{subject}&#xa0;» n’existe pas.</translation>
    </message>
    <message>
        <source>Make the folder, or choose another place.</source>
        <translation>Créez le dossier, ou choisissez un autre endroit.</translation>
    </message>
    <message>
        <source>“{subject}” is not a Bascule project.</source>
        <translation>«&#xa0;{subject}&#xa0;» n’est pas un projet Bascule.</translation>
    </message>
    <message>
        <source>Name a file that ends in .bascule; this one was not changed.</source>
        <translation>Indiquez un fichier qui finit par .bascule&#x202f;; celui-ci n’a pas été modifié.</translation>
    </message>
    <message>
        <source>The project file “{subject}” is damaged and was not changed.</source>
        <translation>Le fichier de projet «&#xa0;{subject}&#xa0;» est endommagé et n’a pas été modifié.</translation>
    </message>
    <message>
        <source>Take the newest copy beside it, or one from your backups.</source>
        <translation>Prenez la copie la plus récente à côté de lui, ou celle d’une sauvegarde.</translation>
    </message>
    <message>
        <source>The project file “{subject}” was made by a newer Bascule (schema {schema}, this one knows {known}) and was not changed.</source>
        <translation>Le fichier de projet «&#xa0;{subject}&#xa0;» vient d’un Bascule plus récent (schéma {schema}, celui-ci connaît {known}) et n’a pas été modifié.</translation>
    </message>
    <message>
        <source>Open it with that newer Bascule.</source>
        <translation>Ouvrez-le avec ce Bascule plus récent.</translation>
    </message>
    <message>
        <source>The project file “{subject}” was made by an older Bascule and is open for reading only.</source>
        <translation>Le fichier de projet «&#xa0;{subject}&#xa0;» vient d’un Bascule plus ancien et n’est ouvert qu’en lecture.</translation>
    </message>
    <message>
        <source>Open it once for writing: it is then brought up to date, after a copy is kept.</source>
        <translation>Ouvrez-le une fois en écriture&#xa0;: il est alors mis à jour, après copie.</translation>
    </message>
    <message>
        <source>The project file “{subject}” could not be written: {detail}.</source>
        <translation>Le fichier de projet «&#xa0;{subject}&#xa0;» n’a pas pu être écrit&#xa0;: {detail}.</translation>
    </message>
    <message>
        <source>What was saved before still holds. Make room or give the right to write, then try again.</source>
        <translation>Ce qui était enregistré tient toujours. Libérez de la place ou donnez le droit d’écrire, puis réessayez.</translation>
    </message>
    <message>
        <source>The project has nothing with that number in “{subject}”.</source>
        <translation>Le projet n’a rien avec ce numéro dans «&#xa0;{subject}&#xa0;».</translation>
    </message>
    <message>
        <source>Look at the list again: it may have been removed meanwhile.</source>
        <translation>Regardez à nouveau la liste&#xa0;: cela a pu être retiré entre-temps.</translation>
    </message>
    <message>
        <source>The project “{subject}” is open for reading only.</source>
        <translation>Le projet «&#xa0;{subject}&#xa0;» n’est ouvert qu’en lecture.</translation>
    </message>
    <message>
        <source>Open it for writing to change it.</source>
        <translation>Ouvrez-le en écriture pour le modifier.</translation>
    </message>
    <message numerus="yes">
        <source>Evidence ledger intact: %n entries verified.</source>
        <translation>
            <numerusform>Registre des preuves intact&#xa0;: %n entrée vérifiée.</numerusform>
            <numerusform>Registre des preuves intact&#xa0;: %n entrées vérifiées.</numerusform>
        </translation>
    </message>
    <message>
        <source>Entry {entry} of the evidence ledger was changed after it was written.</source>
        <translation>L’entrée {entry} du registre des preuves a été modifiée après coup.</translation>
    </message>
    <message>
        <source>Evidence from entry {entry} on proves nothing: find out who changed it, and go back to a copy.</source>
        <translation>À partir de l’entrée {entry}, les preuves ne prouvent plus rien&#xa0;: trouvez qui l’a modifiée, et revenez à une copie.</translation>
    </message>
    <message>
        <source>Entry {entry} of the evidence ledger does not follow the one before it.</source>
        <translation>L’entrée {entry} du registre des preuves ne suit pas la précédente.</translation>
    </message>
    <message>
        <source>Entry {entry} of the evidence ledger is missing.</source>
        <translation>L’entrée {entry} du registre des preuves manque.</translation>
    </message>
    <message>
        <source>The evidence ledger ends before its last entry: it was cut.</source>
        <translation>Le registre des preuves s’arrête avant sa dernière entrée&#xa0;: il a été coupé.</translation>
    </message>
    <message>
        <source>Find out who cut it, and go back to a copy.</source>
        <translation>Trouvez qui l’a coupé, et revenez à une copie.</translation>
    </message>
    <message>
        <source>The folder of the server “{subject}” does not exist.</source>
        <translation>Le dossier du serveur «&#xa0;{subject}&#xa0;» n’existe pas.</translation>
    </message>
    <message>
        <source>Mount it, or name another folder for this server.</source>
        <translation>Montez-le, ou indiquez un autre dossier pour ce serveur.</translation>
    </message>
    <message>
        <source>The folder of the server “{subject}” may not be read by this user.</source>
        <translation>Le dossier du serveur «&#xa0;{subject}&#xa0;» ne peut pas être lu par cet utilisateur.</translation>
    </message>
    <message>
        <source>Synchronise “{source}” to “{target}”</source>
        <translation>Synchroniser «&#xa0;{source}&#xa0;» vers «&#xa0;{target}&#xa0;»</translation>
    </message>
    <message>
        <source>Compare “{left}” with “{right}”</source>
        <translation>Comparer «&#xa0;{left}&#xa0;» et «&#xa0;{right}&#xa0;»</translation>
    </message>
    <message>
        <source>Scanning</source>
        <translation>Lecture de l’arborescence</translation>
    </message>
    <message>
        <source>Comparing</source>
        <translation>Comparaison</translation>
    </message>
    <message>
        <source>Copying</source>
        <translation>Copie</translation>
    </message>
    <message>
        <source>Verifying</source>
        <translation>Vérification</translation>
    </message>
    <message>
        <source>Putting in place</source>
        <translation>Mise en place</translation>
    </message>
    <message>
        <source>Deleting</source>
        <translation>Suppression</translation>
    </message>
    <message>
        <source>Finishing</source>
        <translation>Finalisation</translation>
    </message>
    <message>
        <source>“{subject}” is not empty and is no demo of Bascule&apos;s: it was not touched.</source>
        <translation>«&#xa0;{subject}&#xa0;» n’est pas vide et n’est pas une démonstration de Bascule&#xa0;: rien n’y a été touché.</translation>
    </message>
    <message>
        <source>Name an empty folder, or one that does not exist yet.</source>
        <translation>Indiquez un dossier vide, ou qui n’existe pas encore.</translation>
    </message>
    <message>
        <source>A demo is ready in “{subject}” already.</source>
        <translation>Une démonstration est déjà prête dans «&#xa0;{subject}&#xa0;».</translation>
    </message>
    <message>
        <source>Open its demo.bascule, name another folder, or start over with --again.</source>
        <translation>Ouvrez son demo.bascule, indiquez un autre dossier, ou recommencez avec --again.</translation>
    </message>
    <message>
        <source>A demo was begun in “{subject}” and interrupted.</source>
        <translation>Une démonstration a été commencée dans «&#xa0;{subject}&#xa0;» et interrompue.</translation>
    </message>
    <message>
        <source>Start over with --again, or name another folder.</source>
        <translation>Recommencez avec --again, ou indiquez un autre dossier.</translation>
    </message>
    <message>
        <source>The demo&apos;s database “{subject}” could not be made: {detail}.</source>
        <translation>La base de la démonstration «&#xa0;{subject}&#xa0;» n’a pas pu être créée&#xa0;: {detail}.</translation>
    </message>
    <message>
        <source>The demo&apos;s backup “{subject}” could not be made: {detail}.</source>
        <translation>La sauvegarde de la démonstration «&#xa0;{subject}&#xa0;» n’a pas pu être créée&#xa0;: {detail}.</translation>
    </message>
    <message>
        <source>A server needs a name.</source>
        <translation>Un serveur a besoin d’un nom.</translation>
    </message>
    <message>
        <source>There is a server named “{subject}” already.</source>
        <translation>Il y a déjà un serveur nommé «&#xa0;{subject}&#xa0;».</translation>
    </message>
    <message>
        <source>“{subject}” cannot have this role: “{other}” has it already.</source>
        <translation>«&#xa0;{subject}&#xa0;» ne peut pas avoir ce rôle&#xa0;: «&#xa0;{other}&#xa0;» l’a déjà.</translation>
    </message>
    <message>
        <source>Change or remove that server first, or add this one with the role “other”.</source>
        <translation>Changez ou retirez d’abord ce serveur, ou ajoutez celui-ci avec le rôle «&#xa0;other&#xa0;».</translation>
    </message>
    <message>
        <source>“{subject}” is already the folder of the server “{other}”.</source>
        <translation>«&#xa0;{subject}&#xa0;» est déjà le dossier du serveur «&#xa0;{other}&#xa0;».</translation>
    </message>
    <message>
        <source>Each server needs a folder of its own.</source>
        <translation>Chaque serveur a besoin d’un dossier à lui.</translation>
    </message>
    <message>
        <source>“{subject}” and the folder of the server “{other}” lie one in the other.</source>
        <translation>«&#xa0;{subject}&#xa0;» et le dossier du serveur «&#xa0;{other}&#xa0;» sont l’un dans l’autre.</translation>
    </message>
    <message>
        <source>Choose a folder apart from it.</source>
        <translation>Choisissez un dossier à part.</translation>
    </message>
    <message>
        <source>Nothing can be written to “{subject}”, the folder of “{server}”.</source>
        <translation>Rien ne peut être écrit dans «&#xa0;{subject}&#xa0;», le dossier de «&#xa0;{server}&#xa0;».</translation>
    </message>
    <message>
        <source>Give this user the right to write there, or choose another folder.</source>
        <translation>Donnez à cet utilisateur le droit d’y écrire, ou choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>“{subject}” took part in a rehearsal or cutover and stays in the project.</source>
        <translation>«&#xa0;{subject}&#xa0;» a pris part à une répétition ou à une bascule et reste dans le projet.</translation>
    </message>
    <message>
        <source>Change its folder instead, or make a new project.</source>
        <translation>Changez plutôt son dossier, ou créez un projet.</translation>
    </message>
    <message>
        <source>The project has no server named “{subject}”.</source>
        <translation>Le projet n’a pas de serveur nommé «&#xa0;{subject}&#xa0;».</translation>
    </message>
    <message>
        <source>See its servers with “bascule-cli project show”.</source>
        <translation>Voir ses serveurs avec «&#xa0;bascule-cli project show&#xa0;».</translation>
    </message>
    <message>
        <source>A person needs a name.</source>
        <translation>Une personne a besoin d’un nom.</translation>
    </message>
    <message>
        <source>“{subject}” is among the project&apos;s people already.</source>
        <translation>«&#xa0;{subject}&#xa0;» est déjà parmi les personnes du projet.</translation>
    </message>
    <message>
        <source>A project needs a name.</source>
        <translation>Un projet a besoin d’un nom.</translation>
    </message>
    <message>
        <source>The setting “{subject}” must be a number above zero, not {value}.</source>
        <translation>Le réglage «&#xa0;{subject}&#xa0;» doit être un nombre supérieur à zéro, pas {value}.</translation>
    </message>
    <message>
        <source>An availability of {subject} is not possible.</source>
        <translation>Une disponibilité de {subject} n’est pas possible.</translation>
    </message>
    <message>
        <source>Give a percentage above 0 and up to 100.</source>
        <translation>Donnez un pourcentage supérieur à 0 et d’au plus 100.</translation>
    </message>
    <message>
        <source>The switch link “{subject}” is not an absolute path.</source>
        <translation>Le lien de bascule «&#xa0;{subject}&#xa0;» n’est pas un chemin absolu.</translation>
    </message>
    <message>
        <source>Begin it with “/”.</source>
        <translation>Commencez-le par «&#xa0;/&#xa0;».</translation>
    </message>
    <message>
        <source>Reading {server}</source>
        <translation>Lecture de {server}</translation>
    </message>
    <message>
        <source>The project has no server to inventory.</source>
        <translation>Le projet n’a aucun serveur à inventorier.</translation>
    </message>
    <message>
        <source>Add the old server on the page Servers.</source>
        <translation>Ajoutez l’ancien serveur sur la page Serveurs.</translation>
    </message>
    <message>
        <source>Nobody is named for this decision.</source>
        <translation>Personne n’est nommé pour cette décision.</translation>
    </message>
    <message>
        <source>Name the person who decides.</source>
        <translation>Indiquez la personne qui décide.</translation>
    </message>
    <message>
        <source>This decision on “{subject}” has no reason.</source>
        <translation>Cette décision sur «&#xa0;{subject}&#xa0;» n’a pas de raison.</translation>
    </message>
    <message>
        <source>Say why in one sentence: it stays in the evidence ledger.</source>
        <translation>Dites pourquoi en une phrase&#xa0;: elle reste dans le registre des preuves.</translation>
    </message>
    <message>
        <source>The destination “{subject}” leads out of the new server.</source>
        <translation>La destination «&#xa0;{subject}&#xa0;» sort du nouveau serveur.</translation>
    </message>
    <message>
        <source>Give a path below the new server&apos;s root, without “..”.</source>
        <translation>Donnez un chemin sous la racine du nouveau serveur, sans «&#xa0;..&#xa0;».</translation>
    </message>
    <message>
        <source>The recovery time of “{subject}” is less than nothing.</source>
        <translation>Le délai de reprise de «&#xa0;{subject}&#xa0;» est négatif.</translation>
    </message>
    <message>
        <source>Give a number of minutes, or 0 for the project&apos;s own.</source>
        <translation>Donnez un nombre de minutes, ou 0 pour celui du projet.</translation>
    </message>
    <message numerus="yes">
        <source>The map cannot be validated yet: %n point(s) are still open.</source>
        <translation>
            <numerusform>La cartographie ne peut pas encore être validée&#xa0;: %n point reste ouvert.</numerusform>
            <numerusform>La cartographie ne peut pas encore être validée&#xa0;: %n points restent ouverts.</numerusform>
        </translation>
    </message>
    <message>
        <source>Settle what the checkpoint of the inventory says is missing, then validate.</source>
        <translation>Réglez ce qui manque au point de contrôle de l’inventaire, puis validez.</translation>
    </message>
    <message numerus="yes">
        <source>%n symbolic link(s) lead to nothing, such as “{path}”.</source>
        <translation>
            <numerusform>%n lien symbolique ne mène nulle part, comme «&#xa0;{path}&#xa0;».</numerusform>
            <numerusform>%n liens symboliques ne mènent nulle part, comme «&#xa0;{path}&#xa0;».</numerusform>
        </translation>
    </message>
    <message>
        <source>Correct or remove what is still wanted; the rest is copied as it is.</source>
        <translation>Corrigez ou retirez ce qui sert encore&#x202f;; le reste est copié tel quel.</translation>
    </message>
    <message numerus="yes">
        <source>%n symbolic link(s) lead out of the server&apos;s folder, such as “{path}”.</source>
        <translation>
            <numerusform>%n lien symbolique sort du dossier du serveur, comme «&#xa0;{path}&#xa0;».</numerusform>
            <numerusform>%n liens symboliques sortent du dossier du serveur, comme «&#xa0;{path}&#xa0;».</numerusform>
        </translation>
    </message>
    <message>
        <source>What such a link points to is not copied with it: see that it exists on the new server.</source>
        <translation>Ce que désigne un tel lien n’est pas copié avec lui&#xa0;: voyez s’il existe sur le nouveau serveur.</translation>
    </message>
    <message numerus="yes">
        <source>Anybody may write to %n file(s) or folders, such as “{path}”.</source>
        <translation>
            <numerusform>N’importe qui peut écrire dans %n fichier ou dossier, comme «&#xa0;{path}&#xa0;».</numerusform>
            <numerusform>N’importe qui peut écrire dans %n fichiers ou dossiers, comme «&#xa0;{path}&#xa0;».</numerusform>
        </translation>
    </message>
    <message>
        <source>Restrict the mode now, or accept that it is copied as it is.</source>
        <translation>Restreignez les droits maintenant, ou acceptez qu’ils soient copiés tels quels.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) run with their owner&apos;s rights, such as “{path}”.</source>
        <translation>
            <numerusform>%n fichier s’exécute avec les droits de son propriétaire, comme «&#xa0;{path}&#xa0;».</numerusform>
            <numerusform>%n fichiers s’exécutent avec les droits de leur propriétaire, comme «&#xa0;{path}&#xa0;».</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep them only where the new server needs them.</source>
        <translation>Ne les gardez que là où le nouveau serveur en a besoin.</translation>
    </message>
    <message numerus="yes">
        <source>%n program(s) carry capabilities, such as “{path}”.</source>
        <translation>
            <numerusform>%n programme porte des capacités, comme «&#xa0;{path}&#xa0;».</numerusform>
            <numerusform>%n programmes portent des capacités, comme «&#xa0;{path}&#xa0;».</numerusform>
        </translation>
    </message>
    <message>
        <source>Capabilities are kept only when the migration runs as root.</source>
        <translation>Les capacités ne sont conservées que si la migration s’exécute en tant que root.</translation>
    </message>
    <message numerus="yes">
        <source>%n name(s) hold control characters or are no valid UTF-8, such as “{path}”.</source>
        <translation>
            <numerusform>%n nom contient des caractères de contrôle ou n’est pas de l’UTF-8 valide, comme «&#xa0;{path}&#xa0;».</numerusform>
            <numerusform>%n noms contiennent des caractères de contrôle ou ne sont pas de l’UTF-8 valide, comme «&#xa0;{path}&#xa0;».</numerusform>
        </translation>
    </message>
    <message>
        <source>They are copied byte for byte; some programs show or open them badly.</source>
        <translation>Ils sont copiés à l’octet près&#x202f;; certains programmes les affichent ou les ouvrent mal.</translation>
    </message>
    <message numerus="yes">
        <source>%n name(s) differ from a neighbour only by case or accents, such as “{path}”.</source>
        <translation>
            <numerusform>%n nom ne diffère d’un voisin que par la casse ou les accents, comme «&#xa0;{path}&#xa0;».</numerusform>
            <numerusform>%n noms ne diffèrent d’un voisin que par la casse ou les accents, comme «&#xa0;{path}&#xa0;».</numerusform>
        </translation>
    </message>
    <message>
        <source>Both are kept, but a file system or a Windows client that folds names sees only one.</source>
        <translation>Les deux sont gardés, mais un système de fichiers ou un client Windows qui confond ces noms n’en voit qu’un.</translation>
    </message>
    <message numerus="yes">
        <source>“{path}” holds %n entries in one folder.</source>
        <translation>
            <numerusform>«&#xa0;{path}&#xa0;» contient %n entrée dans un seul dossier.</numerusform>
            <numerusform>«&#xa0;{path}&#xa0;» contient %n entrées dans un seul dossier.</numerusform>
        </translation>
    </message>
    <message>
        <source>Listing it takes long on every file system; split it when you can.</source>
        <translation>Le lister est long sur tout système de fichiers&#x202f;; divisez-le quand vous le pourrez.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) have holes, such as “{path}”.</source>
        <translation>
            <numerusform>%n fichier a des trous, comme «&#xa0;{path}&#xa0;».</numerusform>
            <numerusform>%n fichiers ont des trous, comme «&#xa0;{path}&#xa0;».</numerusform>
        </translation>
    </message>
    <message>
        <source>Holes are kept where the new server&apos;s file system can.</source>
        <translation>Les trous sont conservés là où le système de fichiers du nouveau serveur le permet.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) have names in several assets (hard links), such as “{path}”.</source>
        <translation>
            <numerusform>%n fichier a des noms dans plusieurs actifs (liens physiques), comme «&#xa0;{path}&#xa0;».</numerusform>
            <numerusform>%n fichiers ont des noms dans plusieurs actifs (liens physiques), comme «&#xa0;{path}&#xa0;».</numerusform>
        </translation>
    </message>
    <message>
        <source>Migrate these assets together, or the copies part from each other.</source>
        <translation>Migrez ces actifs ensemble, sinon les copies se séparent.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) have further names outside what was read, such as “{path}”.</source>
        <translation>
            <numerusform>%n fichier a d’autres noms hors de ce qui a été lu, comme «&#xa0;{path}&#xa0;».</numerusform>
            <numerusform>%n fichiers ont d’autres noms hors de ce qui a été lu, comme «&#xa0;{path}&#xa0;».</numerusform>
        </translation>
    </message>
    <message>
        <source>Those names are not copied.</source>
        <translation>Ces noms-là ne sont pas copiés.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) or folders have access control lists, such as “{path}”.</source>
        <translation>
            <numerusform>%n fichier ou dossier a des listes de contrôle d’accès, comme «&#xa0;{path}&#xa0;».</numerusform>
            <numerusform>%n fichiers ou dossiers ont des listes de contrôle d’accès, comme «&#xa0;{path}&#xa0;».</numerusform>
        </translation>
    </message>
    <message>
        <source>They are kept where the new server&apos;s file system can hold them.</source>
        <translation>Elles sont conservées là où le système de fichiers du nouveau serveur le permet.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) or folders have extended attributes, such as “{path}”.</source>
        <translation>
            <numerusform>%n fichier ou dossier a des attributs étendus, comme «&#xa0;{path}&#xa0;».</numerusform>
            <numerusform>%n fichiers ou dossiers ont des attributs étendus, comme «&#xa0;{path}&#xa0;».</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) or folders belong to an account that does not exist, such as “{path}”.</source>
        <translation>
            <numerusform>%n fichier ou dossier appartient à un compte qui n’existe pas, comme «&#xa0;{path}&#xa0;».</numerusform>
            <numerusform>%n fichiers ou dossiers appartiennent à un compte qui n’existe pas, comme «&#xa0;{path}&#xa0;».</numerusform>
        </translation>
    </message>
    <message>
        <source>Give them an owner, or accept that the bare number is copied.</source>
        <translation>Donnez-leur un propriétaire, ou acceptez que le simple numéro soit copié.</translation>
    </message>
    <message numerus="yes">
        <source>%n socket(s) are not copied, such as “{path}”.</source>
        <translation>
            <numerusform>%n prise réseau (socket) n’est pas copiée, comme «&#xa0;{path}&#xa0;».</numerusform>
            <numerusform>%n prises réseau (sockets) ne sont pas copiées, comme «&#xa0;{path}&#xa0;».</numerusform>
        </translation>
    </message>
    <message>
        <source>The program that uses a socket makes it anew when it starts.</source>
        <translation>Le programme qui se sert d’une prise la recrée à son démarrage.</translation>
    </message>
    <message numerus="yes">
        <source>%n device(s) or pipes are among the files, such as “{path}”.</source>
        <translation>
            <numerusform>%n périphérique ou tube se trouve parmi les fichiers, comme «&#xa0;{path}&#xa0;».</numerusform>
            <numerusform>%n périphériques ou tubes se trouvent parmi les fichiers, comme «&#xa0;{path}&#xa0;».</numerusform>
        </translation>
    </message>
    <message>
        <source>Devices are kept only when the migration runs as root.</source>
        <translation>Les périphériques ne sont conservés que si la migration s’exécute en tant que root.</translation>
    </message>
    <message>
        <source>A transaction of this database was left unfinished: “{path}”.</source>
        <translation>Une transaction de cette base est restée inachevée&#xa0;: «&#xa0;{path}&#xa0;».</translation>
    </message>
    <message>
        <source>Open the database once with its application, so that it settles.</source>
        <translation>Ouvrez une fois la base avec son application, pour qu’elle se termine.</translation>
    </message>
    <message>
        <source>No backup of the database “{path}” is known.</source>
        <translation>Aucune sauvegarde de la base «&#xa0;{path}&#xa0;» n’est connue.</translation>
    </message>
    <message>
        <source>Name one on the page Backups, or make one.</source>
        <translation>Indiquez-en une sur la page Sauvegardes, ou faites-en une.</translation>
    </message>
    <message>
        <source>The folder “{path}” may not be read.</source>
        <translation>Le dossier «&#xa0;{path}&#xa0;» ne peut pas être lu.</translation>
    </message>
    <message>
        <source>This command lets it be read: {command}</source>
        <translation>Cette commande permet de le lire&#xa0;: {command}</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) in “{path}” may not be read.</source>
        <translation>
            <numerusform>%n fichier de «&#xa0;{path}&#xa0;» ne peut pas être lu.</numerusform>
            <numerusform>%n fichiers de «&#xa0;{path}&#xa0;» ne peuvent pas être lus.</numerusform>
        </translation>
    </message>
    <message>
        <source>This command lets them be read: {command}</source>
        <translation>Cette commande permet de les lire&#xa0;: {command}</translation>
    </message>
    <message>
        <source>“{path}” is another file system and was not read.</source>
        <translation>«&#xa0;{path}&#xa0;» est un autre système de fichiers et n’a pas été lu.</translation>
    </message>
    <message>
        <source>This command adds it as a server of its own: {command}</source>
        <translation>Cette commande l’ajoute comme serveur à part&#xa0;: {command}</translation>
    </message>
    <message>
        <source>“{path}” could not be read. {reason:code}</source>
        <translation>«&#xa0;{path}&#xa0;» n’a pas pu être lu. {reason:code}</translation>
    </message>
    <message>
        <source>Have the disk and the folder looked at, then run the inventory again.</source>
        <translation>Faites examiner le disque et le dossier, puis relancez l’inventaire.</translation>
    </message>
    <message numerus="yes">
        <source>%n more place(s) could not be read and are not listed one by one.</source>
        <translation>
            <numerusform>%n autre endroit n’a pas pu être lu et n’est pas listé.</numerusform>
            <numerusform>%n autres endroits n’ont pas pu être lus et ne sont pas listés un à un.</numerusform>
        </translation>
    </message>
    <message>
        <source>Run the inventory as a user who may read the whole server.</source>
        <translation>Relancez l’inventaire avec un utilisateur qui peut lire tout le serveur.</translation>
    </message>
    <message>
        <source>Map validated by {person} on {at:date}</source>
        <translation>Cartographie validée par {person} le {at:date}</translation>
    </message>
    <message numerus="yes">
        <source>%n asset(s) inventoried</source>
        <translation>
            <numerusform>%n actif inventorié</numerusform>
            <numerusform>%n actifs inventoriés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n critical asset(s)</source>
        <translation>
            <numerusform>%n actif critique</numerusform>
            <numerusform>%n actifs critiques</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dependenc(ies) confirmed</source>
        <translation>
            <numerusform>%n dépendance confirmée</numerusform>
            <numerusform>%n dépendances confirmées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dependenc(ies) dismissed with a reason</source>
        <translation>
            <numerusform>%n dépendance écartée avec une raison</numerusform>
            <numerusform>%n dépendances écartées avec une raison</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n blind spot(s) accepted</source>
        <translation>
            <numerusform>%n angle mort accepté</numerusform>
            <numerusform>%n angles morts acceptés</numerusform>
        </translation>
    </message>
    <message>
        <source>Inventory of {at:datetime}</source>
        <translation>Inventaire du {at:datetime}</translation>
    </message>
    <message>
        <source>an old server in the project</source>
        <translation>un ancien serveur dans le projet</translation>
    </message>
    <message numerus="yes">
        <source>%n blocking finding(s) to settle</source>
        <translation>
            <numerusform>%n constat bloquant à régler</numerusform>
            <numerusform>%n constats bloquants à régler</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the inventory of %n server(s)</source>
        <translation>
            <numerusform>l’inventaire de %n serveur</numerusform>
            <numerusform>l’inventaire de %n serveurs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the search for dependencies on %n server(s)</source>
        <translation>
            <numerusform>la recherche des dépendances sur %n serveur</numerusform>
            <numerusform>la recherche des dépendances sur %n serveurs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n critical asset(s) without an owner</source>
        <translation>
            <numerusform>%n actif critique sans responsable</numerusform>
            <numerusform>%n actifs critiques sans responsable</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n blind spot(s) to accept or remove</source>
        <translation>
            <numerusform>%n angle mort à accepter ou à lever</numerusform>
            <numerusform>%n angles morts à accepter ou à lever</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dependenc(ies) to confirm</source>
        <translation>
            <numerusform>%n dépendance à confirmer</numerusform>
            <numerusform>%n dépendances à confirmer</numerusform>
        </translation>
    </message>
    <message>
        <source>the validation by a named person</source>
        <translation>la validation d’une personne nommée</translation>
    </message>
    <message>
        <source>a new validation: the map has changed since {person} validated it on {at:date}</source>
        <translation>une nouvelle validation&#xa0;: la carte a changé depuis que {person} l’a validée le {at:date}</translation>
    </message>
    <message>
        <source>Search for dependencies</source>
        <translation>Recherche des dépendances</translation>
    </message>
    <message>
        <source>Looking for configuration on {server}</source>
        <translation>Recherche de la configuration sur {server}</translation>
    </message>
    <message>
        <source>Reading configuration files and scripts</source>
        <translation>Lecture des fichiers de configuration et des scripts</translation>
    </message>
    <message>
        <source>No old server has been inventoried yet.</source>
        <translation>Aucun ancien serveur n’a encore été inventorié.</translation>
    </message>
    <message>
        <source>Run the inventory first: dependencies lead from one asset to another.</source>
        <translation>Lancez d’abord l’inventaire&#xa0;: les dépendances vont d’un actif à un autre.</translation>
    </message>
    <message>
        <source>The map cannot be drawn: the program “dot” is not installed.</source>
        <translation>La carte ne peut pas être dessinée&#xa0;: le programme «&#xa0;dot&#xa0;» n’est pas installé.</translation>
    </message>
    <message>
        <source>Install the package graphviz; the list shows the same facts meanwhile.</source>
        <translation>Installez le paquet graphviz&#x202f;; la liste montre les mêmes faits en attendant.</translation>
    </message>
    <message>
        <source>The map could not be laid out.</source>
        <translation>La carte n’a pas pu être mise en page.</translation>
    </message>
    <message>
        <source>Use the list: it shows the same facts.</source>
        <translation>Servez-vous de la liste&#xa0;: elle montre les mêmes faits.</translation>
    </message>
    <message>
        <source>The map is too large to be drawn in a minute.</source>
        <translation>La carte est trop grande pour être dessinée en une minute.</translation>
    </message>
    <message>
        <source>Use the list, or dismiss what is no dependency and try again.</source>
        <translation>Servez-vous de la liste, ou écartez ce qui n’est pas une dépendance et réessayez.</translation>
    </message>
    <message>
        <source>Opens the database</source>
        <translation>Ouvre la base de données</translation>
    </message>
    <message>
        <source>Names a path</source>
        <translation>Cite un chemin</translation>
    </message>
    <message>
        <source>Starts with a service</source>
        <translation>Démarre avec un service</translation>
    </message>
    <message>
        <source>Connects to a service</source>
        <translation>Se connecte à un service</translation>
    </message>
    <message>
        <source>Calls a web address</source>
        <translation>Appelle une adresse web</translation>
    </message>
    <message>
        <source>Uses a folder of another server</source>
        <translation>Utilise un dossier d’un autre serveur</translation>
    </message>
    <message>
        <source>Names an address</source>
        <translation>Cite une adresse</translation>
    </message>
    <message>
        <source>Names another machine</source>
        <translation>Cite une autre machine</translation>
    </message>
    <message numerus="yes">
        <source>%n path(s) in configuration files do not exist, such as “{path}” in “{file}”.</source>
        <translation>
            <numerusform>%n chemin cité en configuration n’existe pas, comme «&#xa0;{path}&#xa0;» dans «&#xa0;{file}&#xa0;».</numerusform>
            <numerusform>%n chemins cités en configuration n’existent pas, comme «&#xa0;{path}&#xa0;» dans «&#xa0;{file}&#xa0;».</numerusform>
        </translation>
    </message>
    <message>
        <source>Correct the configuration, or see whether the folder is made when it is needed.</source>
        <translation>Corrigez la configuration, ou voyez si le dossier est créé quand il le faut.</translation>
    </message>
    <message>
        <source>“{path}” ({bytes:bytes}) is too large to be read as configuration.</source>
        <translation>«&#xa0;{path}&#xa0;» ({bytes:bytes}) est trop grand pour être lu comme configuration.</translation>
    </message>
    <message>
        <source>Look into it yourself, and accept the blind spot once you know what it needs.</source>
        <translation>Regardez-y vous-même, et acceptez l’angle mort une fois que vous savez ce qu’il demande.</translation>
    </message>
    <message>
        <source>“{path}” could not be read for dependencies. {reason:code}</source>
        <translation>«&#xa0;{path}&#xa0;» n’a pas pu être lu pour les dépendances. {reason:code}</translation>
    </message>
    <message>
        <source>Let this user read it and search again, or accept the blind spot.</source>
        <translation>Laissez cet utilisateur le lire et relancez la recherche, ou acceptez l’angle mort.</translation>
    </message>
    <message>
        <source>Check the servers’ folders</source>
        <translation>Vérifier les dossiers des serveurs</translation>
    </message>
    <message>
        <source>Run the checks</source>
        <translation>Lancer les contrôles</translation>
    </message>
    <message>
        <source>Measure the baseline</source>
        <translation>Mesurer la référence</translation>
    </message>
    <message>
        <source>Monitor</source>
        <translation>Superviser</translation>
    </message>
    <message>
        <source>Checking {server}</source>
        <translation>Contrôle de {server}</translation>
    </message>
    <message>
        <source>Measuring {server}</source>
        <translation>Mesure de {server}</translation>
    </message>
    <message>
        <source>Watching</source>
        <translation>Surveillance</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Lien</translation>
    </message>
    <message>
        <source>SQLite</source>
        <translation>SQLite</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>Page web</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Certificat</translation>
    </message>
    <message>
        <source>Name (DNS)</source>
        <translation>Nom (DNS)</translation>
    </message>
    <message>
        <source>“{subject}” can be read ({bytes:bytes}).</source>
        <translation>«&#xa0;{subject}&#xa0;» se lit ({bytes:bytes}).</translation>
    </message>
    <message numerus="yes">
        <source>“{subject}” opens; %n file(s) read in it.</source>
        <translation>
            <numerusform>«&#xa0;{subject}&#xa0;» s’ouvre&#x202f;; %n fichier y a été lu.</numerusform>
            <numerusform>«&#xa0;{subject}&#xa0;» s’ouvre&#x202f;; %n fichiers y ont été lus.</numerusform>
        </translation>
    </message>
    <message>
        <source>“{subject}” leads to {server}.</source>
        <translation>«&#xa0;{subject}&#xa0;» mène à {server}.</translation>
    </message>
    <message>
        <source>“{subject}” answers ({rows:number} counted).</source>
        <translation>«&#xa0;{subject}&#xa0;» répond ({rows:number} lignes comptées).</translation>
    </message>
    <message>
        <source>{subject} answers on port {port}.</source>
        <translation>{subject} répond sur le port {port}.</translation>
    </message>
    <message>
        <source>The page at {subject} is there (status {status}).</source>
        <translation>La page {subject} est là (état {status}).</translation>
    </message>
    <message>
        <source>The certificate of {subject} is good until {at:date}.</source>
        <translation>Le certificat de {subject} est valable jusqu’au {at:date}.</translation>
    </message>
    <message>
        <source>{subject} leads to {address}.</source>
        <translation>{subject} mène à {address}.</translation>
    </message>
    <message>
        <source>It took {ms:duration}; before the cutover it stayed under {p95Ms:duration}.</source>
        <translation>Cela a pris {ms:duration}&#x202f;; avant la bascule, on restait sous {p95Ms:duration}.</translation>
    </message>
    <message>
        <source>Look at the load of the new server and at its disks.</source>
        <translation>Regardez la charge du nouveau serveur et ses disques.</translation>
    </message>
    <message numerus="yes">
        <source>The certificate of {subject} expires in %n day(s).</source>
        <translation>
            <numerusform>Le certificat de {subject} expire dans %n jour.</numerusform>
            <numerusform>Le certificat de {subject} expire dans %n jours.</numerusform>
        </translation>
    </message>
    <message>
        <source>Renew it.</source>
        <translation>Renouvelez-le.</translation>
    </message>
    <message>
        <source>“{subject}” has {bytes:bytes}, expected at least {least:bytes}.</source>
        <translation>«&#xa0;{subject}&#xa0;» fait {bytes:bytes}, on en attend au moins {least:bytes}.</translation>
    </message>
    <message>
        <source>Compare it with the old server&apos;s.</source>
        <translation>Comparez-le avec celui de l’ancien serveur.</translation>
    </message>
    <message>
        <source>No file is found in “{subject}”.</source>
        <translation>Aucun fichier n’est trouvé dans «&#xa0;{subject}&#xa0;».</translation>
    </message>
    <message>
        <source>Check that its disk is mounted, then compare it with the old server&apos;s.</source>
        <translation>Vérifiez que son disque est monté, puis comparez avec l’ancien serveur.</translation>
    </message>
    <message>
        <source>“{subject}” leads to “{at}”, not to {server}.</source>
        <translation>«&#xa0;{subject}&#xa0;» mène à «&#xa0;{at}&#xa0;», pas à {server}.</translation>
    </message>
    <message>
        <source>Point it at “{expected}”, or find out who moved it.</source>
        <translation>Tournez-le vers «&#xa0;{expected}&#xa0;», ou trouvez qui l’a déplacé.</translation>
    </message>
    <message>
        <source>“{subject}” counts {rows:number}, expected at least {least:number}.</source>
        <translation>«&#xa0;{subject}&#xa0;» compte {rows:number} lignes, on en attend au moins {least:number}.</translation>
    </message>
    <message>
        <source>“{subject}” answers “{answer}”, expected “{expected}”.</source>
        <translation>«&#xa0;{subject}&#xa0;» répond «&#xa0;{answer}&#xa0;», on attend «&#xa0;{expected}&#xa0;».</translation>
    </message>
    <message>
        <source>{subject} refuses connections on port {port}.</source>
        <translation>{subject} refuse les connexions sur le port {port}.</translation>
    </message>
    <message>
        <source>Start the service, or look at the firewall.</source>
        <translation>Démarrez le service, ou regardez le pare-feu.</translation>
    </message>
    <message>
        <source>{subject} does not answer on port {port} within {ms:duration}.</source>
        <translation>{subject} ne répond pas sur le port {port} en {ms:duration}.</translation>
    </message>
    <message>
        <source>Look at the service and at the way to it.</source>
        <translation>Regardez le service et le chemin pour l’atteindre.</translation>
    </message>
    <message>
        <source>The connection to {subject}, port {port}, broke off.</source>
        <translation>La connexion à {subject}, port {port}, s’est interrompue.</translation>
    </message>
    <message>
        <source>Look at the service&apos;s own log.</source>
        <translation>Consultez le journal du service.</translation>
    </message>
    <message>
        <source>The name {subject} has no address.</source>
        <translation>Le nom {subject} n’a pas d’adresse.</translation>
    </message>
    <message>
        <source>Look at the entry in the DNS.</source>
        <translation>Regardez l’entrée dans le DNS.</translation>
    </message>
    <message>
        <source>{subject} leads to {address}, expected {expected}.</source>
        <translation>{subject} mène à {address}, on attend {expected}.</translation>
    </message>
    <message>
        <source>Change the entry in the DNS, or wait until the old one has run out.</source>
        <translation>Changez l’entrée dans le DNS, ou attendez que l’ancienne ait expiré.</translation>
    </message>
    <message>
        <source>The page at {subject} answers with status {status}.</source>
        <translation>La page {subject} répond avec l’état {status}.</translation>
    </message>
    <message>
        <source>Look at the application&apos;s own log.</source>
        <translation>Consultez le journal de l’application.</translation>
    </message>
    <message>
        <source>The page at {subject} does not contain “{expected}”.</source>
        <translation>La page {subject} ne contient pas «&#xa0;{expected}&#xa0;».</translation>
    </message>
    <message>
        <source>Open it and see what it shows instead: an error page may answer politely.</source>
        <translation>Ouvrez-la et voyez ce qu’elle montre à la place&#xa0;: une page d’erreur peut répondre poliment.</translation>
    </message>
    <message>
        <source>The certificate of {subject} is not valid now (until {at:date}).</source>
        <translation>Le certificat de {subject} n’est pas valable maintenant (jusqu’au {at:date}).</translation>
    </message>
    <message>
        <source>Renew it, and check the server&apos;s clock.</source>
        <translation>Renouvelez-le, et vérifiez l’horloge du serveur.</translation>
    </message>
    <message>
        <source>The certificate of {subject} is for another name.</source>
        <translation>Le certificat de {subject} est au nom d’un autre.</translation>
    </message>
    <message>
        <source>Install the one for this name.</source>
        <translation>Installez celui de ce nom.</translation>
    </message>
    <message>
        <source>The certificate of {subject} is not signed by a known authority.</source>
        <translation>Le certificat de {subject} n’est pas signé par une autorité connue.</translation>
    </message>
    <message>
        <source>Install the whole chain; for an authority of your own, name its file in the check.</source>
        <translation>Installez toute la chaîne&#x202f;; pour votre propre autorité, indiquez son fichier dans le contrôle.</translation>
    </message>
    <message>
        <source>{subject} and this machine do not agree on TLS 1.2 or later.</source>
        <translation>{subject} et cette machine ne s’entendent pas sur TLS 1.2 ou plus récent.</translation>
    </message>
    <message>
        <source>Look at the TLS settings of the service.</source>
        <translation>Regardez les réglages TLS du service.</translation>
    </message>
    <message>
        <source>Stopped before it had answered.</source>
        <translation>Arrêté avant d’avoir répondu.</translation>
    </message>
    <message>
        <source>The project has no link for its users.</source>
        <translation>Le projet n’a pas de lien pour ses utilisateurs.</translation>
    </message>
    <message>
        <source>Name one on the page Project.</source>
        <translation>Indiquez-en un sur la page Projet.</translation>
    </message>
    <message>
        <source>This machine has no network, so nothing is known of {subject}.</source>
        <translation>Cette machine n’a pas de réseau&#xa0;: on ne sait rien de {subject}.</translation>
    </message>
    <message>
        <source>Look at this machine&apos;s own connection.</source>
        <translation>Regardez la connexion de cette machine.</translation>
    </message>
    <message>
        <source>There is no way from here to {subject}, so nothing is known of it.</source>
        <translation>Aucun chemin ne mène d’ici à {subject}&#xa0;: on n’en sait rien.</translation>
    </message>
    <message>
        <source>Look at this machine&apos;s own network and routes.</source>
        <translation>Regardez le réseau et les routes de cette machine.</translation>
    </message>
    <message>
        <source>No name server answers, so nothing is known of {subject}.</source>
        <translation>Aucun serveur de noms ne répond&#xa0;: on ne sait rien de {subject}.</translation>
    </message>
    <message>
        <source>Look at the name servers of this machine.</source>
        <translation>Regardez les serveurs de noms de cette machine.</translation>
    </message>
    <message>
        <source>This machine has no TLS library, so nothing is known of {subject}.</source>
        <translation>Cette machine n’a pas de bibliothèque TLS&#xa0;: on ne sait rien de {subject}.</translation>
    </message>
    <message>
        <source>Install the library libssl.</source>
        <translation>Installez la bibliothèque libssl.</translation>
    </message>
    <message>
        <source>The file of the authority, “{subject}”, holds no certificate.</source>
        <translation>Le fichier de l’autorité, «&#xa0;{subject}&#xa0;», ne contient aucun certificat.</translation>
    </message>
    <message>
        <source>Name a file in PEM form.</source>
        <translation>Indiquez un fichier au format PEM.</translation>
    </message>
    <message>
        <source>The check has no name.</source>
        <translation>Le contrôle n’a pas de nom.</translation>
    </message>
    <message>
        <source>Give it one.</source>
        <translation>Donnez-lui-en un.</translation>
    </message>
    <message>
        <source>There is no kind of check “{subject}”.</source>
        <translation>Il n’existe pas de contrôle de sorte «&#xa0;{subject}&#xa0;».</translation>
    </message>
    <message>
        <source>Choose one of: file, tree, link, sqlite, tcp, http, tls, dns.</source>
        <translation>Choisissez parmi&#xa0;: file, tree, link, sqlite, tcp, http, tls, dns.</translation>
    </message>
    <message>
        <source>“{subject}” would run more often than every 5 seconds.</source>
        <translation>«&#xa0;{subject}&#xa0;» tournerait plus souvent que toutes les 5 secondes.</translation>
    </message>
    <message>
        <source>Choose a longer interval.</source>
        <translation>Choisissez un rythme plus lent.</translation>
    </message>
    <message>
        <source>The check needs “{name}”.</source>
        <translation>Le contrôle a besoin de «&#xa0;{name}&#xa0;».</translation>
    </message>
    <message>
        <source>Give it.</source>
        <translation>Donnez-le.</translation>
    </message>
    <message>
        <source>“{subject}” is not the name or address of a host.</source>
        <translation>«&#xa0;{subject}&#xa0;» n’est ni un nom ni une adresse de machine.</translation>
    </message>
    <message>
        <source>Write it as www.example.org or 192.0.2.10.</source>
        <translation>Écrivez-le comme www.example.org ou 192.0.2.10.</translation>
    </message>
    <message>
        <source>{port} is not a port.</source>
        <translation>{port} n’est pas un port.</translation>
    </message>
    <message>
        <source>Choose a number from 1 to 65535.</source>
        <translation>Choisissez un nombre de 1 à 65535.</translation>
    </message>
    <message>
        <source>“{subject}” is not the address of a web page.</source>
        <translation>«&#xa0;{subject}&#xa0;» n’est pas l’adresse d’une page web.</translation>
    </message>
    <message>
        <source>Write it as https://www.example.org/page.</source>
        <translation>Écrivez-la comme https://www.example.org/page.</translation>
    </message>
    <message>
        <source>The address at {subject} holds a name or password.</source>
        <translation>L’adresse de {subject} contient un nom ou un mot de passe.</translation>
    </message>
    <message>
        <source>Name a page that needs none: the project keeps no secrets.</source>
        <translation>Indiquez une page qui n’en demande pas&#xa0;: le projet ne garde aucun secret.</translation>
    </message>
    <message>
        <source>This incident is closed already.</source>
        <translation>Cet incident est déjà clos.</translation>
    </message>
    <message>
        <source>Closing an incident by hand needs a name.</source>
        <translation>Clore un incident à la main demande un nom.</translation>
    </message>
    <message>
        <source>Say who closes it.</source>
        <translation>Dites qui le clôt.</translation>
    </message>
    <message>
        <source>Closing an incident by hand needs a reason.</source>
        <translation>Clore un incident à la main demande une raison.</translation>
    </message>
    <message>
        <source>Say what was done.</source>
        <translation>Dites ce qui a été fait.</translation>
    </message>
    <message>
        <source>A baseline is measured on the old server, before the cutover.</source>
        <translation>La référence se mesure sur l’ancien serveur, avant la bascule.</translation>
    </message>
    <message>
        <source>It cannot be made up for afterwards; a rollback would allow it.</source>
        <translation>Elle ne se rattrape pas ensuite&#x202f;; un retour arrière le permettrait.</translation>
    </message>
    <message>
        <source>There is no check to run.</source>
        <translation>Il n’y a aucun contrôle à lancer.</translation>
    </message>
    <message>
        <source>Add checks, or take over the ones proposed.</source>
        <translation>Ajoutez des contrôles, ou prenez ceux qui sont proposés.</translation>
    </message>
    <message>
        <source>There is no check number {subject}.</source>
        <translation>Il n’y a pas de contrôle numéro {subject}.</translation>
    </message>
    <message>
        <source>Look at the list of checks.</source>
        <translation>Regardez la liste des contrôles.</translation>
    </message>
    <message>
        <source>The project has no server to look at.</source>
        <translation>Le projet n’a aucun serveur à regarder.</translation>
    </message>
    <message>
        <source>Add the old and the new server.</source>
        <translation>Ajoutez l’ancien et le nouveau serveur.</translation>
    </message>
    <message>
        <source>A cutover or a rollback is running: nothing is judged meanwhile.</source>
        <translation>Une bascule ou un retour arrière est en cours&#xa0;: rien n’est jugé pendant ce temps.</translation>
    </message>
    <message>
        <source>Run the checks again once it has ended.</source>
        <translation>Relancez les contrôles une fois qu’il est terminé.</translation>
    </message>
    <message numerus="yes">
        <source>{measured} of %n check(s) with a baseline</source>
        <translation>
            <numerusform>{measured} contrôle sur %n a une référence</numerusform>
            <numerusform>{measured} contrôles sur %n ont une référence</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n incident(s) open</source>
        <translation>
            <numerusform>%n incident ouvert</numerusform>
            <numerusform>%n incidents ouverts</numerusform>
        </translation>
    </message>
    <message>
        <source>{percent:percent} available for a target of {target:percent}, watched for {watched:duration} of {elapsed:duration}</source>
        <translation>{percent:percent} de disponibilité pour un objectif de {target:percent}, observée {watched:duration} sur {elapsed:duration}</translation>
    </message>
    <message>
        <source>Ready to start with the cutover</source>
        <translation>Prêt à commencer avec la bascule</translation>
    </message>
    <message>
        <source>Passes at {target:percent} or better, on {at:date} at the earliest</source>
        <translation>Validé à {target:percent} ou mieux, le {at:date} au plus tôt</translation>
    </message>
    <message>
        <source>a check of what matters</source>
        <translation>un contrôle de ce qui compte</translation>
    </message>
    <message>
        <source>a baseline, measured before the cutover</source>
        <translation>une référence, mesurée avant la bascule</translation>
    </message>
    <message numerus="yes">
        <source>%n critical asset(s) without a check: {names}</source>
        <translation>
            <numerusform>%n actif critique sans contrôle&#xa0;: {names}</numerusform>
            <numerusform>%n actifs critiques sans contrôle&#xa0;: {names}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n critical asset(s) without a baseline from before the cutover: {names}</source>
        <translation>
            <numerusform>%n actif critique sans référence d’avant la bascule&#xa0;: {names}</numerusform>
            <numerusform>%n actifs critiques sans référence d’avant la bascule&#xa0;: {names}</numerusform>
        </translation>
    </message>
    <message>
        <source>{period:duration} of watching after the cutover, at {target:percent} or better</source>
        <translation>{period:duration} d’observation après la bascule, à {target:percent} ou mieux</translation>
    </message>
    <message>
        <source>the end of the incident at “{name}”, open since {since:datetime}</source>
        <translation>la fin de l’incident sur «&#xa0;{name}&#xa0;», ouvert depuis {since:datetime}</translation>
    </message>
    <message numerus="yes">
        <source>%n check(s) that have not run for three intervals (last: {last:datetime})</source>
        <translation>
            <numerusform>%n contrôle sans tour depuis trois intervalles (dernier&#xa0;: {last:datetime})</numerusform>
            <numerusform>%n contrôles sans tour depuis trois intervalles (dernier&#xa0;: {last:datetime})</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n check(s) that have not run since the cutover</source>
        <translation>
            <numerusform>%n contrôle sans tour depuis la bascule</numerusform>
            <numerusform>%n contrôles sans tour depuis la bascule</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n check(s) that could not look</source>
        <translation>
            <numerusform>%n contrôle qui n’a pas pu regarder</numerusform>
            <numerusform>%n contrôles qui n’ont pas pu regarder</numerusform>
        </translation>
    </message>
    <message>
        <source>availability: “{name}” was there {percent:percent} of the time, for a target of {target:percent}</source>
        <translation>disponibilité&#xa0;: «&#xa0;{name}&#xa0;» était là {percent:percent} du temps, pour un objectif de {target:percent}</translation>
    </message>
    <message>
        <source>the rest of the observation period, until {until:datetime}</source>
        <translation>le reste de la période d’observation, jusqu’au {until:datetime}</translation>
    </message>
    <message>
        <source>a watch of at least half the observation period: it was {watched:duration} of {elapsed:duration}</source>
        <translation>une surveillance d’au moins la moitié de la période&#xa0;: elle a duré {watched:duration} sur {elapsed:duration}</translation>
    </message>
    <message>
        <source>“{subject}” is not a date and time.</source>
        <translation>«&#xa0;{subject}&#xa0;» n’est pas une date et une heure.</translation>
    </message>
    <message>
        <source>Write it as 2026-12-06T04:00.</source>
        <translation>Écrivez-la comme 2026-12-06T04:00.</translation>
    </message>
    <message>
        <source>“{subject}” does not exist: the clocks go forward to summer time then.</source>
        <translation>«&#xa0;{subject}&#xa0;» n’existe pas&#xa0;: les horloges passent alors à l’heure d’été.</translation>
    </message>
    <message>
        <source>Choose a time an hour later, or another day.</source>
        <translation>Choisissez une heure plus tard, ou un autre jour.</translation>
    </message>
    <message>
        <source>“{subject}” comes twice: the clocks go back from summer time then.</source>
        <translation>«&#xa0;{subject}&#xa0;» arrive deux fois&#xa0;: les horloges quittent alors l’heure d’été.</translation>
    </message>
    <message>
        <source>Choose a time outside that hour, or write the offset from UTC behind it.</source>
        <translation>Choisissez un moment hors de cette heure, ou écrivez le décalage UTC derrière.</translation>
    </message>
    <message>
        <source>The window has no start.</source>
        <translation>La fenêtre n’a pas de début.</translation>
    </message>
    <message>
        <source>Choose a date and a time.</source>
        <translation>Choisissez une date et une heure.</translation>
    </message>
    <message>
        <source>The window of {start:datetime} lies in the past.</source>
        <translation>La fenêtre du {start:datetime} est dans le passé.</translation>
    </message>
    <message>
        <source>Choose a date to come.</source>
        <translation>Choisissez une date à venir.</translation>
    </message>
    <message>
        <source>The window has no length.</source>
        <translation>La fenêtre a une durée nulle.</translation>
    </message>
    <message>
        <source>Give it at least the time of the cutover and of the rollback.</source>
        <translation>Donnez-lui au moins le temps de la bascule et du retour arrière.</translation>
    </message>
    <message>
        <source>A window of {has:duration} is longer than {most:duration}.</source>
        <translation>Une fenêtre de {has:duration} dépasse {most:duration}.</translation>
    </message>
    <message>
        <source>Choose a shorter one.</source>
        <translation>Choisissez-en une plus courte.</translation>
    </message>
    <message>
        <source>The window meets the critical period “{why}”, {from:datetime} to {to:datetime}.</source>
        <translation>La fenêtre touche la période critique «&#xa0;{why}&#xa0;», du {from:datetime} au {to:datetime}.</translation>
    </message>
    <message>
        <source>Choose another window, or remove the period if it no longer holds.</source>
        <translation>Choisissez une autre fenêtre, ou retirez la période si elle ne tient plus.</translation>
    </message>
    <message>
        <source>The cutover and the rollback need {needs:duration}, and the window has {has:duration}.</source>
        <translation>La bascule et le retour arrière demandent {needs:duration}, et la fenêtre dure {has:duration}.</translation>
    </message>
    <message>
        <source>Choose a longer window.</source>
        <translation>Choisissez une fenêtre plus longue.</translation>
    </message>
    <message>
        <source>The clocks change on {at:datetime}, inside the window.</source>
        <translation>L’heure change le {at:datetime}, pendant la fenêtre.</translation>
    </message>
    <message>
        <source>Choose a window before or after it: times in logs and on clocks would not agree.</source>
        <translation>Choisissez une fenêtre avant ou après&#xa0;: les heures des journaux et des horloges ne s’accorderaient pas.</translation>
    </message>
    <message>
        <source>No window is chosen.</source>
        <translation>Aucune fenêtre n’est choisie.</translation>
    </message>
    <message>
        <source>Choose one.</source>
        <translation>Choisissez-en une.</translation>
    </message>
    <message>
        <source>The critical period has no name.</source>
        <translation>La période critique n’a pas de nom.</translation>
    </message>
    <message>
        <source>Say what it is, such as “Payroll”.</source>
        <translation>Dites ce que c’est, par exemple «&#xa0;Paie&#xa0;».</translation>
    </message>
    <message>
        <source>The critical period ends ({to:datetime}) before it starts ({from:datetime}).</source>
        <translation>La période critique finit ({to:datetime}) avant de commencer ({from:datetime}).</translation>
    </message>
    <message>
        <source>Choose an end after the start.</source>
        <translation>Choisissez une fin après le début.</translation>
    </message>
    <message>
        <source>There is no moment “{subject}” for a message.</source>
        <translation>Il n’y a pas de moment «&#xa0;{subject}&#xa0;» pour un message.</translation>
    </message>
    <message>
        <source>Choose one of: before, start, end, rollback.</source>
        <translation>Choisissez parmi&#xa0;: before, start, end, rollback.</translation>
    </message>
    <message>
        <source>The message “{moment:enum}” has no text, so it is not ready.</source>
        <translation>Le message «&#xa0;{moment:enum}&#xa0;» n’a pas de texte, il n’est donc pas prêt.</translation>
    </message>
    <message>
        <source>Write it first.</source>
        <translation>Écrivez-le d’abord.</translation>
    </message>
    <message>
        <source>The contact has no name.</source>
        <translation>Le contact n’a pas de nom.</translation>
    </message>
    <message>
        <source>Say who is to be called.</source>
        <translation>Dites qui appeler.</translation>
    </message>
    <message>
        <source>{subject} has no phone number.</source>
        <translation>{subject} n’a pas de numéro de téléphone.</translation>
    </message>
    <message>
        <source>Say where they can be reached at night.</source>
        <translation>Dites où le joindre la nuit.</translation>
    </message>
    <message>
        <source>An approval needs a name.</source>
        <translation>Un accord demande un nom.</translation>
    </message>
    <message>
        <source>Say who approves.</source>
        <translation>Dites qui approuve.</translation>
    </message>
    <message>
        <source>Nothing is approved at a step “{subject}”.</source>
        <translation>Rien ne s’approuve à une étape «&#xa0;{subject}&#xa0;».</translation>
    </message>
    <message>
        <source>Choose one of: rehearsal, planning, go.</source>
        <translation>Choisissez parmi&#xa0;: rehearsal, planning, go.</translation>
    </message>
    <message>
        <source>There is nothing to approve here yet.</source>
        <translation>Il n’y a encore rien à approuver ici.</translation>
    </message>
    <message>
        <source>Choose a window for planning; rehearse for the test environment.</source>
        <translation>Choisissez une fenêtre pour la planification&#x202f;; répétez pour l’environnement de test.</translation>
    </message>
    <message>
        <source>{subject} is known for another role ({role:enum}), and one name speaks for one role.</source>
        <translation>{subject} est connu dans un autre rôle ({role:enum}), et un nom parle pour un seul rôle.</translation>
    </message>
    <message>
        <source>Let somebody else approve, or change the role in the project.</source>
        <translation>Faites approuver quelqu’un d’autre, ou changez son rôle dans le projet.</translation>
    </message>
    <message>
        <source>There is no checkpoint “{subject}”.</source>
        <translation>Il n’y a pas de point de contrôle «&#xa0;{subject}&#xa0;».</translation>
    </message>
    <message>
        <source>Choose one of: inventory, backups, rehearsal, planning, monitoring.</source>
        <translation>Choisissez parmi&#xa0;: inventory, backups, rehearsal, planning, monitoring.</translation>
    </message>
    <message>
        <source>A waiver needs a name.</source>
        <translation>Une dérogation demande un nom.</translation>
    </message>
    <message>
        <source>Say who takes it on.</source>
        <translation>Dites qui la prend sur soi.</translation>
    </message>
    <message>
        <source>A waiver needs a reason.</source>
        <translation>Une dérogation demande une raison.</translation>
    </message>
    <message>
        <source>Say why it may be passed over: it stays in the project for ever.</source>
        <translation>Dites pourquoi on peut passer outre&#xa0;: cela reste dans le projet pour toujours.</translation>
    </message>
    <message>
        <source>{cutover:duration} measured, {rollback:duration} to roll back, in a window of {window:duration}</source>
        <translation>{cutover:duration} mesurées, {rollback:duration} pour revenir, dans une fenêtre de {window:duration}</translation>
    </message>
    <message>
        <source>Window from {start:datetime} to {ends:datetime}</source>
        <translation>Fenêtre du {start:datetime} au {ends:datetime}</translation>
    </message>
    <message>
        <source>{margin:duration} to spare; last moment to go back {last:time}</source>
        <translation>{margin:duration} de marge&#x202f;; dernier moment pour revenir {last:time}</translation>
    </message>
    <message>
        <source>Approved on {at:date} by {names}</source>
        <translation>Approuvé le {at:date} par {names}</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) to users ready</source>
        <translation>
            <numerusform>%n message aux utilisateurs prêt</numerusform>
            <numerusform>%n messages aux utilisateurs prêts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contact(s) to call</source>
        <translation>
            <numerusform>%n contact à appeler</numerusform>
            <numerusform>%n contacts à appeler</numerusform>
        </translation>
    </message>
    <message>
        <source>Cutover started on {at:datetime}, in the window</source>
        <translation>Bascule commencée le {at:datetime}, dans la fenêtre</translation>
    </message>
    <message>
        <source>Cutover started on {at:datetime}, outside the window</source>
        <translation>Bascule commencée le {at:datetime}, hors de la fenêtre</translation>
    </message>
    <message>
        <source>a window for the cutover</source>
        <translation>une fenêtre pour la bascule</translation>
    </message>
    <message>
        <source>another window: the one chosen ended on {ends:datetime} without a cutover</source>
        <translation>une autre fenêtre&#xa0;: la précédente a fini le {ends:datetime} sans bascule</translation>
    </message>
    <message>
        <source>a rehearsal, to measure how long the cutover takes</source>
        <translation>une répétition, pour mesurer la durée de la bascule</translation>
    </message>
    <message>
        <source>a rollback drill, to measure the way back</source>
        <translation>un exercice de retour arrière, pour mesurer le retour</translation>
    </message>
    <message>
        <source>the approval of: {role:enum}</source>
        <translation>l’accord&#xa0;: {role:enum}</translation>
    </message>
    <message>
        <source>a new approval by {person}: the plan has changed since {at:date}</source>
        <translation>un nouvel accord de {person}&#xa0;: le plan a changé depuis le {at:date}</translation>
    </message>
    <message>
        <source>the message to users: {moment:enum}</source>
        <translation>le message aux utilisateurs&#xa0;: {moment:enum}</translation>
    </message>
    <message>
        <source>somebody to call when things go wrong</source>
        <translation>quelqu’un à appeler en cas de problème</translation>
    </message>
    <message>
        <source>Can we go?</source>
        <translation>Peut-on basculer&#x202f;?</translation>
    </message>
    <message>
        <source>No: the evidence has been tampered with</source>
        <translation>Non&#xa0;: les preuves ont été altérées</translation>
    </message>
    <message>
        <source>The cutover is running</source>
        <translation>La bascule est en cours</translation>
    </message>
    <message>
        <source>The rollback is running</source>
        <translation>Le retour arrière est en cours</translation>
    </message>
    <message>
        <source>Done: rollback possible until {until:date}</source>
        <translation>C’est fait&#xa0;: retour arrière possible jusqu’au {until:date}</translation>
    </message>
    <message>
        <source>Done: the time for a rollback is over</source>
        <translation>C’est fait&#xa0;: le délai de retour arrière est passé</translation>
    </message>
    <message>
        <source>Done for good</source>
        <translation>C’est fait, définitivement</translation>
    </message>
    <message>
        <source>Back on the old server since {at:date}</source>
        <translation>De retour sur l’ancien serveur depuis le {at:date}</translation>
    </message>
    <message>
        <source>All checkpoints before the cutover have passed, and monitoring is ready to start with it.</source>
        <translation>Tous les points de contrôle d’avant la bascule sont validés, et la supervision est prête à commencer avec elle.</translation>
    </message>
    <message numerus="yes">
        <source>%n checkpoint(s) waived by name, the others have passed, and monitoring is ready to start with the cutover.</source>
        <translation>
            <numerusform>%n point de contrôle fait l’objet d’une dérogation nommée, les autres sont validés, et la supervision est prête à commencer avec la bascule.</numerusform>
            <numerusform>%n points de contrôle font l’objet d’une dérogation nommée, les autres sont validés, et la supervision est prête à commencer avec la bascule.</numerusform>
        </translation>
    </message>
    <message>
        <source>{step:code} is still open.</source>
        <translation>{step:code} reste à valider.</translation>
    </message>
    <message>
        <source>{step:code}: {missing:code}</source>
        <translation>{step:code}&#xa0;: {missing:code}</translation>
    </message>
    <message>
        <source>The observation period is over, without an open incident.</source>
        <translation>La période d’observation est passée, sans incident ouvert.</translation>
    </message>
    <message>
        <source>Each step is checked before the next one starts; the old server is kept.</source>
        <translation>Chaque étape est vérifiée avant la suivante&#x202f;; l’ancien serveur est gardé.</translation>
    </message>
    <message>
        <source>What users wrote on the new server is brought back.</source>
        <translation>Ce que les utilisateurs ont écrit sur le nouveau serveur est repris.</translation>
    </message>
    <message>
        <source>No window chosen</source>
        <translation>Aucune fenêtre choisie</translation>
    </message>
    <message>
        <source>Planned cutover</source>
        <translation>Bascule prévue</translation>
    </message>
    <message>
        <source>in {left:duration}</source>
        <translation>dans {left:duration}</translation>
    </message>
    <message>
        <source>the window is open until {until:time}</source>
        <translation>la fenêtre est ouverte jusqu’à {until:time}</translation>
    </message>
    <message>
        <source>this window has passed</source>
        <translation>cette fenêtre est passée</translation>
    </message>
    <message>
        <source>Rollback possible until</source>
        <translation>Retour arrière possible jusqu’au</translation>
    </message>
    <message>
        <source>{left:duration} left</source>
        <translation>encore {left:duration}</translation>
    </message>
    <message>
        <source>this time is over</source>
        <translation>ce délai est passé</translation>
    </message>
    <message>
        <source>Settled on</source>
        <translation>Entériné le</translation>
    </message>
    <message>
        <source>Write the report “{path}”</source>
        <translation>Écrire le rapport «&#xa0;{path}&#xa0;»</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>Écriture</translation>
    </message>
    <message>
        <source>The report could not be made as PDF.</source>
        <translation>Le rapport n’a pas pu être fait en PDF.</translation>
    </message>
    <message>
        <source>Write it as HTML instead, and print that.</source>
        <translation>Écrivez-le en HTML, et imprimez celui-ci.</translation>
    </message>
    <message>
        <source>“{subject}” is the project itself, not a place for its report.</source>
        <translation>«&#xa0;{subject}&#xa0;» est le projet lui-même, pas une place pour son rapport.</translation>
    </message>
    <message>
        <source>{name}: server migration</source>
        <translation>{name}&#xa0;: migration de serveur</translation>
    </message>
    <message>
        <source>From {source} to {target}. State of {at:datetime}.</source>
        <translation>De {source} vers {target}. État du {at:datetime}.</translation>
    </message>
    <message>
        <source>State of {at:datetime}.</source>
        <translation>État du {at:datetime}.</translation>
    </message>
    <message>
        <source>{name}, state of {at:datetime}. Made by Bascule from the evidence in the project.</source>
        <translation>{name}, état du {at:datetime}. Fait par Bascule à partir des preuves du projet.</translation>
    </message>
    <message>
        <source>Page {page} of {pages}</source>
        <translation>Page {page} sur {pages}</translation>
    </message>
    <message>
        <source>The five checkpoints</source>
        <translation>Les cinq points de contrôle</translation>
    </message>
    <message>
        <source>Assets</source>
        <translation>Actifs</translation>
    </message>
    <message>
        <source>Blind spots and findings</source>
        <translation>Angles morts et constats</translation>
    </message>
    <message>
        <source>Blind spots: what could not be read</source>
        <translation>Angles morts&#xa0;: ce qui n’a pas pu être lu</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Constats</translation>
    </message>
    <message>
        <source>Rollback scenario</source>
        <translation>Scénario de retour arrière</translation>
    </message>
    <message>
        <source>Test environment and rehearsals</source>
        <translation>Environnement de test et répétitions</translation>
    </message>
    <message numerus="yes">
        <source>Times, measured over %n rehearsal(s)</source>
        <translation>
            <numerusform>Durées, mesurées sur %n répétition</numerusform>
            <numerusform>Durées, mesurées sur %n répétitions</numerusform>
        </translation>
    </message>
    <message>
        <source>Scenarios</source>
        <translation>Scénarios</translation>
    </message>
    <message>
        <source>Differences between the test environment and production</source>
        <translation>Écarts entre l’environnement de test et la production</translation>
    </message>
    <message>
        <source>Window of the cutover</source>
        <translation>Fenêtre de la bascule</translation>
    </message>
    <message>
        <source>Critical periods of the business</source>
        <translation>Périodes critiques de l’activité</translation>
    </message>
    <message>
        <source>Approvals</source>
        <translation>Accords</translation>
    </message>
    <message>
        <source>Messages to users</source>
        <translation>Messages aux utilisateurs</translation>
    </message>
    <message>
        <source>Runbook</source>
        <translation>Plan de bascule</translation>
    </message>
    <message>
        <source>Journal of the cutover</source>
        <translation>Journal de la bascule</translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation>Incidents</translation>
    </message>
    <message>
        <source>Waivers</source>
        <translation>Dérogations</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personnes</translation>
    </message>
    <message>
        <source>Whom to call, in order</source>
        <translation>Qui appeler, dans l’ordre</translation>
    </message>
    <message>
        <source>Evidence ledger</source>
        <translation>Registre des preuves</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Serveur</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rôle</translation>
    </message>
    <message>
        <source>Last inventory</source>
        <translation>Dernier inventaire</translation>
    </message>
    <message>
        <source>Asset</source>
        <translation>Actif</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Nature</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Critical</source>
        <translation>Critique</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Responsable</translation>
    </message>
    <message>
        <source>Migrates</source>
        <translation>Migré</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Quoi</translation>
    </message>
    <message>
        <source>Needs</source>
        <translation>A besoin de</translation>
    </message>
    <message>
        <source>Certainty</source>
        <translation>Certitude</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Décision</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Gravité</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Constat</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Ordre</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Téléphone</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>Sauvegarde</translation>
    </message>
    <message>
        <source>Read whole</source>
        <translation>Lue en entier</translation>
    </message>
    <message>
        <source>Restored for real</source>
        <translation>Restaurée pour de vrai</translation>
    </message>
    <message>
        <source>Time against objective</source>
        <translation>Temps et objectif</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Passage</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Début</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Étape</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>Médiane</translation>
    </message>
    <message>
        <source>P90</source>
        <translation>P90</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>Scénario</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>Requis</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Écart</translation>
    </message>
    <message>
        <source>Moment</source>
        <translation>Moment</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Période</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Du</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Au</translation>
    </message>
    <message>
        <source>What was approved</source>
        <translation>Ce qui a été approuvé</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Message</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Prêt</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>N°</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Prévu</translation>
    </message>
    <message>
        <source>How it is taken back</source>
        <translation>Comment c’est annulé</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Contrôle</translation>
    </message>
    <message>
        <source>Before, and now</source>
        <translation>Avant, et maintenant</translation>
    </message>
    <message>
        <source>Available</source>
        <translation>Disponible</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Ce qui s’est passé</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>Ouvert</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Clos</translation>
    </message>
    <message>
        <source>Checkpoint</source>
        <translation>Point de contrôle</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Raison</translation>
    </message>
    <message>
        <source>since {at:datetime}</source>
        <translation>depuis le {at:datetime}</translation>
    </message>
    <message>
        <source>good until {at:datetime}</source>
        <translation>valable jusqu’au {at:datetime}</translation>
    </message>
    <message>
        <source>Still missing: {what}</source>
        <translation>Il manque encore&#xa0;: {what}</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>et %n de plus</numerusform>
            <numerusform>et %n de plus</numerusform>
        </translation>
    </message>
    <message>
        <source>Signed on {at:date} by {by}</source>
        <translation>Signé le {at:date} par {by}</translation>
    </message>
    <message>
        <source>Waived by {by}: “{why}”</source>
        <translation>Dérogation de {by}&#xa0;: «&#xa0;{why}&#xa0;»</translation>
    </message>
    <message>
        <source>{by}: {why}</source>
        <translation>{by}&#xa0;: {why}</translation>
    </message>
    <message numerus="yes">
        <source>%n further row(s) are in the project.</source>
        <translation>
            <numerusform>%n autre ligne est dans le projet.</numerusform>
            <numerusform>%n autres lignes sont dans le projet.</numerusform>
        </translation>
    </message>
    <message>
        <source>objective {time:duration}</source>
        <translation>objectif {time:duration}</translation>
    </message>
    <message>
        <source>measured</source>
        <translation>mesuré</translation>
    </message>
    <message>
        <source>estimated</source>
        <translation>estimé</translation>
    </message>
    <message>
        <source>Fingerprint of this runbook:</source>
        <translation>Empreinte de ce plan de bascule&#xa0;:</translation>
    </message>
    <message>
        <source>Start of the window: writing stops</source>
        <translation>Début de la fenêtre&#xa0;: arrêt des écritures</translation>
    </message>
    <message>
        <source>Users are back on the new server (measured, P90)</source>
        <translation>Retour des utilisateurs sur le nouveau serveur (mesuré, P90)</translation>
    </message>
    <message>
        <source>Last moment to go back</source>
        <translation>Dernier moment pour revenir</translation>
    </message>
    <message>
        <source>End of the window</source>
        <translation>Fin de la fenêtre</translation>
    </message>
    <message>
        <source>The plan and its window</source>
        <translation>Le plan et sa fenêtre</translation>
    </message>
    <message>
        <source>The rehearsal</source>
        <translation>La répétition</translation>
    </message>
    <message>
        <source>The map of the inventory</source>
        <translation>La cartographie de l’inventaire</translation>
    </message>
    <message>
        <source>The go</source>
        <translation>Le go</translation>
    </message>
    <message>
        <source>{what} of {at:datetime}: {state}</source>
        <translation>{what} du {at:datetime}&#xa0;: {state}</translation>
    </message>
    <message>
        <source>{before} → {after}</source>
        <translation>{before} → {after}</translation>
    </message>
    <message>
        <source>Hash of the last entry:</source>
        <translation>Empreinte de la dernière entrée&#xa0;:</translation>
    </message>
    <message>
        <source>The project has no server yet.</source>
        <translation>Le projet n’a encore aucun serveur.</translation>
    </message>
    <message>
        <source>No asset yet: the inventory has not run.</source>
        <translation>Aucun actif pour l’instant&#xa0;: l’inventaire n’a pas eu lieu.</translation>
    </message>
    <message>
        <source>No dependency is known.</source>
        <translation>Aucune dépendance n’est connue.</translation>
    </message>
    <message>
        <source>No blind spot: everything in scope could be read.</source>
        <translation>Aucun angle mort&#xa0;: tout ce qui est concerné a pu être lu.</translation>
    </message>
    <message>
        <source>No finding is open.</source>
        <translation>Aucun constat n’est ouvert.</translation>
    </message>
    <message>
        <source>Nobody is named in the project yet.</source>
        <translation>Personne n’est encore nommé dans le projet.</translation>
    </message>
    <message>
        <source>no backup</source>
        <translation>aucune sauvegarde</translation>
    </message>
    <message>
        <source>No backup is named yet.</source>
        <translation>Aucune sauvegarde n’est encore indiquée.</translation>
    </message>
    <message>
        <source>No rollback scenario is written yet.</source>
        <translation>Aucun scénario de retour arrière n’est encore écrit.</translation>
    </message>
    <message>
        <source>No rehearsal yet.</source>
        <translation>Aucune répétition pour l’instant.</translation>
    </message>
    <message>
        <source>No scenario yet.</source>
        <translation>Aucun scénario pour l’instant.</translation>
    </message>
    <message>
        <source>No difference was found.</source>
        <translation>Aucun écart n’a été trouvé.</translation>
    </message>
    <message>
        <source>No critical period is named.</source>
        <translation>Aucune période critique n’est nommée.</translation>
    </message>
    <message>
        <source>Nothing is approved yet.</source>
        <translation>Rien n’est encore approuvé.</translation>
    </message>
    <message>
        <source>There is no runbook yet.</source>
        <translation>Il n’y a pas encore de plan de bascule.</translation>
    </message>
    <message>
        <source>No cutover yet.</source>
        <translation>Aucune bascule pour l’instant.</translation>
    </message>
    <message>
        <source>No check yet.</source>
        <translation>Aucun contrôle pour l’instant.</translation>
    </message>
    <message>
        <source>No incident.</source>
        <translation>Aucun incident.</translation>
    </message>
    <message>
        <source>No waiver.</source>
        <translation>Aucune dérogation.</translation>
    </message>
    <message>
        <source>The project has no backup with the number {subject}.</source>
        <translation>Le projet n’a pas de sauvegarde numéro {subject}.</translation>
    </message>
    <message>
        <source>Choose one from the list of backups.</source>
        <translation>Choisissez-en une dans la liste des sauvegardes.</translation>
    </message>
    <message>
        <source>The project has no backup yet.</source>
        <translation>Le projet n’a encore aucune sauvegarde.</translation>
    </message>
    <message>
        <source>Add a backup file, or make one now.</source>
        <translation>Ajoutez un fichier de sauvegarde, ou faites-en une maintenant.</translation>
    </message>
    <message>
        <source>Backups of the kind “{subject}” cannot be tested yet; tar and zip archives can.</source>
        <translation>Les sauvegardes de la sorte «&#xa0;{subject}&#xa0;» ne peuvent pas encore être testées&#x202f;; les archives tar et zip le peuvent.</translation>
    </message>
    <message>
        <source>Make a backup as a tar or zip archive.</source>
        <translation>Faites une sauvegarde en archive tar ou zip.</translation>
    </message>
    <message>
        <source>“{subject}” is no kind of backup that Bascule knows.</source>
        <translation>«&#xa0;{subject}&#xa0;» n’est pas une sorte de sauvegarde que Bascule connaît.</translation>
    </message>
    <message>
        <source>Give auto, tar or zip.</source>
        <translation>Donnez auto, tar ou zip.</translation>
    </message>
    <message>
        <source>The project has no asset with the number {subject}.</source>
        <translation>Le projet n’a pas d’actif numéro {subject}.</translation>
    </message>
    <message>
        <source>Choose one from the inventory.</source>
        <translation>Choisissez-en un dans l’inventaire.</translation>
    </message>
    <message>
        <source>The project has no server with the number {subject}.</source>
        <translation>Le projet n’a pas de serveur numéro {subject}.</translation>
    </message>
    <message>
        <source>Choose one from the list of servers.</source>
        <translation>Choisissez-en un dans la liste des serveurs.</translation>
    </message>
    <message>
        <source>The rollback plan is empty.</source>
        <translation>Le plan de retour est vide.</translation>
    </message>
    <message>
        <source>Write who decides, until when, in what order, and who is told.</source>
        <translation>Écrivez qui décide, jusqu’à quand, dans quel ordre, et qui est prévenu.</translation>
    </message>
    <message>
        <source>The backup “{subject}” could not be written: {detail}.</source>
        <translation>La sauvegarde «&#xa0;{subject}&#xa0;» n’a pas pu être écrite&#xa0;: {detail}.</translation>
    </message>
    <message>
        <source>Make room or give the right to write, then try again; what was begun is removed.</source>
        <translation>Libérez de la place ou donnez le droit d’écrire, puis réessayez&#x202f;; ce qui était commencé est retiré.</translation>
    </message>
    <message>
        <source>“{subject}” could not be read for the backup: {detail}.</source>
        <translation>«&#xa0;{subject}&#xa0;» n’a pas pu être lu pour la sauvegarde&#xa0;: {detail}.</translation>
    </message>
    <message>
        <source>Give this user the right to read it, then try again.</source>
        <translation>Donnez à cet utilisateur le droit de le lire, puis réessayez.</translation>
    </message>
    <message>
        <source>The backup of “{subject}” could not be read back after it was written, so it was thrown away.</source>
        <translation>La sauvegarde de «&#xa0;{subject}&#xa0;» n’a pas pu être relue après son écriture&#xa0;: elle a été jetée.</translation>
    </message>
    <message>
        <source>Check the disk that it was written to, then try again.</source>
        <translation>Vérifiez le disque où elle a été écrite, puis réessayez.</translation>
    </message>
    <message>
        <source>The backup “{subject}” is not there any more.</source>
        <translation>La sauvegarde «&#xa0;{subject}&#xa0;» n’est plus là.</translation>
    </message>
    <message>
        <source>Find out who removed it, or make a fresh backup and test it.</source>
        <translation>Trouvez qui l’a retirée, ou faites une sauvegarde fraîche et testez-la.</translation>
    </message>
    <message>
        <source>The backup “{subject}” is not a file.</source>
        <translation>La sauvegarde «&#xa0;{subject}&#xa0;» n’est pas un fichier.</translation>
    </message>
    <message>
        <source>Name the archive itself.</source>
        <translation>Indiquez l’archive elle-même.</translation>
    </message>
    <message>
        <source>The backup “{subject}” is empty.</source>
        <translation>La sauvegarde «&#xa0;{subject}&#xa0;» est vide.</translation>
    </message>
    <message>
        <source>Find out why nothing was written, then make a fresh backup and test it.</source>
        <translation>Trouvez pourquoi rien n’a été écrit, puis faites une sauvegarde fraîche et testez-la.</translation>
    </message>
    <message>
        <source>The backup “{subject}” unpacks to nothing.</source>
        <translation>La sauvegarde «&#xa0;{subject}&#xa0;» ne contient rien une fois décompressée.</translation>
    </message>
    <message>
        <source>The backup “{subject}” holds no files.</source>
        <translation>La sauvegarde «&#xa0;{subject}&#xa0;» ne contient aucun fichier.</translation>
    </message>
    <message>
        <source>Check what the backup is made of, then make a fresh one and test it.</source>
        <translation>Vérifiez de quoi la sauvegarde est faite, puis faites-en une fraîche et testez-la.</translation>
    </message>
    <message>
        <source>“{subject}” is not a tar or zip archive.</source>
        <translation>«&#xa0;{subject}&#xa0;» n’est pas une archive tar ou zip.</translation>
    </message>
    <message>
        <source>Name the archive itself, or make a fresh backup and test it.</source>
        <translation>Indiquez l’archive elle-même, ou faites une sauvegarde fraîche et testez-la.</translation>
    </message>
    <message>
        <source>The backup stops in the middle: {entries:number} entries came back whole, the last one in sight was “{entry}” ({offset:bytes} unpacked).</source>
        <translation>La sauvegarde s’arrête au milieu&#xa0;: {entries:number} entrées sont revenues entières, la dernière en vue était «&#xa0;{entry}&#xa0;» ({offset:bytes} décompressés).</translation>
    </message>
    <message>
        <source>Make a fresh backup and test it, and find out why this one was cut: often the disk was full.</source>
        <translation>Faites une sauvegarde fraîche et testez-la, et trouvez pourquoi celle-ci a été coupée&#xa0;: souvent le disque était plein.</translation>
    </message>
    <message>
        <source>The backup is damaged after {entries:number} entries, at “{entry}” ({offset:bytes} unpacked): {detail}.</source>
        <translation>La sauvegarde est endommagée après {entries:number} entrées, à «&#xa0;{entry}&#xa0;» ({offset:bytes} décompressés)&#xa0;: {detail}.</translation>
    </message>
    <message>
        <source>Make a fresh backup and test it, and look at the disk that this one lay on.</source>
        <translation>Faites une sauvegarde fraîche et testez-la, et examinez le disque où celle-ci se trouvait.</translation>
    </message>
    <message>
        <source>“{subject}” in the backup is damaged: {detail}.</source>
        <translation>«&#xa0;{subject}&#xa0;» dans la sauvegarde est endommagé&#xa0;: {detail}.</translation>
    </message>
    <message>
        <source>“{subject}” in the backup is encrypted and cannot be tested.</source>
        <translation>«&#xa0;{subject}&#xa0;» dans la sauvegarde est chiffré et ne peut pas être testé.</translation>
    </message>
    <message>
        <source>Make a backup without encryption into a protected folder, or test this one by hand.</source>
        <translation>Faites une sauvegarde sans chiffrement dans un dossier protégé, ou testez celle-ci à la main.</translation>
    </message>
    <message>
        <source>The backup “{subject}” was written to while it was read.</source>
        <translation>La sauvegarde «&#xa0;{subject}&#xa0;» a été modifiée pendant sa lecture.</translation>
    </message>
    <message>
        <source>Wait until it is complete, then read it again.</source>
        <translation>Attendez qu’elle soit complète, puis relisez-la.</translation>
    </message>
    <message>
        <source>The backup “{subject}” is not the file that its checksum beside it was taken of.</source>
        <translation>La sauvegarde «&#xa0;{subject}&#xa0;» n’est pas le fichier dont la somme de contrôle est à côté.</translation>
    </message>
    <message>
        <source>Find out which of the two changed; make a fresh backup and test it.</source>
        <translation>Trouvez lequel des deux a changé&#x202f;; faites une sauvegarde fraîche et testez-la.</translation>
    </message>
    <message>
        <source>Reading was stopped for safety: the backup has more than {limit:number} entries.</source>
        <translation>Lecture arrêtée par sûreté&#xa0;: la sauvegarde a plus de {limit:number} entrées.</translation>
    </message>
    <message>
        <source>Test it by hand if this is as it should be.</source>
        <translation>Testez-la à la main si c’est normal.</translation>
    </message>
    <message>
        <source>Reading was stopped for safety: the backup unpacks to more than {limit:bytes}.</source>
        <translation>Lecture arrêtée par sûreté&#xa0;: la sauvegarde décompressée dépasse {limit:bytes}.</translation>
    </message>
    <message>
        <source>Reading was stopped for safety: the backup unpacks to more than {limit:number} times its size ({unpacked:bytes} so far).</source>
        <translation>Lecture arrêtée par sûreté&#xa0;: la sauvegarde décompressée dépasse {limit:number} fois sa taille ({unpacked:bytes} jusqu’ici).</translation>
    </message>
    <message>
        <source>Reading was stopped after {limit:duration}.</source>
        <translation>Lecture arrêtée après {limit:duration}.</translation>
    </message>
    <message>
        <source>Put the backup on a faster disk, or make smaller ones.</source>
        <translation>Mettez la sauvegarde sur un disque plus rapide, ou faites-en de plus petites.</translation>
    </message>
    <message>
        <source>Reading was stopped for safety: a name in the backup is longer than {limit:number} bytes.</source>
        <translation>Lecture arrêtée par sûreté&#xa0;: un nom dans la sauvegarde dépasse {limit:number} octets.</translation>
    </message>
    <message>
        <source>Find out what wrote this archive.</source>
        <translation>Trouvez ce qui a écrit cette archive.</translation>
    </message>
    <message>
        <source>Reading was stopped for safety: folders in the backup lie more than {limit:number} deep.</source>
        <translation>Lecture arrêtée par sûreté&#xa0;: des dossiers de la sauvegarde sont imbriqués sur plus de {limit:number} niveaux.</translation>
    </message>
    <message>
        <source>Reading was stopped for safety: “{subject}” has more than {limit:number} attributes.</source>
        <translation>Lecture arrêtée par sûreté&#xa0;: «&#xa0;{subject}&#xa0;» a plus de {limit:number} attributs.</translation>
    </message>
    <message>
        <source>“{subject}” in the backup would have been written outside the restore folder and was refused.</source>
        <translation>«&#xa0;{subject}&#xa0;» dans la sauvegarde aurait été écrit hors du dossier de restauration et a été refusé.</translation>
    </message>
    <message>
        <source>Find out what wrote this archive before restoring it anywhere.</source>
        <translation>Trouvez ce qui a écrit cette archive avant de la restaurer où que ce soit.</translation>
    </message>
    <message>
        <source>“{subject}” could not be restored: {detail}.</source>
        <translation>«&#xa0;{subject}&#xa0;» n’a pas pu être restauré&#xa0;: {detail}.</translation>
    </message>
    <message>
        <source>Make a fresh backup and test it, without stopping anything.</source>
        <translation>Faites une sauvegarde fraîche et testez-la, sans rien arrêter.</translation>
    </message>
    <message>
        <source>“{subject}” is a second name of “{target}”, which is not in the backup.</source>
        <translation>«&#xa0;{subject}&#xa0;» est un second nom de «&#xa0;{target}&#xa0;», qui n’est pas dans la sauvegarde.</translation>
    </message>
    <message>
        <source>Nothing of “{asset}” is in this backup.</source>
        <translation>Rien de «&#xa0;{asset}&#xa0;» n’est dans cette sauvegarde.</translation>
    </message>
    <message>
        <source>Assign the backup to the asset that it is of, or make a backup of this one.</source>
        <translation>Attribuez la sauvegarde à l’actif dont elle provient, ou faites une sauvegarde de celui-ci.</translation>
    </message>
    <message>
        <source>“{subject}” is older than the backup, but not in it.</source>
        <translation>«&#xa0;{subject}&#xa0;» est plus ancien que la sauvegarde, mais n’y est pas.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) are older than the backup, but not in it.</source>
        <translation>
            <numerusform>%n fichier est plus ancien que la sauvegarde, mais n’y est pas.</numerusform>
            <numerusform>%n fichiers sont plus anciens que la sauvegarde, mais n’y sont pas.</numerusform>
        </translation>
    </message>
    <message>
        <source>“{subject}” came back with other contents, although it has not changed since the backup.</source>
        <translation>«&#xa0;{subject}&#xa0;» est revenu avec un autre contenu, alors qu’il n’a pas changé depuis la sauvegarde.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) came back with other contents, although they have not changed since the backup.</source>
        <translation>
            <numerusform>%n fichier est revenu avec un autre contenu, alors qu’il n’a pas changé depuis la sauvegarde.</numerusform>
            <numerusform>%n fichiers sont revenus avec un autre contenu, alors qu’ils n’ont pas changé depuis la sauvegarde.</numerusform>
        </translation>
    </message>
    <message>
        <source>The database “{subject}” came back damaged: {detail}</source>
        <translation>La base «&#xa0;{subject}&#xa0;» est revenue endommagée&#xa0;: {detail}</translation>
    </message>
    <message>
        <source>Back databases up while they are in use only through their own means: make a fresh backup here and test it.</source>
        <translation>Ne sauvegardez une base en service que par ses propres moyens&#xa0;: faites ici une sauvegarde fraîche et testez-la.</translation>
    </message>
    <message>
        <source>The database “{subject}” came back with {rowsThen:number} rows instead of {rowsNow:number}, although it was not written to since.</source>
        <translation>La base «&#xa0;{subject}&#xa0;» est revenue avec {rowsThen:number} lignes au lieu de {rowsNow:number}, alors que rien n’y a été écrit depuis.</translation>
    </message>
    <message>
        <source>The file alone was copied, without what SQLite still had beside it: make a fresh backup here and test it.</source>
        <translation>Le fichier seul a été copié, sans ce que SQLite gardait à côté&#xa0;: faites ici une sauvegarde fraîche et testez-la.</translation>
    </message>
    <message>
        <source>Of the database “{subject}”, {there} of {expected} tables came back.</source>
        <translation>De la base «&#xa0;{subject}&#xa0;», {there} tables sur {expected} sont revenues.</translation>
    </message>
    <message>
        <source>The database “{subject}” could not be put into the backup: {detail}</source>
        <translation>La base «&#xa0;{subject}&#xa0;» n’a pas pu être mise dans la sauvegarde&#xa0;: {detail}</translation>
    </message>
    <message>
        <source>Try again at a quieter moment.</source>
        <translation>Réessayez à un moment plus calme.</translation>
    </message>
    <message>
        <source>The checksum beside the backup fits.</source>
        <translation>La somme de contrôle à côté de la sauvegarde est juste.</translation>
    </message>
    <message>
        <source>Its checksum fits all the same: it was taken after the file had been damaged.</source>
        <translation>Sa somme de contrôle est juste tout de même&#xa0;: elle a été prise après le dommage.</translation>
    </message>
    <message>
        <source>Behind the archive&apos;s end the file goes on with something that no restore would bring back.</source>
        <translation>Après la fin de l’archive, le fichier continue avec quelque chose qu’aucune restauration ne ramènerait.</translation>
    </message>
    <message>
        <source>The backup is another file than the one that was read before.</source>
        <translation>La sauvegarde n’est plus le fichier qui a été lu.</translation>
    </message>
    <message>
        <source>“{subject}” in the backup: {detail}.</source>
        <translation>«&#xa0;{subject}&#xa0;» dans la sauvegarde&#xa0;: {detail}.</translation>
    </message>
    <message>
        <source>“{subject}” in the backup leads upwards and will be refused by a restore.</source>
        <translation>«&#xa0;{subject}&#xa0;» dans la sauvegarde remonte l’arborescence et sera refusé par une restauration.</translation>
    </message>
    <message>
        <source>The backup names its files from the root on, such as “{subject}”; they were restored below the test folder.</source>
        <translation>La sauvegarde nomme ses fichiers depuis la racine, comme «&#xa0;{subject}&#xa0;»&#x202f;; ils ont été restaurés sous le dossier de test.</translation>
    </message>
    <message>
        <source>“{subject}” is a device, a pipe or a socket and was left out of the test.</source>
        <translation>«&#xa0;{subject}&#xa0;» est un périphérique, un tube ou une prise et n’a pas été testé.</translation>
    </message>
    <message>
        <source>“{subject}” could not be read at the source, so it was not compared.</source>
        <translation>«&#xa0;{subject}&#xa0;» n’a pas pu être lu à la source, il n’a donc pas été comparé.</translation>
    </message>
    <message>
        <source>Give this user the right to read it, then test again.</source>
        <translation>Donnez à cet utilisateur le droit de le lire, puis testez à nouveau.</translation>
    </message>
    <message>
        <source>The database “{subject}” went on since: {rowsThen:number} rows in the backup, {rowsNow:number} now.</source>
        <translation>La base «&#xa0;{subject}&#xa0;» a continué depuis&#xa0;: {rowsThen:number} lignes dans la sauvegarde, {rowsNow:number} maintenant.</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) of the database “{subject}” refer to rows that do not exist, at the source too.</source>
        <translation>
            <numerusform>%n ligne de la base «&#xa0;{subject}&#xa0;» renvoie à une ligne qui n’existe pas, à la source aussi.</numerusform>
            <numerusform>%n lignes de la base «&#xa0;{subject}&#xa0;» renvoient à des lignes qui n’existent pas, à la source aussi.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Another asset inside “{subject}” is not wholly in this backup: %n file(s) are missing or different.</source>
        <translation>
            <numerusform>Un autre actif contenu dans «&#xa0;{subject}&#xa0;» n’est pas entier dans cette sauvegarde&#xa0;: %n fichier manque ou diffère.</numerusform>
            <numerusform>Un autre actif contenu dans «&#xa0;{subject}&#xa0;» n’est pas entier dans cette sauvegarde&#xa0;: %n fichiers manquent ou diffèrent.</numerusform>
        </translation>
    </message>
    <message>
        <source>It came back in {ms:duration}; the objective is {objective:duration}.</source>
        <translation>Elle est revenue en {ms:duration}&#x202f;; l’objectif est {objective:duration}.</translation>
    </message>
    <message>
        <source>Put the backup on a faster disk, make smaller ones, or agree on another objective.</source>
        <translation>Mettez la sauvegarde sur un disque plus rapide, faites-en de plus petites, ou convenez d’un autre objectif.</translation>
    </message>
    <message>
        <source>Unpack the file</source>
        <translation>Décompression du fichier</translation>
    </message>
    <message>
        <source>Open the databases</source>
        <translation>Ouverture des bases</translation>
    </message>
    <message>
        <source>Compare with production</source>
        <translation>Comparaison avec la production</translation>
    </message>
    <message numerus="yes">
        <source>Reading of %n backup(s)</source>
        <translation>
            <numerusform>Lecture de %n sauvegarde</numerusform>
            <numerusform>Lecture de %n sauvegardes</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading of all backups</source>
        <translation>Lecture de toutes les sauvegardes</translation>
    </message>
    <message>
        <source>Reading of the backup: {name}</source>
        <translation>Lecture de la sauvegarde&#xa0;: {name}</translation>
    </message>
    <message numerus="yes">
        <source>Restore test of %n backup(s)</source>
        <translation>
            <numerusform>Test de restauration de %n sauvegarde</numerusform>
            <numerusform>Test de restauration de %n sauvegardes</numerusform>
        </translation>
    </message>
    <message>
        <source>Restore tests</source>
        <translation>Tests de restauration</translation>
    </message>
    <message>
        <source>Restore test: {name}</source>
        <translation>Test de restauration&#xa0;: {name}</translation>
    </message>
    <message>
        <source>Back up and test</source>
        <translation>Sauvegarder et tester</translation>
    </message>
    <message>
        <source>Back up and test: {name}</source>
        <translation>Sauvegarder et tester&#xa0;: {name}</translation>
    </message>
    <message>
        <source>Search for backups</source>
        <translation>Recherche de sauvegardes</translation>
    </message>
    <message>
        <source>Looking into the folders of backups</source>
        <translation>Lecture des dossiers de sauvegardes</translation>
    </message>
    <message>
        <source>Reading “{name}” to its end</source>
        <translation>Lecture de «&#xa0;{name}&#xa0;» jusqu’au bout</translation>
    </message>
    <message>
        <source>Backing up “{name}”</source>
        <translation>Sauvegarde de «&#xa0;{name}&#xa0;»</translation>
    </message>
    <message>
        <source>Unpacking “{name}”</source>
        <translation>Décompression de «&#xa0;{name}&#xa0;»</translation>
    </message>
    <message>
        <source>Opening the databases that came back</source>
        <translation>Ouverture des bases revenues</translation>
    </message>
    <message>
        <source>Comparing with “{name}”</source>
        <translation>Comparaison avec «&#xa0;{name}&#xa0;»</translation>
    </message>
    <message>
        <source>{count:number} of {total:number} critical assets restored for real</source>
        <translation>{count:number} actifs critiques sur {total:number} restaurés pour de vrai</translation>
    </message>
    <message>
        <source>Slowest restore against its objective: {name}, {ms:duration} of {objective:duration}</source>
        <translation>Restauration la plus lente pour son objectif&#xa0;: {name}, {ms:duration} sur {objective:duration}</translation>
    </message>
    <message>
        <source>Rollback plan written by {person} on {at:date}</source>
        <translation>Plan de retour écrit par {person} le {at:date}</translation>
    </message>
    <message>
        <source>Rollback carried out on {at:date} in {ms:duration}</source>
        <translation>Retour arrière effectué le {at:date} en {ms:duration}</translation>
    </message>
    <message>
        <source>the choice of the critical assets</source>
        <translation>le choix des actifs critiques</translation>
    </message>
    <message>
        <source>{name}: a backup</source>
        <translation>{name}&#xa0;: une sauvegarde</translation>
    </message>
    <message>
        <source>{name}: test the restore</source>
        <translation>{name}&#xa0;: tester la restauration</translation>
    </message>
    <message>
        <source>{name}: a backup that restores</source>
        <translation>{name}&#xa0;: une sauvegarde qui se restaure</translation>
    </message>
    <message>
        <source>{name}: test again, the last test of {at:date} is too old</source>
        <translation>{name}&#xa0;: tester à nouveau, le dernier test du {at:date} est trop ancien</translation>
    </message>
    <message>
        <source>{name}: a restore within {objective:duration}, measured {ms:duration}</source>
        <translation>{name}&#xa0;: une restauration en {objective:duration}, mesurée à {ms:duration}</translation>
    </message>
    <message>
        <source>rollback plan: write it</source>
        <translation>plan de retour&#xa0;: l’écrire</translation>
    </message>
    <message>
        <source>rollback plan: run it once</source>
        <translation>plan de retour&#xa0;: l’exécuter une fois</translation>
    </message>
    <message>
        <source>Compatibility check</source>
        <translation>Vérification de compatibilité</translation>
    </message>
    <message>
        <source>Trying what {server} can hold</source>
        <translation>Essai de ce que {server} peut contenir</translation>
    </message>
    <message>
        <source>Reading what {server} needs</source>
        <translation>Lecture de ce dont {server} a besoin</translation>
    </message>
    <message>
        <source>Checking the databases</source>
        <translation>Vérification des bases</translation>
    </message>
    <message>
        <source>The project has no new server to compare with.</source>
        <translation>Le projet n’a pas de nouveau serveur à comparer.</translation>
    </message>
    <message>
        <source>Add the new server on the page Servers.</source>
        <translation>Ajoutez le nouveau serveur sur la page Serveurs.</translation>
    </message>
    <message>
        <source>The new server “{subject}” has not been inventoried.</source>
        <translation>Le nouveau serveur «&#xa0;{subject}&#xa0;» n’a pas été inventorié.</translation>
    </message>
    <message>
        <source>Run the inventory on the new server, then check again.</source>
        <translation>Lancez l’inventaire sur le nouveau serveur, puis vérifiez à nouveau.</translation>
    </message>
    <message>
        <source>Run the inventory first: it says what there is to compare.</source>
        <translation>Lancez d’abord l’inventaire&#xa0;: il dit ce qu’il y a à comparer.</translation>
    </message>
    <message>
        <source>Nothing can be written on the new server. {reason:code}</source>
        <translation>Rien ne peut être écrit sur le nouveau serveur. {reason:code}</translation>
    </message>
    <message>
        <source>Give this user the right to write there, or mount it for writing.</source>
        <translation>Donnez à cet utilisateur le droit d’y écrire, ou montez-le en écriture.</translation>
    </message>
    <message>
        <source>The new server has {free:bytes} free, {need:bytes} are needed.</source>
        <translation>Le nouveau serveur a {free:bytes} libres, il en faut {need:bytes}.</translation>
    </message>
    <message>
        <source>Make room, enlarge the disk, or leave something out of the migration.</source>
        <translation>Libérez de la place, agrandissez le disque, ou laissez quelque chose hors de la migration.</translation>
    </message>
    <message>
        <source>It is tight: the new server has {free:bytes} free, {need:bytes} are needed.</source>
        <translation>C’est juste&#xa0;: le nouveau serveur a {free:bytes} libres, il en faut {need:bytes}.</translation>
    </message>
    <message>
        <source>Plan room for growth and for the rollback&apos;s copies.</source>
        <translation>Prévoyez de la place pour la croissance et pour les copies du retour arrière.</translation>
    </message>
    <message>
        <source>The new server can make {free:number} more files, {need:number} are needed.</source>
        <translation>Le nouveau serveur peut créer {free:number} fichiers de plus, il en faut {need:number}.</translation>
    </message>
    <message>
        <source>Make the file system with more inodes.</source>
        <translation>Créez le système de fichiers avec plus d’inodes.</translation>
    </message>
    <message numerus="yes">
        <source>The new server cannot hold the access control lists of %n file(s) or folders.</source>
        <translation>
            <numerusform>Le nouveau serveur ne peut pas garder les listes de contrôle d’accès de %n fichier ou dossier.</numerusform>
            <numerusform>Le nouveau serveur ne peut pas garder les listes de contrôle d’accès de %n fichiers ou dossiers.</numerusform>
        </translation>
    </message>
    <message>
        <source>Mount it with ACLs, or choose a file system that has them.</source>
        <translation>Montez-le avec les ACL, ou choisissez un système de fichiers qui les a.</translation>
    </message>
    <message numerus="yes">
        <source>The new server cannot hold the extended attributes of %n file(s) or folders.</source>
        <translation>
            <numerusform>Le nouveau serveur ne peut pas garder les attributs étendus de %n fichier ou dossier.</numerusform>
            <numerusform>Le nouveau serveur ne peut pas garder les attributs étendus de %n fichiers ou dossiers.</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a file system that has user attributes, or accept their loss.</source>
        <translation>Choisissez un système de fichiers qui a les attributs utilisateur, ou acceptez leur perte.</translation>
    </message>
    <message>
        <source>A name has {longest} bytes, the new server allows {possible}: “{path}”.</source>
        <translation>Un nom fait {longest} octets, le nouveau serveur en permet {possible}&#xa0;: «&#xa0;{path}&#xa0;».</translation>
    </message>
    <message>
        <source>Shorten the name, or choose a file system that allows 255 bytes.</source>
        <translation>Raccourcissez le nom, ou choisissez un système de fichiers qui permet 255 octets.</translation>
    </message>
    <message numerus="yes">
        <source>The new server takes capitals and small letters for the same, and %n name(s) differ by nothing else.</source>
        <translation>
            <numerusform>Le nouveau serveur confond majuscules et minuscules, et %n nom ne diffère que par cela.</numerusform>
            <numerusform>Le nouveau serveur confond majuscules et minuscules, et %n noms ne diffèrent que par cela.</numerusform>
        </translation>
    </message>
    <message>
        <source>Rename them, or choose a file system that tells them apart.</source>
        <translation>Renommez-les, ou choisissez un système de fichiers qui les distingue.</translation>
    </message>
    <message numerus="yes">
        <source>The new server refuses %n name(s) that are no valid UTF-8 or hold control characters.</source>
        <translation>
            <numerusform>Le nouveau serveur refuse %n nom qui n’est pas de l’UTF-8 valide ou contient des caractères de contrôle.</numerusform>
            <numerusform>Le nouveau serveur refuse %n noms qui ne sont pas de l’UTF-8 valide ou contiennent des caractères de contrôle.</numerusform>
        </translation>
    </message>
    <message>
        <source>Rename them, or choose a file system that takes any bytes.</source>
        <translation>Renommez-les, ou choisissez un système de fichiers qui accepte tous les octets.</translation>
    </message>
    <message numerus="yes">
        <source>The new server rounds the times of %n file(s) or folders.</source>
        <translation>
            <numerusform>Le nouveau serveur arrondit les dates de %n fichier ou dossier.</numerusform>
            <numerusform>Le nouveau serveur arrondit les dates de %n fichiers ou dossiers.</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a file system that keeps nanoseconds: a second run would copy these again.</source>
        <translation>Choisissez un système de fichiers qui garde les nanosecondes&#xa0;: un second passage les recopierait.</translation>
    </message>
    <message numerus="yes">
        <source>The new server fills the holes of %n file(s): they take more room.</source>
        <translation>
            <numerusform>Le nouveau serveur remplit les trous de %n fichier&#xa0;: il prend plus de place.</numerusform>
            <numerusform>Le nouveau serveur remplit les trous de %n fichiers&#xa0;: ils prennent plus de place.</numerusform>
        </translation>
    </message>
    <message>
        <source>Plan the room, or choose a file system that keeps holes.</source>
        <translation>Prévoyez la place, ou choisissez un système de fichiers qui garde les trous.</translation>
    </message>
    <message numerus="yes">
        <source>The new server cannot hold %n symbolic link(s).</source>
        <translation>
            <numerusform>Le nouveau serveur ne peut pas garder %n lien symbolique.</numerusform>
            <numerusform>Le nouveau serveur ne peut pas garder %n liens symboliques.</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a file system that has symbolic links.</source>
        <translation>Choisissez un système de fichiers qui a les liens symboliques.</translation>
    </message>
    <message numerus="yes">
        <source>The new server splits %n hard-linked file(s) into copies.</source>
        <translation>
            <numerusform>Le nouveau serveur sépare en copies %n fichier à liens physiques.</numerusform>
            <numerusform>Le nouveau serveur sépare en copies %n fichiers à liens physiques.</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a file system that has hard links, or accept the copies.</source>
        <translation>Choisissez un système de fichiers qui a les liens physiques, ou acceptez les copies.</translation>
    </message>
    <message>
        <source>“{path}” has {largest:bytes}, the new server allows {possible:bytes} a file.</source>
        <translation>«&#xa0;{path}&#xa0;» fait {largest:bytes}, le nouveau serveur permet {possible:bytes} par fichier.</translation>
    </message>
    <message>
        <source>Split the file, or choose a file system that allows it.</source>
        <translation>Divisez le fichier, ou choisissez un système de fichiers qui le permet.</translation>
    </message>
    <message numerus="yes">
        <source>%n program(s) that run with their owner&apos;s rights will not on the new server.</source>
        <translation>
            <numerusform>%n programme s’exécutant avec les droits de son propriétaire ne le fera plus sur le nouveau serveur.</numerusform>
            <numerusform>%n programmes s’exécutant avec les droits de leur propriétaire ne le feront plus sur le nouveau serveur.</numerusform>
        </translation>
    </message>
    <message>
        <source>Mount it without “nosuid”, or see that nothing needs these rights.</source>
        <translation>Montez-le sans «&#xa0;nosuid&#xa0;», ou voyez que rien n’a besoin de ces droits.</translation>
    </message>
    <message numerus="yes">
        <source>The new server runs no programs from there, and %n belong to applications.</source>
        <translation>
            <numerusform>Le nouveau serveur n’exécute aucun programme à cet endroit, et %n appartient à une application.</numerusform>
            <numerusform>Le nouveau serveur n’exécute aucun programme à cet endroit, et %n appartiennent à des applications.</numerusform>
        </translation>
    </message>
    <message>
        <source>Mount it without “noexec”.</source>
        <translation>Montez-le sans «&#xa0;noexec&#xa0;».</translation>
    </message>
    <message numerus="yes">
        <source>The owners of %n file(s) or folders cannot be kept by this user.</source>
        <translation>
            <numerusform>Le propriétaire de %n fichier ou dossier ne peut pas être gardé par cet utilisateur.</numerusform>
            <numerusform>Les propriétaires de %n fichiers ou dossiers ne peuvent pas être gardés par cet utilisateur.</numerusform>
        </translation>
    </message>
    <message>
        <source>Run the migration as root, or accept that all belongs to one user.</source>
        <translation>Lancez la migration en tant que root, ou acceptez que tout appartienne à un seul utilisateur.</translation>
    </message>
    <message>
        <source>The account {name} ({id}) means somebody else on the new server: {otherName} ({otherId}).</source>
        <translation>Le compte {name} ({id}) désigne quelqu’un d’autre sur le nouveau serveur&#xa0;: {otherName} ({otherId}).</translation>
    </message>
    <message>
        <source>Give the account the same number on both servers before the first copy.</source>
        <translation>Donnez au compte le même numéro sur les deux serveurs avant la première copie.</translation>
    </message>
    <message>
        <source>“{file}”, line {line}, names the old server itself: {name}.</source>
        <translation>«&#xa0;{file}&#xa0;», ligne {line}, nomme l’ancien serveur lui-même&#xa0;: {name}.</translation>
    </message>
    <message>
        <source>Replace it by a name that moves with the service, before the cutover.</source>
        <translation>Remplacez-le par un nom qui suit le service, avant la bascule.</translation>
    </message>
    <message>
        <source>“{file}”, line {line}, holds a path of the old server&apos;s folder: {root}.</source>
        <translation>«&#xa0;{file}&#xa0;», ligne {line}, contient un chemin du dossier de l’ancien serveur&#xa0;: {root}.</translation>
    </message>
    <message>
        <source>Write the path as it will be on the new server, or go through a link that is switched.</source>
        <translation>Écrivez le chemin tel qu’il sera sur le nouveau serveur, ou passez par un lien qui bascule.</translation>
    </message>
    <message>
        <source>“{file}”, line {line}, names {path}, which moves to {destination}.</source>
        <translation>«&#xa0;{file}&#xa0;», ligne {line}, cite {path}, qui part vers {destination}.</translation>
    </message>
    <message>
        <source>Change the configuration at the cutover, or keep the path.</source>
        <translation>Changez la configuration à la bascule, ou gardez le chemin.</translation>
    </message>
    <message>
        <source>{from} migrates, and {name}, which it needs, does not.</source>
        <translation>{from} migre, et {name}, dont il a besoin, ne migre pas.</translation>
    </message>
    <message>
        <source>Migrate both, or dismiss the dependency with a reason.</source>
        <translation>Migrez les deux, ou écartez la dépendance avec une raison.</translation>
    </message>
    <message>
        <source>The database cannot be read. {reason:code}</source>
        <translation>La base ne peut pas être lue. {reason:code}</translation>
    </message>
    <message>
        <source>Have its application open it, or restore it from a backup.</source>
        <translation>Faites-la ouvrir par son application, ou restaurez-la d’une sauvegarde.</translation>
    </message>
    <message>
        <source>The database is damaged: {detail}</source>
        <translation>La base est endommagée&#xa0;: {detail}</translation>
    </message>
    <message>
        <source>Repair it or restore it from a backup before it is migrated.</source>
        <translation>Réparez-la ou restaurez-la d’une sauvegarde avant de la migrer.</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) point to rows that do not exist.</source>
        <translation>
            <numerusform>%n ligne renvoie à une ligne qui n’existe pas.</numerusform>
            <numerusform>%n lignes renvoient à des lignes qui n’existent pas.</numerusform>
        </translation>
    </message>
    <message>
        <source>They are copied as they are; have the application&apos;s vendor look at them.</source>
        <translation>Elles sont copiées telles quelles&#x202f;; faites-les examiner par l’éditeur de l’application.</translation>
    </message>
    <message>
        <source>SQLite {writer} wrote the database, and {library} is what opens it on the new server.</source>
        <translation>SQLite {writer} a écrit la base, et c’est {library} qui l’ouvre sur le nouveau serveur.</translation>
    </message>
    <message>
        <source>Install at least the same version of SQLite on the new server.</source>
        <translation>Installez au moins la même version de SQLite sur le nouveau serveur.</translation>
    </message>
    <message numerus="yes">
        <source>%n table(s) are STRICT, which SQLite {library} does not know.</source>
        <translation>
            <numerusform>%n table est STRICT, ce que SQLite {library} ne connaît pas.</numerusform>
            <numerusform>%n tables sont STRICT, ce que SQLite {library} ne connaît pas.</numerusform>
        </translation>
    </message>
    <message>
        <source>Install SQLite 3.37 or later on the new server.</source>
        <translation>Installez SQLite 3.37 ou plus récent sur le nouveau serveur.</translation>
    </message>
    <message numerus="yes">
        <source>%n table(s) are WITHOUT ROWID, which SQLite {library} does not know.</source>
        <translation>
            <numerusform>%n table est WITHOUT ROWID, ce que SQLite {library} ne connaît pas.</numerusform>
            <numerusform>%n tables sont WITHOUT ROWID, ce que SQLite {library} ne connaît pas.</numerusform>
        </translation>
    </message>
    <message>
        <source>Install SQLite 3.8.2 or later on the new server.</source>
        <translation>Installez SQLite 3.8.2 ou plus récent sur le nouveau serveur.</translation>
    </message>
    <message numerus="yes">
        <source>%n column(s) are generated, which SQLite {library} does not know.</source>
        <translation>
            <numerusform>%n colonne est calculée, ce que SQLite {library} ne connaît pas.</numerusform>
            <numerusform>%n colonnes sont calculées, ce que SQLite {library} ne connaît pas.</numerusform>
        </translation>
    </message>
    <message>
        <source>Install SQLite 3.31 or later on the new server.</source>
        <translation>Installez SQLite 3.31 ou plus récent sur le nouveau serveur.</translation>
    </message>
    <message>
        <source>The database needs extensions that SQLite {library} here does not have: {names}.</source>
        <translation>La base a besoin d’extensions que SQLite {library} n’a pas ici&#xa0;: {names}.</translation>
    </message>
    <message>
        <source>Install the extensions on the new server.</source>
        <translation>Installez ces extensions sur le nouveau serveur.</translation>
    </message>
    <message>
        <source>The database is in WAL mode, which does not work on the new server&apos;s network file system.</source>
        <translation>La base est en mode WAL, qui ne marche pas sur le système de fichiers réseau du nouveau serveur.</translation>
    </message>
    <message>
        <source>Put it on a local disk of the new server.</source>
        <translation>Mettez-la sur un disque local du nouveau serveur.</translation>
    </message>
    <message>
        <source>The database is in WAL mode, and the new server&apos;s file system cannot share memory between programs.</source>
        <translation>La base est en mode WAL, et le système de fichiers du nouveau serveur ne partage pas la mémoire entre programmes.</translation>
    </message>
    <message>
        <source>Put it on another file system of the new server.</source>
        <translation>Mettez-la sur un autre système de fichiers du nouveau serveur.</translation>
    </message>
    <message>
        <source>The database has small pages ({size:bytes}), as older versions made them.</source>
        <translation>La base a de petites pages ({size:bytes}), comme les faisaient d’anciennes versions.</translation>
    </message>
    <message>
        <source>Nothing has to be done; VACUUM with 4,096 bytes a page makes it faster.</source>
        <translation>Rien n’est à faire&#x202f;; un VACUUM à 4 096 octets par page l’accélère.</translation>
    </message>
    <message>
        <source>The texts of the database are in {encoding}.</source>
        <translation>Les textes de la base sont en {encoding}.</translation>
    </message>
    <message>
        <source>Nothing has to be done: it stays so in the copy.</source>
        <translation>Rien n’est à faire&#xa0;: la copie reste ainsi.</translation>
    </message>
    <message>
        <source>Last checks before the start</source>
        <translation>Derniers contrôles avant le départ</translation>
    </message>
    <message>
        <source>Freeze writes</source>
        <translation>Gel des écritures</translation>
    </message>
    <message>
        <source>Final sync of the shares</source>
        <translation>Synchronisation finale des partages</translation>
    </message>
    <message>
        <source>Final sync of {name}</source>
        <translation>Synchronisation finale de {name}</translation>
    </message>
    <message>
        <source>Move database {name}</source>
        <translation>Déplacement de la base {name}</translation>
    </message>
    <message>
        <source>Compare everything on both servers</source>
        <translation>Comparaison de tout sur les deux serveurs</translation>
    </message>
    <message>
        <source>Switch users to {target}</source>
        <translation>Passage des utilisateurs sur {target}</translation>
    </message>
    <message>
        <source>Check sites, access rights, jobs</source>
        <translation>Contrôle des sites, des accès, des tâches</translation>
    </message>
    <message>
        <source>Open to users</source>
        <translation>Ouverture aux utilisateurs</translation>
    </message>
    <message>
        <source>Run the scenarios</source>
        <translation>Passage des scénarios</translation>
    </message>
    <message>
        <source>Prove that nothing real was touched</source>
        <translation>Preuve que rien de réel n’a été touché</translation>
    </message>
    <message>
        <source>Last checks before going back</source>
        <translation>Derniers contrôles avant le retour</translation>
    </message>
    <message>
        <source>Freeze writes on {target}</source>
        <translation>Gel des écritures sur {target}</translation>
    </message>
    <message>
        <source>Bring back what users wrote</source>
        <translation>Reprise de ce que les utilisateurs ont écrit</translation>
    </message>
    <message>
        <source>Bring back what users wrote in {name}</source>
        <translation>Reprise de ce que les utilisateurs ont écrit dans {name}</translation>
    </message>
    <message>
        <source>Bring back database {name}</source>
        <translation>Reprise de la base {name}</translation>
    </message>
    <message>
        <source>Switch users back to {source}</source>
        <translation>Retour des utilisateurs sur {source}</translation>
    </message>
    <message>
        <source>Open {source} to users</source>
        <translation>Ouverture de {source} aux utilisateurs</translation>
    </message>
    <message>
        <source>Nothing to undo: nothing was written.</source>
        <translation>Rien à annuler&#xa0;: rien n’a été écrit.</translation>
    </message>
    <message>
        <source>The freeze is lifted; {source} goes on as before.</source>
        <translation>Le gel est levé&#x202f;; {source} continue comme avant.</translation>
    </message>
    <message>
        <source>Nothing to undo on {source}. The copy stays on {target}, unused; the next run starts from it.</source>
        <translation>Rien à annuler sur {source}. La copie reste sur {target}, inutilisée&#x202f;; le passage suivant part d’elle.</translation>
    </message>
    <message>
        <source>Nothing to undo on {source}. The copy of {name} stays on {target}, unused, and is replaced by the next run.</source>
        <translation>Rien à annuler sur {source}. La copie de {name} reste sur {target}, inutilisée, et le passage suivant la remplace.</translation>
    </message>
    <message>
        <source>Nothing to undo: it only reads.</source>
        <translation>Rien à annuler&#xa0;: cette étape ne fait que lire.</translation>
    </message>
    <message>
        <source>The link {link} points to {source} again, in one step.</source>
        <translation>Le lien {link} pointe de nouveau vers {source}, d’un seul coup.</translation>
    </message>
    <message>
        <source>By a rollback: what users wrote on {target} is brought back to {source} first.</source>
        <translation>Par un retour arrière&#xa0;: ce que les utilisateurs ont écrit sur {target} est d’abord ramené sur {source}.</translation>
    </message>
    <message>
        <source>The freeze is lifted; users go on working on {target}.</source>
        <translation>Le gel est levé&#x202f;; les utilisateurs continuent sur {target}.</translation>
    </message>
    <message>
        <source>What came back stays on {source}, which is not in use; what it replaced is kept.</source>
        <translation>Ce qui est revenu reste sur {source}, qui n’est pas en service&#x202f;; ce qu’il a remplacé est gardé.</translation>
    </message>
    <message>
        <source>What came back stays on {source}, which is not in use; the replaced {name} is kept.</source>
        <translation>Ce qui est revenu reste sur {source}, qui n’est pas en service&#x202f;; la base {name} remplacée est gardée.</translation>
    </message>
    <message>
        <source>A new cutover, once it is ready again.</source>
        <translation>Une nouvelle bascule, une fois prête.</translation>
    </message>
    <message>
        <source>Both: look whether {from} can be read and {to} can be written</source>
        <translation>Les deux&#xa0;: voir si {from} se lit et si {to} s’écrit</translation>
    </message>
    <message>
        <source>{target}: look whether {to} has room for {bytes:bytes}</source>
        <translation>{target}&#xa0;: voir si {to} a la place pour {bytes:bytes}</translation>
    </message>
    <message>
        <source>{target}: look whether {to} holds files of somebody else; stop if so</source>
        <translation>{target}&#xa0;: voir si {to} contient des fichiers d’autrui&#x202f;; s’arrêter dans ce cas</translation>
    </message>
    <message>
        <source>Note where the link {link} points</source>
        <translation>Noter où pointe le lien {link}</translation>
    </message>
    <message>
        <source>Freeze {from}: Bascule writes nothing there, and notices who does</source>
        <translation>Geler {from}&#xa0;: Bascule n’y écrit rien, et remarque qui le fait</translation>
    </message>
    <message>
        <source>{source}: take a fingerprint of {from} and of each database</source>
        <translation>{source}&#xa0;: prendre une empreinte de {from} et de chaque base</translation>
    </message>
    <message>
        <source>Copy what differs from {from} to {to}, read it back, compare</source>
        <translation>Copier ce qui diffère de {from} vers {to}, relire, comparer</translation>
    </message>
    <message>
        <source>Leave {from} where it is: it is not migrated</source>
        <translation>Laisser {from} sur place&#xa0;: il n’est pas migré</translation>
    </message>
    <message>
        <source>{target}: remove from {to} what {source} no longer has; nothing is removed on {source}</source>
        <translation>{target}&#xa0;: retirer de {to} ce que {source} n’a plus&#x202f;; rien n’est retiré sur {source}</translation>
    </message>
    <message>
        <source>Copy database {from} through SQLite&apos;s backup interface, beside {to}</source>
        <translation>Copier la base {from} par l’interface de sauvegarde de SQLite, à côté de {to}</translation>
    </message>
    <message>
        <source>Compare {name} on both sides: tables, views, triggers, every row in order</source>
        <translation>Comparer {name} des deux côtés&#xa0;: tables, vues, déclencheurs, chaque ligne dans l’ordre</translation>
    </message>
    <message>
        <source>{target}: put the copy in place at {to}, in one step</source>
        <translation>{target}&#xa0;: mettre la copie en place dans {to}, d’un seul coup</translation>
    </message>
    <message>
        <source>{source}: take the fingerprint of {from} again; stop if anything was written</source>
        <translation>{source}&#xa0;: reprendre l’empreinte de {from}&#x202f;; s’arrêter si quelque chose a été écrit</translation>
    </message>
    <message>
        <source>Compare {from} and {to}: contents, rights, owners, times, links</source>
        <translation>Comparer {from} et {to}&#xa0;: contenus, droits, propriétaires, dates, liens</translation>
    </message>
    <message>
        <source>Point the link {link} to {to}, in one step</source>
        <translation>Tourner le lien {link} vers {to}, d’un seul coup</translation>
    </message>
    <message>
        <source>No link is named: sending users to {target} is done by hand after this step</source>
        <translation>Aucun lien n’est indiqué&#xa0;: envoyer les utilisateurs sur {target} se fait à la main après cette étape</translation>
    </message>
    <message>
        <source>{target}: open files of {to} as a user would</source>
        <translation>{target}&#xa0;: ouvrir des fichiers de {to} comme un utilisateur</translation>
    </message>
    <message>
        <source>{target}: run SQLite&apos;s integrity check on {to}</source>
        <translation>{target}&#xa0;: lancer le contrôle d’intégrité de SQLite sur {to}</translation>
    </message>
    <message numerus="yes">
        <source>Run %n check(s) of the monitoring against the new server</source>
        <translation>
            <numerusform>Lancer %n contrôle de la supervision sur le nouveau serveur</numerusform>
            <numerusform>Lancer %n contrôles de la supervision sur le nouveau serveur</numerusform>
        </translation>
    </message>
    <message>
        <source>Users work on {target}, {to}</source>
        <translation>Les utilisateurs travaillent sur {target}, {to}</translation>
    </message>
    <message>
        <source>{from} stays frozen and untouched, so that the way back stays open</source>
        <translation>{from} reste gelé et intact, pour que le retour reste ouvert</translation>
    </message>
    <message>
        <source>Copy what users wrote from {to} back to {from}; what is replaced there is kept aside</source>
        <translation>Ramener de {to} vers {from} ce que les utilisateurs ont écrit&#x202f;; ce qui y est remplacé est gardé à part</translation>
    </message>
    <message>
        <source>Copy database {to} back to {from}, compare; the replaced one is kept aside</source>
        <translation>Ramener la base {to} vers {from}, comparer&#x202f;; celle qui est remplacée est gardée à part</translation>
    </message>
    <message>
        <source>Lift the freeze of {from}</source>
        <translation>Lever le gel de {from}</translation>
    </message>
    <message>
        <source>Looking at both servers</source>
        <translation>Regard sur les deux serveurs</translation>
    </message>
    <message>
        <source>Freezing, and taking fingerprints</source>
        <translation>Gel et prise d’empreintes</translation>
    </message>
    <message>
        <source>Copying what differs</source>
        <translation>Copie de ce qui diffère</translation>
    </message>
    <message>
        <source>Copying what differs in {name}</source>
        <translation>Copie de ce qui diffère dans {name}</translation>
    </message>
    <message>
        <source>Setting the folders&apos; times</source>
        <translation>Remise des dates des dossiers</translation>
    </message>
    <message>
        <source>Copying and comparing {name}</source>
        <translation>Copie et comparaison de {name}</translation>
    </message>
    <message>
        <source>Comparing contents and rights</source>
        <translation>Comparaison des contenus et des droits</translation>
    </message>
    <message>
        <source>Looking whether anybody wrote since the freeze</source>
        <translation>Vérification que personne n’a écrit depuis le gel</translation>
    </message>
    <message>
        <source>Checking the new server</source>
        <translation>Contrôle du nouveau serveur</translation>
    </message>
    <message>
        <source>Undoing what was done so far</source>
        <translation>Annulation de ce qui a été fait</translation>
    </message>
    <message>
        <source>Paused between two steps</source>
        <translation>En pause entre deux étapes</translation>
    </message>
    <message>
        <source>Waiting for the window of {start:datetime}</source>
        <translation>Attente de la fenêtre du {start:datetime}</translation>
    </message>
    <message>
        <source>Looking at what users wrote since the cutover</source>
        <translation>Recherche de ce qui a été écrit depuis la bascule</translation>
    </message>
    <message>
        <source>First copy</source>
        <translation>Première copie</translation>
    </message>
    <message>
        <source>What a rollback would bring back</source>
        <translation>Ce qu’un retour arrière ramènerait</translation>
    </message>
    <message>
        <source>End of the rollback&apos;s time</source>
        <translation>Fin du délai de retour arrière</translation>
    </message>
    <message>
        <source>{source} and {target} are there</source>
        <translation>{source} et {target} sont là</translation>
    </message>
    <message>
        <source>{needed:bytes} needed, {free:bytes} free</source>
        <translation>{needed:bytes} nécessaires, {free:bytes} libres</translation>
    </message>
    <message>
        <source>The link {link} points to {target}</source>
        <translation>Le lien {link} pointe vers {target}</translation>
    </message>
    <message>
        <source>The link {link} is not there yet and will be made</source>
        <translation>Le lien {link} n’existe pas encore et sera créé</translation>
    </message>
    <message>
        <source>No link is named in the project: users are sent to the right server by hand</source>
        <translation>Aucun lien n’est indiqué dans le projet&#xa0;: les utilisateurs sont envoyés à la main sur le bon serveur</translation>
    </message>
    <message>
        <source>{path} is frozen: {entries:number} entries, {bytes:bytes}</source>
        <translation>{path} est gelé&#xa0;: {entries:number} entrées, {bytes:bytes}</translation>
    </message>
    <message>
        <source>{path} as it was: {entries:number} entries, {bytes:bytes}</source>
        <translation>{path} tel qu’il était&#xa0;: {entries:number} entrées, {bytes:bytes}</translation>
    </message>
    <message>
        <source>No write seen on {path} since the freeze</source>
        <translation>Aucune écriture vue sur {path} depuis le gel</translation>
    </message>
    <message>
        <source>{files:number} files, {bytes:bytes}; {transferred:bytes} transferred, {deleted:number} removed</source>
        <translation>{files:number} fichiers, {bytes:bytes}&#x202f;; {transferred:bytes} transférés, {deleted:number} retirés</translation>
    </message>
    <message numerus="yes">
        <source>%n socket(s) left behind, such as {example}: a program makes them anew</source>
        <translation>
            <numerusform>%n prise (socket) laissée, comme {example}&#xa0;: un programme la recrée</numerusform>
            <numerusform>%n prises (sockets) laissées, comme {example}&#xa0;: un programme les recrée</numerusform>
        </translation>
    </message>
    <message>
        <source>{name}: {tables:number} tables, {rows:number} rows, all equal</source>
        <translation>{name}&#xa0;: {tables:number} tables, {rows:number} lignes, toutes égales</translation>
    </message>
    <message>
        <source>{name} was not changed on the new server</source>
        <translation>{name} n’a pas changé sur le nouveau serveur</translation>
    </message>
    <message>
        <source>{name} was deleted on the new server; the old server&apos;s stays as it was</source>
        <translation>{name} a été supprimée sur le nouveau serveur&#x202f;; celle de l’ancien reste comme elle était</translation>
    </message>
    <message numerus="yes">
        <source>%n database(s) equal, row by row</source>
        <translation>
            <numerusform>%n base égale, ligne à ligne</numerusform>
            <numerusform>%n bases égales, ligne à ligne</numerusform>
        </translation>
    </message>
    <message>
        <source>{entries:number} entries, {bytes:bytes} read on both sides and compared</source>
        <translation>{entries:number} entrées, {bytes:bytes} lus des deux côtés et comparés</translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies) changed by users while it ran, not counted</source>
        <translation>
            <numerusform>%n entrée changée par des utilisateurs entre-temps, non comptée</numerusform>
            <numerusform>%n entrées changées par des utilisateurs entre-temps, non comptées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) opened as a user would</source>
        <translation>
            <numerusform>%n fichier ouvert comme un utilisateur</numerusform>
            <numerusform>%n fichiers ouverts comme un utilisateur</numerusform>
        </translation>
    </message>
    <message>
        <source>{name}: SQLite finds it sound</source>
        <translation>{name}&#xa0;: SQLite la trouve saine</translation>
    </message>
    <message>
        <source>Users work on {path}</source>
        <translation>Les utilisateurs travaillent sur {path}</translation>
    </message>
    <message>
        <source>A rehearsal: nobody was sent to {path}</source>
        <translation>Une répétition&#xa0;: personne n’a été envoyé sur {path}</translation>
    </message>
    <message>
        <source>To bring back: {created:number} new, {changed:number} changed, {deleted:number} deleted, {databases:number} databases</source>
        <translation>À ramener&#xa0;: {created:number} nouveaux, {changed:number} modifiés, {deleted:number} supprimés, {databases:number} bases</translation>
    </message>
    <message>
        <source>No old server is named.</source>
        <translation>Aucun ancien serveur n’est indiqué.</translation>
    </message>
    <message>
        <source>Add it on the page Servers.</source>
        <translation>Ajoutez-le sur la page Serveurs.</translation>
    </message>
    <message>
        <source>No new server is named.</source>
        <translation>Aucun nouveau serveur n’est indiqué.</translation>
    </message>
    <message numerus="yes">
        <source>%n old servers are named; one runbook moves one.</source>
        <translation>
            <numerusform>%n ancien serveur est indiqué&#x202f;; un plan n’en déplace qu’un.</numerusform>
            <numerusform>%n anciens serveurs sont indiqués&#x202f;; un plan n’en déplace qu’un.</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep one, and make a project of its own for each other.</source>
        <translation>Gardez-en un, et faites un projet pour chacun des autres.</translation>
    </message>
    <message>
        <source>{name} has not been inventoried.</source>
        <translation>{name} n’a pas été inventorié.</translation>
    </message>
    <message>
        <source>Run the inventory.</source>
        <translation>Lancez l’inventaire.</translation>
    </message>
    <message>
        <source>Nothing is to be migrated.</source>
        <translation>Rien n’est à migrer.</translation>
    </message>
    <message>
        <source>Choose assets to migrate on the page Inventory.</source>
        <translation>Choisissez des actifs à migrer sur la page Inventaire.</translation>
    </message>
    <message>
        <source>The file “{subject}” cannot be given another name on the way ({to}).</source>
        <translation>Le fichier «&#xa0;{subject}&#xa0;» ne peut pas changer de nom en route ({to}).</translation>
    </message>
    <message>
        <source>Give it a destination that ends in the same name.</source>
        <translation>Donnez-lui une destination qui finit par le même nom.</translation>
    </message>
    <message>
        <source>“{subject}”, the destination of {name}, is the place of something else.</source>
        <translation>«&#xa0;{subject}&#xa0;», la destination de {name}, est la place d’autre chose.</translation>
    </message>
    <message>
        <source>Choose another destination.</source>
        <translation>Choisissez une autre destination.</translation>
    </message>
    <message numerus="yes">
        <source>“{subject}” holds %n thing(s) that are not from the old server, such as {example}; a sync would remove them.</source>
        <translation>
            <numerusform>«&#xa0;{subject}&#xa0;» contient %n chose qui ne vient pas de l’ancien serveur, comme {example}&#x202f;; une synchronisation la retirerait.</numerusform>
            <numerusform>«&#xa0;{subject}&#xa0;» contient %n choses qui ne viennent pas de l’ancien serveur, comme {example}&#x202f;; une synchronisation les retirerait.</numerusform>
        </translation>
    </message>
    <message>
        <source>Move them elsewhere, or choose an empty folder as the new server.</source>
        <translation>Déplacez-les ailleurs, ou choisissez un dossier vide comme nouveau serveur.</translation>
    </message>
    <message>
        <source>“{subject}” has {free:bytes} free and needs {needed:bytes}.</source>
        <translation>«&#xa0;{subject}&#xa0;» a {free:bytes} libres et il faut {needed:bytes}.</translation>
    </message>
    <message>
        <source>Make room there, or leave something out.</source>
        <translation>Libérez de la place, ou laissez quelque chose de côté.</translation>
    </message>
    <message numerus="yes">
        <source>Somebody wrote on the old server after the freeze, %n place(s): {examples}.</source>
        <translation>
            <numerusform>Quelqu’un a écrit sur l’ancien serveur après le gel, à %n endroit&#xa0;: {examples}.</numerusform>
            <numerusform>Quelqu’un a écrit sur l’ancien serveur après le gel, à %n endroits&#xa0;: {examples}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop what writes there, then start again.</source>
        <translation>Arrêtez ce qui y écrit, puis relancez.</translation>
    </message>
    <message numerus="yes">
        <source>Somebody wrote on the new server after it was frozen, %n place(s): {examples}.</source>
        <translation>
            <numerusform>Quelqu’un a écrit sur le nouveau serveur après son gel, à %n endroit&#xa0;: {examples}.</numerusform>
            <numerusform>Quelqu’un a écrit sur le nouveau serveur après son gel, à %n endroits&#xa0;: {examples}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Somebody wrote on the new server after it was compared, %n place(s): {examples}.</source>
        <translation>
            <numerusform>Quelqu’un a écrit sur le nouveau serveur après sa comparaison, à %n endroit&#xa0;: {examples}.</numerusform>
            <numerusform>Quelqu’un a écrit sur le nouveau serveur après sa comparaison, à %n endroits&#xa0;: {examples}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) could not be copied, the first is “{subject}”: {reason:code}</source>
        <translation>
            <numerusform>%n chose n’a pas pu être copiée, la première est «&#xa0;{subject}&#xa0;»&#xa0;: {reason:code}</numerusform>
            <numerusform>%n choses n’ont pas pu être copiées, la première est «&#xa0;{subject}&#xa0;»&#xa0;: {reason:code}</numerusform>
        </translation>
    </message>
    <message>
        <source>Settle it, or leave it out of the migration, then start again.</source>
        <translation>Réglez-le, ou laissez-le hors de la migration, puis relancez.</translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s) between the two servers, the first at “{subject}”: {what:code}</source>
        <translation>
            <numerusform>%n différence entre les deux serveurs, la première à «&#xa0;{subject}&#xa0;»&#xa0;: {what:code}</numerusform>
            <numerusform>%n différences entre les deux serveurs, la première à «&#xa0;{subject}&#xa0;»&#xa0;: {what:code}</numerusform>
        </translation>
    </message>
    <message>
        <source>Look at what writes there, then start again.</source>
        <translation>Regardez ce qui y écrit, puis relancez.</translation>
    </message>
    <message numerus="yes">
        <source>The copy of {subject} differs from the original in %n point(s).</source>
        <translation>
            <numerusform>La copie de {subject} diffère de l’original sur %n point.</numerusform>
            <numerusform>La copie de {subject} diffère de l’original sur %n points.</numerusform>
        </translation>
    </message>
    <message>
        <source>Look at the step&apos;s proofs, then start again.</source>
        <translation>Regardez les preuves de l’étape, puis relancez.</translation>
    </message>
    <message>
        <source>more than can be listed</source>
        <translation>plus qu’on ne peut lister</translation>
    </message>
    <message>
        <source>The freeze of “{subject}” is gone.</source>
        <translation>Le gel de «&#xa0;{subject}&#xa0;» a disparu.</translation>
    </message>
    <message>
        <source>Look who removed it, then start again.</source>
        <translation>Trouvez qui l’a levé, puis relancez.</translation>
    </message>
    <message>
        <source>cutover</source>
        <translation>bascule</translation>
    </message>
    <message>
        <source>rollback</source>
        <translation>retour arrière</translation>
    </message>
    <message>
        <source>The link “{subject}” points to {target}, which is not the old server.</source>
        <translation>Le lien «&#xa0;{subject}&#xa0;» pointe vers {target}, qui n’est pas l’ancien serveur.</translation>
    </message>
    <message>
        <source>Name the link that users really go through, or point it to the old server.</source>
        <translation>Indiquez le lien par lequel passent vraiment les utilisateurs, ou tournez-le vers l’ancien serveur.</translation>
    </message>
    <message>
        <source>The link “{subject}” does not point where it should.</source>
        <translation>Le lien «&#xa0;{subject}&#xa0;» ne pointe pas où il devrait.</translation>
    </message>
    <message>
        <source>Look whether something else manages that link.</source>
        <translation>Voyez si autre chose gère ce lien.</translation>
    </message>
    <message numerus="yes">
        <source>%n check(s) fail on the new server, the first is “{subject}”.</source>
        <translation>
            <numerusform>%n contrôle échoue sur le nouveau serveur, le premier est «&#xa0;{subject}&#xa0;».</numerusform>
            <numerusform>%n contrôles échouent sur le nouveau serveur, le premier est «&#xa0;{subject}&#xa0;».</numerusform>
        </translation>
    </message>
    <message>
        <source>Look at the step&apos;s proofs.</source>
        <translation>Regardez les preuves de l’étape.</translation>
    </message>
    <message>
        <source>“{subject}” is in use by another run of Bascule: process {pid} on {host}, since {since:datetime}.</source>
        <translation>«&#xa0;{subject}&#xa0;» sert à une autre exécution de Bascule&#xa0;: processus {pid} sur {host}, depuis {since:datetime}.</translation>
    </message>
    <message>
        <source>Wait for its end, or end it there.</source>
        <translation>Attendez sa fin, ou terminez-la là-bas.</translation>
    </message>
    <message>
        <source>It was interrupted before its end.</source>
        <translation>Il a été interrompu avant la fin.</translation>
    </message>
    <message>
        <source>It could not be undone: {reason:code}</source>
        <translation>Il n’a pas pu être annulé&#xa0;: {reason:code}</translation>
    </message>
    <message>
        <source>Settle that, then start again: it goes on undoing.</source>
        <translation>Réglez cela, puis relancez&#xa0;: l’annulation continue.</translation>
    </message>
    <message numerus="yes">
        <source>The cutover may not start: %n condition(s) do not hold.</source>
        <translation>
            <numerusform>La bascule ne peut pas commencer&#xa0;: %n condition n’est pas remplie.</numerusform>
            <numerusform>La bascule ne peut pas commencer&#xa0;: %n conditions ne sont pas remplies.</numerusform>
        </translation>
    </message>
    <message>
        <source>Look at the conditions on the page Cutover.</source>
        <translation>Regardez les conditions sur la page Bascule.</translation>
    </message>
    <message>
        <source>It is not the time: the window is from {start:datetime} to {end:datetime}.</source>
        <translation>Ce n’est pas le moment&#xa0;: la fenêtre va du {start:datetime} au {end:datetime}.</translation>
    </message>
    <message>
        <source>Wait for it, choose another, or say that it is to start all the same.</source>
        <translation>Attendez-la, choisissez-en une autre, ou dites de commencer quand même.</translation>
    </message>
    <message>
        <source>The time was up before users were switched: what was left of the window is needed for a rollback. Everything was undone.</source>
        <translation>Le temps était écoulé avant le passage des utilisateurs&#xa0;: ce qui restait de la fenêtre est réservé au retour arrière. Tout a été annulé.</translation>
    </message>
    <message>
        <source>Choose a longer window. What is copied stays, so that the next run is shorter.</source>
        <translation>Choisissez une fenêtre plus longue. Ce qui est copié reste, le prochain passage sera plus court.</translation>
    </message>
    <message>
        <source>This cannot be done now: {state:code}.</source>
        <translation>Cela n’est pas possible maintenant&#xa0;: {state:code}.</translation>
    </message>
    <message>
        <source>Users are on the new server and have written there, and something failed: {reason:code}</source>
        <translation>Les utilisateurs sont sur le nouveau serveur et y ont écrit, et quelque chose a échoué&#xa0;: {reason:code}</translation>
    </message>
    <message>
        <source>Settle it and start the cutover again to finish, or roll back: nothing is lost.</source>
        <translation>Réglez-le et relancez la bascule pour finir, ou revenez en arrière&#xa0;: rien n’est perdu.</translation>
    </message>
    <message>
        <source>There is nothing to copy yet: {reason:code}</source>
        <translation>Il n’y a encore rien à copier&#xa0;: {reason:code}</translation>
    </message>
    <message>
        <source>The evidence is intact</source>
        <translation>Les preuves sont intactes</translation>
    </message>
    <message>
        <source>Checkpoint “{step:code}” passed</source>
        <translation>Point de contrôle «&#xa0;{step:code}&#xa0;» validé</translation>
    </message>
    <message>
        <source>Monitoring is ready to start</source>
        <translation>La supervision est prête à commencer</translation>
    </message>
    <message>
        <source>A window is chosen</source>
        <translation>Une fenêtre est choisie</translation>
    </message>
    <message>
        <source>Go given by IT</source>
        <translation>Go donné par l’informatique</translation>
    </message>
    <message>
        <source>Go given by the management</source>
        <translation>Go donné par la direction</translation>
    </message>
    <message>
        <source>No decision is needed from you now.</source>
        <translation>Aucune décision n’est attendue de vous pour l’instant.</translation>
    </message>
    <message numerus="yes">
        <source>Not ready: %n condition(s) do not hold yet.</source>
        <translation>
            <numerusform>Pas prêt&#xa0;: %n condition n’est pas encore remplie.</numerusform>
            <numerusform>Pas prêt&#xa0;: %n conditions ne sont pas encore remplies.</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything is ready. The go is yours to give.</source>
        <translation>Tout est prêt. Le go vous appartient.</translation>
    </message>
    <message>
        <source>The go is given. It can start on {start:datetime}.</source>
        <translation>Le go est donné. Le départ est possible le {start:datetime}.</translation>
    </message>
    <message>
        <source>The window is open: start the cutover.</source>
        <translation>La fenêtre est ouverte&#xa0;: démarrez la bascule.</translation>
    </message>
    <message>
        <source>The window is over: choose another.</source>
        <translation>La fenêtre est passée&#xa0;: choisissez-en une autre.</translation>
    </message>
    <message>
        <source>Paused. Say when it goes on; the window does not wait.</source>
        <translation>En pause. Dites quand cela continue&#x202f;; la fenêtre n’attend pas.</translation>
    </message>
    <message>
        <source>Decide: settle what failed and go on, or roll back. Nothing is lost either way.</source>
        <translation>À décider&#xa0;: régler ce qui a échoué et continuer, ou revenir en arrière. Rien n’est perdu dans les deux cas.</translation>
    </message>
    <message>
        <source>Watch the new server. Roll back or end the rollback&apos;s time when you are sure.</source>
        <translation>Surveillez le nouveau serveur. Revenez en arrière, ou mettez fin au délai de retour quand vous êtes sûr.</translation>
    </message>
    <message>
        <source>The rollback&apos;s time is over: release the old server.</source>
        <translation>Le délai de retour est passé&#xa0;: libérez l’ancien serveur.</translation>
    </message>
    <message>
        <source>The migration is finished.</source>
        <translation>La migration est terminée.</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>En service</translation>
    </message>
    <message>
        <source>Frozen</source>
        <translation>Gelé</translation>
    </message>
    <message>
        <source>Released</source>
        <translation>Libéré</translation>
    </message>
    <message>
        <source>A rollback was possible until {until:datetime}.</source>
        <translation>Un retour arrière était possible jusqu’au {until:datetime}.</translation>
    </message>
    <message>
        <source>Go on with the new server, or restore from a backup.</source>
        <translation>Continuez avec le nouveau serveur, ou restaurez depuis une sauvegarde.</translation>
    </message>
    <message>
        <source>The old server was released: there is no way back to it.</source>
        <translation>L’ancien serveur a été libéré&#xa0;: on ne peut plus y revenir.</translation>
    </message>
    <message>
        <source>There is nothing to roll back: users are on the old server.</source>
        <translation>Il n’y a rien à ramener&#xa0;: les utilisateurs sont sur l’ancien serveur.</translation>
    </message>
    <message>
        <source>The rollback has switched users back, and something failed: {reason:code}</source>
        <translation>Le retour arrière a ramené les utilisateurs, et quelque chose a échoué&#xa0;: {reason:code}</translation>
    </message>
    <message>
        <source>Settle it, then start the rollback again to finish.</source>
        <translation>Réglez-le, puis relancez le retour arrière pour finir.</translation>
    </message>
    <message>
        <source>There is nothing to make final: no cutover stands.</source>
        <translation>Il n’y a rien à entériner&#xa0;: aucune bascule n’est en place.</translation>
    </message>
    <message>
        <source>Releasing the old server needs a name.</source>
        <translation>Libérer l’ancien serveur demande un nom.</translation>
    </message>
    <message>
        <source>Say who decides.</source>
        <translation>Dites qui décide.</translation>
    </message>
    <message>
        <source>“{subject}” is not a SQLite database.</source>
        <translation>«&#xa0;{subject}&#xa0;» n’est pas une base SQLite.</translation>
    </message>
    <message>
        <source>Name the database file itself.</source>
        <translation>Indiquez le fichier de la base lui-même.</translation>
    </message>
    <message>
        <source>The database “{subject}” is damaged: {detail}.</source>
        <translation>La base «&#xa0;{subject}&#xa0;» est endommagée&#xa0;: {detail}.</translation>
    </message>
    <message>
        <source>Restore it from a tested backup, or repair it with its application.</source>
        <translation>Restaurez-la d’une sauvegarde testée, ou réparez-la avec son application.</translation>
    </message>
    <message>
        <source>The database “{subject}” was kept locked by its application for too long.</source>
        <translation>La base «&#xa0;{subject}&#xa0;» est restée verrouillée trop longtemps par son application.</translation>
    </message>
    <message>
        <source>The database “{subject}” was not closed properly and must first be opened by its application.</source>
        <translation>La base «&#xa0;{subject}&#xa0;» n’a pas été bien fermée et doit d’abord être ouverte par son application.</translation>
    </message>
    <message>
        <source>Start its application once, stop it, then try again; Bascule changes nothing at the source.</source>
        <translation>Démarrez une fois son application, arrêtez-la, puis réessayez&#x202f;; Bascule ne change rien à la source.</translation>
    </message>
    <message>
        <source>The database “{subject}” changed again and again while it was read.</source>
        <translation>La base «&#xa0;{subject}&#xa0;» a changé sans cesse pendant sa lecture.</translation>
    </message>
    <message>
        <source>SQLite refused “{subject}”: {detail}.</source>
        <translation>SQLite a refusé «&#xa0;{subject}&#xa0;»&#xa0;: {detail}.</translation>
    </message>
    <message>
        <source>The copy of “{subject}” would replace the database itself.</source>
        <translation>La copie de «&#xa0;{subject}&#xa0;» remplacerait la base elle-même.</translation>
    </message>
    <message>
        <source>Choose another place for the copy.</source>
        <translation>Choisissez une autre place pour la copie.</translation>
    </message>
    <message>
        <source>The database “{subject}” is in use, so it was not replaced.</source>
        <translation>La base «&#xa0;{subject}&#xa0;» est en service, elle n’a donc pas été remplacée.</translation>
    </message>
    <message>
        <source>Stop the application that works on it there, then try again.</source>
        <translation>Arrêtez l’application qui y travaille, puis réessayez.</translation>
    </message>
    <message>
        <source>The copy for “{subject}” did not pass its integrity check and was thrown away.</source>
        <translation>La copie destinée à «&#xa0;{subject}&#xa0;» n’a pas passé son contrôle d’intégrité et a été jetée.</translation>
    </message>
    <message>
        <source>Check the disk; the source was not changed.</source>
        <translation>Vérifiez le disque&#x202f;; la source n’a pas été modifiée.</translation>
    </message>
    <message>
        <source>What is asked of “{subject}” is not one single reading query.</source>
        <translation>Ce qui est demandé à «&#xa0;{subject}&#xa0;» n’est pas une seule requête de lecture.</translation>
    </message>
    <message>
        <source>Write one SELECT statement.</source>
        <translation>Écrivez une instruction SELECT.</translation>
    </message>
    <message>
        <source>The project has no database “{subject}”.</source>
        <translation>Le projet n’a pas de base «&#xa0;{subject}&#xa0;».</translation>
    </message>
    <message>
        <source>Run the inventory, then choose from its list.</source>
        <translation>Lancez l’inventaire, puis choisissez dans sa liste.</translation>
    </message>
    <message>
        <source>There is no database to test.</source>
        <translation>Il n’y a aucune base à tester.</translation>
    </message>
    <message>
        <source>Run the inventory first: it finds the databases.</source>
        <translation>Lancez d’abord l’inventaire&#xa0;: il trouve les bases.</translation>
    </message>
    <message>
        <source>The table “{table}” is missing.</source>
        <translation>La table «&#xa0;{table}&#xa0;» manque.</translation>
    </message>
    <message>
        <source>The table “{table}” is there although the original has none.</source>
        <translation>La table «&#xa0;{table}&#xa0;» est là alors que l’original n’en a pas.</translation>
    </message>
    <message>
        <source>The {type:enum} “{name}” is missing.</source>
        <translation>L’élément {type:enum} «&#xa0;{name}&#xa0;» manque.</translation>
    </message>
    <message>
        <source>The {type:enum} “{name}” is there although the original has none.</source>
        <translation>L’élément {type:enum} «&#xa0;{name}&#xa0;» est là alors que l’original n’en a pas.</translation>
    </message>
    <message>
        <source>The {type:enum} “{name}” is defined otherwise.</source>
        <translation>L’élément {type:enum} «&#xa0;{name}&#xa0;» est défini autrement.</translation>
    </message>
    <message>
        <source>The table “{table}” has {right:number} rows instead of {left:number}.</source>
        <translation>La table «&#xa0;{table}&#xa0;» a {right:number} lignes au lieu de {left:number}.</translation>
    </message>
    <message>
        <source>The table “{table}” has as many rows, but other values.</source>
        <translation>La table «&#xa0;{table}&#xa0;» a autant de lignes, mais d’autres valeurs.</translation>
    </message>
    <message>
        <source>The schema version is {right} instead of {left}.</source>
        <translation>La version du schéma est {right} au lieu de {left}.</translation>
    </message>
    <message>
        <source>The application&apos;s mark is {right} instead of {left}.</source>
        <translation>La marque de l’application est {right} au lieu de {left}.</translation>
    </message>
    <message>
        <source>table</source>
        <translation>table</translation>
    </message>
    <message>
        <source>index</source>
        <translation>index</translation>
    </message>
    <message>
        <source>trigger</source>
        <translation>déclencheur</translation>
    </message>
    <message>
        <source>view</source>
        <translation>vue</translation>
    </message>
    <message>
        <source>“{database}” cannot be taken over: {reason:code}</source>
        <translation>«&#xa0;{database}&#xa0;» ne peut pas être reprise&#xa0;: {reason:code}</translation>
    </message>
    <message>
        <source>Settle this before the cutover: the database would be missing on the new server.</source>
        <translation>Réglez-le avant la bascule&#xa0;: la base manquerait sur le nouveau serveur.</translation>
    </message>
    <message>
        <source>“{database}” is damaged: {detail}</source>
        <translation>«&#xa0;{database}&#xa0;» est endommagée&#xa0;: {detail}</translation>
    </message>
    <message>
        <source>Repair it with its application or restore it from a tested backup before migrating.</source>
        <translation>Réparez-la avec son application ou restaurez-la d’une sauvegarde testée avant de migrer.</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) of “{database}” refer to rows that do not exist: {examples}</source>
        <translation>
            <numerusform>%n ligne de «&#xa0;{database}&#xa0;» renvoie à une ligne qui n’existe pas&#xa0;: {examples}</numerusform>
            <numerusform>%n lignes de «&#xa0;{database}&#xa0;» renvoient à des lignes qui n’existent pas&#xa0;: {examples}</numerusform>
        </translation>
    </message>
    <message>
        <source>Have the application&apos;s owner look at them; they are copied as they are.</source>
        <translation>Faites-les examiner par le responsable de l’application&#x202f;; elles sont copiées telles quelles.</translation>
    </message>
    <message>
        <source>The view “{name}” of “{database}” cannot be used here: {detail}</source>
        <translation>La vue «&#xa0;{name}&#xa0;» de «&#xa0;{database}&#xa0;» est inutilisable ici&#xa0;: {detail}</translation>
    </message>
    <message>
        <source>Correct or remove the view; what reads it fails on the new server.</source>
        <translation>Corrigez ou retirez la vue&#x202f;; ce qui la lit échoue sur le nouveau serveur.</translation>
    </message>
    <message>
        <source>The trigger “{name}” of “{database}” cannot be run here: {detail}</source>
        <translation>Le déclencheur «&#xa0;{name}&#xa0;» de «&#xa0;{database}&#xa0;» ne peut pas s’exécuter ici&#xa0;: {detail}</translation>
    </message>
    <message>
        <source>Correct the trigger, or install what it needs on the new server.</source>
        <translation>Corrigez le déclencheur, ou installez ce qu’il lui faut sur le nouveau serveur.</translation>
    </message>
    <message>
        <source>The table “{name}” of “{database}” needs an extension that is missing here: {detail}</source>
        <translation>La table «&#xa0;{name}&#xa0;» de «&#xa0;{database}&#xa0;» a besoin d’une extension qui manque ici&#xa0;: {detail}</translation>
    </message>
    <message>
        <source>Install that extension of SQLite on the new server.</source>
        <translation>Installez cette extension de SQLite sur le nouveau serveur.</translation>
    </message>
    <message numerus="yes">
        <source>Test of %n database(s)</source>
        <translation>
            <numerusform>Test de %n base</numerusform>
            <numerusform>Test de %n bases</numerusform>
        </translation>
    </message>
    <message>
        <source>Test of all databases</source>
        <translation>Test de toutes les bases</translation>
    </message>
    <message>
        <source>Trying “{name}” in a throwaway file</source>
        <translation>Essai de «&#xa0;{name}&#xa0;» dans un fichier provisoire</translation>
    </message>
    <message>
        <source>The demo stops: “{step:code}” did not end well.</source>
        <translation>La démonstration s’arrête&#xa0;: «&#xa0;{step:code}&#xa0;» ne s’est pas bien terminé.</translation>
    </message>
    <message>
        <source>Open “{subject}” to see why; start over with --again.</source>
        <translation>Ouvrez «&#xa0;{subject}&#xa0;» pour voir pourquoi&#x202f;; recommencez avec --again.</translation>
    </message>
    <message>
        <source>Making the old server, its backups, an empty new one and a test environment</source>
        <translation>Création de l’ancien serveur, de ses sauvegardes, d’un nouveau serveur vide et d’un environnement de test</translation>
    </message>
    <message>
        <source>Making the project, its people and its three servers</source>
        <translation>Création du projet, de ses personnes et de ses trois serveurs</translation>
    </message>
    <message>
        <source>Reading the old server, whose application is at work meanwhile</source>
        <translation>Lecture de l’ancien serveur, dont l’application travaille pendant ce temps</translation>
    </message>
    <message>
        <source>Looking for dependencies in the configuration files, and deciding on them</source>
        <translation>Recherche des dépendances dans les fichiers de configuration, et décisions</translation>
    </message>
    <message>
        <source>Looking for what the new server would break</source>
        <translation>Recherche de ce que le nouveau serveur casserait</translation>
    </message>
    <message>
        <source>{person} validates the map</source>
        <translation>{person} valide la cartographie</translation>
    </message>
    <message>
        <source>Finding yesterday&apos;s backups and reading them whole; one was cut short</source>
        <translation>Recherche des sauvegardes d’hier et lecture en entier&#x202f;; l’une a été coupée</translation>
    </message>
    <message>
        <source>Restoring them for real and comparing them with their source</source>
        <translation>Restauration pour de vrai et comparaison avec leur source</translation>
    </message>
    <message>
        <source>Rehearsing the cutover on the test environment, with scenarios and a rollback drill</source>
        <translation>Répétition de la bascule sur l’environnement de test, avec scénarios et exercice de retour arrière</translation>
    </message>
    <message>
        <source>Measuring how the old server does, for the time after</source>
        <translation>Mesure de la tenue de l’ancien serveur, pour l’après</translation>
    </message>
    <message>
        <source>Copying most of the data beforehand</source>
        <translation>Copie de l’essentiel des données à l’avance</translation>
    </message>
    <message>
        <source>Choosing the window; the plan is approved</source>
        <translation>Choix de la fenêtre&#x202f;; le plan est approuvé</translation>
    </message>
    <message>
        <source>IT and the management give the go</source>
        <translation>L’informatique et la direction donnent le go</translation>
    </message>
    <message>
        <source>Cutting over when the window begins</source>
        <translation>Bascule à l’ouverture de la fenêtre</translation>
    </message>
    <message>
        <source>Watching the new server at work</source>
        <translation>Surveillance du nouveau serveur au travail</translation>
    </message>
    <message>
        <source>Writing the reports in French and in English</source>
        <translation>Écriture des rapports en français et en anglais</translation>
    </message>
    <message>
        <source>Make the demo&apos;s servers</source>
        <translation>Créer les serveurs de la démonstration</translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation>
            <numerusform>dans %n jour</numerusform>
            <numerusform>dans %n jours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>encore %n jour</numerusform>
            <numerusform>encore %n jours</numerusform>
        </translation>
    </message>
    <message>
        <source>Differences between test and production</source>
        <translation>Écarts entre test et production</translation>
    </message>
    <message>
        <source>Running the scenarios</source>
        <translation>Passage des scénarios</translation>
    </message>
    <message>
        <source>Proving that nothing real was touched</source>
        <translation>Preuve que rien de réel n’a été touché</translation>
    </message>
    <message>
        <source>Comparing the test environment with production</source>
        <translation>Comparaison de l’environnement de test avec la production</translation>
    </message>
    <message>
        <source>There is nothing to rehearse yet: {reason:code}</source>
        <translation>Il n’y a encore rien à répéter&#xa0;: {reason:code}</translation>
    </message>
    <message>
        <source>No test environment is named.</source>
        <translation>Aucun environnement de test n’est indiqué.</translation>
    </message>
    <message>
        <source>Add one on the page Servers: an empty folder is enough.</source>
        <translation>Ajoutez-en un sur la page Serveurs&#xa0;: un dossier vide suffit.</translation>
    </message>
    <message>
        <source>The cutover has begun: there is nothing left to rehearse.</source>
        <translation>La bascule a commencé&#xa0;: il n’y a plus rien à répéter.</translation>
    </message>
    <message>
        <source>The new server or the link changed while the rehearsal ran, so it proves nothing.</source>
        <translation>Le nouveau serveur ou le lien a changé pendant la répétition&#xa0;: elle ne prouve rien.</translation>
    </message>
    <message>
        <source>Find out who writes there, then rehearse again.</source>
        <translation>Trouvez qui y écrit, puis répétez.</translation>
    </message>
    <message>
        <source>The rollback drill did not bring “{subject}” back.</source>
        <translation>L’exercice de retour arrière n’a pas ramené «&#xa0;{subject}&#xa0;».</translation>
    </message>
    <message>
        <source>A rollback cannot be relied on: report this before going on.</source>
        <translation>On ne peut pas compter sur un retour arrière&#xa0;: signalez-le avant de continuer.</translation>
    </message>
    <message>
        <source>There is no scenario to run.</source>
        <translation>Il n’y a aucun scénario à jouer.</translation>
    </message>
    <message>
        <source>Let some be proposed, or add one.</source>
        <translation>Faites-en proposer, ou ajoutez-en un.</translation>
    </message>
    <message>
        <source>The scenario has no name.</source>
        <translation>Le scénario n’a pas de nom.</translation>
    </message>
    <message>
        <source>Say what must work.</source>
        <translation>Dites ce qui doit marcher.</translation>
    </message>
    <message>
        <source>There is no probe “{name}”.</source>
        <translation>Il n’y a pas de sonde «&#xa0;{name}&#xa0;».</translation>
    </message>
    <message>
        <source>Choose one of: file-readable, rights-equal, sqlite-query, read-rate, link-targets, compatible.</source>
        <translation>Choisissez parmi&#xa0;: file-readable, rights-equal, sqlite-query, read-rate, link-targets, compatible.</translation>
    </message>
    <message>
        <source>The scenario “{subject}” lacks “{name}”.</source>
        <translation>Il manque «&#xa0;{name}&#xa0;» au scénario «&#xa0;{subject}&#xa0;».</translation>
    </message>
    <message>
        <source>Accepting a difference needs a name.</source>
        <translation>Accepter un écart demande un nom.</translation>
    </message>
    <message>
        <source>Accepting a difference needs a reason.</source>
        <translation>Accepter un écart demande une raison.</translation>
    </message>
    <message>
        <source>Say why it does not matter.</source>
        <translation>Dites pourquoi il n’a pas d’importance.</translation>
    </message>
    <message>
        <source>Nothing has been rehearsed yet, so there is nothing to compare.</source>
        <translation>Rien n’a encore été répété, il n’y a donc rien à comparer.</translation>
    </message>
    <message>
        <source>Rehearse first.</source>
        <translation>Répétez d’abord.</translation>
    </message>
    <message>
        <source>{name}</source>
        <translation>{name}</translation>
    </message>
    <message>
        <source>Files of {name} open</source>
        <translation>Les fichiers de {name} s’ouvrent</translation>
    </message>
    <message>
        <source>Files open</source>
        <translation>Les fichiers s’ouvrent</translation>
    </message>
    <message>
        <source>Database {name} answers as the original</source>
        <translation>La base {name} répond comme l’originale</translation>
    </message>
    <message>
        <source>Links lead where they should</source>
        <translation>Les liens mènent où il faut</translation>
    </message>
    <message>
        <source>Access rights are the same</source>
        <translation>Les droits d’accès sont les mêmes</translation>
    </message>
    <message>
        <source>Reading under load is fast enough</source>
        <translation>La lecture sous charge est assez rapide</translation>
    </message>
    <message>
        <source>No blocking incompatibility is open</source>
        <translation>Aucune incompatibilité bloquante n’est ouverte</translation>
    </message>
    <message>
        <source>Rights equal to the source</source>
        <translation>Droits égaux à la source</translation>
    </message>
    <message>
        <source>Database query</source>
        <translation>Requête à une base</translation>
    </message>
    <message>
        <source>Reading under load</source>
        <translation>Lecture sous charge</translation>
    </message>
    <message>
        <source>Symbolic links</source>
        <translation>Liens symboliques</translation>
    </message>
    <message>
        <source>Compatibility findings</source>
        <translation>Constats de compatibilité</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) opened and read</source>
        <translation>
            <numerusform>%n fichier ouvert et lu</numerusform>
            <numerusform>%n fichiers ouverts et lus</numerusform>
        </translation>
    </message>
    <message>
        <source>{path} opens but gives nothing</source>
        <translation>{path} s’ouvre mais ne donne rien</translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies) with the same mode, owner and ACL</source>
        <translation>
            <numerusform>%n entrée aux mêmes droits, propriétaire et ACL</numerusform>
            <numerusform>%n entrées aux mêmes droits, propriétaire et ACL</numerusform>
        </translation>
    </message>
    <message>
        <source>{different:number} of {count:number} entries have other rights, the first is {path}</source>
        <translation>{different:number} entrées sur {count:number} ont d’autres droits, la première est {path}</translation>
    </message>
    <message>
        <source>The query answers “{got}”, as it should</source>
        <translation>La requête répond «&#xa0;{got}&#xa0;», comme il faut</translation>
    </message>
    <message>
        <source>The query answers “{got}” instead of “{wanted}”</source>
        <translation>La requête répond «&#xa0;{got}&#xa0;» au lieu de «&#xa0;{wanted}&#xa0;»</translation>
    </message>
    <message>
        <source>{rate:bytes} a second with {threads:number} readers; {sourceRate:bytes} on the source</source>
        <translation>{rate:bytes} par seconde avec {threads:number} lecteurs&#x202f;; {sourceRate:bytes} à la source</translation>
    </message>
    <message>
        <source>Only {rate:bytes} a second with {threads:number} readers; {sourceRate:bytes} on the source, and {least:number} % of that are asked for</source>
        <translation>Seulement {rate:bytes} par seconde avec {threads:number} lecteurs&#x202f;; {sourceRate:bytes} à la source, dont {least:number}&#xa0;% sont demandés</translation>
    </message>
    <message>
        <source>Some files could not be opened under load</source>
        <translation>Des fichiers n’ont pas pu être ouverts sous charge</translation>
    </message>
    <message>
        <source>There is no file to read</source>
        <translation>Il n’y a aucun fichier à lire</translation>
    </message>
    <message numerus="yes">
        <source>%n symbolic link(s) followed, none is broken by the move</source>
        <translation>
            <numerusform>%n lien symbolique suivi, aucun n’est cassé par le déplacement</numerusform>
            <numerusform>%n liens symboliques suivis, aucun n’est cassé par le déplacement</numerusform>
        </translation>
    </message>
    <message>
        <source>{broken:number} of {count:number} symbolic links lead nowhere, the first is {path}</source>
        <translation>{broken:number} liens symboliques sur {count:number} ne mènent nulle part, le premier est {path}</translation>
    </message>
    <message>
        <source>{intoSource:number} symbolic links lead back to the old server, the first is {path}</source>
        <translation>{intoSource:number} liens symboliques ramènent à l’ancien serveur, le premier est {path}</translation>
    </message>
    <message numerus="yes">
        <source>%n blocking incompatibility(ies) open, the first is {subject}</source>
        <translation>
            <numerusform>%n incompatibilité bloquante est ouverte, la première est {subject}</numerusform>
            <numerusform>%n incompatibilités bloquantes sont ouvertes, la première est {subject}</numerusform>
        </translation>
    </message>
    <message>
        <source>Compatibility has not been looked at yet</source>
        <translation>La compatibilité n’a pas encore été vérifiée</translation>
    </message>
    <message>
        <source>It could not be tried: {reason:code}</source>
        <translation>L’essai n’a pas pu se faire&#xa0;: {reason:code}</translation>
    </message>
    <message>
        <source>Stopped before its end</source>
        <translation>Arrêté avant la fin</translation>
    </message>
    <message numerus="yes">
        <source>{name}: %n difference(s), changed in production since the rehearsal: {examples}</source>
        <translation>
            <numerusform>{name}&#xa0;: %n différence, changée en production depuis la répétition&#xa0;: {examples}</numerusform>
            <numerusform>{name}&#xa0;: %n différences, changées en production depuis la répétition&#xa0;: {examples}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{name}: %n difference(s), changed on the test environment since the rehearsal: {examples}</source>
        <translation>
            <numerusform>{name}&#xa0;: %n différence, changée sur l’environnement de test depuis la répétition&#xa0;: {examples}</numerusform>
            <numerusform>{name}&#xa0;: %n différences, changées sur l’environnement de test depuis la répétition&#xa0;: {examples}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{name}: %n difference(s), changed on both sides: {examples}</source>
        <translation>
            <numerusform>{name}&#xa0;: %n différence, changée des deux côtés&#xa0;: {examples}</numerusform>
            <numerusform>{name}&#xa0;: %n différences, changées des deux côtés&#xa0;: {examples}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{name}: %n difference(s) from the start: {examples}</source>
        <translation>
            <numerusform>{name}&#xa0;: %n différence depuis le départ&#xa0;: {examples}</numerusform>
            <numerusform>{name}&#xa0;: %n différences depuis le départ&#xa0;: {examples}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{name}: the rows of %n table(s) differ: {examples}</source>
        <translation>
            <numerusform>{name}&#xa0;: les lignes de %n table diffèrent&#xa0;: {examples}</numerusform>
            <numerusform>{name}&#xa0;: les lignes de %n tables diffèrent&#xa0;: {examples}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{name}: %n object(s) of the schema differ: {examples}</source>
        <translation>
            <numerusform>{name}&#xa0;: %n objet du schéma diffère&#xa0;: {examples}</numerusform>
            <numerusform>{name}&#xa0;: %n objets du schéma diffèrent&#xa0;: {examples}</numerusform>
        </translation>
    </message>
    <message>
        <source>{passed:number} of {count:number} scenarios passed</source>
        <translation>{passed:number} scénarios réussis sur {count:number}</translation>
    </message>
    <message>
        <source>The new server is as it was before the rehearsal</source>
        <translation>Le nouveau serveur est comme avant la répétition</translation>
    </message>
    <message>
        <source>The link that users go through was not touched</source>
        <translation>Le lien par lequel passent les utilisateurs n’a pas été touché</translation>
    </message>
    <message>
        <source>The old server is as it was before the rehearsal</source>
        <translation>L’ancien serveur est comme avant la répétition</translation>
    </message>
    <message>
        <source>People went on working on the old server meanwhile</source>
        <translation>On a continué à travailler sur l’ancien serveur pendant ce temps</translation>
    </message>
    <message>
        <source>What was written after the cutover came back: a new, a changed and a deleted file, a row</source>
        <translation>Ce qui a été écrit après la bascule est revenu&#xa0;: un fichier nouveau, un modifié, un supprimé, une ligne</translation>
    </message>
    <message>
        <source>Nothing has been rehearsed yet</source>
        <translation>Rien n’a encore été répété</translation>
    </message>
    <message>
        <source>The last rehearsal has not come to its end</source>
        <translation>La dernière répétition n’est pas arrivée au bout</translation>
    </message>
    <message>
        <source>The rehearsal of {at:datetime} failed: {reason:code}</source>
        <translation>La répétition du {at:datetime} a échoué&#xa0;: {reason:code}</translation>
    </message>
    <message>
        <source>The runbook changed since the rehearsal of {at:datetime}: rehearse again</source>
        <translation>Le plan de bascule a changé depuis la répétition du {at:datetime}&#xa0;: à rejouer</translation>
    </message>
    <message>
        <source>The rehearsal of {at:datetime} is over {days:number} days old: rehearse again</source>
        <translation>La répétition du {at:datetime} a plus de {days:number} jours&#xa0;: à rejouer</translation>
    </message>
    <message>
        <source>No required scenario: {kind:enum}</source>
        <translation>Aucun scénario requis&#xa0;: {kind:enum}</translation>
    </message>
    <message>
        <source>Scenario not run yet: {scenario:code}</source>
        <translation>Scénario pas encore joué&#xa0;: {scenario:code}</translation>
    </message>
    <message>
        <source>Scenario not run since the last rehearsal: {scenario:code}</source>
        <translation>Scénario non joué depuis la dernière répétition&#xa0;: {scenario:code}</translation>
    </message>
    <message>
        <source>Scenario failed: {scenario:code}</source>
        <translation>Scénario en échec&#xa0;: {scenario:code}</translation>
    </message>
    <message>
        <source>A difference is open: {difference:code}</source>
        <translation>Un écart est ouvert&#xa0;: {difference:code}</translation>
    </message>
    <message>
        <source>The differences have not been measured since the rehearsal</source>
        <translation>Les écarts n’ont pas été mesurés depuis la répétition</translation>
    </message>
    <message>
        <source>Not signed yet: {role:enum}</source>
        <translation>Pas encore signé&#xa0;: {role:enum}</translation>
    </message>
    <message numerus="yes">
        <source>Rehearsed on {at:date}, {time:duration}; %n rehearsal(s) of this runbook</source>
        <translation>
            <numerusform>Répété le {at:date}, {time:duration}&#x202f;; %n répétition de ce plan</numerusform>
            <numerusform>Répété le {at:date}, {time:duration}&#x202f;; %n répétitions de ce plan</numerusform>
        </translation>
    </message>
    <message>
        <source>{passed:number} of {count:number} required scenarios passed</source>
        <translation>{passed:number} scénarios requis réussis sur {count:number}</translation>
    </message>
    <message>
        <source>Rollback drilled: {time:duration}</source>
        <translation>Exercice de retour arrière&#xa0;: {time:duration}</translation>
    </message>
    <message>
        <source>Compared with production on {at:datetime}</source>
        <translation>Comparé à la production le {at:datetime}</translation>
    </message>
    <message>
        <source>Signed by {names} on {at:date}</source>
        <translation>Signé par {names} le {at:date}</translation>
    </message>
    <message numerus="yes">
        <source>The backup holds a part only: %n file(s) or folders lie elsewhere.</source>
        <translation>
            <numerusform>La sauvegarde n’en contient qu’une partie&#xa0;: %n fichier ou dossier est ailleurs.</numerusform>
            <numerusform>La sauvegarde n’en contient qu’une partie&#xa0;: %n fichiers ou dossiers sont ailleurs.</numerusform>
        </translation>
    </message>
    <message>
        <source>At the target a folder that is not empty stands in its place.</source>
        <translation>À la cible, un dossier non vide occupe sa place.</translation>
    </message>
    <message>
        <source>The project has no asset “{subject}”, or more than one of that name.</source>
        <translation>Le projet n’a pas d’actif «&#xa0;{subject}&#xa0;», ou en a plusieurs de ce nom.</translation>
    </message>
    <message>
        <source>See their numbers with “bascule-cli assets”.</source>
        <translation>Voir leurs numéros avec «&#xa0;bascule-cli assets&#xa0;».</translation>
    </message>
    <message>
        <source>It changed while it was being read.</source>
        <translation>Il a changé pendant sa lecture.</translation>
    </message>
    <message>
        <source>The project file “{subject}” cannot be opened.</source>
        <translation>Le fichier de projet «&#xa0;{subject}&#xa0;» ne peut pas être ouvert.</translation>
    </message>
    <message>
        <source>Look whether the file and its folder may be read and written; it was not changed.</source>
        <translation>Voyez si le fichier et son dossier peuvent être lus et écrits&#x202f;; il n’a pas été modifié.</translation>
    </message>
    <message>
        <source>The copy “{subject}” could not be made, so the project was not brought up to date.</source>
        <translation>La copie «&#xa0;{subject}&#xa0;» n’a pas pu être faite, le projet n’a donc pas été mis à jour.</translation>
    </message>
    <message>
        <source>Make room beside the project file, then open it again.</source>
        <translation>Libérez de la place à côté du fichier de projet, puis rouvrez-le.</translation>
    </message>
    <message>
        <source>The project file “{subject}” could not be brought up to date (step {schema}) and is as it was.</source>
        <translation>Le fichier de projet «&#xa0;{subject}&#xa0;» n’a pas pu être mis à jour (étape {schema}) et reste comme il était.</translation>
    </message>
    <message>
        <source>A copy from before lies beside it; report this, with the technical details.</source>
        <translation>Une copie d’avant est à côté&#x202f;; signalez-le, avec les détails techniques.</translation>
    </message>
    <message>
        <source>It was removed while it was being copied.</source>
        <translation>Il a été supprimé pendant sa copie.</translation>
    </message>
    <message>
        <source>It was cancelled.</source>
        <translation>C’est annulé.</translation>
    </message>
    <message>
        <source>The target takes its name and a neighbour&apos;s for the same.</source>
        <translation>La cible confond son nom avec celui d’un voisin.</translation>
    </message>
    <message>
        <source>The file it shares its contents with was not copied.</source>
        <translation>Le fichier dont il partage le contenu n’a pas été copié.</translation>
    </message>
    <message>
        <source>Its owner or group could not be kept.</source>
        <translation>Son propriétaire ou son groupe n’a pas pu être gardé.</translation>
    </message>
    <message>
        <source>Its permissions could not be kept.</source>
        <translation>Ses droits n’ont pas pu être gardés.</translation>
    </message>
    <message>
        <source>Its times could not be kept exactly.</source>
        <translation>Ses dates n’ont pas pu être gardées exactement.</translation>
    </message>
    <message>
        <source>Its access list could not be kept.</source>
        <translation>Sa liste d’accès n’a pas pu être gardée.</translation>
    </message>
    <message>
        <source>Its extended attributes could not be kept.</source>
        <translation>Ses attributs étendus n’ont pas pu être gardés.</translation>
    </message>
    <message>
        <source>Its capabilities could not be kept.</source>
        <translation>Ses capacités n’ont pas pu être gardées.</translation>
    </message>
    <message>
        <source>Find its address</source>
        <translation>Trouver son adresse</translation>
    </message>
    <message>
        <source>“{host}” is {addresses}.</source>
        <translation>«&#xa0;{host}&#xa0;» est {addresses}.</translation>
    </message>
    <message>
        <source>Reached through “{through}”, which looks the name up.</source>
        <translation>Joint par «&#xa0;{through}&#xa0;», qui cherche le nom.</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Se connecter</translation>
    </message>
    <message>
        <source>Port {port} answers after {ms:duration}; its SSH server is {software}.</source>
        <translation>Le port {port} répond après {ms:duration}&#xa0;; son serveur SSH est {software}.</translation>
    </message>
    <message>
        <source>Reached through “{through}”.</source>
        <translation>Joint par «&#xa0;{through}&#xa0;».</translation>
    </message>
    <message>
        <source>Host key</source>
        <translation>Clé d’hôte</translation>
    </message>
    <message>
        <source>It is the known one: {keyType} {fingerprint}.</source>
        <translation>C’est celle que l’on connaît&#xa0;: {keyType} {fingerprint}.</translation>
    </message>
    <message>
        <source>You accepted {keyType} {fingerprint}; it is known from now on.</source>
        <translation>Vous avez accepté {keyType} {fingerprint}&#xa0;; elle est désormais connue.</translation>
    </message>
    <message>
        <source>It is the known one.</source>
        <translation>C’est celle que l’on connaît.</translation>
    </message>
    <message>
        <source>Authentication</source>
        <translation>Authentification</translation>
    </message>
    <message>
        <source>The server let you in ({method}).</source>
        <translation>Le serveur vous a laissé entrer ({method}).</translation>
    </message>
    <message>
        <source>Shell</source>
        <translation>Interpréteur de commandes</translation>
    </message>
    <message>
        <source>Commands run there as {user}.</source>
        <translation>Les commandes s’y exécutent en tant que {user}.</translation>
    </message>
    <message>
        <source>Commands run there as {user}; what the login prints by itself ({noise:bytes}) is left out.</source>
        <translation>Les commandes s’y exécutent en tant que {user}&#xa0;; ce que la connexion affiche d’elle-même ({noise:bytes}) est laissé de côté.</translation>
    </message>
    <message>
        <source>Architecture</source>
        <translation>Architecture</translation>
    </message>
    <message>
        <source>{system} on {cpu}, as here.</source>
        <translation>{system} sur {cpu}, comme ici.</translation>
    </message>
    <message>
        <source>sudo</source>
        <translation>sudo</translation>
    </message>
    <message>
        <source>Commands run as root through sudo.</source>
        <translation>Les commandes s’exécutent en tant que root par sudo.</translation>
    </message>
    <message>
        <source>Free space</source>
        <translation>Place libre</translation>
    </message>
    <message>
        <source>{bytesFree:bytes} of {bytesTotal:bytes} are free in “{folder}”.</source>
        <translation>{bytesFree:bytes} libres sur {bytesTotal:bytes} dans «&#xa0;{folder}&#xa0;».</translation>
    </message>
    <message>
        <source>Not tried</source>
        <translation>Non essayé</translation>
    </message>
    <message>
        <source>“{subject}” runs {system}; only Linux can be worked on.</source>
        <translation>«&#xa0;{subject}&#xa0;» tourne sous {system}&#xa0;; seul Linux est pris en charge.</translation>
    </message>
    <message>
        <source>Name a Linux server.</source>
        <translation>Indiquez un serveur Linux.</translation>
    </message>
    <message>
        <source>“{subject}” has a processor of another kind ({cpu}, here it is {here}).</source>
        <translation>«&#xa0;{subject}&#xa0;» a un processeur d’un autre type ({cpu}, ici {here}).</translation>
    </message>
    <message>
        <source>Start Bascule on a machine with the same kind of processor as the server.</source>
        <translation>Lancez Bascule sur une machine dont le processeur est du même type que celui du serveur.</translation>
    </message>
    <message>
        <source>Test the connection to “{name}”</source>
        <translation>Tester la connexion à «&#xa0;{name}&#xa0;»</translation>
    </message>
    <message>
        <source>“{subject}” is no address of a server: {reason:code}</source>
        <translation>«&#xa0;{subject}&#xa0;» n’est pas l’adresse d’un serveur&#xa0;: {reason:code}</translation>
    </message>
    <message>
        <source>Write [user@]host[:port], e.g. root@vega.example.org:2222, or an alias of your ~/.ssh/config.</source>
        <translation>Écrivez [utilisateur@]hôte[:port], par exemple root@vega.example.org:2222, ou un alias de votre ~/.ssh/config.</translation>
    </message>
    <message>
        <source>it is empty.</source>
        <translation>elle est vide.</translation>
    </message>
    <message>
        <source>the user’s name is empty or has characters that no name has.</source>
        <translation>le nom d’utilisateur est vide ou contient des caractères qu’aucun nom ne contient.</translation>
    </message>
    <message>
        <source>the host’s name is empty or has characters that no name has.</source>
        <translation>le nom d’hôte est vide ou contient des caractères qu’aucun nom ne contient.</translation>
    </message>
    <message>
        <source>the port is a number from 1 to 65535.</source>
        <translation>le port est un nombre de 1 à 65535.</translation>
    </message>
    <message>
        <source>an IPv6 address stands in brackets, e.g. [2001:db8::7]:22.</source>
        <translation>une adresse IPv6 s’écrit entre crochets, par exemple [2001:db8::7]:22.</translation>
    </message>
    <message>
        <source>The folder “{subject}” on the server is not an absolute path.</source>
        <translation>Le dossier «&#xa0;{subject}&#xa0;» du serveur n’est pas un chemin absolu.</translation>
    </message>
    <message>
        <source>The program “ssh” is missing on this machine.</source>
        <translation>Le programme «&#xa0;ssh&#xa0;» manque sur cette machine.</translation>
    </message>
    <message>
        <source>Install the package openssh-client.</source>
        <translation>Installez le paquet openssh-client.</translation>
    </message>
    <message>
        <source>No private folder for connections could be made: “{subject}”.</source>
        <translation>Aucun dossier privé pour les connexions n’a pu être créé&#xa0;: «&#xa0;{subject}&#xa0;».</translation>
    </message>
    <message>
        <source>See that /tmp, or the folder XDG_RUNTIME_DIR names, can be written to.</source>
        <translation>Vérifiez que l’on peut écrire dans /tmp, ou dans le dossier que nomme XDG_RUNTIME_DIR.</translation>
    </message>
    <message>
        <source>ssh does not accept its configuration: {detail}</source>
        <translation>ssh n’accepte pas sa configuration&#xa0;: {detail}</translation>
    </message>
    <message>
        <source>Correct ~/.ssh/config or /etc/ssh/ssh_config, and the rights on them.</source>
        <translation>Corrigez ~/.ssh/config ou /etc/ssh/ssh_config, ainsi que les droits sur ces fichiers.</translation>
    </message>
    <message>
        <source>Nobody knows a host named “{subject}”.</source>
        <translation>Personne ne connaît d’hôte nommé «&#xa0;{subject}&#xa0;».</translation>
    </message>
    <message>
        <source>Check the spelling and this machine’s DNS, or write the server’s IP address.</source>
        <translation>Vérifiez l’orthographe et le DNS de cette machine, ou indiquez l’adresse IP du serveur.</translation>
    </message>
    <message>
        <source>“{subject}” refuses the connection: no SSH server listens on that port.</source>
        <translation>«&#xa0;{subject}&#xa0;» refuse la connexion&#xa0;: aucun serveur SSH n’écoute sur ce port.</translation>
    </message>
    <message>
        <source>Check the port, and that the SSH server is started there.</source>
        <translation>Vérifiez le port, et que le serveur SSH y est démarré.</translation>
    </message>
    <message>
        <source>“{subject}” did not answer in time.</source>
        <translation>«&#xa0;{subject}&#xa0;» n’a pas répondu à temps.</translation>
    </message>
    <message>
        <source>Check that the server is up, and that no firewall on the way drops the connection.</source>
        <translation>Vérifiez que le serveur est en marche, et qu’aucun pare-feu en chemin ne bloque la connexion.</translation>
    </message>
    <message>
        <source>There is no way from this machine to “{subject}”.</source>
        <translation>Aucun chemin ne mène de cette machine à «&#xa0;{subject}&#xa0;».</translation>
    </message>
    <message>
        <source>Check the network, the VPN, or name a jump host in ~/.ssh/config.</source>
        <translation>Vérifiez le réseau, le VPN, ou indiquez une machine de rebond dans ~/.ssh/config.</translation>
    </message>
    <message>
        <source>What answers at “{subject}” is no SSH server.</source>
        <translation>Ce qui répond à «&#xa0;{subject}&#xa0;» n’est pas un serveur SSH.</translation>
    </message>
    <message>
        <source>Check the port.</source>
        <translation>Vérifiez le port.</translation>
    </message>
    <message>
        <source>“{subject}” closed the connection.</source>
        <translation>«&#xa0;{subject}&#xa0;» a fermé la connexion.</translation>
    </message>
    <message>
        <source>Try again; if it stays so, see the server’s own log (journalctl -u ssh), and whether it blocks this machine.</source>
        <translation>Réessayez. Si cela persiste, consultez le journal du serveur (journalctl -u ssh), et voyez s’il bloque cette machine.</translation>
    </message>
    <message>
        <source>“{subject}” and this machine have no way of encryption in common.</source>
        <translation>«&#xa0;{subject}&#xa0;» et cette machine n’ont aucun chiffrement en commun.</translation>
    </message>
    <message>
        <source>The server is old: allow one of its algorithms for this host in ~/.ssh/config.</source>
        <translation>Le serveur est ancien&#xa0;: autorisez l’un de ses algorithmes pour cet hôte dans ~/.ssh/config.</translation>
    </message>
    <message>
        <source>The key of “{subject}” is not known and was not accepted: {keyType} {fingerprint}.</source>
        <translation>La clé de «&#xa0;{subject}&#xa0;» n’est pas connue et n’a pas été acceptée&#xa0;: {keyType} {fingerprint}.</translation>
    </message>
    <message>
        <source>Compare it with what “ssh-keygen -lf” says on the server itself, then accept it: in the dialog, on the terminal, or with --host-key.</source>
        <translation>Comparez-la avec ce que dit «&#xa0;ssh-keygen -lf&#xa0;» sur le serveur même, puis acceptez-la&#xa0;: dans la fenêtre, sur le terminal, ou avec --host-key.</translation>
    </message>
    <message>
        <source>The key of “{subject}” is not the known one. Somebody may be listening in between; nothing was sent.</source>
        <translation>La clé de «&#xa0;{subject}&#xa0;» n’est pas celle que l’on connaît. Quelqu’un se trouve peut-être entre les deux&#xa0;; rien n’a été envoyé.</translation>
    </message>
    <message>
        <source>Find out from the server’s owner whether it was installed anew. Only then remove its old key with “ssh-keygen -R”, and test again.</source>
        <translation>Demandez au responsable du serveur s’il a été réinstallé. Alors seulement, retirez l’ancienne clé avec «&#xa0;ssh-keygen -R&#xa0;» et testez de nouveau.</translation>
    </message>
    <message>
        <source>“{subject}” does not let you in; it would take: {methods}.</source>
        <translation>«&#xa0;{subject}&#xa0;» ne vous laisse pas entrer&#xa0;; il accepterait&#xa0;: {methods}.</translation>
    </message>
    <message>
        <source>Check the user’s name, the password, and that your key is in authorized_keys there.</source>
        <translation>Vérifiez le nom d’utilisateur, le mot de passe, et que votre clé figure là-bas dans authorized_keys.</translation>
    </message>
    <message>
        <source>The password on “{subject}” has expired.</source>
        <translation>Le mot de passe sur «&#xa0;{subject}&#xa0;» a expiré.</translation>
    </message>
    <message>
        <source>Log in there once by hand and choose a new one.</source>
        <translation>Connectez-vous-y une fois à la main et choisissez-en un nouveau.</translation>
    </message>
    <message>
        <source>“{subject}” asked for a password and got none.</source>
        <translation>«&#xa0;{subject}&#xa0;» a demandé un mot de passe et n’en a pas reçu.</translation>
    </message>
    <message>
        <source>Test again and type it, or use a key.</source>
        <translation>Testez de nouveau et saisissez-le, ou utilisez une clé.</translation>
    </message>
    <message>
        <source>“{subject}” asks for a password, and nobody can type one here.</source>
        <translation>«&#xa0;{subject}&#xa0;» demande un mot de passe, et personne ne peut le saisir ici.</translation>
    </message>
    <message>
        <source>Start this on a terminal, give it with --password-fd, or put a key into an agent.</source>
        <translation>Lancez ceci sur un terminal, donnez-le avec --password-fd, ou confiez une clé à un agent.</translation>
    </message>
    <message>
        <source>“{subject}” allows no further session on the same connection.</source>
        <translation>«&#xa0;{subject}&#xa0;» n’autorise pas d’autre session sur la même connexion.</translation>
    </message>
    <message>
        <source>Raise MaxSessions in its sshd_config, or wait for other work on it to end.</source>
        <translation>Augmentez MaxSessions dans son sshd_config, ou attendez la fin des autres travaux.</translation>
    </message>
    <message>
        <source>“{subject}” lets you in but runs no commands for you.</source>
        <translation>«&#xa0;{subject}&#xa0;» vous laisse entrer mais n’exécute aucune commande pour vous.</translation>
    </message>
    <message>
        <source>Use an account with a shell, and without a forced command.</source>
        <translation>Utilisez un compte doté d’un interpréteur de commandes, sans commande imposée.</translation>
    </message>
    <message>
        <source>“{subject}” said more than the {bytes:bytes} that were expected.</source>
        <translation>«&#xa0;{subject}&#xa0;» en a dit plus que les {bytes:bytes} attendus.</translation>
    </message>
    <message>
        <source>Find out what runs there in place of the usual commands.</source>
        <translation>Cherchez ce qui s’y exécute à la place des commandes habituelles.</translation>
    </message>
    <message>
        <source>A command on “{subject}” did not end within {seconds:seconds}.</source>
        <translation>Une commande sur «&#xa0;{subject}&#xa0;» ne s’est pas terminée en {seconds:seconds}.</translation>
    </message>
    <message>
        <source>See how busy the server is, then try again.</source>
        <translation>Voyez si le serveur est très occupé, puis réessayez.</translation>
    </message>
    <message>
        <source>ssh could not connect to “{subject}”: {detail}</source>
        <translation>ssh n’a pas pu se connecter à «&#xa0;{subject}&#xa0;»&#xa0;: {detail}</translation>
    </message>
    <message>
        <source>Try “ssh” to the same address on a terminal, where it says more.</source>
        <translation>Essayez «&#xa0;ssh&#xa0;» vers la même adresse sur un terminal, où il en dit davantage.</translation>
    </message>
    <message>
        <source>“{subject}” has no sudo.</source>
        <translation>«&#xa0;{subject}&#xa0;» n’a pas sudo.</translation>
    </message>
    <message>
        <source>Install it there, or connect as root.</source>
        <translation>Installez-le là-bas, ou connectez-vous en tant que root.</translation>
    </message>
    <message>
        <source>sudo on “{subject}” does not take this password.</source>
        <translation>sudo sur «&#xa0;{subject}&#xa0;» n’accepte pas ce mot de passe.</translation>
    </message>
    <message>
        <source>It is your own password there, not root’s. Test again and type it.</source>
        <translation>Il s’agit de votre propre mot de passe là-bas, et non de celui de root. Testez de nouveau et saisissez-le.</translation>
    </message>
    <message>
        <source>You may not become root with sudo on “{subject}”.</source>
        <translation>Vous n’avez pas le droit de devenir root avec sudo sur «&#xa0;{subject}&#xa0;».</translation>
    </message>
    <message>
        <source>Have this user put into the group sudo, or connect as root.</source>
        <translation>Faites ajouter cet utilisateur au groupe sudo, ou connectez-vous en tant que root.</translation>
    </message>
    <message>
        <source>sudo on “{subject}” wants a terminal (requiretty).</source>
        <translation>sudo sur «&#xa0;{subject}&#xa0;» exige un terminal (requiretty).</translation>
    </message>
    <message>
        <source>Add “Defaults:USER !requiretty” to its sudoers, or connect as root.</source>
        <translation>Ajoutez «&#xa0;Defaults:USER !requiretty&#xa0;» à son fichier sudoers, ou connectez-vous en tant que root.</translation>
    </message>
    <message>
        <source>sudo on “{subject}” did not work: {detail}</source>
        <translation>sudo sur «&#xa0;{subject}&#xa0;» n’a pas fonctionné&#xa0;: {detail}</translation>
    </message>
    <message>
        <source>Try it there by hand, on a terminal.</source>
        <translation>Essayez là-bas à la main, sur un terminal.</translation>
    </message>
    <message>
        <source>“{server}” has no folder “{subject}”.</source>
        <translation>«&#xa0;{server}&#xa0;» n’a pas de dossier «&#xa0;{subject}&#xa0;».</translation>
    </message>
    <message>
        <source>Make it there, or name another folder for this server.</source>
        <translation>Créez-le là-bas, ou indiquez un autre dossier pour ce serveur.</translation>
    </message>
    <message>
        <source>This user may not read “{subject}” on “{server}”.</source>
        <translation>Cet utilisateur n’a pas le droit de lire «&#xa0;{subject}&#xa0;» sur «&#xa0;{server}&#xa0;».</translation>
    </message>
    <message>
        <source>Work there with sudo, or give this user the right to it.</source>
        <translation>Travaillez-y avec sudo, ou donnez-en le droit à cet utilisateur.</translation>
    </message>
    <message>
        <source>There is no room here to fetch {bytes:bytes} from the server; {free:bytes} are free in “{subject}”.</source>
        <translation>Il n’y a pas la place ici de rapatrier {bytes:bytes} du serveur&#x202f;; {free:bytes} sont libres dans «&#xa0;{subject}&#xa0;».</translation>
    </message>
    <message>
        <source>Make room there, or set BASCULE_SCRATCH_DIR to a folder on a larger disk.</source>
        <translation>Faites-y de la place ou indiquez dans BASCULE_SCRATCH_DIR un dossier sur un disque plus grand.</translation>
    </message>
    <message>
        <source>“{subject}” was written to while it was fetched.</source>
        <translation>«&#xa0;{subject}&#xa0;» a été modifié pendant qu’on le rapatriait.</translation>
    </message>
    <message>
        <source>Try again when nobody writes to it.</source>
        <translation>Réessayez quand personne n’y écrit.</translation>
    </message>
    <message>
        <source>“{subject}” did not arrive as it was sent.</source>
        <translation>«&#xa0;{subject}&#xa0;» n’est pas arrivé tel qu’il a été envoyé.</translation>
    </message>
    <message>
        <source>Try again; if it comes back, have the memory and disks of both machines checked.</source>
        <translation>Réessayez&#x202f;; si cela revient, faites vérifier la mémoire et les disques des deux machines.</translation>
    </message>
    <message>
        <source>Registration of a backup</source>
        <translation>Enregistrement d’une sauvegarde</translation>
    </message>
    <message>
        <source>Fetching “{name}” from its server</source>
        <translation>Rapatriement de «&#xa0;{name}&#xa0;» depuis son serveur</translation>
    </message>
    <message>
        <source>“{subject}” was not made by Bascule and stays.</source>
        <translation>«&#xa0;{subject}&#xa0;» n’a pas été créé par Bascule et reste en place.</translation>
    </message>
    <message>
        <source>On the server a process of an earlier try (number {subject}) hangs and cannot be ended.</source>
        <translation>Sur le serveur, un processus d’un essai précédent (numéro {subject}) est bloqué et ne se laisse pas terminer.</translation>
    </message>
    <message>
        <source>Its disk may not answer: see to it on the server, then start again.</source>
        <translation>Son disque ne répond peut-être plus&#xa0;: voyez cela sur le serveur, puis recommencez.</translation>
    </message>
    <message>
        <source>The connection was lost ({cause:code}); try {attempt} begins in {seconds:seconds}.</source>
        <translation>La connexion a été perdue ({cause:code})&#x202f;; l’essai {attempt} commence dans {seconds:seconds}.</translation>
    </message>
    <message>
        <source>Helper</source>
        <translation>Assistant distant</translation>
    </message>
    <message>
        <source>The helper ({bytes:bytes}) arrived as it was sent, and runs. Nothing of it stays there.</source>
        <translation>L’assistant distant ({bytes:bytes}) est arrivé tel qu’il a été envoyé, et il fonctionne. Il n’en reste rien sur place.</translation>
    </message>
    <message>
        <source>Watch the connection to “{name}”</source>
        <translation>Surveillance de la connexion à «&#xa0;{name}&#xa0;»</translation>
    </message>
    <message>
        <source>No keyring answers on this machine.</source>
        <translation>Aucun trousseau ne répond sur cette machine.</translation>
    </message>
    <message>
        <source>Start the desktop’s keyring (gnome-keyring, KWallet), or type the password each time.</source>
        <translation>Démarrez le trousseau du bureau (gnome-keyring, KWallet) ou saisissez le mot de passe à chaque fois.</translation>
    </message>
    <message>
        <source>The system’s keyring did not do what was asked: {detail}</source>
        <translation>Le trousseau du système n’a pas fait ce qui était demandé&#xa0;: {detail}</translation>
    </message>
    <message>
        <source>Unlock it, then test the connection again. The password was not kept.</source>
        <translation>Déverrouillez-le, puis testez de nouveau la connexion. Le mot de passe n’a pas été gardé.</translation>
    </message>
    <message>
        <source>The target server has no ssh to reach the source server with.</source>
        <translation>Le serveur cible n’a pas de client ssh pour joindre le serveur source.</translation>
    </message>
    <message>
        <source>Install its OpenSSH client, or let the data go through this machine.</source>
        <translation>Installez-y le client OpenSSH ou laissez les données passer par cette machine.</translation>
    </message>
    <message>
        <source>The target server does not reach the source server ({tried}).</source>
        <translation>Le serveur cible ne joint pas le serveur source ({tried}).</translation>
    </message>
    <message>
        <source>Open the way between the two, or let the data go through this machine.</source>
        <translation>Ouvrez le passage entre les deux ou laissez les données passer par cette machine.</translation>
    </message>
    <message>
        <source>The source server&apos;s key could not be told to the target server.</source>
        <translation>La clé du serveur source n’a pas pu être indiquée au serveur cible.</translation>
    </message>
    <message>
        <source>Let the data go through this machine.</source>
        <translation>Laissez les données passer par cette machine.</translation>
    </message>
    <message>
        <source>No temporary key could be made with ssh-keygen: {detail}</source>
        <translation>Aucune clé temporaire n’a pu être créée avec ssh-keygen&#xa0;: {detail}</translation>
    </message>
    <message>
        <source>Install the OpenSSH client on this machine.</source>
        <translation>Installez le client OpenSSH sur cette machine.</translation>
    </message>
    <message>
        <source>The temporary key is not as it should be; it was not let in.</source>
        <translation>La clé temporaire n’est pas conforme&#x202f;; elle n’a pas été admise.</translation>
    </message>
    <message>
        <source>The source server did not let the target server in: {detail}</source>
        <translation>Le serveur source n’a pas laissé entrer le serveur cible&#xa0;: {detail}</translation>
    </message>
    <message>
        <source>Let keys in on the source server, or let the data go through this machine.</source>
        <translation>Autorisez les clés sur le serveur source ou laissez les données passer par cette machine.</translation>
    </message>
    <message>
        <source>“{subject}” cannot keep its owner and rights when it is written.</source>
        <translation>«&#xa0;{subject}&#xa0;» ne peut pas garder son propriétaire et ses droits quand on l’écrit.</translation>
    </message>
    <message>
        <source>Work as its owner, or as root.</source>
        <translation>Travaillez sous le compte de son propriétaire, ou en root.</translation>
    </message>
    <message>
        <source>The data went straight from one server to the other.</source>
        <translation>Les données sont allées directement d’un serveur à l’autre.</translation>
    </message>
    <message>
        <source>The data went through this machine.</source>
        <translation>Les données sont passées par cette machine.</translation>
    </message>
    <message>
        <source>A folder&apos;s name is empty.</source>
        <translation>Le nom d’un dossier est vide.</translation>
    </message>
    <message>
        <source>“{subject}” names no folder of a server.</source>
        <translation>«&#xa0;{subject}&#xa0;» ne désigne aucun dossier d’un serveur.</translation>
    </message>
    <message>
        <source>Write it as host:/folder, with a folder that begins with “/”.</source>
        <translation>Écrivez hôte:/dossier, le dossier commençant par «&#xa0;/&#xa0;».</translation>
    </message>
    <message>
        <source>“{subject}” is reached over SSH, and there is no connection to it here.</source>
        <translation>«&#xa0;{subject}&#xa0;» est joint par SSH, et il n’y a ici aucune connexion vers lui.</translation>
    </message>
    <message>
        <source>Test the connection to the server, then try again.</source>
        <translation>Testez la connexion au serveur, puis réessayez.</translation>
    </message>
    <message>
        <source>Changes were told by the source&apos;s kernel (fanotify).</source>
        <translation>Les changements ont été signalés par le noyau de la source (fanotify).</translation>
    </message>
    <message>
        <source>Changes were told by a watch on each folder (inotify).</source>
        <translation>Les changements ont été signalés par une surveillance de chaque dossier (inotify).</translation>
    </message>
    <message>
        <source>Nothing tells of changes here: everything is looked at each time.</source>
        <translation>Rien ne signale les changements ici&#xa0;: tout est examiné à chaque fois.</translation>
    </message>
    <message>
        <source>Only root may watch a whole file system.</source>
        <translation>Seul root peut surveiller tout un système de fichiers.</translation>
    </message>
    <message>
        <source>Work as root, or with --sudo on a server.</source>
        <translation>Travaillez en root, ou avec --sudo sur un serveur.</translation>
    </message>
    <message>
        <source>The source&apos;s kernel is too old to watch a whole file system.</source>
        <translation>Le noyau de la source est trop ancien pour surveiller tout un système de fichiers.</translation>
    </message>
    <message>
        <source>This kind of file system cannot be watched as a whole.</source>
        <translation>Ce type de système de fichiers ne peut pas être surveillé en entier.</translation>
    </message>
    <message>
        <source>There are more folders than may be watched.</source>
        <translation>Il y a plus de dossiers qu’on ne peut en surveiller.</translation>
    </message>
    <message>
        <source>Raise fs.inotify.max_user_watches on the source.</source>
        <translation>Augmentez fs.inotify.max_user_watches sur la source.</translation>
    </message>
    <message>
        <source>Other machines may write to this file system without the kernel knowing.</source>
        <translation>D’autres machines peuvent écrire sur ce système de fichiers à l’insu du noyau.</translation>
    </message>
    <message>
        <source>So much changed at once that the kernel lost count.</source>
        <translation>Tant de choses ont changé à la fois que le noyau a perdu le compte.</translation>
    </message>
    <message>
        <source>So much had changed that a list of it was of no use.</source>
        <translation>Tant de choses avaient changé qu’une liste n’aurait servi à rien.</translation>
    </message>
    <message>
        <source>Another folder stands in the place of the source.</source>
        <translation>Un autre dossier se trouve à la place de la source.</translation>
    </message>
    <message>
        <source>Check that its disk is mounted.</source>
        <translation>Vérifiez que son disque est monté.</translation>
    </message>
    <message>
        <source>The kernel told of a change without saying where.</source>
        <translation>Le noyau a signalé un changement sans dire où.</translation>
    </message>
    <message>
        <source>A program writes through memory to a file whose name is not known.</source>
        <translation>Un programme écrit par la mémoire dans un fichier dont le nom n’est pas connu.</translation>
    </message>
    <message>
        <source>The watch failed.</source>
        <translation>La surveillance a échoué.</translation>
    </message>
    <message>
        <source>In sync; waiting for changes</source>
        <translation>Synchronisé&#x202f;; en attente de changements</translation>
    </message>
    <message>
        <source>A file that has several names changed: these may lie anywhere.</source>
        <translation>Un fichier qui porte plusieurs noms a changé&#xa0;: ces noms peuvent être n’importe où.</translation>
    </message>
    <message>
        <source>The link to the source was lost for a time.</source>
        <translation>La liaison avec la source a été perdue un moment.</translation>
    </message>
    <message>
        <source>Manifest of {path} kept in {file}, root hash {rootHash}</source>
        <translation>Manifeste de {path} conservé dans {file}, empreinte racine {rootHash}</translation>
    </message>
    <message>
        <source>No manifest of {path} could be kept beside the project; it is compared all the same</source>
        <translation>Aucun manifeste de {path} n’a pu être conservé à côté du projet&#x202f;; la comparaison a eu lieu malgré tout</translation>
    </message>
    <message>
        <source>“{subject}” is no manifest.</source>
        <translation>«&#xa0;{subject}&#xa0;» n’est pas un manifeste.</translation>
    </message>
    <message>
        <source>Name a file that “bascule-cli manifest” has written.</source>
        <translation>Indiquez un fichier écrit par «&#xa0;bascule-cli manifest&#xa0;».</translation>
    </message>
    <message>
        <source>The manifest “{subject}” was written by a later version.</source>
        <translation>Le manifeste «&#xa0;{subject}&#xa0;» a été écrit par une version plus récente.</translation>
    </message>
    <message>
        <source>Use that version, or a later one.</source>
        <translation>Utilisez cette version, ou une plus récente.</translation>
    </message>
    <message>
        <source>The manifest “{subject}” breaks off after line {line}.</source>
        <translation>Le manifeste «&#xa0;{subject}&#xa0;» s’interrompt après la ligne {line}.</translation>
    </message>
    <message>
        <source>Take another copy of it: this one proves nothing.</source>
        <translation>Prenez-en une autre copie&#xa0;: celle-ci ne prouve rien.</translation>
    </message>
    <message>
        <source>The manifest “{subject}” has a line after line {line} that no manifest has.</source>
        <translation>Le manifeste «&#xa0;{subject}&#xa0;» contient, après la ligne {line}, une ligne qu’aucun manifeste n’a.</translation>
    </message>
    <message>
        <source>Line {line} of the manifest “{subject}” is none that was written so.</source>
        <translation>La ligne {line} du manifeste «&#xa0;{subject}&#xa0;» n’a pas été écrite ainsi.</translation>
    </message>
    <message>
        <source>Line {line} of the manifest “{subject}” names a path that leads out of its folder.</source>
        <translation>La ligne {line} du manifeste «&#xa0;{subject}&#xa0;» désigne un chemin qui sort de son dossier.</translation>
    </message>
    <message>
        <source>Line {line} of the manifest “{subject}” is not in its place: paths were put in, taken out or moved.</source>
        <translation>La ligne {line} du manifeste «&#xa0;{subject}&#xa0;» n’est pas à sa place&#xa0;: des chemins ont été ajoutés, retirés ou déplacés.</translation>
    </message>
    <message>
        <source>The manifest “{subject}” does not hold as many paths or bytes as it says.</source>
        <translation>Le manifeste «&#xa0;{subject}&#xa0;» ne contient pas autant de chemins ou d’octets qu’il le dit.</translation>
    </message>
    <message>
        <source>The manifest “{subject}” was changed after it was written.</source>
        <translation>Le manifeste «&#xa0;{subject}&#xa0;» a été modifié après son écriture.</translation>
    </message>
    <message>
        <source>The manifest “{subject}” goes on after its end, at line {line}.</source>
        <translation>Le manifeste «&#xa0;{subject}&#xa0;» continue après sa fin, à la ligne {line}.</translation>
    </message>
    <message>
        <source>“{subject}” lies in the folder that it would tell of, and would be part of it.</source>
        <translation>«&#xa0;{subject}&#xa0;» se trouve dans le dossier qu’il décrirait, et en ferait partie.</translation>
    </message>
    <message>
        <source>Choose a place outside of that folder.</source>
        <translation>Choisissez un emplacement hors de ce dossier.</translation>
    </message>
    <message>
        <source>Write a manifest of “{folder}”</source>
        <translation>Écrire un manifeste de «&#xa0;{folder}&#xa0;»</translation>
    </message>
    <message>
        <source>Prove the manifest “{file}”</source>
        <translation>Prouver le manifeste «&#xa0;{file}&#xa0;»</translation>
    </message>
    <message>
        <source>Writing the manifest</source>
        <translation>Écriture du manifeste</translation>
    </message>
    <message>
        <source>The disk of “{subject}” has room, but takes no more files.</source>
        <translation>Il reste de la place sur le disque de «&#xa0;{subject}&#xa0;», mais il n’accepte plus de fichiers.</translation>
    </message>
    <message>
        <source>Its inodes are used up: remove files there or choose a file system with more inodes, then start again: only what is missing is copied.</source>
        <translation>Ses inodes sont épuisés&#xa0;: supprimez-y des fichiers ou choisissez un système de fichiers qui a plus d’inodes, puis relancez&#xa0;: seul ce qui manque est copié.</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) that changed looked at, and nothing else. {way:code}</source>
        <translation>
            <numerusform>%n emplacement modifié regardé, et rien d’autre. {way:code}</numerusform>
            <numerusform>%n emplacements modifiés regardés, et rien d’autre. {way:code}</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything looked at. {reason:code} {way:code}</source>
        <translation>Tout a été regardé. {reason:code} {way:code}</translation>
    </message>
    <message>
        <source>Everything looked at, as changes are not watched. {reason:code}</source>
        <translation>Tout a été regardé, car les changements ne sont pas surveillés. {reason:code}</translation>
    </message>
    <message>
        <source>It is the first time.</source>
        <translation>C’est la première fois.</translation>
    </message>
    <message>
        <source>What is to be copied, or where to, is not what it was last time.</source>
        <translation>Ce qui est à copier, ou la destination, n’est plus le même que la dernière fois.</translation>
    </message>
    <message>
        <source>The old server lets in too few sessions at once (MaxSessions).</source>
        <translation>L’ancien serveur admet trop peu de sessions à la fois (MaxSessions).</translation>
    </message>
    <message>
        <source>Raise MaxSessions in its sshd_config.</source>
        <translation>Augmentez MaxSessions dans son sshd_config.</translation>
    </message>
    <message>
        <source>Going slowly: the source is busy ({why:code})</source>
        <translation>Au ralenti&#xa0;: la source est chargée ({why:code})</translation>
    </message>
    <message>
        <source>Going slowly: the old server is busy ({why:code})</source>
        <translation>Au ralenti&#xa0;: l’ancien serveur est chargé ({why:code})</translation>
    </message>
    <message>
        <source>Going slowly: the new server is busy ({why:code})</source>
        <translation>Au ralenti&#xa0;: le nouveau serveur est chargé ({why:code})</translation>
    </message>
    <message>
        <source>Going faster again: the source was busy ({why:code})</source>
        <translation>L’allure remonte&#xa0;: la source était chargée ({why:code})</translation>
    </message>
    <message>
        <source>Going faster again: the old server was busy ({why:code})</source>
        <translation>L’allure remonte&#xa0;: l’ancien serveur était chargé ({why:code})</translation>
    </message>
    <message>
        <source>Going faster again: the new server was busy ({why:code})</source>
        <translation>L’allure remonte&#xa0;: le nouveau serveur était chargé ({why:code})</translation>
    </message>
    <message>
        <source>It went slowly for {seconds:seconds}, as the source was busy: {why}.</source>
        <translation>Le transfert est allé au ralenti pendant {seconds:seconds}, car la source était chargée&#xa0;: {why}.</translation>
    </message>
    <message numerus="yes">
        <source>load {value} on %n processor(s)</source>
        <translation>
            <numerusform>charge de {value} sur %n processeur</numerusform>
            <numerusform>charge de {value} sur %n processeurs</numerusform>
        </translation>
    </message>
    <message>
        <source>programs wait for the processor {value:percent} of the time</source>
        <translation>des programmes attendent le processeur {value:percent} du temps</translation>
    </message>
    <message>
        <source>programs wait for the disk {value:percent} of the time</source>
        <translation>des programmes attendent le disque {value:percent} du temps</translation>
    </message>
    <message>
        <source>programs wait for memory {value:percent} of the time</source>
        <translation>des programmes attendent la mémoire {value:percent} du temps</translation>
    </message>
    <message>
        <source>a read from the disk takes {value:duration}</source>
        <translation>une lecture du disque prend {value:duration}</translation>
    </message>
    <message>
        <source>high load</source>
        <translation>charge élevée</translation>
    </message>
    <message>
        <source>programs waited for the processor</source>
        <translation>des programmes attendaient le processeur</translation>
    </message>
    <message>
        <source>programs waited for the disk</source>
        <translation>des programmes attendaient le disque</translation>
    </message>
    <message>
        <source>programs waited for memory</source>
        <translation>des programmes attendaient la mémoire</translation>
    </message>
    <message>
        <source>slow reads</source>
        <translation>lectures lentes</translation>
    </message>
    <message>
        <source>{target}: give users and groups the numbers that their names have there, in ACLs too</source>
        <translation>{target}&#xa0;: donner aux utilisateurs et aux groupes le numéro que leur nom y porte, dans les ACL aussi</translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies) left out, each with its reason: listed in {file}</source>
        <translation>
            <numerusform>%n entrée laissée de côté, avec sa raison&#xa0;: listée dans {file}</numerusform>
            <numerusform>%n entrées laissées de côté, chacune avec sa raison&#xa0;: listées dans {file}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{kind:enum} “{name}”: number {from} becomes {to}, %n entry(ies)</source>
        <translation>
            <numerusform>{kind:enum} «&#xa0;{name}&#xa0;»&#xa0;: le numéro {from} devient {to}, %n entrée</numerusform>
            <numerusform>{kind:enum} «&#xa0;{name}&#xa0;»&#xa0;: le numéro {from} devient {to}, %n entrées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{kind:enum} “{name}” does not exist there: number {from} is kept, %n entry(ies)</source>
        <translation>
            <numerusform>{kind:enum} «&#xa0;{name}&#xa0;» n’existe pas là-bas&#xa0;: le numéro {from} est gardé, %n entrée</numerusform>
            <numerusform>{kind:enum} «&#xa0;{name}&#xa0;» n’existe pas là-bas&#xa0;: le numéro {from} est gardé, %n entrées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{kind:enum} “{name}” does not exist there: number {from} is kept, which is that of “{nameAtTarget}” there, %n entry(ies)</source>
        <translation>
            <numerusform>{kind:enum} «&#xa0;{name}&#xa0;» n’existe pas là-bas&#xa0;: le numéro {from} est gardé, qui y est celui de «&#xa0;{nameAtTarget}&#xa0;», %n entrée</numerusform>
            <numerusform>{kind:enum} «&#xa0;{name}&#xa0;» n’existe pas là-bas&#xa0;: le numéro {from} est gardé, qui y est celui de «&#xa0;{nameAtTarget}&#xa0;», %n entrées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{kind:enum} {from} has no name: the number is kept, %n entry(ies)</source>
        <translation>
            <numerusform>{kind:enum} {from} n’a pas de nom&#xa0;: le numéro est gardé, %n entrée</numerusform>
            <numerusform>{kind:enum} {from} n’a pas de nom&#xa0;: le numéro est gardé, %n entrées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{kind:enum} {from} has no name: the number is kept, which is that of “{nameAtTarget}” there, %n entry(ies)</source>
        <translation>
            <numerusform>{kind:enum} {from} n’a pas de nom&#xa0;: le numéro est gardé, qui est là-bas celui de «&#xa0;{nameAtTarget}&#xa0;», %n entrée</numerusform>
            <numerusform>{kind:enum} {from} n’a pas de nom&#xa0;: le numéro est gardé, qui est là-bas celui de «&#xa0;{nameAtTarget}&#xa0;», %n entrées</numerusform>
        </translation>
    </message>
    <message>
        <source>“{subject}” lies in one of the two folders, and would be something new in it.</source>
        <translation>«&#xa0;{subject}&#xa0;» se trouve dans l’un des deux dossiers, et y serait quelque chose de nouveau.</translation>
    </message>
    <message>
        <source>Choose a place outside of both.</source>
        <translation>Choisissez un endroit hors des deux.</translation>
    </message>
    <message>
        <source>“{subject}” is no list of what a run left out, or was changed since.</source>
        <translation>«&#xa0;{subject}&#xa0;» n’est pas une liste de ce qu’une exécution a laissé de côté, ou a été modifié depuis.</translation>
    </message>
    <message>
        <source>Run it again: it writes the list anew.</source>
        <translation>Relancez-la&#xa0;: elle écrit la liste à nouveau.</translation>
    </message>
    <message>
        <source>Export the list to “{file}”</source>
        <translation>Exporter la liste vers «&#xa0;{file}&#xa0;»</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Utilisateur</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Groupe</translation>
    </message>
    <message>
        <source>{target}: keep owners where the account there can give them; list the others</source>
        <translation>{target}&#xa0;: garder les propriétaires que le compte peut donner&#x202f;; lister les autres</translation>
    </message>
    <message>
        <source>“{subject}” belongs to {owner} at the source, which the account at the target cannot give: it would belong to somebody else.</source>
        <translation>«&#xa0;{subject}&#xa0;» appartient à {owner} à la source&#x202f;; le compte de la cible ne peut pas le lui donner, et il serait à quelqu’un d’autre.</translation>
    </message>
    <message>
        <source>Work there as root or with sudo; or let owners be kept where possible (--owners free, in a project its setting “Owners of files”).</source>
        <translation>Travaillez-y en root ou avec sudo&#x202f;; ou acceptez que les propriétaires soient gardés là où c’est possible (--owners free, dans un projet le réglage «&#xa0;Propriétaires des fichiers&#xa0;»).</translation>
    </message>
    <message>
        <source>by number</source>
        <translation>par numéro</translation>
    </message>
    <message>
        <source>by name</source>
        <translation>par nom</translation>
    </message>
    <message>
        <source>where possible</source>
        <translation>là où c’est possible</translation>
    </message>
</context>
<context>
    <name>bascule::ui::BackupsController</name>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n fichier</numerusform>
            <numerusform>%n fichiers</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1 en %2</translation>
    </message>
    <message>
        <source>%1, too old</source>
        <translation>%1, trop ancien</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <comment>time, objective</comment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Aucun</translation>
    </message>
    <message>
        <source>not proven</source>
        <translation>non prouvé</translation>
    </message>
    <message>
        <source>within objective</source>
        <translation>dans l’objectif</translation>
    </message>
    <message>
        <source>longer than the objective</source>
        <translation>plus long que l’objectif</translation>
    </message>
    <message>
        <source>not written yet</source>
        <translation>pas encore écrit</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Écrit</translation>
    </message>
    <message>
        <source>To write</source>
        <translation>À écrire</translation>
    </message>
    <message>
        <source>Not run</source>
        <translation>Non exécuté</translation>
    </message>
    <message>
        <source>Rehearsed</source>
        <translation>Répété</translation>
    </message>
    <message>
        <source>with the rehearsal</source>
        <translation>avec la répétition</translation>
    </message>
    <message>
        <source>measured</source>
        <translation>mesuré</translation>
    </message>
    <message>
        <source>Rollback</source>
        <translation>Retour arrière</translation>
    </message>
    <message>
        <source>The way back</source>
        <translation>Le chemin du retour</translation>
    </message>
    <message>
        <source>%1 equal</source>
        <translation>%1 identiques</translation>
    </message>
    <message>
        <source>%1 changed since the backup</source>
        <translation>%1 modifiés depuis la sauvegarde</translation>
    </message>
    <message>
        <source>%1 missing</source>
        <translation>%1 manquants</translation>
    </message>
    <message>
        <source>%1 different</source>
        <translation>%1 différents</translation>
    </message>
    <message>
        <source>Compared with production: %1.</source>
        <translation>Comparé à la production&#xa0;: %1.</translation>
    </message>
    <message>
        <source>What the test did</source>
        <translation>Ce que le test a fait</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>non atteint</translation>
    </message>
    <message>
        <source>File: %1</source>
        <translation>Fichier&#xa0;: %1</translation>
    </message>
    <message>
        <source>Hash when it was read: %1</source>
        <translation>Empreinte à la lecture&#xa0;: %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>file, size</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Manquante</translation>
    </message>
    <message>
        <source>%1, owner %2</source>
        <comment>kind and place, person</comment>
        <translation>%1, responsable %2</translation>
    </message>
    <message>
        <source>No backup is known</source>
        <translation>Aucune sauvegarde n’est connue</translation>
    </message>
    <message>
        <source>Bascule can make one now and restore it for real, without stopping anything.</source>
        <translation>Bascule peut en faire une maintenant et la restaurer pour de vrai, sans rien arrêter.</translation>
    </message>
    <message>
        <source>Back up and test</source>
        <translation>Sauvegarder et tester</translation>
    </message>
    <message>
        <source>Add a backup file…</source>
        <translation>Ajouter un fichier de sauvegarde…</translation>
    </message>
    <message>
        <source>Look for backups in the servers’ backup folders</source>
        <translation>Chercher les sauvegardes des serveurs</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Que faire</translation>
    </message>
    <message>
        <source>Nothing: this proof holds until %1.</source>
        <translation>Rien&#xa0;: cette preuve tient jusqu’au %1.</translation>
    </message>
    <message>
        <source>Test this backup, or make a fresh one and test it, without stopping anything.</source>
        <translation>Testez cette sauvegarde, ou faites-en une fraîche et testez-la, sans rien arrêter.</translation>
    </message>
    <message>
        <source>Make a fresh backup and test it, without stopping anything.</source>
        <translation>Faites une sauvegarde fraîche et testez-la, sans rien arrêter.</translation>
    </message>
    <message>
        <source>Test %1</source>
        <comment>a backup, by its date</comment>
        <translation>Tester celle du %1</translation>
    </message>
    <message>
        <source>All backups (%1)</source>
        <translation>Toutes les sauvegardes (%1)</translation>
    </message>
    <message>
        <source>Other backups</source>
        <translation>Autres sauvegardes</translation>
    </message>
    <message>
        <source>Forget this backup…</source>
        <translation>Oublier cette sauvegarde…</translation>
    </message>
    <message>
        <source>A rollback that exists on paper only is none</source>
        <translation>Un retour arrière qui n’existe que sur le papier n’en est pas un</translation>
    </message>
    <message>
        <source>Not written yet</source>
        <translation>Pas encore écrit</translation>
    </message>
    <message>
        <source>Who decides to go back, until when, in what order, and who is told.</source>
        <translation>Qui décide de revenir, jusqu’à quand, dans quel ordre, et qui est prévenu.</translation>
    </message>
    <message>
        <source>Write the rollback plan…</source>
        <translation>Écrire le plan de retour…</translation>
    </message>
    <message>
        <source>Change the rollback plan…</source>
        <translation>Modifier le plan de retour…</translation>
    </message>
    <message>
        <source>The rehearsal on the test environment also goes back, and measures how long it takes.</source>
        <translation>La répétition sur l’environnement de test fait aussi le retour, et mesure combien il prend.</translation>
    </message>
    <message>
        <source>See the test environment</source>
        <translation>Voir l’environnement de test</translation>
    </message>
    <message>
        <source>Run on the test environment</source>
        <translation>Exécuté sur l’environnement de test</translation>
    </message>
    <message>
        <source>It took</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>For another runbook</source>
        <translation>Pour un autre plan de bascule</translation>
    </message>
    <message>
        <source>The runbook has changed since. Rehearse again.</source>
        <translation>Le plan de bascule a changé depuis. Répétez à nouveau.</translation>
    </message>
    <message>
        <source>Who decides: %1; who does it: %2.</source>
        <translation>Qui décide&#xa0;: %1&#x202f;; qui exécute&#xa0;: %2.</translation>
    </message>
    <message>
        <source>(name)</source>
        <translation>(nom)</translation>
    </message>
    <message>
        <source>When: a critical application does not work on %1, or a check stays down for more than 15 minutes.</source>
        <translation>Quand&#xa0;: une application critique ne marche pas sur %1, ou un contrôle reste en panne plus de 15 minutes.</translation>
    </message>
    <message>
        <source>Until when: %1 after the cutover.</source>
        <translation>Jusqu’à quand&#xa0;: %1 après la bascule.</translation>
    </message>
    <message>
        <source>Freeze writes on %1, so that nothing is lost.</source>
        <translation>Geler les écritures sur %1, pour que rien ne se perde.</translation>
    </message>
    <message>
        <source>Bring back to %1 what users wrote meanwhile, and verify it.</source>
        <translation>Ramener sur %1 ce que les utilisateurs ont écrit entre-temps, et le vérifier.</translation>
    </message>
    <message>
        <source>Turn the link %1 back to %2.</source>
        <translation>Remettre le lien %1 vers %2.</translation>
    </message>
    <message>
        <source>Run the checks, open to users, and tell them.</source>
        <translation>Lancer les contrôles, ouvrir aux utilisateurs, et les prévenir.</translation>
    </message>
    <message>
        <source>Find out by itself</source>
        <translation>Reconnaître tout seul</translation>
    </message>
    <message>
        <source>tar archive</source>
        <translation>archive tar</translation>
    </message>
    <message>
        <source>zip archive</source>
        <translation>archive zip</translation>
    </message>
    <message>
        <source>Restore test failed</source>
        <translation>Test de restauration en échec</translation>
    </message>
    <message>
        <source>Tested too long ago</source>
        <translation>Testée il y a trop longtemps</translation>
    </message>
    <message>
        <source>The restore of %1 proves nothing about today; tests stay good for %2.</source>
        <translation>La restauration du %1 ne prouve rien sur aujourd’hui&#x202f;; un test vaut %2.</translation>
    </message>
    <message>
        <source>Restored, but too slowly</source>
        <translation>Restaurée, mais trop lentement</translation>
    </message>
    <message>
        <source>It took %1; the objective is %2.</source>
        <translation>Elle a pris %1&#x202f;; l’objectif est %2.</translation>
    </message>
    <message>
        <source>Restored for real</source>
        <translation>Restaurée pour de vrai</translation>
    </message>
    <message>
        <source>Everything came back in %1; the objective is %2.</source>
        <translation>Tout est revenu en %1&#x202f;; l’objectif est %2.</translation>
    </message>
    <message>
        <source>Not restored yet</source>
        <translation>Pas encore restaurée</translation>
    </message>
    <message>
        <source>It was read whole. Only a restore proves that it restores.</source>
        <translation>Elle a été lue en entier. Seule une restauration prouve qu’elle se restaure.</translation>
    </message>
    <message>
        <source>Nobody knows yet whether it can be read.</source>
        <translation>Personne ne sait encore si elle se lit.</translation>
    </message>
    <message>
        <source>None</source>
        <comment>backup</comment>
        <translation>Aucune</translation>
    </message>
    <message>
        <source>not known yet</source>
        <comment>backup</comment>
        <translation>pas encore connue</translation>
    </message>
</context>
<context>
    <name>bascule::ui::BackupsPage</name>
    <message>
        <source>A backup counts only once it has been read whole and restored for real.</source>
        <translation>Une sauvegarde ne compte qu’une fois lue en entier et restaurée pour de vrai.</translation>
    </message>
    <message>
        <source>&amp;Read all backups</source>
        <translation>&amp;Lire toutes les sauvegardes</translation>
    </message>
    <message>
        <source>Run restore &amp;tests</source>
        <translation>&amp;Tester la restauration</translation>
    </message>
    <message>
        <source>&amp;Write the rollback plan…</source>
        <translation>Écrire le plan de &amp;retour…</translation>
    </message>
    <message>
        <source>Critical assets</source>
        <translation>Actifs critiques</translation>
    </message>
    <message>
        <source>What is still missing</source>
        <translation>Ce qui manque encore</translation>
    </message>
    <message>
        <source>All assets</source>
        <translation>Tous les actifs</translation>
    </message>
    <message>
        <source>Assets shown</source>
        <translation>Actifs affichés</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Sauvegardes</translation>
    </message>
    <message>
        <source>Asset</source>
        <translation>Actif</translation>
    </message>
    <message>
        <source>Newest backup</source>
        <translation>Dernière sauvegarde</translation>
    </message>
    <message>
        <source>Read whole</source>
        <translation>Lue en entier</translation>
    </message>
    <message>
        <source>Restored for real</source>
        <translation>Vraiment restaurée</translation>
    </message>
    <message>
        <source>Time / objective</source>
        <translation>Temps / objectif</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtrer</translation>
    </message>
    <message>
        <source>Choose an asset to see its proofs.</source>
        <translation>Choisissez un actif pour voir ses preuves.</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Détails</translation>
    </message>
    <message>
        <source>No asset yet: the inventory says what must be backed up.</source>
        <translation>Aucun actif pour l’instant&#xa0;: l’inventaire dit ce qui doit être sauvegardé.</translation>
    </message>
    <message>
        <source>See the inventory</source>
        <translation>Voir l’inventaire</translation>
    </message>
    <message>
        <source>No backup is known yet.</source>
        <translation>Aucune sauvegarde n’est connue.</translation>
    </message>
    <message>
        <source>You can go on preparing; the cutover stays closed until this checkpoint has passed.</source>
        <translation>Vous pouvez continuer à préparer&#x202f;; la bascule reste fermée tant que ce point de contrôle n’est pas validé.</translation>
    </message>
    <message>
        <source>Write the rollback plan</source>
        <translation>Écrire le plan de retour</translation>
    </message>
    <message>
        <source>Change the rollback plan</source>
        <translation>Modifier le plan de retour</translation>
    </message>
    <message>
        <source>Who decides to go back, until when, in what order, and who is told. The rehearsal then goes this way once and measures it.</source>
        <translation>Qui décide de revenir, jusqu’à quand, dans quel ordre, et qui est prévenu. La répétition parcourt ensuite ce chemin une fois et le mesure.</translation>
    </message>
    <message>
        <source>Keep the plan</source>
        <translation>Garder le plan</translation>
    </message>
    <message>
        <source>Rollback plan</source>
        <translation>Plan de retour</translation>
    </message>
    <message>
        <source>The plan is empty.</source>
        <translation>Le plan est vide.</translation>
    </message>
    <message>
        <source>Written by</source>
        <translation>Écrit par</translation>
    </message>
    <message>
        <source>A name is missing.</source>
        <translation>Il manque un nom.</translation>
    </message>
    <message>
        <source>Add a backup file</source>
        <translation>Ajouter un fichier de sauvegarde</translation>
    </message>
    <message>
        <source>Bascule only reads it, and restores it into a folder of its own.</source>
        <translation>Bascule ne fait que le lire, et le restaure dans un dossier à part.</translation>
    </message>
    <message>
        <source>Add the backup</source>
        <translation>Ajouter la sauvegarde</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>Choose the file.</source>
        <translation>Choisissez le fichier.</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Sorte</translation>
    </message>
    <message>
        <source>Forget this backup</source>
        <translation>Oublier cette sauvegarde</translation>
    </message>
    <message>
        <source>The file stays where it is; its proofs no longer count.</source>
        <translation>Le fichier reste où il est&#x202f;; ses preuves ne comptent plus.</translation>
    </message>
    <message>
        <source>Forget it</source>
        <translation>L’oublier</translation>
    </message>
</context>
<context>
    <name>bascule::ui::BasculeWizard</name>
    <message>
        <source>Stopping; it goes on at the next start</source>
        <translation>Arrêt en cours&#x202f;; la suite au prochain démarrage</translation>
    </message>
    <message>
        <source>Make or open a project to go on.</source>
        <translation>Créez ou ouvrez un projet pour continuer.</translation>
    </message>
    <message>
        <source>Bascule</source>
        <translation>Bascule</translation>
    </message>
    <message>
        <source>%1 – Bascule</source>
        <translation>%1 – Bascule</translation>
    </message>
    <message>
        <source>%1 (read only)</source>
        <translation>%1 (lecture seule)</translation>
    </message>
    <message>
        <source>&lt; &amp;Back</source>
        <translation>&lt; &amp;Précédent</translation>
    </message>
    <message>
        <source>&amp;Next &gt;</source>
        <translation>&amp;Suivant &gt;</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Étape suivante</translation>
    </message>
    <message>
        <source>Previous step</source>
        <translation>Étape précédente</translation>
    </message>
    <message>
        <source>&amp;New project…</source>
        <translation>&amp;Nouveau projet…</translation>
    </message>
    <message>
        <source>&amp;Open a project…</source>
        <translation>&amp;Ouvrir un projet…</translation>
    </message>
    <message>
        <source>&amp;Close the project</source>
        <translation>&amp;Fermer le projet</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Langue</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Thème</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quitter</translation>
    </message>
    <message>
        <source>&amp;Speed of transfers</source>
        <translation>&amp;Vitesse des transferts</translation>
    </message>
</context>
<context>
    <name>bascule::ui::BeforeAfterChart</name>
    <message>
        <source>As a table</source>
        <translation>En tableau</translation>
    </message>
    <message>
        <source>As a chart</source>
        <translation>En graphique</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Temps</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
</context>
<context>
    <name>bascule::ui::BoardModel</name>
    <message>
        <source>Migration step</source>
        <translation>Étape de la migration</translation>
    </message>
    <message>
        <source>Main risk</source>
        <translation>Risque principal</translation>
    </message>
    <message>
        <source>Possible business impact</source>
        <translation>Impact métier possible</translation>
    </message>
    <message>
        <source>Key checkpoint</source>
        <translation>Point de contrôle clé</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Evidence, and what is missing</source>
        <translation>Preuve, et ce qui manque</translation>
    </message>
</context>
<context>
    <name>bascule::ui::BoardWindow</name>
    <message>
        <source>Checkpoints (read only)</source>
        <translation>Points de contrôle (lecture seule)</translation>
    </message>
    <message>
        <source>%1 – Checkpoints (read only)</source>
        <translation>%1 – Points de contrôle (lecture seule)</translation>
    </message>
    <message>
        <source>Can we go?</source>
        <translation>Peut-on basculer&#x202f;?</translation>
    </message>
    <message>
        <source>Export report…</source>
        <translation>Exporter le rapport…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>The five checkpoints</source>
        <translation>Les cinq points de contrôle</translation>
    </message>
</context>
<context>
    <name>bascule::ui::CalendarStrip</name>
    <message>
        <source>today</source>
        <translation>aujourd’hui</translation>
    </message>
    <message>
        <source>critical period: %1</source>
        <translation>période critique&#xa0;: %1</translation>
    </message>
    <message>
        <source>Calendar: %1</source>
        <translation>Calendrier&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>bascule::ui::CheckpointStrip</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>et %n autre</numerusform>
            <numerusform>et %n autres</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bascule::ui::CompatibilityController</name>
    <message>
        <source>Not tested</source>
        <translation>Non testée</translation>
    </message>
    <message>
        <source>Opens as it should</source>
        <translation>S’ouvre comme il faut</translation>
    </message>
    <message>
        <source>Would break</source>
        <translation>Casserait</translation>
    </message>
    <message>
        <source>Compatibility</source>
        <translation>Compatibilité</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Que faire</translation>
    </message>
    <message>
        <source>Nothing needs to be done before the cutover.</source>
        <translation>Rien n’est à faire avant la bascule.</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Décision</translation>
    </message>
    <message>
        <source>Accepted by %1</source>
        <translation>Accepté par %1</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>Résolu</translation>
    </message>
    <message>
        <source>The last check did not see it any more.</source>
        <translation>La dernière vérification ne l’a plus vu.</translation>
    </message>
    <message>
        <source>Fix it and run the check again, or accept it with a reason.</source>
        <translation>Corrigez-le et relancez la vérification, ou acceptez-le avec une raison.</translation>
    </message>
    <message>
        <source>Accept with a reason…</source>
        <translation>Accepter avec une raison…</translation>
    </message>
    <message>
        <source>Open it again</source>
        <translation>Le rouvrir</translation>
    </message>
    <message>
        <source>See it in the inventory</source>
        <translation>Le voir dans l’inventaire</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>The test takes a copy into a throwaway file, opens it with this machine’s SQLite, checks everything and compares row by row. The original stays in use.</source>
        <translation>Le test prend une copie dans un fichier provisoire, l’ouvre avec le SQLite de cette machine, vérifie tout et compare ligne à ligne. L’original reste en service.</translation>
    </message>
    <message>
        <source>%1, in %2</source>
        <translation>%1, en %2</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tables</translation>
    </message>
    <message>
        <source>Rows compared</source>
        <translation>Lignes comparées</translation>
    </message>
    <message>
        <source>Test this database</source>
        <translation>Tester cette base</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Constats</translation>
    </message>
    <message>
        <source>See the fix</source>
        <translation>Voir le correctif</translation>
    </message>
    <message>
        <source>Nothing breaks on the new server</source>
        <translation>Rien ne casse sur le nouveau serveur</translation>
    </message>
    <message>
        <source>– the check has not been run yet</source>
        <translation>– la vérification n’a pas encore eu lieu</translation>
    </message>
    <message>
        <source>run the check</source>
        <translation>lancer la vérification</translation>
    </message>
    <message>
        <source>%1: to be tested</source>
        <translation>%1&#xa0;: à tester</translation>
    </message>
    <message>
        <source>– checked on %1</source>
        <translation>– vérifié le %1</translation>
    </message>
    <message>
        <source>The check is repeated on the test environment, as a scenario.</source>
        <translation>La vérification est refaite sur l’environnement de test, comme scénario.</translation>
    </message>
    <message>
        <source>– to fix or to accept:</source>
        <translation>– à corriger ou à accepter&#xa0;:</translation>
    </message>
    <message>
        <source>– still missing:</source>
        <translation>– il manque encore&#xa0;:</translation>
    </message>
</context>
<context>
    <name>bascule::ui::CompatibilityPage</name>
    <message>
        <source>What works on the old server does not always work on the new one: better known now than on the day.</source>
        <translation>Ce qui marche sur l’ancien serveur ne marche pas toujours sur le nouveau&#xa0;: mieux vaut le savoir avant.</translation>
    </message>
    <message>
        <source>&amp;Run the check</source>
        <translation>&amp;Lancer la vérification</translation>
    </message>
    <message>
        <source>&amp;Test the databases</source>
        <translation>&amp;Tester les bases</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Constats</translation>
    </message>
    <message>
        <source>Databases</source>
        <translation>Bases de données</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Gravité</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Constat</translation>
    </message>
    <message>
        <source>Asset</source>
        <translation>Actif</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Base de données</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtrer</translation>
    </message>
    <message>
        <source>Choose a row to see it here.</source>
        <translation>Choisissez une ligne pour la voir ici.</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Détails</translation>
    </message>
    <message>
        <source>No asset yet: the inventory comes first.</source>
        <translation>Aucun actif pour l’instant&#xa0;: l’inventaire vient d’abord.</translation>
    </message>
    <message>
        <source>See the inventory</source>
        <translation>Voir l’inventaire</translation>
    </message>
    <message>
        <source>The check compares what the assets need with what the new server offers.</source>
        <translation>La vérification compare ce que demandent les actifs avec ce qu’offre le nouveau serveur.</translation>
    </message>
    <message>
        <source>Run the check</source>
        <translation>Lancer la vérification</translation>
    </message>
    <message>
        <source>Nothing was found that would break.</source>
        <translation>Rien qui casserait n’a été trouvé.</translation>
    </message>
    <message>
        <source>No database was found.</source>
        <translation>Aucune base de données n’a été trouvée.</translation>
    </message>
    <message>
        <source>Run the inventory first.</source>
        <translation>Lancez d’abord l’inventaire.</translation>
    </message>
    <message>
        <source>You can go on preparing; what blocks must be fixed or accepted before the cutover.</source>
        <translation>Vous pouvez continuer à préparer&#x202f;; ce qui bloque doit être corrigé ou accepté avant la bascule.</translation>
    </message>
    <message>
        <source>Accept this finding</source>
        <translation>Accepter ce constat</translation>
    </message>
    <message>
        <source>It stays on the list. The name and the reason stay in the evidence ledger.</source>
        <translation>Il reste dans la liste. Le nom et la raison restent dans le registre des preuves.</translation>
    </message>
    <message>
        <source>Accept it</source>
        <translation>Accepter</translation>
    </message>
</context>
<context>
    <name>bascule::ui::CutoverController</name>
    <message>
        <source>both</source>
        <comment>servers</comment>
        <translation>les deux</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>time, time</comment>
        <translation>%1 à %2</translation>
    </message>
    <message>
        <source>Ends about</source>
        <translation>Fin vers</translation>
    </message>
    <message>
        <source>Users on the new server since</source>
        <translation>Utilisateurs sur le nouveau serveur depuis</translation>
    </message>
    <message>
        <source>%1, after %2</source>
        <translation>%1, après %2</translation>
    </message>
    <message>
        <source>%1, with %2 to spare</source>
        <translation>%1, avec %2 de marge</translation>
    </message>
    <message>
        <source>%1, %2 after the window</source>
        <translation>%1, %2 après la fenêtre</translation>
    </message>
    <message>
        <source>not known before a rehearsal</source>
        <translation>inconnue avant une répétition</translation>
    </message>
    <message>
        <source>Begins</source>
        <translation>Début</translation>
    </message>
    <message>
        <source>%1, ends about %2</source>
        <translation>%1, fin vers %2</translation>
    </message>
    <message>
        <source>Time left to decide on a rollback</source>
        <translation>Temps restant pour décider d’un retour</translation>
    </message>
    <message>
        <source>it takes %1, rehearsed on %2</source>
        <translation>il prend %1, répété le %2</translation>
    </message>
    <message>
        <source>it takes about %1</source>
        <translation>il prend %1 environ</translation>
    </message>
    <message>
        <source>it has not been rehearsed</source>
        <translation>il n’a pas été répété</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Aucun</translation>
    </message>
    <message>
        <source>the old server is released</source>
        <translation>l’ancien serveur est libéré</translation>
    </message>
    <message>
        <source>Last moment to go back</source>
        <translation>Dernier moment pour revenir</translation>
    </message>
    <message>
        <source>until %1; %2</source>
        <translation>jusqu’au %1&#x202f;; %2</translation>
    </message>
    <message>
        <source>Old server %1</source>
        <translation>Ancien serveur %1</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>En service</translation>
    </message>
    <message>
        <source>it is only read until the freeze</source>
        <translation>il est seulement lu jusqu’au gel</translation>
    </message>
    <message>
        <source>Frozen</source>
        <translation>Gelé</translation>
    </message>
    <message>
        <source>since %1, but somebody wrote on it</source>
        <translation>depuis %1, mais quelqu’un y a écrit</translation>
    </message>
    <message>
        <source>since %1, no write seen, data untouched</source>
        <translation>depuis %1, aucune écriture vue, données intactes</translation>
    </message>
    <message>
        <source>Released</source>
        <translation>Libéré</translation>
    </message>
    <message>
        <source>nothing on it is needed any more</source>
        <translation>rien de ce qu’il contient ne sert plus</translation>
    </message>
    <message>
        <source>now %1</source>
        <translation>maintenant %1</translation>
    </message>
    <message>
        <source>%1 ended</source>
        <translation>%1 terminé</translation>
    </message>
    <message>
        <source>%1 end expected</source>
        <translation>%1 fin prévue</translation>
    </message>
    <message>
        <source>%1 last moment to roll back</source>
        <translation>%1 dernier moment pour revenir</translation>
    </message>
    <message>
        <source>Verified %1</source>
        <comment>time</comment>
        <translation>Vérifiée %1</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>Rempli</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Manque</translation>
    </message>
    <message>
        <source>Still missing</source>
        <translation>Manque encore</translation>
    </message>
    <message>
        <source>Condition of the go</source>
        <translation>Condition du go</translation>
    </message>
    <message>
        <source>Settle it: %1</source>
        <translation>À régler&#xa0;: %1</translation>
    </message>
    <message>
        <source>The go is given by name, once everything else holds.</source>
        <translation>Le go se donne en son nom, une fois que tout le reste est rempli.</translation>
    </message>
    <message>
        <source>Waived</source>
        <translation>Dérogation</translation>
    </message>
    <message>
        <source>By %1, %2</source>
        <translation>De %1, %2</translation>
    </message>
    <message>
        <source>Waive this checkpoint…</source>
        <translation>Déroger à ce point de contrôle…</translation>
    </message>
    <message>
        <source>A waiver carries a name and a reason and is shown for ever.</source>
        <translation>Une dérogation porte un nom et une raison et reste affichée pour toujours.</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>number, step</comment>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>From %1 to %2</source>
        <translation>De %1 à %2</translation>
    </message>
    <message>
        <source>On %1</source>
        <translation>Sur %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>Preuve</translation>
    </message>
    <message>
        <source>What is done</source>
        <translation>Ce qui est fait</translation>
    </message>
    <message>
        <source>The checks of this step only.</source>
        <translation>Seulement les contrôles de cette étape.</translation>
    </message>
    <message>
        <source>If something differs, the step stops here and nothing has been switched.</source>
        <translation>Si quelque chose diffère, l’étape s’arrête ici et rien n’a été basculé.</translation>
    </message>
    <message>
        <source>How this step is undone</source>
        <translation>Comment cette étape s’annule</translation>
    </message>
    <message>
        <source>No decision is needed from you now.</source>
        <translation>Aucune décision n’est attendue de vous pour l’instant.</translation>
    </message>
    <message>
        <source>Conditions of the go</source>
        <translation>Conditions du go</translation>
    </message>
    <message>
        <source>– still missing:</source>
        <translation>– il manque encore&#xa0;:</translation>
    </message>
    <message numerus="yes">
        <source>– all %n hold(s)</source>
        <translation>
            <numerusform>– %n remplie</numerusform>
            <numerusform>– les %n sont remplies</numerusform>
        </translation>
    </message>
    <message>
        <source>Waiting for the window</source>
        <translation>En attente de la fenêtre</translation>
    </message>
    <message>
        <source>– it begins at %1</source>
        <translation>– elle commence le %1</translation>
    </message>
    <message>
        <source>See the go/no-go record</source>
        <translation>Voir l’acte du go</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Arrêtée</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>Interrompue</translation>
    </message>
    <message>
        <source>Going back</source>
        <translation>Retour en cours</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pause</translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation>Étape %1 sur %2</translation>
    </message>
    <message>
        <source>– go given at %1 by %2</source>
        <translation>– go donné à %1 par %2</translation>
    </message>
    <message>
        <source>Users are on the new server</source>
        <translation>Les utilisateurs sont sur le nouveau serveur</translation>
    </message>
    <message>
        <source>– rollback possible until %1</source>
        <translation>– retour arrière possible jusqu’au %1</translation>
    </message>
    <message>
        <source>Watch the new server</source>
        <translation>Surveiller le nouveau serveur</translation>
    </message>
    <message>
        <source>The migration is committed</source>
        <translation>La migration est entérinée</translation>
    </message>
    <message>
        <source>Users go back to %1; %2 is frozen meanwhile.</source>
        <translation>Les utilisateurs reviennent sur %1&#x202f;; %2 est gelé pendant ce temps.</translation>
    </message>
    <message>
        <source>It takes about %1, as rehearsed.</source>
        <translation>Cela prend %1 environ, comme répété.</translation>
    </message>
    <message>
        <source>How long it takes was not rehearsed.</source>
        <translation>La durée n’a pas été répétée.</translation>
    </message>
    <message>
        <source>Looking for what users wrote on %1…</source>
        <translation>Recherche de ce que les utilisateurs ont écrit sur %1…</translation>
    </message>
    <message>
        <source>Users wrote nothing on %1 meanwhile.</source>
        <translation>Les utilisateurs n’ont rien écrit sur %1 entre-temps.</translation>
    </message>
    <message>
        <source>What users wrote comes back: %1 new, %2 changed, %3 deleted, %4.</source>
        <translation>Ce que les utilisateurs ont écrit revient&#xa0;: %1 nouveaux, %2 modifiés, %3 supprimés, %4.</translation>
    </message>
    <message numerus="yes">
        <source>%n database(s) come(s) back with what was written.</source>
        <translation>
            <numerusform>%n base de données revient avec ce qui y a été écrit.</numerusform>
            <numerusform>%n bases de données reviennent avec ce qui y a été écrit.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) changed on both servers: the new one comes back, the other is kept aside.</source>
        <translation>
            <numerusform>%n fichier modifié sur les deux serveurs&#xa0;: le nouveau revient, l’autre est gardé à part.</numerusform>
            <numerusform>%n fichiers modifiés sur les deux serveurs&#xa0;: le nouveau revient, l’autre est gardé à part.</numerusform>
        </translation>
    </message>
    <message>
        <source>Possible until %1.</source>
        <translation>Possible jusqu’au %1.</translation>
    </message>
</context>
<context>
    <name>bascule::ui::CutoverPage</name>
    <message>
        <source>Each step is checked before the next one starts; nothing is deleted on the old server.</source>
        <translation>Chaque étape est vérifiée avant la suivante&#x202f;; rien n’est effacé sur l’ancien serveur.</translation>
    </message>
    <message>
        <source>Copy &amp;most of it now</source>
        <translation>Copier l’&amp;essentiel dès maintenant</translation>
    </message>
    <message>
        <source>&amp;Give the go…</source>
        <translation>&amp;Donner le go…</translation>
    </message>
    <message>
        <source>Message to &amp;users…</source>
        <translation>&amp;Message aux utilisateurs…</translation>
    </message>
    <message>
        <source>&amp;Commit…</source>
        <translation>Enté&amp;riner…</translation>
    </message>
    <message>
        <source>&amp;Roll back…</source>
        <translation>Revenir en &amp;arrière…</translation>
    </message>
    <message>
        <source>The window: done, expected, margin, rollback</source>
        <translation>La fenêtre&#xa0;: fait, prévu, marge, retour arrière</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Étapes</translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation>Conditions</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>N°</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Étape</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Serveur</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>Prévu</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Condition</translation>
    </message>
    <message>
        <source>Choose a step to see what it does and how it is undone.</source>
        <translation>Choisissez une étape pour voir ce qu’elle fait et comment elle s’annule.</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Détails</translation>
    </message>
    <message>
        <source>There is nothing to migrate yet.</source>
        <translation>Il n’y a encore rien à migrer.</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>Y aller</translation>
    </message>
    <message>
        <source>Go &amp;on with it</source>
        <translation>&amp;Continuer</translation>
    </message>
    <message>
        <source>&amp;Start the cutover…</source>
        <translation>Démarrer &amp;la bascule…</translation>
    </message>
    <message>
        <source>Go &amp;on</source>
        <translation>&amp;Continuer</translation>
    </message>
    <message>
        <source>&amp;Pause after this step</source>
        <translation>Me&amp;ttre en pause après cette étape</translation>
    </message>
    <message numerus="yes">
        <source>%n condition(s) no longer hold(s).</source>
        <translation>
            <numerusform>%n condition n’est plus remplie.</numerusform>
            <numerusform>%n conditions ne sont plus remplies.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing has been begun yet.</source>
        <translation>Rien n’a encore commencé.</translation>
    </message>
    <message>
        <source>Nothing has been cut over.</source>
        <translation>Rien n’a été basculé.</translation>
    </message>
    <message>
        <source>The way back is under way.</source>
        <translation>Le retour est en cours.</translation>
    </message>
    <message>
        <source>You may close this window: it asks what is running to stop safely, and reopens where it stands.</source>
        <translation>Vous pouvez fermer cette fenêtre&#xa0;: ce qui tourne s’arrête proprement, et reprend où il en est.</translation>
    </message>
    <message>
        <source>The window must stay open until the cutover begins; the command line can wait for you.</source>
        <translation>La fenêtre doit rester ouverte jusqu’au début de la bascule&#x202f;; la ligne de commande peut attendre pour vous.</translation>
    </message>
    <message>
        <source>The cutover was interrupted: go on with it, or go back.</source>
        <translation>La bascule a été interrompue&#xa0;: continuez-la, ou revenez en arrière.</translation>
    </message>
    <message>
        <source>The baseline of the monitoring is measured before the cutover.</source>
        <translation>La référence de la supervision se mesure avant la bascule.</translation>
    </message>
    <message>
        <source>Give the go for the cutover</source>
        <translation>Donner le go de la bascule</translation>
    </message>
    <message>
        <source>It holds for exactly this runbook. If the runbook changes, it must be given again.</source>
        <translation>Il vaut pour exactement ce plan de bascule. Si le plan change, il faut le redonner.</translation>
    </message>
    <message>
        <source>For IT</source>
        <translation>Pour l’informatique</translation>
    </message>
    <message>
        <source>For management</source>
        <translation>Pour la direction</translation>
    </message>
    <message>
        <source>Give the go</source>
        <translation>Donner le go</translation>
    </message>
    <message>
        <source>Start the cutover</source>
        <translation>Démarrer la bascule</translation>
    </message>
    <message>
        <source>Users cannot work from the freeze on until they are opened on %1. Until then it can be stopped, and everything done so far is undone.</source>
        <translation>Les utilisateurs ne peuvent pas travailler entre le gel et leur ouverture sur %1. Jusque-là, elle peut être arrêtée, et tout ce qui a été fait est annulé.</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>Now, in the chosen window</source>
        <translation>Maintenant, dans la fenêtre choisie</translation>
    </message>
    <message>
        <source>When the window begins: %1</source>
        <translation>Au début de la fenêtre&#xa0;: %1</translation>
    </message>
    <message>
        <source>Now, outside the chosen window</source>
        <translation>Maintenant, hors de la fenêtre choisie</translation>
    </message>
    <message>
        <source>The evidence ledger notes that it was started outside the window.</source>
        <translation>Le registre des preuves note qu’elle a été démarrée hors de la fenêtre.</translation>
    </message>
    <message>
        <source>This window of the program must stay open until then.</source>
        <translation>Cette fenêtre du programme doit rester ouverte jusque-là.</translation>
    </message>
    <message>
        <source>No message is written for this moment.</source>
        <translation>Aucun message n’est écrit pour ce moment.</translation>
    </message>
    <message>
        <source>Messages are written on the Planning page.</source>
        <translation>Les messages s’écrivent sur la page Planification.</translation>
    </message>
    <message>
        <source>Message to users</source>
        <translation>Message aux utilisateurs</translation>
    </message>
    <message>
        <source>Bascule sends nothing: copy it and send it by your usual means.</source>
        <translation>Bascule n’envoie rien&#xa0;: copiez-le et envoyez-le par vos moyens habituels.</translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation>Copier le texte</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Stop the cutover and go back to %1</source>
        <translation>Arrêter la bascule et revenir sur %1</translation>
    </message>
    <message>
        <source>The step at hand is stopped, and every step done so far is undone.</source>
        <translation>L’étape en cours est arrêtée, et chaque étape déjà faite est annulée.</translation>
    </message>
    <message>
        <source>Nothing was deleted on %1; users go on there.</source>
        <translation>Rien n’a été effacé sur %1&#x202f;; les utilisateurs y continuent.</translation>
    </message>
    <message>
        <source>Once users are on the new server it is brought to its end instead.</source>
        <translation>Une fois les utilisateurs sur le nouveau serveur, elle est menée à son terme.</translation>
    </message>
    <message>
        <source>Go back to %1</source>
        <translation>Revenir sur %1</translation>
    </message>
    <message>
        <source>Who decides</source>
        <translation>Qui décide</translation>
    </message>
    <message>
        <source>Go back to %1</source>
        <comment>server</comment>
        <translation>Revenir sur %1</translation>
    </message>
    <message>
        <source>Commit the migration</source>
        <translation>Entériner la migration</translation>
    </message>
    <message>
        <source>The old server %1 is released, and there is no way back any more. Nothing on it is deleted.</source>
        <translation>L’ancien serveur %1 est libéré, et le retour n’est plus possible. Rien n’y est effacé.</translation>
    </message>
    <message>
        <source>Commit, without a way back</source>
        <translation>Entériner, sans retour possible</translation>
    </message>
</context>
<context>
    <name>bascule::ui::DecisionDialog</name>
    <message>
        <source>The name of who decides is missing.</source>
        <translation>Il manque le nom de la personne qui décide.</translation>
    </message>
    <message>
        <source>The reason is missing; it stays in the evidence ledger.</source>
        <translation>Il manque la raison&#x202f;; elle reste dans le registre des preuves.</translation>
    </message>
</context>
<context>
    <name>bascule::ui::DependenciesController</name>
    <message>
        <source>%1, line %2</source>
        <translation>%1, ligne %2</translation>
    </message>
    <message numerus="yes">
        <source>and %n more place(s)</source>
        <translation>
            <numerusform>et %n autre endroit</numerusform>
            <numerusform>et %n autres endroits</numerusform>
        </translation>
    </message>
    <message>
        <source>. Only in a task that runs now and then</source>
        <translation>. Seulement dans une tâche lancée de temps en temps</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>person, reason</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Confirm the link</source>
        <translation>Confirmer le lien</translation>
    </message>
    <message>
        <source>Dismiss…</source>
        <translation>Écarter…</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <comment>asset, what it needs</comment>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>stops</source>
        <translation>s’arrête</translation>
    </message>
    <message>
        <source>degrades</source>
        <translation>se dégrade</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>name, kind</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <comment>name, kind, state</comment>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>server, role</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 (asleep)</source>
        <translation>%1 (en sommeil)</translation>
    </message>
    <message>
        <source>Outside of the servers in scope</source>
        <translation>Hors des serveurs du périmètre</translation>
    </message>
    <message>
        <source>Blast radius</source>
        <translation>Rayon d’impact</translation>
    </message>
    <message>
        <source>Nothing that is known stops when %1 stops.</source>
        <translation>Rien de connu ne s’arrête quand %1 s’arrête.</translation>
    </message>
    <message numerus="yes">
        <source>%n asset(s) stop</source>
        <translation>
            <numerusform>%n actif s’arrête</numerusform>
            <numerusform>%n actifs s’arrêtent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n degrade(s)</source>
        <translation>
            <numerusform>%n se dégrade</numerusform>
            <numerusform>%n se dégradent</numerusform>
        </translation>
    </message>
    <message>
        <source>If %1 stops, %2.</source>
        <translation>Si %1 s’arrête, %2.</translation>
    </message>
    <message>
        <source>If %1 stops, %2 and %3.</source>
        <translation>Si %1 s’arrête, %2 et %3.</translation>
    </message>
    <message>
        <source>Reached: %1.</source>
        <translation>Touchés&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Evidence of the links to %1 (%2)</source>
        <translation>Preuves des liens vers %1 (%2)</translation>
    </message>
    <message>
        <source>What %1 needs (%2)</source>
        <translation>Ce dont %1 a besoin (%2)</translation>
    </message>
    <message numerus="yes">
        <source>Search of %1: %n link(s) found in configuration files and scripts.</source>
        <translation>
            <numerusform>Recherche du %1&#xa0;: %n lien trouvé dans les fichiers de configuration et les scripts.</numerusform>
            <numerusform>Recherche du %1&#xa0;: %n liens trouvés dans les fichiers de configuration et les scripts.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 needs %2.</source>
        <translation>%1 a besoin de %2.</translation>
    </message>
    <message>
        <source>Only in a task that runs now and then: it would be missed at month-end at the earliest.</source>
        <translation>Seulement dans une tâche lancée de temps en temps&#xa0;: son absence se verrait au plus tôt en fin de mois.</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Preuve</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Décision</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>name, kind</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <comment>what is seen; where</comment>
        <translation>%1&#x202f;; %2</translation>
    </message>
    <message>
        <source>address</source>
        <translation>adresse</translation>
    </message>
    <message>
        <source>port %1</source>
        <translation>port&#xa0;%1</translation>
    </message>
    <message>
        <source>out of scope</source>
        <translation>hors périmètre</translation>
    </message>
</context>
<context>
    <name>bascule::ui::DependenciesPage</name>
    <message>
        <source>A forgotten dependency is the first cause of failure after a cutover: the map shows what stops with what.</source>
        <translation>Une dépendance oubliée est la première cause de panne après une bascule&#xa0;: la carte montre ce qui s’arrête avec quoi.</translation>
    </message>
    <message>
        <source>&amp;Search for links</source>
        <translation>&amp;Rechercher les liens</translation>
    </message>
    <message>
        <source>&amp;Map</source>
        <translation>&amp;Carte</translation>
    </message>
    <message>
        <source>&amp;List</source>
        <translation>&amp;Liste</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Réduire</translation>
    </message>
    <message>
        <source>Zoom out (-)</source>
        <translation>Réduire (-)</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Agrandir</translation>
    </message>
    <message>
        <source>Zoom in (+)</source>
        <translation>Agrandir (+)</translation>
    </message>
    <message>
        <source>Show the whole map</source>
        <translation>Voir toute la carte</translation>
    </message>
    <message>
        <source>Show the whole map (0)</source>
        <translation>Voir toute la carte (0)</translation>
    </message>
    <message>
        <source>Find an asset</source>
        <translation>Trouver un actif</translation>
    </message>
    <message>
        <source>Dependency map; the list shows the same facts</source>
        <translation>Carte des dépendances&#x202f;; la liste montre les mêmes faits</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>confirmée</translation>
    </message>
    <message>
        <source>to confirm</source>
        <translation>à confirmer</translation>
    </message>
    <message>
        <source>asleep (now and then)</source>
        <translation>en sommeil (de temps en temps)</translation>
    </message>
    <message>
        <source>A → B: A needs B</source>
        <translation>A → B&#xa0;: A a besoin de B</translation>
    </message>
    <message>
        <source>Dependencies</source>
        <translation>Dépendances</translation>
    </message>
    <message>
        <source>Asset</source>
        <translation>Actif</translation>
    </message>
    <message>
        <source>Needs</source>
        <translation>A besoin de</translation>
    </message>
    <message>
        <source>How it is known</source>
        <translation>Comment on le sait</translation>
    </message>
    <message>
        <source>Certainty</source>
        <translation>Certitude</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Choose a box to see what stops with it.</source>
        <translation>Choisissez une case pour voir ce qui s’arrête avec elle.</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Détails</translation>
    </message>
    <message>
        <source>Dependencies lead from asset to asset: the inventory comes first.</source>
        <translation>Les dépendances vont d’un actif à un autre&#xa0;: l’inventaire vient d’abord.</translation>
    </message>
    <message>
        <source>See the inventory</source>
        <translation>Voir l’inventaire</translation>
    </message>
    <message>
        <source>No link yet. Bascule reads configuration files and scripts without changing anything.</source>
        <translation>Aucun lien pour l’instant. Bascule lit les fichiers de configuration et les scripts sans rien modifier.</translation>
    </message>
    <message>
        <source>Search for links</source>
        <translation>Rechercher les liens</translation>
    </message>
    <message>
        <source>No configuration file points at another asset.</source>
        <translation>Aucun fichier de configuration ne désigne un autre actif.</translation>
    </message>
    <message>
        <source>There is nothing to draw yet.</source>
        <translation>Il n’y a encore rien à dessiner.</translation>
    </message>
    <message>
        <source>Run the inventory first.</source>
        <translation>Lancez d’abord l’inventaire.</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Decide on %n link(s) to confirm</source>
        <translation>
            <numerusform>&amp;Décider du lien à confirmer</numerusform>
            <numerusform>&amp;Décider des %n liens à confirmer</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Decide on links</source>
        <translation>Déc&amp;ider des liens</translation>
    </message>
    <message>
        <source>Every link is decided.</source>
        <translation>Chaque lien est décidé.</translation>
    </message>
    <message>
        <source>A dismissed dependency needs a reason, which stays in the evidence ledger.</source>
        <translation>Une dépendance écartée demande une raison, qui reste dans le registre des preuves.</translation>
    </message>
    <message>
        <source>Dismiss the link %1</source>
        <translation>Écarter le lien %1</translation>
    </message>
    <message>
        <source>It counts as no dependency from then on. The name and the reason stay in the evidence ledger.</source>
        <translation>Il ne compte plus comme dépendance à partir de là. Le nom et la raison restent dans le registre des preuves.</translation>
    </message>
    <message>
        <source>Dismiss the link</source>
        <translation>Écarter le lien</translation>
    </message>
</context>
<context>
    <name>bascule::ui::DetailsPanel</name>
    <message>
        <source>Hide technical details</source>
        <translation>Masquer les détails techniques</translation>
    </message>
    <message>
        <source>Technical details</source>
        <translation>Détails techniques</translation>
    </message>
    <message>
        <source>Choose a row to see it here.</source>
        <translation>Choisissez une ligne pour la voir ici.</translation>
    </message>
</context>
<context>
    <name>bascule::ui::ExportList</name>
    <message>
        <source>Export list…</source>
        <translation>Exporter la liste…</translation>
    </message>
    <message>
        <source>Export the list</source>
        <translation>Exporter la liste</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tableau (*.csv)</translation>
    </message>
    <message>
        <source>The list is written.</source>
        <translation>La liste est écrite.</translation>
    </message>
</context>
<context>
    <name>bascule::ui::FormDialog</name>
    <message>
        <source>Browse…</source>
        <translation>Parcourir…</translation>
    </message>
    <message>
        <source>Browse for: %1</source>
        <translation>Parcourir pour&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>bascule::ui::GoNoGoDialog</name>
    <message numerus="yes">
        <source>%n conditions do not hold yet.</source>
        <translation>
            <numerusform>%n condition n’est pas encore remplie.</numerusform>
            <numerusform>%n conditions ne sont pas encore remplies.</numerusform>
        </translation>
    </message>
    <message>
        <source>The name from IT is missing.</source>
        <translation>Il manque le nom pour l’informatique.</translation>
    </message>
    <message>
        <source>The name from the business is missing.</source>
        <translation>Il manque le nom pour le métier.</translation>
    </message>
    <message>
        <source>Two different people give the go.</source>
        <translation>Deux personnes différentes donnent le go.</translation>
    </message>
</context>
<context>
    <name>bascule::ui::HostKeyDialog</name>
    <message>
        <source>Is this the key of %1?</source>
        <translation>Est-ce bien la clé de %1&#xa0;?</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Clé</translation>
    </message>
    <message>
        <source>This server is not known yet. Compare its key with what “%1” says on the server itself; accept it only when they are the same.</source>
        <translation>Ce serveur n’est pas encore connu. Comparez sa clé avec ce que dit «&#xa0;%1&#xa0;» sur le serveur même&#x202f;; ne l’acceptez que si elles sont identiques.</translation>
    </message>
    <message>
        <source>The fingerprint is right</source>
        <translation>C’est la bonne empreinte</translation>
    </message>
</context>
<context>
    <name>bascule::ui::InventoryController</name>
    <message>
        <source>Databases</source>
        <translation>Bases de données</translation>
    </message>
    <message>
        <source>File shares</source>
        <translation>Partages de fichiers</translation>
    </message>
    <message>
        <source>Applications</source>
        <translation>Applications</translation>
    </message>
    <message>
        <source>Services and tasks</source>
        <translation>Services et tâches</translation>
    </message>
    <message>
        <source>Folders of backups</source>
        <translation>Dossiers de sauvegardes</translation>
    </message>
    <message>
        <source>Other files</source>
        <translation>Autres fichiers</translation>
    </message>
    <message>
        <source>Critical</source>
        <translation>Critique</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>Courant</translation>
    </message>
    <message>
        <source>To assign</source>
        <translation>À désigner</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Aucun</translation>
    </message>
    <message numerus="yes">
        <source>%n blocking</source>
        <comment>findings</comment>
        <translation>
            <numerusform>%n bloquant</numerusform>
            <numerusform>%n bloquants</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to fix</source>
        <comment>findings</comment>
        <translation>
            <numerusform>%n à traiter</numerusform>
            <numerusform>%n à traiter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to know</source>
        <comment>findings</comment>
        <translation>
            <numerusform>%n à savoir</numerusform>
            <numerusform>%n à savoir</numerusform>
        </translation>
    </message>
    <message>
        <source>To decide</source>
        <translation>À décider</translation>
    </message>
    <message>
        <source>Criticality</source>
        <translation>Criticité</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Responsable</translation>
    </message>
    <message>
        <source>Assign…</source>
        <translation>Désigner…</translation>
    </message>
    <message>
        <source>Migrate</source>
        <translation>Migrer</translation>
    </message>
    <message>
        <source>Destination</source>
        <translation>Destination</translation>
    </message>
    <message>
        <source>the same place</source>
        <translation>au même endroit</translation>
    </message>
    <message>
        <source>It is not migrated.</source>
        <translation>Il n’est pas migré.</translation>
    </message>
    <message>
        <source>Objective</source>
        <translation>Objectif</translation>
    </message>
    <message>
        <source>min</source>
        <translation>min</translation>
    </message>
    <message>
        <source>Last write</source>
        <translation>Dernière écriture</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Contenu</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1 dans %2</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n fichier</numerusform>
            <numerusform>%n fichiers</numerusform>
        </translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Emplacement</translation>
    </message>
    <message>
        <source>Used by</source>
        <translation>Utilisée par</translation>
    </message>
    <message numerus="yes">
        <source>%n asset(s)</source>
        <translation>
            <numerusform>%n actif</numerusform>
            <numerusform>%n actifs</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing known</source>
        <translation>rien de connu</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Constats</translation>
    </message>
    <message>
        <source>Findings (%1)</source>
        <translation>Constats (%1)</translation>
    </message>
    <message>
        <source>See the fix</source>
        <translation>Voir le correctif</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>Décider</translation>
    </message>
    <message>
        <source>Blind spot, on %1</source>
        <translation>Angle mort, sur %1</translation>
    </message>
    <message>
        <source>Finding, on %1</source>
        <translation>Constat, sur %1</translation>
    </message>
    <message>
        <source>Asset</source>
        <translation>Actif</translation>
    </message>
    <message>
        <source>Not seen</source>
        <translation>Non vu</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Que faire</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Décision</translation>
    </message>
    <message>
        <source>Accepted by %1</source>
        <translation>Accepté par %1</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>Résolu</translation>
    </message>
    <message>
        <source>The last run did not see it any more.</source>
        <translation>Le dernier passage ne l’a plus vu.</translation>
    </message>
    <message>
        <source>Read it with other rights and run the inventory again, or accept not to know.</source>
        <translation>Lisez-le avec d’autres droits et relancez l’inventaire, ou acceptez de ne pas savoir.</translation>
    </message>
    <message>
        <source>Fix it and run the inventory again, or accept it with a reason.</source>
        <translation>Corrigez-le et relancez l’inventaire, ou acceptez-le avec une raison.</translation>
    </message>
    <message>
        <source>Accept with a reason…</source>
        <translation>Accepter avec une raison…</translation>
    </message>
    <message>
        <source>Open it again</source>
        <translation>Le rouvrir</translation>
    </message>
    <message>
        <source>Still missing: %1</source>
        <translation>Il manque encore&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>bascule::ui::InventoryPage</name>
    <message>
        <source>What is missed here is missing after the cutover: every asset must be seen, understood and owned.</source>
        <translation>Ce que l’on oublie ici manquera après la bascule&#xa0;: chaque actif doit être vu, compris et avoir un responsable.</translation>
    </message>
    <message>
        <source>&amp;Assign owners</source>
        <translation>&amp;Désigner les responsables</translation>
    </message>
    <message>
        <source>&amp;Validate the map…</source>
        <translation>&amp;Valider la cartographie…</translation>
    </message>
    <message>
        <source>Server shown</source>
        <translation>Serveur affiché</translation>
    </message>
    <message>
        <source>Assets</source>
        <translation>Actifs</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Constats</translation>
    </message>
    <message>
        <source>Blind spots</source>
        <translation>Angles morts</translation>
    </message>
    <message>
        <source>Asset</source>
        <translation>Actif</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Criticality</source>
        <translation>Criticité</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Responsable</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Gravité</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Constat</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>What was not seen, and why</source>
        <translation>Ce qui n’a pas été vu, et pourquoi</translation>
    </message>
    <message>
        <source>Filter the assets</source>
        <translation>Filtrer les actifs</translation>
    </message>
    <message>
        <source>Choose a row to see it here.</source>
        <translation>Choisissez une ligne pour la voir ici.</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Détails</translation>
    </message>
    <message>
        <source>All servers</source>
        <translation>Tous les serveurs</translation>
    </message>
    <message>
        <source>No asset yet. The inventory reads %1 without changing anything on it.</source>
        <translation>Aucun actif pour l’instant. L’inventaire lit %1 sans rien y modifier.</translation>
    </message>
    <message>
        <source>Run the inventory</source>
        <translation>Lancer l’inventaire</translation>
    </message>
    <message>
        <source>There is no old server yet to take stock of.</source>
        <translation>Il n’y a pas encore d’ancien serveur à inventorier.</translation>
    </message>
    <message>
        <source>Add the old server</source>
        <translation>Ajouter l’ancien serveur</translation>
    </message>
    <message>
        <source>Nothing was found that needs attention.</source>
        <translation>Rien qui demande attention n’a été trouvé.</translation>
    </message>
    <message>
        <source>Findings come with the inventory.</source>
        <translation>Les constats viennent avec l’inventaire.</translation>
    </message>
    <message>
        <source>Everything could be read.</source>
        <translation>Tout a pu être lu.</translation>
    </message>
    <message>
        <source>Blind spots come with the inventory.</source>
        <translation>Les angles morts viennent avec l’inventaire.</translation>
    </message>
    <message>
        <source>&amp;Relaunch the inventory</source>
        <translation>&amp;Relancer l’inventaire</translation>
    </message>
    <message>
        <source>&amp;Run the inventory</source>
        <translation>&amp;Lancer l’inventaire</translation>
    </message>
    <message>
        <source>Add the old server first.</source>
        <translation>Ajoutez d’abord l’ancien serveur.</translation>
    </message>
    <message>
        <source>Every critical asset has an owner.</source>
        <translation>Chaque actif critique a un responsable.</translation>
    </message>
    <message>
        <source>Run the inventory first.</source>
        <translation>Lancez d’abord l’inventaire.</translation>
    </message>
    <message>
        <source>This map is validated.</source>
        <translation>Cette cartographie est validée.</translation>
    </message>
    <message>
        <source>Next stays possible: these points can be settled later too, but before the cutover.</source>
        <translation>Suivant reste possible&#xa0;: ces points se règlent aussi plus tard, mais avant la bascule.</translation>
    </message>
    <message>
        <source>There is nobody to assign yet.</source>
        <translation>Il n’y a encore personne à désigner.</translation>
    </message>
    <message>
        <source>Add people on the Project page first.</source>
        <translation>Ajoutez d’abord des personnes sur la page Projet.</translation>
    </message>
    <message>
        <source>Validate the map</source>
        <translation>Valider la cartographie</translation>
    </message>
    <message numerus="yes">
        <source>%n asset(s)</source>
        <translation>
            <numerusform>%n actif</numerusform>
            <numerusform>%n actifs</numerusform>
        </translation>
    </message>
    <message>
        <source>: </source>
        <comment>before a list</comment>
        <translation>&#xa0;: </translation>
    </message>
    <message>
        <source>you vouch for it that nothing is missing that the company needs. If an asset, an owner, a dependency or a blind spot changes, the validation expires.</source>
        <translation>vous garantissez qu’il ne manque rien dont la société a besoin. Si un actif, un responsable, une dépendance ou un angle mort change, la validation expire.</translation>
    </message>
    <message>
        <source>Validate this map</source>
        <translation>Valider cette cartographie</translation>
    </message>
    <message>
        <source>Accept this blind spot</source>
        <translation>Accepter cet angle mort</translation>
    </message>
    <message>
        <source>Accept this finding</source>
        <translation>Accepter ce constat</translation>
    </message>
    <message>
        <source>Nobody knows what is there. The name and the reason stay in the evidence ledger.</source>
        <translation>Personne ne sait ce qui s’y trouve. Le nom et la raison restent dans le registre des preuves.</translation>
    </message>
    <message>
        <source>The name and the reason stay in the evidence ledger.</source>
        <translation>Le nom et la raison restent dans le registre des preuves.</translation>
    </message>
    <message>
        <source>Accept it</source>
        <translation>Accepter</translation>
    </message>
</context>
<context>
    <name>bascule::ui::ListPanel</name>
    <message>
        <source>Search the list</source>
        <translation>Chercher dans la liste</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtrer</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>Listes</translation>
    </message>
    <message>
        <source>No row fits the filter.</source>
        <translation>Aucune ligne ne correspond au filtre.</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Effacer le filtre</translation>
    </message>
</context>
<context>
    <name>bascule::ui::Look</name>
    <message>
        <source>Not started</source>
        <translation>Non commencé</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>En cours</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Bloqué</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>Validé</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Expiré</translation>
    </message>
    <message>
        <source>Waived</source>
        <translation>Dérogation</translation>
    </message>
    <message>
        <source>Blocking</source>
        <translation>Bloquant</translation>
    </message>
    <message>
        <source>To fix</source>
        <translation>À traiter</translation>
    </message>
    <message>
        <source>Good to know</source>
        <translation>À savoir</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Échec</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En attente</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Inconnu</translation>
    </message>
</context>
<context>
    <name>bascule::ui::MapView</name>
    <message numerus="yes">
        <source>%n nodes</source>
        <translation>
            <numerusform>%n nœud</numerusform>
            <numerusform>%n nœuds</numerusform>
        </translation>
    </message>
    <message>
        <source>Dependency map: %1</source>
        <translation>Carte des dépendances&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>bascule::ui::MessageLine</name>
    <message>
        <source>Technical details</source>
        <translation>Détails techniques</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Fermer ce message</translation>
    </message>
</context>
<context>
    <name>bascule::ui::MonitoringController</name>
    <message>
        <source>Availability since the cutover</source>
        <translation>Disponibilité depuis la bascule</translation>
    </message>
    <message>
        <source>begins with the cutover; target %1</source>
        <translation>commence avec la bascule&#x202f;; objectif %1</translation>
    </message>
    <message>
        <source>no round since the cutover; target %1</source>
        <translation>aucun tour depuis la bascule&#x202f;; objectif %1</translation>
    </message>
    <message>
        <source>target %1; watched %2 of %3</source>
        <translation>objectif %1&#x202f;; %2 observés sur %3</translation>
    </message>
    <message>
        <source>Open incidents</source>
        <translation>Incidents ouverts</translation>
    </message>
    <message numerus="yes">
        <source>%n closed</source>
        <comment>incidents</comment>
        <translation>
            <numerusform>%n clos</numerusform>
            <numerusform>%n clos</numerusform>
        </translation>
    </message>
    <message>
        <source>none so far</source>
        <translation>aucun jusqu’ici</translation>
    </message>
    <message>
        <source>Rollback</source>
        <translation>Retour arrière</translation>
    </message>
    <message>
        <source>Rollback possible for</source>
        <translation>Retour arrière possible pendant</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>expiré</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>jusqu’au %1</translation>
    </message>
    <message>
        <source>Committed</source>
        <translation>Migration entérinée</translation>
    </message>
    <message>
        <source>there is no way back any more</source>
        <translation>le retour n’est plus possible</translation>
    </message>
    <message>
        <source>counted from the cutover</source>
        <translation>compté à partir de la bascule</translation>
    </message>
    <message>
        <source>Switched off</source>
        <translation>Désactivé</translation>
    </message>
    <message>
        <source>no round yet</source>
        <translation>aucun tour encore</translation>
    </message>
    <message numerus="yes">
        <source>%n round(s)</source>
        <translation>
            <numerusform>%n tour</numerusform>
            <numerusform>%n tours</numerusform>
        </translation>
    </message>
    <message>
        <source>None</source>
        <translation>Aucun</translation>
    </message>
    <message>
        <source>a check that was removed</source>
        <translation>un contrôle retiré</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvert</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Clos</translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>depuis %1</translation>
    </message>
    <message>
        <source>lasted %1</source>
        <translation>a duré %1</translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation>pas encore connu</translation>
    </message>
    <message>
        <source>slower</source>
        <translation>plus lent</translation>
    </message>
    <message>
        <source>as before</source>
        <translation>comme avant</translation>
    </message>
    <message>
        <source>%1, on %2</source>
        <comment>kind of check, server</comment>
        <translation>%1, sur %2</translation>
    </message>
    <message>
        <source>Watched</source>
        <translation>Surveillé</translation>
    </message>
    <message>
        <source>Every</source>
        <translation>Toutes les</translation>
    </message>
    <message>
        <source>s</source>
        <comment>seconds</comment>
        <translation>s</translation>
    </message>
    <message>
        <source>Asset</source>
        <translation>Actif</translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation>Référence</translation>
    </message>
    <message>
        <source>Before the cutover it answered in %1; nine answers in ten came within %2 to %3.</source>
        <translation>Avant la bascule il répondait en %1&#x202f;; neuf réponses sur dix arrivaient entre %2 et %3.</translation>
    </message>
    <message numerus="yes">
        <source>%n round(s), %1</source>
        <translation>
            <numerusform>%n tour, %1</numerusform>
            <numerusform>%n tours, %1</numerusform>
        </translation>
    </message>
    <message>
        <source>None was measured before the cutover; there is nothing to compare with.</source>
        <translation>Aucune mesure n’a été prise avant la bascule&#x202f;; rien à quoi comparer.</translation>
    </message>
    <message>
        <source>Not measured yet. After the cutover it is too late for it.</source>
        <translation>Pas encore mesurée. Après la bascule, il sera trop tard.</translation>
    </message>
    <message>
        <source>Last answers</source>
        <translation>Dernières réponses</translation>
    </message>
    <message>
        <source>No round yet.</source>
        <translation>Aucun tour encore.</translation>
    </message>
    <message>
        <source>Run this check</source>
        <translation>Lancer ce contrôle</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Retirer…</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>Incident</translation>
    </message>
    <message>
        <source>Open since %1</source>
        <translation>Ouvert depuis %1</translation>
    </message>
    <message>
        <source>Closed at %1</source>
        <translation>Clos à %1</translation>
    </message>
    <message>
        <source>Closed by %1: %2</source>
        <translation>Clos par %1&#xa0;: %2</translation>
    </message>
    <message>
        <source>It closed by itself: the last two answers were good.</source>
        <translation>Il s’est clos seul&#xa0;: les deux dernières réponses étaient bonnes.</translation>
    </message>
    <message>
        <source>Close it by hand…</source>
        <translation>Le clore à la main…</translation>
    </message>
    <message>
        <source>It closes by itself after two good answers.</source>
        <translation>Il se clôt seul après deux bonnes réponses.</translation>
    </message>
    <message>
        <source>Go back to the old server</source>
        <translation>Revenir sur l’ancien serveur</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>ms</translation>
    </message>
    <message>
        <source>before</source>
        <translation>avant</translation>
    </message>
    <message>
        <source>after</source>
        <translation>après</translation>
    </message>
    <message>
        <source>cutover</source>
        <translation>bascule</translation>
    </message>
    <message>
        <source>Answers in %1, %2 before</source>
        <translation>Répond en %1, %2 avant</translation>
    </message>
    <message>
        <source>Answers in %1 before the cutover</source>
        <translation>Répondait en %1 avant la bascule</translation>
    </message>
    <message>
        <source>No baseline to compare with</source>
        <translation>Aucune référence à quoi comparer</translation>
    </message>
    <message>
        <source>File can be read</source>
        <translation>Le fichier se lit</translation>
    </message>
    <message>
        <source>Folder can be read</source>
        <translation>Le dossier se lit</translation>
    </message>
    <message>
        <source>Database answers</source>
        <translation>La base répond</translation>
    </message>
    <message>
        <source>Switch link leads where it should</source>
        <translation>Le lien de bascule mène où il faut</translation>
    </message>
    <message>
        <source>Port answers</source>
        <translation>Le port répond</translation>
    </message>
    <message>
        <source>Web page answers</source>
        <translation>La page web répond</translation>
    </message>
    <message>
        <source>Certificate is good</source>
        <translation>Le certificat est bon</translation>
    </message>
    <message>
        <source>Name resolves</source>
        <translation>Le nom est résolu</translation>
    </message>
    <message>
        <source>Choose what is checked.</source>
        <translation>Choisissez ce qui est contrôlé.</translation>
    </message>
</context>
<context>
    <name>bascule::ui::MonitoringPage</name>
    <message>
        <source>An incident seen early is fixed; seen late, it is suffered.</source>
        <translation>Un incident vu tôt se corrige&#x202f;; vu tard, il se subit.</translation>
    </message>
    <message>
        <source>&amp;Measure the baseline</source>
        <translation>&amp;Mesurer la référence</translation>
    </message>
    <message>
        <source>&amp;Run a round</source>
        <translation>&amp;Lancer un tour</translation>
    </message>
    <message>
        <source>&amp;Keep watching</source>
        <translation>Su&amp;rveiller en continu</translation>
    </message>
    <message>
        <source>&amp;Add a check…</source>
        <translation>A&amp;jouter un contrôle…</translation>
    </message>
    <message>
        <source>&amp;List</source>
        <translation>L&amp;iste</translation>
    </message>
    <message>
        <source>&amp;Charts</source>
        <translation>&amp;Graphiques</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Contrôles</translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation>Incidents</translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation>Avant et après</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Contrôle</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Answers in</source>
        <translation>Répond en</translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation>Référence</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>Incident</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Depuis</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Avant</translation>
    </message>
    <message>
        <source>P95 before</source>
        <translation>P95 avant</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Après</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Verdict</translation>
    </message>
    <message>
        <source>Choose a check to see its answers.</source>
        <translation>Choisissez un contrôle pour voir ses réponses.</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Détails</translation>
    </message>
    <message>
        <source>Charts before and after the cutover</source>
        <translation>Graphiques avant et après la bascule</translation>
    </message>
    <message>
        <source>No check yet. Bascule proposes one for every critical asset.</source>
        <translation>Aucun contrôle pour l’instant. Bascule en propose un par actif critique.</translation>
    </message>
    <message>
        <source>No check yet. Mark assets as critical in the inventory first.</source>
        <translation>Aucun contrôle pour l’instant. Marquez d’abord les actifs critiques dans l’inventaire.</translation>
    </message>
    <message>
        <source>Take the proposed checks</source>
        <translation>Prendre les contrôles proposés</translation>
    </message>
    <message>
        <source>See the inventory</source>
        <translation>Voir l’inventaire</translation>
    </message>
    <message>
        <source>No incident so far.</source>
        <translation>Aucun incident jusqu’ici.</translation>
    </message>
    <message>
        <source>There is no check yet.</source>
        <translation>Il n’y a pas encore de contrôle.</translation>
    </message>
    <message>
        <source>A baseline is measured before the cutover.</source>
        <translation>La référence se mesure avant la bascule.</translation>
    </message>
    <message>
        <source>There is nothing to draw before the first round.</source>
        <translation>Il n’y a rien à tracer avant le premier tour.</translation>
    </message>
    <message>
        <source>Monitoring goes on while this window is open; the command line can watch without it.</source>
        <translation>La supervision continue tant que cette fenêtre est ouverte&#x202f;; la ligne de commande peut surveiller sans elle.</translation>
    </message>
    <message>
        <source>The baseline is measured before the cutover; rounds begin right after it.</source>
        <translation>La référence se mesure avant la bascule&#x202f;; les tours commencent juste après.</translation>
    </message>
    <message>
        <source>Add a check</source>
        <translation>Ajouter un contrôle</translation>
    </message>
    <message>
        <source>It looks at the server that serves now: the old one before the cutover, the new one after it.</source>
        <translation>Il regarde le serveur en service&#xa0;: l’ancien avant la bascule, le nouveau après.</translation>
    </message>
    <message>
        <source>Add the check</source>
        <translation>Ajouter le contrôle</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>A name is missing.</source>
        <translation>Il manque un nom.</translation>
    </message>
    <message>
        <source>What is checked</source>
        <translation>Ce qui est contrôlé</translation>
    </message>
    <message>
        <source>Asset</source>
        <translation>Actif</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Aucun</translation>
    </message>
    <message>
        <source>Address, port or path</source>
        <translation>Adresse, port ou chemin</translation>
    </message>
    <message>
        <source>not needed for an asset’s file or database</source>
        <translation>inutile pour le fichier ou la base d’un actif</translation>
    </message>
    <message>
        <source>Every</source>
        <translation>Toutes les</translation>
    </message>
    <message>
        <source>s</source>
        <comment>seconds</comment>
        <translation>s</translation>
    </message>
    <message>
        <source>Close the incident by hand</source>
        <translation>Clore l’incident à la main</translation>
    </message>
    <message>
        <source>The reason stays in the evidence ledger. If the check fails again, a new incident opens.</source>
        <translation>La raison reste dans le registre des preuves. Si le contrôle échoue de nouveau, un nouvel incident s’ouvre.</translation>
    </message>
    <message>
        <source>Close the incident</source>
        <translation>Clore l’incident</translation>
    </message>
    <message>
        <source>Remove this check</source>
        <translation>Retirer ce contrôle</translation>
    </message>
    <message>
        <source>Its results stay in the evidence ledger; its baseline is gone.</source>
        <translation>Ses résultats restent dans le registre des preuves&#x202f;; sa référence disparaît.</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>Le retirer</translation>
    </message>
</context>
<context>
    <name>bascule::ui::PageBase</name>
    <message>
        <source>– on %1</source>
        <translation>– le %1</translation>
    </message>
    <message>
        <source>– by %1</source>
        <translation>– par %1</translation>
    </message>
    <message>
        <source>– on %1, by %2</source>
        <translation>– le %1, par %2</translation>
    </message>
    <message>
        <source>– waived by %1: %2</source>
        <translation>– dérogation de %1&#xa0;: %2</translation>
    </message>
    <message>
        <source>– still missing, on this page:</source>
        <translation>– il manque encore, sur cette page&#xa0;:</translation>
    </message>
    <message>
        <source>– still missing:</source>
        <translation>– il manque encore&#xa0;:</translation>
    </message>
    <message>
        <source>– nothing is missing on this page</source>
        <translation>– rien ne manque sur cette page</translation>
    </message>
</context>
<context>
    <name>bascule::ui::PlanningController</name>
    <message>
        <source>%1 %2</source>
        <comment>weekday and date, year</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1, %2 to %3</source>
        <comment>day, time, time</comment>
        <translation>%1, de %2 à %3</translation>
    </message>
    <message>
        <source>Critical periods</source>
        <translation>Périodes critiques</translation>
    </message>
    <message>
        <source>Windows</source>
        <translation>Fenêtres</translation>
    </message>
    <message numerus="yes">
        <source>touches %n period(s)</source>
        <translation>
            <numerusform>touche %n période</numerusform>
            <numerusform>touche %n périodes</numerusform>
        </translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>choisie</translation>
    </message>
    <message>
        <source>possible</source>
        <translation>possible</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>No window is chosen yet</source>
        <translation>Aucune fenêtre n’est encore choisie</translation>
    </message>
    <message>
        <source>Measured cutover (P90): %1</source>
        <translation>Bascule mesurée (P90)&#xa0;: %1</translation>
    </message>
    <message>
        <source>Rollback: %1</source>
        <translation>Retour arrière&#xa0;: %1</translation>
    </message>
    <message>
        <source>%1 would hold it with a margin</source>
        <translation>%1 suffiraient, avec une marge</translation>
    </message>
    <message>
        <source>Rehearse first: the window must hold what was measured</source>
        <translation>Répétez d’abord&#xa0;: la fenêtre doit contenir ce qui a été mesuré</translation>
    </message>
    <message numerus="yes">
        <source>touches %n critical period(s)</source>
        <translation>
            <numerusform>touche %n période critique</numerusform>
            <numerusform>touche %n périodes critiques</numerusform>
        </translation>
    </message>
    <message>
        <source>the cutover has not been measured yet</source>
        <translation>la bascule n’a pas encore été mesurée</translation>
    </message>
    <message>
        <source>the way back has not been measured yet</source>
        <translation>le retour n’a pas encore été mesuré</translation>
    </message>
    <message>
        <source>everything fits, with %1 to spare</source>
        <translation>tout tient, avec %1 de marge</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>when, verdict</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Margin: %1</source>
        <translation>Marge&#xa0;: %1</translation>
    </message>
    <message>
        <source>Not measured yet: rehearse the cutover</source>
        <translation>Pas encore mesuré&#xa0;: répétez la bascule</translation>
    </message>
    <message>
        <source>%1 writes frozen</source>
        <translation>%1 gel des écritures</translation>
    </message>
    <message>
        <source>%1 open to users</source>
        <translation>%1 ouverture aux utilisateurs</translation>
    </message>
    <message>
        <source>last moment to go back</source>
        <translation>dernier moment pour revenir</translation>
    </message>
    <message>
        <source>%1 end of the window</source>
        <translation>%1 fin de la fenêtre</translation>
    </message>
    <message numerus="yes">
        <source>Step, measured over %n rehearsal(s)</source>
        <translation>
            <numerusform>Étape, mesurée sur %n répétition</numerusform>
            <numerusform>Étape, mesurée sur %n répétitions</numerusform>
        </translation>
    </message>
    <message>
        <source>Step, not measured yet</source>
        <translation>Étape, pas encore mesurée</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>%1 environ</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>date, time</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Chosen window</source>
        <translation>Fenêtre choisie</translation>
    </message>
    <message>
        <source>Proposal</source>
        <translation>Proposition</translation>
    </message>
    <message>
        <source>critical period</source>
        <translation>période critique</translation>
    </message>
    <message>
        <source>A few days before</source>
        <translation>Quelques jours avant</translation>
    </message>
    <message>
        <source>When it starts</source>
        <translation>Au démarrage</translation>
    </message>
    <message>
        <source>When it is done</source>
        <translation>Une fois terminé</translation>
    </message>
    <message>
        <source>If one goes back</source>
        <translation>En cas de retour</translation>
    </message>
    <message>
        <source>to write</source>
        <translation>à écrire</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Aucun</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>prêt</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>brouillon</translation>
    </message>
    <message>
        <source>Ready for this window</source>
        <translation>Prêt pour cette fenêtre</translation>
    </message>
    <message>
        <source>Choose a window first: click a day in the calendar, or let Bascule propose some.</source>
        <translation>Choisissez d’abord une fenêtre&#xa0;: cliquez un jour du calendrier, ou laissez Bascule en proposer.</translation>
    </message>
    <message>
        <source>Choose a window…</source>
        <translation>Choisir une fenêtre…</translation>
    </message>
    <message>
        <source>No critical period touched</source>
        <translation>Aucune période critique touchée</translation>
    </message>
    <message>
        <source>checked at %1</source>
        <translation>vérifié à %1</translation>
    </message>
    <message numerus="yes">
        <source>%n critical period(s) touched</source>
        <translation>
            <numerusform>%n période critique touchée</numerusform>
            <numerusform>%n périodes critiques touchées</numerusform>
        </translation>
    </message>
    <message>
        <source>Cutover measured</source>
        <translation>Bascule mesurée</translation>
    </message>
    <message>
        <source>not rehearsed yet</source>
        <translation>pas encore répétée</translation>
    </message>
    <message>
        <source>Everything fits in the window</source>
        <translation>Tout tient dans la fenêtre</translation>
    </message>
    <message>
        <source>%1 too short</source>
        <translation>%1 de trop</translation>
    </message>
    <message>
        <source>Approval of IT</source>
        <translation>Accord de l’informatique</translation>
    </message>
    <message>
        <source>Approval of management</source>
        <translation>Accord de la direction</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>person, date</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>en attente</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) to the users ready</source>
        <translation>
            <numerusform>%n message aux utilisateurs prêt</numerusform>
            <numerusform>%n messages aux utilisateurs prêts</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 messages to the users ready</source>
        <translation>%1 messages aux utilisateurs prêts sur %2</translation>
    </message>
    <message>
        <source>read them</source>
        <translation>les relire</translation>
    </message>
    <message>
        <source>write them</source>
        <translation>les écrire</translation>
    </message>
    <message numerus="yes">
        <source>%n escalation contact(s)</source>
        <translation>
            <numerusform>%n contact d’escalade</numerusform>
            <numerusform>%n contacts d’escalade</numerusform>
        </translation>
    </message>
    <message>
        <source>see who is called first</source>
        <translation>voir l’ordre d’appel</translation>
    </message>
    <message>
        <source>add one</source>
        <translation>en ajouter un</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>Users back</source>
        <translation>Retour des utilisateurs</translation>
    </message>
    <message>
        <source>not measured yet</source>
        <translation>pas encore mesuré</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>Marge</translation>
    </message>
    <message>
        <source>Last moment to go back</source>
        <translation>Dernier moment pour revenir</translation>
    </message>
    <message>
        <source>What keeps it from being taken</source>
        <translation>Ce qui empêche de la prendre</translation>
    </message>
    <message>
        <source>Withdraw this window…</source>
        <translation>Retirer cette fenêtre…</translation>
    </message>
    <message>
        <source>Change it…</source>
        <translation>La modifier…</translation>
    </message>
    <message>
        <source>Choose this window</source>
        <translation>Choisir cette fenêtre</translation>
    </message>
    <message>
        <source>Critical for the business: no cutover then</source>
        <translation>Critique pour l’activité&#xa0;: pas de bascule à ce moment-là</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Du</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Au</translation>
    </message>
    <message>
        <source>Remove this period…</source>
        <translation>Retirer cette période…</translation>
    </message>
    <message>
        <source>(date to come)</source>
        <translation>(date à venir)</translation>
    </message>
    <message>
        <source>Our server %1 is replaced by %2: %3. Shared folders and applications cannot be used then. Please save your work and close your files before. You have nothing else to do.</source>
        <translation>Notre serveur %1 est remplacé par %2&#xa0;: %3. Les partages et les applications seront alors inutilisables. Enregistrez votre travail et fermez vos fichiers avant. Vous n’avez rien d’autre à faire.</translation>
    </message>
    <message>
        <source>The replacement of %1 begins now. Shared folders and applications are closed; we write again as soon as they are open%2.</source>
        <translation>Le remplacement de %1 commence. Les partages et les applications sont fermés&#x202f;; nous vous écrirons dès leur réouverture%2.</translation>
    </message>
    <message>
        <source>, at about %1</source>
        <translation>, vers %1</translation>
    </message>
    <message>
        <source>The new server %1 is open. If something is missing or slow, tell IT at once: until the end of the week we can go back without loss.</source>
        <translation>Le nouveau serveur %1 est ouvert. S’il manque quelque chose ou si tout est lent, dites-le aussitôt à l’informatique&#xa0;: jusqu’à la fin de la semaine, nous pouvons revenir sans perte.</translation>
    </message>
    <message>
        <source>We have gone back to %1: work as you did before. What you wrote meanwhile has been brought back. We will announce another date.</source>
        <translation>Nous sommes revenus sur %1&#xa0;: travaillez comme avant. Ce que vous avez écrit entre-temps a été repris. Nous annoncerons une autre date.</translation>
    </message>
    <message>
        <source>Message to the users</source>
        <translation>Message aux utilisateurs</translation>
    </message>
    <message>
        <source>Not written yet. Bascule offers a draft.</source>
        <translation>Pas encore écrit. Bascule propose un brouillon.</translation>
    </message>
    <message>
        <source>Edit the message…</source>
        <translation>Modifier le message…</translation>
    </message>
    <message>
        <source>Bascule sends nothing: you send it by your usual means.</source>
        <translation>Bascule n’envoie rien&#xa0;: vous l’envoyez par vos moyens habituels.</translation>
    </message>
    <message>
        <source>Called in place %1 when something goes wrong</source>
        <translation>Appelé en position %1 en cas de problème</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Téléphone</translation>
    </message>
    <message>
        <source>Call first</source>
        <translation>Appeler en premier</translation>
    </message>
    <message>
        <source>This contact is called first already.</source>
        <translation>Ce contact est déjà appelé en premier.</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Retirer…</translation>
    </message>
    <message>
        <source>What is done</source>
        <translation>Ce qui est fait</translation>
    </message>
    <message>
        <source>How it is undone</source>
        <translation>Comment c’est annulé</translation>
    </message>
</context>
<context>
    <name>bascule::ui::PlanningPage</name>
    <message>
        <source>The window must hold the measured cutover and the rollback, clear of critical periods.</source>
        <translation>La fenêtre doit contenir la bascule mesurée et le retour arrière, sans toucher aux périodes critiques pour l’activité.</translation>
    </message>
    <message>
        <source>&amp;Critical period…</source>
        <translation>Période &amp;critique…</translation>
    </message>
    <message>
        <source>&amp;Propose windows</source>
        <translation>Proposer des &amp;fenêtres</translation>
    </message>
    <message>
        <source>Choose a &amp;window…</source>
        <translation>C&amp;hoisir une fenêtre…</translation>
    </message>
    <message>
        <source>Record &amp;approvals…</source>
        <translation>Noter les &amp;accords…</translation>
    </message>
    <message>
        <source>Weeks shown in the calendar</source>
        <translation>Semaines affichées dans le calendrier</translation>
    </message>
    <message>
        <source>Calendar of critical periods and windows</source>
        <translation>Calendrier des périodes critiques et des fenêtres</translation>
    </message>
    <message>
        <source>What must fit in the window</source>
        <translation>Ce qui doit tenir dans la fenêtre</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Étapes</translation>
    </message>
    <message>
        <source>Windows and periods</source>
        <translation>Fenêtres et périodes</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Messages</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Contacts</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Quoi</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Du</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Au</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ordre</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Téléphone</translation>
    </message>
    <message>
        <source>Choose a row to see it here.</source>
        <translation>Choisissez une ligne pour la voir ici.</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Détails</translation>
    </message>
    <message>
        <source>%1 – %2 %3</source>
        <comment>short date, short date, year</comment>
        <translation>%1 – %2 %3</translation>
    </message>
    <message>
        <source>Choose a window first.</source>
        <translation>Choisissez d’abord une fenêtre.</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>Médiane</translation>
    </message>
    <message>
        <source>P90</source>
        <translation>P90</translation>
    </message>
    <message>
        <source>Rollback</source>
        <translation>Retour arrière</translation>
    </message>
    <message>
        <source>There is nothing to migrate yet.</source>
        <translation>Il n’y a encore rien à migrer.</translation>
    </message>
    <message>
        <source>See the inventory</source>
        <translation>Voir l’inventaire</translation>
    </message>
    <message>
        <source>No window and no critical period yet. Name the days the business cannot do without.</source>
        <translation>Aucune fenêtre et aucune période critique. Indiquez les jours dont l’activité ne peut se passer.</translation>
    </message>
    <message>
        <source>Critical period…</source>
        <translation>Période critique…</translation>
    </message>
    <message>
        <source>Nobody to call yet. Who is called first when something goes wrong?</source>
        <translation>Personne à appeler pour l’instant. Qui est appelé en premier en cas de problème&#x202f;?</translation>
    </message>
    <message>
        <source>Add a contact…</source>
        <translation>Ajouter un contact…</translation>
    </message>
    <message>
        <source>You can go on preparing; the cutover stays closed until this checkpoint has passed.</source>
        <translation>Vous pouvez continuer à préparer&#x202f;; la bascule reste fermée tant que ce point de contrôle n’est pas validé.</translation>
    </message>
    <message>
        <source>No window of the next four weeks fits.</source>
        <translation>Aucune fenêtre ne convient dans les quatre semaines à venir.</translation>
    </message>
    <message>
        <source>Every night and week-end meets a critical period. Shorten one, or choose a day later on.</source>
        <translation>Chaque nuit et chaque week-end touche une période critique. Raccourcissez-en une, ou choisissez un jour plus tard.</translation>
    </message>
    <message>
        <source>Name a critical period</source>
        <translation>Nommer une période critique</translation>
    </message>
    <message>
        <source>While it lasts the business cannot do without its server: payroll, month-end, stock-taking. No window may touch it.</source>
        <translation>Pendant ce temps l’activité ne peut se passer de son serveur&#xa0;: paie, clôture, inventaire. Aucune fenêtre ne doit y toucher.</translation>
    </message>
    <message>
        <source>Add the period</source>
        <translation>Ajouter la période</translation>
    </message>
    <message>
        <source>What is critical then</source>
        <translation>Ce qui est critique alors</translation>
    </message>
    <message>
        <source>Say what is critical then.</source>
        <translation>Dites ce qui est critique à ce moment-là.</translation>
    </message>
    <message>
        <source>It must end after it begins.</source>
        <translation>Elle doit finir après son début.</translation>
    </message>
    <message>
        <source>Choose the window of the cutover</source>
        <translation>Choisir la fenêtre de la bascule</translation>
    </message>
    <message>
        <source>Users cannot work in it. It must hold the cutover and, behind it, the way back.</source>
        <translation>Les utilisateurs ne peuvent pas y travailler. Elle doit contenir la bascule et, derrière elle, le retour.</translation>
    </message>
    <message>
        <source>Choose this window</source>
        <translation>Choisir cette fenêtre</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Début</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>min</source>
        <translation>min</translation>
    </message>
    <message>
        <source>Record the approval of the plan</source>
        <translation>Noter l’accord sur le plan</translation>
    </message>
    <message>
        <source>What is approved: the runbook, the window (%1) and the critical periods. If one of them changes, the approval no longer counts.</source>
        <translation>Ce qui est approuvé&#xa0;: le plan de bascule, la fenêtre (%1) et les périodes critiques. Si l’un d’eux change, l’accord ne compte plus.</translation>
    </message>
    <message>
        <source>Record the approval</source>
        <translation>Noter l’accord</translation>
    </message>
    <message>
        <source>Who approves</source>
        <translation>Qui donne son accord</translation>
    </message>
    <message>
        <source>A name is missing.</source>
        <translation>Il manque un nom.</translation>
    </message>
    <message>
        <source>Bascule sends nothing: you send it by your usual means.</source>
        <translation>Bascule n’envoie rien&#xa0;: vous l’envoyez par vos moyens habituels.</translation>
    </message>
    <message>
        <source>Keep the message</source>
        <translation>Garder le message</translation>
    </message>
    <message>
        <source>Message to the users</source>
        <translation>Message aux utilisateurs</translation>
    </message>
    <message>
        <source>The message is empty.</source>
        <translation>Le message est vide.</translation>
    </message>
    <message>
        <source>It is ready to be sent</source>
        <translation>Il est prêt à être envoyé</translation>
    </message>
    <message>
        <source>Add an escalation contact</source>
        <translation>Ajouter un contact d’escalade</translation>
    </message>
    <message>
        <source>Who is called when something goes wrong during the cutover.</source>
        <translation>Qui est appelé en cas de problème pendant la bascule.</translation>
    </message>
    <message>
        <source>Add the contact</source>
        <translation>Ajouter le contact</translation>
    </message>
    <message>
        <source>A phone number is missing.</source>
        <translation>Il manque un numéro de téléphone.</translation>
    </message>
    <message>
        <source>Withdraw the chosen window</source>
        <translation>Retirer la fenêtre choisie</translation>
    </message>
    <message>
        <source>Approvals given for it no longer count.</source>
        <translation>Les accords donnés pour elle ne comptent plus.</translation>
    </message>
    <message>
        <source>Withdraw it</source>
        <translation>La retirer</translation>
    </message>
    <message>
        <source>Remove this critical period</source>
        <translation>Retirer cette période critique</translation>
    </message>
    <message>
        <source>Approvals of the plan no longer count.</source>
        <translation>Les accords sur le plan ne comptent plus.</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>La retirer</translation>
    </message>
    <message>
        <source>Remove this contact</source>
        <translation>Retirer ce contact</translation>
    </message>
    <message>
        <source>Nobody calls them any more.</source>
        <translation>Plus personne ne l’appelle.</translation>
    </message>
    <message>
        <source>Planning</source>
        <comment>title of the page</comment>
        <translation>Planification de la bascule</translation>
    </message>
</context>
<context>
    <name>bascule::ui::ProjectController</name>
    <message>
        <source>None</source>
        <translation>Aucun</translation>
    </message>
    <message>
        <source>Project’s name</source>
        <translation>Nom du projet</translation>
    </message>
    <message>
        <source>In reports and on the board</source>
        <translation>Dans les rapports et sur le tableau</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Of the window and of new reports</source>
        <translation>De la fenêtre et des nouveaux rapports</translation>
    </message>
    <message>
        <source>Recovery objective (RTO)</source>
        <translation>Objectif de reprise (DMIA)</translation>
    </message>
    <message>
        <source>How fast an asset must be back</source>
        <translation>En combien de temps un actif doit revenir</translation>
    </message>
    <message>
        <source>Rollback possible</source>
        <translation>Retour arrière possible</translation>
    </message>
    <message>
        <source>After the cutover; then it expires</source>
        <translation>Après la bascule&#x202f;; puis il expire</translation>
    </message>
    <message>
        <source>Availability target</source>
        <translation>Objectif de disponibilité</translation>
    </message>
    <message>
        <source>Over the observation period</source>
        <translation>Sur la période d’observation</translation>
    </message>
    <message>
        <source>Observation period</source>
        <translation>Période d’observation</translation>
    </message>
    <message>
        <source>Watched closely after the cutover</source>
        <translation>Surveillée de près après la bascule</translation>
    </message>
    <message>
        <source>Restore tests stay good</source>
        <translation>Les tests de restauration valent</translation>
    </message>
    <message>
        <source>Then they expire and are run again</source>
        <translation>Puis ils expirent et sont à refaire</translation>
    </message>
    <message>
        <source>Rehearsals stay good</source>
        <translation>Les répétitions valent</translation>
    </message>
    <message>
        <source>Switch link</source>
        <translation>Lien de bascule</translation>
    </message>
    <message>
        <source>The link that users go through</source>
        <translation>Le lien par lequel passent les utilisateurs</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rôle</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>phone or e-mail</source>
        <translation>téléphone ou courriel</translation>
    </message>
    <message>
        <source>Answers for</source>
        <translation>Responsable de</translation>
    </message>
    <message>
        <source>No asset yet. Owners are assigned in the inventory.</source>
        <translation>Aucun actif pour l’instant. Les responsables se désignent dans l’inventaire.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>et %n autre</numerusform>
            <numerusform>et %n autres</numerusform>
        </translation>
    </message>
    <message>
        <source>See the inventory</source>
        <translation>Voir l’inventaire</translation>
    </message>
    <message>
        <source>Give these assets another owner first.</source>
        <translation>Donnez d’abord un autre responsable à ces actifs.</translation>
    </message>
    <message>
        <source>Remove from the project…</source>
        <translation>Retirer du projet…</translation>
    </message>
    <message>
        <source>It stands in the title of the window, on the board and in the reports.</source>
        <translation>Il figure dans le titre de la fenêtre, sur le tableau et dans les rapports.</translation>
    </message>
    <message>
        <source>The window changes at once. Reports can be made in either language.</source>
        <translation>La fenêtre change aussitôt. Les rapports se font dans l’une ou l’autre langue.</translation>
    </message>
    <message>
        <source>Objective</source>
        <translation>Objectif</translation>
    </message>
    <message>
        <source>min</source>
        <translation>min</translation>
    </message>
    <message>
        <source>How long an asset may be gone before it hurts. A restore that takes longer does not count as proof. An asset may have an objective of its own.</source>
        <translation>Combien de temps un actif peut manquer avant que cela ne pèse. Une restauration plus longue ne vaut pas preuve. Un actif peut avoir son propre objectif.</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Pendant</translation>
    </message>
    <message>
        <source>days</source>
        <translation>jours</translation>
    </message>
    <message>
        <source>How long after the cutover one can still go back to the old server, with what users wrote meanwhile.</source>
        <translation>Combien de temps après la bascule on peut encore revenir sur l’ancien serveur, avec ce que les utilisateurs ont écrit entre-temps.</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Objectif</translation>
    </message>
    <message>
        <source>%</source>
        <translation>%</translation>
    </message>
    <message>
        <source>In percent of the observation period. 99.95% of a week allows 5 minutes of interruption.</source>
        <translation>En pourcentage de la période d’observation. 99,95&#xa0;% d’une semaine permettent 5 minutes d’interruption.</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>heures</translation>
    </message>
    <message>
        <source>How long the new server is watched closely after the cutover.</source>
        <translation>Combien de temps le nouveau serveur est surveillé de près après la bascule.</translation>
    </message>
    <message>
        <source>An older restore test proves nothing about today’s backup: its checkpoint expires.</source>
        <translation>Un test de restauration plus ancien ne prouve rien sur la sauvegarde d’aujourd’hui&#xa0;: son point de contrôle expire.</translation>
    </message>
    <message>
        <source>The servers change meanwhile: an older rehearsal expires.</source>
        <translation>Les serveurs changent entre-temps&#xa0;: une répétition plus ancienne expire.</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Chemin</translation>
    </message>
    <message>
        <source>/srv/current</source>
        <translation>/srv/current</translation>
    </message>
    <message>
        <source>A symbolic link to the old server’s folder, which users and services go through. At the cutover it is turned to the new one in one stroke; a rollback turns it back. Leave it empty to switch by hand.</source>
        <translation>Un lien symbolique vers le dossier de l’ancien serveur, par lequel passent utilisateurs et services. À la bascule il est tourné vers le nouveau d’un seul coup&#x202f;; un retour arrière le remet. Laissez-le vide pour basculer à la main.</translation>
    </message>
    <message>
        <source>Last opened: %1</source>
        <translation>Dernière ouverture&#xa0;: %1</translation>
    </message>
    <message>
        <source>Open this project</source>
        <translation>Ouvrir ce projet</translation>
    </message>
    <message>
        <source>Remove from this list</source>
        <translation>Retirer de cette liste</translation>
    </message>
    <message>
        <source>Removing it from the list deletes nothing.</source>
        <translation>Le retirer de la liste n’efface rien.</translation>
    </message>
    <message>
        <source>No project is open</source>
        <translation>Aucun projet n’est ouvert</translation>
    </message>
    <message>
        <source>People who decide</source>
        <translation>Les personnes qui décident</translation>
    </message>
    <message>
        <source>somebody from IT</source>
        <translation>quelqu’un de l’informatique</translation>
    </message>
    <message>
        <source>somebody from the business</source>
        <translation>quelqu’un du métier</translation>
    </message>
    <message>
        <source>somebody from management</source>
        <translation>quelqu’un de la direction</translation>
    </message>
    <message numerus="yes">
        <source>– %n person(s) in this project</source>
        <translation>
            <numerusform>– %n personne dans ce projet</numerusform>
            <numerusform>– %n personnes dans ce projet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Evidence ledger intact: %n entry(ies) verified.</source>
        <translation>
            <numerusform>Registre des preuves intact&#xa0;: %n entrée vérifiée.</numerusform>
            <numerusform>Registre des preuves intact&#xa0;: %n entrées vérifiées.</numerusform>
        </translation>
    </message>
    <message>
        <source>Evidence ledger damaged at entry %1.</source>
        <translation>Registre des preuves endommagé à l’entrée %1.</translation>
    </message>
    <message>
        <source>– still missing:</source>
        <translation>– il manque encore&#xa0;:</translation>
    </message>
    <message>
        <source>A name is missing.</source>
        <translation>Il manque un nom.</translation>
    </message>
    <message>
        <source>%1 is in the project already.</source>
        <translation>%1 est déjà dans le projet.</translation>
    </message>
    <message>
        <source>A project is one file, kept wherever you like.</source>
        <translation>Un projet est un seul fichier, gardé où vous voulez.</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>Par nom</translation>
    </message>
    <message>
        <source>By number</source>
        <translation>Par numéro</translation>
    </message>
    <message>
        <source>Owners of files</source>
        <translation>Propriétaires des fichiers</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Gardés</translation>
    </message>
    <message>
        <source>Users, groups and ACLs on the new server</source>
        <translation>Utilisateurs, groupes et ACL sur le nouveau serveur</translation>
    </message>
    <message>
        <source>Where possible</source>
        <translation>Là où c’est possible</translation>
    </message>
    <message>
        <source>By number: a file that belongs to user 1001 belongs to user 1001 on the new server too, whatever that one is called. By name: it belongs to whoever has the same name there; ACLs too. Names that the new server does not know keep their number, and every run lists them. Without root an account gives no files away: then a transfer ends before the first such file. Where possible: it goes on, these files belong to that account, and they are listed.</source>
        <translation>Par numéro&#xa0;: un fichier de l’utilisateur 1001 est aussi à l’utilisateur 1001 sur le nouveau serveur, quel que soit son nom là-bas. Par nom&#xa0;: il est à celui qui y porte le même nom&#x202f;; les ACL aussi. Les noms que le nouveau serveur ne connaît pas gardent leur numéro, et chaque exécution les liste. Sans root, un compte ne peut donner de fichier à personne&#xa0;: un transfert s’arrête alors avant le premier. Là où c’est possible&#xa0;: il continue, ces fichiers sont au compte, et ils sont listés.</translation>
    </message>
</context>
<context>
    <name>bascule::ui::ProjectPage</name>
    <message>
        <source>A project keeps one migration together: its servers, the people who decide, and every proof.</source>
        <translation>Un projet réunit une migration&#xa0;: ses serveurs, les personnes qui décident, et chaque preuve.</translation>
    </message>
    <message>
        <source>New &amp;project…</source>
        <translation>&amp;Nouveau projet…</translation>
    </message>
    <message>
        <source>&amp;Open a project…</source>
        <translation>&amp;Ouvrir un projet…</translation>
    </message>
    <message>
        <source>&amp;Add a person…</source>
        <translation>&amp;Ajouter une personne…</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personnes</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>Projets récents</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rôle</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>Assets</source>
        <translation>Actifs</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Réglage</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valeur</translation>
    </message>
    <message>
        <source>What it says</source>
        <translation>Ce que cela veut dire</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projet</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>Ouvert</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtrer</translation>
    </message>
    <message>
        <source>Choose a row to see it here.</source>
        <translation>Choisissez une ligne pour la voir ici.</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Détails</translation>
    </message>
    <message>
        <source>Nobody yet. IT, the business and management each sign for something.</source>
        <translation>Personne pour l’instant. L’informatique, le métier et la direction signent chacun quelque chose.</translation>
    </message>
    <message>
        <source>Add a person…</source>
        <translation>Ajouter une personne…</translation>
    </message>
    <message>
        <source>New project…</source>
        <translation>Nouveau projet…</translation>
    </message>
    <message>
        <source>No project was opened on this machine yet.</source>
        <translation>Aucun projet n’a encore été ouvert sur cette machine.</translation>
    </message>
    <message>
        <source>Next needs a project: make one or open one.</source>
        <translation>Suivant demande un projet&#xa0;: créez-en un ou ouvrez-en un.</translation>
    </message>
    <message>
        <source>Make a new project</source>
        <translation>Créer un projet</translation>
    </message>
    <message>
        <source>The file keeps everything about this migration. Nothing is written to a server.</source>
        <translation>Le fichier garde tout de cette migration. Rien n’est écrit sur un serveur.</translation>
    </message>
    <message>
        <source>Make the project</source>
        <translation>Créer le projet</translation>
    </message>
    <message>
        <source>Name of the company or of the migration</source>
        <translation>Nom de la société ou de la migration</translation>
    </message>
    <message>
        <source>A name is missing.</source>
        <translation>Il manque un nom.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>/home/you/migration.bascule</source>
        <translation>/home/vous/migration.bascule</translation>
    </message>
    <message>
        <source>Choose where the project is kept.</source>
        <translation>Choisissez où le projet est gardé.</translation>
    </message>
    <message>
        <source>Bascule projects (*.bascule)</source>
        <translation>Projets Bascule (*.bascule)</translation>
    </message>
    <message>
        <source>The file needs its whole path.</source>
        <translation>Le fichier demande son chemin complet.</translation>
    </message>
    <message>
        <source>Open a project</source>
        <translation>Ouvrir un projet</translation>
    </message>
    <message>
        <source>Add a person</source>
        <translation>Ajouter une personne</translation>
    </message>
    <message>
        <source>People own assets, validate, sign and approve by name.</source>
        <translation>Les personnes sont responsables d’actifs, valident, signent et approuvent en leur nom.</translation>
    </message>
    <message>
        <source>Add the person</source>
        <translation>Ajouter la personne</translation>
    </message>
    <message>
        <source>phone or e-mail</source>
        <translation>téléphone ou courriel</translation>
    </message>
    <message>
        <source>Remove %1 from the project</source>
        <translation>Retirer %1 du projet</translation>
    </message>
    <message>
        <source>What they have signed stays in the evidence ledger.</source>
        <translation>Ce qui a été signé reste dans le registre des preuves.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>No project is open.</source>
        <translation>Aucun projet n’est ouvert.</translation>
    </message>
</context>
<context>
    <name>bascule::ui::Prompt</name>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
</context>
<context>
    <name>bascule::ui::RehearsalController</name>
    <message>
        <source>Files can be read</source>
        <translation>Les fichiers se lisent</translation>
    </message>
    <message>
        <source>Access rights are the same</source>
        <translation>Les droits d’accès sont les mêmes</translation>
    </message>
    <message>
        <source>A database answers a query</source>
        <translation>Une base répond à une requête</translation>
    </message>
    <message>
        <source>Reading under load is fast enough</source>
        <translation>La lecture sous charge est assez rapide</translation>
    </message>
    <message>
        <source>Links lead somewhere</source>
        <translation>Les liens mènent quelque part</translation>
    </message>
    <message>
        <source>Nothing incompatible is open</source>
        <translation>Rien d’incompatible n’est ouvert</translation>
    </message>
    <message>
        <source>Add a test environment first.</source>
        <translation>Ajoutez d’abord un environnement de test.</translation>
    </message>
    <message>
        <source>The cutover has begun: there is nothing to rehearse any more.</source>
        <translation>La bascule a commencé&#xa0;: il n’y a plus rien à répéter.</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>Requis</translation>
    </message>
    <message>
        <source>Optional</source>
        <translation>Facultatif</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>kind, what is looked at</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Sorte</translation>
    </message>
    <message>
        <source>Asset</source>
        <translation>Actif</translation>
    </message>
    <message>
        <source>Last result</source>
        <translation>Dernier résultat</translation>
    </message>
    <message>
        <source>It has not been run yet. It runs on the test environment, after the rehearsal.</source>
        <translation>Pas encore joué. Il se joue sur l’environnement de test, après la répétition.</translation>
    </message>
    <message>
        <source>%1, in %2</source>
        <translation>%1, en %2</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Que faire</translation>
    </message>
    <message>
        <source>Run this scenario</source>
        <translation>Jouer ce scénario</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Retirer…</translation>
    </message>
    <message>
        <source>It took</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>The way back</source>
        <translation>Le retour</translation>
    </message>
    <message>
        <source>Measured over</source>
        <translation>Mesuré sur</translation>
    </message>
    <message numerus="yes">
        <source>%n rehearsal(s)</source>
        <translation>
            <numerusform>%n répétition</numerusform>
            <numerusform>%n répétitions</numerusform>
        </translation>
    </message>
    <message>
        <source>What went wrong</source>
        <translation>Ce qui a mal tourné</translation>
    </message>
    <message>
        <source>No proof yet.</source>
        <translation>Aucune preuve pour l’instant.</translation>
    </message>
    <message>
        <source>Undone by: %1</source>
        <translation>Annulée par&#xa0;: %1</translation>
    </message>
    <message>
        <source>Signatures</source>
        <translation>Signatures</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>person, date</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>en attente</translation>
    </message>
    <message>
        <source>Difference between the test environment and production</source>
        <translation>Écart entre l’environnement de test et la production</translation>
    </message>
    <message>
        <source>For example</source>
        <translation>Par exemple</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Décision</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>person, reason</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Accept with a reason…</source>
        <translation>Accepter avec une raison…</translation>
    </message>
    <message>
        <source>Accepted differences stay on the list.</source>
        <translation>Les écarts acceptés restent dans la liste.</translation>
    </message>
    <message>
        <source>Rehearsal: %1</source>
        <comment>when</comment>
        <translation>Répétition&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>bascule::ui::RehearsalPage</name>
    <message>
        <source>What fails here will not fail on a Sunday at 05:00.</source>
        <translation>Ce qui échoue ici n’échouera pas un dimanche à 5 h 00.</translation>
    </message>
    <message>
        <source>&amp;Rehearse the cutover</source>
        <translation>&amp;Répéter la bascule</translation>
    </message>
    <message>
        <source>Run the &amp;scenarios</source>
        <translation>Jouer les s&amp;cénarios</translation>
    </message>
    <message>
        <source>&amp;Measure the drift</source>
        <translation>&amp;Mesurer les écarts</translation>
    </message>
    <message>
        <source>S&amp;ign…</source>
        <translation>Si&amp;gner…</translation>
    </message>
    <message>
        <source>&amp;Add a scenario…</source>
        <translation>&amp;Ajouter un scénario…</translation>
    </message>
    <message>
        <source>Scenarios</source>
        <translation>Scénarios</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Étapes</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Écarts</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>Scénario</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Poids</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>N°</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Étape</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>Prévu</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Écart</translation>
    </message>
    <message>
        <source>Asset</source>
        <translation>Actif</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtrer</translation>
    </message>
    <message>
        <source>Choose a row to see it here.</source>
        <translation>Choisissez une ligne pour la voir ici.</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Détails</translation>
    </message>
    <message>
        <source>There is no test environment to rehearse on.</source>
        <translation>Il n’y a pas d’environnement de test où répéter.</translation>
    </message>
    <message>
        <source>Add a test environment…</source>
        <translation>Ajouter un environnement de test…</translation>
    </message>
    <message>
        <source>No scenario yet. Bascule proposes some of all four kinds.</source>
        <translation>Aucun scénario pour l’instant. Bascule en propose des quatre sortes.</translation>
    </message>
    <message>
        <source>No asset yet: the inventory comes first.</source>
        <translation>Aucun actif pour l’instant&#xa0;: l’inventaire vient d’abord.</translation>
    </message>
    <message>
        <source>Take the proposed scenarios</source>
        <translation>Prendre les scénarios proposés</translation>
    </message>
    <message>
        <source>See the inventory</source>
        <translation>Voir l’inventaire</translation>
    </message>
    <message>
        <source>Nothing was rehearsed yet. The old server is only read.</source>
        <translation>Rien n’a encore été répété. L’ancien serveur est seulement lu.</translation>
    </message>
    <message>
        <source>Rehearse the cutover</source>
        <translation>Répéter la bascule</translation>
    </message>
    <message>
        <source>No difference is known. They are measured after each rehearsal.</source>
        <translation>Aucun écart n’est connu. Ils se mesurent après chaque répétition.</translation>
    </message>
    <message>
        <source>Rehearse the cutover first.</source>
        <translation>Répétez d’abord la bascule.</translation>
    </message>
    <message>
        <source>There is no scenario yet.</source>
        <translation>Il n’y a pas encore de scénario.</translation>
    </message>
    <message>
        <source>There is no successful rehearsal to sign yet.</source>
        <translation>Il n’y a pas encore de répétition réussie à signer.</translation>
    </message>
    <message>
        <source>IT and the business have signed this rehearsal.</source>
        <translation>L’informatique et le métier ont signé cette répétition.</translation>
    </message>
    <message>
        <source>You can go on preparing; the cutover stays closed until this checkpoint has passed.</source>
        <translation>Vous pouvez continuer à préparer&#x202f;; la bascule reste fermée tant que ce point de contrôle n’est pas validé.</translation>
    </message>
    <message>
        <source>Sign the rehearsal</source>
        <translation>Signer la répétition</translation>
    </message>
    <message>
        <source>Of %1. Whoever signs has seen that what they need works on the test environment. If the runbook changes, the signature no longer counts.</source>
        <translation>Du %1. Qui signe a vu que ce dont il a besoin marche sur l’environnement de test. Si le plan de bascule change, la signature ne compte plus.</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>Signer</translation>
    </message>
    <message>
        <source>Who signs</source>
        <translation>Qui signe</translation>
    </message>
    <message>
        <source>A name is missing.</source>
        <translation>Il manque un nom.</translation>
    </message>
    <message>
        <source>Add a scenario</source>
        <translation>Ajouter un scénario</translation>
    </message>
    <message>
        <source>What must work on the test environment before the cutover may go on.</source>
        <translation>Ce qui doit marcher sur l’environnement de test avant que la bascule puisse avoir lieu.</translation>
    </message>
    <message>
        <source>Add the scenario</source>
        <translation>Ajouter le scénario</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Sorte</translation>
    </message>
    <message>
        <source>What is looked at</source>
        <translation>Ce qui est regardé</translation>
    </message>
    <message>
        <source>The whole server</source>
        <translation>Tout le serveur</translation>
    </message>
    <message>
        <source>Query, for a database</source>
        <translation>Requête, pour une base</translation>
    </message>
    <message>
        <source>Required for the checkpoint</source>
        <translation>Requis pour le point de contrôle</translation>
    </message>
    <message>
        <source>The query is missing.</source>
        <translation>Il manque la requête.</translation>
    </message>
    <message>
        <source>Accept this difference</source>
        <translation>Accepter cet écart</translation>
    </message>
    <message>
        <source>The rehearsal then counts although the test environment differs here. The name and the reason stay in the evidence ledger.</source>
        <translation>La répétition compte alors bien que l’environnement de test diffère ici. Le nom et la raison restent dans le registre des preuves.</translation>
    </message>
    <message>
        <source>Accept it</source>
        <translation>Accepter</translation>
    </message>
    <message>
        <source>Remove this scenario</source>
        <translation>Retirer ce scénario</translation>
    </message>
    <message>
        <source>Its results stay in the evidence ledger.</source>
        <translation>Ses résultats restent dans le registre des preuves.</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>Le retirer</translation>
    </message>
</context>
<context>
    <name>bascule::ui::RollbackDialog</name>
    <message>
        <source>The name of who decides is missing.</source>
        <translation>Il manque le nom de la personne qui décide.</translation>
    </message>
</context>
<context>
    <name>bascule::ui::RunningWorkBar</name>
    <message>
        <source>Cancel: %1</source>
        <translation>Annuler&#xa0;: %1</translation>
    </message>
    <message>
        <source>It is being stopped</source>
        <translation>Arrêt en cours</translation>
    </message>
    <message>
        <source>Stop this work; what is done is kept</source>
        <translation>Arrêter ce travail&#x202f;; ce qui est fait est gardé</translation>
    </message>
</context>
<context>
    <name>bascule::ui::SecretDialog</name>
    <message>
        <source>Password</source>
        <translation>Mot de passe</translation>
    </message>
    <message>
        <source>Log in</source>
        <translation>Se connecter</translation>
    </message>
    <message>
        <source>Your password for sudo on %1</source>
        <translation>Votre mot de passe pour sudo sur %1</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Password of %1</source>
        <translation>Mot de passe de %1</translation>
    </message>
    <message>
        <source>The passphrase of your key</source>
        <translation>La phrase secrète de votre clé</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Phrase secrète</translation>
    </message>
    <message>
        <source>ssh asks</source>
        <translation>ssh demande</translation>
    </message>
    <message>
        <source>%1 asks</source>
        <translation>%1 demande</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Réponse</translation>
    </message>
    <message>
        <source>Nothing is typed yet.</source>
        <translation>Rien n’est encore saisi.</translation>
    </message>
    <message>
        <source>It is written only once sudo asks for it, and forgotten when the connection ends.</source>
        <translation>Il n’est transmis que lorsque sudo le demande, et oublié à la fin de la connexion.</translation>
    </message>
    <message>
        <source>It is handed to ssh and forgotten.</source>
        <translation>Il est remis à ssh, puis oublié.</translation>
    </message>
    <message>
        <source>&amp;Keep in the keyring</source>
        <translation>&amp;Garder dans le trousseau</translation>
    </message>
    <message>
        <source>The system’s keyring then answers in your place, until the server refuses it.</source>
        <translation>Le trousseau du système répond alors à votre place, jusqu’à ce que le serveur le refuse.</translation>
    </message>
    <message>
        <source>No keyring answers on this machine: you will be asked each time.</source>
        <translation>Aucun trousseau ne répond sur cette machine&#xa0;: la question sera posée à chaque fois.</translation>
    </message>
    <message>
        <source>It opens the key %1</source>
        <translation>Elle ouvre la clé %1</translation>
    </message>
</context>
<context>
    <name>bascule::ui::ServerStates</name>
    <message>
        <source>since %1</source>
        <translation>depuis %1</translation>
    </message>
    <message>
        <source>Connected again</source>
        <translation>De nouveau connecté</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Connecté</translation>
    </message>
    <message>
        <source>Reconnecting…</source>
        <translation>Reconnexion…</translation>
    </message>
    <message>
        <source>Needs a password</source>
        <translation>Mot de passe requis</translation>
    </message>
    <message>
        <source>Unreachable</source>
        <translation>Injoignable</translation>
    </message>
    <message>
        <source>Not tested</source>
        <translation>Non testé</translation>
    </message>
    <message>
        <source>Not looked at yet</source>
        <translation>Pas encore examiné</translation>
    </message>
    <message>
        <source>Reachable</source>
        <translation>Joignable</translation>
    </message>
    <message>
        <source>Not usable</source>
        <translation>Inutilisable</translation>
    </message>
    <message>
        <source>Key changed</source>
        <translation>Clé changée</translation>
    </message>
    <message>
        <source>Key not accepted</source>
        <translation>Clé non acceptée</translation>
    </message>
    <message>
        <source>Not let in</source>
        <translation>Accès refusé</translation>
    </message>
    <message>
        <source>Being tested…</source>
        <translation>Test en cours…</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <comment>old server, new one</comment>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>the cutover</source>
        <translation>la bascule</translation>
    </message>
    <message>
        <source>the rehearsal</source>
        <translation>la répétition</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Prêt</translation>
    </message>
    <message>
        <source>both can be reached</source>
        <translation>les deux sont joignables</translation>
    </message>
    <message>
        <source>The pair of the cutover</source>
        <translation>La paire de la bascule</translation>
    </message>
    <message>
        <source>The pair of the rehearsal</source>
        <translation>La paire de la répétition</translation>
    </message>
    <message>
        <source>Both ends</source>
        <translation>Les deux extrémités</translation>
    </message>
    <message>
        <source>See %1</source>
        <translation>Voir %1</translation>
    </message>
    <message>
        <source>The way of the data</source>
        <translation>Le chemin des données</translation>
    </message>
    <message>
        <source>Straight from %1 to %2 where they reach each other, else through this machine.</source>
        <translation>Directement de %1 à %2 s’ils se joignent, sinon par cette machine.</translation>
    </message>
    <message>
        <source>Through this machine, which holds one end.</source>
        <translation>Par cette machine, qui est l’une des extrémités.</translation>
    </message>
    <message>
        <source>Test both</source>
        <translation>Tester les deux</translation>
    </message>
    <message>
        <source>The connection was lost. Making it anew takes a password or a passphrase.</source>
        <translation>La connexion a été perdue. Pour la rétablir, il faut un mot de passe ou une phrase secrète.</translation>
    </message>
</context>
<context>
    <name>bascule::ui::ServersController</name>
    <message>
        <source>What is migrated. It is read only, and nothing on it is changed or deleted.</source>
        <translation>Ce qui est migré. Il est seulement lu, rien n’y est modifié ni effacé.</translation>
    </message>
    <message>
        <source>Where everything goes.</source>
        <translation>Là où tout arrive.</translation>
    </message>
    <message>
        <source>Where the cutover is rehearsed. Whatever lies there is overwritten.</source>
        <translation>Là où la bascule est répétée. Ce qui s’y trouve est écrasé.</translation>
    </message>
    <message>
        <source>Something else that takes part, such as the place of backups.</source>
        <translation>Autre chose qui prend part, comme le lieu des sauvegardes.</translation>
    </message>
    <message>
        <source>inventory: %1</source>
        <translation>inventaire&#xa0;: %1</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>sur %1</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rôle</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>Choose another folder…</source>
        <translation>Choisir un autre dossier…</translation>
    </message>
    <message>
        <source>The folder</source>
        <translation>Le dossier</translation>
    </message>
    <message>
        <source>Nobody has looked at it yet.</source>
        <translation>Personne ne l’a encore regardé.</translation>
    </message>
    <message>
        <source>There and readable</source>
        <translation>Présent et lisible</translation>
    </message>
    <message>
        <source>Free space</source>
        <translation>Place libre</translation>
    </message>
    <message>
        <source>Mounted read only</source>
        <translation>Monté en lecture seule</translation>
    </message>
    <message>
        <source>On it</source>
        <translation>Dessus</translation>
    </message>
    <message numerus="yes">
        <source>%n asset(s), %1</source>
        <translation>
            <numerusform>%n actif, %1</numerusform>
            <numerusform>%n actifs, %1</numerusform>
        </translation>
    </message>
    <message>
        <source>See the inventory</source>
        <translation>Voir l’inventaire</translation>
    </message>
    <message>
        <source>Remove from the project…</source>
        <translation>Retirer du projet…</translation>
    </message>
    <message>
        <source>Servers named and reachable</source>
        <translation>Serveurs nommés et joignables</translation>
    </message>
    <message>
        <source>%1: not usable</source>
        <translation>%1&#xa0;: inutilisable</translation>
    </message>
    <message>
        <source>%1: to be looked at</source>
        <translation>%1&#xa0;: à regarder</translation>
    </message>
    <message>
        <source>– %1 → %2</source>
        <translation>– %1 → %2</translation>
    </message>
    <message>
        <source>Nothing on the old server is changed before the cutover.</source>
        <translation>Rien n’est modifié sur l’ancien serveur avant la bascule.</translation>
    </message>
    <message>
        <source>– still missing:</source>
        <translation>– il manque encore&#xa0;:</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>As root, through sudo</source>
        <translation>En tant que root, par sudo</translation>
    </message>
    <message>
        <source>Test the connection</source>
        <translation>Tester la connexion</translation>
    </message>
    <message>
        <source>The connection</source>
        <translation>La connexion</translation>
    </message>
    <message>
        <source>Pairs of old and new</source>
        <translation>Paires ancien et nouveau</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>Serveurs</translation>
    </message>
    <message>
        <source>It is tried again by itself, with growing pauses.</source>
        <translation>Les essais reprennent d’eux-mêmes, de plus en plus espacés.</translation>
    </message>
    <message>
        <source>Nothing asks by itself: type it when you are ready.</source>
        <translation>Rien n’est demandé d’office&#xa0;: saisissez-le quand vous êtes prêt.</translation>
    </message>
    <message>
        <source>The test is under way.</source>
        <translation>Le test est en cours.</translation>
    </message>
    <message>
        <source>Type the password…</source>
        <translation>Saisir le mot de passe…</translation>
    </message>
    <message>
        <source>The last test, %1</source>
        <translation>Le dernier test, %1</translation>
    </message>
    <message>
        <source>%1: connection lost</source>
        <translation>%1&#xa0;: connexion perdue</translation>
    </message>
</context>
<context>
    <name>bascule::ui::ServersPage</name>
    <message>
        <source>Name the old server, the new one, and a test environment to rehearse on.</source>
        <translation>Indiquez l’ancien serveur, le nouveau, et un environnement de test pour répéter.</translation>
    </message>
    <message>
        <source>&amp;Add a server…</source>
        <translation>&amp;Ajouter un serveur…</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>Serveurs</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Serveur</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Libre</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtrer</translation>
    </message>
    <message>
        <source>Choose a server to see it here.</source>
        <translation>Choisissez un serveur pour le voir ici.</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Détails</translation>
    </message>
    <message>
        <source>No server yet. Begin with the old one: Bascule only reads it.</source>
        <translation>Aucun serveur pour l’instant. Commencez par l’ancien&#xa0;: Bascule ne fait que le lire.</translation>
    </message>
    <message>
        <source>Add the old server…</source>
        <translation>Ajouter l’ancien serveur…</translation>
    </message>
    <message>
        <source>There is no server yet.</source>
        <translation>Il n’y a pas encore de serveur.</translation>
    </message>
    <message>
        <source>Next needs the new server too.</source>
        <translation>Suivant demande aussi le nouveau serveur.</translation>
    </message>
    <message>
        <source>Next needs the old server and the new one.</source>
        <translation>Suivant demande l’ancien serveur et le nouveau.</translation>
    </message>
    <message>
        <source>A test environment can be added later, but the cutover is not opened without a rehearsal.</source>
        <translation>Un environnement de test peut s’ajouter plus tard, mais la bascule ne s’ouvre pas sans répétition.</translation>
    </message>
    <message>
        <source>Add a server</source>
        <translation>Ajouter un serveur</translation>
    </message>
    <message>
        <source>Add the server</source>
        <translation>Ajouter le serveur</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>A name is missing.</source>
        <translation>Il manque un nom.</translation>
    </message>
    <message>
        <source>as people call it</source>
        <translation>comme on l’appelle</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rôle</translation>
    </message>
    <message>
        <source>Choose the server’s folder.</source>
        <translation>Choisissez le dossier du serveur.</translation>
    </message>
    <message>
        <source>The folder needs its whole path.</source>
        <translation>Le dossier demande son chemin complet.</translation>
    </message>
    <message>
        <source>Folder of %1</source>
        <translation>Dossier de %1</translation>
    </message>
    <message>
        <source>Remove %1 from the project</source>
        <translation>Retirer %1 du projet</translation>
    </message>
    <message>
        <source>What was found on it goes with it. Its files stay as they are.</source>
        <translation>Ce qui y a été trouvé part avec. Ses fichiers restent comme ils sont.</translation>
    </message>
    <message>
        <source>Remove the server</source>
        <translation>Retirer le serveur</translation>
    </message>
    <message>
        <source>Reached as</source>
        <translation>Joint comme</translation>
    </message>
    <message>
        <source>A folder of this machine</source>
        <translation>Un dossier de cette machine</translation>
    </message>
    <message>
        <source>Another machine, over SSH</source>
        <translation>Une autre machine, par SSH</translation>
    </message>
    <message>
        <source>Address, for SSH</source>
        <translation>Adresse, pour SSH</translation>
    </message>
    <message>
        <source>[user@]host[:port], or an alias of ~/.ssh/config</source>
        <translation>[utilisateur@]hôte[:port], ou un alias de ~/.ssh/config</translation>
    </message>
    <message>
        <source>Work there as root, through sudo</source>
        <translation>Y travailler en tant que root, par sudo</translation>
    </message>
    <message>
        <source>over SSH: / unless given</source>
        <translation>par SSH&#xa0;: / à défaut</translation>
    </message>
    <message>
        <source>Type the server’s address.</source>
        <translation>Saisissez l’adresse du serveur.</translation>
    </message>
    <message>
        <source>&amp;Test all servers</source>
        <translation>&amp;Tester tous les serveurs</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Emplacement</translation>
    </message>
    <message>
        <source>A folder of this machine, or another machine over SSH.</source>
        <translation>Un dossier de cette machine, ou une autre machine par SSH.</translation>
    </message>
    <message>
        <source>The folder is on another machine: type it.</source>
        <translation>Le dossier est sur une autre machine&#xa0;: saisissez-le.</translation>
    </message>
</context>
<context>
    <name>bascule::ui::SignatureDialog</name>
    <message>
        <source>A name is missing.</source>
        <translation>Il manque un nom.</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Au titre de</translation>
    </message>
    <message>
        <source>%1 has another role in this project.</source>
        <translation>%1 a un autre rôle dans ce projet.</translation>
    </message>
</context>
<context>
    <name>bascule::ui::SpeedDialog</name>
    <message>
        <source>How fast may transfers go?</source>
        <translation>À quelle vitesse les transferts peuvent-ils aller&#x202f;?</translation>
    </message>
    <message>
        <source>It holds at once for the transfer that runs, and for those that follow.</source>
        <translation>Elle vaut aussitôt pour le transfert en cours, et pour ceux qui suivent.</translation>
    </message>
    <message>
        <source>Set the speed</source>
        <translation>Fixer la vitesse</translation>
    </message>
    <message>
        <source>At most, megabytes a second</source>
        <translation>Au plus, en mégaoctets par seconde</translation>
    </message>
</context>
<context>
    <name>bascule::ui::StepRail</name>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n open</source>
        <translation>
            <numerusform>%1, %n ouvert</numerusform>
            <numerusform>%1, %n ouverts</numerusform>
        </translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Étapes</translation>
    </message>
    <message>
        <source>Project menu: %1</source>
        <translation>Menu du projet&#xa0;: %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>bascule::ui::WaiveDialog</name>
    <message>
        <source>Waive the checkpoint “%1”</source>
        <translation>Déroger au point de contrôle «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>The checkpoint counts as settled although its proof is missing. Who waives it and why stays shown on the board and in the reports for ever.</source>
        <translation>Le point de contrôle compte comme réglé bien que sa preuve manque. Qui déroge et pourquoi reste affiché sur le tableau et dans les rapports pour toujours.</translation>
    </message>
    <message>
        <source>Who answers for it</source>
        <translation>Qui en répond</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Pourquoi</translation>
    </message>
    <message>
        <source>Waive</source>
        <translation>Déroger</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Walks you through the migration of a server, and shows which risks are still open.</source>
        <translation>Vous guide dans la migration d’un serveur et montre les risques encore ouverts.</translation>
    </message>
    <message>
        <source>A project file (.bascule) to open.</source>
        <translation>Un fichier de projet (.bascule) à ouvrir.</translation>
    </message>
    <message>
        <source>Show the checkpoints only, read only, for managers.</source>
        <translation>Montrer seulement les points de contrôle, en lecture seule, pour la direction.</translation>
    </message>
    <message>
        <source>Language of the window: fr or en.</source>
        <translation>Langue de la fenêtre&#xa0;: fr ou en.</translation>
    </message>
    <message>
        <source>Colours: light or dark.</source>
        <translation>Couleurs&#xa0;: light ou dark.</translation>
    </message>
    <message>
        <source>--language is fr or en.</source>
        <translation>--language est fr ou en.</translation>
    </message>
    <message>
        <source>--theme is light or dark.</source>
        <translation>--theme est light ou dark.</translation>
    </message>
    <message>
        <source>--board needs a project file.</source>
        <translation>--board demande un fichier de projet.</translation>
    </message>
    <message>
        <source>Show this help.</source>
        <translation>Afficher cette aide.</translation>
    </message>
    <message>
        <source>Show the version.</source>
        <translation>Afficher la version.</translation>
    </message>
    <message>
        <source>PROJECT</source>
        <translation>PROJET</translation>
    </message>
</context>
</TS>
