package dev.enfilade.bootstrap.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** The base URL of a backend. */
final class BackendUrl {

    static final String FORM = "[Hh][Tt][Tt][Pp][Ss]?://[^\\s?#@]+";

    private BackendUrl() {}

    /** Without the slashes at its end; absent if it is nothing that can be connected to. */
    static Optional<URI> parse(String text) {
        try {
            URI url = new URI(text.replaceFirst("/+$", ""));
            boolean plain = url.getHost() != null && url.getUserInfo() == null && url.getPort() <= 65_535;
            return plain ? Optional.of(url) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** What is to be done about a text that is none; nothing of it is repeated, since it may hold a key. */
    static Optional<String> advice(String text) {
        if (!text.contains("://")) {
            return Optional.of("begin it with http:// or https://");
        }
        if (text.contains("@")) {
            return Optional.of("give the password as key, key-file or headers");
        }
        return text.contains("?") || text.contains("#")
                ? Optional.of("leave out what follows the path")
                : Optional.empty();
    }
}
