package cobrowse.locale;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(TurkishTest.Machine.class)
class TurkishTest extends JvmLocaleTests {
    private static final String TAG = "tr-TR";

    TurkishTest() {
        super(TAG);
    }

    public static class Machine extends OnOtherLocale {
        public Machine() {
            super(TAG);
        }
    }
}
