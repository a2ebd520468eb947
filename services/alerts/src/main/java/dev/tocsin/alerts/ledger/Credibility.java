package dev.tocsin.alerts.ledger;

import dev.tocsin.contracts.StoryOrigin;
import java.util.List;

/**
 * NATO/Admiralty credibility of information, 1 (confirmed by other sources) to 6 (truth cannot be judged), as AJP-2.1 and
 * STANAG 2511 word it. They leave the judgement to people; ours follows from the independent origins and the reliability,
 * A to F, of their sources:
 *
 * <ol>
 *   <li>confirmed: two origins graded A or B
 *   <li>probably true: one graded A or B and another one graded C or not judged; or three graded C
 *   <li>possibly true: one graded A or B; or one graded C and another C or not judged; or three not judged
 *   <li>doubtful: one graded C; or two graded D
 *   <li>improbable: nothing better than one D, or E
 *   <li>cannot be judged: one or two sources that nobody judged, or none
 * </ol>
 */
public final class Credibility {
    private Credibility() {}

    /** @param origins the independent ones; copies and translations count under whom they repeat */
    public static int of(List<StoryOrigin> origins) {
        long good = count(origins, "AB");
        long fair = count(origins, "C");
        long weak = count(origins, "D");
        long bad = count(origins, "E");
        long unjudged = origins.size() - good - fair - weak - bad;
        if (good >= 2) {
            return 1;
        }
        if (good == 1 && fair + unjudged >= 1 || fair >= 3) {
            return 2;
        }
        if (good == 1 || fair >= 1 && fair + unjudged >= 2 || unjudged >= 3) {
            return 3;
        }
        if (fair == 1 || weak >= 2) {
            return 4;
        }
        return weak + bad > 0 ? 5 : 6;
    }

    private static long count(List<StoryOrigin> origins, String grades) {
        return origins.stream()
                .filter(o -> o.reliability() != null && grades.contains(o.reliability()))
                .count();
    }
}
