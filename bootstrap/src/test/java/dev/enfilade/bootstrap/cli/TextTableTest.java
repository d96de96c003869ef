package dev.enfilade.bootstrap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextTableTest {

    private final TextTable table = new TextTable("NAME", "MODEL");

    @Test
    void columnsAreAsWideAsTheirWidestCell() {
        table.add("llama3.2", "a");

        assertThat(table.lines(80)).containsExactly("NAME      MODEL", "llama3.2  a");
    }

    @Test
    void widestColumnIsCutWhereTheTerminalEnds() {
        table.add("llama3.2", "a-model-with-a-long-name");

        assertThat(table.lines(22))
                .containsExactly("NAME      MODEL", "llama3.2  a-model-w...")
                .allMatch(line -> line.length() <= 22);
    }

    @Test
    void aNameCannotDrawOnTheTerminalOrBeginALine() {
        table.add("red\u001b[31m\nx", "turned\u202eround");

        assertThat(table.lines(80).getLast()).isEqualTo("red?[31m?x  turned?round");
    }

    @Test
    void noColumnIsCutToNothing() {
        table.add("llama3.2", "a-model-with-a-long-name");

        assertThat(table.lines(1).getLast()).isEqualTo("llama3.2  a-mod...");
    }
}
