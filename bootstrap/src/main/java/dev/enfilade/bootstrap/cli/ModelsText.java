package dev.enfilade.bootstrap.cli;

import dev.enfilade.bootstrap.check.ModelRow;
import dev.enfilade.bootstrap.check.ModelSurvey;
import dev.enfilade.domain.catalog.Capability;
import dev.enfilade.domain.catalog.ModelRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The names of a deployment for a person: a table, and below it what leads further names somewhere. */
final class ModelsText {

    private ModelsText() {}

    static List<String> lines(ModelSurvey survey, Terminal terminal) {
        TextTable table = new TextTable("NAME", "BACKEND", "MODEL", "CONTEXT", "CAPABILITIES", "FROM");
        for (ModelRow row : survey.rows()) {
            table.add(
                    row.name(),
                    row.backend(),
                    row.model(),
                    Integer.toString(row.context()),
                    row.capabilities().stream().map(Capability::word).collect(Collectors.joining(",")),
                    row.source() + (row.hidden() ? ", hidden" : ""));
        }
        List<String> lines = new ArrayList<>(table.lines(terminal.columns()));
        if (!survey.patterns().isEmpty()) {
            lines.add("");
            survey.patterns().forEach(rule -> lines.add(leads(rule)));
        }
        return lines;
    }

    private static String leads(ModelRule rule) {
        String names = rule.isDefault() ? "default: every other name" : rule.pattern();
        String model = rule.target().orElse("the same name");
        String place = rule.backend().map(backend -> " of " + backend).orElse("");
        return String.format(Locale.ROOT, "%s -> %s%s%s", names, model, place, rule.hidden() ? ", hidden" : "");
    }
}
