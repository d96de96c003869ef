package dev.enfilade.bootstrap.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** The base URL of a backend. */
final class BackendUrl {

    private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?";
    private static final String NAME = "(?:" + LABEL + "\\.)*(?=[A-Za-z])" + LABEL + "\\.?";
    private static final String OCTET = "(?:25[0-5]|2[0-4]\\d|[01]?\\d?\\d)";
    private static final String IPV4 = OCTET + "(?:\\." + OCTET + "){3}";
    private static final String IPV6 = "\\[[0-9A-Fa-f:]+[^\\[\\]/\\s?#@]*\\]";
    private static final String PATH = "(?:/(?:[A-Za-z0-9._~!$&'()*+,;=:/-]|%[0-9A-Fa-f]{2}|[^\\x00-\\x7F])*)?";

    /** What a URI may be that can be connected to, in the part of the language that Java and JavaScript share. */
    static final String FORM = "[Hh][Tt][Tt][Pp][Ss]?://(?:" + NAME + "|" + IPV4 + "|" + IPV6 + ")(?::"
            + ListenAddress.PORT + "?)?" + PATH;

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
