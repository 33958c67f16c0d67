package cobrowse.aws;

import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.inject.Singleton;
import java.util.Optional;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/** Who asks, and in which region. Made only where an AWS service is used: the function does without otherwise. */
@Singleton
class Account {
    final String region;
    final AwsCredentialsIdentity credentials;

    Account(AwsConfig config) {
        region = require("AWS_REGION", config.region());
        var id = require("AWS_ACCESS_KEY_ID", config.accessKeyId());
        var secret = require("AWS_SECRET_ACCESS_KEY", config.secretAccessKey());
        credentials = config.sessionToken()
                .<AwsCredentialsIdentity>map(token -> AwsSessionCredentialsIdentity.create(id, secret, token))
                .orElseGet(() -> AwsCredentialsIdentity.create(id, secret));
    }

    private static String require(String variable, Optional<String> value) {
        return value.orElseThrow(() ->
                new ConfigurationException("IDEMPOTENCY_TABLE, TOKEN_TABLE and GENESYS_CREDENTIALS_SECRET_ID need "
                        + variable + ", which Lambda sets."));
    }
}
