package dev.enfilade.contract.faults;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * One fault of the list.
 *
 * @param group A to H: reaching a backend, its head, its body, its meaning, clients, hostile input, secrets, life
 * @param tests class and method of each test that shows it; empty if there is none
 * @param reason why there is none; empty otherwise
 */
record FaultRow(int number, String group, String fault, List<String> tests, String reason) {

    FaultRow {
        requireNonNull(group);
        requireNonNull(fault);
        tests = List.copyOf(tests);
        requireNonNull(reason);
    }

    static FaultRow of(String line) {
        String[] fields = line.split("\t", -1);
        List<String> tests = fields[3].equals("-") ? List.of() : List.of(fields[3].split(" ", -1));
        return new FaultRow(
                Integer.parseInt(fields[0]), fields[1], fields[2], tests, fields.length > 4 ? fields[4] : "");
    }
}
