package dev.enfilade.bootstrap.config;

import static java.util.Objects.requireNonNull;

import java.util.regex.Pattern;

/**
 * One thing that is wrong with the configuration.
 *
 * @param origin where to look
 * @param path the key, empty if the trouble has none
 * @param text what is wrong and what was expected; never a secret
 */
public record Problem(Origin origin, String path, String text) {

    /** Passwords of URLs and the usual form of keys, which stand in the wrong place more often than one would think. */
    private static final Pattern SECRET = Pattern.compile("(?<=://)[^/\\s@]+(?=@)|\\bsk-[\\w-]{5,}");

    public Problem {
        requireNonNull(origin, "origin is null");
        path = withoutSecrets(path);
        text = withoutSecrets(text);
    }

    private static String withoutSecrets(String text) {
        return SECRET.matcher(text).replaceAll("...");
    }

    @Override
    public String toString() {
        return origin + (path.isEmpty() ? "" : " " + path) + ": " + text;
    }
}
