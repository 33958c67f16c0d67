package cobrowse.blackbox;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class RepeatedRequestsInMemoryTest extends RepeatedRequestsTests {}
