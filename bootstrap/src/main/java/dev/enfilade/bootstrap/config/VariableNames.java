package dev.enfilade.bootstrap.config;

import dev.enfilade.bootstrap.config.Node.Mapping;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which variable belongs to which key: {@code ENFILADE_} and the path in capitals, with {@code _} for every character
 * that is no letter or digit.
 *
 * <p>Names of the user's choice cannot be spelled back; a name that the file has wins over a new one.
 */
final class VariableNames {

    static final String PREFIX = "ENFILADE_";

    /**
     * Variables that carry the prefix for other reasons: where the file is, and what start scripts and Kubernetes set.
     */
    private static final String OTHERS =
            PREFIX + "(?:CONFIG|JAVA_HOME|JAVA_OPTS|SERVICE_HOST|SERVICE_PORT(?:_\\w+)?|PORT(?:_\\d+_\\w+)?)";

    private VariableNames() {}

    static boolean isSetting(String variable) {
        return variable.startsWith(PREFIX) && !variable.matches(OTHERS);
    }

    /** The place that a variable sets in this configuration, if there is one. */
    static Optional<KeyPath> path(String variable, Mapping configuration) {
        return paths().filter(path -> fits(variable, path))
                .max(Comparator.comparingInt(
                        path -> String.join("", around(path)).length()))
                .map(path -> Keys.SHORTHANDS.getOrDefault(path, path).named(name(variable, path, configuration)));
    }

    /** The known variable that somebody may have meant. */
    static Optional<String> nearest(String variable) {
        return NearestWord.to(
                variable,
                paths().filter(path -> !path.parts().contains(KeyPath.ANY))
                        .map(VariableNames::spelled)
                        .toList());
    }

    static String spelled(KeyPath path) {
        return PREFIX + spelled(String.join("_", path.parts()).replace(KeyPath.ANY, "<NAME>"));
    }

    private static Stream<KeyPath> paths() {
        return Stream.of(
                        Keys.ALL.stream().<KeyPath>map(Key::path),
                        PlannedKeys.ALL.keySet().stream(),
                        Keys.SHORTHANDS.keySet().stream())
                .flatMap(paths -> paths);
    }

    private static boolean fits(String variable, KeyPath path) {
        List<String> parts = around(path);
        return parts.size() == 1
                ? variable.equals(parts.getFirst())
                : variable.length()
                                > parts.getFirst().length() + parts.getLast().length()
                        && variable.startsWith(parts.getFirst())
                        && variable.endsWith(parts.getLast());
    }

    /** What stands before and after the name, or the whole where there is none. */
    private static List<String> around(KeyPath path) {
        return List.of(spelled(path).split("<NAME>", -1));
    }

    private static String name(String variable, KeyPath path, Mapping configuration) {
        List<String> parts = around(path);
        if (parts.size() == 1) {
            return "";
        }
        String name = variable.substring(
                parts.getFirst().length(), variable.length() - parts.getLast().length());
        return configuration.names(path.first()).stream()
                .filter(known -> spelled(known).equals(name))
                .findFirst()
                .orElse(name.toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    private static String spelled(String text) {
        return text.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9<>]", "_");
    }
}
