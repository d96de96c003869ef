package dev.enfilade.bootstrap.config;

import static java.util.Objects.requireNonNull;

import dev.enfilade.bootstrap.config.Node.Scalar;

/**
 * A value from the command line.
 *
 * @param name as it was written, such as {@code --listen}
 * @param path the key it sets, such as {@code listen}
 * @param text may hold references as values in files do
 */
public record Flag(String name, KeyPath path, String text) {

    public Flag {
        requireNonNull(name, "name is null");
        requireNonNull(path, "path is null");
        requireNonNull(text, "text is null");
    }

    /** A flag for a path that can be written with dots alone. */
    public Flag(String name, String path, String text) {
        this(name, KeyPath.of(path), text);
    }

    Setting setting() {
        return new Setting(path, new Scalar(text, Origin.flag(name)));
    }
}
