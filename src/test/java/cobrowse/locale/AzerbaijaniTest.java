package cobrowse.locale;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(AzerbaijaniTest.Machine.class)
class AzerbaijaniTest extends JvmLocaleTests {
    public static class Machine extends OnOtherLocale {
        public Machine() {
            super("az-AZ");
        }
    }
}
