package dev.enfilade.bootstrap.config;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Keys whose names are fixed but whose features do not exist yet: using one is an error, so that nobody relies on it.
 */
final class PlannedKeys {

    static final Map<KeyPath, String> ALL = all();

    private PlannedKeys() {}

    private static Map<KeyPath, String> all() {
        Map<KeyPath, String> keys = new LinkedHashMap<>();
        keys.put(KeyPath.of("auth.keys-file"), "clients cannot be asked for keys; a reverse proxy in front can");
        keys.put(
                KeyPath.of("auth.rate.requests-per-minute"),
                "clients are not counted; a reverse proxy in front can, and limits.streams holds for all together");
        keys.put(
                KeyPath.of("auth.rate.tokens-per-minute"),
                "clients are not counted; a reverse proxy in front can, and limits.streams holds for all together");
        keys.put(KeyPath.of("features"), "there is nothing to switch; leave it out");
        keys.put(KeyPath.of("ui.enabled"), "there is no page for people; leave it out");
        keys.put(
                KeyPath.of("cache.responses.enabled"),
                "answers are not kept; leave it out, or let the backend keep them");
        keys.put(KeyPath.of("cache.responses.ttl"), "answers are not kept; leave it out, or let the backend keep them");
        keys.put(
                KeyPath.of("cache.responses.size"), "answers are not kept; leave it out, or let the backend keep them");
        return keys;
    }
}
