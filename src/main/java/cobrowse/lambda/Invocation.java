package cobrowse.lambda;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.quarkus.amazon.lambda.runtime.AmazonLambdaContext;
import java.io.IOException;
import java.net.HttpURLConnection;

/** The headers that come with an event; a client context and an identity are not read, whatever they hold. */
final class Invocation extends AmazonLambdaContext {
    private static final ObjectReader UNREAD = new Unread(new ObjectMapper());
    private static final int MAX_CLOCK_SKEW_MILLIS = 2_000;

    private final int remainingMillis;

    Invocation(HttpURLConnection next) throws IOException {
        super(next, UNREAD, UNREAD);
        var deadline = next.getHeaderFieldLong("Lambda-Runtime-Deadline-Ms", Long.MAX_VALUE);
        remainingMillis = (int) Math.max(0, Math.min(deadline - now(next.getDate()), Integer.MAX_VALUE));
    }

    /** The deadline is by the Runtime API's clock, of which the header Date has whole seconds: this machine's may be another. */
    private static long now(long date) {
        var now = System.currentTimeMillis();
        return date > 0 && Math.abs(now - date) > MAX_CLOCK_SKEW_MILLIS ? date + 999 : now;
    }

    @Override
    public int getRemainingTimeInMillis() {
        return remainingMillis;
    }

    private static final class Unread extends ObjectReader {
        Unread(ObjectMapper mapper) {
            super(mapper, mapper.getDeserializationConfig());
        }

        @Override
        public <T> T readValue(String json) {
            return null;
        }
    }
}
