package dev.enfilade.contract.toolchain;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/** Says of each test that is skipped why, in one line on the console, so that none is skipped in silence. */
public final class SkippedTests implements TestExecutionListener {

    private static final int LINE = 400;

    private final PrintStream console;

    /** Past the build tool, which keeps what tests print in files. */
    public SkippedTests() {
        this(new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
    }

    SkippedTests(PrintStream console) {
        this.console = console;
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        say(test, reason);
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (result.getStatus() == Status.ABORTED) {
            say(test, result.getThrowable().map(Throwable::getMessage).orElse("no reason given"));
        }
    }

    private void say(TestIdentifier test, String reason) {
        String line = "Skipped " + test.getDisplayName() + ": " + reason.strip().replaceAll("\\s+", " ");
        console.println(line.length() > LINE ? line.substring(0, LINE) + " ..." : line);
    }
}
