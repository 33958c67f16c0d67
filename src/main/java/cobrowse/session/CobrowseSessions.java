package cobrowse.session;

import cobrowse.caller.Caller;
import cobrowse.caller.CallerPolicy;
import cobrowse.failure.Code;
import cobrowse.failure.Failure;
import cobrowse.failure.InvalidRequest;
import cobrowse.genesys.CobrowseSession;
import cobrowse.genesys.Genesys;
import cobrowse.idempotency.Execution;
import cobrowse.idempotency.Idempotency;
import cobrowse.idempotency.IdempotencyKey;
import cobrowse.telemetry.RequestRecord;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;

/** The use cases: start a session, fetch how to join it, end it. */
@Singleton
public class CobrowseSessions {
    private final SessionStarter starter;
    private final Genesys genesys;
    private final CallerPolicy policy;
    private final Idempotency idempotency;
    private final Defaults defaults;
    private final RequestRecord record;

    CobrowseSessions(
            SessionStarter starter,
            Genesys genesys,
            CallerPolicy policy,
            Idempotency idempotency,
            Defaults defaults,
            RequestRecord record) {
        this.starter = starter;
        this.genesys = genesys;
        this.policy = policy;
        this.idempotency = idempotency;
        this.defaults = defaults;
        this.record = record;
    }

    /**
     * @param key under which the request is started once
     * @throws Failure if no session was started, or none that is known of
     */
    public Session start(StartRequest request, Optional<IdempotencyKey> key, Caller caller) {
        record.target(request.target().kind());
        requireAllowed(request, caller);
        if (key.isEmpty()) {
            return recorded(starter.start(request, () -> {}));
        }
        var execution = idempotency.begin(caller.requireKeyScope(), key.get(), request.canonical());
        return execution
                .earlier()
                .map(earlier -> repeat(Session.remembered(earlier), execution))
                .orElseGet(() -> run(request, execution));
    }

    private Session run(StartRequest request, Execution execution) {
        Session session;
        try {
            session = starter.start(request, execution::sending);
        } catch (Throwable e) {
            throw execution.failed(e);
        }
        execution.answered(session.json());
        return recorded(session);
    }

    /** A session that could not be joined yet may be ready by now; nothing is started. */
    private Session repeat(Session earlier, Execution execution) {
        var now = starter.complete(earlier);
        if (now != earlier) {
            execution.improved(now.json());
        }
        record.replayed();
        return recorded(now);
    }

    /**
     * @param key of the start, which shows that the session is the caller's
     * @throws Failure if it cannot be fetched
     */
    public Session fetch(SessionId address, Optional<IdempotencyKey> key, Caller caller) {
        var own = started(address, key, caller);
        policy.require(caller, own.isPresent() || policy.hasOwnUser(caller));
        var response = fetch(address, own);
        policy.require(caller, own.isPresent() || isOf(caller, response));
        var known =
                CobrowseSession.of(Map.of("deploymentId", address.deploymentId().orElse("")));
        return recorded(Session.of(response.or(own.map(Session::details).orElse(known)), true));
    }

    /**
     * Withdraws an offer or ends a session.
     *
     * @param key of the start, which shows that the session is the caller's
     * @throws InvalidRequest without a deployment
     * @throws Failure if it cannot be ended
     */
    public void end(SessionId address, Optional<IdempotencyKey> key, Caller caller) {
        var deploymentId = address.deploymentId()
                .or(() -> defaults.deploymentId)
                .orElseThrow(() -> new InvalidRequest("deploymentId", "must be given: no default is configured"));
        var wanted = new SessionId(address.id(), Optional.of(deploymentId));
        if (!policy.isTrusted(caller) && started(wanted, key, caller).isEmpty()) {
            policy.require(caller, policy.hasOwnUser(caller) && isOf(caller, fetch(wanted, Optional.empty())));
        }
        address.unmistakable().ifPresent(record::session);
        genesys.end(address.id(), deploymentId);
    }

    private Session recorded(Session session) {
        record.session(session.id());
        record.fetched(session.fetched());
        return session;
    }

    private void requireAllowed(StartRequest request, Caller caller) {
        policy.require(
                caller,
                request.target()
                        .match(
                                conversation -> policy.isOwnConversation(caller, conversation.id()),
                                user -> policy.isOwnUser(caller, user.id()),
                                email -> policy.isOwnEmail(caller, email.address())));
        policy.require(caller, request.initiatorId().isEmpty() && request.type() == StartRequest.Type.STANDARD);
    }

    private boolean isOf(Caller caller, CobrowseSession session) {
        return session.text("userId")
                .filter(user -> policy.isOwnUser(caller, user))
                .isPresent();
    }

    /** The session that this caller has started under the key, if it is the one that is found there. */
    private Optional<Session> started(SessionId address, Optional<IdempotencyKey> key, Caller caller) {
        return key.filter(given -> !policy.isTrusted(caller))
                .flatMap(given -> idempotency.answered(caller.requireKeyScope(), given))
                .map(Session::remembered)
                .filter(session -> session.isAt(address));
    }

    /** @param own what is known of the session, if the caller has started it */
    private CobrowseSession fetch(SessionId address, Optional<Session> own) {
        var response = starter.fetch(address);
        var same = own.map(session -> Verification.isSameSession(session.details(), response))
                .orElseGet(() -> Verification.isAt(address, response));
        if (!same) {
            throw new Failure(Code.GENESYS_REJECTED, "Genesys Cloud answered with another session.");
        }
        return response;
    }
}
