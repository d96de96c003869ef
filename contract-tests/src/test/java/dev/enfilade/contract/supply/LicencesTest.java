package dev.enfilade.contract.supply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.enfilade.contract.product.PackagedProduct;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LicencesTest {

    private static final Path BILL = Path.of("../bootstrap/target/enfilade-sbom.json");
    private static final String NOTICES = "META-INF/THIRD-PARTY.txt";
    private static final Path KEPT = Path.of("../bootstrap/src/main/resources").resolve(NOTICES);
    private static final Pattern POM = Pattern.compile("META-INF/maven/([^/]+)/([^/]+)/pom.properties");
    private static final String OURS = "dev.enfilade:";

    @BeforeEach
    void needsTheBillOfMaterials() {
        assumeTrue(Files.exists(BILL), "no bill of materials: it is made by a build of all, or by -Panalysis");
    }

    @Test
    void everyPartMayBePassedOn() throws IOException {
        assertThat(parts()).hasSizeGreaterThan(30).allMatch(Component::isAllowed);
    }

    @Test
    void noticesNameEveryPart() throws IOException {
        String notices =
                "What Enfilade is made of besides its own code, and under which licence; versions are in its bill of"
                        + " materials.\n\n"
                        + parts().stream()
                                .sorted()
                                .map(Component::notice)
                                .distinct()
                                .collect(Collectors.joining("\n"))
                        + "\n";
        Path found = Files.writeString(Path.of("target/THIRD-PARTY.txt"), notices);

        assertThat(KEPT)
                .as("if the change is meant: cp contract-tests/%s %s", found, "bootstrap/src/main/resources/" + NOTICES)
                .hasContent(notices);
    }

    @Test
    void jarHoldsNoticesAndLicence() throws IOException {
        try (JarFile jar = new JarFile(PackagedProduct.jar().toFile())) {
            assertThat(jar.getInputStream(jar.getEntry(NOTICES))).hasSameContentAs(Files.newInputStream(KEPT));
            assertThat(new String(
                            jar.getInputStream(jar.getEntry("META-INF/LICENSE")).readAllBytes(),
                            StandardCharsets.UTF_8))
                    .contains("Apache License");
        }
    }

    @Test
    void billNamesEveryPartThatTheJarKnowsOf() throws IOException {
        List<String> known = parts().stream().map(Component::name).toList();
        try (JarFile jar = new JarFile(PackagedProduct.jar().toFile())) {
            List<String> inside = jar.stream()
                    .map(entry -> POM.matcher(entry.getName()))
                    .filter(Matcher::matches)
                    .map(pom -> pom.group(1) + ":" + pom.group(2))
                    .filter(name -> !name.startsWith(OURS))
                    .toList();

            assertThat(inside).isNotEmpty();
            assertThat(known).containsAll(inside);
        }
    }

    @Test
    void partUnderAnotherLicenceIsRefused() {
        assertThat(new Component("a:b", List.of("SSPL-1.0"), "").isAllowed()).isFalse();
        assertThat(new Component("a:b", List.of(), "").isAllowed()).isFalse();
        assertThat(new Component("a:b", List.of("GPL-2.0-only", "MIT"), "").isAllowed())
                .isTrue();
    }

    private static List<Component> parts() throws IOException {
        Stream<JsonNode> all =
                new ObjectMapper().readTree(BILL.toFile()).path("components").valueStream();
        return all.map(Component::of)
                .filter(part -> !part.name().startsWith(OURS))
                .toList();
    }
}
