package dev.enfilade.bootstrap.server;

import java.util.Set;

/**
 * What a route is called where it is told of: its pattern, which there are only so many of, whatever clients ask for.
 */
final class RouteName {

    private static final String RELAYED = "/v1/*";

    /** Relayed paths that are worth telling apart. */
    private static final Set<String> WELL_KNOWN = Set.of(
            "/v1/audio/speech",
            "/v1/audio/transcriptions",
            "/v1/audio/translations",
            "/v1/batches",
            "/v1/chat/completions",
            "/v1/completions",
            "/v1/embeddings",
            "/v1/files",
            "/v1/images/edits",
            "/v1/images/generations",
            "/v1/moderations",
            "/v1/rerank",
            "/v1/responses");

    private RouteName() {}

    /**
     * The name of a route.
     *
     * @param pattern as it was registered
     * @param path as it was asked for
     */
    static String of(String pattern, String path) {
        return pattern.equals(RELAYED) && WELL_KNOWN.contains(path) ? path : pattern;
    }
}
