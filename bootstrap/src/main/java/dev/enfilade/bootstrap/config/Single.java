package dev.enfilade.bootstrap.config;

import static java.util.Objects.requireNonNull;

import dev.enfilade.bootstrap.config.Node.Broken;
import dev.enfilade.bootstrap.config.Node.Empty;
import dev.enfilade.bootstrap.config.Node.Mapping;
import dev.enfilade.bootstrap.config.Node.Scalar;
import dev.enfilade.bootstrap.config.Node.Sequence;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A single value.
 *
 * @param shown when its text may be repeated
 * @param form what its text looks like
 * @param advice for a text that does not fit, what is to be done about it, if that can be told
 * @param meaning absent for a text that is no such value, though it has the form
 */
record Single<T>(
        String expected,
        Shown shown,
        Form form,
        Function<String, Optional<String>> advice,
        Function<String, Optional<T>> meaning)
        implements Kind<T> {

    /** When the text of a value may be repeated: it can be or hold a secret. */
    enum Shown {
        ALWAYS,
        /** Until it is known to be good it may be a secret that stands in the wrong place. */
        IF_GOOD,
        NEVER
    }

    Single {
        requireNonNull(expected, "expected is null");
        requireNonNull(shown, "shown is null");
        requireNonNull(form, "form is null");
        requireNonNull(advice, "advice is null");
        requireNonNull(meaning, "meaning is null");
    }

    static <T> Single<T> open(String expected, Form form, Function<String, Optional<T>> meaning) {
        return new Single<>(expected, Shown.ALWAYS, form, _ -> Optional.empty(), meaning);
    }

    static <T> Single<T> doubtful(String expected, Form form, Function<String, Optional<T>> meaning) {
        return new Single<>(expected, Shown.IF_GOOD, form, _ -> Optional.empty(), meaning);
    }

    static <T> Single<T> secret(String expected, Form form, Function<String, Optional<T>> meaning) {
        return new Single<>(expected, Shown.NEVER, form, _ -> Optional.empty(), meaning);
    }

    /** One of a few values, each with its word. */
    static <T> Single<T> oneOf(List<T> values, Function<T, String> word) {
        List<String> words = values.stream().map(word).toList();
        return new Single<>(
                String.join(", ", words),
                Shown.ALWAYS,
                new Form.Words(words),
                text -> NearestWord.to(text, words).map(Single::meant),
                text -> values.stream()
                        .filter(value -> word.apply(value).equals(text))
                        .findFirst());
    }

    Single<T> advising(Function<String, Optional<String>> other) {
        return new Single<>(expected, shown, form, other, meaning);
    }

    /** The advice that names what somebody may have meant. */
    static String meant(String word) {
        return "did you mean " + word + "?";
    }

    /** The value of a text, absent if it is none. */
    Optional<T> parse(String text) {
        return form.fits(text) ? meaning.apply(text) : Optional.empty();
    }

    @Override
    public Optional<T> read(Node node, KeyPath path, Problems problems) {
        return switch (node) {
            case Scalar scalar -> parsed(scalar, path, problems);
            case Broken _ -> Optional.empty();
            case Sequence _, Mapping _, Empty _ -> problems.misfit(node, path, expected);
        };
    }

    private Optional<T> parsed(Scalar scalar, KeyPath path, Problems problems) {
        Optional<T> value = parse(scalar.text());
        if (value.isEmpty()) {
            String what = shown == Shown.ALWAYS ? "\"" + scalar.written() + "\"" : "the value";
            String more = advice.apply(scalar.text()).map(text -> "; " + text).orElse("");
            problems.add(scalar.origin(), path, what + " does not fit (expected " + expected + more + ")");
        }
        return value;
    }
}
