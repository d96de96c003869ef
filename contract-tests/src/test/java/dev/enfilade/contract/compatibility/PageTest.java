package dev.enfilade.contract.compatibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PageTest {

    @Test
    void rowsKnowTheirHeadings() {
        Page page = Page.parse("""
                ## `POST /x`
                text
                ### Request
                | Member | What | Seen in |
                |---|---|---|
                | `a`, `b` | sent as `c` | `x/y`, `T` |
                ## Routes
                | `GET /` | it runs | `root/get` |
                ## Options and dialects
                | `n`: `1` | a | b | c |
                """);

        assertThat(page.rows())
                .containsExactly(
                        new Row("POST /x", "Request", List.of("a", "b"), "sent as `c`", List.of("x/y", "T")),
                        new Row("Routes", "", List.of("GET /"), "it runs", List.of("root/get")));
        assertThat(page.members("POST /x", "Request")).containsExactly("a", "b");
    }

    @Test
    void rowWithoutEvidenceIsRefused() {
        assertThatThrownBy(() -> Page.parse("| `a` | sent as `c` |\n" + Page.GENERATED))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void membersAreFoundAtEveryDepth() throws JsonProcessingException {
        String json =
                "{\"a\":[{\"b\":1},{\"c\":{\"d\":2}}],\"i\":{\"general.architecture\":\"q\",\"q.n\":1},\"x\":{\"y\":1}}";

        assertThat(Members.of(List.of(new ObjectMapper().readTree(json)), Set.of("x")))
                .containsExactly("a", "a[].b", "a[].c", "a[].c.d", "i", "i.<arch>.n", "i.general.architecture", "x");
    }
}
