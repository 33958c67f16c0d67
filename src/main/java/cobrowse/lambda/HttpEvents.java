package cobrowse.lambda;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads events of an HTTP API, and makes them fit for the extension, which turns them into HTTP/1.1 word for word. */
final class HttpEvents {
    /** They speak of a connection that is not there; {@code Expect} would even be answered before the request is. */
    private static final Set<String> OF_THE_CONNECTION = Set.of(
            "connection",
            "content-length",
            "expect",
            "host",
            "keep-alive",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade");

    /** RFC 9110, 5.6.2. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\t]]");

    /** What is no text stays none: nobody shall take it for a key, say. */
    private static final String REPLACEMENT = "\uFFFD";

    private static final Pattern UNFIT_FOR_A_URI =
            Pattern.compile("[^A-Za-z0-9._~!$&'()*+,;=:@/%-]|%(?![0-9A-Fa-f]{2})");

    private HttpEvents() {}

    /** @return whether it could be made fit: not if it says that its body is Base64, and it is not */
    static boolean normalize(APIGatewayV2HTTPEvent event) {
        var headers = new HashMap<String, String>();
        Optional.ofNullable(event.getHeaders()).orElse(Map.of()).forEach((name, value) -> {
            if (value != null
                    && NAME.matcher(name).matches()
                    && !OF_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
                headers.put(name, CONTROL.matcher(value).replaceAll(REPLACEMENT));
            }
        });
        event.setHeaders(headers);
        // Nobody here reads them.
        event.setCookies(null);
        var path = Optional.ofNullable(event.getRawPath()).orElse("");
        // API Gateway hands the path over decoded.
        event.setRawPath(encode(path.startsWith("/") ? path : "/" + path));
        event.setRawQueryString(
                encode(Optional.ofNullable(event.getRawQueryString()).orElse("")));
        return !event.getIsBase64Encoded() || isBase64(event.getBody());
    }

    private static String encode(String text) {
        return UNFIT_FOR_A_URI.matcher(text).replaceAll(match -> {
            var encoded = new StringBuilder();
            for (var octet : match.group().getBytes(StandardCharsets.UTF_8)) {
                encoded.append(String.format("%%%02X", octet));
            }
            return Matcher.quoteReplacement(encoded.toString());
        });
    }

    private static boolean isBase64(String body) {
        try {
            return body == null || Base64.getDecoder().decode(body) != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
