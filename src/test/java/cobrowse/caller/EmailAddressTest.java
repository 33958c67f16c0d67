package cobrowse.caller;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmailAddressTest {
    @ParameterizedTest
    @CsvSource({
        "alice@example.com, alice@example.com, true",
        "Alice@EXAMPLE.com, aLICE@example.COM, true",
        "\u00c9va@example.com, \u00e9VA@example.com, true",
        "alice@example.com, alice@example.org, false",
        // a dotless i, a dotted I, the Kelvin sign, a long s
        "mike@example.com, m\u0131ke@example.com, false",
        "mike@example.com, m\u0130ke@example.com, false",
        "mike@example.com, mi\u212ae@example.com, false",
        "sam@example.com, \u017fam@example.com, false"
    })
    void caseDoesNotMatter(String one, String other, boolean same) {
        assertEquals(same, EmailAddress.same(one, other));
        assertEquals(same, EmailAddress.same(other, one));
    }
}
