package cobrowse.dev;

import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.quarkus.deployment.builditem.Startable;

/** The stand-in for Genesys Cloud in development. */
class StandIn extends WireMockServer implements Startable {
    private final String host;

    StandIn(String host, int port) {
        super(options()
                .bindAddress(host)
                .port(port)
                .usingFilesUnderDirectory("src/stand-in")
                .globalTemplating(true));
        this.host = host;
    }

    @Override
    public String getConnectionInfo() {
        return host + ":" + port();
    }

    @Override
    public String getContainerId() {
        return null;
    }

    @Override
    public void close() {
        stop();
    }
}
