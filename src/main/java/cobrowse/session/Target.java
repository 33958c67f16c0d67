package cobrowse.session;

import cobrowse.caller.EmailAddress;
import java.util.Optional;

/** Whom a session is started with. */
public sealed interface Target {
    /** The same text for the same target, however it was written. */
    String canonical();

    /** Platform contract. */
    record Conversation(String id, Optional<String> deploymentId) implements Target {
        @Override
        public String canonical() {
            return "conversationId " + id + " " + deploymentId.orElse("");
        }
    }

    /** Tutorial contract. */
    record User(String id) implements Target {
        @Override
        public String canonical() {
            return "userId " + id;
        }
    }

    /** Tutorial contract, with the one active user who has this address. */
    record Email(String address) implements Target {
        @Override
        public String canonical() {
            return "email " + EmailAddress.folded(address);
        }
    }
}
