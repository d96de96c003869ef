package dev.enfilade.bootstrap.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Whatever stands in a configuration file: it is a configuration, or there are problems; nothing else happens. */
class ConfigurationFuzzTest {

    private static final Surroundings NOWHERE = new Surroundings(Map.of(), Path.of("nowhere"), Path.of("nowhere"));

    @FuzzTest
    void anyFileIsAConfigurationOrHasProblems(byte[] file) {
        String text = new String(file, UTF_8).replace("${file:", "");
        try {
            assertThat(new ConfigLoader(NOWHERE).loadGiven(new ConfigFile("f.yaml", text), List.of()))
                    .isNotNull();
        } catch (ConfigException e) {
            assertThat(e.problems()).isNotEmpty();
        }
    }
}
