package dev.enfilade.adapter.in.ollama.embedding;

import dev.enfilade.adapter.in.ollama.json.GoReader;
import dev.enfilade.adapter.in.ollama.json.JsonKind;
import dev.enfilade.adapter.in.ollama.option.KeepAliveReader;
import dev.enfilade.domain.JsonText;
import dev.enfilade.domain.catalog.KeepAlive;
import java.util.List;
import java.util.Map;

/**
 * Reads {@link EmbedBody}. {@code truncate} concerns a limit that is the backend's affair: that it was there is all
 * that is kept.
 */
final class EmbedBodyReader {

    private final GoReader in;
    private String model = "";
    private List<String> inputs = List.of();
    private boolean inputIsText = true;
    private String prompt = "";
    private long dimensions;
    private List<String> wishes = List.of();
    private KeepAlive keepAlive = new KeepAlive.Default();
    private Map<String, JsonText> options = Map.of();

    private EmbedBodyReader(GoReader in) {
        this.in = in;
    }

    static EmbedBody read(GoReader in) {
        EmbedBodyReader body = new EmbedBodyReader(in);
        in.struct("api.EmbedRequest", body::member);
        return body.with(body.inputs);
    }

    /** Reads the body of the older route, which takes one text under another name. */
    static EmbedBody readOlder(GoReader in) {
        EmbedBodyReader body = new EmbedBodyReader(in);
        in.struct("api.EmbeddingRequest", body::olderMember);
        return body.with(unlessEmpty(body.prompt));
    }

    private void member(String name) {
        switch (name) {
            case "input" -> inputs = input();
            case "truncate" -> truncate();
            case "dimensions" -> dimensions = in.integer(dimensions);
            default -> commonMember(name);
        }
    }

    private void truncate() {
        if (in.kind() != JsonKind.NULL) {
            wishes = List.of("truncate");
        }
        in.flag(false);
    }

    private void olderMember(String name) {
        if (name.equals("prompt")) {
            prompt = in.string(prompt);
        } else {
            commonMember(name);
        }
    }

    private void commonMember(String name) {
        switch (name) {
            case "model" -> model = in.string(model);
            case "keep_alive" -> keepAlive = KeepAliveReader.read(in);
            case "options" -> options = in.map(options);
            default -> {}
        }
    }

    /**
     * Of whatever type: a wrong one is an error of its own, after others. An empty text is nothing, but in a list it
     * counts.
     */
    private List<String> input() {
        inputIsText = true;
        return switch (in.kind()) {
            case STRING -> unlessEmpty(in.string(""));
            case ARRAY -> in.list("[]interface {}", List.of(), _ -> element());
            case NULL -> {
                in.skip();
                yield List.of();
            }
            case OBJECT, NUMBER, BOOL -> List.of(element());
        };
    }

    private String element() {
        if (in.kind() == JsonKind.STRING) {
            return in.string("");
        }
        inputIsText = false;
        in.any();
        return "";
    }

    private EmbedBody with(List<String> texts) {
        return new EmbedBody(model, texts, inputIsText, dimensions, keepAlive, wishes, options);
    }

    private static List<String> unlessEmpty(String text) {
        return text.isEmpty() ? List.of() : List.of(text);
    }
}
