package dev.enfilade.contract.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.enfilade.contract.golden.Deployment;
import dev.enfilade.contract.golden.GoldenReader;
import dev.enfilade.contract.rules.Seen;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page says of the members of answers is what the packaged product answers in the exchanges that it names. */
class AnswerRowTest {

    private static final Set<String> CLOSED = Set.of("arguments");

    private static Page page;
    private static final Map<String, List<Seen>> SEEN = new HashMap<>();

    @BeforeAll
    static void replay(@TempDir Path folder) throws IOException, InterruptedException {
        page = Page.read();
        try (Deployment deployment = Deployment.startForPages(folder)) {
            for (Row row : page.rows("Answer")) {
                for (String evidence : row.evidence()) {
                    SEEN.computeIfAbsent(evidence, name -> answers(deployment, name));
                }
            }
        }
    }

    @Test
    void everyMemberIsInTheAnswersOfItsEvidence() {
        for (Row row : page.rows("Answer")) {
            assertThat(row.evidence()).as("%s", row).isNotEmpty();
            for (String evidence : row.evidence()) {
                assertThat(members(row.route(), SEEN.getOrDefault(evidence, List.of())))
                        .as("%s in %s", row, evidence)
                        .containsAll(row.members());
            }
        }
    }

    @Test
    void everyMemberThatWasAnsweredIsOnThePage() {
        Map<String, Set<String>> onPage = new HashMap<>();
        for (Row row : page.rows("Answer")) {
            onPage.computeIfAbsent(row.route(), _ -> new TreeSet<>()).addAll(row.members());
        }
        List<Seen> all = SEEN.values().stream().flatMap(List::stream).toList();
        onPage.forEach(
                (route, members) -> assertThat(members(route, all)).as(route).isEqualTo(members));
    }

    private static List<Seen> answers(Deployment deployment, String evidence) {
        List<Seen> answers = new ArrayList<>();
        assertThat(deployment
                        .replay(GoldenReader.read(Exchanges.file(evidence)), answers::add)
                        .differences())
                .as(evidence)
                .isEmpty();
        return answers;
    }

    private static Set<String> members(String route, List<Seen> answers) {
        List<JsonNode> values = answers.stream()
                .filter(answer -> route.equals(answer.method() + " " + answer.path()))
                .flatMap(answer -> answer.values().stream())
                .collect(Collectors.toList());
        return Members.of(values, CLOSED);
    }
}
