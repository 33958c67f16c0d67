package cobrowse.token;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

@ConfigMapping(prefix = "token")
interface TokenConfig {
    /** {@code TOKEN_TABLE}: a DynamoDB table; each container has a token of its own if not set. */
    Optional<String> table();

    /** {@code TOKEN_POOL_SIZE}: how many tokens the containers share, 1 to 50; 10 if not set. */
    Optional<String> poolSize();
}
