package dev.enfilade.contract.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is told about models and about the server. */
final class ListingChecks {

    private static final Pattern TAGGED = Pattern.compile("[^:]+:[^:/]+");
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
    private static final Set<String> CAPABILITIES =
            Set.of("completion", "tools", "insert", "vision", "embedding", "thinking");
    private static final Set<String> DETAILS =
            Set.of("parent_model", "format", "family", "families", "parameter_size", "quantization_level");
    private static final Pattern VERSION = Pattern.compile("(\\d{1,4})\\.(\\d{1,4})\\.(\\d{1,4})");

    /** The newest that a client is known to ask for. */
    private static final long OLDEST = number(0, 13, 4);

    private ListingChecks() {}

    static boolean haveTags(Seen seen) {
        return models(seen)
                .allMatch(model -> TAGGED.matcher(model.path("name").asText()).matches()
                        && model.path("model").equals(model.path("name")));
    }

    static boolean haveDigests(Seen seen) {
        List<JsonNode> models = models(seen).toList();
        Set<String> digests = models.stream()
                .map(model -> model.path("digest").asText())
                .filter(digest -> DIGEST.matcher(digest).matches())
                .collect(Collectors.toSet());
        return digests.size() == models.size()
                && models.stream().allMatch(model -> model.path("size").asLong() > 0);
    }

    static boolean haveKnownCapabilities(Seen seen) {
        Stream<JsonNode> told =
                isShow(seen) ? Stream.of(seen.json()) : seen.path().equals("/api/tags") ? models(seen) : Stream.empty();
        return told.map(model -> model.path("capabilities"))
                .allMatch(words -> !words.isEmpty()
                        && words.valueStream().map(JsonNode::asText).allMatch(CAPABILITIES::contains));
    }

    static boolean haveSixDetails(Seen seen) {
        return !seen.path().equals("/api/ps")
                || models(seen).allMatch(model -> names(model.path("details")).equals(DETAILS));
    }

    /** Under the architecture, which is the family and has no dot; no other name looks like a context length. */
    static boolean tellLengths(Seen seen) {
        if (!isShow(seen)) {
            return true;
        }
        JsonNode info = seen.json().path("model_info");
        String architecture = info.path("general.architecture").asText();
        List<String> contexts = names(info).stream()
                .filter(name -> name.contains("context_length"))
                .toList();
        return architecture.equals(seen.json().at("/details/family").asText("none"))
                && !architecture.contains(".")
                && contexts.equals(List.of(architecture + ".context_length"))
                && info.path(contexts.getFirst()).asLong() > 0
                && info.path(architecture + ".embedding_length").asLong() > 0;
    }

    static boolean isAVersion(Seen seen) {
        if (!seen.path().equals("/api/version") || !seen.isGood()) {
            return true;
        }
        Matcher version = VERSION.matcher(seen.json().path("version").asText());
        return names(seen.json()).equals(Set.of("version"))
                && version.matches()
                && number(part(version, 1), part(version, 2), part(version, 3)) >= OLDEST;
    }

    private static boolean isShow(Seen seen) {
        return seen.path().equals("/api/show") && seen.isGood();
    }

    private static Stream<JsonNode> models(Seen seen) {
        boolean lists = Set.of("/api/tags", "/api/ps").contains(seen.path()) && seen.isGood();
        return lists ? seen.json().path("models").valueStream() : Stream.empty();
    }

    private static Set<String> names(JsonNode object) {
        return object.propertyStream().map(Map.Entry::getKey).collect(Collectors.toSet());
    }

    private static int part(Matcher version, int group) {
        return Integer.parseInt(version.group(group));
    }

    private static long number(int major, int minor, int patch) {
        return (major * 10_000L + minor) * 10_000L + patch;
    }
}
