package dev.enfilade.contract.compatibility;

import java.util.List;

/**
 * A row of the page.
 *
 * @param route the heading above it, such as {@code POST /api/chat}
 * @param part the lesser heading above it, such as {@code Request}
 * @param members what the row is about
 * @param says what becomes of them
 * @param evidence golden files, traces and tests in which that can be seen
 */
record Row(String route, String part, List<String> members, String says, List<String> evidence) {

    Row {
        members = List.copyOf(members);
        evidence = List.copyOf(evidence);
    }

    @Override
    public String toString() {
        return route + " " + part + " " + members;
    }
}
