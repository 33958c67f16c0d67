package cobrowse.resilience;

import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import org.hamcrest.Matcher;

@QuarkusIntegrationTest
class LinksIT extends LinksTest {
    /** The executable is production's. */
    @Override
    Matcher<Object> isForDevelopment(String link) {
        return nullValue();
    }
}
