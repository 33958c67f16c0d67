package cobrowse.genesys;

import cobrowse.failure.GenesysFailure.Upstream;
import cobrowse.restclient.BoundedJson;
import cobrowse.restclient.ErrorBody;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.rest.client.ext.ResponseExceptionMapper;

/**
 * Reads what Genesys says of an error: the API's {@code {code, contextId, message, …}}, the token endpoint's
 * {@code {error, error_description}}, or nothing where a gateway answered. Only what has the shape of a name is kept. This
 * runs on the event loop, so each pattern reads its text once, without going back.
 */
class ErrorResponseMapper implements ResponseExceptionMapper<ErrorResponse> {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._:-]{1,128}");
    private static final Pattern PERMISSION =
            Pattern.compile("(?<![a-zA-Z])[a-zA-Z]{1,64}+:[a-zA-Z*]{1,64}+:[a-zA-Z*]{1,64}+(?![a-zA-Z*:])");
    private static final int MOST_PERMISSIONS = 10;
    private static final BoundedJson JSON =
            new BoundedJson(Set.of("code", "error", "contextId", "error_description", "description"), Set.of());

    private final Clock clock;
    private final boolean oauth;

    /** @param oauth whether the errors are those of the token endpoint */
    ErrorResponseMapper(Clock clock, boolean oauth) {
        this.clock = clock;
        this.oauth = oauth;
    }

    @Override
    public boolean handles(int status, MultivaluedMap<String, Object> headers) {
        return status >= 300;
    }

    @Override
    public ErrorResponse toThrowable(Response response) {
        var status = response.getStatus();
        var text = ErrorBody.startOf(response);
        var body = JSON.readStart(text);
        var code = name(body.path("code").asText())
                .or(() -> name(body.path("error").asText()));
        var correlationId = header(response, "ININ-Correlation-Id")
                .or(() -> header(response, "Genesys-Correlation-Id"))
                .flatMap(ErrorResponseMapper::name)
                .or(() -> name(body.path("contextId").asText()));
        // Genesys says in ordinary responses, too, when its count begins anew.
        var reset = status == 429 ? header(response, "inin-ratelimit-reset") : Optional.<String>empty();
        var wait = RetryAfter.of(header(response, "Retry-After"), reset, clock.instant());
        var limitsLogins = oauth
                && (status == 429
                        || Stream.of("error", "error_description", "description")
                                .anyMatch(member ->
                                        speaksOfARateLimit(body.path(member).asText())));
        return ErrorResponse.of(new ErrorResponse.Details(
                new Upstream(status, code, correlationId),
                wait,
                status == 403 ? permissions(text) : List.of(),
                limitsLogins));
    }

    private static Optional<String> header(Response response, String name) {
        return Optional.ofNullable(response.getHeaderString(name));
    }

    private static Optional<String> name(String text) {
        return Optional.of(text).filter(NAME.asMatchPredicate());
    }

    private static boolean speaksOfARateLimit(String text) {
        var letters = text.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        return letters.contains("ratelimit") || letters.contains("toomanyrequests");
    }

    private static List<String> permissions(String text) {
        return PERMISSION
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .distinct()
                .limit(MOST_PERMISSIONS)
                .toList();
    }
}
