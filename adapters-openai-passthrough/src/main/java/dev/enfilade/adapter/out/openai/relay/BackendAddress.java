package dev.enfilade.adapter.out.openai.relay;

import static java.util.Objects.requireNonNull;

import dev.enfilade.domain.failure.Failure.InvalidRequest;
import dev.enfilade.domain.failure.FailureException;
import java.net.URI;
import java.util.regex.Pattern;

/**
 * Where a backend is: what the client names behind {@code /v1} is put behind the configured URL, wherever that ends.
 *
 * @param server without a slash at its end
 */
public record BackendAddress(URI server) {

    /** Dots that lead out of the configured path; a semicolon ends a segment for some servers. */
    private static final Pattern LEADS_OUT = Pattern.compile("(?i)/(?:\\.|%2e){1,2}(?:[/;]|%2f|$)");

    /** What a request line can hold without being taken for more than one. */
    private static final Pattern PATH_AND_QUERY = Pattern.compile("(?:[/?][\\x21-\\x7E&&[^#]]*)?");

    public BackendAddress {
        requireNonNull(server, "server is null");
    }

    public static BackendAddress of(URI url) {
        return new BackendAddress(URI.create(url.toString().replaceFirst("/+$", "")));
    }

    /** The configured URL. */
    public String base() {
        return server.toString();
    }

    /**
     * The backend's path for this path and query, which stay as they are.
     *
     * @throws FailureException {@code InvalidRequest} if it is no path and query, or leads out of the configured path
     */
    String target(String asked) {
        String path = asked.replaceFirst("\\?.*", "");
        if (!PATH_AND_QUERY.matcher(asked).matches() || LEADS_OUT.matcher(path).find()) {
            throw new FailureException(new InvalidRequest("invalid request path"));
        }
        String target = server.getRawPath() + asked;
        return target.startsWith("/") ? target : "/" + target;
    }
}
