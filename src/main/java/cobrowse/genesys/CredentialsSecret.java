package cobrowse.genesys;

import cobrowse.aws.AwsFailure;
import cobrowse.aws.SecretsManager;
import cobrowse.failure.Code;
import cobrowse.failure.Failure;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** {@code {"clientId": …, "clientSecret": …}} in Secrets Manager. */
class CredentialsSecret {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String id;
    private final SecretsManager secretsManager;

    CredentialsSecret(String id, SecretsManager secretsManager) {
        this.id = id;
        this.secretsManager = secretsManager;
    }

    /** @throws Failure if there are no credentials to be had */
    Credentials read() {
        try {
            return parse(secretsManager.secret(id));
        } catch (AwsFailure.Permanent e) {
            throw rejected("cannot be read: Secrets Manager says " + e.type(), e);
        } catch (AwsFailure e) {
            throw new Failure(
                    Code.GENESYS_UNAVAILABLE,
                    "The secret with the Genesys Cloud client's credentials cannot be read now.",
                    e);
        }
    }

    private static Credentials parse(String text) {
        try {
            var secret = JSON.readTree(text);
            var clientId = secret.path("clientId").asText();
            var clientSecret = secret.path("clientSecret").asText();
            if (!clientId.isBlank() && !clientSecret.isBlank()) {
                return new Credentials(clientId, clientSecret);
            }
        } catch (JsonProcessingException e) {
            // its message would quote the secret
        }
        throw rejected("is not JSON with clientId and clientSecret", null);
    }

    private static Failure rejected(String why, Throwable cause) {
        return new Failure(
                Code.GENESYS_CREDENTIALS_REJECTED,
                "The secret that GENESYS_CREDENTIALS_SECRET_ID names " + why + ".",
                cause);
    }
}
