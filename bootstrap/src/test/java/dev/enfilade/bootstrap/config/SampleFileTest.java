package dev.enfilade.bootstrap.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import dev.enfilade.bootstrap.config.Node.Mapping;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sample shows everything, loads as it is, and is what the schema allows; so is what is shown of it. */
class SampleFileTest {

    private static final Path SAMPLE = Path.of("../docs/enfilade.yaml");
    private static final JsonSchema SCHEMA =
            JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(ConfigSchema.text());

    @TempDir
    Path folder;

    private Deployment deployment;

    @BeforeEach
    void sampleFolder() throws IOException {
        OwnCertificate.write(folder);
        deployment = new Deployment(folder)
                .file("ca.pem", Files.readString(folder.resolve("client.pem")))
                .variable("OPENAI_API_KEY", "sk-1")
                .file("local.key", "sk-2")
                .file("models.json", "{\n\t\"mistral\": \"gpt-4o\"\n}\n");
    }

    @Test
    void sampleLoadsAsItIs() throws IOException {
        Configuration loaded = deployment.yaml(Files.readString(SAMPLE)).load();

        assertThat(loaded.notices()).isEmpty();
        assertThat(loaded.settings().backends()).hasSize(2);
        assertThat(loaded.settings().models()).hasSize(4);
    }

    @Test
    void sampleLoadsWithEverythingThatItLeavesOut() throws IOException {
        Settings settings = deployment.yaml(withoutCertificates(complete())).settings();

        assertThat(settings.models()).extracting(rule -> rule.pattern()).contains("mistral");
        assertThat(settings.access().hosts()).containsExactly("enfilade.example.com");
    }

    @Test
    void sampleHasEveryKey() throws IOException {
        Mapping sample = YamlReader.read("enfilade.yaml", complete(), new Problems());

        assertThat(Keys.ALL)
                .extracting(Key::path)
                .allMatch(path -> sample.names(KeyPath.of(path.first())).stream()
                                .anyMatch(name -> sample.find(path.named(name)).isPresent())
                        || sample.find(path).isPresent());
    }

    @Test
    void sampleIsWhatTheSchemaAllows() throws IOException {
        assertThat(objections(Files.readString(SAMPLE))).isEmpty();
        assertThat(objections(complete())).isEmpty();
        assertThat(Files.readString(SAMPLE)).startsWith("# yaml-language-server: $schema=enfilade.schema.json\n");
    }

    @Test
    void whatIsShownIsWhatTheSchemaAllowsAndCanBeReadBack() throws IOException {
        String shown = deployment.yaml(withoutCertificates(complete())).shown();

        assertThat(objections(shown)).isEmpty();
        assertThat(deployment.yaml(shown.replace("\"[redacted]\"", "search")).shown())
                .isEqualTo(shown);
    }

    @Test
    void everyDefaultIsWhatTheSchemaAllows() throws IOException {
        String defaults = deployment.variable("OPENAI_API_KEY", "").shown();

        assertThat(defaults).contains("limits:", "  streams: 2000");
        assertThat(objections(defaults)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limts: {}",
                "limits: {streams: many}",
                "limits: {streams: 0}",
                "limits: {body: 32MB}",
                "limits: 7",
                "drain: {delay: 5}",
                "backends: {main: {url: localhost}}",
                "backends: {'a b': {url: 'http://a'}}",
                "backends: {main: {dialect: vlm}}",
                "backends: {main: {timeouts: {idle: 5 minutes}}}",
                "models: {a: {capabilities: [tool]}}",
                "models: {a: {contxt: 7}}",
                "models: {a: [b]}",
                "hosts: {a: b}",
                "version: latest",
                "retry: {budget: 20}",
                "logging: {level: loud}",
                "auth: {keys-file: keys}"
            })
    void whatTheReaderRefusesTheSchemaRefusesToo(String yaml) throws IOException {
        assertThat(objections(yaml)).isNotEmpty();
        assertThat(deployment.yaml(yaml).problems()).isNotEmpty();
    }

    private static String complete() throws IOException {
        return Files.readAllLines(SAMPLE).stream()
                .map(line -> line.replaceFirst("^(\\s*)#(?=\\S)", "$1"))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    /** Those are read when the file is loaded, and no file of this test is one. */
    private static String withoutCertificates(String sample) {
        return sample.lines()
                .filter(line -> !line.contains(".pem")
                        && !line.contains("client.key")
                        && !line.strip().equals("tls:"))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static List<String> objections(String yaml) throws JsonProcessingException {
        JsonNode document = new YAMLMapper().readTree(yaml);
        return SCHEMA.validate(document).stream().map(Object::toString).toList();
    }
}
