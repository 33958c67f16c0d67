package cobrowse.session;

import cobrowse.caller.Caller;
import cobrowse.caller.CallerPolicy;
import cobrowse.failure.Code;
import cobrowse.failure.Failure;
import cobrowse.genesys.CobrowseSession;
import cobrowse.genesys.Genesys;
import cobrowse.idempotency.Idempotency;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** The use case: start a session with whoever is meant, and fetch how to join it. */
@Singleton
public class CobrowseSessions {
    private static final Logger LOG = Logger.getLogger(CobrowseSessions.class);

    private final Genesys genesys;
    private final UserResolver userResolver;
    private final Defaults defaults;
    private final CallerPolicy policy;
    private final Idempotency idempotency;
    private final SessionJson json;

    CobrowseSessions(
            Genesys genesys,
            UserResolver userResolver,
            Defaults defaults,
            CallerPolicy policy,
            Idempotency idempotency,
            SessionJson json) {
        this.genesys = genesys;
        this.userResolver = userResolver;
        this.defaults = defaults;
        this.policy = policy;
        this.idempotency = idempotency;
        this.json = json;
    }

    /**
     * @param key under which the request is started once, as {@link StartRequest#requireKey} has it
     * @throws Failure if no session was started, or none that is known of
     */
    public Session start(StartRequest request, Optional<String> key, Caller caller) {
        requireAllowed(request.target(), caller);
        if (key.isEmpty()) {
            return start(request, () -> {});
        }
        return json.read(idempotency.once(
                caller.identity(), key.get(), request.canonical(), sending -> json.write(start(request, sending))));
    }

    /** @param sending is run just before the request to start a session is sent */
    private Session start(StartRequest request, Runnable sending) {
        if (request.target() instanceof Target.Conversation conversation) {
            return startIn(conversation, sending);
        }
        var userId = request.target() instanceof Target.Email email
                ? userResolver.byEmail(email.address())
                : ((Target.User) request.target()).id();
        return startWith(userId, request, sending);
    }

    /**
     * @param deploymentId of the Messenger deployment, for a session in a conversation
     * @throws Failure if it cannot be fetched
     */
    public Session fetch(String id, Optional<String> deploymentId, Caller caller) {
        policy.requireSomeUser(caller);
        var details = deploymentId
                .map(deployment -> genesys.fetch(id, deployment).or(CobrowseSession.ofDeployment(deployment)))
                .orElseGet(() -> exactly(id, genesys.fetch(id)));
        policy.requireUser(caller, Objects.requireNonNullElse(details.userId(), ""));
        return new Session(details, true);
    }

    private static CobrowseSession exactly(String id, CobrowseSession fetched) {
        if (!id.equals(fetched.id())) {
            throw new Failure(Code.GENESYS_REJECTED, "Genesys Cloud answered with another session.");
        }
        return fetched;
    }

    private void requireAllowed(Target target, Caller caller) {
        if (target instanceof Target.Conversation conversation) {
            policy.requireConversation(caller, conversation.id());
        } else if (target instanceof Target.User user) {
            policy.requireUser(caller, user.id());
        } else {
            policy.requireEmail(caller, ((Target.Email) target).address());
        }
    }

    private Session startWith(String userId, StartRequest request, Runnable sending) {
        var initiatorId = request.initiatorId().or(() -> defaults.initiatorId);
        var type = request.type().toString();
        sending.run();
        var started = genesys.startWithUser(userId, initiatorId, type)
                .or(CobrowseSession.withUser(userId, initiatorId, type));
        return withDetails(started, () -> genesys.fetch(started.id()));
    }

    private Session startIn(Target.Conversation conversation, Runnable sending) {
        var deploymentId = conversation.deploymentId().or(() -> defaults.deploymentId);
        sending.run();
        var started = genesys.startInConversation(conversation.id())
                .or(CobrowseSession.inConversation(conversation.id(), deploymentId));
        return deploymentId
                .map(deployment -> withDetails(started, () -> genesys.fetch(started.id(), deployment)))
                .orElseGet(() -> new Session(started, false));
    }

    /** A session that was started is never lost: whatever the fetch runs into, what is known is the answer. */
    private static Session withDetails(CobrowseSession started, Supplier<CobrowseSession> fetch) {
        LOG.infof("Session %s was started", started.id());
        if (started.joinable()) {
            return new Session(started, false);
        }
        try {
            return new Session(exactly(started.id(), fetch.get()).or(started), true);
        } catch (RuntimeException e) {
            LOG.warnf("Session %s was started, but not fetched: %s", started.id(), e.getMessage());
            return new Session(started, false);
        }
    }
}
