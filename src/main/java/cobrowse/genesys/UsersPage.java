package cobrowse.genesys;

import cobrowse.restclient.CallFailure;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;

/** One page of a list of users: {@code results} of a search, {@code entities} of a listing; absent where there is nobody. */
record UsersPage(List<GenesysUser> users, long pageCount, long total, boolean hasNext) {
    static final Set<String> MEMBERS = Set.of("id", "email", "state", "pageCount", "total", "nextUri", "nextPage");
    static final Set<String> LISTS = Set.of("results", "entities");

    /** A search was asked for the state, so without one a user counts as inactive. */
    static UsersPage ofSearch(ObjectNode page) {
        return of(page, "");
    }

    /** A listing that leaves the state out lists active users only. */
    static UsersPage ofListing(ObjectNode page) {
        return of(page, "active");
    }

    private static UsersPage of(ObjectNode page, String defaultState) {
        if (LISTS.stream().map(page::path).anyMatch(list -> !list.isArray() && !isUnsaid(list))) {
            throw new CallFailure.Unreadable("The list of users cannot be read to its end");
        }
        var users = LISTS.stream()
                .flatMap(list -> StreamSupport.stream(page.path(list).spliterator(), false))
                .map(user -> user(user, defaultState))
                .toList();
        return new UsersPage(
                users,
                count(page.path("pageCount")),
                count(page.path("total")),
                isLink(page.path("nextUri")) || isLink(page.path("nextPage")));
    }

    /** A count that cannot be read could mean any number of users that nobody has looked at. */
    private static long count(JsonNode count) {
        if (isUnsaid(count)) {
            return 0;
        }
        try {
            return count.isNumber()
                    ? count.asLong()
                    : Long.parseLong(count.asText().strip());
        } catch (NumberFormatException e) {
            throw new CallFailure.Unreadable("The list of users does not say how long it is");
        }
    }

    /** A listing names the next page {@code nextUri}, a search {@code nextPage}. */
    private static boolean isLink(JsonNode next) {
        return next.isObject() || !next.asText("").isBlank();
    }

    private static boolean isUnsaid(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }

    private static GenesysUser user(JsonNode user, String defaultState) {
        var state = user.hasNonNull("state") ? user.path("state").asText() : defaultState;
        return new GenesysUser(text(user, "id"), text(user, "email"), state.equals("active"));
    }

    private static String text(JsonNode user, String name) {
        return user.hasNonNull(name) ? user.path(name).asText() : "";
    }

    /**
     * @param pageNumber of this page, from 1
     * @param read how many users were read, with this page
     */
    boolean isLast(int pageNumber, int read) {
        return pageNumber >= pageCount && read >= total && !hasNext;
    }
}
