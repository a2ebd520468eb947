package dev.tocsin.ingest.feeds;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The desk's own words for feeds. A slash makes a tag a place in a tree, as folders of OPML are: {@code asia/central}.
 */
public final class Tags {
    /** Tags of one feed. */
    public static final int MOST = 20;

    private static final int LONGEST = 200;
    private static final Pattern FORBIDDEN = Pattern.compile("[,\\p{Cntrl}]");

    private Tags() {}

    /**
     * Tags in their order, each once, without blanks around them or around a slash.
     *
     * @throws IllegalArgumentException that names the tag that is wrong
     */
    public static List<String> of(Collection<String> written) {
        var tags = new LinkedHashSet<String>();
        for (var tag : written) {
            tags.add(checked(
                    tag.replaceAll("\\s*/[\\s/]*", "/").replaceAll("^/|/$", "").strip()));
        }
        if (tags.size() > MOST) {
            throw new IllegalArgumentException("'tags' holds " + tags.size() + " tags, at most " + MOST);
        }
        return List.copyOf(tags);
    }

    private static String checked(String tag) {
        if (tag.isEmpty()) {
            throw new IllegalArgumentException("'tags' holds an empty tag: leave it out");
        }
        if (tag.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "'tags' holds a tag of " + tag.length() + " characters, at most " + LONGEST);
        }
        if (FORBIDDEN.matcher(tag).find()) {
            throw new IllegalArgumentException(
                    "'tags' holds '" + tag + "': a comma or a control character cannot be in a tag");
        }
        return tag;
    }
}
