package dev.enfilade.contract.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.regex.Pattern;

/** How the bytes of an answer are laid out. */
final class FramingChecks {

    private static final Pattern SEPARATORS = Pattern.compile("[\\x{85}\\x{2028}\\x{2029}]");
    private static final int FIRST_ERROR = 400;

    private FramingChecks() {}

    /** One object a line in a stream, each line with its end; one line without an end otherwise. */
    static boolean areWholeLines(Seen seen) {
        if (!seen.contentEncoding().isEmpty()) {
            return false;
        }
        if (!seen.isJson()) {
            return true;
        }
        return seen.values().stream().allMatch(JsonNode::isObject)
                && !seen.body().contains("\r")
                && (seen.isStream() ? seen.body().endsWith("\n") : !seen.body().contains("\n"));
    }

    static boolean escapesSeparators(Seen seen) {
        return !SEPARATORS.matcher(seen.body()).find();
    }

    /** What is JSON says so; what was asked for as a whole is not sent as a stream. */
    static boolean saysItsType(Seen seen) {
        boolean isObject = seen.values().stream().allMatch(JsonNode::isObject);
        return isObject == seen.isJson() && !(seen.isStream() && seen.asksWholeAnswer());
    }

    /** An error stands alone as a text, and in a stream it is the end. */
    static boolean tellsErrorsAsText(Seen seen) {
        List<JsonNode> values = seen.values();
        List<JsonNode> errors =
                values.stream().filter(value -> value.has("error")).toList();
        boolean expected = seen.status() >= FIRST_ERROR && seen.isJson();
        if (errors.isEmpty()) {
            return !expected;
        }
        return errors.size() == 1
                && values.getLast().has("error")
                && values.getLast().size() == 1
                && values.getLast().get("error").isTextual();
    }
}
