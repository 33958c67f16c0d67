package cobrowse.resilience;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class RequestsIT extends RequestsTest {}
