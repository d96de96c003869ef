package dev.enfilade.bootstrap.config;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the process was started in.
 *
 * @param variables its environment
 * @param folder its working folder
 * @param home the user's folder
 */
public record Surroundings(Map<String, String> variables, Path folder, Path home) {

    private static final String FILE = "enfilade.yaml";

    public Surroundings {
        variables = Map.copyOf(variables);
        requireNonNull(folder, "folder is null");
        requireNonNull(home, "home is null");
    }

    public static Surroundings ofThisProcess() {
        return new Surroundings(
                System.getenv(), Path.of("").toAbsolutePath(), Path.of(System.getProperty("user.home", "")));
    }

    /** The files that are read if nobody names one: the first that is there. */
    List<Path> usualFiles() {
        return Stream.of(
                        Optional.of(folder),
                        variable("XDG_CONFIG_HOME")
                                .or(() -> Optional.of(home.resolve(".config")))
                                .map(Surroundings::own),
                        variable("APPDATA").map(Surroundings::own),
                        Optional.of(Path.of("/etc/enfilade")))
                .flatMap(Optional::stream)
                .map(place -> place.resolve(FILE))
                .toList();
    }

    private static Path own(Path folder) {
        return folder.resolve("enfilade");
    }

    private Optional<Path> variable(String name) {
        return Optional.ofNullable(variables.get(name))
                .filter(text -> !text.isBlank())
                .map(Path::of);
    }
}
