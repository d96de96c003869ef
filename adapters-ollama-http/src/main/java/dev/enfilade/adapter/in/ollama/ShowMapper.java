package dev.enfilade.adapter.in.ollama;

import dev.enfilade.adapter.in.ollama.json.GoTime;
import dev.enfilade.adapter.in.ollama.json.JsonOut;
import dev.enfilade.domain.catalog.Capability;
import dev.enfilade.domain.catalog.ModelCard;
import java.util.Locale;

/**
 * A model's card as Ollama 0.33 answers {@code /api/show}: order of members as recorded, {@code model_info} sorted by name.
 *
 * <p>A proxy has neither template nor licence of the model; what stands there is true of the proxy and never empty, since clients look
 * for words in it (for tools, for infill) and some refuse a model without.
 */
final class ShowMapper {

    private static final int DEFAULT_EMBEDDING_LENGTH = 4096;

    private ShowMapper() {}

    /** @param system the system text that the client wants shown, or nothing */
    static JsonOut toWire(ModelCard card, String system) {
        String parameters = "num_ctx                        " + card.contextLength();
        String template = template(card);
        JsonOut out = new JsonOut()
                .beginObject()
                .member("license", "As the provider of the model says.")
                .member("modelfile", modelfile(card, template))
                .member("parameters", parameters)
                .member("template", template);
        if (!system.isEmpty()) {
            out.member("system", system);
        }
        out.beginObject("details");
        ModelMembers.details(out, card);
        out.endObject().beginObject("model_info");
        info(out, card);
        out.endObject();
        ModelMembers.capabilities(out, card.capabilities().list());
        return out.member("modified_at", GoTime.text(card.created())).endObject();
    }

    /** Architecture, context and vector length are what clients read; the rest are facts of the same card. */
    private static void info(JsonOut out, ModelCard card) {
        String architecture = architecture(card);
        boolean first = architecture.compareTo("general") < 0;
        if (first) {
            lengths(out, card, architecture);
        }
        out.member("general.architecture", architecture)
                .member("general.basename", card.name().value())
                .member("general.file_type", fileType(card.details().quantization()))
                .member("general.parameter_count", ModelMembers.parameters(card))
                .member("general.quantization_version", 2);
        if (!first) {
            lengths(out, card, architecture);
        }
    }

    private static void lengths(JsonOut out, ModelCard card, String architecture) {
        out.member(architecture + ".context_length", card.contextLength())
                .member(
                        architecture + ".embedding_length",
                        card.embeddingLength().orElse(DEFAULT_EMBEDDING_LENGTH));
    }

    /** Clients cut keys at the first dot, so that the word must have none. */
    private static String architecture(ModelCard card) {
        String plain = card.details().family().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        return plain.isEmpty() ? "llama" : plain;
    }

    /** The numbers of llama.cpp's file types. */
    private static long fileType(String quantization) {
        return switch (quantization) {
            case "F32" -> 0;
            case "Q4_0" -> 2;
            case "Q8_0" -> 7;
            case "Q4_K_S" -> 14;
            case "Q4_K_M" -> 15;
            case "BF16" -> 32;
            default -> 1;
        };
    }

    private static String template(ModelCard card) {
        if (!card.capabilities().has(Capability.COMPLETION)) {
            return "{{ .Prompt }}";
        }
        return (card.capabilities().has(Capability.INSERT) ? "{{ if .Suffix }}{{ .Prompt }}{{ .Suffix }}{{ end }}" : "")
                + "{{ .System }}"
                + (card.capabilities().has(Capability.TOOLS) ? "{{ .Tools }}" : "")
                + "{{ .Prompt }}"
                + (card.capabilities().has(Capability.THINKING) ? "{{ .Thinking }}" : "")
                + "{{ .Response }}";
    }

    private static String modelfile(ModelCard card, String template) {
        return "# Served by a proxy: the model itself lives elsewhere.\nFROM "
                + card.name().tagged() + "\nTEMPLATE " + template + "\nPARAMETER num_ctx " + card.contextLength() + "\n";
    }
}
