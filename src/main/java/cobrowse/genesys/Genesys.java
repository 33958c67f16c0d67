package cobrowse.genesys;

import cobrowse.failure.Code;
import cobrowse.failure.Failure;
import cobrowse.genesys.GenesysApi.NewSession;
import cobrowse.genesys.GenesysApi.UserSearch;
import cobrowse.restclient.CallFailure;
import cobrowse.telemetry.UpstreamCall;
import cobrowse.token.Token;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Genesys Cloud, as far as this function needs it. All methods throw a {@link Failure} that is fit for the caller. */
@Singleton
public class Genesys {
    private static final int MOST_PAGES = 10;

    /** What the tutorial asks for. */
    private static final int LISTING_PAGE_SIZE = 10;

    private final GenesysApi api;
    private final AuthorizedCalls calls;
    private final Reads reads;
    private final Starts starts;
    private final Attempts attempts;
    private final GenesysSettings settings;

    Genesys(
            GenesysApi api,
            AuthorizedCalls calls,
            Reads reads,
            Starts starts,
            Attempts attempts,
            GenesysSettings settings) {
        this.api = api;
        this.calls = calls;
        this.reads = reads;
        this.starts = starts;
        this.attempts = attempts;
        this.settings = settings;
    }

    /** Fetches a token if there is none, so that the next call need not. */
    public void logIn() {
        calls.logIn();
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
        return calls.make(
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
        return calls.make(
                start,
                (token, call) -> starts.start(() -> {
                    beforeSending.run();
                    return CobrowseSession.ofResponse(attempt.apply(token, call));
                }));
    }

    /** Tutorial contract. */
    public CobrowseSession fetch(String id) {
        return calls.make(
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
        return calls.make(
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
        calls.make(
                GenesysCall.END,
                (token, call) -> reads.end(() -> ending.attempt(
                        () -> attempts.counted(call, api.endSessionOfDeployment(token.bearer(), deploymentId, id)))));
    }

    private static ObjectNode requireBody(ObjectNode response) {
        if (response == null) {
            throw new CallFailure.Unreadable("The response is empty");
        }
        return response;
    }
}
