package cobrowse.resilience;

import cobrowse.fake.Call;
import cobrowse.fake.OnFakeGenesys;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;

/** The same with {@code GENESYS_USER_LOOKUP=list}. */
@QuarkusTest
@TestProfile(UserPagesOfAListingTest.Listing.class)
class UserPagesOfAListingTest extends UserPagesTest {
    public static class Listing extends OnFakeGenesys {
        @Override
        public Map<String, String> getConfigOverrides() {
            return with(super.getConfigOverrides(), Map.of("genesys.user-lookup", "list"));
        }
    }

    UserPagesOfAListingTest() {
        call = Call.LIST;
        list = "entities";
    }

    /** The first page is asked for as the tutorial does. */
    @Override
    int pageNumber(String target, String body) {
        return target.contains("pageNumber=") ? Integer.parseInt(target.replaceAll(".*pageNumber=(\\d+).*", "$1")) : 1;
    }

    /** A listing without states lists active users. */
    @Override
    int whereStateIsLeftOut() {
        return 201;
    }
}
