package cobrowse.session;

import cobrowse.genesys.CobrowseSession;
import java.util.List;
import java.util.Optional;

/** Decides whether a response is about whom we asked for: one that is not is never passed on, nor anything in it. */
final class Verification {
    private static final List<String> WHOSE = List.of("userId", "conversationId");

    private Verification() {}

    /** @return whether the response names nobody else than the session that was asked for does */
    static boolean isAboutSameTarget(CobrowseSession asked, CobrowseSession response) {
        return WHOSE.stream().allMatch(name -> agree(asked.text(name), response.text(name)));
    }

    /** @return whether the response is about the session that was asked for, by its id or its join code */
    static boolean isAt(SessionId address, CobrowseSession response) {
        return address.id().equals(response.id())
                || address.deploymentId().isPresent()
                        && response.text("joinCode")
                                .filter(address.id()::equalsIgnoreCase)
                                .isPresent();
    }

    /** @return whether the response is about this very session */
    static boolean isSameSession(CobrowseSession asked, CobrowseSession response) {
        return asked.id().equals(response.id()) && isAboutSameTarget(asked, response);
    }

    /** Genesys' ids are UUIDs, whose letters mean the same in either case. */
    private static boolean agree(Optional<String> asked, Optional<String> response) {
        return asked.isEmpty() || response.isEmpty() || asked.get().equalsIgnoreCase(response.get());
    }
}
