package dev.enfilade.bootstrap.config;

import dev.enfilade.adapter.in.ollama.option.SetOption;
import dev.enfilade.adapter.out.openai.dialect.DialectChoice;
import dev.enfilade.adapter.out.openai.dialect.Dialects;
import dev.enfilade.bootstrap.logging.LogFormat;
import dev.enfilade.bootstrap.logging.LogLevel;
import dev.enfilade.bootstrap.server.OriginRule;
import dev.enfilade.domain.Secret;
import dev.enfilade.domain.catalog.Capability;
import dev.enfilade.domain.catalog.KeepAlive;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The kinds of values that keys have. */
final class Kinds {

    private static final String VISIBLE = "[\\x21-\\x7E](?:[\\x20-\\x7E]*[\\x21-\\x7E])?";

    private static final String OF_THE_CONNECTION =
            anyCase("host|connection|content-length|transfer-encoding|upgrade|te|trailer");
    private static final String LINE = "[^\\x00-\\x1F\\x7F]*[^\\x00-\\x20\\x7F][^\\x00-\\x1F\\x7F]*";
    private static final String NAME = "[^\\x00-\\x20\\x7F](?:[^\\x00-\\x1F\\x7F]{0,254}[^\\x00-\\x20\\x7F])?";

    /** Stands in what is shown for a secret that was written there itself. */
    static final String REDACTED = "[redacted]";

    static final Single<String> TEXT = Single.open("a text", new Form.Written(LINE), Optional::of);
    static final Single<Boolean> YES_NO = Single.open("true or false", new Form.Truth(), Kinds::yesNo)
            .advising(text -> Optional.ofNullable(Map.of("yes", "true", "on", "true", "no", "false", "off", "false")
                            .get(text.toLowerCase(Locale.ROOT)))
                    .map(Single::meant));
    static final Single<Integer> COUNT = whole(1);
    static final Single<Integer> NUMBER = whole(0);
    static final Single<Integer> PERCENT = Single.open(
                    "a share from 0% to 100%",
                    new Form.Written("(?:100|\\d{1,2})%"), text -> Optional.of(Integer.valueOf(text.replace("%", ""))))
            .advising(text -> text.matches("100|\\d{1,2}") ? Optional.of(Single.meant(text + "%")) : Optional.empty());
    static final Single<Duration> TIME = Single.open(
                    "a time above zero such as 250ms, 5s, 20m or 1h",
                    new Form.Written(Quantities.POSITIVE_TIME),
                    Quantities::time)
            .advising(Quantities::meantTime);
    static final Single<Duration> PAUSE = Single.open(
                    "a time such as 0s, 250ms, 5s, 20m or 1h", new Form.Written(Quantities.TIME), Quantities::time)
            .advising(Quantities::meantTime);
    static final Single<Long> SIZE = Single.open(
                    "a size such as 64KiB or 32MiB", new Form.Written(Quantities.POSITIVE_SIZE), Quantities::size)
            .advising(Quantities::meantSize);
    static final Single<KeepAlive> KEEP_ALIVE = Single.open(
                    "a time such as 5m, a number of seconds, 0, or -1 for ever",
                    new Form.Written(Quantities.KEEP_ALIVE),
                    Quantities::keepAlive)
            .advising(Quantities::meantTime);
    static final Single<ListenAddress> ADDRESS = Single.open(
            "an address such as 127.0.0.1:11434, :11434 or [::1]:11434",
            new Form.Written(ListenAddress.WRITTEN),
            ListenAddress::parse);
    static final Single<String> VERSION = Single.open(
            "a version such as 0.33.0", new Form.Written("\\d+\\.\\d+\\.\\d+(?:[-+][\\w.+-]+)?"), Optional::of);
    static final Single<String> HOST = Single.open(
            "a host name without port",
            new Form.Written("[\\w.-]+"),
            name -> Optional.of(name.toLowerCase(Locale.ROOT)));
    static final Single<String> ORIGIN = Single.open(
            "an origin such as https://app.example.com, with at most one *",
            // A path or a space would make it one that no browser ever sends.
            new Form.Written("null|\\*|(?:https?|(?:chrome|safari|moz|ms-browser)-extension)://[^/\\s*]+"
                    + "|(?=[^*,]*\\*[^*,]*(?:,|$))[a-z*][a-z0-9+.*-]*://[^/\\s]+"),
            Kinds::origin);
    static final Single<Secret> SECRET = Single.secret(
                    "visible ASCII characters",
                    new Form.Written(VISIBLE),
                    text -> unredacted(text).map(Secret::new))
            .advising(Kinds::secretAdvice);
    static final Single<Path> FILE = Single.open("the path of a file", new Form.Written(LINE), Kinds::path);
    static final Single<URI> URL = Single.doubtful(
                    "http://host/path or https://host/path, without user, query and fragment",
                    new Form.Written(BackendUrl.FORM),
                    BackendUrl::parse)
            .advising(BackendUrl::advice);
    static final Single<Capability> CAPABILITY = Single.oneOf(List.of(Capability.values()), Capability::word);
    static final Single<BackendKind> BACKEND_KIND = Single.oneOf(List.of(BackendKind.values()), BackendKind::word);
    static final Single<BackendAuth> BACKEND_AUTH = Single.oneOf(List.of(BackendAuth.values()), BackendAuth::word);
    static final Single<LogFormat> LOG_FORMAT = Single.oneOf(List.of(LogFormat.values()), LogFormat::toString);
    static final Single<DialectChoice> DIALECT = Single.oneOf(
            Stream.concat(
                            Stream.of(new DialectChoice.Auto()),
                            Dialects.all().stream().<DialectChoice>map(DialectChoice.Fixed::new))
                    .toList(),
            Kinds::word);
    static final Single<LogLevel> LOG_LEVEL = Single.oneOf(List.of(LogLevel.values()), LogLevel::word);
    static final Named<String> HEADERS = new Named<>(
            Single.open(
                    "a header name that is not the connection's own",
                    new Form.Written("(?!(?:" + OF_THE_CONNECTION + ")$)[\\w!#$%&'*+.^`|~-]+"),
                    Optional::of),
            Single.secret("a text of visible ASCII characters", new Form.Written(VISIBLE), Kinds::unredacted)
                    .advising(Kinds::secretAdvice));

    /** A backend's name stands in logs, in metrics and in variables. */
    static final Single<String> BACKEND_NAME = Single.open(
            "a name of letters, digits, dots, - and _, 64 at most",
            new Form.Written("[A-Za-z0-9][A-Za-z0-9._-]{0,63}"),
            Optional::of);

    static final Single<String> MODEL_NAME =
            Single.open("a model's name, without spaces around it", new Form.Written(NAME), Optional::of);

    static final Named<List<String>> FALLBACKS = new Named<>(MODEL_NAME, new Several<>(MODEL_NAME));

    static final Named<List<String>> OPTIONS = new Named<>(
            Single.oneOf(SetOption.names(), Function.identity()),
            new Several<>(Single.open("a value", new Form.Written("[\\s\\S]*"), Optional::of)));

    private Kinds() {}

    private static Single<Integer> whole(int least) {
        return Single.open(
                "a whole number from " + least, new Form.Whole(least), text -> Optional.of(Integer.valueOf(text)));
    }

    private static String word(DialectChoice choice) {
        return switch (choice) {
            case DialectChoice.Auto _ -> "auto";
            case DialectChoice.Fixed fixed -> fixed.dialect().name();
        };
    }

    private static Optional<String> unredacted(String text) {
        return Optional.of(text).filter(it -> !it.equals(REDACTED));
    }

    private static Optional<String> secretAdvice(String text) {
        return switch (text) {
            case "" -> Optional.of("it is empty");
            case REDACTED ->
                Optional.of("what is shown in place of a secret is none: put the secret, ${NAME} or"
                        + " ${file:/path} here");
            default -> Optional.empty();
        };
    }

    private static Optional<String> origin(String text) {
        try {
            OriginRule _ = new OriginRule(List.of(text));
            return Optional.of(text);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<Boolean> yesNo(String text) {
        return Optional.ofNullable(
                Map.of("true", true, "1", true, "false", false, "0", false).get(text.toLowerCase(Locale.ROOT)));
    }

    private static Optional<Path> path(String text) {
        try {
            return Optional.of(Path.of(text));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static String anyCase(String words) {
        return Pattern.compile("[a-z]")
                .matcher(words)
                .replaceAll(letter -> "[" + letter.group() + letter.group().toUpperCase(Locale.ROOT) + "]");
    }
}
