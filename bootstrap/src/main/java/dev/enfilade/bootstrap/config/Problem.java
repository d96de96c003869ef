package dev.enfilade.bootstrap.config;

import static java.util.Objects.requireNonNull;

/**
 * One thing that is wrong with the configuration.
 *
 * @param origin where to look
 * @param path the key, empty if the trouble has none
 * @param text what is wrong and what was expected; never a secret
 */
public record Problem(Origin origin, String path, String text) {

    public Problem {
        requireNonNull(origin, "origin is null");
        requireNonNull(path, "path is null");
        requireNonNull(text, "text is null");
    }

    @Override
    public String toString() {
        return origin + (path.isEmpty() ? "" : " " + path) + ": " + text;
    }
}
