package cobrowse.restclient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JacksonException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoundedJsonTest {
    private static final BoundedJson JSON = new BoundedJson(Set.of("id", "state", "time"), Set.of("results"));

    @ParameterizedTest
    @ValueSource(strings = {"{\"id\":{\"b\":[1]}}", "[1,[2]]", "{}", "[]", "1e400", "12345678901234567890"})
    void whatIsNotASaneScalarIsLeftOut(String state) throws IOException {
        assertEquals(
                "{\"state\":{},\"id\":\"1\",\"time\":17}",
                read("{\"state\":" + state + ",\"id\":\"1\",\"new\":{\"id\":1},\"time\":17}"));
    }

    @Test
    void textThatIsFarTooLongIsLeftOut() throws IOException {
        assertEquals("{\"state\":{},\"id\":\"1\"}", read("{\"state\":\"" + "a".repeat(10_000) + "\",\"id\":\"1\"}"));
    }

    @Test
    void listsOfObjectsAreKept() throws IOException {
        assertEquals(
                "{\"results\":[{\"id\":\"1\"},{\"id\":\"2\"}]}",
                read(
                        "{\"results\":[{\"id\":\"1\",\"results\":[{}]},7,{\"id\":\"2\",\"other\":[[]]}],\"others\":[{\"id\":3}]}"));
    }

    @Test
    void theLastOfAMemberWrittenTwiceCounts() throws IOException {
        assertEquals("{\"id\":null}", read("{\"id\":\"1\",\"id\":null}"));
    }

    /** The reader's own limits must not cost what it has read already. */
    @Test
    void whatStandsBeforeAbsurdNestingIsKept() throws IOException {
        assertEquals("{\"id\":\"1\"}", read("{\"id\":\"1\",\"new\":" + "[".repeat(100_000)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<h1>", "[1]", "\"text\"", "{\"id\":", ""})
    void whatIsNotAnObjectIsRefused(String text) {
        assertThrows(JacksonException.class, () -> read(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"id\":\"1\",\"state\":\"cut of", "{\"id\":\"1\",", "{\"id\":\"1\"}garbage"})
    void theStartOfATextThatIsCutOffIsRead(String text) {
        assertEquals("1", JSON.readStart(text).path("id").asText());
    }

    private static String read(String text) throws IOException {
        return JSON.read(new ByteArrayInputStream(text.getBytes())).toString();
    }
}
