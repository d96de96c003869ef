package dev.enfilade.contract.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the page says of a member of a request can be seen in the exchanges that it names. */
class RequestRowTest {

    private static final Pattern SENT = Pattern.compile("sent as `([^`]+)`.*");
    private static final Pattern REFUSED = Pattern.compile("refused: `([^`]+)`.*");
    private static final Pattern OTHER = Pattern.compile("(honoured|ignored|checked): .+");

    static List<Row> rows() throws IOException {
        return Page.read().rows("Request");
    }

    @ParameterizedTest
    @MethodSource("rows")
    void isSeenInItsEvidence(Row row) throws IOException {
        assertThat(row.evidence()).isNotEmpty();
        for (String evidence : row.evidence()) {
            if (Exchanges.isFile(evidence)) {
                assertSeen(row, Exchanges.steps(evidence, row.route()));
            } else {
                assertThat(Sources.test(evidence))
                        .contains(row.members().stream()
                                .map(member -> member.substring(member.lastIndexOf('.') + 1))
                                .toList());
            }
        }
    }

    /** In one of the steps at least the member is asked with, and with the stated outcome. */
    private static void assertSeen(Row row, List<JsonNode> steps) {
        for (String member : row.members()) {
            List<JsonNode> asking = steps.stream()
                    .filter(step -> members(step.at("/request/json")).contains(member))
                    .toList();
            assertThat(asking).as("requests with " + member).isNotEmpty();
            assertThat(asking).as(row.says()).anyMatch(step -> hasOutcome(row.says(), step));
        }
    }

    private static boolean hasOutcome(String says, JsonNode step) {
        Matcher sent = SENT.matcher(says);
        if (sent.matches()) {
            return sentMembers(step).contains(sent.group(1));
        }
        Matcher refused = REFUSED.matcher(says);
        if (refused.matches()) {
            return step.at("/response/status").asInt() >= 400
                    && step.path("response").toString().contains(refused.group(1));
        }
        return OTHER.matcher(says).matches() && step.at("/response/status").asInt() == 200;
    }

    private static Set<String> sentMembers(JsonNode step) {
        List<JsonNode> bodies = new ArrayList<>();
        for (JsonNode turn : step.path("backend")) {
            bodies.add(turn.at("/expect/body"));
            turn.at("/expect/any").forEach(alternatives -> alternatives.forEach(bodies::add));
            turn.at("/expect/should").forEach(alternatives -> alternatives.forEach(bodies::add));
        }
        return Members.of(bodies, Set.of());
    }

    private static Set<String> members(JsonNode request) {
        // A property of a tool's parameters has any name.
        Set<String> members = Members.filled(List.of(request), Set.of("arguments", "format"));
        List.copyOf(members).stream()
                .map(member -> member.replaceAll("(parameters\\.properties)\\.[^.]+", "$1.*"))
                .forEach(members::add);
        return members;
    }
}
