package dev.enfilade.bootstrap.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The demo's tokens: words with the white space before them, so that they join to the text they came from. */
final class Words {

    private static final Pattern WORD = Pattern.compile("\\s*\\S+(?:\\s+\\z)?|\\s+\\z");

    private Words() {}

    static List<String> of(String text) {
        return WORD.matcher(text).results().map(MatchResult::group).toList();
    }

    /** The text before the first of the stop sequences, which are a text or a list of texts. */
    static String before(JsonNode stops, String text) {
        List<JsonNode> sequences = stops.isTextual() ? List.of(stops) : Json.items(stops);
        int end = sequences.stream()
                .map(JsonNode::asText)
                .filter(stop -> !stop.isEmpty())
                .mapToInt(text::indexOf)
                .filter(at -> at >= 0)
                .min()
                .orElse(text.length());
        return text.substring(0, end);
    }
}
