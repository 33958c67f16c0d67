package cobrowse.lambda;

import cobrowse.api.RequestReader;
import cobrowse.failure.InvalidRequest;
import cobrowse.telemetry.RequestLog;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.oracle.svm.core.annotate.Alias;
import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import io.quarkus.amazon.lambda.http.LambdaHttpHandler;
import io.quarkus.amazon.lambda.runtime.AbstractLambdaPollLoop;
import io.quarkus.amazon.lambda.runtime.AmazonLambdaApi;
import io.quarkus.amazon.lambda.runtime.AmazonLambdaMapperRecorder;
import io.quarkus.amazon.lambda.runtime.FunctionError;
import io.quarkus.arc.Arc;
import io.quarkus.runtime.Application;
import io.quarkus.runtime.ShutdownContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.util.List;
import java.util.function.IntConsumer;
import org.jboss.logging.Logger;
import sun.misc.Signal;

/**
 * Asks Lambda's Runtime API for one event after the other. It stands in place of the extension's loop, which reads what
 * nobody needs of an event's headers, asks a Runtime API that is broken for ever, and is not told when the process is to
 * end. This one serves the next event, or ends the process with one line that says why.
 */
final class PollLoop implements Runnable {
    private static final Logger LOG = Logger.getLogger(PollLoop.class);

    private final String api;
    private final RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> function;
    private final ObjectMapper json;
    private final IntConsumer halt;
    private boolean serving;
    private boolean stopping;

    /** @param halt ends the process with a status */
    PollLoop(
            String api,
            RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> function,
            ObjectMapper json,
            IntConsumer halt) {
        this.api = api + AmazonLambdaApi.API_PATH_INVOCATION;
        this.function = function;
        this.json = json;
        this.halt = halt;
    }

    /** In the executable; in development and in tests the extension's loop asks its event server. */
    @TargetClass(AbstractLambdaPollLoop.class)
    static final class Substitution {
        @Substitute
        public void startPollLoop(ShutdownContext context) {
            start();
        }
    }

    @TargetClass(AmazonLambdaApi.class)
    static final class Address {
        /** Lambda's, or that of the event server of tests. */
        @Alias
        static native String baseUrl();
    }

    static void start() {
        var loop = new PollLoop(
                Address.baseUrl(),
                Arc.container().instance(LambdaHttpHandler.class).get(),
                AmazonLambdaMapperRecorder.objectMapper,
                Runtime.getRuntime()::halt);
        // Quarkus would stop what the request that runs still needs.
        List.of("TERM", "INT").forEach(name -> Signal.handle(new Signal(name), signal -> loop.stop()));
        var thread = new Thread(
                () -> {
                    Application.currentApplication().start(new String[0]);
                    if (AmazonLambdaApi.isTestMode()) {
                        // Tests wait for this.
                        LOG.infof("Listening on: %s", loop.api);
                    }
                    loop.run();
                },
                "Lambda");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                serveNext();
            }
        } catch (IOException | RuntimeException e) {
            System.err.println("The function ends, for the Runtime API (AWS_LAMBDA_RUNTIME_API) does not work: "
                    + String.valueOf(e.getMessage()).replaceAll("\\p{Cntrl}", "?"));
            halt.accept(1);
        }
    }

    /** Ends the process, once the request that runs is answered. */
    synchronized void stop() {
        stopping = true;
        serving(serving);
    }

    private synchronized void serving(boolean now) {
        serving = now;
        if (stopping && !serving) {
            halt.accept(0);
        }
    }

    private void serveNext() throws IOException {
        var next = open("next");
        if (next.getResponseCode() != HttpURLConnection.HTTP_OK) {
            throw new IOException("HTTP " + next.getResponseCode() + " when asked for an event");
        }
        serving(true);
        var trace = next.getHeaderField("Lambda-Runtime-Trace-Id");
        if (trace != null) {
            System.setProperty(RequestLog.TRACE_HEADER, trace);
        }
        var id = next.getHeaderField("Lambda-Runtime-Aws-Request-Id");
        try {
            post(id + "/response", function.handleRequest(read(next.getInputStream()), new Invocation(next)));
        } catch (Throwable e) {
            if (!(e instanceof DirectFailure)) {
                LOG.error("An event was not answered", e);
            }
            post(id + "/error", new FunctionError(e.getClass().getName(), e.getMessage()));
        }
        serving(false);
    }

    private APIGatewayV2HTTPEvent read(InputStream event) throws IOException {
        try {
            return json.readValue(event, APIGatewayV2HTTPEvent.class);
        } catch (JsonProcessingException e) {
            return new DirectEvent(new InvalidRequest("event", RequestReader.NOT_AN_OBJECT));
        }
    }

    private void post(String path, Object payload) throws IOException {
        var connection = open(path);
        connection.setRequestMethod("POST");
        connection.setRequestProperty("Content-Type", "application/json");
        connection.setDoOutput(true);
        json.writeValue(connection.getOutputStream(), payload);
        if (connection.getResponseCode() >= HttpURLConnection.HTTP_MULT_CHOICE) {
            throw new IOException("HTTP " + connection.getResponseCode() + " when told an answer");
        }
        // Read to its end, the connection is used again.
        connection.getInputStream().transferTo(OutputStream.nullOutputStream());
    }

    private HttpURLConnection open(String path) throws IOException {
        var connection = (HttpURLConnection) URI.create(api + path).toURL().openConnection(Proxy.NO_PROXY);
        connection.setInstanceFollowRedirects(false);
        return connection;
    }
}
