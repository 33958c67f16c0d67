package cobrowse.genesys;

import cobrowse.failure.GenesysFailure.Upstream;
import cobrowse.restclient.ErrorBody;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.rest.client.ext.ResponseExceptionMapper;

/**
 * Reads what Genesys says of an error: the API's {@code {code, contextId, message, …}}, the token endpoint's
 * {@code {error}}, or nothing where a gateway answered. Only what has the shape of a name is taken over.
 */
class ErrorResponseMapper implements ResponseExceptionMapper<ErrorResponse> {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._:-]{1,128}");
    private static final Pattern PERMISSION = Pattern.compile("[a-zA-Z]+:[a-zA-Z*]+:[a-zA-Z*]+");

    private final Clock clock;

    ErrorResponseMapper(Clock clock) {
        this.clock = clock;
    }

    @Override
    public boolean handles(int status, MultivaluedMap<String, Object> headers) {
        return status >= 300;
    }

    @Override
    public ErrorResponse toThrowable(Response response) {
        var body = ErrorBody.of(response);
        var code = name(body.path("code").asText())
                .or(() -> name(body.path("error").asText()));
        var correlationId = header(response, "ININ-Correlation-Id")
                .or(() -> header(response, "Genesys-Correlation-Id"))
                .flatMap(ErrorResponseMapper::name)
                .or(() -> name(body.path("contextId").asText()));
        // Genesys says in ordinary answers, too, when its count begins anew.
        var reset = response.getStatus() == 429 ? header(response, "inin-ratelimit-reset") : Optional.<String>empty();
        var wait = RetryAfter.of(header(response, "Retry-After"), reset, clock.instant());
        return ErrorResponse.of(new ErrorResponse.Answer(
                new Upstream(response.getStatus(), code, correlationId),
                wait,
                response.getStatus() == 403 ? permissions(body) : List.of()));
    }

    private static Optional<String> header(Response response, String name) {
        return Optional.ofNullable(response.getHeaderString(name));
    }

    private static Optional<String> name(String text) {
        return Optional.of(text).filter(NAME.asMatchPredicate());
    }

    private static List<String> permissions(JsonNode body) {
        return Stream.of(body.path("message"), body.path("messageParams"))
                .flatMap(node -> PERMISSION
                        .matcher(node.isTextual() ? node.asText() : node.toString())
                        .results())
                .map(MatchResult::group)
                .distinct()
                .limit(10)
                .toList();
    }
}
