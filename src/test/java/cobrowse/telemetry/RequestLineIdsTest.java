package cobrowse.telemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who and whose stands in the line, but no e-mail address. */
class RequestLineIdsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"alice@example.com", "auth0|alice@example.com", "alice%40example.com", "alice\uFF20example.com"})
    void addressIsNoId(String address) throws JsonProcessingException {
        assertFalse(line(line -> line.id("userId", address)).has("userId"));

        var subject = line(line -> line.subject(address)).path("subject").asText();
        assertFalse(subject.contains("alice"), subject);
        assertEquals(
                subject, line(line -> line.subject(address)).path("subject").asText());
        assertNotEquals(
                subject,
                line(line -> line.subject("bob@example.com")).path("subject").asText());
    }

    @Test
    void longSubjectsStayApart() throws JsonProcessingException {
        var one = line(line -> line.subject("a".repeat(200) + "1")).path("subject");
        var other = line(line -> line.subject("a".repeat(200) + "2")).path("subject");
        assertNotEquals(one, other);
    }

    @Test
    void whatIsNoAddressIsWrittenAsItIs() throws JsonProcessingException {
        assertEquals(
                "auth0|4711",
                line(line -> line.subject("auth0|4711")).path("subject").asText());
        assertEquals(
                "user-1",
                line(line -> line.id("userId", "user-1")).path("userId").asText());
    }

    @ParameterizedTest
    @CsvSource({"true, true, 0", "true, false, 0", "false, true, 0", "false, false, 1"})
    void whatNobodyCouldJoinCounts(boolean fetched, boolean joinable, int unjoinable) throws JsonProcessingException {
        var line = line(started -> {
            started.put("fetched", fetched);
            started.put("joinable", joinable);
        });
        assertEquals(unjoinable, line.path("unjoinable").asInt());
    }

    @Test
    void requestThatStartedNothingIsNotUnjoinable() throws JsonProcessingException {
        assertEquals(0, line(line -> {}).path("unjoinable").asInt(-1));
    }

    private static JsonNode line(Consumer<RequestLine> request) throws JsonProcessingException {
        var line = new RequestLine();
        request.accept(line);
        return new ObjectMapper().readTree(line.json(201, List.of()));
    }
}
