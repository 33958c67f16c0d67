package cobrowse.session;

import cobrowse.failure.Code;
import cobrowse.failure.Failure;
import cobrowse.genesys.CobrowseSession;
import cobrowse.genesys.Genesys;
import cobrowse.telemetry.RequestRecord;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Starts a session with whoever is meant, and fetches how to join it. */
@Singleton
class SessionStarter {
    private static final Logger LOG = Logger.getLogger(SessionStarter.class);

    private final Genesys genesys;
    private final UserResolver users;
    private final Defaults defaults;
    private final RequestRecord record;

    SessionStarter(Genesys genesys, UserResolver users, Defaults defaults, RequestRecord record) {
        this.genesys = genesys;
        this.users = users;
        this.defaults = defaults;
        this.record = record;
    }

    /**
     * @param sending is run just before the request to start a session is sent
     * @throws Failure if no session was started, or none that is known of
     */
    Session start(StartRequest request, Runnable sending) {
        return request.target()
                .match(
                        conversation -> startIn(conversation, sending),
                        user -> startWith(user.id(), request, sending),
                        email -> startWith(users.resolve(email), request, sending));
    }

    private Session startWith(String userId, StartRequest request, Runnable sending) {
        var initiatorId = request.initiatorId().or(() -> defaults.initiatorId);
        var type = request.type().toString();
        var asked = CobrowseSession.of(Map.of("userId", userId, "initiatorId", initiatorId.orElse(""), "type", type));
        return complete(started(asked, genesys.startWithUser(userId, initiatorId, type, sending)));
    }

    private Session startIn(Target.Conversation conversation, Runnable sending) {
        var deploymentId = conversation.deploymentId().or(() -> defaults.deploymentId);
        var asked = CobrowseSession.of(
                Map.of("conversationId", conversation.id(), "deploymentId", deploymentId.orElse("")));
        return complete(started(asked, genesys.startInConversation(conversation.id(), sending)));
    }

    private Session started(CobrowseSession asked, CobrowseSession response) {
        record.session(response.id());
        if (!Verification.isAboutSameTarget(asked, response)) {
            throw new Failure(
                    Code.OUTCOME_UNKNOWN,
                    "Genesys Cloud started a session, but says that it is somebody else's: a session may exist.");
        }
        return Session.of(response.or(asked), false);
    }

    /**
     * Fetches a session that tells no way to join yet. One that was started is never lost: whatever the fetch runs into,
     * what is known is the result.
     */
    Session complete(Session session) {
        if (session.details().isJoinable() || session.fetched()) {
            return session;
        }
        try {
            return session.address().flatMap(address -> fetch(session, address)).orElse(session);
        } catch (Throwable e) {
            LOG.warnf("Session %s was started, but not fetched: %s", session.id(), reason(e));
            return session;
        }
    }

    /** Only a failure's message is fit for the log. */
    private static String reason(Throwable thrown) {
        return thrown instanceof Failure failure
                ? failure.code() + ": " + failure.detail()
                : thrown.getClass().getName();
    }

    private Optional<Session> fetch(Session session, SessionId address) {
        var response = fetch(address);
        if (!Verification.isSameSession(session.details(), response)) {
            LOG.warnf("Session %s was started, but another one was fetched", session.id());
            return Optional.empty();
        }
        return Optional.of(Session.of(response.or(session.details()), true));
    }

    CobrowseSession fetch(SessionId address) {
        return address.deploymentId()
                .map(deployment -> genesys.fetch(address.id(), deployment))
                .orElseGet(() -> genesys.fetch(address.id()));
    }
}
