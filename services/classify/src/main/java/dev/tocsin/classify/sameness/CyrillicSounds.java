package dev.tocsin.classify.sameness;

/** Reads the consonants of a word in Cyrillic letters, of any language. */
final class CyrillicSounds {
    private static final String LETTERS = "бвгғґдђжҗзкқлљмнњңпрстћфцчџшщґ";
    private static final String CLASSES = "bvgggdsssskkllmnnnprstsfsssssg";

    private final String word;
    private final Consonants sounds;

    CyrillicSounds(String word, Consonants sounds) {
        this.word = word;
        this.sounds = sounds;
    }

    void read() {
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            int known = LETTERS.indexOf(c);
            if (i == 0 && known < 0) {
                initialVowel(c);
            } else if (c == 'д' && sounds.at(i + 1) == 'ж') {
                sounds.add('s');
                i++;
            } else if (c == 'к' && sounds.at(i + 1) == 'в' && i == 0) {
                sounds.add('k');
                i++;
            } else if (known >= 0) {
                sounds.add(CLASSES.charAt(known));
            }
        }
    }

    private void initialVowel(char c) {
        switch (c) {
            case 'я', 'ю', 'й', 'ї', 'є' -> sounds.add('s');
            case 'у', 'ў' -> sounds.add(sounds.isVowelAt(1) ? 'v' : 'a');
            case 'х', 'һ' -> {}
            default -> sounds.add('a');
        }
    }
}
