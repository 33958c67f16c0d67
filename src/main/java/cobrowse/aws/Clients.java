package cobrowse.aws;

import cobrowse.restclient.RestClients;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Opens clients whose calls are signed and whose errors are understood. */
@Singleton
class Clients {
    private final AwsConfig config;
    private final Account account;
    private final Clock clock;

    Clients(AwsConfig config, Account account, Clock clock) {
        this.config = config;
        this.account = account;
        this.clock = clock;
    }

    <T> T open(Class<T> api, Service service) {
        return RestClients.open(
                api,
                service.endpoint(config, account.region),
                new Signature(service, account, clock),
                new ErrorMapper());
    }
}
