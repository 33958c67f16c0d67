package cobrowse.restclient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BoundedJsonTest {
    private static final BoundedJson JSON = new BoundedJson(Set.of("id", "state", "time"), Set.of("results"));

    @ParameterizedTest
    @ValueSource(strings = {"{\"id\":{\"b\":[1]}}", "[1,[2]]", "{}", "[]", "1e400", "12345678901234567890"})
    void whatIsNotASaneScalarIsLeftOut(String state) {
        assertEquals(
                "{\"state\":{},\"id\":\"1\",\"time\":17}",
                read("{\"state\":" + state + ",\"id\":\"1\",\"new\":{\"id\":1},\"time\":17}"));
    }

    @Test
    void textThatIsFarTooLongIsLeftOut() {
        assertEquals("{\"state\":{},\"id\":\"1\"}", read("{\"state\":\"" + "a".repeat(10_000) + "\",\"id\":\"1\"}"));
    }

    @Test
    void listsOfObjectsAreKept() {
        assertEquals(
                "{\"results\":[{\"id\":\"1\"},{\"id\":\"2\"}]}",
                read(
                        "{\"results\":[{\"id\":\"1\",\"results\":[{}]},7,{\"id\":\"2\",\"other\":[[]]}],\"others\":[{\"id\":3}]}"));
    }

    @Test
    void theLastOfAMemberWrittenTwiceCounts() {
        assertEquals("{\"id\":null}", read("{\"id\":\"1\",\"id\":null}"));
    }

    /** The reader's own limits must not cost what it has read already. */
    @Test
    void whatStandsBeforeAbsurdNestingIsKept() {
        assertEquals(
                "{\"id\":\"1\",\"results\":{}}", read("{\"id\":\"1\",\"results\":[{}],\"new\":" + "[".repeat(100_000)));
    }

    @ParameterizedTest
    @MethodSource("oddities")
    void whatStandsBehindAnOddityIsRead(String value) {
        assertEquals("{\"id\":\"1\"}", read("{\"new\":" + value + ",\"id\":\"1\"}"));
        assertEquals("{\"time\":{},\"id\":\"1\"}", read("{\"time\":" + value + ",\"id\":\"1\"}"));
    }

    static Stream<String> oddities() {
        return Stream.of(
                "[".repeat(20_000) + "]".repeat(20_000),
                "{\"a\":".repeat(5_000) + "1" + "}".repeat(5_000),
                "[" + "1,".repeat(400_000) + "1]",
                "9".repeat(5_000),
                "0." + "9".repeat(5_000),
                "\"" + "a".repeat(900_000) + "\"",
                "{\"" + "a".repeat(900_000) + "\":1}");
    }

    @Test
    void namesThatCollideAreNoEffort() {
        var names = new StringBuilder();
        for (var i = 0; i < 50_000; i++) {
            names.append("\"name-").append(i).append("\":1,");
        }
        assertEquals("{\"id\":\"1\"}", read("{" + names + "\"id\":\"1\"}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "7", "\"all\"", "{\"0\":{}}"})
    void whatIsNoListIsNotTakenForAnEmptyOne(String list) {
        assertEquals(
                false, JSON.read("{\"results\":" + list + "}").path("results").isArray());
        assertEquals(true, JSON.read("{\"results\":" + list + "}").has("results"));
    }

    @Test
    void listThatIsTooLongIsNotTakenForAShorterOne() {
        var list = "{\"id\":\"1\"},".repeat(1_000) + "{\"id\":\"2\"}";
        assertEquals("{\"results\":{}}", read("{\"results\":[" + list + "]}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<h1>", "[1]", "\"text\"", ""})
    void whatIsNotAnObjectIsRefused(String text) {
        assertThrows(CallFailure.Unreadable.class, () -> read(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"id\":\"1\",\"state\":\"cut of", "{\"id\":\"1\",", "{\"id\":\"1\"}garbage"})
    void theStartOfATextThatIsCutOffIsRead(String text) {
        assertEquals("1", JSON.readStart(text).path("id").asText());
    }

    /** A list that breaks off is not taken for a shorter one. */
    @ParameterizedTest
    @ValueSource(strings = {"", "\"new\":", "\"new\":NaN}", "\"new\":\"a\nb\"}", "}", "\"results\":[{\"id\":\"2\"},{"})
    void whatStandsBeforeTheEndOfTheJsonIsKept(String rest) {
        assertEquals("{\"id\":\"1\",\"results\":{}}", read("{\"id\":\"1\"," + rest));
    }

    @Test
    void byteOrderMarkIsPassedOver() {
        assertEquals("{\"id\":\"1\"}", read("\uFEFF{\"id\":\"1\"}"));
    }

    private static String read(String text) {
        return JSON.read(text).toString();
    }
}
