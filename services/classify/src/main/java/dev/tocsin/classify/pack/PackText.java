package dev.tocsin.classify.pack;

import dev.tocsin.contracts.Json;
import dev.tocsin.contracts.TopicPack;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A pack that comes by another way than a folder, tried as one of a folder is. */
public final class PackText {
    private PackText() {}

    /**
     * A pack written in YAML, of which JSON is a part.
     *
     * @param name what mistakes are said to be in
     * @throws InvalidPackException for the first mistake, with its line, its key and how to mend it
     */
    public static TopicPack read(String name, String text) throws InvalidPackException {
        var pack = PackReader.read(Path.of(name), text);
        PackCheck.check(pack);
        return pack.pack();
    }

    /**
     * Tries a pack that was read already.
     *
     * @param topic whose pack it is to be
     * @throws InvalidPackException for the first mistake
     */
    public static void check(String topic, TopicPack pack) throws InvalidPackException {
        if (!pack.id().equals(topic)) {
            throw new InvalidPackException("the topic '" + topic + "' is given the pack '" + pack.id() + "'");
        }
        read("topic " + topic, new String(Json.write(pack), StandardCharsets.UTF_8));
    }
}
