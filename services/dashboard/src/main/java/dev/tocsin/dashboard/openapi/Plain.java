package dev.tocsin.dashboard.openapi;

/** Examples of answers that are no JSON. */
final class Plain {
    private Plain() {}

    static String example(String mediaType) {
        return switch (mediaType) {
            case "text/event-stream" -> "event: alert\nid: a1c.0-s2f-v0\ndata: {\"story\":\"s1\",\"revision\":1}\n\n";
            case "application/atom+xml" -> "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Tocsin</title></feed>";
            case "application/cap+xml" -> "<alert xmlns=\"urn:oasis:names:tc:emergency:cap:1.2\"></alert>";
            case "text/html" -> "<!doctype html><title>Protests in Almaty</title>";
            case "application/pdf" -> "%PDF-1.7";
            case "text/csv" -> "kind,scope,value\nkilled,security,18\n";
            case "application/x-ndjson" -> "{\"id\":\"5f0c2c1ab6a04f3e\"}\n";
            case "application/yaml" -> "id: protests\nversion: 3\n";
            default -> "<opml version=\"2.0\"><body/></opml>";
        };
    }
}
