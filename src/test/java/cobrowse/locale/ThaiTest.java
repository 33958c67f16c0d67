package cobrowse.locale;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(ThaiTest.Machine.class)
class ThaiTest extends JvmLocaleTests {
    public static class Machine extends OnOtherLocale {
        public Machine() {
            super("th-TH-u-ca-buddhist-nu-thai");
        }
    }
}
