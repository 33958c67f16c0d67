package cobrowse.aws;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** The value of an item's attribute: a string or a number; the other one is {@code null}. */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Attribute(
        @JsonProperty("S") String s, @JsonProperty("N") String n) {

    public static Attribute of(String s) {
        return new Attribute(s, null);
    }

    public static Attribute of(long n) {
        return new Attribute(null, Long.toString(n));
    }
}
