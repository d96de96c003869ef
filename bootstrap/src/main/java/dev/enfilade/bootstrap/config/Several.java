package dev.enfilade.bootstrap.config;

import static java.util.Objects.requireNonNull;

import dev.enfilade.bootstrap.config.Node.Broken;
import dev.enfilade.bootstrap.config.Node.Empty;
import dev.enfilade.bootstrap.config.Node.Mapping;
import dev.enfilade.bootstrap.config.Node.Scalar;
import dev.enfilade.bootstrap.config.Node.Sequence;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A list of single values, or one text that has them separated by commas, which is all that a variable or flag can
 * hold.
 */
record Several<T>(Single<T> item) implements Kind<List<T>> {

    Several {
        requireNonNull(item, "item is null");
    }

    @Override
    public String expected() {
        return "a list, each " + item.expected();
    }

    @Override
    public Optional<List<T>> read(Node node, KeyPath path, Problems problems) {
        return switch (node) {
            case Sequence sequence -> Optional.of(items(sequence.items().stream(), path, problems));
            case Scalar scalar -> Optional.of(items(Several.split(scalar), path, problems));
            case Broken _ -> Optional.empty();
            case Mapping _, Empty _ -> problems.misfit(node, path, expected());
        };
    }

    private List<T> items(Stream<? extends Node> nodes, KeyPath path, Problems problems) {
        return nodes.flatMap(node -> item.read(node, path, problems).stream()).toList();
    }

    static Stream<Scalar> split(Scalar list) {
        return Stream.of(list.text().split(",", -1))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(list::piece);
    }
}
