package cobrowse.openapi;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class CallerNotAllowedIT extends CallerNotAllowedTest {}
