package dev.enfilade.adapter.out.openai.failure;

import dev.enfilade.domain.relay.Headers;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where a redirect leads, without what may be secret in it: user, query and fragment.
 *
 * @param place scheme and host in front of {@code path}
 * @param path raw, empty for a bare host
 */
record Redirect(String place, String path) {

    private static final Set<String> SCHEMES = Set.of("http", "https");

    /**
     * Reads {@code Location}, which may be relative to what was asked.
     *
     * @param asked path and query, as they went on the wire
     */
    static Optional<Redirect> of(Headers headers, URI base, String asked) {
        return headers.first("location").flatMap(location -> read(location.strip(), base, asked));
    }

    @Override
    public String toString() {
        return place + path;
    }

    /** The URL that leads there if {@code asked} is what {@code base} made of the request's own path. */
    Optional<String> instead(URI base, String asked) {
        String own = base.getRawPath().replaceFirst("/+$", "");
        String rest = withoutQuery(asked).replaceFirst("^" + Pattern.quote(own), "");
        if (!path.endsWith(rest)) {
            return Optional.empty();
        }
        String better = place + path.substring(0, path.length() - rest.length()).replaceFirst("/+$", "");
        return Optional.of(better).filter(url -> !url.equals(placeOf(base) + own));
    }

    private static Optional<Redirect> read(String location, URI base, String asked) {
        try {
            URI from = new URI(placeOf(base) + withoutQuery(asked));
            URI to = from.resolve(new URI(location));
            boolean told = SCHEMES.contains(to.getScheme().toLowerCase(Locale.ROOT)) && to.getRawAuthority() != null;
            return told ? Optional.of(new Redirect(placeOf(to), to.getRawPath())) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static String placeOf(URI uri) {
        return uri.getScheme() + "://" + uri.getRawAuthority().replaceFirst("^.*@", "");
    }

    private static String withoutQuery(String target) {
        return target.replaceFirst("\\?.*", "");
    }
}
