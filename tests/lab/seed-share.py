#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fills /srv of host old, below the folder given: a share with ordinary folders and every kind of file that a careless
copy loses, breaks or trips over; an SQLite database with rows in its WAL only; a backup. Run by lab, on the machine.
From a fixed seed: two builds hold the same, but for the salt in the WAL."""
import os
import random
import socket
import stat
import subprocess
import sys

TOP = os.fsencode(sys.argv[1]) + b"/srv"
SHARE = TOP + b"/share"
T0 = 1_600_000_000  # 2020-09-13
rng = random.Random(20260101)


def run(*words):
    subprocess.run(words, check=True, stdout=subprocess.DEVNULL)


def put(path, data, mode=0o644, owner=(0, 0), mtime=None):
    with open(path, "wb") as file:
        file.write(data)
    os.chown(path, *owner)
    os.chmod(path, mode)
    seconds = T0 + rng.randrange(100_000_000) if mtime is None else mtime
    os.utime(path, ns=(seconds * 10**9, seconds * 10**9 + rng.randrange(10**9)))


def folder(path, mode=0o755, owner=(0, 0)):
    os.makedirs(path, exist_ok=True)
    os.chown(path, *owner)
    os.chmod(path, mode)
    return path


def departments():
    """Set-group-ID folders with some hundred ordinary files of people."""
    words = ["Angebot", "Rechnung", "Contrat", "Liste", "Rapport", "Photo", "Plan"]
    for gid, name in enumerate([b"sales", b"hr", b"it"], 3001):
        base = folder(SHARE + b"/departments/" + name, 0o2770, (0, gid))
        for year in range(2021, 2025):
            at = folder(base + b"/%d" % year, 0o2770, (2001, gid))
            for n in range(40):
                kind = rng.choice(["txt", "pdf", "xlsx", "jpg", "csv"])
                file = f"{rng.choice(words)} {year}-{n:03d} äöé.{kind}".encode()
                data = rng.randbytes(int(rng.expovariate(1 / 20_000)) + 1)
                put(at + b"/" + file, data, rng.choice([0o640, 0o660, 0o600]), (rng.randrange(2001, 2041), gid))


def acls():
    at = folder(SHARE + b"/projects", 0o2775, (0, 3010))
    run("setfacl", "-m", "d:g:3010:rwx,d:g:3011:r-x,d:o::---", at)
    for n in range(6):
        project = folder(at + b"/P%03d" % n, 0o2770, (2001 + n, 3010))
        for k in range(10):
            put(project + b"/doc%02d.txt" % k, rng.randbytes(400), 0o660, (2001 + n + k, 3010))
        run("setfacl", "-m", f"u:{2002 + n}:rwx,g:3002:r-x", project)
    run("setfacl", "-m", "u:2030:r--,g:3001:rw-,m::r--", at + b"/P000/doc00.txt")
    run("setfacl", "-m", "u:54321:rw-", at + b"/P000/doc01.txt")  # nobody has that number


def attributes():
    at = folder(SHARE + b"/attributes")
    put(at + b"/tagged.txt", b"tagged\n")
    os.setxattr(at + b"/tagged.txt", b"user.comment", "Größe: 5 €".encode())
    os.setxattr(at + b"/tagged.txt", b"user.binary", bytes(range(256)))
    os.setxattr(at + b"/tagged.txt", b"user.empty", b"")
    os.setxattr(at, b"user.folder", b"also on a folder")
    put(at + b"/large", b"")
    os.setxattr(at + b"/large", b"user.large", b"x" * 3500)
    put(at + b"/capable", b"#!/bin/true\n", 0o755)
    run("setcap", "cap_net_raw+ep", at + b"/capable")
    put(at + b"/immutable.txt", b"chattr +i this one where a test wants it\n")


def special():
    at = folder(SHARE + b"/special")
    put(at + b"/original", rng.randbytes(5000), 0o640, (2001, 3001))
    elsewhere = folder(at + b"/elsewhere")
    for n in range(5):
        os.link(at + b"/original", at + b"/hardlink%d" % n)
    os.link(at + b"/original", elsewhere + b"/hardlink")
    for n in range(50):
        put(elsewhere + b"/a%03d" % n, b"%d\n" % n)
        os.link(elsewhere + b"/a%03d" % n, elsewhere + b"/b%03d" % n)
    with open(at + b"/sparse-1GiB.img", "wb") as file:
        file.truncate(1 << 30)
        for offset in (0, 1 << 29, (1 << 30) - 4096):
            file.seek(offset)
            file.write(rng.randbytes(4096))
    os.utime(at + b"/sparse-1GiB.img", (T0, T0))
    put(at + b"/large-48MiB.bin", rng.randbytes(48 << 20))
    put(at + b"/empty", b"")
    links = {b"relative": b"original", b"absolute": b"/srv/share/special/original", b"dangling": b"/nowhere/at/all",
             b"loop-a": b"link-loop-b", b"loop-b": b"link-loop-a", b"upwards": b"../..", b"outside": b"/var/lib"}
    for name, target in links.items():
        os.symlink(target, at + b"/link-" + name)
    os.lchown(at + b"/link-relative", 2002, 3002)
    os.mkfifo(at + b"/fifo")
    os.mknod(at + b"/device-null", stat.S_IFCHR | 0o666, os.makedev(1, 3))
    os.chdir(at)  # a socket's path is short
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(b"socket")
    os.chdir("/")
    put(at + b"/setuid", b"#!/bin/true\n", 0o4755)
    put(at + b"/setgid", b"#!/bin/true\n", 0o2755, (0, 3003))
    put(at + b"/mode-000", b"secret\n", 0)
    folder(at + b"/sticky", 0o1777)
    put(folder(at + b"/no-x-folder", 0o600) + b"/inside", b"x")
    put(at + b"/uid-unknown", b"orphan\n", 0o600, (54321, 54321))
    put(at + b"/uid-large", b"x\n", 0o600, (3_000_000_000, 3_000_000_000))
    put(at + b"/mtime-1965", b"old\n", mtime=-150_000_000)
    put(at + b"/mtime-2042", b"future\n", mtime=2_280_000_000)
    for n in range(3):
        put(folder(at + b"/read-only/%d" % n) + b"/file", b"%d\n" % n, 0o444)
        os.chmod(at + b"/read-only/%d" % n, 0o555)
    os.chmod(at + b"/read-only", 0o555)


def names():
    at = folder(SHARE + b"/names")
    odd = ["NFC-\u00e4\u00f6\u00fc".encode(), "NFD-a\u0308o\u0308u\u0308".encode(), "caf\u00e9".encode(),
           "cafe\u0301".encode(), "latin1-\u00e9".encode("latin-1"), b"invalid-\xff\xfe-utf8", b"new\nline",
           b"tab\there", b"bell\x07", b"escape\x1b[31mred", b" leading", b"trailing ", b"dot.", b"-rf", b"--help", b"*",
           b"?", b"$(touch x)", b"`id`", b"a;b", b"a&b", b"a|b", b"quote'single", b'quote"double', b"back\\slash",
           b"percent%20s%n", b"hash#", b"~", b"README", b"readme", b"ReadMe", b"CON", b"a:b", b".hidden", b"...",
           b"=1+1.csv", "\U0001f600-\U0001f468\u200d\U0001f469".encode(), "\u202egnp.exe".encode(),
           "\u4f60\u597d.txt".encode(), "\u0627\u0644.txt".encode(), b"x" * 255, ("\U0001f600" * 63).encode()]
    for name in odd:
        put(at + b"/" + name, b"name: " + name + b"\n", 0o644, (2003, 3003))
    put(folder(at + b"/folder\nwith newline") + b"/file", b"x")
    deep = at
    for n in range(24):  # some 3,000 bytes: deep, and still a path
        deep = folder(deep + b"/deep-%02d-" % n + b"d" * 110)
    put(deep + b"/at-the-bottom", b"found\n")


def many():
    at = folder(SHARE + b"/many")
    for n in range(3000):
        put(at + b"/f%05d" % n, b"%d" % n)
    for n in range(200):
        folder(at + b"/d%03d" % n)
    pair = folder(SHARE + b"/alike")  # in size and time
    put(pair + b"/a", b"AAAA\n")
    put(pair + b"/b", b"BBBB\n")
    for name in (b"/a", b"/b"):
        os.utime(pair + name, (T0, T0))


def database():
    """Half of the rows are in app.sqlite-wal only: whoever copies the file alone loses them."""
    rows = "INSERT INTO orders(customer, cents) SELECT 'customer ' || value, value * 37 FROM generate_series(%d, %d);\n"
    sql = (".dbconfig no_ckpt_on_close on\nPRAGMA journal_mode=WAL;\nPRAGMA wal_autocheckpoint=0;\n"
           "CREATE TABLE orders(id INTEGER PRIMARY KEY, customer TEXT NOT NULL, cents INTEGER NOT NULL);\n"
           + rows % (1, 1000) + "PRAGMA wal_checkpoint(TRUNCATE);\n" + rows % (1001, 2000))
    subprocess.run(["sqlite3", "-bail", SHARE + b"/app.sqlite"], input=sql.encode(), check=True,
                   stdout=subprocess.DEVNULL)
    if not os.path.getsize(SHARE + b"/app.sqlite-wal"):
        sys.exit("the database has no WAL")
    for name in (b"/app.sqlite", b"/app.sqlite-wal", b"/app.sqlite-shm"):
        if os.path.exists(SHARE + name):
            os.chown(SHARE + name, 2001, 3003)
            os.utime(SHARE + name, (T0, T0))


def folder_times():
    for top, dirs, files in os.walk(SHARE, topdown=False):
        for name in files + dirs:
            path = os.path.join(top, name)
            if not stat.S_ISREG(os.lstat(path).st_mode):
                os.utime(path, (T0, T0), follow_symlinks=False)
    os.utime(SHARE, (T0, T0))


def backup():
    at = folder(TOP + b"/backup")
    run("tar", "-C", SHARE, "--sort=name", "--numeric-owner", "--acls", "--xattrs",
        "--pax-option=delete=atime,delete=ctime", "-czf", at + b"/share-departments.tar.gz",
        "departments", "projects")
    run("sh", "-c", 'cd "$1" && sha256sum share-departments.tar.gz >SHA256SUMS', "sh", at)


folder(SHARE)
for part in (departments, acls, attributes, special, names, many, database, folder_times, backup):
    part()
