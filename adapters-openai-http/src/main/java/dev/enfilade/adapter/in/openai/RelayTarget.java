package dev.enfilade.adapter.in.openai;

import dev.enfilade.domain.failure.Failure;
import dev.enfilade.domain.failure.FailureException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a request addresses behind {@code /v1}, with the client's own percent-encoding. */
final class RelayTarget {

    static final String ROOT = "/v1";

    private RelayTarget() {}

    /**
     * The path behind {@code /v1} and the query.
     *
     * @param path the raw path, beginning with {@code /v1/}
     * @throws FailureException for a path that could lead elsewhere: dot segments, empty segments, encoded slashes
     */
    static String of(String path, @Nullable String query) {
        String rest = path.substring(ROOT.length());
        if (escapes(rest.toLowerCase(Locale.ROOT))) {
            throw new FailureException(new Failure.InvalidRequest("bad request"));
        }
        return query == null ? rest : rest + "?" + query;
    }

    private static boolean escapes(String path) {
        String decoded = path.replace("%2e", ".");
        return decoded.contains("//")
                || decoded.contains("/../")
                || decoded.endsWith("/..")
                || decoded.contains("/./")
                || decoded.endsWith("/.")
                || decoded.contains("\\")
                || decoded.contains("%5c")
                || decoded.contains("..;")
                || decoded.contains("%00");
    }
}
