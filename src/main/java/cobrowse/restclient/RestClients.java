package cobrowse.restclient;

import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.resteasy.reactive.client.api.LoggingScope;

/** Opens REST clients that keep their connections, follow no redirects, and cannot be drowned or kept waiting. */
public final class RestClients {
    /** For TCP, and again for TLS: until then nothing was sent. */
    private static final long CONNECT_SECONDS = 2;
    /** For the head of a response; {@link Calls} bounds the whole call. */
    private static final long READ_SECONDS = 30;

    private static final String VERSION = ConfigProvider.getConfig()
            .getOptionalValue("quarkus.application.version", String.class)
            .orElse("dev");

    private RestClients() {}

    /**
     * One client for one host.
     *
     * @param api a declarative client interface
     * @param providers what the client needs besides, such as a {@link JsonBodyReader}
     */
    public static <T> T open(Class<T> api, URI host, Object... providers) {
        var builder = QuarkusRestClientBuilder.newBuilder()
                .baseUri(host)
                .followRedirects(false)
                .connectTimeout(CONNECT_SECONDS, TimeUnit.SECONDS)
                .readTimeout(READ_SECONDS, TimeUnit.SECONDS)
                .httpClientOptionsCustomizer(options -> options.setSslHandshakeTimeout(CONNECT_SECONDS))
                .userAgent("cobrowse-function/" + VERSION)
                // Whatever is configured: it would print secrets, tokens, and how to join.
                .loggingScope(LoggingScope.NONE)
                .httpClientRequestCustomizer(new ConnectionGuard());
        for (var provider : providers) {
            builder.register(provider);
        }
        return builder.build(api);
    }
}
