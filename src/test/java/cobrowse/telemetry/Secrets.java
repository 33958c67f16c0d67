package cobrowse.telemetry;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** What must not be seen: each a text that stands for one kind of secret, and nowhere else. */
final class Secrets {
    static final String CLIENT_SECRET = "hidden-client-word";
    static final String ACCESS_TOKEN = "hidden-access-word";
    static final String SESSION_TOKEN = "hidden-session-word";
    static final String AWS_KEY = "hidden-aws-word";
    static final String EMAIL = "hidden.person@example.com";
    static final String JOIN_LINK = "https://join.example/hidden-link";
    static final String JOIN_CODE = "hidden-join-code";

    /** Also as they are sent: in a form, in a query, as HTTP's basic authentication. */
    static final List<String> ALL = List.of(
            "hidden",
            "HIDDEN",
            EMAIL,
            "person%40example.com",
            "Bearer ",
            "Basic ",
            Base64.getEncoder().encodeToString(("fake:" + CLIENT_SECRET).getBytes(StandardCharsets.UTF_8)));

    private Secrets() {}
}
