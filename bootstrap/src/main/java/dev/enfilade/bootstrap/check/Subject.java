package dev.enfilade.bootstrap.check;

import static java.util.Objects.requireNonNull;

import dev.enfilade.bootstrap.config.BackendAuth;
import dev.enfilade.bootstrap.config.Configuration;
import dev.enfilade.bootstrap.config.KeyPath;
import dev.enfilade.bootstrap.config.OpenAiBackend;
import dev.enfilade.domain.Secret;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A backend in the words of its owner.
 *
 * @param urlSetting what to change where the URL is wrong, such as {@code backends.main.url}
 * @param keySetting what to change where the key is wrong
 * @param key the configured key as it may be shown
 * @param callers whether clients bring their own keys
 */
record Subject(String name, URI url, String urlSetting, String keySetting, Optional<String> key, boolean callers) {

    private static final String URL_HABIT = "OPENAI_BASE_URL";
    private static final String KEY_HABIT = "OPENAI_API_KEY";

    Subject {
        requireNonNull(name, "name is null");
        requireNonNull(url, "url is null");
        requireNonNull(urlSetting, "urlSetting is null");
        requireNonNull(keySetting, "keySetting is null");
        requireNonNull(key, "key is null");
    }

    /** The subject that is configured so. */
    static Subject of(OpenAiBackend backend, Configuration configuration, Map<String, String> variables) {
        Written written = new Written(variables);
        URI url = backend.settings().url();
        Optional<Secret> key = backend.settings().key();
        KeyPath keySetting = setting(backend.name(), "key");
        Optional<String> keyPlace = Stream.of(keySetting, setting(backend.name(), "key-file"))
                .flatMap(path -> configuration.values().origin(path).stream())
                .findFirst();
        Optional<String> urlVariable = written.variable(url.toString());
        boolean habit = urlVariable.equals(Optional.of(URL_HABIT))
                || (urlVariable.isEmpty() && configuration.file().isEmpty());
        return new Subject(
                backend.name(),
                url,
                urlVariable.orElse(
                        habit
                                ? URL_HABIT + " or --backend"
                                : setting(backend.name(), "url").toString()),
                key.flatMap(secret -> written.variable(secret.value()))
                        .or(() -> Optional.of(KEY_HABIT).filter(_ -> urlVariable.equals(Optional.of(URL_HABIT))))
                        .orElse(habit ? KEY_HABIT + " or --api-key-env" : keySetting.toString()),
                key.map(secret -> written.shown(secret, keyPlace)),
                backend.auth() == BackendAuth.CALLER);
    }

    /** Whether there is no key to try anything with, as it should be. */
    boolean keylessForUs() {
        return callers && key.isEmpty();
    }

    /** What to set where nobody vouches for the server. */
    String authoritySetting() {
        return setting(name, "tls", "ca-file").toString();
    }

    private static KeyPath setting(String backend, String... members) {
        return new KeyPath(Stream.concat(Stream.of("backends", backend), Stream.of(members))
                .toList());
    }

    boolean secure() {
        return "https".equalsIgnoreCase(url.getScheme());
    }

    /** Without the brackets of an IPv6 address. */
    String host() {
        return url.getHost().replaceAll("[\\[\\]]", "");
    }

    int port() {
        int usual = secure() ? 443 : 80;
        return url.getPort() < 0 ? usual : url.getPort();
    }
}
