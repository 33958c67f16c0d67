package cobrowse.idempotency;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

@ConfigMapping(prefix = "idempotency")
interface IdempotencyConfig {
    /** {@code IDEMPOTENCY_TABLE}: a DynamoDB table; the container's memory if not set. */
    Optional<String> table();
}
