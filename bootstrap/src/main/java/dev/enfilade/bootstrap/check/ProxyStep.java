package dev.enfilade.bootstrap.check;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Which variables ask for a proxy, that backends are reached without. Their values may hold passwords. */
record ProxyStep(Map<String, String> variables) {

    ProxyStep {
        variables = Map.copyOf(variables);
    }

    Finding look(Subject subject) {
        List<String> set = Stream.of(subject.secure() ? "https_proxy" : "http_proxy", "all_proxy")
                .flatMap(name -> Stream.of(name.toUpperCase(Locale.ROOT), name))
                .filter(this::isSet)
                .toList();
        if (set.isEmpty()) {
            return Finding.ok("none in force");
        }
        String names = String.join(", ", set);
        if (loopback(subject.host())) {
            return Finding.ok(names + " set, but not for this machine");
        }
        return exempt(subject.host())
                ? Finding.ok(names + " set, but NO_PROXY exempts " + subject.host())
                : Finding.warning(
                        names + " set, but backends are reached directly, without a proxy",
                        "if there is no direct way out, let " + subject.urlSetting()
                                + " name a gateway that can be reached");
    }

    private static boolean loopback(String host) {
        return host.equals("localhost") || host.equals("::1") || host.startsWith("127.");
    }

    private boolean exempt(String host) {
        return Stream.of("NO_PROXY", "no_proxy")
                .filter(this::isSet)
                .flatMap(name -> Stream.of(variables.getOrDefault(name, "").split(",")))
                .map(entry -> entry.strip().replaceFirst("^\\*?\\.", "").toLowerCase(Locale.ROOT))
                .anyMatch(entry -> covers(entry, host.toLowerCase(Locale.ROOT)));
    }

    private static boolean covers(String entry, String host) {
        return entry.equals("*") || (!entry.isEmpty() && (host.equals(entry) || host.endsWith("." + entry)));
    }

    private boolean isSet(String name) {
        return !variables.getOrDefault(name, "").isBlank();
    }
}
