package cobrowse.resilience;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class OneExchangeIT extends OneExchangeTest {}
