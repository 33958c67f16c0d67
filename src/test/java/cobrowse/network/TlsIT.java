package cobrowse.network;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class TlsIT extends TlsTest {}
