package dev.enfilade.bootstrap.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The name of this machine as its kernel or its container has it; no name service is asked, which may be slow or
 * absent.
 */
final class OwnName {

    private static final Path KERNEL = Path.of("/proc/sys/kernel/hostname");

    private OwnName() {}

    static Optional<String> read() {
        try {
            return Optional.of(Files.readString(KERNEL).strip());
        } catch (IOException e) {
            return Optional.ofNullable(System.getenv("HOSTNAME"));
        }
    }
}
