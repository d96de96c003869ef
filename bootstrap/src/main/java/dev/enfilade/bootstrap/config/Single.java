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
 * @param openly whether an error may repeat what was written: not if it can be or hold a secret
 * @param words the known values, empty if there are too many to know
 * @param parse absent for a text that is no such value
 */
record Single<T>(String expected, boolean openly, List<String> words, Function<String, Optional<T>> parse)
        implements Kind<T> {

    Single {
        requireNonNull(expected, "expected is null");
        words = List.copyOf(words);
        requireNonNull(parse, "parse is null");
    }

    static <T> Single<T> open(String expected, Function<String, Optional<T>> parse) {
        return new Single<>(expected, true, List.of(), parse);
    }

    /** For values whose text no error may show. */
    static <T> Single<T> closed(String expected, Function<String, Optional<T>> parse) {
        return new Single<>(expected, false, List.of(), parse);
    }

    /** One of a few values, each with its word. */
    static <T> Single<T> oneOf(List<T> values, Function<T, String> word) {
        List<String> words = values.stream().map(word).toList();
        return new Single<>(
                String.join(", ", words),
                true,
                words,
                text -> values.stream()
                        .filter(value -> word.apply(value).equals(text))
                        .findFirst());
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
        Optional<T> value = parse.apply(scalar.text());
        if (value.isEmpty()) {
            String what = openly ? "\"" + scalar.written() + "\"" : "the value";
            problems.add(scalar.origin(), path, what + " does not fit (expected " + expected + hint(scalar) + ")");
        }
        return value;
    }

    private String hint(Scalar scalar) {
        return NearestWord.to(scalar.text(), words)
                .map(word -> "; did you mean " + word + "?")
                .orElse("");
    }
}
