package dev.enfilade.bootstrap.config;

import dev.enfilade.bootstrap.config.Node.Mapping;
import dev.enfilade.bootstrap.config.Node.Scalar;
import dev.enfilade.bootstrap.config.PathSpelling.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which variable belongs to which key.
 *
 * <p>Names of the user's choice cannot be spelled back; a name that the file has wins over a new one.
 */
final class VariableNames {

    private static final String PREFIX = "ENFILADE_";

    /** Where the file is, what starts the program, and what our own tests are asked for. */
    private static final Pattern OTHERS = Pattern.compile(PREFIX + "(?:CONFIG|JAVA_HOME|JAVA_OPTS|CLIENTS|OLLAMA_CLI)");

    /** What Kubernetes and Docker tell every container of a service whose name begins as ours. */
    private static final Pattern SERVICE = Pattern.compile(
            PREFIX + "(?:\\w+_)?(?:SERVICE_HOST|SERVICE_PORT(?:_\\w+)?|PORT_\\d+_(?:TCP|UDP|SCTP)(?:_\\w+)?)");

    private static final Pattern SERVICE_ADDRESS = Pattern.compile(PREFIX + "(?:\\w+_)?PORT");

    private VariableNames() {}

    static boolean isSetting(String variable, Scalar value) {
        return variable.startsWith(PREFIX)
                && !OTHERS.matcher(variable).matches()
                && !SERVICE.matcher(variable).matches()
                && !(SERVICE_ADDRESS.matcher(variable).matches() && value.text().matches("(?:tcp|udp|sctp)://.*"));
    }

    /** The place that a variable sets in this configuration, if there is one. */
    static Optional<KeyPath> path(String variable, Mapping configuration) {
        return PathSpelling.VARIABLE.read(variable).map(place -> named(place, configuration));
    }

    private static KeyPath named(Place place, Mapping configuration) {
        List<String> names = new ArrayList<>();
        KeyPath path = KeyPath.TOP;
        for (String part : place.path().parts()) {
            if (part.equals(KeyPath.ANY)) {
                names.add(name(place.names().get(names.size()), configuration.names(path)));
            }
            path = path.child(part.equals(KeyPath.ANY) ? names.getLast() : part);
        }
        return Keys.SHORTHANDS.getOrDefault(place.path(), place.path()).named(names.toArray(String[]::new));
    }

    private static String name(String spelled, Set<String> known) {
        return known.stream()
                .filter(it -> PathSpelling.VARIABLE.part(it).equals(spelled))
                .findFirst()
                .orElse(spelled.toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
