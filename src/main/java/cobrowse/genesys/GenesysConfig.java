package cobrowse.genesys;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** The environment variables {@code GENESYS_*}; an empty one counts as not set. */
@ConfigMapping(prefix = "genesys")
interface GenesysConfig {
    /** {@code GENESYS_REGION}: a name such as {@code eu_central_1} or a domain such as {@code mypurecloud.de}. */
    Optional<String> region();

    /** {@code GENESYS_LOGIN_URL}: instead of the region's {@code https://login.{domain}}. */
    Optional<String> loginUrl();

    /** {@code GENESYS_API_URL}: instead of the region's {@code https://api.{domain}}. */
    Optional<String> apiUrl();

    /** {@code GENESYS_CREDENTIALS_SECRET_ID}: a secret in Secrets Manager, {@code {"clientId","clientSecret"}}. */
    Optional<String> credentialsSecretId();

    /** {@code GENESYS_CLIENT_AUTHENTICATION}: {@code basic} or {@code form}. */
    Optional<String> clientAuthentication();

    /** {@code GENESYS_USER_LOOKUP}: {@code search} or {@code list}. */
    Optional<String> userLookup();
}
