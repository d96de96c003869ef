package dev.enfilade.bootstrap.config;

import dev.enfilade.bootstrap.config.Node.Broken;
import dev.enfilade.bootstrap.config.Node.Empty;
import dev.enfilade.bootstrap.config.Node.Mapping;
import dev.enfilade.bootstrap.config.Node.Member;
import dev.enfilade.bootstrap.config.Node.Scalar;
import dev.enfilade.bootstrap.config.Node.Sequence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The shape that a configuration may have: every key has its place, everything else is a mistake. */
final class KeyTree {

    static final KeyTree OF_ALL_KEYS = new KeyTree();

    static {
        Keys.ALL.forEach(key -> OF_ALL_KEYS.at(key.path()));
        PlannedKeys.ALL.forEach((path, instead) -> OF_ALL_KEYS.at(path).planned =
                "this version does not have it yet: " + instead + " (expected no such key)");
    }

    private final Map<String, KeyTree> children = new LinkedHashMap<>();
    private @Nullable String planned;

    /**
     * Tells of unknown and planned keys, and of values where keys should be; what the values are is for others to see.
     */
    void check(Mapping mapping, KeyPath path, Problems problems) {
        mapping.members().forEach((name, member) -> {
            KeyTree child = children.getOrDefault(name, children.get(KeyPath.ANY));
            if (child == null) {
                problems.add(member.origin(), path.child(name), unknown(name));
            } else {
                child.check(member, path.child(name), problems);
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
                case Scalar _, Sequence _ -> problems.misfit(member.value(), path, "the keys " + names());
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
        return "unknown key (expected " + names() + meant + ")";
    }

    private String names() {
        List<String> names = children.entrySet().stream()
                .filter(child -> !child.getValue().isPlanned())
                .map(Map.Entry::getKey)
                .toList();
        return String.join(", ", names).replace(KeyPath.ANY, "a name");
    }

    private boolean isPlanned() {
        return children.isEmpty() ? planned != null : children.values().stream().allMatch(KeyTree::isPlanned);
    }

    private KeyTree at(KeyPath path) {
        KeyTree node = this;
        for (String part : path.parts()) {
            node = node.children.computeIfAbsent(part, _ -> new KeyTree());
        }
        return node;
    }
}
