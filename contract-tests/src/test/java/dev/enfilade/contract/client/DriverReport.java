package dev.enfilade.contract.client;

import dev.enfilade.contract.toolchain.Command;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What a driver in another language found: the names of the checks that passed, and the lines of those that failed. */
record DriverReport(Set<String> passed, List<String> failed) {

    private static final String PASS = "PASS ";
    private static final String FAIL = "FAIL ";

    /** Runs the driver; one that breaks off, or prints anything else, is an error. */
    static DriverReport of(Command driver) throws IOException, InterruptedException {
        Command.Outcome outcome = driver.run();
        List<String> lines = outcome.output().lines().toList();
        if (outcome.exitCode() != 0
                || !lines.stream().allMatch(line -> line.startsWith(PASS) || line.startsWith(FAIL))) {
            throw new AssertionError("the driver itself failed: " + outcome);
        }
        Set<String> passed = lines.stream()
                .filter(line -> line.startsWith(PASS))
                .map(line -> line.substring(PASS.length()))
                .collect(Collectors.toCollection(TreeSet::new));
        return new DriverReport(
                passed, lines.stream().filter(line -> line.startsWith(FAIL)).toList());
    }
}
