package cobrowse.lambda;

import cobrowse.fake.FakeGenesys;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Hands one event to an executable that somebody else starts, such as a debugger: see CONTRIBUTING.md. */
final class InvokeByHand {
    private InvokeByHand() {}

    public static void main(String[] arguments) throws Exception {
        var event = Files.readString(Path.of(arguments[0]));
        try (var genesys = new FakeGenesys();
                var lambda = new RuntimeApi()) {
            System.out.printf(
                    "AWS_LAMBDA_RUNTIME_API=%s GENESYS_LOGIN_URL=%2$s GENESYS_API_URL=%2$s GENESYS_CLIENT_ID=fake"
                            + " GENESYS_CLIENT_SECRET=fake CALLER_POLICY=any COBROWSE_DEADLINE=PT15M%n",
                    lambda.address(), genesys.url());
            System.out.println(
                    lambda.invoke(event, Duration.ofMinutes(15)).get().payload());
            genesys.requests().forEach(System.out::println);
        }
    }
}
