package dev.enfilade.bootstrap.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Whatever stands in a configuration file: a tree, and problems with their places. */
class YamlReaderFuzzTest {

    @FuzzTest
    void anyFileIsReadOrHasAProblem(byte[] file) {
        assertThat(YamlReader.read("f.yaml", new String(file, UTF_8), new Problems()))
                .isNotNull();
    }
}
