package cobrowse.locale;

import cobrowse.aws.OnDynamoDbLocal;
import cobrowse.fake.OnFakeGenesys;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Starts the function in a JVM that speaks another language, which only its start and its requests see. */
abstract class OnOtherLocale extends OnFakeGenesys {
    /** A setting of the tests' own: the language that they run in. */
    static final String TAG = "test.language";

    private final String tag;

    OnOtherLocale(String tag) {
        this.tag = tag;
    }

    @Override
    public Map<String, String> getConfigOverrides() {
        return with(
                super.getConfigOverrides(),
                with(
                        OnDynamoDbLocal.SETTINGS,
                        with(LocaleTests.IN_CAPITALS, Map.of("cobrowse.deadline", "PT10S", TAG, tag))));
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(
                new TestResourceEntry(Resource.class),
                new TestResourceEntry(OnDynamoDbLocal.Resource.class),
                new TestResourceEntry(Speaking.class, Map.of("tag", tag)));
    }

    public static class Speaking implements QuarkusTestResourceLifecycleManager {
        private final Locale before = Locale.getDefault();
        private String tag;

        @Override
        public void init(Map<String, String> arguments) {
            tag = arguments.get("tag");
        }

        @Override
        public Map<String, String> start() {
            Locale.setDefault(Locale.forLanguageTag(tag));
            return Map.of();
        }

        @Override
        public void stop() {
            Locale.setDefault(before);
        }
    }
}
