package dev.enfilade.contract.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import dev.enfilade.adapter.out.openai.dialect.Dialect;
import dev.enfilade.adapter.out.openai.dialect.Dialects;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** The tables of options are what the code does; {@code -Dcompatibility.write=true} writes them anew. */
class OptionTablesTest {

    private static final String INTRODUCTION = """

            What a backend is sent for each option and each wish, by its [dialect](configuration.md) and where a dialect has models with
            ways of their own, by model: the members that the request then has. A dash is nothing sent; *dropped* is nothing sent although
            the client asked for something, which is told in the log; both in one cell are a part of a list. An option that is no row here is
            ignored, as Ollama ignores it. A `num_predict` of 0 or less and a `seed` below 0 mean no limit and any seed, and are not sent.
            These tables are written by `OptionTablesTest`.

            """;

    @Test
    void tablesAreWhatTheCodeDoes() throws IOException {
        String text = Page.read().text();
        String before = text.substring(0, text.indexOf(Page.GENERATED));
        String wanted = before + Page.GENERATED + INTRODUCTION + OptionTables.markdown();
        if (Boolean.getBoolean("compatibility.write")) {
            Files.writeString(Page.FILE, wanted);
        }

        assertThat(Page.read().text())
                .as("docs/compatibility.md is not what the code does: write it anew with -Dcompatibility.write=true")
                .isEqualTo(wanted);
    }

    @Test
    void everyModelWithWaysOfItsOwnHasAColumn() {
        for (Dialect dialect : Dialects.all()) {
            assertThat(OptionTables.SPECIAL_MODELS.stream().map(dialect::forModel))
                    .containsAll(dialect.exceptions().stream()
                            .map(Dialect.ModelException::dialect)
                            .toList());
        }
    }
}
