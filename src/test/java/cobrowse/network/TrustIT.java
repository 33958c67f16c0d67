package cobrowse.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cobrowse.fake.Certificates;
import cobrowse.fake.FakeGenesys;
import cobrowse.lambda.NativeFunction;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whom a deployed function believes. */
class TrustIT {
    private final FakeGenesys genesys = new FakeGenesys();

    TrustIT() throws IOException {}

    @AfterEach
    void close() throws IOException {
        genesys.close();
    }

    @ParameterizedTest
    @CsvSource({
        "QUARKUS_TLS_TRUST_ALL, true",
        "quarkus_tls_trust_all, 1",
        "quarkus.tls.trust-all, yes",
        "_PROD_QUARKUS_TLS_TRUST_ALL, true",
        "QUARKUS_TLS_GENESYS_TRUST_ALL, true",
        "QUARKUS_TLS_HOSTNAME_VERIFICATION_ALGORITHM, NONE",
        "QUARKUS_TLS_TRUST_STORE_PEM_CERTS, /tmp/others.pem",
        "QUARKUS_REST_CLIENT_VERIFY_HOST, false",
        "QUARKUS_REST_CLIENT__COBROWSE_GENESYS_GENESYSAPI__VERIFY_HOST, no",
        "QUARKUS_REST_CLIENT_TRUST_STORE, /tmp/others.p12",
        "QUARKUS_REST_CLIENT_HOSTNAME_VERIFIER, io.quarkus.restclient.NoopHostnameVerifier",
        "COBROWSE_GENESYS_GENESYSAPI_MP_REST_TRUSTSTORE, /tmp/others.p12"
    })
    void settingThatWeakensTlsStopsTheStartWithOneLine(String variable, String value) throws Exception {
        try (var function = new NativeFunction(NativeFunction.on(genesys.url(), variable, value))) {
            assertEquals(
                    variable + " could weaken TLS: name the authorities to trust in SSL_CERT_FILE instead.",
                    function.lastWords().strip());
            assertEquals(1, function.exitCode());
            assertEquals(0, genesys.connections());
        }
    }

    @ParameterizedTest
    @CsvSource({"QUARKUS_TLS_TRUST_ALL, false", "QUARKUS_REST_CLIENT_VERIFY_HOST, true", "QUARKUS_TLS_TRUST_ALL, ''"})
    void settingThatDoesNotIsNoReasonToStop(String variable, String value) throws Exception {
        try (var function = new NativeFunction(NativeFunction.on(genesys.url(), variable, value)).ready()) {
            assertEquals("session-1", function.answer("{\"userId\":\"user-1\"}").getString("id"));
        }
    }

    @Test
    void fileWithoutAuthoritiesStopsTheStartWithOneLine() throws Exception {
        var files = new Certificates();
        for (var file : new String[] {"/nowhere.pem", "/", files.file(""), files.file("no certificate\n")}) {
            try (var function = new NativeFunction(NativeFunction.on(genesys.url(), "SSL_CERT_FILE", file))) {
                assertEquals(
                        "SSL_CERT_FILE must be a readable PEM file of certificate authorities.",
                        function.lastWords().strip());
            }
        }
    }

    @Test
    void authorityOfTheFileIsBelievedAndWithoutItIsNot() throws Exception {
        var own = new Certificates();
        genesys.present(own.server("dns:localhost", "-1d"));
        var url = "https://localhost:" + genesys.port();

        try (var function = new NativeFunction(NativeFunction.on(url)).ready()) {
            assertTrue(function.log().contains("(certificate not trusted)"), function.log());
        }
        try (var function = new NativeFunction(NativeFunction.on(url, "SSL_CERT_FILE", own.pem())).ready()) {
            assertEquals("session-1", function.answer("{\"userId\":\"user-1\"}").getString("id"));
        }
    }
}
