package cobrowse.genesys;

import cobrowse.http.RestClients;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** One client for each host. */
class Hosts {
    @Produces
    @Singleton
    LoginApi login(Settings settings, Clock clock) {
        return RestClients.open(LoginApi.class, settings.login, new RefusalMapper(clock));
    }

    @Produces
    @Singleton
    PlatformApi platform(Settings settings, Clock clock) {
        return RestClients.open(PlatformApi.class, settings.api, new RefusalMapper(clock));
    }
}
