package dev.enfilade.contract.toolchain;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A folder of the build in which a client is installed; it stays until the next clean build. */
record Installation(Path folder) {

    private static final Path DRIVERS = Path.of("src/test/resources/clients").toAbsolutePath();

    /** The folder of this client, with the newest files of its driver if it has one. */
    static Installation of(String client) throws IOException {
        Path folder = Files.createDirectories(Path.of("target/clients", client).toAbsolutePath());
        Path driver = DRIVERS.resolve(client);
        if (Files.isDirectory(driver)) {
            copy(driver, folder);
        }
        return new Installation(folder);
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    /** This program, with arguments that are parted by spaces. */
    Command command(String program, String arguments) {
        return Command.of(folder, program).with((Object[]) arguments.split(" "));
    }

    /** Runs the commands, unless they succeeded before with these packages. */
    void install(String packages, Command... commands) throws IOException, InterruptedException {
        Path installed = file("installed");
        if (Files.exists(installed) && Files.readString(installed).equals(packages)) {
            return;
        }
        for (Command command : commands) {
            succeed(command);
        }
        Files.writeString(installed, packages);
    }

    private static void succeed(Command command) throws InterruptedException {
        try {
            Command.Outcome outcome = command.run();
            if (outcome.exitCode() != 0) {
                Wanted.lacking(
                        command.words().getFirst() + " ended with " + outcome.exitCode() + ": " + outcome.output());
            }
        } catch (IOException e) {
            Wanted.lacking(String.valueOf(e.getMessage()));
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(from)) {
            for (Path file : files) {
                Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
