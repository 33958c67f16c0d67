package cobrowse.aws;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Map;

/** Deletes an item where a condition holds. */
@RegisterForReflection
public record DeleteItem(
        @JsonProperty("TableName") String tableName,
        @JsonProperty("Key") Map<String, Attribute> key,
        @JsonProperty("ConditionExpression") String conditionExpression,
        @JsonProperty("ExpressionAttributeNames") Map<String, String> expressionAttributeNames,
        @JsonProperty("ExpressionAttributeValues") Map<String, Attribute> expressionAttributeValues) {}
