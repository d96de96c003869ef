package dev.enfilade.bootstrap.reload;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.enfilade.bootstrap.config.ConfigLoader;
import dev.enfilade.bootstrap.config.Configuration;
import dev.enfilade.bootstrap.config.Settings;
import dev.enfilade.bootstrap.config.Surroundings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** When a changed configuration is taken over, and what is said about it. */
class ReloaderTest {

    private static final String BACKEND = "backends: {main: {url: 'http://127.0.0.1:1', key-file: key}}\n";

    private static final String WITHOUT_KEY = "backends: {main: {url: 'http://127.0.0.1:1'}}\n";

    @TempDir
    Path folder;

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final List<Settings> renewed = new ArrayList<>();
    private final List<ReloadResult> results = new ArrayList<>();
    private boolean leaves;

    @BeforeEach
    void listen() {
        log.start();
        logger().addAppender(log);
    }

    @AfterEach
    void stopListening() {
        logger().detachAppender(log);
    }

    @Test
    void changedKeysAreNamedAndTheirValuesAreNot() throws IOException {
        Reloader reloader = started(BACKEND, "sk-former-key");
        write("enfilade.yaml", BACKEND + "models: {llama3: gpt-4o}\nlimits: {streams: 7}\n");
        write("key", "sk-another-key\n");

        reloader.reload();

        assertThat(renewed)
                .singleElement()
                .satisfies(settings -> assertThat(settings.policies().streams()).isEqualTo(7));
        assertThat(lines())
                .singleElement()
                .asString()
                .contains("backends.main.key-file", "limits.streams", "models.llama3.model")
                .doesNotContain("sk-", "gpt-4o");
        assertThat(results).containsExactly(ReloadResult.APPLIED);
    }

    @Test
    void badConfigurationIsToldWholeAndChangesNothing() throws IOException {
        Reloader reloader = started(BACKEND, "sk-key");
        write("enfilade.yaml", BACKEND + "limits: {streams: none}\nlsiten: x\n");

        reloader.reload();

        assertThat(renewed).isEmpty();
        assertThat(lines())
                .hasSize(3)
                .anyMatch(line -> line.contains("the old one stays"))
                .anyMatch(line -> line.contains("enfilade.yaml:2:19 limits.streams"))
                .anyMatch(line -> line.contains("enfilade.yaml:3:1 lsiten"));
        assertThat(results).containsExactly(ReloadResult.REFUSED);
    }

    @Test
    void goodConfigurationAfterABadOneIsTaken() throws IOException {
        Reloader reloader = started(BACKEND, "sk-key");
        write("enfilade.yaml", "nonsense");
        reloader.reload();
        write("enfilade.yaml", BACKEND + "version: 0.40.0\n");

        reloader.reload();

        assertThat(renewed).hasSize(1);
        assertThat(results).containsExactly(ReloadResult.REFUSED, ReloadResult.APPLIED);
    }

    @Test
    void otherListenAddressNeedsARestartAndTheRestTakesEffect() throws IOException {
        Reloader reloader = started(BACKEND, "sk-key");
        write("enfilade.yaml", BACKEND + "listen: 127.0.0.1:12345\nversion: 0.40.0\n");

        reloader.reload();

        assertThat(renewed).hasSize(1);
        assertThat(lines())
                .anyMatch(line -> line.contains("changed: version"))
                .anyMatch(line -> line.contains("needs a restart") && line.endsWith(": listen"));
    }

    @Test
    void anotherCommentOrOrderIsNoChange() throws IOException {
        Reloader reloader = started(BACKEND + "hosts: [a, b]\n", "sk-key");
        write("enfilade.yaml", "# a comment\n\nhosts:\n  - a\n  - b\n" + BACKEND);

        reloader.reload();

        assertThat(renewed).isEmpty();
        assertThat(lines()).singleElement().asString().contains("nothing changed");
        assertThat(results).containsExactly(ReloadResult.UNCHANGED);
    }

    @Test
    void withoutAnyFileThereIsNothingToReload() {
        Reloader reloader = reloader(Map.of("OPENAI_BASE_URL", "http://127.0.0.1:1"));

        reloader.reload();

        assertThat(renewed).isEmpty();
        assertThat(lines()).singleElement().asString().contains("nothing to reload");
    }

    @Test
    void afterTheSignalToEndNothingIsReloaded() throws IOException {
        Reloader reloader = started(BACKEND, "sk-key");
        write("enfilade.yaml", BACKEND + "version: 0.40.0\n");
        leaves = true;

        reloader.reload();

        assertThat(renewed).isEmpty();
        assertThat(lines()).singleElement().asString().contains("on its way out");
    }

    @Test
    void changedFileIsTakenWhenItHasLookedTheSameTwice() throws IOException {
        Reloader reloader = started(BACKEND, "sk-key");
        write("enfilade.yaml", BACKEND);
        reloader.look();
        write("enfilade.yaml", BACKEND + "version: 0.4");
        reloader.look();
        write("enfilade.yaml", BACKEND + "version: 0.40.0\n");
        reloader.look();
        assertThat(renewed).isEmpty();
        assertThat(lines()).isEmpty();

        reloader.look();
        reloader.look();
        reloader.look();

        assertThat(renewed).hasSize(1);
        assertThat(results).containsExactly(ReloadResult.APPLIED);
    }

    @Test
    void badFileIsToldOnceAndNotAtEveryLook() throws IOException {
        Reloader reloader = started(BACKEND, "sk-key");
        write("enfilade.yaml", "nonsense");

        for (int time = 0; time < 5; time++) {
            reloader.look();
        }

        assertThat(results).containsExactly(ReloadResult.REFUSED);
    }

    @Test
    void keyFileAloneIsWatchedToo() throws IOException {
        Reloader reloader = started(BACKEND, "sk-key");
        write("key", "sk-other");

        reloader.look();
        reloader.look();

        assertThat(lines()).singleElement().asString().endsWith("changed: backends.main.key-file");
    }

    @Test
    void fileThatBringsWhatWasMissingIsWatchedBeforeItIsThere() throws IOException {
        Reloader reloader = started(BACKEND, "sk-key");
        write("enfilade.yaml", BACKEND.replace("key-file: key", "key-file: later"));
        reloader.reload();
        assertThat(results).containsExactly(ReloadResult.REFUSED);

        write("later", "sk-later");
        reloader.look();
        reloader.look();

        assertThat(results).containsExactly(ReloadResult.REFUSED, ReloadResult.APPLIED);
    }

    @Test
    void linkThatIsSwappedFarAboveTheFileIsSeen() throws IOException {
        Path first = Files.createDirectory(folder.resolve("..first"));
        Path second = Files.createDirectory(folder.resolve("..second"));
        Files.writeString(first.resolve("enfilade.yaml"), WITHOUT_KEY);
        Files.writeString(second.resolve("enfilade.yaml"), WITHOUT_KEY + "version: 0.41.0\n");
        Files.createSymbolicLink(folder.resolve("..data"), first);
        Files.createSymbolicLink(folder.resolve("enfilade.yaml"), Path.of("..data", "enfilade.yaml"));
        Reloader reloader = reloader(Map.of());

        Files.createSymbolicLink(folder.resolve("..swap"), second);
        Files.move(
                folder.resolve("..swap"),
                folder.resolve("..data"),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
        reloader.look();
        reloader.look();

        assertThat(renewed)
                .singleElement()
                .satisfies(settings -> assertThat(settings.version()).isEqualTo("0.41.0"));
    }

    @Test
    void fileThatIsGoneLeavesEverythingAsItIs() throws IOException {
        Reloader reloader = started(BACKEND, "sk-key");
        Files.delete(folder.resolve("enfilade.yaml"));

        reloader.reload();

        assertThat(renewed).isEmpty();
        assertThat(results).containsExactly(ReloadResult.REFUSED);
    }

    private Reloader started(String yaml, String key) throws IOException {
        write("key", key);
        write("enfilade.yaml", yaml);
        return reloader(Map.of());
    }

    private Reloader reloader(Map<String, String> variables) {
        Surroundings surroundings = new Surroundings(variables, folder, folder);
        ConfigLoader loader = new ConfigLoader(surroundings);
        Configuration configuration = loader.load(Optional.empty(), List.of());
        Renewable house = new Renewable() {
            @Override
            public void renew(Settings settings) {
                renewed.add(settings);
            }

            @Override
            public boolean leaves() {
                return leaves;
            }
        };
        return new Reloader(
                house,
                () -> new ConfigLoader(surroundings).read(Optional.empty(), List.of()),
                configuration,
                loader.sources(),
                results::add);
    }

    /** A path in the test's folder, so that a relative name in the configuration means it. */
    private void write(String name, String text) throws IOException {
        Files.writeString(
                folder.resolve(name), text.replaceAll("key-file: (\\w+)", "key-file: '" + folder.resolve("$1") + "'"));
    }

    private List<String> lines() {
        return log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    private static Logger logger() {
        return (Logger) LoggerFactory.getLogger(Reloader.class);
    }
}
