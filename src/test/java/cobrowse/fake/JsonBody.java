package cobrowse.fake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.hamcrest.FeatureMatcher;
import org.hamcrest.Matcher;

/**
 * Members of a JSON body by their path: {@code code}, {@code genesys.code}, {@code violations[0].field}, or
 * {@code violations.field} for a list of all. REST Assured's own paths are Groovy scripts, which it compiles each time.
 */
public final class JsonBody {
    private static final ObjectMapper JSON = new ObjectMapper();

    private JsonBody() {}

    /** To stand in REST Assured's {@code body}. */
    @SuppressWarnings("unchecked")
    public static Matcher<String> member(String path, Matcher<?> value) {
        return new FeatureMatcher<>((Matcher<Object>) value, path, path) {
            @Override
            protected Object featureValueOf(String json) {
                return member(json, path);
            }
        };
    }

    public static <T> T member(Response response, String path) {
        return member(response.asString(), path);
    }

    /** {@code null} where there is none. */
    @SuppressWarnings("unchecked")
    public static <T> T member(String json, String path) {
        try {
            var value = JSON.readValue(json, Object.class);
            for (var name : path.split("[.\\[]")) {
                value = step(value, name);
            }
            return (T) value;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }

    private static Object step(Object value, String name) {
        if (value instanceof List<?> list) {
            return name.endsWith("]")
                    ? list.get(Integer.parseInt(name.substring(0, name.length() - 1)))
                    : list.stream().map(each -> step(each, name)).toList();
        }
        return value instanceof Map<?, ?> members ? members.get(name) : null;
    }
}
