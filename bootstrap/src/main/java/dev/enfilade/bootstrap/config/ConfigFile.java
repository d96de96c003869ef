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
        Path folder = surroundings.folder();
        if (named.isPresent()) {
            return read(folder, named.get(), Origin.flag("--config"), KeyPath.TOP, problems);
        }
        Optional<Path> byVariable = variables.text("ENFILADE_CONFIG").map(Path::of);
        if (byVariable.isPresent()) {
            return read(folder, byVariable.get(), Origin.variable("ENFILADE_CONFIG"), KeyPath.TOP, problems);
        }
        return surroundings.usualFiles().stream()
                .filter(Files::exists)
                .findFirst()
                .flatMap(path -> read(folder, path, Origin.file(name(folder, path), 0, 0), KeyPath.TOP, problems));
    }

    /**
     * Reads a file; absent after the problem was told.
     *
     * @param origin who named the file, under which key
     */
    static Optional<ConfigFile> read(Path folder, Path path, Origin origin, KeyPath key, Problems problems) {
        Path absolute = folder.resolve(path);
        try {
            return Optional.of(new ConfigFile(name(folder, absolute), TextFile.whole(absolute)));
        } catch (UnavailableValueException e) {
            Origin place = e.line() > 0 ? Origin.file(name(folder, absolute), e.line(), e.column()) : origin;
            problems.add(place, key, e.why());
            return Optional.empty();
        }
    }

    private static String name(Path folder, Path path) {
        Path absolute = folder.resolve(path);
        return absolute.startsWith(folder) ? folder.relativize(absolute).toString() : absolute.toString();
    }
}
