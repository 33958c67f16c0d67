package cobrowse.genesys;

import cobrowse.failure.Code;
import cobrowse.failure.Failure;
import cobrowse.genesys.GenesysApi.NewSession;
import cobrowse.genesys.GenesysApi.UserSearch;
import cobrowse.restclient.CallFailure;
import cobrowse.telemetry.RequestRecord;
import cobrowse.telemetry.UpstreamCall;
import cobrowse.time.Deadline;
import cobrowse.token.PooledToken;
import cobrowse.token.Token;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Genesys Cloud, as far as this function needs it. Every call is made with the token of this container; a token that is
 * rejected is renewed once and the call replayed once, since a 401 proves that nothing was processed. So does a 429, and
 * where there is a pool of tokens, another one is tried.
 *
 * <p>All methods throw a {@link Failure} that is fit for the caller.
 */
@Singleton
public class Genesys {
    private static final int MOST_PAGES = 10;

    /** Whoever is turned away that often by one token after the other does not ask any more of them. */
    private static final int MOST_THROTTLED = 10;

    /** What the tutorial asks for. */
    private static final int LISTING_PAGE_SIZE = 10;

    private final GenesysApi api;
    private final Tokens tokens;
    private final Reads reads;
    private final Starts starts;
    private final Attempts attempts;
    private final GenesysSettings settings;
    private final Deadline deadline;
    private final RequestRecord record;

    Genesys(
            GenesysApi api,
            Tokens tokens,
            Reads reads,
            Starts starts,
            Attempts attempts,
            GenesysSettings settings,
            Deadline deadline,
            RequestRecord record) {
        this.api = api;
        this.tokens = tokens;
        this.reads = reads;
        this.starts = starts;
        this.attempts = attempts;
        this.settings = settings;
        this.deadline = deadline;
        this.record = record;
    }

    /** Fetches a token if there is none, so that the next call need not. */
    public void logIn() {
        try {
            tokens.warmUp();
        } catch (RuntimeException e) {
            throw FailureTranslator.translate(e, GenesysCall.TOKEN);
        }
    }

    /**
     * The users that Genesys lists for an address, to the end of its list: not certainly all of them have it.
     *
     * @throws Failure {@code GENESYS_REJECTED} if the list is longer than ten pages
     */
    public List<GenesysUser> usersWithEmail(String email) {
        var users = new ArrayList<GenesysUser>();
        for (var number = 1; number <= MOST_PAGES; number++) {
            var page = usersPage(email, number);
            users.addAll(page.users());
            if (page.isLast(number, users.size())) {
                return users;
            }
            if (page.pageCount() > MOST_PAGES) {
                break;
            }
        }
        throw new Failure(
                Code.GENESYS_REJECTED,
                "Genesys Cloud lists more than " + MOST_PAGES + " pages of users when asked for one e-mail address.");
    }

    private UsersPage usersPage(String email, int number) {
        return switch (settings.userLookup) {
            case SEARCH ->
                usersPage(
                        UsersPage::ofSearch,
                        (token, call) -> attempts.repeatable(
                                call, api.searchUsers(token.bearer(), UserSearch.byEmail(email, number))));
            case LIST ->
                usersPage(
                        UsersPage::ofListing,
                        (token, call) -> attempts.repeatable(
                                call,
                                api.listUsers(token.bearer(), email, LISTING_PAGE_SIZE, number == 1 ? null : number)));
        };
    }

    private UsersPage usersPage(
            Function<ObjectNode, UsersPage> read, BiFunction<Token, UpstreamCall, ObjectNode> attempt) {
        return call(
                GenesysCall.FIND_USER,
                (token, call) -> reads.users(() -> read.apply(requireBody(attempt.apply(token, call)))));
    }

    /**
     * Tutorial contract.
     *
     * @param type {@code standard} or {@code remote}
     * @param beforeSending is run before each attempt, just before the request is handed to the connection
     */
    public CobrowseSession startWithUser(
            String userId, Optional<String> initiatorId, String type, Runnable beforeSending) {
        var session = new NewSession(userId, initiatorId.orElse(null), type);
        return start(
                GenesysCall.START_WITH_USER,
                beforeSending,
                (token, call) -> attempts.once(call, api.startWithUser(token.bearer(), session)));
    }

    /**
     * Platform contract.
     *
     * @param beforeSending as above
     */
    public CobrowseSession startInConversation(String conversationId, Runnable beforeSending) {
        return start(
                GenesysCall.START_IN_CONVERSATION,
                beforeSending,
                (token, call) -> attempts.once(call, api.startInConversation(token.bearer(), conversationId)));
    }

    private CobrowseSession start(
            GenesysCall start, Runnable beforeSending, BiFunction<Token, UpstreamCall, ObjectNode> attempt) {
        return call(
                start,
                (token, call) -> starts.start(() -> {
                    beforeSending.run();
                    return CobrowseSession.ofResponse(attempt.apply(token, call));
                }));
    }

    /** Tutorial contract. */
    public CobrowseSession fetch(String id) {
        return call(
                GenesysCall.FETCH,
                (token, call) -> reads.fetch(
                        () -> CobrowseSession.ofResponse(attempts.repeatable(call, api.session(token.bearer(), id)))));
    }

    /**
     * Platform contract.
     *
     * @param id a session's, or its join code
     */
    public CobrowseSession fetch(String id, String deploymentId) {
        return call(
                GenesysCall.FETCH_OF_DEPLOYMENT,
                (token, call) -> reads.fetch(() -> CobrowseSession.ofResponse(
                        attempts.repeatable(call, api.sessionOfDeployment(token.bearer(), deploymentId, id)))));
    }

    /**
     * Withdraws an offer or ends a session. Platform contract.
     *
     * @param id a session's, or its join code
     */
    public void end(String id, String deploymentId) {
        var ending = new Ending();
        call(
                GenesysCall.END,
                (token, call) -> reads.end(() -> ending.attempt(
                        () -> attempts.counted(call, api.endSessionOfDeployment(token.bearer(), deploymentId, id)))));
    }

    private <T> T call(GenesysCall call, BiFunction<Token, UpstreamCall, T> request) {
        var held = token();
        var made = record.begin(call.label);
        var renewed = false;
        for (var throttled = 1; ; held = token()) {
            try {
                return call(call, request, held.token(), made);
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
    private <T> T call(GenesysCall call, BiFunction<Token, UpstreamCall, T> request, Token token, UpstreamCall made) {
        if (call.starts ? !deadline.allowsStart() : deadline.isOver()) {
            throw new CallFailure.DeadlineExceeded();
        }
        try {
            return request.apply(token, made);
        } finally {
            made.end();
        }
    }

    private PooledToken token() {
        try {
            return tokens.current();
        } catch (RuntimeException e) {
            throw FailureTranslator.translate(e, GenesysCall.TOKEN);
        }
    }

    private static ObjectNode requireBody(ObjectNode response) {
        if (response == null) {
            throw new CallFailure.Unreadable("The response is empty");
        }
        return response;
    }
}
