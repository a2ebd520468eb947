package dev.tocsin.ingest.dates;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * Time zones by the names that RFC 822 gave them and those that editors' computers write. A name that stands for
 * several is the one that feeds mean: BST is British, IST Indian, CST American.
 */
final class Zones {
    private static final Pattern OFFSET =
            Pattern.compile("(?:utc|gmt|etc/gmt|z)?\\s?([+-])(\\d{1,2})(?::?([0-5]\\d))?(?::?\\d{2})?");

    private static final Map<String, Integer> NAMES = names();

    private Zones() {}

    private static Map<String, Integer> names() {
        var minutes = new HashMap<String, Integer>();
        put(minutes, 0, "ut utc gmt z wet zulu etc/gmt etc/utc гмт");
        put(minutes, -180, "adt brt art");
        put(minutes, -240, "ast at edt clt");
        put(minutes, -300, "est et cdt");
        put(minutes, -360, "cst ct mdt");
        put(minutes, -420, "mst mt pdt");
        put(minutes, -480, "pst pt akdt");
        put(minutes, -540, "akst");
        put(minutes, -600, "hst hast");
        put(minutes, -150, "ndt");
        put(minutes, -210, "nst");
        put(minutes, 60, "bst cet met mez west wat n");
        put(minutes, 120, "cest mest mesz eet cat sast");
        put(minutes, 180, "eest msk мск eat trt idt fet");
        put(minutes, 240, "msd samt gst azt amt get");
        put(minutes, 210, "irst");
        put(minutes, 270, "irdt aft");
        put(minutes, 300, "pkt uzt tjt tmt yekt aqtt qyzt");
        put(minutes, 330, "ist");
        put(minutes, 345, "npt");
        put(minutes, 360, "almt kgt omst");
        put(minutes, 420, "novt krat wib ict");
        put(minutes, 480, "hkt sgt myt irkt awst pht");
        put(minutes, 540, "jst kst yakt");
        put(minutes, 570, "acst");
        put(minutes, 600, "aest vlat");
        put(minutes, 660, "aedt magt");
        put(minutes, 720, "nzst pett y");
        put(minutes, 780, "nzdt");
        put(minutes, -60, "a");
        put(minutes, -720, "m");
        return Map.copyOf(minutes);
    }

    private static void put(Map<String, Integer> minutes, int offset, String names) {
        for (var name : names.split(" ")) {
            minutes.put(name, offset);
        }
    }

    static boolean isName(String word) {
        return NAMES.containsKey(word.toLowerCase(Locale.ROOT));
    }

    /** Seconds east of Greenwich; empty for what is no zone. */
    static OptionalInt seconds(String zone) {
        var key = zone.strip().toLowerCase(Locale.ROOT);
        var named = NAMES.get(key);
        if (named != null) {
            return OptionalInt.of(named * 60);
        }
        var offset = OFFSET.matcher(key);
        return offset.matches() ? signed(offset.group(1), offset.group(2), offset.group(3)) : OptionalInt.empty();
    }

    private static OptionalInt signed(String sign, String hours, String minutes) {
        int total = Integer.parseInt(hours) * 60
                + Optional.ofNullable(minutes).map(Integer::parseInt).orElse(0);
        // no place on earth is further off (Kiribati, +14:00)
        return total > 14 * 60 ? OptionalInt.empty() : OptionalInt.of(sign.equals("-") ? -total * 60 : total * 60);
    }
}
