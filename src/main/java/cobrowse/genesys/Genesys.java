package cobrowse.genesys;

import cobrowse.failure.Failure;
import cobrowse.genesys.GenesysApi.NewSession;
import cobrowse.restclient.CallFailure;
import cobrowse.time.Deadline;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Genesys Cloud, as far as this function needs it. Every call is made with the token of this container; a token that is
 * rejected is renewed once and the call replayed once, since a 401 proves that nothing was processed.
 *
 * <p>All methods throw a {@link Failure} that is fit for the caller.
 */
@Singleton
public class Genesys {
    private final Tokens tokens;
    private final Reads reads;
    private final Starts starts;
    private final GenesysSettings settings;
    private final Deadline deadline;

    Genesys(Tokens tokens, Reads reads, Starts starts, GenesysSettings settings, Deadline deadline) {
        this.tokens = tokens;
        this.reads = reads;
        this.starts = starts;
        this.settings = settings;
        this.deadline = deadline;
    }

    /** Fetches a token if there is none, so that the next call need not. */
    public void logIn() {
        token();
    }

    /** The users that Genesys lists for an address: not certainly all of them have it. */
    public List<GenesysUser> usersWithEmail(String email) {
        return call(
                GenesysCall.FIND_USER,
                token -> settings.userListing ? reads.listUsers(token, email) : reads.searchUsers(token, email));
    }

    /**
     * Tutorial contract.
     *
     * @param type {@code standard} or {@code remote}
     */
    public CobrowseSession startWithUser(String userId, Optional<String> initiatorId, String type) {
        var session = new NewSession(userId, initiatorId.orElse(null), type);
        return call(GenesysCall.START_WITH_USER, token -> starts.withUser(token, session));
    }

    /** Platform contract. */
    public CobrowseSession startInConversation(String conversationId) {
        return call(GenesysCall.START_IN_CONVERSATION, token -> starts.inConversation(token, conversationId));
    }

    /** Tutorial contract. */
    public CobrowseSession fetch(String id) {
        return call(GenesysCall.FETCH, token -> reads.session(token, id));
    }

    /**
     * Platform contract.
     *
     * @param id a session's, or its join code
     */
    public CobrowseSession fetch(String id, String deploymentId) {
        return call(GenesysCall.FETCH_OF_DEPLOYMENT, token -> reads.sessionOfDeployment(token, deploymentId, id));
    }

    private <T> T call(GenesysCall step, Function<Token, T> call) {
        var token = token();
        try {
            return begin(step, call, token);
        } catch (ErrorResponse.Unauthorized e) {
            tokens.drop(token);
        } catch (RuntimeException e) {
            throw FailureTranslator.translate(e, step);
        }
        var renewed = token();
        try {
            return begin(step, call, renewed);
        } catch (RuntimeException e) {
            throw FailureTranslator.translate(e, step);
        }
    }

    /** Asks for the time before the circuit is asked, to which a call that was not begun would look like a success. */
    private <T> T begin(GenesysCall step, Function<Token, T> call, Token token) {
        var enough = step.starts ? deadline.allows(Duration.ZERO) : !deadline.isOver();
        if (!enough) {
            throw new CallFailure.DeadlineExceeded();
        }
        return call.apply(token);
    }

    private Token token() {
        try {
            return tokens.current();
        } catch (RuntimeException e) {
            throw FailureTranslator.translate(e, GenesysCall.TOKEN);
        }
    }
}
