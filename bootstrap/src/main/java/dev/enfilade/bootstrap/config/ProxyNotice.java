package dev.enfilade.bootstrap.config;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells that backends are connected to without the proxy that the environment names. */
record ProxyNotice(Variables variables) {

    /** One sentence, if a proxy is named for any of these. */
    Optional<String> about(List<URI> backends) {
        return backends.stream()
                .filter(url -> !isExempt(url.getHost().toLowerCase(Locale.ROOT)))
                .flatMap(url -> proxy(url).stream())
                .findFirst()
                .map(variable ->
                        variable + " is not used: backends are connected to directly (NO_PROXY with their hosts ends"
                                + " this note)");
    }

    private Optional<String> proxy(URI url) {
        String own = url.getScheme().toLowerCase(Locale.ROOT) + "_proxy";
        return Stream.of(own.toUpperCase(Locale.ROOT), own, "ALL_PROXY", "all_proxy")
                .filter(name -> variables.find(name).isPresent())
                .findFirst();
    }

    private boolean isExempt(String host) {
        String exempt =
                variables.text("NO_PROXY").or(() -> variables.text("no_proxy")).orElse("");
        return host.equals("localhost")
                || host.startsWith("127.")
                || host.equals("[::1]")
                || Stream.of(exempt.toLowerCase(Locale.ROOT).split("[,\\s]+"))
                        .map(entry -> entry.replaceFirst("^\\*?\\.", ""))
                        .filter(entry -> !entry.isEmpty())
                        .anyMatch(entry -> entry.equals("*") || host.equals(entry) || host.endsWith("." + entry));
    }
}
