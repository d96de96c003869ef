package dev.enfilade.adapter.in.ollama.generation;

import dev.enfilade.adapter.in.ollama.http.JsonReply;
import dev.enfilade.adapter.in.ollama.http.OllamaError;
import dev.enfilade.adapter.in.ollama.json.GoQuote;
import dev.enfilade.domain.JsonText;
import dev.enfilade.domain.chat.ResponseFormat;

/** {@code format}: the word {@code json}, or a JSON Schema. */
final class FormatMapper {

    /** Ollama 0.33 finds out late: when an answer was to be streamed, its content type has lost the charset by then. */
    private static final String LATE_TYPE = "application/json";

    private FormatMapper() {}

    static ResponseFormat toDomain(AskSettings settings) {
        String source = settings.format().map(JsonText::raw).orElse("\"\"");
        if (source.equals("\"\"")) {
            return new ResponseFormat.FreeText();
        }
        if (source.equals("\"json\"")) {
            return new ResponseFormat.AnyJson();
        }
        if (source.startsWith("{")) {
            return new ResponseFormat.JsonSchema(new JsonText(source));
        }
        throw invalid(settings, source);
    }

    private static OllamaError invalid(AskSettings settings, String source) {
        String text = "invalid format: " + GoQuote.text(source) + "; expected \"json\" or a valid JSON Schema object";
        String type = settings.streamed() ? LATE_TYPE : JsonReply.TYPE;
        return new OllamaError(500, type, text);
    }
}
