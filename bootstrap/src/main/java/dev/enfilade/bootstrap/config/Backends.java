package dev.enfilade.bootstrap.config;

import dev.enfilade.adapter.out.openai.PassthroughSettings;
import dev.enfilade.adapter.out.openai.transport.Timeouts;
import dev.enfilade.domain.Secret;
import dev.enfilade.domain.relay.Header;
import dev.enfilade.domain.relay.Headers;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the backends. */
final class Backends {

    private static final URI OPENAI = URI.create("https://api.openai.com/v1");

    static final KeyPath GROUP = KeyPath.of("backends");

    /** What is said where there is none. */
    static final String NONE = """
            there is none. Ways to have one:
              OPENAI_API_KEY=...                for OpenAI
              OPENAI_BASE_URL=http://host/v1    for any server that speaks OpenAI's API, with OPENAI_API_KEY if it wants a key
              backends: in enfilade.yaml        for several
              enfilade demo                     to try it without any""";

    private final Values values;

    Backends(Values values) {
        this.values = values;
    }

    /** All of them; what is wrong with them is told, and values of no consequence stand in for the bad ones. */
    List<BackendConfig> read() {
        return values.names(GROUP.first()).stream().map(this::backend).toList();
    }

    private BackendConfig backend(String name) {
        return switch (values.get(Keys.BACKEND_KIND, name)) {
            case OPENAI ->
                new OpenAiBackend(
                        name, values.get(Keys.BACKEND_WEIGHT, name), openAi(name), values.get(Keys.BACKEND_AUTH, name));
        };
    }

    private PassthroughSettings openAi(String name) {
        if (!values.has(Keys.BACKEND_URL, name)
                && !values.has(Keys.BACKEND_KEY, name)
                && !values.has(Keys.BACKEND_KEY_FILE, name)) {
            values.problem(GROUP.child(name), "neither url nor key (expected at least one of them)");
        }
        return new PassthroughSettings(
                values.find(Keys.BACKEND_URL, name).orElse(OPENAI),
                key(name),
                values.get(Keys.BACKEND_DIALECT, name),
                timeouts(name),
                values.get(Keys.BACKEND_ALWAYS_STREAM, name),
                headers(name),
                "enfilade/" + ProductVersion.text(),
                new TlsFiles(values, name).read());
    }

    private Timeouts timeouts(String name) {
        return new Timeouts(
                values.get(Keys.BACKEND_CONNECT, name),
                values.get(Keys.BACKEND_TLS, name),
                values.get(Keys.BACKEND_RESPONSE, name),
                values.get(Keys.BACKEND_FIRST_EVENT, name),
                values.get(Keys.BACKEND_IDLE, name),
                values.find(Keys.BACKEND_TOTAL, name));
    }

    private Headers headers(String name) {
        return new Headers(values.find(Keys.BACKEND_HEADERS, name).orElse(Map.of()).entrySet().stream()
                .map(line -> new Header(line.getKey(), line.getValue()))
                .toList());
    }

    /** The key, given as such or in a file. */
    private Optional<Secret> key(String name) {
        boolean inFile = values.has(Keys.BACKEND_KEY_FILE, name);
        if (inFile && values.has(Keys.BACKEND_KEY, name)) {
            values.problem(Keys.BACKEND_KEY_FILE.path().named(name), "given beside key (expected one of the two)");
        }
        return inFile
                ? values.file(Keys.BACKEND_KEY_FILE, name).flatMap(path -> keyIn(path, name))
                : values.find(Keys.BACKEND_KEY, name);
    }

    private Optional<Secret> keyIn(Path file, String name) {
        KeyPath path = Keys.BACKEND_KEY_FILE.path().named(name);
        try {
            Optional<Secret> key = Kinds.SECRET.parse(TextFile.line(file));
            if (key.isEmpty()) {
                values.problem(path, file + " holds no key (expected one line of visible ASCII characters)");
            }
            return key;
        } catch (UnavailableValueException e) {
            values.problem(path, e.why());
            return Optional.empty();
        }
    }
}
