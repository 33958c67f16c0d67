package cobrowse.blackbox;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class FailingTableIT extends FailingTableTest {}
