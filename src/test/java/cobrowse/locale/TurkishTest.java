package cobrowse.locale;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(TurkishTest.Machine.class)
class TurkishTest extends JvmLocaleTests {
    public static class Machine extends OnOtherLocale {
        public Machine() {
            super("tr-TR");
        }
    }
}
