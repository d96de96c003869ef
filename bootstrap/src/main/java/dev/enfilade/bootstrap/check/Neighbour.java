package dev.enfilade.bootstrap.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.enfilade.bootstrap.config.ListenAddress;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.time.Duration;

/** Finds out who listens where we want to. */
final class Neighbour {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int MOST_BYTES = 64 << 10;

    private final ListenAddress address;
    private final int millis;

    /** @param limit for each of two questions */
    Neighbour(ListenAddress address, Duration limit) {
        this.address = address.connectable();
        this.millis = Math.toIntExact(limit.toMillis());
    }

    /** Only we tell of backends; Ollama tells its version only. */
    Kind kind() {
        return ask("/health").path("backends").isArray() ? Kind.ENFILADE : ollamaOrOther();
    }

    private Kind ollamaOrOther() {
        return ask("/api/version").path("version").isTextual() ? Kind.OLLAMA : Kind.OTHER;
    }

    private JsonNode ask(String path) {
        try {
            // A proxy of the environment is for the backends.
            HttpURLConnection connection = (HttpURLConnection)
                    URI.create("http://" + address + path).toURL().openConnection(Proxy.NO_PROXY);
            connection.setConnectTimeout(millis);
            connection.setReadTimeout(millis);
            try (InputStream body = connection.getInputStream()) {
                return JSON.readTree(body.readNBytes(MOST_BYTES));
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }

    /** What it is. */
    enum Kind {
        ENFILADE,
        OLLAMA,
        OTHER
    }
}
