package cobrowse.locale;

import cobrowse.aws.DynamoDbLocal;
import cobrowse.aws.OnDynamoDbLocal;
import cobrowse.fake.FakeGenesys;
import cobrowse.lambda.NativeFunction;
import cobrowse.settings.Environment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;

/** The executable, which is told its language as one argument each: this system may not have that of {@code LANG}. */
class LocaleIT {
    private static DynamoDbLocal table;

    @BeforeAll
    static void startDynamoDb() {
        table = DynamoDbLocal.start();
        table.createTable(OnDynamoDbLocal.TABLE);
    }

    @AfterAll
    static void stopDynamoDb() {
        table.close();
    }

    abstract static class Executable extends LocaleTests {
        private final String arguments;
        private NativeFunction function;

        Executable(String arguments) {
            this.arguments = arguments;
        }

        @Override
        String invoke(String event) throws Exception {
            return function.answer(event).prettify();
        }

        /** Before what the others of this kind do with it. */
        @BeforeEach
        @Override
        void healthy() throws Exception {
            genesys = new FakeGenesys();
            dynamoDb = table;
            super.healthy();
            var environment = NativeFunction.on(genesys.url());
            settings().forEach((name, value) -> environment.put(Environment.variable(name), value));
            function = new NativeFunction(environment, List.of("/bin/sh", "-c", "exec \"$0\" " + arguments)).ready();
        }

        @AfterEach
        void stop() throws Exception {
            function.close();
            genesys.close();
        }

        private Map<String, String> settings() {
            var settings = new HashMap<>(IN_CAPITALS);
            settings.putAll(OnDynamoDbLocal.SETTINGS);
            settings.put("aws.endpoint-url-dynamodb", table.uri().toString());
            return settings;
        }
    }

    @Nested
    class TurkishIT extends Executable {
        TurkishIT() {
            super("-Duser.language=tr -Duser.country=TR");
        }
    }

    @Nested
    class AzerbaijaniIT extends Executable {
        AzerbaijaniIT() {
            super("-Duser.language=az -Duser.country=AZ");
        }
    }

    @Nested
    class ThaiIT extends Executable {
        ThaiIT() {
            super("-Duser.language=th -Duser.country=TH -Duser.extensions=u-ca-buddhist-nu-thai");
        }
    }
}
