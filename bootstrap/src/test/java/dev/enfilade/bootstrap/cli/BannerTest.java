package dev.enfilade.bootstrap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.enfilade.bootstrap.config.ConfigFile;
import dev.enfilade.bootstrap.config.ConfigLoader;
import dev.enfilade.bootstrap.config.Configuration;
import dev.enfilade.bootstrap.config.ListenAddress;
import dev.enfilade.bootstrap.config.Surroundings;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BannerTest {

    private static final ListenAddress ADDRESS = new ListenAddress("::1", 8080);

    @TempDir
    Path folder;

    @Test
    void firstLineNamesTheAddressInAFormThatProgramsRead() {
        assertThat(Banner.of(ADDRESS, configuration(1)).getFirst()).matches(".*listening on http://\\[::1]:8080");
    }

    @Test
    void manyBackendsAndNotesDoNotMakeItLonger() {
        List<String> lines = Banner.of(ADDRESS, configuration(30));

        assertThat(lines).hasSizeLessThanOrEqualTo(Banner.MOST_LINES).anyMatch(line -> line.contains("more"));
    }

    private Configuration configuration(int number) {
        String backends = IntStream.range(0, number)
                .mapToObj(i -> "b" + i + ": {url: 'http://127.0.0.1:1'}")
                .collect(Collectors.joining(", "));
        Configuration loaded = new ConfigLoader(new Surroundings(Map.of(), folder, folder))
                .loadGiven(new ConfigFile("f.yaml", "backends: {" + backends + "}"), List.of());
        return new Configuration(
                loaded.settings(), loaded.file(), Collections.nCopies(number, "something"), loaded.values());
    }
}
