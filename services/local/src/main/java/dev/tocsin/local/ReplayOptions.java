package dev.tocsin.local;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What {@code --replay} asks for.
 *
 * @param folder of the scenario
 * @param speed how many times as fast as the scenario's own time, 1 to 1,000,000
 * @param inStep each article only when all of the one before has come out, so that every play tells the same in the
 *     same order; {@code speed} does not count then
 */
record ReplayOptions(Path folder, double speed, boolean inStep) {
    static final String USUAL_SPEED = "600";
    private static final double HIGHEST_SPEED = 1_000_000;

    /**
     * @param name of a scenario that comes with Tocsin, or the path of a folder
     * @param scenarios the folder of those that come with it
     * @throws LaunchException with one line for people
     */
    static ReplayOptions of(String name, String speed, Path here, Path scenarios) {
        var own = scenarios.resolve(name).normalize();
        var given = here.resolve(name).normalize();
        for (var folder : new Path[] {own, given}) {
            if (Files.isRegularFile(folder.resolve("scenario.yaml"))) {
                return speed.equals("in-step")
                        ? new ReplayOptions(folder, HIGHEST_SPEED, true)
                        : new ReplayOptions(folder, number(speed), false);
            }
        }
        throw new LaunchException(
                "the scenario " + name + " is neither a folder with a scenario.yaml nor one of those in " + scenarios
                        + " (such as january-2022)");
    }

    private static double number(String speed) {
        try {
            double value = Double.parseDouble(speed);
            if (value >= 1 && value <= HIGHEST_SPEED) {
                return value;
            }
        } catch (NumberFormatException e) {
            // told below, as other wrong values are
        }
        throw new LaunchException("--speed is " + speed
                + ", expected a number from 1 to 1000000, or in-step for one article after the other");
    }
}
