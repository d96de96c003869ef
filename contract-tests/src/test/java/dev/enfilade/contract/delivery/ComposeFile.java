package dev.enfilade.contract.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.enfilade.bootstrap.config.ConfigLoader;
import dev.enfilade.bootstrap.config.Settings;
import dev.enfilade.bootstrap.config.Surroundings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A compose file.
 *
 * @param folder in which it is, on which its paths are based
 */
record ComposeFile(Path folder, JsonNode tree) {

    static final Path FOLDER = Packaging.PROJECT.resolve("deploy/compose");

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final Pattern SECONDS = Pattern.compile("(\\d+)s");
    private static final Pattern PUBLISHED = Pattern.compile("(?:([0-9.]+):)?(\\d+):(\\d+)");
    private static final Pattern MOUNT = Pattern.compile("([^:]+):([^:]+)(?::ro)?");

    static ComposeFile read(String name) throws IOException {
        return new ComposeFile(FOLDER, YAML.readTree(FOLDER.resolve(name).toFile()));
    }

    JsonNode service(String name) {
        return tree.path("services").path(name);
    }

    Stream<Map.Entry<String, JsonNode>> services() {
        return tree.path("services").propertyStream();
    }

    static Map<String, String> environment(JsonNode service) {
        Map<String, String> variables = new HashMap<>();
        service.path("environment")
                .propertyStream()
                .forEach(entry -> variables.put(entry.getKey(), entry.getValue().asText()));
        return variables;
    }

    /** A published port: on which address of the machine, if one is named, and which port inside. */
    record Port(Optional<String> address, int inside) {}

    static List<Port> ports(JsonNode service) {
        List<Port> ports = new ArrayList<>();
        for (JsonNode port : service.path("ports")) {
            Matcher form = PUBLISHED.matcher(port.asText());
            if (!form.matches()) {
                throw new IllegalArgumentException("not a published port: " + port);
            }
            ports.add(new Port(Optional.ofNullable(form.group(1)), Integer.parseInt(form.group(3))));
        }
        return ports;
    }

    /** What is mounted, by its place inside. */
    static Map<String, String> mounts(JsonNode service) {
        Map<String, String> mounts = new HashMap<>();
        for (JsonNode volume : service.path("volumes")) {
            Matcher form = MOUNT.matcher(volume.asText());
            if (!form.matches()) {
                throw new IllegalArgumentException("not a mount: " + volume);
            }
            mounts.put(form.group(2), form.group(1));
        }
        return mounts;
    }

    static Duration seconds(String text) {
        Matcher form = SECONDS.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("not in seconds: " + text);
        }
        return Duration.ofSeconds(Long.parseLong(form.group(1)));
    }

    /** What Enfilade makes of these variables, of those of the image, and of these beside; as if it were started so. */
    static Settings settings(Map<String, String> variables, Path empty) {
        Map<String, String> all = new HashMap<>(variables);
        all.put("OLLAMA_HOST", "0.0.0.0:11434");
        return new ConfigLoader(new Surroundings(all, empty, empty))
                .load(Optional.empty(), List.of())
                .settings();
    }
}
