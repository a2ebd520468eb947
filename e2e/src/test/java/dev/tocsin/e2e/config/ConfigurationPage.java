package dev.tocsin.e2e.config;

import java.util.List;
import java.util.stream.Collectors;

/** The page of all keys: what people wrote for it, then the keys as the sources have them. */
record ConfigurationPage(String head, List<Settings> groups) {
    String markdown() {
        return head + groups.stream().map(ConfigurationPage::told).collect(Collectors.joining());
    }

    private static String told(Settings group) {
        var service = group.prefix().split("\\.").length == 2;
        var title = service ? "\n## " + group.prefix().substring("tocsin.".length()) : "\n### `" + group.prefix() + "`";
        var rows = group.keys().stream().map(ConfigurationPage::row).collect(Collectors.joining());
        var table = rows.isEmpty() ? "" : "\n| key, variable | form | default | meaning |\n|---|---|---|---|\n" + rows;
        return title + "\n" + group.meaning() + "\n" + table;
    }

    private static String row(Setting setting) {
        return "| `" + setting.key() + "`<br>`" + setting.variable() + "` | " + setting.form() + " | "
                + setting.preset().map(preset -> "`" + preset + "`").orElse("") + " | " + setting.meaning() + " |\n";
    }
}
