package dev.enfilade.adapter.in.ollama.http;

import static java.util.Objects.requireNonNull;

import io.javalin.http.Handler;
import io.javalin.http.HandlerType;

/**
 * One method of one path.
 *
 * @param path as Javalin writes it; a parameter may only be its last part
 */
public record Route(HandlerType method, String path, Handler handler) {

    public Route {
        requireNonNull(method, "method is null");
        requireNonNull(path, "path is null");
        requireNonNull(handler, "handler is null");
    }

    boolean matches(String asked) {
        int parameter = path.indexOf('{');
        return parameter < 0
                ? path.equals(asked)
                : asked.startsWith(path.substring(0, parameter)) && isLastPart(asked, parameter);
    }

    private static boolean isLastPart(String asked, int start) {
        return start < asked.length() && asked.indexOf('/', start) < 0;
    }
}
