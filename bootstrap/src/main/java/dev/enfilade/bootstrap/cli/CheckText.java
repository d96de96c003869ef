package dev.enfilade.bootstrap.cli;

import dev.enfilade.bootstrap.check.Finding;
import dev.enfilade.bootstrap.check.StepReport;
import dev.enfilade.bootstrap.check.StepStatus;
import dev.enfilade.bootstrap.check.Times;
import java.io.PrintWriter;
import java.util.List;
import java.util.function.Consumer;

/** Tells a person of each step as soon as it is done: mark, name, what was seen, time, and below it the fix. */
final class CheckText implements Consumer<StepReport> {

    private static final String INDENT = " ".repeat(10);

    private final PrintWriter out;
    private final Terminal terminal;

    CheckText(PrintWriter out, Terminal terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    @Override
    public void accept(StepReport report) {
        Finding finding = report.finding();
        String name = report.backend().map(backend -> backend + ": ").orElse("") + report.name();
        String time = finding.status() == StepStatus.SKIPPED ? "" : "  (" + Times.shown(report.took()) + ")";
        List<String> lines = finding.detail().lines().toList();
        String first = lines.isEmpty() ? "" : lines.getFirst();
        out.println(mark(finding.status()) + String.format("%-18s  ", name) + first + time);
        lines.stream().skip(1).forEach(line -> out.println(INDENT + line));
        finding.fix().ifPresent(fix -> out.println(INDENT + "fix: " + fix));
    }

    private String mark(StepStatus status) {
        String mark = String.format("%-10s", symbol(status) + (status == StepStatus.FAILED ? "FAILED" : status.word()));
        return terminal.colours() ? "\u001b[" + colour(status) + "m" + mark + "\u001b[0m" : mark;
    }

    private String symbol(StepStatus status) {
        if (!terminal.symbols()) {
            return "";
        }
        return switch (status) {
            case OK -> "\u2713 ";
            case WARNING -> "! ";
            case FAILED -> "\u2717 ";
            case SKIPPED -> "- ";
        };
    }

    private static int colour(StepStatus status) {
        return switch (status) {
            case OK -> 32;
            case WARNING -> 33;
            case FAILED -> 31;
            case SKIPPED -> 90;
        };
    }
}
