package dev.enfilade.adapter.out.openai.relay;

import dev.enfilade.domain.failure.Failure.InvalidRequest;
import dev.enfilade.domain.failure.FailureException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;

/**
 * Where a backend is: what the client names behind {@code /v1} is put behind the configured URL, wherever that ends.
 *
 * @param base without a slash at its end
 */
public record BackendAddress(String base) {

    /** Dots that lead out of the configured path; a semicolon ends a segment for some servers. */
    private static final Pattern LEADS_OUT = Pattern.compile("(?i)/(?:\\.|%2e){1,2}(?:[/;?]|$)");

    public static BackendAddress of(URI url) {
        return new BackendAddress(url.toString().replaceFirst("/+$", ""));
    }

    /**
     * The backend's URI for this path and query, percent-encoding unchanged.
     *
     * @throws FailureException {@code InvalidRequest} if it is no path and query, or leads out of the configured path
     */
    public URI of(String target) {
        boolean wellBegun = target.isEmpty() || target.startsWith("/") || target.startsWith("?");
        try {
            if (wellBegun && !LEADS_OUT.matcher(target).find()) {
                return new URI(base + target);
            }
        } catch (URISyntaxException unencoded) {
            throw new FailureException(new InvalidRequest("invalid request path"), unencoded);
        }
        throw new FailureException(new InvalidRequest("invalid request path"));
    }
}
