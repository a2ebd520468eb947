package dev.tocsin.dashboard.live;

import dev.tocsin.contracts.Channel;
import java.util.Arrays;
import java.util.Optional;

/** The kinds of events on the live stream, each the messages of one channel. */
public enum LiveType {
    ALERT("alert", 'a', Channel.ALERTS),
    STORY("story", 's', Channel.STORIES),
    VERDICT("verdict", 'v', Channel.VERDICTS);

    private final String event;
    private final char letter;
    private final Channel channel;

    LiveType(String event, char letter, Channel channel) {
        this.event = event;
        this.letter = letter;
        this.channel = channel;
    }

    /** The {@code event} field on the stream. */
    public String event() {
        return event;
    }

    public Channel channel() {
        return channel;
    }

    /** What stands for this type in the text of a cursor. */
    char letter() {
        return letter;
    }

    /** The type of that event name, if there is one. */
    public static Optional<LiveType> ofEvent(String event) {
        return Arrays.stream(values()).filter(t -> t.event.equals(event)).findFirst();
    }
}
