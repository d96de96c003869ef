package dev.enfilade.bootstrap.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The files that a configuration was made of or may be made of next time, and what was in them.
 *
 * @param digests of the contents; empty for a file that is not there or cannot be read
 */
public record Sources(Map<Path, Optional<String>> digests) {

    /** Bound while a configuration is read. */
    static final ScopedValue<Map<Path, Optional<String>>> READING = ScopedValue.newInstance();

    public Sources {
        digests = Map.copyOf(digests);
    }

    /** The same files as they are now. */
    public Sources now() {
        Map<Path, Optional<String>> current = new TreeMap<>();
        digests.keySet().forEach(path -> current.put(path, digest(path)));
        return new Sources(current);
    }

    /** Whether there is any file at all. */
    public boolean any() {
        return digests.values().stream().anyMatch(Optional::isPresent);
    }

    /** Notes a file that the configuration depends on; to be called before it is read, so that no change is missed. */
    static void note(Path path) {
        if (READING.isBound()) {
            READING.get().computeIfAbsent(path.toAbsolutePath(), Sources::digest);
        }
    }

    /** What was in the file of this name, if one was read. */
    static Optional<String> digestOf(String name) {
        return READING.isBound() && !name.isBlank() && name.indexOf('\0') < 0
                ? READING.get().entrySet().stream()
                        .filter(source -> source.getKey().endsWith(name))
                        .findFirst()
                        .flatMap(Map.Entry::getValue)
                : Optional.empty();
    }

    /** A pipe can be read only once, and not by us; of a file that has no end the beginning is enough. */
    private static Optional<String> digest(Path path) {
        if (!Files.isRegularFile(path)) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(path)) {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return Optional.of(HexFormat.of().formatHex(sha256.digest(in.readNBytes(TextFile.MOST_BYTES))));
        } catch (IOException e) {
            return Optional.empty();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
