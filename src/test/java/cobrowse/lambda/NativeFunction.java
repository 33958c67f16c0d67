package cobrowse.lambda;

import cobrowse.lambda.RuntimeApi.Outcome;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The executable as Lambda starts it: a process, an environment, the Runtime API. */
public final class NativeFunction implements AutoCloseable {
    private static final Duration MOST = Duration.ofMinutes(1);
    private static final Duration PLENTY = Duration.ofMinutes(2);

    private final RuntimeApi lambda = new RuntimeApi();
    private final Path log = Files.createTempFile("function", ".log");
    private final Process process;

    /** @param environment in addition to what Lambda sets; it holds nothing of this machine's */
    public NativeFunction(Map<String, String> environment) throws IOException {
        this(environment, List.of());
    }

    /** @param wrapper a command that starts what stands behind it */
    public NativeFunction(Map<String, String> environment, List<String> wrapper) throws IOException {
        this(environment, wrapper, Path.of("").toAbsolutePath());
    }

    /** @param directory that it works in */
    NativeFunction(Map<String, String> environment, List<String> wrapper, Path directory) throws IOException {
        var command = new ArrayList<>(wrapper);
        command.add(System.getProperty("native.image.path"));
        var builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().clear();
        builder.environment()
                .putAll(Map.of("AWS_LAMBDA_RUNTIME_API", lambda.address(), "DISABLE_SIGNAL_HANDLERS", "true"));
        builder.environment().putAll(environment);
        process = builder.start();
    }

    /** A function that reaches nothing but a fake Genesys. */
    public static Map<String, String> on(String genesys, String... more) {
        var environment = new HashMap<>(Map.of(
                "GENESYS_LOGIN_URL", genesys,
                "GENESYS_API_URL", genesys,
                "GENESYS_CLIENT_ID", "fake",
                "GENESYS_CLIENT_SECRET", "fake",
                "CALLER_POLICY", "any"));
        for (var i = 0; i < more.length; i += 2) {
            environment.put(more[i], more[i + 1]);
        }
        return environment;
    }

    /** Waits until it asks for its first event. */
    public NativeFunction ready() throws Exception {
        lambda.ready().get(MOST.toSeconds(), TimeUnit.SECONDS);
        return this;
    }

    /** Invokes it, and reads what it has written meanwhile. */
    public List<String> linesOf(String event) throws Exception {
        var before = log().length();
        invoke(event);
        return log().substring(before).lines().toList();
    }

    public Outcome invoke(String event) throws Exception {
        return invoke(event, PLENTY);
    }

    /** @param remaining time until Lambda would stop the function */
    public Outcome invoke(String event, Duration remaining) throws Exception {
        return lambda.invoke(event, remaining).get(MOST.toSeconds(), TimeUnit.SECONDS);
    }

    /** @param headers that Lambda adds now and then */
    Outcome invoke(String event, Map<String, String> headers) throws Exception {
        return lambda.invoke(event, PLENTY, headers).get(MOST.toSeconds(), TimeUnit.SECONDS);
    }

    void failNext(int status) {
        lambda.failNext(status);
    }

    public CompletableFuture<Outcome> begin(String event) {
        return lambda.invoke(event, PLENTY);
    }

    public JsonPath answer(String event) throws Exception {
        return JsonPath.from(invoke(event).payload());
    }

    /** What it has written, once it has ended by itself. */
    public String lastWords() throws Exception {
        if (!process.waitFor(MOST.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("The function has not ended: " + log());
        }
        return log();
    }

    public int exitCode() {
        return process.exitValue();
    }

    public String log() throws IOException {
        return Files.readString(log);
    }

    public long residentMegabytes() throws IOException {
        var status = Files.readString(Path.of("/proc/" + process.pid() + "/status"));
        return Long.parseLong(status.replaceAll("(?s).*VmRSS:\\s+(\\d+) kB.*", "$1")) / 1024;
    }

    /** Stops it as Lambda freezes a container, or lets it go on. */
    public void signal(String name) throws Exception {
        new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                .start()
                .waitFor();
    }

    /** Kills it, as a container that crashes. */
    public void crash() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        lambda.close();
        System.out.print(log());
        Files.delete(log);
    }
}
