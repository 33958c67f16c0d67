package cobrowse.fleet;

import cobrowse.aws.DynamoDbLocal;
import cobrowse.lambda.NativeFunction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Containers that start together, each with an event that waits for it. */
final class Fleet implements AutoCloseable {
    private static final String REQUEST = "{\"userId\":\"user-1\"}";

    private final List<NativeFunction> containers = new ArrayList<>();
    private final ExecutorService threads;
    private final Map<String, String> environment;

    /** @param outcome {@code session-1}, or the code of a failure */
    record Answer(String outcome, Duration after) {
        boolean isStarted() {
            return outcome.equals("session-1");
        }
    }

    Fleet(int size, Map<String, String> environment) {
        this.threads = Executors.newFixedThreadPool(size);
        this.environment = environment;
    }

    /** @param pool how many tokens are shared, in a table of their own; none if 0 */
    static Map<String, String> environment(RationedGenesys genesys, int pool, DynamoDbLocal dynamoDb) {
        if (pool == 0) {
            return NativeFunction.on(genesys.url());
        }
        var table = "tokens-" + UUID.randomUUID();
        dynamoDb.createTable(table);
        return NativeFunction.on(
                genesys.url(),
                "TOKEN_TABLE",
                table,
                "TOKEN_POOL_SIZE",
                String.valueOf(pool),
                "AWS_ENDPOINT_URL_DYNAMODB",
                dynamoDb.uri().toString(),
                "AWS_REGION",
                "eu-central-1",
                "AWS_ACCESS_KEY_ID",
                "test",
                "AWS_SECRET_ACCESS_KEY",
                "test");
    }

    /** Starts the containers, and answers with their first answers. */
    List<Answer> firstAnswers(int size) throws Exception {
        var began = System.nanoTime();
        return inEach(size, () -> {
            var container = new NativeFunction(environment);
            synchronized (containers) {
                containers.add(container);
            }
            return ask(container, began);
        });
    }

    /** One more request to each. */
    List<Answer> nextAnswers() throws Exception {
        var began = System.nanoTime();
        var answers = new ArrayList<Future<Answer>>();
        for (var container : containers) {
            answers.add(threads.submit(() -> ask(container, began)));
        }
        return all(answers);
    }

    @Override
    public void close() throws Exception {
        threads.shutdownNow();
        threads.awaitTermination(1, TimeUnit.MINUTES);
        for (var container : containers) {
            container.close();
        }
    }

    private List<Answer> inEach(int size, Callable<Answer> task) throws Exception {
        var answers = new ArrayList<Future<Answer>>();
        for (var i = 0; i < size; i++) {
            answers.add(threads.submit(task));
        }
        return all(answers);
    }

    private static List<Answer> all(List<Future<Answer>> answers) throws Exception {
        var all = new ArrayList<Answer>();
        for (var answer : answers) {
            all.add(answer.get());
        }
        return all;
    }

    private static Answer ask(NativeFunction container, long began) throws Exception {
        var answer = container.answer(REQUEST);
        var failure = answer.getString("errorType");
        var after = Duration.ofNanos(System.nanoTime() - began);
        return new Answer(failure == null ? answer.getString("id") : failure, after);
    }
}
