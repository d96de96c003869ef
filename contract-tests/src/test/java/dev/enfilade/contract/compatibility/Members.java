package dev.enfilade.contract.compatibility;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** The members of JSON values as the page writes them: {@code messages[].role}. */
final class Members {

    private static final String ARCHITECTURE = "general.architecture";

    private final Set<String> found = new TreeSet<>();
    private final Set<String> closed;
    private final Predicate<JsonNode> counts;

    private Members(Set<String> closed, Predicate<JsonNode> counts) {
        this.closed = closed;
        this.counts = counts;
    }

    /**
     * All members.
     *
     * @param closed members that are not looked into, since what is in them is the client's or the model's
     */
    static Set<String> of(Iterable<JsonNode> values, Set<String> closed) {
        return collected(values, new Members(closed, _ -> true));
    }

    /** The members that are neither null nor empty: others show nothing. */
    static Set<String> filled(Iterable<JsonNode> values, Set<String> closed) {
        return collected(values, new Members(closed, value -> !isBlank(value)));
    }

    private static Set<String> collected(Iterable<JsonNode> values, Members members) {
        values.forEach(value -> members.collect("", value));
        return members.found;
    }

    private static boolean isBlank(JsonNode value) {
        return value.isNull()
                || (value.isTextual() ? value.textValue().isEmpty() : value.isContainerNode() && value.isEmpty());
    }

    private void collect(String path, JsonNode value) {
        if (value.isArray()) {
            value.forEach(element -> collect(path + "[]", element));
        }
        String architecture = value.path(ARCHITECTURE).asText("none");
        value.properties().stream()
                .filter(entry -> counts.test(entry.getValue()))
                .forEach(entry -> {
                    String name = entry.getKey();
                    String shown = name.startsWith(architecture + ".")
                            ? "<arch>" + name.substring(architecture.length())
                            : name;
                    String member = path.isEmpty() ? shown : path + "." + shown;
                    found.add(member);
                    if (!closed.contains(name)) {
                        collect(member, entry.getValue());
                    }
                });
    }
}
