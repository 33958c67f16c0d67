package cobrowse.session;

import cobrowse.caller.EmailAddress;
import cobrowse.failure.Code;
import cobrowse.failure.Failure;
import cobrowse.genesys.Genesys;
import cobrowse.genesys.GenesysUser;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Finds the one active user who has an address. What Genesys lists are only candidates: a server that ignores the filter
 * lists everybody, and taking the first would start a session with a stranger.
 */
@Singleton
class UserResolver {
    private final Genesys genesys;

    UserResolver(Genesys genesys) {
        this.genesys = genesys;
    }

    /** @return the user's id */
    String resolve(Target.Email email) {
        var matches = genesys.usersWithEmail(email.address()).stream()
                .filter(user -> !user.id().isBlank())
                .filter(user -> EmailAddress.same(user.email(), email.address()))
                .toList();
        var active = matches.stream()
                .filter(GenesysUser::active)
                .map(GenesysUser::id)
                .distinct()
                .toList();
        return switch (active.size()) {
            case 1 -> active.get(0);
            case 0 -> throw nobody(matches);
            default -> throw new Failure(Code.TARGET_AMBIGUOUS, "Several active users have this e-mail address.");
        };
    }

    private static Failure nobody(List<GenesysUser> matches) {
        return matches.isEmpty()
                ? new Failure(Code.TARGET_NOT_FOUND, "No user has this e-mail address.")
                : new Failure(Code.TARGET_INACTIVE, "The user with this e-mail address is not active.");
    }
}
