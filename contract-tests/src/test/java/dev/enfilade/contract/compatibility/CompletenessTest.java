package dev.enfilade.contract.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the surface's code reads, writes or serves is on the page, and nothing else. */
class CompletenessTest {

    /** Words in the writers that are values of members, or parts of other texts. */
    private static final Set<String> VALUES = Set.of(
            "assistant",
            "clip",
            "env",
            "insecure",
            "length",
            "llama",
            "model_not_found",
            "ollama.missing",
            "password",
            "stop",
            "stream",
            "success",
            "unauthorized",
            "username");

    private static Page page;

    @BeforeAll
    static void read() throws IOException {
        page = Page.read();
    }

    @Test
    void routesAreThoseThatAreServed() {
        assertThat(page.members("Routes", "")).containsExactlyInAnyOrderElementsOf(SurfaceCode.routes());
    }

    static List<String> routes() {
        return ReadMembers.routes();
    }

    @ParameterizedTest
    @MethodSource("routes")
    void requestMembersAreThoseThatAreRead(String route) {
        assertThat(page.members(route, "Request").map(CompletenessTest::folded))
                .containsExactlyInAnyOrderElementsOf(ReadMembers.of(route).stream()
                        .map(CompletenessTest::folded)
                        .toList());
    }

    @Test
    void everythingThatReadsMembersIsLookedAt() {
        assertThat(SurfaceCode.sources()).containsExactlyInAnyOrderElementsOf(ReadMembers.sources());
    }

    @Test
    void everyWordOfTheWritersIsAMemberOrAKnownValue() {
        Set<String> members = page.rows("Answer").stream()
                .flatMap(row -> row.members().stream())
                .flatMap(member -> Arrays.stream(member.split("\\.|\\[]")))
                .collect(Collectors.toSet());

        assertThat(SurfaceCode.textsOfWriters().stream()
                        .filter(text -> text.matches("[a-z_]+(\\.[a-z_]+)?"))
                        .filter(text -> !VALUES.contains(text))
                        .flatMap(text -> Arrays.stream(text.split("\\.", -1))))
                .isSubsetOf(members);
    }

    private static String folded(String member) {
        return member.toLowerCase(Locale.ROOT);
    }
}
