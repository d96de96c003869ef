package dev.enfilade.bootstrap.check;

import dev.enfilade.domain.Secret;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says where a value was written.
 *
 * @param variables of the environment, one of which may hold it
 */
record Written(Map<String, String> variables) {

    private static final Pattern BEGINNING = Pattern.compile("[A-Za-z]{2,5}[-_]");
    private static final int SHOWN_AT_THE_END = 4;

    /** Of fewer characters four would tell too much. */
    private static final int FEWEST = 8;

    Written {
        variables = Map.copyOf(variables);
    }

    /**
     * Such as {@code sk-...abcd (from OPENAI_API_KEY)}: its owner knows which one it is and nobody else learns it.
     *
     * @param place where the configuration has it, for a key that no variable holds
     */
    String shown(Secret key, Optional<String> place) {
        return masked(key.value()) + " (from "
                + variable(key.value()).or(() -> place).orElse("the configuration") + ")";
    }

    /** The variable that holds this value: the one that most people set first, or ours, or any. */
    Optional<String> variable(String value) {
        return variables.entrySet().stream()
                .filter(variable -> plain(variable.getValue()).equals(plain(value)))
                .map(Map.Entry::getKey)
                .min(Comparator.comparingInt(Written::rank).thenComparing(Comparator.naturalOrder()));
    }

    private static String plain(String value) {
        return value.strip().replaceFirst("/+$", "");
    }

    private static int rank(String variable) {
        if (variable.startsWith("OPENAI_")) {
            return 0;
        }
        return variable.startsWith("ENFILADE_") ? 1 : 2;
    }

    private static String masked(String key) {
        Matcher beginning = BEGINNING.matcher(key);
        String start = beginning.lookingAt() ? beginning.group() : "";
        boolean enough = key.length() - start.length() >= FEWEST;
        return start + "..." + (enough ? key.substring(key.length() - SHOWN_AT_THE_END) : "");
    }
}
