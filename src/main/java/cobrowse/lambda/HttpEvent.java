package cobrowse.lambda;

import cobrowse.api.CobrowseSessionsResource;
import cobrowse.api.Frame;
import cobrowse.api.HttpRequest;
import cobrowse.caller.Caller;
import cobrowse.failure.InvalidRequest;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A request through API Gateway or a function URL: payload formats 2.0 and 1.0 say the same in other words. The extension,
 * which turns it into HTTP/1.1 word for word, is told only what fits there and is of use.
 */
class HttpEvent extends APIGatewayV2HTTPEvent {
    /** Everything else is read here, or by nobody; and some speaks of a connection that is not there. */
    private static final Set<String> OF_USE = Set.of("Accept", "Content-Type");

    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private static final Pattern UNFIT_FOR_A_URI =
            Pattern.compile("[^A-Za-z0-9._~!$&'()*+,;=:@/%-]|%(?![0-9A-Fa-f]{2})");

    private final transient JsonNode event;
    private final transient JsonNode context;
    private final transient boolean isFormat1;
    private final transient Map<String, String> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    HttpEvent(JsonNode event) {
        this.event = event;
        context = event.path("requestContext");
        isFormat1 = !context.has("http");
        event.path("headers")
                .forEachEntry((name, value) -> texts(value).findFirst().ifPresent(text -> fields.put(name, text)));
        event.path("multiValueHeaders")
                .forEachEntry((name, values) -> fields.put(name, texts(values).collect(Collectors.joining(","))));
    }

    /** Not if the event is of another service, or has the members of a request, but not their types. */
    static boolean isOne(JsonNode event) {
        var context = event.path("requestContext");
        var isRequest = context.at("/http/method").isTextual()
                || event.path("httpMethod").isTextual() && event.path("path").isTextual() && !context.has("elb");
        // An authorizer is asked about a request with the members of one.
        var isQuestion = event.has("routeArn") || event.has("methodArn");
        var headers = event.path("headers");
        var body = event.path("body");
        return isRequest
                && !isQuestion
                && (headers.isObject() || headers.isNull() || headers.isMissingNode())
                && (body.isTextual() || body.isNull() || body.isMissingNode());
    }

    Optional<String> correlationId() {
        return Optional.ofNullable(fields.get(Frame.CORRELATION_ID));
    }

    Optional<String> requestId() {
        return Optional.ofNullable(context.path("requestId").textValue());
    }

    /**
     * Reads it, and fills in what the extension is told.
     *
     * @throws InvalidRequest naming what could not stand in a request over HTTP
     */
    HttpRequest read() {
        var method = isFormat1 ? event.path("httpMethod") : context.at("/http/method");
        require("method", TOKEN.matcher(method.asText()).matches(), "must be one of HTTP");
        fields.forEach((name, value) -> requireShort(name, name.length() + value.length()));
        var whole = path();
        requireShort("path", whole.length());
        var query = isFormat1 ? query() : event.path("rawQueryString").asText("");
        requireShort("query", query.length());
        var at = Math.max(0, ours(whole));
        var id = whole.indexOf('/', at + CobrowseSessionsResource.PATH.length());
        require(id > 0 && whole.indexOf(';', id) > 0 ? "id" : "path", whole.indexOf(';') < 0, "must not have a ;");

        setRawPath(encode(whole.substring(at)));
        setRawQueryString(encode(query));
        setHeaders(OF_USE.stream()
                .filter(fields::containsKey)
                .collect(Collectors.toMap(
                        name -> name, name -> CONTROL.matcher(fields.get(name)).replaceAll("?"))));
        setRequestContext(RequestContext.builder()
                .withHttp(RequestContext.Http.builder()
                        .withMethod(method.asText())
                        .build())
                .build());
        return new HttpRequest(
                encode(whole.substring(0, at)),
                fields,
                event.path("body").textValue(),
                event.path("isBase64Encoded").asBoolean(),
                caller());
    }

    /** API Gateway takes no longer headers, nor a longer path and query. */
    private static void requireShort(String name, int length) {
        require(name, length <= 8_192, "must not be longer than 8 KiB");
    }

    private static void require(String name, boolean right, String message) {
        if (!right) {
            throw new InvalidRequest(name, message);
        }
    }

    /** With one slash in front: two would make a host of what follows. */
    private String path() {
        var path = (isFormat1 ? context.path("path") : event.path("rawPath")).asText("");
        if (isFormat1 && ours(path) < 0) {
            path = event.path("path").asText("");
        }
        return "/" + path.replaceFirst("^/+", "");
    }

    /** @return where our own path begins, −1 if nowhere */
    private static int ours(String path) {
        var at = path.lastIndexOf(CobrowseSessionsResource.PATH);
        var end = at + CobrowseSessionsResource.PATH.length();
        return at >= 0 && (end == path.length() || path.charAt(end) == '/') ? at : -1;
    }

    /** API Gateway hands the parameters over decoded. */
    private String query() {
        var query = new StringJoiner("&");
        var multiple = event.path("multiValueQueryStringParameters");
        var parameters = multiple.isObject() ? multiple : event.path("queryStringParameters");
        parameters.forEachEntry((name, values) -> texts(values)
                .forEach(value -> query.add(URLEncoder.encode(name, StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(value, StandardCharsets.UTF_8))));
        return query.toString();
    }

    /** API Gateway hands the path over decoded. */
    private static String encode(String text) {
        return UNFIT_FOR_A_URI.matcher(text).replaceAll(unfit -> {
            // Of a form, where a blank is a plus.
            return URLEncoder.encode(unfit.group(), StandardCharsets.UTF_8).replace("+", "%20");
        });
    }

    /** What an authorizer says: one of tokens in its claims, or else a function in its context. */
    private Caller caller() {
        var authorizer = context.path("authorizer");
        var ofTokens = isFormat1 ? authorizer : authorizer.path("jwt");
        if (ofTokens.path("claims").isObject()) {
            return Caller.web(
                    claims(ofTokens.path("claims")),
                    texts(ofTokens.path("scopes")).collect(Collectors.toSet()));
        }
        return Caller.web(claims(isFormat1 ? authorizer : authorizer.path("lambda")), Set.of());
    }

    private static Map<String, String> claims(JsonNode verified) {
        var claims = new HashMap<String, String>();
        verified.forEachEntry((name, value) -> {
            // A list as API Gateway itself writes one; nothing of an object or null.
            var text = value.isArray()
                    ? texts(value).collect(Collectors.joining(" ", "[", "]"))
                    : texts(value).findFirst().orElse("");
            // A token is no longer, for it comes in a header.
            requireShort(name, text.length());
            claims.put(name, text);
        });
        return claims;
    }

    /** Those in a list, or the one that a value is. */
    private static Stream<String> texts(JsonNode value) {
        var values = value.isArray() ? StreamSupport.stream(value.spliterator(), false) : Stream.of(value);
        return values.filter(one -> one.isValueNode() && !one.isNull()).map(JsonNode::asText);
    }
}
