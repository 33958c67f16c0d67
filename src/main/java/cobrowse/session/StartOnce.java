package cobrowse.session;

import cobrowse.genesys.Genesys;
import cobrowse.idempotency.Execution;
import cobrowse.idempotency.Idempotency;
import cobrowse.idempotency.IdempotencyKey;
import cobrowse.session.StartRequest.Target;
import cobrowse.telemetry.RequestLine;
import jakarta.inject.Singleton;
import java.util.function.Supplier;

/** Starts a session once under a key; what need not wait for the table runs beside it. */
@Singleton
record StartOnce(SessionStarter starter, Idempotency idempotency, Genesys genesys, RequestLine line) {
    Session start(StartRequest request, IdempotencyKey key, String scope) {
        var isNextSent = request.target() != Target.EMAIL && genesys.hasToken();
        var claim = idempotency.claim(scope, key, request.canonical(), isNextSent);
        var resolved = resolve(request);
        var execution = claim.get();
        var earlier = execution.previousAnswer();
        return earlier.isPresent() ? repeat(Session.remembered(earlier.get()), execution) : run(resolved, execution);
    }

    /** Looks up who is meant now; what that runs into matters only if the key is new. */
    private Supplier<StartRequest> resolve(StartRequest request) {
        try {
            var resolved = starter.resolve(request);
            return () -> resolved;
        } catch (RuntimeException e) {
            return () -> {
                throw e;
            };
        }
    }

    /** The answer to the start is remembered while the session is fetched: it is not lost with the container. */
    private Session run(Supplier<StartRequest> request, Execution execution) {
        Session started;
        try {
            started = starter.start(request.get(), execution::markSending);
        } catch (Throwable e) {
            throw execution.fail(e);
        }
        var saved = execution.complete(started.json(), started.isToBeFetched());
        var session = starter.complete(started);
        saved.run();
        if (session != started) {
            execution.improveAnswer(session.json());
        }
        return session;
    }

    /** A session that could not be joined yet may be ready by now; nothing is started. */
    private Session repeat(Session earlier, Execution execution) {
        var now = starter.complete(earlier);
        if (now != earlier) {
            execution.replaceAnswer(now.json());
        }
        line.put("replayed", true);
        return now;
    }
}
