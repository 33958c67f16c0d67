package cobrowse.aws;

import io.quarkus.bootstrap.resolver.maven.MavenArtifactResolver;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.resolution.DependencyRequest;

/** DynamoDB Local in a JVM of its own: its libraries are none that this function could live with. */
public final class DynamoDbLocal implements AutoCloseable {
    private static final String ARTIFACT = "com.amazonaws:DynamoDBLocal:2.6.1";
    /** What it does without, to keep the download small. */
    private static final Set<String> NOT_NEEDED = Set.of("io.netty", "org.mockito", "org.objenesis");

    private final Process process;
    private final BufferedReader output;
    private final URI uri;

    private DynamoDbLocal(String classPath) throws IOException {
        var java = ProcessHandle.current().info().command().orElse("java");
        process = new ProcessBuilder(
                        java,
                        "-Duser.language=en",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        classPath,
                        "src/test/dynamodb-local/Launcher.java")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        output = process.inputReader();
        uri = URI.create("http://localhost:" + output.readLine());
    }

    /** Starts it; it stops with this, or with the JVM that started it. */
    public static DynamoDbLocal start() {
        try {
            return new DynamoDbLocal(classPath());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    public URI uri() {
        return uri;
    }

    /** A table as the deployment makes it. */
    public void createTable(String name) {
        ask("CreateTable", """
                {"TableName": "%s", "BillingMode": "PAY_PER_REQUEST",
                 "AttributeDefinitions": [{"AttributeName": "id", "AttributeType": "S"}],
                 "KeySchema": [{"AttributeName": "id", "KeyType": "HASH"}]}""".formatted(name));
    }

    /** Everything in a table, as JSON. */
    public String scan(String table) {
        return ask("Scan", "{\"TableName\": \"%s\"}".formatted(table));
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }

    private String ask(String operation, String input) {
        var request = HttpRequest.newBuilder(uri)
                .header("X-Amz-Target", "DynamoDB_20120810." + operation)
                .header("Content-Type", "application/x-amz-json-1.0")
                .header("Authorization", "AWS4-HMAC-SHA256 Credential=test/20260101/eu-central-1/dynamodb/aws4_request")
                .POST(HttpRequest.BodyPublishers.ofString(input))
                .build();
        try {
            var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String classPath() throws Exception {
        var maven = MavenArtifactResolver.builder().setWorkspaceDiscovery(false).build();
        var root = new Dependency(new DefaultArtifact(ARTIFACT), "runtime");
        var request = new DependencyRequest(
                new CollectRequest(root, maven.getRepositories()), (node, parents) -> isNeeded(node.getArtifact()));
        return maven.getSystem().resolveDependencies(maven.getSession(), request).getArtifactResults().stream()
                .map(result -> result.getArtifact().getFile())
                .map(File::getPath)
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** It keeps what is in memory in Java: the native libraries of SQLite are for files. */
    private static boolean isNeeded(Artifact artifact) {
        return artifact.getExtension().equals("jar") && !NOT_NEEDED.contains(artifact.getGroupId());
    }
}
