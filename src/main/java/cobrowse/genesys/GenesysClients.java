package cobrowse.genesys;

import static java.util.stream.Collectors.toUnmodifiableSet;

import cobrowse.restclient.BoundedJson;
import cobrowse.restclient.JsonBodyReader;
import cobrowse.restclient.RestClients;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.util.Set;
import java.util.stream.Stream;

/** One client for each host, and the one place that says what is read of what Genesys writes. */
class GenesysClients {
    private static final BoundedJson TOKEN = new BoundedJson(Set.of("access_token", "expires_in"), Set.of());

    private static final BoundedJson SESSION_OR_USERS = new BoundedJson(
            Stream.of(CobrowseSession.MEMBERS, UsersPage.MEMBERS)
                    .flatMap(Set::stream)
                    .collect(toUnmodifiableSet()),
            UsersPage.LISTS);

    @Produces
    @Singleton
    LoginApi login(GenesysSettings settings, Clock clock) {
        return open(LoginApi.class, settings.login, TOKEN, new ErrorResponseMapper(clock, true));
    }

    @Produces
    @Singleton
    GenesysApi api(GenesysSettings settings, Clock clock) {
        return open(GenesysApi.class, settings.api, SESSION_OR_USERS, new ErrorResponseMapper(clock, false));
    }

    private static <T> T open(Class<T> api, URI host, BoundedJson json, ErrorResponseMapper errors) {
        return RestClients.open(api, host, new JsonBodyReader(json), errors);
    }
}
