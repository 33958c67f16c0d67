package cobrowse.api;

import cobrowse.failure.InvalidRequest;
import cobrowse.failure.InvalidRequest.Violation;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import jakarta.inject.Singleton;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Reads requests strictly: one JSON object, each member once, every value a string. */
@Singleton
public class RequestReader {
    public static final String NOT_AN_OBJECT = "must be one JSON object with each member once";

    private final ObjectReader json;

    RequestReader(ObjectMapper mapper) {
        json = mapper.reader()
                .with(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    /**
     * Reads the event's own body: HTTP's comes in pieces, for each of which the event loop would be asked and waited for.
     *
     * @return the members by name, empty where they are {@code null}
     */
    Map<String, Optional<String>> read(APIGatewayV2HTTPEvent event) {
        try {
            return members(tree(event));
        } catch (JsonProcessingException | CharConversionException e) {
            throw new InvalidRequest("body", NOT_AN_OBJECT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Text is read where it is: a copy of some megabytes may be one too many for the heap. */
    private JsonNode tree(APIGatewayV2HTTPEvent event) throws IOException {
        var body = Objects.requireNonNullElse(event.getBody(), "");
        if (event.getIsBase64Encoded()) {
            return json.readTree(Base64.getDecoder().decode(body));
        }
        // The byte order mark may be ignored (RFC 8259, 8.1), and is where Jackson reads bytes.
        return json.readTree(body.startsWith("\uFEFF") ? body.substring(1) : body);
    }

    public Map<String, Optional<String>> members(JsonNode body) {
        if (!body.isObject()) {
            throw new InvalidRequest("body", NOT_AN_OBJECT);
        }
        var members = new LinkedHashMap<String, Optional<String>>();
        var violations = new ArrayList<Violation>();
        body.fields().forEachRemaining(member -> {
            var value = member.getValue();
            if (value.isTextual() || value.isNull()) {
                members.put(member.getKey(), Optional.ofNullable(value.textValue()));
            } else {
                violations.add(new Violation(member.getKey(), "must be a string"));
            }
        });
        if (!violations.isEmpty()) {
            throw new InvalidRequest(violations);
        }
        return members;
    }
}
