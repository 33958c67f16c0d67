package cobrowse.api;

import cobrowse.failure.Code;
import cobrowse.failure.Failure;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.quarkus.amazon.lambda.runtime.FunctionError;
import java.io.IOException;

/** The poll loop names the exception's class as {@code errorType}; callers are told the problem's code instead. */
class FunctionErrorWriter extends JsonSerializer<FunctionError> {
    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new Jdk8Module());
    private static final Failure UNREADABLE =
            new Failure(Code.INTERNAL_ERROR, "The event cannot be read, or its answer cannot be written.");

    @Override
    public void serialize(FunctionError error, JsonGenerator json, SerializerProvider provider) throws IOException {
        var expected = DirectFailure.class.getName().equals(error.getErrorType());
        var problem = expected ? error.getErrorMessage() : JSON.writeValueAsString(Problem.of(UNREADABLE, ""));
        json.writeStartObject();
        json.writeStringField("errorType", JSON.readTree(problem).path("code").asText());
        json.writeStringField("errorMessage", problem);
        json.writeEndObject();
    }
}
