package dev.tocsin.ingest.parse;

import dev.tocsin.ingest.xml.Element;
import java.util.regex.Pattern;

/** The name within what feeds say of an author: RSS wants an e-mail address, and writers add their names in brackets. */
final class AuthorName {
    private static final Pattern ADDRESS = Pattern.compile(
            "(?:mailto:)?[\\w.+-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,8}(?:\\?subject=\\S{1,200})?");
    private static final Pattern BRACKETS = Pattern.compile("^[\\s()<>\\[\\]]+|[\\s()<>\\[\\]]+$");
    private static final int LONGEST = 1_000;

    private AuthorName() {}

    /** Empty where nobody is named. */
    static String of(Element author) {
        var name = author.text("name");
        if (!name.isEmpty()) {
            return name;
        }
        var email = author.text("email");
        return email.isEmpty() ? of(author.text()) : email;
    }

    static String of(String written) {
        var text = written.length() > LONGEST ? written.substring(0, LONGEST) : written;
        if (text.indexOf('@') < 0) {
            return text;
        }
        var rest = ADDRESS.matcher(text).replaceAll(" ").replace("()", " ").replace("<>", " ");
        var name = BRACKETS.matcher(rest).replaceAll("").strip();
        return name.isEmpty() ? text.strip() : name;
    }
}
