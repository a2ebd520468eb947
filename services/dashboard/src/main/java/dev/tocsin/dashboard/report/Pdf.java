package dev.tocsin.dashboard.report;

import com.openhtmltopdf.bidi.support.ICUBidiReorderer;
import com.openhtmltopdf.bidi.support.ICUBidiSplitter;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;
import dev.tocsin.dashboard.markup.XmlText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Sets a report's page as PDF. It loads nothing: what a report shows, it carries. */
public final class Pdf {
    private static final String FAMILY = "report";
    private static final String OTHER = "other";
    private static final String DEJAVU = "/net/sf/jasperreports/fonts/dejavu/";
    private static final Pattern DRAWING = Pattern.compile("(<svg [^>]*>)(.*?</svg>)", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("<a [^>]*>");
    private static final int BOLD = 700;
    private static final int REGULAR = 400;

    static {
        XRLog.setLoggingEnabled(false);
    }

    private Pdf() {}

    /**
     * The PDF of a page.
     *
     * @param html well-formed; characters that XML 1.0 has no place for are left out
     */
    public static byte[] of(String html) throws IOException {
        var pdf = new ByteArrayOutputStream();
        var others = Fonts.ofSystem();
        var builder = new PdfRendererBuilder()
                .useFastMode()
                .useUnicodeBidiSplitter(new ICUBidiSplitter.ICUBidiSplitterFactory())
                .useUnicodeBidiReorderer(new ICUBidiReorderer())
                .useSVGDrawer(new BatikSVGDrawer())
                // neither a file nor an address, whatever a page may name
                .useUriResolver((base, uri) -> null)
                .useFont(() -> font("DejaVuSans.ttf"), FAMILY, REGULAR, FontStyle.NORMAL, true)
                .useFont(() -> font("DejaVuSans-Bold.ttf"), FAMILY, BOLD, FontStyle.NORMAL, true)
                .withHtmlContent(styled(XmlText.clean(html), families(others.size())), null)
                .toStream(pdf);
        for (int i = 0; i < others.size(); i++) {
            builder.useFont(others.get(i).toFile(), OTHER + i);
        }
        builder.run();
        return pdf.toByteArray();
    }

    /** Batik knows only the style sheet that stands in the drawing itself, and no links but those of SVG 1.1. */
    private static String styled(String html, String families) {
        return DRAWING.matcher(html)
                .replaceAll(drawing -> Matcher.quoteReplacement(drawing.group(1) + "<style>" + Style.CHART + "</style>"
                        + LINK.matcher(drawing.group(2)).replaceAll("<g>").replace("</a>", "</g>")))
                .replace("font-family: " + FAMILY + ",", "font-family: " + families + ",");
    }

    /** Each letter is taken from the first that has it. */
    private static String families(int others) {
        return IntStream.range(0, others).mapToObj(i -> ", " + OTHER + i).collect(Collectors.joining("", FAMILY, ""));
    }

    private static InputStream font(String name) {
        return Objects.requireNonNull(Pdf.class.getResourceAsStream(DEJAVU + name));
    }
}
