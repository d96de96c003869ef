package dev.enfilade.adapter.out.openai.decode;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads error objects in the spellings that servers use: a string, an object with {@code message}, {@code type} and
 * {@code code}, the code being a word, a number or a number in quotes (recorded from llama.cpp and LiteLLM), and the
 * status perhaps in a member of its own.
 */
final class ErrorReader {

    private static final int BAD_GATEWAY = 502;

    private String message = "";
    private @Nullable String type;
    private @Nullable String code;
    private @Nullable String status;

    /** The value of a member named {@code error}, which the parser stands at; absent if it says that there was none. */
    static Optional<ReportedError> member(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case VALUE_NULL, VALUE_FALSE -> Optional.empty();
            case START_OBJECT -> Optional.of(object(parser));
            case VALUE_STRING ->
                Optional.of(Surrogates.mend(parser.getText()))
                        .filter(text -> !text.isEmpty())
                        .map(ErrorReader::ofText);
            default -> throw Json.invalid();
        };
    }

    static ReportedError ofText(String text) {
        return new ReportedError(BAD_GATEWAY, text, Optional.empty(), Optional.empty());
    }

    private static ReportedError object(JsonParser parser) throws IOException {
        ErrorReader reader = new ErrorReader();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            parser.nextToken();
            reader.take(name, parser);
            parser.skipChildren();
        }
        return reader.error();
    }

    /** Takes a member of an error object, if it is one of those that are known and its value is a scalar. */
    void take(String name, JsonParser parser) throws IOException {
        switch (name) {
            case "message", "detail", "msg" -> message = ChoiceReader.orEmpty(scalar(parser));
            case "type" -> type = scalar(parser);
            case "code" -> code = scalar(parser);
            case "status", "status_code" -> status = scalar(parser);
            default -> {}
        }
    }

    /** As {@link #error}, if there is a message. */
    @Nullable
    ReportedError words() {
        return message.isEmpty() ? null : error();
    }

    ReportedError error() {
        return new ReportedError(
                statusOf(code).or(() -> statusOf(status)).orElse(BAD_GATEWAY),
                message.isEmpty() ? "upstream reported an error" : message,
                Optional.ofNullable(type),
                Optional.ofNullable(code));
    }

    private static @Nullable String scalar(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        return token == JsonToken.VALUE_STRING || token.isNumeric() ? Surrogates.mend(parser.getText()) : null;
    }

    private static Optional<Integer> statusOf(@Nullable String word) {
        return Optional.ofNullable(word)
                .filter(text -> text.matches("[45]\\d\\d"))
                .map(Integer::valueOf);
    }
}
