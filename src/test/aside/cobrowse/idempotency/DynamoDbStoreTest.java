package cobrowse.idempotency;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import cobrowse.aws.OnDynamoDbLocal;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(OnDynamoDbLocal.class)
class DynamoDbStoreTest extends StoreTests {
    @Inject
    Store store;

    @Override
    Store store() {
        return store;
    }

    @Test
    void tableThatIsSetIsTheStore() {
        assertInstanceOf(DynamoDbStore.class, store);
    }
}
