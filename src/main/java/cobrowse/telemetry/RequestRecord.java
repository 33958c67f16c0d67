package cobrowse.telemetry;

import jakarta.enterprise.context.RequestScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is known of one request, for the line in the log that it ends with: nothing that identifies a person. */
@RequestScoped
public class RequestRecord {
    private final List<UpstreamCall> calls = new ArrayList<>();
    private Optional<String> correlationId = Optional.empty();
    private Optional<String> operation = Optional.empty();
    private Optional<String> target = Optional.empty();
    private Optional<String> sessionId = Optional.empty();
    private Optional<Boolean> fetched = Optional.empty();
    private Optional<TokenSource> token = Optional.empty();
    private Optional<Failed> failure = Optional.empty();
    private boolean replayed;

    /** @param retryAfter seconds */
    record Failed(String code, int status, Optional<Long> retryAfter) {}

    /** Begins a call, which counts its attempts and its time from now on. */
    public UpstreamCall begin(String call) {
        var begun = new UpstreamCall(call, System::nanoTime);
        calls.add(begun);
        return begun;
    }

    /** Says where the token came from. Where there were several, the dearest one counts. */
    public void token(TokenSource source) {
        token = token.filter(before -> before.compareTo(source) > 0).or(() -> Optional.of(source));
    }

    public void correlationId(String id) {
        correlationId = Optional.of(id);
    }

    /** @param name {@code start}, {@code fetch} or {@code end} */
    public void operation(String name) {
        operation = Optional.of(name);
    }

    /** @param kind {@code conversation}, {@code user} or {@code email} */
    public void target(String kind) {
        target = Optional.of(kind);
    }

    /** @param id a session's, never a join code */
    public void session(String id) {
        sessionId = Optional.of(id);
    }

    /** Says whether the session's details were read back from Genesys. */
    public void fetched(boolean whether) {
        fetched = Optional.of(whether);
    }

    /** Says that the answer is that of an earlier request with the same idempotency key. */
    public void replayed() {
        replayed = true;
    }

    /** @param retryAfter seconds */
    public void failed(String code, int status, Optional<Long> retryAfter) {
        failure = Optional.of(new Failed(code, status, retryAfter));
    }

    /** This very object, also where it is reached through a proxy of its scope, which it outlives. */
    RequestRecord self() {
        return this;
    }

    List<UpstreamCall> calls() {
        return List.copyOf(calls);
    }

    Optional<String> correlationId() {
        return correlationId;
    }

    Optional<String> operation() {
        return operation;
    }

    Optional<String> target() {
        return target;
    }

    Optional<String> sessionId() {
        return sessionId;
    }

    Optional<Boolean> fetched() {
        return fetched;
    }

    Optional<TokenSource> token() {
        return token;
    }

    Optional<Failed> failure() {
        return failure;
    }

    boolean isReplayed() {
        return replayed;
    }
}
