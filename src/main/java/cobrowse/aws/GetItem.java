package cobrowse.aws;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Map;

/** Reads a whole item as it was last written. */
@RegisterForReflection
public record GetItem(
        @JsonProperty("TableName") String tableName,
        @JsonProperty("Key") Map<String, Attribute> key,
        @JsonProperty("ConsistentRead") boolean consistentRead) {
    public static GetItem of(String tableName, Map<String, Attribute> key) {
        return new GetItem(tableName, key, true);
    }
}
