package dev.enfilade.adapter.in.ollama;

import dev.enfilade.adapter.in.ollama.json.GoReader;
import dev.enfilade.adapter.in.ollama.json.JsonKind;
import java.util.List;

/**
 * What {@code /api/embed} takes.
 *
 * @param inputs the texts; none if there is nothing to embed
 * @param dimensions to how many numbers vectors are cut; 0 or less is not at all
 */
record EmbedRequest(String model, List<String> inputs, long dimensions) {

    EmbedRequest {
        inputs = List.copyOf(inputs);
    }

    static EmbedRequest read(byte[] body) {
        return GoReader.read(body, reader -> {
            Draft draft = new Draft();
            reader.struct("api.EmbedRequest", name -> draft.member(name, reader));
            if (!draft.inputIsText) {
                throw new OllamaError(400, "invalid input type");
            }
            return new EmbedRequest(draft.model, draft.inputs, draft.dimensions);
        });
    }

    private static final class Draft {
        private String model = "";
        private List<String> inputs = List.of();
        private long dimensions;
        private boolean truncate;
        private boolean inputIsText = true;

        private void member(String name, GoReader reader) {
            switch (name) {
                case "model" -> model = reader.string(model);
                case "input" -> input(reader);
                case "dimensions" -> dimensions = reader.integer(dimensions);
                case "truncate" -> truncate = reader.flag(truncate);
                default -> {
                    // Whatever else there is does not change vectors.
                }
            }
        }

        private void input(GoReader reader) {
            inputIsText = true;
            inputs = switch (reader.kind()) {
                case STRING -> texts(reader.string(""));
                case ARRAY -> reader.list("[]interface {}", List.of(), this::element);
                case NULL -> nothing(reader, true);
                case OBJECT, NUMBER, BOOL -> nothing(reader, false);
            };
        }

        private String element(GoReader reader) {
            if (reader.kind() == JsonKind.STRING) {
                return reader.string("");
            }
            reader.any();
            inputIsText = false;
            return "";
        }

        private List<String> nothing(GoReader reader, boolean allowed) {
            reader.any();
            inputIsText = allowed;
            return List.of();
        }

        private static List<String> texts(String text) {
            return text.isEmpty() ? List.of() : List.of(text);
        }
    }
}
