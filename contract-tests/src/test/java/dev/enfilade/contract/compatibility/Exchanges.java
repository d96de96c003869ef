package dev.enfilade.contract.compatibility;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** The exchanges in golden files and traces, as JSON. */
final class Exchanges {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TRACES = "traces/";

    private Exchanges() {}

    static boolean isFile(String evidence) {
        return evidence.contains("/");
    }

    /** The file of {@code chat/format-json}, a golden, or {@code traces/zed}, a trace. */
    static Path file(String evidence) {
        String path = (evidence.startsWith(TRACES) ? "/" : "/goldens/") + evidence + ".json";
        URL file = Objects.requireNonNull(Exchanges.class.getResource(path), () -> "no such evidence: " + evidence);
        try {
            return Path.of(file.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The steps of a file that ask for this, such as {@code POST /api/chat}. */
    static List<JsonNode> steps(String evidence, String route) throws IOException {
        JsonNode file = JSON.readTree(file(evidence).toFile());
        List<JsonNode> steps =
                file.has("steps") ? file.get("steps").valueStream().toList() : List.of(file);
        return steps.stream().filter(step -> asked(step.path("request"), route)).toList();
    }

    /** A route may end in a parameter. */
    private static boolean asked(JsonNode request, String route) {
        String asked = request.path("method").asText() + " "
                + request.path("path").asText().replaceFirst("\\?.*", "");
        int parameter = route.indexOf('{');
        return parameter < 0 ? asked.equals(route) : asked.startsWith(route.substring(0, parameter));
    }
}
