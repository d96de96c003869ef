package dev.enfilade.bootstrap.logging;

import static java.util.Objects.requireNonNull;

/**
 * What a request was, as far as it may be told.
 *
 * @param path without its query, which may hold what nobody should read
 * @param route the pattern that answers the path, or {@link #NO_ROUTE}, or {@link #NOT_FOUND}
 * @param client the address that it came from
 * @param bytes of its body that were read
 */
public record Asked(Api api, String method, String path, String route, String client, long bytes) {

    /** The request ended before anybody looked for its route. */
    public static final String NO_ROUTE = "none";

    /** There is no such route. */
    public static final String NOT_FOUND = "not_found";

    public Asked {
        requireNonNull(api, "api is null");
        requireNonNull(method, "method is null");
        requireNonNull(path, "path is null");
        requireNonNull(route, "route is null");
        requireNonNull(client, "client is null");
    }
}
