package dev.enfilade.bootstrap.config;

import dev.enfilade.adapter.out.openai.dialect.DialectChoice;
import dev.enfilade.adapter.out.openai.dialect.Dialects;
import dev.enfilade.bootstrap.server.OriginRule;
import dev.enfilade.domain.Secret;
import dev.enfilade.domain.catalog.Capability;
import dev.enfilade.domain.catalog.KeepAlive;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The kinds of values that keys have. */
final class Kinds {

    private static final Pattern DURATION_FORM = Pattern.compile("(\\d{1,9})(ms|s|m|h)");
    private static final Pattern SIZE_FORM = Pattern.compile("(\\d{1,9})(B|KiB|MiB|GiB)");
    private static final String VISIBLE = "[\\x21-\\x7E](?:[\\x20-\\x7E]*[\\x21-\\x7E])?";

    static final Single<String> TEXT = Single.open("a text", text -> matching(text, ".*\\S.*"));
    static final Single<Boolean> YES_NO = Single.open("true or false", Kinds::yesNo);
    static final Single<Integer> COUNT = Single.open(
            "a whole number from 1", text -> matching(text, "[1-9]\\d{0,8}").map(Integer::valueOf));
    static final Single<Integer> NUMBER = Single.open(
            "a whole number from 0", text -> matching(text, "\\d{1,9}").map(Integer::valueOf));
    static final Single<Integer> PERCENT = Single.open(
            "a share from 0% to 100%",
            text -> matching(text, "(?:100|\\d{1,2})%").map(share -> Integer.valueOf(share.replace("%", ""))));
    static final Single<Duration> TIME = Single.open(
            "a time above zero such as 250ms, 5s, 20m or 1h", text -> time(text).filter(Duration::isPositive));
    static final Single<Duration> PAUSE = Single.open("a time such as 0s, 250ms, 5s, 20m or 1h", Kinds::time);
    static final Single<Long> SIZE = Single.open("a size such as 64KiB or 32MiB", Kinds::size);
    static final Single<KeepAlive> KEEP_ALIVE =
            Single.open("a time such as 5m, a number of seconds, 0, or -1 for ever", Kinds::keepAlive);
    static final Single<ListenAddress> ADDRESS =
            Single.open("an address such as 127.0.0.1:11434, :11434 or [::1]:11434", ListenAddress::parse);
    static final Single<String> VERSION =
            Single.open("a version such as 0.33.0", text -> matching(text, "\\d+\\.\\d+\\.\\d+(?:[-+][\\w.+-]+)?"));
    static final Single<String> HOST = Single.open(
            "a host name without port", text -> matching(text, "[\\w.-]+").map(name -> name.toLowerCase(Locale.ROOT)));
    static final Single<String> ORIGIN =
            Single.open("an origin such as https://app.example.com, with at most one *", Kinds::origin);
    static final Single<Secret> SECRET = Single.closed(
            "visible ASCII characters", text -> matching(text, VISIBLE).map(Secret::new));
    static final Single<Path> FILE = Single.open("the path of a file", Kinds::path);
    static final Single<URI> URL =
            Single.closed("http://host/path or https://host/path, without user, query and fragment", Kinds::url);
    static final Single<Capability> CAPABILITY = Single.oneOf(List.of(Capability.values()), Capability::word);
    static final Single<BackendKind> BACKEND_KIND = Single.oneOf(List.of(BackendKind.values()), BackendKind::word);
    static final Single<BackendAuth> BACKEND_AUTH = Single.oneOf(List.of(BackendAuth.values()), BackendAuth::word);
    static final Single<DialectChoice> DIALECT = Single.oneOf(
            Stream.concat(
                            Stream.of(new DialectChoice.Auto()),
                            Dialects.all().stream().<DialectChoice>map(DialectChoice.Fixed::new))
                    .toList(),
            Kinds::word);
    static final Named<String> HEADERS = new Named<>(
            Single.open("a header name that is not the connection's own", Kinds::headerName),
            Single.closed("a text of visible ASCII characters", text -> matching(text, VISIBLE)));

    static final Named<List<String>> FALLBACKS = new Named<>(TEXT, new Several<>(TEXT));

    private Kinds() {}

    private static Optional<String> matching(String text, String pattern) {
        return Optional.of(text).filter(it -> it.matches(pattern));
    }

    private static String word(DialectChoice choice) {
        return switch (choice) {
            case DialectChoice.Auto _ -> "auto";
            case DialectChoice.Fixed fixed -> fixed.dialect().name();
        };
    }

    private static Optional<String> origin(String text) {
        try {
            OriginRule _ = new OriginRule(List.of(text));
            // A path or a space would make it one that no browser ever sends.
            return matching(text, "null|\\*|[a-z*][a-z0-9+.*-]*://[^/\\s]+");
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<Boolean> yesNo(String text) {
        return Optional.ofNullable(
                Map.of("true", true, "1", true, "false", false, "0", false).get(text.toLowerCase(Locale.ROOT)));
    }

    private static Optional<Duration> time(String text) {
        Matcher form = DURATION_FORM.matcher(text);
        return form.matches() ? Optional.of(time(Long.parseLong(form.group(1)), form.group(2))) : Optional.empty();
    }

    private static Duration time(long number, String unit) {
        return switch (unit) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            default -> Duration.ofHours(number);
        };
    }

    private static Optional<Long> size(String text) {
        Matcher form = SIZE_FORM.matcher(text);
        return form.matches()
                ? Optional.of(Long.parseLong(form.group(1)) << bits(form.group(2)))
                        .filter(size -> size > 0)
                : Optional.empty();
    }

    private static int bits(String unit) {
        return switch (unit) {
            case "KiB" -> 10;
            case "MiB" -> 20;
            case "GiB" -> 30;
            default -> 0;
        };
    }

    /** As Ollama 0.33 reads {@code OLLAMA_KEEP_ALIVE}: a time or seconds; anything negative is for ever. */
    private static Optional<KeepAlive> keepAlive(String text) {
        if (text.matches("-\\d{1,9}(ms|s|m|h)?")) {
            return Optional.of(new KeepAlive.Forever());
        }
        return time(text.matches("\\d+") ? text + "s" : text)
                .map(time -> time.isZero() ? new KeepAlive.None() : new KeepAlive.For(time));
    }

    private static Optional<Path> path(String text) {
        try {
            return Optional.of(text).filter(it -> !it.isBlank()).map(Path::of);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static Optional<URI> url(String text) {
        try {
            URI url = new URI(text.replaceFirst("/+$", ""));
            boolean plain = url.getHost() != null
                    && url.getUserInfo() == null
                    && url.getQuery() == null
                    && url.getFragment() == null;
            boolean http = "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
            return plain && http && url.getPort() <= 65_535 ? Optional.of(url) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> headerName(String text) {
        return matching(
                text,
                "(?i)(?!(?:host|connection|content-length|transfer-encoding|upgrade|te|trailer)$)"
                        + "[\\w!#$%&'*+.^`|~-]+");
    }
}
