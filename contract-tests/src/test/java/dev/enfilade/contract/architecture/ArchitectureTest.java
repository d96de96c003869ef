package dev.enfilade.contract.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every rule holds in the house, and every rule finds its fault in a badly built one: a rule that cannot fail proves
 * nothing.
 */
class ArchitectureTest {

    private static final String HOUSE = "dev.enfilade";
    private static final String BAD_HOUSE = "dev.enfilade.contract.architecture.fixture";

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("-tests.jar"))
            .withImportOption(location -> !location.contains("Dagger") && !location.contains("_Factory"))
            .importPackages(HOUSE);

    private static final JavaClasses FIXTURE = new ClassFileImporter().importPackages(BAD_HOUSE);

    @TestFactory
    Stream<DynamicTest> theHouseKeepsItsRules() {
        return new HouseRules(HOUSE)
                .all().entrySet().stream()
                        .map(rule -> DynamicTest.dynamicTest(
                                rule.getKey(), () -> rule.getValue().check(PRODUCT)));
    }

    @TestFactory
    Stream<DynamicTest> aBadHouseBreaksEveryOne() {
        return new HouseRules(BAD_HOUSE)
                .all().entrySet().stream()
                        .map(rule -> DynamicTest.dynamicTest(rule.getKey(), () -> {
                            EvaluationResult result = rule.getValue().evaluate(FIXTURE);
                            assertThat(result.hasViolation()).isTrue();
                        }));
    }

    @Test
    void theWholeHouseWasLookedAt() {
        assertThat(Stream.of(
                        "domain",
                        "application",
                        "adapter.in.ollama",
                        "adapter.in.openai",
                        "adapter.out.openai",
                        "bootstrap"))
                .allMatch(room -> PRODUCT.containPackage(HOUSE + "." + room));
        assertThat(PRODUCT.size()).isGreaterThan(150);
    }
}
