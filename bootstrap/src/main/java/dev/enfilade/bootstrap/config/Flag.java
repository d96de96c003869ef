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
public record Flag(String name, String path, String text) {

    public Flag {
        requireNonNull(name, "name is null");
        requireNonNull(path, "path is null");
        requireNonNull(text, "text is null");
    }

    Setting setting() {
        return new Setting(KeyPath.of(path), new Scalar(text, Origin.flag(name)));
    }
}
