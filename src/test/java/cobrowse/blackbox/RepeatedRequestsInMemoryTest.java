package cobrowse.blackbox;

import cobrowse.fake.OnStandIn;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(OnStandIn.class)
class RepeatedRequestsInMemoryTest extends RepeatedRequestsTests {}
