package dev.enfilade.contract.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** That the examples' test would find what it is for. */
class PagesTest {

    private static final Path PAGE = Path.of("page.md");

    private final ReadOnly readOnly = ReadOnly.ofPackagedProduct();

    @Test
    void blocksAreFoundInListsAndBetweenWavesAsWell() {
        List<Block> blocks = Pages.parse(PAGE, """
            <!-- test: demo -->
            ```sh
            one
            ```
            - item
              ~~~text
              two
              ~~~
            ````md
            ```sh
            ````
            """);

        assertThat(blocks).extracting(Block::text).containsExactly("one", "two", "```sh");
        assertThat(blocks).extracting(Block::line).containsExactly(2, 6, 9);
        assertThat(blocks.getFirst().mark()).contains("test: demo");
    }

    @Test
    void pagesOfTheProjectAreFound() throws IOException {
        assertThat(Pages.blocks())
                .extracting(Block::page)
                .contains(Path.of("README.md"), Path.of("CONTRIBUTING.md"), Path.of("docs/testing.md"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<!-- a remark -->\n", "<!-- test: parse -->\n", "<!-- test: skip: later -->\n"})
    void exampleThatDoesNotSayHowItIsTestedIsRefused(String above) {
        Block block = Pages.parse(PAGE, above + "```sh\ntrue\n```\n").getFirst();

        assertThatThrownBy(() -> Mark.of(block)).hasMessageContaining("<!-- test: demo: TEXT -->");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        ./enfilade demo --listne 127.0.0.1:1                | no such option: --listne
        sudo enfilade serv                                  | no such command: serv
        enfilade help chekc                                 | no such command: chekc
        cd x && tools/none --out x                          | no such file: tools/none
        ./mvnw -pl adapters-none test                       | no such module: adapters-none
        ./mvnw -Pnone -pl domain test                       | no such profile: none
        ./mvnw verify -Dtest=NoSuchTest                     | no such test: NoSuchTest
        curl 'http://127.0.0.1:11434                        | Unterminated
        """)
    void scriptIsReadForWhatDoesNotExist(String script, String complaint) throws IOException, InterruptedException {
        assertThat(readOnly.complaints(script)).singleElement().asString().contains(complaint);
    }

    @Test
    void commandsInPipesAndSubstitutionsAreRead() {
        assertThat(Words.of("A=1 curl -s x | sh -c y; B=$(enfilade models --json) \\\n  && ./enfilade # enfilade no\n"))
                .extracting(Words::program)
                .containsExactly("curl", "sh", "enfilade", "enfilade");
    }
}
