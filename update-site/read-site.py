#!/usr/bin/env python3
"""Verify, list or install an ImageJ update site.

Written from the description of the format alone, so that it can contradict the code that writes the site:
where both agree on a checksum, a path or a platform, the description is what they agree on.
"""
import argparse
import collections
import contextlib
import datetime
import gzip
import hashlib
import http.client
import io
import lzma
import os
import platform
import re
import struct
import sys
import tempfile
import urllib.error
import urllib.parse
import urllib.request
import xml.etree.ElementTree as ElementTree
import zipfile
import zlib

DATABASE = "db.xml.gz"
DATABASE_LIMIT = 64 << 20
BLOCK = 1 << 20
TIMEOUT = 60

PLATFORMS = ("linux64", "linux-arm64", "macos64", "macos-arm64", "win64", "win-arm64")
GROUPS = {"macosx": {"macos64", "macos-arm64"}, "winx": {"win64", "win-arm64"}}

CODE = {"jar", "class"}
SCRIPTS = {"ijm", "py", "rb", "clj", "js", "bsh", "groovy", "gvy"}
# None: any extension. Which extensions scripts and macros have is known from the updater, not the description.
TRACKED = {"models": None, "lib": None, "licenses": None, "config": None, "jars": CODE,
           "plugins": CODE | SCRIPTS | {"txt"}, "scripts": SCRIPTS | {"m"}, "macros": {"txt", "ijm", "png"}}

NUMBER = r"v?[0-9]+(?:\.[0-9A-Za-z_+]+)+"
QUALIFIER = r"(?i:snapshot|ga|final|release|m[0-9]+|(?:alpha|beta|rc|cr|pre)[0-9.]*)"
VERSION = re.compile(rf"-{NUMBER}(?:-(?:{NUMBER}|[0-9]+|{QUALIFIER}))*(?=-|$)")
PLAIN_VERSION = re.compile(rf"-v?[0-9]+(?:-(?:[0-9]+|{QUALIFIER}))*$")

# What zipfile raises on damaged files, as fuzzing shows; RuntimeError is its word for an encrypted entry.
JAR_ERRORS = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, EOFError, OSError, RuntimeError,
              ValueError)

Version = collections.namedtuple("Version", "timestamp checksum filesize")
Entry = collections.namedtuple("Entry", "path platforms versions previous dependency_timestamps")


class SiteError(Exception):
    """What is wrong, as one sentence for the user."""


def one_line(text):
    """A message without line breaks, which a server or a file name can bring along."""
    return " ".join(str(text).split())


# The format

def identity(path):
    """The path without the jar's version; a classifier after the version stays, as it makes another jar."""
    folder, slash, name = path.rpartition("/")
    stem = name[:-len(".jar")]
    if not name.endswith(".jar"):
        return path
    matches = list(VERSION.finditer(stem, 1)) or list(PLAIN_VERSION.finditer(stem, 1))
    if matches:  # the last one: the 1.2 of log4j-1.2-api-2.17.1 is part of the name
        stem = stem[:matches[-1].start()] + stem[matches[-1].end():]
    return folder + slash + stem + ".jar"


def blocks(stream):
    """Content in pieces, as an engine file does not belong in memory at once."""
    return iter(lambda: stream.read(BLOCK), b"")


def raw_name(info):
    """The bytes of an entry's name as they are in the jar (zipfile decodes them, mostly as cp437)."""
    return info.orig_filename.encode("utf-8" if info.flag_bits & 0x800 else "cp437")


def without_comments(lines):
    """The lines of a properties file as the updater hashes them: of a comment its line end stays, and a line
    behind an empty one, or an empty comment, is never a comment. (Known from the updater, not the description.)"""
    may_be_comment = True
    for line in lines:
        if may_be_comment and line.startswith(b"#"):
            yield b"\n" if line.endswith(b"\n") else b""
            may_be_comment = line.lstrip(b"#") != b"\n"
        else:
            yield line
            may_be_comment = not (may_be_comment and line == b"\n")


def hash_jar(stream, digest):
    """Hash what a jar means: not its order, times or compression, nor what each build writes anew."""
    with zipfile.ZipFile(stream) as jar:
        for info in sorted(jar.infolist(), key=raw_name):
            name = raw_name(info)
            digest.update(name)
            with jar.open(info) as content:
                # The manifest is read too, as only that checks its CRC.
                for piece in without_comments(content) if name.endswith(b".properties") else blocks(content):
                    if name != b"META-INF/MANIFEST.MF":
                        digest.update(piece)


def checksum(path, stream):
    """The site's checksum of a file that can be rewound; SiteError if a jar cannot be read."""
    digest = hashlib.sha1(usedforsecurity=False)
    if not path.endswith(".jar"):
        digest.update(path.encode("ascii"))
        for block in blocks(stream):
            digest.update(block)
        return digest.hexdigest()
    try:
        hash_jar(stream, digest)
    except JAR_ERRORS as e:
        raise SiteError(f"{path} is not a readable jar ({e})") from e
    return digest.hexdigest()


def expand(names):
    """The platforms that names stand for; a group stands for its members."""
    return set().union(*(GROUPS.get(name, {name}) for name in names))


def applies(entry, name):
    """Whether a file goes to a platform (None: to any)."""
    return name is None or not entry.platforms or name in expand(entry.platforms)


# Reading a site

def open_file(site, name):
    """A file of the site, which is a URL or a folder, as a stream."""
    if re.match("https?://", site, re.IGNORECASE):
        return urllib.request.urlopen(site.rstrip("/") + "/" + urllib.parse.quote(name), timeout=TIMEOUT)
    return open(os.path.join(site, name), "rb")


def download(site, name, limit, target):
    """Copy a file of the site, but only one byte more than the limit: enough to know that it is too long."""
    try:
        with contextlib.closing(open_file(site, name)) as stream:
            while target.tell() <= limit:
                block = stream.read(min(BLOCK, limit + 1 - target.tell()))
                if not block:
                    break
                target.write(block)
    except urllib.error.HTTPError as e:
        raise SiteError(f"{name} cannot be downloaded: the server answered {e.code} {e.reason}") from e
    except (OSError, http.client.HTTPException, ValueError) as e:
        raise SiteError(f"{name} cannot be downloaded: {getattr(e, 'reason', None) or e}") from e
    size = target.tell()
    target.seek(0)
    return size


def hint(stream):
    """The usual cause of a wrong answer, a login or error page with status 200."""
    stream.seek(0)
    start = stream.read(64).lstrip().lower()
    return ": it is an HTML page" if start.startswith((b"<!doctype html", b"<html")) else ""


def download_version(site, entry, target):
    """Copy the current version of a file to an empty target, and be sure that it is the database's."""
    version = entry.versions[0]
    name, expected = entry.path + "-" + version.timestamp, int(version.filesize)
    size = download(site, name, expected, target)
    if size != expected:
        found = "more" if size > expected else f"only {size}"
        raise SiteError(f"{name} should have {expected} bytes, but has {found}{hint(target)}")
    found = checksum(entry.path, target)
    if found != version.checksum:
        raise SiteError(f"{name} should have the checksum {version.checksum}, but has {found}{hint(target)}")


def parse_version(element):
    """The attributes as they are; entry_problems() judges them."""
    return Version(*(element.get(name, "") for name in Version._fields))


def parse_entry(plugin):
    """One <plugin>; without a <version> it is obsolete."""
    return Entry(plugin.get("filename", ""),
                 [(element.text or "").strip() for element in plugin.findall("platform")],
                 [parse_version(element) for element in plugin.findall("version")],
                 [parse_version(element) for element in plugin.findall("previous-version")],
                 [element.get("timestamp") for element in plugin.iter("dependency")
                  if "timestamp" in element.attrib])


def read_database(site):
    """All entries of the site; SiteError if the database is not gzip, not XML or something else."""
    packed = io.BytesIO()
    if download(site, DATABASE, DATABASE_LIMIT, packed) > DATABASE_LIMIT:
        raise SiteError(f"{DATABASE} is too large")
    try:
        with gzip.GzipFile(fileobj=packed) as stream:
            content = stream.read(DATABASE_LIMIT + 1)
        if len(content) > DATABASE_LIMIT:
            raise SiteError(f"{DATABASE} is too large")
        root = ElementTree.fromstring(content)
    except (OSError, EOFError, zlib.error) as e:
        raise SiteError(f"{DATABASE} is damaged{hint(packed) or f' ({e})'}") from e
    except (ElementTree.ParseError, LookupError, ValueError) as e:
        raise SiteError(f"{DATABASE} is not well-formed XML ({e})") from e
    if root.tag != "pluginRecords":
        raise SiteError(f"{DATABASE} is not an update site's: its root is {root.tag}, not pluginRecords")
    return [parse_entry(plugin) for plugin in root.findall("plugin")]


# Judging a site

def is_safe(path):
    """Whether a path stays inside the folder on every system, Windows with its reserved characters too."""
    return (re.fullmatch(r'[ -~]+', path) and not re.search(r'[\\:*?"<>|]', path)
            and all(part and part[-1] not in ". " for part in path.split("/")))


def is_timestamp(text):
    """Whether a text is yyyyMMddHHmmss; the digits are counted first, as strptime takes fewer."""
    if not re.fullmatch("[0-9]{14}", text):
        return False
    try:
        return bool(datetime.datetime.strptime(text, "%Y%m%d%H%M%S"))
    except ValueError:
        return False


def entry_problems(entry):
    """What makes an entry unusable: nothing of it is downloaded or installed."""
    path = repr(entry.path)
    if not is_safe(entry.path):
        yield f"{path} is not a safe path"
    if len(entry.versions) > 1:
        yield f"{path} has {len(entry.versions)} current versions"
    versions = entry.versions + entry.previous
    for timestamp in [version.timestamp for version in versions] + entry.dependency_timestamps:
        if not is_timestamp(timestamp):
            yield f"{path} has the timestamp {timestamp!r}, not yyyyMMddHHmmss"
    for version in versions:
        if not re.fullmatch("[0-9a-f]{40}", version.checksum):
            yield f"{path} has the checksum {version.checksum!r}, not 40 hex digits"
    for version in entry.versions:
        if not re.fullmatch("[0-9]{1,15}", version.filesize):
            yield f"{path} has the file size {version.filesize!r}, not a number"


def policy_problems(entry):
    """What an updater would accept, but does something with that nobody meant."""
    parts = entry.path.split("/")
    extensions = TRACKED.get(parts[0], set()) if len(parts) > 1 else set()
    if extensions is not None and os.path.splitext(entry.path)[1][1:] not in extensions:
        yield f"{entry.path} is not a file that the updater tracks"
    if parts[0] == "jars":
        yield f"{entry.path} is in jars/, so it is on the class path of every other plugin"
    for name in entry.platforms:
        if name not in PLATFORMS and name not in GROUPS:
            yield f"{entry.path} has the unknown platform {name!r}"
    if parts[0] in ("lib", "jars") and len(parts) > 2 and (parts[1] in PLATFORMS or parts[1] in GROUPS):
        if expand(entry.platforms) != expand([parts[1]]):
            yield f"{entry.path} goes to {', '.join(entry.platforms) or 'all platforms'}, not to {parts[1]}"


def by_identity(entries):
    """The entries of each identity; more than one is a problem, as an updater knows only one of them."""
    groups = collections.defaultdict(list)
    for entry in entries:
        groups[identity(entry.path)].append(entry)
    return groups


def site_problems(site, name):
    """Everything that is wrong; what belongs to other platforms only is judged, but not downloaded."""
    try:
        entries = read_database(site)
    except SiteError as e:
        yield str(e)
        return
    for key, group in by_identity(entries).items():
        if len(group) > 1:
            yield f"{key} is in the database more than once: " + ", ".join(entry.path for entry in group)
    for entry in entries:
        unusable = list(entry_problems(entry))
        yield from unusable
        if not entry.versions:
            continue
        yield from policy_problems(entry)
        if unusable or not applies(entry, name):
            continue
        try:
            with tempfile.TemporaryFile() as target:
                download_version(site, entry, target)
        except SiteError as e:
            yield str(e)


def verify(site, name):
    """Print one line per problem."""
    status = 0
    for problem in site_problems(site, name):
        print(one_line(problem), flush=True)
        status = 1
    return status


def read_usable(site):
    """All entries of a site; SiteError if any of them is unusable."""
    entries = read_database(site)
    for entry in entries:
        for problem in entry_problems(entry):
            raise SiteError(f"{DATABASE} is damaged: {problem}")
    return entries


def list_files(site):
    """Print the current files, and what a user of each platform downloads (1 MB is a million bytes)."""
    entries = [entry for entry in read_usable(site) if entry.versions]
    for entry in sorted(entries):
        version = entry.versions[0]
        print(entry.path, version.timestamp, version.filesize, ",".join(entry.platforms) or "all", sep="\t")
    for name in PLATFORMS:
        size = sum(int(entry.versions[0].filesize) for entry in entries if applies(entry, name))
        print(f"{name}: {size / 1e6:.1f} MB")
    return 0


# Installing a site

def local_paths(folder, path):
    """The local files of a path's identity: the file itself, and other versions of a jar beside it."""
    found = {path} if os.path.lexists(os.path.join(folder, path)) else set()
    parent = path.rpartition("/")[0]
    with contextlib.suppress(FileNotFoundError, NotADirectoryError):
        names = os.listdir(os.path.join(folder, parent)) if path.endswith(".jar") else []
        siblings = {(parent + "/" if parent else "") + name for name in names}
        found |= {sibling for sibling in siblings if identity(sibling) == identity(path)}
    return sorted(found)


def local_checksum(folder, path):
    """A local file's checksum, None (which no site knows) if it is unreadable, a broken jar or a folder."""
    try:
        with open(os.path.join(folder, path), "rb") as stream:
            return checksum(path, stream)
    except (OSError, SiteError):
        return None


def plan_identity(folder, group, name):
    """Which entry to download (or None), and which local files to delete, for all entries of one identity."""
    current = [entry for entry in group if entry.versions]
    if len(current) > 1:
        raise SiteError(f"{DATABASE} is damaged: {current[0].path} and {current[1].path} are the same file")
    if current and not applies(current[0], name):
        return None, []
    known = {version.checksum for entry in group for version in entry.versions + entry.previous}
    sums = {path: local_checksum(folder, path) for entry in group for path in local_paths(folder, entry.path)}
    modified = [path for path in sums if sums[path] not in known]
    for path in modified:
        print(f"Warning: {path} is not a version of this site, so it is left as it is", file=sys.stderr)
    if modified:
        return None, []
    if not current:
        return None, list(sums)
    path, version = current[0].path, current[0].versions[0]
    return (None if sums.get(path) == version.checksum else current[0]), [old for old in sums if old != path]


def make_folders(folder, created):
    """Like os.makedirs(), but remembers what it made."""
    if not os.path.isdir(folder):
        if os.path.dirname(folder) != folder:
            make_folders(os.path.dirname(folder), created)
        os.mkdir(folder)
        created.append(folder)


def stage(site, entry, folder, created):
    """Download a file beside its place, so that it takes it in one step; no class path takes a .part."""
    path = os.path.join(folder, *entry.path.split("/"))
    make_folders(os.path.dirname(path), created)
    handle, part = tempfile.mkstemp(".part", ".update-", os.path.dirname(path))
    created.append(part)
    with open(handle, "w+b") as target:
        download_version(site, entry, target)
        target.flush()
        os.fsync(target.fileno())
    umask = os.umask(0)
    os.umask(umask)
    os.chmod(part, 0o666 & ~umask)  # mkstemp() lets only the owner read it
    return part, path


def remove_leftovers(created):
    """Remove temporary files, and folders that were made for nothing (one with a file in it stays)."""
    for path in reversed(created):
        with contextlib.suppress(OSError):
            (os.rmdir if os.path.isdir(path) else os.remove)(path)


def install(site, folder, name):
    """Make a folder what the site says: everything is downloaded and checked before anything is changed."""
    folder = os.path.abspath(folder)
    plans = [plan_identity(folder, group, name) for group in by_identity(read_usable(site)).values()]
    created = []
    try:
        staged = [entry and stage(site, entry, folder, created) for entry, _ in plans]
        for (entry, old_paths), part in zip(plans, staged):
            if part:
                os.replace(*part)
                print("installed", entry.path)
            for old in old_paths:  # after the new one: an interruption leaves two versions, not none
                os.remove(os.path.join(folder, old))
                print("deleted", old)
    finally:
        remove_leftovers(created)
    return 0


# The command line

def this_platform():
    """The updater's name of this machine's platform, None if it has none."""
    system = {"Linux": "linux", "Darwin": "macos", "Windows": "win"}.get(platform.system())
    machines = {"x86_64": "64", "amd64": "64", "arm64": "-arm64", "aarch64": "-arm64"}
    machine = machines.get(platform.machine().lower())
    return system + machine if system and machine else None


def parse_arguments(arguments):
    """The command line; an unknown machine must say which platform it wants."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    commands = parser.add_subparsers(dest="command", required=True)
    for command, text in (("verify", "check every file; exit status 1 on any problem"),
                          ("list", "list the current files and the size per platform"),
                          ("install", "install into, or update, a folder")):
        sub = commands.add_parser(command, help=text, description=text)
        sub.add_argument("url", metavar="URL", help="http://, https:// or a folder")
        if command == "install":
            sub.add_argument("folder", metavar="FOLDER")
        if command != "list":
            sub.add_argument("--platform", choices=PLATFORMS,
                             default=this_platform() if command == "install" else None)
    options = parser.parse_args(arguments)
    if options.command == "install" and not options.platform:
        parser.error("this machine's platform is unknown: give --platform")
    return options


def main(arguments=None):
    """Run a command; returns the exit status."""
    options = parse_arguments(arguments)
    try:
        if options.command == "verify":
            return verify(options.url, options.platform)
        if options.command == "list":
            return list_files(options.url)
        return install(options.url, options.folder, options.platform)
    except (SiteError, OSError) as e:
        print(one_line(e), file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
