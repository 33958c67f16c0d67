package cobrowse.restclient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JacksonException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LenientJsonReaderTest {
    record Answer(String id, String state, Object time) {}

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":{\"b\":[1]}}", "[1,[2]]", "{}", "[]", "null"})
    void textThatIsNoneIsLeftOut(String state) throws IOException {
        var answer = read("{\"state\":" + state + ",\"id\":\"1\",\"new\":{\"a\":1},\"time\":17}");

        assertEquals("1", answer.id());
        assertNull(answer.state());
        assertEquals(17, answer.time());
    }

    @Test
    void numberIsTakenForItsText() throws IOException {
        assertEquals("7", read("{\"id\":7}").id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"<h1>", "[1]", "\"text\"", "{\"id\":", ""})
    void whatIsNoObjectIsRefused(String text) {
        assertThrows(JacksonException.class, () -> read(text));
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Answer read(String text) throws IOException {
        var body = new ByteArrayInputStream(text.getBytes());
        return (Answer) new LenientJsonReader().readFrom((Class) Answer.class, Answer.class, null, null, null, body);
    }
}
