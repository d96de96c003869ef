package dev.enfilade.contract.toolchain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.launcher.TestIdentifier;

class SkippedTestsTest {

    private final ByteArrayOutputStream console = new ByteArrayOutputStream();
    private final SkippedTests listener = new SkippedTests(new PrintStream(console, true, UTF_8));

    @Test
    void disabledTestIsSaidWithItsReason() {
        listener.executionSkipped(test("OllamaJsTest"), "an extended run");

        assertThat(console.toString(UTF_8)).isEqualTo("Skipped OllamaJsTest: an extended run\n");
    }

    @Test
    void abortedTestIsSaidInOneLine() {
        TestExecutionResult aborted =
                TestExecutionResult.aborted(new IllegalStateException("npm failed:\n  no network\n"));

        listener.executionFinished(test("OllamaJsTest"), aborted);

        assertThat(console.toString(UTF_8)).isEqualTo("Skipped OllamaJsTest: npm failed: no network\n");
    }

    @Test
    void longReasonIsCut() {
        listener.executionSkipped(test("OllamaJsTest"), "x".repeat(5000));

        assertThat(console.toString(UTF_8)).hasSizeLessThan(500).endsWith(" ...\n");
    }

    @Test
    void nothingIsSaidOfTestsThatRan() {
        listener.executionFinished(test("OllamaJsTest"), TestExecutionResult.successful());
        listener.executionFinished(test("OllamaJsTest"), TestExecutionResult.failed(new AssertionError("wrong")));

        assertThat(console.size()).isZero();
    }

    private static TestIdentifier test(String name) {
        return TestIdentifier.from(new AbstractTestDescriptor(UniqueId.forEngine("any"), name) {
            @Override
            public TestDescriptor.Type getType() {
                return TestDescriptor.Type.TEST;
            }
        });
    }
}
