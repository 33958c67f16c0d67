package cobrowse.aws;

import cobrowse.restclient.HostUrl;
import java.net.URI;
import java.util.Optional;
import java.util.function.Function;

/** The services that this function asks. */
enum Service {
    DYNAMODB("dynamodb", "AWS_ENDPOINT_URL_DYNAMODB", AwsConfig::endpointUrlDynamodb),
    SECRETS_MANAGER("secretsmanager", "AWS_ENDPOINT_URL_SECRETS_MANAGER", AwsConfig::endpointUrlSecretsManager);

    /** In signatures and host names. */
    final String id;

    private final String variable;
    private final Function<AwsConfig, Optional<String>> override;

    Service(String id, String variable, Function<AwsConfig, Optional<String>> override) {
        this.id = id;
        this.variable = variable;
        this.override = override;
    }

    /** Where to find it, in the order of the AWS SDKs. */
    URI endpoint(AwsConfig config, String region) {
        return override.apply(config)
                .map(url -> HostUrl.parse(variable, url))
                .or(() -> config.endpointUrl().map(url -> HostUrl.parse("AWS_ENDPOINT_URL", url)))
                .orElseGet(() -> URI.create("https://" + id + "." + region + "." + domain(region)));
    }

    private static String domain(String region) {
        return region.startsWith("cn-") ? "amazonaws.com.cn" : "amazonaws.com";
    }
}
