package dev.tocsin.local;

import dev.tocsin.contracts.Json;
import dev.tocsin.contracts.UnreadableMessageException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The latest play on a data folder. Each is an exercise of its own, so that what came out of one before swallows nothing of it and
 * makes no story with it. One that a kill broke off goes on as the same: what it told already is not told again.
 *
 * @param number from 1
 * @param scenario its folder
 * @param finished whether it was played to its end
 */
record Play(int number, String scenario, boolean finished) {
    private static final String FILE = "play.json";

    /**
     * The play that begins now, written down.
     *
     * @param afterKill whether the run before it had no time to stop
     */
    static Play begin(Path data, Path scenario, boolean afterKill) {
        var name = scenario.toString();
        var last = Files.exists(data.resolve(FILE)) ? read(data) : new Play(0, name, true);
        boolean goesOn = afterKill && !last.finished() && last.scenario().equals(name);
        return goesOn ? last : new Play(last.number() + 1, name, false).written(data);
    }

    /** It was played to its end. */
    void finish(Path data) {
        new Play(number, scenario, true).written(data);
    }

    private static Play read(Path data) {
        try {
            return Json.read(Files.readAllBytes(data.resolve(FILE)), Play.class);
        } catch (IOException | UnreadableMessageException e) {
            throw new LaunchException(
                    "the file " + data.resolve(FILE) + ", which counts the plays, cannot be read: " + e.getMessage()
                            + "; delete it to count anew",
                    e);
        }
    }

    private Play written(Path data) {
        try {
            Files.write(data.resolve(FILE), Json.write(this));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
