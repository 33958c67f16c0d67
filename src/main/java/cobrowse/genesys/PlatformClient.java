package cobrowse.genesys;

import cobrowse.http.RestClients;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The one client for the API host. */
class PlatformClient {
    @Produces
    @Singleton
    PlatformApi platformApi(Settings settings, Clock clock) {
        return RestClients.open(PlatformApi.class, settings.api, new RefusalMapper(clock));
    }
}
