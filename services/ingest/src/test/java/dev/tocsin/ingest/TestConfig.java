package dev.tocsin.ingest;

import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** The service's configuration without the service. */
final class TestConfig {
    private static final int OURS = 200;

    private TestConfig() {}

    /** All defaults, but for these keys below {@code tocsin.ingest.}. */
    static IngestConfig with(Map<String, String> keys) {
        var properties = new HashMap<String, String>();
        keys.forEach((key, value) -> properties.put("tocsin.ingest." + key, value));
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withMapping(IngestConfig.class)
                .withConverter(MemorySize.class, OURS, new MemorySizeConverter())
                .withConverter(Duration.class, OURS, new DurationConverter())
                .withSources(new PropertiesConfigSource(properties, "test", 100))
                .build()
                .getConfigMapping(IngestConfig.class);
    }
}
