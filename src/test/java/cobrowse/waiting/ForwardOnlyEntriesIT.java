package cobrowse.waiting;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class ForwardOnlyEntriesIT extends ForwardOnlyEntriesTest {}
