package dev.enfilade.bootstrap.server;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which web pages may call: Ollama's own list (this machine's pages and desktop applications) and configured entries.
 * An entry is an origin, an origin with one {@code *} somewhere, {@code *} alone for everybody, or {@code null}, which
 * is what sandboxed pages call themselves. As recorded from Ollama 0.33.
 */
public final class OriginRule {

    private static final List<String> BUILT_IN = Stream.concat(
                    Stream.of("localhost", "127.0.0.1", "0.0.0.0")
                            .flatMap(host -> Stream.of("http://" + host, "https://" + host))
                            .flatMap(origin -> Stream.of(origin, origin + ":*")),
                    Stream.of("app://*", "file://*", "tauri://*", "vscode-webview://*", "vscode-file://*"))
            .toList();

    private static final List<String> EXACT_SCHEMES = List.of(
            "http://",
            "https://",
            "chrome-extension://",
            "safari-extension://",
            "moz-extension://",
            "ms-browser-extension://");

    private final Set<String> exact;
    private final List<String> patterns;

    /**
     * @param configured entries beyond Ollama's own
     * @throws IllegalArgumentException for an entry that could never match
     */
    public OriginRule(List<String> configured) {
        configured.forEach(OriginRule::check);
        List<String> all = Stream.concat(configured.stream(), BUILT_IN.stream())
                .map(entry -> entry.toLowerCase(Locale.ROOT))
                .toList();
        this.exact = all.stream().filter(entry -> !isPattern(entry)).collect(Collectors.toUnmodifiableSet());
        this.patterns = all.stream().filter(OriginRule::isPattern).toList();
    }

    /** Letter case counts: browsers write origins in lower case. */
    boolean allows(String origin) {
        return exact.contains(origin) || patterns.stream().anyMatch(pattern -> matches(pattern, origin));
    }

    /** Whether pages of every origin may call. */
    boolean allowsEverybody() {
        return patterns.contains("*");
    }

    private static void check(String entry) {
        boolean usable = isPattern(entry)
                ? entry.indexOf('*') == entry.lastIndexOf('*')
                : entry.equals("null") || EXACT_SCHEMES.stream().anyMatch(entry.toLowerCase(Locale.ROOT)::startsWith);
        if (!usable) {
            throw new IllegalArgumentException(
                    "'" + entry + "' is no origin such as https://example.com or https://*.example.com");
        }
    }

    private static boolean isPattern(String entry) {
        return entry.indexOf('*') >= 0;
    }

    private static boolean matches(String pattern, String origin) {
        int star = pattern.indexOf('*');
        return origin.length() >= pattern.length() - 1
                && origin.startsWith(pattern.substring(0, star))
                && origin.endsWith(pattern.substring(star + 1));
    }
}
