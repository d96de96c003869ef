package dev.enfilade.contract.chaos;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;

/** Tells what went wrong, each with the smallest plan that goes wrong in the same way. */
final class Report {

    private static final int MOST = 5;
    private static final ObjectMapper JSON = new ObjectMapper();

    private Report() {}

    static String of(List<Finding> findings, Chaos chaos) {
        StringBuilder text = new StringBuilder().append(findings.size()).append(" streams went wrong\n");
        findings.forEach(finding -> text.append(finding.index())
                .append(' ')
                .append(finding.complaints())
                .append('\n'));
        findings.stream().limit(MOST).forEach(finding -> text.append(of(finding, chaos)));
        return text.toString();
    }

    private static String of(Finding finding, Chaos chaos) {
        Plan smallest = new Shrinker(plan -> chaos.play(0, plan)
                        .filter(smaller -> smaller.kind().equals(finding.kind()))
                        .isPresent())
                .shrink(finding.plan());
        return "stream %d, asked %d times: %s%n  the client has %s%n  smallest plan %s%n"
                .formatted(finding.index(), finding.attempts(), finding.complaints(), finding.seen(), json(smallest));
    }

    private static String json(Plan plan) {
        try {
            return JSON.writeValueAsString(plan);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
