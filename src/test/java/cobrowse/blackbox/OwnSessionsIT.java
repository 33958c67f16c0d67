package cobrowse.blackbox;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class OwnSessionsIT extends OwnSessionsTest {}
