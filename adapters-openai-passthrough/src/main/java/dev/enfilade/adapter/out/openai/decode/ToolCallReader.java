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
 * {@code id} or the quotes around the arguments may be missing was seen of other servers.
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
            ToolFragment fragment = fragment(parser);
            fragments.add(placeIsIndex ? fragment.at(OptionalInt.of(place)) : fragment);
        }
    }

    /** The object or null of the only call that an answer can make in the older form, or a piece of it. */
    Optional<ToolFragment> readOnlyCall(JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            return Optional.empty();
        }
        idOfOnlyCall = idOfOnlyCall.or(() -> Optional.of(CallIds.next()));
        return Optional.of(function(parser).of(idOfOnlyCall));
    }

    private static ToolFragment fragment(JsonParser parser) throws IOException {
        OptionalInt index = OptionalInt.empty();
        Optional<String> id = Optional.empty();
        ToolFragment function = ToolFragment.EMPTY;
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            JsonToken value = parser.nextToken();
            switch (name) {
                case "index" -> index = value.isNumeric() ? OptionalInt.of(parser.getIntValue()) : index;
                case "id" -> id = scalar(parser);
                case "function" -> function = value == JsonToken.START_OBJECT ? function(parser) : function;
                case "custom" ->
                    function =
                            value == JsonToken.START_OBJECT ? function(parser).ofCustomTool() : function;
                default -> {}
            }
            parser.skipChildren();
        }
        return function.at(index).of(id);
    }

    private static ToolFragment function(JsonParser parser) throws IOException {
        Optional<String> function = Optional.empty();
        String arguments = "";
        Optional<String> input = Optional.empty();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            parser.nextToken();
            switch (name) {
                case "name" -> function = scalar(parser);
                case "arguments" -> arguments = arguments(parser);
                case "input" -> input = Optional.of(parser.getValueAsString(""));
                default -> {}
            }
            parser.skipChildren();
        }
        return new ToolFragment(OptionalInt.empty(), Optional.empty(), function, arguments, input);
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
}
