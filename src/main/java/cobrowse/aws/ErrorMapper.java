package cobrowse.aws;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import org.eclipse.microprofile.rest.client.ext.ResponseExceptionMapper;

/** Reads the errors of AWS' JSON protocols: {@code {"__type": "prefix#Name", "message": …}}. */
class ErrorMapper implements ResponseExceptionMapper<AwsFailure> {
    private static final Set<String> TEMPORARY = Set.of(
            "ThrottlingException",
            "ProvisionedThroughputExceededException",
            "RequestLimitExceeded",
            "TransactionConflictException");

    @Override
    public boolean handles(int status, MultivaluedMap<String, Object> headers) {
        return status >= 300;
    }

    @Override
    public AwsFailure toThrowable(Response response) {
        var body = AwsJson.read(response.hasEntity() ? response.readEntity(String.class) : "");
        var type = body.path("__type").asText("HTTP " + response.getStatus()).replaceFirst(".*#", "");
        var message = firstLine(body.path("message").asText(body.path("Message").asText()));
        if (type.equals("ConditionalCheckFailedException")) {
            return new AwsFailure.ConditionFailed(AwsJson.item(body.path("Item")));
        }
        return response.getStatus() >= 500 || TEMPORARY.contains(type)
                ? new AwsFailure.Temporary(type + ": " + message, null)
                : new AwsFailure.Permanent(type, message);
    }

    /** A wrong signature is answered with everything that was signed: the session token would get into the log. */
    private static String firstLine(String message) {
        return message.lines()
                .findFirst()
                .map(line -> line.substring(0, Math.min(line.length(), 200)))
                .orElse("");
    }
}
