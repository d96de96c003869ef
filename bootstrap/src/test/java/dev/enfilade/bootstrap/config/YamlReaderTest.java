package dev.enfilade.bootstrap.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.enfilade.bootstrap.config.Node.Mapping;
import dev.enfilade.bootstrap.config.Node.Scalar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlReaderTest {

    private final Problems problems = new Problems();

    @Test
    void keysAndValuesKnowTheirPlaces() {
        Mapping top = read("""
                # a comment
                limits:
                  streams:   7
                hosts: [a, b]
                """);

        assertThat(top.members().values())
                .extracting(member -> member.origin().toString())
                .containsExactly("f.yaml:2:1", "f.yaml:4:1");
        assertThat(top.find(KeyPath.of("limits.streams"))).contains(new Scalar("7", Origin.file("f.yaml", 3, 14)));
        assertThat(top.find(KeyPath.of("hosts")).map(Node::origin))
                .map(Object::toString)
                .contains("f.yaml:4:8");
        assertThat(problems.inOrder()).isEmpty();
    }

    @Test
    void scalarsStayAsTheyWereWritten() {
        Mapping top = read("""
                a: 0.330
                b: yes
                c: "1"
                d: 010
                no: 1.10
                """);

        assertThat(top.members().keySet()).containsExactly("a", "b", "c", "d", "no");
        assertThat(top.members().values())
                .extracting(member -> ((Scalar) member.value()).text())
                .containsExactly("0.330", "yes", "1", "010", "1.10");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# nothing\n", "---\n", "~\n"})
    void nothingIsAnEmptyConfiguration(String text) {
        assertThat(read(text).members()).isEmpty();
        assertThat(problems.inOrder()).isEmpty();
    }

    @Test
    void keyGivenTwiceIsAProblemAndTheFirstIsKept() {
        Mapping top = read("listen: a\nversion: b\nlisten: c\n");

        assertThat(top.find(KeyPath.of("listen")).map(Node::origin))
                .map(Object::toString)
                .contains("f.yaml:1:9");
        assertThat(problems.inOrder())
                .extracting(Problem::toString)
                .containsExactly("f.yaml:3:1 listen: given twice (first in line 1)");
    }

    @Test
    void brokenYamlIsOneProblemWithItsPlace() {
        Mapping top = read("listen: [a\nversion: 1\n");

        assertThat(top.members()).isEmpty();
        assertThat(problems.inOrder())
                .singleElement()
                .asString()
                .startsWith("f.yaml:2:")
                .contains("not readable as YAML");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    listen: x~-b: 1           | f.yaml:2:1: not readable as YAML: found character
                    a: "x                     | f.yaml:1:6: not readable as YAML: found unexpected end of stream
                    a: b: c                   | f.yaml:1:5: not readable as YAML: mapping values are not allowed here
                    ? [a, b]~: 1              | f.yaml:1:4: not readable as YAML: Expected a field name (Scalar value in YAML)
                    a: @x                     | f.yaml:1:4: not readable as YAML: found character '@' that cannot start any token.
                    """)
    void whatIsSaidOfBrokenYamlIsTheTroubleAndNotItsBeginning(String text, String said) {
        read(text.replace('~', '\n').replace('-', '\t'));

        assertThat(problems.inOrder())
                .singleElement()
                .asString()
                .startsWith(said)
                .doesNotContain("instead", "@ for");
    }

    @Test
    void depthWithoutEndIsAProblemToo() {
        read("a: " + "[".repeat(100_000));

        assertThat(problems.inOrder())
                .singleElement()
                .asString()
                .isEqualTo("f.yaml:1:1: not readable as YAML: nested too deeply, or a key or number is far too long");
    }

    @Test
    void jsonIsReadAsSuch() {
        assertThat(YamlReader.read("f.json", "{\n\t\"a\": 7\n}", problems).find(KeyPath.of("a")))
                .contains(new Scalar("7", Origin.file("f.json", 2, 7)));
        assertThat(problems.inOrder()).isEmpty();

        assertThat(YamlReader.read("f.json", "a: 7", problems).members()).isEmpty();
        assertThat(problems.inOrder()).singleElement().asString().startsWith("f.json:1:1: not readable as JSON");
    }

    @Test
    void aliasIsRefused() {
        read("a: &x 1\nb: *x\n");

        assertThat(problems.inOrder()).singleElement().asString().startsWith("f.yaml:2:4 b: an alias");
    }

    @Test
    void secondDocumentIsRefused() {
        read("a: 1\n---\nb: 1\n");

        assertThat(problems.inOrder()).singleElement().asString().contains("a second document");
    }

    @ParameterizedTest
    @ValueSource(strings = {"just text\n", "- a\n- b\n"})
    void topThatIsNoGroupIsRefused(String text) {
        assertThat(read(text).members()).isEmpty();
        assertThat(problems.inOrder()).singleElement().asString().contains("expected keys with values");
    }

    private Mapping read(String text) {
        return YamlReader.read("f.yaml", text, problems);
    }
}
