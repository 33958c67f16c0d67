package cobrowse.genesys;

import cobrowse.failure.Failure;
import cobrowse.restclient.CallFailure;
import cobrowse.telemetry.RequestRecord;
import cobrowse.telemetry.UpstreamCall;
import cobrowse.time.Deadline;
import cobrowse.token.PooledToken;
import cobrowse.token.Token;
import jakarta.inject.Singleton;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/**
 * Makes each call with a token. One that is rejected is renewed once and the call replayed once, since a 401 proves that
 * nothing was processed; one of a pool that is throttled is left alone, and the call made with another.
 */
@Singleton
class AuthorizedCalls {
    /** Whoever is turned away that often by one token after the other does not ask any more of them. */
    private static final int MOST_THROTTLED = 10;

    private final Tokens tokens;
    private final Deadline deadline;
    private final RequestRecord record;

    AuthorizedCalls(Tokens tokens, Deadline deadline, RequestRecord record) {
        this.tokens = tokens;
        this.deadline = deadline;
        this.record = record;
    }

    /**
     * @param request sends it with the token, as often as its policy says
     * @throws Failure that is fit for the caller
     */
    <T> T make(GenesysCall call, BiFunction<Token, UpstreamCall, T> request) {
        var held = token();
        var made = record.begin(call.label);
        var renewed = false;
        for (var throttled = 1; ; held = token()) {
            try {
                return make(call, request, held.token(), made);
            } catch (ErrorResponse.Unauthorized e) {
                if (renewed) {
                    throw FailureTranslator.translate(e, call);
                }
                renewed = true;
                tokens.drop(held);
            } catch (ErrorResponse.Throttled e) {
                // 429 as well: nothing was processed.
                if (!held.isShared() || throttled++ == MOST_THROTTLED) {
                    throw FailureTranslator.translate(e, call);
                }
                tokens.rest(held, e.details.retryAfter().orElse(Backoff.THROTTLED));
            } catch (RuntimeException e) {
                throw FailureTranslator.translate(e, call);
            }
        }
    }

    /** Asks for the time before the circuit is asked, to which a call that was not begun would look like a success. */
    private <T> T make(GenesysCall call, BiFunction<Token, UpstreamCall, T> request, Token token, UpstreamCall made) {
        if (call.starts ? !deadline.allowsStart() : deadline.isOver()) {
            throw new CallFailure.DeadlineExceeded();
        }
        try {
            return request.apply(token, made);
        } finally {
            made.end();
        }
    }

    /** @throws Failure without a token */
    void logIn() {
        translated(() -> {
            tokens.warmUp();
            return null;
        });
    }

    private PooledToken token() {
        return translated(tokens::current);
    }

    private static <T> T translated(Supplier<T> tokens) {
        try {
            return tokens.get();
        } catch (RuntimeException e) {
            throw FailureTranslator.translate(e, GenesysCall.TOKEN);
        }
    }
}
