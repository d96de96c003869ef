package dev.enfilade.contract.client;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** Checks as tests, of a product that is right or of one that is wrong. */
final class Checks {

    private Checks() {}

    static Stream<DynamicTest> pass(List<Check> checks) {
        return checks.stream().map(check -> DynamicTest.dynamicTest(check.name(), check.body()::call));
    }

    /** Passes where the check complains; one that stumbles over something else is a fault of these tests. */
    static Stream<DynamicTest> fail(List<Check> checks) {
        return checks.stream()
                .map(check -> DynamicTest.dynamicTest(
                        check.name(), () -> assertThatThrownBy(check.body()).isInstanceOf(AssertionError.class)));
    }
}
