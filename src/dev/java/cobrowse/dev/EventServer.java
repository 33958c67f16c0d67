package cobrowse.dev;

import io.quarkus.amazon.lambda.runtime.MockHttpEventServer;
import io.quarkus.deployment.builditem.Startable;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import java.io.IOException;

/** API Gateway and Lambda in development, which make events of requests: Quarkus' own, on the loopback address. */
class EventServer extends MockHttpEventServer implements Startable {
    private final int port;
    private final Vertx vertx = Vertx.vertx();

    EventServer(int port) {
        this.port = port;
    }

    @Override
    public void start() {
        start(port);
    }

    /** Called between the making of the server, which knows no address, and its listening. */
    @Override
    public void setupRoutes() {
        super.setupRoutes();
        httpServer = vertx.createHttpServer(
                new HttpServerOptions().setHost("localhost").setPort(port));
    }

    @Override
    public String getConnectionInfo() {
        return "localhost:" + port + BASE_PATH;
    }

    @Override
    public String getContainerId() {
        return null;
    }

    @Override
    public void close() throws IOException {
        super.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
