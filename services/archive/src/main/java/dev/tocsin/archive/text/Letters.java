package dev.tocsin.archive.text;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

/** What letters of other alphabets, and Latin ones with marks, sound like, written in plain Latin letters. */
final class Letters {
    private static final String[] ALPHABETS = {
        // Cyrillic, those of Turkic languages, Ukrainian, Belarusian, Serbian and Macedonian included
        "а a б b в v г g ґ g ғ g д d ђ s е e є e ё e ж s җ s з s и i і i ї i й i ј i к k қ k ќ k л l љ l м m н n њ n ң n о o ө o"
                + " п p р r с s т t ћ s у u ў u ү u ұ u ф v х kh һ h ц s ч s џ s ш s щ s ъ - ы i ь - э e ю iu я ia ә a ѓ g ѕ s",
        "α a β v γ g δ d ε e ζ s η i θ t ι i κ k λ l μ m ν n ξ ks ο o π p ρ r σ s ς s τ t υ i φ v χ kh ψ ps ω o",
        "ა a ბ b გ g დ d ე e ვ v ზ s თ t ი i კ k ლ l მ m ნ n ო o პ p ჟ s რ r ს s ტ t უ u ფ p ქ k ღ g ყ k შ s ჩ s ც s ძ s წ s ჭ s"
                + " ხ kh ჯ s ჰ h",
        "ա a բ b գ g դ d ե e զ s է e ը e թ t ժ s ի i լ l խ kh ծ s կ k հ h ձ s ղ g ճ s մ m յ i ն n շ s ո o չ s պ p ջ s ռ r ս s"
                + " վ v տ t ր r ց s ւ v փ p ք k օ o ֆ v",
        // no short vowels, so that only the consonants say something
        "ب b پ b ت t ث s ج s چ s ح h خ kh د d ذ s ر r ز s ژ s س s ش s ص s ض d ط t ظ s غ g ف v ق k ك k ک k گ g ل l م m ن n ه h"
                + " و u ي i ی i ا a أ a إ a آ a ى a",
        // of Latin letters those whose mark makes another sound
        "č s ć s ç s š s ś s ş s ș s ž s ź s ż s ł l đ d ð d þ t ß s ı i ə a æ a œ o ø o ğ g ñ n ţ s ț s ŋ n"
    };

    private static final Map<Character, String> SOUNDS = sounds();

    private Letters() {}

    /** A word in lower case, in Latin letters. */
    static String latin(String word) {
        var latin = new StringBuilder(word.length() + 4);
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c < 0x80) {
                latin.append(c);
            } else if (!word.startsWith("дж", i)) {
                latin.append(SOUNDS.getOrDefault(c, ""));
            }
        }
        return latin.toString();
    }

    private static Map<Character, String> sounds() {
        var sounds = new HashMap<Character, String>();
        for (char c = 0xc0; c < 0x250; c++) {
            char plain =
                    Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD).charAt(0);
            if (plain < 0x80) {
                sounds.put(Character.toLowerCase(c), String.valueOf(Character.toLowerCase(plain)));
            }
        }
        for (var alphabet : ALPHABETS) {
            var pairs = alphabet.split(" ");
            for (int i = 0; i < pairs.length; i += 2) {
                sounds.put(pairs[i].charAt(0), pairs[i + 1].equals("-") ? "" : pairs[i + 1]);
            }
        }
        return Map.copyOf(sounds);
    }
}
