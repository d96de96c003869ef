package dev.enfilade.contract.golden;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Compares an answer with the recorded one: status, listed headers, body, and that it ended as HTTP demands. */
final class AnswerCheck {

    /** NEXT LINE, LINE SEPARATOR, PARAGRAPH SEPARATOR: raw in an answer they are line ends to several clients. */
    private static final Pattern LINE_SEPARATOR = Pattern.compile("[\\x{85}\\x{2028}\\x{2029}]");

    private final GoldenResponse recorded;
    private final Masks masks;

    AnswerCheck(GoldenResponse recorded, Masks masks) {
        this.recorded = recorded;
        this.masks = masks;
    }

    List<Difference> differences(Answer answer) {
        List<Difference> found = new ArrayList<>();
        if (!recorded.statuses().contains(answer.status())) {
            found.add(new Difference("status", recorded.statuses().toString(), Integer.toString(answer.status())));
        }
        answer.fault().ifPresent(fault -> found.add(new Difference("framing", "a whole message", fault)));
        recorded.headers().all().forEach(header -> found.addAll(header(header, answer.headers())));
        found.addAll(body(answer.body()));
        return found;
    }

    /** The body as JSON, a stream as the list of its lines. */
    static JsonNode json(GoldenResponse.Body recorded, String body) throws JsonProcessingException {
        return switch (recorded) {
            case GoldenResponse.Body.JsonValue _ -> Json.read(body);
            case GoldenResponse.Body.JsonLines _ -> Json.readLines(body);
            case GoldenResponse.Body.Text _ -> TextNode.valueOf(body);
            case ReadBody read -> read.json(body);
        };
    }

    private static List<Difference> header(Header recorded, Headers live) {
        String actual = live.value(recorded.name()).orElse("nothing");
        return actual.equals(recorded.value())
                ? List.of()
                : List.of(new Difference("header " + recorded.name(), recorded.value(), actual));
    }

    private List<Difference> body(Octets body) {
        try {
            String text = body.utf8();
            List<Difference> found = new ArrayList<>(values(json(recorded.body(), text)));
            if (!(recorded.body() instanceof GoldenResponse.Body.Text)
                    && LINE_SEPARATOR.matcher(text).find()) {
                found.add(new Difference("body", "escaped line separators", text));
            }
            return found;
        } catch (CharacterCodingException _) {
            return List.of(new Difference("body", "UTF-8", body.toString()));
        } catch (JsonProcessingException e) {
            return List.of(new Difference("body", "JSON as recorded", e.getOriginalMessage() + ": " + body));
        }
    }

    private List<Difference> values(JsonNode live) {
        return switch (recorded.body()) {
            case GoldenResponse.Body.JsonValue(JsonNode value) -> JsonComparison.compare(value, live, masks);
            case GoldenResponse.Body.JsonLines(JsonNode lines) -> JsonComparison.compare(lines, live, masks);
            case GoldenResponse.Body.Text(String text) -> JsonComparison.compare(TextNode.valueOf(text), live, masks);
            case ReadBody read -> read.differences(live);
        };
    }
}
