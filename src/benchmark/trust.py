"""A certificate for localhost, made anew for each run, and everybody's way of trusting it."""

import ssl
import subprocess


class Trust:
    def __init__(self, directory):
        directory.mkdir(parents=True, exist_ok=True)
        key, self.certificate, self.store = directory / "key.pem", directory / "certificate.pem", directory / "trust.jks"
        quiet = {"check": True, "capture_output": True}
        subject = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"]
        subprocess.run(
            ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
            + ["-days", "2", "-keyout", key, "-out", self.certificate, *subject],
            **quiet,
        )
        self.store.unlink(missing_ok=True)
        # A PKCS12 store would cost each Java process ten milliseconds of deriving keys from a password.
        subprocess.run(
            ["keytool", "-importcert", "-noprompt", "-alias", "benchmark", "-file", self.certificate]
            + ["-keystore", self.store, "-storetype", "JKS", "-storepass", "changeit"],
            **quiet,
        )
        self.server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.server.load_cert_chain(self.certificate, key)

    def environment(self):
        return {"REQUESTS_CA_BUNDLE": str(self.certificate), "NODE_EXTRA_CA_CERTS": str(self.certificate)}

    def java_options(self):
        """A native executable takes them as well, as arguments."""
        return [f"-Djavax.net.ssl.trustStore={self.store}", "-Djavax.net.ssl.trustStorePassword=changeit"]
