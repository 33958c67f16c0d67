package cobrowse.lambda;

import cobrowse.caller.Caller;
import cobrowse.failure.InvalidRequest;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What an authorizer says of the caller: one of tokens in its claims, or else a function in its context. */
final class Claims {
    private Claims() {}

    /** @throws InvalidRequest naming a claim that is too long */
    static Caller caller(JsonNode authorizer, boolean isFormat1) {
        var ofTokens = isFormat1 ? authorizer : authorizer.path("jwt");
        if (ofTokens.path("claims").isObject()) {
            return Caller.web(
                    texts(ofTokens.path("claims")),
                    scalars(ofTokens.path("scopes")).collect(Collectors.toSet()));
        }
        return Caller.web(texts(isFormat1 ? authorizer : authorizer.path("lambda")), Set.of());
    }

    private static Map<String, String> texts(JsonNode claims) {
        var texts = new HashMap<String, String>();
        claims.forEachEntry((name, value) -> {
            var text = text(value);
            // A token is no longer, for it comes in a header.
            HttpEvent.requireShort(name, text.length());
            texts.put(name, text);
        });
        return texts;
    }

    /** A list as API Gateway itself writes one; nothing of an object or {@code null}. */
    private static String text(JsonNode value) {
        return value.isArray()
                ? scalars(value).collect(Collectors.joining(" ", "[", "]"))
                : scalars(value).findFirst().orElse("");
    }

    /** The texts in a list, or the one that a value is. */
    static Stream<String> scalars(JsonNode value) {
        var values = value.isArray() ? StreamSupport.stream(value.spliterator(), false) : Stream.of(value);
        return values.filter(one -> one.isValueNode() && !one.isNull()).map(JsonNode::asText);
    }
}
