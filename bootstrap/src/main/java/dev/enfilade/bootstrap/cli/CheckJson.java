package dev.enfilade.bootstrap.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.enfilade.bootstrap.check.StepReport;
import java.util.function.Consumer;

/** Collects the steps for a program, which gets them as one document. */
final class CheckJson implements Consumer<StepReport> {

    private final ArrayNode steps = JsonNodeFactory.instance.arrayNode();
    private boolean ok = true;

    @Override
    public void accept(StepReport report) {
        ok = ok && !report.finding().failed();
        ObjectNode step = steps.addObject().put("name", report.name());
        step.put("backend", report.backend().orElse(null));
        step.put("status", report.finding().status().word());
        step.put("detail", report.finding().detail());
        step.put("fix", report.finding().fix().orElse(null));
        step.put("duration_ms", report.took().toMillis());
    }

    String document() {
        ObjectNode document = JsonNodeFactory.instance.objectNode().put("ok", ok);
        document.set("steps", steps);
        return document.toString();
    }
}
