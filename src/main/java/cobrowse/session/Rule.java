package cobrowse.session;

import cobrowse.failure.InvalidRequest;
import java.util.regex.Pattern;

/** What the text of a member must look like. */
record Rule(Pattern pattern, String message) {
    static final Rule ID = new Rule("[A-Za-z0-9_-]{1,64}", "must be 1 to 64 letters, digits, - or _");

    /** A session's id, or its join code. */
    static final Rule SESSION_ID = new Rule(
            "(?!\\.{1,2}$)[A-Za-z0-9._:~-]{1,128}", "must be 1 to 128 letters, digits, - _ . : or ~, and not . or ..");

    static final Rule EMAIL = new Rule("[^\\s@\\p{Cntrl}]{1,64}@[^\\s@\\p{Cntrl}]{1,255}", "must be an e-mail address");

    Rule(String pattern, String message) {
        this(Pattern.compile(pattern), message);
    }

    boolean allows(String value) {
        return pattern.matcher(value).matches();
    }

    /** @throws InvalidRequest naming the field, if the value breaks this rule */
    String require(String field, String value) {
        if (!allows(value)) {
            throw new InvalidRequest(field, message);
        }
        return value;
    }
}
