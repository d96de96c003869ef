package dev.enfilade.adapter.in.ollama.catalog;

import dev.enfilade.domain.catalog.Capabilities;
import dev.enfilade.domain.catalog.Capability;
import dev.enfilade.domain.catalog.ModelCard;

/** The file from which Ollama would make a model, as far as there can be one for a model that lives elsewhere. */
final class Modelfile {

    private Modelfile() {}

    static String text(ModelCard card) {
        return """
                # This model is served by a proxy; its own file is not known.
                FROM %s
                TEMPLATE \"""%s\"""
                PARAMETER num_ctx %d
                """.formatted(card.name().tagged(), template(card), card.contextLength());
    }

    /** One line per parameter, names padded to 30 columns as in Ollama 0.33. */
    static String parameters(ModelCard card) {
        return "%-30s %d".formatted("num_ctx", card.contextLength());
    }

    /** Says in Go's template language what the model can do, since clients look for these words. */
    static String template(ModelCard card) {
        Capabilities can = card.capabilities();
        return "{{ .System }}"
                + (can.has(Capability.TOOLS) ? "{{ .Tools }}" : "")
                + "{{ .Prompt }}"
                + (can.has(Capability.INSERT) ? "{{ .Suffix }}" : "")
                + (can.has(Capability.THINKING) ? "{{ .Thinking }}" : "")
                + "{{ .Response }}";
    }
}
