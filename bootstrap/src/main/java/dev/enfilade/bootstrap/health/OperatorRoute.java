package dev.enfilade.bootstrap.health;

import static java.util.Objects.requireNonNull;

import io.javalin.http.Handler;

/**
 * Something that operators and their machines read; answers GET and HEAD.
 *
 * @param path without parameters
 */
public record OperatorRoute(String path, Handler handler) {

    public OperatorRoute {
        requireNonNull(path, "path is null");
        requireNonNull(handler, "handler is null");
    }
}
