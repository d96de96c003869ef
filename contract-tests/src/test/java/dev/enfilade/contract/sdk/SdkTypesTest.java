package dev.enfilade.contract.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.enfilade.adapter.in.ollama.OllamaSurface;
import dev.enfilade.contract.sdk.Comparison.Finding;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Enfilade takes and gives what the official SDKs declare, or somebody has written down why not. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SdkTypesTest {

    private static final Path LISTS = Path.of("src/test/resources/sdk");
    private static final Path REPORT = Path.of("../docs/sdk-types.md");
    private static final Path FRESH_REPORT = Path.of("target/sdk-types.md");

    private final Map<Sdk, SdkTypes> sdks = new EnumMap<>(Sdk.class);
    private final Reviewed reviewed;
    private final Comparison comparison;

    SdkTypesTest() throws IOException {
        for (Sdk sdk : Sdk.values()) {
            sdks.put(sdk, SdkTypes.load(LISTS.resolve(sdk.file())));
        }
        reviewed = Reviewed.parse(Files.readAllLines(LISTS.resolve("reviewed.txt")));
        comparison = new Comparison(sdks);
    }

    @BeforeAll
    void compare() throws IOException, InterruptedException, URISyntaxException {
        try (Surface surface = new Surface(KnownModel.ports())) {
            WireNames wire = new WireNames(surface, candidates());
            for (Place place : Places.all()) {
                comparison.compare(place, wire.at(place));
            }
        }
        comparison.types(Places.all());
    }

    /** Every name that an SDK or the product's own code has, in the spelling of the SDK. */
    private Collection<String> candidates() throws IOException, URISyntaxException {
        Map<String, String> names = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        sdks.values().forEach(sdk -> sdk.members().forEach(member -> names.putIfAbsent(member.name(), member.name())));
        Words.of(OllamaSurface.class).forEach(word -> names.putIfAbsent(word, word));
        return names.values();
    }

    @Test
    void everyDifferenceWasLookedAt() {
        assertThat(comparison.findings().stream().filter(this::isUnexplained))
                .as("add them to %s, or mend the product", LISTS.resolve("reviewed.txt"))
                .isEmpty();
    }

    @Test
    void nothingIsExcusedThatIsNotThere() {
        Set<String> found = comparison.findings().stream().map(Finding::key).collect(Collectors.toSet());
        assertThat(reviewed.stale(found)).isEmpty();
    }

    @Test
    void reportIsWhatTheComparisonSays() throws IOException {
        String report = Report.of(sdks, comparison, reviewed);
        Files.writeString(FRESH_REPORT, report);
        assertThat(REPORT).as("compare with %s and copy it", FRESH_REPORT).hasContent(report);
    }

    @Test
    void everyPlaceHasMembers() {
        assertThat(comparison.rows()).allMatch(row -> row.members() > 0).hasSizeGreaterThan(30);
        assertThat(List.copyOf(sdks.values())).allMatch(sdk -> sdk.members().size() > 200);
    }

    private boolean isUnexplained(Finding finding) {
        return reviewed.reason(finding.kind(), finding.where(), finding.name()).isEmpty();
    }
}
