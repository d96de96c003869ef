package dev.enfilade.contract.supply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a hosted CI is told to do.
 *
 * @param text as it is written, comments and all
 */
record Workflow(String name, String text, JsonNode content) {

    private static final Path FOLDER = Path.of("../.github");
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    static List<Workflow> all() throws IOException {
        List<Workflow> all = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(FOLDER.resolve("workflows"))) {
            for (Path file : files) {
                all.add(read(file));
            }
        }
        return all;
    }

    static JsonNode dependabot() throws IOException {
        return read(FOLDER.resolve("dependabot.yml")).content();
    }

    private static Workflow read(Path file) throws IOException {
        String text = Files.readString(file);
        return new Workflow(file.getFileName().toString(), text, YAML.readTree(text));
    }

    Stream<JsonNode> jobs() {
        return content.path("jobs").valueStream();
    }

    private Stream<JsonNode> steps() {
        return jobs().flatMap(job -> job.path("steps").valueStream());
    }

    /** What shells are given, with a word in place of what the host fills in. */
    Stream<String> scripts() {
        return steps().filter(step -> step.has("run"))
                .map(step -> step.path("run").asText().replaceAll("-pl \\$\\{\\{.*?}}", "-pl domain"))
                .map(script -> script.replaceAll("\\$\\{\\{.*?}}", "word"));
    }

    /** The values of this input of actions, line by line. */
    Stream<String> inputs(String name) {
        return steps().map(step -> step.path("with").path(name).asText()).flatMap(String::lines);
    }

    @Override
    public String toString() {
        return name;
    }
}
