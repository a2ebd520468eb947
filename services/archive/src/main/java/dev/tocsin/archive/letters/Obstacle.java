package dev.tocsin.archive.letters;

import dev.tocsin.contracts.Channel;
import dev.tocsin.contracts.DeadLetter;
import org.jspecify.annotations.Nullable;

/** Tells why the message of a letter cannot be put back, because letters are messages and may be hostile. */
public final class Obstacle {
    private Obstacle() {}

    /**
     * Why it cannot be put back; null where it can.
     *
     * @param subject of the letter's envelope
     * @param prefix of the channels of this system
     */
    public static @Nullable String of(DeadLetter letter, @Nullable String subject, String prefix) {
        var channel = Channel.ofKafkaTopic(letter.kafkaTopic());
        if (channel.isEmpty() || !channel.get().kafkaTopic(prefix).equals(letter.kafkaTopic())) {
            return "it stood on '" + shortened(letter.kafkaTopic()) + "', which is no channel of this system";
        }
        if (channel.get() == Channel.DEAD_LETTERS) {
            return "it is no dead letter: whoever wrote it must look at it";
        }
        // the envelope of a letter speaks of the message's position, but for an alert that a receiver did not take
        if (letter.service().equals("notify") && subject != null && !subject.equals(letter.position())) {
            return "it was read and a receiver did not take it: send that delivery again";
        }
        return null;
    }

    private static String shortened(String text) {
        return text.length() <= 80 ? text : text.substring(0, 79) + "…";
    }
}
