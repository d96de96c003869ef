package dev.enfilade.domain.catalog;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * One line of the model map: which backend model answers to a name, and what is to be said about it.
 *
 * @param pattern an exact name, a glob with {@code *}, or {@code default}
 * @param backend the backend that has the model; absent is the first one
 * @param target the backend's model; absent is the asked name itself
 * @param traits overrides of what the backend says
 * @param hidden answers, but is not listed
 * @param options of requests to the model
 */
public record ModelRule(
        String pattern,
        Optional<String> backend,
        Optional<String> target,
        ModelTraits traits,
        boolean hidden,
        ModelOptions options) {

    /** The pattern that catches every name that nothing else knows. */
    public static final String DEFAULT = "default";

    public ModelRule {
        requireNonNull(pattern, "pattern is null");
        requireNonNull(backend, "backend is null");
        requireNonNull(target, "target is null");
        requireNonNull(traits, "traits is null");
        requireNonNull(options, "options is null");
    }

    /** A rule that leaves the options of requests as they are. */
    public ModelRule(
            String pattern, Optional<String> backend, Optional<String> target, ModelTraits traits, boolean hidden) {
        this(pattern, backend, target, traits, hidden, ModelOptions.NONE);
    }

    public boolean isGlob() {
        return pattern.indexOf('*') >= 0;
    }

    public boolean isDefault() {
        return pattern.equals(DEFAULT);
    }
}
