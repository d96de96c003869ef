package dev.enfilade.bootstrap.config;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * The value of {@code OLLAMA_HOST}, read with all the leniency of Ollama 0.33: nothing is refused, a bad port becomes
 * the usual one.
 *
 * @param host empty if only a port was given
 * @param path what follows the first slash, which only clients use
 * @param ignoredPort the port that made no sense, if there was one
 */
record OllamaHost(String scheme, String host, int port, String path, Optional<String> ignoredPort) {

    OllamaHost {
        requireNonNull(scheme, "scheme is null");
        requireNonNull(host, "host is null");
        requireNonNull(path, "path is null");
        requireNonNull(ignoredPort, "ignoredPort is null");
    }

    static OllamaHost parse(String written) {
        String text = unquoted(written);
        int mark = text.indexOf("://");
        String scheme = mark < 0 ? "http" : text.substring(0, mark);
        String rest = mark < 0 ? text : text.substring(mark + 3);
        int usualPort = mark < 0 ? ListenAddress.USUAL_PORT : usualPort(scheme);
        int slash = rest.indexOf('/');
        String address = slash < 0 ? rest : rest.substring(0, slash);
        String path = slash < 0 ? "" : rest.substring(slash + 1);
        return hasPort(address)
                ? withPort(scheme, address, usualPort, path)
                : new OllamaHost(scheme, hostOf(address), usualPort, path, Optional.empty());
    }

    ListenAddress listenAddress() {
        return new ListenAddress(host, port);
    }

    private static OllamaHost withPort(String scheme, String address, int usualPort, String path) {
        int colon = address.lastIndexOf(':');
        String host = unbracketed(address.substring(0, colon));
        String port = address.substring(colon + 1);
        boolean good = port.matches("\\+?\\d{1,5}") && Integer.parseInt(port) <= 65_535;
        return good
                ? new OllamaHost(scheme, host, Integer.parseInt(port), path, Optional.empty())
                : new OllamaHost(scheme, host, usualPort, path, Optional.of(port));
    }

    /** A lone IPv6 address has colons but no port. */
    private static boolean hasPort(String address) {
        int colon = address.lastIndexOf(':');
        boolean bracketed = address.startsWith("[");
        return colon >= 0 && (bracketed ? address.indexOf("]:") == colon - 1 : address.indexOf(':') == colon);
    }

    private static String hostOf(String address) {
        return address.isEmpty() ? "127.0.0.1" : unbracketed(address);
    }

    private static String unbracketed(String host) {
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }

    private static String unquoted(String written) {
        return written.strip().replaceAll("^[\"']+|[\"']+$", "").strip();
    }

    private static int usualPort(String scheme) {
        return switch (scheme) {
            case "http" -> 80;
            case "https" -> 443;
            default -> ListenAddress.USUAL_PORT;
        };
    }
}
