package dev.enfilade.adapter.out.openai.decode;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads the JSON documents of an answer and skips all that nobody asked for. Lenient where the meaning is clear: absent
 * and null are the same, unknown members are passed over.
 */
final class DocumentReader {

    private final ChoiceReader choices;
    private final AnswerDocument document = new AnswerDocument();
    private @Nullable ErrorReader rootError;
    private boolean isError;

    DocumentReader(ChoiceReader choices) {
        this.choices = choices;
    }

    /**
     * Reads the next document, which must be an object.
     *
     * @param isError whether it is known to be an error object
     * @return the same object at every call
     */
    AnswerDocument read(JsonParser parser, boolean isError) throws IOException {
        document.clear();
        rootError = null;
        this.isError = isError;
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw Json.invalid();
        }
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            parser.nextToken();
            readMember(name, parser);
            parser.skipChildren();
        }
        if (document.error == null && this.isError) {
            document.error = (rootError == null ? new ErrorReader() : rootError).error();
        }
        document.words = rootError == null || document.hasChoice ? null : rootError.words();
        return document;
    }

    private void readMember(String name, JsonParser parser) throws IOException {
        switch (name) {
            case "choices" -> readChoices(parser);
            case "usage" -> document.usage = UsageReader.usage(parser);
            case "x_groq" -> document.usage = UsageReader.within(parser).orElse(document.usage);
            case "timings" -> document.timings = UsageReader.timings(parser);
            case "error" -> document.error = ErrorReader.member(parser).orElse(null);
            case "object" -> isError |= isErrorWord(parser);
            case "message", "detail", "msg", "type", "code" -> readRootError(name, parser);
            default -> {}
        }
    }

    /** vLLM used to say {@code "object":"error"}; the text is not made a string, since every chunk has this member. */
    private static boolean isErrorWord(JsonParser parser) throws IOException {
        return parser.currentToken() == JsonToken.VALUE_STRING
                && parser.getTextLength() == "error".length()
                && parser.getText().equals("error");
    }

    private void readRootError(String name, JsonParser parser) throws IOException {
        rootError = rootError == null ? new ErrorReader() : rootError;
        rootError.take(name, parser);
    }

    private void readChoices(JsonParser parser) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return;
        }
        expect(JsonToken.START_ARRAY, parser.currentToken());
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            expect(JsonToken.START_OBJECT, parser.currentToken());
            Choice draft = document.draft();
            choices.read(parser, draft);
            document.keep(draft);
        }
    }

    static void expect(JsonToken expected, JsonToken found) {
        if (found != expected) {
            throw Json.invalid();
        }
    }
}
