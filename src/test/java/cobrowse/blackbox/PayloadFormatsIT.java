package cobrowse.blackbox;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class PayloadFormatsIT extends PayloadFormatsTest {}
