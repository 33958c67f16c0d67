package cobrowse.locale;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(ThaiTest.Machine.class)
class ThaiTest extends JvmLocaleTests {
    private static final String TAG = "th-TH-u-ca-buddhist-nu-thai";

    ThaiTest() {
        super(TAG);
    }

    public static class Machine extends OnOtherLocale {
        public Machine() {
            super(TAG);
        }
    }
}
