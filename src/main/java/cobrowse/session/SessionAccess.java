package cobrowse.session;

import cobrowse.caller.Caller;
import cobrowse.caller.CallerPolicy;
import cobrowse.failure.Code;
import cobrowse.failure.Failure;
import cobrowse.genesys.CobrowseSession;
import cobrowse.genesys.Genesys;
import cobrowse.idempotency.Idempotency;
import cobrowse.idempotency.IdempotencyKey;
import cobrowse.settings.Id;
import cobrowse.settings.Settings;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Which sessions a caller may start, fetch and end: its own, unless it may act for anybody. */
@Singleton
class SessionAccess {
    private final CallerPolicy policy;
    private final Idempotency idempotency;
    private final Genesys genesys;
    private final Settings settings;

    SessionAccess(CallerPolicy policy, Idempotency idempotency, Genesys genesys, Settings settings) {
        this.policy = policy;
        this.idempotency = idempotency;
        this.genesys = genesys;
        this.settings = settings;
    }

    boolean isTrusted(Caller caller) {
        return policy.isTrusted(caller);
    }

    void requireStart(StartRequest request, Caller caller) {
        requireKnown(caller, request.deploymentId());
        var own =
                switch (request.target()) {
                    case CONVERSATION -> policy.isOwnConversation(caller, request.id());
                    case USER -> policy.isOwnUser(caller, request.id());
                    case EMAIL -> policy.isOwnEmail(caller, request.id());
                };
        policy.require(caller, own);
        policy.require(caller, request.initiatorId().isEmpty() && request.type() == StartRequest.Type.STANDARD);
    }

    /** Asks nobody. In another deployment than the configured one, a join code could be another visitor's. */
    void requireKnown(Caller caller, Optional<String> deploymentId) {
        var elsewhere = settings.deploymentId.flatMap(own -> deploymentId.filter(named -> !Id.same(named, own)));
        policy.require(caller, caller.isKnown() && elsewhere.isEmpty());
    }

    /** Keys of two organisations, which may share a table, never meet. */
    String keyScope(Caller caller) {
        var scope = caller.requireKeyScope();
        return scope.length() + " " + scope + " " + genesys.account();
    }

    /** The session that this caller has started under the key, if it is the one that is found there. */
    Optional<Session> started(SessionRef ref, Optional<IdempotencyKey> key, Caller caller) {
        return key.filter(given -> !policy.isTrusted(caller))
                .flatMap(given -> idempotency.answered(keyScope(caller), given))
                .map(Session::remembered)
                .filter(session -> session.details().isAt(ref.id(), ref.deploymentId()));
    }

    /** Whatever the caller wrote: by now Genesys may have given a join code to another visitor. */
    static SessionRef ownRef(Session own, SessionRef asked) {
        return SessionRef.of(own.id(), asked.deploymentId())
                .orElseThrow(() -> new Failure(
                        Code.TARGET_NOT_FOUND, "Genesys Cloud gave the session an id that it cannot be asked for."));
    }

    CobrowseSession fetchOwn(Session own, SessionRef asked) {
        var ref = ownRef(own, asked);
        var response = genesys.fetch(ref.id(), ref.deploymentId());
        return require(own.details().isSameSession(response), response);
    }

    /** To a caller that is checked, a session that is another's and one that does not exist look alike. */
    CobrowseSession fetchAllowed(SessionRef ref, Caller caller) {
        policy.require(caller, policy.hasOwnUser(caller));
        try {
            var response = genesys.fetch(ref.id(), ref.deploymentId());
            var user = response.text("userId");
            policy.require(
                    caller, user.filter(id -> policy.isOwnUser(caller, id)).isPresent());
            return require(response.isAt(ref.id(), ref.deploymentId()), response);
        } catch (Failure e) {
            policy.require(caller, e.code() != Code.TARGET_NOT_FOUND);
            throw e;
        }
    }

    private static CobrowseSession require(boolean isTheOneAskedFor, CobrowseSession response) {
        if (!isTheOneAskedFor) {
            throw new Failure(Code.GENESYS_REJECTED, "Genesys Cloud answered with another session.");
        }
        return response;
    }
}
