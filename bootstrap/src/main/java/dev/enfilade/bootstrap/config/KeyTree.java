package dev.enfilade.bootstrap.config;

import dev.enfilade.bootstrap.config.Node.Broken;
import dev.enfilade.bootstrap.config.Node.Empty;
import dev.enfilade.bootstrap.config.Node.Mapping;
import dev.enfilade.bootstrap.config.Node.Member;
import dev.enfilade.bootstrap.config.Node.Scalar;
import dev.enfilade.bootstrap.config.Node.Sequence;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The shape that a configuration may have: every key has its place, everything else is a mistake. */
final class KeyTree {

    static final KeyTree OF_ALL_KEYS = new KeyTree(KeyPath.TOP);

    static {
        Keys.ALL.forEach(key -> OF_ALL_KEYS.at(key.path()).key = key);
        PlannedKeys.ALL.forEach((path, instead) -> OF_ALL_KEYS.at(path).planned =
                "this version does not have it yet: " + instead + " (expected no such key)");
    }

    private final KeyPath place;
    private final Map<String, KeyTree> children = new LinkedHashMap<>();
    private @Nullable Key<?> key;
    private @Nullable String planned;

    private KeyTree(KeyPath place) {
        this.place = place;
    }

    /** What may stand here by name, in the order of the table; {@link KeyPath#ANY} for names of the user's choice. */
    Map<String, KeyTree> children() {
        return Collections.unmodifiableMap(children);
    }

    /** The path of this place, with {@link KeyPath#ANY} for names of the user's choice. */
    KeyPath place() {
        return place;
    }

    /** The key that has its value here; absent for groups. */
    Optional<Key<?>> key() {
        return Optional.ofNullable(key);
    }

    /** What names of the user's choice look like here; absent where there are none. */
    Optional<Single<String>> names() {
        return Optional.ofNullable(Keys.NAMES.get(place));
    }

    /** Whether nothing here works yet. */
    boolean isPlanned() {
        return children.isEmpty() ? planned != null : children.values().stream().allMatch(KeyTree::isPlanned);
    }

    /**
     * Tells of unknown and planned keys, of names that are none, and of values where keys should be; what the values
     * are is for others to see.
     */
    void check(Mapping mapping, KeyPath path, Problems problems) {
        mapping.members().forEach((name, member) -> {
            KeyPath below = path.child(name);
            KeyTree child = children.getOrDefault(name, children.get(KeyPath.ANY));
            if (child == null) {
                problems.add(member.origin(), below, unknown(name));
            } else {
                names().ifPresent(form -> form.read(new Scalar(name, member.origin()), below, problems));
                child.check(member, below, problems);
            }
        });
    }

    private void check(Member member, KeyPath path, Problems problems) {
        if (planned != null && !saysNothing(member.value())) {
            problems.add(member.origin(), path, planned);
        }
        if (!children.isEmpty()) {
            switch (member.value()) {
                case Mapping mapping -> check(mapping, path, problems);
                case Empty _, Broken _ -> {}
                case Scalar _, Sequence _ -> problems.misfit(member.value(), path, shape());
            }
        }
    }

    private static boolean saysNothing(Node node) {
        return switch (node) {
            case Empty _, Broken _ -> true;
            case Mapping mapping -> mapping.members().values().stream().allMatch(member -> saysNothing(member.value()));
            case Sequence sequence -> sequence.items().isEmpty();
            case Scalar _ -> false;
        };
    }

    private String unknown(String name) {
        String meant = NearestWord.to(name, children.keySet())
                .map(word -> "; did you mean " + word + "?")
                .orElse("");
        return "unknown key (expected " + words() + meant + ")";
    }

    private String shape() {
        return children.containsKey(KeyPath.ANY) ? "names with values" : "the keys " + words();
    }

    private String words() {
        List<String> words = children.entrySet().stream()
                .filter(child -> !child.getValue().isPlanned())
                .map(Map.Entry::getKey)
                .toList();
        return String.join(", ", words).replace(KeyPath.ANY, "a name");
    }

    private KeyTree at(KeyPath path) {
        KeyTree node = this;
        for (String part : path.parts()) {
            KeyPath below = node.place.child(part);
            node = node.children.computeIfAbsent(part, _ -> new KeyTree(below));
        }
        return node;
    }
}
