package dev.tocsin.archive;

import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** The contract on a real MongoDB, where {@code TOCSIN_TEST_MONGODB} gives the address of one; in databases of its own. */
@EnabledIfEnvironmentVariable(
        named = "TOCSIN_TEST_MONGODB",
        matches = "mongodb.*",
        disabledReason = "TOCSIN_TEST_MONGODB gives no address of a MongoDB, such as mongodb://localhost:27017")
class MongoDbStoreIT extends StoreContract {
    @Override
    String connectionString() {
        return System.getenv("TOCSIN_TEST_MONGODB");
    }
}
