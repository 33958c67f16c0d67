package cobrowse.blackbox;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class OddEventsIT extends OddEventsTest {}
