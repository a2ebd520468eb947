package dev.tocsin.dashboard.live;

import dev.tocsin.contracts.Alert;
import dev.tocsin.contracts.Json;
import dev.tocsin.contracts.Story;
import dev.tocsin.contracts.UnreadableMessageException;
import dev.tocsin.contracts.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;

/**
 * A message in the ring.
 *
 * @param offset where it stands in its slot
 * @param story id of the story that it speaks of
 * @param topic of that story
 * @param json one line of UTF-8, never changed after
 * @param received when this process read it
 */
public record LiveEvent(Slot slot, long offset, String story, String topic, byte[] json, Instant received) {
    /**
     * Reads a message. It is passed on as it came, with fields that this version does not know.
     *
     * @throws UnreadableMessageException when the bytes are not a message of the slot's channel
     */
    public static LiveEvent read(Slot slot, long offset, byte[] message, Instant received)
            throws UnreadableMessageException {
        var json = oneLine(message);
        return switch (Json.read(message, slot.type().channel().message())) {
            case Alert alert -> new LiveEvent(slot, offset, alert.story(), alert.topic(), json, received);
            case Story story -> new LiveEvent(slot, offset, story.id(), story.topic(), json, received);
            case Verdict verdict -> new LiveEvent(slot, offset, verdict.story(), verdict.topic(), json, received);
            case Record other -> throw new IllegalStateException("no live message: " + other.getClass());
        };
    }

    int size() {
        return json.length;
    }

    /** A line break would end the event half way; within JSON it is never more than white space. */
    private static byte[] oneLine(byte[] json) throws UnreadableMessageException {
        for (byte unit : json) {
            if (unit == '\n' || unit == '\r') {
                return compact(json);
            }
        }
        return json;
    }

    private static byte[] compact(byte[] json) throws UnreadableMessageException {
        try {
            return Json.write(Json.mapper().readTree(json));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new UnreadableMessageException("is not JSON: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
