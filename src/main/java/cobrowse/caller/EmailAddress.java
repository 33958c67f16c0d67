package cobrowse.caller;

import java.util.Locale;

/** When two e-mail addresses are the same one. */
public final class EmailAddress {
    private EmailAddress() {}

    /** For comparing: {@link String#equalsIgnoreCase} would take a dotless i for an i. */
    public static String folded(String address) {
        return address.toLowerCase(Locale.ROOT);
    }

    public static boolean same(String one, String other) {
        return folded(one).equals(folded(other));
    }
}
