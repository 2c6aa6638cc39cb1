"""Tests read-site.py on tiny sites, whose databases and checksums are written in the most obvious way."""
import contextlib
import gzip
import hashlib
import http.server
import importlib.util
import io
import os
import sys
import tempfile
import threading
import unittest
import zipfile

sys.dont_write_bytecode = True
SPEC = importlib.util.spec_from_file_location(
    "read_site", os.path.join(os.path.dirname(os.path.abspath(__file__)), "read-site.py"))
read_site = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(read_site)

OLD, NEW = "20240101000000", "20250101000000"
PLUGIN, LIBRARY = "plugins/x-0.2.0.jar", "lib/linux64/e/e.so"


def sha1(content):
    return hashlib.sha1(content).hexdigest()


def jar(text):
    """A jar with one class, and what its checksum is."""
    return jar_of([("b.class", text)]), sha1(b"b.class" + text)


def jar_of(entries):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as target:
        for name, content in entries:
            target.writestr(name, content)
    return stream.getvalue()


def version(tag, checksum, timestamp, size=None):
    filesize = "" if size is None else f' filesize="{size}"'
    return f'<{tag} checksum="{checksum}" timestamp="{timestamp}"{filesize}/>'


def plugin(path, inside, *platforms):
    return (f'<plugin filename="{path}">' + "".join(f"<platform>{p}</platform>" for p in platforms)
            + inside + "</plugin>")


class Handler(http.server.SimpleHTTPRequestHandler):
    """Serves a folder; truncate: says the right length, then hangs up."""
    truncate = html = None

    def do_GET(self):
        if self.truncate and self.truncate in self.path:
            self.send_response(200)
            self.send_header("Content-Length", "1000000")
            self.end_headers()
            self.wfile.write(b"abc")
        elif self.html and self.html in self.path:
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b"<!DOCTYPE html><html>Please log in</html>")
        else:
            super().do_GET()

    def log_message(self, *arguments):
        pass


class ReadSiteTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.site, self.fiji = os.path.join(folder.name, "site"), os.path.join(folder.name, "Fiji")
        self.old_jar, self.old_sum = jar(b"old")
        self.new_jar, self.new_sum = jar(b"new")
        self.entries = [
            plugin(PLUGIN, version("version", self.new_sum, NEW, len(self.new_jar))
                   + version("previous-version", self.old_sum, OLD)),
            plugin(LIBRARY, version("version", sha1(LIBRARY.encode() + b"ELF"), NEW, 3), "linux64"),
            plugin("lib/winx/w.dll", version("version", sha1(b"lib/winx/w.dllMZ"), NEW, 2), "winx"),
            plugin("models/gone.bin", version("previous-version", sha1(b"models/gone.bin1"), OLD))]
        self.write(self.site, f"{PLUGIN}-{NEW}", self.new_jar)
        self.write(self.site, f"{LIBRARY}-{NEW}", b"ELF")
        self.write(self.site, f"lib/winx/w.dll-{NEW}", b"MZ")
        self.write_database()

    def write(self, folder, path, content):
        path = os.path.join(folder, path)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as stream:
            stream.write(content)

    def write_database(self, *more):
        xml = "<pluginRecords>" + "".join(self.entries + list(more)) + "</pluginRecords>"
        self.write(self.site, "db.xml.gz", gzip.compress(xml.encode()))

    def run_main(self, *arguments):
        """The exit status, and everything that was printed."""
        out = io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
            status = read_site.main(list(arguments))
        return status, out.getvalue()

    def verify(self):
        return self.run_main("verify", self.site)

    def install(self, site=None, platform="linux64"):
        return self.run_main("install", site or self.site, self.fiji, "--platform", platform)

    def local(self):
        """All files of the installation, temporary ones too, with their content."""
        found = {}
        for folder, _, names in os.walk(self.fiji):
            for name in names:
                path = os.path.join(folder, name)
                with open(path, "rb") as stream:
                    found[os.path.relpath(path, self.fiji).replace(os.sep, "/")] = stream.read()
        return found

    def assert_problem(self, text, *more_entries):
        self.write_database(*more_entries)
        status, out = self.verify()
        self.assertEqual(1, status, out)
        self.assertIn(text, out)

    def serve(self, **settings):
        handler = type("TestHandler", (Handler,), settings)
        server = http.server.ThreadingHTTPServer(
            ("127.0.0.1", 0), lambda *a: handler(*a, directory=self.site))
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        self.addCleanup(server.server_close)
        self.addCleanup(server.shutdown)
        return f"http://127.0.0.1:{server.server_address[1]}/"

    # Checksums and identities

    def test_comments_of_properties(self):
        for text, hashed in ((b"#a\n#b\nk=v\n", b"\n\nk=v\n"), (b"##\nk=v", b"\nk=v"), (b"#\n#a\nk=v", b"\n#a\nk=v"),
                             (b"k=v\n\n#a\n#b\n", b"k=v\n\n#a\n\n"), (b"k=v\n#a", b"k=v\n"), (b"\n\n#a\n", b"\n\n\n")):
            self.assertEqual(hashed, b"".join(read_site.without_comments(io.BytesIO(text))), text)

    def test_jar_checksum(self):
        content = jar_of([("z.class", b"Z"), ("META-INF/MANIFEST.MF", b"Built-By: me\n"), ("META-INF/", b""),
                          ("a.properties", b"#Mon Jan 1\nk=v # no comment\r\n #k\n#end"),
                          ("a.txt", b"#text\n")])
        expected = sha1(b"META-INF/" + b"META-INF/MANIFEST.MF"
                        + b"a.properties" + b"\nk=v # no comment\r\n #k\n"
                        + b"a.txt" + b"#text\n" + b"z.class" + b"Z")
        self.assertEqual(expected, read_site.checksum("plugins/any.jar", io.BytesIO(content)))

    def test_other_checksum(self):
        self.assertEqual(sha1(b"models/m.binabc"), read_site.checksum("models/m.bin", io.BytesIO(b"abc")))

    def test_identity(self):
        for path, expected in (
                ("plugins/x-0.2.0.jar", "plugins/x.jar"), ("plugins/x.jar", "plugins/x.jar"),
                ("lib/e/tensorflow-core-native-1.1.0.jar", "lib/e/tensorflow-core-native.jar"),
                ("lib/e/tensorflow-core-native-1.1.0-linux-x86_64.jar",
                 "lib/e/tensorflow-core-native-linux-x86_64.jar"),
                ("lib/e/ffmpeg-6.0-1.5.9-windows-x86_64.jar", "lib/e/ffmpeg-windows-x86_64.jar"),
                ("plugins/ij-1.54p.jar", "plugins/ij.jar"), ("plugins/x-1.0-beta-3.jar", "plugins/x.jar"),
                ("plugins/x-1.0.0-SNAPSHOT.jar", "plugins/x.jar"),
                ("plugins/x-20240101.jar", "plugins/x.jar"),
                ("plugins/log4j-1.2-api-2.17.1.jar", "plugins/log4j-1.2-api.jar"),
                ("plugins/Image-5D.jar", "plugins/Image-5D.jar"),
                ("plugins-1.0/x.jar", "plugins-1.0/x.jar"), ("models/m-1.0.zip", "models/m-1.0.zip")):
            self.assertEqual(expected, read_site.identity(path))

    # verify

    def test_verify_good_site(self):
        self.assertEqual((0, ""), self.verify())
        self.assertEqual((0, ""), self.run_main("verify", self.serve()))

    def test_verify_files(self):
        self.write(self.site, f"{LIBRARY}-{NEW}", b"EL")
        self.assert_problem("should have 3 bytes, but has only 2")
        self.write(self.site, f"{LIBRARY}-{NEW}", b"ELFELF")
        self.assert_problem("should have 3 bytes, but has more")
        self.write(self.site, f"{LIBRARY}-{NEW}", b"elf")
        self.assert_problem("should have the checksum")
        self.write(self.site, f"{PLUGIN}-{NEW}", b"x" + self.new_jar[1:])
        self.assert_problem("is not a readable jar")
        os.remove(os.path.join(self.site, f"{LIBRARY}-{NEW}"))
        self.assert_problem(f"{LIBRARY}-{NEW} cannot be downloaded")
        self.write(self.site, f"{PLUGIN}-{NEW}", self.new_jar)
        self.assertEqual(0, self.run_main("verify", self.site, "--platform", "win64")[0])

    def test_verify_entries(self):
        def entry(path, *platforms, timestamp=NEW):
            self.write(self.site, f"{path}-{timestamp}", b"a")
            return plugin(path, version("version", sha1(path.encode() + b"a"), timestamp, 1), *platforms)
        self.assert_problem("'../x' is not a safe path", entry("../x"))
        self.assert_problem("safe path", entry("/x"))
        self.assert_problem("safe path", entry("lib/./x"))
        self.assert_problem("safe path", plugin("lib\\..\\x", ""))
        self.assert_problem("jars/a.jar is in jars/", plugin("jars/a.jar", version("version", "", NEW, 1)))
        self.assert_problem("unknown platform 'linux'", entry("lib/x", "linux"))
        self.assert_problem("goes to all platforms, not to win64", entry("lib/win64/x"))
        self.assert_problem("goes to macosx, not to macos64", entry("lib/macos64/x", "macosx"))
        self.assert_problem("has the timestamp '2025', not", entry("lib/x", timestamp="2025"))
        self.assert_problem("has the timestamp '20251301000000'", entry("lib/x", timestamp="20251301000000"))
        self.assert_problem("more than once", plugin("plugins/x-0.1.0.jar", ""))
        for path in ("x.txt", "luts/x.lut", "plugins/x.exe", "macros/x.jar"):
            self.assert_problem("not a file that the updater tracks", entry(path))
        self.write_database(entry("config/x", "macosx"), entry("lib/macosx/x", "macos64", "macos-arm64"),
                            entry("plugins/x.py"), entry("macros/a b+c%.ijm"), entry("licenses/X"))
        self.assertEqual((0, ""), self.run_main("verify", self.serve()))

    def test_damaged_database(self):
        good = gzip.compress(b"<pluginRecords/>")
        unsafe = "<pluginRecords>" + plugin("../x", "") + "</pluginRecords>"
        for content in (good[:-9], good + b"x", b"", b"<html>no</html>", b"<pluginRecords/>",
                        gzip.compress(b"<pluginRecords>"), gzip.compress(b"<html/>"),
                        gzip.compress(unsafe.encode())):
            self.write(self.site, "db.xml.gz", content)
            for status, out in (self.verify(), self.install()):
                self.assertEqual((1, 1), (status, out.count("\n")), out)
            self.assertFalse(os.path.exists(self.fiji))

    def test_list(self):
        status, out = self.run_main("list", self.site)
        self.assertEqual(0, status)
        self.assertIn(f"{LIBRARY}\t{NEW}\t3\tlinux64\n", out)
        self.assertIn(f"{PLUGIN}\t{NEW}\t{len(self.new_jar)}\tall\n", out)
        self.assertIn("win-arm64: 0.0 MB\n", out)
        self.assertNotIn("gone.bin", out)

    # install

    def test_install_new(self):
        self.assertEqual(0, self.install(self.serve())[0])
        self.assertEqual({PLUGIN: self.new_jar, LIBRARY: b"ELF"}, self.local())
        self.assertEqual((0, ""), self.install())
        self.assertEqual(0, self.install(platform="win-arm64")[0])
        self.assertEqual(b"MZ", self.local()["lib/winx/w.dll"])

    def test_update(self):
        mine = {"plugins/mine.jar": b"mine", "models/mine.bin": b"1"}
        for path, content in mine.items():
            self.write(self.fiji, path, content)
        for path in ("plugins/x-0.1.0.jar", "plugins/x.jar", PLUGIN):
            self.write(self.fiji, path, self.old_jar)
        self.write(self.fiji, "models/gone.bin", b"1")
        self.assertEqual(0, self.install()[0])
        self.assertEqual({PLUGIN: self.new_jar, LIBRARY: b"ELF", **mine}, self.local())

    def test_modified_files_stay(self):
        modified = {"plugins/x-0.1.0.jar": jar(b"mine")[0], LIBRARY: b"mine", "models/gone.bin": b"mine"}
        for path, content in modified.items():
            self.write(self.fiji, path, content)
        status, out = self.install()
        self.assertEqual((0, 3), (status, out.count("Warning: ")))
        self.assertEqual(modified, self.local())

    def test_failed_download_changes_nothing(self):
        self.write(self.fiji, PLUGIN, self.old_jar)
        os.rename(os.path.join(self.site, f"{LIBRARY}-{NEW}"), os.path.join(self.site, "away"))
        attempts = [self.install(self.serve())]
        attempts += [self.install(self.serve(truncate="e.so")), self.install(self.serve(html="e.so"))]
        for content in (b"EL", b"elf", b"ELFELF"):
            self.write(self.site, f"{LIBRARY}-{NEW}", content)
            attempts.append(self.install(self.serve()))
        for status, out in attempts:
            self.assertEqual((1, 1), (status, out.count("\n")), out)
        self.assertIn("404", attempts[0][1])
        self.assertEqual({PLUGIN: self.old_jar}, self.local())
        self.assertFalse(os.path.exists(os.path.join(self.fiji, "lib")))

    def test_path_traversal_is_not_installed(self):
        self.write(self.site, f"../x-{NEW}", b"a")
        self.write_database(plugin("../x", version("version", sha1(b"../xa"), NEW, 1)))
        self.assertEqual(1, self.install()[0])
        self.assertFalse(os.path.exists(self.fiji))
        self.assertFalse(os.path.exists(os.path.join(os.path.dirname(self.fiji), "x")))


if __name__ == "__main__":
    unittest.main()
