package dev.enfilade.contract.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rows about routes name exchanges that ask for them, those about the relay exchanges that speak of the member. */
class EvidenceTest {

    static List<Row> rows() throws IOException {
        return Page.read().rows("");
    }

    @ParameterizedTest
    @MethodSource("rows")
    void speaksOfTheRow(Row row) throws IOException {
        assertThat(row.evidence()).isNotEmpty();
        for (String evidence : row.evidence()) {
            for (String member : row.members()) {
                if (row.route().equals("Routes")) {
                    assertThat(Exchanges.steps(evidence, member)).isNotEmpty();
                } else {
                    assertThat(text(evidence)).contains(member);
                }
            }
        }
    }

    private static String text(String evidence) throws IOException {
        return Exchanges.isFile(evidence) ? Files.readString(Exchanges.file(evidence)) : Sources.test(evidence);
    }
}
