package dev.tocsin.e2e;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** Programs that share no code with Tocsin, by which the tests look at it as other systems do; named as Debian names them. */
enum Client {
    CURL("curl", "command -v curl", "sh"),
    /** librdkafka, in C. */
    KCAT("kcat", "command -v kcat", "sh"),
    PYTHON("python3", "", Client.PYTHONS),
    PYMONGO("python3-pymongo", "import pymongo", Client.PYTHONS),
    CONFLUENT_KAFKA("python3-confluent-kafka", "import confluent_kafka", Client.PYTHONS);

    /** Debian's packages are for its own Python, which may not be the first on the path. */
    private static final String PYTHONS = "python3 /usr/bin/python3";

    private final String debian;
    private final String probe;
    private final List<String> interpreters;

    Client(String debian, String probe, String interpreters) {
        this.debian = debian;
        this.probe = probe;
        this.interpreters = List.of(interpreters.split(" "));
    }

    /** What runs scripts that use it; where it is not installed the test is skipped, and says what is missing. */
    String interpreter() throws IOException, InterruptedException {
        for (var interpreter : interpreters) {
            if (runs(interpreter)) {
                return interpreter;
            }
        }
        return Assumptions.abort("skipped: " + debian + " is not installed (apt-get install " + debian + ")");
    }

    private boolean runs(String interpreter) throws IOException, InterruptedException {
        try {
            var process = new ProcessBuilder(interpreter, "-c", probe)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false; // there is no such interpreter
        }
    }
}
