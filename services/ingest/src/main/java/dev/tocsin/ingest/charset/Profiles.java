package dev.tocsin.ingest.charset;

import java.util.List;

/** The encodings that are looked for where none is declared, with the letters that speak for each. */
final class Profiles {
    private static final String RUSSIAN = "оеаинтсрвлкмдпуы";
    private static final String CYRILLIC = "яьгзбчйхжшюцщэфёіїєґўјљњћђџ";
    /** Without һ, which is rare and Serbian's ћ in the other reading; the others are no likelier than Ukraine's letters. */
    private static final String KAZAKH = "яьгзбчйхжшюцщэфёіғәүұ";

    private static final String CHINESE =
            "的一是不了在人有我他这中大来上国个到说们为和地以年会时要出新日月发政民行经本分对生成方公" + "之于自后作里用道然家事多可主理现同业表部学进长工市动合前报员定内外世开高东力全法者社区记重电相体关系间机示性资";
    private static final String CHINESE_OLD =
            "的一是不了在人有我他這中大來上國個到說們為和地以年會時要出新日月發政民行經本分對生成方公" + "之於自後作裡用道然家事多可主理現同業表部學進長工市動合前報員定內外世開高東力全法者社區記重電相體關係間機示性資";
    private static final String JAPANESE = "のはをにがとでたてるいしなれもかさりこうまっんスントルーリアクイ";
    private static final String KOREAN = "이다의에는을가한고하지로기사도서대은정인어자나해전시리부과국원";

    static final List<Profile> ALL = List.of(
            profile("windows-1252", "éèàäöüßñçóíáåæëï", "øêâôîúãõœžšý", 0.15),
            profile("windows-1251", RUSSIAN, CYRILLIC, 0.1),
            profile("koi8-u", RUSSIAN, CYRILLIC, 0.05),
            profile("ibm866", RUSSIAN, CYRILLIC, 0),
            profile("iso-8859-5", RUSSIAN, CYRILLIC, 0),
            profile("kz1048", RUSSIAN + "қңө", KAZAKH, 0.06),
            profile("windows-1250", "áíéěščřžýůúłąęśżóćöü", "őűăţźńäşâîđťďňľĺô", 0.1),
            profile("iso-8859-2", "áíéěščřžýůúłąęśżóćöü", "őűăţźńäşâîđťďňľĺô", 0),
            profile("windows-1254", "ışğöüç", "âîû", 0.12),
            profile("windows-1257", "āēīūšžčėįųąęõäöü", "ģķļņ", 0),
            profile("windows-1253", "αοιετσνηυρπκμλω", "ςόίάέήύώγδθφχβξζψ", 0),
            profile("windows-1255", "יוהלאתרבמשנ", "עחדקפסגזכטצםןךףץ", 0.15),
            profile("windows-1256", "اليمونترةبعدسفك", "هجحقخصشضطظغثذزءأإآىئؤپچژگ", 0),
            profile("x-windows-874", "านรอกเงยลวมตสะท", "ดใคหแบปพชจถขผไโฟซศษธญณฐฉภุู็่้๊๋์ิีึืัำ", 0),
            profile("gb18030", CHINESE, "一", 0.25),
            profile("big5-hkscs", CHINESE_OLD, "一", 0.25),
            profile("windows-31j", JAPANESE, "一日国年大", 0.3),
            profile("euc-jp", JAPANESE, "一日国年大", 0.3),
            profile("iso-2022-jp", JAPANESE, "一日国年大", 0),
            profile("x-windows-949", KOREAN, "가一", 0.2));

    private Profiles() {}

    private static Profile profile(String encoding, String common, String usual, double prior) {
        return new Profile(EncodingNames.of(encoding).orElseThrow(), common, usual, prior);
    }
}
