"""The certificate authorities that may be trusted, .ci/authorities.tsv, and those in a file."""

import hashlib
import re
import ssl
import subprocess
from pathlib import Path

LIST = Path(__file__).with_name("authorities.tsv")
DEBIAN = Path("/usr/share/ca-certificates/mozilla")
TRUSTED = "trusted"
# Two SEQUENCEs, one in the other: what a certificate begins with.
BEGINNING = re.compile(rb"(?=\x30\x82..\x30[\x81\x82])", re.DOTALL)
SEQUENCE, BIT_STRING, VERSION = 0x30, 0x03, 0xA0
COMMON_NAME, UNIT, ORGANIZATION = b"\x06\x03\x55\x04\x03", b"\x06\x03\x55\x04\x0b", b"\x06\x03\x55\x04\x0a"


def listed():
    """What the head of the list says (`day`, `ca-certificates`, …), and {fingerprint: (status, name)}."""
    head, authorities = {}, {}
    for line in LIST.read_text().splitlines():
        if line.startswith("#"):
            key, _, value = line[1:].partition(":")
            head[key.strip()] = value.strip()
        elif line:
            fingerprint, status, name = line.split("\t")
            authorities[fingerprint] = (status, name)
    return head, authorities


def installed():
    """{fingerprint: name} of Debian's list as this machine has it."""
    found = {}
    for path in DEBIAN.glob("*.crt"):
        found |= certificates_in(ssl.PEM_cert_to_DER_cert(path.read_text()))
    return found


def installed_version():
    """Of Debian's package on this machine, or None."""
    query = ["dpkg-query", "--show", "--showformat=${Version}", "ca-certificates"]
    try:
        return subprocess.run(query, capture_output=True, text=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return None


def certificates_in(data):
    """{fingerprint (SHA-256, hex): name} of every X.509 certificate that stands in these bytes, whole and in DER."""
    found = {}
    for match in BEGINNING.finditer(data):
        try:
            der, name = certificate_at(data, match.start())
        except (ValueError, IndexError):
            continue
        found[hashlib.sha256(der).hexdigest()] = name
    return found


def certificate_at(data, start):
    _, content, end = element(data, start)
    tbs, *rest = elements(data, content, end)
    signed = [SEQUENCE, SEQUENCE, BIT_STRING]
    if [data[tbs[0]]] + [data[part[0]] for part in rest] != signed:
        raise ValueError("no certificate")
    fields = elements(data, tbs[1], tbs[2])
    if data[fields[0][0]] == VERSION:
        del fields[0]
    # serial number, algorithm, issuer, validity, subject, key
    if [data[field[0]] for field in fields[1:6]] != [SEQUENCE] * 5:
        raise ValueError("no certificate")
    subject = fields[4]
    return data[start:end], name_of(data[subject[1] : subject[2]])


def elements(data, start, end):
    """(start, start of the content, end) of each element between the two."""
    found = []
    while start < end:
        tag, content, after = element(data, start)
        found.append((start, content, after))
        start = after
    if start != end:
        raise ValueError("overlaps")
    return found


def element(data, start):
    length, content = data[start + 1], start + 2
    if length >= 0x80:
        octets = length & 0x7F
        if not 1 <= octets <= 3:
            raise ValueError("no length of a certificate")
        length, content = int.from_bytes(data[content : content + octets], "big"), content + octets
    if content + length > len(data):
        raise ValueError("cut off")
    return data[start], content, content + length


def name_of(subject):
    for kind in (COMMON_NAME, UNIT, ORGANIZATION):
        at = subject.find(kind)
        if at >= 0:
            _, content, end = element(subject, at + len(kind))
            encoding = "utf-16-be" if subject[at + len(kind)] == 0x1E else "utf-8"
            return subject[content:end].decode(encoding, "replace")
    return "without a name"
