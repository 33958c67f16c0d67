package cobrowse.aws;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.rest.client.annotation.ClientHeaderParam;

/** Secrets Manager, API version 2017-10-17. */
@Path("/")
@Consumes(SecretsManagerApi.JSON)
@Produces(SecretsManagerApi.JSON)
interface SecretsManagerApi {
    String JSON = "application/x-amz-json-1.1";

    @POST
    @ClientHeaderParam(name = "X-Amz-Target", value = "secretsmanager.GetSecretValue")
    Uni<String> getSecretValue(GetSecretValue input);

    /** @param secretId a name or an ARN */
    @RegisterForReflection
    record GetSecretValue(@JsonProperty("SecretId") String secretId) {}
}
