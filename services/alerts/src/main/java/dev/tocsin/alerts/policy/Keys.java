package dev.tocsin.alerts.policy;

import dev.tocsin.contracts.LedgerLine;
import dev.tocsin.contracts.Story;
import dev.tocsin.contracts.StoryReaction;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What a desk was told of, in keys short enough to be kept with each story. */
final class Keys {
    private Keys() {}

    static String of(LedgerLine line, LedgerLine.Entry entry) {
        return of(line, entry, entry.state());
    }

    /** The key that the entry would have in another state. */
    static String of(LedgerLine line, LedgerLine.Entry entry, String state) {
        var voice = entry.speaker() == null ? entry.reportedBy() : entry.speaker();
        return hash(String.join(
                "|",
                line.kind(),
                line.scope(),
                String.valueOf(entry.low()),
                String.valueOf(entry.high()),
                voice,
                state));
    }

    static String of(StoryReaction reaction) {
        return hash(String.join("|", reaction.actor(), reaction.stance(), String.valueOf(reaction.towards())));
    }

    static String ofPhase(String phase) {
        return hash("phase|" + phase);
    }

    /** All that a story tells now. */
    static List<String> all(Story story, Collection<String> phases) {
        var keys = new ArrayList<String>();
        for (var line : story.ledger()) {
            line.entries().forEach(entry -> keys.add(of(line, entry)));
        }
        story.reactions().forEach(reaction -> keys.add(of(reaction)));
        phases.forEach(phase -> keys.add(ofPhase(phase)));
        return keys;
    }

    /** 64 bits, so that among some thousands none meets another (FNV-1a). */
    private static String hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        return Long.toString(hash, Character.MAX_RADIX);
    }
}
