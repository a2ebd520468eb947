package dev.tocsin.archive.view;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.contracts.Alert;
import dev.tocsin.contracts.Json;
import dev.tocsin.contracts.Verdict;
import java.util.List;

/** The JSON of alerts: the contract's own fields, with what the desk did about them added. */
public final class AlertView {
    private AlertView() {}

    /** The latest alert of a story with the desk's {@code verdict}, or null, and {@code firstAlerted}. */
    public static ObjectNode item(AlertHead head) {
        ObjectNode json = Json.mapper().valueToTree(head.alert());
        json.set("verdict", Json.mapper().valueToTree(head.verdict()));
        json.set("firstAlerted", Json.mapper().valueToTree(head.firstAlerted()));
        return json;
    }

    /** An item with its history: {@code revisions} and {@code verdicts}, oldest first. */
    public static ObjectNode whole(AlertHead head, List<Alert> revisions, List<Verdict> verdicts) {
        var json = item(head);
        json.set("revisions", Json.mapper().valueToTree(revisions));
        json.set("verdicts", Json.mapper().valueToTree(verdicts));
        return json;
    }
}
