package cobrowse.session;

import java.util.Optional;

/** Whom a session is started with. */
public sealed interface Target {
    /** Platform contract. */
    record Conversation(String id, Optional<String> deploymentId) implements Target {}

    /** Tutorial contract. */
    record User(String id) implements Target {}

    /** Tutorial contract, with the one active user who has this address. */
    record Email(String address) implements Target {}
}
