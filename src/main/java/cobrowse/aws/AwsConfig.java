package cobrowse.aws;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** The environment variables {@code AWS_*} that Lambda sets, and those that move a service elsewhere. */
@ConfigMapping(prefix = "aws")
interface AwsConfig {
    Optional<String> region();

    Optional<String> accessKeyId();

    Optional<String> secretAccessKey();

    Optional<String> sessionToken();

    /** {@code AWS_ENDPOINT_URL}: for every service that has no URL of its own. */
    Optional<String> endpointUrl();

    Optional<String> endpointUrlDynamodb();

    Optional<String> endpointUrlSecretsManager();
}
