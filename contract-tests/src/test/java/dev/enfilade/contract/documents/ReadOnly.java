package dev.enfilade.contract.documents;

import dev.enfilade.contract.toolchain.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Finds what is wrong with a script without running it: what it names has to exist. */
public final class ReadOnly {

    private static final List<String> OWN_FOLDERS =
            List.of("tools/", "packaging/", "deploy/", "docs/", "./mvnw", ".ci/", "contract-tests/src/");

    private final CommandHelp help;

    ReadOnly(CommandHelp help) {
        this.help = help;
    }

    /** Asks the packaged product which commands and options there are. */
    public static ReadOnly ofPackagedProduct() {
        return new ReadOnly(new CommandHelp());
    }

    /** The complaints, none if the script may stay as it is. */
    public List<String> complaints(String script) throws IOException, InterruptedException {
        List<String> complaints = new ArrayList<>();
        Command.Outcome syntax =
                Command.of(Pages.PROJECT, "sh", "-n", "-c", script).run();
        if (syntax.exitCode() != 0) {
            complaints.add(syntax.output());
        }
        for (Words words : Words.of(script)) {
            missingFiles(words).forEach(complaints::add);
            switch (words.program()) {
                case "enfilade" -> help.objection(words).ifPresent(complaints::add);
                case "mvnw" -> build(words).forEach(complaints::add);
                default -> {
                    // Programs of others are not ours to know.
                }
            }
        }
        return complaints;
    }

    private static Stream<String> missingFiles(Words words) {
        Stream<String> own = words.words().stream()
                .filter(word -> OWN_FOLDERS.stream().anyMatch(word::startsWith))
                .filter(word -> !word.contains("$"));
        String program = words.words().getFirst();
        return own.filter(word -> !Files.exists(word.equals(program) ? path(word) : folder(word)))
                .map(word -> "no such file: " + word);
    }

    private static Path path(String word) {
        return Pages.PROJECT.resolve(word);
    }

    /** Of a file that the script may be about to write. */
    private static Path folder(String word) {
        return path(word.replaceFirst("[^/]*/?$", ""));
    }

    private static Stream<String> build(Words words) throws IOException {
        String pom = Files.readString(Pages.PROJECT.resolve("pom.xml"));
        Stream<String> modules = words.values("-pl")
                .filter(module -> !pom.contains("<module>" + module + "</module>"))
                .map(module -> "no such module: " + module);
        Stream<String> profiles = words.values("-P")
                .filter(profile -> !pom.contains("<id>" + profile + "</id>"))
                .map(profile -> "no such profile: " + profile);
        Stream<String> tests = words.values("-Dtest")
                .map(test -> test.replaceFirst("#.*", "").replace("'", ""))
                .filter(test -> !test.contains("*") && !test.equals("None") && !exists(test))
                .map(test -> "no such test: " + test);
        return Stream.of(modules, profiles, tests).flatMap(all -> all);
    }

    static boolean exists(String test) {
        try (Stream<Path> files = Files.find(
                Pages.PROJECT,
                20,
                (file, _) -> file.endsWith(test + ".java") && file.toString().contains("src/test"))) {
            return files.findAny().isPresent();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
