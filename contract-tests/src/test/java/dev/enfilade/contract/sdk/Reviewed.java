package dev.enfilade.contract.sdk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What somebody has looked at and found right, with the reason; one line each: kind, place, names, reason.
 *
 * @param reasons by {@code kind place name}
 */
record Reviewed(Map<String, String> reasons) {

    /** What a line is about. */
    enum Kind {
        /** Members that SDKs have and the product has not. */
        LACKING,
        /** Members that the product has and no SDK. */
        BEYOND,
        /** Types of an SDK that have no place here. */
        TYPE
    }

    Reviewed {
        reasons = Map.copyOf(reasons);
    }

    static Reviewed parse(List<String> lines) {
        Map<String, String> reasons = new LinkedHashMap<>();
        for (String line : lines) {
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] parts = line.split(" \\| ", -1);
                if (parts.length != 4 || parts[3].isBlank()) {
                    throw new IllegalArgumentException("not kind | place | names | reason: " + line);
                }
                for (String name : parts[2].split(" ", -1)) {
                    add(reasons, key(Kind.valueOf(parts[0]), parts[1], name), parts[3]);
                }
            }
        }
        return new Reviewed(reasons);
    }

    Optional<String> reason(Kind kind, String place, String name) {
        return Optional.ofNullable(reasons.get(key(kind, place, name)));
    }

    static String key(Kind kind, String place, String name) {
        return kind + " | " + place + " | " + name;
    }

    /** The lines that are about nothing any more. */
    Set<String> stale(Set<String> found) {
        Set<String> left = new TreeSet<>(reasons.keySet());
        left.removeAll(found);
        return left;
    }

    private static void add(Map<String, String> reasons, String key, String reason) {
        if (reasons.put(key, reason) != null) {
            throw new IllegalArgumentException("twice: " + key);
        }
    }
}
