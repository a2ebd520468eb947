package dev.tocsin.dashboard.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PdfTest {
    private static String page(String body) {
        return "<html><head><style>" + Style.text() + "</style></head><body>" + body + "</body></html>";
    }

    private static String text(byte[] pdf) throws Exception {
        try (var document = Loader.loadPDF(pdf)) {
            return Normalizer.normalize(new PDFTextStripper().getText(document), Normalizer.Form.NFKC);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Storm toll", "Число погибших", "Қазақстан", "Елде жалпыұлттық", "Ωραία", "شمار", "מספר"})
    void writesTheLettersOfManyScripts(String words) throws Exception {
        assertThat(text(Pdf.of(page("<p dir=\"auto\">" + words + "</p>")))).contains(words);
    }

    @Test
    void leavesOutWhatXmlHasNoPlaceFor() throws Exception {
        assertThat(text(Pdf.of(page("<p>be\u0001fore \uD800after</p>")))).contains("before after");
    }

    @Test
    void loadsNothing(@TempDir Path folder) throws Exception {
        var secret = Files.writeString(folder.resolve("secret.svg"), "<svg xmlns='http://www.w3.org/2000/svg'/>");

        assertThat(text(Pdf.of(page("<p>there</p><img src=\"" + secret.toUri() + "\"/>"))))
                .contains("there");
    }

    @Test
    void findsTheSystemsFonts_ofOtherScripts(@TempDir Path folder) throws Exception {
        Files.createDirectories(folder.resolve("truetype/noto"));
        for (var name :
                new String[] {"NotoSansThai-Regular.ttf", "NotoSansThai-Bold.ttf", "DroidSansFallbackFull.ttf"}) {
            Files.createFile(folder.resolve("truetype/noto").resolve(name));
        }

        assertThat(Fonts.below(folder))
                .extracting(f -> f.getFileName().toString())
                .containsExactly("DroidSansFallbackFull.ttf", "NotoSansThai-Regular.ttf");
        assertThat(Fonts.below(folder.resolve("none"))).isEmpty();
    }
}
