package dev.tocsin.dashboard.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The letters that a PDF is written with. DejaVu comes along: Latin, Cyrillic, Greek, Arabic, Hebrew, Armenian, Georgian. For
 * other scripts the system's TrueType fonts are used where there are any; Debian has them in {@code fonts-droid-fallback}
 * (Chinese, Japanese, Korean) and {@code fonts-noto-core}.
 */
final class Fonts {
    private static final Path SYSTEM = Path.of("/usr/share/fonts");
    /** Fonts with TrueType outlines alone can be embedded. */
    private static final Pattern FALLBACK =
            Pattern.compile("DroidSansFallbackFull\\.ttf|NotoSans[A-Z]\\w*-Regular\\.ttf");

    private static final int DEEPEST = 4;
    private static final int MOST = 12;

    private Fonts() {}

    /** The system's, in the order in which they are tried; CJK first, because most readers who miss letters miss those. */
    static List<Path> ofSystem() {
        return below(SYSTEM);
    }

    static List<Path> below(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.find(folder, DEEPEST, (file, what) -> FALLBACK.matcher(
                        file.getFileName().toString())
                .matches())) {
            return files.sorted(Comparator.comparing((Path f) -> f.getFileName().toString()))
                    .limit(MOST)
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
