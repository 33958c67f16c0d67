package cobrowse.resilience;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class UserPagesIT extends UserPagesTest {}
