package dev.enfilade.adapter.in.ollama.option;

import dev.enfilade.adapter.in.ollama.json.JsonOut;
import dev.enfilade.domain.JsonText;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** An option that is set for a model and not by its clients; judged as theirs are. */
public final class SetOption {

    private SetOption() {}

    /** The names of all that there are. */
    public static List<String> names() {
        return Stream.of(Option.values()).map(Option::key).toList();
    }

    /** What a value of this option has to be, in words; absent for a name that is none. */
    public static Optional<String> expected(String name) {
        return Option.of(name).map(option -> switch (option.type()) {
            case INTEGER -> "a whole number";
            case FLOAT32 -> "a number";
            case BOOLEAN -> "true or false";
            case ARRAY -> "a text or a list of texts";
        });
    }

    /**
     * The value as a request would have it; absent if it does not fit.
     *
     * @param texts as they were written; one of them unless a list was
     */
    public static Optional<JsonText> value(String name, List<String> texts) {
        return Option.of(name).flatMap(option -> switch (option.type()) {
            case INTEGER -> only(texts, "-?(0|[1-9]\\d{0,18})");
            case FLOAT32 -> only(texts, "-?(0|[1-9]\\d{0,18})(\\.\\d{1,30})?([eE][+-]?\\d{1,2})?");
            case BOOLEAN ->
                only(texts.stream().map(text -> text.toLowerCase(Locale.ROOT)).toList(), "true|false");
            case ARRAY -> Optional.of(list(texts));
        });
    }

    private static Optional<JsonText> only(List<String> texts, String form) {
        return Optional.of(texts)
                .filter(list -> list.size() == 1)
                .map(List::getFirst)
                .filter(text -> text.matches(form))
                .map(JsonText::new);
    }

    private static JsonText list(List<String> texts) {
        JsonOut out = new JsonOut().beginArray();
        texts.forEach(out::value);
        return new JsonText(out.endArray().text());
    }
}
