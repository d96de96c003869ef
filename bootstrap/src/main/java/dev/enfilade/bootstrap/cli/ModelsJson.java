package dev.enfilade.bootstrap.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.enfilade.bootstrap.check.ModelRow;
import dev.enfilade.bootstrap.check.ModelSurvey;
import dev.enfilade.bootstrap.check.StepReport;
import dev.enfilade.domain.catalog.ModelRule;

/** The names of a deployment for a program, as one document. */
final class ModelsJson {

    private ModelsJson() {}

    static String document(ModelSurvey survey) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        ArrayNode models = document.putArray("models");
        survey.rows().forEach(row -> add(row, models.addObject()));
        ArrayNode patterns = document.putArray("patterns");
        survey.patterns().forEach(rule -> add(rule, patterns.addObject()));
        ArrayNode backends = document.putArray("backends");
        survey.lists().forEach(list -> add(list, backends.addObject()));
        return document.toString();
    }

    private static void add(ModelRow row, ObjectNode node) {
        node.put("name", row.name()).put("backend", row.backend()).put("model", row.model());
        node.put("context", row.context());
        ArrayNode capabilities = node.putArray("capabilities");
        row.capabilities().forEach(capability -> capabilities.add(capability.word()));
        node.put("from", row.source()).put("hidden", row.hidden());
    }

    private static void add(ModelRule rule, ObjectNode node) {
        node.put("pattern", rule.pattern()).put("backend", rule.backend().orElse(null));
        node.put("model", rule.target().orElse(null)).put("hidden", rule.hidden());
    }

    private static void add(StepReport list, ObjectNode node) {
        node.put("name", list.backend().orElse(null));
        node.put("status", list.finding().status().word());
        node.put("detail", list.finding().detail());
        node.put("fix", list.finding().fix().orElse(null));
    }
}
