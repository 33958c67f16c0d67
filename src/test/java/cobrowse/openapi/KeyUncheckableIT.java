package cobrowse.openapi;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class KeyUncheckableIT extends KeyUncheckableTest {}
