package cobrowse.settings;

import java.util.Locale;
import java.util.regex.Pattern;

/** Ids of Genesys Cloud: what one looks like, and when two are the same, in settings, requests, claims and answers alike. */
public final class Id {
    public static final String SHAPE = "[A-Za-z0-9_-]{1,64}";
    public static final String SHAPE_IN_WORDS = "1 to 64 letters, digits, - or _";

    private static final Pattern UUID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private Id() {}

    public static boolean same(String one, String other) {
        return canonical(one).equals(canonical(other));
    }

    /** For comparing: a UUID is the same in either case (RFC 9562, 4), anything else is as it is written. */
    public static String canonical(String id) {
        return isUuid(id) ? id.toLowerCase(Locale.ROOT) : id;
    }

    public static boolean isUuid(String id) {
        return UUID.matcher(id).matches();
    }
}
