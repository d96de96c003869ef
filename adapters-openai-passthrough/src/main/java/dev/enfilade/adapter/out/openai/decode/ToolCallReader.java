package dev.enfilade.adapter.out.openai.decode;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Reads {@code tool_calls} and their forerunner {@code function_call}, after OpenAI's reference; that {@code index},
 * {@code id}, the quotes around the arguments or the object around name and arguments may be missing was seen of other
 * servers.
 */
final class ToolCallReader {

    private final boolean placeIsIndex;
    private Optional<String> idOfOnlyCall = Optional.empty();

    private ToolCallReader(boolean placeIsIndex) {
        this.placeIsIndex = placeIsIndex;
    }

    /** Elements are pieces of calls and say themselves which one they belong to. */
    static ToolCallReader ofFragments() {
        return new ToolCallReader(false);
    }

    /** Each element is a call of its own, and its place is its index. */
    static ToolCallReader ofWholeCalls() {
        return new ToolCallReader(true);
    }

    /** Adds the elements of the list that the parser stands at. */
    void read(JsonParser parser, List<ToolFragment> fragments) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return;
        }
        DocumentReader.expect(JsonToken.START_ARRAY, parser.currentToken());
        for (int place = 0; parser.nextToken() != JsonToken.END_ARRAY; place++) {
            if (parser.currentToken() == JsonToken.VALUE_NULL) {
                continue;
            }
            DocumentReader.expect(JsonToken.START_OBJECT, parser.currentToken());
            ToolFragment fragment = new Members().read(parser).fragment();
            fragments.add(placeIsIndex ? fragment.at(OptionalInt.of(place)) : fragment);
        }
    }

    /** The object or null of the only call that an answer can make in the older form, or a piece of it. */
    Optional<ToolFragment> readOnlyCall(JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            return Optional.empty();
        }
        idOfOnlyCall = idOfOnlyCall.or(() -> Optional.of(CallIds.next()));
        return Optional.of(new Members().read(parser).fragment().of(idOfOnlyCall));
    }

    private static Optional<String> scalar(JsonParser parser) throws IOException {
        return Optional.ofNullable(parser.getValueAsString()).map(Surrogates::mend);
    }

    /**
     * Text that is JSON, as the interface has it, or JSON itself, as some servers have it; its members keep their
     * order.
     */
    private static String arguments(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case VALUE_NULL -> "";
            case VALUE_STRING -> parser.getText();
            default -> {
                StringWriter raw = new StringWriter();
                try (JsonGenerator generator = Json.WHOLE.createGenerator(raw)) {
                    generator.copyCurrentStructureExact(parser);
                }
                yield raw.toString();
            }
        };
    }

    /** What is said of one call, in the call itself or in the object of its function. */
    private static final class Members {

        private OptionalInt index = OptionalInt.empty();
        private Optional<String> id = Optional.empty();
        private Optional<String> tool = Optional.empty();
        private String arguments = "";
        private Optional<String> input = Optional.empty();

        Members read(JsonParser parser) throws IOException {
            for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                take(name, parser.nextToken(), parser);
                parser.skipChildren();
            }
            return this;
        }

        private void take(String name, JsonToken value, JsonParser parser) throws IOException {
            switch (name) {
                case "index" -> index = value.isNumeric() ? OptionalInt.of(parser.getIntValue()) : index;
                case "id" -> id = scalar(parser).or(() -> id);
                case "name" -> tool = scalar(parser).or(() -> tool);
                case "arguments" -> arguments = arguments(parser);
                case "input" -> input = value == JsonToken.VALUE_STRING ? Optional.of(parser.getText()) : input;
                case "function", "custom" -> readFunction(name, value, parser);
                default -> {}
            }
        }

        private void readFunction(String name, JsonToken value, JsonParser parser) throws IOException {
            if (value == JsonToken.START_OBJECT) {
                input = name.equals("custom") ? Optional.of("") : input;
                read(parser);
            }
        }

        ToolFragment fragment() {
            return new ToolFragment(index, id, tool, arguments, input);
        }
    }
}
