package dev.tocsin.classify.pack;

import dev.tocsin.contracts.TopicPack;
import java.nio.file.Path;

/** A pack and where it was read from. */
record PackFile(Path file, TopicPack pack, PackLines lines) {
    /** The mistake at a key of this file, such as {@code signals[2].weight}. */
    InvalidPackException mistake(String key, String reason) {
        return new InvalidPackException(file, lines.line(key), key, reason);
    }
}
