package cobrowse.aws;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Map;

/** Writes a whole item where a condition holds. */
@RegisterForReflection
public record PutItem(
        @JsonProperty("TableName") String tableName,
        @JsonProperty("Item") Map<String, Attribute> item,
        @JsonProperty("ConditionExpression") String conditionExpression,
        @JsonProperty("ExpressionAttributeNames") Map<String, String> expressionAttributeNames,
        @JsonProperty("ExpressionAttributeValues") Map<String, Attribute> expressionAttributeValues) {

    /** So that {@link AwsFailure.ConditionFailed} tells what is there instead. */
    @JsonProperty("ReturnValuesOnConditionCheckFailure")
    public String returnValuesOnConditionCheckFailure() {
        return "ALL_OLD";
    }
}
