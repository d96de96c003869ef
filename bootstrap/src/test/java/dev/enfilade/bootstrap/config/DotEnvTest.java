package dev.enfilade.bootstrap.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.enfilade.bootstrap.config.Node.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DotEnvTest {

    private final List<String> notices = new ArrayList<>();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    A=b                 | b
                    export A=b          | b
                    `  A = b c  `       | b c
                    A="b # c"           | b # c
                    A='b "c"'  # d      | b "c"
                    A=b#c               | b#c
                    A=b # c             | b
                    A=                  | ``
                    A=b=c               | b=c
                    """)
    void lineSetsAVariable(String line, String value) {
        assertThat(DotEnv.read(line, notices::add).values())
                .extracting(Scalar::text)
                .containsExactly(value);
        assertThat(notices).isEmpty();
    }

    @Test
    void variableKnowsItsLine() {
        Map<String, Scalar> read = DotEnv.read("# keys\n\nA=b\n", notices::add);

        assertThat(read.values()).extracting(value -> value.origin().toString()).containsExactly(".env:3");
    }

    @Test
    void otherLinesAreToldAndLeftOut() {
        assertThat(DotEnv.read("what is this\nA=b", notices::add)).containsOnlyKeys("A");
        assertThat(notices).containsExactly(".env:1: ignored, since it is not NAME=value");
    }
}
