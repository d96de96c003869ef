package dev.enfilade.bootstrap.reload;

import dev.enfilade.bootstrap.config.KeyValues;
import dev.enfilade.bootstrap.config.RestartKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;

/**
 * The keys whose values are others than before; never the values, which may be secrets.
 *
 * @param applied can take effect now
 * @param later take effect with the next start
 */
record Changes(List<String> applied, List<String> later) {

    private static final int MOST_NAMED = 20;

    Changes {
        applied = List.copyOf(applied);
        later = List.copyOf(later);
    }

    /**
     * Between what is in force and what comes.
     *
     * @param started what the process was started with, which is what still holds of the keys that need a restart
     */
    static Changes between(KeyValues started, KeyValues current, KeyValues next) {
        NavigableSet<String> changed = current.changes(next);
        NavigableSet<String> sinceStart = started.changes(next);
        return new Changes(
                changed.stream().filter(key -> !RestartKeys.contains(key)).toList(),
                changed.stream()
                        .filter(RestartKeys::contains)
                        .filter(sinceStart::contains)
                        .toList());
    }

    static String named(List<String> keys) {
        if (keys.size() <= MOST_NAMED) {
            return String.join(", ", keys);
        }
        List<String> first = new ArrayList<>(keys.subList(0, MOST_NAMED));
        return String.join(", ", first) + " and " + (keys.size() - MOST_NAMED) + " more";
    }
}
