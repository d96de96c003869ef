package dev.enfilade.bootstrap.config;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** One value of the configuration as it was written, before anybody has asked what it means. */
sealed interface Node {

    Origin origin();

    /** What to call it in an error. */
    String described();

    /**
     * A single value, as text whatever a YAML reader would take it for.
     *
     * @param text what it stands for
     * @param written what errors may repeat: the text with its references, since those may lead to secrets
     */
    record Scalar(String text, String written, Origin origin) implements Node {
        public Scalar {
            requireNonNull(text, "text is null");
            requireNonNull(written, "written is null");
            requireNonNull(origin, "origin is null");
        }

        Scalar(String text, Origin origin) {
            this(text, text, origin);
        }

        Scalar meaning(String other) {
            return new Scalar(other, written, origin);
        }

        /** A piece of the text; an error may repeat it only if it was written so. */
        Scalar piece(String piece) {
            return new Scalar(piece, text.equals(written) ? piece : written, origin);
        }

        @Override
        public String described() {
            return "a single value";
        }
    }

    /** A list. */
    record Sequence(List<Node> items, Origin origin) implements Node {
        public Sequence {
            items = List.copyOf(items);
            requireNonNull(origin, "origin is null");
        }

        @Override
        public String described() {
            return "a list";
        }
    }

    /** Members in the order in which they were written. */
    record Mapping(Map<String, Member> members, Origin origin) implements Node {
        public Mapping {
            members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
            requireNonNull(origin, "origin is null");
        }

        /** What stands at this path, if anything does. */
        Optional<Node> find(KeyPath path) {
            return path.parts().size() == 1
                    ? Optional.ofNullable(members.get(path.first()))
                            .map(Member::value)
                            .filter(node -> !(node instanceof Empty))
                    : group(path.first()).flatMap(group -> group.find(path.rest()));
        }

        /** The names of the user's choice in a group such as {@code backends}. */
        Set<String> names(String group) {
            return names(KeyPath.of(group));
        }

        /** What is set in a group, wherever it stands. */
        Set<String> names(KeyPath group) {
            return group.parts().isEmpty()
                    ? members.keySet()
                    : group(group.first())
                            .map(found -> found.names(group.rest()))
                            .orElse(Set.of());
        }

        private Optional<Mapping> group(String name) {
            return find(KeyPath.TOP.child(name))
                    .filter(Mapping.class::isInstance)
                    .map(Mapping.class::cast);
        }

        /** This configuration with another value at one path. */
        Mapping with(KeyPath path, Node value) {
            Node set = path.parts().size() == 1
                    ? value
                    : group(path.first())
                            .orElse(new Mapping(Map.of(), value.origin()))
                            .with(path.rest(), value);
            Map<String, Member> changed = new LinkedHashMap<>(members);
            changed.merge(path.first(), new Member(value.origin(), set), (old, _) -> new Member(old.origin(), set));
            return new Mapping(changed, origin);
        }

        /** This configuration with every value of a group changed, all in one go since groups may be large. */
        Mapping withEach(String group, UnaryOperator<Node> change) {
            return group(group)
                    .map(found -> with(KeyPath.TOP.child(group), found.withEach(change)))
                    .orElse(this);
        }

        private Mapping withEach(UnaryOperator<Node> change) {
            Map<String, Member> changed = new LinkedHashMap<>(members);
            changed.replaceAll((_, old) -> new Member(old.origin(), change.apply(old.value())));
            return new Mapping(changed, origin);
        }

        /** This configuration without what stands at one path. */
        Mapping without(KeyPath path) {
            Map<String, Member> changed = new LinkedHashMap<>(members);
            if (path.parts().size() == 1) {
                changed.remove(path.first());
            } else {
                group(path.first())
                        .ifPresent(group -> changed.computeIfPresent(
                                path.first(), (_, old) -> new Member(old.origin(), group.without(path.rest()))));
            }
            return new Mapping(changed, origin);
        }

        @Override
        public String described() {
            return "a group of keys";
        }
    }

    /** A key without a value: the same as a key that is not there. */
    record Empty(Origin origin) implements Node {
        public Empty {
            requireNonNull(origin, "origin is null");
        }

        @Override
        public String described() {
            return "nothing";
        }
    }

    /** A value that could not be had; the user has been told, so nobody else needs to complain. */
    record Broken(Origin origin) implements Node {
        public Broken {
            requireNonNull(origin, "origin is null");
        }

        @Override
        public String described() {
            return "a broken value";
        }
    }

    /** A value under its key; the origin is the key's. */
    record Member(Origin origin, Node value) {
        public Member {
            requireNonNull(origin, "origin is null");
            requireNonNull(value, "value is null");
        }
    }
}
