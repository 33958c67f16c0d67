package cobrowse.lambda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The next event is served, or the process ends. */
class PollLoopTest {
    private static final Duration PLENTY = Duration.ofMinutes(1);

    private final RuntimeApi lambda = new RuntimeApi();
    private final CompletableFuture<Integer> ended = new CompletableFuture<>();
    private final CountDownLatch held = new CountDownLatch(1);
    private final CountDownLatch running = new CountDownLatch(1);
    private final PollLoop loop = new PollLoop("http://" + lambda.address(), this::answer, mapper(), this::end);
    private final Thread thread = new Thread(loop);

    PollLoopTest() throws IOException {
        thread.setDaemon(true);
        thread.start();
    }

    @AfterEach
    void close() {
        held.countDown();
        thread.interrupt();
        lambda.close();
    }

    private void end(int status) {
        ended.complete(status);
        Thread.currentThread().interrupt();
    }

    private static ObjectMapper mapper() {
        var mapper = new ObjectMapper();
        new LambdaMapper().customize(mapper);
        return mapper;
    }

    /** The function: says how many members a direct event has, and waits if it is told to. */
    private APIGatewayV2HTTPResponse answer(APIGatewayV2HTTPEvent event, Context context) {
        var request = ((DirectEvent) event).request();
        if (request.has("broken")) {
            throw new OutOfMemoryError();
        }
        if (request.has("held")) {
            running.countDown();
            await(held);
        }
        return new DirectEvent.Response(200, String.valueOf(request.size()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "Lambda-Runtime-Client-Context   | {\"custom\":{\"trace\":{\"id\":\"1\"}}}",
                "Lambda-Runtime-Client-Context   | {\"custom\":[1],\"env\":7,\"client\":[]}",
                "Lambda-Runtime-Client-Context   | no JSON",
                "Lambda-Runtime-Cognito-Identity | {\"cognitoIdentityId\":\"a:1\",\"cognitoIdentityPoolId\":\"a:2\"}",
                "Lambda-Runtime-Cognito-Identity | [",
            })
    void headersThatAreNotReadDoNotMatter(String name, String value) throws Exception {
        var outcome =
                lambda.invoke("{\"a\":\"b\"}", PLENTY, Map.of(name, value)).get(20, TimeUnit.SECONDS);

        assertEquals(new RuntimeApi.Outcome(false, "1"), outcome);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 302, 204, 404, 0})
    void runtimeApiThatIsBrokenEndsTheProcess(int status) throws Exception {
        assertEquals("1", invoke("{\"a\":\"b\"}").payload());
        // The client itself asks again on a connection that was used before and is broken off.
        lambda.failNext(status);
        lambda.failNext(status);

        assertEquals(1, ended.get(20, TimeUnit.SECONDS));
    }

    @Test
    void runtimeApiThatIsGoneEndsTheProcess() throws Exception {
        invoke("{}");
        lambda.close();

        assertEquals(1, ended.get(20, TimeUnit.SECONDS));
    }

    @Test
    void toldToEndWhileItWaitsItEndsAtOnce() throws Exception {
        invoke("{}");
        loop.stop();

        assertEquals(0, ended.get(20, TimeUnit.SECONDS));
    }

    @Test
    void toldToEndItAnswersTheRequestThatRuns() throws Exception {
        var outcome = lambda.invoke("{\"held\":\"\"}", PLENTY);
        await(running);
        loop.stop();
        assertFalse(ended.isDone());
        held.countDown();

        assertEquals("1", outcome.get(20, TimeUnit.SECONDS).payload());
        assertEquals(0, ended.get(20, TimeUnit.SECONDS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "no JSON", "{\"a\":1"})
    void whatIsNoJsonIsRefusedAsARequest(String event) throws Exception {
        var outcome = invoke(event);

        assertTrue(outcome.failed());
        assertEquals("1", invoke("{\"a\":\"b\"}").payload());
    }

    @Test
    void errorOfTheMachineDoesNotStopTheLoop() throws Exception {
        var outcome = invoke("{\"broken\":\"\"}");

        assertTrue(outcome.failed());
        assertTrue(outcome.payload().contains("\"errorType\":\"internal-error\""), outcome.payload());
        assertEquals("1", invoke("{\"a\":\"b\"}").payload());
    }

    /** The header Date says what time it is by the clock that the deadline is by. */
    @ParameterizedTest
    @CsvSource({"0, 10000", "30, 10000", "-30, 10000", "3600, 10000", "30, 0"})
    void deadlineIsByTheClockOfTheRuntimeApi(int secondsApart, int remaining) throws IOException {
        var theirs = System.currentTimeMillis() - secondsApart * 1_000L;
        var next = new Headers(theirs / 1_000 * 1_000, theirs + remaining);

        var left = new Invocation(next).getRemainingTimeInMillis();
        assertTrue(left <= remaining && left >= remaining - 2_000, () -> left + " ms");
    }

    private RuntimeApi.Outcome invoke(String event) throws Exception {
        return lambda.invoke(event, PLENTY).get(20, TimeUnit.SECONDS);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(20, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Of a response that was never sent. */
    private static final class Headers extends HttpURLConnection {
        private final long date;
        private final long deadline;

        Headers(long date, long deadline) {
            super(null);
            this.date = date;
            this.deadline = deadline;
        }

        @Override
        public long getDate() {
            return date;
        }

        @Override
        public String getHeaderField(String name) {
            return name.equals("Lambda-Runtime-Deadline-Ms") ? String.valueOf(deadline) : null;
        }

        @Override
        public void connect() {}

        @Override
        public void disconnect() {}

        @Override
        public boolean usingProxy() {
            return false;
        }
    }
}
