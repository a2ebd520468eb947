package dev.tocsin.classify.pack;

import dev.tocsin.contracts.TopicPack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A folder of topic packs, one file a topic. */
public final class PackFolder {
    private PackFolder() {}

    /**
     * All packs of a folder, in the order of their file names, each of them whole: well-formed, its terms queries, its
     * examples as they should be.
     *
     * @param folder with files that end in {@code .yaml} or {@code .yml}; others are left alone
     * @throws InvalidPackException for the first mistake, or where there is no pack
     */
    public static List<TopicPack> read(Path folder) throws InvalidPackException {
        var packs = new ArrayList<PackFile>();
        for (var file : files(folder)) {
            var pack = PackReader.read(file);
            for (var other : packs) {
                if (other.pack().id().equals(pack.pack().id())) {
                    throw pack.mistake(
                            "id",
                            "'" + pack.pack().id() + "' is the id of " + other.file() + " too: rename one of them");
                }
            }
            PackCheck.check(pack);
            packs.add(pack);
        }
        return packs.stream().map(PackFile::pack).toList();
    }

    private static List<Path> files(Path folder) throws InvalidPackException {
        if (!Files.isDirectory(folder)) {
            throw new InvalidPackException(folder.toAbsolutePath()
                    + ": no such folder of topic packs: set TOCSIN_CLASSIFY_PACKS to the folder that holds them");
        }
        try (var entries = Files.list(folder)) {
            var files = entries.filter(f -> f.toString().matches(".*\\.ya?ml"))
                    .sorted()
                    .toList();
            if (files.isEmpty()) {
                throw new InvalidPackException(folder.toAbsolutePath()
                        + ": holds no topic packs (*.yaml): set TOCSIN_CLASSIFY_PACKS to the folder that holds them");
            }
            return files;
        } catch (IOException e) {
            throw new InvalidPackException(folder.toAbsolutePath() + ": cannot be read: " + e.getMessage());
        }
    }
}
