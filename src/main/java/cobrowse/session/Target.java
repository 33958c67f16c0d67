package cobrowse.session;

import cobrowse.caller.EmailAddress;
import java.util.Optional;
import java.util.function.Function;

/** Whom a session is started with. */
public sealed interface Target {
    /** One function for each kind: a new kind does not compile until everybody who asks says what to do with it. */
    <T> T match(Function<Conversation, T> conversation, Function<User, T> user, Function<Email, T> email);

    /** A word for the log, which is not told more. */
    default String kind() {
        return match(conversation -> "conversation", user -> "user", email -> "email");
    }

    /** The same text for the same target, however it was written, in every release of this function. */
    default String canonical() {
        return match(
                conversation -> "conversationId " + conversation.id() + " "
                        + conversation.deploymentId().orElse(""),
                user -> "userId " + user.id(),
                email -> "email " + EmailAddress.folded(email.address()));
    }

    /** Platform contract. */
    record Conversation(String id, Optional<String> deploymentId) implements Target {
        @Override
        public <T> T match(Function<Conversation, T> conversation, Function<User, T> user, Function<Email, T> email) {
            return conversation.apply(this);
        }
    }

    /** Tutorial contract. */
    record User(String id) implements Target {
        @Override
        public <T> T match(Function<Conversation, T> conversation, Function<User, T> user, Function<Email, T> email) {
            return user.apply(this);
        }
    }

    /** Tutorial contract, with the one active user who has this address. */
    record Email(String address) implements Target {
        @Override
        public <T> T match(Function<Conversation, T> conversation, Function<User, T> user, Function<Email, T> email) {
            return email.apply(this);
        }
    }
}
