package dev.enfilade.bootstrap.config;

import static java.util.Objects.requireNonNull;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A configuration in words.
 *
 * @param name for errors: the path as the user would write it
 */
public record ConfigFile(String name, String text) {

    public ConfigFile {
        requireNonNull(name, "name is null");
        requireNonNull(text, "text is null");
    }

    /**
     * The file that the command line or {@code ENFILADE_CONFIG} names, or the first of the usual ones that is there.
     */
    static Optional<ConfigFile> find(
            Optional<Path> named, Surroundings surroundings, Variables variables, Problems problems) {
        Optional<Path> byVariable = variables.text("ENFILADE_CONFIG").map(Path::of);
        Origin origin = named.isPresent() ? Origin.flag("--config") : Origin.variable("ENFILADE_CONFIG");
        return named.or(() -> byVariable)
                .or(() ->
                        surroundings.usualFiles().stream().filter(Files::exists).findFirst())
                .flatMap(path -> read(surroundings.folder(), path, origin, problems));
    }

    private static Optional<ConfigFile> read(Path folder, Path path, Origin origin, Problems problems) {
        Path absolute = folder.resolve(path);
        String name = absolute.startsWith(folder) ? folder.relativize(absolute).toString() : absolute.toString();
        try {
            return Optional.of(new ConfigFile(name, TextFile.whole(absolute)));
        } catch (UnavailableValueException e) {
            problems.add(origin, KeyPath.TOP, e.why());
            return Optional.empty();
        }
    }
}
