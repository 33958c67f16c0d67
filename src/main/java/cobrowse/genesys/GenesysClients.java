package cobrowse.genesys;

import cobrowse.restclient.RestClients;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** One client for each host. */
class GenesysClients {
    @Produces
    @Singleton
    LoginApi login(GenesysSettings settings, Clock clock) {
        return RestClients.open(LoginApi.class, settings.login, new ErrorResponseMapper(clock));
    }

    @Produces
    @Singleton
    GenesysApi platform(GenesysSettings settings, Clock clock) {
        return RestClients.open(GenesysApi.class, settings.api, new ErrorResponseMapper(clock));
    }
}
