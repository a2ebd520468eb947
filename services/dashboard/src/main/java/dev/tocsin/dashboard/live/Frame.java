package dev.tocsin.dashboard.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One piece of the stream, in the text of server-sent events (WHATWG HTML, 9.2). */
public sealed interface Frame {
    /** The bytes to send. */
    byte[] bytes();

    /** A message, with the cursor after it. */
    record Event(LiveEvent event, Cursor cursor) implements Frame {
        @Override
        public byte[] bytes() {
            return text(event.slot().type().event(), cursor, event.json());
        }
    }

    /** The client missed events that are gone: it should load its lists anew. What follows overlaps with them. */
    record Reset(Cursor cursor) implements Frame {
        @Override
        public byte[] bytes() {
            return text("reset", cursor, "{\"reason\":\"the position is no longer held\"}".getBytes(UTF_8));
        }
    }

    /** A position without an event: browsers remember it and dispatch nothing. */
    record At(Cursor cursor) implements Frame {
        @Override
        public byte[] bytes() {
            return ("id: " + cursor + "\n\n").getBytes(UTF_8);
        }
    }

    /** How long a client should wait before it connects again. */
    record Retry(Duration pause) implements Frame {
        @Override
        public byte[] bytes() {
            return ("retry: " + pause.toMillis() + "\n\n").getBytes(UTF_8);
        }
    }

    /**
     * A sign of life: a comment for proxies, and an event for pages, which cannot see comments. It carries the cursor,
     * so that a client who saw nothing for an hour resumes from now.
     */
    record Beat(@Nullable Cursor cursor) implements Frame {
        @Override
        public byte[] bytes() {
            var event = cursor == null ? "" : "event: beat\nid: " + cursor + "\ndata: {}\n";
            return (": beat\n" + event + "\n").getBytes(UTF_8);
        }
    }

    private static byte[] text(String event, Cursor cursor, byte[] json) {
        var out = new ByteArrayOutputStream(json.length + 128);
        out.writeBytes(("event: " + event + "\nid: " + cursor + "\ndata: ").getBytes(UTF_8));
        out.writeBytes(json);
        out.write('\n');
        out.write('\n');
        return out.toByteArray();
    }
}
