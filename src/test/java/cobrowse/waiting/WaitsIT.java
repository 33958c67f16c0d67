package cobrowse.waiting;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class WaitsIT extends WaitsTest {}
