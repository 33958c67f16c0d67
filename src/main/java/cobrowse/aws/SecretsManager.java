package cobrowse.aws;

import cobrowse.aws.SecretsManagerApi.GetSecretValue;
import cobrowse.time.Deadline;
import jakarta.inject.Singleton;

/** Secrets Manager, as far as this function needs it. */
@Singleton
public class SecretsManager {
    private final SecretsManagerApi api;
    private final ResilientCalls calls;
    private final Deadline deadline;

    SecretsManager(Clients clients, ResilientCalls calls, Deadline deadline) {
        this.api = clients.open(SecretsManagerApi.class, Service.SECRETS_MANAGER);
        this.calls = calls;
        this.deadline = deadline;
    }

    /**
     * @param id a name or an ARN
     * @return the current {@code SecretString}
     * @throws AwsFailure.Permanent if the secret does not exist, is not text, or may not be read
     * @throws AwsFailure.Temporary if another time may be better
     */
    public String secret(String id) {
        var response = AwsJson.read(calls.make(() -> api.getSecretValue(new GetSecretValue(id)), deadline));
        if (response.isMissingNode()) {
            throw new AwsFailure.Temporary("The response is not JSON", null);
        }
        var text = response.path("SecretString").textValue();
        if (text == null) {
            throw new AwsFailure.Permanent("NoSecretString", "The secret is not text");
        }
        return text;
    }
}
