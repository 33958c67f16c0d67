"""check-trust and the list that it reads, on files that hold certificates of Debian's list and of this test."""

import shutil
import ssl
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

sys.dont_write_bytecode = True
from authorities import DEBIAN, TRUSTED, certificates_in, listed  # noqa: E402
from sam_template import ROOT  # noqa: E402

SCRIPTS = ("check-trust", "authorities.py", "authorities.tsv")


@unittest.skipUnless(shutil.which("openssl") and DEBIAN.is_dir(), "needs openssl and Debian's ca-certificates")
class TrustTest(unittest.TestCase):
    def setUp(self):
        self.directory = Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.directory)
        for name in SCRIPTS:
            shutil.copy(ROOT / ".ci" / name, self.directory)

    def check(self, *certificates):
        file = self.directory / "program"
        # Among other bytes, and such as look like the beginning of a certificate.
        file.write_bytes(b"\x7fELF\x30\x82\x01\x00\x30\x82" + b"\x30\x82\xff\xff\x30\x82".join(certificates) + bytes(9))
        return subprocess.run([self.directory / "check-trust", file], capture_output=True, text=True)

    def own(self, name):
        command = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
        command += ["-subj", f"/O=Nobody/CN={name}", "-keyout", "/dev/null", "-outform", "DER"]
        return subprocess.run(command, capture_output=True, check=True).stdout

    def current(self):
        """Two authorities that are trusted."""
        _, authorities = listed()
        ders = (ssl.PEM_cert_to_DER_cert(path.read_text()) for path in sorted(DEBIAN.glob("*.crt")))
        return [der for der in ders if all(authorities[f][0] == TRUSTED for f in certificates_in(der))][:2]

    def test_current_authorities_pass_with_their_number_and_the_day_of_the_list(self):
        done = self.check(*self.current(), self.current()[0])
        self.assertEqual(0, done.returncode, done.stdout + done.stderr)
        self.assertRegex(done.stdout, r"trusts 2 authorities.* \d{4}-\d\d-\d\d\n$")
        self.assertEqual(1, done.stdout.count("\n"))

    def test_one_that_was_dropped_is_refused_by_name_and_with_the_reason(self):
        der = self.own("Dropped Root")
        (fingerprint,) = certificates_in(der)
        with (self.directory / "authorities.tsv").open("a") as list_:
            list_.write(f"{fingerprint}\tdropped by OpenJDK\tDropped Root\n")
        done = self.check(*self.current(), der)
        self.assertEqual(1, done.returncode)
        self.assertRegex(done.stdout, r"Dropped Root .*: dropped by OpenJDK")

    def test_one_that_no_list_knows_is_refused_by_name(self):
        done = self.check(*self.current(), self.own("A Root of This Machine"))
        self.assertEqual(1, done.returncode)
        self.assertRegex(done.stdout, "A Root of This Machine .*: on no current list")

    def test_a_file_without_authorities_is_refused(self):
        self.assertEqual(2, self.check().returncode)
        cut = self.check(self.own("Cut off")[:-200])
        self.assertEqual(2, cut.returncode, cut.stdout)

    def test_what_a_newer_list_of_debian_lacks_is_refused(self):
        head = self.directory / "authorities.tsv"
        head.write_text(head.read_text().replace(f"# ca-certificates: {listed()[0]['ca-certificates']}", "# ca-certificates: 1"))
        der = self.own("Gone")
        (fingerprint,) = certificates_in(der)
        with head.open("a") as list_:
            list_.write(f"{fingerprint}\t{TRUSTED}\tGone\n")
        done = self.check(der)
        self.assertEqual(1, done.returncode)
        self.assertRegex(done.stdout, "Gone .*: dropped by Debian")


class ListTest(unittest.TestCase):
    def test_those_that_made_the_news_are_refused(self):
        _, authorities = listed()
        by_name = {name: status for status, name in authorities.values()}
        for name in ("emSign Root CA - G1", "emSign ECC Root CA - G3", "AAA Certificate Services", "TrustCor ECA-1"):
            self.assertNotEqual(TRUSTED, by_name[name], name)

    def test_those_that_aws_and_genesys_use_are_trusted(self):
        _, authorities = listed()
        trusted = {name for status, name in authorities.values() if status == TRUSTED}
        amazon = {f"Amazon Root CA {i}" for i in range(1, 5)}
        self.assertLessEqual(amazon | {"Starfield Services Root Certificate Authority - G2"}, trusted)


if __name__ == "__main__":
    unittest.main()
