package dev.enfilade.contract.chaos;

import dev.enfilade.contract.core.Client;
import dev.enfilade.contract.product.Diagnosis;
import dev.enfilade.contract.product.PackagedProduct;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What a process holds: files and sockets, threads of the system, and virtual threads.
 *
 * @param files 0 where the system does not tell
 */
record Leftovers(long files, long threads, long virtualThreads) {

    /** Pools and carriers come and go by some. */
    private static final int PLAY = 24;

    private static final long PATIENCE_NANOS = 30_000_000_000L;

    static Leftovers of(ProcessHandle process) throws IOException, InterruptedException {
        Path proc = Path.of("/proc", Long.toString(process.pid()));
        return new Leftovers(entries(proc.resolve("fd")), entries(proc.resolve("task")), virtualThreads(process));
    }

    /** Whether the process gets back to about as little as this, asked again and again for half a minute. */
    boolean hasComeBack(PackagedProduct product) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE_NANOS;
        Leftovers now = of(product.process());
        while (!now.isAbout(this) && System.nanoTime() < end) {
            try (Client probe = Client.get(product.address(), "/livez")) {
                probe.head();
                now = of(product.process());
            }
        }
        return now.isAbout(this);
    }

    private boolean isAbout(Leftovers before) {
        return files <= before.files + PLAY
                && threads <= before.threads + PLAY
                && virtualThreads <= before.virtualThreads + PLAY;
    }

    private static long entries(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.count();
        }
    }

    private static long virtualThreads(ProcessHandle process) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("enfilade-threads");
        Path dump = folder.resolve("threads.txt");
        Diagnosis.ask(process, "Thread.dump_to_file", dump.toString());
        try (Stream<String> lines = Files.lines(dump)) {
            return lines.filter(line -> line.startsWith("#") && line.contains(" virtual"))
                    .count();
        } finally {
            Files.deleteIfExists(dump);
            Files.deleteIfExists(folder);
        }
    }
}
