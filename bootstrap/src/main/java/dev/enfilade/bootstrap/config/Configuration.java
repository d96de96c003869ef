package dev.enfilade.bootstrap.config;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * What {@link ConfigLoader} found.
 *
 * @param file the file that was read, if any
 * @param notices what its owner should know: one sentence each, nothing that stops the start
 * @param values what the settings were made of
 */
public record Configuration(Settings settings, Optional<String> file, List<String> notices, KeyValues values) {

    public Configuration {
        requireNonNull(settings, "settings is null");
        requireNonNull(file, "file is null");
        notices = List.copyOf(notices);
        requireNonNull(values, "values is null");
    }
}
