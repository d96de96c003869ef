package dev.enfilade.adapter.in.ollama.http;

import static java.util.Objects.requireNonNull;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Where a client is sent whose path is known in another spelling, as Ollama 0.33 does it.
 *
 * <p>A path with empty, {@code .} or {@code ..} parts goes to the cleaned path, whether that exists or not, and with
 * its percent signs escaped once more; a slash too many at the end goes to the path without it, if that takes the
 * method.
 *
 * @param page for people; only GET is given it
 */
record Redirect(int status, String location, String page) {

    private static final int PERMANENT = 301;
    private static final int TEMPORARY = 307;

    Redirect {
        requireNonNull(location, "location is null");
        requireNonNull(page, "page is null");
    }

    /**
     * The redirect for a request that no route matches, if it deserves one.
     *
     * @param path as the client wrote it
     * @param query without its question mark, possibly empty
     */
    static Optional<Redirect> of(String method, String path, String query, RouteTable routes) {
        String cleaned = cleaned(path);
        if (!cleaned.equals(path)) {
            return Optional.of(to(TEMPORARY, cleaned.replace("%", "%25"), query));
        }
        String bare = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        if (bare.equals(path) || !routes.allowed(bare).contains(method)) {
            return Optional.empty();
        }
        return Optional.of(to(method.equals("GET") ? PERMANENT : TEMPORARY, bare, query));
    }

    private static Redirect to(int status, String path, String query) {
        String location = query.isEmpty() ? path : path + "?" + query;
        String words = status == PERMANENT ? "Moved Permanently" : "Temporary Redirect";
        String page = "<a href=\"" + escaped(location) + "\">" + words + "</a>.\n\n";
        return new Redirect(status, location, page);
    }

    private static String cleaned(String path) {
        Deque<String> parts = new ArrayDeque<>();
        for (String part : List.of(path.split("/"))) {
            if (part.equals("..")) {
                parts.pollLast();
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.addLast(part);
            }
        }
        String cleaned = "/" + String.join("/", parts);
        return path.endsWith("/") && !parts.isEmpty() ? cleaned + "/" : cleaned;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&#34;")
                .replace("'", "&#39;");
    }
}
