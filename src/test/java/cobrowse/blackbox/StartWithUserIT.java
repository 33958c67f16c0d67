package cobrowse.blackbox;

import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import org.hamcrest.Matcher;

@QuarkusIntegrationTest
class StartWithUserIT extends StartWithUserTest {
    /** The executable is production's. */
    @Override
    Matcher<Object> isLinkToThisMachine() {
        return nullValue();
    }
}
