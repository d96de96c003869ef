package dev.enfilade.adapter.out.openai.secret;

import static java.util.Objects.requireNonNull;

import dev.enfilade.domain.Secret;
import dev.enfilade.domain.relay.Headers;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** By what a backend knows who asks: our key, or what the client has shown for whom we ask, and then nothing else. */
public final class Credentials {

    private static final Pattern TELLS_A_SECRET =
            Pattern.compile("key|token|secret|auth|password|cookie", Pattern.CASE_INSENSITIVE);

    private final Optional<Secret> key;
    private final Supplier<Optional<Caller>> caller;
    private final SecretFilter ourSecrets;

    private Credentials(Optional<Secret> key, Supplier<Optional<Caller>> caller, Headers headers) {
        this.key = requireNonNull(key, "key is null");
        this.caller = requireNonNull(caller, "caller is null");
        this.ourSecrets = new SecretFilter(Stream.concat(
                        key.stream(),
                        headers.lines().stream()
                                .filter(line ->
                                        TELLS_A_SECRET.matcher(line.name()).find())
                                .map(line -> new Secret(line.value())))
                .toList());
    }

    /** Always our key, if there is one. */
    public static Credentials ours(Optional<Secret> key) {
        return new Credentials(key, Optional::empty, Headers.NONE);
    }

    /**
     * The caller's own, also if it has none; our key, if there is one, only where nobody calls.
     *
     * @param caller tells for whom the current thread works, if for anybody
     */
    public static Credentials ofCallers(Supplier<Optional<Caller>> caller, Optional<Secret> key) {
        return new Credentials(key, caller, Headers.NONE);
    }

    /** The same, for requests that bear these headers too: some backends take their key in one of another name. */
    public Credentials beside(Headers headers) {
        return new Credentials(key, caller, headers);
    }

    /** The {@code Authorization} of a request that the current thread sends. */
    public Optional<String> authorization() {
        return caller.get()
                .map(client -> client.authorization().map(Secret::value))
                .orElseGet(() -> key.map(secret -> "Bearer " + secret.value()));
    }

    /** Whether a refusal of the current thread's request is the caller's business. */
    public boolean areTheCallers() {
        return caller.get().isPresent();
    }

    /** Takes our secrets and the caller's out of what a backend says. */
    public SecretFilter filter() {
        return caller.get().flatMap(Caller::token).map(ourSecrets::and).orElse(ourSecrets);
    }
}
