package dev.tocsin.dashboard.pull;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * What CAP-v1.2-os asks of a message, section 3.2: which elements there are, in which order and how often, which words and
 * patterns they hold, and what one makes necessary of another. It stands for the schema of OASIS, which this project may
 * not carry (CapTest reads it where there is one), and says more: a schema knows nothing of {@code scope} and {@code restriction}.
 */
final class CapRules {
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d[-+]\\d\\d:\\d\\d");
    private static final Pattern WORD = Pattern.compile("[^\\s,<&]+");
    private static final Pattern ANYTHING = Pattern.compile("(?s).*\\S.*");
    private static final Pattern REFERENCES = Pattern.compile(
            "[^\\s,<&]+,[^\\s,<&]+," + TIME.pattern() + "( [^\\s,<&]+,[^\\s,<&]+," + TIME.pattern() + ")*");
    private static final Pattern CIRCLE = Pattern.compile("-?\\d{1,2}(\\.\\d+)?,-?\\d{1,3}(\\.\\d+)? \\d+(\\.\\d+)?");

    /** An element: how often at least and at most, and what it holds; null for other elements. */
    private record Rule(String name, int least, int most, Pattern holds) {}

    private static final List<Rule> ALERT = List.of(
            new Rule("identifier", 1, 1, WORD),
            new Rule("sender", 1, 1, WORD),
            new Rule("sent", 1, 1, TIME),
            new Rule("status", 1, 1, words("Actual|Exercise|System|Test|Draft")),
            new Rule("msgType", 1, 1, words("Alert|Update|Cancel|Ack|Error")),
            new Rule("source", 0, 1, ANYTHING),
            new Rule("scope", 1, 1, words("Public|Restricted|Private")),
            new Rule("restriction", 0, 1, ANYTHING),
            new Rule("addresses", 0, 1, ANYTHING),
            new Rule("code", 0, 99, ANYTHING),
            new Rule("note", 0, 1, ANYTHING),
            new Rule("references", 0, 1, REFERENCES),
            new Rule("incidents", 0, 1, ANYTHING),
            new Rule("info", 0, 999, null));

    private static final List<Rule> INFO = List.of(
            new Rule("language", 0, 1, words("[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*")),
            new Rule(
                    "category",
                    1,
                    12,
                    words("Geo|Met|Safety|Security|Rescue|Fire|Health|Env|Transport|Infra|CBRNE|Other")),
            new Rule("event", 1, 1, ANYTHING),
            new Rule("urgency", 1, 1, words("Immediate|Expected|Future|Past|Unknown")),
            new Rule("severity", 1, 1, words("Extreme|Severe|Moderate|Minor|Unknown")),
            new Rule("certainty", 1, 1, words("Observed|Likely|Possible|Unlikely|Unknown")),
            new Rule("effective", 0, 1, TIME),
            new Rule("senderName", 0, 1, ANYTHING),
            new Rule("headline", 0, 1, ANYTHING),
            new Rule("description", 0, 1, ANYTHING),
            new Rule("web", 0, 1, words("https?://\\S+")),
            new Rule("parameter", 0, 999, null),
            new Rule("area", 0, 999, null));

    private static final List<Rule> AREA = List.of(
            new Rule("areaDesc", 1, 1, ANYTHING),
            new Rule("circle", 0, 999, CIRCLE),
            new Rule("geocode", 0, 999, null));

    private static final List<Rule> PAIR =
            List.of(new Rule("valueName", 1, 1, ANYTHING), new Rule("value", 1, 1, ANYTHING));

    private static final Map<String, List<Rule>> WITHIN =
            Map.of("info", INFO, "area", AREA, "parameter", PAIR, "geocode", PAIR);

    private CapRules() {}

    /** All that is wrong with a message. */
    static List<String> broken(byte[] xml) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        var alert = factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml))
                .getDocumentElement();
        var broken = new ArrayList<String>();
        if (!"alert".equals(alert.getLocalName()) || !Cap.NAMESPACE.equals(alert.getNamespaceURI())) {
            broken.add("the root is " + alert.getNodeName());
        }
        check(alert, ALERT, broken);
        boolean restricted = "Restricted".equals(text(alert, "scope"));
        if (restricted && text(alert, "restriction").isEmpty()) {
            broken.add("scope Restricted needs a restriction");
        }
        if (List.of("Update", "Cancel").contains(text(alert, "msgType"))
                && text(alert, "references").isEmpty()) {
            broken.add("an Update and a Cancel need references");
        }
        return broken;
    }

    private static void check(Element parent, List<Rule> rules, List<String> broken) {
        int at = 0;
        int seen = 0;
        for (var child : children(parent)) {
            while (at < rules.size() && !rules.get(at).name().equals(child.getLocalName())) {
                enough(parent, rules.get(at), seen, broken);
                at++;
                seen = 0;
            }
            if (at == rules.size()) {
                broken.add(child.getLocalName() + " has no place there in " + parent.getLocalName());
                return;
            }
            seen++;
            var rule = rules.get(at);
            if (rule.holds() == null) {
                check(child, WITHIN.get(rule.name()), broken);
            } else if (!rule.holds().matcher(child.getTextContent()).matches()) {
                broken.add(rule.name() + " holds '" + child.getTextContent() + "'");
            }
        }
        for (; at < rules.size(); at++, seen = 0) {
            enough(parent, rules.get(at), seen, broken);
        }
    }

    private static void enough(Element parent, Rule rule, int seen, List<String> broken) {
        if (seen < rule.least() || seen > rule.most()) {
            broken.add(parent.getLocalName() + " has " + seen + " of " + rule.name());
        }
    }

    private static List<Element> children(Element parent) {
        var children = new ArrayList<Element>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    static String text(Element parent, String name) {
        return children(parent).stream()
                .filter(child -> name.equals(child.getLocalName()))
                .map(Node::getTextContent)
                .findFirst()
                .orElse("");
    }

    private static Pattern words(String words) {
        return Pattern.compile(words);
    }
}
