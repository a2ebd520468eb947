package dev.tocsin.contracts;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The envelope of every message: the attributes of CloudEvents 1.0, carried as headers (Kafka protocol binding, binary
 * mode), and the W3C {@code traceparent} that follows an article through all stages.
 *
 * @param id unique per source; deterministic, so that a redelivery carries the same one
 * @param source the service that wrote it, as {@code /tocsin/<service>}
 * @param type the event type of its channel
 * @param time when the message was made
 * @param subject the article, story or topic id it speaks of
 */
public record CloudEvent(String id, String source, String type, Instant time, String subject, TraceParent traceParent) {
    public static final String CONTENT_TYPE = "application/json";
    public static final String TRACE_PARENT = "traceparent";

    /** Our extension attribute of classified articles: of how many topics one is, so that most need not be read by those who follow topics. */
    public static final String TOPIC_COUNT = "ce_topiccount";

    public CloudEvent {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(traceParent, "traceParent");
    }

    /**
     * The envelope of a message on a channel.
     *
     * @param service the writing service's name, such as {@code ingest}
     * @param subject the article, story or topic id
     * @param revision the subject's revision; with the event type it makes the id unique
     */
    public static CloudEvent of(
            Channel channel, String service, String subject, long revision, Instant time, TraceParent trace) {
        return new CloudEvent(
                subject + "." + revision + "." + channel.slug(),
                "/tocsin/" + service,
                channel.eventType(),
                time,
                subject,
                trace);
    }

    /** Header names and values in the order they are written, values to be encoded as UTF-8. */
    public Map<String, String> headers() {
        var headers = new LinkedHashMap<String, String>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", id);
        headers.put("ce_source", source);
        headers.put("ce_type", type);
        headers.put("ce_time", time.toString());
        headers.put("ce_subject", subject);
        headers.put("content-type", CONTENT_TYPE);
        headers.put(TRACE_PARENT, traceParent.value());
        return headers;
    }
}
